"""The fields' own widgets: typed text in, a domain value or a problem out."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from ssdesk.domain import names
from ssdesk.domain.dates import format_date, parse_date
from ssdesk.domain.money import format_number, parse_dong
from ssdesk.domain.person import BirthDate, parse_birth_date
from ssdesk.domain.problems import Problem
from ssdesk.ui.forms.field import Field, FieldKind, Value
from ssdesk.ui.icons import icon
from ssdesk.ui.theme import worn

# After so long a pause, typing in a choice begins a new word.
FORGET_SECONDS = 1.0


class LineEditor(QLineEdit):
    """One line of text: NFC, trimmed; the base of every editor that is typed."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.setMaxLength(field.max_length)
        self.setPlaceholderText(field.placeholder)
        self.textEdited.connect(self._on_edited)

    def _on_edited(self) -> None:
        self.edited.emit()

    def raw(self) -> str:
        """The text as typed."""
        return self.text()

    def set_raw(self, text: str) -> None:
        """Put typed text back."""
        self.setText(text)

    def read(self) -> Value | Problem:
        """The value, or why it cannot be read."""
        return names.clean_text(self.text())

    def fill(self, value: Value) -> None:
        """Show a value."""
        self.setText("" if value is None else str(value))


class NameEditor(LineEditor):
    """A person's name: no letter is refused, odd ones are healed."""

    def read(self) -> Value | Problem:
        return names.clean_name(self.text())


class PasswordEditor(LineEditor):
    """Text that is not shown; kept exactly as typed but for NFC."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def read(self) -> Value | Problem:
        return names.heal(self.text())

    def raw(self) -> str:
        """Nothing: what is secret is kept in no draft."""
        return ""


class _ReadWhenLeft(LineEditor):
    """Shows its value in the usual spelling when the keyboard leaves it."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        value = self.read()
        if value is not None and not isinstance(value, Problem):
            self.fill(value)


class DateEditor(_ReadWhenLeft):
    """A day, taken as 150909, 15/9/2009, 15-09-2009 and the like."""

    def read(self) -> Value | Problem:
        text = self.text().strip()
        return parse_date(text, self.field.name) if text else None

    def fill(self, value: Value) -> None:
        self.setText(format_date(value) if isinstance(value, date) else "")


class BirthDateEditor(_ReadWhenLeft):
    """A birth date, also of only a year or a month and year."""

    def read(self) -> Value | Problem:
        text = self.text().strip()
        return parse_birth_date(text) if text else None

    def fill(self, value: Value) -> None:
        self.setText(value.display() if isinstance(value, BirthDate) else "")


class MoneyEditor(_ReadWhenLeft):
    """Whole dong with dots, aligned as sums are."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def read(self) -> Value | Problem:
        text = self.text().strip()
        return parse_dong(text, self.field.name) if text else None

    def fill(self, value: Value) -> None:
        self.setText(format_number(value) if isinstance(value, int) else "")


class NumberEditor(LineEditor):
    """A whole number between two limits."""

    def read(self) -> Value | Problem:
        text = self.text().strip()
        if not text:
            return None
        limits: dict[str, str | int] = {
            "value": text,
            "lowest": self.field.lowest,
            "highest": self.field.highest,
        }
        if not (text.isascii() and text.isdigit()):
            return Problem(self.field.name, "NUMBER_OUT_OF_RANGE", limits)
        number = int(text)
        if not self.field.lowest <= number <= self.field.highest:
            return Problem(self.field.name, "NUMBER_OUT_OF_RANGE", limits)
        return number


class LongTextEditor(QPlainTextEdit):
    """Several lines; Tab leaves it."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.setTabChangesFocus(True)
        self.setPlaceholderText(field.placeholder)
        self.setFixedHeight(worn().px(64))
        self.textChanged.connect(self._on_edited)

    def _on_edited(self) -> None:
        if self.hasFocus():
            self.edited.emit()

    def raw(self) -> str:
        """The text as typed."""
        return self.toPlainText()

    def set_raw(self, text: str) -> None:
        """Put typed text back."""
        self.setPlainText(text)

    def read(self) -> Value | Problem:
        """The text, NFC and trimmed."""
        return names.heal(self.toPlainText()).strip()

    def fill(self, value: Value) -> None:
        """Show a text."""
        self.setPlainText("" if value is None else str(value))


