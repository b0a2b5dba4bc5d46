"""Long but real values in every page's grids: names, numbers, sums, days and states are whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QFontMetrics

from ssdesk.domain.person import BirthDate, Precision
from ssdesk.services import remittances
from ssdesk.services.cards import RecordCard, record_cards
from ssdesk.services.context import Context
from ssdesk.services.pupils import get_pupil
from ssdesk.settings import Theme
from ssdesk.ui.delegates.cell import fitting
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import CellKind, Column, RowsModel, shown
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.chip import Chip, chip_width
from tests.services.collecting import collecting
from tests.ui.conftest import Desk, picture
from tests.ui.whole import shown as seen

NAME = "Nguyễn Hoàng Thị Phương Thảo Nguyên"
DAY = date(2010, 12, 28)
LONG = {
    "full_name": NAME,
    "name": NAME,
    "pupils": NAME,
    "class_name": "10A10",
    "class": "10A10",
    "classes": "10A10",
    "number": "HS4202012345678",
    "personal_id": "020310000088",
    "birth_date": BirthDate(DAY, Precision.FULL),
    "born": BirthDate(DAY, Precision.FULL),
    "memo": "CK PHI BHYT HK1 NGUYEN HOANG THI PHUONG THAO 10A1 HS0020A123",
}
NAMES = ("full_name", "name", "pupils")
# Their cells are counts and classes.
AS_THEY_ARE = ("report_", "rollover_classes")
LOOKED_AT = {
    "cards",
    "collection",
    "match",
    "pupils",
    "receipts",
    "remittances",
    "rollover_classes",
    "rollover_pupils",
    "stack",
}


@pytest.fixture
def school(request: pytest.FixtureRequest, desk: Context, open_school: Callable[[], Desk]) -> Desk:
    money = collecting(desk, (NAME, "Hoàng Gia Bảo"), ("H'Hen Niê",))
    money.pay(0)
    money.pay(1, 300_000)
    holder = get_pupil(desk, money.entries[0]).person_id
    record_cards(
        desk, (RecordCard(holder, "HS4202012345678", "HS", date(2025, 10, 1), date(2026, 9, 30)),)
    )
    remittances.order_remittance(desk, remittances.OrderRemittance())
    worn().wear(Theme.LIGHT, request.param)
    return open_school()


@pytest.mark.parametrize("school", [100, 150], indirect=True)
def test_what_matters_is_never_cut(school: Desk) -> None:
    faults: list[str] = []
    met: set[str] = set()
    for entry in SCHOOL_PAGES:
        school.window.show_page(entry.page.name)
        school.settle()
        for grid in seen(school.page(), GridView):
            assert isinstance(grid, GridView)
            if isinstance(grid.model(), RowsModel) and grid.model().rowCount():
                met.add(grid.name)
                _fill(grid)
                school.settle()
                # The counts of a report scroll where text is large.
                if grid.name.startswith("report_") and worn().percent > 100:
                    continue
                faults += [f"{entry.page.name} {grid.name}: {fault}" for fault in _faults(grid)]
        picture(school.window, f"long_{worn().percent}_{entry.page.name}")
    assert not faults, "\n".join(faults)
    assert met >= LOOKED_AT, met


def _fill(grid: GridView) -> None:
    model = grid.model()
    assert isinstance(model, RowsModel)
    if grid.name.startswith(AS_THEY_ARE):
        return
    of_people = any(column.name in NAMES for column in model.columns)
    model.columns = tuple(_long(column, grid.name, of_people) for column in model.columns)
    wanted = [n for n in range(len(model.columns)) if grid.isColumnHidden(n)]
    grid.set_model(model)
    for number in wanted:
        if not model.columns[number].leaves:
            grid.setColumnHidden(number, True)
    model.set_rows(model.rows()[:1])


def _long(column: Column[object], grid: str, of_people: bool) -> Column[object]:
    if column.kind is CellKind.DONG:
        return replace(column, value=lambda _: 1_063_395 if of_people else 1_063_395_000)
    if column.kind is CellKind.DATE:
        return replace(column, value=lambda _: DAY)
    if column.kind is CellKind.TEXT and column.name in LONG:
        value = "0000827" if grid == "receipts" and column.name == "number" else LONG[column.name]
        return replace(column, value=lambda _: value)
    return column


def _faults(grid: GridView) -> Iterator[str]:
    """Cells of columns that matter that are cut or beyond the grid's right border."""
    model = grid.model()
    assert isinstance(model, RowsModel)
    for number, column in enumerate(model.columns):
        matters = column.kind is not CellKind.TEXT or column.name in LONG or column.editable
        if grid.isColumnHidden(number) or not matters or column.name == "memo":
            continue
        value = column.value(model.rows()[0])
        room = grid.columnWidth(number) - worn().px(16)
        text = shown(value, column.kind)
        font = fitting(text, worn().font(14), room)
        wide = QFontMetrics(font).horizontalAdvance(text)
        if isinstance(value, Chip):
            wide = chip_width(value.text)
        if wide > room:
            yield f"cut {column.name} “{text}”: {wide} in {room}"
        right = grid.columnViewportPosition(number) + grid.columnWidth(number)
        if right > grid.viewport().width() + 1:
            yield f"out of sight: {column.name}, to {right} of {grid.viewport().width()}"
