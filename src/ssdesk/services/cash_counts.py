"""The cashier's evening: what must be there, what is there, and why they differ."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ssdesk.domain.dates import format_date, next_day
from ssdesk.domain.money import format_dong
from ssdesk.domain.names import clean_text
from ssdesk.domain.remittance import (
    DENOMINATIONS,
    CashPosition,
    ClassCash,
    NoteCount,
    check_notes,
    counted,
)
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import handovers
from ssdesk.storage.handovers import CashCount
from ssdesk.storage.queries import money
from ssdesk.storage.queries.money import DayMoney
from ssdesk.storage.store import Reader

__all__ = [
    "CashCount",
    "CashCounted",
    "CashPosition",
    "ClassCash",
    "CountCash",
    "DayMoney",
    "cash_position",
    "count_cash",
    "expected_cash",
    "get_count",
    "last_closed_day",
    "list_counts",
    "money_by_day",
    "open_day",
    "open_difference",
    "posting_day",
]


@dataclass(frozen=True, slots=True)
class CountCash:
    """Notes on the table at the end of a day; `note` explains what is over or short."""

    notes: tuple[NoteCount, ...]
    note: str = ""
    counted_on: date | None = None


@dataclass(frozen=True, slots=True)
class CashCounted:
    """The count posted; its day is closed."""

    count: CashCount
    changes: Changes = field(default=Changes(frozenset({Kind.PAYMENT, Kind.REMITTANCE})))


def cash_position(ctx: Context) -> CashPosition:
    """Where every dong is now."""
    return money.position(ctx.store.reader)


def expected_cash(ctx: Context, day: date | None = None) -> int:
    """Cash the cashier must have at the end of a day (today), in dong."""
    return money.cash_until(ctx.store.reader, day or ctx.clock.today())


def money_by_day(ctx: Context, first: date, last: date) -> tuple[DayMoney, ...]:
    """Money taken from a first to a last day, a line a day and way of handing in."""
    return money.days(ctx.store.reader, first, last)


def list_counts(ctx: Context) -> tuple[CashCount, ...]:
    """All evening counts, the newest first."""
    return handovers.counts(ctx.store.reader)


def open_difference(ctx: Context) -> CashCount | None:
    """The last count where it was over or short: it stands until a later one agrees."""
    found = handovers.counts(ctx.store.reader)[:1]
    return found[0] if found and abs(found[0].difference) >= min(DENOMINATIONS) else None


def get_count(ctx: Context, day: date) -> CashCount | None:
    """The count of a day, or None while it was not counted."""
    return handovers.count_of(ctx.store.reader, day)


def last_closed_day(ctx: Context) -> date | None:
    """The last day that takes no more money, None while no day is closed."""
    return handovers.last_counted(ctx.store.reader)


def open_day(reader: Reader, today: date) -> date:
    """The day that money taken now counts to: the next one once today's cash is counted."""
    closed = handovers.last_counted(reader)
    return today if closed is None or closed < today else next_day(closed)


def posting_day(reader: Reader, today: date, wanted: date | None = None) -> date:
    """The day that an entry bears at every door: the one asked for, else the open one.

    Raises:
        UserError: PAID_IN_FUTURE, DAY_CLOSED_NEXT_OPEN where that day's cash is counted.
    """
    first = open_day(reader, today)
    day = wanted or first
    if day > first:
        raise UserError("PAID_IN_FUTURE", day=format_date(day))
    if handovers.is_closed(reader, day):
        raise UserError("DAY_CLOSED_NEXT_OPEN", day=format_date(day), open_day=format_date(first))
    return day


def _too_small(missing: int) -> str:
    """Premiums end in tens of dong, and no note is that small: that alone needs no reason."""
    if 0 < missing < min(DENOMINATIONS):
        return f"Lẻ {missing} đồng không có tờ tiền"
    return ""


def count_cash(ctx: Context, command: CountCash) -> CashCounted:
    """Posts the evening count and closes the day, and all before it, for payments.

    Raises:
        UserError: DAY_CLOSED when the day or a later one is counted already, COUNT_IN_FUTURE,
            NOTE_UNKNOWN, NOTE_TWICE, COUNT_NEGATIVE, COUNT_DIFFERS without a note,
            NOT_ALLOWED.
    """
    day = command.counted_on or ctx.clock.today()
    if day > ctx.clock.today():
        raise UserError("COUNT_IN_FUTURE", day=format_date(day))
    check_notes(command.notes)
    amount, note = counted(command.notes), clean_text(command.note)
    with ctx.write(Act.TAKE_MONEY) as unit:
        if handovers.is_closed(unit, day):
            raise UserError("DAY_CLOSED")
        expected = money.cash_until(unit, day)
        note = note or _too_small(expected - amount)
        if amount != expected and not note:
            raise UserError(
                "COUNT_DIFFERS",
                counted=format_dong(amount),
                expected=format_dong(expected),
                difference=format_dong(amount - expected),
            )
        by = ctx.account.full_name
        count = CashCount(ctx.clock.new_id(), day, expected, amount, command.notes, note, by)
        handovers.insert_count(unit, count)
        unit.audit("cash_counted", count.id, {"expected": expected, "counted": amount})
    return CashCounted(count)
