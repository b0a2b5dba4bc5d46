"""What the school's first page shows: who is covered, who is left, what needs doing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import partial

from ssdesk.domain.coverage import CoverageCount, CoverageState, count_coverage
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.stopping import StopState
from ssdesk.services.card_handouts import paper_held
from ssdesk.services.context import Context
from ssdesk.services.declarations import changed_since_sent
from ssdesk.services.ending_covers import ends_before_round
from ssdesk.services.pupils import (
    ClassRow,
    PupilRow,
    identity_problems_of,
    list_classes,
    list_pupils,
)
from ssdesk.services.rounds import list_rounds
from ssdesk.storage import stops
from ssdesk.storage.queries import pupils as queries

SOON = timedelta(days=30)
DUE_SOON = timedelta(days=7)


class TodoKind(Enum):
    """What a to-do is about; each opens its own list of pupils."""

    IDENTITY_PROBLEM = "identity_problem"
    PERSONAL_ID_MISSING = "personal_id_missing"
    CARD_ENDING = "card_ending"
    COVER_SHORT = "cover_short"
    COVER_NOT_PROVEN = "cover_not_proven"
    PROMISE_OVERDUE = "promise_overdue"
    PROMISED = "promised"
    INSTALMENT_OPEN = "instalment_open"
    NOT_LISTED = "not_listed"
    RETURNED = "returned"
    LEFT_OVER = "left_over"
    DUE = "due"
    CORRECTION = "correction"
    STOP_RETURNED = "stop_returned"
    STOP_OPEN = "stop_open"
    CARD_HELD = "card_held"


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing that needs doing.

    Args:
        entry_ids: lines of the roster it is about.
        first_on: earliest date that matters, None where none does.
        amount: dong at stake, 0 where none is.
    """

    kind: TodoKind
    entry_ids: tuple[str, ...]
    first_on: date | None = None
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page's figures, all counted from people at one moment."""

    school_year: str
    count: CoverageCount
    classes: tuple[ClassRow, ...]
    left_over: tuple[PupilRow, ...]
    todos: tuple[Todo, ...]
    collected: int
    still_due: int


def overview(ctx: Context, school_year: str) -> Overview:
    """Counts a school year's pupils and gathers what needs attention."""
    rows = list_pupils(ctx, school_year)
    today = ctx.clock.today()
    todos = (
        *_todos(rows, today),
        *_due(ctx, school_year, rows),
        *_short(ctx, school_year, rows),
        *_held(ctx, school_year),
        *_corrections(ctx, rows),
        *_stops(ctx),
    )
    enrolled = [row.enrolment for row in rows if row.enrolment]
    return Overview(
        school_year=school_year,
        count=count_coverage(row.state for row in rows),
        classes=list_classes(ctx, school_year, rows),
        left_over=tuple(row for row in rows if row.state is CoverageState.LEFT_OVER),
        todos=tuple(sorted(todos, key=partial(_urgency, today))),
        collected=sum(item.paid for item in enrolled),
        still_due=sum(item.own_share - item.paid for item in enrolled),
    )


def unsent(ctx: Context, school_year: str) -> int:
    """How many have paid and are on no list yet, for the status bar."""
    return queries.count_not_listed(ctx.store.reader, school_year)


def _todos(rows: tuple[PupilRow, ...], today: date) -> tuple[Todo, ...]:
    found: dict[TodoKind, list[PupilRow]] = {}
    for row in rows:
        for kind in _needs(row, today):
            found.setdefault(kind, []).append(row)
    return tuple(_todo(kind, found[kind]) for kind in TodoKind if kind in found)


def _due(ctx: Context, school_year: str, rows: tuple[PupilRow, ...]) -> tuple[Todo, ...]:
    """Who has paid nothing and promised nothing while the round's last day comes near."""
    last = ctx.clock.today() + DUE_SOON
    due = {item.id: item.due_on for item in list_rounds(ctx, school_year)}
    late = [
        (due[item.round_id], item.own_share, row.entry_id)
        for row in rows
        if (item := row.enrolment) is not None
        and item.state is EnrolmentState.DUE
        and not item.paid
        and due[item.round_id] <= last
    ]
    if not late:
        return ()
    entries = tuple(entry_id for _, _, entry_id in late)
    return (Todo(TodoKind.DUE, entries, min(late)[0], sum(share for _, share, _ in late)),)


def _corrections(ctx: Context, rows: tuple[PupilRow, ...]) -> tuple[Todo, ...]:
    """Whose facts differ from what the office was sent: each needs a declaration."""
    changed = changed_since_sent(ctx.store.reader, rows)
    return (Todo(TodoKind.CORRECTION, tuple(changed)),) if changed else ()


