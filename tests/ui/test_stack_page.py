"""A stack of pre-printed receipts by keyboard: names without tone marks, whole or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ssdesk.domain.person import BirthDate, Precision, Sex
from ssdesk.domain.pupil import PupilFacts
from ssdesk.domain.receipt import BookKind
from ssdesk.services import drafts
from ssdesk.services.context import Context
from ssdesk.services.enrolments import SignUp, sign_up
from ssdesk.services.pupils import SavePupil, save_pupils
from ssdesk.services.receipt_books import RegisterBook, register_book
from ssdesk.services.receipts import receipts_of_book
from ssdesk.services.rounds import OpenRound, open_round
from ssdesk.ui.bench import Bench
from ssdesk.ui.pages.school.stack.page import StackPage
from tests.ui.conftest import RecordedMessages, picture, press, type_in

YEAR, YEARLY = "2026-2027", 683_100
CTRL = Qt.KeyboardModifier.ControlModifier
Show = Callable[[type[StackPage]], StackPage]
Settle = Callable[[Bench], None]


@pytest.fixture
def book_id(desk: Context) -> str:
    known = (
        ("Đàm Thị Ngọc Ánh", Sex.FEMALE, "020310004512", "10A1"),
        ("Hoàng Gia Bảo", Sex.MALE, "020210001127", "10A1"),
        ("Hoàng Gia Bảo", Sex.MALE, "020210001128", "10A2"),
    )
    born = BirthDate(date(2010, 9, 15), Precision.FULL)
    commands = tuple(
        SavePupil(PupilFacts(name, born, sex, number), class_name=room, joined_on=date(2026, 9, 1))
        for name, sex, number, room in known
    )
    save_pupils(desk, YEAR, commands)
    days = (date(2026, 10, 1), date(2027, 9, 30), date(2026, 9, 1), date(2026, 9, 30))
    opened = open_round(desk, OpenRound(YEAR, "Đợt 1", *days))
    sign_up(desk, SignUp(opened.round.id))
    saved = register_book(desk, RegisterBook(BookKind.PRE_PRINTED, "C45", "07", 301, 350))
    return saved.book.id


def _type(page: StackPage, line: int, **cells: str) -> None:
    names = [column.name for column in page.model.columns]
    page.model.put_cells([(line, names.index(name), text) for name, text in cells.items()])


def _total(page: StackPage, amount: int) -> None:
    values = page.form.values()
    book, day = values.text("book"), values.day("paid_on")
    page.form.fill({"book": book, "paid_on": day, "batch_total": amount})


def test_the_stack_goes_in_when_names_and_sum_are_right(
    bench: Bench,
    desk: Context,
    book_id: str,
    messages: RecordedMessages,
    show_page: Show,
    settle: Settle,
) -> None:
    page = show_page(StackPage)
    assert page.model.rows()[0].number == 301
    _type(page, 0, pupil="dam thi ngoc anh")
    _type(page, 1, pupil="hoang gia bao")
    page.grid.setFocus()
    press(page.grid, Qt.Key.Key_F8)
    assert "2 em khớp" in page._foot.text()
    _type(page, 1, pupil="hoang gia bao 10a2", payer_name="Hoàng Văn Nam")
    _type(page, 2, spoilt="rách")
    _total(page, YEARLY)
    picture(page, "stack")
    press(page.grid, Qt.Key.Key_Return, CTRL)
    settle(bench)
    assert "lệch" in messages.told[-1]
    assert receipts_of_book(desk, book_id) == ()
    _total(page, 2 * YEARLY)
    press(page.grid, Qt.Key.Key_Return, CTRL)
    settle(bench)
    found = receipts_of_book(desk, book_id)
    assert [(row.number, row.amount, bool(row.void_reason)) for row in found] == [
        (301, YEARLY, False),
        (302, YEARLY, False),
        (303, 0, True),
    ]
    assert found[1].payer_name == "Hoàng Văn Nam"


def test_says_what_is_missing_without_a_book(show_page: Show) -> None:
    page = show_page(StackPage)
    assert page._empty.isVisible()
    assert not page._content.isVisible()


def test_a_half_typed_stack_comes_back_after_a_crash(
    bench: Bench, desk: Context, book_id: str, show_page: Show, settle: Settle, qtbot: QtBot
) -> None:
    page = show_page(StackPage)
    _type(page, 0, pupil="dam thi ngoc anh")
    _type(page, 1, spoilt="rách")
    type_in(page.form.editor("batch_total"), str(YEARLY))
    qtbot.waitUntil(lambda: str(YEARLY) in str(drafts.load(desk, "stack", book_id)), timeout=5000)
    settle(bench)
    again = show_page(StackPage)
    qtbot.waitUntil(lambda: len(again.model.edits()) == 2, timeout=5000)
    assert again.form.values().dong("batch_total") == YEARLY
    press(again.grid, Qt.Key.Key_Return, CTRL)
    settle(bench)
    assert [row.amount for row in receipts_of_book(desk, book_id)] == [YEARLY, 0]
    qtbot.waitUntil(lambda: drafts.load(desk, "stack", book_id) is None, timeout=5000)
