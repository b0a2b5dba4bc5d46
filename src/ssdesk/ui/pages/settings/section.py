"""What every section of the settings is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ssdesk.ui.pages.page import Page
from ssdesk.ui.widgets.labels import label


class Section(QWidget):
    """One section: words on top, content, and what the page's primary button does here."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.page = page
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 12, 0)
        self.column.setSpacing(12)

    def put_heading(self, title: str, text: str) -> None:
        """Words at the top."""
        self.column.addWidget(label(title, "heading", self))
        self.column.addWidget(label(text, "muted", self))

    def primary_words(self) -> str:
        """Words of the primary button here, empty where there is nothing to do."""
        return ""

    def do_primary(self) -> None:
        """The primary button was pressed."""

    def read(self) -> None:
        """Read anew what is shown."""
