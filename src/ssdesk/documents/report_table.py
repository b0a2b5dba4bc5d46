"""Tables of a report: rows measured, wrapped, framed, their heading repeated on each page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportlab.pdfgen.canvas import Canvas

from ssdesk.documents.fonts import SERIF, SERIF_BOLD
from ssdesk.documents.wrapping import Wrapper
from ssdesk.domain.dates import format_date
from ssdesk.domain.figures import Figure, FigureKind, FigureTable, RowKind
from ssdesk.domain.money import format_number

SIZE, LEADING, PAD, ROW_SPACE = 10.5, 12.5, 3.0, 5.5
_RIGHT_SET = frozenset({FigureKind.INT, FigureKind.DONG, FigureKind.PER_MILLE})
_SHADES = {RowKind.GROUP: 0.95, RowKind.SUBTOTAL: 0.95}


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row ready to be drawn: the lines of each cell, and how high it is."""

    cells: tuple[tuple[str, ...], ...]
    kind: RowKind
    height: float
    new_page: bool = False

    @property
    def heading(self) -> bool:
        """Whether it heads the rows below it."""
        return self.kind is RowKind.GROUP


def figure_text(value: Figure, kind: FigureKind) -> str:
    """A cell as it is printed."""
    if value is None:
        return ""
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, int):
        if kind is FigureKind.PER_MILLE:
            return f"{value // 10},{value % 10}%"
        return format_number(value)
    return value


class TableDrawing:
    """Draws one table between two edges of the page; each part gives the height it ends at."""

    def __init__(self, canvas: Canvas, table: FigureTable, edges: tuple[float, float]) -> None:
        self.canvas, self.table = canvas, table
        left, right = edges
        whole = sum(column.width for column in table.columns)
        self.edges = [left]
        for column in table.columns:
            self.edges.append(self.edges[-1] + (right - left) * column.width / whole)
        self.plain, self.bold = Wrapper(SERIF, SIZE), Wrapper(SERIF_BOLD, SIZE)
        self._titles = [
            self.bold.lines(column.title, self._room(place))
            for place, column in enumerate(table.columns)
        ]
        self.head_height = max(map(len, self._titles)) * LEADING + ROW_SPACE + 2

    def lines(self) -> list[TableLine]:
        """All rows and the total, measured."""
        found = [self._line(row.cells, row.kind, row.new_page) for row in self.table.rows]
        if self.table.totals:
            found.append(self._line(self.table.totals, RowKind.SUBTOTAL))
        return found

    def head(self, top: float) -> float:
        """The headings of the columns."""
        low = top - self.head_height
        self._shade(top, low, 0.9)
        self.canvas.setFont(SERIF_BOLD, SIZE)
        for place, lines in enumerate(self._titles):
            middle = (self.edges[place] + self.edges[place + 1]) / 2
            y = top - (self.head_height - len(lines) * LEADING) / 2 - LEADING + 3
            for number, text in enumerate(lines):
                self.canvas.drawCentredString(middle, y - number * LEADING, text)
        self._frame(top, low, self.edges)
        return low

    def row(self, line: TableLine, top: float) -> float:
        """One row."""
        low = top - line.height
        if line.kind in _SHADES:
            self._shade(top, low, _SHADES[line.kind])
        self.canvas.setFont(SERIF if line.kind is RowKind.LINE else SERIF_BOLD, SIZE)
        for place, texts in enumerate(line.cells):
            y = top - (line.height - len(texts) * LEADING) / 2 - LEADING + 3.2
            for number, text in enumerate(texts):
                self._put(place, y - number * LEADING, text, left=line.heading)
        self._frame(top, low, [self.edges[0], self.edges[-1]] if line.heading else self.edges)
        return low

    def _room(self, place: int) -> float:
        return self.edges[place + 1] - self.edges[place] - 2 * PAD

    def _line(self, cells: tuple[Figure, ...], kind: RowKind, new_page: bool = False) -> TableLine:
        face = self.plain if kind is RowKind.LINE else self.bold
        texts = []
        for place, value in enumerate(cells):
            text = figure_text(value, self.table.columns[place].kind)
            room = self._room(place)
            if kind is RowKind.GROUP:
                room = self.edges[-1] - self.edges[0] - 2 * PAD
            # A label of a sum runs over the empty cell beside it.
            runs_on = kind is RowKind.SUBTOTAL and isinstance(value, str)
            texts.append((text,) if runs_on else face.lines(text, room))
        most = max((len(lines) for lines in texts), default=1)
        return TableLine(tuple(texts), kind, most * LEADING + ROW_SPACE, new_page)

    def _put(self, place: int, y: float, text: str, *, left: bool) -> None:
        kind = self.table.columns[place].kind
        if left or (kind is FigureKind.TEXT):
            self.canvas.drawString(self.edges[place] + PAD, y, text)
        elif kind in _RIGHT_SET:
            self.canvas.drawRightString(self.edges[place + 1] - PAD, y, text)
        else:
            middle = (self.edges[place] + self.edges[place + 1]) / 2
            self.canvas.drawCentredString(middle, y, text)

    def _shade(self, top: float, low: float, grey: float) -> None:
        self.canvas.setFillGray(grey)
        self.canvas.rect(self.edges[0], low, self.edges[-1] - self.edges[0], top - low, 0, 1)
        self.canvas.setFillGray(0)

    def _frame(self, top: float, low: float, edges: list[float]) -> None:
        self.canvas.setLineWidth(0.5)
        across = [(edges[0], y, edges[-1], y) for y in (top, low)]
        self.canvas.lines(across + [(x, top, x, low) for x in edges])
