"""The desk's own keys for bundles, inside the encrypted store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ssdesk.storage.store import Reader, Unit


@dataclass(frozen=True, slots=True, repr=False)
class KeyRow:
    """One pair of keys: secrets as text; never shown, never logged."""

    id: str
    seal_secret: str
    sign_secret: str
    made_on: date
    retired: bool


def every(reader: Reader) -> tuple[KeyRow, ...]:
    """All pairs, the one in use first."""
    rows = reader.rows("SELECT * FROM desk_key ORDER BY retired_at IS NOT NULL, made_at DESC, id")
    return tuple(
        KeyRow(
            row["id"],
            row["seal_secret"],
            row["sign_secret"],
            datetime.fromisoformat(row["made_at"]).date(),
            row["retired_at"] is not None,
        )
        for row in rows
    )


def insert(unit: Unit, key_id: str, seal_secret: str, sign_secret: str) -> None:
    """Takes a new pair into use; the one before is retired."""
    unit.execute(
        "UPDATE desk_key SET retired_at = ? WHERE retired_at IS NULL", (unit.at.isoformat(),)
    )
    unit.insert(
        "desk_key",
        id=key_id,
        seal_secret=seal_secret,
        sign_secret=sign_secret,
        made_at=unit.at.isoformat(),
    )
