"""Bank statements as banks give them out: the columns found by their headings, once per bank."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ssdesk.domain.dates import parse_date
from ssdesk.domain.money import parse_dong
from ssdesk.domain.names import clean_text, search_key
from ssdesk.domain.problems import Problem
from ssdesk.domain.slip import StatementLine
from ssdesk.errors import BadFile
from ssdesk.exchange.sheets import Cell, Rows, Source, column_letter

_SEARCHED = 40
_SAMPLE = 60
_HEADINGS: dict[str, tuple[str, ...]] = {
    "booked_on": (
        "ngay giao dich",
        "ngay hach toan",
        "ngay hieu luc",
        "ngay gd",
        "transaction date",
        "posting date",
        "date",
        "ngay",
    ),
    "credit": (
        "so tien ghi co",
        "phat sinh co",
        "ghi co",
        "tien vao",
        "credit amount",
        "credit",
        "co",
    ),
    "amount": ("so tien", "amount", "so tien giao dich"),
    "memo": (
        "noi dung giao dich",
        "noi dung",
        "dien giai",
        "mo ta",
        "description",
        "remark",
        "transaction details",
    ),
    "reference": (
        "so tham chieu",
        "so but toan",
        "ma giao dich",
        "so ct",
        "so chung tu",
        "reference",
        "transaction id",
        "ref no",
        "doc no",
    ),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what, counted from 0; a missing one is -1.

    Args:
        first_row: of the data, counted from 0.
    """

    first_row: int
    booked_on: int
    credit: int
    memo: int
    reference: int = -1


@dataclass(frozen=True, slots=True)
class StatementRead:
    """The lines that brought money in, and rows that could not be read.

    Args:
        signature: of the headings; how the columns are remembered.
    """

    signature: str
    columns: Columns
    lines: tuple[StatementLine, ...]
    problems: tuple[tuple[int, str, Problem], ...]


@dataclass(frozen=True, slots=True)
class HeadingSeen:
    """A column as a person recognises it: its letter and the first things it holds."""

    place: int
    letter: str
    sample: str


def columns_seen(source: Source) -> tuple[HeadingSeen, ...]:
    """The columns of a statement that hold anything at all."""
    rows = source.sheets[0].rows[:_SEARCHED] if source.sheets else ()
    width = max(map(len, rows), default=0)
    samples = ([text for row in rows if (text := _text(_at(row, place)))] for place in range(width))
    return tuple(
        HeadingSeen(place, column_letter(place), " · ".join(texts[:3])[:_SAMPLE])
        for place, texts in enumerate(samples)
        if texts
    )


def read_statement(source: Source, columns: Columns | None = None) -> StatementRead:
    """The lines of a statement.

    Args:
        source: the file.
        columns: where the person or an earlier statement of this bank says so; else proposed.

    Raises:
        BadFile: STATEMENT_NO_COLUMNS where date, money or memo cannot be found.
    """
    rows = source.sheets[0].rows if source.sheets else ()
    proposed = _propose(rows)
    used = columns or proposed
    if used is None or min(used.booked_on, used.credit, used.memo) < 0:
        raise BadFile("STATEMENT_NO_COLUMNS", file=source.file)
    lines: list[StatementLine] = []
    problems: list[tuple[int, str, Problem]] = []
    for number, row in enumerate(rows[used.first_row :], start=used.first_row + 1):
        read = _line(row, number, used)
        if isinstance(read, StatementLine):
            lines.append(read)
        elif read is not None:
            problems.append((number, column_letter(read[0]), read[1]))
    return StatementRead(
        _signature(_heading(rows, used.first_row)), used, tuple(lines), tuple(problems)
    )


def recall(source: Source, known: Callable[[str], Columns | None]) -> Columns | None:
    """The columns as they were the last time under the same headings, None where none were.

    Args:
        source: the file.
        known: the columns kept under a signature.
    """
    rows = source.sheets[0].rows[:_SEARCHED] if source.sheets else ()
    return next(filter(None, (known(_signature(row)) for row in rows)), None)


def _heading(rows: Rows, first_row: int) -> Sequence[Cell]:
    """The row of words above the data; a “(1) (2) …” row is the same at every bank."""
    above = [row for row in rows[max(first_row - 2, 0) : first_row] if not _is_numbers(row)]
    return above[-1] if above else ()


def _signature(heading: Sequence[Cell]) -> str:
    words = "|".join(search_key(_text(cell)) for cell in heading)
    return hashlib.sha256(words.encode()).hexdigest()


def _propose(rows: Rows) -> Columns | None:
    for number, row in enumerate(rows[:_SEARCHED]):
        found = dict(_found(row))
        money = found.get("credit", found.get("amount", -1))
        columns = Columns(
            number + 1,
            found.get("booked_on", -1),
            money,
            found.get("memo", -1),
            found.get("reference", -1),
        )
        if min(columns.booked_on, columns.credit, columns.memo) >= 0:
            return _skip_numbers(rows, columns)
    return None


def _skip_numbers(rows: Rows, columns: Columns) -> Columns:
    """Steps over a “(1) (2) …” row under the headings."""
    if columns.first_row < len(rows) and _is_numbers(rows[columns.first_row]):
        return replace(columns, first_row=columns.first_row + 1)
    return columns


def _is_numbers(row: Sequence[Cell]) -> bool:
    cells = [text.strip("()[]") for cell in row if (text := _text(cell))]
    return bool(cells) and all(cell.isdigit() and len(cell) <= 2 for cell in cells)


def _found(row: Sequence[Cell]) -> Iterator[tuple[str, int]]:
    headings = [search_key(_text(cell)) for cell in row]
    for field, names in _HEADINGS.items():
        place = _place(headings, names)
        if place >= 0:
            yield field, place


def _place(headings: list[str], names: tuple[str, ...]) -> int:
    for name in names:
        for place, heading in enumerate(headings):
            if heading == name or (len(name) > 3 and heading.startswith(name)):
                return place
    return -1


def _line(
    row: Sequence[Cell], number: int, columns: Columns
) -> StatementLine | tuple[int, Problem] | None:
    day, money = _at(row, columns.booked_on), _at(row, columns.credit)
    if not _text(day) or not _text(money):
        return None
    booked_on = _day(day)
    if isinstance(booked_on, Problem):
        # Totals and remarks below the table have no date at all.
        return (columns.booked_on, booked_on) if any(map(str.isdigit, _text(day))) else None
    amount = _dong(money)
    if isinstance(amount, Problem):
        return columns.credit, amount
    if amount <= 0:
        return None
    memo, reference = clean_text(_text(_at(row, columns.memo))), _text(_at(row, columns.reference))
    return StatementLine(number, booked_on, amount, memo, clean_text(reference))


def _at(row: Sequence[Cell], place: int) -> Cell:
    return row[place] if 0 <= place < len(row) else ""


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _day(cell: Cell) -> date | Problem:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    return parse_date(_text(cell).split(" ")[0])


def _dong(cell: Cell) -> int | Problem:
    """Whole dong; debits of banks that use one signed column count as nothing."""
    if isinstance(cell, bool):
        return Problem("amount", "AMOUNT_UNREADABLE", {"value": str(cell)})
    if isinstance(cell, int | float):
        whole = int(cell)
        if whole != cell:
            return Problem("amount", "AMOUNT_UNREADABLE", {"value": str(cell)})
        return max(whole, 0)
    text = _text(cell)
    if text.startswith("-") or (text.startswith("(") and text.endswith(")")):
        return 0
    for ending in (".00", ",00"):
        text = text.removesuffix(ending)
    return parse_dong(text.lstrip("+"))
