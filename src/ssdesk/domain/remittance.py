"""Counting cash, where all money is, and whether list, receipts and transfer say the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from ssdesk.domain.money import format_dong
from ssdesk.errors import UserError

DENOMINATIONS = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200)
"""Notes and coins in use, in dong, the largest first."""


@dataclass(frozen=True, slots=True)
class NoteCount:
    """How many notes or coins of one value there are; `denomination` in dong."""

    denomination: int
    pieces: int


def counted(notes: Iterable[NoteCount]) -> int:
    """What counted notes and coins add up to, in dong."""
    return sum(note.denomination * note.pieces for note in notes)


def check_notes(notes: Iterable[NoteCount]) -> None:
    """Lets through a count of notes in use, each once and none below zero.

    Raises:
        UserError: NOTE_UNKNOWN, NOTE_TWICE, COUNT_NEGATIVE.
    """
    seen: set[int] = set()
    for item in notes:
        if item.denomination not in DENOMINATIONS:
            raise UserError("NOTE_UNKNOWN", value=format_dong(item.denomination))
        if item.denomination in seen:
            raise UserError("NOTE_TWICE", value=format_dong(item.denomination))
        if item.pieces < 0:
            raise UserError("COUNT_NEGATIVE", counted=item.pieces)
        seen.add(item.denomination)


@dataclass(frozen=True, slots=True)
class ClassCash:
    """What the teacher of one class still has to hand in, in dong.

    Args:
        shortage: part of it that was missing at earlier hand-overs; negative where more was
            handed in than the receipts say.
    """

    class_id: str
    class_name: str
    amount: int
    shortage: int = 0


@dataclass(frozen=True, slots=True)
class CashPosition:
    """Where every dong is, all amounts in dong.

    Args:
        with_teachers: taken by homeroom teachers and not handed over yet, shortages included.
        with_cashier: cash the cashier answers for.
        in_bank: paid by transfer, on the school's account.
        remitted: in transfer orders to the office's collection account.
        confirmed: the part of `remitted` that the bank has confirmed.
        classes: `with_teachers` by class.
    """

    with_teachers: int
    with_cashier: int
    in_bank: int
    remitted: int
    confirmed: int = 0
    classes: tuple[ClassCash, ...] = ()

    @property
    def total(self) -> int:
        """All money on valid receipts."""
        return self.with_teachers + self.with_cashier + self.in_bank + self.remitted


class Difference(Enum):
    """Why a pupil's list line, receipts and transfer do not say the same."""

    LISTED_NOT_PAID = "listed_not_paid"
    LISTED_PART_PAID = "listed_part_paid"
    PAID_NOT_LISTED = "paid_not_listed"
    INSTALMENT = "instalment"
    PAID_NOT_TRANSFERRED = "paid_not_transferred"


@dataclass(frozen=True, slots=True)
class MatchLine:
    """One pupil on the list, in the receipts and in the transfers; amounts in dong.

    Args:
        own_share: what the pupil owes for the whole period.
        on_list: whether the pupil is on the round's list; a line can be of 0 dong.
        receipted: money on valid receipts.
        transferred: the part of it in transfer orders.
        confirmed: the part of that which the bank has confirmed.
    """

    enrolment_id: str
    full_name: str
    class_name: str
    own_share: int
    on_list: bool
    receipted: int
    transferred: int
    confirmed: int

    @property
    def listed(self) -> int:
        """Amount of the pupil's line on the list."""
        return self.own_share if self.on_list else 0

    @property
    def reasons(self) -> tuple[Difference, ...]:
        """Everything about this pupil that keeps the three from being equal."""
        whole = self.receipted >= self.own_share
        found = []
        if self.on_list and self.receipted < self.own_share:
            part = self.receipted > 0
            found.append(Difference.LISTED_PART_PAID if part else Difference.LISTED_NOT_PAID)
        if not self.on_list and self.receipted > 0:
            found.append(Difference.PAID_NOT_LISTED if whole else Difference.INSTALMENT)
        if self.transferred < self.receipted and whole:
            found.append(Difference.PAID_NOT_TRANSFERRED)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class ThreeWayMatch:
    """List, receipts and transfer of a round side by side (ruling 10); amounts in dong.

    Args:
        list_made: whether a list of the round was made; until then those who have paid in full
            stand for it.
    """

    lines: tuple[MatchLine, ...]
    list_made: bool = False

    @property
    def listed(self) -> int:
        """What the lines of the list add up to."""
        return sum(line.listed for line in self.lines)

    @property
    def receipted(self) -> int:
        """What the valid receipts add up to."""
        return sum(line.receipted for line in self.lines)

    @property
    def transferred(self) -> int:
        """What the transfer orders add up to."""
        return sum(line.transferred for line in self.lines)

    @property
    def confirmed(self) -> int:
        """What the bank has confirmed of it."""
        return sum(line.confirmed for line in self.lines)

    @property
    def people_listed(self) -> int:
        """Lines of the list."""
        return sum(line.on_list for line in self.lines)

    @property
    def people_receipted(self) -> int:
        """Pupils with money on valid receipts."""
        return sum(line.receipted > 0 for line in self.lines)

    @property
    def people_transferred(self) -> int:
        """Pupils with money in transfer orders."""
        return sum(line.transferred > 0 for line in self.lines)

    @property
    def differences(self) -> tuple[MatchLine, ...]:
        """Pupils for whom the three are not the same."""
        return tuple(line for line in self.lines if line.reasons)

    @property
    def agrees(self) -> bool:
        """Whether list = receipts = transfer for every pupil."""
        return not self.differences

    def with_difference(self, difference: Difference) -> tuple[MatchLine, ...]:
        """Pupils with one kind of difference."""
        return tuple(line for line in self.lines if difference in line.reasons)
