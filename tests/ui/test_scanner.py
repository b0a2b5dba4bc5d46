"""A barcode gun in any field, with a Vietnamese input method left on or not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

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
