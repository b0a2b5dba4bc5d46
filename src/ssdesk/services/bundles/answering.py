"""Answering a case line by line, and sending the answers back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ssdesk.domain import checks
from ssdesk.domain.bundle import AnswerState, Purpose
from ssdesk.domain.identifiers import check_card_number, check_insurance_number
from ssdesk.domain.records import (
    AnswerRecord,
    ListLineRecord,
    PersonRecord,
    Sent,
)
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.exchange.bundle.bundle import seal_bundle
from ssdesk.exchange.bundle.parts import content_of, record_of
from ssdesk.services.bundles.desk_cards import own_keys
from ssdesk.services.bundles.making import BundleMade
from ssdesk.services.bundles.numbering import NumberedLine, numbered
from ssdesk.services.bundles.sending import find_peer, head_of, keep, row_of
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import answers, inbox
from ssdesk.storage.answers import LineAnswer
from ssdesk.storage.store import Reader

_CHANGED = Changes(frozenset({Kind.INTAKE}))


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of a list or one correction that came in, with what is said of it so far.

    Args:
        number: unique over all lists of the case, from 1.
    """

    id: str
    line: ListLineRecord
    refused_code: str
    answer: AnswerRecord | None
    number: int


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """Say of one line: accepted, refused with code or remedy, completed with numbers."""

    line_id: str
    state: AnswerState
    code: str = ""
    remedy: str = ""
    insurance_number: str = ""
    card_number: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class LinesAnswered:
    """How many lines of the case have an answer now, of how many."""

    answered: int
    lines: int
    changes: Changes = field(default=_CHANGED)


def case_lines(ctx: Context, intake_id: str) -> tuple[CaseLine, ...]:
    """The lines of a case in the order of their lists, and after them what is to be corrected.

    Raises:
        UserError: INTAKE_UNKNOWN.
    """
    return _lines(ctx.store.reader, intake_id)


def lines_of_bundle(ctx: Context, records: Sequence[Sent]) -> tuple[NumberedLine, ...]:
    """The lines of a bundle that was only opened, numbered as its case will be."""
    known = {each.id: each.record for each in records if isinstance(each.record, PersonRecord)}
    reader = ctx.store.reader
    return numbered(
        ((each.id, each.record) for each in records),
        lambda person_id: known.get(person_id) or person_told(reader, person_id),
    )


def _lines(reader: Reader, intake_id: str) -> tuple[CaseLine, ...]:
    if inbox.get(reader, intake_id) is None:
        raise UserError("INTAKE_UNKNOWN")
    said = {each.line_id: each for each in answers.of_intake(reader, intake_id)}
    brought = {
        each.id: each
        for kind in ("list_line", "correction")
        for each in inbox.of_intake(reader, intake_id, kind)
        if each.content is not None
    }
    records = ((key, record_of(each.kind, each.content or "")) for key, each in brought.items())
    return tuple(
        CaseLine(
            each.id,
            each.line,
            brought[each.id].refused_code,
            _answer_of(said.get(each.id)),
            each.number,
        )
        for each in numbered(records, lambda person_id: person_told(reader, person_id))
    )


def person_told(reader: Reader, person_id: str) -> PersonRecord | None:
    """Who somebody is, as this desk was told."""
    known = next(inbox.said_of(reader, "person", (person_id,)), None)
    record = record_of("person", known.content) if known and known.content else None
    return record if isinstance(record, PersonRecord) else None


def _answer_of(answer: LineAnswer | None) -> AnswerRecord | None:
    record = None if answer is None else record_of("answer", answer.content)
    return record if isinstance(record, AnswerRecord) else None


