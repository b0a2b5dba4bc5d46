"""A report or a paper on A4 to be signed: head, facts, charts, checked sums, tables."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import le

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ssdesk import assets
from ssdesk.documents.charts import chart_drawing, chart_pieces, draw_chart
from ssdesk.documents.fonts import SERIF, SERIF_BOLD, SERIF_ITALIC, register_fonts
from ssdesk.documents.letterhead import (
    BOTTOM,
    LEFT,
    MIDDLE,
    RIGHT,
    ROOM,
    SIGNING,
    TOP,
    centred,
    draw_head,
    draw_page_number,
    draw_signers,
    draw_title,
)
from ssdesk.documents.report_table import DENSITIES, TableDrawing, TableLine
from ssdesk.documents.wrapping import Wrapper
from ssdesk.domain.dates import format_date
from ssdesk.domain.figures import Chart, Fact, FigureTable, Report, SumCheck
from ssdesk.domain.heading import Heading
from ssdesk.domain.money import format_number

_GAP = 14.0


@dataclass(frozen=True, slots=True)
class _Scale:
    """How much smaller letters and charts are, the gap between parts, and how dense tables are."""

    letters: float = 1.0
    charts: float = 1.0
    gap: float = _GAP
    density: int = 0


_USUAL = _Scale()
# Tried one after the other where a report has one page to fill and no more.
_SMALLER = (
    _Scale(0.95, 0.85, 10.0, 1),
    _Scale(0.9, 0.75, 8.0, 1),
    _Scale(0.86, 0.65, 7.0, 1),
    _Scale(0.83, 0.6, 6.0, 2),
)

_FACT, _CLOSING, _NOTE = (SERIF, 12.0), (SERIF_ITALIC, 12.0), (SERIF_ITALIC, 10.5)
_LEADING = 1.4
# A table that takes less than this share of a page, with what stays below it, is never parted.
_SHORT = 0.5


def report_pages(report: Report, heading: Heading, language: str = "vi") -> bytes:
    """The report as PDF; the same report gives the same bytes."""
    register_fonts()
    usual = _Pages(report, heading, language)
    drawn = usual.draw()
    for scale in _SMALLER if report.one_page and usual.page > 1 else ():
        smaller = _Pages(report, heading, language, scale)
        on_one = smaller.draw()
        if smaller.page == 1:
            return on_one
    return drawn


class _Pages:
    """The report while it is drawn; `y` is where the next thing goes."""

    def __init__(
        self, report: Report, heading: Heading, language: str, scale: _Scale = _USUAL
    ) -> None:
        self.report, self.heading, self.scale = report, heading, scale
        self.words = assets.texts(language)["paper"]
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=A4, initialFontName=SERIF, invariant=1)
        self.canvas.setTitle(report.title)
        self.canvas.setAuthor(heading.issuer)
        self.page, self.y = 1, TOP

    def draw(self) -> bytes:
        self._head()
        self._facts(self.report.facts)
        self._sums(self.report.sums)
        parts = list(self._parts())
        for part in parts:
            # Whoever signs sees at least the end of what is signed on the same page.
            keep = self._tail() if part is parts[-1] else 0.0
            if isinstance(part, FigureTable):
                self._table(part, keep)
            else:
                self._chart(part, keep)
        for text in self.report.closing:
            self._line(text, _CLOSING)
        if self.heading.signers:
            self.y -= self.scale.gap
            self._need(SIGNING)
            self.y = draw_signers(self.canvas, self.heading.signers, self.y)
        self._end_page()
        self.canvas.save()
        return self.out.getvalue()

    def _parts(self) -> Iterator[Chart | FigureTable]:
        """A ring or columns open a report with sums; bars follow the table they show."""
        charts, opens = self.report.charts, bool(self.report.sums)
        yield from charts if opens else ()
        yield from self.report.tables
        yield from () if opens else charts

    def _tail(self) -> float:
        """What sentences and signatures take below the last table or chart."""
        lines = sum(len(self._wrapped(text, _CLOSING)) for text in self.report.closing)
        signing = SIGNING + self.scale.gap if self.heading.signers else 0.0
        return lines * _CLOSING[1] * _LEADING + signing

    # Pages ----------------------------------------------------------------------------------

    def _end_page(self) -> None:
        if self.heading.warning:
            centred(self.canvas, MIDDLE, 30, self.heading.warning, (SERIF_ITALIC, 9))
        self.canvas.showPage()

    def next_page(self) -> None:
        """Begin a page, numbered at its top."""
        self._end_page()
        self.page += 1
        draw_page_number(self.canvas, self.page)
        self.y = TOP

    def _need(self, height: float) -> None:
        if self.y - height < BOTTOM and self.y < TOP:
            self.next_page()

    def _wrapped(self, text: str, face: tuple[str, float], indent: float = 0.0) -> tuple[str, ...]:
        return Wrapper(face[0], face[1] * self.scale.letters).lines(text, ROOM - indent)

    def _line(self, text: str, face: tuple[str, float], indent: float = 0.0) -> None:
        size = face[1] * self.scale.letters
        step = size * _LEADING
        for line in self._wrapped(text, face, indent):
            self._need(step)
            self.canvas.setFont(face[0], size)
            self.canvas.drawString(LEFT + indent, self.y - size, line)
            self.y -= step

    # Parts ----------------------------------------------------------------------------------

    def _head(self) -> None:
        low = draw_head(self.canvas, self.heading, self.words)
        self.y = draw_title(self.canvas, self.report.title, self.report.subtitle, low - _GAP)
        if self.heading.as_of:
            moment = self.report.as_of
            said = self.words["as_of"].format(
                time=f"{moment:%H:%M}", day=format_date(moment.date())
            )
            self.y -= 15
            centred(self.canvas, MIDDLE, self.y, said, (SERIF_ITALIC, 11.5))
        self.y -= self.scale.gap

    def _facts(self, facts: Sequence[Fact]) -> None:
        if not facts:
            return
        indent = max(Wrapper(*_FACT).wide(f"{fact.label}:") for fact in facts) + 10
        for fact in facts:
            top = self.y
            self._line(fact.value, (SERIF_BOLD, _FACT[1]), indent)
            self.canvas.setFont(*_FACT)
            self.canvas.drawString(LEFT, top - _FACT[1], f"{fact.label}:")
        self.y -= _GAP / 2

    def _sums(self, sums: Sequence[SumCheck]) -> None:
        if not sums:
            return
        self._title(self.words["sums"])
        for check in sums:
            whole = f"{check.label}: {format_number(check.total)} {check.unit}"
            self._line(whole, (SERIF_BOLD, 11.5))
            verdict = self.words["holds"]
            if check.difference:
                verdict = self.words["differs"].format(
                    difference=format_number(check.difference), unit=check.unit
                )
            self._line(f"= {check.workings()}; {verdict}.", (SERIF, 11.5), indent=14)
            if check.difference and check.remedy:
                self._line(check.remedy, (SERIF_ITALIC, 11), indent=14)
            self.y -= 3
        self.y -= self.scale.gap - 3

    def _title(self, text: str) -> None:
        if text:
            self._line(text, (SERIF_BOLD, 12))
            self.y -= 3

    def _chart(self, chart: Chart, keep: float) -> None:
        pieces = chart_pieces(chart, TOP - BOTTOM - 40 - keep)
        for number, piece in enumerate(pieces):
            height = chart_drawing(piece, ROOM).height * self.scale.charts
            self._need(height + 34 + (keep if number == len(pieces) - 1 else 0.0))
            self._title(chart.title)
            taken = draw_chart(self.canvas, piece, (LEFT, self.y - 4), ROOM, self.scale.charts)
            self.y -= taken + self.scale.gap

    def _table(self, table: FigureTable, keep: float) -> None:
        drawing, lines = self._fitting(table, keep)
        notes = sum(len(self._wrapped(note, _NOTE)) for note in table.notes)
        if keep:
            keep += self.scale.gap
        if notes:
            keep += _GAP / 2 + notes * _NOTE[1] * _LEADING
        if table.rows:
            room = TOP - BOTTOM - drawing.head_height
            whole = sum(line.height for line in lines) + keep
            first = whole if whole < room * _SHORT else min(_together(lines, 0, keep), room)
            self._need((20 if table.title else 0) + drawing.head_height + first)
            self._title(table.title)
            self._rows(drawing, lines, keep)
        else:
            self._need(40 + keep)
            self._title(table.title)
            self._line(table.empty, (SERIF_ITALIC, 11.5))
        if notes:
            self.y -= _GAP / 2
        for note in table.notes:
            self._line(note, _NOTE)
        self.y -= self.scale.gap

    def _fitting(self, table: FigureTable, keep: float) -> tuple[TableDrawing, list[TableLine]]:
        """The table in the largest letters in which each part with a page of its own has one."""
        first = self.y - (20 if table.title else 0) - BOTTOM
        for density in DENSITIES[self.scale.density :]:
            drawing = TableDrawing(self.canvas, table, (LEFT, RIGHT), density)
            lines = drawing.lines()
            parts = _parts(lines)
            rooms = [first, *[TOP - BOTTOM] * (len(parts) - 1)]
            rooms[-1] -= keep
            if len(parts) < 2 or all(map(le, parts, (r - drawing.head_height for r in rooms))):
                break
        return drawing, lines

    def _rows(self, drawing: TableDrawing, lines: Sequence[TableLine], keep: float) -> None:
        room = TOP - BOTTOM - drawing.head_height
        self.y = drawing.head(self.y)
        for place, line in enumerate(lines):
            needed = min(_together(lines, place, keep), room)
            if line.new_page or self.y - needed < BOTTOM:
                self.next_page()
                self.y = drawing.head(self.y)
            self.y = drawing.row(line, self.y)


def _together(lines: Sequence[TableLine], place: int, keep: float) -> float:
    """What must fit on the page with a line: its sum or its first row, and the end with `keep`."""
    if place >= len(lines) - 3:
        return sum(line.height for line in lines[place:]) + keep
    line, following = lines[place], lines[place + 1]
    if line.heading or following.sums:
        return line.height + _together(lines, place + 1, keep)
    return line.height


def _parts(lines: Sequence[TableLine]) -> list[float]:
    """Heights of what stands between two lines that begin a page."""
    heights = [0.0]
    for line in lines:
        if line.new_page:
            heights.append(0.0)
        heights[-1] += line.height
    return heights
