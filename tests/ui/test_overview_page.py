"""The school's first page, by keyboard in the real window: every figure opens its list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.person import BirthDate, Sex
from ssdesk.domain.pupil import PupilFacts
from ssdesk.services import covers, pupils
from ssdesk.services.context import Context
from ssdesk.services.overview import TodoKind, overview
from ssdesk.services.pupils import PupilRow, SavePupil
from ssdesk.ui.pages.school.lists.page import ListsPage
from ssdesk.ui.pages.school.overview.page import OverviewPage
from ssdesk.ui.pages.school.pupils.page import PupilsPage
from tests.services.collecting import YEAR, collecting
from tests.ui.conftest import Desk, picture

BORN = BirthDate(date(2010, 9, 15))


@pytest.fixture
def school(desk: Context, open_school: Callable[[], Desk]) -> Desk:
    """Two who signed up, one of them paid; one exempt; two left over, one without a number."""
    money = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), ("Hoàng Chi",))
    money.pay(0)
    poor = (money.entries[2],)
    exempt = covers.SetCover(poor, covers.ELSEWHERE, "HN", evidence="Giấy", proven=True)
    covers.set_cover(desk, exempt)
    known = PupilFacts("Lò Văn Dũng", BORN, Sex.MALE, "020210000017")
    unknown = PupilFacts("Y Khŏt", BORN, Sex.MALE)
    commands = tuple(SavePupil(facts, class_name="11A1") for facts in (known, unknown))
    pupils.save_pupils(desk, YEAR, commands)
    return open_school()


def _overview(school: Desk) -> OverviewPage:
    page = school.open("overview")
    assert isinstance(page, OverviewPage)
    return page


def _pupils(school: Desk) -> PupilsPage:
    page = school.page()
    assert isinstance(page, PupilsPage)
    return page


def _names(page: PupilsPage) -> set[str]:
    return {row.full_name for row in page.model.rows()}


def test_each_part_of_the_ring_opens_those_it_counts(school: Desk, desk: Context) -> None:
    rows = pupils.list_pupils(desk, YEAR)
    for place, state in enumerate(CoverageState):
        page = _overview(school)
        assert page.ring.hasFocus()
        for _ in range(len(CoverageState)):
            school.key(Qt.Key.Key_Left)
        keys = page.ring.keys()
        for _ in range(keys.index(state.value)):
            school.key(Qt.Key.Key_Right)
        school.key(Qt.Key.Key_Return)
        expected = {row.full_name for row in rows if row.state is state}
        assert expected, f"nobody is {state} ({place}): the school here shows too little"
        assert _names(_pupils(school)) == expected


def test_a_class_opens_its_pupils(school: Desk) -> None:
    page = _overview(school)
    school.tab_to(page.bars)
    school.key(Qt.Key.Key_Down)
    school.key(Qt.Key.Key_Return)
    assert _pupils(school).title() == "Học sinh · 11A1"
    assert _names(_pupils(school)) == {"Hoàng Chi", "Lò Văn Dũng", "Y Khŏt"}


def test_who_is_left_over_is_named_and_leads_to_the_pupil(school: Desk) -> None:
    page = _overview(school)
    picture(school.window, "overview_small")
    assert page._left_over.title().startswith("2 em chưa rõ")
    school.tab_to(page.left_grid)
    school.key(Qt.Key.Key_Down)
    wanted = page.left_grid.current_row()
    assert isinstance(wanted, PupilRow)
    school.key(Qt.Key.Key_Return)
    found = _pupils(school).grid.current_row()
    assert isinstance(found, PupilRow)
    assert found.entry_id == wanted.entry_id
    assert _pupils(school).grid.hasFocus()


def test_more_left_over_than_are_named_lead_to_the_list_of_all(
    school: Desk, desk: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ssdesk.services.overview.LEFT_OVER_READ", 1)
    page = _overview(school)
    page.refresh(None)
    school.settle()
    assert len(page.model.rows()) == 1
    assert "F6 mở danh sách đủ 2 em" in page._hint.text()
    school.key(Qt.Key.Key_F6)
    assert _names(_pupils(school)) == {"Lò Văn Dũng", "Y Khŏt"}


def test_every_todo_leads_to_where_it_is_done(school: Desk, desk: Context) -> None:
    todos = overview(desk, YEAR).todos
    assert {TodoKind.NOT_LISTED, TodoKind.PERSONAL_ID_MISSING} <= {todo.kind for todo in todos}
    names = {row.entry_id: row.full_name for row in pupils.list_pupils(desk, YEAR)}
    for place, todo in enumerate(todos):
        page = _overview(school)
        school.tab_to(page.todos)
        school.key(Qt.Key.Key_Home)
        for _ in range(place):
            school.key(Qt.Key.Key_Down)
        school.key(Qt.Key.Key_Return)
        if todo.kind is TodoKind.NOT_LISTED:
            assert isinstance(school.page(), ListsPage)
        else:
            assert _names(_pupils(school)) == {names[entry] for entry in todo.entry_ids}


def test_a_school_without_pupils_is_led_to_its_first_step(open_school: Callable[[], Desk]) -> None:
    school = open_school()
    first = school.focused()
    assert isinstance(first, QPushButton)
    assert "danh sách" in first.text()
    school.key(Qt.Key.Key_Space)
    assert school.page().name == "pupils"
