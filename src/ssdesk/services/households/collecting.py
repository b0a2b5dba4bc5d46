"""Money taken from a household: enrolments, payments and one receipt, or nothing happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ssdesk.domain.enrolment import state_after_money
from ssdesk.domain.names import clean_name
from ssdesk.domain.receipt import MOST_PUPILS, Holder, ReceiptData, ReceiptLine, Tender
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.cash_counts import posting_day
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.collector_cash import collecting_day
from ssdesk.services.context import Context
from ssdesk.services.households.planning import (
    Item,
    PlannedLine,
    plan_lines,
    total,
    with_collector,
)
from ssdesk.services.payments import PaymentRecorded, blank_receipt, next_number
from ssdesk.storage import collector_cash, collectors, enrolments, member_enrolments, receipts
from ssdesk.storage.collectors import Collector
from ssdesk.storage.queries import households as queries
from ssdesk.storage.receipts import Payment
from ssdesk.storage.store import Reader, Unit

CHANGED = Changes(frozenset({Kind.PAYMENT, Kind.ENROLMENT, Kind.RECEIPT_BOOK, Kind.HOUSEHOLD}))


@dataclass(frozen=True, slots=True)
class CollectHousehold:
    """Money handed in by a household for several members and both schemes on one receipt.

    Args:
        collector_id: who takes it; the cashier takes money in the name of a collector too.
        payer_name: who paid, empty for the head.
        paid_on: day of payment, None for today.
        receipt_number: number on the paper of a pre-printed book; None for the next one.
        at_cashier: whether the cash went straight to the cashier.
        advanced: whether the collector gave the money for the household, until it pays back.
    """

    household_id: str
    items: tuple[Item, ...]
    book_id: str
    collector_id: str
    tender: Tender = Tender.CASH
    payer_name: str = ""
    paid_on: date | None = None
    receipt_number: int | None = None
    at_cashier: bool = False
    advanced: bool = False


@dataclass(frozen=True, slots=True)
class CollectPreview:
    """What the receipt would hold; `amount` in dong is what is to be handed in."""

    lines: tuple[PlannedLine, ...]
    amount: int


@dataclass(frozen=True, slots=True)
class Collected:
    """The receipt posted with its lines."""

    payment: PaymentRecorded
    lines: tuple[PlannedLine, ...]
    changes: Changes = field(default=CHANGED)


def preview_collection(
    ctx: Context, household_id: str, items: Sequence[Item], paid_on: date | None = None
) -> CollectPreview:
    """What a collection comes to, before it is posted.

    Raises:
        UserError: as `plan_lines`.
    """
    day = paid_on or ctx.clock.today()
    lines = plan_lines(ctx, ctx.store.reader, household_id, items, day)
    return CollectPreview(lines, total(lines))


def collect(ctx: Context, command: CollectHousehold) -> Collected:
    """Posts money of a household and its receipt.

    Raises:
        UserError: as `plan_lines`; COLLECTOR_UNKNOWN, RECEIPT_TOO_MANY_PUPILS, PAID_IN_FUTURE,
            NOT_ALLOWED, and what the book refuses.
    """
    with ctx.write(Act.TAKE_MONEY) as unit:
        return post(ctx, unit, command)


def post(ctx: Context, unit: Unit, command: CollectHousehold) -> Collected:
    """As `collect`, within a unit of work already begun."""
    collector = _collector(unit, command.collector_id)
    paid_on = _day(ctx, unit, command)
    if len(command.items) > MOST_PUPILS:
        raise UserError("RECEIPT_TOO_MANY_PUPILS", most=MOST_PUPILS, pupils=len(command.items))
    lines = tuple(
        with_collector(line, collector.id)
        for line in plan_lines(ctx, unit, command.household_id, command.items, paid_on)
    )
    book = receipts.book(unit, command.book_id)
    number = next_number(unit, book, command.receipt_number)
    assert book is not None
    blank = blank_receipt(ctx, book, number, paid_on)
    data = _receipt(unit, command, blank, lines, collector)
    receipt_id = ctx.clock.new_id()
    receipts.insert_receipt(unit, receipt_id, book.id, data, collector.id)
    for line in lines:
        _post_line(ctx, unit, command, receipt_id, (line, paid_on))
    if command.advanced and data.amount:
        collector_cash.insert_advance(unit, receipt_id, collector.id, data.amount, "")
    unit.audit("household_paid", receipt_id, {"number": data.number, "amount": data.amount})
    left = book.last_number - max(number, book.next_number - 1)
    return Collected(PaymentRecorded(receipt_id, data, left), lines)


def _collector(reader: Reader, collector_id: str) -> Collector:
    found = collectors.get(reader, collector_id)
    if found is None:
        raise UserError("COLLECTOR_UNKNOWN")
    return found


def _day(ctx: Context, reader: Reader, command: CollectHousehold) -> date:
    """The cashier's count closes the cashier's days, a collector's own count the collector's."""
    today = ctx.clock.today()
    if command.at_cashier or command.tender is Tender.TRANSFER:
        return posting_day(reader, today, command.paid_on)
    return collecting_day(reader, command.collector_id, today, command.paid_on)


def _receipt(
    reader: Reader,
    command: CollectHousehold,
    blank: ReceiptData,
    lines: Sequence[PlannedLine],
    collector: Collector,
) -> ReceiptData:
    household = queries.household(reader, command.household_id)
    assert household is not None
    address = ", ".join(
        part for part in (household.address, household.hamlet, household.commune) if part
    )
    return replace(
        blank,
        payer_name=clean_name(command.payer_name) or household.head,
        payer_address=address,
        lines=tuple(_receipt_line(line) for line in lines),
        amount=total(lines),
        tender=command.tender,
        collector_name=collector.full_name,
        collector_code=collector.code,
    )


def _receipt_line(line: PlannedLine) -> ReceiptLine:
    person, item = line.member.person, line.enrolment
    return ReceiptLine(
        full_name=person.full_name,
        school_class="",
        number=person.personal_id or person.insurance_number or "",
        starts_on=item.period.starts_on,
        ends_on=item.period.ends_on,
        months=item.months,
        amount=line.amount,
        instalment=line.amount < item.premium.own_share,
        scheme=item.scheme.value,
    )


def _post_line(
    ctx: Context,
    unit: Unit,
    command: CollectHousehold,
    receipt_id: str,
    planned: tuple[PlannedLine, date],
) -> None:
    line, paid_on = planned
    item = line.enrolment
    paid = item.paid + line.amount
    state = state_after_money(item.state, item.premium.own_share, paid)
    if line.is_new:
        member_enrolments.insert(unit, replace(item, state=state))
    else:
        enrolments.set_state(unit, item.id, state)
    if not line.amount:
        return
    holder = Holder.CASHIER if command.at_cashier else Holder.COLLECTOR
    receipts.insert_payment(
        unit,
        Payment(
            id=ctx.clock.new_id(),
            receipt_id=receipt_id,
            enrolment_id=item.id,
            person_id=item.person_id,
            amount=line.amount,
            tender=command.tender,
            held_by=Holder.BANK if command.tender is Tender.TRANSFER else holder,
            paid_on=paid_on,
            collector_id=command.collector_id,
        ),
    )
