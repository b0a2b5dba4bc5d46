"""One small form above the window, such as a reason or a new password."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ssdesk.domain.checks import Severity, severity
from ssdesk.domain.problems import Problem
from ssdesk.ui.forms.field import Field, FormValues, Value
from ssdesk.ui.forms.form import Form
from ssdesk.ui.theme import LARGE_TEXT, worn
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import Note
from ssdesk.ui.widgets.scroll import scrolled
from ssdesk.ui.window_place import bounded

Check = Callable[[FormValues], Sequence[Problem]]
_ONE_COLUMN = 7
# Least height of the fields in pixels of 100 % text; more than any screen has.
_LEAST, _ANY_HEIGHT = 120, 100_000


def _nothing(_: FormValues) -> Sequence[Problem]:
    return ()


@dataclass(frozen=True, slots=True)
class FormRequest:
    """What a small form asks.

    Args:
        title: heading.
        fields: its lines.
        text: one sentence above them.
        save: words of the button that accepts, with mnemonic; "&Lưu" where empty.
        values: what is filled in at first.
        tally: what the values come to, told while one types: a sentence and its tone.
        check: what else is wrong with the values, shown at their fields; a warning can be
            kept by saving again.
        wide: two columns, however few the fields are.
        scanned: what a card does that is scanned over the open form (the form, its payload).
        keep: has the form keep what is typed and bring back what a crash left behind.
    """

    title: str
    fields: tuple[Field, ...]
    text: str = ""
    save: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    check: Check = _nothing
    tally: Callable[[FormValues], tuple[str, str]] | None = None
    keep: Callable[[Form], object] | None = None
    scanned: Callable[[Form, str], object] | None = None
    wide: bool = False

    def __post_init__(self) -> None:
        strange = self.values.keys() - {field.name for field in self.fields}
        if strange:
            raise ValueError(f"{self.title}: no field for {sorted(strange)}")


class FormDialog(QDialog):
    """The dialog of a request; `form` has the values when it was accepted."""

    def __init__(self, request: FormRequest, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._request = request
        self.setWindowTitle(request.title)
        many = request.wide or len(request.fields) > _ONE_COLUMN
        # Large text stands in one column, however many the fields are.
        beside = many and worn().percent < LARGE_TEXT
        wide = QSize(worn().px(760 if beside else 440), 1)
        self.setMinimumWidth(bounded(wide, self).width())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(label(request.title, "heading", self))
        if request.text:
            layout.addWidget(label(request.text, "muted", self))
        columns = 2 if many else 1
        self.form = Form("dialog", request.fields, self, columns=columns, enter_saves=True)
        self.form.fill(request.values)
        self._note = Note(self)
        layout.addWidget(self._note)
        self.form.brought_back.connect(self._on_brought_back)
        self._warned: tuple[Problem, ...] = ()
        if request.keep is not None:
            request.keep(self.form)
        area = scrolled(self.form, self)
        layout.addWidget(area, 1)
        self._tally = Note(self)
        layout.addWidget(self._tally)
        self.form.edited.connect(self._on_edited)
        self._on_edited()
        layout.addLayout(self._buttons(request.save or self.tr("&Lưu")))
        self._give_room(layout, area)
        self.form.saved.connect(self._on_saved)
        self.form.focus_first()

    def _give_room(self, layout: QVBoxLayout, area: QScrollArea) -> None:
        """The whole form where the screen has room for it, with what stands above and below."""
        for each in self.findChildren(QWidget):
            each.ensurePolished()
        needed = layout.minimumHeightForWidth(self.minimumWidth())
        needed = max(needed, layout.totalMinimumSize().height())
        others = needed - area.minimumSizeHint().height()
        room = bounded(QSize(1, _ANY_HEIGHT), self).height() - others
        wanted = min(self.form.sizeHint().height() + 4, room)
        area.setMinimumHeight(max(wanted, worn().px(_LEAST)))

    def _buttons(self, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        back = QPushButton(self.tr("&Quay lại"), self)
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        save = QPushButton(words, self)
        save.setObjectName("dialog_save")
        save.setProperty("kind", "primary")
        save.setAutoDefault(False)
        save.clicked.connect(self.form.save)
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(save)
        return row

    def _on_edited(self) -> None:
        if self._request.tally is not None:
            self._tally.set(*self._request.tally(self.form.values()))

    def _on_brought_back(self) -> None:
        self._note.set(self.tr("Đã đưa lại những gì gõ dở lần trước. Quay lại: bỏ hẳn."))

    def take_card(self, payload: str) -> None:
        """A card was scanned; a form that wants none leaves it."""
        if self._request.scanned is not None:
            self._request.scanned(self.form, payload)

    def _on_saved(self) -> None:
        problems = tuple(self._request.check(self.form.values()))
        refused = any(severity(problem.code) is Severity.REFUSE for problem in problems)
        if not problems or (not refused and problems == self._warned):
            self.accept()
            return
        self._warned = problems
        self.form.show_problems(problems)

    def done(self, result: int) -> None:
        """Saved or given up: nothing is to be brought back any more."""
        self.form.forget_draft()
        super().done(result)
