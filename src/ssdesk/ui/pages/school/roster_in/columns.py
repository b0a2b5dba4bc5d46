"""What each column of a roster holds: its heading, a sample, and a choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ssdesk.services.rosters import Column, Field, Layout, RosterMapping
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import line


class _FieldChoice(QComboBox):
    """Arrows look; what they stand on counts with Enter or when the keyboard leaves.

    Signals:
        settled: another field counts now.
    """

    settled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._counts = -1
        self._listed = False
        self.activated.connect(self._on_activated)

    def put(self, place: int) -> None:
        """Stand there; nobody is told."""
        self.setCurrentIndex(place)
        self._counts = place

    def settle(self) -> None:
        """Tell if another field is stood on than counted so far."""
        if self.currentIndex() != self._counts:
            self._counts = self.currentIndex()
            self.settled.emit()

    def showPopup(self) -> None:
        self._listed = True
        super().showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        # What was chosen in the list is told after the list has gone.
        QTimer.singleShot(0, self, self._on_hidden)

    def _on_hidden(self) -> None:
        self._listed = False

    def _on_activated(self) -> None:
        if self._listed:
            self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.settle()


class ColumnChooser(QWidget):
    """A combo box a column of each make of sheet.

    Signals:
        taken: a field was taken from another column (the field, that column).
        changed: another field was chosen (the new RosterMapping).
    """

    changed = Signal(object)
    taken = Signal(str, str)

    def __init__(self, words: tuple[tuple[Field, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._mapping: RosterMapping | None = None
        self._rows: list[QWidget] = []
        self._choices: dict[tuple[str, int], _FieldChoice] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 6, 0)
        self._layout.setSpacing(4)
        self._layout.addStretch(1)

    def set_mapping(self, mapping: RosterMapping) -> None:
        """Show these columns, each make of sheet once.

        Other fields for the same columns are shown where they stand: the keyboard may be there.
        """
        before, self._mapping = self._mapping, mapping
        if before is not None and _columns(before) == _columns(mapping):
            for layout in mapping.layouts:
                for column in layout.columns:
                    choice = self._choices[layout.signature, column.index]
                    choice.put(self._place(column.field))
            return
        for widget in self._rows:
            widget.hide()
            widget.deleteLater()
        self._rows.clear()
        self._choices.clear()
        seen: set[str] = set()
        for layout in mapping.layouts:
            if layout.signature in seen:
                continue
            seen.add(layout.signature)
            self._show_layout(mapping, layout)

    def _show_layout(self, mapping: RosterMapping, layout: Layout) -> None:
        sheets = [item.sheet for item in mapping.layouts if item.signature == layout.signature]
        names = ", ".join(name for name in sheets if name)
        if names:
            self._add(label(names, "overline", self))
        for column in layout.columns:
            self._add(self._row(layout.signature, column))

    def _add(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)
        self._rows.append(widget)

    def _row(self, signature: str, column: Column) -> QWidget:
        row = QWidget(self)
        inside = QVBoxLayout(row)
        inside.setContentsMargins(0, 2, 0, 4)
        inside.setSpacing(2)
        heading = column.heading or self.tr("(không có tiêu đề)")
        inside.addWidget(label(f"{column.letter} · {heading}", "strong", row))
        choice = _FieldChoice(row)
        choice.setAccessibleName(heading)
        for field, words in self._words:
            choice.addItem(words, field)
        choice.put(self._place(column.field))
        self._choices[signature, column.index] = choice
        choice.settled.connect(_Chosen(self, signature, column.index, choice))
        inside.addWidget(choice)
        samples = " · ".join(text for text in column.samples if text)
        if samples:
            inside.addWidget(label(samples, "small", row))
        inside.addWidget(line(row))
        return row

    def _place(self, wanted: Field) -> int:
        return next(n for n, (field, _) in enumerate(self._words) if field is wanted)

    def choose(self, signature: str, index: int, field: Field) -> None:
        """Take another field for a column."""
        if self._mapping is None:
            return
        before, self._mapping = self._mapping, self._mapping.with_field(signature, index, field)
        for old, new in zip(before.layouts, self._mapping.layouts, strict=True):
            for was, now in zip(old.columns, new.columns, strict=True):
                if was.field is not now.field and was.index != index:
                    words = dict(self._words)[field]
                    self.taken.emit(words, f"{was.letter} · {was.heading}")
        self.changed.emit(self._mapping)

    def settle(self) -> None:
        """What an arrow stands on counts now, as if the keyboard had left it."""
        for choice in self._choices.values():
            choice.settle()


def _columns(mapping: RosterMapping) -> list[tuple[str, int, str, tuple[str, ...]]]:
    return [
        (layout.signature, column.index, column.heading, column.samples)
        for layout in mapping.layouts
        for column in layout.columns
    ]


class _Chosen:
    """Tells which column a combo box belongs to."""

    def __init__(
        self, chooser: ColumnChooser, signature: str, index: int, choice: QComboBox
    ) -> None:
        self._chooser, self._signature = chooser, signature
        self._index, self._choice = index, choice

    def __call__(self) -> None:
        field = self._choice.currentData()
        self._chooser.choose(self._signature, self._index, Field(field))
