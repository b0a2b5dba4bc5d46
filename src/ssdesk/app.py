"""The composition root: the one file that knows everyone."""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from ssdesk import paths
from ssdesk.clock import Clock, SystemClock
from ssdesk.errors import UserError

if TYPE_CHECKING:
    from ssdesk.domain.rulebook import RuleBook
    from ssdesk.ui.messages import Messages
    from ssdesk.ui.pages import PageEntry

_DESK = "desk"
_DEMO = "demo"


def open_window(store_dir: Path | None, demo: bool, today: date | None) -> int:
    """Open the window and stay until it is closed.

    Args:
        store_dir: folder of the store; None: the one used last, else the usual place.
        demo: the demo school, made on first use.
        today: work as if today were this date; a demo has its own day.

    Returns:
        Exit code 0.

    Raises:
        UserError: NO_SCREEN.
    """
    _need_screen()
    # Qt comes after the check: without a screen its platform plug-in aborts the process.
    from PySide6.QtWidgets import QApplication

    from ssdesk.ui import theme
    from ssdesk.ui.door_work import Doors
    from ssdesk.ui.jobs import JobRunner
    from ssdesk.ui.messages import WindowMessages
    from ssdesk.ui.preferences import Preferences
    from ssdesk.ui.printing import WindowPrinting
    from ssdesk.ui.shell import Hands, Shell

    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("another kind of application is running")
    app.setApplicationName("ssdesk")
    app.setStyle("Fusion")
    theme.load_fonts()
    messages = WindowMessages()
    preferences = Preferences(paths.settings_folder(), app)
    sys.excepthook = _LastDoor(messages)
    hands = Hands(JobRunner(app), messages, preferences, WindowPrinting(messages))
    demo_place = paths.data_folder() / _DEMO
    doors = Doors(SystemClock(today), partial(_demo_clock, today), _rules, demo_place)
    shell = Shell(hands, doors, _school_pages)
    shell.ended.connect(app.quit)
    if demo:
        shell.open_demo(store_dir or demo_place)
    else:
        last = preferences.now.last_store
        usual = Path(last) if last and Path(last).is_dir() else paths.data_folder() / _DESK
        shell.open_store(store_dir or usual)
    code = app.exec()
    shell.close()
    sys.excepthook = sys.__excepthook__
    return code


# What the door can do without is loaded after it is shown.


def _school_pages() -> tuple[PageEntry, ...]:
    from ssdesk.ui.pages.school import SCHOOL_PAGES

    return SCHOOL_PAGES


def _rules() -> RuleBook:
    from ssdesk.rulepacks.loader import load_rule_book

    return load_rule_book()


def _demo_clock(today: date | None) -> Clock:
    from ssdesk.services.demo.plan import DEMO_TODAY

    return SystemClock(today or DEMO_TODAY)


class _LastDoor:
    """Tells the person of an error that no other door caught; the log gets its place."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._telling = False

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        from PySide6.QtWidgets import QApplication

        window = QApplication.activeWindow()
        if not isinstance(error, Exception) or window is None or self._telling:
            sys.__excepthook__(kind, error, trace)
            return
        self._telling = True
        self._messages.error(window, error.with_traceback(trace))
        self._telling = False


def _need_screen() -> None:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise UserError("NO_SCREEN")
