"""The way into a desk and out of it, with real doors."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ssdesk.clock import FixedClock
from ssdesk.rulepacks.loader import load_rule_book
from ssdesk.services import accounts, backups
from ssdesk.services.context import open_desk
from ssdesk.settings import UiLanguage
from ssdesk.ui import door_work, window_place
from ssdesk.ui.dialogs.login import LoginWindow
from ssdesk.ui.door_work import Doors
from ssdesk.ui.forms.dialog import FormDialog
from ssdesk.ui.jobs import JobRunner
from ssdesk.ui.main_window import MainWindow
from ssdesk.ui.pages.first_start.wizard import FirstStart
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.preferences import Preferences
from ssdesk.ui.shell import Hands, Shell
from tests.conftest import LOGIN, PASSWORD
from tests.ui.conftest import RecordedMessages, RecordedPrinting, picture, press, type_in


@dataclass
class House:
    shell: Shell
    jobs: JobRunner
    preferences: Preferences
    place: Path


@pytest.fixture
def house(
    qtbot: QtBot,
    tmp_path: Path,
    desk_template: Path,
    messages: RecordedMessages,
    printing: RecordedPrinting,
) -> Iterator[House]:
    place = tmp_path / "desk"
    shutil.copytree(desk_template, place)
    jobs, preferences = JobRunner(), Preferences(tmp_path / "settings")
    clock = FixedClock(datetime(2026, 9, 5, 8, 0))
    doors = Doors(clock, lambda: clock, load_rule_book, tmp_path / "demo")
    hands = Hands(jobs, messages, preferences, printing)
    shell = Shell(hands, doors, lambda: SCHOOL_PAGES)
    yield House(shell, jobs, preferences, place)
    shell.close()
    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    QApplication.sendPostedEvents(None, 52)


def _front(house: House) -> QWidget:
    front = house.shell.front
    assert front is not None
    return front


def _active(house: House, qtbot: QtBot) -> QWidget:
    front = _front(house)
    with qtbot.waitActive(front):
        front.activateWindow()
    return front


def _enter(house: House, qtbot: QtBot) -> MainWindow:
    house.shell.open_store(house.place)
    door = _active(house, qtbot)
    assert isinstance(door, LoginWindow)
    door.card.greet("Mở bàn làm việc", "", LOGIN)
    type_in(door.card.form.editor("password"), PASSWORD)
    press(door.card.form.editor("password"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(house.shell.front, MainWindow), timeout=10000)
    window = _active(house, qtbot)
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: house.jobs.is_idle, timeout=10000)
    return window


def test_a_wrong_password_is_refused_with_a_sentence(house: House, qtbot: QtBot) -> None:
    house.shell.open_store(house.place)
    door = _active(house, qtbot)
    assert isinstance(door, LoginWindow)
    picture(door, "login")
    type_in(door.card.form.editor("password"), "không phải")
    press(door.card.form.editor("password"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.jobs.is_idle, timeout=10000)
    qtbot.waitUntil(lambda: door.card.form.isEnabled(), timeout=5000)
    picture(door, "login_refused")
    assert "ật khẩu" in door.card._note._text.text()
    assert house.shell.front is door


def test_enter_lock_unlock_and_leave_with_a_backup(house: House, qtbot: QtBot) -> None:
    window = _enter(house, qtbot)
    assert house.preferences.now.last_login == LOGIN
    press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    lock = _active(house, qtbot)
    assert isinstance(lock, LoginWindow)
    assert not window.isVisible()
    picture(lock, "lock")
    type_in(lock.card.form.editor("password"), PASSWORD)
    press(lock.card.form.editor("password"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.isVisible(), timeout=10000)
    with qtbot.waitSignal(house.shell.ended):
        window.close()
    assert list((house.place / "backups").iterdir())


def test_windows_keep_their_place(house: House, qtbot: QtBot, tmp_path: Path) -> None:
    house.shell.open_store(house.place)
    _front(house).showMaximized()
    window = _enter(house, qtbot)
    assert window.isMaximized()
    press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    lock = _active(house, qtbot)
    assert isinstance(lock, LoginWindow)
    assert lock.isMaximized()
    lock.showNormal()
    # The screen of the tests is narrower than a window may be.
    lock.setGeometry(20, 30, 780, 650)
    type_in(lock.card.form.editor("password"), PASSWORD)
    press(lock.card.form.editor("password"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.isVisible(), timeout=10000)
    assert not window.isMaximized()
    assert window.height() == 650
    window.close()
    kept = Preferences(tmp_path / "settings").now.window_place
    again = QWidget()
    qtbot.addWidget(again)
    window_place.put(again, kept)
    assert again.height() == 650
    assert not again.isMaximized()


def test_a_small_screen_is_filled(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert window.screen().availableSize().width() < window_place.DESIGNED.width()
    window_place.put(window, "")
    assert window.isMaximized()


def test_somebody_else_comes_to_a_locked_desk(
    house: House, qtbot: QtBot, messages: RecordedMessages
) -> None:
    window = _enter(house, qtbot)
    press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    lock = _active(house, qtbot)
    other = lock.findChild(QPushButton, "login_other")
    assert isinstance(other, QPushButton)
    picture(lock, "lock_other")
    other.setFocus()
    press(other, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.shell.front is not lock, timeout=10000)
    door = _active(house, qtbot)
    assert isinstance(door, LoginWindow)
    assert door.findChild(QPushButton, "login_recover").isVisible()
    assert _enter(house, qtbot) is not window


def test_another_language_at_once(house: House, qtbot: QtBot) -> None:
    window = _enter(house, qtbot)
    button = window.rail.findChild(QPushButton, "rail_" + SCHOOL_PAGES[0].page.name)
    window.switch_language()
    qtbot.waitUntil(lambda: button.text().strip() == "Overview", timeout=5000)
    assert house.preferences.now.language is UiLanguage.EN
    picture(window, "main_en")
    window.switch_language()
    qtbot.waitUntil(lambda: button.text().strip() == "Tổng quan", timeout=5000)


def test_no_store_yet_begins_with_the_first_start(
    house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    house.shell.open_store(tmp_path / "new")
    assert isinstance(_front(house), FirstStart)


def test_a_first_start_that_was_cut_comes_back(house: House, qtbot: QtBot, tmp_path: Path) -> None:
    house.shell.open_store(tmp_path / "new")
    wizard = _active(house, qtbot)
    assert isinstance(wizard, FirstStart)
    wizard.go_on()
    type_in(wizard.form("school").editor("school_name"), "Trường Tiểu học Ba Vì")
    type_in(wizard.form("safety").editor("password"), "mat-khau-cua-toi")
    kept = Preferences(tmp_path / "settings").first_start()
    assert kept["school.school_name"] == "Trường Tiểu học Ba Vì"
    assert "mat-khau-cua-toi" not in kept.values()
    house.shell.open_store(tmp_path / "new")
    again = _front(house)
    assert isinstance(again, FirstStart)
    assert again.texts()["school.school_name"] == "Trường Tiểu học Ba Vì"


def test_a_desk_is_made_and_opened(
    house: House, qtbot: QtBot, tmp_path: Path, printing: RecordedPrinting
) -> None:
    house.shell.open_store(tmp_path / "new")
    wizard = _active(house, qtbot)
    assert isinstance(wizard, FirstStart)
    wizard.set_texts(
        {
            "school.school_name": "Trường Tiểu học Ba Vì",
            "school.school_code": "TH0001",
            "school.address": "Xã Ba Vì",
            "school.province_code": "20",
            "school.first_grade": "1",
            "school.last_grade": "5",
            "office.office_name": "BHXH cơ sở",
            "office.collector_name": "Lý Thị Sáu",
            "safety.full_name": "Lý Thị Sáu",
            "safety.login": "sau",
            "safety.password": "mot-cau-dai-day",
            "safety.password_again": "mot-cau-dai-day",
        }
    )
    for _ in range(6):
        wizard.go_on()
    qtbot.waitUntil(lambda: wizard.place == 6, timeout=20000)
    sheet = wizard.findChild(QPushButton, "recovery_sheet")
    press(sheet, Qt.Key.Key_Space)
    assert printing.shown[0][1].startswith(b"%PDF")
    wizard._kept.setChecked(True)
    wizard.go_on()
    qtbot.waitUntil(lambda: isinstance(house.shell.front, MainWindow), timeout=10000)
    qtbot.waitUntil(lambda: house.jobs.is_idle, timeout=10000)
    assert "Ba Vì" in _front(house).windowTitle()
    assert Preferences(tmp_path / "settings").first_start() == {}


def test_a_forgotten_password_and_the_printed_code(
    house: House, qtbot: QtBot, messages: RecordedMessages
) -> None:
    house.shell.open_store(house.place)
    door = _active(house, qtbot)
    assert isinstance(door, LoginWindow)
    messages.answers.append({"code": "ABCD", "password": "mot-cau-dai-day"})
    door.card.recovery_wanted.emit()
    qtbot.waitUntil(lambda: house.jobs.is_idle, timeout=10000)
    assert house.shell.front is door
    assert door.card._note._text.text()


def test_restores_a_backup_into_a_new_place(
    house: House, qtbot: QtBot, messages: RecordedMessages, tmp_path: Path
) -> None:
    made = _back_up_and_begin_anew(house, qtbot, tmp_path)
    messages.answers += [made, {"login": LOGIN, "old_password": PASSWORD}, {}]
    _restore(house, qtbot)
    assert (tmp_path / "other").is_dir()
    assert messages.kinds.endswith("(*.zip)")
    assert messages.start == house.place / "backups"


def test_the_recovery_code_restores_a_backup(
    house: House, qtbot: QtBot, messages: RecordedMessages, tmp_path: Path
) -> None:
    clock = FixedClock(datetime(2026, 9, 5, 8, 0))
    ctx = open_desk(house.place, LOGIN, PASSWORD, clock)
    code = accounts.renew_recovery_code(ctx)
    ctx.close()
    made = _back_up_and_begin_anew(house, qtbot, tmp_path)
    new = "mot-cau-moi-hoan-toan"
    answer = {"login": LOGIN, "code": code, "password": new, "password_again": new}
    messages.answers += [made, answer, {}]
    _restore(house, qtbot)
    house.shell.close()
    open_desk(tmp_path / "other", LOGIN, new, clock).close()


def test_a_restore_needs_the_password_or_the_code(qtbot: QtBot) -> None:
    dialog = FormDialog(door_work.restore_request(), None)
    qtbot.addWidget(dialog)
    type_in(dialog.form.editor("login"), LOGIN)
    dialog.form.save()
    assert dialog.result() == 0
    type_in(dialog.form.editor("code"), "ABCD")
    type_in(dialog.form.editor("password"), "mot-cau-moi-hoan-toan")
    dialog.form.save()
    assert dialog.result() == 0, "the new password is typed twice"
    type_in(dialog.form.editor("password_again"), "mot-cau-moi-hoan-toan")
    dialog.form.save()
    assert dialog.result() == 1


def _back_up_and_begin_anew(house: House, qtbot: QtBot, tmp_path: Path) -> Path:
    window = _enter(house, qtbot)
    ctx = house.shell._ctx
    assert ctx is not None
    made = backups.back_up(ctx).made.path
    window.hide()
    ctx.close()
    house.shell.open_store(tmp_path / "other")
    return made


def _restore(house: House, qtbot: QtBot) -> None:
    before = house.shell._window
    wizard = _active(house, qtbot)
    assert isinstance(wizard, FirstStart)
    wizard.restore_wanted.emit()
    qtbot.waitUntil(
        lambda: isinstance(house.shell.front, MainWindow) and house.shell.front is not before,
        timeout=20000,
    )
    qtbot.waitUntil(lambda: house.jobs.is_idle, timeout=10000)
