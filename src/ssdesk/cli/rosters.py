"""`import roster`, `import list`, `import take-back`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Unpack

import click

from ssdesk.cli.desk_door import DeskOptions, opened, opened_by
from ssdesk.cli.options import DATE, IN_FILE, OUT_FILE, json_option, keep_input, store_options
from ssdesk.cli.output import StderrProgress, emit, finish, language, message
from ssdesk.domain.checks import sentence
from ssdesk.domain.dates import format_date
from ssdesk.domain.names import clean_text
from ssdesk.domain.school import SchoolYear
from ssdesk.errors import Param
from ssdesk.services import card_lists, rosters
from ssdesk.services.context import Context
from ssdesk.services.rosters import ImportBatch, LeaveOut, RosterFile, RosterPlan


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One problem at its cell."""

    sheet: str
    row: int
    column: str
    value: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class RosterReport:
    """What a roster holds against the store; the JSON of `import roster`."""

    rows: int
    new: int
    same: int
    changed: int
    problems: tuple[ProblemLine, ...]


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One import as `import list` shows it."""

    id: str
    kind: str
    file: str
    school_year: str
    rows: int
    new: int
    changed: int
    at: str
    by: str
    taken_back_at: str


_HEADINGS = ("Cần sửa", "Đọc giúp")


class _Options(DeskOptions):
    school_year: str | None
    joined_on: date | None
    class_name: str
    preview: bool
    leave_out_bad: bool
    marked: Path | None


@click.command("roster")
@click.argument("file", type=IN_FILE)
@click.option("--school-year", default=None, help="Like 2026-2027; the running one if not given.")
@click.option("--class", "class_name", default="", help="Class of rows that name none.")
@click.option(
    "--joined-on",
    type=DATE,
    default=None,
    help="Joining day of newcomers to classes already there; today if not given.",
)
@click.option("--preview", is_flag=True, help="Only say what would happen.")
@click.option("--leave-out-bad", is_flag=True, help="Take in the good rows of a file with faults.")
@click.option(
    "--marked",
    type=OUT_FILE,
    default=None,
    help="Write the list with its bad cells coloured to this XLSX.",
)
@store_options
@json_option
def import_roster(file: Path, **given: Unpack[_Options]) -> None:
    """Take in a roster: XLSX, XLS, ODS, CSV or tab-separated text.

    Exit code 1 when the file has problems; nothing of it is stored then, unless they only
    warn or --leave-out-bad was given.
    """
    if given["marked"]:
        keep_input(file, given["marked"], "--marked")
    with opened_by(given) as ctx:
        year = given["school_year"] or SchoolYear.containing(ctx.clock.today()).name
        source = RosterFile(file, clean_text(given["class_name"]))
        plan = rosters.preview_roster(
            ctx, source, year, None, StderrProgress("Dòng"), given["joined_on"]
        )
        if given["marked"]:
            rosters.save_marked(plan, given["marked"], message, _HEADINGS)
        if not given["preview"]:
            _apply(ctx, plan, leave_out_bad=given["leave_out_bad"])
    report = report_of(plan)
    _tell_healed(plan)
    emit(report, given["as_json"], lambda: _lines(report))
    finish(bool(report.problems))


def _apply(ctx: Context, plan: RosterPlan, *, leave_out_bad: bool) -> None:
    if plan.refused and not leave_out_bad:
        text = sentence("IMPORT_HAS_PROBLEMS", {"count": plan.refused}, language())
        click.echo(text, err=True)
        return
    rosters.apply_roster(ctx, plan, LeaveOut(refused=leave_out_bad))


def report_of(plan: RosterPlan) -> RosterReport:
    """A plan as the command tells of it."""
    return RosterReport(
        rows=len(plan.rows),
        new=plan.new,
        same=plan.same,
        changed=plan.changed,
        problems=tuple(
            ProblemLine(
                sheet=found.sheet,
                row=found.row,
                column=found.column,
                value=found.value,
                code=found.problem.code,
                message=message(found.problem),
            )
            for found in plan.problems
        ),
    )


def _tell_healed(plan: RosterPlan) -> None:
    for healed in plan.healed:
        click.echo(message(healed.problem), err=True)
    if plan.latecomers_on:
        late: dict[str, Param] = {
            "count": plan.latecomers,
            "day": format_date(plan.latecomers_on),
        }
        click.echo(sentence("LATECOMERS", late, language()), err=True)
    for name in plan.mapping.unread:
        click.echo(sentence("SHEET_UNREAD", {"value": name}, language()), err=True)
    for name in plan.source.hidden:
        click.echo(sentence("SHEET_HIDDEN", {"value": name}, language()), err=True)
    for missing in plan.missing:
        params = {"name": missing.full_name, "school_class": missing.class_name}
        click.echo(sentence("PUPIL_NOT_IN_FILE", dict(params), language()), err=True)


def _lines(report: RosterReport) -> Iterator[str]:
    for found in report.problems:
        place = f"{found.sheet} {found.column}{found.row}".strip()
        yield f"{place}: {found.message}"
    yield (
        f"{report.rows} dòng: {report.new} mới, {report.same} như cũ, {report.changed} thay đổi,"
        f" {len(report.problems)} điểm cần xem"
    )


@click.command("list")
@store_options
@json_option
def list_imports(store: Path, login: str | None, today: date | None, as_json: bool) -> None:
    """The files taken in, the last first."""
    with opened(store, login, today) as ctx:
        found = tuple(
            ImportLine(
                id=batch.id,
                kind=batch.kind,
                file=batch.file_name,
                school_year=batch.school_year or "",
                rows=batch.rows,
                new=batch.created,
                changed=batch.changed,
                at=batch.posted_at.isoformat(),
                by=batch.posted_by,
                taken_back_at=batch.taken_back_at.isoformat() if batch.taken_back_at else "",
            )
            for batch in _imports(ctx)
        )
    emit(found, as_json, lambda: (f"{item.id}  {item.at}  {item.file}" for item in found))


def _imports(ctx: Context) -> list[ImportBatch]:
    found = [*rosters.list_roster_imports(ctx), *card_lists.list_card_imports(ctx)]
    return sorted(found, key=lambda batch: (batch.posted_at, batch.id), reverse=True)


@click.command("take-back")
@click.argument("batch_id")
@store_options
@json_option
def take_back(
    batch_id: str, store: Path, login: str | None, today: date | None, as_json: bool
) -> None:
    """Undo an import, given its id of `import list`."""
    with opened(store, login, today) as ctx:
        of_cards = {batch.id for batch in card_lists.list_card_imports(ctx)}
        room = card_lists if batch_id in of_cards else rosters
        room.take_back(ctx, batch_id)
    emit({"taken_back": batch_id}, as_json, lambda: (batch_id,))


commands: list[click.Command] = [import_roster, list_imports, take_back]
"""The commands hang under `import`."""
