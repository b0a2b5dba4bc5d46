"""A narrow list beside the grid, such as the classes of a school."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QVBoxLayout, QWidget

from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.keyed import KeyedPart
from ssdesk.ui.widgets.labels import label

_NARROWEST = 138
_WIDEST = 200
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class SideRow:
    """One line; `tone` act makes its value red, a heading has no key."""

    key: str
    words: str
    value: str = ""
    tone: str = ""


def elided(metrics: QFontMetrics, row: SideRow, width: int) -> str:
    """The words of a line, cut where its value begins: the value is never covered."""
    value = metrics.horizontalAdvance(row.value + "  ") if row.value else 0
    return metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, width - value)


class _Lines(KeyedPart):
    """The lines themselves; standing on one chooses it."""

    def __init__(self, parent: QScrollArea) -> None:
        super().__init__(parent)
        self._scroller = parent
        self.rows: tuple[SideRow, ...] = ()

    def keys(self) -> list[str]:
        return [row.key for row in self.rows]

    def words_of(self, index: int) -> str:
        return f"{self.rows[index].words} {self.rows[index].value}"

    def can_stand_on(self, index: int) -> bool:
        return bool(self.rows[index].key)

    def area_of(self, index: int) -> QRectF:
        height = worn().px(30)
        return QRectF(0, index * height, self.width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(worn().px(100), worn().px(30) * len(self.rows))

    def part_at(self, place: QPointF) -> int:
        found = int(place.y() // worn().px(30))
        return found if 0 <= found < len(self.rows) and self.rows[found].key else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(len(self.rows)):
            area = self.area_of(index)
            if area.intersects(QRectF(event.rect())):
                self._paint_row(painter, index, area)
        self.paint_focus(painter)
        painter.end()

    def _paint_row(self, painter: QPainter, index: int, area: QRectF) -> None:
        theme, row = worn(), self.rows[index]
        chosen = index == self.current and bool(row.key)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tokens.colour("brand_soft"))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 6, 6)
        inner = area.adjusted(theme.px(10), 0, -theme.px(10), 0)
        painter.setFont(theme.font(14 if row.key else 12, 600 if chosen else 400))
        painter.setPen(
            theme.tokens.colour("brand_text" if chosen else "text" if row.key else "faint")
        )
        words = elided(painter.fontMetrics(), row, int(inner.width()))
        painter.drawText(inner, _MIDDLE | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(theme.tokens.colour(row.tone or "faint"))
        painter.drawText(inner, _MIDDLE | Qt.AlignmentFlag.AlignRight, row.value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ensure_seen()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def ensure_seen(self) -> None:
        """Scroll to the chosen line."""
        if self.rows:
            centre = self.area_of(self.current).center().toPoint()
            self._scroller.ensureVisible(centre.x(), centre.y(), 0, worn().px(40))


class SideList(QFrame):
    """The list on its surface.

    Signals:
        chosen: the keyboard or mouse chose another line (its key).
        opened: Enter on the line (its key).
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        theme = worn()
        self.setProperty("kind", "card")
        self.setFixedWidth(theme.px(_NARROWEST))
        self.setMinimumHeight(theme.px(180))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 8)
        layout.setSpacing(6)
        heading = label(title, "overline", self)
        heading.setContentsMargins(10, 0, 0, 0)
        layout.addWidget(heading)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines = _Lines(self._area)
        self.lines.setAccessibleName(title)
        holder = QWidget(self._area)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)
        column.addStretch(1)
        self._area.setWidget(holder)
        layout.addWidget(self._area, 1)
        self.setFocusProxy(self.lines)
        self.lines.stood_on.connect(self._on_stood_on)
        self.lines.activated.connect(self.opened)

    def set(self, rows: Sequence[SideRow], chosen: str = "") -> None:
        """Show these lines, standing on `chosen` or where one stood; nobody is told of it."""
        wanted = chosen or self.value()
        self.lines.rows = tuple(rows)
        keys = self.lines.keys()
        if wanted in keys:
            with QSignalBlocker(self.lines):
                self.lines.stand_on(keys.index(wanted))
            self.lines.ensure_seen()
        self._make_room()
        self.lines.updateGeometry()
        self.lines.update()

    def _make_room(self) -> None:
        theme = worn()
        metrics = QFontMetrics(theme.font(14, 600))
        wanted = [metrics.horizontalAdvance(f"{row.words}  {row.value}") for row in self.lines.rows]
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        wide = max(wanted, default=0) + theme.px(20) + 18 + bar
        self.setFixedWidth(max(self.minimumWidth(), min(wide, theme.px(_WIDEST))))

    def value(self) -> str:
        """Key of the chosen line, empty where there is none."""
        keys = self.lines.keys()
        return keys[self.lines.current] if keys else ""

    def choose(self, key: str) -> None:
        """Choose a line by key, as the keyboard would."""
        keys = self.lines.keys()
        if key in keys:
            self.lines.stand_on(keys.index(key))
            self.lines.ensure_seen()

    def step(self, by: int) -> None:
        """Choose the line so many further, over headings; nothing beyond the ends."""
        keys = [key for key in self.lines.keys() if key]  # noqa: SIM118 - no mapping
        if self.value() in keys:
            place = keys.index(self.value()) + by
            self.choose(keys[min(max(place, 0), len(keys) - 1)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Its place is known only now: a class far down would stay out of sight.
        super().resizeEvent(event)
        self.lines.ensure_seen()

    def _on_stood_on(self, key: str) -> None:
        self.lines.ensure_seen()
        if key:
            self.chosen.emit(key)
