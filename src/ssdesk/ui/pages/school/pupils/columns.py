"""The columns of the pupils' grid, and where a pupil stands in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.dates import format_date
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.groups import PUPIL
from ssdesk.domain.person import Sex
from ssdesk.domain.stopping import StopState
from ssdesk.services.pupils import PupilRow, PupilStop
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.widgets.chip import Chip, Tone


def blank_pupil(number: int, class_id: str, class_name: str, today: date) -> PupilRow:
    """A line for a newcomer who is still being typed."""
    return PupilRow(
        entry_id=f"new-{number}",
        person_id="",
        class_id=class_id,
        class_name=class_name,
        grade=0,
        student_code="",
        full_name="",
        sort_key="",
        search_key="",
        birth_date=None,
        sex=None,
        personal_id=None,
        insurance_number=None,
        phone="",
        address="",
        ethnicity="",
        parent_name="",
        registered_hospital="",
        note="",
        identity_override="",
        joined_on=today,
        left_on=None,
        moved_note="",
        left_over_reason="",
        card_valid_to=None,
        cover=None,
        enrolment=None,
        state=CoverageState.LEFT_OVER,
    )


@dataclass(frozen=True, slots=True)
class _Stored:
    """Reads one plain attribute of a row."""

    name: str

    def __call__(self, row: PupilRow) -> str | None:
        value: str | None = getattr(row, self.name)
        return value


def _born(row: PupilRow) -> str:
    return row.birth_date.display() if row.birth_date else ""


def _born_order(row: PupilRow) -> str:
    return row.birth_date.value.isoformat() if row.birth_date else ""


def _sort_key(row: PupilRow) -> str:
    return row.sort_key


def _group(row: PupilRow) -> str:
    if row.cover is not None:
        return row.cover.group_code
    return row.enrolment.group_code if row.enrolment else PUPIL


def _paid(row: PupilRow) -> int | None:
    return row.enrolment.paid if row.enrolment and row.enrolment.paid else None


def _due(row: PupilRow) -> int | None:
    return row.enrolment.own_share if row.enrolment else None


class PupilWords(QObject):
    """Words of the pupils' page that several of its parts need."""

    def columns(self) -> tuple[Column[PupilRow], ...]:
        """All columns; the less needed ones wait in the column chooser."""
        sex = self._sex()
        return (
            Column(
                "full_name",
                self.tr("Họ và tên"),
                _Stored("full_name"),
                width=154,
                sort=_sort_key,
                editable=True,
                whole=True,
            ),
            Column(
                "birth_date",
                self.tr("Ngày sinh"),
                _born,
                width=100,
                sort=_born_order,
                editable=True,
                whole=True,
                leaves=2,
            ),
            Column(
                "sex", self.tr("Phái"), sex, width=48, editable=True, choices=sex.choices, leaves=3
            ),
            Column(
                "personal_id",
                self.tr("CCCD / ĐDCN"),
                _Stored("personal_id"),
                width=128,
                editable=True,
                whole=True,
                leaves=1,
            ),
            Column("group_code", self.tr("Mã"), _group, width=40, leaves=5),
            Column("state", self.tr("Trạng thái"), self.chip, CellKind.CHIP, width=0),
            Column("own_share", self.tr("Phải đóng"), _due, CellKind.DONG, width=84, hidden=True),
            Column("paid", self.tr("Đã đóng"), _paid, CellKind.DONG, width=78, leaves=4),
            *self._less_needed(),
            self._class(),
        )

    def _class(self) -> Column[PupilRow]:
        read = _Stored("class_name")
        return Column("class_name", self.tr("Lớp"), read, width=56, hidden=True, whole=True)

    def _less_needed(self) -> tuple[Column[PupilRow], ...]:
        plain = (
            ("insurance_number", self.tr("Mã số BHYT"), 104),
            ("phone", self.tr("Điện thoại"), 105),
            ("parent_name", self.tr("Cha mẹ"), 150),
            ("address", self.tr("Địa chỉ"), 180),
            ("student_code", self.tr("Mã học sinh"), 100),
            ("ethnicity", self.tr("Dân tộc"), 80),
            ("registered_hospital", self.tr("Nơi KCB"), 80),
            ("note", self.tr("Ghi chú"), 160),
        )
        return tuple(
            Column(name, title, _Stored(name), width=width, editable=True, hidden=True)
            for name, title, width in plain
        )

    def _sex(self) -> _SexWords:
        return _SexWords(self.tr("Nam"), self.tr("Nữ"))

    def chip(self, row: PupilRow) -> Chip:
        """Where a pupil stands."""
        if row.left_on is not None:
            return Chip(self.tr("đã chuyển đi"), Tone.NEUTRAL)
        if row.state is CoverageState.COVERED_ELSEWHERE and row.cover:
            if row.cover.valid_to is None:
                return Chip(self.tr("Đã có thẻ"), Tone.INFO)
            ends = format_date(row.cover.valid_to)
            return Chip(self.tr("Thẻ đến {day}").format(day=ends), Tone.INFO)
        if row.state is CoverageState.PAID and row.enrolment:
            if row.enrolment.stop is not None:
                return self._stop_chip(row.enrolment.stop)
            return self._paid_chip(row.enrolment.state)
        if row.enrolment and row.state is CoverageState.SIGNED_UP:
            return self._due_chip(row)
        if row.cover and row.cover.kind == "elsewhere":
            return Chip(self.tr("thẻ khác chưa có giấy"), Tone.ACT)
        return Chip(row.left_over_reason or self.tr("Chưa rõ"), Tone.ACT)

    def _paid_chip(self, state: EnrolmentState) -> Chip:
        if state is EnrolmentState.RETURNED:
            return Chip(self.tr("bị trả lại"), Tone.ACT)
        words = {
            EnrolmentState.SUBMITTED: self.tr("Đã gửi danh sách"),
            EnrolmentState.ACCEPTED: self.tr("Đã được nhận"),
        }
        return Chip(words.get(state, self.tr("Đã đóng")), Tone.DONE)

    def _stop_chip(self, stop: PupilStop) -> Chip:
        if stop.state is StopState.RETURNED:
            return Chip(self.tr("báo giảm bị trả lại"), Tone.ACT)
        day = stop.effective_on.strftime("%d/%m/%y")
        return Chip(self.tr("thôi từ {day}").format(day=day), Tone.WAITING)

    def _due_chip(self, row: PupilRow) -> Chip:
        item = row.enrolment
        assert item is not None
        if item.paid:
            return Chip(self.tr("đóng một phần"), Tone.WAITING)
        if item.promised_on:
            words = self.tr("Hứa {day}").format(day=item.promised_on.strftime("%d/%m"))
            return Chip(words, Tone.WAITING)
        return Chip(self.tr("Chưa đóng"), Tone.WAITING)


class _SexWords:
    """The sex of a row in words."""

    def __init__(self, male: str, female: str) -> None:
        self.choices = (male, female)

    def __call__(self, row: PupilRow) -> str:
        if row.sex is None:
            return ""
        return self.choices[0] if row.sex is Sex.MALE else self.choices[1]
