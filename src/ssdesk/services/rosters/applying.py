"""Takes a planned roster into the store, and back out again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ssdesk.domain.identifiers import card_parts
from ssdesk.domain.person import Person
from ssdesk.domain.pupil import HeldCard, PupilFacts
from ssdesk.domain.roles import Act
from ssdesk.errors import Conflict, UserError
from ssdesk.exchange import roster_layout
from ssdesk.exchange.roster_headings import Evidence
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.progress import Progress, silent
from ssdesk.services.rosters.plan import Action, PlannedRow, RosterPlan
from ssdesk.services.rosters.preview import stamp_of
from ssdesk.storage import cards, imports, people, roster
from ssdesk.storage.cards import Card
from ssdesk.storage.imports import ImportBatch, Obstacle, Table
from ssdesk.storage.roster import RosterEntry
from ssdesk.storage.store import Reader, Unit

ROSTER = "roster"
_CHANGED = Changes(frozenset({Kind.PEOPLE, Kind.ROSTER, Kind.COVER, Kind.ENROLMENT}))
_NAMED = 5


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Rows that stay outside: all that are refused, and others by sheet and row."""

    refused: bool = False
    rows: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class RosterApplied:
    """What was written; `batch_id` is None where the store already had everything."""

    batch_id: str | None
    new: int
    changed: int
    left_out: int
    changes: Changes = field(default=_CHANGED)


@dataclass(frozen=True, slots=True)
class ImportTakenBack:
    """An import was undone."""

    batch_id: str
    changes: Changes = field(default=_CHANGED)


def apply_roster(
    ctx: Context,
    plan: RosterPlan,
    leave_out: LeaveOut = LeaveOut(),
    progress: Progress = silent,
) -> RosterApplied:
    """Takes in the whole plan, less the rows left out, in one transaction.

    Raises:
        UserError: IMPORT_HAS_PROBLEMS while refused rows are not left out, NOT_ALLOWED.
        Conflict: ROSTER_CHANGED when the store changed since the plan was made.
    """
    rows = [row for row in plan.rows if not _is_out(row, leave_out)]
    refused = sum(row.action is Action.REFUSED for row in rows)
    if refused:
        raise UserError("IMPORT_HAS_PROBLEMS", count=refused)
    new = [row for row in rows if row.action is Action.NEW]
    changed = [row for row in rows if row.action is Action.CHANGED]
    out = len(plan.rows) - len(rows)
    if not new and not changed:
        return RosterApplied(None, 0, 0, out, Changes())
    with ctx.write(Act.KEEP_PUPILS) as unit:
        if stamp_of(unit) != plan.stamp:
            raise Conflict("ROSTER_CHANGED")
        progress(0, len(rows))
        batch = ImportBatch(
            id=ctx.clock.new_id(),
            kind=ROSTER,
            file_name=plan.source.file,
            sha256=plan.source.sha256,
            school_year=plan.school_year,
            rows=len(rows),
            created=len(new),
            changed=len(changed),
            posted_at=unit.at,
            posted_by=ctx.account.login,
        )
        _Writer(ctx, unit, batch).write(new, changed)
        _remember(unit, plan)
        counts = {"rows": len(rows), "new": len(new), "changed": len(changed), "left_out": out}
        unit.audit("roster_imported", batch.id, {"sha256": plan.source.sha256, **counts})
        progress(len(rows), len(rows))
    return RosterApplied(batch.id, len(new), len(changed), out)


def list_roster_imports(ctx: Context) -> tuple[ImportBatch, ...]:
    """Rosters taken in, the last first."""
    return imports.list_batches(ctx.store.reader, ROSTER)


def obstacles_to_taking_back(ctx: Context, batch_id: str) -> tuple[Obstacle, ...]:
    """What was built on an import since; empty where it can be taken back."""
    return imports.obstacles(ctx.store.reader, batch_id)


def take_back(ctx: Context, batch_id: str) -> ImportTakenBack:
    """Undoes an import: what it made is gone, what it changed is as before.

    Raises:
        UserError: IMPORT_UNKNOWN, IMPORT_TAKEN_BACK, IMPORT_BUILT_ON naming pupils on whom
            something was built since, NOT_ALLOWED.
    """
    with ctx.write(Act.KEEP_PUPILS) as unit:
        batch = check_take_back(unit, batch_id)
        imports.take_back(unit, batch_id, unit.at)
        unit.audit("roster_taken_back", batch_id, {"rows": batch.rows})
    return ImportTakenBack(batch_id)


def check_take_back(reader: Reader, batch_id: str) -> ImportBatch:
    """The import, where it can be taken back.

    Raises:
        UserError: IMPORT_UNKNOWN, IMPORT_TAKEN_BACK, IMPORT_BUILT_ON.
    """
    batch = imports.get_batch(reader, batch_id)
    if batch is None:
        raise UserError("IMPORT_UNKNOWN")
    if batch.taken_back_at:
        raise UserError("IMPORT_TAKEN_BACK", file=batch.file_name)
    found = imports.obstacles(reader, batch_id, limit=200)
    if found:
        names = list(dict.fromkeys(item.name for item in found))
        shown = ", ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
        file = batch.file_name
        raise UserError("IMPORT_BUILT_ON", file=file, count=len(names), names=shown)
    return batch


def _is_out(row: PlannedRow, leave_out: LeaveOut) -> bool:
    if leave_out.refused and row.action is Action.REFUSED:
        return True
    return (row.sheet, row.row) in leave_out.rows


