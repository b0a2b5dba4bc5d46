"""The pupils of a school: read, enter, mend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date

from ssdesk.domain import checks
from ssdesk.domain.checks import Severity
from ssdesk.domain.coverage import CoverageCount, CoverageState, count_coverage
from ssdesk.domain.identifiers import CONTRADICTIONS, check_personal_id
from ssdesk.domain.person import BirthDate, Person, Sex
from ssdesk.domain.problems import Problem
from ssdesk.domain.pupil import PupilFacts, check_pupil
from ssdesk.domain.roles import Act
from ssdesk.domain.school import SchoolYear
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import people, roster
from ssdesk.storage.queries import pupils as queries
from ssdesk.storage.queries import standing
from ssdesk.storage.queries.pupils import PupilCover, PupilEnrolment, PupilRow, PupilStop
from ssdesk.storage.store import Reader, Unit

__all__ = [
    "ClassRow",
    "PupilCover",
    "PupilEnrolment",
    "PupilRow",
    "PupilStop",
    "PupilsSaved",
    "SavePupil",
    "check",
    "facts_of",
    "get_pupil",
    "list_classes",
    "list_leavers",
    "list_pupils",
    "problems_of",
    "save_pupils",
]

_CHANGED = Changes(frozenset({Kind.PEOPLE, Kind.ROSTER}))


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One class with where its pupils stand."""

    id: str
    name: str
    grade: int
    sub_unit_code: str
    homeroom_teacher: str
    count: CoverageCount


@dataclass(frozen=True, slots=True)
class SavePupil:
    """Enter a pupil (no `entry_id`) or mend one.

    Args:
        entry_id: the pupil's line on the roster, None for a newcomer.
        class_name: class of the newcomer; made if the school has none of that name.
        joined_on: first day at this school for a newcomer, None for today.
    """

    facts: PupilFacts
    entry_id: str | None = None
    class_name: str = ""
    joined_on: date | None = None


@dataclass(frozen=True, slots=True)
class PupilsSaved:
    """The lines written, in the order they were given."""

    entry_ids: tuple[str, ...]
    changes: Changes = field(default=_CHANGED)


def list_pupils(
    ctx: Context,
    school_year: str,
    *,
    class_id: str | None = None,
    state: CoverageState | None = None,
) -> tuple[PupilRow, ...]:
    """Pupils of a year, a class, or those of them who stand in one state."""
    rows = queries.pupils_of_year(
        ctx.store.reader, school_year, ctx.clock.today(), class_id=class_id
    )
    return tuple(row for row in rows if state is None or row.state is state)


def list_leavers(ctx: Context, school_year: str) -> tuple[PupilRow, ...]:
    """Pupils who left during the year."""
    return queries.leavers_of_year(ctx.store.reader, school_year, ctx.clock.today())


def get_pupil(ctx: Context, entry_id: str) -> PupilRow:
    """One pupil.

    Raises:
        UserError: PUPIL_UNKNOWN.
    """
    row = queries.pupil(ctx.store.reader, entry_id, ctx.clock.today())
    if row is None:
        raise UserError("PUPIL_UNKNOWN")
    return row


def list_classes(
    ctx: Context, school_year: str, rows: Iterable[PupilRow] | None = None
) -> tuple[ClassRow, ...]:
    """Classes of a year in school order, each with its count."""
    pupils = list_pupils(ctx, school_year) if rows is None else tuple(rows)
    return classes_where(ctx, school_year, ((pupil.class_id, pupil.state) for pupil in pupils))


def classes_where(
    ctx: Context, school_year: str, states_by_class: Iterable[tuple[str, CoverageState]]
) -> tuple[ClassRow, ...]:
    """Classes of a year in school order, each counting the states of its pupils given."""
    states: dict[str, list[CoverageState]] = {}
    for class_id, state in states_by_class:
        states.setdefault(class_id, []).append(state)
    return tuple(
        ClassRow(
            id=item.id,
            name=item.name,
            grade=item.grade,
            sub_unit_code=item.sub_unit_code,
            homeroom_teacher=item.homeroom_teacher,
            count=count_coverage(states.get(item.id, ())),
        )
        for item in roster.list_classes(ctx.store.reader, school_year)
    )


def facts_of(row: PupilRow) -> PupilFacts:
    """The form's values of a pupil already on the roster."""
    return PupilFacts(
        full_name=row.full_name,
        birth_date=row.birth_date,
        sex=row.sex,
        personal_id=row.personal_id,
        insurance_number=row.insurance_number,
        phone=row.phone,
        address=row.address,
        ethnicity=row.ethnicity,
        parent_name=row.parent_name,
        registered_hospital=row.registered_hospital,
        student_code=row.student_code,
        note=row.note,
    )


def problems_of(row: PupilRow, school_year: str) -> tuple[Problem, ...]:
    """What is wrong with a pupil as stored; an override silences the identity's contradictions."""
    found = check_pupil(facts_of(row), SchoolYear(school_year).starts_on)
    return _told(bool(row.identity_override), found)


