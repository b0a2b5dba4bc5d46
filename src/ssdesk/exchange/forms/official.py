"""A filled official form as XLSX, to be read, sent and printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path

from ssdesk.domain.forms import (
    Cell,
    CellKind,
    Column,
    FilledForm,
    FormLayout,
    RowKind,
    Signature,
    header_cells,
    header_depth,
)
from ssdesk.exchange.forms.book import Maker, Sheet, SheetWriter, Value, writing
from ssdesk.exchange.forms.styles import Format, Style

POINTS_PER_DIGIT = 4.8
_SUM_WIDTH = 12.0
_CODE_COLUMNS = 3
_HEAD_HEIGHT = 18.0
_MIN_HEADING_ROW = 41.0
_ROW_HEIGHT = 15.0
_LINE_HEIGHT = 12.5
_LETTER = 0.42
_WAITING = "(Chờ thanh toán)"

_ALIGN = {CellKind.TEXT: "left", CellKind.DONG: "right"}
_FORMAT = {
    CellKind.ORDER: Format.WHOLE,
    CellKind.COUNT: Format.WHOLE,
    CellKind.DONG: Format.DONG,
    CellKind.PERCENT: Format.GENERAL,
}
_WRAPPED = frozenset({CellKind.TEXT, CellKind.ID})
_HUNDRED = 100


def write_form(file: Path | BytesIO, form: FilledForm) -> None:
    """Writes the form; the same form gives the same bytes.

    Raises:
        OSError: the file cannot be written.
    """
    layout = form.layout
    depth = header_depth(layout)
    top = _rows_above(form)
    margins = layout.paper.margins
    sheet = Sheet(
        name=layout.code,
        widths=tuple(_width(column) for column in layout.leaves),
        frozen=(top + depth + 1, 2),
        repeated=(top, top + depth),
        margins=(margins[3], margins[1], margins[0], margins[2]),
    )
    with writing(file, sheet, form.heading.list_date) as writer:
        _write_head(writer, form)
        _write_table_head(writer, layout, depth)
        _write_rows(writer, form)
        _write_foot(writer, form)


def _width(column: Column) -> float:
    """Digits that a column is wide; a sum that does not fit would show as ####."""
    width = column.width / POINTS_PER_DIGIT
    return max(width, _SUM_WIDTH) if column.kind is CellKind.DONG else width


def _rows_above(form: FilledForm) -> int:
    """Rows above the table: head, a blank, title, number, the mark of waiting, a blank."""
    lines = max(len(form.layout.head), len(form.layout.motto) + 1)
    return lines + 4 + int(form.heading.waiting)


def _write_head(writer: SheetWriter, form: FilledForm) -> None:
    layout = form.layout
    count = len(layout.leaves)
    split = _split(layout)
    blank = writer.maker(Style())
    left = writer.maker(Style(size=12))
    line = Style(size=13, bold=True, align="center")
    motto = (writer.maker(line), writer.maker(replace(line, underlined=True)))
    code = writer.maker(Style(size=11, bold=True, align="right"))
    for place in range(max(len(layout.head), len(layout.motto) + 1)):
        values: list[Value] = [""] * count
        makers = [blank] * count
        if place < len(layout.head):
            values[0], makers[0] = form.line(layout.head[place]), left
            writer.merge(writer.rows_written, 0, 1, split)
        if place < len(layout.motto):
            values[split], makers[split] = layout.motto[place], motto[place > 0]
            writer.merge(writer.rows_written, split, 1, count - split)
        elif place == len(layout.motto):
            start = count - _CODE_COLUMNS
            values[start], makers[start] = layout.code, code
            writer.merge(writer.rows_written, start, 1, _CODE_COLUMNS)
        writer.row(values, makers, _HEAD_HEIGHT)
    _across(writer, count, "", blank)
    _across(writer, count, layout.title, writer.maker(Style(size=14, bold=True, align="center")))
    italic = writer.maker(Style(size=12, italic=True, align="center"))
    _across(writer, count, form.line(layout.number_line), italic)
    if form.heading.waiting:
        mark = writer.maker(Style(size=12, bold=True, italic=True, align="center"))
        _across(writer, count, _WAITING, mark)
    _across(writer, count, "", blank)


def _across(writer: SheetWriter, count: int, text: str, maker: Maker) -> None:
    if text:
        writer.merge(writer.rows_written, 0, 1, count)
    writer.row([text] + [""] * (count - 1), [maker] * count, _HEAD_HEIGHT + 2 if text else 8)


def _split(layout: FormLayout) -> int:
    """The column at which the lines at the upper left end."""
    whole = sum(column.width for column in layout.leaves)
    taken = 0.0
    for place, column in enumerate(layout.leaves):
        if taken >= whole * layout.paper.left_share:
            return place
        taken += column.width
    return len(layout.leaves) // 2


