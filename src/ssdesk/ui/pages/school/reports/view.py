"""A report inside the window: its checked sums, its chart, its tables."""

from __future__ import annotations

from itertools import takewhile
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from ssdesk.domain.figures import BarChart, FigureRow, Report, RingChart, RowKind
from ssdesk.ui.delegates.cell import LETTERS, SMALL_LETTERS
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import Index, RowsModel, shown
from ssdesk.ui.pages.school.reports.words import (
    ReportWords,
    bar_rows,
    grid_columns,
    is_strong,
    legend,
    segments,
)
from ssdesk.ui.preferences import Preferences
from ssdesk.ui.theme import LARGE_TEXT, worn
from ssdesk.ui.widgets.bars import Bars
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.chip import StatusChip
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.ring import Ring
from ssdesk.ui.widgets.scroll import scrolled

_Line = tuple[int, FigureRow]
_BARS_HIGH = 190
_PADDING = 17
_LONGEST = 290
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Lines(RowsModel[_Line]):
    """Rows of a report; headings and sums are bold."""

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == Qt.ItemDataRole.FontRole and index.isValid():
            return worn().font(14, 600) if is_strong(self.row_at(index.row())) else None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.isValid():
            kind = self.row_at(index.row())[1].kind
            return _LEFT if kind is RowKind.GROUP else super().data(index, role)
        return super().data(index, role)


class ReportView(QWidget):
    """Shows one report; another one replaces it whole."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._words = ReportWords(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self.grids: list[GridView] = []

    def set(self, report: Report) -> None:
        """Show this report."""
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self.grids = []
        content = QWidget(self)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._content = content
        top = self._top(report, content)
        if top is not None:
            layout.addWidget(top)
        layout.addWidget(self._tables(report, content), 1)
        self._layout.addWidget(content)

    # Above the tables -----------------------------------------------------------------------

    def _top(self, report: Report, parent: QWidget) -> QWidget | None:
        chart = next((c for c in report.charts if isinstance(c, BarChart | RingChart)), None)
        if chart is None and not report.sums:
            return None
        holder = QWidget(parent)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        if isinstance(chart, RingChart):
            row.addWidget(self._ring(chart, holder), 5)
        elif chart is not None:
            row.addWidget(self._bars(chart, holder), 5)
        if report.sums:
            row.addWidget(self._sums(report, holder), 6)
        return holder

    def _ring(self, chart: RingChart, parent: QWidget) -> Card:
        card = Card(chart.title, parent)
        ring = Ring(card)
        ring.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ring.set(segments(chart), chart.centre, chart.centre_note)
        card.body.addWidget(ring, 1)
        return card

    def _bars(self, chart: BarChart, parent: QWidget) -> Card:
        card = Card(chart.title, parent)
        bars = Bars(card)
        bars.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bars.set(bar_rows(chart))
        area = scrolled(bars, card)
        area.setFixedHeight(min(worn().px(_BARS_HIGH), bars.minimumSizeHint().height()))
        card.body.addWidget(area)
        colours = label(legend(chart.series), "small", card)
        colours.setTextFormat(Qt.TextFormat.RichText)
        if worn().percent < LARGE_TEXT:
            card.head.addWidget(colours)
            colours.setWordWrap(False)
        else:
            card.body.addWidget(colours)
        return card

    def _sums(self, report: Report, parent: QWidget) -> Card:
        card = Card(self.tr("Đối chiếu"), parent)
        for check in report.sums:
            text, verdict = self._words.sum_line(check)
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(label(text, "wrap", card), 1)
            chip = StatusChip(card)
            chip.set(verdict)
            line.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
            card.body.addLayout(line)
            if check.difference and check.remedy:
                card.body.addWidget(label(check.remedy, "small", card))
        card.body.addStretch(1)
        return card

    # Tables ---------------------------------------------------------------------------------

    def _tables(self, report: Report, parent: QWidget) -> QWidget:
        if len(report.tables) == 1:
            return self._table(report, 0, parent)
        tabs = QTabWidget(parent)
        for number, table in enumerate(report.tables):
            tabs.addTab(self._table(report, number, tabs), table.title)
        return tabs

    def _table(self, report: Report, number: int, parent: QWidget) -> Card:
        table = report.tables[number]
        card = Card(table.title if len(report.tables) == 1 else "", parent)
        if not table.rows:
            card.body.addWidget(label(table.empty, "muted", card), 0, Qt.AlignmentFlag.AlignTop)
            card.body.addStretch(1)
            return card
        rows = [*table.rows]
        if table.totals:
            rows.append(FigureRow(table.totals, RowKind.SUBTOTAL))
        grid = GridView(f"report_{report.name}_{number}", self._preferences, card)
        model = _Lines(grid_columns(table.columns), _number, grid)
        grid.set_model(cast("RowsModel[object]", model))
        # Rows under a heading belong to it: they cannot be put into another order.
        grid.setSortingEnabled(False)
        model.set_rows(tuple(enumerate(rows)))
        _fit(grid, model)
        for line, row in enumerate(rows):
            _span(grid, model, line, row)
        grid.setAccessibleName(table.title)
        card.body.addWidget(grid, 1)
        for note in table.notes:
            card.body.addWidget(label(note, "small", card))
        self.grids.append(grid)
        return card


def _fit(grid: GridView, model: _Lines) -> None:
    """No column so narrow that a number, a date or its heading is cut."""
    plain, strong = (QFontMetrics(worn().font(14, weight)) for weight in (400, 600))
    for place, column in enumerate(model.columns):
        wide = {
            (strong if is_strong(line) else plain).horizontalAdvance(
                shown(column.value(line), column.kind)
            )
            for line in model.rows()
            if not _runs_on(line[1], place)
        }
        widest = max(wide, default=0) + worn().px(_PADDING)
        # The column that takes what is left holds names, addresses and reasons: if need be small.
        small = min(widest * SMALL_LETTERS // LETTERS + worn().px(4), worn().px(_LONGEST))
        grid.hold_width(place, widest if column.width else small)


def _runs_on(row: FigureRow, place: int) -> bool:
    """Whether a cell may take the room of the empty ones beside it."""
    if row.kind is RowKind.GROUP:
        return True
    following = row.cells[place + 1 : place + 2]
    return row.kind is RowKind.SUBTOTAL and following == (None,)


def _span(grid: GridView, model: _Lines, line: int, row: FigureRow) -> None:
    """A heading takes its whole row, the name of a sum, if long, empty cells beside it."""
    if row.kind is RowKind.GROUP:
        grid.setSpan(line, 0, 1, len(model.columns))
    elif row.kind is RowKind.SUBTOTAL:
        place = next(number for number, cell in enumerate(row.cells) if cell is not None)
        wide = QFontMetrics(worn().font(14, 600)).horizontalAdvance(str(row.cells[place]))
        empty = takewhile(lambda cell: cell is None, row.cells[place + 1 :])
        long = 1 + sum(1 for _ in empty)
        # The column that takes what is left has room enough.
        fixed = model.columns[place].width > 0
        if long > 1 and fixed and wide + worn().px(_PADDING) > grid.columnWidth(place):
            grid.setSpan(line, place, 1, long)


def _number(row: _Line) -> int:
    return row[0]
