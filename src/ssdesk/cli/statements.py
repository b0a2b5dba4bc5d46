"""`import statement`: a bank's statement, matched to payment slips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Unpack

import click

from ssdesk.cli.desk_door import DeskOptions, opened_by
from ssdesk.cli.options import IN_FILE, json_option, store_options
from ssdesk.cli.output import emit, finish, message
from ssdesk.domain.money import format_dong
from ssdesk.domain.receipt import BookKind
from ssdesk.errors import UserError
from ssdesk.services import statements
from ssdesk.services.context import Context
from ssdesk.services.receipt_books import usable_books
from ssdesk.services.statements import StatementPlan, StatementTaken


@dataclass(frozen=True, slots=True)
class _Line:
    row: int
    booked_on: date
    amount: int
    memo: str
    match: str
    full_name: str
    class_name: str


@dataclass(frozen=True, slots=True)
class _Cell:
    row: int
    column: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class _Told:
    file: str
    posted: int
    amount: int
    open: int
    lines: tuple[_Line, ...]
    problems: tuple[_Cell, ...]


class _Given(DeskOptions):
    book: str
    preview: bool


@click.command("statement")
@click.argument("file", type=IN_FILE)
@click.option("--book", default="", help="SERIAL/BOOK for the receipts, where there are several.")
@click.option("--preview", is_flag=True, help="Only say what would happen.")
@store_options
@json_option
def import_statement(file: Path, **given: Unpack[_Given]) -> None:
    """Post a receipt for each line whose memo names one payment slip; keep the others open."""
    with opened_by(given) as ctx:
        plan = statements.preview_statement(ctx, file)
        taken = None
        if not given["preview"] and not plan.problems:
            taken = statements.apply_statement(ctx, plan, _book(ctx, given["book"]))
    told = _told(plan, taken)
    emit(told, given["as_json"], lambda: _lines(told))
    finish(bool(told.problems))


def _book(ctx: Context, wanted: str) -> str:
    books = usable_books(ctx, BookKind.PROGRAM_PRINTED)
    found = [book for book in books if wanted in ("", f"{book.serial}/{book.book_number}")]
    if len(found) != 1:
        known = ", ".join(f"{book.serial}/{book.book_number}" for book in books) or "–"
        raise UserError("OPTION_BOOK", value=wanted, known=known)
    return found[0].id


def _told(plan: StatementPlan, taken: StatementTaken | None) -> _Told:
    lines = tuple(
        _Line(
            match.line.row,
            match.line.booked_on,
            match.line.amount,
            match.line.memo,
            match.state.value,
            match.slip.full_name if match.slip else "",
            match.slip.class_name if match.slip else "",
        )
        for match in plan.matches
    )
    problems = tuple(
        _Cell(row, column, problem.code, message(problem)) for row, column, problem in plan.problems
    )
    posted, amount, waiting = (taken.posted, taken.amount, taken.open) if taken else (0, 0, 0)
    return _Told(plan.file, posted, amount, waiting, lines, problems)


def _lines(told: _Told) -> Iterator[str]:
    for line in told.lines:
        who = f"{line.full_name} {line.class_name}".strip() or line.memo
        yield f"{line.row}: {format_dong(line.amount)} {line.match} {who}"
    for cell in told.problems:
        yield f"{cell.column}{cell.row}: {cell.message}"
    yield f"đã ghi {told.posted} khoản, {format_dong(told.amount)} đồng; {told.open} dòng chờ xem"


commands: list[click.Command] = [import_statement]
"""It hangs under `import`."""
