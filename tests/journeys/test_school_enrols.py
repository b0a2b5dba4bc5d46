"""A school's whole job through the real window, by keyboard alone: roster to list."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ssdesk.clock import FixedClock
from ssdesk.rulepacks.loader import load_rule_book
from ssdesk.settings import Theme, UiLanguage
from ssdesk.ui import theme, translation
from ssdesk.ui.dialogs.login import LoginWindow
from ssdesk.ui.door_work import Doors
from ssdesk.ui.jobs import JobRunner
from ssdesk.ui.main_window import MainWindow
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.pages.school.collection.page import CollectionPage
from ssdesk.ui.pages.school.lists.page import ListsPage
from ssdesk.ui.pages.school.money_on.page import MoneyOnPage
from ssdesk.ui.pages.school.pupils.page import PupilsPage
from ssdesk.ui.pages.school.receipts.page import ReceiptsPage
from ssdesk.ui.pages.school.roster_in.page import RosterInPage
from ssdesk.ui.preferences import Preferences
from ssdesk.ui.shell import Hands, Shell
from tests.conftest import LOGIN, PASSWORD
from tests.ui.conftest import RecordedMessages, RecordedPrinting, picture, press, type_in

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ROSTERS = Path(__file__).parent.parent / "data" / "rosters"
YEARLY = 683_100


@dataclass
class Desk:
    """The window and what stands in for dialogs and the printer."""

    qtbot: QtBot
    window: MainWindow
    jobs: JobRunner
    messages: RecordedMessages
    printing: RecordedPrinting

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=20000)
        self.qtbot.wait(20)
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=20000)

    def page(self) -> Page:
        page = self.window.current_page()
        assert page is not None
        return page

    def open(self, name: str) -> None:
        """Alt and the page's number, as shown in the rail."""
        shown = [entry.page.name for entry in SCHOOL_PAGES if not entry.under]
        number = shown.index(name) + 1
        self.key(Qt.Key(Qt.Key.Key_0 + number), ALT)
        self.qtbot.waitUntil(lambda: self.page().name == name, timeout=5000)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """One key where the keyboard is."""
        target: QWidget = QApplication.focusWidget() or self.window
        press(target, key, modifier)
        self.settle()


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    theme.load_fonts()
    theme.worn().wear(Theme.LIGHT, 100)
    translation.speak(UiLanguage.VI)


