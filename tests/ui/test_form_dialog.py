"""The small form above the window: warnings, refusals and what a crash leaves behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ssdesk.domain.problems import Problem
from ssdesk.services import drafts
from ssdesk.services.context import Context
from ssdesk.ui.bench import Bench
from ssdesk.ui.forms.dialog import FormDialog, FormRequest
from ssdesk.ui.forms.field import Field, FormValues
from ssdesk.ui.forms.form import Form
from ssdesk.ui.widgets.parts import Note
from tests.ui.conftest import press, type_in

FIELDS = (Field("full_name", "&Họ và tên"), Field("personal_id", "&CCCD"))


def _check(values: FormValues) -> Sequence[Problem]:
    if not values.text("full_name"):
        return (Problem("full_name", "NAME_MISSING"),)
    if not values.text("personal_id"):
        return (Problem("personal_id", "PERSONAL_ID_MISSING"),)
    return ()


def _shown(qtbot: QtBot, request: FormRequest) -> FormDialog:
    dialog = FormDialog(request, None)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    return dialog


def test_a_refusal_stays_and_a_warning_is_kept_by_saving_again(qtbot: QtBot) -> None:
    dialog = _shown(qtbot, FormRequest("Thêm em", FIELDS, check=_check))
    save = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    for _ in range(2):
        press(dialog.form.editor("full_name"), *save)
        assert dialog.isVisible()
    type_in(dialog.form.editor("full_name"), "H'Hen Niê")
    press(dialog.form.editor("full_name"), *save)
    assert dialog.isVisible()
    press(dialog.form.editor("full_name"), *save)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_half_typed_form_comes_back(
    qtbot: QtBot, bench: Bench, desk: Context, settle: Callable[[Bench], None]
) -> None:
    def keep(form: Form) -> None:
        keeper = form.keep_drafts(bench.jobs, desk, "")
        keeper.found.connect(keeper.offer)

    request = FormRequest("Thêm em", FIELDS, keep=keep)
    first = _shown(qtbot, request)
    type_in(first.form.editor("full_name"), "Nông Thị Lụa")
    qtbot.waitUntil(lambda: drafts.load(desk, "dialog", "") is not None, timeout=5000)
    again = _shown(qtbot, request)
    settle(bench)
    qtbot.waitUntil(lambda: again.form.values().text("full_name") == "Nông Thị Lụa", timeout=5000)
    note = again.findChild(Note)
    assert note is not None
    assert note.isVisible()
    assert "gõ dở" in note._text.text()
    again.reject()
    settle(bench)
    assert drafts.load(desk, "dialog", "") is None
