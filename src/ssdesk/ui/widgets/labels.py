"""Words on the page, by the role they play."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

GAP = 12
_TALLEST = 100_000


class Words(QLabel):
    """A label that takes the height its wrapped lines need.

    Qt's layouts ask a wrapped label for its height once they know its width only one level deep;
    further inside they cut it, or what stands below it.
    """

    _fitted: tuple[str, int, str] = ("", 0, "")

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self.wordWrap() or not self.isVisible():
            return
        asked = (self.text(), self.width(), self.font().key())
        if asked != self._fitted:
            self._fitted = asked
            self.setMinimumHeight(self.height_for(self.width()))

    def height_for(self, width: int) -> int:
        """The height of all lines at a width.

        Measured without touching the label: Qt's own answer is never below the last minimum, and
        lifting that would ask the parent to lay itself out again, which asks this again.
        """
        if not self.text():
            return 0
        margins = self.contentsMargins()
        beside = margins.left() + margins.right() + 2 * self.margin()
        above = margins.top() + margins.bottom() + 2 * self.margin()
        room = QRect(0, 0, max(width - beside, 1), _TALLEST)
        flags = Qt.TextFlag.TextWordWrap if self.wordWrap() else Qt.TextFlag.TextExpandTabs
        return self.fontMetrics().boundingRect(room, flags, self.text()).height() + above


def label(text: str, role: str, parent: QWidget) -> Words:
    """A label in one of the roles: title, section, figure, muted, small, strong, link, help."""
    made = Words(text, parent)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role in ("muted", "small", "help", "wrap"):
        made.setWordWrap(True)
    return made


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and have it looked at again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


class Figure(QWidget):
    """The one sum that matters, with what it is made of below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._figure = label("", "figure", self)
        self._below = label("", "small", self)
        layout.addWidget(self._figure)
        layout.addWidget(self._below)

    def set(self, text: str, below: str = "") -> None:
        """Show a sum and its workings."""
        self._figure.setText(text)
        self._below.setText(below)
        self._below.setVisible(bool(below))


class FactList(QWidget):
    """Words on the left, their value on the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def set(self, facts: list[tuple[str, str]]) -> None:
        """Show these facts."""
        while (item := self._layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for words, value in facts:
            self._layout.addWidget(self._row(words, value))

    def _row(self, words: str, value: str) -> QWidget:
        return _Fact(words, value, self)


class _Fact(QWidget):
    """One fact on one line, or its value below where both find no room beside each other."""

    def __init__(self, words: str, value: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self._layout.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._words = label(words, "muted", self)
        self._words.setWordWrap(False)
        self._value = label(value, "value", self)
        self._value.setWordWrap(True)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self._words, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self._value, 1)

    def minimumSizeHint(self) -> QSize:
        words, value = self._words.minimumSizeHint(), self._value.minimumSizeHint()
        return QSize(max(words.width(), value.width()), self._layout.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        value = self._value.fontMetrics().horizontalAdvance(self._value.text())
        needed = self._words.sizeHint().width() + GAP + value + 2
        below = needed > self.width()
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if self._layout.direction() != way:
            self._layout.setDirection(way)
            self._layout.setSpacing(0 if below else GAP)
            self.updateGeometry()
