"""Papers of a school's money, drawn from what is stored."""

from __future__ import annotations

from datetime import date

import pytest

from ssdesk.errors import UserError
from ssdesk.services import papers, receipts
from ssdesk.services.context import Context
from ssdesk.services.papers import Layout, Paper
from tests import printed
from tests.services.collecting import Desk, collecting

NAMES = ("Vi Thị Ánh", "Nguyễn Văn Dũng")
DAY = date(2026, 9, 5)


@pytest.fixture
def school(desk: Context) -> Desk:
    return collecting(desk, NAMES, ("Hoàng Chi",))


def words(paper: Paper) -> str:
    return printed.words(paper.pdf)


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
    marks = ["BẢN SAO" in page for page in printed.pages(paper.pdf)]
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
