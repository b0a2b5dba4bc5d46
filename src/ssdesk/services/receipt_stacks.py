"""A stack of pre-printed receipts, entered in one go (ruling 9)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from ssdesk.domain.money import format_dong
from ssdesk.domain.names import clean_text
from ssdesk.domain.receipt import BookKind, Holder
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.cash_counts import posting_day
from ssdesk.services.changes import Changes
from ssdesk.services.context import Context
from ssdesk.services.payments import (
    CASHIER,
    CHANGED,
    PaymentItem,
    PaymentRecorded,
    RecordPayment,
    blank_receipt,
    next_number,
    post,
)
from ssdesk.services.receipt_books import missing_of
from ssdesk.storage import receipts
from ssdesk.storage.store import Unit

__all__ = ["EnterStack", "StackEntered", "StackRow", "enter_stack"]


@dataclass(frozen=True, slots=True)
class StackRow:
    """One paper receipt: for an enrolment with its amount, or spoilt.

    Args:
        number: as printed on the paper.
        enrolment_id: whose money it is; None for a spoilt paper.
        amount: in dong, None for all that is due.
        spoilt_reason: why the paper is void; needed where no enrolment is given.
        siblings: other pupils on the same paper.
        paid_on: day on the paper, None for the stack's.
    """

    number: int
    enrolment_id: str | None = None
    amount: int | None = None
    payer_name: str = ""
    spoilt_reason: str = ""
    siblings: tuple[PaymentItem, ...] = ()
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class EnterStack:
    """A stack of pre-printed receipts in the order of their numbers.

    Args:
        batch_total: what the stack adds up to by hand, dong.
    """

    book_id: str
    paid_on: date
    rows: tuple[StackRow, ...]
    batch_total: int
    held_by: Holder = CASHIER


@dataclass(frozen=True, slots=True)
class StackEntered:
    """Receipts posted, and the numbers of the book still missing below them."""

    receipt_ids: tuple[str, ...]
    missing: tuple[int, ...]
    changes: Changes = field(default=CHANGED)


def enter_stack(ctx: Context, command: EnterStack) -> StackEntered:
    """Enters a stack of pre-printed receipts: all of it or nothing (ruling 9).

    Raises:
        UserError: BOOK_UNKNOWN, BOOK_NOT_PRE_PRINTED, STACK_ORDER, STACK_TOTAL, REASON_MISSING,
            and what a payment refuses.
    """
    _check_order(command.rows)
    with ctx.write(Act.TAKE_MONEY) as unit:
        book = receipts.book(unit, command.book_id)
        if book is None:
            raise UserError("BOOK_UNKNOWN")
        if book.kind is not BookKind.PRE_PRINTED:
            raise UserError("BOOK_NOT_PRE_PRINTED", book=book.name)
        done = [_enter_row(ctx, unit, command, row) for row in command.rows]
        total = sum(item.receipt.amount for item in done)
        if total != command.batch_total:
            raise UserError(
                "STACK_TOTAL",
                entered=format_dong(total),
                total=format_dong(command.batch_total),
                difference=format_dong(command.batch_total - total),
            )
        missing = missing_of(book, receipts.numbers(unit, book.id))
        unit.audit("stack_entered", book.id, {"receipts": len(done), "amount": total})
    return StackEntered(tuple(item.receipt_id for item in done), missing)


def _check_order(rows: tuple[StackRow, ...]) -> None:
    if not rows:
        raise UserError("NOTHING_TO_PAY")
    for before, after in pairwise(row.number for row in rows):
        if after <= before:
            raise UserError("STACK_ORDER", number=after, before=before)


def _enter_row(ctx: Context, unit: Unit, command: EnterStack, row: StackRow) -> PaymentRecorded:
    paid_on = row.paid_on or command.paid_on
    if row.enrolment_id is None:
        return _spoil(ctx, unit, command, row, paid_on)
    return post(
        ctx,
        unit,
        RecordPayment(
            items=(PaymentItem(row.enrolment_id, row.amount), *row.siblings),
            book_id=command.book_id,
            payer_name=row.payer_name,
            paid_on=paid_on,
            held_by=command.held_by,
            receipt_number=row.number,
        ),
    )


def _spoil(
    ctx: Context, unit: Unit, command: EnterStack, row: StackRow, paid_on: date
) -> PaymentRecorded:
    reason = clean_text(row.spoilt_reason)
    if not reason:
        raise UserError("REASON_MISSING")
    paid_on = posting_day(unit, ctx.clock.today(), paid_on)
    book = receipts.book(unit, command.book_id)
    number = next_number(unit, book, row.number)
    assert book is not None
    data = blank_receipt(ctx, book, number, paid_on)
    receipt_id = ctx.clock.new_id()
    receipts.insert_receipt(unit, receipt_id, book.id, data)
    receipts.insert_void(unit, receipt_id, reason, paid_on)
    unit.audit("receipt_spoilt", receipt_id, {"number": data.number, "reason": reason})
    return PaymentRecorded(receipt_id, data, book.last_number - number)
