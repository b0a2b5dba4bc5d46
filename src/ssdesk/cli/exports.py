"""`export form`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Unpack

import click

from ssdesk.cli.desk_door import DeskOptions, opened_by
from ssdesk.cli.options import DATE, OUT_FILE, json_option, store_options
from ssdesk.cli.output import emit, finish, message
from ssdesk.domain.declaration import FieldChange, Why
from ssdesk.domain.money import format_dong
from ssdesk.services import declarations, desk
from ssdesk.services.declarations import DeclarationRequest
from ssdesk.services.submissions import ExportedForm, ListProblem, ListRequest
from ssdesk.services.submissions import export_form as write_form


@dataclass(frozen=True, slots=True)
class _Finding:
    full_name: str
    school_class: str
    field: str
    code: str
    message: str
    left_out: bool


@dataclass(frozen=True, slots=True)
class _Exported:
    form: str
    form_name: str
    list_date: date
    file: str
    rows: int
    own_share: int
    complete: bool
    confirmed: bool
    problems: tuple[_Finding, ...]


@dataclass(frozen=True, slots=True)
class _Declarer:
    full_name: str
    school_class: str
    why: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class _Declared:
    form: str
    form_name: str
    list_date: date
    file: str
    rows: int
    first_time: int
    corrections: int
    people: tuple[_Declarer, ...]


class _Options(DeskOptions):
    list_date: date
    out: Path
    round_: str
    class_name: str
    person: str
    why: str | None
    evidence: str


@click.group("export")
def export() -> None:
    """Write lists and forms to files."""


@export.command("form")
@click.argument("form")
@click.option(
    "--date", "list_date", type=DATE, required=True, help="Date of the list; decides the form."
)
@store_options
@click.option("--out", type=OUT_FILE, required=True, help=".xlsx or .pdf")
@click.option("--round", "round_", default="", help="Only this collection round, by its name.")
@click.option("--class", "class_name", default="", help="mau-so-2: only this class.")
@click.option(
    "--person", default="", help="mau-so-2: only who has this id or one of these numbers."
)
@click.option(
    "--first-timers",
    "why",
    flag_value=Why.FIRST_TIME.value,
    default=None,
    help="mau-so-2: only who joins for the first time.",
)
@click.option(
    "--corrections",
    "why",
    flag_value=Why.CORRECTION.value,
    help="mau-so-2: only whose facts differ from what was sent.",
)
@click.option("--evidence", default="", help="mau-so-2: papers that go along with corrections.")
@json_option
def export_form(form: str, **given: Unpack[_Options]) -> None:
    """Write everybody who has paid on FORM: mau-so-3, d03-ts or vendor-d03.

    mau-so-2 is the declaration of those who join for the first time, or whose facts differ from
    what was sent. A form that is not valid on the list's date is refused with the right one's
    name. Exit code 1 where somebody had to be left out.
    """
    if form == declarations.FORM:
        _export_declarations(given)
        return
    out, as_json = given["out"], given["as_json"]
    request = ListRequest(given["list_date"], form, given["round_"])
    with opened_by(given) as ctx:
        done = write_form(ctx, request, out)
    emit(_shown(done, out), as_json, lambda: _lines(done, out))
    finish(any(problem.blocking for problem in done.problems))


def _export_declarations(given: _Options) -> None:
    with opened_by(given) as ctx:
        request = DeclarationRequest(
            given["list_date"],
            desk.newest_school_year(ctx),
            class_name=given["class_name"],
            person=given["person"],
            why=Why(given["why"]) if given["why"] else None,
            evidence=given["evidence"],
        )
        done = declarations.write_declarations(ctx, request, given["out"])
        needs = declarations.who_needs(ctx, request)
    told = _Declared(
        declarations.FORM,
        done.form_name,
        given["list_date"],
        done.file,
        done.first_time + done.corrections,
        done.first_time,
        done.corrections,
        tuple(
            _Declarer(each.full_name, each.class_name, each.why.value, each.changes)
            for each in needs
        ),
    )
    emit(told, given["as_json"], lambda: _declared_lines(told))


def _declared_lines(told: _Declared) -> Iterator[str]:
    yield (
        f"{told.form_name}: {told.first_time} lần đầu, {told.corrections} điều chỉnh -> {told.file}"
    )
    for each in told.people:
        yield f"  {each.full_name} ({each.school_class})"
        yield from (f"    {change.field}: {change.old} → {change.new}" for change in each.changes)


def _shown(done: ExportedForm, out: Path) -> _Exported:
    return _Exported(
        done.form,
        done.form_name,
        done.list_date,
        str(out),
        done.people,
        done.own_share,
        done.complete,
        done.confirmed,
        tuple(_finding(problem) for problem in done.problems),
    )


def _finding(found: ListProblem) -> _Finding:
    problem = found.problem
    return _Finding(
        found.full_name,
        found.class_name,
        problem.field,
        problem.code,
        message(problem),
        found.blocking,
    )


def _lines(done: ExportedForm, out: Path) -> Iterator[str]:
    yield f"{done.form_name}: {done.people} người, {format_dong(done.own_share)} đồng -> {out}"
    if not done.complete:
        yield "Chờ thanh toán: danh sách, biên lai và chuyển khoản chưa khớp."
    if not done.confirmed:
        yield "Mẫu này chưa đối chiếu bản gốc."
    for found in done.problems:
        mark = "Để ngoài" if found.blocking else "Lưu ý"
        yield f"{mark}: {found.full_name} ({found.class_name}): {message(found.problem)}"


commands: list[click.Command] = [export]
