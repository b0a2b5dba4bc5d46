"""Collection rounds of a school year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class CollectionRound:
    """One round: the months it is about and the days it is open."""

    id: str
    school_year: str
    name: str
    starts_on: date
    ends_on: date
    opens_on: date
    due_on: date
    closed: bool = False


def insert(unit: Unit, item: CollectionRound) -> None:
    """Writes a new round."""
    unit.insert(
        "collection_round",
        id=item.id,
        school_year=item.school_year,
        name=item.name,
        starts_on=item.starts_on.isoformat(),
        ends_on=item.ends_on.isoformat(),
        opens_on=item.opens_on.isoformat(),
        due_on=item.due_on.isoformat(),
    )


def update(unit: Unit, item: CollectionRound) -> None:
    """Writes a round's name and days."""
    unit.update(
        "collection_round",
        item.id,
        name=item.name,
        opens_on=item.opens_on.isoformat(),
        due_on=item.due_on.isoformat(),
    )


def close(unit: Unit, round_id: str) -> None:
    """Marks a round closed."""
    unit.update("collection_round", round_id, closed_at=unit.at.isoformat())


def get(reader: Reader, round_id: str) -> CollectionRound | None:
    """One round."""
    row = reader.one("SELECT * FROM collection_round WHERE id = ?", (round_id,))
    return None if row is None else _round(row)


def opens_on(reader: Reader, round_id: str) -> date:
    """The first day that a round takes money."""
    day = reader.value("SELECT opens_on FROM collection_round WHERE id = ?", (round_id,))
    return date.fromisoformat(day)


def named(reader: Reader, school_year: str, name: str) -> CollectionRound | None:
    """The round of that name in a school year."""
    row = reader.one(
        "SELECT * FROM collection_round WHERE school_year = ? AND name = ?", (school_year, name)
    )
    return None if row is None else _round(row)


def of_year(reader: Reader, school_year: str) -> tuple[CollectionRound, ...]:
    """Rounds of a school year, the newest first."""
    rows = reader.rows(
        "SELECT * FROM collection_round WHERE school_year = ? ORDER BY opens_on DESC, id DESC",
        (school_year,),
    )
    return tuple(_round(row) for row in rows)


def _round(row: Row) -> CollectionRound:
    return CollectionRound(
        id=row["id"],
        school_year=row["school_year"],
        name=row["name"],
        starts_on=date.fromisoformat(row["starts_on"]),
        ends_on=date.fromisoformat(row["ends_on"]),
        opens_on=date.fromisoformat(row["opens_on"]),
        due_on=date.fromisoformat(row["due_on"]),
        closed=row["closed_at"] is not None,
    )
