"""The only opener of message boxes, file dialogs and small forms; tests put a recorder here."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from ssdesk.ui import error_text
from ssdesk.ui.forms.dialog import FormDialog, FormRequest
from ssdesk.ui.forms.field import Field, FieldKind, FormValues


class Messages(Protocol):
    """What can be told and asked."""

    def error(self, parent: QWidget, error: Exception) -> None:
        """Tell what was refused or broke, with its remedy."""

    def warn(self, parent: QWidget, text: str) -> None:
        """Tell something that must be read."""

    def ask(self, parent: QWidget, title: str, text: str, yes: str) -> bool:
        """Ask before something is done; `yes` are the words on its button."""

    def ask_reason(self, parent: QWidget, title: str, text: str) -> str | None:
        """Ask for a reason that is kept; None where the person went back."""

    def form(self, parent: QWidget, request: FormRequest) -> FormValues | None:
        """One small form; None where the person went back."""

    def open_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """A file to be read."""

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """A place for a new file, with a name proposed."""

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        """A folder."""


class WindowMessages:
    """Messages as boxes above the window."""

    def error(self, parent: QWidget, error: Exception) -> None:
        self.warn(parent, error_text.of_error(error))

    def warn(self, parent: QWidget, text: str) -> None:
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            QCoreApplication.translate("Messages", "Cần xem lại"),
            text,
            QMessageBox.StandardButton.Ok,
            parent.window(),
        )
        _show(box)

    def ask(self, parent: QWidget, title: str, text: str, yes: str) -> bool:
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            title,
            text,
            QMessageBox.StandardButton.NoButton,
            parent.window(),
        )
        agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        agreed.setProperty("kind", "primary")
        back = box.addButton(
            QCoreApplication.translate("Messages", "&Quay lại"), QMessageBox.ButtonRole.RejectRole
        )
        box.setDefaultButton(agreed)
        box.setEscapeButton(back)
        _show(box)
        return box.clickedButton() is agreed

    def ask_reason(self, parent: QWidget, title: str, text: str) -> str | None:
        words = QCoreApplication.translate("Messages", "&Lý do (được lưu lại)")
        reason = Field("reason", words, FieldKind.LONG_TEXT, required=True)
        values = self.form(parent, FormRequest(title, (reason,), text=text))
        return values.text("reason") if values else None

    def form(self, parent: QWidget, request: FormRequest) -> FormValues | None:
        dialog = FormDialog(request, parent.window())
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        values = dialog.form.values() if accepted else None
        dialog.deleteLater()
        return values

    def open_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(parent.window(), title, "", kinds)
        return Path(name) if name else None

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        start = str(Path.home() / name)
        found, _ = QFileDialog.getSaveFileName(parent.window(), title, start, kinds)
        return Path(found) if found else None

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        found = QFileDialog.getExistingDirectory(parent.window(), title)
        return Path(found) if found else None


def _show(box: QMessageBox) -> None:
    box.exec()
    box.deleteLater()
