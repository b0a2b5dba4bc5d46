"""The page where a roster comes in, by keyboard, against a real desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from ssdesk.clock import FixedClock
from ssdesk.services import rosters
from ssdesk.services.context import Context
from ssdesk.services.pupils import PupilFacts, SavePupil, save_pupils
from ssdesk.services.rosters import PastedText
from ssdesk.storage import roster
from ssdesk.ui.bench import Bench
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.pages.school.pupils.page import PupilsPage
from ssdesk.ui.pages.school.roster_in.page import RosterInPage
from tests.ui.conftest import Desk, RecordedMessages, picture, press

Settle = Callable[[Bench], None]
Show = Callable[[type[RosterInPage]], RosterInPage]
CONTROL = Qt.KeyboardModifier.ControlModifier
FAULTS = Path(__file__).parents[1] / "data" / "rosters" / "mat-so-0.xlsx"
YEAR = "2026-2027"
HEAD = "Họ và tên\tNgày sinh\tGiới tính\tLớp\tSố thẻ BHYT\tHạn thẻ\n"
ANH = "Đàm Thị Ngọc Ánh\t15/09/2010\tNữ\t10A1\tHS4202012345678\t31/12/2026\n"
BAO = "Hoàng Gia Bảo\t02/01/2010\tNam\t10A1\t\t\n"


def _texts(grid: GridView) -> list[list[str]]:
    model = grid.model()
    assert isinstance(model, RowsModel)
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_problems_come_before_every_cell_that_was_put_right(
    show_page: Show, bench: Bench, settle: Settle, messages: RecordedMessages, tmp_path: Path
) -> None:
    page = show_page(RosterInPage)
    messages.answers = [FAULTS, tmp_path / "danh-dau.xlsx"]
    press(page, Qt.Key.Key_O, CONTROL)
    settle(bench)
    rows = _texts(page.problem_grid)
    assert rows[0][:2] == ["Sheet1", "C6"]
    healed = [row for row in rows if row[3] == "20311193630"]
    assert healed[0][:2] == ["Sheet1", "D2"]
    assert healed[0][4] == "020311193630"
    assert len(rows) == 10 + 121 + 123
    picture(page, "roster_in_faults")
    press(page, Qt.Key.Key_F6)
    settle(bench)
    sheet = openpyxl.load_workbook(tmp_path / "danh-dau.xlsx")["Sheet1"]
    assert (sheet["H1"].value, sheet["I1"].value) == ("Lỗi và cách sửa", "Đã đọc giúp")


def test_newcomers_to_a_class_already_there_join_on_a_day_that_can_be_changed(
    show_page: Show,
    bench: Bench,
    settle: Settle,
    messages: RecordedMessages,
    desk: Context,
    clock: FixedClock,
) -> None:
    rosters.apply_roster(desk, rosters.preview_roster(desk, PastedText(HEAD + ANH), YEAR))
    clock.moment = datetime(2026, 11, 5, 8, 0)
    page = show_page(RosterInPage)
    QApplication.clipboard().setText(HEAD + ANH + BAO)
    press(page, Qt.Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settle(bench)
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Đổi n&gày…")
    assert button.isVisible()
    assert "05/11/2026" in _texts(page.grid)[1]
    picture(page, "roster_in_latecomers")
    messages.answers = [{"joined_on": date(2026, 11, 2)}]
    button.setFocus()
    press(button, Qt.Key.Key_Space)
    settle(bench)
    assert "02/11/2026" in _texts(page.grid)[1]
    press(page.grid, Qt.Key.Key_Return, CONTROL)
    settle(bench)
    days = {entry.joined_on for entry in roster.entries_of_year(desk.store.reader, YEAR)}
    assert days == {date(2026, 9, 1), date(2026, 11, 2)}


def test_old_fonts_are_offered_and_read_when_agreed(
    show_page: Show, bench: Bench, settle: Settle, messages: RecordedMessages
) -> None:
    page = show_page(RosterInPage)
    messages.answers = [FAULTS.with_name("phong-chu-cu.xlsx")]
    press(page, Qt.Key.Key_O, CONTROL)
    settle(bench)
    assert page._plan is not None
    assert page._plan.refused > 100
    assert page._fonts.isVisible()
    picture(page, "roster_in_fonts")
    button = page._fonts.findChild(QPushButton)
    assert button is not None
    button.setFocus()
    press(button, Qt.Key.Key_Space)
    settle(bench)
    assert (page._plan.new, page._plan.refused) == (123, 0)
    assert not page._fonts.isVisible()
    assert page.model.rows()[2].facts.full_name == "Nguyễn Văn Bảo"


def test_everybody_the_file_leaves_out_can_be_seen(
    open_school: Callable[[], Desk], tmp_path: Path, messages: RecordedMessages, desk: Context
) -> None:
    names = [f"Lò Văn {letter}" for letter in "ABCDEFG"]
    rows = (SavePupil(PupilFacts(name), class_name="10A1") for name in names)
    save_pupils(desk, YEAR, tuple(rows))
    file = tmp_path / "10A1.csv"
    file.write_text("Họ và tên;Lớp\nVi Thị Ánh;10A1\n", "utf-8")
    school = open_school()
    school.open("pupils")
    messages.answers.append(file)
    school.key(Qt.Key.Key_O, CONTROL)
    page = school.page()
    assert isinstance(page, RosterInPage)
    assert "7 em trong sổ không có trong tệp: Lò Văn A (10A1)" in page._note.text()
    school.key(Qt.Key.Key_F7)
    pupils = school.page()
    assert isinstance(pupils, PupilsPage)
    assert [row.full_name for row in pupils.model.rows()] == names
