"""One line that goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ssdesk.ui.icons import pixmap
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label

SHOWN_MS = 4000
_EDGE = 16
_ICONS = {"done": "done", "act": "warning", "waiting": "warning", "info": "info"}


class Toast(QFrame):
    """Shown over the window's top bar, where it hides no work; never takes the keyboard."""

    def __init__(self, parent: QWidget, bar: QWidget) -> None:
        super().__init__(parent)
        self._bar = bar
        self.setProperty("kind", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 18, 10)
        row.setSpacing(10)
        self._icon = QLabel(self)
        self.text = label("", "plain", self)
        row.addWidget(self._icon)
        row.addWidget(self.text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str, tone: str = "done") -> None:
        """Show a line for four seconds."""
        theme = worn()
        picture = pixmap(_ICONS.get(tone, "info"), theme.tokens.surface, theme.px(18))
        self._icon.setPixmap(picture)
        self.text.setText(text)
        self.setAccessibleName(text)
        self._place(theme.px(_EDGE))
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self._timer.start()

    def _place(self, edge: int) -> None:
        """Over the middle of the bar; a text too long for one line takes more of them."""
        most = self.window().width() - 2 * edge
        self.text.setWordWrap(False)
        wanted = self.sizeHint()
        if wanted.width() > most:
            self.text.setWordWrap(True)
            wanted = QSize(most, self.heightForWidth(most))
        self.resize(wanted)
        left = (self.window().width() - self.width()) // 2
        over = self._bar.mapTo(self.window(), self._bar.rect().center()).y() - self.height() // 2
        self.move(left, max(over, edge // 4))
