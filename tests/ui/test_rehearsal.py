"""What the door prepares while the password is being typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ssdesk.ui.bench import Bench
from ssdesk.ui.icons import pixmap
from ssdesk.ui.main_window import MainWindow
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.preferences import Preferences
from ssdesk.ui.rehearsal import rehearse


def test_leaves_no_widget_and_no_setting_behind(qtbot: QtBot, tmp_path: Path) -> None:
    before = set(QApplication.allWidgets())
    preferences = Preferences(tmp_path / "settings")
    kept = preferences.now
    rehearse(SCHOOL_PAGES, preferences)
    assert set(QApplication.allWidgets()) <= before
    assert preferences.now == kept


def test_the_window_draws_no_icon_anew(qtbot: QtBot, bench: Bench) -> None:
    pixmap.cache_clear()
    rehearse(SCHOOL_PAGES, bench.preferences)
    drawn = pixmap.cache_info().misses
    window = MainWindow(bench, SCHOOL_PAGES)
    qtbot.addWidget(window)
    assert pixmap.cache_info().misses == drawn
