"""The small field in a column's heading that filters while typing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QTableView, QVBoxLayout

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

    def _on_text(self, text: str) -> None:
        put = getattr(self._view.model(), "set_filter", None)
        if put is not None:
            put(self._column, text)
