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

PAD = 3.0
_RIGHT_SET = frozenset({FigureKind.INT, FigureKind.DONG, FigureKind.PER_MILLE})
# A word may take this share of the table before it is broken.
_MOST_OF_WORD = 0.4
# Words that are left with less than this share of what they need are not read any more.
_LEAST_OF_WORDS = 0.3
_SHADES = {RowKind.GROUP: 0.95, RowKind.SUBTOTAL: 0.95}


@dataclass(frozen=True, slots=True)
class Density:
    """Size of the letters, from line to line, and the room of a row around its lines."""

    size: float = 10.5
    leading: float = 12.5
    space: float = 5.5


DENSITIES = (Density(), Density(10.0, 11.6, 3.2), Density(9.0, 10.4, 1.8))
"""From the one that reads best to the one that holds most."""


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row ready to be drawn.

    Args:
        cells: the lines of each column.
        height: in points.
        edges: the edges of columns that are drawn; a cell may run over the one beside it.
    """

    cells: tuple[tuple[str, ...], ...]
    kind: RowKind
    height: float
    edges: tuple[int, ...]
    new_page: bool = False

    @property
    def heading(self) -> bool:
        """Whether it heads the rows below it."""
        return self.kind is RowKind.GROUP

    @property
    def sums(self) -> bool:
        """Whether it adds up the rows above it."""
        return self.kind is RowKind.SUBTOTAL


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

    def __init__(
        self,
        canvas: Canvas,
        table: FigureTable,
        edges: tuple[float, float],
        density: Density = DENSITIES[0],
    ) -> None:
        self.canvas, self.table, self.density = canvas, table, density
        left, right = edges
        self.plain, self.bold = Wrapper(SERIF, density.size), Wrapper(SERIF_BOLD, density.size)
        self.edges = [left]
        for width in self._widths(right - left):
            self.edges.append(self.edges[-1] + width)
        self._titles = [
            self.bold.lines(column.title, self._room(place))
            for place, column in enumerate(table.columns)
        ]
        self.head_height = (
            max(map(len, self._titles)) * self.density.leading + self.density.space + 2
        )

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
        self.canvas.setFont(SERIF_BOLD, self.density.size)
        for place, lines in enumerate(self._titles):
            middle = (self.edges[place] + self.edges[place + 1]) / 2
            y = (
                top
                - (self.head_height - len(lines) * self.density.leading) / 2
                - self.density.leading
                + 3
            )
            for number, text in enumerate(lines):
                self.canvas.drawCentredString(middle, y - number * self.density.leading, text)
        self._frame(top, low, self.edges)
        return low

    def row(self, line: TableLine, top: float) -> float:
        """One row."""
        low = top - line.height
        if line.kind in _SHADES:
            self._shade(top, low, _SHADES[line.kind])
        self.canvas.setFont(SERIF if line.kind is RowKind.LINE else SERIF_BOLD, self.density.size)
        for place, texts in enumerate(line.cells):
            y = (
                top
                - (line.height - len(texts) * self.density.leading) / 2
                - self.density.leading
                + 3.2
            )
            for number, text in enumerate(texts):
                self._put(place, y - number * self.density.leading, text, left=line.heading)
        self._frame(top, low, [self.edges[place] for place in line.edges])
        return low

    def _widths(self, whole: float) -> list[float]:
        """Shares of the table, but no column so narrow that a number or a word is broken."""
        shares = [column.width for column in self.table.columns]
        least = [min(self._least(place), whole * _MOST_OF_WORD) for place in range(len(shares))]
        if sum(least) > whole:
            return self._crowded(whole, least)
        fixed: dict[int, float] = {}
        while True:
            free = sum(share for place, share in enumerate(shares) if place not in fixed)
            step = (whole - sum(fixed.values())) / free if free else 0.0
            widths = [fixed.get(place, share * step) for place, share in enumerate(shares)]
            narrow = {p: least[p] for p, width in enumerate(widths) if width < least[p] - 0.01}
            if not narrow:
                return widths
            fixed |= narrow

    def _crowded(self, whole: float, least: list[float]) -> list[float]:
        """Widths where not all can be whole: words are broken then, a number never is."""
        words = {p for p, column in enumerate(self.table.columns) if column.kind is FigureKind.TEXT}
        wanted = sum(least[place] for place in words)
        left = whole - (sum(least) - wanted)
        if left < wanted * _LEAST_OF_WORDS:
            return [whole * width / sum(least) for width in least]
        return [width * left / wanted if p in words else width for p, width in enumerate(least)]

    def _least(self, place: int) -> float:
        """What the column needs so that nothing in it is broken inside a word, in points."""
        column = self.table.columns[place]
        widest = max(map(self.bold.wide, column.title.split(" ")))
        rows = [(row.cells, self.plain) for row in self.table.rows if row.kind is RowKind.LINE]
        sums = [row.cells for row in self.table.rows if row.kind is RowKind.SUBTOTAL]
        rows += [(cells, self.bold) for cells in (*sums, self.table.totals) if cells]
        for cells, face in rows:
            words = figure_text(cells[place], column.kind).split(" ")
            widest = max(widest, *map(face.wide, words))
        return widest + 2 * PAD + 0.5

    def _room(self, place: int, cells: int = 1) -> float:
        return self.edges[place + cells] - self.edges[place] - 2 * PAD

    def _line(self, cells: tuple[Figure, ...], kind: RowKind, new_page: bool = False) -> TableLine:
        face = self.plain if kind is RowKind.LINE else self.bold
        texts = [
            figure_text(value, column.kind)
            for value, column in zip(cells, self.table.columns, strict=False)
        ]
        edges = [0]
        broken: list[tuple[str, ...]] = []
        while (place := edges[-1]) < len(self.table.columns):
            span = self._span(texts, place, kind)
            broken.append(face.lines(texts[place], self._room(place, span)))
            broken += [("",)] * (span - 1)
            edges.append(place + span)
        height = max(map(len, broken)) * self.density.leading + self.density.space
        return TableLine(tuple(broken), kind, height, tuple(edges), new_page)

    def _span(self, texts: list[str], place: int, kind: RowKind) -> int:
        """Columns a cell takes: a heading all, the label of a sum also empty ones beside it."""
        if kind is RowKind.GROUP:
            return len(self.table.columns)
        span = 1
        if kind is RowKind.SUBTOTAL and self.table.columns[place].kind not in _RIGHT_SET:
            while (
                self.bold.wide(texts[place]) > self._room(place, span)
                and place + span < len(texts)
                and not texts[place + span]
            ):
                span += 1
        return span

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
