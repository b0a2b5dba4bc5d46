"""Receipts: found, printed, voided; and those that stay."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.errors import UserError
from ssdesk.services import cash_counts, enrolments, payments, receipts, remittances
from ssdesk.services.context import Context
from ssdesk.services.receipts import PrintSeen, VoidReceipt
from tests.services.collecting import OWN_SHARE, Desk, collecting

FIRST, LAST = date(2026, 9, 1), date(2026, 9, 30)


@pytest.fixture
def school(desk: Context) -> Desk:
    return collecting(desk, ("Vi Thị Ánh", "Nguyễn Văn Dũng"), ("Hoàng Chi",))


def _numbers(found: tuple[receipts.Receipt, ...]) -> list[int]:
    return [item.number for item in found]


def test_receipts_are_found_by_number_payer_and_pupil(school: Desk) -> None:
    school.pay(0, payer_name="Vi Văn Long")
    school.pay(1)
    ctx = school.ctx
    assert _numbers(receipts.find_receipts(ctx, "2", FIRST, LAST)) == [2]
    assert _numbers(receipts.find_receipts(ctx, "0000001", FIRST, LAST)) == [1]
    assert _numbers(receipts.find_receipts(ctx, "van long", FIRST, LAST)) == [1]
    assert _numbers(receipts.find_receipts(ctx, "NGUYỄN dung", FIRST, LAST)) == [2]
    assert receipts.find_receipts(ctx, "không ai", FIRST, LAST) == ()
    person = school.enrolment(1).person_id
    assert _numbers(receipts.receipts_of_person(ctx, person)) == [2]


def test_receipts_of_a_day(school: Desk, clock: FixedClock) -> None:
    school.pay(0)
    clock.moment = datetime(2026, 9, 6, 8, 0)
    school.pay(1)
    assert _numbers(receipts.list_receipts(school.ctx, date(2026, 9, 6), LAST)) == [2]
    assert _numbers(receipts.list_receipts(school.ctx, FIRST, LAST)) == [2, 1]


def test_prints_are_counted(school: Desk) -> None:
    receipt = school.pay(0)
    assert receipts.get_receipt(school.ctx, receipt).prints == 0
    receipts.note_printed(school.ctx, (PrintSeen(receipt, 0),))
    (again,) = receipts.note_printed(school.ctx, (PrintSeen(receipt, 1),)).receipts
    assert again.prints == 2
    with pytest.raises(UserError, match="RECEIPT_UNKNOWN"):
        receipts.note_printed(school.ctx, (PrintSeen(receipt, 2), PrintSeen("x", 0)))
    assert receipts.get_receipt(school.ctx, receipt).prints == 2


def test_a_void_names_its_reason_and_gives_the_money_back(school: Desk, clock: FixedClock) -> None:
    receipt = school.pay(0)
    clock.moment = datetime(2026, 9, 7, 8, 0)
    done = receipts.void_receipt(school.ctx, VoidReceipt(receipt, " ghi  nhầm em ")).receipt
    assert (done.void_reason, done.voided_on) == ("ghi nhầm em", date(2026, 9, 7))
    assert done.amount == OWN_SHARE
    item = school.enrolment(0)
    assert (item.state, item.paid, item.fixed) == (EnrolmentState.DUE, 0, False)
    days = cash_counts.money_by_day(school.ctx, FIRST, LAST)
    assert [(day.day.day, day.received, day.given_back, day.receipts) for day in days] == [
        (5, OWN_SHARE, 0, 1),
        (7, 0, OWN_SHARE, 0),
    ]


def test_a_void_of_siblings_frees_all_of_them(school: Desk) -> None:
    items = tuple(payments.PaymentItem(owing) for owing in school.owing[:2])
    command = payments.RecordPayment(items, school.book_id)
    done = payments.record_payment(school.ctx, command)
    receipts.void_receipt(school.ctx, VoidReceipt(done.receipt_id, "nhầm"))
    assert [school.enrolment(place).paid for place in (0, 1)] == [0, 0]


def test_a_void_of_one_instalment_keeps_the_other(school: Desk) -> None:
    first = school.pay(0, 300_000)
    school.pay(0)
    receipts.void_receipt(school.ctx, VoidReceipt(first, "nhầm"))
    item = school.enrolment(0)
    assert (item.state, item.still_due, item.fixed) == (EnrolmentState.DUE, 300_000, True)


@pytest.mark.parametrize(
    ("reason", "code"), [(" ", "REASON_MISSING"), ("nhầm", "RECEIPT_ALREADY_VOID")]
)
def test_a_void_needs_a_reason_and_a_live_receipt(school: Desk, reason: str, code: str) -> None:
    receipt = school.pay(0)
    if code == "RECEIPT_ALREADY_VOID":
        receipts.void_receipt(school.ctx, VoidReceipt(receipt, reason))
    with pytest.raises(UserError, match=code):
        receipts.void_receipt(school.ctx, VoidReceipt(receipt, reason))


def test_remitted_money_cannot_be_voided(school: Desk) -> None:
    receipt = school.pay(0)
    remittances.order_remittance(school.ctx, remittances.OrderRemittance())
    with pytest.raises(UserError, match="RECEIPT_REMITTED") as refused:
        receipts.void_receipt(school.ctx, VoidReceipt(receipt, "nhầm"))
    assert refused.value.params["order"] == 1
    assert school.enrolment(0).paid == OWN_SHARE


@pytest.mark.parametrize("state", ["submitted", "accepted"])
def test_a_listed_pupil_keeps_the_receipt(school: Desk, state: str) -> None:
    receipt = school.pay(0)
    with school.ctx.store.write("van.thu", school.ctx.clock.now()) as unit:
        unit.update("enrolment", school.owing[0], state=state)
    with pytest.raises(UserError, match="RECEIPT_LISTED"):
        receipts.void_receipt(school.ctx, VoidReceipt(receipt, "nhầm"))


def test_a_void_after_the_count_counts_to_the_next_day(school: Desk) -> None:
    receipt = school.pay(0)
    cash_counts.count_cash(school.ctx, cash_counts.CountCash((), "chưa mở két"))
    done = receipts.void_receipt(school.ctx, VoidReceipt(receipt, "nhầm")).receipt
    assert done.voided_on == date(2026, 9, 6)
    assert cash_counts.expected_cash(school.ctx, date(2026, 9, 5)) == OWN_SHARE
    assert school.enrolment(0).paid == 0


def test_posted_money_cannot_be_changed_behind_the_program(school: Desk) -> None:
    school.pay(0)
    for sql in ("UPDATE receipt SET amount = 1", "DELETE FROM payment"):
        with (
            pytest.raises(UserError, match="IMMUTABLE"),
            school.ctx.store.write("x", school.ctx.clock.now()) as unit,
        ):
            unit.execute(sql)
    assert enrolments.get_enrolment(school.ctx, school.owing[0]).paid == OWN_SHARE


def test_a_reason_longer_than_the_paper_is_refused(school: Desk) -> None:
    receipt = school.pay(0)
    with pytest.raises(UserError, match="REASON_TOO_LONG"):
        receipts.void_receipt(school.ctx, VoidReceipt(receipt, "a" * 201))
    assert receipts.get_receipt(school.ctx, receipt).voided_on is None
