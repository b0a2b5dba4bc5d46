"""Forms made of fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ssdesk.domain.person import BirthDate, Precision
from ssdesk.domain.problems import Problem
from ssdesk.errors import UserError
from ssdesk.services import drafts
from ssdesk.ui.bench import Bench
from ssdesk.ui.forms.field import Field, FieldKind
from ssdesk.ui.forms.form import Form
from tests.ui.conftest import picture, press, type_in

FIELDS = (
    Field("full_name", "&Họ và tên", FieldKind.NAME, required=True, help="Như trên giấy khai sinh"),
    Field("birth_date", "Ngày &sinh", FieldKind.BIRTH_DATE),
    Field("paid_on", "N&gày thu", FieldKind.DATE),
    Field("amount", "Số &tiền", FieldKind.MONEY),
    Field("months", "Số t&háng", FieldKind.NUMBER, lowest=1, highest=12),
    Field("sex", "&Phái", FieldKind.CHOICE, choices=(("", "–"), ("M", "Nam"), ("F", "Nữ"))),
    Field("proven", "Đã &xem thẻ", FieldKind.FLAG),
    Field("note", "Ghi &chú", FieldKind.LONG_TEXT, span=True),
)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def form(host: QWidget, qtbot: QtBot) -> Form:
    made = Form("pupil", FIELDS, host, columns=2)
    host.resize(700, 420)
    made.resize(700, 420)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    return made


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_typed_from_top_to_bottom_by_enter(form: Form) -> None:
    form.focus_first()
    for text in ("đàm thị ngọc ánh", "150910", "5/9/2026", "683100", "12"):
        type_in(_focused(), text)
        press(_focused(), Qt.Key.Key_Return)
    press(_focused(), Qt.Key.Key_Down)
    press(_focused(), Qt.Key.Key_Down)
    press(_focused(), Qt.Key.Key_Return)
    press(_focused(), Qt.Key.Key_Space)
    press(_focused(), Qt.Key.Key_Return)
    type_in(_focused(), "Phụ huynh hứa")
    picture(form, "form")
    values = form.values()
    assert values.birth_date("birth_date") == BirthDate(date(2010, 9, 15))
    assert values.day("paid_on") == date(2026, 9, 5)
    assert values.dong("amount") == 683_100
    assert values.number("months") == 12
    assert values.text("sex") == "F"
    assert values.flag("proven")
    assert values.text("note") == "Phụ huynh hứa"
    assert form.editor("amount").text() == "683.100"  # type: ignore[attr-defined]
    press(_focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert _focused() is form.editor("proven")


@pytest.mark.parametrize(
    ("text", "precision"), [("2010", Precision.YEAR), ("9/2010", Precision.MONTH)]
)
def test_partial_birth_dates(form: Form, text: str, precision: Precision) -> None:
    type_in(form.editor("birth_date"), text)
    found = form.values().birth_date("birth_date")
    assert found is not None
    assert found.precision is precision


def test_input_method_and_decomposed_letters_come_out_composed(form: Form) -> None:
    editor = form.editor("full_name")
    editor.setFocus()
    event = QInputMethodEvent()
    event.setCommitString("Du\u0303ng")
    QApplication.sendEvent(editor, event)
    assert form.values().text("full_name") == "D\u0169ng"


def test_what_cannot_be_read_is_said_at_its_field(form: Form, qtbot: QtBot) -> None:
    form.fill({"full_name": "H'Hen Niê"})
    type_in(form.editor("paid_on"), "31/2/2026")
    type_in(form.editor("months"), "13")
    with qtbot.assertNotEmitted(form.saved):
        press(form.editor("full_name"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _focused() is form.editor("paid_on")
    assert "31/2/2026" in form.editor("paid_on").accessibleDescription()
    assert "12" in form.editor("months").accessibleDescription()
    picture(form, "form_problems")
    form.fill({"paid_on": date(2026, 9, 5), "months": 12})
    with qtbot.waitSignal(form.saved):
        press(_focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_required_field_left_empty_is_named(form: Form) -> None:
    assert form.problems() == (Problem("full_name", "FIELD_EMPTY", {"field": "Họ và tên"}),)


def test_a_refusal_finds_its_field(form: Form) -> None:
    assert form.show_error(UserError("FIELD_EMPTY", field_name="months", field="Số tháng"))
    assert "Số tháng" in form.editor("months").accessibleDescription()
    assert not form.show_error(UserError("CANCELLED"))


def test_every_field_has_label_buddy_and_accessible_name(form: Form) -> None:
    buddies = {label.buddy() for label in form.findChildren(QLabel) if label.buddy()}
    for field in FIELDS:
        widget = form.editor(field.name)
        assert widget.accessibleName() == field.label.replace("&", "")
        assert widget in buddies or field.kind is FieldKind.FLAG


def test_half_typed_form_is_offered_back(
    form: Form, bench: Bench, settle: Callable[[Bench], None], qtbot: QtBot
) -> None:
    form.keep_drafts(bench.jobs, bench.ctx, "p1")
    type_in(form.editor("full_name"), "Vi Thị Diệ")
    qtbot.waitUntil(lambda: drafts.load(bench.ctx, "pupil", "p1") is not None, timeout=3000)

    again = Form("pupil", FIELDS, form.parentWidget())
    keeper = again.keep_drafts(bench.jobs, bench.ctx, "p1")
    with qtbot.waitSignal(keeper.found):
        settle(bench)
    keeper.offer()
    assert again.values().text("full_name") == "Vi Thị Diệ"
    again.forget_draft()
    settle(bench)
    assert drafts.load(bench.ctx, "pupil", "p1") is None


@pytest.mark.parametrize(
    ("typed", "wanted"), [("lang", "20"), ("son", "20"), ("hà", "01"), ("cai", "15"), ("20", "20")]
)
def test_a_choice_is_found_by_any_of_its_words(host: QWidget, typed: str, wanted: str) -> None:
    provinces = (("01", "01 · Hà Nội"), ("20", "20 · Lạng Sơn"), ("15", "15 · Lào Cai"))
    field = Field("province", "&Tỉnh", FieldKind.CHOICE, choices=(("", "Chọn…"), *provinces))
    form = Form("place", (field,), host)
    type_in(form.editor("province"), typed)
    assert form.values().text("province") == wanted
