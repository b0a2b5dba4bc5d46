"""The desk that a command works on: opened by its options, closed at the end."""

from __future__ import annotations

from contextlib import AbstractContextManager, closing
from datetime import date
from pathlib import Path
from typing import TypedDict

from ssdesk.cli.options import clock, password
from ssdesk.services.context import Context, open_desk


class DeskOptions(TypedDict):
    """What `store_options` and `json_option` hand to a command."""

    store: Path
    login: str | None
    today: date | None
    as_json: bool


def opened(store: Path, login: str | None, today: date | None) -> AbstractContextManager[Context]:
    """The desk in a folder; the password comes from where `password` finds it."""
    return closing(open_desk(store, login, password(), clock(today)))


def opened_by(given: DeskOptions) -> AbstractContextManager[Context]:
    """As `opened`, for commands that keep their options together."""
    return opened(given["store"], given["login"], given["today"])
