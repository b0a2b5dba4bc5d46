"""Who stops after being sent to the office: what the office owes back, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from ssdesk.domain import checks
from ssdesk.domain.checks import Severity
from ssdesk.domain.dates import format_date
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.identifiers import bare_number
from ssdesk.domain.money import format_fraction
from ssdesk.domain.names import clean_name, clean_text
from ssdesk.domain.period import Period
from ssdesk.domain.problems import Problem
from ssdesk.domain.roles import Act
from ssdesk.domain.stopping import (
    NO_ACCOUNT,
    Owed,
    PaidTerm,
    RefundAccount,
    StopReason,
    StopState,
    check_account,
    covered_until,
    owed,
)
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import enrolments, stops, submissions
from ssdesk.storage.enrolments import Enrolment
from ssdesk.storage.stops import Stop, StopRow
from ssdesk.storage.store import Reader

__all__ = [
    "FileStop",
    "Stop",
    "StopChanged",
    "StopPreview",
    "StopRow",
    "file_stop",
    "list_stops",
    "preview_stop",
    "stop_of",
    "take_back_stop",
]

_LISTED = frozenset({EnrolmentState.SUBMITTED, EnrolmentState.ACCEPTED})
_CHANGED = Changes(frozenset({Kind.ENROLMENT, Kind.ROSTER, Kind.SUBMISSION}))


@dataclass(frozen=True, slots=True)
class FileStop:
    """A pupil on a list stops.

    Args:
        effective_on: first day of the other card, day of the decision, of death or of leaving.
        evidence: paper or look-up that shows it.
        account: where the office pays to; not needed where it owes nothing.
        support_percent: the state's new share, only where the support was raised.
    """

    enrolment_id: str
    reason: StopReason
    effective_on: date
    evidence: str
    account: RefundAccount = NO_ACCOUNT
    support_percent: Fraction | None = None


@dataclass(frozen=True, slots=True)
class StopPreview:
    """What a stop would be; what is shown is what then is kept.

    Args:
        paid: own share that went to the office, in dong.
        problems: what is wrong, at its field.
    """

    full_name: str
    period: Period
    months: int
    paid: int
    owed: Owed
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class StopChanged:
    """The stop as it now is."""

    stop: Stop
    changes: Changes = field(default=_CHANGED)


def preview_stop(ctx: Context, command: FileStop) -> StopPreview:
    """What the office would owe, and what is wrong; nothing is stored.

    Raises:
        UserError: ENROLMENT_UNKNOWN, STOP_BEFORE_LIST, STOP_STANDING.
    """
    return _preview(ctx.store.reader, command)


def _preview(reader: Reader, command: FileStop) -> StopPreview:
    item = _stoppable(reader, command.enrolment_id)
    term = PaidTerm(
        item.period,
        item.months,
        item.premium.gross,
        item.premium.state_support,
        item.premium.own_share,
    )
    found = owed(term, command.reason, command.effective_on, command.support_percent)
    problems = tuple(_problems(reader, item, command, found))
    return StopPreview(
        item.premium.who, item.period, item.months, item.premium.own_share, found, problems
    )


def _stoppable(reader: Reader, enrolment_id: str) -> Enrolment:
    item = enrolments.get(reader, enrolment_id)
    if item is None:
        raise UserError("ENROLMENT_UNKNOWN")
    if item.state not in _LISTED:
        raise UserError("STOP_BEFORE_LIST", name=item.premium.who)
    if stops.of_enrolment(reader, enrolment_id) is not None:
        raise UserError("STOP_STANDING", name=item.premium.who)
    return item


def _problems(reader: Reader, item: Enrolment, command: FileStop, found: Owed) -> list[Problem]:
    problems = []
    if command.effective_on > item.period.ends_on:
        ends = format_date(item.period.ends_on)
        problems.append(Problem("effective_on", "STOP_AFTER_END", {"ends_on": ends}))
    if not clean_text(command.evidence):
        problems.append(Problem("evidence", "STOP_EVIDENCE_MISSING"))
    raised = command.reason is StopReason.SUPPORT_RAISED
    if raised and found.months and not found.amount:
        problems.append(Problem("support_percent", "STOP_SUPPORT_NOT_RAISED"))
    if found.amount:
        problems += check_account(command.account)
        behind = submissions.money(reader).get(item.id)
        if behind is None or behind.transferred < item.premium.own_share:
            problems.append(Problem("", "STOP_NOT_REMITTED", {"name": item.premium.who}))
    return problems


def file_stop(ctx: Context, command: FileStop) -> StopChanged:
    """Keeps the stop; the next list carries it as a row of `Giảm`.

    Raises:
        UserError: as `preview_stop`, the first problem that refuses, NOT_ALLOWED.
    """
    with ctx.write(Act.ENROL) as unit:
        seen = _preview(unit, command)
        for problem in seen.problems:
            if checks.severity(problem.code) is Severity.REFUSE:
                raise UserError(problem.code, **problem.params)
        percent = command.support_percent
        account = command.account if seen.owed.amount else NO_ACCOUNT
        item = Stop(
            id=ctx.clock.new_id(),
            enrolment_id=command.enrolment_id,
            reason=command.reason,
            effective_on=command.effective_on,
            evidence=clean_text(command.evidence),
            support_percent="" if percent is None else format_fraction(percent * 100),
            months=seen.owed.months,
            amount=seen.owed.amount,
            workings=seen.owed.workings,
            account=_clean(account),
            covered_until=covered_until(seen.period.ends_on, command.reason, command.effective_on),
            state=StopState.OPEN,
            filed_on=ctx.clock.today(),
        )
        stops.insert(unit, item)
        detail = {"reason": item.reason.value, "months": item.months, "amount": item.amount}
        unit.audit("stop_filed", item.id, detail)
    return StopChanged(item)


def _clean(account: RefundAccount) -> RefundAccount:
    return RefundAccount(
        clean_name(account.holder), bare_number(account.number), clean_text(account.bank)
    )


def take_back_stop(ctx: Context, stop_id: str, reason: str) -> StopChanged:
    """Takes a stop back: the pupil goes on as before; refused once a list carries it.

    Raises:
        UserError: REASON_MISSING, STOP_UNKNOWN, STOP_LISTED, NOT_ALLOWED.
    """
    note = clean_text(reason)
    if not note:
        raise UserError("REASON_MISSING")
    with ctx.write(Act.ENROL) as unit:
        item = stops.get(unit, stop_id)
        if item is None:
            raise UserError("STOP_UNKNOWN")
        if item.state in {StopState.LISTED, StopState.REFUNDED}:
            raise UserError("STOP_LISTED")
        stops.withdraw(unit, stop_id, note)
        unit.audit("stop_taken_back", stop_id, {"reason": note})
    return StopChanged(item)


def stop_of(ctx: Context, enrolment_id: str) -> Stop | None:
    """The stop in force of an enrolment."""
    return stops.of_enrolment(ctx.store.reader, enrolment_id)


def list_stops(ctx: Context) -> tuple[StopRow, ...]:
    """All stops in force, by class and given name."""
    return stops.every(ctx.store.reader)
