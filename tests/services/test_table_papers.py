"""Slips, counts, orders and usage sheets, drawn from what is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.receipt import Holder, Tender
from ssdesk.domain.remittance import NoteCount
from ssdesk.errors import UserError
from ssdesk.services import cash_counts, handovers, papers, receipts, remittances
from ssdesk.services.context import Context
from ssdesk.services.desk import save_profile
from ssdesk.services.handovers import HandOver, Handover
from ssdesk.services.papers import Paper
from ssdesk.services.receipt_stacks import EnterStack, StackRow, enter_stack
from tests.printed import pages, untidy, words
from tests.services.collecting import OWN_SHARE, Desk, collecting

NAMES = ("Vi Thị Ánh", "Nguyễn Văn Dũng", "Đặng Thuỳ Ỷ")
DAY = date(2026, 9, 5)


@pytest.fixture
def school(desk: Context) -> Desk:
    return collecting(desk, NAMES)


def _hand_over(school: Desk, counted: int, note: str = "") -> Handover:
    command = HandOver(school.class_id(), counted, "Lê Thị Nhài", "Đỗ Thủ Quỹ", note)
    return handovers.hand_over(school.ctx, command).handover


def _slip(school: Desk, item: Handover) -> str:
    paper = papers.handover_slip(school.ctx, item.id)
    assert untidy(paper.pdf) == []
    return words(paper.pdf)


def test_a_slip_says_who_handed_over_what(school: Desk) -> None:
    for place in (0, 1):
        school.pay(place, held_by=Holder.TEACHER)
    item = _hand_over(school, 2 * OWN_SHARE)
    said = _slip(school, item)
    for part in (
        *NAMES[:2],
        "Lớp 10A1 · số 001",
        "Người giao: Lê Thị Nhài",
        "Người nhận: Đỗ Thủ Quỹ",
        "Số tiền giao nhận: 1.366.200 đồng",
        "Cộng 2 biên lai 1.366.200",
        "Đông Kinh, ngày 05 tháng 9 năm 2026",
    ):
        assert part in said
    for part in ("Phải giao", "Thiếu", "Thừa", "Ghi chú", "Số liệu đến"):
        assert part not in said


def test_the_same_slip_is_drawn_alike_on_another_day(school: Desk, clock: FixedClock) -> None:
    school.pay(0, held_by=Holder.TEACHER)
    item = _hand_over(school, OWN_SHARE)
    paper = papers.handover_slip(school.ctx, item.id)
    clock.moment = datetime(2026, 10, 1, 9, 0)
    assert papers.handover_slip(school.ctx, item.id) == paper
    assert paper.file_name == "giao-nhan-001.pdf"


def test_a_slip_tells_a_shortage_and_the_next_one_asks_for_it(school: Desk) -> None:
    school.pay(0, held_by=Holder.TEACHER)
    first = _hand_over(school, OWN_SHARE - 50_000, "phụ huynh nợ")
    school.pay(1, held_by=Holder.TEACHER)
    settled = _hand_over(school, OWN_SHARE + 50_000)
    said = _slip(school, first)
    assert "Phải giao: 683.100 đồng Số tiền giao nhận: 633.100 đồng" in said
    assert "Thiếu 50.000 đồng so với số phải giao, giao nốt lần sau. Lý do: phụ huynh nợ" in said
    assert "lần trước" not in said
    said = _slip(school, settled)
    for part in (
        "Theo biên lai: 683.100 đồng",
        "Còn thiếu lần trước: 50.000 đồng",
        "Phải giao: 733.100 đồng",
        "Số tiền giao nhận: 733.100 đồng",
    ):
        assert part in said
    # All that was asked for is there: against its receipts alone it would seem too much.
    assert "Thừa" not in said
    assert "Thiếu 50" not in said


def test_what_was_over_is_taken_off_the_next_slip(school: Desk) -> None:
    school.pay(0, held_by=Holder.TEACHER)
    first = _hand_over(school, OWN_SHARE + 20_000, "tiền chẵn")
    school.pay(1, held_by=Holder.TEACHER)
    second = _hand_over(school, OWN_SHARE - 20_000, "đã nộp trước 20.000")
    assert "Thừa 20.000 đồng so với số phải giao, trừ vào lần sau. Lý do: tiền chẵn" in _slip(
        school, first
    )
    said = _slip(school, second)
    assert "Đã nộp thừa lần trước: 20.000 đồng Phải giao: 663.100 đồng" in said
    assert "Ghi chú: đã nộp trước 20.000" in said


def test_a_slip_without_receipts_settles_what_was_short(school: Desk) -> None:
    school.pay(0, held_by=Holder.TEACHER)
    _hand_over(school, 0, "quên tiền ở nhà")
    said = _slip(school, _hand_over(school, OWN_SHARE))
    assert "Lần này không có biên lai nào." in said
    assert "Còn thiếu lần trước: 683.100 đồng" in said
    with pytest.raises(UserError, match="HANDOVER_UNKNOWN"):
        papers.handover_slip(school.ctx, "x")


def test_a_long_slip_keeps_its_signatures_with_rows(desk: Context) -> None:
    names = tuple(f"Nguyễn Hoàng Phương Bảo Quỳnh {letter}" for letter in "ABCDEFGHIKLMNOPQRSTUVXY")
    school = collecting(desk, (*names, *NAMES))
    for place in range(len(names) + len(NAMES)):
        school.pay(place, held_by=Holder.TEACHER)
    count = len(names) + len(NAMES)
    item = _hand_over(school, count * OWN_SHARE)
    pdf = papers.handover_slip(school.ctx, item.id).pdf
    found = pages(pdf)
    last = found[-1]
    assert len(found) == 2
    assert last.startswith("2 STT Họ và tên học sinh")
    assert last.count("683.100") >= 2
    for part in ("Cộng 26 biên lai 17.760.600", "Bằng chữ", "NGƯỜI GIAO TIỀN", "Đỗ Thủ Quỹ"):
        assert part in last
    assert untidy(pdf) == []


def _order(school: Desk) -> remittances.Remittance:
    return remittances.order_remittance(school.ctx, remittances.OrderRemittance()).remittance


def test_an_order_says_account_and_sum_in_words(school: Desk) -> None:
    school.pay(0)
    order = _order(school)
    paper = papers.transfer_order(school.ctx, order.id)
    said = words(paper.pdf)
    for part in (
        "Đơn vị chuyển: Trường THPT Chu Văn An (mã đơn vị HS0020A)",
        "Đơn vị nhận: BHXH tỉnh Lạng Sơn",
        f"Số tài khoản: {order.account_number}",
        order.memo,
        "683.100",
        "Sáu trăm tám mươi ba nghìn một trăm đồng./.",
        "Ngân hàng ghi số tham chiếu: …",
        "CHỦ TÀI KHOẢN",
    ):
        assert part in said
    assert paper.file_name == "lenh-chuyen-001.pdf"
    assert untidy(paper.pdf) == []
    with pytest.raises(UserError, match="REMITTANCE_UNKNOWN"):
        papers.transfer_order(school.ctx, "x")


def test_an_order_done_names_the_banks_reference(school: Desk) -> None:
    school.pay(0)
    order = _order(school)
    done = remittances.ConfirmRemittance(order.id, "FT26248000111", DAY)
    remittances.confirm_remittance(school.ctx, done)
    said = words(papers.transfer_order(school.ctx, order.id).pdf)
    assert "Ngân hàng đã chuyển: FT26248000111" in said
    assert "ghi số tham chiếu" not in said


def test_an_order_taken_back_says_so(school: Desk) -> None:
    school.pay(0)
    order = _order(school)
    remittances.withdraw_remittance(school.ctx, order.id, "ngân hàng trả lại")
    said = words(papers.transfer_order(school.ctx, order.id).pdf)
    assert "LỆNH ĐÃ LẤY LẠI, không chuyển: ngân hàng trả lại" in said
    assert "683.100" in said
    assert "ghi số tham chiếu" not in said


def test_a_school_without_a_code_is_named_without_one(school: Desk) -> None:
    school.pay(0)
    order = _order(school)
    profile = replace(school.ctx.profile(), school_code="", address="12 phố Chợ, Lạng Sơn")
    save_profile(school.ctx, profile)
    said = words(papers.transfer_order(school.ctx, order.id).pdf)
    assert "Đơn vị chuyển: Trường THPT Chu Văn An Đơn vị nhận" in said
    assert "NAM Độc lập - Tự do - Hạnh phúc Ngày 05 tháng 9 năm 2026" in said


def _count(school: Desk, *notes: NoteCount, note: str = "") -> Paper:
    cash_counts.count_cash(school.ctx, cash_counts.CountCash(notes, note))
    return papers.cash_count_sheet(school.ctx, DAY)


def test_a_count_says_what_is_short_and_why(school: Desk) -> None:
    school.pay(0)
    notes = (NoteCount(500_000, 1), NoteCount(100_000, 1), NoteCount(50_000, 1))
    paper = _count(school, *notes, note="trả nhầm tiền thừa")
    said = words(paper.pdf)
    for part in (
        "Số tiền theo sổ: 683.100 đồng",
        "Số tiền thực đếm: 650.000 đồng",
        "Cộng 3 650.000",
        "Sáu trăm năm mươi nghìn đồng./.",
        "Thiếu 33.100 đồng so với sổ. Lý do: trả nhầm tiền thừa",
        "Người kiểm: Nông Thị Hạnh",
        "THỦ QUỸ",
        "Lương Thị Mai",
    ):
        assert part in said
    assert untidy(paper.pdf) == []
    with pytest.raises(UserError, match="COUNT_UNKNOWN"):
        papers.cash_count_sheet(school.ctx, date(2026, 9, 4))


def test_a_count_says_what_is_over(school: Desk) -> None:
    said = words(_count(school, NoteCount(500_000, 2), note="nộp trước").pdf)
    assert "Thừa 1.000.000 đồng so với sổ. Lý do: nộp trước" in said


def test_an_evening_without_cash_says_so(school: Desk) -> None:
    school.pay(0, tender=Tender.TRANSFER)
    said = words(_count(school).pdf)
    assert "Trong quỹ không có tiền." in said
    assert "Lý do" not in said


def test_a_book_names_used_void_and_left_numbers(school: Desk) -> None:
    school.pay(0)
    school.pay(1, tender=Tender.TRANSFER)
    void = school.pay(2)
    receipts.void_receipt(school.ctx, receipts.VoidReceipt(void, "ghi nhầm em"))
    paper = papers.book_usage(school.ctx, school.book_id)
    said = words(paper.pdf)
    for part in (
        "1 0000001 05/09/2026 Vi Thị Ánh (10A1) TM 683.100",
        "2 0000002 05/09/2026 Nguyễn Văn Dũng (10A1) CK 683.100",
        "3 0000003 05/09/2026 Hủy: ghi nhầm em",
        "2 biên lai còn hiệu lực 1.366.200",
        "Dải số: 0000001 – 0000500",
        "3 số, trong đó hủy 1",
        "Còn lại: 497 số",
        "Số còn thiếu: không có.",
        "Số liệu đến 08:00 ngày 05/09/2026",
    ):
        assert part in said
    assert paper.file_name == "su-dung-bien-lai-01.pdf"
    assert untidy(paper.pdf) == []
    with pytest.raises(UserError, match="BOOK_UNKNOWN"):
        papers.book_usage(school.ctx, "x")


def test_missing_numbers_that_follow_each_other_stand_as_a_range(school: Desk) -> None:
    rows = tuple(StackRow(number, spoilt_reason="viết nhòe") for number in (102, 104, 105, 110))
    enter_stack(school.ctx, EnterStack(school.paper_id, DAY, rows, 0))
    said = words(papers.book_usage(school.ctx, school.paper_id).pdf)
    assert "Số còn thiếu: 0000101, 0000103, 0000106–0000109." in said


def test_an_unused_book_says_so(school: Desk) -> None:
    said = words(papers.book_usage(school.ctx, school.paper_id).pdf)
    assert "Quyển này chưa dùng số nào." in said


def test_papers_speak_english_where_asked(school: Desk) -> None:
    school.pay(0, held_by=Holder.TEACHER)
    school.pay(1)
    school.pay(2, 1_000)
    item = _hand_over(school, OWN_SHARE - 1_000, "lost")
    order = _order(school)
    _count(school, note="mai đếm")
    drawn = {
        "HAND-OVER SLIP": papers.handover_slip(school.ctx, item.id, "en"),
        "TRANSFER ORDER": papers.transfer_order(school.ctx, order.id, "en"),
        "CASH COUNT": papers.cash_count_sheet(school.ctx, DAY, "en"),
        "USE OF A RECEIPT BOOK": papers.book_usage(school.ctx, school.book_id, "en"),
    }
    for title, paper in drawn.items():
        said = words(paper.pdf)
        assert title in said
        assert "SOCIALIST REPUBLIC OF VIET NAM" in said
        assert untidy(paper.pdf) == []
