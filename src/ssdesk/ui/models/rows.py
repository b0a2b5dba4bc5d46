"""A model over a small list of frozen rows: shown, sorted and filtered in memory."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_number
from ssdesk.domain.names import search_key, word_sort_key
from ssdesk.domain.person import BirthDate
from ssdesk.ui.widgets.chip import Chip

Row = TypeVar("Row")
Cell = str | int | bool | date | BirthDate | Chip | None
Index = QModelIndex | QPersistentModelIndex
CHIP_ROLE = int(Qt.ItemDataRole.UserRole) + 1
TONE_ROLE = CHIP_ROLE + 1
CHOICES_ROLE = CHIP_ROLE + 2
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CellKind(Enum):
    """How a column is shown, aligned and sorted."""

    TEXT = "text"
    INT = "int"
    DONG = "dong"
    PERCENT = "percent"
    DATE = "date"
    CHIP = "chip"
    FLAG = "flag"


NUMBERS = frozenset({CellKind.INT, CellKind.DONG, CellKind.PERCENT})


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    Args:
        name: stable name: remembered by the column chooser, field of problems.
        title: translated heading.
        value: reads the cell from the row; never holds a page.
        kind: how it is shown.
        width: pixels at 100 % text, 0 takes what is left.
        sort: what to sort by instead of the value, for example a stored sort key.
        editable: can be typed in (only in `EditableRows`).
        hidden: not shown until chosen.
        choices: words that can be chosen while typing.
        whole: a text that says something wrong when cut, so its column grows with it.
        wraps: a text that takes two lines where one is too short; the grid's rows are higher.
        leaves: whether it leaves where there is no room for all, the highest first; 0 stays.
    """

    name: str
    title: str
    value: Callable[[Row], Cell]
    kind: CellKind = CellKind.TEXT
    width: int = 120
    sort: Callable[[Row], str | int] | None = None
    editable: bool = False
    hidden: bool = False
    choices: tuple[str, ...] = ()
    whole: bool = False
    wraps: bool = False
    leaves: int = 0


def shown(value: Cell, kind: CellKind) -> str:
    """A cell as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, Chip):
        return value.text
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, int):
        return _number(value, kind)
    if isinstance(value, BirthDate):
        return value.display()
    return format_date(value) if isinstance(value, date) else str(value)


def _number(value: int, kind: CellKind) -> str:
    if kind is CellKind.PERCENT:
        return f"{value // 10},{value % 10}%"
    return format_number(value) if kind is CellKind.DONG else str(value)


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Frozen rows as a table.

    Args:
        columns: what is shown.
        key: tells rows apart, so that the current one is found again after a refresh.
        parent: owner.
    """

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], Hashable], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._all: tuple[Row, ...] = ()
        self._rows: list[Row] = []
        self._filters: dict[int, str] = {}
        self._search = ""
        self._order: tuple[int, bool] | None = None
        self._cell_problems: dict[Hashable, dict[str, str]] = {}

    # Rows -----------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, filtered and sorted as before."""
        self._all = tuple(rows)
        self._arrange()

    def rows(self) -> tuple[Row, ...]:
        """The rows shown now, in their order."""
        return tuple(self._rows)

    def row_at(self, index: int) -> Row:
        """The row in that line."""
        return self._rows[index]

    def line_of(self, key: Hashable) -> int:
        """The line of a row, -1 where it is not shown."""
        return next((line for line, row in enumerate(self._rows) if self.key(row) == key), -1)

    def set_problems(self, problems: dict[Hashable, dict[str, str]]) -> None:
        """Sentences by row key and column name; their cells are marked, F8 goes through them."""
        self._cell_problems = problems
        self._repaint()

    def problem_at(self, line: int, column: int) -> str:
        """What is wrong in a cell, empty where nothing is."""
        found = self._cell_problems.get(self.key(self._rows[line]), {})
        return found.get(self.columns[column].name, "")

    # Filter and order -----------------------------------------------------------------------

    def set_search(self, text: str) -> None:
        """Show rows with this text in any column, tone marks or not."""
        self._search = search_key(text)
        self._arrange()

    def set_filter(self, column: int, text: str) -> None:
        """Show rows with this text in that column; empty shows all."""
        self._filters[column] = text
        self._arrange()

    def clear_filters(self) -> None:
        """Show all columns' rows again."""
        self._filters.clear()
        self._arrange()

    def filters(self) -> tuple[tuple[str, str], ...]:
        """Heading and wanted text of each column that is filtered."""
        wanted = ((self.columns[n].title, text) for n, text in sorted(self._filters.items()))
        return tuple((title, text) for title, text in wanted if search_key(text))

    def filter_of(self, column: int) -> str:
        """The filter of a column."""
        return self._filters.get(column, "")

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()

    def _arrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self.key(self._rows[index.row()]) for index in before]
        wanted = {n: key for n, text in self._filters.items() if (key := search_key(text))}
        self._rows = list(self._all)
        if wanted or self._search:
            self._rows = [row for row in self._all if self._passes(row, wanted)]
        if self._order is not None:
            column, falling = self._order
            self._rows.sort(key=lambda row: self._sort_key(row, column), reverse=falling)
        lines = {self.key(row): line for line, row in enumerate(self._rows) if kept}
        after = [
            self.index(lines[key], index.column()) if key in lines else QModelIndex()
            for key, index in zip(kept, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _passes(self, row: Row, filters: Mapping[int, str]) -> bool:
        for column, wanted in filters.items():
            if wanted not in search_key(self._text(row, column)):
                return False
        if not self._search:
            return True
        whole = search_key(" ".join(self._text(row, n) for n in range(len(self.columns))))
        return self._search in whole

    def _sort_key(self, row: Row, column: int) -> tuple[bool, int, str]:
        definition = self.columns[column]
        value = definition.sort(row) if definition.sort else definition.value(row)
        if isinstance(value, BirthDate):
            value = value.value
        if value is None or value == "":
            return True, 0, ""
        if isinstance(value, int):
            return False, value, ""
        if isinstance(value, date):
            return False, value.toordinal(), ""
        if definition.sort is not None:
            return False, 0, str(value)
        return False, 0, word_sort_key(shown(value, definition.kind))

    # Qt -------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].kind in NUMBERS else _LEFT
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        line, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(self._rows[line], column)
        if role == CHIP_ROLE:
            value = self.columns[column].value(self._rows[line])
            return value if isinstance(value, Chip) else None
        if role == TONE_ROLE:
            return "act" if self.problem_at(line, column) else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[column].kind in NUMBERS else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.problem_at(line, column) or None
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.problem_at(line, column)
        return None

    def _text(self, row: Row, column: int) -> str:
        definition = self.columns[column]
        return shown(definition.value(row), definition.kind)

    def _repaint(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
