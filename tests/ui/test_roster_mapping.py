"""A school's own file by keyboard in the real window: a column put right, taken in, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from ssdesk.services import rosters
from ssdesk.services.context import Context
from ssdesk.services.pupils import list_pupils
from ssdesk.ui.pages.school.pupils.page import PupilsPage
from ssdesk.ui.pages.school.roster_in.page import RosterInPage
from tests.services.collecting import YEAR
from tests.ui.conftest import Desk, RecordedMessages, picture

CTRL = Qt.KeyboardModifier.ControlModifier
# Nothing tells that the last column is the parent's name: the person has to say it.
HEAD = ("Họ và tên", "Ngày sinh", "Giới tính", "Lớp", "Mã định danh", "Liên hệ")
ROWS = (
    ("Đàm Thị Ngọc Ánh", "15/09/2010", "Nữ", "10A1", "020310004512", "Đàm Văn Hải"),
    ("Hoàng Gia Bảo", "02/01/2010", "Nam", "10A1", "020210001127", "Hoàng Thị Lan"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    for row in (HEAD, *ROWS):
        book.active.append(row)
    made = tmp_path / "danh-sach.xlsx"
    book.save(made)
    return made


@pytest.fixture
def school(open_school: Callable[[], Desk], messages: RecordedMessages) -> Desk:
    """An empty school, at the page where a roster comes in, no file chosen yet."""
    made = open_school()
    made.open("pupils")
    messages.answers.append(None)
    made.key(Qt.Key.Key_O, CTRL)
    assert isinstance(made.page(), RosterInPage)
    return made


def _roster_in(school: Desk) -> RosterInPage:
    page = school.page()
    assert isinstance(page, RosterInPage)
    return page


def _choice_of(page: RosterInPage, heading: str) -> QComboBox:
    boxes = page.chooser.findChildren(QComboBox)
    return next(box for box in boxes if box.accessibleName() == heading and box.isVisible())


def test_a_column_put_right_comes_in_and_is_remembered(
    school: Desk, file: Path, desk: Context, messages: RecordedMessages
) -> None:
    messages.answers.append(file)
    school.key(Qt.Key.Key_O, CTRL)
    page = _roster_in(school)
    assert page.grid.hasFocus()
    choice = _choice_of(page, "Liên hệ")
    field = rosters.Field(choice.currentData())
    wanted = rosters.Field.PARENT_NAME
    assert field is not wanted
    school.tab_to(choice)
    steps = choice.findData(wanted) - choice.currentIndex()
    for _ in range(abs(steps)):
        school.key(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert rosters.Field(_choice_of(page, "Liên hệ").currentData()) is wanted
    picture(school.window, "roster_mapping")
    school.key(Qt.Key.Key_Return, CTRL)
    assert isinstance(school.page(), PupilsPage)
    assert [row.parent_name for row in list_pupils(desk, YEAR)] == ["Đàm Văn Hải", "Hoàng Thị Lan"]

    messages.answers.append(file)
    school.key(Qt.Key.Key_O, CTRL)
    assert rosters.Field(_choice_of(_roster_in(school), "Liên hệ").currentData()) is wanted
    assert "2 như cũ" in _roster_in(school).subtitle()


def test_a_whole_import_is_taken_back(
    school: Desk, file: Path, desk: Context, messages: RecordedMessages
) -> None:
    messages.answers.append(file)
    school.key(Qt.Key.Key_O, CTRL)
    school.key(Qt.Key.Key_Return, CTRL)
    assert len(list_pupils(desk, YEAR)) == 2
    messages.answers.append(None)
    school.key(Qt.Key.Key_O, CTRL)
    page = _roster_in(school)
    back = next(button for button in page.findChildren(QPushButton) if "Lấy lại" in button.text())
    school.tab_to(back)
    messages.answers.append(True)
    school.key(Qt.Key.Key_Space)
    assert "danh-sach.xlsx" in messages.asked[-1]
    assert "2 em mới" in messages.asked[-1]
    assert list_pupils(desk, YEAR) == ()


def test_arrows_only_look_and_what_is_taken_is_said(
    school: Desk, file: Path, messages: RecordedMessages
) -> None:
    page = _roster_in(school)
    back = next(button for button in page.findChildren(QPushButton) if "Lấy lại" in button.text())
    assert not back.isVisible(), "nothing was brought in yet"
    messages.answers.append(file)
    school.key(Qt.Key.Key_O, CTRL)
    said: list[str] = []
    page.toast_wanted.connect(lambda text, _tone: said.append(text))
    choice = _choice_of(page, "Liên hệ")
    school.tab_to(choice)
    read = page._asked
    steps = choice.findData(rosters.Field.FULL_NAME) - choice.currentIndex()
    for _ in range(abs(steps)):
        school.key(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert page._asked == read, "the file is not read anew for what is passed over"
    school.key(Qt.Key.Key_Return)
    assert page._asked == read + 1
    assert _choice_of(page, "Liên hệ").hasFocus()
    assert rosters.Field(_choice_of(page, "Họ và tên").currentData()) is rosters.Field.IGNORED
    assert "Họ và tên" in said[-1]
    assert "A ·" in said[-1]
