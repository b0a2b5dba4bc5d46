"""Money of a school: amounts, receipts, books, hand-over, count, transfer, match."""

from __future__ import annotations

from datetime import date, datetime
from random import Random

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.receipt import BookKind, Tender
from ssdesk.domain.remittance import NoteCount
from ssdesk.errors import UserError
from ssdesk.services import cash_counts, handovers, payments, receipts, remittances
from ssdesk.services.context import Context
from ssdesk.services.covers import ELSEWHERE, SetCover, set_cover
from ssdesk.services.enrolments import (
    ChangeTerm,
    SignUp,
    change_term,
    get_enrolment,
    pledge,
    sign_up,
    withdraw,
)
from ssdesk.services.overview import overview
from ssdesk.services.payments import PaymentItem, PaymentRecorded, RecordPayment, record_payment
from ssdesk.services.pupils import get_pupil
from ssdesk.services.receipt_books import RegisterBook, list_books, missing_numbers, register_book
from ssdesk.services.receipt_stacks import EnterStack, StackRow, enter_stack
from ssdesk.services.receipts import VoidReceipt, void_receipt
from tests.services.conftest import YEAR, School

YEARLY = 683_100


def pay(school: School, name: str, amount: int | None = None, **more: object) -> PaymentRecorded:
    items = (PaymentItem(school.enrolment(name), amount),)
    return record_payment(school.ctx, RecordPayment(items, school.book_id, **more))  # type: ignore[arg-type]


def refused(code: str) -> object:
    return pytest.raises(UserError, match=code)


def test_everyone_is_signed_up_at_the_amount_of_the_day(school: School) -> None:
    item = get_enrolment(school.ctx, school.enrolment("Hoàng Gia Bảo"))
    assert item.premium.own_share == YEARLY
    assert item.premium.gross == 1_366_200
    assert item.months == 12
    assert [year.own_share for year in item.premium.by_year] == [170_775, 512_325]
    assert "2.530.000 × 4,5%" in item.premium.workings[0]


def test_the_last_grade_pays_until_30_september(school: School) -> None:
    item = get_enrolment(school.ctx, school.enrolment("Vi Thị Diệp"))
    assert item.period.ends_on == date(2027, 9, 30)


def test_signing_up_again_changes_nothing(school: School) -> None:
    again = sign_up(school.ctx, SignUp(school.round_id))
    assert again.enrolment_ids == ()
    assert {item.code for item in again.skipped} == {"ALREADY_SIGNED_UP"}


def test_a_covered_pupil_is_not_signed_up_and_not_left_over(school: School) -> None:
    entry = school.entries["H'Linh Niê"]
    set_cover(school.ctx, SetCover((entry,), ELSEWHERE, "DT", "DT2200123456789", None, "Thẻ", True))
    assert get_pupil(school.ctx, entry).state is CoverageState.COVERED_ELSEWHERE
    again = sign_up(school.ctx, SignUp(school.round_id))
    assert ("H'Linh Niê", "COVERED_ELSEWHERE") in {(s.full_name, s.code) for s in again.skipped}


def test_a_payment_is_one_receipt_with_the_next_number(school: School) -> None:
    first, second = pay(school, "Hoàng Gia Bảo"), pay(school, "H'Linh Niê")
    assert (first.receipt.number, second.receipt.number) == ("0000001", "0000002")
    assert first.receipt.amount == YEARLY
    row = get_pupil(school.ctx, school.entries["Hoàng Gia Bảo"])
    assert row.state is CoverageState.PAID
    assert row.enrolment is not None
    assert row.enrolment.paid == YEARLY


def test_instalments_become_paid_only_when_whole(school: School) -> None:
    name = "Nông Quốc Cường"
    pay(school, name, 300_000)
    item = get_enrolment(school.ctx, school.enrolment(name))
    assert (item.state, item.paid, item.still_due) == (EnrolmentState.DUE, 300_000, 383_100)
    assert pay(school, name).receipt.lines[0].instalment
    assert get_enrolment(school.ctx, item.id).state is EnrolmentState.PAID


def test_siblings_share_a_receipt(school: School) -> None:
    items = tuple(PaymentItem(school.enrolment(n)) for n in ("Hoàng Gia Bảo", "Nông Quốc Cường"))
    done = record_payment(
        school.ctx, RecordPayment(items, school.book_id, payer_name="Hoàng Văn Nam")
    )
    assert done.receipt.amount == 2 * YEARLY
    assert [line.school_class for line in done.receipt.lines] == ["10A1", "11A1"]
    assert done.receipt.payer_name == "Hoàng Văn Nam"


