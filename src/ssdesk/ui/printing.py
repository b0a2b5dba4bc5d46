"""Preview inside the program, the print dialog, and saving as PDF."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ssdesk.ui.dialogs.preview import PreviewDialog
from ssdesk.ui.messages import Messages


class Printing(Protocol):
    """Shows a finished PDF; what is in it was decided elsewhere."""

    def show(self, parent: QWidget, title: str, pdf: bytes, file_name: str) -> None:
        """Preview with print and save; `file_name` is proposed when saving."""


class WindowPrinting:
    """The preview above the window."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def show(self, parent: QWidget, title: str, pdf: bytes, file_name: str) -> None:
        dialog = PreviewDialog(title, pdf, parent.window())
        dialog.propose(file_name, self._messages)
        dialog.exec()
        dialog.deleteLater()


def pdf_kinds() -> str:
    """The filter of file dialogs for PDF."""
    return QCoreApplication.translate("Printing", "Tệp PDF (*.pdf)")
