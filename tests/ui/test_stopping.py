"""Stopping a pupil in the real window: money back before the list, a row of Giảm after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.stopping import RefundAccount, StopReason, StopState
from ssdesk.services import enrolments, pupils, refunds, remittances
from ssdesk.services.context import Context
from ssdesk.services.remittances import OrderRemittance
from ssdesk.services.stops import FileStop, file_stop, stop_of
from ssdesk.services.submissions import ListRequest, MakeList, make_list
from ssdesk.ui.forms.dialog import FormDialog
from ssdesk.ui.pages.school.lists.page import ListsPage
from ssdesk.ui.pages.school.money_on.page import MoneyOnPage
from ssdesk.ui.pages.school.pupils.columns import PupilWords
from ssdesk.ui.pages.school.pupils.page import PupilsPage
from ssdesk.ui.pages.school.stopping.forms import StoppingForms
from tests.services import collecting as money
from tests.services.collecting import OWN_SHARE
from tests.services.listed_school import listed_school
from tests.ui.conftest import Desk, RecordedMessages, RecordedPrinting, picture

SHIFT = Qt.KeyboardModifier.ShiftModifier
STOP = {
    "effective_on": date(2027, 3, 1),
    "evidence": "thẻ CN 4 20",
    "account_holder": "Vi Văn Páo",
    "account_number": "8400205123456",
    "account_bank": "Agribank",
}


@pytest.fixture
def made(desk: Context) -> money.Desk:
    return listed_school(desk)


@pytest.fixture
def school(made: money.Desk, open_school: Callable[[], Desk]) -> Desk:
    return open_school()


def _send(made: money.Desk) -> None:
    remittances.order_remittance(made.ctx, OrderRemittance())
    make_list(made.ctx, MakeList(ListRequest(date(2026, 9, 30))))


def _at(school: Desk, made: money.Desk, name: str = "pupils") -> PupilsPage:
    page = school.open(name)
    page.open_at(made.entries[0])
    school.settle()
    return page  # type: ignore[return-value]


def test_money_comes_back_and_the_paper_is_shown(
    school: Desk, made: money.Desk, messages: RecordedMessages, printing: RecordedPrinting
) -> None:
    _at(school, made)
    messages.answers.append({"reason": "có thẻ hộ nghèo", "receiver_name": "Vi Thị Lan"})
    school.key(Qt.Key.Key_F9, SHIFT)
    assert messages.asked == ["Hoàn trả · Vi Thị Ánh"]
    assert messages.told == []
    (refund,) = refunds.refunds_of_pupil(made.ctx, made.entries[0])
    assert (refund.data.amount, refund.data.receiver_name) == (OWN_SHARE, "Vi Thị Lan")
    assert [name for *_, name in printing.shown] == ["phieu-chi-hoan-tra-001.pdf"]
    assert made.enrolment(0).state is EnrolmentState.ENDED
    # Asked again there is only the paper to print once more.
    school.key(Qt.Key.Key_F9, SHIFT)
    assert len(printing.shown) == 2
    assert len(refunds.refunds_of_pupil(made.ctx, made.entries[0])) == 1


def test_the_evening_knows_of_it_and_prints_it_again(
    school: Desk, made: money.Desk, messages: RecordedMessages, printing: RecordedPrinting
) -> None:
    refunds.give_back(made.ctx, refunds.GiveBack(made.owing[0], "có thẻ hộ nghèo"))
    page = school.open("money_on")
    assert isinstance(page, MoneyOnPage)
    assert "Hôm nay đã hoàn trả 683.100 đ (1 phiếu)" in page._state.text()
    assert "phải có 1.366.200 đ tiền mặt" in page._state.text()
    picture(school.window, "money_refunded")
    messages.answers.append({})
    school.key(Qt.Key.Key_F7, SHIFT)
    assert [name for *_, name in printing.shown] == ["phieu-chi-hoan-tra-001.pdf"]


def test_the_next_list_tells_who_stops(school: Desk, made: money.Desk) -> None:
    _send(made)
    account = RefundAccount("Vi Văn Páo", "8400205123456", "Agribank")
    day, why = date(2027, 3, 1), StopReason.OTHER_CARD
    file_stop(made.ctx, FileStop(made.owing[0], why, day, "thẻ CN 4 20", account))
    page = school.open("lists")
    assert isinstance(page, ListsPage)
    assert page._seen is not None
    assert page._seen.preview is not None
    facts = page._words.stopped_facts(page._seen.preview)
    assert facts == [("Phần Giảm", "1 em"), ("Đề nghị hoàn trả", "398.475 đ")]
    picture(school.window, "lists_stopped")


def test_from_the_collection_page_too(
    school: Desk, made: money.Desk, messages: RecordedMessages
) -> None:
    _at(school, made, "collection")
    messages.answers.append(None)
    school.key(Qt.Key.Key_F9, SHIFT)
    assert messages.asked == ["Hoàn trả · Vi Thị Ánh"]
    assert made.enrolment(0).paid == OWN_SHARE


def test_who_was_sent_stops_and_can_be_taken_back(
    school: Desk, made: money.Desk, messages: RecordedMessages
) -> None:
    _send(made)
    page = _at(school, made)
    button = page.panel.findChild(QPushButton, "stop_pupil")
    assert button is not None
    assert button.text() == "T&hôi tham gia / hoàn trả…"
    messages.answers.append(STOP)
    school.key(Qt.Key.Key_F9, SHIFT)
    assert messages.asked == ["Thôi tham gia · Vi Thị Ánh"]
    kept = stop_of(made.ctx, made.owing[0])
    assert kept is not None
    assert (kept.months, kept.amount, kept.state) == (7, 398_475, StopState.OPEN)
    row = pupils.get_pupil(made.ctx, made.entries[0])
    chip = PupilWords(page).chip(row)
    assert chip.text == "thôi từ 01/03/27"
    assert button.text() == "&Rút lại thôi tham gia…"
    picture(school.window, "pupil_stopped")
    messages.answers.append("ghi nhầm em")
    school.key(Qt.Key.Key_F9, SHIFT)
    assert stop_of(made.ctx, made.owing[0]) is None


def test_what_is_owed_is_told_while_one_types(school: Desk, made: money.Desk) -> None:
    _send(made)
    page = _at(school, made)
    item = enrolments.get_enrolment(made.ctx, made.owing[0])
    dialog = FormDialog(StoppingForms(page).stop_request(item), school.window)
    dialog.show()
    dialog.form.put({"effective_on": date(2027, 3, 1)})
    assert "683.100 × 7/12 tháng = 398.475" in dialog._tally.text()
    assert not dialog.form.editor("support_percent").isVisible()
    picture(dialog, "stop_dialog")
    dialog.form.put({"reason": "support_raised", "support_percent": "70", "evidence": "QĐ 12"})
    assert dialog.form.editor("support_percent").isVisible()
    assert "1.366.200 × 20% tăng thêm × 7/12 tháng = 159.390" in dialog._tally.text()
    dialog.form.save()
    assert dialog.isVisible(), "an account is missing: the dialog stays and says so"
    assert "chủ tài khoản" in dialog.form._rows["account_holder"].below.text()
    dialog.form.put({"reason": "moved", "effective_on": date(2026, 12, 1)})
    assert "không hoàn trả" in dialog._tally.text()
    dialog.close()


def test_the_account_is_asked_only_for_a_transfer(school: Desk, made: money.Desk) -> None:
    page = _at(school, made)
    seen = refunds.preview_refund(made.ctx, made.owing[0])
    dialog = FormDialog(StoppingForms(page).refund_request(seen), school.window)
    dialog.show()
    assert "quỹ tiền mặt 683.100 đ" in dialog._tally.text()
    assert not dialog.form.editor("account").isVisible()
    picture(dialog, "refund_dialog")
    dialog.form.put({"tender": "transfer", "reason": "có thẻ hộ nghèo"})
    assert dialog.form.editor("account").isVisible()
    dialog.form.save()
    assert dialog.isVisible()
    dialog.close()
