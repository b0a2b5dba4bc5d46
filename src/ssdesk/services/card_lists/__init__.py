"""Lists of cards from the office: preview, take in whole or not at all, take back."""

from __future__ import annotations

from ssdesk.exchange.card_list import CardLine
from ssdesk.services.card_lists.applying import (
    CardListApplied,
    apply_cards,
    list_card_imports,
    take_back,
)
from ssdesk.services.card_lists.plan import (
    Action,
    CardListPlan,
    Evidence,
    PlannedCard,
    Writes,
)
from ssdesk.services.card_lists.preview import CARDS, preview_cards, propose_columns

__all__ = [
    "CARDS",
    "Action",
    "CardLine",
    "CardListApplied",
    "CardListPlan",
    "Evidence",
    "PlannedCard",
    "Writes",
    "apply_cards",
    "list_card_imports",
    "preview_cards",
    "propose_columns",
    "take_back",
]
