"""Every page of the school in both languages and two text sizes: whole, named, reached by Tab."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from ssdesk.services import remittances
from ssdesk.services.cards import RecordCard, record_cards
from ssdesk.services.context import Context
from ssdesk.services.pupils import get_pupil
from ssdesk.settings import Theme, UiLanguage
from ssdesk.ui import translation
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import CHIP_ROLE
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.pages.settings.settings_page import SettingsPage
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.chip import Chip, chip_width
from ssdesk.ui.widgets.labels import Words
from tests.services.collecting import collecting
from tests.ui.conftest import Desk, picture

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
        found = [*_cut(page), *_covered(page), *_unnamed(page), *_cut_in_grids(page)]
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
        found = [*_cut(page), *_covered(page), *_unnamed(page)]
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
        found = [*_cut(page), *_covered(page), *_unnamed(page), *_cut_in_grids(page)]
        faults += [f"{name}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("school", DRESSES[:1], indirect=True)
def test_tab_comes_to_everything_and_shows_where_it_is(school: Desk) -> None:
    faults: list[str] = []
    for entry in SCHOOL_PAGES:
        page = _open(school, entry.page.name)
        seen: set[QWidget] = set()
        stops = _stops(page)
        for _ in range(len(stops) * 3 + 40):
            at = school.focused()
            if page.isAncestorOf(at) and at not in seen:
                seen.add(at)
                if not _shows_focus(at, school.window.top.search):
                    faults.append(f"{page.name}: no focus to be seen on {_name(at)}")
            QTest.keyClick(school.focused(), Qt.Key.Key_Tab)
        faults += [f"{page.name}: Tab skips {_name(stop)}" for stop in stops if stop not in seen]
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


def _name(widget: QWidget) -> str:
    words = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {widget.objectName()} “{words or widget.accessibleName()}”"


def _shown(page: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [
        each for each in page.findChildren(kind) if each.isVisible() and not each.size().isEmpty()
    ]


# Cut ----------------------------------------------------------------------------------------


def _cut(page: Page) -> Iterator[str]:
    for label in _shown(page, QLabel):
        assert isinstance(label, QLabel)
        if _is_too_small(label):
            yield f"cut: {_name(label)} in {label.width()} × {label.height()}"
    for button in _shown(page, QPushButton):
        assert isinstance(button, QPushButton)
        needed = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text())
        if button.property("kind") != "choice" and needed.width() > button.width():
            yield f"cut: {_name(button)} in {button.width()}"
    for box in _shown(page, QComboBox):
        assert isinstance(box, QComboBox)
        if box.fontMetrics().horizontalAdvance(box.currentText()) > box.width() - worn().px(36):
            yield f"cut: {box.accessibleName()} “{box.currentText()}” in {box.width()}"


def _is_too_small(label: QLabel) -> bool:
    if not label.text() or label.textFormat() is Qt.TextFormat.RichText:
        return False
    room = label.contentsRect()
    if isinstance(label, Words) and label.wordWrap():
        return label.height_for(label.width()) > label.height() + 1
    size: QSize = label.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, label.text())
    return size.width() > room.width() + 1 or size.height() > room.height() + 3


def _cut_in_grids(page: Page) -> Iterator[str]:
    for grid in _shown(page, QTableView):
        assert isinstance(grid, QTableView)
        head = grid.horizontalHeader()
        for column in range(grid.model().columnCount()):
            if grid.isColumnHidden(column):
                continue
            title = str(grid.model().headerData(column, Qt.Orientation.Horizontal))
            if head.fontMetrics().horizontalAdvance(title) + worn().px(16) > head.sectionSize(
                column
            ):
                yield f"cut heading “{title}” in {grid.objectName()}"
            for row in range(grid.model().rowCount()):
                index = grid.model().index(row, column)
                chip = index.data(CHIP_ROLE)
                room = head.sectionSize(column) - worn().px(16)
                if isinstance(chip, Chip) and chip_width(chip.text) > room:
                    yield f"cut chip “{chip.text}” in {grid.objectName()}"
                text = str(index.data() or "")
                wide = QFontMetrics(worn().font(14)).horizontalAdvance(text)
                if text[:1].isdigit() and not isinstance(chip, Chip) and wide > room:
                    yield f"cut figure “{text}” in {grid.objectName()}"


# Covered ------------------------------------------------------------------------------------


def _covered(page: Page) -> Iterator[str]:
    parts = [
        each
        for kind in (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
        for each in _shown(page, kind)
        if each.visibleRegion().boundingRect().isValid()
    ]
    for one, other in combinations(parts, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        both = _seen(one, page).intersected(_seen(other, page))
        if both.width() > 1 and both.height() > 1:
            yield f"covered: {_name(one)} and {_name(other)}"


def _seen(widget: QWidget, page: Page) -> QRect:
    visible = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(page, visible.topLeft()), visible.size())


# Names and Tab ------------------------------------------------------------------------------


def _stops(page: Page) -> list[QWidget]:
    return [
        each
        for each in _shown(page, QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isEnabled()
        and each.focusProxy() is None
        and not isinstance(each, QScrollArea)
    ]


def _unnamed(page: Page) -> Iterator[str]:
    for stop in _stops(page):
        if not stop.accessibleName() and not _plain(getattr(stop, "text", str)()):
            yield f"no name: {_name(stop)}"


def _plain(text: str) -> str:
    document = QTextDocument()
    document.setPlainText(text.replace("&", ""))
    return document.toPlainText().strip()


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
