"""Who is due again: whom to visit or call, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from ssdesk.domain.dates import format_date
from ssdesk.domain.names import clean_text
from ssdesk.domain.receipt import Scheme
from ssdesk.domain.renewal import (
    Due,
    Outcome,
    due_on,
    due_window,
    voluntary_deadline,
)
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.households.members import present
from ssdesk.storage import visits
from ssdesk.storage.queries import renewals as queries
from ssdesk.storage.queries.renewals import EndingRow
from ssdesk.storage.visits import Visit

__all__ = [
    "DueRow",
    "EndingRow",
    "NoteVisit",
    "Visit",
    "VisitNoted",
    "list_due",
    "list_visits",
    "note_visit",
    "take_back_visit",
]

_LONGEST_METHOD = 7
"""Months that the longest deadline of a regular method lies after the last month paid."""


@dataclass(frozen=True, slots=True)
class DueRow:
    """One member in one scheme who is due.

    Args:
        by: the day to act by: the card's last day, or the deadline of the voluntary method.
        ask: whether somebody should ask now: not settled, and no promise still to come.
    """

    row: EndingRow
    due: Due
    by: date
    ask: bool


@dataclass(frozen=True, slots=True)
class NoteVisit:
    """What came of asking a member about one end.

    Args:
        promised_on: the day the household will pay, only with PROMISED.
    """

    member_id: str
    scheme: Scheme
    ends_on: date
    outcome: Outcome
    promised_on: date | None = None
    note: str = ""
    collector_id: str | None = None


@dataclass(frozen=True, slots=True)
class VisitNoted:
    """The visit as written down."""

    visit: Visit
    changes: Changes = field(default=Changes(frozenset({Kind.VISIT})))


def list_due(
    ctx: Context, hamlet_ids: Sequence[str] | None = None, *, ask_only: bool = False
) -> tuple[DueRow, ...]:
    """Members due within 30 days or lapsed up to 90, in walking order.

    Args:
        ctx: the desk.
        hamlet_ids: of which hamlets, None for all.
        ask_only: leaves out who need not be asked again.
    """
    today = ctx.clock.today()
    first, last = due_window(today)
    # A deadline comes months after the last month paid: ends that far back can still be due.
    earliest = first - timedelta(days=31 * _LONGEST_METHOD)
    found = queries.ending(ctx.store.reader, today, earliest, last)
    rows = (_due(ctx, item, today) for item in found)
    return tuple(
        item
        for item in rows
        if item is not None
        and (hamlet_ids is None or item.row.hamlet_id in hamlet_ids)
        and (item.ask or not ask_only)
    )


def _due(ctx: Context, item: EndingRow, today: date) -> DueRow | None:
    by = item.ends_on
    if item.scheme is Scheme.VOLUNTARY:
        terms = ctx.rules.voluntary.terms.at(today)
        by = voluntary_deadline(terms, item.months, item.ends_on)
    due = due_on(by, today)
    return None if due is None else DueRow(item, due, by, _to_ask(item.visit, today))


def _to_ask(visit: Visit | None, today: date) -> bool:
    if visit is None:
        return True
    if visit.outcome is Outcome.PROMISED:
        return visit.promised_on is not None and visit.promised_on < today
    return not visit.outcome.settles


def list_visits(ctx: Context, member_id: str) -> tuple[Visit, ...]:
    """Visits for a member, the newest first."""
    return visits.of_member(ctx.store.reader, member_id)


def note_visit(ctx: Context, command: NoteVisit) -> VisitNoted:
    """Writes down what came of a visit or a call.

    Raises:
        UserError: MEMBER_UNKNOWN, VISIT_PROMISE_MISSING, VISIT_PROMISE_PAST, NOT_ALLOWED.
    """
    today = ctx.clock.today()
    promised = command.promised_on if command.outcome is Outcome.PROMISED else None
    if command.outcome is Outcome.PROMISED:
        if promised is None:
            raise UserError("VISIT_PROMISE_MISSING")
        if promised < today:
            raise UserError("VISIT_PROMISE_PAST", value=format_date(promised))
    with ctx.write(Act.KEEP_HOUSEHOLDS) as unit:
        item = present(unit, command.member_id)
        visit = Visit(
            id=ctx.clock.new_id(),
            member_id=item.id,
            scheme=command.scheme,
            ends_on=command.ends_on,
            visited_on=today,
            outcome=command.outcome,
            promised_on=promised,
            note=clean_text(command.note),
            collector_id=command.collector_id,
        )
        visits.insert(unit, visit)
        unit.audit("visit_noted", item.id, {"outcome": command.outcome.value})
    return VisitNoted(visit)


def take_back_visit(ctx: Context, visit_id: str) -> Changes:
    """Takes back a visit that was written down by mistake.

    Raises:
        UserError: VISIT_UNKNOWN, NOT_ALLOWED.
    """
    with ctx.write(Act.KEEP_HOUSEHOLDS) as unit:
        if not visits.withdraw(unit, visit_id):
            raise UserError("VISIT_UNKNOWN")
        unit.audit("visit_taken_back", visit_id, {})
    return Changes(frozenset({Kind.VISIT}))
