"""Persons in the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from ssdesk.domain import names
from ssdesk.domain.person import BirthDate, Person, Precision, Sex
from ssdesk.errors import Conflict
from ssdesk.storage.bulk import many_persons
from ssdesk.storage.store import Reader, Row, Unit

_COLUMNS = (
    "id, full_name, search_key, sort_key, birth_date, birth_precision, sex, personal_id, "
    "insurance_number, phone, address, ethnicity, parent_name, registered_hospital, note, "
    "identity_override, version, updated_at"
)
_INSERT = f"INSERT INTO person ({_COLUMNS}) VALUES ({', '.join('?' * 18)})"
_UPDATE = (
    "UPDATE person SET "
    + ", ".join(f"{name.strip()} = ?" for name in _COLUMNS.split(",")[1:])
    + " WHERE id = ? AND version = ?"
)


def get(reader: Reader, person_id: str) -> Person | None:
    """One person."""
    row = reader.one("SELECT * FROM person WHERE id = ?", (person_id,))
    return None if row is None else person_of(row)


def by_personal_id(reader: Reader, number: str) -> Person | None:
    """The person of a personal id, the one entered first if there are several."""
    row = reader.one("SELECT * FROM person WHERE personal_id = ? ORDER BY id LIMIT 1", (number,))
    return None if row is None else person_of(row)


def by_insurance_number(reader: Reader, number: str) -> Person | None:
    """The person of an insurance number, the one entered first if there are several."""
    row = reader.one(
        "SELECT * FROM person WHERE insurance_number = ? ORDER BY id LIMIT 1", (number,)
    )
    return None if row is None else person_of(row)


def everyone(reader: Reader) -> list[Person]:
    """All persons of a desk, in the order in which they were entered."""
    return [person_of(row) for row in reader.rows("SELECT * FROM person ORDER BY id")]


def insert(unit: Unit, person: Person, at: datetime) -> None:
    """Writes a new person."""
    insert_many(unit, (person,), at)


def insert_many(unit: Unit, persons: Sequence[Person], at: datetime) -> None:
    """Writes new persons in one go."""
    moment = at.isoformat()
    with many_persons(unit, len(persons)):
        unit.executemany(
            _INSERT, ((item.id, *_values(item), item.version, moment) for item in persons)
        )


def update(unit: Unit, person: Person, at: datetime) -> None:
    """Writes a changed person; `person.version` is the version that was read.

    Raises:
        Conflict: PERSON_CHANGED when somebody else wrote it since.
    """
    values = (*_values(person), person.version + 1, at.isoformat(), person.id, person.version)
    if unit.execute(_UPDATE, values) != 1:
        raise Conflict("PERSON_CHANGED", name=person.full_name)


def set_identity_override(unit: Unit, person_id: str, reason: str) -> None:
    """Keeps why a number that contradicts birth or sex is right all the same.

    Raises:
        Conflict: ROW_GONE where there is no such person.
    """
    unit.update("person", person_id, identity_override=reason)
    unit.execute("UPDATE person SET version = version + 1 WHERE id = ?", (person_id,))


def count(reader: Reader) -> int:
    """How many persons the desk knows."""
    return int(reader.value("SELECT count(*) FROM person"))


def person_of(row: Row) -> Person:
    """The person in a row of the table."""
    sex = row["sex"]
    return Person(
        id=row["id"],
        full_name=row["full_name"],
        birth_date=birth_date_of(row),
        sex=Sex(sex) if sex else None,
        personal_id=row["personal_id"],
        insurance_number=row["insurance_number"],
        phone=row["phone"],
        address=row["address"],
        ethnicity=row["ethnicity"],
        parent_name=row["parent_name"],
        registered_hospital=row["registered_hospital"],
        note=row["note"],
        identity_override=row["identity_override"],
        version=row["version"],
    )


def birth_date_of(row: Row) -> BirthDate | None:
    """The birth date in a row of the table, as far as it is known."""
    born = row["birth_date"]
    return BirthDate(date.fromisoformat(born), Precision(row["birth_precision"])) if born else None


def _values(person: Person) -> tuple[str | None, ...]:
    born = person.birth_date
    return (
        person.full_name,
        names.search_key(person.full_name),
        names.sort_key(person.full_name),
        born.value.isoformat() if born else None,
        born.precision.value if born else None,
        person.sex.value if person.sex else None,
        person.personal_id or None,
        person.insurance_number or None,
        person.phone,
        person.address,
        person.ethnicity,
        person.parent_name,
        person.registered_hospital,
        person.note,
        person.identity_override,
    )