def _write_table_head(writer: SheetWriter, layout: FormLayout, depth: int) -> None:
    count = len(layout.leaves)
    top = writer.rows_written
    size = layout.paper.table_size
    maker = writer.maker(Style(size=size, bold=True, border=True, align="center", wrap=True))
    cells = header_cells(layout)
    # A title that reaches over several rows needs their heights together.
    height = max(_MIN_HEADING_ROW, _needed(layout) / depth)
    for row in range(depth):
        values: list[Value] = [""] * count
        for cell in cells:
            if cell.row == row:
                values[cell.column] = cell.title
                writer.merge(top + row, cell.column, cell.rows, cell.columns)
        writer.row(values, [maker] * count, height)
    number = writer.maker(Style(size=10, italic=True, border=True, align="center"))
    writer.row([column.number for column in layout.leaves], [number] * count, 16)


def _needed(layout: FormLayout) -> float:
    """Points that the tallest heading takes, guessed from its letters and its words."""
    return max(_lines(column) * 13.5 for column in layout.leaves)


def _lines(column: Column) -> int:
    lines, room = 1, column.width - 4
    used = 0.0
    for word in column.title.split():
        length = len(word) * 5.6
        if used and used + length > room:
            lines, used = lines + 1, 0.0
        used += length + 2.5
    return lines


def cell_style(column: Column, size: float, *, bold: bool = False) -> Style:
    """How cells of a column look."""
    return Style(
        size=size,
        bold=bold,
        border=True,
        align=_ALIGN.get(column.kind, "center"),
        wrap=column.kind in _WRAPPED,
        format=_FORMAT.get(column.kind, Format.TEXT),
    )


def number_of(value: Cell) -> Value:
    """A share of 1 as its per cent; everything else as it is."""
    return value * _HUNDRED if isinstance(value, Fraction) else value


def _write_rows(writer: SheetWriter, form: FilledForm) -> None:
    leaves = form.layout.leaves
    size = form.layout.paper.table_size
    makers = {
        RowKind.PERSON: [writer.maker(cell_style(column, size)) for column in leaves],
        RowKind.GROUP: [writer.maker(cell_style(column, size, bold=True)) for column in leaves],
    }
    makers[RowKind.TOTAL] = makers[RowKind.GROUP]
    makers[RowKind.NOTICE] = makers[RowKind.PERSON]
    rooms = [
        (place, max(int(column.width / (size * _LETTER)), 1))
        for place, column in enumerate(leaves)
        if column.kind in _WRAPPED
    ]
    for row in form.rows:
        values = [number_of(value) for value in row.cells]
        writer.row(values, makers[row.kind], _row_height(values, rooms))


def _row_height(values: Sequence[Value], rooms: Sequence[tuple[int, int]]) -> float:
    """Points that the row takes: programs do not widen rows of a file they did not write."""
    most = 1
    for place, room in rooms:
        length = len(values[place])  # type: ignore[arg-type]
        if length > room:
            most = max(most, -(-length // room))
    return _ROW_HEIGHT + (most - 1) * _LINE_HEIGHT


def _write_foot(writer: SheetWriter, form: FilledForm) -> None:
    layout = form.layout
    count = len(layout.leaves)
    blank = writer.maker(Style())
    bold = writer.maker(Style(size=11, bold=True))
    _across(writer, count, "", blank)
    for line in layout.closing:
        _across(writer, count, form.line(line), bold)
    for signature in layout.signatures:
        _write_signature(writer, form, signature)


def _write_signature(writer: SheetWriter, form: FilledForm, signature: Signature) -> None:
    layout = form.layout
    count = len(layout.leaves)
    start = count // 2
    blank, italic = writer.maker(Style()), writer.maker(Style(italic=True, align="center"))
    bold = writer.maker(Style(size=12, bold=True, align="center"))
    note = writer.maker(Style(size=11, italic=True, align="center"))
    name = form.line("{principal_name}") if signature.name else ""
    lines: Sequence[tuple[str, Maker]] = [
        *((title, bold) for title in signature.title),
        *((hint, italic) for hint in signature.hint),
        *((("", blank),) * 4),
        (name, bold),
    ]
    for place, (text, maker) in enumerate(lines):
        values: list[Value] = [""] * count
        makers = [blank] * count
        values[start], makers[start] = text, maker
        if place == 0 and layout.left_note:
            values[0], makers[0] = layout.left_note, note
            writer.merge(writer.rows_written, 0, 1, start)
        if text:
            writer.merge(writer.rows_written, start, 1, count - start)
        writer.row(values, makers, 17)
