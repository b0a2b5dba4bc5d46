"""Builds a planned school, two years of it, through the services."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random

from ssdesk.clock import FixedClock
from ssdesk.domain.school import SchoolYear
from ssdesk.services import enrolments, pupils, rounds
from ssdesk.services.context import Context
from ssdesk.services.demo import collecting, passing_on, roster_stage
from ssdesk.services.demo.collecting import Books, Debt
from ssdesk.services.demo.plan import DEMO_TODAY, Fate, SchoolPlan
from ssdesk.services.demo.roster_stage import Placed
from ssdesk.services.progress import Progress, silent

_PAYS_LAST_YEAR = 0.985
_STEPS = 10


@dataclass(frozen=True, slots=True)
class Built:
    """A built school: its rounds, to make papers of."""

    plan: SchoolPlan
    last_round_id: str
    round_id: str


def build_school(
    ctx: Context,
    clock: FixedClock,
    plan: SchoolPlan,
    progress: Progress = silent,
    *,
    roster: Path | None = None,
) -> Built:
    """Fills an empty store with the planned school; `clock` ends on the plan's last day.

    Args:
        clock: the clock that `ctx` runs on; it is moved through the two years.
        roster: where the XLSX of this year's roster is kept, None for nowhere.
    """
    last_round = _last_year(ctx, clock, plan)
    progress(4, _STEPS)
    round_id = _this_year(ctx, clock, plan, progress, roster)
    clock.moment = datetime.combine(
        DEMO_TODAY.replace(year=plan.school_year.first_year), datetime.min.time()
    ).replace(hour=8)
    progress(_STEPS, _STEPS)
    return Built(plan, last_round, round_id)


def _last_year(ctx: Context, clock: FixedClock, plan: SchoolPlan) -> str:
    year = plan.school_year.before()
    random = Random(plan.seed + 2)
    entry_ids = roster_stage.enter_last_year(ctx, clock, plan)
    first = year.first_year
    round_id = _open_round(ctx, clock, year, f"Đợt 1 năm học {year.name}")
    if entry_ids:
        enrolments.sign_up(ctx, enrolments.SignUp(round_id, tuple(entry_ids)))
    books = collecting.register_books(ctx, first, len(entry_ids))
    debts = [debt for debt in _debts(ctx, year, round_id) if random.random() < _PAYS_LAST_YEAR]
    days = collecting.school_days(date(first, 9, 15), date(first, 9, 19))
    _collect(ctx, clock, random, (debts, days, books), _teachers(plan))
    passing_on.remit(ctx, clock, date(first, 9, 22), f"FT{first % 100}265000111")
    passing_on.make_list(ctx, clock, date(first, 9, 23), round_id)
    clock.moment = datetime(first, 12, 1, 9, 0)
    rounds.close_round(ctx, round_id)
    return round_id


def _this_year(
    ctx: Context, clock: FixedClock, plan: SchoolPlan, progress: Progress, roster: Path | None
) -> str:
    year = plan.school_year
    random = Random(plan.seed + 3)
    first = year.first_year
    clock.moment = datetime(first, 9, 1, 8, 0)
    roster_stage.enter_this_year(ctx, plan, roster)
    roster_stage.name_teachers(ctx, plan, year.name)
    placed = roster_stage.place_pupils(ctx, plan)
    roster_stage.record_old_cards(ctx, plan, placed)
    roster_stage.note_covers(ctx, plan, placed)
    progress(5, _STEPS)
    round_id = _open_round(ctx, clock, year, f"Đợt 1 năm học {year.name}")
    through = tuple(
        item.entry_id for item in placed if item.pupil.fate not in {Fate.ELSEWHERE, Fate.LEFT_OVER}
    )
    if through:
        enrolments.sign_up(ctx, enrolments.SignUp(round_id, through))
    books = collecting.register_books(ctx, first, len(through))
    days = collecting.school_days(date(first, 9, 7), date(first, 9, 17))
    early, late = _pay_or_promise(ctx, plan, placed, round_id)
    _collect(ctx, clock, random, (early, days, books), _teachers(plan))
    progress(8, _STEPS)
    passing_on.remit(ctx, clock, date(first, 9, 18), f"FT{first % 100}262000222")
    passing_on.make_list(ctx, clock, date(first, 9, 18), round_id)
    last_days = collecting.school_days(date(first, 9, 18), date(first, 9, 21))
    _collect(ctx, clock, random, (late, last_days, books), _teachers(plan))
    return round_id


def _open_round(ctx: Context, clock: FixedClock, year: SchoolYear, name: str) -> str:
    first = year.first_year
    clock.moment = datetime(first, 9, 5, 8, 0)
    command = rounds.OpenRound(
        school_year=year.name,
        name=name,
        starts_on=date(first, 10, 1),
        ends_on=date(first + 1, 9, 30),
        opens_on=date(first, 9, 5),
        due_on=date(first, 9, 30),
    )
    return rounds.open_round(ctx, command).round.id


def _debts(ctx: Context, year: SchoolYear, round_id: str) -> list[Debt]:
    lines = {row.entry_id: row for row in pupils.list_pupils(ctx, year.name)}
    return [
        Debt(
            item.id,
            lines[item.entry_id].class_name,
            lines[item.entry_id].full_name.split()[0],
        )
        for item in enrolments.list_enrolments(ctx, round_id)
    ]


def _pay_or_promise(
    ctx: Context, plan: SchoolPlan, placed: list[Placed], round_id: str
) -> tuple[list[Debt], list[Debt]]:
    """Who pays by when; promises are noted at once. The last classes pay late."""
    fates = {item.entry_id: item.pupil.fate for item in placed}
    signed = {item.id: item for item in enrolments.list_enrolments(ctx, round_id)}
    random = Random(plan.seed + 4)
    paying: list[Debt] = []
    for debt in _debts(ctx, plan.school_year, round_id):
        item = signed[debt.enrolment_id]
        fate = fates[item.entry_id]
        if fate is Fate.PROMISED:
            day = date(plan.school_year.first_year, 9, random.randrange(25, 31))
            enrolments.pledge(ctx, item.id, day)
        elif fate is Fate.INSTALMENT:
            part = collecting.instalment_of(item.premium.own_share)
            paying.append(Debt(debt.enrolment_id, debt.class_name, debt.family, part))
        elif fate is Fate.PAID:
            paying.append(debt)
    per_class = Counter(debt.class_name for debt in paying)
    names = list(per_class)
    late_names = set(names[-max(1, len(names) // 6) :]) if len(names) > 2 else set()
    early = [debt for debt in paying if debt.class_name not in late_names]
    return early, [debt for debt in paying if debt.class_name in late_names]


def _collect(
    ctx: Context,
    clock: FixedClock,
    random: Random,
    work: tuple[list[Debt], list[date], Books],
    teachers: dict[str, str],
) -> None:
    debts, days, books = work
    # The first class's first payers get paper receipts, entered in the evening as one stack.
    on_paper = {
        debt.enrolment_id
        for debt in debts[: collecting.STACK]
        if debt.amount is None and debt.class_name == debts[0].class_name
    }
    for day, todays in collecting.by_day(debts, days):
        if not todays:
            continue
        collecting.open_day(clock, day)
        stack = [debt for debt in todays if debt.enrolment_id in on_paper]
        collecting.enter_paper_stack(ctx, stack, books, day)
        rest = [debt for debt in todays if debt.enrolment_id not in on_paper]
        collecting.collect_day(ctx, clock, random, rest, books)
        passing_on.hand_over_classes(ctx, clock, day, teachers)
        passing_on.count_evening(ctx, clock, day)


def _teachers(plan: SchoolPlan) -> dict[str, str]:
    return dict(plan.teachers)
