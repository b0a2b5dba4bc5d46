"""What hospitals are called, by code."""

from __future__ import annotations

from collections.abc import Mapping

from ssdesk.storage.store import Reader, Unit


def names(reader: Reader) -> dict[str, str]:
    """The name of each code that has one."""
    return {row["code"]: row["name"] for row in reader.rows("SELECT code, name FROM hospital")}


def put(unit: Unit, named: Mapping[str, str]) -> None:
    """Keeps names by code; a new one replaces the old."""
    unit.executemany(
        "INSERT INTO hospital (code, name, posted_at, posted_by) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
        " posted_at = excluded.posted_at, posted_by = excluded.posted_by",
        [(code, name, unit.at.isoformat(), unit.actor) for code, name in named.items()],
    )
