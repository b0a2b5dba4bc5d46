"""Collection rounds: open one, list them, close one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from ssdesk.domain.dates import format_date
from ssdesk.domain.names import clean_text
from ssdesk.domain.period import whole_months_between
from ssdesk.domain.problems import Problem
from ssdesk.domain.roles import Act
from ssdesk.errors import Param, UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import roster, rounds
from ssdesk.storage.queries import money
from ssdesk.storage.queries.money import RoundClass
from ssdesk.storage.rounds import CollectionRound

__all__ = [
    "ChangeRound",
    "CollectionRound",
    "OpenRound",
    "RoundClass",
    "RoundSaved",
    "change_round",
    "check_days",
    "class_totals",
    "close_round",
    "get_round",
    "list_rounds",
    "open_round",
]

_CHANGED = Changes(frozenset({Kind.ROUND}))


@dataclass(frozen=True, slots=True)
class OpenRound:
    """A new round; `starts_on` to `ends_on` are the months most pupils pay for."""

    school_year: str
    name: str
    starts_on: date
    ends_on: date
    opens_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class ChangeRound:
    """Another name or other days of a round; its months stay, pupils are signed up for them."""

    round_id: str
    name: str
    opens_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class RoundSaved:
    """The round as it now is."""

    round: CollectionRound
    changes: Changes = field(default=_CHANGED)


def list_rounds(ctx: Context, school_year: str) -> tuple[CollectionRound, ...]:
    """Rounds of a school year, the newest first."""
    return rounds.of_year(ctx.store.reader, school_year)


def get_round(ctx: Context, round_id: str) -> CollectionRound:
    """One round.

    Raises:
        UserError: ROUND_UNKNOWN.
    """
    found = rounds.get(ctx.store.reader, round_id)
    if found is None:
        raise UserError("ROUND_UNKNOWN")
    return found


def class_totals(ctx: Context, round_id: str) -> tuple[RoundClass, ...]:
    """What each class owes and has paid in a round, in school order."""
    return money.round_classes(ctx.store.reader, round_id)


def check_days(ctx: Context, command: OpenRound) -> tuple[Problem, ...]:
    """What is unusual about a round's days, to be shown at its fields before it is opened."""
    days: dict[str, Param] = {
        "due": format_date(command.due_on),
        "starts": format_date(command.starts_on),
    }
    if command.due_on <= ctx.clock.today():
        return (Problem("due_on", "ROUND_DUE_SOON", days),)
    if command.due_on > command.starts_on:
        return (Problem("due_on", "ROUND_DUE_LATE", days),)
    return ()


def open_round(ctx: Context, command: OpenRound) -> RoundSaved:
    """Opens a round.

    Raises:
        UserError: ROUND_NAME_MISSING, ROUND_NAME_TAKEN, ROUND_PERIOD_EMPTY, ROUND_DUE_EARLY,
            NOT_ALLOWED.
    """
    name = clean_text(command.name)
    if not name:
        raise UserError("ROUND_NAME_MISSING")
    if whole_months_between(command.starts_on, command.ends_on) < 1:
        raise UserError("ROUND_PERIOD_EMPTY")
    if command.due_on < command.opens_on:
        raise UserError("ROUND_DUE_EARLY")
    item = CollectionRound(
        ctx.clock.new_id(),
        command.school_year,
        name,
        command.starts_on,
        command.ends_on,
        command.opens_on,
        command.due_on,
    )
    with ctx.write(Act.ENROL) as unit:
        if rounds.named(unit, command.school_year, name):
            raise UserError("ROUND_NAME_TAKEN", name=name)
        roster.ensure_school_year(unit, command.school_year)
        rounds.insert(unit, item)
        unit.audit("round_opened", item.id, {"name": name})
    return RoundSaved(item)


def change_round(ctx: Context, command: ChangeRound) -> RoundSaved:
    """Changes a round's name and days.

    Raises:
        UserError: ROUND_UNKNOWN, ROUND_NAME_MISSING, ROUND_NAME_TAKEN, ROUND_DUE_EARLY,
            NOT_ALLOWED.
    """
    name = clean_text(command.name)
    if not name:
        raise UserError("ROUND_NAME_MISSING")
    if command.due_on < command.opens_on:
        raise UserError("ROUND_DUE_EARLY")
    with ctx.write(Act.ENROL) as unit:
        known = rounds.get(unit, command.round_id)
        if known is None:
            raise UserError("ROUND_UNKNOWN")
        twin = rounds.named(unit, known.school_year, name)
        if twin is not None and twin.id != known.id:
            raise UserError("ROUND_NAME_TAKEN", name=name)
        item = replace(known, name=name, opens_on=command.opens_on, due_on=command.due_on)
        rounds.update(unit, item)
        unit.audit("round_changed", item.id, {"name": name})
    return RoundSaved(item)


def close_round(ctx: Context, round_id: str) -> RoundSaved:
    """Closes a round: nobody can be signed up in it any more; money still due can come in.

    Raises:
        UserError: ROUND_UNKNOWN, NOT_ALLOWED.
    """
    with ctx.write(Act.ENROL) as unit:
        if rounds.get(unit, round_id) is None:
            raise UserError("ROUND_UNKNOWN")
        rounds.close(unit, round_id)
        unit.audit("round_closed", round_id, {})
        item = rounds.get(unit, round_id)
    assert item is not None
    return RoundSaved(item)
