"""A report on A4 to be signed: heading of NĐ 30/2020/NĐ-CP, charts, checked sums, tables."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ssdesk.documents.charts import chart_drawing, draw_chart
from ssdesk.documents.fonts import SERIF, SERIF_BOLD, SERIF_ITALIC, register_fonts
from ssdesk.documents.report_table import TableDrawing
from ssdesk.documents.wrapping import Wrapper
from ssdesk.domain.dates import format_date
from ssdesk.domain.figures import FigureTable, Report, SumCheck
from ssdesk.domain.money import format_number

LEFT, RIGHT = 72.0, float(A4[0]) - 48.0
TOP, BOTTOM = float(A4[1]) - 58.0, 56.0
_STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_SIGNING = 128.0
_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs; the name is printed where known."""

    title: str
    hint: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Whose report it is, and where and when it was signed."""

    above: str
    issuer: str
    place: str
    day: date
    signers: tuple[Signer, ...]
    warning: str = ""


def report_pages(report: Report, heading: Heading, words: Mapping[str, str]) -> bytes:
    """The report as PDF; the same report gives the same bytes.

    Args:
        report: what it says.
        heading: whose it is, and who signs.
        words: `as_of`, `sums`, `holds` and `differs` in the report's language.
    """
    register_fonts()
    return _Pages(report, heading, words).draw()


class _Pages:
    """The report while it is drawn; `y` is where the next thing goes."""

    def __init__(self, report: Report, heading: Heading, words: Mapping[str, str]) -> None:
        self.report, self.heading, self.words = report, heading, words
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=A4, initialFontName=SERIF, invariant=1)
        self.canvas.setTitle(report.title)
        self.canvas.setAuthor(heading.issuer)
        self.page, self.y = 1, TOP

    def draw(self) -> bytes:
        self._head()
        for text in self.report.words:
            self._line(text, SERIF, 12)
        self._sums(self.report.sums)
        # A ring opens the report; bars and columns follow the table that they are drawn from.
        first = [chart for chart in self.report.charts if self.report.sums]
        for chart in first:
            self._chart(self.report.charts.index(chart))
        chart_follows = len(first) < len(self.report.charts)
        for table in self.report.tables:
            self._table(table, last=table is self.report.tables[-1] and not chart_follows)
        for place, chart in enumerate(self.report.charts):
            if chart not in first:
                self._chart(place)
        self._sign()
        self._end_page()
        self.canvas.save()
        return self.out.getvalue()

    # Pages ----------------------------------------------------------------------------------

    def _end_page(self) -> None:
        if self.heading.warning:
            self.canvas.setFont(SERIF_ITALIC, 9)
            self.canvas.drawCentredString(A4[0] / 2, 30, self.heading.warning)
        self.canvas.showPage()

    def next_page(self) -> None:
        """Begin a page, numbered at its top."""
        self._end_page()
        self.page += 1
        self._centred(A4[0] / 2, A4[1] - 40, str(self.page), SERIF, 12)
        self.y = TOP

    def _need(self, height: float) -> None:
        if self.y - height < BOTTOM and self.y < TOP:
            self.next_page()

    def _centred(self, x: float, y: float, text: str, font: str, size: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawCentredString(x, y, text)

    def _line(self, text: str, font: str, size: float, indent: float = 0.0) -> None:
        for line in Wrapper(font, size).lines(text, RIGHT - LEFT - indent):
            self._need(size * 1.4)
            self.canvas.setFont(font, size)
            self.canvas.drawString(LEFT + indent, self.y - size, line)
            self.y -= size * 1.4

    # Parts ----------------------------------------------------------------------------------

    def _head(self) -> None:
        heading, room = self.heading, RIGHT - LEFT
        left, right = LEFT + room * 0.2, LEFT + room * 0.71
        y = self._stacked(heading.above.upper(), (SERIF, 11), left, self.y)
        y = self._stacked(heading.issuer.upper(), (SERIF_BOLD, 11.5), left, y)
        self.canvas.setLineWidth(0.7)
        self.canvas.line(left - 32, y + 9, left + 32, y + 9)
        self._centred(right, self.y, _STATE[0], SERIF_BOLD, 12)
        self._centred(right, self.y - 16, _STATE[1], SERIF_BOLD, 13)
        half = self.canvas.stringWidth(_STATE[1], SERIF_BOLD, 13) / 2
        self.canvas.line(right - half, self.y - 20, right + half, self.y - 20)
        self._centred(right, self.y - 40, self._place_and_day(), SERIF_ITALIC, 12)
        self.y = min(y, self.y - 40) - 32
        middle = (LEFT + RIGHT) / 2
        self.y = self._stacked(self.report.title.upper(), (SERIF_BOLD, 14), middle, self.y, room)
        self._centred(middle, self.y, self.report.subtitle, SERIF_BOLD, 13)
        as_of = self.words["as_of"].format(
            time=f"{self.report.as_of:%H:%M}", day=format_date(self.report.as_of.date())
        )
        self._centred(middle, self.y - 17, as_of, SERIF_ITALIC, 11.5)
        self.y -= 17 + _GAP

    def _stacked(
        self, text: str, face: tuple[str, float], x: float, y: float, room: float = 190.0
    ) -> float:
        font, size = face
        for line in Wrapper(font, size).lines(text, room) if text else ():
            self._centred(x, y, line, font, size)
            y -= size * 1.3
        return y

    def _place_and_day(self) -> str:
        day = self.heading.day
        month = f"{day.month:02d}" if day.month < 3 else str(day.month)
        said = f"ngày {day.day:02d} tháng {month} năm {day.year}"
        return f"{self.heading.place}, {said}" if self.heading.place else said.capitalize()

    def _chart(self, place: int) -> None:
        chart = self.report.charts[place]
        height = chart_drawing(chart, RIGHT - LEFT).height
        self._need(height + 34)
        self._title(chart.title)
        self.y -= draw_chart(self.canvas, chart, LEFT, self.y - 4, RIGHT - LEFT) + _GAP

    def _title(self, text: str) -> None:
        self._line(text, SERIF_BOLD, 12)
        self.y -= 3

    def _sums(self, sums: Sequence[SumCheck]) -> None:
        if not sums:
            return
        self._title(self.words["sums"])
        for check in sums:
            self._line(
                f"{check.label}: {format_number(check.total)} {check.unit}", SERIF_BOLD, 11.5
            )
            verdict = self.words["holds"]
            if check.difference:
                verdict = self.words["differs"].format(
                    difference=format_number(check.difference), unit=check.unit
                )
            self._line(f"= {check.workings()}; {verdict}.", SERIF, 11.5, indent=14)
            if check.difference and check.remedy:
                self._line(check.remedy, SERIF_ITALIC, 11, indent=14)
            self.y -= 3
        self.y -= _GAP - 3

    def _table(self, table: FigureTable, *, last: bool) -> None:
        drawing = TableDrawing(self.canvas, table, (LEFT, RIGHT))
        self._need(60 + drawing.head_height)
        self._title(table.title)
        if not table.rows:
            self._line(table.empty, SERIF_ITALIC, 11.5)
            self.y -= _GAP
            return
        self.y = drawing.head(self.y)
        lines = drawing.lines()
        keep = _SIGNING if last else 0.0
        for number, line in enumerate(lines):
            needed = line.height
            if line.heading or number >= len(lines) - 2:
                # A heading stays with its first row, and signatures with the last rows.
                needed = sum(each.height for each in lines[number : number + 2])
                needed += keep if number >= len(lines) - 2 else 0.0
            if line.new_page or self.y - needed < BOTTOM:
                self.next_page()
                self.y = drawing.head(self.y)
            self.y = drawing.row(line, self.y)
        self.y -= _GAP / 2
        for note in table.notes:
            self._line(note, SERIF_ITALIC, 10.5)
        self.y -= _GAP

    def _sign(self) -> None:
        if not self.heading.signers:
            return
        self._need(_SIGNING - 20)
        step = (RIGHT - LEFT) / len(self.heading.signers)
        for number, signer in enumerate(self.heading.signers):
            middle = LEFT + step * (number + 0.5)
            self._centred(middle, self.y - 12, signer.title, SERIF_BOLD, 12)
            self._centred(middle, self.y - 27, signer.hint, SERIF_ITALIC, 11)
            self._centred(middle, self.y - 96, signer.name, SERIF_BOLD, 12)
        self.y -= 100
