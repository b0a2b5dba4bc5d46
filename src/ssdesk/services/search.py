"""Finding people while a name or number is being typed."""

from __future__ import annotations

from ssdesk.services.context import Context
from ssdesk.storage.queries import search
from ssdesk.storage.queries.search import PersonHit

__all__ = ["PersonHit", "find_people"]


def find_people(ctx: Context, text: str, limit: int = 50) -> tuple[PersonHit, ...]:
    """People by words of their names without tone marks, or by digits of their numbers."""
    return search.find_people(ctx.store.reader, text, limit)
