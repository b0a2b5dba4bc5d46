"""What taking a list of cards in would do, row by row; what is previewed is what then happens."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from ssdesk.domain.person import Person
from ssdesk.exchange.card_list import CardLine
from ssdesk.exchange.roster_cells import Healing
from ssdesk.exchange.roster_layout import RosterMapping
from ssdesk.exchange.roster_line_cells import CellProblem
from ssdesk.exchange.sheets import Source
from ssdesk.services.rosters.plan import Difference
from ssdesk.storage.cards import Card
from ssdesk.storage.imports import ImportBatch


class Action(Enum):
    """What happens to one row; STOPPED stands under the list's heading `Giảm`."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    STOPPED = "stopped"
    NOT_OURS = "not_ours"
    REFUSED = "refused"


class Evidence(Enum):
    """By what a row is somebody's."""

    INSURANCE_NUMBER = "insurance_number"
    PERSONAL_ID = "personal_id"
    NAME_AND_BIRTH = "name_and_birth"


@dataclass(frozen=True, slots=True)
class Writes:
    """What a row changes in the store; None for what it leaves alone.

    Args:
        person: with the numbers that the list fills in.
        new_card: its id is empty until it is written.
        corrected: a card that is known, with other days.
        cover_id: the other group's cover that ends on `cover_to`.
        accepted: enrolment that the card proves to be accepted by the office.
        settled: stop that waited and that the list shows the office has taken.
    """

    person: Person | None = None
    new_card: Card | None = None
    corrected: Card | None = None
    cover_id: str = ""
    cover_to: date | None = None
    accepted: str = ""
    settled: str = ""


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """One row of the list with whose it is and what it changes.

    Args:
        entry_id: that person's line on the year's roster, empty where there is none.
    """

    line: CardLine
    action: Action
    person: Person | None = None
    evidence: Evidence | None = None
    entry_id: str = ""
    class_name: str = ""
    differences: tuple[Difference, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    writes: Writes = Writes()


@dataclass(frozen=True)
class CardListPlan:
    """A list of cards beside the store; nothing is written yet.

    Args:
        stamp: state of the store that the plan was made on.
        taken_before: the same file, taken in earlier and not taken back.
    """

    source: Source
    school_year: str
    mapping: RosterMapping
    rows: tuple[PlannedCard, ...]
    healed: tuple[Healing, ...]
    stamp: tuple[int, ...]
    taken_before: ImportBatch | None = None

    @cached_property
    def counts(self) -> Counter[Action]:
        """How many rows have which action."""
        return Counter(row.action for row in self.rows)

    @property
    def problems(self) -> tuple[CellProblem, ...]:
        """Everything to look at, in the list's order."""
        return tuple(problem for row in self.rows for problem in row.problems)

    @property
    def ticked(self) -> int:
        """How many enrolments the list shows to be accepted."""
        return sum(bool(row.writes.accepted) for row in self.rows)

    @property
    def settled(self) -> int:
        """How many stops that wait the list shows to be taken by the office."""
        return sum(bool(row.writes.settled) for row in self.rows)
