"""The turn of the school year by keys alone in the real window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from ssdesk.services import pupils, rollover
from ssdesk.services.context import Context
from ssdesk.ui.pages.school.pupils.page import PupilsPage
from ssdesk.ui.pages.school.rollover.page import RolloverPage
from tests.services import collecting as money
from tests.services.collecting import YEAR, add_pupils
from tests.ui.conftest import Desk, RecordedMessages, picture

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NEXT = "2027-2028"


@pytest.fixture
def made(desk: Context) -> money.Desk:
    school = money.collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), ("Hoàng Chi",))
    add_pupils(desk, ("Lý Dung",), "12A1")
    return school


@pytest.fixture
def school(made: money.Desk, open_school: Callable[[], Desk]) -> Desk:
    return open_school()


@pytest.fixture
def page(school: Desk) -> RolloverPage:
    school.open("pupils")
    school.key(Qt.Key.Key_N, CTRL | SHIFT)
    found = school.page()
    assert isinstance(found, RolloverPage)
    return found


def _roster(ctx: Context, year: str) -> list[tuple[str, str]]:
    return [(row.full_name, row.class_name) for row in pupils.list_pupils(ctx, year)]


def test_everybody_moves_up_and_the_new_year_is_shown(
    school: Desk, page: RolloverPage, made: money.Desk, messages: RecordedMessages
) -> None:
    picture(school.window, "rollover")
    assert "3 em lên lớp" in page.subtitle()
    messages.answers.append(True)
    school.key(Qt.Key.Key_Return, CTRL)
    assert _roster(made.ctx, NEXT) == [
        ("Vi Thị Ánh", "11A1"),
        ("Nông Văn Bảo", "11A1"),
        ("Hoàng Chi", "12A1"),
    ]
    assert school.bench.school_year == NEXT
    shown = school.page()
    assert isinstance(shown, PupilsPage)
    school.settle()
    assert len(shown.model.rows()) == 3
    assert NEXT in school.window.top.year.text()
    picture(school.window, "rollover_done")


def test_who_repeats_and_who_leaves_is_marked_and_unmarked(
    school: Desk, page: RolloverPage, made: money.Desk, messages: RecordedMessages
) -> None:
    school.key(Qt.Key.Key_F7)
    assert "1 ở lại" in page.subtitle()
    school.key(Qt.Key.Key_F6)
    assert "0 ở lại" in page.subtitle()
    assert "2 ra trường" in page.subtitle()
    school.key(Qt.Key.Key_F6)
    assert "1 ra trường" in page.subtitle()


def test_a_class_gets_another_name(school: Desk, page: RolloverPage, made: money.Desk) -> None:
    column = [each.name for each in page.class_model.columns].index("next_name")
    page.class_model.put_cells([(0, column, "12A1")])
    school.settle()
    assert "gộp" in page._note.text()
    assert [line.move.next_name for line in page.class_model.rows()] == ["12A1", "12A1", ""]
    page.class_model.put_cells([(0, column, "")])
    school.settle()
    assert "3 ra trường" in page.subtitle()


def test_a_year_that_has_just_begun_is_hardly_meant(
    school: Desk, page: RolloverPage, made: money.Desk, messages: RecordedMessages
) -> None:
    assert "còn đang chạy" in page._note.text()
    messages.answers.append(False)
    school.key(Qt.Key.Key_Return, CTRL)
    assert "còn đang chạy" in messages.asked[-1]
    assert _roster(made.ctx, NEXT) == []
    made.ctx.clock.moment = made.ctx.clock.now().replace(year=2027, month=6)  # type: ignore[attr-defined]
    page.refresh(None)
    school.settle()
    assert not page._note.isVisibleTo(page)


def test_taken_back_as_if_it_had_not_been(
    school: Desk, page: RolloverPage, made: money.Desk, messages: RecordedMessages
) -> None:
    rollover.apply_rollover(made.ctx, rollover.preview_rollover(made.ctx))
    page.refresh(None)
    school.settle()
    messages.answers.append(True)
    school.key(Qt.Key.Key_F9, SHIFT)
    assert _roster(made.ctx, NEXT) == []
    assert len(_roster(made.ctx, YEAR)) == 4


def test_another_year_is_shown_on_every_page(
    school: Desk, page: RolloverPage, made: money.Desk, messages: RecordedMessages
) -> None:
    messages.answers.append(True)
    school.key(Qt.Key.Key_Return, CTRL)
    school.window.top.year_wanted.emit(YEAR)
    school.settle()
    assert school.bench.school_year == YEAR
    shown = school.open("pupils")
    assert isinstance(shown, PupilsPage)
    assert len(shown.model.rows()) == 4
    overview = school.open("overview")
    assert "2026" in overview.subtitle() or "2026" in overview.title()


def test_a_desk_without_pupils_says_what_to_do(
    desk: Context, open_school: Callable[[], Desk]
) -> None:
    school = open_school()
    school.window.show_page("rollover")
    school.settle()
    page = school.page()
    assert isinstance(page, RolloverPage)
    assert page._empty.isVisible()
    picture(school.window, "rollover_empty")
