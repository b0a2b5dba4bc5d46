"""The sheet that a vendor's declaration program takes in by its field names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ssdesk.domain.forms import FilledForm
from ssdesk.exchange.forms.book import Sheet, Value, writing
from ssdesk.exchange.forms.official import POINTS_PER_DIGIT, cell_style, number_of
from ssdesk.exchange.forms.styles import Style

_SHEET = "Dữ Liệu"
_BLUE = "FF9DC3E6"
_GRAY = "FFEDEDED"
_SIZE = 10.0


def write_vendor_sheet(file: Path, form: FilledForm) -> None:
    """Writes title, headings, field names in row 3 and a person a row from row 4.

    Blue headings are fields that the program refuses a row without.

    Raises:
        OSError: the file cannot be written.
    """
    leaves = form.layout.leaves
    sheet = Sheet(
        name=_SHEET,
        widths=tuple(column.width / POINTS_PER_DIGIT for column in leaves),
        frozen=(3, 2),
        repeated=(1, 2),
    )
    with writing(file, sheet, form.heading.list_date) as writer:
        blank = writer.maker(Style())
        title = [form.line(form.layout.number_line)] + [""] * (len(leaves) - 1)
        bold = writer.maker(Style(bold=True))
        writer.row(title, [bold] + [blank] * (len(leaves) - 1))
        head = Style(size=_SIZE, bold=True, border=True, align="center", wrap=True)
        plain = writer.maker(replace(head, fill=_GRAY))
        required = writer.maker(replace(head, fill=_BLUE))
        makers = [required if column.required else plain for column in leaves]
        writer.row([column.title for column in leaves], makers, 45)
        writer.row([column.number for column in leaves], makers)
        body = [writer.maker(cell_style(column, _SIZE)) for column in leaves]
        for row in form.rows:
            values: list[Value] = [number_of(value) for value in row.cells]
            writer.row(values, body)
