"""`rollover`: last year's pupils on next year's roster."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Unpack

import click

from ssdesk.cli.desk_door import DeskOptions, opened_by
from ssdesk.cli.options import json_option, store_options
from ssdesk.cli.output import emit
from ssdesk.domain.rollover import Step
from ssdesk.errors import UserError
from ssdesk.services import rollover
from ssdesk.services.rollover import RolloverChoices, RolloverPlan


@dataclass(frozen=True, slots=True)
class _Class:
    name: str
    next_name: str
    pupils: int
    guessed: bool


@dataclass(frozen=True, slots=True)
class _Pupil:
    id: str
    full_name: str
    class_name: str
    next_class: str
    step: str
    known: bool
    cover: str


@dataclass(frozen=True, slots=True)
class _Told:
    school_year: str
    next_year: str
    up: int
    stay: int
    leave: int
    known: int
    covers: int
    classes: tuple[_Class, ...]
    merged: tuple[str, ...]
    pupils: tuple[_Pupil, ...]
    applied: bool
    id: str


class _Options(DeskOptions):
    school_year: str
    stay: tuple[str, ...]
    leave: tuple[str, ...]
    class_names: tuple[str, ...]
    preview: bool
    apply: bool
    take_back: str


@click.command("rollover")
@click.option("--preview", is_flag=True, help="Only say what would happen; so it is without both.")
@click.option("--apply", is_flag=True, help="Put the pupils on next year's roster.")
@click.option("--take-back", default="", metavar="ID", help="Undo a roll-over by its id.")
@click.option("--school-year", default="", help="The year that ends; the newest unless named.")
@click.option("--stay", multiple=True, metavar="ID", help="A pupil who repeats the grade.")
@click.option("--leave", multiple=True, metavar="ID", help="A pupil who does not come back.")
@click.option(
    "--class",
    "class_names",
    multiple=True,
    metavar="OLD=NEW",
    help="Next name of a class; OLD= where its pupils leave.",
)
@store_options
@json_option
def rollover_command(**given: Unpack[_Options]) -> None:
    """Move every class up to the next school year; the last grade leaves."""
    if given["preview"] and given["apply"]:
        raise UserError("OPTION_ONE_OF", options="--preview, --apply")
    with opened_by(given) as ctx:
        if given["take_back"]:
            done = rollover.take_back_rollover(ctx, given["take_back"])
            emit({"taken_back": done.batch_id}, given["as_json"], lambda: (done.batch_id,))
            return
        plan = rollover.preview_rollover(ctx, _choices(given))
        batch_id = rollover.apply_rollover(ctx, plan).batch_id if given["apply"] else None
    told = _told(plan, batch_id, applied=given["apply"])
    emit(told, given["as_json"], lambda: _lines(told))


def _choices(given: _Options) -> RolloverChoices:
    names = dict(each.partition("=")[::2] for each in given["class_names"])
    stay, leave = frozenset(given["stay"]), frozenset(given["leave"])
    return RolloverChoices(given["school_year"], stay, leave, names)


def _told(plan: RolloverPlan, batch_id: str | None, *, applied: bool) -> _Told:
    counts = plan.counts
    return _Told(
        plan.year.name,
        plan.next_year.name,
        counts[Step.UP],
        counts[Step.STAY],
        counts[Step.LEAVE],
        plan.known,
        plan.covers,
        tuple(
            _Class(
                move.name,
                move.next_name,
                sum(each.class_name == move.name for each in plan.pupils),
                move.guessed,
            )
            for move in plan.classes
        ),
        tuple(f"{name}: {', '.join(olds)}" for name, olds in plan.merged),
        tuple(
            _Pupil(
                each.entry_id,
                each.full_name,
                each.class_name,
                each.next_class,
                each.step.value,
                each.known,
                each.cover.group_code if each.cover else "",
            )
            for each in plan.pupils
        ),
        applied,
        batch_id or "",
    )


def _lines(told: _Told) -> Iterator[str]:
    for each in told.classes:
        after = each.next_name or "ra trường"
        yield f"{each.name} → {after}: {each.pupils} em" + (" (?)" if each.guessed else "")
    yield from (f"gộp lớp: {each}" for each in told.merged)
    yield (
        f"{told.school_year} → {told.next_year}: {told.up} em lên lớp, {told.stay} em ở lại,"
        f" {told.leave} em ra trường, {told.known} em đã có; {told.covers} thẻ khác đi theo"
    )
    if told.applied:
        yield f"đã chuyển, mã {told.id}" if told.id else "không có gì thay đổi"


commands: list[click.Command] = [rollover_command]
