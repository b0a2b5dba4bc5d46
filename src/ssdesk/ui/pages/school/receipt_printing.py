"""Receipts seen before they are printed; the print is noted just before the paper comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from ssdesk.services import papers, receipts
from ssdesk.services.papers import Layout, ReceiptPrint
from ssdesk.ui.pages.page import Page


def print_receipts(page: Page, receipt_ids: Sequence[str], layout: Layout) -> None:
    """Shows receipts; whoever leaves the preview with Esc has printed nothing."""
    work = partial(papers.preview_receipts, page.ctx, tuple(receipt_ids), layout)
    page.run(work, partial(_show, page))


def _show(page: Page, drawn: ReceiptPrint) -> None:
    paper = drawn.paper
    before = partial(_note, page, drawn)
    page.bench.printing.show(page, paper.title, paper.pdf, paper.file_name, before)


def _note(page: Page, drawn: ReceiptPrint, then: Callable[[], None]) -> None:
    page.run(partial(receipts.note_printed, page.ctx, drawn.seen), lambda _: then())
