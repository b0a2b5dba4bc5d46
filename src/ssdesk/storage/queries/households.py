"""Households as pages show them: with their head, and each member with card and order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.household import Relation
from ssdesk.domain.person import Person
from ssdesk.storage.people import person_of
from ssdesk.storage.store import Reader, Row


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """One household; `members` counts who belongs to it now."""

    id: str
    number: int
    hamlet_id: str
    hamlet: str
    commune: str
    position: int
    head: str
    address: str
    phone: str
    note: str
    members: int
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class MemberCover:
    """The other group of a member: its card, or the support paid here."""

    id: str
    kind: str
    group_code: str
    card_number: str
    valid_to: date | None
    evidence: str
    proven: bool

    def covers(self, on: date) -> bool:
        """Whether it frees the member from paying on a day (ruling 6)."""
        running = self.valid_to is None or self.valid_to >= on
        return self.kind == "elsewhere" and self.proven and running


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member of a household now.

    Args:
        card_valid_to: last day of the newest card or of what was paid for here.
        order: order held in the financial year asked for, None for none yet.
    """

    id: str
    household_id: str
    person: Person
    relation: Relation
    position: int
    joined_on: date
    away: str
    card_valid_to: date | None
    cover: MemberCover | None
    order: int | None


_HOUSEHOLDS = """
SELECT h.*, k.name AS hamlet, k.commune, coalesce(p.full_name, '') AS head,
  (SELECT count(*) FROM household_member m WHERE m.household_id = h.id AND m.left_on IS NULL)
    AS members
FROM household h JOIN hamlet k ON k.id = h.hamlet_id
LEFT JOIN household_member c
  ON c.household_id = h.id AND c.left_on IS NULL AND c.relation = '00'
LEFT JOIN person p ON p.id = c.person_id
"""

# What was paid for counts until a stop ends it, as a card does until its last day.
_MEMBERS = """
SELECT m.id AS member_id, m.household_id, m.relation, m.position AS place, m.joined_on, m.away,
  p.*,
  max(coalesce((SELECT max(k.valid_to) FROM card k WHERE k.person_id = p.id), ''),
      coalesce((SELECT max(coalesce(t.covered_until, n.ends_on)) FROM enrolment n
        LEFT JOIN stop t ON t.enrolment_id = n.id AND t.withdrawn_at IS NULL
        WHERE n.person_id = p.id AND n.scheme = 'HI'
          AND n.state IN ('paid', 'submitted', 'accepted', 'returned')), '')) AS card_valid_to,
  v.id AS cover_id, v.kind, v.group_code, v.card_number, v.valid_to, v.evidence, v.proven
FROM household_member m JOIN person p ON p.id = m.person_id
LEFT JOIN cover v ON v.member_id = m.id AND v.ended_at IS NULL
"""


def households(reader: Reader, hamlet_id: str | None = None) -> tuple[HouseholdRow, ...]:
    """Households that have not ended, of all hamlets or one, in walking order."""
    where, params = "WHERE h.ended_on IS NULL", ()  # type: tuple[str, tuple[str, ...]]
    if hamlet_id is not None:
        where, params = f"{where} AND h.hamlet_id = ?", (hamlet_id,)
    rows = reader.rows(
        f"{_HOUSEHOLDS} {where} ORDER BY k.position, k.commune, k.name, h.position, h.number",
        params,
    )
    return tuple(_household(row) for row in rows)


def household(reader: Reader, household_id: str) -> HouseholdRow | None:
    """One household, ended or not."""
    row = reader.one(f"{_HOUSEHOLDS} WHERE h.id = ?", (household_id,))
    return None if row is None else _household(row)


def members(reader: Reader, household_id: str, financial_year: int) -> tuple[MemberRow, ...]:
    """Who belongs to a household now, in the order of its list."""
    held = orders_held(reader, household_id, financial_year)
    rows = reader.rows(
        f"{_MEMBERS} WHERE m.household_id = ? AND m.left_on IS NULL ORDER BY m.position, m.id",
        (household_id,),
    )
    return tuple(_member(row, held.get(row["id"])) for row in rows)


def orders_held(reader: Reader, household_id: str, financial_year: int) -> dict[str, int]:
    """Orders taken in a household by standing payments of a year, by person.

    Those who left it since count too: their payment was the household's own (ruling 2).
    """
    rows = reader.rows(
        "SELECT n.person_id, min(n.member_order) AS held FROM enrolment n"
        " JOIN household_member m ON m.id = n.member_id"
        " WHERE m.household_id = ? AND n.member_order IS NOT NULL AND n.state <> 'ended'"
        " AND EXISTS (SELECT 1 FROM payment y WHERE y.enrolment_id = n.id"
        " AND y.paid_on BETWEEN ? AND ? AND y.voids IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM payment z WHERE z.voids = y.id)) GROUP BY n.person_id",
        (household_id, f"{financial_year}-01-01", f"{financial_year}-12-31"),
    )
    return {row["person_id"]: row["held"] for row in rows}


def _household(row: Row) -> HouseholdRow:
    return HouseholdRow(
        id=row["id"],
        number=row["number"],
        hamlet_id=row["hamlet_id"],
        hamlet=row["hamlet"],
        commune=row["commune"],
        position=row["position"],
        head=row["head"],
        address=row["address"],
        phone=row["phone"],
        note=row["note"],
        members=row["members"],
        ended_on=_day(row["ended_on"]),
    )


def _member(row: Row, order: int | None) -> MemberRow:
    return MemberRow(
        id=row["member_id"],
        household_id=row["household_id"],
        person=person_of(row),
        relation=Relation(row["relation"]),
        position=row["place"],
        joined_on=date.fromisoformat(row["joined_on"]),
        away=row["away"],
        card_valid_to=_day(row["card_valid_to"]),
        cover=_cover(row),
        order=order,
    )


def _cover(row: Row) -> MemberCover | None:
    if row["cover_id"] is None:
        return None
    return MemberCover(
        id=row["cover_id"],
        kind=row["kind"],
        group_code=row["group_code"],
        card_number=row["card_number"],
        valid_to=_day(row["valid_to"]),
        evidence=row["evidence"],
        proven=bool(row["proven"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
