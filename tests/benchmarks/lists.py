"""An official list as XLSX, beside bare XML and XlsxWriter."""

from __future__ import annotations

import zipfile
from pathlib import Path

import xlsxwriter

from ssdesk.domain.forms import FilledForm
from ssdesk.exchange.forms.official import number_of, write_form
from tests.benchmarks.measuring import Figure, best
from tests.listed_people import filled, people

SIZES = (350, 2_000, 10_000)


def measure(folder: Path, size: int) -> Figure:
    """One list of `size` people."""
    form, file = filled("mau-so-3", people(size)), folder / "list.xlsx"
    return Figure(
        "official list XLSX",
        size,
        best(lambda: write_form(file, form)),
        limit=best(lambda: _bare_xlsx(form, file)),
        limit_name="bare XML",
        peer=best(lambda: _xlsxwriter(form, file)),
        peer_name="XlsxWriter",
        goal="≤ 1.5 x the direct writer",
    )


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
