"""Cards read by a scanner into any field."""

from __future__ import annotations

from ssdesk.domain.scanned import ScannedCard
from ssdesk.exchange.scan import read_card


def read(payload: str) -> ScannedCard:
    """What a scan says; raises UserError for a cut, empty or unknown one."""
    return read_card(payload)
