"""Small parts: an empty page's words, a line, a note, big either-or buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ssdesk.ui.icons import pixmap
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label, restyle


def line(parent: QWidget) -> QFrame:
    """A thin line between two groups."""
    made = QFrame(parent)
    made.setProperty("kind", "line")
    return made


class Note(QFrame):
    """A sentence on a coloured ground that stays until it no longer holds."""

    def __init__(self, parent: QWidget, text: str = "", tone: str = "info") -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 14, 8)
        self._row.setSpacing(12)
        self._text = label(text, "wrap", self)
        self._row.addWidget(self._text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set(text, tone)

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def set(self, text: str, tone: str = "info") -> None:
        """Say this, or disappear where the text is empty; tones as of chips."""
        self._text.setText(text)
        restyle(self, "tone", tone)
        restyle(self._text, "tone", tone)
        self.setVisible(bool(text))

    def add_button(self, words: str, slot: Callable[[], object]) -> QPushButton:
        """Put a button at the right."""
        button = QPushButton(words, self)
        button.clicked.connect(slot)
        self._row.addWidget(button)
        return button


class EmptyState(QWidget):
    """What an empty page says: what it is for, and the first step."""

    def __init__(self, icon_name: str, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        theme = worn()
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        picture = QLabel(self)
        picture.setPixmap(pixmap(icon_name, theme.tokens.faint, theme.px(48)))
        picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        heading = label(title, "heading", self)
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words = label(text, "muted", self)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(theme.px(460))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addStretch(1)
        layout.addStretch(1)
        layout.addWidget(picture)
        layout.addWidget(heading)
        layout.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(6)
        layout.addLayout(self._buttons)
        layout.addStretch(2)

    def add_button(self, words: str, slot: Callable[[], object]) -> QPushButton:
        """Offer a step; the first one offered is the one to take."""
        first = self.findChild(QPushButton) is None
        button = QPushButton(words, self)
        button.setProperty("kind", "primary" if first else "plain")
        button.clicked.connect(slot)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button


# Room for the mark of the chosen one, in pixels of 100 % text.
_MARK = 22


class _ChoiceButton(QPushButton):
    """Words, and a smaller hint below them.

    Signals:
        stepped: an arrow goes to the choice before (-1) or behind (1).
    """

    stepped = Signal(int)

    def __init__(self, words: str, hint: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._hint = hint
        self.setProperty("kind", "choice")
        self.setCheckable(True)
        self.setAccessibleDescription(hint)

    def sizeHint(self) -> QSize:
        theme = worn()
        words = QFontMetrics(theme.font(14, 600)).horizontalAdvance(self.text())
        hint = QFontMetrics(theme.font(12)).horizontalAdvance(self._hint)
        return QSize(max(words, hint) + theme.px(36 + _MARK), theme.px(58 if self._hint else 44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - signature of Qt
        theme = worn()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        area = self.rect().adjusted(theme.px(16), theme.px(9), -theme.px(12), -theme.px(9))
        if self.isChecked():
            # The frame alone cannot say chosen: the keyboard's place has one too.
            mark = pixmap("done", theme.tokens.brand_text, theme.px(16))
            wide = round(mark.deviceIndependentSize().width())
            tall = round(mark.deviceIndependentSize().height())
            middle = (self.height() - tall) // 2
            painter.drawPixmap(area.right() - wide, middle, mark)
        area.adjust(0, 0, -theme.px(_MARK), 0)
        colour = "brand_text" if self.isChecked() else "text"
        painter.setPen(theme.tokens.colour(colour if self.isEnabled() else "disabled"))
        painter.setFont(theme.font(14, 600))
        mnemonic = Qt.TextFlag.TextShowMnemonic
        place = Qt.AlignmentFlag.AlignTop if self._hint else Qt.AlignmentFlag.AlignVCenter
        words = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, area.width(), int(mnemonic)
        )
        painter.drawText(area, int(place) | int(mnemonic), words)
        painter.setPen(theme.tokens.colour("muted" if self.isEnabled() else "disabled"))
        painter.setFont(theme.font(12))
        hint = painter.fontMetrics().elidedText(
            self._hint, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, int(Qt.AlignmentFlag.AlignBottom), hint)
        painter.end()


class Choices(QWidget):
    """Big buttons of which one is chosen: Tab comes to that one, arrows choose another.

    Signals:
        chosen: another one was chosen (its key).
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget, *, upright: bool = False) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self) if upright else QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        self._group.buttonClicked.connect(self._on_clicked)

    def set(self, choices: Sequence[tuple[str, str, str]]) -> None:
        """Offer these: key, words with mnemonic, hint below the words."""
        for old in self._buttons.values():
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self._buttons.clear()
        for key, words, hint in choices:
            button = _ChoiceButton(words, hint, self)
            button.setObjectName(f"{self.objectName()}_{key}")
            button.stepped.connect(self._step)
            self._group.addButton(button)
            self._layout.addWidget(button)
            self._buttons[key] = button
        if self._buttons:
            self.choose(next(iter(self._buttons)))

    def value(self) -> str:
        """Key of the chosen one."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose by key."""
        self._buttons[key].setChecked(True)
        for button in self._buttons.values():
            policy = Qt.FocusPolicy.StrongFocus if button.isChecked() else _CLICK
            button.setFocusPolicy(policy)

    def button(self, key: str) -> QPushButton:
        """The button of a key."""
        return self._buttons[key]

    def _step(self, step: int) -> None:
        keys = [key for key, button in self._buttons.items() if button.isEnabled()]
        place = keys.index(self.value()) + step if self.value() in keys else 0
        if 0 <= place < len(keys):
            self.choose(keys[place])
            self._buttons[keys[place]].setFocus(Qt.FocusReason.OtherFocusReason)
            self.chosen.emit(keys[place])

    def _on_clicked(self) -> None:
        self.choose(self.value())
        self.chosen.emit(self.value())


_CLICK = Qt.FocusPolicy.ClickFocus
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
