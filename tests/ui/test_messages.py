"""What the window tells and asks: nothing is cut, nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ssdesk.errors import UserError
from ssdesk.ui import theme
from ssdesk.ui.forms.dialog import FormDialog, FormRequest
from ssdesk.ui.forms.field import Field, FormValues
from ssdesk.ui.messages import WindowMessages
from ssdesk.ui.widgets.question import QuestionDialog
from tests.ui.conftest import press, type_in

LONG = "4 dòng phải sửa. Nhập 1.020 dòng còn lại và để 4 dòng ấy ở ngoài? " * 6
FORM = FormRequest("Đếm tiền cuối ngày", (Field("note", "&Ghi chú"), Field("who", "&Người đếm")))


@pytest.mark.parametrize("size", [100, 150, 200])
def test_a_long_sentence_is_shown_whole(qtbot: QtBot, size: int) -> None:
    theme.worn().wear(theme.Theme.LIGHT, size)
    dialog = QuestionDialog("Nhập danh sách", LONG, "&Để ở ngoài, nhập phần còn lại", "&Quay lại")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    (words,) = (each for each in dialog.findChildren(QLabel) if each.text() == LONG)
    assert words.height() >= words.heightForWidth(words.width())
    for button in dialog.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width()
    theme.worn().wear(theme.Theme.LIGHT, 100)


@pytest.mark.parametrize(("key", "agreed"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_enter_agrees_and_esc_goes_back(qtbot: QtBot, key: Qt.Key, agreed: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QuestionDialog)
        press(dialog.focusWidget() or dialog, key)

    QTimer.singleShot(50, answer)
    assert WindowMessages().ask(window, "Lấy lại", "Lấy lại tệp này?", "&Lấy lại") is agreed


def _fill(texts: dict[str, str], seen: list[str]) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FormDialog)
    seen.append(dialog.form.values().text("note"))
    for name, text in texts.items():
        type_in(dialog.form.editor(name), text)
    press(dialog.form.editor("note"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _asked(messages: WindowMessages, window: QWidget, request: FormRequest, **texts: str):
    seen: list[str] = []
    QTimer.singleShot(50, lambda: _fill(texts, seen))
    values = messages.form(window, request)
    assert isinstance(values, FormValues)
    return values, seen[0]


def test_what_was_refused_is_there_again_in_the_same_form_only(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    messages = WindowMessages()
    _asked(messages, window, FORM, note="thiếu 5.000", who="Mai")
    QTimer.singleShot(50, lambda: QApplication.activeModalWidget().close())
    messages.error(window, UserError("DAY_CLOSED", day="05/09/2026"))
    values, first = _asked(messages, window, FORM)
    assert first == "thiếu 5.000"
    assert values.text("who") == "Mai"
    _, first = _asked(messages, window, FORM, note="khác")
    assert first == ""


def test_a_value_without_a_field_is_a_mistake_of_the_page() -> None:
    with pytest.raises(ValueError, match="class_name"):
        FormRequest("Sửa hồ sơ", (Field("full_name", "Họ và tên"),), values={"class_name": "10A1"})