@pytest.mark.parametrize(
    ("amount", "code"),
    [(YEARLY + 1, "AMOUNT_TOO_HIGH"), (0, "AMOUNT_NOT_POSITIVE"), (-5, "AMOUNT_NOT_POSITIVE")],
)
def test_wrong_amounts_are_refused_and_nothing_is_stored(
    school: School, amount: int, code: str
) -> None:
    with refused(code):
        pay(school, "Hoàng Gia Bảo", amount)
    assert receipts.list_receipts(school.ctx, date(2026, 1, 1), date(2027, 1, 1)) == ()


def test_the_amount_of_the_first_payment_stays(school: School) -> None:
    name = "Hoàng Gia Bảo"
    pay(school, name, 100_000)
    with refused("AMOUNT_FIXED"):
        change_term(
            school.ctx,
            ChangeTerm(school.enrolment(name), date(2026, 10, 1), date(2026, 12, 31), "vào muộn"),
        )


def test_own_months_change_the_amount(school: School) -> None:
    saved = change_term(
        school.ctx,
        ChangeTerm(
            school.enrolment("Hoàng Gia Bảo"), date(2026, 10, 1), date(2026, 12, 31), "thẻ tới 12"
        ),
    )
    assert saved.enrolment.premium.own_share == 170_775


def test_pledges_and_withdrawal(school: School) -> None:
    item_id = school.enrolment("Hoàng Gia Bảo")
    assert pledge(school.ctx, item_id, date(2026, 9, 25)).enrolment.state is EnrolmentState.PROMISED
    with refused("PLEDGE_IN_THE_PAST"):
        pledge(school.ctx, item_id, date(2026, 9, 1))
    withdraw(school.ctx, item_id, "gia đình xin thôi")
    row = get_pupil(school.ctx, school.entries["Hoàng Gia Bảo"])
    assert row.state is CoverageState.LEFT_OVER
    signed = sign_up(school.ctx, SignUp(school.round_id, (school.entries["Hoàng Gia Bảo"],)))
    assert len(signed.enrolment_ids) == 1


def test_a_void_keeps_the_number_and_frees_the_enrolment(school: School) -> None:
    done = pay(school, "Hoàng Gia Bảo")
    voided = void_receipt(school.ctx, VoidReceipt(done.receipt_id, "ghi nhầm em"))
    assert voided.receipt.void_reason == "ghi nhầm em"
    row = get_pupil(school.ctx, school.entries["Hoàng Gia Bảo"])
    assert row.state is CoverageState.SIGNED_UP
    assert pay(school, "Hoàng Gia Bảo").receipt.number == "0000002"
    with refused("RECEIPT_ALREADY_VOID"):
        void_receipt(school.ctx, VoidReceipt(done.receipt_id, "lần nữa"))
    assert cash_counts.cash_position(school.ctx).total == YEARLY


def test_a_stack_goes_in_whole_or_not_at_all(school: School) -> None:
    rows = (
        StackRow(301, school.enrolment("Hoàng Gia Bảo"), YEARLY),
        StackRow(302, spoilt_reason="rách"),
        StackRow(304, school.enrolment("H'Linh Niê"), YEARLY),
    )
    with refused("STACK_TOTAL"):
        enter_stack(school.ctx, EnterStack(school.paper_book_id, date(2026, 9, 5), rows, YEARLY))
    assert receipts.receipts_of_book(school.ctx, school.paper_book_id) == ()
    done = enter_stack(
        school.ctx, EnterStack(school.paper_book_id, date(2026, 9, 5), rows, 2 * YEARLY)
    )
    assert done.missing == (303,)
    assert missing_numbers(school.ctx, school.paper_book_id) == (303,)
    use = next(item for item in list_books(school.ctx) if item.book.id == school.paper_book_id)
    assert (use.used, use.voided, use.missing, use.book.left) == (3, 1, 1, 46)


def test_books_do_not_overlap(school: School) -> None:
    with refused("BOOK_OVERLAPS"):
        register_book(school.ctx, RegisterBook(BookKind.PRE_PRINTED, "C45", "08", 350, 400))


