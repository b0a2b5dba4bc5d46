"""What each column of a roster holds: its heading, a sample, and a choice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ssdesk.services.rosters import Column, Field, Layout, RosterMapping
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import line


class ColumnChooser(QWidget):
    """A combo box a column of each make of sheet.

    Signals:
        changed: another field was chosen (the new RosterMapping).
    """

    changed = Signal(object)

    def __init__(self, words: tuple[tuple[Field, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._mapping: RosterMapping | None = None
        self._rows: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 6, 0)
        self._layout.setSpacing(4)
        self._layout.addStretch(1)

    def set_mapping(self, mapping: RosterMapping) -> None:
        """Show these columns, each make of sheet once."""
        if mapping == self._mapping:
            return
        self._mapping = mapping
        for widget in self._rows:
            widget.hide()
            widget.deleteLater()
        self._rows.clear()
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
        choice = QComboBox(row)
        choice.setAccessibleName(heading)
        for field, words in self._words:
            choice.addItem(words, field)
        fields = [field for field, _ in self._words]
        choice.setCurrentIndex(fields.index(column.field))
        choice.activated.connect(_Chosen(self, signature, column.index, choice))
        inside.addWidget(choice)
        samples = " · ".join(text for text in column.samples if text)
        if samples:
            inside.addWidget(label(samples, "small", row))
        inside.addWidget(line(row))
        return row

    def choose(self, signature: str, index: int, field: Field) -> None:
        """Take another field for a column."""
        if self._mapping is not None:
            self.changed.emit(self._mapping.with_field(signature, index, field))


class _Chosen:
    """Tells which column a combo box belongs to."""

    def __init__(
        self, chooser: ColumnChooser, signature: str, index: int, choice: QComboBox
    ) -> None:
        self._chooser, self._signature = chooser, signature
        self._index, self._choice = index, choice

    def __call__(self, _: int) -> None:
        field = self._choice.currentData()
        self._chooser.choose(self._signature, self._index, Field(field))
