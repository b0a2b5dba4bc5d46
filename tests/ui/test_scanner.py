"""A barcode gun in any field, with a Vietnamese input method left on or not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ssdesk.ui.enter_key import EnterPresses
from ssdesk.ui.scanner import ScannerFilter
from tests.ui.conftest import press, type_in

PAYLOAD = "020310004512||Đàm Thị Ngọc Ánh|15092010|Nữ|Phường Đông Kinh|01012024"


class Hands:
    """Moves the clock as fast as a gun or as slow as a hand."""

    def __init__(self) -> None:
        self.now = 100.0
        self.gap = 0.003

    def __call__(self) -> float:
        self.now += self.gap
        return self.now


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def host(qtbot: QtBot, hands: Hands) -> Iterator[QWidget]:
    made = QWidget()
    column = QVBoxLayout(made)
    line = QLineEdit(made)
    line.setText("đang gõ")
    button = QPushButton("Lưu", made)
    button.setDefault(True)
    column.addWidget(line)
    column.addWidget(button)
    made.scanner = ScannerFilter(made, hands)  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    line.setFocus()
    yield made
    QApplication.instance().removeEventFilter(made.scanner)  # type: ignore[attr-defined, union-attr]


def _line(host: QWidget) -> QLineEdit:
    found = host.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_a_burst_is_a_card_and_the_field_stays_as_it_was(host: QWidget, qtbot: QtBot) -> None:
    line = _line(host)
    with qtbot.waitSignal(host.scanner.scanned) as told:  # type: ignore[attr-defined]
        type_in(line, PAYLOAD)
        press(line, Qt.Key.Key_Return)
    assert told.args == [PAYLOAD]
    assert line.text() == "đang gõ"


def test_a_hand_is_no_gun(host: QWidget, hands: Hands, qtbot: QtBot) -> None:
    hands.gap = 0.15
    line = _line(host)
    with qtbot.assertNotEmitted(host.scanner.scanned, wait=50):  # type: ignore[attr-defined]
        type_in(line, "020310004512")
        press(line, Qt.Key.Key_Return)
    assert line.text() == "đang gõ020310004512"


def test_a_whole_card_that_came_slowly_is_a_card(host: QWidget, hands: Hands, qtbot: QtBot) -> None:
    hands.gap = 0.15
    line = _line(host)
    with qtbot.waitSignal(host.scanner.scanned) as told:  # type: ignore[attr-defined]
        type_in(line, PAYLOAD)
        press(line, Qt.Key.Key_Return)
    assert told.args == [PAYLOAD]
    assert line.text() == "đang gõ"


def test_a_cell_that_a_slow_card_ran_into_stays_as_it_was(
    host: QWidget, hands: Hands, qtbot: QtBot
) -> None:
    hands.gap = 0.15
    table = QTableWidget(1, 1, host)
    table.setItem(0, 0, QTableWidgetItem("Hà Thanh An"))
    table.show()
    table.setCurrentCell(0, 0)
    table.editItem(table.item(0, 0))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    with qtbot.waitSignal(host.scanner.scanned) as told:  # type: ignore[attr-defined]
        type_in(editor, PAYLOAD)
        press(editor, Qt.Key.Key_Return)
    assert told.args == [PAYLOAD]
    qtbot.waitUntil(lambda: table.state() == QTableWidget.State.NoState)
    assert table.item(0, 0).text() == "Hà Thanh An"


def test_committed_by_an_input_method_that_takes_letters_back(host: QWidget, qtbot: QtBot) -> None:
    line = _line(host)
    with qtbot.waitSignal(host.scanner.scanned) as told:  # type: ignore[attr-defined]
        for part in ("020310004512|", "|Vi Thi Diep|"):
            event = QInputMethodEvent()
            event.setCommitString(part)
            QApplication.sendEvent(line, event)
        type_in(line, "3007201x")
        press(line, Qt.Key.Key_Backspace)
        type_in(line, "0|")
        press(line, Qt.Key.Key_Return)
    assert told.args == ["020310004512||Vi Thi Diep|30072010|"]
    assert line.text() == "đang gõ"


class _Acting(QListWidget):
    """Acts on every key, as a grid that opens a cell or a picture that opens its part."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.keys = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys += event.text()


def test_a_burst_over_a_list_does_nothing_else(host: QWidget, qtbot: QtBot) -> None:
    acting = _Acting(host)
    acting.show()
    acting.setFocus()
    with qtbot.waitSignal(host.scanner.scanned) as told:  # type: ignore[attr-defined]
        type_in(acting, PAYLOAD)
        press(acting, Qt.Key.Key_Return)
    qtbot.wait(100)
    assert told.args == [PAYLOAD]
    assert acting.keys == ""


def test_the_shift_of_a_capital_does_not_end_a_burst(host: QWidget, qtbot: QtBot) -> None:
    acting = _Acting(host)
    acting.show()
    acting.setFocus()
    with qtbot.waitSignal(host.scanner.scanned) as told:  # type: ignore[attr-defined]
        for letter in PAYLOAD:
            if letter.isupper():
                QTest.keyPress(acting, Qt.Key.Key_Shift)
            type_in(acting, letter)
        press(acting, Qt.Key.Key_Return)
    qtbot.wait(100)
    assert told.args == [PAYLOAD]
    assert acting.keys == ""


def test_a_hand_on_a_list_comes_through(host: QWidget, qtbot: QtBot) -> None:
    acting = _Acting(host)
    acting.show()
    acting.setFocus()
    type_in(acting, "10A ")
    qtbot.waitUntil(lambda: acting.keys == "10A ", timeout=1000)
    type_in(acting, "x")
    press(acting, Qt.Key.Key_Down)
    type_in(acting, " ")
    assert acting.keys == "10A x "


def test_a_burst_presses_no_button(host: QWidget, qtbot: QtBot) -> None:
    button = host.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.setFocus()
    with (
        qtbot.assertNotEmitted(button.clicked, wait=100),
        qtbot.waitSignal(host.scanner.scanned),  # type: ignore[attr-defined]
    ):
        type_in(button, PAYLOAD)
        press(button, Qt.Key.Key_Return)


def test_enter_presses_the_button_that_has_the_keyboard(host: QWidget, qtbot: QtBot) -> None:
    keys = EnterPresses(host)
    button = QPushButton("Mở", host)
    button.show()
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        press(button, Qt.Key.Key_Return)
    with qtbot.waitSignal(button.clicked):
        press(button, Qt.Key.Key_Space)
    QApplication.instance().removeEventFilter(keys)  # type: ignore[union-attr]
