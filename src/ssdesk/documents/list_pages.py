"""How a filled form falls into pages: columns, heights, and which rows stand where."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4

from ssdesk.documents.fonts import SERIF, SERIF_BOLD
from ssdesk.documents.wrapping import Wrapper
from ssdesk.domain.forms import (
    Cell,
    CellKind,
    FilledForm,
    FormRow,
    RowKind,
    cell_text,
    header_cells,
    header_depth,
)

HEIGHT, WIDTH = float(A4[0]), float(A4[1])
PAD = 2.0
SIGNING_ROOM = 58.0
_LEADING = 1.17
# People on the page that is signed, where the list has as many.
_WITH_SIGNATURES = 3
_ROW_SPACE = 0.45
_EMPTY_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a cell: where it starts, and how far above the row's own base line."""

    x: float
    rise: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row ready to be drawn, and how high it is.

    Args:
        open_edges: edges between columns that a long note runs over.
    """

    kind: RowKind
    pieces: tuple[Piece, ...]
    height: float
    open_edges: frozenset[int] = frozenset()


class Pages:
    """Where everything of one form stands; points from the lower left of A4 landscape."""

    def __init__(self, form: FilledForm) -> None:
        self.form = form
        layout = form.layout
        self.size = layout.paper.table_size
        self.leading = self.size * _LEADING
        top, right, bottom, left = layout.paper.margins
        self.left, self.right = left, WIDTH - right
        self.top, self.bottom = HEIGHT - top, bottom
        whole = sum(column.width for column in layout.leaves)
        scale = (self.right - self.left) / whole
        self.edges = [self.left]
        for column in layout.leaves:
            self.edges.append(self.edges[-1] + column.width * scale)
        self.headings = header_cells(layout)
        self.plain, self.bold = Wrapper(SERIF, self.size), Wrapper(SERIF_BOLD, self.size)
        self.head_rows = self._head_heights()
        self.number_row = self.size * 1.7
        self._kinds = [column.kind for column in layout.leaves]
        self._rooms = [self.room(place) for place in range(len(self._kinds))]
        # One memory a column, for people and for headings; most cells repeat down a list.
        self._plain_known: list[dict[Cell, tuple[Piece, ...]]] = [{} for _ in self._kinds]
        self._bold_known: list[dict[Cell, tuple[Piece, ...]]] = [{} for _ in self._kinds]

    def room(self, first: int, columns: int = 1) -> float:
        """Points for text between the edges of columns."""
        return self.edges[first + columns] - self.edges[first] - 2 * PAD

    @property
    def above(self) -> float:
        """Height of everything above the table on the first page."""
        layout = self.form.layout
        lines = max(len(layout.head), len(layout.motto) + 1)
        waiting = 16 if self.form.heading.waiting else 0
        return lines * layout.paper.head_size * 1.2 + 52 + waiting

    @property
    def below(self) -> float:
        """Height of everything below the table on the last page."""
        layout = self.form.layout
        lines = len(layout.closing) * 16
        for signature in layout.signatures:
            lines += 16 * len(signature.title) + 14 * len(signature.hint)
        return 18 + lines + SIGNING_ROOM + 14

    def split(self) -> list[list[Line]]:
        """Rows by page; on the page of the signatures stand the last three people at least."""
        head = sum(self.head_rows) + self.number_row
        room = self.top - self.above - head - self.bottom
        later = self.top - head - self.bottom - self.size * 1.8
        pages: list[list[Line]] = [[]]
        for row in self.form.rows:
            line = self._line(row)
            if line.height > room and pages[-1]:
                pages.append(_carried(pages[-1]))
                room = later - sum(each.height for each in pages[-1])
            pages[-1].append(line)
            room -= line.height
        if room < self.below:
            pages.append(_last_people(pages[-1]))
        elif len(pages) > 1 and (few := _WITH_SIGNATURES - _people(pages[-1])) > 0:
            pages[-1] = _last_people(pages[-2], few) + pages[-1]
        return [page for page in pages if page]

    def _head_heights(self) -> list[float]:
        """Heights of the heading's rows, so that each heading fits over the rows it spans."""
        heights = [self.leading * 1.6] * header_depth(self.form.layout)
        for cell in sorted(self.headings, key=lambda cell: cell.rows):
            lines = self.bold.lines(cell.title, self.room(cell.column, cell.columns))
            rows = range(cell.row, cell.row + cell.rows)
            short = len(lines) * self.leading + 5 - sum(heights[row] for row in rows)
            for row in rows:
                heights[row] += max(short, 0) / cell.rows
        return heights

    def _line(self, row: FormRow) -> Line:
        person = row.kind.plain
        known = self._plain_known if person else self._bold_known
        pieces: list[Piece] = []
        most = 1
        last = len(row.cells) - 1
        first, note = self._note(row.cells) if person else (last, ())
        pieces += note
        most = max(most, len(note))
        for place, value in enumerate(row.cells[: last + (first == last)]):
            if value != "":
                found = known[place].get(value)
                if found is None:
                    found = known[place][value] = self._pieces(place, value, person)
                pieces += found
                most = max(most, len(found))
        height = most * self.leading + self.size * _ROW_SPACE
        return Line(row.kind, tuple(pieces), height, frozenset(range(first + 1, last + 1)))

    def _note(self, cells: tuple[Cell, ...]) -> tuple[int, tuple[Piece, ...]]:
        """A note that is too long for its own column, the last one, and the column it begins in.

        It ends in its own column and runs out to the left, so that no account number is broken,
        on more lines where all the empty columns are too narrow for one; only where a row has
        nothing else to say, as rows of `Giảm`.
        """
        last = first = len(cells) - 1
        if any(value != "" for value in cells[last - _EMPTY_BESIDE : last]):
            return last, ()
        text = str(cells[last])
        wide = self.plain.wide(text)
        while self.room(first, last + 1 - first) < wide and first and cells[first - 1] == "":
            first -= 1
        if first == last:
            return last, ()
        lines = self.plain.lines(text, self.room(first, last + 1 - first))
        start = self.edges[last + 1] - PAD - max(self.plain.wide(line) for line in lines)
        rise = (len(lines) - 1) * self.leading / 2
        return first, tuple(
            Piece(start, rise - number * self.leading, line) for number, line in enumerate(lines)
        )

    def _pieces(self, place: int, value: Cell, person: bool) -> tuple[Piece, ...]:
        kind = self._kinds[place]
        face = self.plain if person else self.bold
        lines: tuple[str, ...] = (cell_text(value, kind),)
        # The title of a group runs on over the empty cells beside it; money is never broken.
        if kind is not CellKind.DONG and (person or place != 1):
            lines = face.lines(lines[0], self._rooms[place])
        rise = (len(lines) - 1) * self.leading / 2
        return tuple(
            Piece(self._start(place, kind, face, text), rise - number * self.leading, text)
            for number, text in enumerate(lines)
        )

    def _start(self, place: int, kind: CellKind, face: Wrapper, text: str) -> float:
        left, right = self.edges[place], self.edges[place + 1]
        if kind is CellKind.TEXT:
            return left + PAD
        if kind is CellKind.DONG:
            return right - PAD - face.wide(text)
        return (left + right - face.wide(text)) / 2


def _carried(page: list[Line]) -> list[Line]:
    """Headings at the foot of a page go along to the next, to stand above their rows."""
    carried: list[Line] = []
    while len(page) > 1 and page[-1].kind is RowKind.GROUP:
        carried.insert(0, page.pop())
    return carried


def _people(page: list[Line]) -> int:
    return sum(line.kind is RowKind.PERSON for line in page)


def _last_people(page: list[Line], count: int = _WITH_SIGNATURES) -> list[Line]:
    """The rows from the last few people on, with their heading, taken off their page."""
    people = [place for place, line in enumerate(page) if line.kind.plain]
    start = people[-count:][0] if people else len(page) - 1
    while start and page[start - 1].kind is RowKind.GROUP:
        start -= 1
    moved = page[start:]
    del page[start:]
    return moved
