"""The head of a page: title, one line about it, its actions on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.ui.widgets.labels import label


class PageHeader(QWidget):
    """Title and subtitle left, buttons right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = label("", "title", self)
        self.subtitle = label("", "muted", self)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._layout.addLayout(words, 1)
        self._buttons: QWidget | None = None

    def set_texts(self, title: str, subtitle: str) -> None:
        """Show these words."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def set_buttons(self, row: QWidget) -> None:
        """Put these buttons at the right in place of the old ones."""
        if self._buttons is not None:
            self._layout.removeWidget(self._buttons)
            self._buttons.hide()
            self._buttons.deleteLater()
        self._buttons = row
        self._layout.addWidget(row, 0, Qt.AlignmentFlag.AlignBottom)
