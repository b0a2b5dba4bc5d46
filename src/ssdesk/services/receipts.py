"""Receipts once issued: find them, note a print, void them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from ssdesk.domain.enrolment import EnrolmentState, state_after_money
from ssdesk.domain.names import clean_text, search_key
from ssdesk.domain.receipt import MOST_REASON, Holder, ReceiptData
from ssdesk.domain.roles import Act
from ssdesk.errors import Conflict, UserError
from ssdesk.services.cash_counts import posting_day
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.payments import CHANGED
from ssdesk.storage import (
    enrolments,
    handovers,
    member_enrolments,
    receipts,
    refunds,
    remittances,
)
from ssdesk.storage.receipts import Payment, Receipt
from ssdesk.storage.store import Reader, Unit

__all__ = [
    "PrintSeen",
    "Receipt",
    "ReceiptVoided",
    "ReceiptsPrinted",
    "VoidReceipt",
    "find_receipts",
    "get_receipt",
    "holder_now",
    "list_receipts",
    "note_printed",
    "note_prints",
    "receipts_of_book",
    "receipts_of_person",
    "void_receipt",
]
_MOST_DIGITS = 12


@dataclass(frozen=True, slots=True)
class VoidReceipt:
    """A receipt to undo, and why."""

    receipt_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReceiptVoided:
    """The receipt as it now is."""

    receipt: Receipt
    changes: Changes = field(default=CHANGED)


@dataclass(frozen=True, slots=True)
class PrintSeen:
    """How often a receipt had been printed when its paper was drawn: never is an original."""

    receipt_id: str
    prints: int


@dataclass(frozen=True, slots=True)
class ReceiptsPrinted:
    """Receipts as they now are; a later print of them is a copy (BẢN SAO)."""

    receipts: tuple[Receipt, ...]
    changes: Changes = field(default=Changes(frozenset({Kind.PAYMENT})))


def get_receipt(ctx: Context, receipt_id: str) -> Receipt:
    """One receipt.

    Raises:
        UserError: RECEIPT_UNKNOWN.
    """
    found = receipts.get(ctx.store.reader, receipt_id)
    if found is None:
        raise UserError("RECEIPT_UNKNOWN")
    return found


def list_receipts(ctx: Context, first: date, last: date) -> tuple[Receipt, ...]:
    """Receipts issued from a first to a last day, the newest first."""
    return receipts.between(ctx.store.reader, first, last)


def receipts_of_book(ctx: Context, book_id: str) -> tuple[Receipt, ...]:
    """Receipts of a book by number."""
    return receipts.of_book(ctx.store.reader, book_id)


def receipts_of_person(ctx: Context, person_id: str) -> tuple[Receipt, ...]:
    """Receipts that hold money of a person, the newest first."""
    return receipts.of_person(ctx.store.reader, person_id)


def find_receipts(ctx: Context, text: str, first: date, last: date) -> tuple[Receipt, ...]:
    """Receipts by number, payer or pupil, names without tone marks."""
    wanted = clean_text(text)
    if wanted.isdecimal() and len(wanted) <= _MOST_DIGITS:
        return receipts.of_number(ctx.store.reader, int(wanted))
    words = search_key(wanted).split()
    return tuple(item for item in list_receipts(ctx, first, last) if _names_match(item.data, words))


def note_printed(ctx: Context, seen: tuple[PrintSeen, ...]) -> ReceiptsPrinted:
    """Notes that receipts come out on paper, just before they do.

    Raises:
        UserError: RECEIPT_UNKNOWN, RECEIPT_TWICE, NOT_ALLOWED.
        Conflict: RECEIPT_PRINTED_SINCE: what was drawn as an original is a copy by now.
    """
    with ctx.write(Act.PRINT_RECEIPTS) as unit:
        return note_prints(ctx, unit, seen)


def note_prints(ctx: Context, unit: Unit, seen: tuple[PrintSeen, ...]) -> ReceiptsPrinted:
    """As `note_printed`, within a unit of work already begun."""
    done = []
    if len({each.receipt_id for each in seen}) < len(seen):
        raise UserError("RECEIPT_TWICE")
    for each in seen:
        before = receipts.get(unit, each.receipt_id)
        if before is None:
            raise UserError("RECEIPT_UNKNOWN")
        if before.prints != each.prints:
            raise Conflict("RECEIPT_PRINTED_SINCE", number=before.data.number)
        receipts.insert_print(unit, ctx.clock.new_id(), before.id)
        unit.audit("receipt_printed", before.id, {"number": before.data.number})
        done.append(replace(before, prints=before.prints + 1))
    return ReceiptsPrinted(tuple(done))


def _names_match(data: ReceiptData, words: list[str]) -> bool:
    names = [data.payer_name, *(line.full_name for line in data.lines)]
    keys = [search_key(name) for name in names]
    return any(all(word in key for word in words) for key in keys)


def void_receipt(ctx: Context, command: VoidReceipt) -> ReceiptVoided:
    """Undoes a receipt by counter-entries; its number stays used (never an update, never a delete).

    Raises:
        UserError: REASON_MISSING, REASON_TOO_LONG, RECEIPT_UNKNOWN, RECEIPT_ALREADY_VOID,
            RECEIPT_REFUNDED, RECEIPT_REMITTED, RECEIPT_LISTED, NOT_ALLOWED.
    """
    reason = clean_text(command.reason)
    if not reason:
        raise UserError("REASON_MISSING")
    if len(reason) > MOST_REASON:
        raise UserError("REASON_TOO_LONG", most=MOST_REASON, letters=len(reason))
    with ctx.write(Act.TAKE_MONEY) as unit:
        item = _voidable(unit, command.receipt_id)
        day = posting_day(unit, ctx.clock.today())
        receipts.insert_void(unit, item.id, reason, day)
        for payment in receipts.payments(unit, item.id):
            receipts.insert_payment(
                unit,
                replace(
                    payment,
                    id=ctx.clock.new_id(),
                    amount=-payment.amount,
                    paid_on=day,
                    held_by=holder_now(unit, payment),
                    voids=payment.id,
                ),
            )
            _reopen(unit, payment.enrolment_id)
        unit.audit("receipt_voided", item.id, {"number": item.data.number, "reason": reason})
        found = receipts.get(unit, item.id)
    assert found is not None
    return ReceiptVoided(found)


def holder_now(reader: Reader, payment: Payment) -> Holder:
    """Whoever has the money now gives it back."""
    if payment.held_by in {Holder.TEACHER, Holder.COLLECTOR} and handovers.is_handed_over(
        reader, payment.id
    ):
        return Holder.CASHIER
    return payment.held_by


def _voidable(unit: Unit, receipt_id: str) -> Receipt:
    item = receipts.get(unit, receipt_id)
    if item is None:
        raise UserError("RECEIPT_UNKNOWN")
    if item.voided_on is not None:
        raise UserError("RECEIPT_ALREADY_VOID", number=item.data.number)
    refund = refunds.of_receipt(unit, receipt_id)
    if refund is not None:
        shown = refund.data.display_number
        raise UserError("RECEIPT_REFUNDED", number=item.data.number, refund=shown)
    order = remittances.number_of_receipt(unit, receipt_id)
    if order is not None:
        raise UserError("RECEIPT_REMITTED", number=item.data.number, order=order)
    for payment in receipts.payments(unit, receipt_id):
        enrolment = enrolments.get(unit, payment.enrolment_id)
        if enrolment and enrolment.state in {EnrolmentState.SUBMITTED, EnrolmentState.ACCEPTED}:
            raise UserError("RECEIPT_LISTED", number=item.data.number, name=enrolment.premium.who)
    return item


def _reopen(unit: Unit, enrolment_id: str) -> None:
    enrolment = enrolments.get(unit, enrolment_id)
    assert enrolment is not None
    state = state_after_money(
        enrolment.state,
        enrolment.premium.own_share,
        enrolment.paid,
        promised=enrolment.promised_on is not None,
    )
    if enrolment.paid == 0 and member_enrolments.get(unit, enrolment_id) is not None:
        # It began with the payment; an order of the household is free again.
        enrolments.set_state(unit, enrolment_id, EnrolmentState.ENDED)
        return
    enrolments.set_state(unit, enrolment_id, state)
    if enrolment.paid == 0:
        enrolments.fix(unit, enrolment_id, fixed=False)
