"""What tests of the window share: a bench over a real desk, recorded dialogs, typed letters."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ssdesk.services.context import Context
from ssdesk.settings import Theme, UiLanguage
from ssdesk.ui import error_text, theme, translation
from ssdesk.ui.bench import Bench
from ssdesk.ui.dialogs.preview import Before
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import FormValues, Value
from ssdesk.ui.jobs import JobRunner
from ssdesk.ui.main_window import MainWindow
from ssdesk.ui.pages import Page
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.preferences import Preferences

P = TypeVar("P", bound=Page)


@dataclass
class RecordedMessages:
    """Answers from a list; what was told and asked is kept."""

    answers: list[object] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    kinds: str = ""
    start: Path | None = None

    def error(self, parent: QWidget, error: Exception) -> None:
        self.told.append(error_text.of_error(error))

    def warn(self, parent: QWidget, text: str) -> None:
        self.told.append(text)

    def ask(self, parent: QWidget, title: str, text: str, yes: str) -> bool:
        self.asked.append(f"{title}: {text}")
        return bool(self._next())

    def ask_reason(self, parent: QWidget, title: str, text: str, yes: str = "") -> str | None:
        self.asked.append(f"{title}: {text}")
        answer = self._next()
        return None if answer is None else str(answer)

    def form(self, parent: QWidget, request: FormRequest) -> FormValues | None:
        """An answer is None or a mapping of the fields that differ from what was filled in."""
        self.asked.append(request.title)
        answer = self._next()
        if answer is None:
            return None
        assert isinstance(answer, dict)
        values: dict[str, Value] = dict.fromkeys(each.name for each in request.fields)
        values.update(request.values)
        values.update(answer)
        return FormValues(values)

    def open_file(
        self, parent: QWidget, title: str, kinds: str, start: Path | None = None
    ) -> Path | None:
        self.kinds, self.start = kinds, start
        return self._path(title)

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        return self._path(title)

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        return self._path(title)

    def _path(self, title: str) -> Path | None:
        self.asked.append(title)
        answer = self._next()
        return None if answer is None else Path(str(answer))

    def _next(self) -> object:
        assert self.answers, f"nobody answered: {self.asked[-1]}"
        return self.answers.pop(0)


@dataclass
class RecordedPrinting:
    """Keeps every PDF that would have been shown: title, bytes, file name."""

    shown: list[tuple[str, bytes, str]] = field(default_factory=list)

    printed: bool = True

    def show(
        self,
        parent: QWidget,
        title: str,
        pdf: bytes,
        file_name: str,
        before: Before | None = None,
    ) -> None:
        """The preview, then print; `printed` False is Esc."""
        self.shown.append((title, pdf, file_name))
        if self.printed and before is not None:
            before(lambda: None)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    qapp.setStyle("Fusion")
    theme.load_fonts()
    theme.worn().wear(Theme.LIGHT, 100)
    translation.speak(UiLanguage.VI)
    yield
    translation.speak(UiLanguage.VI)


@pytest.fixture
def messages() -> RecordedMessages:
    return RecordedMessages()


@pytest.fixture
def printing() -> RecordedPrinting:
    return RecordedPrinting()


@pytest.fixture
def bench(
    qapp: QApplication,
    desk: Context,
    tmp_path: Path,
    messages: RecordedMessages,
    printing: RecordedPrinting,
) -> Iterator[Bench]:
    jobs = JobRunner()
    yield Bench(desk, jobs, messages, Preferences(tmp_path / "settings"), printing)
    jobs.stop()


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[Bench], None]:
    """Waits until every job is done and its results are shown."""

    def wait(bench: Bench) -> None:
        qtbot.waitUntil(lambda: bench.jobs.is_idle, timeout=20000)

    return wait


@pytest.fixture
def show_page(
    qtbot: QtBot, bench: Bench, settle: Callable[[Bench], None]
) -> Callable[[type[P]], P]:
    """Shows a page as the window would, at the size left beside rail and bars."""

    def show(kind: type[P]) -> P:
        page = kind(bench)
        qtbot.addWidget(page)
        page.resize(1366 - 188, 768 - 82)
        bench.jobs.changed.connect(page.take_changes)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.enter()
        settle(bench)
        qtbot.wait(10)
        return page

    return show


@dataclass
class Desk:
    """The window of a school, driven by keys alone."""

    window: MainWindow
    bench: Bench
    qtbot: QtBot

    def settle(self) -> None:
        """Waits until every job is done, those too that results have started."""
        for _ in range(3):
            self.qtbot.wait(15)
            self.qtbot.waitUntil(lambda: self.bench.jobs.is_idle, timeout=20000)

    def page(self) -> Page:
        found = self.window.current_page()
        assert found is not None
        return found

    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        assert self.window.isAncestorOf(found)
        return found

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Presses one key where the keyboard is."""
        press(self.focused(), key, modifier)
        self.settle()

    def open(self, name: str) -> Page:
        """Alt and the page's number in the rail."""
        shown = [entry.page.name for entry in SCHOOL_PAGES if not entry.under]
        number = Qt.Key(Qt.Key.Key_0 + shown.index(name) + 1)
        press(self.focused(), number, Qt.KeyboardModifier.AltModifier)
        # A mnemonic clicks its button a moment later; then the page takes the keyboard.
        self.qtbot.waitUntil(
            lambda: self.page().name == name and self.page().isAncestorOf(self.focused()),
            timeout=5000,
        )
        self.settle()
        return self.page()

    def tab_to(self, widget: QWidget) -> None:
        """Tab until the keyboard is there; every stop must be seen."""
        for _ in range(40):
            if self.focused() is widget:
                return
            press(self.focused(), Qt.Key.Key_Tab)
            assert self.focused().isVisible()
        raise AssertionError(f"Tab never comes to {widget.objectName() or widget}")


@pytest.fixture
def open_school(qtbot: QtBot, bench: Bench) -> Callable[[], Desk]:
    """Opens the school's window over what the test has put into the store."""

    def show() -> Desk:
        window = MainWindow(bench, SCHOOL_PAGES)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        made = Desk(window, bench, qtbot)
        made.settle()
        return made

    return show


def type_in(widget: QWidget, text: str) -> None:
    """Types any letters; QTest.keyClicks aborts the process on accented ones."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Presses one key."""
    QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)


def picture(widget: QWidget, name: str) -> None:
    """Keeps a picture under $SSDESK_PICTURES, to be looked at."""
    folder = os.environ.get("SSDESK_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        QTest.qWait(60)
        assert widget.grab().save(str(Path(folder) / f"{name}.png"))


__all__ = ["Desk", "RecordedMessages", "RecordedPrinting", "picture", "press", "type_in"]
