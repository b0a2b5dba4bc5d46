"""`bundle …`: sealed files between desks, made, shown, taken in and answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Unpack

import click

from ssdesk.cli import case_lines, disputes
from ssdesk.cli.desk_door import DeskOptions, opened, opened_by
from ssdesk.cli.options import IN_FILE, IN_FILE_OR_FOLDER, json_option, store_options
from ssdesk.cli.output import StderrProgress, emit, finish, message
from ssdesk.domain.bundle import AnswerState, Manifest, Outcome
from ssdesk.domain.money import format_dong, format_number
from ssdesk.errors import UserError
from ssdesk.services.bundles import answering, making, sending, taking
from ssdesk.services.bundles.answering import AnswerLine
from ssdesk.services.bundles.batch import BatchTaken, bundle_files, take_in
from ssdesk.services.bundles.comparing import IntakeLine
from ssdesk.services.bundles.making import MakeBundle
from ssdesk.services.bundles.opening import open_file


@dataclass(frozen=True, slots=True)
class _Sent:
    file: str
    addressee: str
    place: str
    people: int
    enrolments: int
    receipts: int
    list_lines: int
    answers: int
    amount: int
    lists: int
    listed: int


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    id: str
    name: str
    outcome: str
    code: str


@dataclass(frozen=True, slots=True)
class _Shown:
    file: str
    purpose: str
    sender: str
    addressee: str
    place: str
    made_at: datetime
    period: str
    program: str
    parts: Mapping[str, int]
    documents: tuple[str, ...]
    people: int
    amount: int
    lines: tuple[case_lines.Line, ...]


@dataclass(frozen=True, slots=True)
class _Taken:
    file: str
    case: int
    sender: str
    place: str
    again: bool
    rows: Mapping[str, int]
    problems: tuple[_Row, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Refused:
    file: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class _Batch:
    bundles: tuple[_Taken, ...]
    refused: tuple[_Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    case: int
    sender: str
    place: str
    purpose: str
    file: str
    people: int
    amount: int
    taken_in_at: datetime
    taken_back: bool


class _Make(DeskOptions):
    to: str
    school_year: str
    whole: bool
    older: bool


class _Answer(DeskOptions):
    refuse: tuple[str, ...]


@click.group("bundle")
def bundle() -> None:
    """Sealed files between desks."""


@bundle.command("make")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder or stick.")
@click.option("--to", default="", help="Unit code or desk id; needed only with several.")
@click.option("--school-year", default="", help="The newest unless named.")
@click.option("--whole", is_flag=True, help="Tell everything again.")
@click.option("--older", is_flag=True, help="Also carry unsent lists of earlier school years.")
@store_options
@json_option
def make_command(out: Path, **given: Unpack[_Make]) -> None:
    """Seal what the addressee does not know yet, and the lists of the year not yet sent."""
    command = MakeBundle(given["to"], given["school_year"], given["whole"], given["older"])
    with opened_by(given) as ctx:
        made = making.make_bundle(ctx, command)
        file = sending.write_bundle(ctx, made.bundle.id, out)
    told = _sent(made.bundle, file)
    emit(told, given["as_json"], lambda: _sent_lines(told))


def _sent(row: sending.BundleRow, file: Path) -> _Sent:
    totals = row.totals
    return _Sent(
        str(file),
        row.addressee,
        str(row.version),
        totals.people,
        totals.enrolments,
        totals.receipts,
        totals.list_lines,
        totals.answers,
        totals.amount,
        row.lists,
        row.listed,
    )


def _sent_lines(sent: _Sent) -> Iterator[str]:
    yield f"{sent.file}: gói {sent.place} gửi {sent.addressee}"
    yield (
        f"  {sent.lists} danh sách, {format_number(sent.list_lines)} dòng,"
        f" {format_dong(sent.listed)} đồng; {format_number(sent.people)} người,"
        f" {format_number(sent.receipts)} biên lai mới báo {format_dong(sent.amount)} đồng;"
        f" {format_number(sent.answers)} trả lời"
    )


@bundle.command("show")
@click.argument("file", type=IN_FILE)
@store_options
@json_option
def show_command(
    file: Path, store: Path, login: str | None, today: date | None, as_json: bool
) -> None:
    """Open a bundle and say what is in it; nothing is stored.

    Lines are numbered over all lists, as `bundle answer --refuse` takes them.
    """
    with opened(store, login, today) as ctx:
        content = open_file(ctx, file).opened
        lines = case_lines.told(answering.lines_of_bundle(ctx, content.records))
    told = _shown(str(file), content.manifest, lines)
    emit(told, as_json, lambda: _shown_lines(told))


def _shown(file: str, manifest: Manifest, lines: tuple[case_lines.Line, ...]) -> _Shown:
    return _Shown(
        file=file,
        purpose=manifest.purpose.value,
        sender=manifest.sender.name,
        addressee=manifest.addressee.name,
        place=str(manifest.version),
        made_at=manifest.made_at,
        period=manifest.period,
        program=manifest.program,
        parts={each.name: each.rows for each in manifest.parts},
        documents=tuple(each.name for each in manifest.documents),
        people=manifest.totals.people,
        amount=manifest.totals.amount,
        lines=lines,
    )


def _shown_lines(shown: _Shown) -> Iterator[str]:
    yield f"{shown.sender} gửi {shown.addressee}: gói {shown.place}, {shown.made_at}"
    for name, rows in shown.parts.items():
        yield f"  {name}: {rows}"
    yield from (f"  {name}" for name in shown.documents)
    people, money = format_number(shown.people), format_dong(shown.amount)
    yield f"  {people} người, biên lai {money} đồng"
    yield from case_lines.sentences(shown.lines)


@bundle.command("take")
@click.argument("files", nargs=-1, required=True, type=IN_FILE_OR_FOLDER)
@click.option("--preview", is_flag=True, help="Only show what would happen.")
@store_options
@json_option
def take_command(
    files: tuple[Path, ...],
    preview: bool,
    store: Path,
    login: str | None,
    today: date | None,
    as_json: bool,
) -> None:
    """Take bundles in, each whole or not at all; taking one in again changes nothing.

    Of a folder every bundle in it is taken. Of several files a refused one does not stop the
    others; its sentence stands among the refused, and the exit code is 1.
    """
    with opened(store, login, today) as ctx:
        meant = bundle_files(files)
        if preview:
            told = _Batch(tuple(_previewed(taking.preview_intake(ctx, file)) for file in meant))
        elif len(meant) == 1:
            told = _Batch((_taken(taking.apply_intake(ctx, taking.preview_intake(ctx, meant[0]))),))
        else:
            told = _batch(take_in(ctx, meant, StderrProgress("Gói")))
    emit(told, as_json, lambda: _batch_lines(told))
    finish(bool(told.refused) or any(one.problems for one in told.bundles))


def _batch(batch: BatchTaken) -> _Batch:
    return _Batch(
        tuple(_taken(done) for done in batch.taken),
        tuple(
            _Refused(each.file, each.problem.code, message(each.problem)) for each in batch.refused
        ),
    )


def _previewed(plan: taking.IntakePlan) -> _Taken:
    return _Taken(
        file=plan.bundle.file,
        case=plan.known or 0,
        sender=plan.manifest.sender.name,
        place=str(plan.manifest.version),
        again=plan.known is not None,
        rows=_rows(plan.counts),
        problems=_problems(plan.troubled),
        missing=tuple(str(place) for place in plan.gaps),
    )


def _taken(done: taking.IntakeDone) -> _Taken:
    return _Taken(
        file=done.intake.file_name,
        case=done.intake.number,
        sender=done.intake.sender.name,
        place=str(done.intake.version),
        again=done.again,
        rows=_rows(done.counts),
        problems=_problems(done.troubled),
        missing=tuple(str(place) for place in done.gaps),
    )


def _rows(counts: Mapping[Outcome, int]) -> Mapping[str, int]:
    return {outcome.value: counts.get(outcome, 0) for outcome in Outcome}


def _problems(lines: Iterable[IntakeLine]) -> tuple[_Row, ...]:
    return tuple(
        _Row(line.kind, line.id, line.name, line.outcome.value, line.code) for line in lines
    )


def _batch_lines(batch: _Batch) -> Iterator[str]:
    for one in batch.bundles:
        yield from _taken_lines(one)
    yield from (f"{each.file}: {each.message}" for each in batch.refused)


def _taken_lines(taken: _Taken) -> Iterator[str]:
    again = " (đã nhận trước đây, không có gì thay đổi)" if taken.again else ""
    yield f"{taken.file}: {taken.sender}, gói {taken.place}, hồ sơ số {taken.case}{again}"
    counted = ", ".join(f"{name} {rows}" for name, rows in taken.rows.items() if rows)
    yield f"  {counted}"
    yield from (f"  {row.outcome}: {row.kind} {row.name} {row.code}" for row in taken.problems)
    if taken.missing:
        yield f"  còn thiếu gói: {', '.join(taken.missing)}"


@bundle.command("list")
@store_options
@json_option
def list_command(store: Path, login: str | None, today: date | None, as_json: bool) -> None:
    """List the cases that were taken in, the newest first."""
    with opened(store, login, today) as ctx:
        told = tuple(_case(row) for row in taking.list_intakes(ctx))
    emit({"cases": told}, as_json, lambda: [_case_line(one) for one in told])


def _case(row: taking.IntakeRow) -> _Case:
    return _Case(
        row.number,
        row.sender.name,
        str(row.version),
        row.purpose.value,
        row.file_name,
        row.totals.people,
        row.totals.amount,
        row.posted_at,
        row.taken_back_at is not None,
    )


def _case_line(case: _Case) -> str:
    back = " (đã lấy lại)" if case.taken_back else ""
    return f"hồ sơ số {case.case}: {case.sender}, gói {case.place}, {case.people} người{back}"


@bundle.command("back")
@click.option("--case", "number", type=int, required=True, help="Number of the case.")
@click.option("--reason", required=True, help="Why; it is kept.")
@store_options
@json_option
def back_command(
    number: int, reason: str, store: Path, login: str | None, today: date | None, as_json: bool
) -> None:
    """Take a case back while nothing was built on it."""
    with opened(store, login, today) as ctx:
        done = taking.take_back_intake(ctx, taking.case_numbered(ctx, number), reason)
    told = _case(done.intake)
    emit(told, as_json, lambda: [_case_line(told)])


@bundle.command("answer")
@click.option("--case", "number", type=int, required=True, help="Number of the case.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder or stick.")
@click.option(
    "--refuse",
    multiple=True,
    metavar="NUMBER=REMEDY",
    help="A line with what to mend; as often as wanted. Numbers run over all lists of the case, as"
    " `bundle lines` and `bundle show` tell them.",
)
@store_options
@json_option
def answer_command(number: int, out: Path, **given: Unpack[_Answer]) -> None:
    """Answer a case: every line is accepted but those refused; seal the answer."""
    with opened_by(given) as ctx:
        case = taking.case_numbered(ctx, number)
        lines = {str(one.number): one for one in answering.case_lines(ctx, case)}
        said = []
        for text in given["refuse"]:
            wanted, _, remedy = text.partition("=")
            if wanted.strip() not in lines:
                raise UserError("LINE_UNKNOWN", value=wanted)
            line_id = lines[wanted.strip()].id
            said.append(AnswerLine(line_id, AnswerState.REFUSED, remedy=remedy))
        answering.answer_lines(ctx, case, tuple(said), rest=AnswerState.ACCEPTED)
        sender = taking.sender_of_case(ctx, case)
        made = answering.make_answer(ctx, sender)
        file = sending.write_bundle(ctx, made.bundle.id, out)
    told = _sent(made.bundle, file)
    emit(told, given["as_json"], lambda: _sent_lines(told))


for _command in (*case_lines.commands, *disputes.commands):
    bundle.add_command(_command)

commands: list[click.Command] = [bundle]
