"""A planned school's money comes in: class by class, day by day, with receipts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from ssdesk.clock import FixedClock
from ssdesk.domain.receipt import BookKind, Tender
from ssdesk.services import enrolments, payments, receipt_books, receipt_stacks, receipts
from ssdesk.services.context import Context
from ssdesk.services.payments import CASHIER, TEACHER, PaymentItem, RecordPayment

_BY_TRANSFER = 0.35
_AT_CASHIER = 0.08
_FIRST_INSTALMENT = 300_000
_OPENING = time(7, 30)
STACK = 4


@dataclass(frozen=True, slots=True)
class Debt:
    """One signed-up pupil and what becomes of the money.

    Args:
        amount: what is paid now; None for all of it.
    """

    enrolment_id: str
    class_name: str
    family: str
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Books:
    """The two kinds of book of a year."""

    printed: str
    paper: str


def register_books(ctx: Context, year: int, pupils: int) -> Books:
    """A range of numbers for the program and a pre-printed book of fifty."""
    printed = receipt_books.register_book(
        ctx,
        receipt_books.RegisterBook(
            kind=BookKind.PROGRAM_PRINTED,
            serial=f"HS/{year % 100}E",
            book_number="01",
            first_number=1,
            last_number=max(500, pupils * 2),
        ),
    ).book
    first = 4501
    paper = receipt_books.register_book(
        ctx,
        receipt_books.RegisterBook(
            kind=BookKind.PRE_PRINTED,
            serial=f"AB/{year % 100}P",
            book_number="012",
            first_number=first,
            last_number=first + 49,
            holder="Thủ quỹ",
        ),
    ).book
    return Books(printed.id, paper.id)


def school_days(first: date, last: date) -> list[date]:
    """Days from Monday to Friday, both ends included."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5]


def by_day(debts: list[Debt], days: list[date]) -> Iterator[tuple[date, list[Debt]]]:
    """Shares the classes out among the days, in order; a class pays on one day."""
    classes = list(dict.fromkeys(debt.class_name for debt in debts))
    for place, day in enumerate(days):
        chosen = {
            name
            for number, name in enumerate(classes)
            if number * len(days) // max(1, len(classes)) == place
        }
        yield day, [debt for debt in debts if debt.class_name in chosen]


def collect_day(
    ctx: Context, clock: FixedClock, random: Random, debts: list[Debt], books: Books
) -> None:
    """One day's money: receipts by number, siblings on one, one voided and written anew."""
    waiting = list(debts)
    spoil = random.randrange(len(waiting)) if waiting and random.random() < 0.2 else -1
    done = 0
    while waiting:
        debt = waiting.pop(0)
        group = [debt]
        sibling = next((other for other in waiting[-4:] if other.family == debt.family), None)
        if sibling is not None and random.random() < 0.15:
            waiting.remove(sibling)
            group.append(sibling)
        command = _command(random, group, books)
        recorded = payments.record_payment(ctx, command)
        if done == spoil:
            void = receipts.VoidReceipt(recorded.receipt_id, "Ghi nhầm tên người nộp")
            receipts.void_receipt(ctx, void)
            payments.record_payment(ctx, command)
        done += 1
        clock.moment += timedelta(seconds=random.randrange(20, 50))


def enter_paper_stack(ctx: Context, debts: list[Debt], books: Books, day: date) -> None:
    """Pre-printed receipts of one day, entered late: one of them spoilt."""
    used = receipt_books.list_books(ctx)
    number = next(one.book.next_number for one in used if one.book.id == books.paper)
    rows, total = [], 0
    for debt in debts:
        item = enrolments.requote(ctx, debt.enrolment_id, day)
        rows.append(receipt_stacks.StackRow(number, debt.enrolment_id, item.still_due))
        total += item.still_due
        number += 1
    if rows:
        rows.append(receipt_stacks.StackRow(number, spoilt_reason="Viết nhòe, bỏ số này"))
        receipt_stacks.enter_stack(
            ctx, receipt_stacks.EnterStack(books.paper, day, tuple(rows), total)
        )


def open_day(clock: FixedClock, day: date) -> None:
    """Sets the clock to the morning of a day."""
    clock.moment = datetime.combine(day, _OPENING)


def instalment_of(own_share: int) -> int:
    """What a family that pays in parts brings first, in dong."""
    return min(_FIRST_INSTALMENT, own_share // 20_000 * 10_000)


def _command(random: Random, group: list[Debt], books: Books) -> RecordPayment:
    transfer = random.random() < _BY_TRANSFER
    at_cashier = random.random() < _AT_CASHIER or len({debt.class_name for debt in group}) > 1
    return RecordPayment(
        items=tuple(PaymentItem(debt.enrolment_id, debt.amount) for debt in group),
        book_id=books.printed,
        tender=Tender.TRANSFER if transfer else Tender.CASH,
        held_by=CASHIER if at_cashier else TEACHER,
    )
