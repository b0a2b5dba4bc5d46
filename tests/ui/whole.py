"""What must hold for whatever is shown: nothing cut or covered, every stop of Tab named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from ssdesk.ui.models.rows import CHIP_ROLE
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.chip import Chip, chip_width
from ssdesk.ui.widgets.labels import Words


def name_of(widget: QWidget) -> str:
    """A widget as a person would point at it."""
    words = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {widget.objectName()} “{words or widget.accessibleName()}”"


def shown(page: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """Every widget of a kind that is seen."""
    return [
        each for each in page.findChildren(kind) if each.isVisible() and not each.size().isEmpty()
    ]


def cut(page: QWidget) -> Iterator[str]:
    """Labels, buttons and choices whose words have no room."""
    for label in shown(page, QLabel):
        assert isinstance(label, QLabel)
        if _is_too_small(label):
            yield f"cut: {name_of(label)} in {label.width()} × {label.height()}"
    for button in shown(page, QPushButton):
        assert isinstance(button, QPushButton)
        needed = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text())
        if button.property("kind") != "choice" and needed.width() > button.width():
            yield f"cut: {name_of(button)} in {button.width()}"
    for box in shown(page, QComboBox):
        assert isinstance(box, QComboBox)
        if box.fontMetrics().horizontalAdvance(box.currentText()) > box.width() - worn().px(36):
            yield f"cut: {box.accessibleName()} “{box.currentText()}” in {box.width()}"


def _is_too_small(label: QLabel) -> bool:
    if not label.text() or label.textFormat() is Qt.TextFormat.RichText:
        return False
    room = label.contentsRect()
    if isinstance(label, Words) and label.wordWrap():
        return label.height_for(label.width()) > label.height() + 1
    size: QSize = label.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, label.text())
    return size.width() > room.width() + 1 or size.height() > room.height() + 3


def cut_in_grids(page: QWidget) -> Iterator[str]:
    """Headings, states and figures whose columns are too narrow."""
    for grid in shown(page, QTableView):
        assert isinstance(grid, QTableView)
        head = grid.horizontalHeader()
        for column in range(grid.model().columnCount()):
            if grid.isColumnHidden(column):
                continue
            title = str(grid.model().headerData(column, Qt.Orientation.Horizontal))
            wide = max(map(head.fontMetrics().horizontalAdvance, title.splitlines()), default=0)
            if wide + worn().px(16) > head.sectionSize(column):
                yield f"cut heading “{title}” in {grid.objectName()}"
            for row in range(grid.model().rowCount()):
                index = grid.model().index(row, column)
                chip = index.data(CHIP_ROLE)
                room = head.sectionSize(column) - worn().px(16)
                if isinstance(chip, Chip) and chip_width(chip.text) > room:
                    yield f"cut chip “{chip.text}” in {grid.objectName()}"
                text = str(index.data() or "")
                wide = QFontMetrics(worn().font(14)).horizontalAdvance(text)
                if text[:1].isdigit() and not isinstance(chip, Chip) and wide > room:
                    yield f"cut figure “{text}” in {grid.objectName()}"


def covered(page: QWidget) -> Iterator[str]:
    """Pairs of which one hides a part of the other."""
    parts = [
        each
        for kind in (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
        for each in shown(page, kind)
        if each.visibleRegion().boundingRect().isValid()
    ]
    for one, other in combinations(parts, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        both = _seen(one, page).intersected(_seen(other, page))
        if both.width() > 1 and both.height() > 1:
            yield f"covered: {name_of(one)} and {name_of(other)}"


def _seen(widget: QWidget, page: QWidget) -> QRect:
    visible = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(page, visible.topLeft()), visible.size())


def stops(page: QWidget) -> list[QWidget]:
    """Every widget that Tab comes to."""
    return [
        each
        for each in shown(page, QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isEnabled()
        and each.focusProxy() is None
        and not isinstance(each, QScrollArea)
    ]


def unnamed(page: QWidget) -> Iterator[str]:
    """Stops of Tab that a screen reader has no words for."""
    for stop in stops(page):
        if not stop.accessibleName() and not _plain(getattr(stop, "text", str)()):
            yield f"no name: {name_of(stop)}"


def _plain(text: str) -> str:
    document = QTextDocument()
    document.setPlainText(text.replace("&", ""))
    return document.toPlainText().strip()