def with_identity_problems(ctx: Context, school_year: str) -> tuple[str, ...]:
    """Lines of the roster for which `problems_of` speaks of a personal id which is there."""
    return tuple(
        entry_id
        for each in standing.numbers_alike(ctx.store.reader, school_year)
        if _told(each.overridden, check_personal_id(each.number, each.birth_date, each.sex))
        for entry_id in each.entry_ids
    )


def _told(overridden: bool, found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    if overridden:
        return tuple(item for item in found if item.code not in CONTRADICTIONS)
    return found


def check(ctx: Context, school_year: str, command: SavePupil) -> tuple[Problem, ...]:
    """Everything wrong with one pupil before it is saved, the store's other people included."""
    found = list(check_pupil(command.facts, SchoolYear(school_year).starts_on))
    return (*found, *_duplicates(ctx.store.reader, school_year, command))


def _duplicates(reader: Reader, school_year: str, command: SavePupil) -> list[Problem]:
    number = command.facts.personal_id
    if not number:
        return []
    for other in queries.bearers(reader, school_year, number):
        if other.entry_id != command.entry_id:
            params: dict[str, str | int] = {
                "value": number,
                "name": other.full_name,
                "school_class": other.class_name,
            }
            return [Problem("personal_id", "PERSONAL_ID_TAKEN", params)]
    return []


def save_pupils(ctx: Context, school_year: str, commands: tuple[SavePupil, ...]) -> PupilsSaved:
    """Writes pupils entered or mended together: all of them or none.

    Raises:
        UserError: the first problem that refuses, with its values.
    """
    for command in commands:
        for problem in check(ctx, school_year, command):
            if checks.severity(problem.code) is Severity.REFUSE:
                raise UserError(problem.code, **problem.params)
    with ctx.write(Act.KEEP_PUPILS) as unit:
        entry_ids = tuple(_save(ctx, unit, school_year, command) for command in commands)
    return PupilsSaved(entry_ids)


def _save(ctx: Context, unit: Unit, school_year: str, command: SavePupil) -> str:
    if command.entry_id is not None:
        return _mend(ctx, unit, command.entry_id, command.facts)
    return _enter(ctx, unit, school_year, command)


def _mend(ctx: Context, unit: Unit, entry_id: str, facts: PupilFacts) -> str:
    row = queries.pupil(unit, entry_id, ctx.clock.today())
    person = people.get(unit, row.person_id) if row else None
    if row is None or person is None:
        raise UserError("PUPIL_UNKNOWN")
    before = facts_of(row)
    if before == facts:
        return entry_id
    people.update(unit, _with_facts(person, facts), ctx.clock.now())
    roster.set_student_code(unit, entry_id, facts.student_code)
    unit.audit("pupil_mended", entry_id, _difference(before, facts))
    return entry_id


def _with_facts(person: Person, facts: PupilFacts) -> Person:
    values = {
        item.name: getattr(facts, item.name) for item in fields(facts) if hasattr(person, item.name)
    }
    return replace(person, **values)


def _difference(before: PupilFacts, after: PupilFacts) -> dict[str, str | int]:
    changed: dict[str, str | int] = {}
    for item in fields(before):
        old, new = getattr(before, item.name), getattr(after, item.name)
        if old != new:
            changed[item.name] = f"{_plain(old)} -> {_plain(new)}"
    return changed


def _plain(value: str | BirthDate | Sex | None) -> str:
    if isinstance(value, BirthDate):
        return value.iso()
    return value.value if isinstance(value, Sex) else value or ""


def _enter(ctx: Context, unit: Unit, school_year: str, command: SavePupil) -> str:
    if not command.class_name:
        raise UserError("CLASS_MISSING", name=command.facts.full_name)
    person = _known_or_new(ctx, unit, command.facts)
    entry = roster.RosterEntry(
        id=ctx.clock.new_id(),
        school_year=school_year,
        class_id=roster.ensure_class(unit, ctx.clock, school_year, command.class_name),
        person_id=person.id,
        student_code=command.facts.student_code,
        joined_on=command.joined_on or ctx.clock.today(),
    )
    roster.insert_entry(unit, entry)
    unit.audit("pupil_entered", entry.id, {"school_class": command.class_name})
    return entry.id


def _known_or_new(ctx: Context, unit: Unit, facts: PupilFacts) -> Person:
    """The same human being from another school year, told by personal id, or a new one."""
    number = facts.personal_id
    known = people.by_personal_id(unit, number) if number else None
    if known is not None:
        people.update(unit, _with_facts(known, facts), ctx.clock.now())
        return known
    person = _with_facts(Person(id=ctx.clock.new_id(), full_name=facts.full_name), facts)
    people.insert(unit, person, ctx.clock.now())
    return person
