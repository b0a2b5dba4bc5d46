"""Half-typed forms."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from ssdesk.storage.store import Reader, Unit


def read_draft(reader: Reader, form: str, subject: str) -> tuple[dict[str, str], datetime] | None:
    """Texts of a form and when they were typed, or None where nothing was left."""
    row = reader.one(
        "SELECT data, saved_at FROM draft WHERE form = ? AND subject = ?", (form, subject)
    )
    if row is None:
        return None
    return json.loads(row["data"]), datetime.fromisoformat(row["saved_at"])


def write_draft(unit: Unit, place: tuple[str, str], data: Mapping[str, str], at: datetime) -> None:
    """Keeps the texts of a form; `place` is the form's name and its subject."""
    unit.execute(
        "INSERT INTO draft (form, subject, data, saved_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (form, subject) DO UPDATE SET data = excluded.data,"
        " saved_at = excluded.saved_at",
        (*place, json.dumps(dict(data), ensure_ascii=False), at.isoformat()),
    )


def delete_draft(unit: Unit, form: str, subject: str) -> None:
    """Forgets the texts of a form."""
    unit.execute("DELETE FROM draft WHERE form = ? AND subject = ?", (form, subject))
