"""Base of painted lists and pictures that answer to keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssdesk.ui.theme import worn

_BACK = (Qt.Key.Key_Up, Qt.Key.Key_Left)
_ON = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class KeyedPart(QWidget):
    """Parts with keys: arrows go through them, Enter or a click opens one.

    Signals:
        activated: a part was opened (its key).
        stood_on: the keyboard stands on another part (its key).
    """

    activated = Signal(str)
    stood_on = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._current = 0

    def keys(self) -> list[str]:
        """Keys of the parts in their order; an empty key cannot be opened."""
        raise NotImplementedError

    def area_of(self, index: int) -> QRectF:
        """Where a part is painted."""
        raise NotImplementedError

    def words_of(self, index: int) -> str:
        """A part as a screen reader says it."""
        raise NotImplementedError

    def can_stand_on(self, index: int) -> bool:  # noqa: ARG002 - a list with headings asks
        """Whether the arrows stop at a part; a heading inside a list is passed over."""
        return True

    @property
    def current(self) -> int:
        """The part the keyboard stands on."""
        return min(self._current, max(len(self.keys()) - 1, 0))

    def stand_on(self, index: int) -> None:
        """Put the keyboard's place on a part."""
        keys = self.keys()
        if not keys:
            return
        self._current = max(0, min(index, len(keys) - 1))
        self.setAccessibleDescription(self.words_of(self._current))
        self.stood_on.emit(keys[self._current])
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = self.keys()
        places = [place for place in range(len(keys)) if self.can_stand_on(place)]
        before = [place for place in places if place < self.current]
        after = [place for place in places if place > self.current]
        if event.key() in _BACK and before:
            self.stand_on(before[-1])
        elif event.key() in _ON and after:
            self.stand_on(after[0])
        elif event.key() == Qt.Key.Key_Home and places:
            self.stand_on(places[0])
        elif event.key() == Qt.Key.Key_End and places:
            self.stand_on(places[-1])
        elif event.key() in _OPEN and keys and keys[self.current]:
            self.activated.emit(keys[self.current])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self.part_at(event.position())
        if found >= 0:
            self.stand_on(found)
            if self.keys()[found]:
                self.activated.emit(self.keys()[found])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.part_at(event.position())
        opens = found >= 0 and bool(self.keys()[found])
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def part_at(self, place: QPointF) -> int:
        """The part at a place, -1 where none is."""
        return next((n for n in range(len(self.keys())) if self.area_of(n).contains(place)), -1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.keys():
            self.setAccessibleDescription(self.words_of(self.current))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paint_focus(self, painter: QPainter) -> None:
        """Draw the frame around the part the keyboard stands on."""
        if self.hasFocus() and self.keys():
            painter.setPen(QPen(worn().tokens.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            area = self.area_of(self.current).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(area, 6, 6)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()
