"""What parents get on paper: payment notices, and receipts whose print is noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from ssdesk.services import papers, receipts
from ssdesk.services.collecting import CollectRow
from ssdesk.services.papers import Layout, Paper, ReceiptPrint
from ssdesk.ui.pages.page import Page


def print_receipts(page: Page, receipt_ids: Sequence[str], layout: Layout) -> None:
    """Shows receipts; whoever leaves the preview with Esc has printed nothing."""
    work = partial(papers.preview_receipts, page.ctx, tuple(receipt_ids), layout)
    page.run(work, partial(_show, page))


def print_notices(page: Page, round_id: str, rows: Sequence[CollectRow]) -> None:
    """Shows the payment notices of those among the rows who still owe."""
    entry_ids = tuple(row.pupil.entry_id for row in rows)
    year = page.bench.school_year
    work = partial(papers.payment_notices, page.ctx, year, round_id, entry_ids)
    page.run(work, partial(_show_paper, page))


def _show_paper(page: Page, paper: Paper) -> None:
    page.bench.printing.show(page, paper.title, paper.pdf, paper.file_name)


def _show(page: Page, drawn: ReceiptPrint) -> None:
    paper = drawn.paper
    before = partial(_note, page, drawn)
    page.bench.printing.show(page, paper.title, paper.pdf, paper.file_name, before)


def _note(page: Page, drawn: ReceiptPrint, then: Callable[[], None]) -> None:
    page.run(partial(receipts.note_printed, page.ctx, drawn.seen), lambda _: then())
