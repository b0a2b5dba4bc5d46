"""The cells of one line of a roster: each by its field, and what is wrong at which place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ssdesk.domain.problems import Problem
from ssdesk.exchange.columns import Field
from ssdesk.exchange.roster_cells import (
    LONGEST_TEXT,
    Healings,
    is_cut_number,
    is_formula_error,
    is_plain,
    text_heal,
    text_of,
    with_signs_shown,
)
from ssdesk.exchange.roster_layout import Layout
from ssdesk.exchange.roster_lines import Line
from ssdesk.exchange.sheets import Cell, column_letter

_NEVER_READ = frozenset({Field.IGNORED, Field.ORDER})


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A problem at a cell.

    Args:
        sheet: empty where the source has one sheet without a name.
        row: Excel's row.
        column: Excel's letter, empty where the whole row is meant.
        value: the cell as it stands.
        also: letters of further columns of the row that it concerns.
    """

    sheet: str
    row: int
    column: str
    value: str
    problem: Problem
    also: tuple[str, ...] = ()


class LineCells:
    """The cells of a line at a time, and the problems found in it."""

    def __init__(self, layout: Layout, healings: Healings) -> None:
        self._layout = layout
        self._healings = healings
        self._index = {
            column.field: column.index
            for column in reversed(layout.columns)
            if column.field not in _NEVER_READ
        }
        self._letters = {field: column_letter(index) for field, index in self._index.items()}
        self._read = tuple(
            column.index for column in layout.columns if column.field not in _NEVER_READ
        )
        self._line = Line(0, (), "")
        self._cells: Sequence[Cell] = ()
        self._problems: list[CellProblem] = []

    def _begin(self, line: Line) -> None:
        """Goes to the next line, its spoilt cells reported."""
        self._line, self._cells, self._problems = line, line.cells, []
        self._check_cells()

    def _cell(self, field: Field) -> Cell:
        index = self._index.get(field, -1)
        if index < 0 or index >= len(self._cells):
            return ""
        return self._cells[index]

    def _place(self, field: Field) -> tuple[str, int, str]:
        return self._layout.sheet, self._line.row, self._letters.get(field, "")

    def _report(self, field: Field, problem: Problem, also: tuple[Field, ...] = ()) -> None:
        value = text_of(self._cell(field))[:60]
        letters = tuple(self._letters[item] for item in also if item in self._letters)
        self._problems.append(CellProblem(*self._place(field), value, problem, letters))

    def _check_cells(self) -> None:
        """Reports failed formulas and texts no cell of a roster is; they are read as empty."""
        if is_plain(self._cells):
            return
        bad: list[int] = []
        cells, size = self._cells, len(self._cells)
        for index in self._read:
            cell = cells[index] if index < size else ""
            if not isinstance(cell, str) or not cell:
                continue
            code = _fault(cell)
            if code:
                bad.append(index)
                self._report_index(index, code)
            elif healed := text_heal(cell):
                place = (self._layout.sheet, self._line.row, column_letter(index))
                self._healings.add(healed, place, with_signs_shown(cell), text_of(cell))
        if bad:
            self._cells = ["" if at in bad else cell for at, cell in enumerate(self._cells)]

    def _report_index(self, index: int, code: str) -> None:
        field = next(item.field for item in self._layout.columns if item.index == index)
        value = text_of(self._cells[index])[:60]
        problem = Problem(field.value, code, {"value": value, "limit": LONGEST_TEXT})
        place = self._layout.sheet, self._line.row, column_letter(index)
        self._problems.append(CellProblem(*place, value, problem))

    def _is_reported(self, field: Field) -> bool:
        letter = self._letters.get(field)
        return any(found.column == letter for found in self._problems)

    def _text(self, field: Field) -> str:
        index = self._index.get(field, -1)
        if index < 0 or index >= len(self._cells):
            return ""
        cell = self._cells[index]
        return text_of(cell) if cell != "" else ""


def _fault(cell: str) -> str:
    """Code of what no cell of a roster is: a failed formula, a shortened number, a long text."""
    if len(cell) > LONGEST_TEXT:
        return "TEXT_TOO_LONG"
    if cell[0] in "#E" and is_formula_error(cell):
        return "CELL_FORMULA_ERROR"
    return "NUMBER_CUT" if "+" in cell and is_cut_number(cell) else ""