def _remember(unit: Unit, plan: RosterPlan) -> None:
    """Keeps the columns that a person chose; what proposes itself needs no memory."""
    for layout in plan.mapping.layouts:
        chosen = any(column.evidence is Evidence.CHOSEN for column in layout.columns)
        if chosen:
            text = roster_layout.to_text(layout)
            imports.remember_mapping(unit, layout.signature, text, unit.at)


class _Writer:
    def __init__(self, ctx: Context, unit: Unit, batch: ImportBatch) -> None:
        self._clock = ctx.clock
        self._unit = unit
        self._batch = batch
        self._year = str(batch.school_year)

    def write(self, new: Sequence[PlannedRow], changed: Sequence[PlannedRow]) -> None:
        """Writes classes, persons and lines, and how to take them back."""
        imports.insert_batch(self._unit, self._batch)
        classes = self._classes([*new, *changed])
        known = [row for row in (*new, *changed) if row.person]
        lines = [row for row in changed if row.entry]
        people_before = imports.snapshots(
            self._unit, Table.PERSON, (row.person.id for row in known if row.person)
        )
        lines_before = imports.snapshots(
            self._unit, Table.ENTRY, (row.entry.id for row in lines if row.entry)
        )
        touched = {row.person.id for row in known if row.person and self._update_person(row)}
        moved = {row.entry.id for row in lines if row.entry and self._update_line(row, classes)}
        self._insert(new, classes)
        self._insert_cards(
            [(row.person.id, row.card) for row in changed if row.person and row.card]
        )
        self._note(Table.PERSON, people_before, touched)
        self._note(Table.ENTRY, lines_before, moved)

    def _note(self, table: Table, before: dict[str, str], touched: set[str]) -> None:
        kept = {row_id: text for row_id, text in before.items() if row_id in touched}
        imports.note_changed(self._unit, self._batch.id, table, kept)

    def _classes(self, rows: Sequence[PlannedRow]) -> dict[str, str]:
        """Ids of the rows' classes by name, made where they are missing."""
        if roster.ensure_school_year(self._unit, self._year):
            imports.note_created(self._unit, self._batch.id, Table.SCHOOL_YEAR, (self._year,))
        before = {item.id for item in roster.list_classes(self._unit, self._year)}
        names = dict.fromkeys(row.class_name for row in rows)
        ids = roster.ensure_classes(self._unit, self._clock, self._year, names)
        made = [class_id for class_id in ids.values() if class_id not in before]
        imports.note_created(self._unit, self._batch.id, Table.SCHOOL_CLASS, made)
        return ids

    def _insert(self, rows: Sequence[PlannedRow], classes: dict[str, str]) -> None:
        persons, entries, held = [], [], []
        for row in rows:
            person_id = row.person.id if row.person else self._clock.new_id()
            if row.person is None:
                persons.append(_person(person_id, row.facts))
            if row.card:
                held.append((person_id, row.card))
            entries.append(
                RosterEntry(
                    id=self._clock.new_id(),
                    school_year=self._year,
                    class_id=classes[row.class_name],
                    person_id=person_id,
                    student_code=row.facts.student_code,
                    joined_on=row.joined_on,
                )
            )
        people.insert_many(self._unit, persons, self._batch.posted_at)
        roster.insert_entries(self._unit, entries)
        note = imports.note_created
        note(self._unit, self._batch.id, Table.PERSON, (item.id for item in persons))
        note(self._unit, self._batch.id, Table.ENTRY, (item.id for item in entries))
        self._insert_cards(held)

    def _insert_cards(self, held: Sequence[tuple[str, HeldCard]]) -> None:
        """Cards by person; their source is the import's file."""
        made = [
            Card(
                id=self._clock.new_id(),
                person_id=person_id,
                number=card.number,
                group_code=card_parts(card.number).group_code,
                valid_from=card.valid_from,
                valid_to=card.valid_to,
                source=self._batch.file_name,
            )
            for person_id, card in held
        ]
        cards.insert(self._unit, made, self._batch.posted_at)
        note = imports.note_created
        note(self._unit, self._batch.id, Table.CARD, (card.id for card in made))

    def _update_person(self, row: PlannedRow) -> bool:
        stored = row.person
        if stored is None:
            return False
        person = _person(stored.id, row.facts, stored)
        if person == stored:
            return False
        people.update(self._unit, person, self._batch.posted_at)
        return True

    def _update_line(self, row: PlannedRow, classes: dict[str, str]) -> bool:
        stored = row.entry
        if stored is None:
            return False
        line = RosterEntry(
            id=stored.id,
            school_year=stored.school_year,
            class_id=classes[row.class_name],
            person_id=stored.person_id,
            student_code=row.facts.student_code,
            joined_on=row.joined_on,
            left_on=None,
            moved_note="" if stored.left_on else stored.moved_note,
            left_over_reason=stored.left_over_reason,
            version=stored.version,
        )
        if line == stored:
            return False
        roster.update_entry(self._unit, line)
        return True


def _person(person_id: str, facts: PupilFacts, stored: Person | None = None) -> Person:
    return Person(
        id=person_id,
        full_name=facts.full_name,
        birth_date=facts.birth_date,
        sex=facts.sex,
        personal_id=facts.personal_id,
        insurance_number=facts.insurance_number,
        phone=facts.phone,
        address=facts.address,
        ethnicity=facts.ethnicity,
        parent_name=facts.parent_name,
        registered_hospital=facts.registered_hospital,
        note=facts.note,
        identity_override=stored.identity_override if stored else "",
        version=stored.version if stored else 1,
    )
