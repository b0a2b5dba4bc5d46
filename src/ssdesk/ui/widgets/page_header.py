"""The head of a page: title, one line about it, its actions on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label

GAP = 8


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

    def _place(self) -> None:
        lines: list[list[QPushButton]] = [[]]
        used = 0
        for button in self._shown():
            width = button.sizeHint().width()
            if lines[-1] and used + width > self.width():
                lines.append([])
                used = 0
            lines[-1].append(button)
            used += width + GAP
        top = 0
        for line in lines:
            left = self.width() - sum(b.sizeHint().width() for b in line) - GAP * (len(line) - 1)
            for button in line:
                hint = button.sizeHint()
                button.setGeometry(
                    max(left, 0), top, min(hint.width(), self.width()), hint.height()
                )
                left += hint.width() + GAP
            top += max((button.sizeHint().height() for button in line), default=0) + GAP
        self.setMinimumHeight(max(top - GAP, 0))


class PageHeader(QWidget):
    """Title and subtitle left, buttons right; below them where the window is narrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = label("", "title", self)
        self.title.setWordWrap(True)
        self.subtitle = label("", "muted", self)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        self._layout.addLayout(words, 1)
        self._buttons: QWidget | None = None

    def set_texts(self, title: str, subtitle: str) -> None:
        """Show these words."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self._turn()

    def set_buttons(self, row: QWidget) -> None:
        """Put these buttons at the right in place of the old ones."""
        if self._buttons is not None:
            self._layout.removeWidget(self._buttons)
            self._buttons.hide()
            self._buttons.deleteLater()
        self._buttons = row
        self._layout.addWidget(row, 0, Qt.AlignmentFlag.AlignBottom)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        if self._buttons is None:
            return
        words = self.title.fontMetrics().horizontalAdvance(self.title.text())
        needed = max(words, worn().px(260)) + self._buttons.sizeHint().width() + 16
        below = needed > self.width()
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if self._layout.direction() != way:
            self._layout.setDirection(way)
            self._layout.setSpacing(8 if below else 16)
            flags = Qt.AlignmentFlag(0) if below else Qt.AlignmentFlag.AlignBottom
            self._layout.setAlignment(self._buttons, flags)
