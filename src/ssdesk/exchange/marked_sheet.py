"""A spreadsheet given back with its bad cells coloured and explained."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from ssdesk.exchange.columns_content import as_text
from ssdesk.exchange.formulas import FORMULA_STARTS
from ssdesk.exchange.sheets import Cell, Sheet, Source, column_letter

MarkedTexts = dict[tuple[str, int, str], str]
"""Text to stand in a cell, by sheet, Excel's row and column letter."""

_FILL, _EDGE = "#FFD7D3", "#B3261E"
_HEALED_FILL, _HEALED_EDGE = "#DDF0E3", "#1F6B3A"
_WIDEST, _NARROWEST = 42, 6
_LONGEST_CELL = 32_000
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be said of a row.

    Args:
        columns: letters, the first one where it is said.
        healed: whether the cell was put right, so that nobody needs to mend it.
    """

    sheet: str
    row: int
    columns: tuple[str, ...]
    sentence: str
    healed: bool = False


@dataclass(frozen=True, slots=True)
class MarkedList:
    """A source with its marks.

    Args:
        texts: cells that stand as other text than in the source.
        headings: of the added columns: what is wrong, and what was put right.
        heading_rows: Excel's row of the last headings, by sheet.
    """

    source: Source
    marks: Sequence[Mark]
    texts: MarkedTexts
    headings: tuple[str, str]
    heading_rows: Mapping[str, int]


def write_marked(file: Path, marked: MarkedList) -> None:
    """Writes all sheets of a source with their marks; replaces the file whole or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    part = file.with_name(file.name + ".part")
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    try:
        with xlsxwriter.Workbook(part, options) as book:
            names: set[str] = set()
            for at, sheet in enumerate(marked.source.sheets):
                name = _sheet_name(sheet.name, at, names)
                names.add(name.casefold())
                page = book.add_worksheet(name)
                _Page(book, page, sheet).write(marked)
        part.replace(file)
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def defused(text: str) -> str:
    """The text behind an apostrophe where a spreadsheet might take it for a formula."""
    if text.startswith(FORMULA_STARTS) and not text[1:].replace(" ", "").isdigit():
        return "'" + text
    return text


def _sheet_name(name: str, at: int, taken: set[str]) -> str:
    """The sheet's name as far as Excel allows it."""
    allowed = _NOT_IN_NAMES.sub(" ", name).strip("' ")[:_LONGEST_NAME].strip()
    if not allowed or allowed.casefold() in taken or allowed.casefold() == "history":
        return f"Sheet{at + 1}"
    return allowed


class _Page:
    def __init__(self, book: Any, page: Any, sheet: Sheet) -> None:
        self._page = page
        self._sheet = sheet
        self._plain = book.add_format({"num_format": "@"})
        self._day = book.add_format({"num_format": "dd/mm/yyyy"})
        bad = {"bg_color": _FILL, "border": 1, "border_color": _EDGE}
        self._bad = book.add_format({"num_format": "@", **bad})
        self._bad_day = book.add_format({"num_format": "dd/mm/yyyy", **bad})
        good = {"bg_color": _HEALED_FILL, "border": 1, "border_color": _HEALED_EDGE}
        self._good = book.add_format({"num_format": "@", **good})
        self._good_day = book.add_format({"num_format": "dd/mm/yyyy", **good})
        self._styles = {None: self._plain, False: self._bad, True: self._good}
        self._day_styles = {None: self._day, False: self._bad_day, True: self._good_day}
        self._said = book.add_format({"font_color": _EDGE})
        self._plain_said = book.add_format({"font_color": _HEALED_EDGE})
        self._heads = [
            book.add_format({"bold": True, "font_color": colour})
            for colour in (_EDGE, _HEALED_EDGE)
        ]

    def write(self, marked: MarkedList) -> None:
        """Writes the cells, the marks and the column of sentences."""
        marks = [mark for mark in marked.marks if mark.sheet == self._sheet.name]
        # A cell that was put right and is wrong all the same is shown as wrong.
        coloured = {
            (mark.row, letter): mark.healed
            for mark in sorted(marks, key=lambda mark: not mark.healed)
            for letter in mark.columns
            if letter
        }
        width = max((len(row) for row in self._sheet.rows), default=0)
        widths = [_NARROWEST] * width
        for at, row in enumerate(self._sheet.rows):
            for index, cell in enumerate(row):
                letter = column_letter(index)
                text = marked.texts.get((self._sheet.name, at + 1, letter))
                self._cell(
                    (at, index), cell if text is None else text, coloured.get((at + 1, letter))
                )
                widths[index] = max(widths[index], min(len(as_text(cell)) + 2, _WIDEST))
        for index, size in enumerate(widths):
            self._page.set_column(index, index, size)
        if marks:
            self._added_columns(marks, width, marked)

    def _added_columns(self, marks: Sequence[Mark], width: int, marked: MarkedList) -> None:
        head = marked.heading_rows.get(self._sheet.name, 0)
        self._comments([mark for mark in marks if not mark.healed])
        at = width
        for healed in (False, True):
            said = [mark for mark in marks if mark.healed is healed]
            if not said:
                continue
            self._sentences(said, at)
            if head:
                style = self._heads[healed]
                self._page.write_string(head - 1, at, marked.headings[healed], style)
            at += 1
        if head:
            self._page.freeze_panes(head, 0)
        self._page.autofilter(max(head - 1, 0), 0, len(self._sheet.rows) - 1, at - 1)

    def _cell(self, place: tuple[int, int], cell: Cell, healed: bool | None) -> None:
        """Writes one cell; `healed` is None where nothing is to be said of it."""
        if isinstance(cell, date):
            self._page.write_datetime(*place, cell, self._day_styles[healed])
        elif isinstance(cell, bool):
            self._page.write_boolean(*place, cell)
        elif isinstance(cell, (int, float)) and abs(cell) < 1e9:
            style = None if healed is None else self._styles[healed]
            self._page.write_number(*place, cell, style)
        elif cell != "" or healed is not None:
            text = cell if isinstance(cell, str) else as_text(cell)
            style = self._styles[healed]
            if text:
                self._page.write_string(*place, defused(text)[:_LONGEST_CELL], style)
            else:
                self._page.write_blank(*place, None, style)

    def _comments(self, marks: Sequence[Mark]) -> None:
        comments: dict[tuple[int, str], list[str]] = {}
        for mark in marks:
            if mark.columns and mark.columns[0]:
                comments.setdefault((mark.row, mark.columns[0]), []).append(mark.sentence)
        for (row, letter), sentences in comments.items():
            self._page.write_comment(f"{letter}{row}", "\n".join(sentences), {"x_scale": 2})

    def _sentences(self, marks: Sequence[Mark], column: int) -> None:
        said: dict[int, list[str]] = {}
        for mark in marks:
            place = f"{mark.columns[0]}{mark.row}: " if any(mark.columns[:1]) else ""
            said.setdefault(mark.row, []).append(place + mark.sentence)
        style = self._plain_said if marks[0].healed else self._said
        for row, sentences in said.items():
            self._page.write_string(row - 1, column, " ".join(sentences), style)
        self._page.set_column(column, column, 90)