def test_money_travels_from_teacher_to_office(school: School) -> None:
    pay(school, "Hoàng Gia Bảo", held_by=payments.TEACHER)
    pay(school, "H'Linh Niê", held_by=payments.TEACHER)
    pay(school, "Nông Quốc Cường", tender=Tender.TRANSFER)
    position = cash_counts.cash_position(school.ctx)
    assert (position.with_teachers, position.in_bank) == (2 * YEARLY, YEARLY)
    class_id = get_pupil(school.ctx, school.entries["Hoàng Gia Bảo"]).class_id
    with refused("COUNT_DIFFERS"):
        handovers.hand_over(school.ctx, handovers.HandOver(class_id, YEARLY, "Cô Lan"))
    slip = handovers.hand_over(school.ctx, handovers.HandOver(class_id, 2 * YEARLY, "Cô Lan"))
    assert [line.full_name for line in slip.lines] == ["Hoàng Gia Bảo", "H'Linh Niê"]
    order = remittances.order_remittance(school.ctx, remittances.OrderRemittance()).remittance
    assert order.amount == 3 * YEARLY
    assert order.memo.startswith("HS0020A TRUONG THPT CHU VAN AN")
    match = remittances.match_round(school.ctx, school.round_id)
    assert match.agrees
    assert match.listed == match.receipted == match.transferred == 3 * YEARLY
    assert cash_counts.cash_position(school.ctx).remitted == 3 * YEARLY
    confirmed = remittances.confirm_remittance(
        school.ctx, remittances.ConfirmRemittance(order.id, "FT2624812345", date(2026, 9, 5))
    )
    assert confirmed.remittance.bank_reference == "FT2624812345"
    receipt = receipts.find_receipts(school.ctx, "1", date(2026, 9, 1), date(2026, 9, 30))[0]
    with refused("RECEIPT_REMITTED"):
        void_receipt(school.ctx, VoidReceipt(receipt.id, "muộn"))


def test_the_match_names_the_difference(school: School) -> None:
    pay(school, "Hoàng Gia Bảo")
    pay(school, "H'Linh Niê", 100_000)
    match = remittances.match_round(school.ctx, school.round_id)
    found = {(d.full_name, d.listed, d.receipted, d.transferred) for d in match.differences}
    assert found == {("Hoàng Gia Bảo", YEARLY, YEARLY, 0), ("H'Linh Niê", 0, 100_000, 0)}


def test_a_counted_day_is_closed(school: School) -> None:
    pay(school, "Hoàng Gia Bảo")
    notes = (NoteCount(500_000, 1), NoteCount(100_000, 1), NoteCount(50_000, 1))
    with refused("COUNT_DIFFERS"):
        cash_counts.count_cash(school.ctx, cash_counts.CountCash(notes))
    done = cash_counts.count_cash(school.ctx, cash_counts.CountCash(notes, "thiếu tiền lẻ"))
    assert done.count.difference == 650_000 - YEARLY
    with refused("DAY_CLOSED"):
        pay(school, "H'Linh Niê")


def test_overview_adds_up(school: School) -> None:
    pay(school, "Hoàng Gia Bảo")
    seen = overview(school.ctx, YEAR)
    assert (seen.count.pupils, seen.count.paid, seen.count.signed_up) == (5, 1, 4)
    assert seen.count.unaccounted == 0
    assert seen.collected == YEARLY


def test_random_histories_keep_every_dong(school: School) -> None:
    """Pay, part-pay, void, hand over, count and remit at random: the sums always agree."""
    random = Random(7)
    ctx = school.ctx
    for step in range(120):
        _random_step(school, random, step)
        position = cash_counts.cash_position(ctx)
        ledger = ctx.store.reader.value("SELECT coalesce(sum(amount), 0) FROM payment")
        live = ctx.store.reader.value(
            "SELECT coalesce(sum(r.amount), 0) FROM receipt r"
            " LEFT JOIN receipt_void v ON v.receipt_id = r.id WHERE v.receipt_id IS NULL"
        )
        assert position.total == ledger == live
        assert missing_numbers(ctx, school.book_id) == ()
        assert min(position.with_teachers, position.in_bank, position.remitted) >= 0


def _random_step(school: School, random: Random, step: int) -> None:
    ctx = school.ctx
    name = random.choice(list(school.entries))
    choice = random.choice(["pay", "part", "void", "hand", "count", "remit", "pay"])
    try:
        if choice in {"pay", "part"}:
            amount = None if choice == "pay" else random.randint(1, 400_000)
            held_by = random.choice([payments.TEACHER, payments.CASHIER])
            pay(school, name, amount, held_by=held_by, tender=random.choice(list(Tender)))
        elif choice == "void":
            done = receipts.list_receipts(ctx, date(2026, 1, 1), date(2028, 1, 1))
            if done:
                void_receipt(ctx, VoidReceipt(random.choice(done).id, "thử"))
        elif choice == "hand":
            class_id = get_pupil(ctx, school.entries[name]).class_id
            amount = sum(line.amount for line in handovers.held_by_teachers(ctx, class_id))
            handovers.hand_over(ctx, handovers.HandOver(class_id, amount, "Cô Lan"))
        elif choice == "count":
            cash_counts.count_cash(ctx, cash_counts.CountCash((), "ghi chú"))
            _next_day(ctx, step)
        else:
            remittances.order_remittance(ctx, remittances.OrderRemittance())
    except UserError:
        pass


def _next_day(ctx: Context, step: int) -> None:
    assert isinstance(ctx.clock, FixedClock)
    ctx.clock.moment = datetime(2026, 9, 6 + min(step // 6, 20), 8, 0)
