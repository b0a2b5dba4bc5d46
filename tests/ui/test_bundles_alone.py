"""A school that knows no office yet is led to where it introduces itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ssdesk.services.context import Context
from ssdesk.ui.pages.school.bundles.page import BundlesPage
from ssdesk.ui.pages.settings.settings_page import SettingsPage
from tests.services.collecting import collecting
from tests.ui.conftest import Desk


def test_without_an_office_the_first_step_is_a_button(
    desk: Context, open_school: Callable[[], Desk]
) -> None:
    collecting(desk, ("Vi Thị Ánh",))
    school = open_school()
    school.open("lists")
    school.key(Qt.Key.Key_F7)
    page = school.page()
    assert isinstance(page, BundlesPage)
    found = page.findChildren(QPushButton)
    (button,) = [each for each in found if "thẻ bàn" in each.text() and each.isVisible()]
    school.tab_to(button)
    school.key(Qt.Key.Key_Space)
    settings = school.page()
    assert isinstance(settings, SettingsPage)
    assert settings.list.value() == "desks"