class _Found(QListView):
    """The list of a choice, in which typing finds: tone marks or not, in the middle too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = ""
        self._last = 0.0

    def keyboardSearch(self, search: str) -> None:
        now = time.monotonic()
        self._typed = (self._typed if now - self._last < FORGET_SECONDS else "") + search
        self._last = now
        wanted = " " + names.search_key(self._typed)
        model = self.model()
        shown = (str(model.index(n, 0).data()) for n in range(model.rowCount()))
        lines = [f" {names.search_key(words)}" for words in shown]
        for fits in (str.startswith, str.__contains__):
            for number, line in enumerate(lines):
                if wanted.strip() and fits(line, wanted):
                    self.setCurrentIndex(model.index(number, 0))
                    return


class ChoiceEditor(QComboBox):
    """One of a few; F4 opens it, typing finds."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        for value, words in field.choices:
            self.addItem(words, value)
        self.setView(_Found(self))
        self.setMaxVisibleItems(14)
        self.activated.connect(self._on_edited)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.edited.emit()

    def _on_edited(self) -> None:
        self.edited.emit()

    def raw(self) -> str:
        """The value chosen."""
        value = self.currentData()
        return value if isinstance(value, str) else ""

    def set_raw(self, text: str) -> None:
        """Choose by value."""
        self.fill(text)

    def read(self) -> Value | Problem:
        """The value chosen, empty where none."""
        return self.raw()

    def fill(self, value: Value) -> None:
        """Choose by value; an unknown one chooses the first."""
        self.setCurrentIndex(max(self.findData("" if value is None else str(value)), 0))


class FlagEditor(QCheckBox):
    """Yes or no; its words stand beside the box."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(field.label, parent)
        self.field = field
        self.clicked.connect(self._on_edited)

    def _on_edited(self) -> None:
        self.edited.emit()

    def raw(self) -> str:
        """`1` or nothing."""
        return "1" if self.isChecked() else ""

    def set_raw(self, text: str) -> None:
        """Set by `1`."""
        self.setChecked(text == "1")

    def read(self) -> Value | Problem:
        """Whether it is set."""
        return self.isChecked()

    def fill(self, value: Value) -> None:
        """Set or clear."""
        self.setChecked(value is True)


class FolderEditor(QWidget):
    """A folder, typed or picked with F4."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.line = LineEditor(field, self)
        self.line.edited.connect(self.edited)
        self._pick = QPushButton(icon("folder"), "F4", self)
        self._pick.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._pick.setAccessibleName(self.tr("Chọn thư mục"))
        self._pick.setToolTip(self.tr("Chọn thư mục"))
        self._pick.clicked.connect(self._on_pick)
        layout.addWidget(self.line, 1)
        layout.addWidget(self._pick)
        self.setFocusProxy(self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4:
            self._on_pick()
            return
        super().keyPressEvent(event)

    def _on_pick(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self.tr("Chọn thư mục"), self.line.text())
        if found:
            self.line.setText(str(Path(found)))
            self.edited.emit()

    def raw(self) -> str:
        """The path as typed."""
        return self.line.text()

    def set_raw(self, text: str) -> None:
        """Put a path back."""
        self.line.setText(text)

    def read(self) -> Value | Problem:
        """The path as text."""
        return self.line.text().strip()

    def fill(self, value: Value) -> None:
        """Show a path."""
        self.line.setText("" if value is None else str(value))


Editor = LineEditor | LongTextEditor | ChoiceEditor | FlagEditor | FolderEditor

_LINES: dict[FieldKind, type[LineEditor]] = {
    FieldKind.TEXT: LineEditor,
    FieldKind.NAME: NameEditor,
    FieldKind.DATE: DateEditor,
    FieldKind.BIRTH_DATE: BirthDateEditor,
    FieldKind.MONEY: MoneyEditor,
    FieldKind.NUMBER: NumberEditor,
    FieldKind.PASSWORD: PasswordEditor,
}


def make_editor(field: Field, parent: QWidget) -> Editor:
    """The widget of a field."""
    if field.kind is FieldKind.LONG_TEXT:
        return LongTextEditor(field, parent)
    if field.kind is FieldKind.CHOICE:
        return ChoiceEditor(field, parent)
    if field.kind is FieldKind.FLAG:
        return FlagEditor(field, parent)
    if field.kind is FieldKind.FOLDER:
        return FolderEditor(field, parent)
    return _LINES[field.kind](field, parent)
