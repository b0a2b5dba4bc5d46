"""`export form`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from ssdesk.cli.desk_door import opened
from ssdesk.cli.options import DATE, json_option, store_options
from ssdesk.cli.output import emit, finish, message
from ssdesk.domain.money import format_dong
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


@click.group("export")
def export() -> None:
    """Write lists and forms to files."""


@export.command("form")
@click.argument("form")
@click.option(
    "--date", "list_date", type=DATE, required=True, help="Date of the list; decides the form."
)
@store_options
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help=".xlsx or .pdf"
)
@click.option("--round", "round_", default="", help="Only this collection round, by its name.")
@json_option
def export_form(
    form: str,
    list_date: date,
    store: Path,
    login: str | None,
    today: date | None,
    **rest: object,
) -> None:
    """Write everybody who has paid on FORM: mau-so-3, d03-ts or vendor-d03.

    A form that is not valid on the list's date is refused with the right one's name. Exit code
    1 where somebody had to be left out.
    """
    out, as_json = Path(str(rest["out"])), bool(rest["as_json"])
    request = ListRequest(list_date, form, str(rest["round_"]))
    with opened(store, login, today) as ctx:
        done = write_form(ctx, request, out)
    emit(_shown(done, out), as_json, lambda: _lines(done, out))
    finish(any(problem.blocking for problem in done.problems))


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
