"""The collection page tells who is signed up, and its keys leave other parts theirs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from ssdesk.services.context import Context
from ssdesk.ui.pages.school.collection.page import CollectionPage
from tests.services.collecting import add_pupils, collecting
from tests.ui.conftest import Desk, press


def test_a_class_that_nobody_is_signed_up_of_has_no_tick(
    desk: Context, open_school: Callable[[], Desk]
) -> None:
    made = collecting(desk, ("Vi Thị Ánh",), ("Hoàng Chi",))
    made.pay(0)
    add_pupils(desk, ("Y Khŏt",), "12A1")
    page = open_school().open("collection")
    assert isinstance(page, CollectionPage)
    shown = {row.words: (row.value, row.tone) for row in page.classes.lines.rows}
    assert shown["10A1"] == ("✓", "")
    assert shown["11A1"] == ("1", "")
    assert shown["12A1"] == ("chưa ĐK", "act")


def test_space_belongs_to_whatever_has_the_keyboard(
    desk: Context, open_school: Callable[[], Desk]
) -> None:
    collecting(desk, ("Vi Thị Ánh",))
    school = open_school()
    page = school.open("collection")
    assert isinstance(page, CollectionPage)
    press(school.focused(), Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    holder = page.panel._holder
    assert school.focused() is holder
    press(holder, Qt.Key.Key_Space)
    school.qtbot.waitUntil(holder.view().isVisible)
    holder.hidePopup()
    assert not page._marked
    page.grid.setFocus()
    school.key(Qt.Key.Key_Space)
    assert len(page._marked) == 1
