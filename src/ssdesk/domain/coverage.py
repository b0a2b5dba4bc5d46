"""Who is covered, who has paid, who has signed up, and who is left over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ssdesk.domain.enrolment import EnrolmentState


class CoverageState(Enum):
    """Where a pupil on the roster stands; each is in exactly one."""

    COVERED_ELSEWHERE = "covered_elsewhere"
    PAID = "paid"
    SIGNED_UP = "signed_up"
    LEFT_OVER = "left_over"


PAID_STATES = frozenset(
    {
        EnrolmentState.PAID,
        EnrolmentState.SUBMITTED,
        EnrolmentState.ACCEPTED,
        EnrolmentState.RETURNED,
    }
)
"""The whole own share is in; a row that came back waits for its mending, not for money."""
SIGNED_UP_STATES = frozenset({EnrolmentState.DUE, EnrolmentState.PROMISED})


@dataclass(frozen=True, slots=True)
class CoverFact:
    """What is known of a pupil's cover through another group.

    Args:
        group_code: group of the other card.
        proven: the card or paper was seen (ruling 6).
        valid_to: last day of the other card, None where the group has no end.
    """

    group_code: str
    proven: bool
    valid_to: date | None

    def covers(self, on: date) -> bool:
        """Whether this cover frees the pupil from paying on a day."""
        return self.proven and (self.valid_to is None or self.valid_to >= on)


def coverage_state(
    cover: CoverFact | None,
    enrolment: EnrolmentState | None,
    enrolment_ends_on: date | None,
    on: date,
) -> CoverageState:
    """Where a pupil stands on a day.

    A cover that is not proven or has ended, and an enrolment that has run out, count for
    nothing: the pupil is left over until somebody says otherwise (ruling 6). Money paid
    here outweighs another card, so that a double cover is seen in the list.
    """
    running = enrolment_ends_on is not None and enrolment_ends_on >= on
    if enrolment in PAID_STATES and running:
        return CoverageState.PAID
    if cover is not None and cover.covers(on):
        return CoverageState.COVERED_ELSEWHERE
    if enrolment in SIGNED_UP_STATES and running:
        return CoverageState.SIGNED_UP
    return CoverageState.LEFT_OVER


@dataclass(frozen=True, slots=True)
class CoverageCount:
    """How many pupils stand where.

    Args:
        pupils: head count as the roster gives it, or as somebody entered it; the states
            need not add up to it, and `unaccounted` is the difference.
    """

    pupils: int
    covered_elsewhere: int
    paid: int
    signed_up: int
    left_over: int

    @property
    def insured(self) -> int:
        """Pupils with a card, through whichever group."""
        return self.covered_elsewhere + self.paid

    @property
    def unaccounted(self) -> int:
        """Pupils that no state accounts for; not 0 only where figures were entered."""
        parts = self.covered_elsewhere + self.paid + self.signed_up + self.left_over
        return self.pupils - parts

    @property
    def per_mille(self) -> int:
        """Insured pupils in tenths of a percent, half up; 0 for an empty class."""
        return (self.insured * 2000 + self.pupils) // (2 * self.pupils) if self.pupils else 0

    def __add__(self, other: CoverageCount) -> CoverageCount:
        return CoverageCount(
            self.pupils + other.pupils,
            self.covered_elsewhere + other.covered_elsewhere,
            self.paid + other.paid,
            self.signed_up + other.signed_up,
            self.left_over + other.left_over,
        )


def count_coverage(states: Iterable[CoverageState]) -> CoverageCount:
    """Counts the pupils of a class or a school by where they stand."""
    found = tuple(states)
    return CoverageCount(
        pupils=len(found),
        covered_elsewhere=found.count(CoverageState.COVERED_ELSEWHERE),
        paid=found.count(CoverageState.PAID),
        signed_up=found.count(CoverageState.SIGNED_UP),
        left_over=found.count(CoverageState.LEFT_OVER),
    )
