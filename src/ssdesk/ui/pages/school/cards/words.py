"""Columns, filters and chips of the cards of the classes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject

from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_number
from ssdesk.domain.person import BirthDate
from ssdesk.services.card_handouts import SOON, Place, PupilCard, ends_soon, place_of
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.widgets.chip import Chip, Tone
from ssdesk.ui.widgets.side_list import SideRow

ALL = "all"
ENDED, HELD, NONE = "ended", "held", "none"
_URGENT = SOON[-1]


def filters(today: date) -> dict[str, Callable[[PupilCard], bool]]:
    """What each line of the side list shows, apart from the classes."""
    found: dict[str, Callable[[PupilCard], bool]] = {ALL: everybody}
    for days in SOON:
        found[f"soon{days}"] = _Soon(today, days)
    found[ENDED] = _Ended(today)
    found[HELD] = _is_held
    found[NONE] = _has_none
    return found


class CardWords(QObject):
    """How cards read."""

    def __init__(self, parent: QObject, today: date) -> None:
        super().__init__(parent)
        self._today = today

    def side_rows(self, rows: Sequence[PupilCard]) -> list[SideRow]:
        """The filters with their counts, then the classes with the cards that end soon."""
        words = {
            ALL: self.tr("Tất cả"),
            **{f"soon{days}": self.tr("Còn ≤ {n} ngày").format(n=days) for days in SOON},
            ENDED: self.tr("Đã hết hạn"),
            HELD: self.tr("Thẻ giấy chưa phát"),
            NONE: self.tr("Chưa có thẻ"),
        }
        found = []
        for key, wanted in filters(self._today).items():
            count = sum(map(wanted, rows))
            tone = "act" if count and key in {ENDED, f"soon{_URGENT}"} else ""
            found.append(SideRow(key, words[key], format_number(count), tone))
        found.append(SideRow("", self.tr("LỚP · CÒN ≤ 30 NGÀY")))
        return [*found, *self._classes(rows)]

    def _classes(self, rows: Sequence[PupilCard]) -> list[SideRow]:
        soon: dict[str, int] = {}
        names: dict[str, str] = {}
        for row in rows:
            names.setdefault(row.class_id, row.class_name)
            soon[row.class_id] = soon.get(row.class_id, 0) + ends_soon(row, self._today, SOON[0])
        return [SideRow(key, name, str(soon[key] or "")) for key, name in names.items()]

    def columns(self) -> tuple[Column[PupilCard], ...]:
        """The cards; where text is large, what the list to sign says too leaves."""
        return (
            Column("class_name", self.tr("Lớp"), _class, width=56, whole=True),
            Column("full_name", self.tr("Họ và tên"), _name, width=0, sort=_sort_key, whole=True),
            Column("birth_date", self.tr("Ngày sinh"), _born, width=100, whole=True, leaves=5),
            Column("number", self.tr("Số thẻ"), _number, width=138, whole=True, leaves=3),
            Column(
                "valid_from",
                self.tr("Giá trị từ"),
                _from,
                CellKind.DATE,
                width=98,
                leaves=4,
            ),
            Column("valid_to", self.tr("Giá trị đến"), _to, CellKind.DATE, width=98, leaves=2),
            Column("left", self.tr("Thời hạn"), self._left, CellKind.CHIP, width=106),
            Column("place", self.tr("Phát thẻ"), self._place, CellKind.CHIP, width=136),
            Column("handed_to", self.tr("Người nhận"), _handed_to, width=150, hidden=True),
        )

    def _left(self, row: PupilCard) -> Chip | None:
        ends = row.card.valid_to if row.card else None
        if ends is None:
            return None
        if row.follows(self._today):
            return self._following(row)
        days = (ends - self._today).days
        if days < 0:
            return Chip(self.tr("hết hạn {n} ngày").format(n=-days), Tone.ACT)
        if days > SOON[0]:
            return Chip(self.tr("còn hạn"), Tone.DONE)
        tone = Tone.ACT if days <= _URGENT else Tone.WAITING
        return Chip(self.tr("còn {n} ngày").format(n=days), tone)

    def _following(self, row: PupilCard) -> Chip:
        """The card of the column begins later: the one before still holds, or none does."""
        if row.before_to is not None and row.before_to >= self._today:
            day = _short(row.before_to)
            return Chip(self.tr("thẻ cũ đến {day}").format(day=day), Tone.DONE)
        return Chip(self.tr("chưa hiệu lực"), Tone.WAITING)

    def _place(self, row: PupilCard) -> Chip:
        place = place_of(row)
        if place is Place.NONE:
            return Chip(self.tr("chưa có thẻ"))
        if place is Place.WITH_PUPIL and row.to_pupil:
            return Chip(self.tr("đã phát {day}").format(day=_short(row.to_pupil.on)), Tone.DONE)
        if place is Place.WITH_TEACHER and row.to_teacher:
            words = self.tr("GVCN giữ {day}").format(day=_short(row.to_teacher.on))
            return Chip(words, Tone.INFO)
        if row.of_other_group and row.card:
            return Chip(self.tr("nhóm {group}").format(group=row.card.group_code))
        if row.paper:
            return Chip(self.tr("giấy, chưa phát"), Tone.WAITING)
        return Chip(self.tr("thẻ điện tử"))


class _Soon:
    def __init__(self, today: date, days: int) -> None:
        self._today, self._days = today, days

    def __call__(self, row: PupilCard) -> bool:
        return ends_soon(row, self._today, self._days)


class _Ended:
    def __init__(self, today: date) -> None:
        self._today = today

    def __call__(self, row: PupilCard) -> bool:
        ends = row.card.valid_to if row.card else None
        return ends is not None and ends < self._today


def everybody(_: PupilCard) -> bool:
    """The filter that hides nobody."""
    return True


def _is_held(row: PupilCard) -> bool:
    return row.paper and place_of(row) in {Place.HELD, Place.WITH_TEACHER}


def _has_none(row: PupilCard) -> bool:
    return row.card is None


def _short(day: date) -> str:
    return format_date(day)[:5]


def _class(row: PupilCard) -> str:
    return row.class_name


def _name(row: PupilCard) -> str:
    return row.full_name


def _sort_key(row: PupilCard) -> str:
    return row.sort_key


def _born(row: PupilCard) -> BirthDate | None:
    return row.birth_date


def _number(row: PupilCard) -> str:
    return row.card.number if row.card else ""


def _from(row: PupilCard) -> date | None:
    return row.card.valid_from if row.card else None


def _to(row: PupilCard) -> date | None:
    return row.card.valid_to if row.card else None


def _handed_to(row: PupilCard) -> str:
    handed = row.to_pupil or row.to_teacher
    return handed.to if handed else ""
