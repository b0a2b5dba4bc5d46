"""A collector's money: what is held, counted in the evening, handed to the cashier."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ssdesk.domain.dates import format_date, next_day
from ssdesk.domain.money import format_dong
from ssdesk.domain.names import clean_name, clean_text
from ssdesk.domain.remittance import NoteCount, check_notes, counted
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.cash_counts import posting_day
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import collector_cash, handovers
from ssdesk.storage.collector_cash import (
    CollectorCash,
    CollectorCount,
    CollectorHandover,
    HeldPayment,
)
from ssdesk.storage.store import Reader

__all__ = [
    "CollectorCash",
    "CollectorCount",
    "CollectorCounted",
    "CollectorHandover",
    "CountCollector",
    "HandOverCollector",
    "HeldPayment",
    "cash_of",
    "collecting_day",
    "count_collector",
    "hand_over_collector",
    "list_cash",
    "list_counts",
    "list_handovers",
    "list_held",
    "settle_advance",
]

_CHANGED = Changes(frozenset({Kind.PAYMENT, Kind.REMITTANCE}))


@dataclass(frozen=True, slots=True)
class CountCollector:
    """Notes a collector has in the evening; `note` explains what is over or short."""

    collector_id: str
    notes: tuple[NoteCount, ...]
    note: str = ""
    counted_on: date | None = None


@dataclass(frozen=True, slots=True)
class CollectorCounted:
    """The count posted; that collector's day is closed."""

    count: CollectorCount
    changes: Changes = field(default=_CHANGED)


@dataclass(frozen=True, slots=True)
class HandOverCollector:
    """Cash from a collector to the cashier, all that the receipts say.

    Args:
        counted: what the cashier counted, in dong; what is missing stays with the collector.
    """

    collector_id: str
    counted: int
    note: str = ""
    cashier_name: str = ""
    handed_on: date | None = None


@dataclass(frozen=True, slots=True)
class CollectorHandedOver:
    """The slip with what it lists; `missing` in dong is still owed."""

    handover: CollectorHandover
    lines: tuple[HeldPayment, ...]
    missing: int
    changes: Changes = field(default=_CHANGED)


def list_cash(ctx: Context) -> tuple[CollectorCash, ...]:
    """All collectors by code with what each answers for."""
    return collector_cash.every(ctx.store.reader)


def cash_of(ctx: Context, collector_id: str) -> CollectorCash:
    """What one collector answers for.

    Raises:
        UserError: COLLECTOR_UNKNOWN.
    """
    return _cash(ctx.store.reader, collector_id)


def list_held(ctx: Context, collector_id: str) -> tuple[HeldPayment, ...]:
    """Money that a collector holds, receipt by receipt."""
    return collector_cash.held(ctx.store.reader, collector_id)


def list_handovers(ctx: Context) -> tuple[CollectorHandover, ...]:
    """All slips of collectors, the newest first."""
    return collector_cash.handovers(ctx.store.reader)


def list_counts(ctx: Context, collector_id: str) -> tuple[CollectorCount, ...]:
    """A collector's evenings, the newest first."""
    return collector_cash.counts(ctx.store.reader, collector_id)


def collecting_day(
    reader: Reader, collector_id: str, today: date, wanted: date | None = None
) -> date:
    """The day that a collector's cash counts to: the one asked for, else the open one.

    Raises:
        UserError: PAID_IN_FUTURE, DAY_CLOSED_NEXT_OPEN where the collector counted that day.
    """
    closed = collector_cash.last_counted(reader, collector_id)
    first = today if closed is None or closed < today else next_day(closed)
    day = wanted or first
    if day > first:
        raise UserError("PAID_IN_FUTURE", day=format_date(day))
    if closed is not None and day <= closed:
        raise UserError("DAY_CLOSED_NEXT_OPEN", day=format_date(day), open_day=format_date(first))
    return day


