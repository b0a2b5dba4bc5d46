"""Finding people while a name or number is being typed."""

from __future__ import annotations

from ssdesk.services.context import Context
from ssdesk.storage.queries import search
from ssdesk.storage.queries.search import PersonHit

__all__ = ["PersonHit", "find_people", "stop_searching"]


def find_people(ctx: Context, text: str, limit: int = 50) -> tuple[PersonHit, ...]:
    """People by words of their names without tone marks, or by digits of their numbers.

    Raises:
        Cancelled: `stop_searching` was called from another thread.
    """
    return search.find_people(ctx.store.reader, text, limit)


def stop_searching(ctx: Context) -> None:
    """Stops what any thread is reading, because the next key was pressed."""
    ctx.store.interrupt()
