"""School years that were closed, and opened again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ssdesk.storage.store import Reader, Unit


@dataclass(frozen=True, slots=True)
class Closing:
    """The last word on a school year.

    Args:
        note: why it was closed with something open, or opened again.
    """

    school_year: str
    closed: bool
    note: str
    posted_at: datetime
    posted_by: str


def insert(unit: Unit, school_year: str, *, closed: bool, note: str) -> None:
    """Writes down that a year is closed, or open again."""
    unit.insert(
        "year_closing",
        school_year=school_year,
        closed=int(closed),
        note=note,
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


def closed_years(reader: Reader, round_ids: Iterable[str]) -> tuple[str, ...]:
    """The closed school years of some rounds."""
    rounds = tuple(round_ids)
    marks = ", ".join("?" * len(rounds))
    rows = reader.rows(
        f"SELECT DISTINCT school_year FROM collection_round WHERE id IN ({marks})"
        " AND school_year IN (SELECT school_year FROM year_closed) ORDER BY school_year",
        rounds,
    )
    return tuple(row["school_year"] for row in rows)


def every_closed(reader: Reader) -> frozenset[str]:
    """Names of the school years that are closed now."""
    return frozenset(row["school_year"] for row in reader.rows("SELECT * FROM year_closed"))


def last(reader: Reader, school_year: str) -> Closing | None:
    """The last word on a year, None while nobody closed it."""
    row = reader.one(
        "SELECT * FROM year_closing WHERE school_year = ? ORDER BY id DESC LIMIT 1", (school_year,)
    )
    if row is None:
        return None
    return Closing(
        row["school_year"],
        bool(row["closed"]),
        row["note"],
        datetime.fromisoformat(row["posted_at"]),
        row["posted_by"],
    )
