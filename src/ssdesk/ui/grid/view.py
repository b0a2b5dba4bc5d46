"""A grid with Excel's habits: blocks, fill down, filter, columns, F8 through faults."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ssdesk.ui.delegates.cell import CellDelegate
from ssdesk.ui.grid import block as grid_block
from ssdesk.ui.grid.filter import FilterPopup, FilterSign
from ssdesk.ui.grid.widths import Widths
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.preferences import Preferences
from ssdesk.ui.theme import worn

# Height in pixels of 100 % text of a row in which a text may wrap, of headings of two lines.
_TWO_LINES = 40
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {
    Qt.Key.Key_Up: QAbstractItemView.CursorAction.MoveUp,
    Qt.Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    Qt.Key.Key_Left: QAbstractItemView.CursorAction.MoveLeft,
    Qt.Key.Key_Right: QAbstractItemView.CursorAction.MoveRight,
    Qt.Key.Key_Home: QAbstractItemView.CursorAction.MoveHome,
    Qt.Key.Key_End: QAbstractItemView.CursorAction.MoveEnd,
    Qt.Key.Key_PageUp: QAbstractItemView.CursorAction.MovePageUp,
    Qt.Key.Key_PageDown: QAbstractItemView.CursorAction.MovePageDown,
}


class GridView(QTableView):
    """The grid.

    Signals:
        row_activated: Enter or a double click on a row (the row).
        row_current: the keyboard stands on another row (the row or None).
        problem_reached: F8 came to a faulty cell (its sentence).
    """

    row_activated = Signal(object)
    row_current = Signal(object)
    problem_reached = Signal(str)

    def __init__(self, name: str, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self._preferences = preferences
        self._anchor = QPersistentModelIndex()
        self._wanted: tuple[object, int] | None = None
        self._widths = Widths(self)
        self._called = ""
        theme = worn()
        self.setObjectName(f"grid_{name}")
        self.setMinimumHeight(theme.px(120))
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.px(27))
        rows.hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(theme.px(30))
        head.setMinimumSectionSize(theme.px(32))
        head.setSectionsMovable(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self.choose_columns)
        head.sectionResized.connect(self._widths.on_resized)
        self._filter = FilterPopup(self)
        self.filter_sign = FilterSign(self)
        self.doubleClicked.connect(self._on_activated)

    def call(self, words: str) -> None:
        """The grid's name for screen readers, where its page gave none of its own."""
        if self.accessibleName() in ("", self._called):
            self._called = words
            self.setAccessibleName(words)

    # Model ----------------------------------------------------------------------------------

    def set_model(self, model: RowsModel[object] | QAbstractTableModel) -> None:
        """Show a model of this program."""
        self.setModel(model)
        columns = getattr(model, "columns", ())
        self._widths.start(columns)
        if any("\n" in column.title for column in columns):
            self.horizontalHeader().setFixedHeight(worn().px(_TWO_LINES))
        if any(column.wraps for column in columns):
            self.verticalHeader().setDefaultSectionSize(worn().px(_TWO_LINES))
        if any(column.editable for column in columns):
            self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
            self.setEditTriggers(
                QAbstractItemView.EditTrigger.EditKeyPressed
                | QAbstractItemView.EditTrigger.AnyKeyPressed
                | QAbstractItemView.EditTrigger.DoubleClicked
            )
        self._show_chosen()
        self._widths.spread()
        model.layoutChanged.connect(self._on_layout_changed)
        model.modelReset.connect(self._on_layout_changed)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    def current_row(self) -> object:
        """The row the keyboard stands on, or None."""
        return self._row(self.currentIndex())

    def selected_rows(self) -> tuple[object, ...]:
        """The rows selected, from top to bottom."""
        if self.selectionModel() is None:
            return ()
        lines = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return tuple(
            row for line in lines if (row := self._row(self.model().index(line, 0))) is not None
        )

    def go_to(self, key: object, column: int = 0) -> bool:
        """Stand on the row of that key; False where it is not shown."""
        model = self.model()
        line = model.line_of(key) if isinstance(model, RowsModel) else -1
        if line < 0:
            return False
        self.setCurrentIndex(model.index(line, self._first_shown(column)))
        return True

    def place(self) -> tuple[object, int] | None:
        """Key and column of the cell the keyboard stands on."""
        model, index = self.model(), self.currentIndex()
        if not index.isValid() or not isinstance(model, RowsModel):
            return None
        return model.key(model.row_at(index.row())), index.column()

    def stand_at(self, place: tuple[object, int]) -> None:
        """Go to a place that `place` gave, when its row comes if it is not here yet."""
        self._wanted = None if self.go_to(*place) else place

    def _row(self, index: QModelIndex) -> object:
        model = self.model()
        if not index.isValid() or not isinstance(model, RowsModel):
            reader = getattr(model, "row_at", None)
            return reader(index.row()) if index.isValid() and reader else None
        return model.row_at(index.row()) if index.row() < model.rowCount() else None

    def _first_shown(self, column: int) -> int:
        count = self.model().columnCount()
        order = [*range(column, count), *range(column)]
        return next((n for n in order if not self.isColumnHidden(n)), 0)

    # Keyboard -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Esc first takes away what hides rows here, then what the page makes of it.
        asked = event.type() == QEvent.Type.ShortcutOverride and self._is_filtered()
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def _is_filtered(self) -> bool:
        model = self.model()
        return isinstance(model, RowsModel) and bool(model.filters())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._command(event):
            event.accept()
            return
        if event.modifiers() == _SHIFT and event.key() in _MOVES:
            self._extend(_MOVES[Qt.Key(event.key())], event)
            return
        if event.key() != Qt.Key.Key_Shift:
            self._anchor = QPersistentModelIndex()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in _ENTER and plain:
            if self.state() is not QAbstractItemView.State.EditingState:
                self._on_activated(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _extend(self, action: QAbstractItemView.CursorAction, event: QKeyEvent) -> None:
        # Qt's own Shift+arrow starts where the mouse was last, not where a jump has led.
        if not self._anchor.isValid():
            self._anchor = QPersistentModelIndex(self.currentIndex())
        start = self.model().index(self._anchor.row(), self._anchor.column())
        end = self.moveCursor(action, event.modifiers())
        if not start.isValid() or not end.isValid():
            return
        flags = QItemSelectionModel.SelectionFlag
        how = flags.ClearAndSelect
        if self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows:
            how |= flags.Rows
        self.selectionModel().setCurrentIndex(end, flags.NoUpdate)
        self.selectionModel().select(QItemSelection(start, end), how)
        self.scrollTo(end)

    def _command(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            grid_block.copy(self)
        elif event.matches(QKeySequence.StandardKey.Paste):
            grid_block.paste(self)
        elif event.matches(QKeySequence.StandardKey.Undo):
            undo = getattr(self.model(), "undo", None)
            return bool(undo and undo())
        elif event.key() == Qt.Key.Key_D and event.modifiers() == _CTRL:
            grid_block.fill_down(self)
        elif event.key() == Qt.Key.Key_F8:
            self.next_problem(-1 if event.modifiers() == _SHIFT else 1)
        elif event.key() == Qt.Key.Key_F and event.modifiers() == _CTRL:
            self.filter_column()
        elif event.key() == Qt.Key.Key_Escape and self._is_filtered():
            model = self.model()
            if isinstance(model, RowsModel):
                model.clear_filters()
        elif event.key() == Qt.Key.Key_L and event.modifiers() == _CTRL | _SHIFT:
            self.choose_columns()
        elif event.key() == Qt.Key.Key_Delete and self._editable:
            grid_block.clear(self)
        else:
            return False
        return True

    @property
    def _editable(self) -> bool:
        return any(column.editable for column in getattr(self.model(), "columns", ()))

    def next_problem(self, step: int = 1) -> bool:
        """Go to the next faulty cell (F8), round the end; False where nothing is wrong."""
        self._call_back_faulty()
        found = grid_block.next_problem(self, step)
        if found is None:
            return False
        self.setCurrentIndex(found[0])
        self.scrollTo(found[0])
        self.problem_reached.emit(found[1])
        return True

    def _call_back_faulty(self) -> None:
        """What F8 leads to is seen, whatever room there is."""
        model = self.model()
        if not isinstance(model, RowsModel):
            return
        for number in self._widths.gone():
            if any(model.problem_at(line, number) for line in range(model.rowCount())):
                self._widths.stay(number)
        self._widths.spread()

    def filter_column(self) -> None:
        """Type a filter for the column the keyboard stands in (Ctrl+F)."""
        column = self.currentIndex().column()
        self._filter.open_for(max(column, 0))

    def choose_columns(self) -> None:
        """Choose which columns are shown (Ctrl+Shift+L or the header's menu)."""
        columns = getattr(self.model(), "columns", ())
        menu = QMenu(self)
        for number, column in enumerate(columns):
            action = QAction(column.title.replace("\n", " "), menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.setData(number)
            menu.addAction(action)
        place = self.horizontalHeader().mapToGlobal(self.horizontalHeader().rect().bottomLeft())
        chosen = menu.exec(place)
        menu.deleteLater()
        if chosen is not None:
            self.show_column(chosen.data(), chosen.isChecked())

    def show_column(self, number: int, shown: bool) -> None:
        """Show or hide a column and remember it; the last one stays."""
        columns = getattr(self.model(), "columns", ())
        self.setColumnHidden(number, not shown)
        kept = tuple(c.name for n, c in enumerate(columns) if not self.isColumnHidden(n))
        if not kept:
            self.setColumnHidden(number, False)
            return
        self._preferences.set_columns(self.name, kept)
        self._show_chosen()
        self._widths.spread()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Chép\tCtrl+C"))
        menu.addAction(self.tr("Lọc cột này…\tCtrl+F"))
        menu.addAction(self.tr("Chọn cột…\tCtrl+Shift+L"))
        actions = menu.actions()
        chosen = menu.exec(event.globalPos())
        menu.deleteLater()
        if chosen is not None:
            (self._copy, self.filter_column, self.choose_columns)[actions.index(chosen)]()

    def _copy(self) -> None:
        grid_block.copy(self)

    def hold_width(self, column: int, least: int) -> None:
        """Never less than these pixels, which its page knows that the cells need."""
        self._widths.hold(column, least)
        self._widths.spread()

    def setColumnHidden(self, column: int, hide: bool) -> None:
        # What a page or a person hides does not come back when there is room for it.
        self._widths.wish(column, not hide)
        super().setColumnHidden(column, hide)

    def _show_chosen(self) -> None:
        chosen = self._preferences.columns(self.name)
        self._widths.by_hand(chosen is not None)
        for number, column in enumerate(getattr(self.model(), "columns", ())):
            hidden = column.hidden if chosen is None else column.name not in chosen
            self.setColumnHidden(number, hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths.spread()
        self.filter_sign.place()

    # Slots ----------------------------------------------------------------------------------

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._row(index)
        if row is not None:
            self.row_activated.emit(row)

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.row_current.emit(self._row(current))

    def _on_layout_changed(self) -> None:
        model = self.model()
        if isinstance(model, RowsModel):
            self.filter_sign.show_for(model)
            self._widths.measure(model.rows())
        self._widths.spread()
        if self._wanted is not None and self.model().rowCount():
            self.stand_at(self._wanted)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, self._first_shown(0)))
            return
        self.row_current.emit(self.current_row())


_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
