"""Rows that can be typed in: edits, pasted blocks, fill-down, undo, problems by cell."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic

from PySide6.QtCore import QObject, Qt, Signal

from ssdesk.domain.names import clean_text
from ssdesk.ui.models.rows import CHOICES_ROLE, TONE_ROLE, Column, Index, Row, RowsModel


@dataclass(frozen=True, slots=True)
class Edit(Generic[Row]):
    """What was typed in one line.

    Args:
        row: the row as stored.
        texts: texts by column name; only what differs from the row.
    """

    row: Row
    texts: Mapping[str, str]


@dataclass(slots=True)
class _Step:
    """One Ctrl+Z: what the cells said before, and how many new lines it made."""

    before: list[tuple[Hashable, str, str | None]] = field(default_factory=list)
    new_lines: int = 0


class EditableRows(RowsModel[Row]):
    """Rows with typed texts laid over them until the page saves.

    Pasting below the last line makes new rows by `new_row`, where that is given. The page reads
    `edits()`, saves through its service, then calls `set_rows` and `forget_edits`.

    Signals:
        edited: something was typed, pasted or undone (number of lines that differ).
    """

    edited = Signal(int)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        parent: QObject,
        new_row: Callable[[int], Row] | None = None,
    ) -> None:
        super().__init__(columns, key, parent)
        self._new_row = new_row
        self._new: list[Row] = []
        self._texts: dict[Hashable, dict[str, str]] = {}
        self._undo: list[_Step] = []
        self._step: _Step | None = None

    # For the page ---------------------------------------------------------------------------

    def edits(self) -> tuple[Edit[Row], ...]:
        """Every line that differs from what is stored, new ones included."""
        every = {self.key(row): row for row in (*self._all, *self._rows)}
        return tuple(Edit(every[key], dict(texts)) for key, texts in self._texts.items() if texts)

    def forget_edits(self) -> None:
        """What was typed is stored or given up; it cannot be undone any more."""
        self._texts.clear()
        self._undo.clear()
        new = {self.key(row) for row in self._new}
        self._new.clear()
        self._all = tuple(row for row in self._all if self.key(row) not in new)
        self._arrange()
        self.edited.emit(0)

    def set_rows(self, rows: Sequence[Row]) -> None:
        super().set_rows((*rows, *self._new))

    def take_over(self, before: EditableRows[Row]) -> None:
        """Go on with what was typed into another model of the same rows."""
        self._new, self._texts, self._undo = before._new, before._texts, before._undo
        self.set_rows(tuple(row for row in self._all if row not in self._new))
        self._tell()

    def text_of(self, row: Row, name: str) -> str:
        """A cell as it stands now, typed or stored."""
        number = next(n for n, column in enumerate(self.columns) if column.name == name)
        return self._text(row, number)

    def add_line(self) -> int:
        """A new empty line at the end; its number, -1 where none can be made."""
        if self._new_row is None:
            return -1
        made = self._new_row(len(self._new))
        self._new.append(made)
        self._all = (*self._all, made)
        line = len(self._rows)
        self.beginInsertRows(self.index(-1, -1), line, line)
        self._rows.append(made)
        self.endInsertRows()
        return line

    # For the grid ---------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        if index.isValid() and self.columns[index.column()].editable:
            return found | Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == CHOICES_ROLE and index.isValid():
            return self.columns[index.column()].choices
        if role == TONE_ROLE and index.isValid():
            if self.problem_at(index.row(), index.column()):
                return "act"
            typed = self._texts.get(self.key(self._rows[index.row()]), {})
            return "waiting" if self.columns[index.column()].name in typed else ""
        return super().data(index, role)

    def setData(
        self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.put_cells([(index.row(), index.column(), str(value))])
        return True

    def put_cells(self, cells: Sequence[tuple[int, int, str]]) -> None:
        """Type into cells as one step; cells that cannot be typed in are left alone."""
        step = self._step = _Step()
        for line, column, text in cells:
            if line < len(self._rows) and self.columns[column].editable:
                self._put(self._rows[line], column, clean_text(text))
        self._close(step)

    def put_block(self, line: int, columns: Sequence[int], block: Sequence[Sequence[str]]) -> None:
        """Paste a block from a line on, over these columns, as one step."""
        step = self._step = _Step()
        for offset, texts in enumerate(block):
            while line + offset >= len(self._rows):
                if self.add_line() < 0:
                    self._close(step)
                    return
                step.new_lines += 1
            row = self._rows[line + offset]
            for column, text in zip(columns, texts, strict=False):
                if self.columns[column].editable:
                    self._put(row, column, clean_text(text))
        self._close(step)

    def undo(self) -> bool:
        """Take the last step back; False where nothing is left to take back."""
        if not self._undo:
            return False
        step = self._undo.pop()
        for key, name, before in reversed(step.before):
            texts = self._texts.setdefault(key, {})
            if before is None:
                texts.pop(name, None)
            else:
                texts[name] = before
        for _ in range(step.new_lines):
            gone = self._new.pop()
            self._texts.pop(self.key(gone), None)
            self._all = tuple(row for row in self._all if row is not gone)
        if step.new_lines:
            self._arrange()
        self._repaint()
        self._tell()
        return True

    def _put(self, row: Row, column: int, text: str) -> None:
        key, name = self.key(row), self.columns[column].name
        texts = self._texts.setdefault(key, {})
        if self._text(row, column) == text:
            return
        if self._step is not None:
            self._step.before.append((key, name, texts.get(name)))
        if super()._text(row, column) == text:
            texts.pop(name, None)
        else:
            texts[name] = text

    def _text(self, row: Row, column: int) -> str:
        typed = self._texts.get(self.key(row))
        if typed:
            found = typed.get(self.columns[column].name)
            if found is not None:
                return found
        return super()._text(row, column)

    def _close(self, step: _Step) -> None:
        self._step = None
        if step.before or step.new_lines:
            self._undo.append(step)
            self._repaint()
            self._tell()

    def _tell(self) -> None:
        self.edited.emit(sum(1 for texts in self._texts.values() if texts))
