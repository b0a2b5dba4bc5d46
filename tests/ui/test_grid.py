"""The grid's habits of Excel."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.editable import EditableRows
from ssdesk.ui.models.paged import PagedModel
from ssdesk.ui.models.rows import CellKind, Column, RowsModel
from ssdesk.ui.preferences import Preferences
from ssdesk.ui.widgets.chip import Chip, Tone
from tests.ui.conftest import picture, press, type_in

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Line:
    id: str
    name: str
    amount: int | None


LINES = tuple(
    Line(str(n), name, amount)
    for n, (name, amount) in enumerate(
        [("Nguyễn Văn Dũng", 683100), ("Đỗ Thị Ánh", None), ("H'Linh Niê", 341550)]
    )
)
COLUMNS: tuple[Column[Line], ...] = (
    Column("name", "Họ và tên", lambda line: line.name, width=200, editable=True),
    Column("amount", "Số tiền", lambda line: line.amount, CellKind.DONG, editable=True),
    Column(
        "state",
        "Trạng thái",
        lambda line: Chip("Đã đóng", Tone.DONE) if line.amount else Chip("Chưa", Tone.WAITING),
        CellKind.CHIP,
        width=0,
    ),
)


def _key(line: Line) -> str:
    return line.id


def _new(number: int) -> Line:
    return Line(f"new{number}", "", None)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path)


def _grid(qtbot: QtBot, preferences: Preferences, model: RowsModel[Line]) -> GridView:
    grid = GridView("lines", preferences, None)  # type: ignore[arg-type]
    model.setParent(grid)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, grid)
    grid.set_model(model)
    grid.resize(600, 300)
    qtbot.addWidget(grid)
    with qtbot.waitActive(grid):
        grid.show()
        grid.activateWindow()
    grid.setFocus()
    model.set_rows(LINES)
    return grid


@pytest.fixture
def model(qtbot: QtBot) -> EditableRows[Line]:
    return EditableRows(COLUMNS, _key, None, _new)  # type: ignore[arg-type]


@pytest.fixture
def grid(qtbot: QtBot, preferences: Preferences, model: EditableRows[Line]) -> GridView:
    return _grid(qtbot, preferences, model)


def _column(model: RowsModel[Line], column: int) -> list[str]:
    return [str(model.index(n, column).data()) for n in range(model.rowCount())]


def test_shows_sums_with_dots_and_sorts_by_given_name(
    grid: GridView, model: EditableRows[Line]
) -> None:
    picture(grid, "grid")
    assert _column(model, 1) == ["683.100", "", "341.550"]
    grid.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert _column(model, 1) == ["341.550", "683.100", ""]


def test_filters_without_tone_marks_and_keeps_the_current_row(
    grid: GridView, model: EditableRows[Line]
) -> None:
    grid.go_to("1")
    model.set_filter(0, "do thi")
    assert _column(model, 0) == ["Đỗ Thị Ánh"]
    assert grid.current_row() == LINES[1]
    model.set_filter(0, "")
    model.set_search("683.100")
    assert _column(model, 0) == ["Nguyễn Văn Dũng"]
    model.set_search("")
    assert model.rowCount() == 3


def test_filter_is_typed_in_the_heading(
    grid: GridView, model: EditableRows[Line], qtbot: QtBot
) -> None:
    grid.go_to("0")
    press(grid, Qt.Key.Key_F, CTRL)
    field = grid._filter.findChild(QLineEdit)
    type_in(field, "linh nie")
    assert _column(model, 0) == ["H'Linh Niê"]
    grid._filter.hide()


def test_a_filter_says_what_it_hides_and_esc_takes_it_away(
    grid: GridView, model: EditableRows[Line]
) -> None:
    grid.filter_column()
    field = grid._filter.line
    press(field, Qt.Key.Key_Escape)
    assert not grid._filter.isVisible()
    assert not grid.filter_sign.isVisible()
    grid.filter_column()
    type_in(field, "Thị")
    press(field, Qt.Key.Key_Return)
    assert "Họ và tên “Thị”: 1 dòng" in grid.filter_sign.text()
    assert grid.filter_sign.isVisible()
    model.set_filter(0, "không ai")
    assert "không có dòng nào" in grid.filter_sign.text()
    picture(grid, "grid_nothing_found")
    grid.setFocus()
    press(grid, Qt.Key.Key_Escape)
    assert model.rowCount() == 3
    assert not grid.filter_sign.isVisible()


def test_pastes_a_block_from_excel_and_takes_it_back_at_once(
    grid: GridView, model: EditableRows[Line]
) -> None:
    grid.go_to("2")
    QGuiApplication.clipboard().setText("Lý Minh Đạt\t100\r\nHứa Văn Đức\t200\r\n")
    press(grid, Qt.Key.Key_V, CTRL)
    assert _column(model, 0)[2:] == ["Lý Minh Đạt", "Hứa Văn Đức"]
    assert [(e.row.id, dict(e.texts)) for e in model.edits()] == [
        ("2", {"name": "Lý Minh Đạt", "amount": "100"}),
        ("new0", {"name": "Hứa Văn Đức", "amount": "200"}),
    ]
    picture(grid, "grid_pasted")
    press(grid, Qt.Key.Key_Z, CTRL)
    assert model.rowCount() == 3
    assert model.edits() == ()


def test_fills_down_and_copies_out(grid: GridView, model: EditableRows[Line]) -> None:
    grid.go_to("0", 1)
    press(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(grid, Qt.Key.Key_D, CTRL)
    assert _column(model, 1) == ["683.100"] * 3
    press(grid, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "683.100\n683.100\n683.100"
    press(grid, Qt.Key.Key_Delete)
    assert _column(model, 1) == ["", "", ""]
    press(grid, Qt.Key.Key_Z, CTRL)
    press(grid, Qt.Key.Key_Z, CTRL)
    assert _column(model, 1) == ["683.100", "", "341.550"]


def test_typing_starts_editing_and_f8_walks_through_problems(
    grid: GridView, model: EditableRows[Line], qtbot: QtBot
) -> None:
    grid.go_to("1")
    type_in(grid, "V")
    editor = grid.findChild(QLineEdit)
    assert editor is not None
    type_in(editor, "i Thị Ánh")
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _column(model, 0)[1] == "Vi Thị Ánh")
    model.set_problems({"0": {"amount": "Sai số tiền"}, "2": {"name": "Trùng tên"}})
    with qtbot.waitSignal(grid.problem_reached) as told:
        press(grid, Qt.Key.Key_F8)
    assert told.args == ["Trùng tên"]
    with qtbot.waitSignal(grid.problem_reached) as told:
        press(grid, Qt.Key.Key_F8)
    assert told.args == ["Sai số tiền"]
    picture(grid, "grid_problem")


def test_enter_opens_the_row(qtbot: QtBot, preferences: Preferences) -> None:
    model = RowsModel(COLUMNS, _key, None)  # type: ignore[arg-type]
    grid = _grid(qtbot, preferences, model)
    with qtbot.waitSignal(grid.row_activated) as told:
        press(grid, Qt.Key.Key_Return)
    assert told.args == [LINES[0]]
    press(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert grid.selected_rows() == LINES[:2]


def test_hidden_columns_are_remembered(
    qtbot: QtBot, grid: GridView, preferences: Preferences, tmp_path: Path
) -> None:
    grid.show_column(1, False)
    again = _grid(qtbot, Preferences(tmp_path), RowsModel(COLUMNS, _key, None))  # type: ignore[arg-type]
    assert again.isColumnHidden(1)
    assert not again.isColumnHidden(0)


def test_pages_are_read_when_painted(qtbot: QtBot) -> None:
    asked: list[int] = []

    def read(ids: tuple[str, ...], bring: object) -> None:
        asked.append(len(ids))
        bring([Line(each, f"Tên {each}", 1) for each in ids])  # type: ignore[operator]

    model: PagedModel[Line] = PagedModel(COLUMNS, read, None)  # type: ignore[arg-type]
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.set_ids([str(n) for n in range(1000)])
    assert model.rowCount() == 1000
    model.index(999, 0).data()
    assert model.index(999, 0).data() == "Tên 999"
    assert len(asked) < 4
