"""Taking money: a payment and its receipt are one step, or nothing happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ssdesk.domain.dates import format_date
from ssdesk.domain.enrolment import EnrolmentState, state_after_money
from ssdesk.domain.money import format_dong
from ssdesk.domain.names import clean_name
from ssdesk.domain.receipt import MOST_PUPILS, BookKind, Holder, ReceiptData, ReceiptLine, Tender
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.cash_counts import posting_day
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.enrolments import reprice
from ssdesk.services.progress import Progress, silent
from ssdesk.services.receipt_books import LOW_STOCK
from ssdesk.storage import enrolments, receipts, rounds
from ssdesk.storage.enrolments import Enrolment
from ssdesk.storage.queries import pupils as queries
from ssdesk.storage.receipts import Payment, ReceiptBook
from ssdesk.storage.store import Unit

TEACHER, CASHIER, BANK = Holder.TEACHER, Holder.CASHIER, Holder.BANK
_OPEN = frozenset({EnrolmentState.DUE, EnrolmentState.PROMISED})

CHANGED = Changes(frozenset({Kind.PAYMENT, Kind.ENROLMENT, Kind.RECEIPT_BOOK, Kind.ROSTER}))


@dataclass(frozen=True, slots=True)
class PaymentItem:
    """Money for one enrolment, in dong; None for all that is still due."""

    enrolment_id: str
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class RecordPayment:
    """Money handed in for one or several pupils on one receipt.

    Args:
        payer_name: who paid; empty for the first pupil's parent or the pupil.
        held_by: TEACHER while the homeroom teacher has the cash, else CASHIER; money by
            transfer is at the BANK whatever is given.
        receipt_number: number on the paper of a pre-printed book; None for the next one.
    """

    items: tuple[PaymentItem, ...]
    book_id: str
    tender: Tender = Tender.CASH
    payer_name: str = ""
    paid_on: date | None = None
    held_by: Holder = CASHIER
    receipt_number: int | None = None


@dataclass(frozen=True, slots=True)
class PayClass:
    """All that pupils of a class still owe in a round, paid in full.

    Args:
        enrolment_ids: who paid; empty for everyone of the class who owes.
    """

    round_id: str
    class_id: str
    book_id: str
    enrolment_ids: tuple[str, ...] = ()
    tender: Tender = Tender.CASH
    paid_on: date | None = None
    held_by: Holder = TEACHER


@dataclass(frozen=True, slots=True)
class PaymentRecorded:
    """The receipt posted; `numbers_left` tells how much of the book remains."""

    receipt_id: str
    receipt: ReceiptData
    numbers_left: int
    changes: Changes = field(default=CHANGED)

    @property
    def stock_is_low(self) -> bool:
        """Whether it is time to ask the office for another book."""
        return self.numbers_left < LOW_STOCK


@dataclass(frozen=True, slots=True)
class ClassPaid:
    """The receipts posted for a class."""

    payments: tuple[PaymentRecorded, ...]
    changes: Changes = field(default=CHANGED)

    @property
    def amount(self) -> int:
        """What the receipts add up to, in dong."""
        return sum(item.receipt.amount for item in self.payments)


def record_payment(ctx: Context, command: RecordPayment) -> PaymentRecorded:
    """Posts money and its receipt.

    Raises:
        UserError: NOTHING_TO_PAY, ENROLMENT_TWICE, ENROLMENT_UNKNOWN, ENROLMENT_NOT_OPEN,
            AMOUNT_NOT_POSITIVE, AMOUNT_TOO_HIGH (ruling 8), PAID_IN_FUTURE, PAID_BEFORE_ROUND,
            DAY_CLOSED_NEXT_OPEN, RECEIPT_TOO_MANY_PUPILS, NOT_ALLOWED, and what the book refuses:
            BOOK_UNKNOWN, BOOK_CLOSED, BOOK_EXHAUSTED, RECEIPT_NUMBER_USED, RECEIPT_NUMBER_OUTSIDE,
            RECEIPT_NUMBER_NOT_FREE.
    """
    with ctx.write(Act.TAKE_MONEY) as unit:
        return post(ctx, unit, command)


def record_payments(
    ctx: Context, commands: tuple[RecordPayment, ...], progress: Progress = silent
) -> ClassPaid:
    """Posts several receipts together, such as the pupils marked in a class: all or nothing.

    Raises:
        UserError: as `record_payment`; BOOK_TOO_FEW.
    """
    if not commands:
        raise UserError("NOTHING_TO_PAY")
    done: list[PaymentRecorded] = []
    with ctx.write(Act.TAKE_MONEY) as unit:
        _refuse_too_few(unit, Counter(command.book_id for command in commands))
        for command in commands:
            done.append(post(ctx, unit, command))
            progress(len(done), len(commands))
    return ClassPaid(tuple(done))


def pay_class(ctx: Context, command: PayClass) -> ClassPaid:
    """Takes all that is due from pupils of a class, a receipt each: all of it or nothing.

    Raises:
        UserError: as `record_payment`; BOOK_TOO_FEW.
    """
    with ctx.write(Act.TAKE_MONEY) as unit:
        wanted = set(command.enrolment_ids)
        due = enrolments.open_of_class(unit, command.round_id, command.class_id)
        chosen = [item for item in due if not wanted or item in wanted]
        if not chosen:
            raise UserError("NOTHING_TO_PAY")
        _refuse_too_few(unit, {command.book_id: len(chosen)})
        done = tuple(
            post(
                ctx,
                unit,
                RecordPayment(
                    (PaymentItem(enrolment_id),),
                    command.book_id,
                    command.tender,
                    paid_on=command.paid_on,
                    held_by=command.held_by,
                ),
            )
            for enrolment_id in chosen
        )
    return ClassPaid(done)


def _refuse_too_few(unit: Unit, wanted: Mapping[str, int]) -> None:
    """Says how many numbers a book lacks before the first of several receipts is written."""
    for book_id, receipts_wanted in wanted.items():
        book = receipts.book(unit, book_id)
        if book is not None and receipts_wanted > 1 and book.left < receipts_wanted:
            raise UserError(
                "BOOK_TOO_FEW", book=book.name, left=max(book.left, 0), wanted=receipts_wanted
            )


def post(ctx: Context, unit: Unit, command: RecordPayment) -> PaymentRecorded:
    """As `record_payment`, within a unit of work already begun."""
    paid_on = posting_day(unit, ctx.clock.today(), command.paid_on)
    if not command.items:
        raise UserError("NOTHING_TO_PAY")
    if len({item.enrolment_id for item in command.items}) < len(command.items):
        raise UserError("ENROLMENT_TWICE")
    if len(command.items) > MOST_PUPILS:
        raise UserError("RECEIPT_TOO_MANY_PUPILS", most=MOST_PUPILS, pupils=len(command.items))
    book = receipts.book(unit, command.book_id)
    number = next_number(unit, book, command.receipt_number)
    assert book is not None
    taken = [_take(ctx, unit, item, paid_on) for item in command.items]
    data = _receipt_data(ctx, unit, command, (book, number, paid_on), taken)
    receipt_id = ctx.clock.new_id()
    receipts.insert_receipt(unit, receipt_id, book.id, data)
    for enrolment, amount in taken:
        _post_one(ctx, unit, command, data, (receipt_id, enrolment, amount))
    unit.audit("payment_recorded", receipt_id, {"number": data.number, "amount": data.amount})
    left = book.last_number - max(number, book.next_number - 1)
    return PaymentRecorded(receipt_id, data, left)


def next_number(unit: Unit, book: ReceiptBook | None, wanted: int | None) -> int:
    """The number a receipt of a book gets (ruling 9).

    Raises:
        UserError: as `record_payment` says of the book.
    """
    if book is None:
        raise UserError("BOOK_UNKNOWN")
    if book.closed:
        raise UserError("BOOK_CLOSED", book=book.name)
    number = book.next_number if wanted is None else wanted
    if wanted is not None and book.kind is BookKind.PROGRAM_PRINTED and wanted != book.next_number:
        raise UserError("RECEIPT_NUMBER_NOT_FREE", book=book.name, number=book.next_number)
    if number > book.last_number and wanted is None:
        raise UserError("BOOK_EXHAUSTED", book=book.name, last=book.last_number)
    if not book.first_number <= number <= book.last_number:
        raise UserError(
            "RECEIPT_NUMBER_OUTSIDE",
            book=book.name,
            number=number,
            first=book.first_number,
            last=book.last_number,
        )
    if receipts.number_is_used(unit, book.id, number):
        raise UserError("RECEIPT_NUMBER_USED", book=book.name, number=number)
    return number


def _take(ctx: Context, unit: Unit, item: PaymentItem, paid_on: date) -> tuple[Enrolment, int]:
    found = enrolments.get(unit, item.enrolment_id)
    if found is None:
        raise UserError("ENROLMENT_UNKNOWN")
    opens_on = rounds.opens_on(unit, found.round_id)
    if paid_on < opens_on:
        raise UserError(
            "PAID_BEFORE_ROUND", day=format_date(paid_on), opens_on=format_date(opens_on)
        )
    if found.state not in _OPEN:
        raise UserError("ENROLMENT_NOT_OPEN", name=found.premium.who)
    enrolment = reprice(ctx, unit, found, paid_on)
    amount = enrolment.still_due if item.amount is None else item.amount
    if amount <= 0:
        raise UserError(
            "AMOUNT_NOT_POSITIVE", name=enrolment.premium.who, amount=format_dong(amount)
        )
    if amount > enrolment.still_due:
        raise UserError(
            "AMOUNT_TOO_HIGH",
            name=enrolment.premium.who,
            amount=format_dong(amount),
            due=format_dong(enrolment.still_due),
        )
    return enrolment, amount


def _post_one(
    ctx: Context,
    unit: Unit,
    command: RecordPayment,
    data: ReceiptData,
    taken: tuple[str, Enrolment, int],
) -> None:
    receipt_id, enrolment, amount = taken
    if not enrolment.fixed:
        enrolments.update(unit, replace(enrolment, fixed=True))
    receipts.insert_payment(
        unit,
        Payment(
            id=ctx.clock.new_id(),
            receipt_id=receipt_id,
            enrolment_id=enrolment.id,
            person_id=enrolment.person_id,
            amount=amount,
            tender=command.tender,
            held_by=BANK if command.tender is Tender.TRANSFER else command.held_by,
            paid_on=data.issued_on,
        ),
    )
    paid = enrolment.paid + amount
    state = state_after_money(enrolment.state, enrolment.premium.own_share, paid)
    enrolments.set_state(unit, enrolment.id, state)


def _receipt_data(
    ctx: Context,
    unit: Unit,
    command: RecordPayment,
    place: tuple[ReceiptBook, int, date],
    taken: list[tuple[Enrolment, int]],
) -> ReceiptData:
    book, number, paid_on = place
    lines, payer, address = [], clean_name(command.payer_name), ""
    for enrolment, amount in taken:
        row = queries.pupil(unit, enrolment.entry_id, ctx.clock.today())
        assert row is not None
        payer = payer or row.parent_name or row.full_name
        address = address or row.address
        lines.append(
            ReceiptLine(
                full_name=row.full_name,
                school_class=row.class_name,
                number=row.personal_id or row.insurance_number or "",
                starts_on=enrolment.period.starts_on,
                ends_on=enrolment.period.ends_on,
                months=enrolment.months,
                amount=amount,
                instalment=amount < enrolment.premium.own_share,
            )
        )
    return replace(
        blank_receipt(ctx, book, number, paid_on),
        payer_name=payer,
        payer_address=address,
        lines=tuple(lines),
        amount=sum(amount for _, amount in taken),
        tender=command.tender,
    )


def blank_receipt(ctx: Context, book: ReceiptBook, number: int, issued_on: date) -> ReceiptData:
    """A number of a book with the desk's own particulars and no money on it, as if spoilt."""
    profile = ctx.profile()
    return ReceiptData(
        serial=book.serial,
        book_number=book.book_number,
        number=book.display_number(number),
        issued_on=issued_on,
        office_name=profile.office_name,
        unit_name=profile.school_name,
        unit_code=profile.school_code,
        payer_name="",
        payer_address="",
        lines=(),
        amount=0,
        tender=Tender.CASH,
        collector_name=profile.collector_name,
        collector_code=profile.collector_code,
    )
