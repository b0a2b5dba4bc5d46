"""A paper of one table, drawn as an office paper of NĐ 30/2020/NĐ-CP."""

from __future__ import annotations

import io
from datetime import date

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from ssdesk.documents.fonts import (
    SERIF,
    SERIF_BOLD,
    SERIF_ITALIC,
    register_fonts,
)
from ssdesk.documents.wrapping import Wrapper
from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_dong
from ssdesk.domain.report import Cell, CellKind, ReportColumn, ReportTable

_LEFT, _RIGHT, _TOP, _BOTTOM = 62.0, 42.0, 46.0, 48.0
_SIZE, _LEADING, _PAD = 11.0, 13.5, 3.0
_NUMBERS = frozenset({CellKind.INT, CellKind.DONG, CellKind.PER_MILLE})
_BAR_GREYS = (0.35, 0.6, 0.82, 0.1)
_STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def report_pdf(table: ReportTable) -> bytes:
    """The paper; the same table gives the same bytes."""
    register_fonts()
    return _Paper(table).draw()


def cell_text(value: Cell, kind: CellKind) -> str:
    """A cell as it is printed."""
    if value is None or isinstance(value, tuple):
        return ""
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, int):
        if kind is CellKind.PER_MILLE:
            return f"{value // 10},{value % 10}%"
        return format_dong(value)
    return value


