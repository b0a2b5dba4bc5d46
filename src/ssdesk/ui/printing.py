"""Preview inside the program, the print dialog, and saving as PDF."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ssdesk.ui.dialogs.preview import Before, PreviewDialog
from ssdesk.ui.messages import Messages


class Printing(Protocol):
    """Shows a finished PDF; what is in it was decided elsewhere."""

    def show(
        self,
        parent: QWidget,
        title: str,
        pdf: bytes,
        file_name: str,
        before: Before | None = None,
    ) -> None:
        """Preview with print and save.

        Args:
            parent: the page.
            title: above the pages.
            pdf: what is shown.
            file_name: proposed when saving.
            before: called once when it is about to be printed or saved; it comes out when
                `before` calls what it was given.
        """


class WindowPrinting:
    """The preview above the window."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def show(
        self,
        parent: QWidget,
        title: str,
        pdf: bytes,
        file_name: str,
        before: Before | None = None,
    ) -> None:
        dialog = PreviewDialog(title, pdf, parent.window(), before)
        dialog.propose(file_name, self._messages)
        dialog.exec()
        dialog.deleteLater()


def pdf_kinds() -> str:
    """The filter of file dialogs for PDF."""
    return QCoreApplication.translate("Printing", "Tệp PDF (*.pdf)")
