"""A planned school's money moves on: to the cashier, counted in the evening, to the office."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from ssdesk.clock import FixedClock
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.remittance import DENOMINATIONS, NoteCount
from ssdesk.services import cash_counts, enrolments, handovers, remittances, submissions
from ssdesk.services.context import Context

_AFTERNOON = time(15, 30)
_EVENING = time(16, 45)
_SMALL_CHANGE = "Tiền lẻ dưới mệnh giá nhỏ nhất, thủ quỹ bù sau"


def hand_over_classes(ctx: Context, clock: FixedClock, day: date, teachers: dict[str, str]) -> None:
    """Each class that took cash hands it to the cashier with its slip."""
    clock.moment = datetime.combine(day, _AFTERNOON)
    held: dict[str, list[handovers.HeldLine]] = {}
    for line in handovers.held_by_teachers(ctx):
        held.setdefault(line.class_id, []).append(line)
    for class_id, lines in held.items():
        handovers.hand_over(
            ctx,
            handovers.HandOver(
                class_id=class_id,
                counted=sum(line.amount for line in lines),
                teacher_name=teachers.get(lines[0].class_name, "Giáo viên chủ nhiệm"),
            ),
        )
        clock.moment += timedelta(minutes=2)


def count_evening(ctx: Context, clock: FixedClock, day: date) -> None:
    """The cashier counts; the day is closed."""
    clock.moment = datetime.combine(day, _EVENING)
    expected = cash_counts.cash_position(ctx).with_cashier
    notes, rest = as_notes(max(0, expected))
    note = _SMALL_CHANGE if rest or expected < 0 else ""
    cash_counts.count_cash(ctx, cash_counts.CountCash(notes, note))


def as_notes(amount: int) -> tuple[tuple[NoteCount, ...], int]:
    """The fewest notes of an amount, and what no note can pay; both in dong."""
    notes = []
    for denomination in sorted(DENOMINATIONS, reverse=True):
        pieces, amount = divmod(amount, denomination)
        if pieces:
            notes.append(NoteCount(denomination, pieces))
    return tuple(notes), amount


def remit(ctx: Context, clock: FixedClock, day: date, reference: str) -> None:
    """The transfer order for all whole money, and the bank's answer on the same day."""
    clock.moment = datetime.combine(day, time(9, 0))
    if not remittances.ready_payments(ctx):
        return
    order = remittances.order_remittance(ctx, remittances.OrderRemittance()).remittance
    clock.moment = datetime.combine(day, time(14, 0))
    remittances.confirm_remittance(ctx, remittances.ConfirmRemittance(order.id, reference, day))


def make_list(ctx: Context, clock: FixedClock, day: date, round_id: str) -> None:
    """The list of everybody whose money is whole, on the form of the day."""
    clock.moment = datetime.combine(day, time(15, 0))
    ready = enrolments.list_enrolments(ctx, round_id)
    if not any(item.state is EnrolmentState.PAID for item in ready):
        return
    request = submissions.ListRequest(day, round=round_id)
    waiting = not submissions.preview_list(ctx, request).complete
    submissions.make_list(ctx, submissions.MakeList(request, waiting=waiting))
