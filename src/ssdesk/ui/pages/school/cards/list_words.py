"""Columns and notes of a list of cards that comes in."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ssdesk.domain import checks
from ssdesk.domain.checks import Severity
from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_number
from ssdesk.services.card_lists import Action, CardListPlan, Evidence, PlannedCard
from ssdesk.services.rosters import CellProblem, Difference
from ssdesk.ui import error_text
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.widgets.chip import Chip, Tone

_TONES = {
    Action.NEW: Tone.DONE,
    Action.CHANGED: Tone.INFO,
    Action.SAME: Tone.NEUTRAL,
    Action.STOPPED: Tone.WAITING,
    Action.NOT_OURS: Tone.NEUTRAL,
    Action.REFUSED: Tone.ACT,
}


class CardListWords(QObject):
    """How the rows of a list and their faults read."""

    def row_columns(self) -> tuple[Column[PlannedCard], ...]:
        """The preview's columns."""
        return (
            Column("row", self.tr("Dòng"), _row_number, CellKind.INT, width=54, leaves=1),
            Column("action", self.tr("Sẽ"), self._action, CellKind.CHIP, width=116),
            Column("full_name", self.tr("Họ và tên"), _name, width=178, whole=True),
            Column("class_name", self.tr("Lớp"), _class, width=62, whole=True),
            Column("evidence", self.tr("Nhận ra nhờ"), self._evidence, width=150, leaves=2),
            Column("changes", self.tr("Đổi gì"), self._changes, width=0),
        )

    def problem_columns(self) -> tuple[Column[CellProblem], ...]:
        """What is to be looked at, with Excel's own row and column."""
        return (
            Column("sheet", self.tr("Trang tính"), _sheet, width=90, leaves=2),
            Column("cell", self.tr("Ô"), _cell, width=58, whole=True),
            Column("weight", self.tr("Mức"), self._weight, CellKind.CHIP, width=84),
            Column("value", self.tr("Đang ghi"), _value, width=130, leaves=1),
            Column("message", self.tr("Vì sao và cách sửa"), sentence_of, width=0, wraps=True),
        )

    def _action(self, row: PlannedCard) -> Chip:
        words = {
            Action.NEW: self.tr("thẻ mới"),
            Action.CHANGED: self.tr("đổi"),
            Action.SAME: self.tr("như cũ"),
            Action.STOPPED: self.tr("giảm, không đổi"),
            Action.NOT_OURS: self.tr("không có trong sổ"),
            Action.REFUSED: self.tr("phải xem"),
        }
        return Chip(words[row.action], _TONES[row.action])

    def _evidence(self, row: PlannedCard) -> str:
        if row.evidence is None:
            return ""
        return {
            Evidence.INSURANCE_NUMBER: self.tr("mã số BHXH"),
            Evidence.PERSONAL_ID: self.tr("số định danh"),
            Evidence.NAME_AND_BIRTH: self.tr("họ tên, ngày sinh"),
        }[row.evidence]

    def _changes(self, row: PlannedCard) -> str:
        return "; ".join(self._change(each) for each in row.differences)

    def _change(self, change: Difference) -> str:
        if change.field == "state":
            return self.tr("cơ quan BHXH đã nhận")
        if change.field == "stop":
            return self.tr("cơ quan BHXH đã ghi giảm: việc thôi tham gia xong")
        names = {
            "insurance_number": self.tr("mã số"),
            "personal_id": self.tr("số định danh"),
            "card_number": self.tr("số thẻ"),
            "valid_from": self.tr("từ"),
            "valid_to": self.tr("đến"),
            "cover_to": self.tr("thẻ nhóm khác đến"),
        }
        values = f"{change.before} → {change.after}" if change.before else change.after
        return f"{names[change.field]} {values}"

    def _weight(self, found: CellProblem) -> Chip:
        if checks.severity(found.problem.code) is Severity.REFUSE:
            return Chip(self.tr("phải xem"), Tone.ACT)
        return Chip(self.tr("nên xem"), Tone.WAITING)

    def summary(self, plan: CardListPlan) -> str:
        """The list in one line."""
        text = self.tr(
            "{file}: {rows} dòng · {new} thẻ mới · {changed} đổi · {same} như cũ · {others} không "
            "có trong sổ · {bad} phải xem"
        )
        counts = plan.counts
        return text.format(
            file=plan.source.file,
            rows=format_number(len(plan.rows)),
            new=format_number(counts[Action.NEW]),
            changed=format_number(counts[Action.CHANGED]),
            same=format_number(counts[Action.SAME]),
            others=format_number(counts[Action.NOT_OURS]),
            bad=format_number(counts[Action.REFUSED]),
        )

    def note(self, plan: CardListPlan) -> str:
        """What stands out: taken before, ticked, numbers healed; empty for nothing."""
        notes = []
        if plan.taken_before is not None:
            text = self.tr("Tệp này đã nhận ngày {day}; dòng nào như cũ thì không ghi lại.")
            notes.append(text.format(day=format_date(plan.taken_before.posted_at.date())))
        if plan.ticked:
            text = self.tr("{count} em trong danh sách đã gửi nay có thẻ: cơ quan BHXH đã nhận.")
            notes.append(text.format(count=format_number(plan.ticked)))
        if plan.settled:
            text = self.tr("{count} em thôi tham gia đã gửi nay ở mục Giảm: xong.")
            notes.append(text.format(count=format_number(plan.settled)))
        healed = sum(healing.count for healing in plan.healed)
        if healed:
            text = self.tr("{count} ô đọc giúp: trả lại số 0, ngày, chữ gần giống.")
            notes.append(text.format(count=format_number(healed)))
        return " ".join(notes)


def sentence_of(found: CellProblem) -> str:
    """The sentence of a fault."""
    return error_text.of_problem(found.problem)


def _row_number(row: PlannedCard) -> int:
    return row.line.row


def _name(row: PlannedCard) -> str:
    return row.person.full_name if row.person else row.line.full_name


def _class(row: PlannedCard) -> str:
    return row.class_name


def _sheet(found: CellProblem) -> str:
    return found.sheet


def _cell(found: CellProblem) -> str:
    return f"{found.column}{found.row}"


def _value(found: CellProblem) -> str:
    return found.value
