"""Money in, receipt out: numbers, instalments, siblings, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.desk import Role
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.receipt import BookKind, Tender
from ssdesk.errors import UserError
from ssdesk.services import enrolments, payments, receipt_books, receipts
from ssdesk.services.cash_counts import CountCash, count_cash
from ssdesk.services.collecting import read_collecting
from ssdesk.services.context import Context
from ssdesk.services.payments import PayClass, PaymentItem, RecordPayment
from tests.services.collecting import OWN_SHARE, YEAR, Desk, collecting, register_book


@pytest.fixture
def money(desk: Context) -> Desk:
    return collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), ("Hoàng Chi",))


def test_a_payment_in_full_makes_a_receipt_and_settles_the_pupil(money: Desk) -> None:
    item = PaymentItem(money.owing[0])
    done = payments.record_payment(money.ctx, RecordPayment((item,), money.book_id))
    assert (done.receipt.number, done.receipt.amount) == ("0000001", OWN_SHARE)
    assert done.receipt.lines[0].full_name == "Vi Thị Ánh"
    assert done.receipt.lines[0].school_class == "10A1"
    assert not done.receipt.lines[0].instalment
    assert done.receipt.unit_name == "Trường THPT Chu Văn An"
    assert money.enrolment(0).state is EnrolmentState.PAID
    assert money.enrolment(1).state is EnrolmentState.DUE


def test_receipt_reads_back_as_posted(money: Desk) -> None:
    item = PaymentItem(money.owing[0])
    done = payments.record_payment(money.ctx, RecordPayment((item,), money.book_id))
    assert receipts.get_receipt(money.ctx, done.receipt_id).data == done.receipt


def test_numbers_follow_each_other_without_gap(money: Desk) -> None:
    for place in range(3):
        money.pay(place)
    found = receipts.receipts_of_book(money.ctx, money.book_id)
    assert [item.number for item in found] == [1, 2, 3]


def test_siblings_share_a_receipt(money: Desk) -> None:
    items = (PaymentItem(money.owing[0]), PaymentItem(money.owing[2]))
    command = RecordPayment(items, money.book_id, payer_name="Vi Văn Long")
    done = payments.record_payment(money.ctx, command)
    assert done.receipt.amount == 2 * OWN_SHARE
    assert [line.school_class for line in done.receipt.lines] == ["10A1", "11A1"]
    assert done.receipt.payer_name == "Vi Văn Long"
    assert money.enrolment(2).state is EnrolmentState.PAID


def test_instalments_have_receipts_of_their_own_and_settle_at_the_last(money: Desk) -> None:
    money.pay(0, 300_000)
    assert money.enrolment(0).state is EnrolmentState.DUE
    assert money.enrolment(0).still_due == OWN_SHARE - 300_000
    money.pay(0)
    assert money.enrolment(0).state is EnrolmentState.PAID
    lines = [item.data.lines[0] for item in receipts.receipts_of_book(money.ctx, money.book_id)]
    assert [(line.amount, line.instalment) for line in lines] == [
        (300_000, True),
        (OWN_SHARE - 300_000, True),
    ]


def test_a_pledge_stays_one_until_the_whole_is_in(money: Desk) -> None:
    enrolments.pledge(money.ctx, money.owing[0], date(2026, 9, 20))
    money.pay(0, 1)
    assert money.enrolment(0).state is EnrolmentState.PROMISED
    money.pay(0)
    assert money.enrolment(0).state is EnrolmentState.PAID


@pytest.mark.parametrize(
    ("amount", "code"),
    [(OWN_SHARE + 1, "AMOUNT_TOO_HIGH"), (0, "AMOUNT_NOT_POSITIVE"), (-1, "AMOUNT_NOT_POSITIVE")],
)
def test_a_wrong_amount_posts_nothing(money: Desk, amount: int, code: str) -> None:
    with pytest.raises(UserError, match=code):
        money.pay(0, amount)
    assert receipts.receipts_of_book(money.ctx, money.book_id) == ()
    assert not money.enrolment(0).fixed


def test_more_than_is_left_after_an_instalment_is_refused(money: Desk) -> None:
    money.pay(0, 600_000)
    with pytest.raises(UserError, match="AMOUNT_TOO_HIGH") as refused:
        money.pay(0, 100_000)
    assert refused.value.params["due"] == "83.100"


def test_who_has_paid_cannot_pay_again(money: Desk) -> None:
    money.pay(0)
    with pytest.raises(UserError, match="ENROLMENT_NOT_OPEN"):
        money.pay(0)


def test_a_pupil_stands_once_on_a_receipt(money: Desk) -> None:
    items = (PaymentItem(money.owing[0]), PaymentItem(money.owing[0]))
    with pytest.raises(UserError, match="ENROLMENT_TWICE"):
        payments.record_payment(money.ctx, RecordPayment(items, money.book_id))


def test_one_bad_sibling_leaves_all_unpaid(money: Desk) -> None:
    items = (PaymentItem(money.owing[0]), PaymentItem(money.owing[1], OWN_SHARE * 2))
    with pytest.raises(UserError, match="AMOUNT_TOO_HIGH"):
        payments.record_payment(money.ctx, RecordPayment(items, money.book_id))
    assert money.enrolment(0).paid == 0


@pytest.mark.parametrize(
    ("day", "code"),
    [(date(2026, 9, 6), "PAID_IN_FUTURE"), (date(2026, 8, 31), "PAID_BEFORE_ROUND")],
)
def test_a_day_outside_is_refused(money: Desk, day: date, code: str) -> None:
    with pytest.raises(UserError, match=code):
        money.pay(0, paid_on=day)


def test_book_refuses_what_it_does_not_hold(money: Desk) -> None:
    small = register_book(money.ctx, BookKind.PROGRAM_PRINTED, "NHO", 7, 7)
    items = (PaymentItem(money.owing[0]),)
    for wanted, code in ((8, "RECEIPT_NUMBER_NOT_FREE"), (None, "")):
        command = RecordPayment(items, small, receipt_number=wanted)
        if code:
            with pytest.raises(UserError, match=code):
                payments.record_payment(money.ctx, command)
        else:
            done = payments.record_payment(money.ctx, command)
            assert (done.numbers_left, done.stock_is_low) == (0, True)
    with pytest.raises(UserError, match="BOOK_EXHAUSTED"):
        payments.record_payment(money.ctx, RecordPayment((PaymentItem(money.owing[1]),), small))
    receipt_books.close_book(money.ctx, money.book_id)
    with pytest.raises(UserError, match="BOOK_CLOSED"):
        money.pay(1)
    with pytest.raises(UserError, match="BOOK_UNKNOWN"):
        payments.record_payment(money.ctx, RecordPayment((PaymentItem(money.owing[1]),), "x"))


def test_a_paper_number_is_taken_as_given_once(money: Desk) -> None:
    first = RecordPayment((PaymentItem(money.owing[0]),), money.paper_id, receipt_number=105)
    assert payments.record_payment(money.ctx, first).receipt.number == "0000105"
    for number, code in ((105, "RECEIPT_NUMBER_USED"), (151, "RECEIPT_NUMBER_OUTSIDE")):
        command = replace(first, items=(PaymentItem(money.owing[1]),), receipt_number=number)
        with pytest.raises(UserError, match=code):
            payments.record_payment(money.ctx, command)
    assert receipt_books.missing_numbers(money.ctx, money.paper_id) == (101, 102, 103, 104)


def test_stock_is_low_below_twenty(money: Desk) -> None:
    book = register_book(money.ctx, BookKind.PROGRAM_PRINTED, "HAI", 1, 21)
    items = [(PaymentItem(owing),) for owing in money.owing]
    first = payments.record_payment(money.ctx, RecordPayment(items[0], book))
    second = payments.record_payment(money.ctx, RecordPayment(items[1], book))
    assert [(done.numbers_left, done.stock_is_low) for done in (first, second)] == [
        (20, False),
        (19, True),
    ]


def test_amounts_follow_the_rules_of_the_day_of_payment(money: Desk, clock: FixedClock) -> None:
    assert money.enrolment(0).rule_date == date(2026, 9, 5)
    clock.moment = datetime(2026, 9, 20, 9, 0)
    money.pay(0, 1000)
    assert money.enrolment(0).rule_date == date(2026, 9, 20)
    assert money.enrolment(0).fixed
    clock.moment = datetime(2026, 9, 21, 9, 0)
    money.pay(0)
    assert money.enrolment(0).rule_date == date(2026, 9, 20)


def test_a_class_pays_with_one_key(money: Desk) -> None:
    done = payments.pay_class(money.ctx, PayClass(money.round_id, money.class_id(), money.book_id))
    assert [item.receipt.lines[0].full_name for item in done.payments] == [
        "Vi Thị Ánh",
        "Nông Văn Bảo",
    ]
    assert done.amount == 2 * OWN_SHARE
    assert money.enrolment(2).state is EnrolmentState.DUE
    with pytest.raises(UserError, match="NOTHING_TO_PAY"):
        payments.pay_class(money.ctx, PayClass(money.round_id, money.class_id(), money.book_id))


def test_class_payment_is_all_or_nothing(money: Desk) -> None:
    small = register_book(money.ctx, BookKind.PROGRAM_PRINTED, "NHO", 1, 1)
    with pytest.raises(UserError, match="BOOK_TOO_FEW") as refused:
        payments.pay_class(money.ctx, PayClass(money.round_id, money.class_id(), small))
    assert refused.value.params == {"book": "NHO/01", "left": 1, "wanted": 2}
    each = tuple(RecordPayment((PaymentItem(owing),), small) for owing in money.owing[:2])
    with pytest.raises(UserError, match="BOOK_TOO_FEW"):
        payments.record_payments(money.ctx, each)
    assert money.enrolment(0).paid == 0
    assert receipts.receipts_of_book(money.ctx, small) == ()


def test_a_reader_takes_no_money(money: Desk) -> None:
    reader = replace(money.ctx, account=replace(money.ctx.account, role=Role.READER))
    command = RecordPayment((PaymentItem(money.owing[0]),), money.book_id, Tender.TRANSFER)
    with pytest.raises(UserError, match="NOT_ALLOWED"):
        payments.record_payment(reader, command)


def test_more_pupils_than_a_receipt_holds_are_refused(desk: Context) -> None:
    names = tuple(
        f"Em Thứ {word}"
        for word in ("Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Chót")
    )
    school = collecting(desk, names)
    items = tuple(payments.PaymentItem(each) for each in school.owing)
    with pytest.raises(UserError, match="RECEIPT_TOO_MANY_PUPILS"):
        payments.record_payment(desk, payments.RecordPayment(items, school.book_id))
    payments.record_payment(desk, payments.RecordPayment(items[:10], school.book_id))
    assert school.enrolment(10).paid == 0


def test_after_the_evening_count_money_goes_to_the_next_day(money: Desk) -> None:
    today = money.ctx.clock.today()
    assert read_collecting(money.ctx, YEAR).pays_on == today
    count_cash(money.ctx, CountCash(()))
    next_open = read_collecting(money.ctx, YEAR).pays_on
    assert next_open == today + timedelta(days=1)
    items = (PaymentItem(money.owing[0]),)
    with pytest.raises(UserError, match="DAY_CLOSED"):
        payments.record_payment(money.ctx, RecordPayment(items, money.book_id, paid_on=today))
    late = RecordPayment(items, money.book_id, paid_on=next_open + timedelta(days=1))
    with pytest.raises(UserError, match="PAID_IN_FUTURE"):
        payments.record_payment(money.ctx, late)
    taken = RecordPayment(items, money.book_id, paid_on=next_open)
    assert payments.record_payment(money.ctx, taken).receipt.issued_on == next_open
