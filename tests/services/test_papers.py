"""Papers of a school's money, drawn from what is stored."""

from __future__ import annotations

import io
import os
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from ssdesk.domain.receipt import Holder
from ssdesk.domain.remittance import NoteCount
from ssdesk.errors import UserError
from ssdesk.services import cash_counts, handovers, papers, receipts, remittances
from ssdesk.services.context import Context
from ssdesk.services.papers import Layout, Paper
from tests.services.collecting import OWN_SHARE, Desk, collecting

NAMES = ("Vi Thị Ánh", "Nguyễn Văn Dũng")
DAY = date(2026, 9, 5)


@pytest.fixture
def school(desk: Context) -> Desk:
    return collecting(desk, NAMES, ("Hoàng Chi",))


def words(paper: Paper) -> str:
    folder = os.environ.get("SSDESK_PICTURES")
    if folder:
        page = pypdfium2.PdfDocument(paper.pdf)[0].render(scale=100 / 72)
        page.to_pil().save(Path(folder) / f"{paper.file_name}.png")
    pages = PdfReader(io.BytesIO(paper.pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_first_print_is_the_original_and_the_next_a_copy(school: Desk) -> None:
    receipt = school.pay(0)
    seen = papers.preview_receipts(school.ctx, [receipt], Layout.A5)
    assert receipts.get_receipt(school.ctx, receipt).prints == 0
    first = papers.print_receipts(school.ctx, [receipt], Layout.A5)
    assert first.pdf == seen.pdf
    assert "BẢN SAO" not in words(first)
    again = papers.print_receipts(school.ctx, [receipt], Layout.A5)
    assert "BẢN SAO" in words(again)
    assert receipts.get_receipt(school.ctx, receipt).prints == 2
    assert again.file_name == "bien-lai-0000001.pdf"


def test_only_what_was_printed_before_is_a_copy(school: Desk) -> None:
    one, two = school.pay(0), school.pay(1)
    papers.print_receipts(school.ctx, [one], Layout.A5)
    paper = papers.print_receipts(school.ctx, [one, two], Layout.A5)
    marks = ["BẢN SAO" in page.extract_text() for page in PdfReader(io.BytesIO(paper.pdf)).pages]
    assert marks == [True, False]


def test_a_void_receipt_names_its_reason(school: Desk) -> None:
    receipt = school.pay(0)
    receipts.void_receipt(school.ctx, receipts.VoidReceipt(receipt, "ghi nhầm em"))
    said = words(papers.preview_receipts(school.ctx, [receipt], Layout.TWO_ON_A4))
    assert "ĐÃ HỦY" in said
    assert "Đã hủy: ghi nhầm em" in said


def test_nothing_and_unknown_receipts_are_refused(school: Desk) -> None:
    receipt = school.pay(0)
    for draw in (papers.preview_receipts, papers.print_receipts):
        with pytest.raises(UserError, match="NOTHING_TO_PRINT"):
            draw(school.ctx, [], Layout.A5)
        with pytest.raises(UserError, match="RECEIPT_UNKNOWN"):
            draw(school.ctx, [receipt, "x"], Layout.A5)
    assert receipts.get_receipt(school.ctx, receipt).prints == 0


def test_a_slip_says_who_handed_over_what(school: Desk) -> None:
    for place in (0, 1):
        school.pay(place, held_by=Holder.TEACHER)
    command = handovers.HandOver(school.class_id(), 2 * OWN_SHARE, "Lê Thị Nhài", "Đỗ Thủ Quỹ")
    done = handovers.hand_over(school.ctx, command)
    paper = papers.handover_slip(school.ctx, done.handover.id)
    said = words(paper)
    for part in (*NAMES, "1.366.200", "Lê Thị Nhài", "Đỗ Thủ Quỹ", "0000002", "2 biên lai"):
        assert part in said
    assert paper.pdf == papers.handover_slip(school.ctx, done.handover.id).pdf


def test_an_order_says_account_and_sum_in_words(school: Desk) -> None:
    school.pay(0)
    order = remittances.order_remittance(school.ctx, remittances.OrderRemittance()).remittance
    paper = papers.transfer_order(school.ctx, order.id)
    said = words(paper)
    for part in ("683.100", "Sáu trăm tám mươi ba nghìn một trăm đồng./.", order.account_number):
        assert part in said
    assert paper.file_name == "lenh-chuyen-001.pdf"
    with pytest.raises(UserError, match="REMITTANCE_UNKNOWN"):
        papers.transfer_order(school.ctx, "x")


def test_a_count_says_what_is_short_and_why(school: Desk) -> None:
    school.pay(0)
    notes = (NoteCount(500_000, 1), NoteCount(100_000, 1), NoteCount(50_000, 1))
    cash_counts.count_cash(school.ctx, cash_counts.CountCash(notes, "trả nhầm tiền thừa"))
    said = words(papers.cash_count_sheet(school.ctx, DAY))
    for part in (
        "683.100 đồng",
        "Sáu trăm năm mươi nghìn đồng./.",
        "Thiếu 33.100 đồng so với sổ. Lý do: trả nhầm tiền thừa",
    ):
        assert part in said
    with pytest.raises(UserError, match="COUNT_UNKNOWN"):
        papers.cash_count_sheet(school.ctx, date(2026, 9, 4))


def test_a_book_names_used_void_and_missing_numbers(school: Desk) -> None:
    school.pay(0)
    void = school.pay(1)
    receipts.void_receipt(school.ctx, receipts.VoidReceipt(void, "ghi nhầm em"))
    paper = papers.book_usage(school.ctx, school.book_id)
    said = words(paper)
    for part in ("0000001", "Hủy: ghi nhầm em", "2 số, trong đó hủy 1", "không có", "498 số"):
        assert part in said
    assert paper.file_name == "su-dung-bien-lai-01.pdf"
