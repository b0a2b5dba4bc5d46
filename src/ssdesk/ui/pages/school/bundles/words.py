"""Columns and chips of the bundles' page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject

from ssdesk.domain.bundle import AnswerState, Purpose
from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_dong, format_number
from ssdesk.domain.problems import Problem
from ssdesk.domain.records import AnswerRecord
from ssdesk.services.bundles.answers_in import AnswerRow
from ssdesk.services.bundles.board import AnswerSeen, SentRow
from ssdesk.services.bundles.carrying import CarriedList
from ssdesk.services.bundles.making import BundlePreview
from ssdesk.services.bundles.sending import BundleRow
from ssdesk.ui import error_text
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.widgets.chip import Chip, Tone

_SHOWN = 4


class BundleWords(QObject):
    """How bundles and answers read."""

    def coming_figure(self, coming: BundlePreview) -> tuple[str, str]:
        """The money of the lists that go along, and of how many lines it is."""
        if not coming.lists:
            below = self.tr("thay đổi, không kèm danh sách nào")
            return format_number(coming.records), below
        below = self.tr("tiền trên {lists} danh sách, {n} dòng").format(
            lists=format_number(len(coming.lists)), n=format_number(coming.totals.list_lines)
        )
        return f"{format_dong(coming.listed)} đ", below

    def coming_facts(self, coming: BundlePreview, school_year: str) -> list[tuple[str, str]]:
        """Which lists go along, and what else does."""
        facts = []
        for each in coming.lists[:_SHOWN]:
            text = self.tr("{form} số {n}, {day}")
            if each.school_year != school_year:
                text = self.tr("{form} số {n}, {day}, năm học {year}")
            name = text.format(
                form=each.form_code,
                n=format_number(each.number),
                day=format_date(each.list_date),
                year=each.school_year,
            )
            facts.append((name, format_dong(each.amount)))
        rest = coming.lists[_SHOWN:]
        if rest:
            name = self.tr("và {n} danh sách nữa").format(n=format_number(len(rest)))
            facts.append((name, format_dong(sum(each.amount for each in rest))))
        totals = coming.totals
        receipts = self.tr("Tiền của {n} biên lai mới báo").format(n=format_number(totals.receipts))
        return [
            *facts,
            (receipts, format_dong(totals.amount)),
            (self.tr("Người mới hoặc sửa"), format_number(totals.people)),
            (self.tr("Mọi thay đổi"), format_number(coming.records)),
        ]

    def older_choice(self, older: Sequence[CarriedList]) -> str:
        """The box that takes lists of earlier years along."""
        years = ", ".join(sorted({each.school_year for each in older}))
        return self.tr("&Kèm {n} danh sách năm học {years}").format(n=len(older), years=years)

    def held_back(self, school_year: str) -> str:
        """Why lists of earlier years stay."""
        text = self.tr("Chưa gửi, nhưng gói này chỉ mang danh sách của năm học {year} đang xem.")
        return text.format(year=school_year)

    def made(self, bundle: BundleRow, file: str) -> str:
        """What the bundle just written carries."""
        if not bundle.lists:
            return self.tr("Đã ghi {name}: các thay đổi, không kèm danh sách nào").format(name=file)
        return self.tr("Đã ghi {name}: {lists} danh sách, {n} dòng, {money} đ").format(
            name=file,
            lists=format_number(bundle.lists),
            n=format_number(bundle.totals.list_lines),
            money=format_dong(bundle.listed),
        )

    def sent_columns(self) -> tuple[Column[SentRow], ...]:
        """The bundles that left."""
        return (
            Column("place", self.tr("Số"), _place, width=56),
            Column("sent_on", self.tr("Ngày"), _sent_on, CellKind.DATE, width=106),
            Column("file", self.tr("Tệp"), _file, width=0),
            Column("lines", self.tr("Dòng"), _lines, CellKind.DONG, width=70, leaves=2),
            Column("money", self.tr("Tiền danh sách"), _listed, CellKind.DONG, width=124, leaves=1),
            Column("answer", self.tr("Trả lời"), self._answer_chip, CellKind.CHIP, width=150),
        )

    def _answer_chip(self, row: SentRow) -> Chip:
        if row.bundle.purpose is Purpose.ANSWER or not row.lines:
            return Chip(self.tr("không cần trả lời"), Tone.NEUTRAL)
        if row.refused:
            return Chip(self.tr("{n} dòng phải sửa").format(n=format_number(row.refused)), Tone.ACT)
        if row.waiting:
            return Chip(self.tr("chờ {n} dòng").format(n=format_number(row.waiting)), Tone.WAITING)
        return Chip(self.tr("đã nhận đủ"), Tone.DONE)

    def mend_columns(self) -> tuple[Column[AnswerRow], ...]:
        """Lines that came back."""
        return (
            Column("full_name", self.tr("Họ và tên"), _name, width=180, whole=True),
            Column("class_name", self.tr("Lớp"), _class_name, width=64, whole=True),
            Column("remedy", self.tr("Cơ quan BHXH trả lời"), _remedy, width=0),
        )

    def seen_columns(self) -> tuple[Column[AnswerSeen], ...]:
        """The answers of a file before it is taken in."""
        return (
            Column("full_name", self.tr("Họ và tên"), _seen_name, width=180, whole=True),
            Column("class_name", self.tr("Lớp"), _seen_class, width=64, whole=True),
            Column("state", self.tr("Trả lời"), self._state_chip, CellKind.CHIP, width=130),
            Column("remedy", self.tr("Chi tiết"), self._detail, width=0),
        )

    def _state_chip(self, seen: AnswerSeen) -> Chip:
        if seen.answer.state is AnswerState.REFUSED:
            return Chip(self.tr("phải sửa"), Tone.ACT)
        if seen.answer.state is AnswerState.COMPLETED:
            return Chip(self.tr("nhận, bổ sung"), Tone.INFO)
        return Chip(self.tr("chấp nhận"), Tone.DONE)

    def _detail(self, seen: AnswerSeen) -> str:
        answer = seen.answer
        if answer.state is AnswerState.REFUSED:
            return remedy_of(answer)
        parts = []
        if answer.insurance_number:
            parts.append(self.tr("mã số {number}").format(number=answer.insurance_number))
        if answer.card_number and answer.valid_to is not None:
            parts.append(
                self.tr("thẻ {number} đến {day}").format(
                    number=answer.card_number, day=answer.valid_to.strftime("%d/%m/%Y")
                )
            )
        return "; ".join(parts)


def remedy_of(answer: AnswerRecord) -> str:
    """What to mend: the office's own words, else the sentence of its code."""
    if answer.remedy:
        return answer.remedy
    try:
        return error_text.of_problem(Problem("", answer.code))
    except KeyError:
        # The sentence wants values that an answer does not carry.
        return answer.code


def _place(row: SentRow) -> str:
    return str(row.bundle.version)


def _sent_on(row: SentRow) -> date:
    return row.bundle.posted_at.date()


def _file(row: SentRow) -> str:
    return row.bundle.file_name


def _lines(row: SentRow) -> int:
    return row.lines


def _listed(row: SentRow) -> int:
    return row.bundle.listed


def _name(row: AnswerRow) -> str:
    return row.full_name


def _class_name(row: AnswerRow) -> str:
    return row.class_name


def _remedy(row: AnswerRow) -> str:
    return remedy_of(row.answer)


def _seen_name(seen: AnswerSeen) -> str:
    return seen.full_name


def _seen_class(seen: AnswerSeen) -> str:
    return seen.class_name