def _stops(ctx: Context) -> tuple[Todo, ...]:
    """Who stops and is not on a list yet, and whose row of `Giảm` the office sent back."""
    found = stops.every(ctx.store.reader, _STOPS)
    todos = []
    for state, kind in _STOPS.items():
        rows = [row for row in found if row.stop.state is state]
        if rows:
            entries = tuple(row.entry_id for row in rows)
            todos.append(Todo(kind, entries, amount=sum(row.stop.amount for row in rows)))
    return tuple(todos)


def _short(ctx: Context, school_year: str, rows: tuple[PupilRow, ...]) -> tuple[Todo, ...]:
    """Whose card of another group ends before the round, but not so soon that it is told apart."""
    soon = ctx.clock.today() + SOON
    ends = ends_before_round(ctx, school_year, rows)
    later = {entry_id: day for entry_id, day in ends.items() if day > soon}
    return (Todo(TodoKind.COVER_SHORT, tuple(later), min(later.values())),) if later else ()


def _held(ctx: Context, school_year: str) -> tuple[Todo, ...]:
    """Whose card on paper waits to be handed out."""
    held = paper_held(ctx, school_year)
    return (Todo(TodoKind.CARD_HELD, held),) if held else ()


def _urgency(today: date, todo: Todo) -> tuple[int, date]:
    """What is late or due today, what must be mended, what has its day, what may wait."""
    if todo.first_on is not None:
        return (0 if todo.first_on <= today else 2), todo.first_on
    return (1 if todo.kind in _MENDED else 3), date.max


_MENDED = {
    TodoKind.IDENTITY_PROBLEM,
    TodoKind.RETURNED,
    TodoKind.STOP_RETURNED,
    TodoKind.LEFT_OVER,
}
_STOPS = {StopState.RETURNED: TodoKind.STOP_RETURNED, StopState.OPEN: TodoKind.STOP_OPEN}


def _needs(row: PupilRow, today: date) -> list[TodoKind]:
    kinds: list[TodoKind] = []
    if not row.personal_id:
        kinds.append(TodoKind.PERSONAL_ID_MISSING)
    elif identity_problems_of(row):
        kinds.append(TodoKind.IDENTITY_PROBLEM)
    if row.state is CoverageState.LEFT_OVER:
        kinds.append(TodoKind.LEFT_OVER)
    return kinds + _cover_needs(row, today) + _money_needs(row, today)


def _cover_needs(row: PupilRow, today: date) -> list[TodoKind]:
    cover = row.cover
    if cover is None or cover.kind != "elsewhere":
        return []
    if not cover.proven:
        return [TodoKind.COVER_NOT_PROVEN]
    if cover.valid_to is not None and cover.valid_to <= today + SOON:
        return [TodoKind.CARD_ENDING]
    return []


def _money_needs(row: PupilRow, today: date) -> list[TodoKind]:
    item = row.enrolment
    if item is None:
        return []
    if item.state is EnrolmentState.PAID:
        return [TodoKind.NOT_LISTED]
    if item.state is EnrolmentState.RETURNED:
        return [TodoKind.RETURNED]
    kinds = []
    if item.state is EnrolmentState.PROMISED and item.promised_on is not None:
        overdue = item.promised_on < today
        kinds.append(TodoKind.PROMISE_OVERDUE if overdue else TodoKind.PROMISED)
    if 0 < item.paid < item.own_share:
        kinds.append(TodoKind.INSTALMENT_OPEN)
    return kinds


def _todo(kind: TodoKind, rows: list[PupilRow]) -> Todo:
    days = [day for row in rows if (day := _day(kind, row)) is not None]
    money = [row.enrolment for row in rows if row.enrolment]
    amount = 0
    if kind is TodoKind.NOT_LISTED:
        amount = sum(item.paid for item in money)
    elif kind in {TodoKind.PROMISED, TodoKind.PROMISE_OVERDUE, TodoKind.INSTALMENT_OPEN}:
        amount = sum(item.own_share - item.paid for item in money)
    return Todo(kind, tuple(row.entry_id for row in rows), min(days, default=None), amount)


def _day(kind: TodoKind, row: PupilRow) -> date | None:
    if kind is TodoKind.CARD_ENDING and row.cover is not None:
        return row.cover.valid_to
    if kind in {TodoKind.PROMISED, TodoKind.PROMISE_OVERDUE} and row.enrolment is not None:
        return row.enrolment.promised_on
    return None
