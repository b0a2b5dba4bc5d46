"""Money back to a family before the list went up: a document, a day, and sums that hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pypdfium2 as pdfium
import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.receipt import Tender
from ssdesk.errors import UserError
from ssdesk.services import cash_counts, covers, enrolments, handovers, receipts, remittances
from ssdesk.services.cash_counts import CountCash, NoteCount, count_cash
from ssdesk.services.context import Context
from ssdesk.services.papers import cash_count_sheet, refund_paper
from ssdesk.services.payments import TEACHER, PaymentItem, RecordPayment, record_payment
from ssdesk.services.refunds import GiveBack, give_back, list_refunds, preview_refund
from ssdesk.services.remittances import OrderRemittance
from ssdesk.services.reports import ReportRequest, make_report
from ssdesk.services.submissions import ListRequest, preview_list
from ssdesk.services.verification import verify_desk
from ssdesk.storage import submissions
from tests.services.collecting import OWN_SHARE, Desk, collecting

TODAY = date(2026, 9, 5)
POOR = covers.SetCover((), covers.ELSEWHERE, "HN", evidence="sổ hộ nghèo", proven=True)


@pytest.fixture
def school(desk: Context) -> Desk:
    return collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), ("Hoàng Chi",))


def _back(school: Desk, place: int = 0, **more: object) -> GiveBack:
    return GiveBack(school.owing[place], "có thẻ hộ nghèo", **more)  # type: ignore[arg-type]


def test_the_family_gets_all_of_it_on_a_numbered_paper(school: Desk) -> None:
    receipt = receipts.get_receipt(school.ctx, school.pay(0))
    done = give_back(school.ctx, _back(school, receiver_name="  bà Vi  Thị Lan "))
    data = done.refund.data
    assert (data.display_number, data.amount, data.refunded_on) == ("HT-001", OWN_SHARE, TODAY)
    assert (data.full_name, data.school_class) == ("Vi Thị Ánh", "10A1")
    assert data.receiver_name == "bà Vi Thị Lan"
    assert data.receipts == (receipt.data.number,)
    assert list_refunds(school.ctx, TODAY, TODAY) == (done.refund,)
    assert verify_desk(school.ctx) == ()


def test_the_paper_says_it_in_words_and_has_places_to_sign(school: Desk) -> None:
    school.pay(0)
    back = _back(school, receiver_name="Vi Thị Lan")
    paper = refund_paper(school.ctx, give_back(school.ctx, back).refund.id)
    assert paper.file_name == "phieu-chi-hoan-tra-001.pdf"
    document = pdfium.PdfDocument(paper.pdf)
    text = " ".join(document[0].get_textpage().get_text_bounded().split())
    assert len(document) == 1
    for words in (
        "PHIẾU CHI HOÀN TRẢ",
        "HT-001",
        "Vi Thị Ánh, lớp 10A1",
        "có thẻ hộ nghèo",
        "683.100 đồng",
        "Sáu trăm tám mươi ba nghìn một trăm đồng",
        "NGƯỜI NHẬN",
        "Vi Thị Lan",
    ):
        assert words in text


def test_the_pupil_is_out_of_the_round_and_can_be_noted_as_covered(school: Desk) -> None:
    school.pay(0)
    with pytest.raises(UserError, match="PUPIL_HAS_PAID"):
        covers.set_cover(school.ctx, _poor(school, 0))
    give_back(school.ctx, _back(school))
    now = school.enrolment(0)
    assert (now.state, now.paid, now.fixed) == (EnrolmentState.ENDED, 0, False)
    covers.set_cover(school.ctx, _poor(school, 0))
    school.pay(1)
    listed = preview_list(school.ctx, ListRequest(date(2026, 9, 30)))
    assert "Vi Thị Ánh" not in [entry.full_name for entry in listed.entries]


def _poor(school: Desk, place: int) -> covers.SetCover:
    return replace(POOR, entry_ids=(school.entries[place],))


def test_receipts_money_and_list_still_balance(school: Desk) -> None:
    school.pay(0)
    school.pay(1)
    give_back(school.ctx, _back(school))
    where = cash_counts.cash_position(school.ctx)
    assert (where.with_cashier, where.total) == (OWN_SHARE, OWN_SHARE)
    order = remittances.order_remittance(school.ctx, OrderRemittance()).remittance
    assert order.amount == OWN_SHARE
    match = remittances.match_round(school.ctx, school.round_id)
    assert (match.listed, match.receipted, match.transferred) == (OWN_SHARE,) * 3
    assert match.agrees


def test_an_instalment_comes_back_too(school: Desk) -> None:
    school.pay(0, 100_000)
    assert give_back(school.ctx, _back(school)).refund.data.amount == 100_000


def test_the_evening_count_knows_of_it(school: Desk) -> None:
    school.pay(0)
    school.pay(1)
    give_back(school.ctx, _back(school))
    assert cash_counts.expected_cash(school.ctx) == OWN_SHARE
    (day,) = cash_counts.money_by_day(school.ctx, TODAY, TODAY)
    assert (day.received, day.given_back, day.net) == (2 * OWN_SHARE, OWN_SHARE, OWN_SHARE)


@pytest.mark.parametrize("name", ["money", "summary"])
def test_reports_take_it_off_and_their_sums_hold(school: Desk, name: str) -> None:
    school.pay(0)
    school.pay(1)
    give_back(school.ctx, _back(school))
    report = make_report(school.ctx, ReportRequest(name, "2026-2027"))
    money = [check for check in report.sums if check.unit == "đồng"]
    assert {check.difference for check in money} == {0}
    assert OWN_SHARE in {check.total for check in money}
    if name == "money":
        ((_, receipts_of_day, cash, _, back, net),) = [row.cells for row in report.tables[0].rows]
        assert (receipts_of_day, cash) == (2, 2 * OWN_SHARE)
        assert (back, net) == (OWN_SHARE, OWN_SHARE)


def test_the_sheet_of_the_evening_names_it(school: Desk) -> None:
    school.pay(0)
    give_back(school.ctx, _back(school))
    count_cash(school.ctx, CountCash(()))
    document = pdfium.PdfDocument(cash_count_sheet(school.ctx, TODAY).pdf)
    text = " ".join(document[0].get_textpage().get_text_bounded().split())
    assert "Hoàn trả trong ngày: 1 phiếu, 683.100 đồng" in text


def test_a_closed_day_stays_as_it_was_counted(school: Desk, clock: FixedClock) -> None:
    school.pay(0, 500_000)
    count_cash(school.ctx, CountCash((NoteCount(500_000, 1),)))
    seen = preview_refund(school.ctx, school.owing[0])
    assert seen.last_day == date(2026, 9, 6)
    with pytest.raises(UserError, match="DAY_CLOSED"):
        give_back(school.ctx, _back(school, refunded_on=TODAY))
    done = give_back(school.ctx, _back(school))
    assert done.refund.data.refunded_on == date(2026, 9, 6)
    assert cash_counts.expected_cash(school.ctx, TODAY) == 500_000
    clock.moment = datetime(2026, 9, 6, 8, 0)
    assert cash_counts.expected_cash(school.ctx) == 0


def test_it_leaves_the_place_where_it_lies(school: Desk) -> None:
    school.pay(0, held_by=TEACHER)
    school.pay(1, tender=Tender.TRANSFER)
    seen = preview_refund(school.ctx, school.owing[0])
    assert (seen.from_teacher, seen.from_cash, seen.from_bank) == (OWN_SHARE, 0, 0)
    give_back(school.ctx, _back(school))
    assert handovers.held_by_teachers(school.ctx) == ()
    assert cash_counts.cash_position(school.ctx).with_teachers == 0
    seen = preview_refund(school.ctx, school.owing[1])
    assert (seen.from_teacher, seen.from_cash, seen.from_bank) == (0, 0, OWN_SHARE)
    back = _back(school, 1, tender=Tender.TRANSFER, account="Nông Văn Páo, 8400205123, Agribank")
    assert give_back(school.ctx, back).refund.data.account.endswith("Agribank")
    assert cash_counts.cash_position(school.ctx).in_bank == 0


def test_one_of_two_siblings_on_a_receipt(school: Desk) -> None:
    both = RecordPayment(
        (PaymentItem(school.owing[0]), PaymentItem(school.owing[1])), school.book_id
    )
    receipt_id = record_payment(school.ctx, both).receipt_id
    give_back(school.ctx, _back(school))
    assert school.enrolment(1).state is EnrolmentState.PAID
    assert verify_desk(school.ctx) == ()
    with pytest.raises(UserError, match="RECEIPT_REFUNDED"):
        receipts.void_receipt(school.ctx, receipts.VoidReceipt(receipt_id, "nhầm"))


def test_who_comes_back_pays_anew_and_only_that_receipt_is_listed(school: Desk) -> None:
    school.pay(0)
    give_back(school.ctx, _back(school))
    enrolments.sign_up(school.ctx, enrolments.SignUp(school.round_id, (school.entries[0],)))
    again = receipts.get_receipt(school.ctx, school.pay(0))
    listed = preview_list(school.ctx, ListRequest(date(2026, 9, 30)))
    # Nobody of this school has a number yet, so all are left off: see the money behind instead.
    assert listed.left_out
    behind = submissions.money(school.ctx.store.reader)[school.owing[0]]
    assert behind.receipt_numbers == (again.data.number,)
    assert give_back(school.ctx, _back(school)).refund.data.number == 2


def test_what_cannot_be_given_back_by_the_school(school: Desk) -> None:
    with pytest.raises(UserError, match="REFUND_NOTHING"):
        preview_refund(school.ctx, school.owing[0])
    school.pay(0)
    remittances.order_remittance(school.ctx, OrderRemittance())
    with pytest.raises(UserError, match="REFUND_REMITTED") as refused:
        preview_refund(school.ctx, school.owing[0])
    assert refused.value.params["order"] == 1
    with pytest.raises(UserError, match="ENROLMENT_UNKNOWN"):
        preview_refund(school.ctx, "none")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"refunded_on": date(2026, 9, 9)}, "REFUND_IN_FUTURE"),
        ({"refunded_on": date(2026, 9, 4)}, "REFUND_BEFORE_PAYMENT"),
        ({"tender": Tender.TRANSFER}, "REFUND_ACCOUNT_MISSING"),
        ({"receiver_name": "A" * 61}, "REFUND_RECEIVER_LONG"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_posted(
    school: Desk, more: dict[str, object], code: str
) -> None:
    school.pay(0)
    with pytest.raises(UserError, match=code):
        give_back(school.ctx, _back(school, **more))
    with pytest.raises(UserError, match="REASON_MISSING"):
        give_back(school.ctx, GiveBack(school.owing[0], "  "))
    assert school.enrolment(0).paid == OWN_SHARE
    assert list_refunds(school.ctx, TODAY, TODAY) == ()
