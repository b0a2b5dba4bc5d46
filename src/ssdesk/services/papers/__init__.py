"""Papers as PDF, drawn from stored data only: receipts, slips, counts, orders, sheets."""

from __future__ import annotations

from ssdesk.services.papers.count import cash_count_sheet
from ssdesk.services.papers.notices import payment_notices
from ssdesk.services.papers.order import transfer_order
from ssdesk.services.papers.paper import Paper
from ssdesk.services.papers.receipt_prints import (
    Layout,
    ReceiptPrint,
    preview_receipts,
    print_receipts,
)
from ssdesk.services.papers.refund import refund_paper
from ssdesk.services.papers.slip import handover_slip
from ssdesk.services.papers.usage import book_usage

__all__ = [
    "Layout",
    "Paper",
    "ReceiptPrint",
    "book_usage",
    "cash_count_sheet",
    "handover_slip",
    "payment_notices",
    "preview_receipts",
    "print_receipts",
    "refund_paper",
    "transfer_order",
]
