"""A word on a coloured ground: where something stands, never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssdesk.ui.theme import worn


class Tone(Enum):
    """What a colour means."""

    DONE = "done"
    WAITING = "waiting"
    ACT = "act"
    INFO = "info"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Chip:
    """Words and their tone."""

    text: str
    tone: Tone = Tone.NEUTRAL


def chip_width(text: str) -> int:
    """Width in pixels that the chip of a text takes."""
    theme = worn()
    return QFontMetrics(theme.font(12, 500)).horizontalAdvance(text) + theme.px(18)


def paint_chip(painter: QPainter, area: QRectF, chip: Chip) -> None:
    """Draw a chip at the left of an area, in its middle, cut with dots where too long."""
    theme = worn()
    font = theme.font(12, 500)
    width = min(float(chip_width(chip.text)), area.width())
    height = min(float(theme.px(20)), area.height())
    ground = QRectF(area.left(), area.center().y() - height / 2 + 0.5, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens.colour(f"{chip.tone.value}_soft"))
    painter.drawRoundedRect(ground, height / 2, height / 2)
    painter.setPen(theme.tokens.colour(chip.tone.value))
    painter.setFont(font)
    room = int(width) - theme.px(16)
    text = QFontMetrics(font).elidedText(chip.text, Qt.TextElideMode.ElideRight, room + 2)
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class StatusChip(QWidget):
    """One chip as a widget."""

    def __init__(self, parent: QWidget, chip: Chip | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.chip = chip
        self.set(chip)

    def set(self, chip: Chip | None) -> None:
        """Show this, or nothing."""
        self.chip = chip
        self.setVisible(chip is not None)
        self.setAccessibleName(chip.text if chip else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        text = self.chip.text if self.chip else ""
        return QSize(chip_width(text), worn().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - signature of Qt
        if self.chip is not None:
            painter = QPainter(self)
            paint_chip(painter, QRectF(self.rect()), self.chip)
            painter.end()
