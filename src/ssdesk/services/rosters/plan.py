"""What taking in a roster would do, row by row; what is previewed is what then happens."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from ssdesk.domain.person import Person
from ssdesk.domain.pupil import HeldCard, PupilFacts
from ssdesk.exchange.legacy_text import ColumnRead
from ssdesk.exchange.roster_cells import Healing
from ssdesk.exchange.roster_layout import RosterMapping
from ssdesk.exchange.roster_line_cells import CellProblem
from ssdesk.exchange.sheets import Source
from ssdesk.storage.roster import RosterEntry

UNPLACED = "Chưa xếp lớp"
"""Class of newcomers whose source names none."""


class Action(Enum):
    """What happens to one row."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    REFUSED = "refused"


class KnownBy(Enum):
    """By what a row was known to be a pupil of the store, the surest first."""

    PERSONAL_ID = "personal_id"
    INSURANCE_NUMBER = "insurance_number"
    NAME_AND_BIRTH = "name_and_birth"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that changes, its values as people read them."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One pupil of the source.

    Args:
        facts: as they will stand, what the source leaves empty taken from the store.
        class_name: class as it will stand.
        person: the human being in the store, None for somebody new.
        joined_on: first day at the school this year, as it will stand.
        entry: the line on the year's roster, None for a newcomer.
        card: a card that the store does not know yet.
        known_by: what tells that the row is that person, None for somebody new.
    """

    sheet: str
    row: int
    action: Action
    facts: PupilFacts
    class_name: str
    joined_on: date
    person: Person | None = None
    entry: RosterEntry | None = None
    differences: tuple[Difference, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    card: HeldCard | None = None
    known_by: KnownBy | None = None


@dataclass(frozen=True, slots=True)
class MissingPupil:
    """A pupil of the store whom the source does not name, though it has the class."""

    entry_id: str
    full_name: str
    class_name: str


@dataclass(frozen=True)
class RosterPlan:
    """A roster checked against the store; nothing is written yet.

    Args:
        stamp: state of the store that the plan was made on.
        missing: shown only; a transfer out is somebody's decision.
        latecomers: how many newcomers to classes that the store already has, and that the
            source gives no joining day.
        latecomers_on: their joining day, None if there are none.
        old_fonts: columns of the file typed for fonts from before Unicode, as they stand in it.
    """

    source: Source
    school_year: str
    mapping: RosterMapping
    rows: tuple[PlannedRow, ...]
    problems: tuple[CellProblem, ...]
    healed: tuple[Healing, ...]
    missing: tuple[MissingPupil, ...]
    stamp: tuple[int, ...]
    latecomers: int = 0
    latecomers_on: date | None = None
    old_fonts: tuple[ColumnRead, ...] = ()

    @cached_property
    def counts(self) -> Counter[Action]:
        """How many rows have which action."""
        return Counter(row.action for row in self.rows)

    @property
    def new(self) -> int:
        """Rows that come onto the roster."""
        return self.counts[Action.NEW]

    @property
    def same(self) -> int:
        """Rows that the store already has as they are."""
        return self.counts[Action.SAME]

    @property
    def changed(self) -> int:
        """Rows that change what the store has."""
        return self.counts[Action.CHANGED]

    @property
    def refused(self) -> int:
        """Rows to be settled or left out."""
        return self.counts[Action.REFUSED]
