"""A filled official form as PDF, to be printed and signed."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from ssdesk.documents.fonts import (
    SERIF,
    SERIF_BOLD,
    SERIF_BOLD_ITALIC,
    SERIF_ITALIC,
    register_fonts,
)
from ssdesk.documents.list_pages import HEIGHT, SIGNING_ROOM, WIDTH, Line, Pages
from ssdesk.domain.forms import FilledForm, HeaderCell, RowKind

_LINE = 0.5
_HEAD = "table-head"
_WAITING = "(Chờ thanh toán)"
_TITLE_SIZE, _NUMBER_SIZE, _FOOT_SIZE = 14.0, 12.0, 8.0


def official_list_pdf(form: FilledForm) -> bytes:
    """The form on A4 landscape; the same form gives the same bytes."""
    register_fonts()
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(WIDTH, HEIGHT),
        pageCompression=1,
        invariant=1,
        initialFontName=SERIF,
    )
    canvas.setTitle(f"{form.layout.code} - {form.layout.title}")
    canvas.setAuthor(form.heading.unit_name)
    drawing = _Drawing(canvas, Pages(form))
    drawing.make_table_head()
    pages = drawing.pages.split()
    people = 0
    for number, lines in enumerate(pages, start=1):
        here = sum(line.kind is RowKind.PERSON for line in lines)
        people += here
        canvas.setLineWidth(_LINE)
        y = drawing.rows(lines, drawing.table_head(drawing.page_head(number)))
        if number == len(pages):
            drawing.foot(y)
        drawing.page_total(here, people)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _runs(lines: Sequence[Line], edge: int, top: float) -> list[tuple[float, float]]:
    """From where to where the line between two columns is drawn."""
    runs: list[tuple[float, float]] = []
    high = y = top
    for line in lines:
        if edge in line.open_edges:
            if high > y:
                runs.append((high, y))
            high = y - line.height
        y -= line.height
    return [*runs, (high, y)] if high > y else runs


class _Drawing:
    """Puts the parts of a form on the current page; each gives the height it ends at."""

    def __init__(self, canvas: Canvas, pages: Pages) -> None:
        self.canvas, self.pages = canvas, pages
        self.form, self.layout = pages.form, pages.form.layout
        self.left, self.right = pages.left, pages.right

    def page_head(self, number: int) -> float:
        """The lines above the table on page 1, the page's number on the others."""
        if number == 1:
            return self._head()
        self.canvas.setFont(SERIF, self.layout.paper.head_size)
        self.canvas.drawCentredString(WIDTH / 2, self.pages.top + 4, str(number))
        return self.pages.top - self.pages.size * 0.8

    def page_total(self, here: int, so_far: int) -> None:
        """How many people stand on the page and up to it, below the table's edge."""
        text = f"Trang này: {here} người; cộng dồn: {so_far} người"
        self._string(self.left, self.pages.bottom - 16, text, SERIF_ITALIC, _FOOT_SIZE)

    def _string(self, x: float, y: float, text: str, font: str, size: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def _centred(self, x: float, y: float, text: str, font: str, size: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawCentredString(x, y, text)

    def _head(self) -> float:
        layout, form = self.layout, self.form
        size = layout.paper.head_size
        leading = size * 1.2
        room = (self.right - self.left) * layout.paper.left_share
        y = self.pages.top - size
        for place, text in enumerate(map(form.line, layout.head)):
            # A name too long for its place is drawn smaller, never cut.
            wide = stringWidth(text, SERIF, size)
            fitted = size * min(1.0, (room - 6) / wide)
            self._string(self.left, y - place * leading, text, SERIF, fitted)
        self._motto((self.left + room + self.right) / 2, y, leading)
        self.canvas.setFont(SERIF_BOLD, 11)
        below_motto = y - len(layout.motto) * leading - 6
        self.canvas.drawRightString(self.right, below_motto, layout.code)
        y = self.pages.top - max(len(layout.head), len(layout.motto) + 1) * leading - 20
        middle = (self.left + self.right) / 2
        self._centred(middle, y, layout.title, SERIF_BOLD, _TITLE_SIZE)
        number = form.line(layout.number_line)
        self._centred(middle, y - 19, number, SERIF_ITALIC, _NUMBER_SIZE)
        if form.heading.waiting:
            self._centred(middle, y - 35, _WAITING, SERIF_BOLD_ITALIC, _NUMBER_SIZE)
        return self.pages.top - self.pages.above

    def _motto(self, middle: float, y: float, leading: float) -> None:
        for place, text in enumerate(self.layout.motto):
            below = y - place * leading
            self._centred(middle, below, text, SERIF_BOLD, 13)
            if place:
                half = stringWidth(text, SERIF_BOLD, 13) / 2
                self.canvas.line(middle - half, below - 4, middle + half, below - 4)

    def table_head(self, top: float) -> float:
        """The headings, drawn once and shown on every page."""
        canvas = self.canvas
        canvas.saveState()
        canvas.translate(0, top)
        canvas.doForm(_HEAD)
        canvas.restoreState()
        return top - sum(self.pages.head_rows) - self.pages.number_row

    def make_table_head(self) -> None:
        """The headings and, below them, the row of column numbers; its top is 0."""
        pages = self.pages
        self.canvas.beginForm(_HEAD, 0, -HEIGHT, WIDTH, HEIGHT)
        self.canvas.setLineWidth(_LINE)
        tops = [0.0]
        for height in pages.head_rows:
            tops.append(tops[-1] - height)
        text = self.canvas.beginText()
        text.setFont(SERIF_BOLD, pages.size)
        for cell in pages.headings:
            self._heading(text, cell, tops)
        low = tops[-1] - pages.number_row
        text.setFont(SERIF_ITALIC, pages.size)
        for place, column in enumerate(self.layout.leaves):
            left, right = pages.edges[place], pages.edges[place + 1]
            wide = stringWidth(column.number, SERIF_ITALIC, pages.size)
            text.setTextOrigin((left + right - wide) / 2, low + pages.size * 0.5)
            text.textOut(column.number)
            self.canvas.rect(left, low, right - left, pages.number_row, stroke=1, fill=0)
        self.canvas.drawText(text)
        self.canvas.endForm()

    def _heading(self, text: PDFTextObject, cell: HeaderCell, tops: Sequence[float]) -> None:
        pages = self.pages
        left, right = pages.edges[cell.column], pages.edges[cell.column + cell.columns]
        high, low = tops[cell.row], tops[cell.row + cell.rows]
        self.canvas.rect(left, low, right - left, high - low, stroke=1, fill=0)
        lines = pages.bold.lines(cell.title, pages.room(cell.column, cell.columns))
        y = (high + low + len(lines) * pages.leading) / 2 - pages.size * 0.9
        for line in lines:
            text.setTextOrigin((left + right - pages.bold.wide(line)) / 2, y)
            text.textOut(line)
            y -= pages.leading

    def rows(self, lines: Sequence[Line], top: float) -> float:
        """The rows of one page with the grid around them."""
        pages = self.pages
        text = self.canvas.beginText()
        grid = []
        font, y = "", top
        for line in lines:
            face = pages.plain if line.kind.plain else pages.bold
            if face.font != font:
                font = face.font
                text.setFont(font, pages.size)
            base = y - line.height / 2 - pages.size * 0.33
            for piece in line.pieces:
                text.setTextOrigin(piece.x, base + piece.rise)
                text.textOut(piece.text)
            y -= line.height
            grid.append((self.left, y, self.right, y))
        self.canvas.drawText(text)
        for place, x in enumerate(pages.edges):
            grid += [(x, high, x, low) for high, low in _runs(lines, place, top)]
        self.canvas.lines(grid)
        return y

    def foot(self, y: float) -> None:
        """The sums and the places to sign."""
        form, layout = self.form, self.layout
        for line in layout.closing:
            y -= 16
            self._string(self.left, y, form.line(line), SERIF_BOLD, 11)
        y -= 18
        quarter = (self.right - self.left) / 4
        self._centred(self.left + quarter, y, layout.left_note, SERIF_ITALIC, 11)
        for signature in layout.signatures:
            middle = self.right - quarter
            for title in signature.title:
                self._centred(middle, y, title, SERIF_BOLD, 12)
                y -= 15
            for hint in signature.hint:
                self._centred(middle, y, hint, SERIF_ITALIC, 11)
                y -= 14
            y -= SIGNING_ROOM
            name = form.heading.principal_name if signature.name else ""
            self._centred(middle, y, name, SERIF_BOLD, 12)
