"""The pupils' grid: typing, pasting, problems, a crash in the middle, a scanned card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.person import BirthDate, Precision, Sex
from ssdesk.domain.pupil import PupilFacts
from ssdesk.services import drafts
from ssdesk.services.context import Context
from ssdesk.services.covers import ELSEWHERE
from ssdesk.services.pupils import SavePupil, list_classes, list_pupils, save_pupils
from ssdesk.ui.bench import Bench
from ssdesk.ui.forms.dialog import FormDialog
from ssdesk.ui.main_window import MainWindow
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.pages.school.pupils.page import PupilsPage
from tests.ui.conftest import RecordedMessages, picture, press, type_in

YEAR = "2026-2027"
CTRL = Qt.KeyboardModifier.ControlModifier
Show = Callable[[type[PupilsPage]], PupilsPage]
Settle = Callable[[Bench], None]


@pytest.fixture
def pupils(desk: Context) -> tuple[str, ...]:
    known = (
        ("Đàm Thị Ngọc Ánh", date(2010, 9, 15), Sex.FEMALE, "020310004512"),
        ("Hoàng Gia Bảo", date(2010, 1, 2), Sex.MALE, "020210001127"),
        ("Hứa Văn Đức", date(2010, 10, 14), Sex.MALE, "020310006612"),
    )
    commands = tuple(
        SavePupil(PupilFacts(name, BirthDate(born, Precision.FULL), sex, number), class_name="10A1")
        for name, born, sex, number in known
    )
    return save_pupils(desk, YEAR, commands).entry_ids


def _cell(page: PupilsPage, line: int, name: str) -> None:
    column = next(n for n, item in enumerate(page.model.columns) if item.name == name)
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.model.index(line, column))


def test_a_cell_typed_is_stored_by_ctrl_s(
    bench: Bench,
    desk: Context,
    pupils: tuple[str, ...],
    show_page: Show,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    page = show_page(PupilsPage)
    _cell(page, 0, "full_name")
    type_in(page.grid, "Đ")
    editor = page.grid.viewport().findChild(QLineEdit)
    assert editor is not None
    type_in(editor, "àm Thị Ánh")
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.model.edits()), timeout=5000)
    press(page.grid, Qt.Key.Key_S, CTRL)
    settle(bench)
    assert list_pupils(desk, YEAR)[0].full_name == "Đàm Thị Ánh"
    assert not page.model.edits()


def test_pasted_pupils_come_into_the_class_and_bad_cells_stop_them(
    bench: Bench, desk: Context, pupils: tuple[str, ...], show_page: Show, settle: Settle
) -> None:
    page = show_page(PupilsPage)
    page.open_at(("class", list_classes(desk, YEAR)[0].id))
    _cell(page, 2, "full_name")
    block = "Hứa Văn Đức\nNông Thị Lụa\t31/2/2010\tNữ\nH'Hen Niê\t2010\tNữ"
    QApplication.clipboard().setText(block)
    press(page.grid, Qt.Key.Key_V, CTRL)
    press(page.grid, Qt.Key.Key_S, CTRL)
    settle(bench)
    assert len(list_pupils(desk, YEAR)) == 3
    assert page.model.columns[page.grid.currentIndex().column()].name == "birth_date"
    page.model.put_cells([(page.grid.currentIndex().row(), 1, "28/2/2010")])
    press(page.grid, Qt.Key.Key_S, CTRL)
    settle(bench)
    assert bench.messages.told == []  # type: ignore[attr-defined]
    names = {row.full_name for row in list_pupils(desk, YEAR)}
    assert {"Nông Thị Lụa", "H'Hen Niê"} <= names


def test_f8_goes_to_the_number_that_contradicts(
    bench: Bench, pupils: tuple[str, ...], show_page: Show
) -> None:
    page = show_page(PupilsPage)
    picture(page, "pupils_problem")
    page.grid.setFocus()
    press(page.grid, Qt.Key.Key_F8)
    row = page.grid.current_row()
    assert row is not None
    assert row.full_name == "Hứa Văn Đức"  # type: ignore[attr-defined]
    assert "giới tính" in page.listing.said()


def test_what_was_typed_before_a_crash_stands_in_the_grid_again(
    bench: Bench, desk: Context, pupils: tuple[str, ...], show_page: Show, qtbot: QtBot
) -> None:
    page = show_page(PupilsPage)
    page.model.put_cells([(1, 0, "Hoàng Gia Bách")])
    qtbot.waitUntil(lambda: drafts.load(desk, "pupils_grid", YEAR) is not None, timeout=5000)
    page.hide()
    again = show_page(PupilsPage)
    qtbot.waitUntil(lambda: bool(again.model.edits()), timeout=5000)
    assert again.model.edits()[0].texts == {"full_name": "Hoàng Gia Bách"}
    assert list_pupils(desk, YEAR)[1].full_name == "Hoàng Gia Bảo"


def test_another_card_frees_the_pupil(
    bench: Bench,
    desk: Context,
    messages: RecordedMessages,
    pupils: tuple[str, ...],
    show_page: Show,
    settle: Settle,
) -> None:
    page = show_page(PupilsPage)
    _cell(page, 1, "full_name")
    messages.answers.append(
        {"kind": ELSEWHERE, "group_code": "HN", "evidence": "Giấy hộ nghèo", "proven": True}
    )
    press(page.grid, Qt.Key.Key_F7)
    settle(bench)
    assert list_pupils(desk, YEAR)[1].state is CoverageState.COVERED_ELSEWHERE


def test_the_whole_school_says_whose_class(
    bench: Bench, desk: Context, pupils: tuple[str, ...], show_page: Show, settle: Settle
) -> None:
    page = show_page(PupilsPage)
    last = len(page.model.columns) - 1
    assert not page.grid.isColumnHidden(last)
    assert page.grid.horizontalHeader().visualIndex(last) == 1
    page.classes.choose(list_classes(desk, YEAR)[0].id)
    assert page.grid.isColumnHidden(last)


def test_a_card_scanned_over_the_open_form_fills_it(
    bench: Bench, pupils: tuple[str, ...], settle: Settle, qtbot: QtBot
) -> None:
    window = MainWindow(bench, SCHOOL_PAGES)
    qtbot.addWidget(window)
    window.show_page("pupils")
    settle(bench)
    page = window.current_page()
    assert isinstance(page, PupilsPage)
    request = page._acts._forms.pupil_request(None, "10A1", None)
    dialog = FormDialog(request, window)
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    with qtbot.waitActive(dialog):
        dialog.show()
    phone = dialog.form.editor("phone")
    phone.setFocus()
    type_in(phone, "0912")
    qtbot.wait(100)
    type_in(phone, "020310009999||Nông Thị Lụa|03112010|Nữ|Lạng Sơn|01012025")
    press(phone, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.form.values().text("full_name") != "", timeout=5000)
    settle(bench)
    values = dialog.form.values()
    assert (values.text("full_name"), values.text("class_name")) == ("Nông Thị Lụa", "10A1")
    assert values.text("personal_id") == "020310009999"
    assert values.text("phone") == "0912"
    assert dialog.form.editor("insurance_number").hasFocus()
    assert QApplication.activeModalWidget() is dialog, "no second form on top"


def test_a_scanned_card_finds_its_pupil_or_fills_a_form(
    bench: Bench,
    desk: Context,
    messages: RecordedMessages,
    pupils: tuple[str, ...],
    show_page: Show,
    settle: Settle,
) -> None:
    page = show_page(PupilsPage)
    page.scanned("020210001127||Hoàng Gia Bảo|02012010|Nam|Lạng Sơn|01012025")
    settle(bench)
    row = page.grid.current_row()
    assert row is not None
    assert row.full_name == "Hoàng Gia Bảo"  # type: ignore[attr-defined]
    messages.answers.append({"class_name": "10A1"})
    page.scanned("020310009999||Nông Thị Lụa|03112010|Nữ|Lạng Sơn|01012025")
    settle(bench)
    assert "Nông Thị Lụa" in {item.full_name for item in list_pupils(desk, YEAR)}


def test_a_class_gets_its_teacher(
    bench: Bench,
    desk: Context,
    messages: RecordedMessages,
    pupils: tuple[str, ...],
    show_page: Show,
    settle: Settle,
) -> None:
    page = show_page(PupilsPage)
    messages.answers.append({"homeroom_teacher": "Nguyễn Thị Lan", "sub_unit_code": "10a1"})
    page.classes.opened.emit(list_classes(desk, YEAR)[0].id)
    settle(bench)
    assert list_classes(desk, YEAR)[0].homeroom_teacher == "Nguyễn Thị Lan"
