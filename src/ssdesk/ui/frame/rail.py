"""The left rail: the pages of the desk, icon and word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ssdesk.ui.icons import icon
from ssdesk.ui.pages import PageEntry
from ssdesk.ui.theme import worn


def page_words(entry: PageEntry) -> str:
    """The word of a page in the window's language."""
    return QCoreApplication.translate("Pages", entry.words)


_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Rail(QFrame):
    """The pages: one stop for Tab, arrows go through them, Enter opens, Alt+1 to Alt+9 jump.

    Signals:
        page_chosen: show this page (its name).
    """

    page_chosen = Signal(str)

    def __init__(self, entries: Sequence[PageEntry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self._entries = tuple(entry for entry in entries if not entry.under)
        self._above = {entry.page.name: entry.under for entry in entries if entry.under}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(2)
        self._buttons: dict[str, QPushButton] = {}
        for number, entry in enumerate(self._entries, start=1):
            button = _RailButton(self)
            button.setProperty("kind", "rail")
            button.setCheckable(True)
            button.setObjectName(f"rail_{entry.page.name}")
            button.setShortcut(f"Alt+{number}")
            self._column.addWidget(button)
            self._buttons[entry.page.name] = button
            button.left.connect(self._rest)
            button.clicked.connect(_Choose(self, entry.page.name))
        self._column.addStretch(1)
        self.restyle()

    def restyle(self) -> None:
        """Show words and icons in the language and theme of now."""
        theme = worn()
        measure = QFontMetrics(theme.font(14, 600))
        words = [measure.horizontalAdvance(page_words(entry)) for entry in self._entries]
        self.setFixedWidth(max(188, max(words, default=0) + theme.px(72)))
        self.setAccessibleName(self.tr("Các trang"))
        for number, entry in enumerate(self._entries, start=1):
            button = self._buttons[entry.page.name]
            button.setText("  " + page_words(entry))
            button.setShortcut(f"Alt+{number}")
            button.setIconSize(QSize(theme.px(16), theme.px(16)))
            button.setIcon(icon(entry.icon, "muted", "brand_text"))
            button.setAccessibleName(page_words(entry))
            button.setToolTip(f"Alt+{number}")

    @property
    def names(self) -> list[str]:
        """The pages in their order."""
        return list(self._buttons)

    def line_of(self, name: str) -> str:
        """The page of the rail a page belongs to: itself, or the one it is reached from."""
        return self._above.get(name, name)

    def mark(self, name: str) -> None:
        """Show which page is in front."""
        front = self._buttons[self.line_of(name)]
        for button in self._buttons.values():
            button.setChecked(button is front)
        self._rest()

    def take_focus(self) -> None:
        """The keyboard comes to the page in front."""
        self._front().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_keyboard(self) -> bool:
        """Whether the keyboard is here."""
        return any(button.hasFocus() for button in self._buttons.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        buttons = list(self._buttons.values())
        focused = next((n for n, button in enumerate(buttons) if button.hasFocus()), None)
        if focused is None:
            super().keyPressEvent(event)
        elif event.key() in _STEPS:
            self._stand_on(buttons[(focused + _STEPS[Qt.Key(event.key())]) % len(buttons)])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._stand_on(buttons[0 if event.key() == Qt.Key.Key_Home else -1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons[focused].click()
        else:
            super().keyPressEvent(event)

    def _front(self) -> QPushButton:
        shown = (button for button in self._buttons.values() if button.isChecked())
        return next(shown, next(iter(self._buttons.values())))

    def _stand_on(self, button: QPushButton) -> None:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self._let_tab_stop_at(button)

    def _rest(self) -> None:
        """Tab comes back to the page in front, wherever the arrows have been."""
        self._let_tab_stop_at(self._front())

    def _let_tab_stop_at(self, stop: QPushButton) -> None:
        for button in self._buttons.values():
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            )


class _RailButton(QPushButton):
    """Leaves the arrows to the rail: Qt's own would open every page they pass.

    Signals:
        left: the keyboard is elsewhere.
    """

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING:
            super().keyPressEvent(event)
        else:
            event.ignore()


_OPENING = (Qt.Key.Key_Space, Qt.Key.Key_Select)


class _Choose:
    """Chooses one page when its button is pressed."""

    def __init__(self, rail: Rail, name: str) -> None:
        self._rail = rail
        self._name = name

    def __call__(self, *_: object) -> None:
        self._rail.page_chosen.emit(self._name)
