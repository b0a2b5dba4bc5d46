"""One line that goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ssdesk.ui.icons import pixmap
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label

SHOWN_MS = 4000
_ICONS = {"done": "done", "act": "warning", "waiting": "warning", "info": "info"}


class Toast(QFrame):
    """Shown over the lower edge of its parent; never takes the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
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
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            left = (parent.width() - self.width()) // 2
            self.move(left, parent.height() - self.height() - theme.px(48))
        self.show()
        self.raise_()
        self._timer.start()