class _Paper:
    """One paper while it is drawn; `_y` is where the next line goes."""

    def __init__(self, table: ReportTable) -> None:
        self._table = table
        size = landscape(A4) if table.landscape else A4
        self._wide, self._high = size
        self._out = io.BytesIO()
        self._canvas = Canvas(self._out, pagesize=size, initialFontName=SERIF, invariant=1)
        self._canvas.setTitle(table.title)
        self._canvas.setAuthor("ssdesk")
        self._page = 1
        self._y = self._high - _TOP
        shares = sum(column.width for column in table.columns)
        room = self._wide - _LEFT - _RIGHT
        self._widths = [room * column.width / shares for column in table.columns]
        self._body = Wrapper(SERIF, _SIZE)
        self._bold = Wrapper(SERIF_BOLD, _SIZE)

    def draw(self) -> bytes:
        self._heading()
        self._facts()
        self._head_row()
        for row in self._table.rows:
            self._row(row, bold=False)
        if self._table.totals:
            self._row(self._table.totals, bold=True)
        self._notes()
        self._signatures()
        self._canvas.showPage()
        self._canvas.save()
        return self._out.getvalue()

    # Above the table ------------------------------------------------------------------------

    def _heading(self) -> None:
        canvas, table = self._canvas, self._table
        room = self._wide - _LEFT - _RIGHT
        left, right = _LEFT + room * 0.22, _LEFT + room * 0.73
        above, issuer = table.issuer
        y = self._y
        canvas.setFont(SERIF, 11)
        for text in Wrapper(SERIF, 11).lines(above.upper(), room * 0.42):
            canvas.drawCentredString(left, y, text)
            y -= 14
        canvas.setFont(SERIF_BOLD, 11)
        for text in Wrapper(SERIF_BOLD, 11).lines(issuer.upper(), room * 0.42):
            canvas.drawCentredString(left, y, text)
            y -= 14
        canvas.line(left - 30, y + 9, left + 30, y + 9)
        canvas.setFont(SERIF_BOLD, 11.5)
        canvas.drawCentredString(right, self._y, _STATE[0])
        canvas.setFont(SERIF_BOLD, 12)
        canvas.drawCentredString(right, self._y - 15, _STATE[1])
        half = canvas.stringWidth(_STATE[1], SERIF_BOLD, 12) / 2
        canvas.line(right - half, self._y - 19, right + half, self._y - 19)
        self._y = min(y, self._y - 30) - 22
        canvas.setFont(SERIF_BOLD, 14)
        for text in Wrapper(SERIF_BOLD, 14).lines(table.title.upper(), room):
            canvas.drawCentredString(_LEFT + room / 2, self._y, text)
            self._y -= 18
        if table.subtitle:
            canvas.setFont(SERIF_ITALIC, 12)
            canvas.drawCentredString(_LEFT + room / 2, self._y, table.subtitle)
            self._y -= 18
        self._y -= 6

    def _facts(self) -> None:
        for words, value in self._table.facts:
            self._canvas.setFont(SERIF, 12)
            text = f"{words}: "
            self._canvas.drawString(_LEFT, self._y, text)
            start = _LEFT + self._canvas.stringWidth(text, SERIF, 12)
            self._canvas.setFont(SERIF_BOLD, 12)
            for line in Wrapper(SERIF_BOLD, 12).lines(value, self._wide - _RIGHT - start):
                self._canvas.drawString(start, self._y, line)
                self._y -= 16
        if self._table.facts:
            self._y -= 4

    # The table ------------------------------------------------------------------------------

    def _head_row(self) -> None:
        if not self._table.columns:
            return
        cells = [
            self._bold.lines(column.title, width - 2 * _PAD)
            for column, width in zip(self._table.columns, self._widths, strict=True)
        ]
        height = max(len(lines) for lines in cells) * _LEADING + 2 * _PAD
        x, canvas = _LEFT, self._canvas
        canvas.setFillGray(0.92)
        canvas.rect(_LEFT, self._y - height, sum(self._widths), height, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont(SERIF_BOLD, _SIZE)
        for lines, width in zip(cells, self._widths, strict=True):
            y = self._y - (height - len(lines) * _LEADING) / 2 - _LEADING + 3
            for text in lines:
                canvas.drawCentredString(x + width / 2, y, text)
                y -= _LEADING
            x += width
        self._frame(height)
        self._y -= height

    def _row(self, row: tuple[Cell, ...], *, bold: bool) -> None:
        wrapper = self._bold if bold else self._body
        texts = [
            wrapper.lines(cell_text(value, column.kind), width - 2 * _PAD)
            for value, column, width in zip(row, self._table.columns, self._widths, strict=True)
        ]
        height = max(len(lines) for lines in texts) * _LEADING + 2 * _PAD
        if self._y - height < _BOTTOM:
            self._next_page()
            self._head_row()
        x = _LEFT
        self._canvas.setFont(SERIF_BOLD if bold else SERIF, _SIZE)
        for value, lines, column, width in zip(
            row, texts, self._table.columns, self._widths, strict=True
        ):
            if isinstance(value, tuple):
                self._bar(value, x, width, height)
            else:
                self._cell(lines, column, (x, width))
            x += width
        self._frame(height)
        self._y -= height

    def _cell(
        self, lines: tuple[str, ...], column: ReportColumn, place: tuple[float, float]
    ) -> None:
        x, width = place
        y = self._y - _PAD - _LEADING + 3
        for text in lines:
            if column.kind in _NUMBERS:
                self._canvas.drawRightString(x + width - _PAD, y, text)
            elif column.kind is CellKind.DATE:
                self._canvas.drawCentredString(x + width / 2, y, text)
            else:
                self._canvas.drawString(x + _PAD, y, text)
            y -= _LEADING

    def _bar(self, parts: tuple[int, ...], x: float, width: float, height: float) -> None:
        whole, room = sum(parts), width - 2 * _PAD
        start = x + _PAD
        for count, grey in zip(parts, _BAR_GREYS, strict=False):
            long = room * count / whole if whole else 0
            self._canvas.setFillGray(grey)
            bottom = self._y - height / 2 - 4
            self._canvas.rect(start, bottom, long, 8, stroke=0, fill=1)
            start += long
        self._canvas.setFillGray(0)

    def _frame(self, height: float) -> None:
        self._canvas.setLineWidth(0.5)
        x = _LEFT
        for width in self._widths:
            self._canvas.rect(x, self._y - height, width, height)
            x += width

    def _next_page(self) -> None:
        self._canvas.showPage()
        self._page += 1
        self._canvas.setFont(SERIF, 12)
        self._canvas.drawCentredString(self._wide / 2, self._high - 30, str(self._page))
        self._y = self._high - _TOP - 8

    # Below the table ------------------------------------------------------------------------

    def _notes(self) -> None:
        self._y -= 18
        wrapper = Wrapper(SERIF_ITALIC, 12)
        for note in self._table.notes:
            for line in wrapper.lines(note, self._wide - _LEFT - _RIGHT):
                self._need(18)
                self._canvas.setFont(SERIF_ITALIC, 12)
                self._canvas.drawString(_LEFT, self._y, line)
                self._y -= 16

    def _signatures(self) -> None:
        if not self._table.signatures:
            return
        self._need(140)
        canvas, room = self._canvas, self._wide - _LEFT - _RIGHT
        step = room / len(self._table.signatures)
        last = _LEFT + step * (len(self._table.signatures) - 0.5)
        day = self._table.made_on
        month = f"{day.month:02d}" if day.month < 3 else str(day.month)
        said = f"ngày {day.day:02d} tháng {month} năm {day.year}"
        place = f"{self._table.place}, {said}" if self._table.place else said.capitalize()
        canvas.setFont(SERIF_ITALIC, 12)
        half = canvas.stringWidth(place, SERIF_ITALIC, 12) / 2
        canvas.drawCentredString(min(last, self._wide - _RIGHT - half), self._y, place)
        self._y -= 18
        for number, signature in enumerate(self._table.signatures):
            middle = _LEFT + step * (number + 0.5)
            canvas.setFont(SERIF_BOLD, 11.5)
            canvas.drawCentredString(middle, self._y, signature.title.upper())
            canvas.setFont(SERIF_ITALIC, 11)
            canvas.drawCentredString(middle, self._y - 15, "(Ký, ghi rõ họ tên)")
            canvas.setFont(SERIF_BOLD, 12)
            canvas.drawCentredString(middle, self._y - 88, signature.name)
        self._y -= 100

    def _need(self, height: float) -> None:
        if self._y - height < _BOTTOM:
            self._next_page()
