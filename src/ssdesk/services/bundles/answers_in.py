"""The office's answer on the sender's desk: ticks, to-dos, numbers and cards filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ssdesk.domain.bundle import AnswerState
from ssdesk.domain.enrolment import EnrolmentState, step
from ssdesk.domain.records import AnswerRecord, line_place
from ssdesk.domain.stopping import StopState
from ssdesk.errors import UserError
from ssdesk.exchange.bundle.parts import record_of
from ssdesk.services.context import Context
from ssdesk.storage import (
    cards,
    corrections,
    enrolments,
    imports,
    inbox,
    people,
    stops,
    submissions,
)
from ssdesk.storage.cards import Card
from ssdesk.storage.imports import ImportBatch, Table
from ssdesk.storage.inbox import Intake
from ssdesk.storage.store import Reader, Unit

_KIND = "answer"
_STATES = {
    AnswerState.ACCEPTED: EnrolmentState.ACCEPTED,
    AnswerState.COMPLETED: EnrolmentState.ACCEPTED,
    AnswerState.REFUSED: EnrolmentState.RETURNED,
}
_STOPS = {
    AnswerState.ACCEPTED: StopState.REFUNDED,
    AnswerState.COMPLETED: StopState.REFUNDED,
    AnswerState.REFUSED: StopState.RETURNED,
}
_ANSWERABLE = frozenset(
    {EnrolmentState.SUBMITTED, EnrolmentState.ACCEPTED, EnrolmentState.RETURNED}
)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """The office's word on one pupil's line, as it now stands."""

    entry_id: str
    full_name: str
    class_name: str
    answer: AnswerRecord


def take_effect(ctx: Context, unit: Unit, intake: Intake) -> None:
    """Moves the answered enrolments on and fills in what the office completed."""
    answered = _brought(unit, intake)
    _settle_states(unit, answered)
    completed = [each for each in answered if each.state is AnswerState.COMPLETED]
    people_ids, made = {}, []
    for each in completed:
        enrolment = enrolments.get(unit, each.enrolment_id)
        if enrolment is None:
            continue
        people_ids[enrolment.person_id] = each
        if each.card_number:
            made.append(_card(ctx, each, enrolment.person_id, enrolment.group_code))
    batch = ImportBatch(
        id=intake.id,
        kind=_KIND,
        file_name=intake.file_name,
        sha256=intake.manifest_sha256,
        school_year=None,
        rows=len(answered),
        created=len(made),
        changed=len(people_ids),
        posted_at=unit.at,
        posted_by=unit.actor,
    )
    imports.insert_batch(unit, batch)
    before = imports.snapshots(unit, Table.PERSON, people_ids)
    for person_id, each in people_ids.items():
        person = people.get(unit, person_id)
        if person is not None and each.insurance_number:
            filled = replace(person, insurance_number=each.insurance_number)
            people.update(unit, filled, unit.at)
    imports.note_changed(unit, intake.id, Table.PERSON, before)
    cards.insert(unit, made, unit.at)
    imports.note_created(unit, intake.id, Table.CARD, [card.id for card in made])


def undo_effect(ctx: Context, unit: Unit, intake: Intake) -> None:
    """Undoes `take_effect` once the case was taken back.

    Raises:
        UserError: INTAKE_BUILT_ON with the names of people changed since.
    """
    built = imports.obstacles(unit, intake.id)
    if built:
        names = ", ".join(sorted({each.name for each in built}))
        raise UserError("INTAKE_BUILT_ON", number=intake.number, names=names)
    imports.take_back(unit, intake.id, ctx.clock.now())
    _settle_states(unit, _brought(unit, intake))


def _brought(reader: Reader, intake: Intake) -> list[AnswerRecord]:
    found = []
    for each in inbox.of_intake(reader, intake.id, "answer"):
        if each.content is not None and not each.refused_code:
            record = record_of(each.kind, each.content)
            assert isinstance(record, AnswerRecord)
            found.append(record)
    return found


def _settle_states(unit: Unit, touched: Iterable[AnswerRecord]) -> None:
    """Gives each enrolment, stop or correction the state of the newest answer to its line."""
    standing = {each.line_id: each for each in _standing(unit)}
    for each in touched:
        now = standing.get(each.line_id)
        refused = now is not None and now.state is AnswerState.REFUSED
        if corrections.set_refused(unit, each.line_id, refused=refused):
            continue
        if not submissions.is_newest_line(unit, *line_place(each.line_id)):
            continue
        line = submissions.line(unit, *line_place(each.line_id))
        if line is not None and line.correction_id:
            corrections.set_refused(unit, line.correction_id, refused=refused)
            continue
        if line is not None and line.stop_id:
            if stops.get(unit, line.stop_id) is not None:
                became = StopState.LISTED if now is None else _STOPS[now.state]
                stops.set_state(unit, [line.stop_id], became)
            continue
        enrolment = enrolments.get(unit, each.enrolment_id)
        if enrolment is None or enrolment.state not in _ANSWERABLE:
            continue
        wanted = EnrolmentState.SUBMITTED if now is None else _STATES[now.state]
        if wanted is not enrolment.state:
            enrolments.set_state(unit, enrolment.id, step(enrolment.state, wanted))


def _standing(reader: Reader) -> list[AnswerRecord]:
    found = []
    for each in inbox.now(reader, kind="answer"):
        if each.content is not None:
            record = record_of(each.kind, each.content)
            assert isinstance(record, AnswerRecord)
            found.append(record)
    return found


def _card(ctx: Context, answer: AnswerRecord, person_id: str, group_code: str) -> Card:
    return Card(
        id=ctx.clock.new_id(),
        person_id=person_id,
        number=answer.card_number,
        group_code=group_code,
        valid_from=answer.valid_from,
        valid_to=answer.valid_to,
        source=_KIND,
    )


def accepted_lines(reader: Reader) -> frozenset[str]:
    """Lines and corrections that the office took as they are, by the ids they travel under."""
    return frozenset(
        each.line_id for each in _standing(reader) if each.state is not AnswerState.REFUSED
    )


def list_answers(ctx: Context, list_id: str = "") -> tuple[AnswerRow, ...]:
    """What the office said of the lines of a list, or of all lists, refused ones first."""
    reader = ctx.store.reader
    names = submissions.names_of_enrolments(reader)
    rows = []
    for each in _standing(reader):
        if each.enrolment_id in names and list_id in ("", each.list_id):
            rows.append(AnswerRow(*names[each.enrolment_id], each))
    rows.sort(key=lambda row: row.answer.state is not AnswerState.REFUSED)
    return tuple(rows)
