"""The frame around the pages, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from ssdesk.domain.pupil import PupilFacts
from ssdesk.services import backups
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.collecting import CollectRow
from ssdesk.services.context import Context
from ssdesk.services.pupils import SavePupil, facts_of, get_pupil, list_pupils, save_pupils
from ssdesk.services.receipts import Receipt, get_receipt
from ssdesk.settings import Theme, UiLanguage
from ssdesk.ui.actions import plain
from ssdesk.ui.bench import Bench
from ssdesk.ui.dialogs.keys import KeysDialog
from ssdesk.ui.dialogs.palette import Palette
from ssdesk.ui.help import HelpDialog, topics
from ssdesk.ui.main_window import MainWindow
from ssdesk.ui.pages import PageEntry
from ssdesk.ui.pages.example_page import ExamplePage
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.pages.school.collection.page import CollectionPage
from ssdesk.ui.pages.school.pupils.page import PupilsPage
from ssdesk.ui.pages.school.receipts.page import ReceiptsPage
from ssdesk.ui.pages.settings.settings_page import SettingsPage
from ssdesk.ui.theme import worn
from ssdesk.ui.translation import speak
from ssdesk.ui.widgets.keyed import KeyedPart
from ssdesk.ui.widgets.parts import EmptyState
from tests.services.collecting import collecting
from tests.ui.conftest import picture, press, type_in

CTRL = Qt.KeyboardModifier.ControlModifier
ENTRIES = (
    PageEntry(ExamplePage, "pupils", "Học sinh"),
    PageEntry(SettingsPage, "settings", "Cài đặt"),
)


@pytest.fixture
def window(qtbot: QtBot, bench: Bench, settle: Callable[[Bench], None]) -> MainWindow:
    command = SavePupil(PupilFacts("Nguyễn Văn Dũng", phone="0912345678"), class_name="10A1")
    save_pupils(bench.ctx, "2026-2027", (command,))
    made = MainWindow(bench, ENTRIES)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle(bench)
    return made


@pytest.fixture
def school(qtbot: QtBot, bench: Bench, settle: Callable[[Bench], None]) -> MainWindow:
    for name in ("Đàm Thị Ngọc Ánh", "Hoàng Gia Bảo"):
        save_pupils(bench.ctx, "2026-2027", (SavePupil(PupilFacts(name), class_name="10A1"),))
    made = MainWindow(bench, SCHOOL_PAGES)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle(bench)
    return made


def test_says_whose_desk_it_is(window: MainWindow) -> None:
    picture(window, "main")
    assert "Chu Văn An" in window.windowTitle()


def test_pages_by_key_and_by_the_rail(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Tab, CTRL)
    assert isinstance(window.current_page(), SettingsPage)
    press(window, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    rail = QApplication.focusWidget()
    assert isinstance(rail, QPushButton)
    press(rail, Qt.Key.Key_Up)
    press(QApplication.focusWidget(), Qt.Key.Key_Space)  # type: ignore[arg-type]
    assert isinstance(window.current_page(), ExamplePage)


def test_finds_a_person_without_tone_marks_and_a_command(
    window: MainWindow, bench: Bench, settle: Callable[[Bench], None], qtbot: QtBot
) -> None:
    wanted: list[tuple[str, str]] = []
    press(window, Qt.Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    palette.chosen.connect(lambda kind, key: wanted.append((kind, key)))
    line = palette.findChild(QLineEdit)
    assert line is not None
    type_in(line, "nguyen van dung")
    settle(bench)
    qtbot.waitUntil(lambda: "Nguyễn Văn Dũng" in palette.list.item(0).text(), timeout=3000)
    picture(palette, "palette")
    press(line, Qt.Key.Key_Return)
    entry = list_pupils(bench.ctx, "2026-2027")[0].entry_id
    assert wanted == [("person", entry)]

    press(window, Qt.Key.Key_K, CTRL)
    palette = window.findChildren(Palette)[-1]
    line = palette.findChild(QLineEdit)
    assert line is not None
    type_in(line, "cai dat")
    press(line, Qt.Key.Key_Return)
    assert isinstance(window.current_page(), SettingsPage)


def test_nothing_found_says_so(
    window: MainWindow, bench: Bench, settle: Callable[[Bench], None]
) -> None:
    press(window, Qt.Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    type_in(palette.line, "zzzz")
    settle(bench)
    assert palette.list.item(0).text() == "Không tìm thấy gì"
    palette.close()


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("percent", [100, 200])
def test_every_theme_and_size_keeps_its_frame_whole(
    window: MainWindow, bench: Bench, qtbot: QtBot, theme: Theme, percent: int
) -> None:
    worn().wear(theme, percent)
    qtbot.wait(30)
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768
    for part in (window.top.search, window.top.help, window.status.lock):
        corner = part.mapTo(window, part.rect().bottomRight())
        assert corner.x() < 1366
        assert corner.y() < 768
    picture(window, f"main_{theme.value}_{percent}")


@pytest.mark.parametrize("change", ["theme", "size", "language"])
def test_a_half_typed_form_survives(
    change: str, window: MainWindow, bench: Bench, settle: Callable[[Bench], None], qtbot: QtBot
) -> None:
    window.show_page("settings")
    settle(bench)
    field = _field(window, "bank_name")
    field.setFocus()
    field.setText("")
    type_in(field, "Ngân hàng Đồng Đăng")
    page = window.current_page()
    assert page is not None
    _dress(window, change)
    qtbot.waitUntil(lambda: _is_new(page, "field_bank_name", field), timeout=5000)
    settle(bench)
    assert _field(window, "bank_name").text() == "Ngân hàng Đồng Đăng"
    # What was not typed in shows what is stored.
    assert _field(window, "school_name").text() == "Trường THPT Chu Văn An"


@pytest.mark.parametrize("change", ["theme", "size", "language"])
def test_unsaved_cells_survive(
    change: str,
    bench: Bench,
    desk: Context,
    school: MainWindow,
    settle: Callable[[Bench], None],
    qtbot: QtBot,
) -> None:
    school.show_page("pupils")
    settle(bench)
    page = school.current_page()
    assert isinstance(page, PupilsPage)
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.model.index(1, 0))
    page.model.put_cells([(1, 0, "Hoàng Gia Bách")])
    type_in(page.grid, "H")
    # It might have been the first key of a card.
    qtbot.waitUntil(lambda: page.grid.viewport().findChild(QLineEdit) is not None, timeout=1000)
    editor = page.grid.viewport().findChild(QLineEdit)
    assert editor is not None
    type_in(editor, "oàng Gia Bình")
    before = page.model
    _dress(school, change)
    qtbot.waitUntil(lambda: page.model is not before, timeout=5000)
    settle(bench)
    assert [dict(edit.texts) for edit in page.model.edits()] == [{"full_name": "Hoàng Gia Bình"}]
    assert page.grid.currentIndex().row() == 1
    qtbot.waitUntil(page.grid.hasFocus, timeout=5000)
    press(page.grid, Qt.Key.Key_Z, CTRL)
    assert dict(page.model.edits()[0].texts) == {"full_name": "Hoàng Gia Bách"}
    press(page.grid, Qt.Key.Key_S, CTRL)
    settle(bench)
    assert "Hoàng Gia Bách" in {row.full_name for row in list_pupils(desk, "2026-2027")}


def test_what_is_typed_survives_other_pages_and_what_happens_meanwhile(
    bench: Bench, school: MainWindow, settle: Callable[[Bench], None], qtbot: QtBot
) -> None:
    school.show_page("settings")
    settle(bench)
    field = _field(school, "bank_name")
    field.setText("")
    type_in(field, "Ngân hàng Đồng Đăng")
    school.show_page("pupils")
    settle(bench)
    page = school.current_page()
    assert isinstance(page, PupilsPage)
    page.model.put_cells([(0, 0, "Đàm Thị Ánh")])
    school.show_page("overview")
    settle(bench)
    # A backup was made, a pupil came: both pages are read anew when shown again.
    backups.back_up(bench.ctx)
    save_pupils(bench.ctx, "2026-2027", (SavePupil(PupilFacts("Lê An"), class_name="10A1"),))
    bench.jobs.changed.emit(Changes(frozenset(Kind)), None)
    school.show_page("settings")
    settle(bench)
    assert _field(school, "bank_name").text() == "Ngân hàng Đồng Đăng"
    school.show_page("pupils")
    settle(bench)
    assert page.model.rowCount() == 3
    assert [dict(edit.texts) for edit in page.model.edits()] == [{"full_name": "Đàm Thị Ánh"}]


def _field(window: MainWindow, name: str) -> QLineEdit:
    page = window.current_page()
    assert page is not None
    found = page.findChild(QWidget, f"field_{name}")
    assert isinstance(found, QLineEdit)
    return found


def _is_new(page: QWidget, name: str, before: QWidget) -> bool:
    found = page.findChild(QWidget, name)
    return found is not None and found is not before


def _dress(window: MainWindow, change: str) -> None:
    if change == "language":
        speak(UiLanguage.EN)
    else:
        worn().wear(Theme.DARK, 125 if change == "size" else 100)


def test_unsaved_cells_of_a_page_behind_survive_another_theme(
    desk: Context, school: MainWindow, bench: Bench, settle: Callable[[Bench], None], qtbot: QtBot
) -> None:
    school.show_page("pupils")
    settle(bench)
    page = school.current_page()
    assert isinstance(page, PupilsPage)
    page.model.put_cells([(1, 0, "Hoàng Gia Bách")])
    school.show_page("settings")
    settle(bench)
    _dress(school, "theme")
    settle(bench)
    school.show_page("pupils")
    settle(bench)
    qtbot.wait(20)
    assert [dict(edit.texts) for edit in page.model.edits()] == [{"full_name": "Hoàng Gia Bách"}]
    page.grid.setFocus()
    press(page.grid, Qt.Key.Key_S, CTRL)
    settle(bench)
    assert "Hoàng Gia Bách" in {row.full_name for row in list_pupils(desk, "2026-2027")}


def test_another_size_leaves_the_keyboard_where_it_was(
    window: MainWindow, bench: Bench, settle: Callable[[Bench], None], qtbot: QtBot
) -> None:
    bench.preferences.changed.connect(
        lambda: worn().wear(Theme.LIGHT, bench.preferences.now.text_percent)
    )
    window.show_page("settings", "appearance")
    settle(bench)
    before = window.findChild(QWidget, "choose_text_size_100")
    assert isinstance(before, QWidget)
    before.setFocus()
    press(before, Qt.Key.Key_Right)
    wanted = "choose_text_size_115"
    first = window.findChild(QWidget, wanted)
    assert isinstance(first, QWidget)
    qtbot.waitUntil(lambda: _is_new(window, wanted, first), timeout=5000)
    settle(bench)
    made = window.findChild(QWidget, wanted)
    assert isinstance(made, QWidget)
    qtbot.waitUntil(made.hasFocus, timeout=5000)


def test_every_key_of_the_page_is_told(
    school: MainWindow, bench: Bench, settle: Callable[[Bench], None], qtbot: QtBot
) -> None:
    school.show_page("pupils")
    settle(bench)
    told: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, KeysDialog):
            waiting.stop()
            told.append(dialog.text())
            dialog.reject()

    waiting = QTimer()
    waiting.timeout.connect(read)
    waiting.start(20)
    press(school, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    page = school.current_page()
    assert page is not None
    assert page.table is not None
    for action in (*page.table.actions, *school._actions()):
        if action.shortcut:
            assert plain(action.text) in told[0]
    assert "Ctrl+D: điền xuống" in told[0]
    assert "F4: mở danh sách chọn" not in told[0]


@pytest.mark.parametrize("percent", [100, 150])
def test_pictures_of_the_help_fit_their_page(
    window: MainWindow, qtbot: QtBot, percent: int
) -> None:
    worn().wear(Theme.LIGHT, percent)
    dialog = HelpDialog("pupils", window)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.wait(20)
    picture(dialog, f"help_{percent}")
    page = dialog.findChild(QTextBrowser)
    assert page is not None
    assert dialog.width() <= dialog.screen().availableSize().width()
    assert page.document().idealWidth() <= page.viewport().width()
    assert page.horizontalScrollBar().maximum() == 0


def test_help_opens_on_the_page_one_is_on(window: MainWindow, qtbot: QtBot) -> None:
    names = [name for name, _ in topics()]
    assert names[0] == "start"
    dialog = HelpDialog(names[-1], window)
    qtbot.addWidget(dialog)
    dialog.show()
    picture(dialog, "help")
    assert dialog.text()
    unknown = HelpDialog("nothing-like-it", window)
    qtbot.addWidget(unknown)
    assert "ssdesk" in unknown.text()


@pytest.mark.parametrize("entry", SCHOOL_PAGES, ids=lambda entry: entry.page.name)
@pytest.mark.parametrize("language", list(UiLanguage))
def test_no_key_means_two_things(
    entry: PageEntry, language: UiLanguage, window: MainWindow, bench: Bench, qtbot: QtBot
) -> None:
    speak(language)
    page = entry.page(bench)
    qtbot.addWidget(page)
    assert page.table is not None
    actions = (*page.table.actions, *window._actions())
    keys = [action.shortcut for action in actions if action.shortcut]
    assert sorted(keys) == sorted(set(keys))
    texts = [action.text.lower() for action in page.table.actions if not action.hidden]
    letters = [text[text.index("&") + 1] for text in texts if "&" in text]
    assert sorted(letters) == sorted(set(letters))
    assert len(letters) == len(texts)
    # Of the settings one part is shown at a time.
    for group in () if page.name == "settings" else _lettered(page):
        inside = [text[text.index("&") + 1].lower() for text in group]
        assert sorted(letters + inside) == sorted({*letters, *inside}), group


def _lettered(page: Page) -> tuple[list[str], list[str]]:
    """Texts with a letter of what can be seen together below the head: first steps, the rest."""
    assert page.table is not None
    found: tuple[list[str], list[str]] = [], []
    kinds = (*page.findChildren(QPushButton), *page.findChildren(QLabel))
    for widget in kinds:
        bound = isinstance(widget, QPushButton) or widget.buddy() is not None
        if bound and "&" in widget.text().replace("&&", "") and not _within(widget, page.header):
            found[0 if _within(widget, EmptyState) else 1].append(widget.text())
    return found


def _within(widget: QWidget, place: QWidget | type[QWidget]) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if above is place or (isinstance(place, type) and isinstance(above, place)):
            return True
        above = above.parentWidget()
    return False


@pytest.mark.parametrize("entry", SCHOOL_PAGES, ids=lambda entry: entry.page.name)
@pytest.mark.parametrize("language", UiLanguage)
def test_every_page_has_its_help(entry: PageEntry, language: UiLanguage) -> None:
    speak(language)
    assert entry.page.name in [name for name, _ in topics()]


def test_the_help_speaks_the_language_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    speak(UiLanguage.EN)
    dialog = HelpDialog("money_on", window)
    qtbot.addWidget(dialog)
    dialog.show()
    picture(dialog, "help_en")
    assert "From teacher to cashier" in dialog.text()


def test_finds_a_receipt_by_its_number(
    bench: Bench, desk: Context, settle: Callable[[Bench], None], qtbot: QtBot
) -> None:
    owing = collecting(desk, ("Đàm Thị Ngọc Ánh", "Hoàng Gia Bảo"))
    receipt = get_receipt(desk, owing.pay(0))
    owing.pay(1)
    window = MainWindow(bench, SCHOOL_PAGES)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    settle(bench)
    press(window, Qt.Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    type_in(palette.line, str(receipt.number))
    settle(bench)
    settle(bench)
    press(palette.line, Qt.Key.Key_Return)
    settle(bench)
    settle(bench)
    page = window.current_page()
    assert isinstance(page, ReceiptsPage)
    qtbot.waitUntil(lambda: isinstance(page.grid.current_row(), Receipt), timeout=3000)
    chosen = page.grid.current_row()
    assert isinstance(chosen, Receipt)
    assert chosen.id == receipt.id


def test_a_card_scanned_on_the_overview_finds_its_pupil(
    bench: Bench,
    desk: Context,
    school: MainWindow,
    settle: Callable[[Bench], None],
    qtbot: QtBot,
) -> None:
    facts = PupilFacts("Vi Thị Diệp", personal_id="020310004512")
    (known,) = save_pupils(desk, "2026-2027", (SavePupil(facts, class_name="10A1"),)).entry_ids
    school.show_page("overview")
    school.current_page().refresh(None)  # type: ignore[union-attr]
    settle(bench)
    part = next(part for part in school.findChildren(KeyedPart) if part.isVisible() and part.keys())
    part.setFocus()
    type_in(part, "020310004512||Vi Thị Diệp|15092010|Nữ|Phường Đông Kinh|01012024")
    press(part, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(school.current_page(), PupilsPage), timeout=5000)
    settle(bench)
    page = school.current_page()
    assert isinstance(page, PupilsPage)
    qtbot.waitUntil(lambda: page.listing.current() is not None, timeout=5000)
    found = page.listing.current()
    assert found is not None
    assert found.entry_id == known
    assert page.model.edits() == ()


def test_a_card_scanned_while_collecting_finds_the_pupil_there(
    bench: Bench, desk: Context, settle: Callable[[Bench], None], qtbot: QtBot
) -> None:
    owing = collecting(desk, ("Đàm Thị Ngọc Ánh", "Vi Thị Diệp"))
    entry_id = owing.entries[1]
    facts = replace(facts_of(get_pupil(desk, entry_id)), personal_id="020310004512")
    save_pupils(desk, "2026-2027", (SavePupil(facts, entry_id),))
    window = MainWindow(bench, SCHOOL_PAGES)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.show_page("collection")
    settle(bench)
    qtbot.wait(20)
    page = window.current_page()
    assert isinstance(page, CollectionPage)
    type_in(page.grid, "020310004512||Vi Thị Diệp|15092010|Nữ|Phường Đông Kinh|01012024")
    press(page.grid, Qt.Key.Key_Return)
    qtbot.wait(20)
    settle(bench)
    assert window.current_page() is page
    row = page.grid.current_row()
    assert isinstance(row, CollectRow)
    assert row.pupil.full_name == "Vi Thị Diệp"
