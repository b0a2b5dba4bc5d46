"""The coverage ring with its legend; every figure opens its list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ssdesk.domain.money import format_number
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.keyed import KeyedPart

_FULL = 360 * 16


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of the ring.

    Args:
        key: told when opened.
        words: its line in the legend.
        value: how many.
        colour: token, such as chart_paid.
        strong: must be seen: bold in the legend.
    """

    key: str
    words: str
    value: int
    colour: str
    strong: bool = False


class Ring(KeyedPart):
    """A ring left, its legend right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._segments: tuple[Segment, ...] = ()
        self._middle = self._below = ""

    def set(self, segments: Sequence[Segment], middle: str, below: str) -> None:
        """Show these parts, one figure in the middle and a small line below it."""
        self._segments = tuple(segments)
        self._middle, self._below = middle, below
        self.setAccessibleName(f"{middle} {below}")
        self.updateGeometry()
        self.update()

    def keys(self) -> list[str]:
        return [segment.key for segment in self._segments]

    def words_of(self, index: int) -> str:
        segment = self._segments[index]
        return f"{segment.words}: {segment.value}"

    def minimumSizeHint(self) -> QSize:
        return QSize(worn().px(390), worn().px(206))

    def area_of(self, index: int) -> QRectF:
        ring, step = self._ring(), self._step()
        left = ring.right() + worn().px(26)
        top = ring.center().y() - step * len(self._segments) / 2
        return QRectF(left, top + index * step, self.width() - left, step)

    def _ring(self) -> QRectF:
        side = min(self.height() - 8, self.width() * 0.49)
        return QRectF(2, (self.height() - side) / 2, side, side)

    def _step(self) -> float:
        return min(float(worn().px(48)), self.height() / max(len(self._segments), 1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - signature of Qt
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter)
        self._paint_middle(painter)
        for index in range(len(self._segments)):
            self._paint_legend(painter, index)
        self.paint_focus(painter)
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        theme = worn()
        ring = self._ring()
        thick = ring.width() * 0.135
        area = ring.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        total = sum(segment.value for segment in self._segments)
        pen = QPen(theme.tokens.colour("chart_ground"), thick, c=Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(area, 0, _FULL)
        shown = [segment for segment in self._segments if segment.value]
        start = 90 * 16
        for segment in shown if total else ():
            # A part of a thousand must still be seen: nothing shown is thinner than 1.4 degrees.
            span = max(round(_FULL * segment.value / total), 22)
            gap = 12 if len(shown) > 1 else 0
            pen.setColor(theme.tokens.colour(segment.colour))
            painter.setPen(pen)
            painter.drawArc(area, start - gap // 2, -(span - gap))
            start -= span

    def _paint_middle(self, painter: QPainter) -> None:
        theme, ring = worn(), self._ring()
        painter.setPen(theme.tokens.colour("text"))
        # The figure stays inside the ring however small the ring or large the text.
        large = theme.font(30, 600)
        large.setPixelSize(min(theme.px(30), max(int(ring.width() * 0.16), 9)))
        small = theme.font(12)
        small.setPixelSize(min(theme.px(12), max(int(ring.width() * 0.068), 7)))
        high = large.pixelSize() * 1.27
        upper = QRectF(ring.left(), ring.center().y() - high * 0.84, ring.width(), high)
        painter.setFont(large)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self._middle)
        painter.setPen(theme.tokens.colour("muted"))
        painter.setFont(small)
        lower = QRectF(ring.left(), upper.bottom(), ring.width(), small.pixelSize() * 1.7)
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self._below)

    def _paint_legend(self, painter: QPainter, index: int) -> None:
        theme, segment, area = worn(), self._segments[index], self.area_of(index)
        painter.setPen(QPen(theme.tokens.colour("row_line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        mark = QRectF(area.left() + 8, area.center().y() - 4.5, 9, 9)
        painter.fillRect(mark, theme.tokens.colour(segment.colour))
        painter.setPen(theme.tokens.colour("text"))
        painter.setFont(theme.font(14, 600 if segment.strong else 400))
        words = area.adjusted(theme.px(24), 0, -8, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, segment.words)
        figure = format_number(segment.value)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, figure)
