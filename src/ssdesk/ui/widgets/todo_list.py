"""What needs doing: a chip, a sentence, an arrow; Enter opens it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ssdesk.ui.icons import pixmap
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.chip import Chip, chip_width, paint_chip
from ssdesk.ui.widgets.keyed import KeyedPart


@dataclass(frozen=True, slots=True)
class TodoRow:
    """One line; without a key it only tells."""

    key: str
    chip: Chip
    text: str


class TodoList(KeyedPart):
    """The lines, one below the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[TodoRow, ...] = ()

    def set(self, rows: Sequence[TodoRow]) -> None:
        """Show these."""
        self._rows = tuple(rows)
        self.updateGeometry()
        self.update()

    def keys(self) -> list[str]:
        return [row.key for row in self._rows]

    def words_of(self, index: int) -> str:
        return f"{self._rows[index].chip.text}: {self._rows[index].text}"

    def area_of(self, index: int) -> QRectF:
        height = worn().px(28)
        return QRectF(0, index * height, self.width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(worn().px(320), worn().px(28) * len(self._rows) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - signature of Qt
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = max((chip_width(row.chip.text) for row in self._rows), default=0) + worn().px(16)
        for index, row in enumerate(self._rows):
            self._paint_row(painter, row, self.area_of(index), room)
        self.paint_focus(painter)
        painter.end()

    def _paint_row(self, painter: QPainter, row: TodoRow, area: QRectF, room: float) -> None:
        theme = worn()
        painter.setPen(QPen(theme.tokens.colour("row_line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(theme.px(8), 0, -theme.px(8), 0)
        paint_chip(painter, inner, row.chip)
        font = theme.font(14)
        painter.setFont(font)
        painter.setPen(theme.tokens.colour("text"))
        words = inner.adjusted(room, 0, -theme.px(24), 0)
        text = QFontMetrics(font).elidedText(
            row.text, Qt.TextElideMode.ElideRight, int(words.width()) + 1
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        if row.key:
            size = theme.px(14)
            arrow = pixmap("arrow", theme.tokens.muted, size)
            place = QRectF(inner.right() - size, area.center().y() - size / 2, size, size)
            painter.drawPixmap(place.topLeft(), arrow)
