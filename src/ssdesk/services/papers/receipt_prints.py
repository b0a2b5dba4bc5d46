"""Receipts on paper: seen before they are printed, and printed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from ssdesk.errors import UserError
from ssdesk.services import receipts
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.papers.paper import Paper
from ssdesk.services.receipts import Receipt


class Layout(Enum):
    """How receipts lie on paper."""

    A5 = "a5"
    TWO_ON_A4 = "two_on_a4"


def preview_receipts(ctx: Context, receipt_ids: Sequence[str], layout: Layout) -> Paper:
    """Receipts as they would be printed now; nothing is noted.

    Raises:
        UserError: RECEIPT_UNKNOWN, NOTHING_TO_PRINT.
    """
    if not receipt_ids:
        raise UserError("NOTHING_TO_PRINT")
    return _receipts_paper([receipts.get_receipt(ctx, each) for each in receipt_ids], layout)


def print_receipts(ctx: Context, receipt_ids: Sequence[str], layout: Layout) -> Paper:
    """Receipts for the printer; whoever was printed before is marked BẢN SAO, the print is noted.

    Raises:
        UserError: RECEIPT_UNKNOWN, NOTHING_TO_PRINT.
    """
    if not receipt_ids:
        raise UserError("NOTHING_TO_PRINT")
    found = [receipts.get_receipt(ctx, each) for each in receipt_ids]
    paper = _receipts_paper(found, layout)
    receipts.note_printed(ctx, tuple(receipt_ids))
    kinds = Changes(frozenset({Kind.PAYMENT}))
    return Paper(paper.title, paper.file_name, paper.pdf, kinds)


def _receipts_paper(found: Sequence[Receipt], layout: Layout) -> Paper:
    from ssdesk.documents.receipt import ReceiptPaper, receipts_pdf

    sheets = [ReceiptPaper(row.data, row.prints > 0, row.void_reason) for row in found]
    pdf = receipts_pdf(sheets, two_on_a4=layout is Layout.TWO_ON_A4)
    first = found[0].data
    title = f"Biên lai {first.number}" if len(found) == 1 else f"{len(found)} biên lai"
    return Paper(title, f"bien-lai-{first.number}.pdf", pdf)
