"""Settings of the desk, by keyboard, against the real store."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ssdesk.services import accounts, backups
from ssdesk.settings import Theme
from ssdesk.ui.bench import Bench
from ssdesk.ui.pages.settings.accounts_section import AccountsSection
from ssdesk.ui.pages.settings.appearance_section import AppearanceSection
from ssdesk.ui.pages.settings.profile_section import ProfileSection
from ssdesk.ui.pages.settings.settings_page import SettingsPage
from tests.conftest import PASSWORD
from tests.ui.conftest import RecordedMessages, RecordedPrinting, picture, press, type_in

Settle = Callable[[Bench], None]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(show_page: Callable[[type[SettingsPage]], SettingsPage]) -> SettingsPage:
    return show_page(SettingsPage)


def _down(page: SettingsPage, times: int) -> None:
    page.list.setFocus()
    for _ in range(times):
        press(page.list.lines, Qt.Key.Key_Down)


def test_a_changed_profile_is_kept(page: SettingsPage, bench: Bench, settle: Settle) -> None:
    picture(page, "settings_profile")
    section = page.sections["profile"]
    assert isinstance(section, ProfileSection)
    assert section.form is not None
    name = section.form.editor("school_name")
    assert name.text() == "Trường THPT Chu Văn An"  # type: ignore[attr-defined]
    type_in(name, " B")
    press(name, Qt.Key.Key_Return, CTRL)
    settle(bench)
    assert bench.ctx.profile().school_name == "Trường THPT Chu Văn An B"


def test_an_account_is_added_and_stopped(
    page: SettingsPage, bench: Bench, settle: Settle, messages: RecordedMessages
) -> None:
    _down(page, 1)
    section = page.sections["accounts"]
    assert isinstance(section, AccountsSection)
    messages.answers.append(
        {"full_name": "Lương Thị Mai", "login": "thu.quy", "password": "mot-cau-dai-day"}
    )
    press(page, Qt.Key.Key_S, CTRL)
    settle(bench)
    settle(bench)
    picture(page, "settings_accounts")
    assert {row.account.login for row in accounts.list_accounts(bench.ctx)} == {
        "van.thu",
        "thu.quy",
    }
    messages.answers.append(True)
    section.grid.go_to(
        next(r.account.id for r in section.model.rows() if r.account.login == "thu.quy")
    )
    section.stop_or_start()
    settle(bench)
    assert accounts.list_accounts(bench.ctx)[-1].disabled_at is not None


def test_a_wrong_old_password_changes_nothing(
    page: SettingsPage, bench: Bench, settle: Settle, messages: RecordedMessages
) -> None:
    section = page.sections["accounts"]
    assert isinstance(section, AccountsSection)
    messages.answers.append({"old": "không phải", "password": "mot-cau-dai-day"})
    section.change_own_password()
    settle(bench)
    assert messages.told
    accounts.confirm_password(bench.ctx, PASSWORD)


def test_a_new_recovery_sheet_is_shown(
    page: SettingsPage,
    bench: Bench,
    settle: Settle,
    messages: RecordedMessages,
    printing: RecordedPrinting,
) -> None:
    section = page.sections["accounts"]
    assert isinstance(section, AccountsSection)
    messages.answers.append(True)
    section.renew_recovery()
    settle(bench)
    assert printing.shown[0][1].startswith(b"%PDF")


def test_a_backup_now(page: SettingsPage, bench: Bench, settle: Settle) -> None:
    _down(page, 2)
    press(page, Qt.Key.Key_S, CTRL)
    settle(bench)
    settle(bench)
    picture(page, "settings_backups")
    assert len(backups.list_backups(bench.ctx)) == 1


def test_appearance_changes_where_the_arrows_stop(
    page: SettingsPage, bench: Bench, qtbot: QtBot
) -> None:
    _down(page, 4)
    picture(page, "settings_appearance")
    section = page.sections["appearance"]
    assert isinstance(section, AppearanceSection)
    taken: list[int] = []
    bench.preferences.changed.connect(lambda: taken.append(bench.preferences.now.text_percent))
    for wanted in ("choose_language_vi", "choose_theme_light", "choose_text_size_100"):
        press(_focused(page), Qt.Key.Key_Tab)
        assert _focused(page).objectName() == wanted
    for _ in range(3):
        press(_focused(page), Qt.Key.Key_Down)
    assert _focused(page).objectName() == "choose_text_size_150"
    qtbot.waitUntil(lambda: bool(taken), timeout=2000)
    assert taken == [150]
    press(_focused(page), Qt.Key.Key_Backtab)
    assert _focused(page).objectName() == "choose_theme_light"
    press(_focused(page), Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: bench.preferences.now.theme is Theme.DARK, timeout=2000)
    assert not page.findChild(QWidget, "action_primary").isVisible()


def _focused(page: QWidget) -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    assert page.isAncestorOf(found)
    return found
