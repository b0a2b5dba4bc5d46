"""Health-insurance cards that people hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from ssdesk.domain.groups import PUPIL
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Card:
    """A card as written on it; `source` says where the desk knows it from."""

    id: str
    person_id: str
    number: str
    group_code: str
    valid_from: date | None
    valid_to: date | None
    source: str


def insert(unit: Unit, cards: Iterable[Card], at: datetime) -> None:
    """Writes cards in one go."""
    unit.executemany(
        "INSERT INTO card (id, person_id, number, group_code, valid_from, valid_to, source,"
        " recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                card.id,
                card.person_id,
                card.number,
                card.group_code,
                card.valid_from.isoformat() if card.valid_from else None,
                card.valid_to.isoformat() if card.valid_to else None,
                card.source,
                at.isoformat(),
            )
            for card in cards
        ),
    )


def held(reader: Reader) -> Iterator[tuple[str, str, date | None]]:
    """Person, number and last day of every card."""
    for row in reader.rows("SELECT person_id, number, valid_to FROM card ORDER BY valid_to, id"):
        ends = row["valid_to"]
        yield row["person_id"], row["number"], date.fromisoformat(ends) if ends else None


def by_person(reader: Reader) -> dict[str, tuple[Card, ...]]:
    """The cards of everybody, of each person the one that ends last at the end."""
    found: dict[str, tuple[Card, ...]] = {}
    for row in reader.rows("SELECT * FROM card ORDER BY valid_to, id"):
        found[row["person_id"]] = (*found.get(row["person_id"], ()), card_of(row))
    return found


def ends_of_other_groups(reader: Reader) -> dict[str, date]:
    """Last day of the newest card, by person, where its letters are another group's."""
    rows = reader.rows(
        "SELECT person_id, group_code, max(valid_to) AS ends FROM card"
        " WHERE valid_to IS NOT NULL GROUP BY person_id"
    )
    return {
        row["person_id"]: date.fromisoformat(row["ends"])
        for row in rows
        if row["group_code"] not in {"", PUPIL}
    }


def correct(unit: Unit, card: Card) -> None:
    """Gives a card that is known other days or the number that stands on it."""
    unit.update(
        "card",
        card.id,
        number=card.number,
        group_code=card.group_code,
        valid_from=card.valid_from.isoformat() if card.valid_from else None,
        valid_to=card.valid_to.isoformat() if card.valid_to else None,
    )


def of_person(reader: Reader, person_id: str) -> tuple[Card, ...]:
    """Cards of a person, the one that ends last first."""
    rows = reader.rows(
        "SELECT * FROM card WHERE person_id = ? ORDER BY valid_to DESC, id DESC", (person_id,)
    )
    return tuple(card_of(row) for row in rows)


def card_of(row: Row) -> Card:
    """The card in a row of the table."""
    return Card(
        id=row["id"],
        person_id=row["person_id"],
        number=row["number"],
        group_code=row["group_code"],
        valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        source=row["source"],
    )
