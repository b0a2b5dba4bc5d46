"""`import cards`: the office's lists of cards, held against the pupils of the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

import click

from ssdesk.cli.desk_door import DeskOptions, opened_by
from ssdesk.cli.options import IN_FILE, json_option, store_options
from ssdesk.cli.output import StderrProgress, emit, finish, language, message
from ssdesk.cli.rosters import ProblemLine
from ssdesk.domain.checks import sentence
from ssdesk.services import card_lists
from ssdesk.services.card_lists import Action, CardListApplied, CardListPlan, PlannedCard
from ssdesk.services.rosters import LeaveOut, RosterFile


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One value that a row changes."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CardRow:
    """One row of the list: whose it is, by what, and what it does."""

    sheet: str
    row: int
    action: str
    evidence: str
    full_name: str
    class_name: str
    changes: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class CardListReport:
    """The JSON of `import cards`.

    Args:
        taken_in: id of the import for `import take-back`; empty where nothing was written.
        ticked: enrolments that the list shows to be accepted.
        settled: stops sent that the list shows to be taken.
    """

    file: str
    school_year: str
    taken_in: str
    new: int
    changed: int
    same: int
    stopped: int
    not_ours: int
    refused: int
    ticked: int
    settled: int
    rows: tuple[CardRow, ...]
    problems: tuple[ProblemLine, ...]


class _Given(DeskOptions):
    school_year: str | None
    preview: bool
    leave_out_bad: bool


@click.command("cards")
@click.argument("file", type=IN_FILE)
@click.option("--school-year", default=None, help="Like 2026-2027; the running one if not given.")
@click.option("--preview", is_flag=True, help="Only say what would happen.")
@click.option("--leave-out-bad", is_flag=True, help="Take in the good rows of a list with faults.")
@store_options
@json_option
def import_cards(file: Path, **given: Unpack[_Given]) -> None:
    """Take in the office's D09-TS or its list of cards about to end.

    Exit code 1 when a row can be no card or nobody's for sure; nothing of the list is stored
    then unless --leave-out-bad was given.
    """
    with opened_by(given) as ctx:
        year = given["school_year"] or ""
        source = RosterFile(file)
        plan = card_lists.preview_cards(ctx, source, year, None, StderrProgress("Dòng"))
        done, refused = None, plan.counts[Action.REFUSED]
        if not given["preview"] and (not refused or given["leave_out_bad"]):
            done = card_lists.apply_cards(ctx, plan, LeaveOut(refused=given["leave_out_bad"]))
    if refused and not given["preview"] and done is None:
        click.echo(sentence("IMPORT_HAS_PROBLEMS", {"count": refused}, language()), err=True)
    for healed in plan.healed:
        click.echo(message(healed.problem), err=True)
    report = _report(plan, done)
    emit(report, given["as_json"], lambda: _lines(report))
    finish(bool(refused))


def _report(plan: CardListPlan, done: CardListApplied | None) -> CardListReport:
    counts = plan.counts
    return CardListReport(
        file=plan.source.file,
        school_year=plan.school_year,
        taken_in=(done.batch_id or "") if done else "",
        new=counts[Action.NEW],
        changed=counts[Action.CHANGED],
        same=counts[Action.SAME],
        stopped=counts[Action.STOPPED],
        not_ours=counts[Action.NOT_OURS],
        refused=counts[Action.REFUSED],
        ticked=plan.ticked,
        settled=plan.settled,
        rows=tuple(_row(row) for row in plan.rows),
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


def _row(row: PlannedCard) -> CardRow:
    return CardRow(
        sheet=row.line.sheet,
        row=row.line.row,
        action=row.action.value,
        evidence=row.evidence.value if row.evidence else "",
        full_name=row.person.full_name if row.person else row.line.full_name,
        class_name=row.class_name,
        changes=tuple(ChangeLine(each.field, each.before, each.after) for each in row.differences),
    )


def _lines(report: CardListReport) -> Iterator[str]:
    for row in report.rows:
        changes = "; ".join(f"{each.before or '–'} → {each.after}" for each in row.changes)
        who = f"{row.full_name} {row.class_name}".strip()
        yield f"{row.row}: {row.action} {who} {changes}".rstrip()
    for found in report.problems:
        place = f"{report.file} {found.sheet} {found.column}{found.row}"
        yield f"{' '.join(place.split())}: {found.message}"
    yield (
        f"{len(report.rows)} dòng: {report.new} thẻ mới, {report.changed} đổi, {report.same} như "
        f"cũ, {report.not_ours} không phải của trường, {report.refused} phải xem; "
        f"{report.ticked} em được nhận, {report.settled} em giảm xong"
    )


commands: list[click.Command] = [import_cards]
"""It hangs under `import`."""
