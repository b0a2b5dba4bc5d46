"""A model over many rows: ids first, pages of 256 rows when painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from ssdesk.ui.models.rows import CHIP_ROLE, CellKind, Column, Index, Row, shown
from ssdesk.ui.widgets.chip import Chip

PAGE_ROWS = 256
PAGES_KEPT = 40
_NUMBERS = frozenset({CellKind.INT, CellKind.DONG, CellKind.PERCENT})
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ReadPage = Callable[[tuple[str, ...], Callable[[Sequence[Row]], None]], None]


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Ids of all rows in their order; a page is asked for when one of its rows is painted.

    Args:
        columns: what is shown.
        read_page: given ids and where to bring the rows: runs the read in a job and calls back
            with the rows in the order of the ids.
        parent: owner.
    """

    def __init__(
        self, columns: Sequence[Column[Row]], read_page: ReadPage[Row], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._read_page = read_page
        self._ids: tuple[str, ...] = ()
        self._pages: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self._edition = 0

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show the rows of these ids, in this order; nothing read before is kept."""
        self.beginResetModel()
        self._ids = tuple(ids)
        self._pages.clear()
        self._asked.clear()
        self._edition += 1
        self.endResetModel()

    def row_at(self, line: int) -> Row | None:
        """The row in that line, None while its page is being read."""
        page, offset = divmod(line, PAGE_ROWS)
        rows = self._pages.get(page)
        if rows is None:
            self._ask(page)
            return None
        self._pages.move_to_end(page)
        return rows[offset] if offset < len(rows) else None

    def line_of(self, key: str) -> int:
        """The line of an id, -1 where it is not shown."""
        return self._ids.index(key) if key in self._ids else -1

    def _ask(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        start = page * PAGE_ROWS
        self._read_page(
            self._ids[start : start + PAGE_ROWS], _Bring(self._bring, page, self._edition)
        )

    def _bring(self, page: int, edition: int, rows: Sequence[Row]) -> None:
        if edition != self._edition:
            return
        self._asked.discard(page)
        self._pages[page] = tuple(rows)
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        start = page * PAGE_ROWS
        last = min(start + PAGE_ROWS, len(self._ids)) - 1
        self.dataChanged.emit(self.index(start, 0), self.index(last, len(self.columns) - 1))

    # Qt -------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].kind in _NUMBERS else _LEFT
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.kind in _NUMBERS else _LEFT
        if role not in (Qt.ItemDataRole.DisplayRole, CHIP_ROLE):
            return None
        row = self.row_at(index.row())
        if row is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 else None
        value = column.value(row)
        if role == CHIP_ROLE:
            return value if isinstance(value, Chip) else None
        return shown(value, column.kind)


class _Bring(Generic[Row]):
    """Brings one page home."""

    def __init__(
        self, bring: Callable[[int, int, Sequence[Row]], None], page: int, edition: int
    ) -> None:
        self._bring, self._page, self._edition = bring, page, edition

    def __call__(self, rows: Sequence[Row]) -> None:
        self._bring(self._page, self._edition, rows)
