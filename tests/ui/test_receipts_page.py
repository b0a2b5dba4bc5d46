"""Receipts by keys alone in the real window: found, printed, copied, void with a reason, a book."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from ssdesk.domain.receipt import BookKind
from ssdesk.services import receipt_books, receipts
from ssdesk.services.context import Context
from ssdesk.ui.pages.school.receipts.page import ReceiptsPage
from ssdesk.ui.pages.school.stack.page import StackPage
from tests import printed
from tests.services import collecting as money
from tests.services.collecting import OWN_SHARE
from tests.ui.conftest import Desk, RecordedMessages, RecordedPrinting, picture

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NAMES = ("Vi Thị Ánh", "Nông Văn Bảo", "Hoàng Chi")


@pytest.fixture
def made(desk: Context) -> money.Desk:
    school = money.collecting(desk, NAMES)
    for place in range(3):
        school.pay(place)
    return school


@pytest.fixture
def school(made: money.Desk, open_school: Callable[[], Desk]) -> Desk:
    return open_school()


@pytest.fixture
def page(school: Desk) -> ReceiptsPage:
    found = school.open("receipts")
    assert isinstance(found, ReceiptsPage)
    assert found.grid.hasFocus()
    return found


def _prints(made: money.Desk) -> list[int]:
    return [row.prints for row in receipts.receipts_of_book(made.ctx, made.book_id)]


def test_the_newest_is_printed_once_as_original_then_as_copy(
    school: Desk, page: ReceiptsPage, made: money.Desk, printing: RecordedPrinting
) -> None:
    picture(school.window, "receipts")
    school.key(Qt.Key.Key_F8)
    school.key(Qt.Key.Key_F8)
    first, again = (printed.words(pdf) for _, pdf, _ in printing.shown)
    assert "BẢN SAO" not in first
    assert "BẢN SAO" in again
    assert _prints(made) == [0, 0, 2]


def test_looking_is_not_printing(
    school: Desk, page: ReceiptsPage, made: money.Desk, printing: RecordedPrinting
) -> None:
    printing.printed = False
    school.key(Qt.Key.Key_Return)
    school.key(Qt.Key.Key_F8)
    assert len(printing.shown) == 2
    assert _prints(made) == [0, 0, 0]


def test_two_receipts_on_one_page(
    school: Desk, page: ReceiptsPage, made: money.Desk, printing: RecordedPrinting
) -> None:
    school.key(Qt.Key.Key_Down, SHIFT)
    school.key(Qt.Key.Key_F8, SHIFT)
    ((_, pdf, _),) = printing.shown
    (sheet,) = printed.pages(pdf)
    assert NAMES[2] in sheet
    assert NAMES[1] in sheet
    assert _prints(made) == [0, 1, 1]


def test_a_void_keeps_its_number_and_gives_the_money_back(
    school: Desk,
    page: ReceiptsPage,
    made: money.Desk,
    messages: RecordedMessages,
    printing: RecordedPrinting,
) -> None:
    messages.answers.append("ghi nhầm em")
    school.key(Qt.Key.Key_F7)
    row = receipts.receipts_of_book(made.ctx, made.book_id)[2]
    assert row.void_reason == "ghi nhầm em"
    assert made.enrolment(2).paid == 0
    assert "0000003" in messages.asked[-1]
    school.key(Qt.Key.Key_F8)
    assert "ghi nhầm em" in printed.words(printing.shown[0][1])


def test_a_void_given_up_changes_nothing(
    school: Desk, page: ReceiptsPage, made: money.Desk, messages: RecordedMessages
) -> None:
    messages.answers.append(None)
    school.key(Qt.Key.Key_F7)
    assert made.enrolment(2).paid == OWN_SHARE


def test_a_book_of_each_kind_is_registered(
    school: Desk, page: ReceiptsPage, made: money.Desk, messages: RecordedMessages
) -> None:
    messages.answers.append(
        {
            "kind": BookKind.PRE_PRINTED.value,
            "serial": "XY/26P",
            "book_number": "09",
            "first_number": 901,
            "last_number": 950,
        }
    )
    school.key(Qt.Key.Key_N, CTRL)
    books = {book.serial: book for book in receipt_books.usable_books(made.ctx)}
    assert (books["XY/26P"].first_number, books["XY/26P"].kind) == (901, BookKind.PRE_PRINTED)


def test_the_usage_sheet_of_the_book_shown(
    school: Desk, page: ReceiptsPage, printing: RecordedPrinting
) -> None:
    school.tab_to(page.places.lines)
    for _ in range(2):
        school.key(Qt.Key.Key_Down)
    school.key(Qt.Key.Key_F6)
    ((_, pdf, _),) = printing.shown
    assert "HS/26E" in printed.words(pdf) or "AB/26P" in printed.words(pdf)


def test_a_stack_is_entered_from_here_and_esc_comes_back(school: Desk, page: ReceiptsPage) -> None:
    school.key(Qt.Key.Key_B, CTRL)
    assert isinstance(school.page(), StackPage)
    school.key(Qt.Key.Key_Escape)
    assert school.page() is page
