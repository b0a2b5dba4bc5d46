"""Official lists beside the raw limit and beside the libraries a user would pick instead.

Run by hand: `python -m tests.benchmarks.official_lists [rows]`; prints one table of ratios.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import xlsxwriter
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

from ssdesk.documents.fonts import SERIF, SERIF_BOLD, register_fonts
from ssdesk.documents.official_list import official_list_pdf
from ssdesk.domain.forms import FilledForm, cell_text
from ssdesk.exchange.forms.official import number_of, write_form
from tests.listed_people import filled, people

ROUNDS = 3
SCHOOL, SCHOOLS = 350, 442
_ROW_HEIGHT, _ROWS_A_PAGE = 16, 22


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def _bare_xlsx(form: FilledForm, file: Path) -> None:
    """The raw limit: cells without looks, straight into the zip."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        lines = []
        for row in form.rows:
            cells = [
                f'<c t="inlineStr"><is><t>{value}</t></is></c>'
                if isinstance(value, str)
                else f"<c><v>{value}</v></c>"
                for value in map(number_of, row.cells)
            ]
            lines.append(f"<row>{''.join(cells)}</row>")
        package.writestr("xl/worksheets/sheet1.xml", "".join(lines))


def _xlsxwriter(form: FilledForm, file: Path) -> None:
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        page = book.add_worksheet()
        look = book.add_format({"border": 1, "font_name": "Times New Roman"})
        for place, row in enumerate(form.rows):
            for column, value in enumerate(map(number_of, row.cells)):
                if isinstance(value, str):
                    page.write_string(place, column, value, look)
                else:
                    page.write_number(place, column, float(value), look)


def _openpyxl(form: FilledForm, file: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet()
    for row in form.rows:
        page.append([value if isinstance(value, str) else float(value) for value in row.cells])
    book.save(file)


def _texts(form: FilledForm) -> list[list[str]]:
    kinds = [column.kind for column in form.layout.leaves]
    return [
        [cell_text(value, kind) for value, kind in zip(row.cells, kinds, strict=True)]
        for row in form.rows
    ]


def _plain_canvas(form: FilledForm) -> None:
    """The raw limit: text and grid, nothing wrapped, no signatures."""
    register_fonts()
    edges = [56.7]
    for column in form.layout.leaves:
        edges.append(edges[-1] + column.width)
    canvas = Canvas(io.BytesIO(), pagesize=landscape(A4), pageCompression=1)
    rows = _texts(form)
    for start in range(0, len(rows), _ROWS_A_PAGE):
        page = rows[start : start + _ROWS_A_PAGE]
        grid = [(x, 520, x, 520 - len(page) * _ROW_HEIGHT) for x in edges]
        text = canvas.beginText()
        text.setFont(SERIF, 10)
        for place, row in enumerate(page, start=1):
            y = 520 - place * _ROW_HEIGHT
            grid.append((edges[0], y, edges[-1], y))
            for column, value in enumerate(row):
                if value:
                    middle = edges[column] + edges[column + 1] - stringWidth(value, SERIF, 10)
                    text.setTextOrigin(middle / 2, y + 4)
                    text.textOut(value)
        canvas.lines(grid)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()


def _long_table(form: FilledForm) -> None:
    register_fonts()
    table = LongTable(
        [[column.number for column in form.layout.leaves], *_texts(form)],
        colWidths=[column.width for column in form.layout.leaves],
        rowHeights=_ROW_HEIGHT,
        repeatRows=1,
    )
    look = [("FONT", (0, 0), (-1, -1), SERIF, 10), ("FONT", (0, 0), (-1, 0), SERIF_BOLD, 10)]
    table.setStyle(TableStyle([*look, ("GRID", (0, 0), (-1, -1), 0.5, black)]))
    SimpleDocTemplate(io.BytesIO(), pagesize=landscape(A4)).build([table])


def _show(title: str, ours: float, others: dict[str, float]) -> None:
    print(f"{title}: {ours:.2f} s")
    for name, seconds in others.items():
        print(f"  {name}: {seconds:.2f} s, ours is {ours / seconds:.2f} x of it")


def main(rows: int) -> None:
    """Measures and prints."""
    form = filled("mau-so-3", people(rows))
    school = filled("mau-so-3", people(SCHOOL))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "list.xlsx"
        _show(
            f"XLSX, {rows} rows",
            _best(lambda: write_form(file, form)),
            {
                "bare XML": _best(lambda: _bare_xlsx(form, file)),
                "XlsxWriter": _best(lambda: _xlsxwriter(form, file)),
                "openpyxl": _best(lambda: _openpyxl(form, file)),
            },
        )
        one = _best(lambda: write_form(file, school))
        print(f"  {SCHOOLS} lists of {SCHOOL}: {one * SCHOOLS:.1f} s, from one")
    _show(
        f"PDF, {rows} rows",
        _best(lambda: official_list_pdf(form)),
        {
            "plain canvas": _best(lambda: _plain_canvas(form)),
            "LongTable": _best(lambda: _long_table(form)),
        },
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
