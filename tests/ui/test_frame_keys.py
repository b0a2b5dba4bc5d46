"""The rail, the search and the pages in front, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ssdesk.domain.pupil import PupilFacts
from ssdesk.services.context import Context
from ssdesk.services.pupils import SavePupil, save_pupils
from ssdesk.settings import Theme
from ssdesk.ui.dialogs.keys import KeysDialog
from ssdesk.ui.dialogs.palette import Palette
from ssdesk.ui.forms.dialog import FormDialog, FormRequest
from ssdesk.ui.forms.field import Field, FieldKind
from ssdesk.ui.help import HelpDialog
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.pages.school.pupils.page import PupilsPage
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.parts import Choices
from ssdesk.ui.widgets.toast import Toast
from tests.ui.conftest import Desk, picture, press, type_in

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAMES = ("Nộp Thị Tiền", "Lò Bảo Cáo", "Hoàng Gia Bảo")


@pytest.fixture
def school(desk: Context, open_school: Callable[[], Desk]) -> Desk:
    for name in NAMES:
        save_pupils(desk, "2026-2027", (SavePupil(PupilFacts(name), class_name="10A1"),))
    return open_school()


def _search(school: Desk, text: str) -> Palette:
    school.window.open_palette()
    palette = school.window.findChildren(Palette)[-1]
    type_in(palette.line, text)
    school.settle()
    return palette


def test_arrows_in_the_rail_only_move_and_enter_opens(school: Desk) -> None:
    before = school.page()
    school.key(Qt.Key.Key_0, ALT)
    for wanted in ("rail_pupils", "rail_collection"):
        school.key(Qt.Key.Key_Down)
        assert school.focused().objectName() == wanted
        assert school.page() is before
    school.key(Qt.Key.Key_Home)
    assert school.focused().objectName() == "rail_overview"
    school.key(Qt.Key.Key_End)
    assert school.focused().objectName() == "rail_settings"
    school.key(Qt.Key.Key_Up)
    school.key(Qt.Key.Key_Return)
    assert school.page().name == "reports"
    assert school.page().isAncestorOf(school.focused())


@pytest.mark.parametrize("name", [entry.page.name for entry in SCHOOL_PAGES])
def test_tab_goes_from_the_rail_into_the_page_and_back(school: Desk, name: str) -> None:
    school.window.show_page(name)
    school.settle()
    school.key(Qt.Key.Key_0, ALT)
    school.key(Qt.Key.Key_Down)
    school.key(Qt.Key.Key_Tab)
    assert school.page().isAncestorOf(school.focused())
    for _ in range(30):
        if not school.page().isAncestorOf(school.focused()):
            break
        press(school.focused(), Qt.Key.Key_Backtab, SHIFT)
    assert school.window.rail.has_keyboard()
    assert school.focused().isChecked()  # type: ignore[attr-defined]


def test_ctrl_tab_walks_the_pages_of_the_rail(school: Desk) -> None:
    shown = [entry.page.name for entry in SCHOOL_PAGES if not entry.under]
    walked = []
    for _ in shown:
        walked.append(school.page().name)
        school.key(Qt.Key.Key_Tab, CTRL)
    assert walked == shown
    school.window.show_page("statement")
    school.settle()
    school.key(Qt.Key.Key_Tab, CTRL)
    assert school.page().name == shown[shown.index("money_on") + 1]


@pytest.mark.parametrize(
    ("text", "first"), [("nộp tiền", "Nộp tiền"), ("bao cao", "Báo cáo"), ("đợt", "Đợt thu")]
)
def test_a_pages_own_name_stands_above_pupils(school: Desk, text: str, first: str) -> None:
    palette = _search(school, text)
    assert palette.list.item(0).text().startswith(f"{first} ")
    palette.close()


def test_pupils_stand_above_what_only_holds_the_word(school: Desk) -> None:
    palette = _search(school, "tiền")
    lines = [palette.list.item(n).text() for n in range(palette.list.count())]
    palette.close()
    assert lines[0].startswith("Nộp Thị Tiền")
    assert any(line.startswith("Nộp tiền") for line in lines)


def test_people_that_come_later_do_not_move_what_is_chosen(school: Desk) -> None:
    school.window.open_palette()
    palette = school.window.findChildren(Palette)[-1]
    type_in(palette.line, "thu")
    press(palette.line, Qt.Key.Key_Down)
    chosen = palette.list.currentItem().text()
    school.settle()
    assert palette.list.currentItem().text() == chosen
    palette.close()


@pytest.mark.parametrize("entry", SCHOOL_PAGES, ids=lambda entry: entry.page.name)
def test_the_page_in_front_takes_the_keyboard_when_found_again(school: Desk, entry: object) -> None:
    name = entry.page.name  # type: ignore[attr-defined]
    school.window.show_page(name)
    school.settle()
    title = entry.words  # type: ignore[attr-defined]
    palette = _search(school, title)
    assert palette.list.item(0).text().startswith(f"{title} ")
    press(palette.line, Qt.Key.Key_Return)
    school.settle()
    assert school.page().name == name
    assert school.page().isAncestorOf(school.focused()), school.focused().objectName()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_search_stays_within_the_window(school: Desk, percent: int) -> None:
    worn().wear(Theme.LIGHT, percent)
    school.window.resize(1024, 640)
    school.settle()
    palette = _search(school, "")
    picture(palette, f"palette_{percent}")
    window = school.window.frameGeometry()
    assert window.contains(palette.frameGeometry()), (window, palette.frameGeometry())
    palette.close()
    assert QApplication.focusWidget() is not None


def _answered(school: Desk, dialog: QDialog, keys: Qt.KeyboardModifier) -> str:
    """What F1 with these keys shows above a dialog."""
    told: list[str] = []

    def read() -> None:
        above = QApplication.activeModalWidget()
        if isinstance(above, (KeysDialog, HelpDialog)):
            waiting.stop()
            picture(above, f"{type(above).__name__}_in_dialog")
            told.append(above.text())
            above.reject()

    waiting = QTimer()
    waiting.timeout.connect(read)
    waiting.start(20)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert dialog.isAncestorOf(focused)
    press(focused, Qt.Key.Key_F1, keys)
    waiting.stop()
    assert told, "nothing was shown"
    return told[0]


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        (SHIFT, ("Ngày ngân hàng ghi có.", "150909: là 15/09/2009", "Ctrl+Enter: lưu")),
        (Qt.KeyboardModifier.NoModifier, ("Tổng quan",)),
    ],
    ids=["Shift+F1", "F1"],
)
def test_f1_tells_of_the_page_behind_a_dialog_and_shift_f1_of_the_field(
    school: Desk, qtbot: QtBot, keys: Qt.KeyboardModifier, wanted: tuple[str, ...]
) -> None:
    fields = (
        Field("paid_on", "&Ngày nộp", FieldKind.DATE, help="Ngày ngân hàng ghi có."),
        Field("amount", "&Số tiền", FieldKind.MONEY),
    )
    dialog = FormDialog(FormRequest("Ghi ngày nộp", fields), school.window)
    qtbot.addWidget(dialog)
    dialog.open()
    editor = dialog.form.editor("paid_on")
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus, timeout=2000)
    told = _answered(school, dialog, keys)
    assert [each for each in wanted if each not in told] == []
    dialog.reject()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("text", ["Đã lưu Hoàng Gia Bảo.", "Đã lưu một câu rất dài. " * 9])
def test_a_line_that_goes_away_covers_no_page(school: Desk, percent: int, text: str) -> None:
    worn().wear(Theme.DARK, percent)
    school.settle()
    school.window.tell(text, "done")
    school.settle()
    toast = school.window.findChild(Toast)
    assert toast is not None
    picture(school.window, f"toast_{percent}_{len(text)}")
    assert school.window.rect().contains(toast.geometry())
    header = school.page().header
    work = header.mapTo(school.window, header.rect().bottomLeft()).y()
    assert toast.geometry().bottom() < work
    if len(text) < 40:
        assert toast.geometry().bottom() < school.window.top.geometry().bottom() + 1


def test_the_chosen_tile_and_the_keyboards_place_look_different(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    groups = [Choices(holder) for _ in range(2)]
    for group in groups:
        group.set((("one", "Sáng", ""), ("two", "Tối", "")))
        column.addWidget(group)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    groups[0].button("one").setFocus()
    qtbot.waitUntil(groups[0].button("one").hasFocus, timeout=2000)
    picture(holder, "choices")
    looks = [groups[n].button(key).grab().toImage() for n, key in ((0, "one"), (1, "one"))]
    frame = [look.pixelColor(look.width() // 2, 1) for look in looks]
    assert frame[0] != frame[1]
    # The chosen one is told by more than its frame.
    right = [groups[1].button(key).grab().toImage() for key in ("one", "two")]
    spot = [_colours(each.copy(each.width() - 34, 8, 26, each.height() - 16)) for each in right]
    assert spot[0] > spot[1]


def _colours(look: QImage) -> int:
    points = ((x, y) for x in range(look.width()) for y in range(look.height()))
    return len({look.pixelColor(x, y).rgb() for x, y in points})


def test_an_empty_grid_says_what_hides_its_rows(school: Desk) -> None:
    school.window.show_page("pupils")
    school.settle()
    page = school.page()
    assert isinstance(page, PupilsPage)
    sign = page.grid.filter_sign
    sign.say_when_empty("Không em nào còn nợ · F3 hiện cả lớp")
    assert not sign.isVisible()
    page.model.set_rows(())
    assert sign.isVisible()
    assert sign.text() == "Không em nào còn nợ · F3 hiện cả lớp"
    sign.say_when_empty("")
    assert not sign.isVisible()
