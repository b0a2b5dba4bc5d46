"""The end of a school year: what is still open, closing it, and opening it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.names import clean_text
from ssdesk.domain.roles import Act
from ssdesk.domain.stopping import StopState
from ssdesk.errors import UserError
from ssdesk.services import cash_counts, pupils, remittances, statements
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.overview import Overview, TodoKind, overview
from ssdesk.services.pupils import PupilRow
from ssdesk.storage import closings, roster, stops

_CHANGED = Changes(frozenset({Kind.ROSTER, Kind.ENROLMENT, Kind.PAYMENT, Kind.DESK}))


class OpenKind(Enum):
    """What a year can still have open, in the order in which one settles it."""

    LEFT_OVER = "left_over"
    UNPAID = "unpaid"
    NOT_LISTED = "not_listed"
    UNANSWERED = "unanswered"
    RETURNED = "returned"
    STOPPED = "stopped"
    CORRECTION = "correction"
    STATEMENT = "statement"
    CASH_DIFFERENCE = "cash_difference"
    MONEY_HELD = "money_held"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One thing to settle; done where `count` is 0.

    Args:
        count: pupils, lines or orders; 1 where only money is at stake.
        amount: dong at stake, 0 where none is.
    """

    kind: OpenKind
    count: int
    amount: int = 0


@dataclass(frozen=True, slots=True)
class YearClose:
    """A school year as it would be closed.

    Args:
        note: why it was closed with something open, or opened again.
    """

    school_year: str
    items: tuple[OpenItem, ...]
    closed: bool
    closed_at: datetime | None
    closed_by: str
    note: str

    @property
    def open_items(self) -> tuple[OpenItem, ...]:
        """What is not settled yet."""
        return tuple(item for item in self.items if item.count)


@dataclass(frozen=True, slots=True)
class YearClosed:
    """The year as it now stands."""

    year: YearClose
    changes: Changes = field(default=_CHANGED)


def read_close(ctx: Context, school_year: str) -> YearClose:
    """What a school year still has open.

    Raises:
        UserError: SCHOOL_YEAR_UNKNOWN.
    """
    known = roster.school_years(ctx.store.reader)
    if school_year not in known:
        names = ", ".join(known) or "–"
        raise UserError("SCHOOL_YEAR_UNKNOWN", year=school_year[:20], known=names)
    rows = pupils.list_pupils(ctx, school_year)
    seen = overview(ctx, school_year)
    items = (*_people(seen, rows), _stopped(ctx, school_year), *_money(ctx))
    last = closings.last(ctx.store.reader, school_year)
    return YearClose(
        school_year,
        items,
        last is not None and last.closed,
        last.posted_at if last else None,
        last.posted_by if last else "",
        last.note if last else "",
    )


def closed_years(ctx: Context) -> frozenset[str]:
    """Names of the school years that are closed now."""
    return closings.every_closed(ctx.store.reader)


def _people(seen: Overview, rows: tuple[PupilRow, ...]) -> Iterator[OpenItem]:
    counts = {todo.kind: len(todo.entry_ids) for todo in seen.todos}
    yield OpenItem(OpenKind.LEFT_OVER, seen.unexplained)
    owing = [row.enrolment for row in rows if row.enrolment and _owes(row)]
    due = sum(item.own_share - item.paid for item in owing)
    yield OpenItem(OpenKind.UNPAID, len(owing), due)
    yield OpenItem(OpenKind.NOT_LISTED, counts.get(TodoKind.NOT_LISTED, 0))
    waiting = sum(
        row.enrolment is not None and row.enrolment.state is EnrolmentState.SUBMITTED
        for row in rows
    )
    yield OpenItem(OpenKind.UNANSWERED, waiting)
    yield OpenItem(OpenKind.RETURNED, counts.get(TodoKind.RETURNED, 0))
    yield OpenItem(OpenKind.CORRECTION, counts.get(TodoKind.CORRECTION, 0))


def _stopped(ctx: Context, school_year: str) -> OpenItem:
    """Who stops while the office has not accepted it yet, with what it is asked to refund."""
    open_states = frozenset(StopState) - {StopState.REFUNDED}
    rows = stops.every(ctx.store.reader, open_states)
    amounts = [each.stop.amount for each in rows if each.school_year == school_year]
    return OpenItem(OpenKind.STOPPED, len(amounts), sum(amounts))


def _owes(row: PupilRow) -> bool:
    item = row.enrolment
    return item is not None and item.paid < item.own_share


def _money(ctx: Context) -> Iterator[OpenItem]:
    lines = statements.list_lines(ctx, only_open=True)
    yield OpenItem(OpenKind.STATEMENT, len(lines), sum(each.line.amount for each in lines))
    count = cash_counts.open_difference(ctx)
    amount = abs(count.difference) if count else 0
    yield OpenItem(OpenKind.CASH_DIFFERENCE, int(count is not None), amount)
    place = cash_counts.cash_position(ctx)
    held = place.total - place.remitted
    yield OpenItem(OpenKind.MONEY_HELD, int(held != 0), held)
    orders = [
        each
        for each in remittances.list_remittances(ctx)
        if not each.bank_reference and each.withdrawn_on is None
    ]
    yield OpenItem(OpenKind.ORDER, len(orders), sum(each.amount for each in orders))


def close_year(ctx: Context, school_year: str, note: str = "") -> YearClosed:
    """Closes a year: nothing of it is enrolled, paid or moved until it is opened again.

    Answers of the office and confirmations of the bank still come in.

    Raises:
        UserError: NOT_ALLOWED, SCHOOL_YEAR_UNKNOWN, YEAR_CLOSED_ALREADY, YEAR_HAS_OPEN where
            something is open and no note says why.
    """
    before = read_close(ctx, school_year)
    if before.closed:
        raise UserError("YEAR_CLOSED_ALREADY", year=school_year)
    said = clean_text(note)
    if before.open_items and not said:
        raise UserError("YEAR_HAS_OPEN", year=school_year, count=len(before.open_items))
    return _settle(ctx, school_year, said, closed=True)


def reopen_year(ctx: Context, school_year: str, reason: str) -> YearClosed:
    """Opens a closed year again.

    Raises:
        UserError: NOT_ALLOWED, SCHOOL_YEAR_UNKNOWN, REASON_MISSING, YEAR_NOT_CLOSED.
    """
    said = clean_text(reason)
    if not said:
        raise UserError("REASON_MISSING")
    if not read_close(ctx, school_year).closed:
        raise UserError("YEAR_NOT_CLOSED", year=school_year)
    return _settle(ctx, school_year, said, closed=False)


def _settle(ctx: Context, school_year: str, note: str, *, closed: bool) -> YearClosed:
    with ctx.write(Act.KEEP_DESK) as unit:
        closings.insert(unit, school_year, closed=closed, note=note)
        unit.audit("year_closed" if closed else "year_reopened", school_year, {"note": note})
    return YearClosed(read_close(ctx, school_year))
