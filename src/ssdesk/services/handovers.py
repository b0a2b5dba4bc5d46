"""A class's money from the homeroom teacher to the cashier, with its slip."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ssdesk.domain.money import format_dong
from ssdesk.domain.names import clean_name, clean_text
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.cash_counts import posting_day
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import handovers
from ssdesk.storage.handovers import Handover, HeldLine
from ssdesk.storage.queries import money
from ssdesk.storage.store import Unit

__all__ = [
    "HandOver",
    "HandedOver",
    "Handover",
    "HeldLine",
    "expected_of_class",
    "get_handover",
    "hand_over",
    "handover_lines",
    "held_by_teachers",
    "list_handovers",
]


@dataclass(frozen=True, slots=True)
class HandOver:
    """A homeroom teacher hands in what the class paid.

    Args:
        counted: what is on the table, in dong.
        note: why it differs from the receipts; needed where it does.
    """

    class_id: str
    counted: int
    teacher_name: str
    cashier_name: str = ""
    note: str = ""
    handed_on: date | None = None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The slip posted, with its lines; `shortage` is what the teacher still owes, in dong."""

    handover: Handover
    lines: tuple[HeldLine, ...]
    shortage: int = 0
    changes: Changes = field(default=Changes(frozenset({Kind.PAYMENT, Kind.REMITTANCE})))


def held_by_teachers(ctx: Context, class_id: str | None = None) -> tuple[HeldLine, ...]:
    """Money that teachers took and have not handed over yet."""
    return handovers.held_by_teachers(ctx.store.reader, class_id)


def expected_of_class(ctx: Context, class_id: str) -> int:
    """What a teacher has to hand in: receipts not handed over and shortages before, in dong."""
    return money.class_cash(ctx.store.reader, class_id).amount


def list_handovers(ctx: Context) -> tuple[Handover, ...]:
    """All slips, the newest first."""
    return handovers.every(ctx.store.reader)


def get_handover(ctx: Context, handover_id: str) -> Handover:
    """One slip.

    Raises:
        UserError: HANDOVER_UNKNOWN.
    """
    found = handovers.get(ctx.store.reader, handover_id)
    if found is None:
        raise UserError("HANDOVER_UNKNOWN")
    return found


def handover_lines(ctx: Context, handover_id: str) -> tuple[HeldLine, ...]:
    """What one slip lists."""
    return handovers.lines_of(ctx.store.reader, handover_id)


def hand_over(ctx: Context, command: HandOver) -> HandedOver:
    """Posts a class's hand-over; the cashier answers for what was counted from then on.

    What is missing stays with the teacher and is asked for at the next hand-over.

    Raises:
        UserError: NOTHING_TO_HAND_OVER, TEACHER_MISSING, COUNT_NEGATIVE, PAID_IN_FUTURE,
            COUNT_DIFFERS without a note, DAY_CLOSED_NEXT_OPEN, NOT_ALLOWED.
    """
    if not clean_name(command.teacher_name):
        raise UserError("TEACHER_MISSING")
    if command.counted < 0:
        raise UserError("COUNT_NEGATIVE", counted=format_dong(command.counted))
    with ctx.write(Act.TAKE_MONEY) as unit:
        day = posting_day(unit, ctx.clock.today(), command.handed_on)
        lines = handovers.held_by_teachers(unit, command.class_id)
        expected = money.class_cash(unit, command.class_id).amount
        if not lines and not expected:
            raise UserError("NOTHING_TO_HAND_OVER")
        if command.counted != expected and not clean_text(command.note):
            raise UserError(
                "COUNT_DIFFERS",
                counted=format_dong(command.counted),
                expected=format_dong(expected),
                difference=format_dong(command.counted - expected),
            )
        item = _insert(ctx, unit, command, lines, day)
    return HandedOver(item, lines, expected - command.counted)


def _insert(
    ctx: Context, unit: Unit, command: HandOver, lines: tuple[HeldLine, ...], day: date
) -> Handover:
    item_id = ctx.clock.new_id()
    item = Handover(
        id=item_id,
        class_id=command.class_id,
        class_name="",
        number=handovers.next_number(unit),
        handed_on=day,
        teacher_name=clean_name(command.teacher_name),
        cashier_name=clean_name(command.cashier_name) or ctx.profile().cashier_name,
        amount=sum(line.amount for line in lines),
        counted=command.counted,
        note=clean_text(command.note),
    )
    handovers.insert(unit, item, tuple(line.payment_id for line in lines))
    detail = {"number": item.number, "amount": item.amount, "counted": item.counted}
    unit.audit("class_money_handed_over", item_id, detail)
    saved = handovers.get(unit, item_id)
    assert saved is not None
    return saved
