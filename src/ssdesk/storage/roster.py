"""School years, classes and who attends them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ssdesk.clock import Clock
from ssdesk.domain.school import (
    SchoolClass,
    SchoolYear,
    class_key,
    class_sort_key,
    clean_class_name,
    grade_of_class_name,
)
from ssdesk.errors import Conflict
from ssdesk.storage.bulk import many_rows
from ssdesk.storage.store import Reader, Row, Unit, Value

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


def newest_school_year(reader: Reader) -> str | None:
    """The last school year that anybody is on the roster of."""
    name = reader.value("SELECT max(school_year) FROM roster_entry")
    return None if name is None else str(name)


def school_years(reader: Reader) -> tuple[str, ...]:
    """Names of the school years that the desk knows, in order."""
    return tuple(row["name"] for row in reader.rows("SELECT name FROM school_year ORDER BY name"))


def list_classes(reader: Reader, school_year: str) -> tuple[SchoolClass, ...]:
    """Classes of a school year in school order."""
    rows = reader.rows(
        "SELECT * FROM school_class WHERE school_year = ? ORDER BY sort_key, name", (school_year,)
    )
    return tuple(class_of(row) for row in rows)


def ensure_class(unit: Unit, clock: Clock, school_year: str, name: str) -> str:
    """Id of the class of that name in any spelling, made with its year where there is none."""
    return ensure_classes(unit, clock, school_year, (name,))[name]


def ensure_classes(
    unit: Unit, clock: Clock, school_year: str, names: Iterable[str]
) -> dict[str, str]:
    """Ids by name of several classes, each as `ensure_class`."""
    known: dict[str, str] = {}
    for item in list_classes(unit, school_year):
        known.setdefault(class_key(item.name), item.id)
    found = {}
    for name in names:
        clean = clean_class_name(name)
        key = class_key(clean)
        if key not in known:
            known[key] = _insert_class(unit, clock, school_year, clean)
        found[name] = known[key]
    return found


def _insert_class(unit: Unit, clock: Clock, school_year: str, clean: str) -> str:
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


def insert_entries(unit: Unit, entries: Sequence[RosterEntry]) -> None:
    """Writes new lines in one go."""
    rows = (
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
    )
    with many_rows(unit, "roster_entry", len(entries)):
        unit.executemany(_INSERT_ENTRY, rows)


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


def move_entry(unit: Unit, entry_id: str, class_id: str, note: str) -> None:
    """Puts a line into another class of its year."""
    _change(unit, entry_id, class_id=class_id, moved_note=note)


def take_off(unit: Unit, entry_id: str, left_on: date, note: str) -> None:
    """Ends a line from a day on."""
    _change(unit, entry_id, left_on=left_on.isoformat(), moved_note=note)


def put_back(unit: Unit, entry_id: str) -> None:
    """Lets a line that had ended go on."""
    _change(unit, entry_id, left_on=None)


def set_left_over_reason(unit: Unit, entry_id: str, reason: str) -> None:
    """Keeps why a pupil is neither covered nor signed up."""
    _change(unit, entry_id, left_over_reason=reason)


def set_student_code(unit: Unit, entry_id: str, code: str) -> None:
    """Keeps the school's own code of a pupil."""
    _change(unit, entry_id, student_code=code)


def _change(unit: Unit, entry_id: str, **values: Value) -> None:
    unit.update("roster_entry", entry_id, **values)
    unit.execute("UPDATE roster_entry SET version = version + 1 WHERE id = ?", (entry_id,))


def set_class(unit: Unit, class_id: str, *, homeroom_teacher: str, sub_unit_code: str) -> None:
    """Keeps teacher and code of a class.

    Raises:
        Conflict: ROW_GONE where there is no such class.
    """
    unit.update(
        "school_class", class_id, homeroom_teacher=homeroom_teacher, sub_unit_code=sub_unit_code
    )


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
