"""A calm surface with a heading."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.ui.widgets.labels import label


class Card(QFrame):
    """A surface; what belongs on it goes into `body`, small things beside the title into `head`."""

    def __init__(self, title: str, parent: QWidget, *, tight: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        outer = QVBoxLayout(self)
        margin = 0 if tight else 16
        outer.setContentsMargins(margin, margin if tight else 14, margin, margin)
        outer.setSpacing(10)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self._title = label(title, "section", self)
        self._title.setVisible(bool(title))
        self.head.addWidget(self._title, 1)
        self._outer = outer
        if title:
            outer.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)

    def title(self) -> str:
        """The heading."""
        return self._title.text()

    def set_title(self, text: str) -> None:
        """Other words as heading; a card that had none gets its place for one."""
        if text and self._outer.indexOf(self.head) < 0:
            self._outer.insertLayout(0, self.head)
        self._title.setText(text)
        self._title.setVisible(bool(text))
