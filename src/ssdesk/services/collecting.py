"""What the collection page shows: each pupil of a year beside the enrolment of one round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.services.cash_counts import open_day
from ssdesk.services.context import Context
from ssdesk.services.pupils import ClassRow, PupilRow, list_classes, list_pupils
from ssdesk.services.receipt_books import ReceiptBook, usable_books
from ssdesk.services.rounds import CollectionRound, list_rounds
from ssdesk.storage import enrolments
from ssdesk.storage.enrolments import Enrolment

__all__ = ["CollectRow", "Collecting", "read_collecting"]

_OPEN = frozenset({EnrolmentState.DUE, EnrolmentState.PROMISED})


@dataclass(frozen=True, slots=True)
class CollectRow:
    """A pupil and the enrolment in the round, None where not signed up or withdrawn."""

    pupil: PupilRow
    enrolment: Enrolment | None

    @property
    def owes(self) -> int:
        """What can still be taken, in dong."""
        item = self.enrolment
        return item.still_due if item is not None and item.state in _OPEN else 0


@dataclass(frozen=True, slots=True)
class Collecting:
    """A round as it is collected; `round` is None while the year has none.

    Args:
        pays_on: day that money taken now counts to.
    """

    rounds: tuple[CollectionRound, ...]
    round: CollectionRound | None
    rows: tuple[CollectRow, ...]
    classes: tuple[ClassRow, ...]
    books: tuple[ReceiptBook, ...]
    pays_on: date


def read_collecting(ctx: Context, school_year: str, round_id: str | None = None) -> Collecting:
    """Reads a round, the newest open one where none is named."""
    rounds = list_rounds(ctx, school_year)
    chosen = next((item for item in rounds if item.id == round_id), None)
    if chosen is None:
        chosen = next((item for item in rounds if not item.closed), None)
    pupils = list_pupils(ctx, school_year)
    signed = enrolments.of_round(ctx.store.reader, chosen.id) if chosen else ()
    live = {item.entry_id: item for item in signed if item.state is not EnrolmentState.ENDED}
    rows = tuple(CollectRow(pupil, live.get(pupil.entry_id)) for pupil in pupils)
    classes = list_classes(ctx, school_year, pupils)
    pays_on = open_day(ctx.store.reader, ctx.clock.today())
    return Collecting(rounds, chosen, rows, classes, usable_books(ctx), pays_on)
