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
from ssdesk.exchange.sheets import Cell, Sheet, Source, column_letter

MarkedTexts = dict[tuple[str, int, str], str]
"""Text to stand in a cell, by sheet, Excel's row and column letter."""

_FILL, _EDGE = "#FFD7D3", "#B3261E"
_WIDEST, _NARROWEST = 42, 6
_FORMULA_STARTS = ("=", "+", "@", "-", "\t", "\r")
_LONGEST_CELL = 32_000
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """What is wrong in a row; `columns` are letters, the first one where it is said."""

    sheet: str
    row: int
    columns: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class MarkedList:
    """A source with its marks.

    Args:
        texts: cells that stand as other text than in the source.
        heading: heading of the added column of sentences.
        heading_rows: Excel's row of the last headings, by sheet.
    """

    source: Source
    marks: Sequence[Mark]
    texts: MarkedTexts
    heading: str
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
    if text.startswith(_FORMULA_STARTS) and not text[1:].replace(" ", "").isdigit():
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
        self._head = book.add_format({"bold": True, "font_color": _EDGE})
        self._said = book.add_format({"font_color": _EDGE})

    def write(self, marked: MarkedList) -> None:
        """Writes the cells, the marks and the column of sentences."""
        marks = [mark for mark in marked.marks if mark.sheet == self._sheet.name]
        coloured = {(mark.row, letter) for mark in marks for letter in mark.columns if letter}
        width = max((len(row) for row in self._sheet.rows), default=0)
        widths = [_NARROWEST] * width
        for at, row in enumerate(self._sheet.rows):
            for index, cell in enumerate(row):
                letter = column_letter(index)
                text = marked.texts.get((self._sheet.name, at + 1, letter))
                self._cell(
                    (at, index), cell if text is None else text, (at + 1, letter) in coloured
                )
                widths[index] = max(widths[index], min(len(as_text(cell)) + 2, _WIDEST))
        for index, size in enumerate(widths):
            self._page.set_column(index, index, size)
        if marks:
            head = marked.heading_rows.get(self._sheet.name, 0)
            self._sentences(marks, width, head)
            if head:
                self._page.write_string(head - 1, width, marked.heading, self._head)
                self._page.freeze_panes(head, 0)

    def _cell(self, place: tuple[int, int], cell: Cell, bad: bool) -> None:
        if isinstance(cell, date):
            self._page.write_datetime(*place, cell, self._bad_day if bad else self._day)
        elif isinstance(cell, bool):
            self._page.write_boolean(*place, cell)
        elif isinstance(cell, (int, float)) and abs(cell) < 1e9:
            self._page.write_number(*place, cell, self._bad if bad else None)
        elif cell != "" or bad:
            text = cell if isinstance(cell, str) else as_text(cell)
            style = self._bad if bad else self._plain
            if text:
                self._page.write_string(*place, defused(text)[:_LONGEST_CELL], style)
            else:
                self._page.write_blank(*place, None, style)

    def _sentences(self, marks: Sequence[Mark], width: int, head: int) -> None:
        said: dict[int, list[str]] = {}
        for mark in marks:
            said.setdefault(mark.row, []).append(mark.sentence)
        comments: dict[tuple[int, str], list[str]] = {}
        for mark in marks:
            if mark.columns and mark.columns[0]:
                comments.setdefault((mark.row, mark.columns[0]), []).append(mark.sentence)
        for (row, letter), sentences in comments.items():
            self._page.write_comment(f"{letter}{row}", "\n".join(sentences), {"x_scale": 2})
        for row, sentences in said.items():
            self._page.write_string(row - 1, width, " ".join(sentences), self._said)
        self._page.set_column(width, width, 90)
        self._page.autofilter(max(head - 1, 0), 0, len(self._sheet.rows) - 1, width)
