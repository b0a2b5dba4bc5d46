"""A class is collected by keys alone in the real window: mark, post, part, pledge, notice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt

from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.pupil import PupilFacts
from ssdesk.domain.receipt import Holder
from ssdesk.services import receipts
from ssdesk.services.context import Context
from ssdesk.services.pupils import SavePupil, save_pupils
from ssdesk.settings import UiLanguage
from ssdesk.ui import translation
from ssdesk.ui.pages.school.collection.page import CollectionPage
from tests import printed
from tests.services import collecting as money
from tests.services.collecting import OWN_SHARE
from tests.ui.conftest import Desk, RecordedMessages, RecordedPrinting, picture

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAMES = ("Vi Thị Ánh", "Nông Văn Bảo", "Hoàng Chi")


@pytest.fixture
def made(desk: Context) -> money.Desk:
    return money.collecting(desk, NAMES[:2], NAMES[2:])


@pytest.fixture
def school(made: money.Desk, open_school: Callable[[], Desk]) -> Desk:
    return open_school()


@pytest.fixture
def page(school: Desk) -> CollectionPage:
    found = school.open("collection")
    assert isinstance(found, CollectionPage)
    assert found.grid.hasFocus()
    return found


def _receipts(made: money.Desk) -> list[int]:
    return [row.amount for row in receipts.receipts_of_book(made.ctx, made.book_id)]


def test_walking_down_with_space_costs_nothing_until_posted(
    school: Desk, page: CollectionPage, made: money.Desk, printing: RecordedPrinting
) -> None:
    school.key(Qt.Key.Key_Space)
    school.key(Qt.Key.Key_Space)
    assert page._marked == {made.owing[0], made.owing[1]}
    assert _receipts(made) == []
    picture(school.window, "collection_marked")
    school.key(Qt.Key.Key_Return, CTRL)
    assert _receipts(made) == [OWN_SHARE, OWN_SHARE]
    assert [made.enrolment(place).state for place in range(3)] == [
        EnrolmentState.PAID,
        EnrolmentState.PAID,
        EnrolmentState.DUE,
    ]
    school.key(Qt.Key.Key_F8)
    ((_, pdf, name),) = printing.shown
    assert name == "bien-lai-0000001.pdf"
    assert [NAMES[0] in page for page in printed.pages(pdf)] == [True, False]


def test_space_again_takes_the_mark_away(
    school: Desk, page: CollectionPage, made: money.Desk
) -> None:
    school.key(Qt.Key.Key_Space)
    school.key(Qt.Key.Key_Up)
    school.key(Qt.Key.Key_Space)
    assert page._marked == set()
    school.key(Qt.Key.Key_Return, CTRL)
    assert _receipts(made) == []


def test_the_whole_class_is_marked_at_once(
    school: Desk, page: CollectionPage, made: money.Desk
) -> None:
    school.key(Qt.Key.Key_Space, CTRL)
    assert len(page._marked) == 3
    school.key(Qt.Key.Key_Space, CTRL)
    assert page._marked == set()


def test_one_pupil_pays_a_part_and_then_the_rest(
    school: Desk, page: CollectionPage, made: money.Desk, messages: RecordedMessages
) -> None:
    messages.answers.append({"amount": 300_000, "payer_name": "Vi Văn Cha"})
    school.key(Qt.Key.Key_F9)
    assert made.enrolment(0).paid == 300_000
    assert made.enrolment(0).state is EnrolmentState.DUE
    messages.answers.append({})
    school.key(Qt.Key.Key_F9)
    assert made.enrolment(0).state is EnrolmentState.PAID
    assert _receipts(made) == [300_000, OWN_SHARE - 300_000]


def test_siblings_stand_on_one_receipt(
    school: Desk, page: CollectionPage, made: money.Desk, messages: RecordedMessages
) -> None:
    school.key(Qt.Key.Key_Down, SHIFT)
    messages.answers.append({"payer_name": "Mẹ của hai em"})
    school.key(Qt.Key.Key_F9)
    (row,) = receipts.receipts_of_book(made.ctx, made.book_id)
    assert (row.amount, row.payer_name) == (2 * OWN_SHARE, "Mẹ của hai em")
    assert [line.full_name for line in row.data.lines] == list(NAMES[:2])


def test_a_promise_has_a_day_and_leads_the_eye(
    school: Desk, page: CollectionPage, made: money.Desk, messages: RecordedMessages
) -> None:
    messages.answers.append({"promised_on": date(2026, 9, 25)})
    school.key(Qt.Key.Key_F5)
    item = made.enrolment(0)
    assert (item.state, item.promised_on) == (EnrolmentState.PROMISED, date(2026, 9, 25))
    assert page.grid.current_row().pupil.full_name == NAMES[0]


def test_only_those_who_owe(school: Desk, page: CollectionPage, made: money.Desk) -> None:
    made.pay(0)
    page.refresh(None)
    school.settle()
    school.key(Qt.Key.Key_F3)
    assert [row.pupil.full_name for row in page.model.rows()] == list(NAMES[1:])
    school.key(Qt.Key.Key_F3)
    assert len(page.model.rows()) == 3


def test_a_class_is_chosen_in_the_list_beside(
    school: Desk, page: CollectionPage, made: money.Desk
) -> None:
    school.tab_to(page.classes.lines)
    school.key(Qt.Key.Key_Down)
    school.key(Qt.Key.Key_Down)
    assert [row.pupil.full_name for row in page.model.rows()] == [NAMES[2]]


def test_the_whole_school_is_signed_up_only_when_asked(
    school: Desk, page: CollectionPage, made: money.Desk, messages: RecordedMessages
) -> None:
    save_pupils(
        made.ctx,
        money.YEAR,
        tuple(SavePupil(PupilFacts(name), class_name="11A1") for name in ("Lò An", "Vi Bình")),
    )
    page.refresh(None)
    school.settle()
    messages.answers += [False, True]
    school.key(Qt.Key.Key_F4)
    assert "Đăng ký cả trường?: 2 em của 1 lớp" in messages.asked[-1]
    assert [row.enrolment is None for row in page.model.rows()].count(True) == 2
    school.key(Qt.Key.Key_F4)
    assert all(row.owes for row in page.model.rows())
    asked = len(messages.asked)
    school.key(Qt.Key.Key_F4)
    assert len(messages.asked) == asked


def test_notices_go_to_whoever_still_owes(
    school: Desk, page: CollectionPage, made: money.Desk, printing: RecordedPrinting
) -> None:
    made.pay(0)
    page.refresh(None)
    school.settle()
    school.key(Qt.Key.Key_P, CTRL)
    ((_, pdf, _),) = printing.shown
    words = printed.words(pdf)
    assert NAMES[0] not in words
    assert NAMES[1] in words
    assert NAMES[2] in words


def test_money_that_a_teacher_holds_is_told_apart(
    school: Desk, page: CollectionPage, made: money.Desk
) -> None:
    assert page.panel.how().held_by is Holder.CASHIER
    school.key(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert school.focused() is not page.grid
    before = set(page._marked)
    school.key(Qt.Key.Key_Down)
    assert page.panel.how().held_by is not Holder.CASHIER
    assert page._marked == before


def test_a_card_on_paper_is_one_key_and_back(
    school: Desk, page: CollectionPage, made: money.Desk
) -> None:
    name = page.grid.current_row().pupil.full_name  # type: ignore[union-attr]
    place = NAMES.index(name)
    school.key(Qt.Key.Key_F7)
    assert made.enrolment(place).paper_card
    picture(school.window, "collection_paper_card")
    school.key(Qt.Key.Key_F7)
    assert not made.enrolment(place).paper_card


def test_nobody_who_owes_is_said_and_how_to_see_all(
    school: Desk, page: CollectionPage, made: money.Desk
) -> None:
    for place in range(3):
        made.pay(place)
    page.refresh(None)
    school.settle()
    school.key(Qt.Key.Key_F3)
    assert page.model.rowCount() == 0
    assert page.grid.filter_sign.isVisible()
    assert "F3" in page.grid.filter_sign.text()
    school.key(Qt.Key.Key_F3)
    assert len(page.model.rows()) == 3
    assert not page.grid.filter_sign.isVisible()


def test_tab_goes_as_the_eye_does(school: Desk, page: CollectionPage) -> None:
    school.tab_to(page.classes.lines)
    school.key(Qt.Key.Key_Tab)
    assert page.grid.hasFocus()
    school.key(Qt.Key.Key_Tab)
    assert page.panel.isAncestorOf(school.focused())


def test_classes_are_walked_without_leaving_the_pupils(
    school: Desk, page: CollectionPage, made: money.Desk
) -> None:
    pupils = tuple(SavePupil(PupilFacts(f"Lò {n}"), class_name=f"12A{n}") for n in range(1, 40))
    save_pupils(made.ctx, money.YEAR, pupils)
    page.refresh(None)
    school.settle()
    alt = Qt.KeyboardModifier.AltModifier
    for _ in range(40):
        school.key(Qt.Key.Key_PageDown, alt)
    assert page.grid.hasFocus()
    assert [row.pupil.class_name for row in page.model.rows()] == ["12A38"]
    lines = page.classes.lines
    assert not lines.visibleRegion().intersected(lines.area_of(lines.current).toRect()).isEmpty()
    school.key(Qt.Key.Key_PageUp, alt)
    assert [row.pupil.class_name for row in page.model.rows()] == ["12A37"]


def test_an_english_window_shows_english_workings(page: CollectionPage) -> None:
    before = page.panel._workings.text()
    assert "tháng" in before
    translation.speak(UiLanguage.EN)
    page._on_current(page.grid.current_row())
    after = page.panel._workings.text()
    assert after.count("\n") == before.count("\n")
    assert not set("ốảóỗợưỉệạế") & set(after)
