"""Every page of the school in both languages and two text sizes: whole, named, reached by Tab."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from ssdesk.services import remittances
from ssdesk.services.cards import RecordCard, record_cards
from ssdesk.services.context import Context
from ssdesk.services.pupils import get_pupil
from ssdesk.settings import Theme, UiLanguage
from ssdesk.ui import translation
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.pages.settings.settings_page import SettingsPage
from ssdesk.ui.theme import worn
from tests.services.collecting import collecting
from tests.ui.conftest import Desk, picture
from tests.ui.whole import covered, cut, cut_in_grids, name_of, stops, unnamed

# Layout requests of a quarter of a second that a late job may cause.
_AT_REST = 20
NAMES = ("Nguyễn Hoàng Thị Phương Thảo", "Hoàng Gia Bảo", "Lò Văn Dũng")
DRESSES = [
    pytest.param((language, percent), id=f"{language.value}-{percent}")
    for language in UiLanguage
    for percent in (100, 150)
]


@pytest.fixture
def school(request: pytest.FixtureRequest, desk: Context, open_school: Callable[[], Desk]) -> Desk:
    """A school with something on every page: paid, printed, passed on, listed, still owing."""
    money = collecting(desk, NAMES, ("H'Hen Niê",))
    money.pay(0)
    money.pay(1, 300_000)
    holder = get_pupil(desk, money.entries[0]).person_id
    card = RecordCard(holder, "HS4200120878837", "HS", date(2025, 10, 1), date(2026, 9, 30))
    record_cards(desk, (card,))
    remittances.order_remittance(desk, remittances.OrderRemittance())
    language, percent = request.param
    worn().wear(Theme.LIGHT, percent)
    translation.speak(language)
    return open_school()


@pytest.mark.parametrize("school", DRESSES, indirect=True)
def test_nothing_is_cut_covered_or_unnamed(school: Desk, request: pytest.FixtureRequest) -> None:
    faults: list[str] = []
    for entry in SCHOOL_PAGES:
        page = _open(school, entry.page.name)
        picture(school.window, f"{request.node.callspec.id}_{page.name}")
        found = [*cut(page), *covered(page), *unnamed(page), *cut_in_grids(page)]
        faults += [f"{page.name}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", list(UiLanguage))
def test_an_empty_school_is_whole_too(
    language: UiLanguage, open_school: Callable[[], Desk], request: pytest.FixtureRequest
) -> None:
    worn().wear(Theme.DARK, 150)
    translation.speak(language)
    school = open_school()
    faults: list[str] = []
    for entry in SCHOOL_PAGES:
        page = _open(school, entry.page.name)
        picture(school.window, f"empty_{request.node.callspec.id}_{page.name}")
        found = [*cut(page), *covered(page), *unnamed(page)]
        faults += [f"{page.name}: {fault}" for fault in found]
        if not page.isAncestorOf(school.focused()):
            faults.append(f"{page.name}: the keyboard is elsewhere")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("school", DRESSES[2:3], indirect=True)
def test_every_part_of_the_settings_is_whole(school: Desk) -> None:
    page = _open(school, "settings")
    assert isinstance(page, SettingsPage)
    faults: list[str] = []
    for name in page.sections:
        page.open_at(name)
        school.settle()
        picture(school.window, f"settings_{name}")
        found = [*cut(page), *covered(page), *unnamed(page), *cut_in_grids(page)]
        faults += [f"{name}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("school", DRESSES[:1], indirect=True)
def test_tab_comes_to_everything_and_shows_where_it_is(school: Desk) -> None:
    faults: list[str] = []
    for entry in SCHOOL_PAGES:
        page = _open(school, entry.page.name)
        seen: set[QWidget] = set()
        wanted = stops(page)
        for _ in range(len(wanted) * 3 + 40):
            at = school.focused()
            if page.isAncestorOf(at) and at not in seen:
                seen.add(at)
                if not _shows_focus(at, school.window.top.search):
                    faults.append(f"{page.name}: no focus to be seen on {name_of(at)}")
            QTest.keyClick(school.focused(), Qt.Key.Key_Tab)
        faults += [f"{page.name}: Tab skips {name_of(stop)}" for stop in wanted if stop not in seen]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("school", DRESSES, indirect=True)
def test_a_page_that_nobody_touches_is_at_rest(school: Desk) -> None:
    restless = []
    for entry in SCHOOL_PAGES:
        page = _open(school, entry.page.name)
        QTest.qWait(150)
        watch = _Layouts()
        QApplication.instance().installEventFilter(watch)
        QTest.qWait(250)
        QApplication.instance().removeEventFilter(watch)
        if watch.count > _AT_REST:
            restless.append(f"{page.name}: {watch.count} times, last {watch.last}")
    assert restless == []


class _Layouts(QObject):
    """Counts how often anything asks to be laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.count, self.last = 0, ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.count += 1
            self.last = f"{type(watched).__name__} {watched.objectName()}"
        return False


def _open(school: Desk, name: str) -> Page:
    school.window.show_page(name)
    school.settle()
    return school.page()


def _shows_focus(widget: QWidget, elsewhere: QWidget) -> bool:
    if isinstance(widget, GridView) and not widget.model().rowCount():
        return True
    focused = widget.grab().toImage()
    elsewhere.setFocus()
    QApplication.processEvents()
    without = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return bool(focused != without)
