"""One sentence or question above the window, with its buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.labels import label

_WIDTH = 460


class QuestionDialog(QDialog):
    """Accepted by the first button and Enter, given up by the second and Esc.

    Qt's own message box cuts long sentences under a style sheet; this one wraps them.
    """

    def __init__(
        self, title: str, text: str, yes: str, back: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(worn().px(_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(label(title, "heading", self))
        words = label(text, "wrap", self)
        words.setAccessibleName(text)
        layout.addWidget(words, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        if back:
            row.addWidget(self._button(back, "question_back"))
        agreed = self._button(yes, "question_yes")
        agreed.setProperty("kind", "primary")
        agreed.setDefault(True)
        row.addWidget(agreed)
        layout.addLayout(row)
        agreed.setFocus()

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.clicked.connect(self.accept if name == "question_yes" else self.reject)
        return button
