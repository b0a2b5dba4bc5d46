"""Books of both kinds, and stacks of pre-printed receipts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ssdesk.domain.receipt import BookKind
from ssdesk.errors import UserError
from ssdesk.services import cash_counts, receipt_books, receipts
from ssdesk.services.context import Context
from ssdesk.services.payments import PaymentItem
from ssdesk.services.receipt_books import RegisterBook, register_book
from ssdesk.services.receipt_stacks import EnterStack, StackEntered, StackRow, enter_stack
from tests.services.collecting import OWN_SHARE, Desk, collecting

GOOD = RegisterBook(BookKind.PRE_PRINTED, "AB/26P", "07", 101, 150, holder="Cô Mai")
DAY = date(2026, 9, 5)


@pytest.fixture
def school(desk: Context) -> Desk:
    return collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), ("Hoàng Chi",))


def _enter(school: Desk, rows: tuple[StackRow, ...], total: int) -> StackEntered:
    return enter_stack(school.ctx, EnterStack(school.paper_id, DAY, rows, total))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"serial": " "}, "BOOK_SERIAL_MISSING"),
        ({"last_number": 100}, "BOOK_RANGE_EMPTY"),
        ({"first_number": -1}, "BOOK_RANGE_EMPTY"),
        ({"last_number": 200_000}, "BOOK_RANGE_TOO_LARGE"),
        ({"first_number": 10**13, "last_number": 10**13 + 5}, "BOOK_RANGE_TOO_LARGE"),
        ({"first_number": 150, "last_number": 160, "book_number": "08"}, "BOOK_OVERLAPS"),
        ({"first_number": 151, "last_number": 160}, "BOOK_KNOWN"),
    ],
)
def test_a_wrong_book_is_refused(desk: Context, change: dict[str, object], code: str) -> None:
    register_book(desk, GOOD)
    with pytest.raises(UserError, match=code):
        register_book(desk, replace(GOOD, **change))  # type: ignore[arg-type]
    assert len(receipt_books.list_books(desk)) == 1


def test_numbers_of_another_serial_do_not_overlap(desk: Context) -> None:
    register_book(desk, GOOD)
    other = register_book(desk, replace(GOOD, serial="CD/26P")).book
    assert other.display_number(101) == "0000101"
    assert len(receipt_books.usable_books(desk, BookKind.PRE_PRINTED)) == 2


def test_a_full_or_closed_book_is_not_offered(school: Desk) -> None:
    receipt_books.close_book(school.ctx, school.paper_id)
    assert [book.id for book in receipt_books.usable_books(school.ctx)] == [school.book_id]
    with pytest.raises(UserError, match="BOOK_UNKNOWN"):
        receipt_books.close_book(school.ctx, "x")


def test_use_counts_receipts_voids_and_gaps(school: Desk) -> None:
    receipt = school.pay(0)
    receipts.void_receipt(school.ctx, receipts.VoidReceipt(receipt, "nhầm"))
    school.pay(0)
    use = next(u for u in receipt_books.list_books(school.ctx) if u.book.id == school.book_id)
    assert (use.used, use.voided, use.missing, use.book.left) == (2, 1, 0, 498)


def test_a_stack_posts_money_spoilt_paper_and_siblings(school: Desk) -> None:
    rows = (
        StackRow(101, school.owing[0], 300_000, payer_name="Vi Văn Long"),
        StackRow(102, spoilt_reason="viết nhòe"),
        StackRow(104, school.owing[1], siblings=(PaymentItem(school.owing[2]),)),
    )
    done = _enter(school, rows, 300_000 + 2 * OWN_SHARE)
    assert done.missing == (103,)
    found = receipts.receipts_of_book(school.ctx, school.paper_id)
    assert [(r.number, r.amount, r.void_reason) for r in found] == [
        (101, 300_000, ""),
        (102, 0, "viết nhòe"),
        (104, 2 * OWN_SHARE, ""),
    ]
    assert school.enrolment(0).still_due == OWN_SHARE - 300_000
    assert cash_counts.cash_position(school.ctx).with_cashier == 300_000 + 2 * OWN_SHARE


def test_a_number_found_later_fills_its_gap(school: Desk) -> None:
    _enter(school, (StackRow(103, school.owing[0]),), OWN_SHARE)
    done = _enter(school, (StackRow(101, school.owing[1]),), OWN_SHARE)
    assert done.missing == (102,)
    _enter(school, (StackRow(102, spoilt_reason="mất một tờ, có biên bản"),), 0)
    assert receipt_books.missing_numbers(school.ctx, school.paper_id) == ()


@pytest.mark.parametrize(
    ("numbers", "total", "code"),
    [
        ((101, 102), 2 * OWN_SHARE - 1, "STACK_TOTAL"),
        ((102, 101), 2 * OWN_SHARE, "STACK_ORDER"),
        ((101, 101), 2 * OWN_SHARE, "STACK_ORDER"),
        ((101, 151), 2 * OWN_SHARE, "RECEIPT_NUMBER_OUTSIDE"),
    ],
)
def test_a_wrong_stack_leaves_nothing(
    school: Desk, numbers: tuple[int, ...], total: int, code: str
) -> None:
    rows = tuple(StackRow(n, school.owing[place]) for place, n in enumerate(numbers))
    with pytest.raises(UserError, match=code):
        _enter(school, rows, total)
    assert receipts.receipts_of_book(school.ctx, school.paper_id) == ()
    assert school.enrolment(0).paid == 0


def test_a_stack_needs_rows_reasons_and_a_pre_printed_book(school: Desk) -> None:
    with pytest.raises(UserError, match="NOTHING_TO_PAY"):
        _enter(school, (), 0)
    with pytest.raises(UserError, match="REASON_MISSING"):
        _enter(school, (StackRow(101),), 0)
    row = (StackRow(1, school.owing[0]),)
    with pytest.raises(UserError, match="BOOK_NOT_PRE_PRINTED"):
        enter_stack(school.ctx, EnterStack(school.book_id, DAY, row, OWN_SHARE))
    with pytest.raises(UserError, match="BOOK_UNKNOWN"):
        enter_stack(school.ctx, EnterStack("x", DAY, row, OWN_SHARE))


def test_a_stack_of_a_counted_day_is_refused(school: Desk) -> None:
    cash_counts.count_cash(school.ctx, cash_counts.CountCash(()))
    for row in (StackRow(101, school.owing[0]), StackRow(101, spoilt_reason="rách")):
        with pytest.raises(UserError, match="DAY_CLOSED"):
            _enter(school, (row,), 0)


def test_a_stack_after_the_count_with_a_spoilt_paper_bears_the_next_day(school: Desk) -> None:
    cash_counts.count_cash(school.ctx, cash_counts.CountCash(()))
    rows = (StackRow(101, school.owing[0]), StackRow(102, spoilt_reason="rách"))
    next_day = date(2026, 9, 6)
    enter_stack(school.ctx, EnterStack(school.paper_id, next_day, rows, OWN_SHARE))
    papers = receipts.receipts_of_book(school.ctx, school.paper_id)
    assert [paper.data.issued_on for paper in papers] == [next_day, next_day]
