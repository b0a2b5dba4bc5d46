"""Every change of the schema, in order; a released one is never edited."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from ssdesk.storage.engine import sqlite_utils

MIGRATIONS = sqlite_utils.Migrations("ssdesk")


@MIGRATIONS()
def m0001_school_desk(db: Any) -> None:
    """The tables of the school desk."""
    script = files(__package__).joinpath("m0001_school_desk.sql").read_text(encoding="utf-8")
    for statement in _statements(script):
        db.execute(statement)


def _statements(script: str) -> list[str]:
    found, pending = [], ""
    for line in script.splitlines():
        pending += line + "\n"
        if line.endswith(";") and (not pending.lstrip().startswith("CREATE TRIGGER") or "END;" in line):
            found.append(pending)
            pending = ""
    return found


def migrate(db: Any) -> None:
    """Brings a store to the newest schema."""
    MIGRATIONS.apply(db)
