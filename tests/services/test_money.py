"""Money of a school: amounts, receipts, books, hand-over, count, transfer, match."""

from __future__ import annotations

from datetime import date

import pytest

from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.receipt import Tender
from ssdesk.errors import UserError
from ssdesk.services import cash_counts, handovers, payments, receipts, remittances
from ssdesk.services.covers import ELSEWHERE, SetCover, set_cover
from ssdesk.services.enrolments import (
    ChangeTerm,
    SignUp,
    change_term,
    get_enrolment,
    sign_up,
)
from ssdesk.services.overview import TodoKind, overview, unsent
from ssdesk.services.payments import PaymentItem, PaymentRecorded, RecordPayment, record_payment
from ssdesk.services.pupils import get_pupil
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


def test_a_covered_pupil_is_not_signed_up_and_not_left_over(school: School) -> None:
    entry = school.entries["H'Linh Niê"]
    set_cover(school.ctx, SetCover((entry,), ELSEWHERE, "DT", "DT2200123456789", None, "Thẻ", True))
    assert get_pupil(school.ctx, entry).state is CoverageState.COVERED_ELSEWHERE
    again = sign_up(school.ctx, SignUp(school.round_id))
    assert ("H'Linh Niê", "COVERED_ELSEWHERE") in {(s.full_name, s.code) for s in again.skipped}


def test_own_months_change_the_amount(school: School) -> None:
    saved = change_term(
        school.ctx,
        ChangeTerm(
            school.enrolment("Hoàng Gia Bảo"), date(2026, 10, 1), date(2026, 12, 31), "thẻ tới 12"
        ),
    )
    assert saved.enrolment.premium.own_share == 170_775


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


def test_overview_adds_up(school: School) -> None:
    pay(school, "Hoàng Gia Bảo")
    seen = overview(school.ctx, YEAR)
    assert (seen.count.pupils, seen.count.paid, seen.count.signed_up) == (5, 1, 4)
    assert seen.count.unaccounted == 0
    assert seen.collected == YEARLY
    not_listed = next(todo for todo in seen.todos if todo.kind is TodoKind.NOT_LISTED)
    assert unsent(school.ctx, YEAR) == len(not_listed.entry_ids) == 1
    assert unsent(school.ctx, "2025-2026") == 0
