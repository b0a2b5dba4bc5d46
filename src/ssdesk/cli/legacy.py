"""`import legacy`: a roster typed for fonts from before Unicode."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

import click

from ssdesk.cli.desk_door import DeskOptions, opened_by
from ssdesk.cli.options import IN_FILE, json_option, store_options
from ssdesk.cli.output import StderrProgress, emit, finish
from ssdesk.cli.rosters import RosterReport, report_of
from ssdesk.domain.school import SchoolYear
from ssdesk.services import rosters
from ssdesk.services.rosters import RosterFile, RosterPlan


@dataclass(frozen=True, slots=True)
class _Sample:
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Column:
    sheet: str
    column: int
    font: str
    samples: tuple[_Sample, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    columns: tuple[_Column, ...]
    roster: RosterReport


class _Given(DeskOptions):
    school_year: str | None
    preview: bool


@click.command("legacy")
@click.argument("file", type=IN_FILE)
@click.option("--school-year", default=None, help="Like 2026-2027; the running one if not given.")
@click.option("--preview", is_flag=True, help="Only say what would happen.")
@store_options
@json_option
def import_legacy(file: Path, **given: Unpack[_Given]) -> None:
    """Take in a roster whose text was typed for TCVN3 or VNI fonts, read as it was meant."""
    with opened_by(given) as ctx:
        year = given["school_year"] or SchoolYear.containing(ctx.clock.today()).name
        source = RosterFile(file, read_old_fonts=True)
        plan = rosters.preview_roster(ctx, source, year, progress=StderrProgress("Dòng"))
        told = _Told(_columns(plan), report_of(plan))
        if not given["preview"] and not plan.refused:
            rosters.apply_roster(ctx, plan)
    emit(told, given["as_json"], lambda: _lines(told))
    finish(plan.refused > 0)


def _columns(plan: RosterPlan) -> tuple[_Column, ...]:
    return tuple(
        _Column(
            each.sheet,
            each.column + 1,
            each.reading.font.value,
            tuple(_Sample(*sample) for sample in each.reading.samples),
        )
        for each in plan.old_fonts
    )


def _lines(told: _Told) -> Iterator[str]:
    for column in told.columns:
        for sample in column.samples:
            place = f"{column.sheet}, cột {column.column} ({column.font})"
            yield f"{place}: {sample.before} → {sample.after}"
    roster = told.roster
    yield f"{roster.rows} dòng: {roster.new} mới, {roster.same} như cũ, {roster.changed} thay đổi"
    yield from (f"{found.column}{found.row}: {found.message}" for found in roster.problems)


commands: list[click.Command] = [import_legacy]
"""It hangs under `import`."""
