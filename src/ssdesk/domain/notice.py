"""A payment notice to a pupil's parents, as its paper shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PaymentNotice:
    """What one family is asked to pay; amounts in dong.

    Args:
        gross, state_support, local_support, other_support: what the own share is made of.
        paid: what came in of it already.
        code: of the slip; it stands in the memo of a transfer.
        memo: plain text for the bank, empty where the school takes no transfers.
        account: bank, number and owner of the account, empty where it takes no transfers.
        transfer: text of the QR code, empty where the bank is not known to take one.
    """

    school_name: str
    full_name: str
    school_class: str
    starts_on: date
    ends_on: date
    months: int
    gross: int
    state_support: int
    local_support: int
    other_support: int
    own_share: int
    paid: int
    due_on: date
    code: str
    memo: str = ""
    account: tuple[str, ...] = ()
    transfer: str = ""

    @property
    def still_due(self) -> int:
        """What is to be paid now."""
        return self.own_share - self.paid
