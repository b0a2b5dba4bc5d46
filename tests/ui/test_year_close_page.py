"""The end of a school year by keys alone in the real window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from ssdesk.services import year_close
from ssdesk.services.context import Context
from ssdesk.ui.pages.school.year_close.page import YearClosePage
from tests import printed
from tests.services import collecting as money
from tests.services.collecting import YEAR
from tests.ui.conftest import Desk, RecordedMessages, RecordedPrinting, picture

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def made(desk: Context) -> money.Desk:
    school = money.collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"))
    school.pay(0)
    return school


@pytest.fixture
def school(made: money.Desk, open_school: Callable[[], Desk]) -> Desk:
    return open_school()


@pytest.fixture
def page(school: Desk) -> YearClosePage:
    school.open("reports")
    school.key(Qt.Key.Key_F9)
    found = school.page()
    assert isinstance(found, YearClosePage)
    return found


def test_closed_with_a_reason_and_opened_with_a_reason(
    school: Desk, page: YearClosePage, made: money.Desk, messages: RecordedMessages
) -> None:
    picture(school.window, "year_close")
    assert "còn 3 việc" in page.subtitle()
    messages.answers.append("một em chuyển đi")
    school.key(Qt.Key.Key_Return, CTRL)
    assert year_close.read_close(made.ctx, YEAR).closed
    picture(school.window, "year_closed")
    assert "một em chuyển đi" in page._who.text()
    messages.answers.append("một em nộp muộn")
    school.key(Qt.Key.Key_F9, SHIFT)
    assert not year_close.read_close(made.ctx, YEAR).closed


def test_without_a_reason_it_stays_open(
    school: Desk, page: YearClosePage, made: money.Desk, messages: RecordedMessages
) -> None:
    messages.answers.append(None)
    school.key(Qt.Key.Key_Return, CTRL)
    assert not year_close.read_close(made.ctx, YEAR).closed


def test_enter_goes_where_it_is_settled(school: Desk, page: YearClosePage) -> None:
    school.key(Qt.Key.Key_Down)
    school.key(Qt.Key.Key_Return)
    assert school.page().name == "collection"


def test_the_summary_is_printed(
    school: Desk, page: YearClosePage, printing: RecordedPrinting
) -> None:
    school.key(Qt.Key.Key_F8)
    ((title, pdf, _),) = printing.shown
    assert title == "Tổng hợp bảo hiểm y tế học sinh"
    assert "Năm học 2026-2027" in printed.words(pdf)


def test_a_year_without_pupils_says_so(desk: Context, open_school: Callable[[], Desk]) -> None:
    school = open_school()
    school.window.show_page("year_close")
    school.settle()
    page = school.page()
    assert isinstance(page, YearClosePage)
    assert page._empty.isVisible()
