"""Every form above the window, the search, the door and the wizard, in every dress: whole, named.

Whatever a page asks is asked for by pressing all its actions: a new form is in here by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ssdesk.domain.desk import DeskProfile
from ssdesk.domain.problems import Problem
from ssdesk.rulepacks.loader import load_rule_book
from ssdesk.services.context import Context
from ssdesk.services.desk import check_profile
from ssdesk.settings import Theme, UiLanguage
from ssdesk.ui import translation
from ssdesk.ui.actions import plain
from ssdesk.ui.dialogs.login import LoginWindow
from ssdesk.ui.door_work import recovery_request, restore_request
from ssdesk.ui.forms.dialog import FormDialog, FormRequest
from ssdesk.ui.forms.editors import FolderEditor
from ssdesk.ui.forms.field import Field, FieldKind, FormValues
from ssdesk.ui.pages.first_start.wizard import FirstStart
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.pages.settings.settings_page import SettingsPage
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.question import QuestionDialog
from tests.services.collecting import collecting
from tests.ui.conftest import Desk, RecordedMessages, picture
from tests.ui.whole import covered, cut, name_of, unnamed

# The smallest screens of today less their frame and task bar.
SCREEN = QSize(1366, 768)
NAMES = ("Nguyễn Hoàng Thị Phương Thảo", "Hoàng Gia Bảo", "Lò Văn Dũng")
DRESSES = (
    *product((Theme.LIGHT, Theme.DARK), (100, 150, 200)),
    (Theme.HIGH_CONTRAST, 150),
)
LANGUAGES = list(UiLanguage)


class Asked(RecordedMessages):
    """Keeps every form and question, and goes back from each."""

    def __init__(self) -> None:
        super().__init__()
        self.requests: dict[str, FormRequest] = {}
        self.questions: dict[str, tuple[str, str, str]] = {}

    def ask(self, parent: QWidget, title: str, text: str, yes: str) -> bool:
        self.questions[title] = (title, text, yes)
        return False

    def ask_reason(self, parent: QWidget, title: str, text: str, yes: str = "") -> str | None:
        reason = Field("reason", "&Lý do", FieldKind.LONG_TEXT, required=True)
        self.form(parent, FormRequest(title, (reason,), text=text, save=yes))
        return None

    def form(self, parent: QWidget, request: FormRequest) -> FormValues | None:
        self.requests[request.title] = request
        return None

    def open_file(
        self, parent: QWidget, title: str, kinds: str, start: Path | None = None
    ) -> Path | None:
        return None

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        return None

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        return None


@pytest.fixture
def messages() -> Asked:
    return Asked()


def _press_everything(school: Desk) -> None:
    for entry in SCHOOL_PAGES:
        school.window.show_page(entry.page.name)
        school.settle()
        page = school.page()
        assert page.table is not None
        for action in page.table.actions:
            if school.page() is page and page.table.is_enabled(action.name):
                page.table.trigger(action.name)
                school.settle()
            school.window.show_page(entry.page.name)
    page = school.page()
    assert isinstance(page, SettingsPage)
    for name in page.sections:
        page.open_at(name)
        school.settle()
        for button in page.findChildren(QPushButton):
            if isinstance(button.parentWidget(), FolderEditor) or button.isCheckable():
                continue
            if button.isVisible() and button.isEnabled():
                button.click()
                school.settle()


def _dresses(qtbot: QtBot) -> Iterator[str]:
    for theme, percent in DRESSES:
        worn().wear(theme, percent)
        qtbot.wait(1)
        yield f"{theme.value}_{percent}"


def _faults(widget: QWidget, qtbot: QtBot) -> list[str]:
    """What is wrong with a window of its own."""
    widget.show()
    qtbot.waitExposed(widget)
    qtbot.wait(5)
    found = [*cut(widget), *covered(widget), *unnamed(widget)]
    if widget.width() > SCREEN.width() or widget.height() > SCREEN.height():
        found.append(f"larger than the screen: {widget.width()} × {widget.height()}")
    found += [
        f"scrolls sideways: {name_of(area)}"
        for area in widget.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_and_question_is_whole_and_named(
    desk: Context,
    messages: Asked,
    open_school: Callable[[], Desk],
    language: UiLanguage,
    qtbot: QtBot,
) -> None:
    translation.speak(language)
    money = collecting(desk, NAMES, ("H'Hen Niê",))
    money.pay(0)
    money.pay(1, 300_000)
    school = open_school()
    _press_everything(school)
    school.window.close()
    for request in (recovery_request("van.thu"), restore_request()):
        messages.requests[request.title] = request
    assert len(messages.requests) > 12, sorted(messages.requests)
    assert messages.questions
    faults: list[str] = []
    for dress in _dresses(qtbot):
        for request in messages.requests.values():
            faults += _of_dialog(FormDialog(request, None), request.title, dress, qtbot)
        for title, text, yes in messages.questions.values():
            question = QuestionDialog(title, text, yes, "&Quay lại")
            faults += _of_dialog(question, title, dress, qtbot)
    assert faults == [], "\n".join(faults)


def _of_dialog(
    dialog: FormDialog | QuestionDialog, title: str, dress: str, qtbot: QtBot
) -> list[str]:
    found = _faults(dialog, qtbot)
    picture(dialog, f"dialog_{plain(title).replace('/', '-')}_{dress}")
    dialog.close()
    dialog.deleteLater()
    return [f"{dress} {title}: {fault}" for fault in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("locked", [False, True], ids=["door", "lock"])
def test_the_door_is_whole_and_named(language: UiLanguage, locked: bool, qtbot: QtBot) -> None:
    translation.speak(language)
    faults: list[str] = []
    for dress in _dresses(qtbot):
        window = LoginWindow(locked=locked)
        qtbot.addWidget(window)
        window.resize(SCREEN)
        window.card.greet("Trường THPT Chu Văn An", "Bàn làm việc đang khóa.", "van.thu")
        window.card.refuse("Mật khẩu không đúng. Hãy gõ lại, hoặc bấm Quên mật khẩu.")
        found = _faults(window, qtbot)
        picture(window, f"door_{'lock' if locked else 'open'}_{language.value}_{dress}")
        faults += [f"{dress}: {fault}" for fault in found]
        window.close()
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_the_wizard_is_whole_and_named(
    language: UiLanguage, messages: Asked, qtbot: QtBot
) -> None:
    translation.speak(language)

    def check(profile: DeskProfile) -> tuple[Problem, ...]:
        return check_profile(profile, load_rule_book(), date(2026, 9, 5))

    faults: list[str] = []
    for dress in _dresses(qtbot):
        wizard = FirstStart((("20", "20 · Lạng Sơn"),), check, messages, lambda *_: None)
        qtbot.addWidget(wizard)
        wizard.resize(SCREEN)
        for step in range(wizard._stack.count()):
            wizard._go(step)
            found = _faults(wizard, qtbot)
            picture(wizard, f"wizard_{step}_{language.value}_{dress}")
            faults += [f"{dress} step {step}: {fault}" for fault in found]
        wizard.close()
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_is_whole_and_named(
    language: UiLanguage, open_school: Callable[[], Desk], desk: Context, qtbot: QtBot
) -> None:
    translation.speak(language)
    collecting(desk, NAMES, ())
    school = open_school()
    faults: list[str] = []
    for dress in _dresses(qtbot):
        school.settle()
        school.window.open_palette()
        palette = QApplication.activePopupWidget()
        assert palette is not None
        qtbot.wait(10)
        found = [*cut(palette), *covered(palette), *unnamed(palette)]
        if not school.window.geometry().contains(palette.geometry()):
            found.append(f"over the edge: {palette.geometry()}")
        picture(palette, f"search_{language.value}_{dress}")
        faults += [f"{dress}: {fault}" for fault in found]
        palette.close()
    assert faults == [], "\n".join(faults)
