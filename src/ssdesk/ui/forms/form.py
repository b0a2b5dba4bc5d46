"""A form from a list of fields: label, buddy, help, accessible name, problems at their fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ssdesk.domain import checks
from ssdesk.domain.problems import Problem
from ssdesk.errors import SsdeskError
from ssdesk.services.context import Context
from ssdesk.ui import error_text
from ssdesk.ui.actions import plain
from ssdesk.ui.forms.drafts import DraftKeeper
from ssdesk.ui.forms.editors import (
    ChoiceEditor,
    Editor,
    FlagEditor,
    FolderEditor,
    LineEditor,
    LongTextEditor,
    make_editor,
)
from ssdesk.ui.forms.field import Field, FieldKind, FormValues, Value
from ssdesk.ui.jobs import JobRunner
from ssdesk.ui.theme import LARGE_TEXT, worn
from ssdesk.ui.widgets.labels import label, restyle

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Row(QWidget):
    """Label, editor, and the line below that helps or says what is wrong."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.editor: Editor = make_editor(field, self)
        words = plain(field.label)
        self.editor.setObjectName(f"field_{field.name}")
        if field.kind is not FieldKind.FLAG:
            head = QLabel(field.label + (" *" if field.required else ""), self)
            head.setProperty("role", "field")
            head.setBuddy(self.input)
            layout.addWidget(head)
        self.input.setAccessibleName(words)
        self.input.setAccessibleDescription(field.help)
        layout.addWidget(self.editor)
        self.below = label("", "help", self)
        self.below.setWordWrap(True)
        layout.addWidget(self.below)
        layout.addStretch(1)
        self.show_sentence("")

    @property
    def input(self) -> QWidget:
        """The widget that takes the keyboard."""
        return self.editor.line if isinstance(self.editor, FolderEditor) else self.editor

    def show_sentence(self, sentence: str, *, warns: bool = False) -> None:
        """Say what is wrong here, or the help again where the sentence is empty."""
        tone = ("waiting" if warns else "act") if sentence else ""
        self.below.setText(sentence or self.field.help)
        self.below.setVisible(bool(self.below.text()))
        restyle(self.below, "tone", tone)
        restyle(self.input, "tone", tone)
        self.input.setAccessibleDescription(self.below.text())


