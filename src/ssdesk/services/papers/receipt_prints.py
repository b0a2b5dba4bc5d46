"""Receipts on paper: seen before they are printed, and printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from ssdesk.assets import texts
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services import receipts
from ssdesk.services.context import Context
from ssdesk.services.papers.paper import Paper
from ssdesk.services.receipts import PrintSeen, Receipt
from ssdesk.storage import receipts as stored
from ssdesk.storage.store import Reader


class Layout(Enum):
    """How receipts lie on paper."""

    A5 = "a5"
    TWO_ON_A4 = "two_on_a4"


@dataclass(frozen=True, slots=True)
class ReceiptPrint:
    """Receipts as drawn, and what they were drawn from; note it just before they come out."""

    paper: Paper
    seen: tuple[PrintSeen, ...]


def preview_receipts(ctx: Context, receipt_ids: Sequence[str], layout: Layout) -> ReceiptPrint:
    """Receipts as they would be printed now; nothing is noted.

    Raises:
        UserError: RECEIPT_UNKNOWN, NOTHING_TO_PRINT.
    """
    return _drawn(ctx.store.reader, receipt_ids, layout)


def print_receipts(ctx: Context, receipt_ids: Sequence[str], layout: Layout) -> Paper:
    """Receipts for the printer; whoever was printed before is marked BẢN SAO, the print is noted.

    One unit of work decides and notes, so that a number never has two originals; if the paper
    cannot be drawn, nothing was noted.

    Raises:
        UserError: RECEIPT_UNKNOWN, RECEIPT_TWICE, NOTHING_TO_PRINT, NOT_ALLOWED.
    """
    with ctx.write(Act.PRINT_RECEIPTS) as unit:
        drawn = _drawn(unit, receipt_ids, layout)
        noted = receipts.note_prints(ctx, unit, drawn.seen)
    return replace(drawn.paper, changes=noted.changes)


def _drawn(reader: Reader, receipt_ids: Sequence[str], layout: Layout) -> ReceiptPrint:
    if not receipt_ids:
        raise UserError("NOTHING_TO_PRINT")
    found = []
    for each in receipt_ids:
        receipt = stored.get(reader, each)
        if receipt is None:
            raise UserError("RECEIPT_UNKNOWN")
        found.append(receipt)
    seen = tuple(PrintSeen(receipt.id, receipt.prints) for receipt in found)
    return ReceiptPrint(_receipts_paper(found, layout), seen)


def _receipts_paper(found: Sequence[Receipt], layout: Layout) -> Paper:
    from ssdesk.documents.receipt import ReceiptPaper, receipts_pdf

    sheets = [ReceiptPaper(row.data, row.prints > 0, row.void_reason) for row in found]
    pdf = receipts_pdf(sheets, two_on_a4=layout is Layout.TWO_ON_A4)
    first, said = found[0].data, texts("vi")["receipt"]
    title = said["one" if len(found) == 1 else "many"]
    title = title.format(number=first.number, count=len(found))
    return Paper(title, f"bien-lai-{first.number}.pdf", pdf)
