"""School years, classes and who attends them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ssdesk.clock import Clock
from ssdesk.domain.school import (
    SchoolClass,
    SchoolYear,
    class_sort_key,
    clean_class_name,
    grade_of_class_name,
)
from ssdesk.errors import Conflict
from ssdesk.storage.store import Reader, Row, Unit

_INSERT_ENTRY = (
    "INSERT INTO roster_entry (id, school_year, class_id, person_id, student_code, joined_on,"
    " left_on, moved_note, left_over_reason, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A pupil's line on the roster of one school year."""

    id: str
    school_year: str
    class_id: str
    person_id: str
    student_code: str
    joined_on: date
    left_on: date | None = None
    moved_note: str = ""
    left_over_reason: str = ""
    version: int = 1


def ensure_school_year(unit: Unit, school_year: str) -> bool:
    """Makes the school year where the store has none of that name; whether it did."""
    if unit.value("SELECT 1 FROM school_year WHERE name = ?", (school_year,)):
        return False
    year = SchoolYear(school_year)
    unit.insert(
        "school_year",
        name=year.name,
        starts_on=year.starts_on.isoformat(),
        ends_on=year.ends_on.isoformat(),
    )
    return True


def list_classes(reader: Reader, school_year: str) -> tuple[SchoolClass, ...]:
    """Classes of a school year in school order."""
    rows = reader.rows(
        "SELECT * FROM school_class WHERE school_year = ? ORDER BY sort_key, name", (school_year,)
    )
    return tuple(class_of(row) for row in rows)


def ensure_class(unit: Unit, clock: Clock, school_year: str, name: str) -> str:
    """Id of the class of that name, made with its school year where there is none."""
    clean = clean_class_name(name)
    known = unit.value(
        "SELECT id FROM school_class WHERE school_year = ? AND name = ?", (school_year, clean)
    )
    if known is not None:
        return str(known)
    ensure_school_year(unit, school_year)
    class_id = clock.new_id()
    unit.insert(
        "school_class",
        id=class_id,
        school_year=school_year,
        name=clean,
        grade=grade_of_class_name(clean) or 0,
        sort_key=class_sort_key(clean),
    )
    return class_id


def entries_of_year(reader: Reader, school_year: str) -> list[RosterEntry]:
    """Lines of a school year, leavers included."""
    rows = reader.rows(
        "SELECT * FROM roster_entry WHERE school_year = ? ORDER BY id", (school_year,)
    )
    return [entry_of(row) for row in rows]


def insert_entry(unit: Unit, entry: RosterEntry) -> None:
    """Writes a new line."""
    insert_entries(unit, (entry,))


def insert_entries(unit: Unit, entries: Iterable[RosterEntry]) -> None:
    """Writes new lines in one go."""
    unit.executemany(
        _INSERT_ENTRY,
        (
            (
                item.id,
                item.school_year,
                item.class_id,
                item.person_id,
                item.student_code,
                item.joined_on.isoformat(),
                item.left_on.isoformat() if item.left_on else None,
                item.moved_note,
                item.left_over_reason,
                item.version,
            )
            for item in entries
        ),
    )


def update_entry(unit: Unit, entry: RosterEntry) -> None:
    """Writes a changed line; `entry.version` is the version that was read.

    Raises:
        Conflict: ROSTER_CHANGED when somebody else wrote it since.
    """
    written = unit.execute(
        "UPDATE roster_entry SET class_id = ?, student_code = ?, joined_on = ?, left_on = ?,"
        " moved_note = ?, left_over_reason = ?, version = version + 1"
        " WHERE id = ? AND version = ?",
        (
            entry.class_id,
            entry.student_code,
            entry.joined_on.isoformat(),
            entry.left_on.isoformat() if entry.left_on else None,
            entry.moved_note,
            entry.left_over_reason,
            entry.id,
            entry.version,
        ),
    )
    if written != 1:
        raise Conflict("ROSTER_CHANGED")


def class_of(row: Row) -> SchoolClass:
    """The class in a row of the table."""
    return SchoolClass(
        id=row["id"],
        school_year=SchoolYear(row["school_year"]),
        name=row["name"],
        grade=row["grade"],
        sub_unit_code=row["sub_unit_code"],
        homeroom_teacher=row["homeroom_teacher"],
    )


def entry_of(row: Row) -> RosterEntry:
    """The line in a row of the table."""
    left_on = row["left_on"]
    return RosterEntry(
        id=row["id"],
        school_year=row["school_year"],
        class_id=row["class_id"],
        person_id=row["person_id"],
        student_code=row["student_code"],
        joined_on=date.fromisoformat(row["joined_on"]),
        left_on=date.fromisoformat(left_on) if left_on else None,
        moved_note=row["moved_note"],
        left_over_reason=row["left_over_reason"],
        version=row["version"],
    )
