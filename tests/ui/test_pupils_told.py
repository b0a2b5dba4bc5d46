"""A pupil already sent is changed: the page says that Mẫu số 2 is needed, and keeps the history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt

from ssdesk.services import declarations, pupils, submissions
from ssdesk.services.context import Context
from ssdesk.services.declarations import DeclarationRequest
from ssdesk.services.submissions import ListRequest, MakeList
from ssdesk.ui.pages.school.pupils.page import PupilsPage
from tests.services import collecting as money
from tests.services.collecting import YEAR
from tests.services.listed_school import listed_school
from tests.ui.conftest import Desk, RecordedMessages, picture


@pytest.fixture
def made(desk: Context) -> money.Desk:
    school = listed_school(desk)
    submissions.make_list(desk, MakeList(ListRequest(date(2026, 9, 5)), waiting=True))
    return school


@pytest.fixture
def school(made: money.Desk, open_school: Callable[[], Desk]) -> Desk:
    return open_school()


@pytest.fixture
def page(made: money.Desk, school: Desk) -> PupilsPage:
    found = school.open("pupils")
    assert isinstance(found, PupilsPage)
    found.grid.go_to(made.entries[0])
    school.settle()
    return found


def _mend(school: Desk, page: PupilsPage, messages: RecordedMessages, **values: object) -> None:
    """Enter on the pupil in front, some fields typed anew, saved."""
    row = page.listing.current()
    assert row is not None
    request = page._acts._forms.pupil_request(row, "", None)
    messages.answers.append({**request.values, **values})
    school.key(Qt.Key.Key_Return)
    school.settle()


def test_a_change_after_the_list_is_said_and_stands_beside_the_pupil(
    made: money.Desk, school: Desk, page: PupilsPage, messages: RecordedMessages
) -> None:
    said: list[str] = []
    page.toast_wanted.connect(lambda text, _: said.append(text))
    _mend(school, page, messages, phone="0912345678")
    assert not any("Mẫu số 2" in text for text in said)
    _mend(school, page, messages, full_name="Vi Thị Ngọc Ánh", registered_hospital="20005")
    assert "Vi Thị Ngọc Ánh" in said[-1]
    assert "Mẫu số 2" in said[-1]
    shown = page.panel._told.text()
    assert "họ tên: Vi Thị Ánh → Vi Thị Ngọc Ánh" in shown
    assert "20005" in shown
    picture(school.window, "pupil_to_correct")


def test_what_was_filed_stays_beside_the_pupil_with_its_day(
    made: money.Desk, school: Desk, page: PupilsPage, messages: RecordedMessages
) -> None:
    _mend(school, page, messages, full_name="Vi Thị Ngọc Ánh")
    declarations.file_corrections(made.ctx, DeclarationRequest(date(2026, 9, 10), YEAR))
    page.refresh(None)
    school.settle()
    assert page.panel._told.text() == (
        "Đã gửi điều chỉnh 10/09/2026: họ tên: Vi Thị Ánh → Vi Thị Ngọc Ánh"
    )


def test_the_form_keeps_hospital_and_ethnicity(
    made: money.Desk, school: Desk, page: PupilsPage, messages: RecordedMessages
) -> None:
    _mend(school, page, messages, registered_hospital="20005", ethnicity="Tày")
    _mend(school, page, messages, phone="0912345678")
    kept = pupils.get_pupil(made.ctx, made.entries[0])
    assert (kept.registered_hospital, kept.ethnicity) == ("20005", "Tày")
