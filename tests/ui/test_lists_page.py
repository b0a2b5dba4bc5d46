"""Lists to the office, by keyboard in the real window: made, printed, written, refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt

from ssdesk.domain.person import BirthDate, Sex
from ssdesk.services import pupils, remittances, submissions
from ssdesk.services.context import Context
from ssdesk.services.pupils import PupilRow, SavePupil
from ssdesk.ui.pages.school.lists.page import ListsPage
from ssdesk.ui.pages.school.pupils.page import PupilsPage
from tests import printed
from tests.services.collecting import OWN_SHARE, YEAR, collecting
from tests.ui.conftest import Desk, RecordedMessages, RecordedPrinting, picture, type_in

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAMES = ("Vi Thị Ánh", "Nông Văn Bảo", "Hoàng Chi")


@pytest.fixture
def school(desk: Context, open_school: Callable[[], Desk]) -> Desk:
    """Three who paid; the third has no number, so that she cannot be listed."""
    money = collecting(desk, NAMES)
    for place, entry_id in enumerate(money.entries):
        facts = replace(
            pupils.facts_of(pupils.get_pupil(desk, entry_id)),
            birth_date=BirthDate(date(2010, 9, 15)),
            sex=Sex.FEMALE,
            personal_id=f"02031000000{place}" if place < 2 else None,
        )
        pupils.save_pupils(desk, YEAR, (SavePupil(facts, entry_id=entry_id),))
        money.pay(place)
    remittances.order_remittance(desk, remittances.OrderRemittance())
    return open_school()


@pytest.fixture
def page(school: Desk) -> ListsPage:
    found = school.open("lists")
    assert isinstance(found, ListsPage)
    assert found.form.editor("list_date").hasFocus()
    return found


def _type_date(school: Desk, page: ListsPage, text: str) -> None:
    school.tab_to(page.form.editor("list_date"))
    school.key(Qt.Key.Key_A, CTRL)
    type_in(school.focused(), text)


def test_a_list_is_made_printed_and_written(
    school: Desk,
    page: ListsPage,
    desk: Context,
    messages: RecordedMessages,
    printing: RecordedPrinting,
    tmp_path: Path,
) -> None:
    picture(school.window, "lists_ready")
    messages.answers.append(True)
    school.key(Qt.Key.Key_Return, CTRL)
    assert "2 em" in messages.asked[0]
    made = submissions.list_submissions(desk)
    assert [(item.form, item.people, item.own_share) for item in made] == [
        ("mau-so-3", 2, 2 * OWN_SHARE)
    ]
    school.key(Qt.Key.Key_F8)
    text = printed.words(printing.shown[-1][1])
    assert "Vi Thị Ánh" in text
    assert "Hoàng Chi" not in text
    messages.answers.append(tmp_path / "mau3.xlsx")
    school.key(Qt.Key.Key_F6)
    cells = [
        str(cell)
        for row in openpyxl.load_workbook(tmp_path / "mau3.xlsx").active.iter_rows(values_only=True)
        for cell in row
    ]
    assert "Nông Văn Bảo" in cells
    assert messages.told == []


def test_the_keys_after_making_are_about_the_list_just_made(
    school: Desk,
    page: ListsPage,
    desk: Context,
    messages: RecordedMessages,
    printing: RecordedPrinting,
) -> None:
    messages.answers.append(True)
    school.key(Qt.Key.Key_Return, CTRL)
    (left,) = [row for row in pupils.list_pupils(desk, YEAR) if row.full_name == "Hoàng Chi"]
    facts = replace(
        pupils.facts_of(pupils.get_pupil(desk, left.entry_id)), personal_id="020310000009"
    )
    pupils.save_pupils(desk, YEAR, (SavePupil(facts, entry_id=left.entry_id),))
    page.refresh(None)
    school.settle()
    messages.answers.append(True)
    school.key(Qt.Key.Key_Return, CTRL)
    assert len(submissions.list_submissions(desk)) == 2
    school.key(Qt.Key.Key_F8)
    text = printed.words(printing.shown[-1][1])
    assert "Hoàng Chi" in text
    assert "Vi Thị Ánh" not in text


def test_who_cannot_be_listed_is_named_and_leads_to_the_pupil(
    school: Desk, page: ListsPage
) -> None:
    school.tab_to(page.problem_grid)
    assert page.problem_model.rows()[0].full_name == "Hoàng Chi"
    school.key(Qt.Key.Key_Return)
    there = school.page()
    assert isinstance(there, PupilsPage)
    row = there.grid.current_row()
    assert isinstance(row, PupilRow)
    assert row.full_name == "Hoàng Chi"


def test_the_day_typed_decides_the_form(
    school: Desk, page: ListsPage, messages: RecordedMessages, desk: Context
) -> None:
    assert "Mẫu số 3" in page.said()
    _type_date(school, page, "200426")
    messages.answers.append(True)
    # Ctrl+Enter right away: the list of the day typed, not of the one seen before.
    school.key(Qt.Key.Key_Return, CTRL)
    assert "D03-TS" in messages.asked[0]
    assert [item.form for item in submissions.list_submissions(desk)] == ["d03-ts"]
    assert "20/04/2026" in page.model.index(0, 2).data()


def test_a_form_not_valid_on_the_day_is_refused_by_the_right_ones_name(
    school: Desk, page: ListsPage, messages: RecordedMessages, desk: Context
) -> None:
    school.tab_to(page.form.editor("form"))
    school.key(Qt.Key.Key_End)
    assert "D03-TS" in page.form.values().text("form").upper()
    assert "Hãy dùng Mẫu số 3" in page.said()
    assert "05/09/2026" in page.said()
    picture(school.window, "lists_wrong_form")
    school.key(Qt.Key.Key_Return, CTRL)
    assert messages.asked == []
    assert submissions.list_submissions(desk) == ()
    school.key(Qt.Key.Key_Home)
    assert "Hãy dùng" not in page.said()
    messages.answers.append(True)
    school.key(Qt.Key.Key_Return, CTRL)
    assert len(submissions.list_submissions(desk)) == 1


def test_a_list_whose_money_is_not_all_there_goes_only_as_waiting(
    desk: Context, open_school: Callable[[], Desk], messages: RecordedMessages
) -> None:
    money = collecting(desk, NAMES[:1])
    facts = replace(
        pupils.facts_of(pupils.get_pupil(desk, money.entries[0])),
        birth_date=BirthDate(date(2010, 9, 15)),
        sex=Sex.FEMALE,
        personal_id="020310000000",
    )
    pupils.save_pupils(desk, YEAR, (SavePupil(facts, entry_id=money.entries[0]),))
    money.pay(0)
    school = open_school()
    school.open("lists")
    messages.answers += [False, True]
    school.key(Qt.Key.Key_Return, CTRL)
    assert "chờ thanh toán" in messages.asked[0]
    assert submissions.list_submissions(desk) == ()
    school.key(Qt.Key.Key_Return, CTRL)
    assert not submissions.list_submissions(desk)[0].settled
