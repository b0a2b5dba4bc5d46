"""The small field in a column's heading that filters while typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QTableView, QVBoxLayout

from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.theme import worn


class FilterPopup(QFrame):
    """Opens over a heading; Enter keeps the filter, Esc takes it away."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view, Qt.WindowType.Popup)
        self._view = view
        self._column = 0
        self.setProperty("kind", "popup")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._on_text)
        self.line.returnPressed.connect(self.hide)
        self.line.installEventFilter(self)
        layout.addWidget(self.line)

    def open_for(self, column: int) -> None:
        """Show the filter of a column."""
        self._column = column
        title = self._view.model().headerData(column, Qt.Orientation.Horizontal)
        self.line.setPlaceholderText(self.tr("Lọc {column}…").format(column=title))
        self.line.setAccessibleName(self.line.placeholderText())
        current = getattr(self._view.model(), "filter_of", None)
        self.line.setText(current(column) if current else "")
        self.line.selectAll()
        head = self._view.horizontalHeader()
        place = QPoint(head.sectionViewportPosition(column), head.height())
        self.setMinimumWidth(worn().px(200))
        self.move(head.mapToGlobal(place))
        self.show()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            # Else the page below would take it.
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self.line.clear()
            self.hide()
            return True
        return False

    def _on_text(self, text: str) -> None:
        put = getattr(self._view.model(), "set_filter", None)
        if put is not None:
            put(self._column, text)


class FilterSign(QLabel):
    """Says over the grid that it is filtered, how many lines are left and how to see all."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._when_empty = ""
        self.setObjectName("filter_sign")
        self.setProperty("kind", "filter_sign")
        self.hide()

    def say_when_empty(self, words: str) -> None:
        """What hides every row though no column is filtered, and how to see them again."""
        self._when_empty = words
        model = self._view.model()
        if isinstance(model, RowsModel):
            self.show_for(model)

    def show_for(self, model: RowsModel[object]) -> None:
        """Tell of the filters of a model; nothing where it has none."""
        filters = model.filters()
        count = len(model.rows())
        unfiltered = "" if count else self._when_empty
        self.setVisible(bool(filters or unfiltered))
        wanted = ", ".join(f"{title} “{text}”" for title, text in filters)
        words = self.tr("Lọc {wanted}: {count} dòng · Esc bỏ lọc")
        if not count:
            words = self.tr("Lọc {wanted}: không có dòng nào · Esc bỏ lọc")
        self.setText(words.format(wanted=wanted, count=count) if filters else unfiltered)
        self.place()

    def place(self) -> None:
        """In the corner below; in the middle of an empty grid."""
        self.adjustSize()
        room = self._view.viewport().rect()
        empty = self._view.model() is None or not self._view.model().rowCount()
        spare = room.height() - self.height()
        left = (room.width() - self.width()) // 2 if empty else room.width() - self.width() - 6
        self.move(max(left, 0), max(spare // 3 if empty else spare - 6, 0))
        self.raise_()
