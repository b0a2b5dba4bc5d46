"""What the school's first page shows: who is covered, who is left, what needs doing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import partial

from ssdesk.domain.coverage import CoverageCount, CoverageState, CoverFact, count_coverage
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.stopping import StopState
from ssdesk.services.card_handouts import paper_held
from ssdesk.services.context import Context
from ssdesk.services.declarations import who_changed
from ssdesk.services.ending_covers import ends_before_round
from ssdesk.services.pupils import ClassRow, PupilRow, classes_where, with_identity_problems
from ssdesk.services.rounds import list_rounds
from ssdesk.storage import stops
from ssdesk.storage.queries import pupils as queries
from ssdesk.storage.queries import standing
from ssdesk.storage.queries.pupils import pupils_of_lines
from ssdesk.storage.queries.standing import Alike

SOON = timedelta(days=30)
DUE_SOON = timedelta(days=7)
LEFT_OVER_READ = 200
"""So many of the left-over are shown by name here; all of them stand on the pupils' page."""


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
    """The first page's figures, all counted from people at one moment.

    Args:
        left_over: of the first classes; `count` says how many there are in all.
        unexplained: left over without a reason noted.
    """

    school_year: str
    count: CoverageCount
    classes: tuple[ClassRow, ...]
    left_over: tuple[PupilRow, ...]
    unexplained: int
    todos: tuple[Todo, ...]
    collected: int
    still_due: int


def overview(ctx: Context, school_year: str) -> Overview:
    """Counts a school year's pupils and gathers what needs attention."""
    today = ctx.clock.today()
    pupils = standing.alike(ctx.store.reader, school_year, today)
    states = [(each.class_id, each.state) for each in pupils for _ in each.entry_ids]
    left = [each for each in pupils if each.state is CoverageState.LEFT_OVER]
    todos = (
        *_identity(ctx, school_year),
        *_todos(pupils, today),
        *_due(ctx, school_year, pupils),
        *_short(ctx, school_year, pupils),
        *_held(ctx, school_year),
        *_corrections(ctx, pupils),
        *_stops(ctx),
    )
    return Overview(
        school_year=school_year,
        count=count_coverage(state for _, state in states),
        classes=classes_where(ctx, school_year, states),
        left_over=pupils_of_lines(ctx.store.reader, _lines(left)[:LEFT_OVER_READ], today),
        unexplained=sum(len(each.entry_ids) for each in left if not each.explained),
        todos=tuple(sorted(todos, key=partial(_urgency, today))),
        collected=sum(each.paid for each in pupils),
        still_due=sum(each.own_share - each.paid for each in pupils),
    )


def unsent(ctx: Context, school_year: str) -> int:
    """How many have paid and are on no list yet, for the status bar."""
    return queries.count_not_listed(ctx.store.reader, school_year)


def _todos(pupils: Sequence[Alike], today: date) -> tuple[Todo, ...]:
    found: dict[TodoKind, list[Alike]] = {}
    for each in pupils:
        for kind in _needs(each, today):
            found.setdefault(kind, []).append(each)
    return tuple(_todo(kind, found[kind]) for kind in TodoKind if kind in found)


def _identity(ctx: Context, school_year: str) -> tuple[Todo, ...]:
    """Whose personal id is none, or contradicts birth or sex."""
    entries = with_identity_problems(ctx, school_year)
    return (Todo(TodoKind.IDENTITY_PROBLEM, entries),) if entries else ()


def _due(ctx: Context, school_year: str, pupils: Sequence[Alike]) -> tuple[Todo, ...]:
    """Who has paid nothing and promised nothing while the round's last day comes near."""
    last = ctx.clock.today() + DUE_SOON
    due = {item.id: item.due_on for item in list_rounds(ctx, school_year)}
    late = [
        each
        for each in pupils
        if each.enrolment is EnrolmentState.DUE and each.paid_nothing and due[each.round_id] <= last
    ]
    if not late:
        return ()
    first = min(due[each.round_id] for each in late)
    return (Todo(TodoKind.DUE, _lines(late), first, sum(each.own_share for each in late)),)


def _corrections(ctx: Context, pupils: Sequence[Alike]) -> tuple[Todo, ...]:
    """Whose facts differ from what the office was sent: each needs a declaration."""
    everyone = (
        pair for each in pupils for pair in zip(each.entry_ids, each.person_ids, strict=True)
    )
    changed = who_changed(ctx, everyone)
    return (Todo(TodoKind.CORRECTION, changed),) if changed else ()


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


def _short(ctx: Context, school_year: str, pupils: Sequence[Alike]) -> tuple[Todo, ...]:
    """Whose card of another group ends before the round, but not so soon that it is told apart."""
    soon = ctx.clock.today() + SOON
    ends = ends_before_round(ctx, school_year, pupils)
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


def _needs(each: Alike, today: date) -> list[TodoKind]:
    kinds: list[TodoKind] = []
    if not each.has_number:
        kinds.append(TodoKind.PERSONAL_ID_MISSING)
    if each.state is CoverageState.LEFT_OVER:
        kinds.append(TodoKind.LEFT_OVER)
    return kinds + _cover_needs(each.cover, today) + _money_needs(each, today)


def _cover_needs(cover: CoverFact | None, today: date) -> list[TodoKind]:
    if cover is None:
        return []
    if not cover.proven:
        return [TodoKind.COVER_NOT_PROVEN]
    if cover.valid_to is not None and cover.valid_to <= today + SOON:
        return [TodoKind.CARD_ENDING]
    return []


def _money_needs(each: Alike, today: date) -> list[TodoKind]:
    if each.enrolment is None:
        return []
    if each.enrolment is EnrolmentState.PAID:
        return [TodoKind.NOT_LISTED]
    if each.enrolment is EnrolmentState.RETURNED:
        return [TodoKind.RETURNED]
    kinds = []
    if each.enrolment is EnrolmentState.PROMISED and each.promised_on is not None:
        overdue = each.promised_on < today
        kinds.append(TodoKind.PROMISE_OVERDUE if overdue else TodoKind.PROMISED)
    if not each.paid_nothing and not each.paid_whole:
        kinds.append(TodoKind.INSTALMENT_OPEN)
    return kinds


def _todo(kind: TodoKind, pupils: Sequence[Alike]) -> Todo:
    days = [day for each in pupils if (day := _day(kind, each)) is not None]
    amount = 0
    if kind is TodoKind.NOT_LISTED:
        amount = sum(each.paid for each in pupils)
    elif kind in {TodoKind.PROMISED, TodoKind.PROMISE_OVERDUE, TodoKind.INSTALMENT_OPEN}:
        amount = sum(each.own_share - each.paid for each in pupils)
    return Todo(kind, _lines(pupils), min(days, default=None), amount)


def _day(kind: TodoKind, each: Alike) -> date | None:
    if kind is TodoKind.CARD_ENDING and each.cover is not None:
        return each.cover.valid_to
    if kind in {TodoKind.PROMISED, TodoKind.PROMISE_OVERDUE}:
        return each.promised_on
    return None


def _lines(pupils: Iterable[Alike]) -> tuple[str, ...]:
    return tuple(entry_id for each in pupils for entry_id in each.entry_ids)
