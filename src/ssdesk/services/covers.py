"""Pupils who are covered by another group, or pay here with a higher support."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from ssdesk.domain import checks
from ssdesk.domain.checks import Severity
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.identifiers import bare_number, check_card_group, check_card_number
from ssdesk.domain.problems import Problem
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import covers, enrolments
from ssdesk.storage.queries import pupils as queries

ELSEWHERE = "elsewhere"
PART_SUPPORTED = "part_supported"


@dataclass(frozen=True, slots=True)
class SetCover:
    """What is known of the other group of some pupils.

    Args:
        entry_ids: lines of the roster it holds for.
        kind: ELSEWHERE (has a card through another group) or PART_SUPPORTED (pays here,
            with the support of that group).
        group_code: the other group's two letters.
        card_number: number on the other card, empty where unseen.
        valid_to: its last day, None where the group has no end.
        evidence: paper or look-up that shows it.
        proven: somebody of the school has seen that evidence (ruling 6).
    """

    entry_ids: tuple[str, ...]
    kind: str
    group_code: str
    card_number: str = ""
    valid_to: date | None = None
    evidence: str = ""
    proven: bool = False


@dataclass(frozen=True, slots=True)
class CoversSaved:
    """Lines of the roster whose cover changed."""

    entry_ids: tuple[str, ...]
    changes: Changes = field(default=Changes(frozenset({Kind.COVER, Kind.ROSTER})))


class OtherGroup(Protocol):
    """What is known of another group, of a pupil or of a member of a household."""

    @property
    def group_code(self) -> str:
        """Its two letters."""

    @property
    def card_number(self) -> str:
        """Number on the other card, empty where unseen."""

    @property
    def valid_to(self) -> date | None:
        """Its last day, None where the group has no end."""

    @property
    def evidence(self) -> str:
        """Paper or look-up that shows it."""

    @property
    def proven(self) -> bool:
        """Whether somebody of the desk has seen that evidence."""


def check_cover(ctx: Context, command: OtherGroup) -> tuple[Problem, ...]:
    """Everything wrong with a cover before it is saved, to be shown at its fields."""
    problems: list[Problem] = []
    if not ctx.rules.knows_group(command.group_code):
        problems.append(Problem("group_code", "GROUP_NOT_LISTED", {"group": command.group_code}))
    if command.card_number:
        number, today = bare_number(command.card_number), ctx.clock.today()
        problems += check_card_number(number, today)
        problems += check_card_group(number, command.group_code)
    if command.proven and not (command.evidence or command.card_number):
        problems.append(Problem("evidence", "EVIDENCE_MISSING"))
    if not command.proven:
        problems.append(Problem("proven", "COVER_NOT_PROVEN"))
    if command.valid_to is not None and command.valid_to < ctx.clock.today():
        ended = command.valid_to.strftime("%d/%m/%Y")
        problems.append(Problem("valid_to", "COVER_ENDED", {"value": ended}))
    return tuple(problems)


def set_cover(ctx: Context, command: SetCover) -> CoversSaved:
    """Notes the other group of pupils; an earlier note of theirs ends.

    Raises:
        UserError: the first problem that refuses, PUPIL_UNKNOWN, PUPIL_HAS_PAID when the
            pupil's premium through the school is already in (refund it first, or file a stop).
    """
    for problem in check_cover(ctx, command):
        if checks.severity(problem.code) is Severity.REFUSE:
            raise UserError(problem.code, **problem.params)
    with ctx.write(Act.KEEP_PUPILS) as unit:
        for entry_id in command.entry_ids:
            row = queries.pupil(unit, entry_id, ctx.clock.today())
            if row is None:
                raise UserError("PUPIL_UNKNOWN")
            stopped = row.enrolment is not None and row.enrolment.stop is not None
            if command.kind == ELSEWHERE and row.enrolment and row.enrolment.paid and not stopped:
                raise UserError("PUPIL_HAS_PAID", name=row.full_name, paid=row.enrolment.paid)
            covers.end(unit, entry_id, unit.at)
            covers.insert(unit, _cover(ctx.clock.new_id(), entry_id, command), unit.at)
            # What the office was sent stays: its stop tells from when it does not hold.
            if command.kind == ELSEWHERE and command.proven and row.enrolment and not stopped:
                enrolments.set_state(unit, row.enrolment.id, EnrolmentState.ENDED)
            detail = {"kind": command.kind, "group_code": command.group_code}
            unit.audit("cover_set", entry_id, detail)
    return CoversSaved(command.entry_ids)


def _cover(cover_id: str, entry_id: str, command: SetCover) -> covers.Cover:
    return covers.Cover(
        id=cover_id,
        entry_id=entry_id,
        kind=command.kind,
        group_code=command.group_code,
        card_number=bare_number(command.card_number),
        valid_to=command.valid_to,
        evidence=command.evidence,
        proven=command.proven,
    )


def end_cover(ctx: Context, entry_ids: tuple[str, ...], reason: str) -> CoversSaved:
    """Ends the other cover of pupils; they are due or left over again.

    Raises:
        UserError: REASON_MISSING.
    """
    if not reason.strip():
        raise UserError("REASON_MISSING")
    with ctx.write(Act.KEEP_PUPILS) as unit:
        for entry_id in entry_ids:
            covers.end(unit, entry_id, unit.at)
            unit.audit("cover_ended", entry_id, {"reason": reason.strip()})
    return CoversSaved(entry_ids)
