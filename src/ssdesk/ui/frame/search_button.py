"""The search of the top bar: words that give way to the key beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ssdesk.ui.icons import icon
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label

_SIDES = 12 + 8 + 8
_LEAD = "  "


class SearchButton(QPushButton):
    """Opens the search; its words are cut before the key, never under it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setProperty("kind", "search")
        self.setObjectName("top_search")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addStretch(1)
        self._key = label("Ctrl K", "key", self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(160)

    def set_words(self, words: str) -> None:
        """What can be searched for."""
        self._words = words
        self.setMaximumWidth(worn().px(440))
        self.setIcon(icon("search", "faint"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        taken = _SIDES + self.iconSize().width() + self._key.sizeHint().width()
        metrics = self.fontMetrics()
        room = self.width() - taken - metrics.horizontalAdvance(_LEAD)
        cut = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, 0))
        self.setText(_LEAD + cut)
