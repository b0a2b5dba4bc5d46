"""Takes a planned list of cards into the store, and back out again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.roles import Act
from ssdesk.domain.stopping import StopState
from ssdesk.errors import Conflict, UserError
from ssdesk.exchange import roster_layout
from ssdesk.exchange.roster_headings import Evidence
from ssdesk.services.card_lists.plan import Action, CardListPlan, PlannedCard
from ssdesk.services.card_lists.preview import CARDS, signature_of
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.rosters.applying import ImportTakenBack, LeaveOut, check_take_back
from ssdesk.storage import cards, covers, enrolments, imports, people, stops
from ssdesk.storage.imports import ImportBatch, Table
from ssdesk.storage.store import Unit

_CHANGED = Changes(frozenset({Kind.PEOPLE, Kind.COVER, Kind.ENROLMENT}))
_NOTHING_OUT = LeaveOut()
_WRITTEN = frozenset({Action.NEW, Action.CHANGED})


@dataclass(frozen=True, slots=True)
class CardListApplied:
    """What was written; `batch_id` is None where the store already had everything.

    Args:
        ticked: enrolments that the list showed to be accepted.
        settled: stops that the list showed to be taken by the office.
    """

    batch_id: str | None
    new: int
    changed: int
    ticked: int
    left_out: int
    settled: int = 0
    changes: Changes = field(default=_CHANGED)


def apply_cards(
    ctx: Context, plan: CardListPlan, leave_out: LeaveOut = _NOTHING_OUT
) -> CardListApplied:
    """Takes in the whole list, less the rows left out, in one unit of work.

    Raises:
        UserError: IMPORT_HAS_PROBLEMS while refused rows are not left out, NOT_ALLOWED.
        Conflict: CARD_LIST_CHANGED when the store changed since the plan was made.
    """
    rows = [row for row in plan.rows if (row.line.sheet, row.line.row) not in leave_out.rows]
    refused = sum(row.action is Action.REFUSED for row in rows)
    if refused and not leave_out.refused:
        raise UserError("IMPORT_HAS_PROBLEMS", count=refused)
    out = len(plan.rows) - len(rows) + refused
    written = [row for row in rows if row.action in _WRITTEN]
    if not written:
        return CardListApplied(None, 0, 0, 0, out, changes=Changes())
    with ctx.write(Act.KEEP_PUPILS) as unit:
        if imports.card_stamp(unit) != plan.stamp:
            raise Conflict("CARD_LIST_CHANGED")
        batch = _batch(ctx, unit, plan, rows)
        imports.insert_batch(unit, batch)
        _write(ctx, unit, batch, written)
        _remember(unit, plan)
        ticked = sum(bool(row.writes.accepted) for row in written)
        settled = sum(bool(row.writes.settled) for row in written)
        detail: dict[str, str | int] = {
            "sha256": batch.sha256,
            "rows": batch.rows,
            "new": batch.created,
            "changed": batch.changed,
            "ticked": ticked,
            "settled": settled,
            "left_out": out,
        }
        unit.audit("cards_imported", batch.id, detail)
    return CardListApplied(batch.id, batch.created, batch.changed, ticked, out, settled)


def _batch(
    ctx: Context, unit: Unit, plan: CardListPlan, rows: Sequence[PlannedCard]
) -> ImportBatch:
    return ImportBatch(
        id=ctx.clock.new_id(),
        kind=CARDS,
        file_name=plan.source.file,
        sha256=plan.source.sha256,
        school_year=plan.school_year,
        rows=len(rows),
        created=sum(row.action is Action.NEW for row in rows),
        changed=sum(row.action is Action.CHANGED for row in rows),
        posted_at=unit.at,
        posted_by=unit.actor,
    )


def _write(ctx: Context, unit: Unit, batch: ImportBatch, rows: Sequence[PlannedCard]) -> None:
    """Writes all that the rows change, and how to take it back."""
    changes = [row.writes for row in rows]
    touched = {
        Table.PERSON: [each.person.id for each in changes if each.person],
        Table.CARD: [each.corrected.id for each in changes if each.corrected],
        Table.COVER: [each.cover_id for each in changes if each.cover_id],
        Table.ENROLMENT: [each.accepted for each in changes if each.accepted],
        Table.STOP: [each.settled for each in changes if each.settled],
    }
    before = {table: imports.snapshots(unit, table, ids) for table, ids in touched.items()}
    made = [
        replace(each.new_card, id=ctx.clock.new_id(), source=batch.file_name)
        for each in changes
        if each.new_card
    ]
    cards.insert(unit, made, unit.at)
    for each in changes:
        if each.person:
            people.update(unit, each.person, unit.at)
        if each.corrected:
            cards.correct(unit, each.corrected)
        if each.cover_id and each.cover_to:
            covers.set_end(unit, each.cover_id, each.cover_to)
        if each.accepted:
            enrolments.set_state(unit, each.accepted, EnrolmentState.ACCEPTED)
    stops.set_state(unit, touched[Table.STOP], StopState.REFUNDED)
    imports.note_created(unit, batch.id, Table.CARD, [card.id for card in made])
    for table, rows_before in before.items():
        imports.note_changed(unit, batch.id, table, rows_before)


def _remember(unit: Unit, plan: CardListPlan) -> None:
    """Keeps the columns that a person chose; what proposes itself needs no memory."""
    for layout in plan.mapping.layouts:
        if any(column.evidence is Evidence.CHOSEN for column in layout.columns):
            text = roster_layout.to_text(layout)
            imports.remember_mapping(unit, signature_of(layout), text, unit.at)


def list_card_imports(ctx: Context) -> tuple[ImportBatch, ...]:
    """Lists of cards taken in, the last first."""
    return imports.list_batches(ctx.store.reader, CARDS)


def take_back(ctx: Context, batch_id: str) -> ImportTakenBack:
    """Undoes a list: cards, ends, numbers and ticks are as before it.

    Raises:
        UserError: IMPORT_UNKNOWN, IMPORT_TAKEN_BACK, IMPORT_BUILT_ON naming people on whom
            something was built since, NOT_ALLOWED.
    """
    with ctx.write(Act.KEEP_PUPILS) as unit:
        batch = check_take_back(unit, batch_id)
        imports.take_back(unit, batch_id, unit.at)
        unit.audit("cards_taken_back", batch_id, {"rows": batch.rows})
    return ImportTakenBack(batch_id, _CHANGED)
