"""The wizard of the first start, by keyboard alone."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ssdesk.domain.desk import Budget, DeskProfile
from ssdesk.domain.problems import Problem
from ssdesk.rulepacks.loader import load_rule_book
from ssdesk.services.desk import check_profile
from ssdesk.ui.pages.first_start.answers import FirstStartAnswers
from ssdesk.ui.pages.first_start.wizard import FirstStart, Recovery
from tests.ui.conftest import RecordedMessages, picture, press, type_in

PROVINCES = (("20", "20 · Lạng Sơn"), ("22", "22 · Quảng Ninh"))
TYPED = {
    "school": ["Trường THPT Chu Văn An", "HS0020A", "0205123456", "Phường Đông Kinh"],
    "office": ["BHXH cơ sở Lạng Sơn", "02001", "20001", "Nông Thị Hạnh", "NVT01"],
    "account": ["1234567890", "BHXH tỉnh Lạng Sơn", "Agribank Lạng Sơn"],
    "people": ["Hoàng Văn Thụ", "Nông Thị Hạnh", "Lương Thị Mai"],
    # The own name stands there already: whoever prepares the lists was asked for it.
    "safety": ["van.thu", "mat-khau-123", "mat-khau-123"],
}


def _check(profile: DeskProfile) -> tuple[Problem, ...]:
    return check_profile(profile, load_rule_book(), date(2026, 9, 5))


def _wizard(qtbot: QtBot, messages: RecordedMessages) -> tuple[FirstStart, list[bytes]]:
    sheets: list[bytes] = []

    def show(_parent: QWidget, sheet: bytes) -> None:
        sheets.append(sheet)

    wizard = FirstStart(PROVINCES, _check, messages, show)
    qtbot.addWidget(wizard)
    wizard.show()
    with qtbot.waitActive(wizard):
        wizard.activateWindow()
    return wizard, sheets


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _type_step(wizard: FirstStart, step: str) -> None:
    for text in TYPED[step]:
        type_in(_focused(), text)
        press(_focused(), Qt.Key.Key_Return)
    picture(wizard, f"first_start_{step}")


def test_a_desk_is_described_without_the_mouse(qtbot: QtBot, messages: RecordedMessages) -> None:
    wizard, sheets = _wizard(qtbot, messages)
    picture(wizard, "first_start_kind")
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(wizard.answered, timeout=2000) as answered:
        press(wizard, Qt.Key.Key_Return, control)
        _type_step(wizard, "school")
        press(_focused(), Qt.Key.Key_Down)
        for step in ("office", "account", "people", "safety"):
            press(_focused(), Qt.Key.Key_Return, control)
            _type_step(wizard, step)
        press(_focused(), Qt.Key.Key_Return, control)
    answers = answered.args[0]
    assert isinstance(answers, FirstStartAnswers)
    assert answers.profile.school_name == "Trường THPT Chu Văn An"
    assert answers.profile.province_code == "20"
    assert answers.profile.budget is Budget.LOCAL
    assert (answers.profile.first_grade, answers.profile.last_grade) == (10, 12)
    assert answers.profile.principal_name == "Hoàng Văn Thụ"
    assert (answers.login, answers.password) == ("van.thu", "mat-khau-123")
    assert "mat-khau-123" not in wizard.texts().values()

    wizard.show_recovery(Recovery("ABCD-EFGH-JKLM-NPQR-STUV-WXYZ", b"%PDF"))
    picture(wizard, "first_start_recovery")
    press(wizard, Qt.Key.Key_Return, control)
    assert wizard.isVisible()
    press(wizard.findChild(QWidget, "recovery_sheet"), Qt.Key.Key_Space)
    assert sheets == [b"%PDF"]
    press(_focused(), Qt.Key.Key_Space)
    with qtbot.waitSignal(wizard.finished, timeout=2000):
        press(_focused(), Qt.Key.Key_Return, control)


def test_says_at_its_field_what_is_missing(qtbot: QtBot, messages: RecordedMessages) -> None:
    wizard, _ = _wizard(qtbot, messages)
    wizard.go_on()
    wizard.go_on()
    assert wizard.place == 1
    picture(wizard, "first_start_missing")
    assert _focused() is wizard.form("school").editor("school_name")
    below = wizard.form("school").editor("school_name").accessibleDescription()
    assert "Tên trường" in below


def test_passwords_must_be_long_and_the_same(qtbot: QtBot, messages: RecordedMessages) -> None:
    wizard, _ = _wizard(qtbot, messages)
    form = wizard.form("safety")
    wizard._go(5)
    form.fill({"full_name": "A", "login": "a", "password": "ngan", "password_again": "ngan"})
    form.save()
    assert wizard.place == 5
    assert "8" in form.editor("password").accessibleDescription()
    form.fill({"password": "mat-khau-123", "password_again": "mat-khau-124"})
    form.save()
    assert "giống nhau" in form.editor("password_again").accessibleDescription()