@pytest.fixture
def desk_open(qtbot: QtBot, tmp_path: Path, desk_template: Path) -> Iterator[Desk]:
    place = tmp_path / "desk"
    shutil.copytree(desk_template, place)
    jobs, messages, printing = JobRunner(), RecordedMessages(), RecordedPrinting()
    clock = FixedClock(datetime(2026, 9, 5, 8, 0))
    doors = Doors(clock, lambda: clock, load_rule_book, tmp_path / "demo")
    hands = Hands(jobs, messages, Preferences(tmp_path / "settings"), printing)
    shell = Shell(hands, doors, lambda: SCHOOL_PAGES)
    shell.open_store(place)
    door = shell.front
    assert isinstance(door, LoginWindow)
    with qtbot.waitActive(door):
        door.activateWindow()
    door.card.greet("Mở bàn làm việc", "", LOGIN)
    type_in(door.card.form.editor("password"), PASSWORD)
    press(door.card.form.editor("password"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(shell.front, MainWindow), timeout=10000)
    window = shell.front
    assert isinstance(window, MainWindow)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.activateWindow()
    desk = Desk(qtbot, window, jobs, messages, printing)
    desk.settle()
    yield desk
    shell.close()
    for top in QApplication.topLevelWidgets():
        top.deleteLater()
    QApplication.sendPostedEvents(None, 52)


def test_from_roster_to_list(desk_open: Desk, tmp_path: Path) -> None:
    desk = desk_open
    _bring_in_the_roster(desk)
    _open_a_round_and_sign_everyone_up(desk)
    _register_a_book(desk)
    _collect_three(desk)
    _void_one(desk)
    _pass_the_money_on(desk)
    _make_the_list(desk, tmp_path / "mau-so-3.xlsx")


def _bring_in_the_roster(desk: Desk) -> None:
    desk.open("pupils")
    desk.messages.answers.append(ROSTERS / "danh-sach-3-lop.xlsx")
    desk.key(Qt.Key.Key_O, CTRL)
    page = desk.page()
    assert isinstance(page, RosterInPage)
    assert len(page.model.rows()) == 123
    picture(desk.window, "journey_roster")
    desk.key(Qt.Key.Key_Return, CTRL)
    pupils = desk.page()
    assert isinstance(pupils, PupilsPage)
    assert len(pupils.model.rows()) == 123
    assert "123 em" in pupils.header.subtitle.text()


def _open_a_round_and_sign_everyone_up(desk: Desk) -> None:
    desk.open("collection")
    desk.messages.answers += [{}, True]
    desk.key(Qt.Key.Key_N, CTRL)
    desk.key(Qt.Key.Key_F4)
    page = desk.page()
    assert isinstance(page, CollectionPage)
    assert {row.owes for row in page.model.rows()} == {YEARLY}
    assert "123 em" in page.subtitle()


def _register_a_book(desk: Desk) -> None:
    desk.open("receipts")
    desk.messages.answers.append(
        {"serial": "BH26-20/E", "book_number": "01", "first_number": 1, "last_number": 200}
    )
    desk.key(Qt.Key.Key_N, CTRL)


def _collect_three(desk: Desk) -> None:
    desk.open("collection")
    page = desk.page()
    assert isinstance(page, CollectionPage)
    page.grid.setFocus()
    for _ in range(3):
        desk.key(Qt.Key.Key_Space)
    picture(desk.window, "journey_collect")
    desk.key(Qt.Key.Key_Return, CTRL)
    assert "còn 120 em" in page.subtitle()
    desk.key(Qt.Key.Key_F8)
    assert not desk.messages.told
    title, pdf, name = desk.printing.shown[-1]
    assert title == "3 biên lai"
    assert pdf.startswith(b"%PDF")
    assert name == "bien-lai-0000001.pdf"


def _void_one(desk: Desk) -> None:
    desk.open("receipts")
    page = desk.page()
    assert isinstance(page, ReceiptsPage)
    page.grid.setFocus()
    desk.messages.answers.append("ghi nhầm em")
    desk.key(Qt.Key.Key_F7)
    assert "3 biên lai, 1 đã hủy" in page.subtitle()
    picture(desk.window, "journey_receipts")


def _pass_the_money_on(desk: Desk) -> None:
    desk.open("money_on")
    page = desk.page()
    assert isinstance(page, MoneyOnPage)
    desk.messages.answers.append({})
    desk.key(Qt.Key.Key_F9)
    assert desk.printing.shown[-1][0] == "Lệnh chuyển tiền"
    desk.messages.answers.append({"bank_reference": "FT2624800012"})
    desk.key(Qt.Key.Key_F6)
    rows = page.order_model.rows()
    assert [(row.amount, row.bank_reference) for row in rows] == [(2 * YEARLY, "FT2624800012")]
    picture(desk.window, "journey_money_on")


def _make_the_list(desk: Desk, file: Path) -> None:
    desk.open("lists")
    page = desk.page()
    assert isinstance(page, ListsPage)
    desk.messages.answers.append(True)
    desk.key(Qt.Key.Key_Return, CTRL)
    made = page.model.rows()
    assert [(row.people, row.own_share, row.settled) for row in made] == [(2, 2 * YEARLY, True)]
    desk.messages.answers.append(file)
    desk.key(Qt.Key.Key_F6)
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}
    assert any("DANH SÁCH ĐỐI TƯỢNG THAM GIA BẢO HIỂM Y TẾ" in text for text in texts)
    picture(desk.window, "journey_lists")