def count_collector(ctx: Context, command: CountCollector) -> CollectorCounted:
    """Posts a collector's evening and closes that collector's day, and all before it.

    Raises:
        UserError: COLLECTOR_UNKNOWN, DAY_CLOSED, COUNT_IN_FUTURE, NOTE_UNKNOWN, NOTE_TWICE,
            COUNT_NEGATIVE, COUNT_DIFFERS without a note, NOT_ALLOWED.
    """
    day = command.counted_on or ctx.clock.today()
    if day > ctx.clock.today():
        raise UserError("COUNT_IN_FUTURE", day=format_date(day))
    check_notes(command.notes)
    amount, note = counted(command.notes), clean_text(command.note)
    with ctx.write(Act.TAKE_MONEY) as unit:
        expected = _cash(unit, command.collector_id).owed
        closed = collector_cash.last_counted(unit, command.collector_id)
        if closed is not None and day <= closed:
            raise UserError("DAY_CLOSED")
        _refuse_difference(amount, expected, note)
        count = CollectorCount(
            ctx.clock.new_id(), command.collector_id, day, expected, amount, command.notes, note
        )
        collector_cash.insert_count(unit, count)
        unit.audit("collector_counted", count.id, {"expected": expected, "counted": amount})
    return CollectorCounted(count)


def hand_over_collector(ctx: Context, command: HandOverCollector) -> CollectorHandedOver:
    """Posts a hand-over; the cashier answers for what was counted from then on.

    Raises:
        UserError: COLLECTOR_UNKNOWN, NOTHING_TO_HAND_OVER, COUNT_NEGATIVE, PAID_IN_FUTURE,
            COUNT_DIFFERS without a note, DAY_CLOSED_NEXT_OPEN, NOT_ALLOWED.
    """
    if command.counted < 0:
        raise UserError("COUNT_NEGATIVE", counted=format_dong(command.counted))
    with ctx.write(Act.TAKE_MONEY) as unit:
        day = posting_day(unit, ctx.clock.today(), command.handed_on)
        cash = _cash(unit, command.collector_id)
        lines = collector_cash.held(unit, command.collector_id)
        if not lines and not cash.owed:
            raise UserError("NOTHING_TO_HAND_OVER")
        _refuse_difference(command.counted, cash.owed, clean_text(command.note))
        item = CollectorHandover(
            id=ctx.clock.new_id(),
            collector_id=command.collector_id,
            collector_name=cash.full_name,
            number=handovers.next_number(unit),
            handed_on=day,
            cashier_name=clean_name(command.cashier_name) or ctx.profile().cashier_name,
            amount=sum(line.amount for line in lines),
            counted=command.counted,
            note=clean_text(command.note),
        )
        collector_cash.insert_handover(unit, item, tuple(line.payment_id for line in lines))
        detail = {"number": item.number, "amount": item.amount, "counted": item.counted}
        unit.audit("collector_handed_over", item.id, detail)
    return CollectorHandedOver(item, lines, cash.owed - command.counted)


def settle_advance(ctx: Context, receipt_id: str) -> Changes:
    """Notes that a household has paid back what its collector gave for it.

    Raises:
        UserError: ADVANCE_NONE, NOT_ALLOWED.
    """
    with ctx.write(Act.TAKE_MONEY) as unit:
        if not collector_cash.settle_advance(unit, receipt_id, ctx.clock.today()):
            raise UserError("ADVANCE_NONE")
        unit.audit("advance_settled", receipt_id, {})
    return _CHANGED


def _cash(reader: Reader, collector_id: str) -> CollectorCash:
    found = collector_cash.of_collector(reader, collector_id)
    if found is None:
        raise UserError("COLLECTOR_UNKNOWN")
    return found


def _refuse_difference(amount: int, expected: int, note: str) -> None:
    if amount != expected and not note:
        raise UserError(
            "COUNT_DIFFERS",
            counted=format_dong(amount),
            expected=format_dong(expected),
            difference=format_dong(amount - expected),
        )
