"""Rolling a school over: last year's pupils on next year's roster, previewed and undoable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256

from ssdesk.domain.roles import Act
from ssdesk.domain.rollover import ClassMove, Step, class_moves, merged_classes
from ssdesk.domain.school import SchoolYear, class_key, class_sort_key
from ssdesk.errors import Conflict, UserError
from ssdesk.services import pupils
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.pupils import PupilCover, PupilRow
from ssdesk.services.rosters.applying import check_take_back
from ssdesk.storage import covers, imports, roster
from ssdesk.storage.covers import Cover
from ssdesk.storage.imports import ImportBatch, Table
from ssdesk.storage.roster import RosterEntry
from ssdesk.storage.store import Reader, Unit

ROLLOVER = "rollover"
_USUAL_LEAD = timedelta(days=120)
_CHANGED = Changes(frozenset({Kind.ROSTER, Kind.COVER, Kind.PEOPLE, Kind.ENROLMENT}))


@dataclass(frozen=True, slots=True)
class RolloverChoices:
    """What a person said where the names of classes do not tell.

    Args:
        school_year: the year that ends; empty for the newest with pupils.
        stay: lines of pupils who repeat the grade.
        leave: lines of pupils who do not come back.
        class_names: next name by the old class's; empty: its pupils leave the school.
    """

    school_year: str = ""
    stay: frozenset[str] = frozenset()
    leave: frozenset[str] = frozenset()
    class_names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MovingPupil:
    """One pupil of the old year.

    Args:
        next_class: class of the new year, empty where the pupil leaves.
        known: already on the new year's roster, so nothing happens.
        cover: another group's card that goes along because it is valid in the new year.
    """

    entry_id: str
    person_id: str
    full_name: str
    class_name: str
    next_class: str
    step: Step
    known: bool
    cover: PupilCover | None


@dataclass(frozen=True, slots=True)
class RolloverPlan:
    """What rolling over would do; what is previewed is what then happens.

    Args:
        merged: names of a new class with the old ones that would all become it.
        stamp: of the rosters when this was read.
    """

    year: SchoolYear
    next_year: SchoolYear
    classes: tuple[ClassMove, ...]
    pupils: tuple[MovingPupil, ...]
    merged: tuple[tuple[str, tuple[str, ...]], ...]
    stamp: tuple[int, ...]

    def is_early(self, today: date) -> bool:
        """Whether the year still runs for months: rolling over now is hardly meant."""
        return today < self.next_year.starts_on - _USUAL_LEAD

    @property
    def counts(self) -> Counter[Step]:
        """How many pupils take which step, those already there left out."""
        return Counter(each.step for each in self.pupils if not each.known)

    @property
    def known(self) -> int:
        """Pupils who are on the new year's roster already."""
        return sum(each.known for each in self.pupils)

    @property
    def covers(self) -> int:
        """Cards of other groups that go along."""
        return sum(each.cover is not None for each in self.coming)

    @property
    def coming(self) -> tuple[MovingPupil, ...]:
        """Those who come onto the new year's roster."""
        return tuple(each for each in self.pupils if each.next_class and not each.known)


@dataclass(frozen=True, slots=True)
class RolledOver:
    """What was written; `batch_id` is None where everybody was there already."""

    batch_id: str | None
    year: SchoolYear
    pupils: int
    covers: int
    changes: Changes = field(default=_CHANGED)


@dataclass(frozen=True, slots=True)
class RolloverTakenBack:
    """The roll-over was undone."""

    batch_id: str
    changes: Changes = field(default=_CHANGED)


def preview_rollover(ctx: Context, choices: RolloverChoices = RolloverChoices()) -> RolloverPlan:
    """What rolling over would do; nothing is stored.

    Raises:
        UserError: ROLLOVER_NO_PUPILS, SCHOOL_YEAR_UNKNOWN, ROLLOVER_CLASS_UNKNOWN,
            ROLLOVER_PUPIL_UNKNOWN.
    """
    reader = ctx.store.reader
    year = _year(reader, choices.school_year)
    next_year = year.after()
    classes = class_moves(
        roster.list_classes(reader, year.name), ctx.profile().last_grade, choices.class_names
    )
    by_id = {move.class_id: move for move in classes}
    listed = pupils.list_pupils(ctx, year.name)
    _check_choices(choices, classes, listed, year)
    there = {entry.person_id for entry in roster.entries_of_year(reader, next_year.name)}
    moving = tuple(
        _moving(row, by_id[row.class_id], choices, next_year, known=row.person_id in there)
        for row in listed
    )
    return RolloverPlan(
        year, next_year, classes, moving, merged_classes(classes), imports.roster_stamp(reader)
    )


def _year(reader: Reader, wanted: str) -> SchoolYear:
    known = roster.school_years(reader)
    name = wanted or roster.newest_school_year(reader)
    if name is None:
        raise UserError("ROLLOVER_NO_PUPILS")
    if name not in known:
        raise UserError("SCHOOL_YEAR_UNKNOWN", year=name[:20], known=", ".join(known) or "–")
    return SchoolYear(name)


def _check_choices(
    choices: RolloverChoices,
    classes: tuple[ClassMove, ...],
    listed: tuple[PupilRow, ...],
    year: SchoolYear,
) -> None:
    keys = {class_key(move.name) for move in classes}
    for name in choices.class_names:
        if class_key(name) not in keys:
            known = ", ".join(move.name for move in classes)
            raise UserError("ROLLOVER_CLASS_UNKNOWN", value=name, year=year.name, known=known)
    for entry_id in (choices.stay | choices.leave) - {row.entry_id for row in listed}:
        raise UserError("ROLLOVER_PUPIL_UNKNOWN", value=entry_id, year=year.name)