class Form(QWidget):
    """A form.

    Signals:
        saved: Ctrl+Enter, and everything can be read.
        edited: something was typed (name of the field).
        brought_back: what a crash or a lock left behind stands in the fields again.
    """

    saved = Signal()
    edited = Signal(str)
    brought_back = Signal()

    def __init__(
        self,
        name: str,
        fields: Sequence[Field],
        parent: QWidget,
        columns: int = 1,
        *,
        enter_saves: bool = False,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._enter_saves = enter_saves
        self._rows: dict[str, _Row] = {}
        self._touched: set[str] = set()
        self._drafts: DraftKeeper | None = None
        self.setObjectName(f"form_{name}")
        # Two columns of large text would not find room beside each other.
        self._lay_out(fields, columns if worn().percent < LARGE_TEXT else 1)

    def _lay_out(self, fields: Sequence[Field], columns: int) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(worn().px(10))
        line = place = 0
        for field in fields:
            if field.group:
                line, place = line + (place > 0), 0
                grid.addWidget(label(field.group, "section", self), line, 0, 1, columns)
                line += 1
            if field.span and place:
                line, place = line + 1, 0
            row = self._add(field)
            grid.addWidget(row, line, place, 1, columns if field.span else 1)
            place += columns if field.span else 1
            if place >= columns:
                line, place = line + 1, 0
        for column in range(columns):
            grid.setColumnStretch(column, 1)

    def _add(self, field: Field) -> _Row:
        row = _Row(field, self)
        self._rows[field.name] = row
        row.editor.edited.connect(_Named(self, field.name))
        row.input.installEventFilter(self)
        return row

    # Values ---------------------------------------------------------------------------------

    def fill(self, values: Mapping[str, Value]) -> None:
        """Show these values; fields that are not named stay as they are."""
        for name, value in values.items():
            self._rows[name].editor.fill(value)
        self._touched -= values.keys()
        self.clear_problems()

    def refill(self, values: Mapping[str, Value]) -> None:
        """Show what is stored now, except where the person has typed since `fill`."""
        for name, value in values.items():
            if name not in self._touched:
                self._rows[name].editor.fill(value)

    def put(self, values: Mapping[str, Value]) -> None:
        """Show these values as if they were typed."""
        for name, value in values.items():
            self._rows[name].editor.fill(value)
            self._on_field_edited(name)

    def clear(self) -> None:
        """Empty every field."""
        self.fill(dict.fromkeys(self._rows))

    def values(self) -> FormValues:
        """What the form says; what cannot be read counts as empty (see `problems`)."""
        read = {name: row.editor.read() for name, row in self._rows.items()}
        return FormValues(
            {name: None if isinstance(value, Problem) else value for name, value in read.items()}
        )

    def problems(self) -> tuple[Problem, ...]:
        """What cannot be read or is missing."""
        found = []
        for name, row in self._rows.items():
            value = row.editor.read()
            if isinstance(value, Problem):
                found.append(Problem(name, value.code, value.params))
            elif row.field.required and value in (None, ""):
                words = plain(row.field.label)
                found.append(Problem(name, "FIELD_EMPTY", {"field": words}))
        return tuple(found)

    def raw_values(self) -> dict[str, str]:
        """Texts as typed, for drafts; secrets are left out."""
        return {name: row.editor.raw() for name, row in self._rows.items()}

    def set_raw_values(self, texts: Mapping[str, str]) -> None:
        """Put typed texts back."""
        for name, text in texts.items():
            if name in self._rows:
                self._rows[name].editor.set_raw(text)

    def typed(self) -> dict[str, str]:
        """Texts of the fields typed in since `fill`; secrets are empty."""
        return {name: text for name, text in self.raw_values().items() if name in self._touched}

    def put_typed(self, texts: Mapping[str, str]) -> None:
        """Put texts back that `typed` gave, as if they were typed again."""
        for name in texts.keys() & self._rows.keys():
            self._rows[name].editor.set_raw(texts[name])
            self._on_field_edited(name)

    def editor(self, name: str) -> QWidget:
        """The widget of a field that takes the keyboard."""
        return self._rows[name].input

    def focused_field(self) -> Field | None:
        """The field that has the keyboard, or had it before what is above was opened."""
        focused = self.focusWidget()
        return next((row.field for row in self._rows.values() if row.input is focused), None)

    def set_field_visible(self, name: str, visible: bool) -> None:
        """Show or hide a field that depends on another."""
        self._rows[name].setVisible(visible)

    def set_read_only(self, read_only: bool) -> None:
        """Show only."""
        for row in self._rows.values():
            if isinstance(row.editor, (LineEditor, LongTextEditor)):
                row.editor.setReadOnly(read_only)
            else:
                row.editor.setEnabled(not read_only)

    # Problems -------------------------------------------------------------------------------

    def check(self) -> bool:
        """Whether everything can be read; what cannot is shown and the first one focused."""
        found = self.problems()
        self.show_problems(found)
        return not found

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each problem at its field, one of no field of this form at the first."""
        self.clear_problems()
        first: _Row | None = None
        for problem in reversed(problems):
            row = self._rows.get(problem.field) or next(iter(self._rows.values()))
            code = checks.CHECKS.get(problem.code)
            warns = code is not None and code.severity is checks.Severity.WARN
            row.show_sentence(error_text.of_problem(problem), warns=warns)
            first = row
        if first is not None:
            self._go_to(first)

    def show_error(self, error: Exception) -> bool:
        """A refusal at the field its check is about; False where it is about no field here."""
        if not isinstance(error, SsdeskError):
            return False
        field = str(error.params.get("field_name", ""))
        if not field and error.code in checks.CHECKS:
            field = checks.CHECKS[error.code].field
        if field not in self._rows:
            return False
        self.show_problems((Problem(field, error.code, error.params),))
        return True

    def clear_problems(self) -> None:
        """Show the helps again."""
        for row in self._rows.values():
            row.show_sentence("")

    # Keyboard -------------------------------------------------------------------------------

    def save(self) -> None:
        """As Ctrl+Enter."""
        if self.check():
            self.saved.emit()

    def focus_first(self) -> None:
        """The keyboard goes to the first field that can be typed in."""
        for row in self._rows.values():
            if row.isVisibleTo(self) and row.input.isEnabled():
                self._go_to(row)
                return

    def focus_first_empty(self) -> None:
        """The keyboard goes to the first field that says nothing yet, else to the first."""
        for row in self._rows.values():
            if row.isVisibleTo(self) and row.input.isEnabled() and not row.editor.raw():
                self._go_to(row)
                return
        self.focus_first()

    def _go_to(self, row: _Row) -> None:
        row.input.setFocus(Qt.FocusReason.OtherFocusReason)
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                # A sentence just put below the field has its room only after the next layout.
                QTimer.singleShot(0, row, partial(above.ensureWidgetVisible, row))
            above = above.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        return self._key(event) or super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        focused = self.focusWidget()
        if key == Qt.Key.Key_F4 and isinstance(focused, ChoiceEditor):
            focused.showPopup()
            return True
        if key not in _ENTER:
            return False
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            self.save()
        elif modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.focusNextPrevChild(False)
        elif self._enter_saves and self._is_last(focused):
            self.save()
        else:
            self.focusNextPrevChild(True)
        return True

    def _is_last(self, widget: QWidget | None) -> bool:
        shown = [row for row in self._rows.values() if row.isVisibleTo(self)]
        return bool(shown) and widget is shown[-1].input

    # Drafts ---------------------------------------------------------------------------------

    def keep_drafts(self, jobs: JobRunner, ctx: Context, subject: str) -> DraftKeeper:
        """Save what is typed while typing, and offer what a crash left behind.

        Args:
            jobs: runs the service that keeps drafts.
            ctx: the open desk.
            subject: what the form is about, such as a person's id, empty for a new one.
        """
        if self._drafts is not None:
            self._drafts.stop()
        self._drafts = DraftKeeper(jobs, ctx, (self.name, subject), self)
        self._drafts.read_from(self.raw_values, self.edited)
        self._drafts.offered.connect(self._on_offered)
        return self._drafts

    def forget_draft(self) -> None:
        """The form was saved: its draft is gone."""
        if self._drafts is not None:
            self._drafts.forget()

    def _on_offered(self, texts: Mapping[str, str]) -> None:
        self.set_raw_values(texts)
        self.brought_back.emit()

    def _on_field_edited(self, name: str) -> None:
        row = self._rows[name]
        self._touched.add(name)
        if row.below.property("tone"):
            row.show_sentence("")
        self.edited.emit(name)


class _Named:
    """Tells the form which field was edited."""

    def __init__(self, form: Form, name: str) -> None:
        self._form = form
        self._name = name

    def __call__(self) -> None:
        self._form._on_field_edited(self._name)


__all__ = ["Field", "FieldKind", "FlagEditor", "Form", "FormValues"]
