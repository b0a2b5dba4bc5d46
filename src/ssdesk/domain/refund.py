"""Money that a school gives back to a family before it went to the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.receipt import Tender

MOST_RECEIVER = 60
"""Letters of the receiver's name that the paper has room for."""


@dataclass(frozen=True, slots=True)
class RefundData:
    """All that the paper of a refund shows, frozen when it is posted.

    Args:
        number: 1, 2, 3 … in the school's own row of refunds.
        receipts: numbers of the receipts that the money came in on.
        account: where it went, for a transfer; empty for cash.
        amount: dong, positive.
    """

    number: int
    refunded_on: date
    unit_name: str
    unit_code: str
    full_name: str
    school_class: str
    receiver_name: str
    reason: str
    receipts: tuple[str, ...]
    amount: int
    tender: Tender
    account: str
    principal_name: str
    preparer_name: str
    cashier_name: str

    @property
    def display_number(self) -> str:
        """The number as printed: `HT-007`."""
        return f"HT-{self.number:03d}"
