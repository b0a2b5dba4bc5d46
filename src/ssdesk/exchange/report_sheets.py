"""A report as XLSX to work on: real numbers and dates, text that stays text."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import xlsxwriter

from ssdesk.domain.dates import format_date
from ssdesk.domain.figures import Figure, FigureColumn, FigureKind, FigureTable, Report, RowKind
from ssdesk.domain.money import format_number
from ssdesk.exchange.formulas import FORMULA_STARTS

_FORMATS = {
    FigureKind.TEXT: "@",
    FigureKind.INT: "#,##0",
    FigureKind.DONG: "#,##0",
    FigureKind.PER_MILLE: "0.0%",
    FigureKind.DATE: "dd/mm/yyyy",
}
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_NAME = 31
_BAR_COLOUR = "#9CC7C9"
_HEAD, _SUM_COLOUR = "#E3EDEE", "#F2F2F2"
_WIDTH, _ROW_HEIGHT = 1.05, 15.5
# The letters of a sentence are narrower than the figures that widths are counted in.
_NARROW = 0.92


def report_sheet(report: Report, issuer: str, words: Mapping[str, str]) -> bytes:
    """The report as a workbook, a sheet a table; the same report gives the same bytes.

    Args:
        report: what it says.
        issuer: whose it is.
        words: `as_of`, `holds` and `differs` in the report's language.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": report.title, "author": issuer, "created": report.as_of})
        writer = _Writer(book)
        for number, table in enumerate(report.tables):
            name = f"{number + 1}. {table.title}".translate(_FORBIDDEN)[:_LONGEST_NAME].strip()
            page = book.add_worksheet(name)
            row = _head(writer, page, report, (issuer, words))
            if number == 0:
                row = _sums(writer, page, report, row, words)
            _table(writer, page, table, row)
    return out.getvalue()


@dataclass(slots=True)
class _Writer:
    """Keeps the formats of one book, each made once."""

    book: Any
    _known: dict[tuple[tuple[str, object], ...], Any] = field(default_factory=dict)

    def style(self, **how: object) -> Any:
        key = tuple(sorted(how.items()))
        if key not in self._known:
            self._known[key] = self.book.add_format({"font_name": "Times New Roman", **how})
        return self._known[key]


def _head(writer: _Writer, page: Any, report: Report, about: tuple[str, Mapping[str, str]]) -> int:
    issuer, words = about
    as_of = words["as_of"].format(
        time=f"{report.as_of:%H:%M}", day=format_date(report.as_of.date())
    )
    page.write_string(0, 0, issuer, writer.style(bold=True))
    page.write_string(1, 0, report.title, writer.style(bold=True, font_size=14))
    page.write_string(2, 0, report.subtitle, writer.style(bold=True))
    page.write_string(3, 0, as_of, writer.style(italic=True))
    return 5


def _sums(writer: _Writer, page: Any, report: Report, row: int, words: Mapping[str, str]) -> int:
    widths = [_width(column) for column in report.tables[0].columns]
    for check in report.sums:
        verdict = words["holds"]
        if check.difference:
            verdict = words["differs"].format(
                difference=format_number(check.difference), unit=check.unit
            )
        whole = f"{check.label}: {format_number(check.total)} {check.unit}"
        text = f"{whole} = {check.workings()}; {verdict}."
        if check.difference and check.remedy:
            text += f" {check.remedy}"
        style = writer.style(bold=bool(check.difference), text_wrap=True, valign="top")
        page.merge_range(row, 0, row, len(widths) - 1, text, style)
        # Merged cells do not grow by themselves.
        page.set_row(row, _ROW_HEIGHT * math.ceil(len(text) * _NARROW / sum(widths)))
        row += 1
    return row + 1 if report.sums else row


def _width(column: FigureColumn) -> float:
    """Of a column, in letters."""
    return max(column.width * _WIDTH, 6)


def _table(writer: _Writer, page: Any, table: FigureTable, row: int) -> None:
    page.write_string(row, 0, table.title, writer.style(bold=True))
    top = row + 1
    head = writer.style(
        bold=True, border=1, text_wrap=True, align="center", valign="vcenter", bg_color=_HEAD
    )
    for place, column in enumerate(table.columns):
        page.write_string(top, place, column.title, head)
        page.set_column(place, place, _width(column))
    page.set_row(top, 32)
    row = top
    for line in table.rows:
        row += 1
        if line.kind is RowKind.GROUP:
            style = writer.style(bold=True, border=1, bg_color=_SUM_COLOUR)
            page.merge_range(row, 0, row, len(table.columns) - 1, str(line.cells[0]), style)
            continue
        _cells(writer, page, table, (row, line.cells, line.kind is RowKind.SUBTOTAL))
    if table.totals:
        row += 1
        _cells(writer, page, table, (row, table.totals, True))
    if not table.rows:
        page.write_string(row + 1, 0, table.empty, writer.style(italic=True))
    for number, note in enumerate(table.notes):
        page.write_string(row + 2 + number, 0, note, writer.style(italic=True))
    _look(page, table, top, row)


def _cells(
    writer: _Writer, page: Any, table: FigureTable, line: tuple[int, tuple[Figure, ...], bool]
) -> None:
    row, cells, is_sum = line
    for place, (value, column) in enumerate(zip(cells, table.columns, strict=True)):
        how: dict[str, object] = {"border": 1, "num_format": _FORMATS[column.kind]}
        if is_sum:
            how |= {"bold": True, "bg_color": _SUM_COLOUR}
        if value is None:
            page.write_blank(row, place, None, writer.style(**how))
        elif isinstance(value, str):
            how |= {"num_format": "@", "quote_prefix": value.startswith(FORMULA_STARTS)}
            page.write_string(row, place, value, writer.style(**how))
        elif isinstance(value, date):
            moment = datetime(value.year, value.month, value.day)
            page.write_datetime(row, place, moment, writer.style(**how))
        else:
            shown = value / 1000 if column.kind is FigureKind.PER_MILLE else value
            page.write_number(row, place, shown, writer.style(**how))


def _look(page: Any, table: FigureTable, top: int, last: int) -> None:
    page.freeze_panes(top + 1, 0)
    page.repeat_rows(top)
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.print_area(0, 0, max(last + len(table.notes) + 1, top + 1), len(table.columns) - 1)
    if sum(column.width for column in table.columns) > 90:
        page.set_landscape()
    for place, column in enumerate(table.columns):
        if column.kind is FigureKind.PER_MILLE and last > top:
            bars = {"type": "data_bar", "bar_color": _BAR_COLOUR}
            limits = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}
            page.conditional_format(top + 1, place, last, place, {**bars, **limits})
