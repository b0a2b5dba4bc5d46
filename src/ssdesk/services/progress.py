"""How long work tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with items done and items in all; raises `Cancelled` to stop, nothing is kept then."""


def silent(done: int, total: int) -> None:
    """Tells nobody."""
