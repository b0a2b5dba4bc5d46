"""The columns of the collection grid and where an enrolment stands in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.dates import format_date
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.money import format_number
from ssdesk.services.collecting import Collecting, CollectRow
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.widgets.chip import Chip, Tone
from ssdesk.ui.widgets.side_list import SideRow

ALL = "*"


class CollectionWords(QObject):
    """Words that need the set of marked enrolments beside the row."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._marked: set[str] = set()

    def share(self, marked: set[str]) -> None:
        """The enrolments marked as handed in; the chips follow."""
        self._marked = marked

    def columns(self, marked: set[str]) -> tuple[Column[CollectRow], ...]:
        """The grid's columns."""
        self._marked = marked
        return (
            Column("full_name", self.tr("Họ và tên"), _name, width=166, sort=_sort, whole=True),
            Column("class_name", self.tr("Lớp"), _class_name, width=54, whole=True, leaves=2),
            Column("months", self.tr("Tháng"), _months, CellKind.INT, width=58, leaves=4),
            Column("ends_on", self.tr("Đến ngày"), _ends_on, CellKind.DATE, width=110, leaves=3),
            Column(
                "own_share", self.tr("Phải đóng"), _own_share, CellKind.DONG, width=82, leaves=1
            ),
            Column("paid", self.tr("Đã đóng"), _paid, CellKind.DONG, width=80),
            Column("state", self.tr("Trạng thái"), self.chip, CellKind.CHIP, width=0),
            Column("note", self.tr("Ghi chú"), _note, width=140, hidden=True),
        )

    def class_rows(self, seen: Collecting) -> list[SideRow]:
        """Each class with how many of it still owe, or that nobody of it is signed up."""
        owing: dict[str, int] = {}
        signed_up: set[str] = set()
        waiting: set[str] = set()
        for row in seen.rows:
            if row.owes:
                owing[row.pupil.class_id] = owing.get(row.pupil.class_id, 0) + 1
            if row.enrolment is not None:
                signed_up.add(row.pupil.class_id)
            elif row.pupil.state is not CoverageState.COVERED_ELSEWHERE:
                waiting.add(row.pupil.class_id)
        rows = [SideRow(ALL, self.tr("Tất cả"), format_number(sum(owing.values())))]
        for item in seen.classes:
            count = owing.get(item.id, 0)
            if item.id in waiting - signed_up:
                rows.append(SideRow(item.id, item.name, self.tr("chưa ĐK"), "act"))
            else:
                rows.append(SideRow(item.id, item.name, format_number(count) if count else "✓"))
        return rows

    def chip(self, row: CollectRow) -> Chip:
        """Where a pupil stands in the round."""
        item = row.enrolment
        if item is None:
            if row.pupil.state is CoverageState.COVERED_ELSEWHERE:
                return Chip(self.tr("Đã có thẻ khác"), Tone.INFO)
            return Chip(self.tr("chưa đăng ký"), Tone.NEUTRAL)
        if item.id in self._marked:
            return Chip(self.tr("✓ sắp ghi thu"), Tone.INFO)
        if item.state is EnrolmentState.RETURNED:
            return Chip(self.tr("bị trả lại"), Tone.ACT)
        if item.state not in {EnrolmentState.DUE, EnrolmentState.PROMISED}:
            return Chip(self.tr("Đã đóng"), Tone.DONE)
        if item.paid:
            return Chip(self.tr("đóng một phần"), Tone.WAITING)
        if item.promised_on is not None:
            return Chip(
                self.tr("Hẹn {day}").format(day=item.promised_on.strftime("%d/%m")), Tone.WAITING
            )
        return Chip(self.tr("Chưa đóng"), Tone.WAITING)


def _name(row: CollectRow) -> str:
    return row.pupil.full_name


def _sort(row: CollectRow) -> str:
    return row.pupil.sort_key


def _class_name(row: CollectRow) -> str:
    return row.pupil.class_name


def _months(row: CollectRow) -> int | None:
    return row.enrolment.months if row.enrolment else None


def _ends_on(row: CollectRow) -> str:
    return format_date(row.enrolment.period.ends_on) if row.enrolment else ""


def _own_share(row: CollectRow) -> int | None:
    return row.enrolment.premium.own_share if row.enrolment else None


def _paid(row: CollectRow) -> int | None:
    return row.enrolment.paid if row.enrolment and row.enrolment.paid else None


def _note(row: CollectRow) -> str:
    return row.enrolment.note if row.enrolment else ""
