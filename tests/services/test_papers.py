"""Papers of a school's money, drawn from what is stored."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from ssdesk.errors import Conflict, UserError
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
    seen = papers.preview_receipts(school.ctx, [receipt], Layout.A5).paper
    assert receipts.get_receipt(school.ctx, receipt).prints == 0
    first = papers.print_receipts(school.ctx, [receipt], Layout.A5)
    assert first.pdf == seen.pdf
    assert "BẢN SAO" not in words(first)
    again = papers.print_receipts(school.ctx, [receipt], Layout.A5)
    assert "BẢN SAO" in words(again)
    assert receipts.get_receipt(school.ctx, receipt).prints == 2
    assert again.file_name == "bien-lai-0000001.pdf"


def test_two_previews_never_make_two_originals(school: Desk) -> None:
    receipt = school.pay(0)
    one, two = (papers.preview_receipts(school.ctx, [receipt], Layout.A5) for _ in range(2))
    receipts.note_printed(school.ctx, one.seen)
    with pytest.raises(Conflict, match="RECEIPT_PRINTED_SINCE"):
        receipts.note_printed(school.ctx, two.seen)
    assert receipts.get_receipt(school.ctx, receipt).prints == 1


def test_two_prints_at_the_same_moment_make_one_original(school: Desk) -> None:
    receipt = school.pay(0)
    with ThreadPoolExecutor(2) as pool:
        made = [
            pool.submit(papers.print_receipts, school.ctx, [receipt], Layout.A5) for _ in range(6)
        ]
    marks = sorted("BẢN SAO" in words(each.result()) for each in made)
    assert marks == [False, True, True, True, True, True]


def test_one_receipt_chosen_twice_is_not_printed_twice(school: Desk) -> None:
    receipt = school.pay(0)
    with pytest.raises(UserError, match="RECEIPT_TWICE"):
        papers.print_receipts(school.ctx, [receipt, receipt], Layout.A5)
    assert receipts.get_receipt(school.ctx, receipt).prints == 0


def test_a_paper_that_cannot_be_drawn_leaves_the_original_to_come(
    school: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = school.pay(0)
    with monkeypatch.context() as broken:
        broken.setattr("ssdesk.documents.receipt.receipts_pdf", _out_of_memory)
        with pytest.raises(MemoryError):
            papers.print_receipts(school.ctx, [receipt], Layout.A5)
    assert "BẢN SAO" not in words(papers.print_receipts(school.ctx, [receipt], Layout.A5))


def _out_of_memory(*_: object, **__: object) -> bytes:
    raise MemoryError


def test_only_what_was_printed_before_is_a_copy(school: Desk) -> None:
    one, two = school.pay(0), school.pay(1)
    papers.print_receipts(school.ctx, [one], Layout.A5)
    paper = papers.print_receipts(school.ctx, [one, two], Layout.A5)
    marks = ["BẢN SAO" in page for page in printed.pages(paper.pdf)]
    assert marks == [True, False]


def test_a_void_receipt_names_its_reason(school: Desk) -> None:
    receipt = school.pay(0)
    receipts.void_receipt(school.ctx, receipts.VoidReceipt(receipt, "ghi nhầm em"))
    said = words(papers.preview_receipts(school.ctx, [receipt], Layout.TWO_ON_A4).paper)
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
