"""The reports page, by keyboard, against a real desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from ssdesk.services.context import Context
from ssdesk.services.reports import REPORTS
from ssdesk.settings import UiLanguage
from ssdesk.ui import translation
from ssdesk.ui.bench import Bench
from ssdesk.ui.delegates.cell import fitting
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.pages.school.reports.page import ReportsPage
from ssdesk.ui.theme import worn
from tests import printed
from tests.services.collecting import Desk, collecting
from tests.ui.conftest import RecordedMessages, RecordedPrinting, picture, press

Settle = Callable[[Bench], None]


@pytest.fixture
def money(desk: Context) -> Desk:
    ready = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"))
    ready.pay(0)
    return ready


@pytest.fixture
def page(money: Desk, show_page: Callable[[type[ReportsPage]], ReportsPage]) -> ReportsPage:
    return show_page(ReportsPage)


def _choose(page: ReportsPage, bench: Bench, settle: Settle, times: int) -> None:
    for _ in range(times):
        press(page.list.lines, Qt.Key.Key_Down)
    settle(bench)


def _texts(grid: GridView) -> list[list[str]]:
    model = grid.model()
    assert isinstance(model, RowsModel)
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_arrows_go_through_the_reports(page: ReportsPage, bench: Bench, settle: Settle) -> None:
    assert page.list.lines.hasFocus()
    picture(page, "reports_participation")
    assert _texts(page.view.grids[0])[-1][1] == "Toàn trường"
    _choose(page, bench, settle, 3)
    rows = _texts(page.view.grids[0])
    assert any("Nông Văn Bảo" in row for row in rows)
    assert not any("Vi Thị Ánh" in row for row in rows)
    picture(page, "reports_still_owing")


def test_the_heading_of_a_class_leaves_room_for_its_names(
    page: ReportsPage, bench: Bench, settle: Settle
) -> None:
    _choose(page, bench, settle, 3)
    grid = page.view.grids[0]
    heading = str(grid.model().index(0, 0).data())
    assert heading.startswith("Lớp 10A1")
    assert grid.columnWidth(0) < QFontMetrics(worn().font(14)).horizontalAdvance(heading)
    assert grid.columnWidth(0) < grid.columnWidth(1)


def test_nobody_left_over_says_so_instead_of_an_empty_table(
    page: ReportsPage, bench: Bench, settle: Settle
) -> None:
    _choose(page, bench, settle, 2)
    assert page.view.grids == []
    picture(page, "reports_left_over")


def test_f8_shows_the_paper_of_the_report_that_is_seen(
    page: ReportsPage, bench: Bench, settle: Settle, printing: RecordedPrinting
) -> None:
    _choose(page, bench, settle, REPORTS.index("summary"))
    press(page.list.lines, Qt.Key.Key_F8)
    settle(bench)
    title, pdf, name = printing.shown[0]
    assert title == "Tổng hợp bảo hiểm y tế học sinh"
    assert pdf.startswith(b"%PDF")
    assert name == "bao-cao-summary-20260905.pdf"


def test_f6_writes_the_same_figures_as_a_sheet(
    page: ReportsPage, bench: Bench, settle: Settle, messages: RecordedMessages, tmp_path: Path
) -> None:
    out = tmp_path / "lop.xlsx"
    messages.answers.append(out)
    press(page.list.lines, Qt.Key.Key_F6)
    settle(bench)
    sheet = openpyxl.load_workbook(out).active
    assert any("Toàn trường" in row for row in sheet.iter_rows(values_only=True))


def test_f4_asks_for_the_days_of_the_money(
    page: ReportsPage, bench: Bench, settle: Settle, messages: RecordedMessages
) -> None:
    press(page.list.lines, Qt.Key.Key_F4)
    assert messages.asked == []
    _choose(page, bench, settle, 1)
    assert page.view.grids
    messages.answers.append({"first": date(2026, 9, 1), "last": date(2026, 9, 2)})
    press(page.list.lines, Qt.Key.Key_F4)
    settle(bench)
    assert page.view.grids == []
    assert "Từ ngày 01/09/2026 đến ngày 02/09/2026" in page.subtitle()
    messages.answers.append({"first": date(2026, 9, 3), "last": date(2026, 9, 2)})
    press(page.list.lines, Qt.Key.Key_F4)
    settle(bench)
    assert "03/09/2026" in messages.told[0]
    assert "02/09/2026" in page.subtitle()


def test_money_that_comes_in_is_seen_at_once(
    page: ReportsPage, bench: Bench, settle: Settle, money: Desk
) -> None:
    _choose(page, bench, settle, 3)
    assert page.view.grids
    bench.jobs.run(page, lambda: money.pay(1), None, page.show_error)
    settle(bench)
    page.refresh(None)
    settle(bench)
    assert page.view.grids == []


def test_no_figure_date_or_heading_is_cut(page: ReportsPage, bench: Bench, settle: Settle) -> None:
    for _ in range(len(REPORTS)):
        for grid in page.view.grids:
            model, metrics = grid.model(), QFontMetrics(grid.horizontalHeader().font())
            for column in range(model.columnCount()):
                heading = str(model.headerData(column, Qt.Orientation.Horizontal))
                for words in heading.splitlines():
                    assert metrics.horizontalAdvance(words) < grid.columnWidth(column), heading
                for row in range(model.rowCount()):
                    across = grid.columnSpan(row, column)
                    room = sum(grid.columnWidth(column + place) for place in range(across))
                    text = str(model.index(row, column).data() or "")
                    font = model.index(row, column).data(Qt.ItemDataRole.FontRole)
                    room -= worn().px(16)
                    plain = font if isinstance(font, QFont) else worn().font(14)
                    drawn = QFontMetrics(fitting(text, plain, room))
                    assert drawn.horizontalAdvance(text) <= room, text
        _choose(page, bench, settle, 1)


def test_a_report_speaks_the_language_of_the_window(
    page: ReportsPage, bench: Bench, settle: Settle, printing: RecordedPrinting
) -> None:
    _choose(page, bench, settle, 3)
    translation.speak(UiLanguage.EN)
    try:
        page.rebuild()
        settle(bench)
        rows = _texts(page.view.grids[0])
        assert "Whole school" in rows[-1]
        assert any("Nông Văn Bảo" in row for row in rows)
        press(page.list.lines, Qt.Key.Key_F8)
        settle(bench)
    finally:
        translation.speak(UiLanguage.VI)
    title, pdf, _ = printing.shown[0]
    assert title == "Pupils who still owe"
    assert "SOCIALIST REPUBLIC OF VIET NAM" in printed.words(pdf)


def test_ctrl_o_looks_for_pupils_in_a_household_list(
    page: ReportsPage, bench: Bench, settle: Settle, messages: RecordedMessages, tmp_path: Path
) -> None:
    _choose(page, bench, settle, REPORTS.index("household"))
    file = tmp_path / "ho.csv"
    file.write_text("Họ và tên;Ngày sinh\nVi Thị Ánh;15/09/2010\n", "utf-8")
    messages.answers.append(str(file))
    press(page.list.lines, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    settle(bench)
    assert page._request.source == file
    assert page._seen is not None
    assert "ho.csv" in page._seen.report.tables[0].title
    picture(page, "reports_household")
