"""The only opener of message boxes, file dialogs and small forms; tests put a recorder here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ssdesk.ui import error_text
from ssdesk.ui.forms.dialog import FormDialog, FormRequest
from ssdesk.ui.forms.field import Field, FieldKind, FormValues
from ssdesk.ui.widgets.question import QuestionDialog


class Messages(Protocol):
    """What can be told and asked."""

    def error(self, parent: QWidget, error: Exception) -> None:
        """Tell what was refused or broke, with its remedy."""

    def warn(self, parent: QWidget, text: str) -> None:
        """Tell something that must be read."""

    def ask(self, parent: QWidget, title: str, text: str, yes: str) -> bool:
        """Ask before something is done; `yes` are the words on its button."""

    def ask_reason(self, parent: QWidget, title: str, text: str, yes: str = "") -> str | None:
        """Ask for a reason that is kept; `yes` on the button; None where the person went back."""

    def form(self, parent: QWidget, request: FormRequest) -> FormValues | None:
        """One small form; None where the person went back."""

    def open_file(
        self, parent: QWidget, title: str, kinds: str, start: Path | None = None
    ) -> Path | None:
        """A file to be read, looked for in `start`, else where the last one was."""

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """A place for a new file, with a name proposed."""

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        """A folder."""


@dataclass(frozen=True, slots=True)
class _Typed:
    title: str
    text: str
    values: FormValues

    def of(self, request: FormRequest) -> bool:
        return (self.title, self.text) == (request.title, request.text)


class WindowMessages:
    """Messages as boxes above the window.

    What was typed into a form that the service then refused is there again when the same form
    is opened next.
    """

    def __init__(self) -> None:
        self._accepted: _Typed | None = None
        self._refused: _Typed | None = None
        places = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(places))

    def error(self, parent: QWidget, error: Exception) -> None:
        self._refused, self._accepted = self._accepted, None
        self.warn(parent, error_text.of_error(error))

    def warn(self, parent: QWidget, text: str) -> None:
        title = QCoreApplication.translate("Messages", "Cần xem lại")
        seen = QCoreApplication.translate("Messages", "Đã &xem")
        _answer(QuestionDialog(title, text, seen, parent=parent.window()))

    def ask(self, parent: QWidget, title: str, text: str, yes: str) -> bool:
        back = QCoreApplication.translate("Messages", "&Quay lại")
        return _answer(QuestionDialog(title, text, yes, back, parent.window()))

    def ask_reason(self, parent: QWidget, title: str, text: str, yes: str = "") -> str | None:
        words = QCoreApplication.translate("Messages", "&Lý do (được lưu lại)")
        reason = Field("reason", words, FieldKind.LONG_TEXT, required=True)
        values = self.form(parent, FormRequest(title, (reason,), text=text, save=yes))
        return values.text("reason") if values else None

    def form(self, parent: QWidget, request: FormRequest) -> FormValues | None:
        typed, self._refused = self._refused, None
        if typed is not None and typed.of(request):
            request = replace(request, values={**request.values, **typed.values.values})
        dialog = FormDialog(request, parent.window())
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        values = dialog.form.values() if accepted else None
        dialog.deleteLater()
        self._accepted = None if values is None else _Typed(request.title, request.text, values)
        return values

    def open_file(
        self, parent: QWidget, title: str, kinds: str, start: Path | None = None
    ) -> Path | None:
        folder = str(start or self._folder)
        name, _ = QFileDialog.getOpenFileName(parent.window(), title, folder, kinds)
        if not name:
            return None
        self._folder = Path(name).parent
        return Path(name)

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        start = str(Path.home() / name)
        found, _ = QFileDialog.getSaveFileName(parent.window(), title, start, kinds)
        return Path(found) if found else None

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        found = QFileDialog.getExistingDirectory(parent.window(), title)
        return Path(found) if found else None


def _answer(dialog: QuestionDialog) -> bool:
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return agreed
