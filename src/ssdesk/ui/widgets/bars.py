"""Bars by class: words, total, parts, a figure, a chip; every line opens its list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.chip import Chip, chip_width, paint_chip
from ssdesk.ui.widgets.keyed import KeyedPart

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class BarRow:
    """One line.

    Args:
        key: told when opened.
        words: what it is about, such as a class.
        total: the whole that the parts are of.
        parts: counts with their colour tokens, from left to right.
        value: figure at the right, as text.
        chip: what needs attention, or None.
    """

    key: str
    words: str
    total: int
    parts: tuple[tuple[int, str], ...]
    value: str
    chip: Chip | None = None


class Bars(KeyedPart):
    """Lines of bars; to be put into a scrolling area where there may be many."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[BarRow, ...] = ()

    def set(self, rows: Sequence[BarRow]) -> None:
        """Show these lines."""
        self._rows = tuple(rows)
        self.updateGeometry()
        self.update()

    def keys(self) -> list[str]:
        return [row.key for row in self._rows]

    def words_of(self, index: int) -> str:
        row = self._rows[index]
        chip = f", {row.chip.text}" if row.chip else ""
        return f"{row.words}: {row.total}, {row.value}{chip}"

    def area_of(self, index: int) -> QRectF:
        height = worn().px(27)
        return QRectF(0, index * height, self.width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(worn().px(250), worn().px(27) * len(self._rows) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chips = [chip_width(row.chip.text) for row in self._rows if row.chip]
        room = max(chips, default=0) + worn().px(16)
        for index, row in enumerate(self._rows):
            area = self.area_of(index)
            if area.intersects(QRectF(event.rect())):
                self._paint_row(painter, row, area, room)
        self.paint_focus(painter)
        painter.end()

    def _paint_row(self, painter: QPainter, row: BarRow, area: QRectF, room: float) -> None:
        theme = worn()
        painter.setPen(QPen(theme.tokens.colour("row_line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(theme.tokens.colour("text"))
        painter.setFont(theme.font(14))
        left = area.left() + theme.px(8)
        names, totals = theme.px(70), theme.px(34)
        painter.drawText(QRectF(left, area.top(), names, area.height()), _MIDDLE, row.words)
        count = QRectF(left + names, area.top(), totals - theme.px(4), area.height())
        painter.drawText(count, _RIGHT, str(row.total))
        figures = theme.px(66)
        start = left + names + totals + theme.px(12)
        end = area.right() - room - figures
        bar = QRectF(start, area.center().y() - theme.px(7), max(end - start, 20), theme.px(14))
        self._paint_bar(painter, row, bar)
        painter.setPen(theme.tokens.colour("text"))
        value = QRectF(bar.right(), area.top(), figures, area.height())
        painter.drawText(value, _RIGHT, row.value)
        if row.chip is not None:
            place = QRectF(value.right() + theme.px(12), area.top(), room, area.height())
            paint_chip(painter, place, row.chip)

    def _paint_bar(self, painter: QPainter, row: BarRow, bar: QRectF) -> None:
        tokens = worn().tokens
        painter.fillRect(bar, tokens.colour("chart_ground"))
        place = bar.left()
        for count, colour in row.parts:
            if count and row.total:
                width = bar.width() * count / row.total
                painter.fillRect(
                    QRectF(place, bar.top(), width, bar.height()), tokens.colour(colour)
                )
                place += width
