"""Without a pre-printed book the stack page sends one back, by Esc too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from ssdesk.domain.receipt import BookKind
from ssdesk.services.context import Context
from tests.services.collecting import register_book
from tests.ui.conftest import Desk


def test_esc_goes_back_from_an_empty_stack(desk: Context, open_school: Callable[[], Desk]) -> None:
    register_book(desk, BookKind.PROGRAM_PRINTED, "HS/26E")
    school = open_school()
    school.open("receipts")
    school.window.show_page("stack")
    school.settle()
    assert school.page().name == "stack"
    school.key(Qt.Key.Key_Escape)
    assert school.page().name == "receipts"
