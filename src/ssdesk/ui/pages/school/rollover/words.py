"""Columns and chips of the roll-over."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QObject

from ssdesk.domain.rollover import ClassMove, Step
from ssdesk.services.rollover import MovingPupil, RolloverPlan
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.widgets.chip import Chip, Tone


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A class of the old year with how many pupils it has."""

    move: ClassMove
    pupils: int


def class_lines(plan: RolloverPlan) -> tuple[ClassLine, ...]:
    """The classes that have pupils."""
    sizes = Counter(each.class_name for each in plan.pupils)
    return tuple(ClassLine(move, sizes[move.name]) for move in plan.classes if sizes[move.name])


class RolloverWords(QObject):
    """How a class and a pupil read at the turn of the year."""

    def class_columns(self) -> tuple[Column[ClassLine], ...]:
        """Old class, its size, the next class."""
        return (
            Column("name", self.tr("Lớp cũ"), _class_name, width=0, whole=True),
            Column("pupils", self.tr("Số em"), _pupils, CellKind.INT, width=58),
            Column("next_name", self.tr("Lớp mới"), _next_name, width=118, editable=True),
        )

    def pupil_columns(self) -> tuple[Column[MovingPupil], ...]:
        """One pupil: from where to where, and what goes along."""
        return (
            Column("full_name", self.tr("Họ và tên"), _full_name, width=0, whole=True),
            Column("class_name", self.tr("Lớp cũ"), _old, width=84, whole=True, leaves=2),
            Column("next_class", self.tr("Lớp mới"), _new, width=84, whole=True, leaves=1),
            Column("step", self.tr("Năm học mới"), self.chip, CellKind.CHIP, width=124),
            Column("cover", self.tr("Thẻ khác đi theo"), self._cover, width=128, leaves=3),
        )

    def chip(self, row: MovingPupil) -> Chip:
        """What becomes of a pupil."""
        if row.known:
            return Chip(self.tr("đã có"), Tone.NEUTRAL)
        return {
            Step.UP: Chip(self.tr("lên lớp"), Tone.DONE),
            Step.STAY: Chip(self.tr("ở lại lớp"), Tone.WAITING),
            Step.LEAVE: Chip(self.tr("ra trường"), Tone.INFO),
        }[row.step]

    def _cover(self, row: MovingPupil) -> str:
        if row.cover is None:
            return ""
        last = row.cover.valid_to
        until = f"{last:%d/%m/%Y}" if last else self.tr("không hạn")
        return f"{row.cover.group_code} · {until}"


def _class_name(row: ClassLine) -> str:
    return row.move.name


def _pupils(row: ClassLine) -> int:
    return row.pupils


def _next_name(row: ClassLine) -> str:
    return row.move.next_name


def _full_name(row: MovingPupil) -> str:
    return row.full_name


def _old(row: MovingPupil) -> str:
    return row.class_name


def _new(row: MovingPupil) -> str:
    return row.next_class
