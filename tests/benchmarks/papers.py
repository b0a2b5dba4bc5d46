"""An official list as PDF, beside a plain canvas and ReportLab's own long table."""

from __future__ import annotations

import io
from pathlib import Path

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

from ssdesk.documents.fonts import SERIF, SERIF_BOLD, register_fonts
from ssdesk.documents.official_list import official_list_pdf
from ssdesk.domain.forms import FilledForm, cell_text
from tests.benchmarks.measuring import Figure, best
from tests.listed_people import filled, people

SIZES = (350, 2_000, 10_000)
_ROW_HEIGHT, _ROWS_A_PAGE = 16, 22


def measure(folder: Path, size: int) -> Figure:
    """One list of `size` people."""
    form = filled("mau-so-3", people(size))
    return Figure(
        "official list PDF",
        size,
        best(lambda: official_list_pdf(form)),
        limit=best(lambda: _plain_canvas(form)),
        limit_name="plain canvas",
        peer=best(lambda: _long_table(form)),
        peer_name="LongTable",
        goal="≤ 1.3 x limit",
    )


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