def answer_lines(
    ctx: Context, intake_id: str, said: tuple[AnswerLine, ...], *, rest: AnswerState | None = None
) -> LinesAnswered:
    """Answers lines of a case, all of them or none.

    Args:
        ctx: the open desk.
        intake_id: the case.
        said: line by line; a line answered before gets the new answer.
        rest: what to say of every line without an answer; rows that were refused when the
            bundle was taken in are refused with their code.

    Raises:
        UserError: NOT_ALLOWED, INTAKE_UNKNOWN, INTAKE_TAKEN_BACK, LINE_UNKNOWN,
            ANSWER_REASON_MISSING, ANSWER_CARD_PERIOD, or the problem of a completed number.
    """
    with ctx.write(Act.MAKE_LISTS) as unit:
        lines = {each.id: each for each in _lines(unit, intake_id)}
        intake = inbox.get(unit, intake_id)
        if intake is not None and intake.taken_back_at is not None:
            raise UserError("INTAKE_TAKEN_BACK", number=intake.number)
        wanted = {each.line_id: _checked(each, lines) for each in said}
        if rest is not None:
            for line in lines.values():
                if line.id not in wanted and line.answer is None:
                    wanted[line.id] = _usual(line, rest)
        for answer in wanted.values():
            record = _record(answer, lines[answer.line_id].line)
            row = LineAnswer(ctx.clock.new_id(), intake_id, answer.line_id, content_of(record))
            answers.put(unit, row)
        answered = len(answers.of_intake(unit, intake_id))
        unit.audit("lines_answered", intake_id, {"lines": len(wanted)})
    return LinesAnswered(answered, len(lines))


def _usual(line: CaseLine, rest: AnswerState) -> AnswerLine:
    if line.refused_code:
        return AnswerLine(line.id, AnswerState.REFUSED, line.refused_code)
    return AnswerLine(line.id, rest)


def _checked(answer: AnswerLine, lines: dict[str, CaseLine]) -> AnswerLine:
    if answer.line_id not in lines:
        raise UserError("LINE_UNKNOWN", value=answer.line_id)
    if answer.state is AnswerState.REFUSED:
        known = answer.code in checks.CHECKS
        if not (known or answer.remedy.strip()):
            raise UserError("ANSWER_REASON_MISSING", name=lines[answer.line_id].line.full_name)
        return replace(answer, remedy=answer.remedy.strip())
    problems = [*check_insurance_number(answer.insurance_number)] if answer.insurance_number else []
    if answer.card_number:
        if answer.valid_from is None or answer.valid_to is None:
            raise UserError("ANSWER_CARD_PERIOD", value=answer.card_number)
        problems += check_card_number(answer.card_number, answer.valid_from)
    for problem in problems:
        if checks.severity(problem.code) is checks.Severity.REFUSE:
            raise UserError(problem.code, **problem.params)
    completed = answer.insurance_number or answer.card_number
    return replace(answer, state=AnswerState.COMPLETED) if completed else answer


def _record(answer: AnswerLine, line: ListLineRecord) -> AnswerRecord:
    return AnswerRecord(
        line_id=answer.line_id,
        list_id=line.list_id,
        enrolment_id=line.enrolment_id,
        state=answer.state,
        code=answer.code,
        remedy=answer.remedy,
        insurance_number=answer.insurance_number,
        card_number=answer.card_number,
        valid_from=answer.valid_from,
        valid_to=answer.valid_to,
    )


def make_answer(ctx: Context, sender: str) -> BundleMade:
    """Seals every answer to a sender that was not sent yet.

    Args:
        ctx: the open desk.
        sender: desk id or unit code of the desk whose lines were answered.

    Raises:
        UserError: NOT_ALLOWED, PEER_UNKNOWN, PEER_REVOKED, PEER_SEVERAL, ANSWER_NOTHING_NEW.
    """
    keys = own_keys(ctx)[0]
    with ctx.write(Act.MAKE_LISTS) as unit:
        peer = find_peer(unit, sender, None)
        party = peer.card.party
        waiting = answers.unsent(unit, party.desk_id)
        if not waiting:
            raise UserError("ANSWER_NOTHING_NEW", name=party.name)
        head = head_of(ctx, unit, Purpose.ANSWER, party, "")
        records = [
            Sent("answer", each.line_id, head.version, record_of("answer", each.content))
            for each in waiting
        ]
        sealed = seal_bundle(head, records, {}, keys, peer.card.seal_key)
        sent = keep(ctx, unit, sealed, ())
        answers.mark_sent(unit, (each.id for each in waiting), sent.id)
    return BundleMade(row_of(sent))
