"""Columns, chips and small forms of the page of bank statements."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from ssdesk.domain.money import format_dong
from ssdesk.domain.slip import POSTED_ALONE, MatchState
from ssdesk.services.owing import Share
from ssdesk.services.statement_guesses import Evidence, Guess
from ssdesk.services.statements import Columns, HeadingSeen, KeptLine, LineMatch
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import Field, FieldKind
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.pages.page import Page
from ssdesk.ui.widgets.chip import Chip, Tone


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A line that came in, or one of a file that is being looked at."""

    key: Hashable
    booked_on: date
    amount: int
    memo: str
    state: MatchState
    pupil: str
    reason: str
    ended: bool


def row_of_match(match: LineMatch) -> StatementRow:
    """A line of a file before it is taken in."""
    line, slip = match.line, match.slip
    pupil = f"{slip.full_name} {slip.class_name}" if slip else ""
    said = (line.booked_on, line.amount, line.memo, match.state)
    return StatementRow(line.row, *said, pupil, reason="", ended=False)


def row_of_kept(kept: KeptLine) -> StatementRow:
    """A line that was taken in."""
    line = kept.line
    return StatementRow(
        kept.id,
        line.booked_on,
        line.amount,
        line.memo,
        kept.found,
        kept.pupils,
        kept.reason,
        not kept.open,
    )


class StatementWords(QObject):
    """How a line of a statement reads."""

    def file_columns(self) -> tuple[Column[StatementRow], ...]:
        """Of a file before it is taken in."""
        return (
            *self._line_columns(),
            Column("pupil", self.tr("Học sinh"), _pupil, width=190, whole=True),
        )

    def kept_columns(self) -> tuple[Column[StatementRow], ...]:
        """Of lines taken in: whose money it is can be typed."""
        return (
            *self._line_columns(),
            Column("pupil", self.tr("Của em nào (tên, lớp)"), _pupil, width=156, editable=True),
            Column("reason", self.tr("Phần không của em nào"), _reason, width=130, editable=True),
        )

    def _line_columns(self) -> tuple[Column[StatementRow], ...]:
        return (
            Column("booked_on", self.tr("Ngày"), _booked_on, CellKind.DATE, width=96, leaves=1),
            Column("amount", self.tr("Số tiền"), _amount, CellKind.DONG, width=92),
            Column("memo", self.tr("Nội dung chuyển khoản"), _memo, width=0, wraps=True, leaves=2),
            Column("state", self.tr("Kết quả"), self.chip, CellKind.CHIP, width=112),
        )

    def chip(self, row: StatementRow) -> Chip:
        """What a line is held to be."""
        if row.ended:
            done = self.tr("đã ghi") if row.pupil else self.tr("để riêng")
            return Chip(done, Tone.DONE if row.pupil else Tone.NEUTRAL)
        words = {
            MatchState.WHOLE: self.tr("đủ tiền"),
            MatchState.PART: self.tr("một phần"),
            MatchState.OVER: self.tr("thừa tiền"),
            MatchState.PAID: self.tr("đã đóng rồi"),
            MatchState.NO_SLIP: self.tr("không có mã"),
            MatchState.SEVERAL: self.tr("nhiều mã"),
            MatchState.UNKNOWN_SLIP: self.tr("mã lạ"),
            MatchState.SEEN: self.tr("nhận rồi"),
        }
        if row.state is MatchState.SEEN:
            return Chip(words[row.state], Tone.NEUTRAL)
        clear = row.state in POSTED_ALONE
        return Chip(words[row.state], Tone.DONE if clear else Tone.WAITING)

    def found(self, shares: Sequence[Share], sentence: str) -> str:
        """Whom the words typed mean, what each is given, and what is left unclear."""
        lines = [
            self.tr("→ {name} {class_name}: {money} đ").format(
                name=share.row.pupil.full_name,
                class_name=share.row.pupil.class_name,
                money=format_dong(share.amount),
            )
            for share in shares
        ]
        return "\n".join([*lines, sentence] if sentence else lines)

    def guessed(self, guess: Guess) -> str:
        """Who may be meant and what speaks for it."""
        words = {
            Evidence.CODE: self.tr("đúng mã giấy báo"),
            Evidence.NEAR_CODE: self.tr("mã giấy báo lệch một chữ số"),
            Evidence.NAME: self.tr("đủ họ tên"),
            Evidence.GIVEN_NAME: self.tr("tên"),
            Evidence.CLASS: self.tr("lớp"),
            Evidence.AMOUNT: self.tr("đúng số tiền"),
        }
        why = " · ".join(words[each] for each in Evidence if each in guess.evidence)
        text = self.tr("Có thể là {who}\nvì khớp: {why}\nEnter: nhận em này")
        return text.format(who=guess.typed, why=why)


class StatementForms(QObject):
    """Asks which column is which, once for each bank."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def columns(self, file: Path, seen: tuple[HeadingSeen, ...]) -> Columns | None:
        """The columns as the person names them; None where they went back."""
        letters = tuple((str(each.place), f"{each.letter}: {each.sample}") for each in seen)
        none = (("-1", self.tr("không có")),)
        values = self._page.bench.messages.form(
            self._page,
            FormRequest(
                title=self.tr("Cột nào là gì?"),
                text=self.tr(
                    "Không tự nhận ra các cột của {file}. Chọn một lần, lần sau chương trình nhớ."
                ).format(file=file.name),
                fields=(
                    Field(
                        "first_row",
                        self.tr("&Dòng đầu tiên có số liệu"),
                        FieldKind.NUMBER,
                        required=True,
                        lowest=1,
                    ),
                    Field("booked_on", self.tr("&Ngày"), FieldKind.CHOICE, choices=letters),
                    Field("credit", self.tr("&Tiền vào"), FieldKind.CHOICE, choices=letters),
                    Field("memo", self.tr("Nội &dung"), FieldKind.CHOICE, choices=letters),
                    Field(
                        "reference",
                        self.tr("&Mã giao dịch"),
                        FieldKind.CHOICE,
                        choices=none + letters,
                    ),
                ),
                values={"first_row": 2, "reference": "-1"},
                save=self.tr("&Đọc lại"),
            ),
        )
        if values is None:
            return None
        return Columns(
            (values.number("first_row") or 1) - 1,
            int(values.text("booked_on") or -1),
            int(values.text("credit") or -1),
            int(values.text("memo") or -1),
            int(values.text("reference") or -1),
        )


def _booked_on(row: StatementRow) -> date:
    return row.booked_on


def _amount(row: StatementRow) -> int:
    return row.amount


def _memo(row: StatementRow) -> str:
    return row.memo


def _pupil(row: StatementRow) -> str:
    return row.pupil


def _reason(row: StatementRow) -> str:
    return row.reason