def _moving(
    row: PupilRow, move: ClassMove, choices: RolloverChoices, next_year: SchoolYear, *, known: bool
) -> MovingPupil:
    if row.entry_id in choices.leave:
        step, next_class = Step.LEAVE, ""
    elif row.entry_id in choices.stay:
        step, next_class = Step.STAY, move.name
    else:
        step, next_class = (Step.UP if move.next_name else Step.LEAVE), move.next_name
    cover = row.cover if row.cover and _holds(row.cover, next_year.starts_on) else None
    return MovingPupil(
        row.entry_id,
        row.person_id,
        row.full_name,
        row.class_name,
        next_class,
        step,
        known,
        cover if next_class else None,
    )


def _holds(cover: PupilCover, on: date) -> bool:
    return cover.valid_to is None or cover.valid_to >= on


def apply_rollover(ctx: Context, plan: RolloverPlan) -> RolledOver:
    """Does what the plan shows in one unit of work; the same plan again changes nothing.

    Raises:
        UserError: NOT_ALLOWED.
        Conflict: ROSTER_CHANGED when the store changed since the plan was made.
    """
    coming = plan.coming
    if not coming:
        return RolledOver(None, plan.next_year, 0, 0, Changes())
    with ctx.write(Act.KEEP_PUPILS) as unit:
        if imports.roster_stamp(unit) != plan.stamp:
            raise Conflict("ROSTER_CHANGED")
        batch = ImportBatch(
            id=ctx.clock.new_id(),
            kind=ROLLOVER,
            file_name=f"{plan.year.name} → {plan.next_year.name}",
            sha256=sha256(repr(plan.stamp).encode()).hexdigest(),
            school_year=plan.next_year.name,
            rows=len(plan.pupils),
            created=len(coming),
            changed=0,
            posted_at=unit.at,
            posted_by=ctx.account.login,
        )
        imports.insert_batch(unit, batch)
        classes = _classes(ctx, unit, batch, plan)
        _enter(ctx, unit, batch, plan, classes)
        detail: dict[str, str | int] = {"year": plan.next_year.name, "pupils": len(coming)}
        unit.audit("rolled_over", batch.id, detail)
    return RolledOver(batch.id, plan.next_year, len(coming), plan.covers)


def _classes(ctx: Context, unit: Unit, batch: ImportBatch, plan: RolloverPlan) -> dict[str, str]:
    """Ids of the new year's classes by key, made where they are missing."""
    year = plan.next_year.name
    if roster.ensure_school_year(unit, year):
        imports.note_created(unit, batch.id, Table.SCHOOL_YEAR, (year,))
    before = {each.id for each in roster.list_classes(unit, year)}
    names = sorted({each.next_class for each in plan.coming}, key=class_sort_key)
    found = {class_key(name): roster.ensure_class(unit, ctx.clock, year, name) for name in names}
    made = [class_id for class_id in found.values() if class_id not in before]
    imports.note_created(unit, batch.id, Table.SCHOOL_CLASS, made)
    return found


def _enter(
    ctx: Context, unit: Unit, batch: ImportBatch, plan: RolloverPlan, classes: dict[str, str]
) -> None:
    codes = {entry.id: entry.student_code for entry in roster.entries_of_year(unit, plan.year.name)}
    made = {each.entry_id: ctx.clock.new_id() for each in plan.coming}
    roster.insert_entries(
        unit,
        [
            RosterEntry(
                id=made[each.entry_id],
                school_year=plan.next_year.name,
                class_id=classes[class_key(each.next_class)],
                person_id=each.person_id,
                student_code=codes[each.entry_id],
                joined_on=plan.next_year.starts_on,
            )
            for each in plan.coming
        ],
    )
    imports.note_created(unit, batch.id, Table.ENTRY, made.values())
    carried = [
        _carried(ctx.clock.new_id(), made[each.entry_id], each.cover)
        for each in plan.coming
        if each.cover is not None
    ]
    for cover in carried:
        covers.insert(unit, cover, unit.at)
    imports.note_created(unit, batch.id, Table.COVER, [cover.id for cover in carried])


def _carried(cover_id: str, entry_id: str, cover: PupilCover) -> Cover:
    return Cover(
        cover_id,
        entry_id,
        cover.kind,
        cover.group_code,
        cover.card_number,
        cover.valid_to,
        cover.evidence,
        cover.proven,
    )


def list_rollovers(ctx: Context) -> tuple[ImportBatch, ...]:
    """Roll-overs done, the last first."""
    return imports.list_batches(ctx.store.reader, ROLLOVER)


def take_back_rollover(ctx: Context, batch_id: str) -> RolloverTakenBack:
    """Undoes a roll-over while nothing was built on it.

    Raises:
        UserError: NOT_ALLOWED, IMPORT_UNKNOWN, IMPORT_TAKEN_BACK, IMPORT_BUILT_ON naming pupils
            on whom something was built since.
    """
    with ctx.write(Act.KEEP_PUPILS) as unit:
        batch = check_take_back(unit, batch_id)
        imports.take_back(unit, batch_id, unit.at)
        unit.audit("rollover_taken_back", batch_id, {"year": batch.school_year or ""})
    return RolloverTakenBack(batch_id)
