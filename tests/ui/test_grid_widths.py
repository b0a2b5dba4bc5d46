"""What a grid shows where there is too little room: whole names and sums, others leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import CellKind, Column, RowsModel
from ssdesk.ui.preferences import Preferences
from ssdesk.ui.theme import worn
from tests.ui.conftest import press

LONG = "Nguyễn Hoàng Thị Phương Thảo Nguyên"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the test."""

    name: str = LONG
    number: str = "HS4202012345678"
    born: date = date(2010, 9, 15)
    amount: int = 1_063_395_000
    note: str = "CK PHI BHYT HK1 NGUYEN HOANG THI PHUONG THAO 10A1 HS0020A123"


COLUMNS = (
    Column("name", "Họ và tên", lambda row: row.name, width=120, whole=True),
    Column("number", "Số thẻ", lambda row: row.number, width=60, whole=True),
    Column("born", "Ngày sinh", lambda row: row.born, CellKind.DATE, width=60, leaves=1),
    Column("amount", "Số tiền", lambda row: row.amount, CellKind.DONG, width=60),
    Column("note", "Nội dung", lambda row: row.note, width=0, leaves=2),
)


@pytest.fixture
def model(qtbot: QtBot) -> RowsModel[Line]:
    made: RowsModel[Line] = RowsModel(COLUMNS, lambda row: row.name, None)  # type: ignore[arg-type]
    made.set_rows((Line(),))
    return made


@pytest.fixture
def grid(qtbot: QtBot, tmp_path: Path, model: RowsModel[Line]) -> GridView:
    made = GridView("widths", Preferences(tmp_path), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.set_model(model)
    model.set_rows((Line(),))
    made.resize(900, 300)
    made.show()
    return made


def _shown(grid: GridView) -> list[str]:
    return [column.name for n, column in enumerate(COLUMNS) if not grid.isColumnHidden(n)]


def test_columns_grow_with_what_must_be_read_whole(grid: GridView) -> None:
    assert _shown(grid) == ["name", "number", "born", "amount", "note"]
    measure = QFontMetrics(worn().font(14))
    for column, text in enumerate((LONG, "HS4202012345678", "15/09/2010", "1.063.395.000")):
        assert measure.horizontalAdvance(text) < grid.columnWidth(column) - 15, text


def test_what_can_be_done_without_leaves_and_comes_back(qtbot: QtBot, grid: GridView) -> None:
    grid.resize(640, 300)
    assert _shown(grid) == ["name", "number", "born", "amount"]
    grid.resize(540, 300)
    assert _shown(grid) == ["name", "number", "amount"]
    qtbot.waitUntil(lambda: not grid.horizontalScrollBar().isVisible())
    small = QFontMetrics(worn().font(12)).horizontalAdvance(LONG)
    assert small < grid.columnWidth(0) - 15
    grid.resize(900, 300)
    assert _shown(grid) == ["name", "number", "born", "amount", "note"]


def test_a_column_chosen_by_hand_stays(grid: GridView) -> None:
    grid.resize(540, 300)
    grid.show_column(2, True)
    assert "born" in _shown(grid)
    assert "note" not in _shown(grid)
    grid.resize(400, 300)
    assert "born" in _shown(grid)


def test_what_a_page_hides_does_not_come_back_with_the_room(grid: GridView) -> None:
    grid.setColumnHidden(2, True)
    grid.resize(540, 300)
    grid.resize(900, 300)
    assert _shown(grid) == ["name", "number", "amount", "note"]


def test_f8_calls_back_a_column_with_a_fault(grid: GridView, model: RowsModel[Line]) -> None:
    grid.resize(540, 300)
    model.set_problems({LONG: {"born": "Hãy sửa ngày sinh."}})
    press(grid, Qt.Key.Key_F8)
    assert "born" in _shown(grid)
    assert grid.currentIndex().column() == 2


def test_a_width_given_by_hand_is_kept(grid: GridView, model: RowsModel[Line]) -> None:
    grid.setColumnWidth(1, 222)
    model.set_rows((Line("Bảo"),))
    assert grid.columnWidth(1) == 222


def test_a_cut_text_is_told_under_the_mouse(grid: GridView) -> None:
    index = grid.model().index(0, 4)
    place = grid.visualRect(index).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, grid.viewport().mapToGlobal(place))
    grid.viewportEvent(event)
    assert QToolTip.text() == Line().note
    QToolTip.hideText()
