"""A window that waits for one long piece of work before there is anything else to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label


class WaitingWindow(QWidget):
    """Words, a bar and a count."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setWindowTitle("ssdesk")
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setFixedWidth(worn().px(360))
        self._count = label("", "small", self)
        column.addStretch(1)
        column.addWidget(label("ssdesk", "brand", self), 0, middle)
        column.addWidget(label(words, "heading", self), 0, middle)
        column.addWidget(self._bar, 0, middle)
        column.addWidget(self._count, 0, middle)
        column.addStretch(1)

    def show_progress(self, _words: str, done: int, total: int) -> None:
        """How far it is; a total of 0 is unknown."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{done}/{total}" if total else "")
