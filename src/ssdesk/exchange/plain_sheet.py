"""A plain list as XLSX: titles, one header row, text cells; for lists that people go on typing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

from ssdesk.exchange.formulas import FORMULA_STARTS

_WIDEST = 40


def write_plain_sheet(
    file: Path,
    sheet: str,
    titles: Sequence[str],
    header: Sequence[str],
    rows: Iterable[Sequence[str | int]],
) -> None:
    """Write one sheet.

    Args:
        file: the XLSX to write; replaced if there.
        sheet: name of the sheet, at most 31 letters.
        titles: lines above the header.
        header: headings of the columns.
        rows: cells; text stays text, so that codes keep their zeros and formulas stay dead.

    Raises:
        OSError: the file cannot be written.
    """
    widths = [len(heading) for heading in header]
    with xlsxwriter.Workbook(
        file, {"strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        page = book.add_worksheet(sheet)
        bold = book.add_format({"bold": True})
        head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"})
        text = book.add_format({"num_format": "@", "border": 1})
        quoted = book.add_format({"num_format": "@", "border": 1, "quote_prefix": True})
        for place, title in enumerate(titles):
            page.write_string(place, 0, title, bold)
        top = len(titles)
        page.write_row(top, 0, header, head)
        for place, row in enumerate(rows, start=top + 1):
            for column, value in enumerate(row):
                widths[column] = max(widths[column], len(str(value)))
                if isinstance(value, int):
                    page.write_number(place, column, value, text)
                else:
                    style = quoted if value.startswith(FORMULA_STARTS) else text
                    page.write_string(place, column, value, style)
        for column, width in enumerate(widths):
            page.set_column(column, column, min(width + 2, _WIDEST))
        page.freeze_panes(top + 1, 0)
