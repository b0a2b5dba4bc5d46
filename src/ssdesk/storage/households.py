"""Hamlets, households and who belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ssdesk.domain.household import LeftReason, Relation
from ssdesk.errors import Conflict
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A hamlet of a commune; `position` is the order in which one walks."""

    id: str
    commune: str
    name: str
    position: int
    collector_id: str | None = None


@dataclass(frozen=True, slots=True)
class Household:
    """A household; `number` is the desk's own, `version` the one that was read."""

    id: str
    number: int
    hamlet_id: str
    position: int
    address: str = ""
    phone: str = ""
    note: str = ""
    ended_on: date | None = None
    merged_into: str | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's time in a household; `away` tells where they work, empty at home."""

    id: str
    household_id: str
    person_id: str
    relation: Relation
    position: int
    joined_on: date
    left_on: date | None = None
    left_reason: LeftReason | None = None
    left_note: str = ""
    away: str = ""


def hamlets(reader: Reader) -> tuple[Hamlet, ...]:
    """All hamlets in walking order."""
    rows = reader.rows("SELECT * FROM hamlet ORDER BY position, commune, name")
    return tuple(_hamlet(row) for row in rows)


def hamlet_named(reader: Reader, commune: str, name: str) -> Hamlet | None:
    """The hamlet of a commune by its name."""
    row = reader.one("SELECT * FROM hamlet WHERE commune = ? AND name = ?", (commune, name))
    return None if row is None else _hamlet(row)


def insert_hamlet(unit: Unit, item: Hamlet) -> None:
    """Writes a new hamlet."""
    unit.insert(
        "hamlet",
        id=item.id,
        commune=item.commune,
        name=item.name,
        position=item.position,
        collector_id=item.collector_id,
    )


def update_hamlet(unit: Unit, item: Hamlet) -> None:
    """Writes a changed hamlet."""
    unit.update("hamlet", item.id, position=item.position, collector_id=item.collector_id)


def next_hamlet_position(reader: Reader) -> int:
    """The place after the last hamlet."""
    return int(reader.value("SELECT coalesce(max(position), 0) + 1 FROM hamlet"))


def next_number(reader: Reader) -> int:
    """The number of the next household."""
    return int(reader.value("SELECT coalesce(max(number), 0) + 1 FROM household"))


def next_position(reader: Reader, hamlet_id: str) -> int:
    """The place after the last household of a hamlet."""
    sql = "SELECT coalesce(max(position), 0) + 1 FROM household WHERE hamlet_id = ?"
    return int(reader.value(sql, (hamlet_id,)))


def get(reader: Reader, household_id: str) -> Household | None:
    """One household."""
    row = reader.one("SELECT * FROM household WHERE id = ?", (household_id,))
    return None if row is None else _household(row)


def insert(unit: Unit, item: Household) -> None:
    """Writes a new household."""
    unit.insert("household", id=item.id, number=item.number, **_values(item))


def update(unit: Unit, item: Household) -> None:
    """Writes a changed household.

    Raises:
        Conflict: HOUSEHOLD_CHANGED where somebody else wrote it since.
    """
    sets = _values(item)
    names = ", ".join(f"{name} = ?" for name in sets)
    sql = f"UPDATE household SET {names}, version = version + 1 WHERE id = ? AND version = ?"
    if unit.execute(sql, (*sets.values(), item.id, item.version)) != 1:
        raise Conflict("HOUSEHOLD_CHANGED", number=item.number)


def member(reader: Reader, member_id: str) -> Member | None:
    """One member, past or present."""
    row = reader.one("SELECT * FROM household_member WHERE id = ?", (member_id,))
    return None if row is None else _member(row)


def member_of_person(reader: Reader, person_id: str) -> Member | None:
    """Where a person belongs now."""
    sql = "SELECT * FROM household_member WHERE person_id = ? AND left_on IS NULL"
    row = reader.one(sql, (person_id,))
    return None if row is None else _member(row)


def members(reader: Reader, household_id: str) -> tuple[Member, ...]:
    """Who belongs to a household now, in the order of its list."""
    rows = reader.rows(
        "SELECT * FROM household_member WHERE household_id = ? AND left_on IS NULL"
        " ORDER BY position, id",
        (household_id,),
    )
    return tuple(_member(row) for row in rows)


_INSERT_MEMBER = (
    "INSERT INTO household_member (id, household_id, person_id, relation, position, joined_on,"
    " away) VALUES (?, ?, ?, ?, ?, ?, ?)"
)


def insert_members(unit: Unit, items: Iterable[Member]) -> None:
    """Writes new members in one go."""
    unit.executemany(
        _INSERT_MEMBER,
        (
            (
                item.id,
                item.household_id,
                item.person_id,
                item.relation.value,
                item.position,
                item.joined_on.isoformat(),
                item.away,
            )
            for item in items
        ),
    )


def update_member(unit: Unit, item: Member) -> None:
    """Writes a changed member; who left is closed by `leave`."""
    unit.update(
        "household_member",
        item.id,
        relation=item.relation.value,
        position=item.position,
        away=item.away,
    )
    _touch(unit, item.id)


def leave(unit: Unit, item: Member, reason: LeftReason, on: date, note: str = "") -> None:
    """Ends a membership on a day."""
    unit.update(
        "household_member",
        item.id,
        left_on=on.isoformat(),
        left_reason=reason.value,
        left_note=note,
    )
    _touch(unit, item.id)


def _touch(unit: Unit, member_id: str) -> None:
    unit.execute("UPDATE household_member SET version = version + 1 WHERE id = ?", (member_id,))


def _values(item: Household) -> dict[str, str | int | None]:
    return {
        "hamlet_id": item.hamlet_id,
        "position": item.position,
        "address": item.address,
        "phone": item.phone,
        "note": item.note,
        "ended_on": item.ended_on.isoformat() if item.ended_on else None,
        "merged_into": item.merged_into,
    }


def _hamlet(row: Row) -> Hamlet:
    return Hamlet(row["id"], row["commune"], row["name"], row["position"], row["collector_id"])


def _household(row: Row) -> Household:
    return Household(
        id=row["id"],
        number=row["number"],
        hamlet_id=row["hamlet_id"],
        position=row["position"],
        address=row["address"],
        phone=row["phone"],
        note=row["note"],
        ended_on=_day(row["ended_on"]),
        merged_into=row["merged_into"],
        version=row["version"],
    )


def _member(row: Row) -> Member:
    reason = row["left_reason"]
    return Member(
        id=row["id"],
        household_id=row["household_id"],
        person_id=row["person_id"],
        relation=Relation(row["relation"]),
        position=row["position"],
        joined_on=date.fromisoformat(row["joined_on"]),
        left_on=_day(row["left_on"]),
        left_reason=LeftReason(reason) if reason else None,
        left_note=row["left_note"],
        away=row["away"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
