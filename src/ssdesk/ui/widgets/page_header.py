"""The head of a page: title, one line about it, its actions on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label

GAP = 8
_WORDS = 260


class ButtonRow(QWidget):
    """Buttons at the right; those that find no room go to a line below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def put(self, buttons: Sequence[QPushButton]) -> None:
        """Show these buttons; they are children of this row."""
        self._buttons = list(buttons)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hints = [button.sizeHint() for button in self._shown()]
        width = sum(hint.width() for hint in hints) + GAP * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        hints = [button.sizeHint() for button in self._shown()]
        return QSize(max((hint.width() for hint in hints), default=0), self.minimumHeight())

    def height_for(self, width: int) -> int:
        """The height of all buttons in lines of this width."""
        lines = self._lines(width)
        return sum(_height(line) for line in lines) + GAP * (len(lines) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _shown(self) -> list[QPushButton]:
        return [button for button in self._buttons if not button.isHidden()]

    def _lines(self, width: int) -> list[list[QPushButton]]:
        lines: list[list[QPushButton]] = [[]]
        used = 0
        for button in self._shown():
            wide = button.sizeHint().width()
            if lines[-1] and used + wide > width:
                lines.append([])
                used = 0
            lines[-1].append(button)
            used += wide + GAP
        return lines

    def _place(self) -> None:
        top = 0
        for line in self._lines(self.width()):
            left = self.width() - sum(b.sizeHint().width() for b in line) - GAP * (len(line) - 1)
            for button in line:
                hint = button.sizeHint()
                button.setGeometry(
                    max(left, 0), top, min(hint.width(), self.width()), hint.height()
                )
                left += hint.width() + GAP
            top += _height(line) + GAP
        self.setMinimumHeight(self.height_for(self.width()))


def _height(line: Sequence[QPushButton]) -> int:
    return max((button.sizeHint().height() for button in line), default=0)


class PageHeader(QWidget):
    """Title and subtitle left, buttons right; below them where the window is narrow.

    Places its parts itself: Qt's layouts ask wrapped words for their height too late, and title,
    subtitle and buttons then lie over each other.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = label("", "title", self)
        self.title.setWordWrap(True)
        self.subtitle = label("", "muted", self)
        self._buttons: ButtonRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_texts(self, title: str, subtitle: str) -> None:
        """Show these words."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self._place()

    def set_buttons(self, row: ButtonRow) -> None:
        """Put these buttons at the right in place of the old ones."""
        if self._buttons is not None:
            self._buttons.hide()
            self._buttons.deleteLater()
        self._buttons = row
        row.setParent(self)
        row.show()
        self._place()

    def minimumSizeHint(self) -> QSize:
        widest = self._buttons.minimumSizeHint().width() if self._buttons else 0
        return QSize(max(widest, worn().px(_WORDS)), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Polish, QEvent.Type.Show):
            self._place()
        return super().event(event)

    def _place(self) -> None:
        row, width = self._buttons, self.width()
        wide = row.sizeHint().width() if row else 0
        words = self.title.fontMetrics().horizontalAdvance(self.title.text()) + 2
        beside = wide == 0 or max(words, worn().px(_WORDS)) + 2 * GAP + wide <= width
        room = width - (wide + 2 * GAP if wide and beside else 0)
        height = 0
        for part in (self.title, self.subtitle):
            if part.text():
                needed = part.height_for(room)
                height += 2 if height else 0
                part.setGeometry(0, height, room, needed)
                height += needed
        if row is not None and wide:
            if beside:
                tall = row.height_for(wide)
                height = max(height, tall)
                row.setGeometry(width - wide, height - tall, wide, tall)
            else:
                tall = row.height_for(width)
                row.setGeometry(0, height + GAP, width, tall)
                height += GAP + tall
        if height != self.minimumHeight():
            self.setFixedHeight(height)
