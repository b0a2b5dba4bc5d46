"""Blocks of cells between the grid and the clipboard, and the way through faulty cells."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from ssdesk.domain.names import heal


def _shown_columns(view: QTableView) -> list[int]:
    head = view.horizontalHeader()
    order = [head.logicalIndex(place) for place in range(view.model().columnCount())]
    return [column for column in order if not view.isColumnHidden(column)]


def copy(view: QTableView) -> None:
    """The selected cells as tab-separated lines, as Excel takes them."""
    chosen = {(index.row(), index.column()) for index in view.selectionModel().selectedIndexes()}
    columns = [c for c in _shown_columns(view) if any(column == c for _, column in chosen)]
    lines = []
    for row in sorted({line for line, _ in chosen}):
        cells = [
            _one_line(view.model().index(row, column).data()) if (row, column) in chosen else ""
            for column in columns
        ]
        lines.append("\t".join(cells))
    if lines:
        QGuiApplication.clipboard().setText("\n".join(lines))


def _one_line(value: object) -> str:
    return " ".join(str(value or "").split())


def block_of(text: str) -> list[list[str]]:
    """Cells of a text from a spreadsheet: tabs between them, quotes around line breaks."""
    if '"' not in text:
        lines = heal(text).replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
        return [[cell.strip() for cell in line.split("\t")] for line in lines]
    import csv
    import io

    rows = csv.reader(io.StringIO(heal(text), newline=""), delimiter="\t")
    return [[" ".join(cell.split()) for cell in row] for row in rows]


def paste(view: QTableView) -> None:
    """Put the clipboard's block at the current cell; one Ctrl+Z takes the whole block back."""
    put = getattr(view.model(), "put_block", None)
    text = QGuiApplication.clipboard().text()
    if put is None or not text.strip():
        return
    current = view.currentIndex()
    columns = _shown_columns(view)
    column = current.column() if current.isValid() else columns[0]
    put(max(current.row(), 0), columns[columns.index(column) :], block_of(text))


def fill_down(view: QTableView) -> None:
    """Copy the topmost selected cell of each column into the selected ones below it."""
    put = getattr(view.model(), "put_cells", None)
    if put is None:
        return
    chosen: dict[int, list[QModelIndex]] = {}
    for index in view.selectionModel().selectedIndexes():
        chosen.setdefault(index.column(), []).append(index)
    cells = []
    for column, indexes in chosen.items():
        lines = sorted(index.row() for index in indexes)
        start = lines[0] if len(lines) > 1 else max(lines[0] - 1, 0)
        text = str(view.model().index(start, column).data(Qt.ItemDataRole.EditRole) or "")
        cells += [(line, column, text) for line in lines if line != start]
    if cells:
        put(cells)


def clear(view: QTableView) -> None:
    """Empty the selected cells."""
    put = getattr(view.model(), "put_cells", None)
    if put is not None:
        chosen = view.selectionModel().selectedIndexes()
        put([(index.row(), index.column(), "") for index in chosen])


def next_problem(view: QTableView, step: int) -> tuple[QModelIndex, str] | None:
    """The next faulty cell in reading order, round the end, with its sentence."""
    model = view.model()
    ask = getattr(model, "problem_at", None)
    columns = _shown_columns(view)
    if ask is None or not columns or not model.rowCount():
        return None
    cells = [(row, column) for row in range(model.rowCount()) for column in columns]
    current = view.currentIndex()
    here = (current.row(), current.column())
    start = cells.index(here) if here in cells else (-1 if step > 0 else 0)
    for distance in range(1, len(cells) + 1):
        row, column = cells[(start + step * distance) % len(cells)]
        sentence = ask(row, column)
        if sentence:
            return model.index(row, column), sentence
    return None
