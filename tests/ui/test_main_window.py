"""The frame around the pages."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from ssdesk.ui.bench import Bench
from ssdesk.ui.main_window import MainWindow
from ssdesk.ui.pages.school import SCHOOL_PAGES
from tests.ui.conftest import picture


def test_shows_desk_rules_and_first_page(
    qtbot: QtBot, bench: Bench, settle: Callable[[Bench], None]
) -> None:
    window = MainWindow(bench, SCHOOL_PAGES)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    settle(bench)
    picture(window, "main")
    assert "Chu Văn An" in window.windowTitle()
