"""Money on by keys alone in the real window: class, count, order, bank, and an order back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from ssdesk.domain.money import format_dong
from ssdesk.domain.remittance import NoteCount
from ssdesk.services import cash_counts, handovers, remittances
from ssdesk.services.cash_counts import CountCash
from ssdesk.services.context import Context
from ssdesk.services.payments import TEACHER
from ssdesk.services.receipts import get_receipt
from ssdesk.ui.forms.dialog import FormDialog, FormRequest
from ssdesk.ui.forms.field import FormValues
from ssdesk.ui.pages.school.money_on.page import MoneyOnPage
from ssdesk.ui.pages.school.money_on.words import MoneyForms
from ssdesk.ui.widgets.parts import Note
from tests import printed
from tests.services import collecting as money
from tests.services.collecting import OWN_SHARE
from tests.ui.conftest import Desk, RecordedMessages, RecordedPrinting, picture

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def made(desk: Context) -> money.Desk:
    school = money.collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), ("Hoàng Chi",))
    school.pay(0, held_by=TEACHER)
    school.pay(2)
    return school


@pytest.fixture
def school(made: money.Desk, open_school: Callable[[], Desk]) -> Desk:
    return open_school()


@pytest.fixture
def page(school: Desk) -> MoneyOnPage:
    found = school.open("money_on")
    assert isinstance(found, MoneyOnPage)
    return found


def test_a_class_hands_in_its_money_and_gets_a_slip(
    school: Desk,
    page: MoneyOnPage,
    made: money.Desk,
    messages: RecordedMessages,
    printing: RecordedPrinting,
) -> None:
    picture(school.window, "money_on")
    messages.answers.append(
        {"counted": OWN_SHARE - 1_000, "teacher_name": "Cô Lan", "note": "thiếu"}
    )
    school.key(Qt.Key.Key_F7)
    ((_, pdf, _),) = printing.shown
    assert "Cô Lan" in printed.words(pdf)
    assert handovers.list_handovers(made.ctx)[0].counted == OWN_SHARE - 1_000
    assert cash_counts.expected_cash(made.ctx) == 2 * OWN_SHARE - 1_000


def test_the_evenings_count_explains_its_difference_and_closes_the_day(
    school: Desk,
    page: MoneyOnPage,
    made: money.Desk,
    messages: RecordedMessages,
    printing: RecordedPrinting,
) -> None:
    messages.answers.append({"n500000": 1, "n100000": 1, "note": "thiếu 83.100"})
    school.key(Qt.Key.Key_F5)
    count = cash_counts.get_count(made.ctx, made.ctx.clock.today())
    assert count is not None
    assert (count.expected, count.counted) == (OWN_SHARE, 600_000)
    assert "thiếu 83.100" in printed.words(printing.shown[0][1])
    with pytest.raises(Exception, match="DAY_CLOSED"):
        made.pay(1, paid_on=made.ctx.clock.today())
    receipt = get_receipt(made.ctx, made.pay(1))
    assert receipt.issued_on == date(2026, 9, 6), "money after the count is tomorrow's"
    assert "BẢN SAO" not in printed.words(printing.shown[0][1])
    school.key(Qt.Key.Key_F5)
    again = printed.words(printing.shown[1][1])
    assert "thiếu 83.100" in again, "the sheet comes out again"
    assert "BẢN SAO" in again


def test_what_a_count_missed_stays_in_sight_until_a_count_agrees(
    school: Desk,
    page: MoneyOnPage,
    made: money.Desk,
    messages: RecordedMessages,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    messages.answers.append({"n500000": 1, "note": "thiếu tờ 100.000"})
    school.key(Qt.Key.Key_F5)
    missing = format_dong(OWN_SHARE - 500_000)
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert ("– kiểm 05/09: thiếu" in shown, missing in shown) == (True, True)
    assert "đếm được 500.000 đ (thiếu tờ 100.000)" in page._state.text()
    picture(school.window, "money_short")
    told: list[str] = []
    monkeypatch.setattr(page.bench.messages, "form", lambda _, request: told.append(request.text))
    school.key(Qt.Key.Key_F9)
    assert "05/09/2026 đếm được 500.000 đ, thiếu 183.100 đ (thiếu tờ 100.000)" in told[0]
    made.ctx.clock.moment = made.ctx.clock.now().replace(day=6)  # type: ignore[attr-defined]
    counted = {500_000: 1, 100_000: 1, 50_000: 1, 20_000: 1, 10_000: 1, 2_000: 1, 1_000: 1}
    notes = tuple(NoteCount(value, pieces) for value, pieces in counted.items())
    again = cash_counts.count_cash(made.ctx, CountCash(notes)).count
    assert again.note == "Lẻ 100 đồng không có tờ tiền"
    assert cash_counts.open_difference(made.ctx) is None


def test_a_surplus_is_told_before_the_next_order(
    school: Desk,
    page: MoneyOnPage,
    made: money.Desk,
    messages: RecordedMessages,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    messages.answers.append({"n500000": 2, "note": "chưa rõ của ai"})
    school.key(Qt.Key.Key_F5)
    told: list[str] = []
    monkeypatch.setattr(page.bench.messages, "form", lambda _, request: told.append(request.text))
    school.key(Qt.Key.Key_F9)
    assert "đếm được 1.000.000 đ, thừa 316.900 đ (chưa rõ của ai)" in told[0]


def test_the_sheet_of_an_earlier_evening_comes_out_again(
    school: Desk,
    page: MoneyOnPage,
    made: money.Desk,
    messages: RecordedMessages,
    printing: RecordedPrinting,
) -> None:
    school.key(Qt.Key.Key_F5, SHIFT)
    assert printing.shown == []
    before = date(2026, 9, 4)
    cash_counts.count_cash(made.ctx, CountCash((), "", before))
    messages.answers.append({})
    school.key(Qt.Key.Key_F5, SHIFT)
    assert "kiem-quy-20260904" in printing.shown[0][2]
    assert "BẢN SAO" in printed.words(printing.shown[0][1])


def test_the_counts_of_before_tell_how_they_went_and_who_counted(
    school: Desk, page: MoneyOnPage, made: money.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = CountCash((NoteCount(500_000, 1),), "thiếu tiền lẻ")
    cash_counts.count_cash(made.ctx, CountCash((), "", date(2026, 9, 4)))
    cash_counts.count_cash(made.ctx, short)
    told: list[str] = []

    def form(_: QWidget, request: FormRequest) -> FormValues | None:
        (field,) = request.fields
        told.extend(words for _, words in field.choices)
        dialog = FormDialog(request, school.window)
        dialog.show()
        picture(dialog, "past_counts")
        dialog.deleteLater()
        return None

    monkeypatch.setattr(page.bench.messages, "form", form)
    school.key(Qt.Key.Key_F5, SHIFT)
    assert told == [
        "05/09/2026 · 500.000 đ · thiếu 183.100 đ · Nông Thị Hạnh",
        "04/09/2026 · 0 đ · khớp · Nông Thị Hạnh",
    ]


def test_what_was_counted_so_far_is_told_while_one_types(
    school: Desk, page: MoneyOnPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, object]] = []

    def form(_: QWidget, request: FormRequest) -> FormValues | None:
        dialog = FormDialog(request, school.window)
        dialog.show()
        for pieces in ("1", "", "1", "1", "1", "1", "", "1", "", "1", "3"):
            field = dialog.focusWidget()
            QTest.keyClicks(field, pieces)
            (note,) = (each for each in dialog.findChildren(Note) if each.isVisibleTo(dialog))
            told.append((note.text(), note.property("tone")))
            if len(told) == 3:
                picture(dialog, "cash_count")
            QTest.keyClick(field, Qt.Key.Key_Tab)
        dialog.deleteLater()
        return None

    monkeypatch.setattr(page.bench.messages, "form", form)
    school.key(Qt.Key.Key_F5)
    assert told[0] == ("Đếm được 500.000 đ · còn thiếu 183.100 đ so với sổ", "waiting")
    assert told[2] == ("Đếm được 600.000 đ · còn thiếu 83.100 đ so với sổ", "waiting")
    assert told[10] == ("Đếm được 683.100 đ: khớp với sổ.", "done")


def test_more_than_the_books_is_told_as_over(
    school: Desk, page: MoneyOnPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def form(_: QWidget, request: FormRequest) -> FormValues | None:
        assert request.tally is not None
        empty = dict.fromkeys(field.name for field in request.fields)
        told.append(request.tally(FormValues({**empty, "n500000": 1, "n200000": 1}))[0])
        return None

    monkeypatch.setattr(page.bench.messages, "form", form)
    school.key(Qt.Key.Key_F5)
    assert told == ["Đếm được 700.000 đ · thừa 16.900 đ so với sổ"]


def test_an_order_goes_to_the_bank_and_is_confirmed(
    school: Desk,
    page: MoneyOnPage,
    made: money.Desk,
    messages: RecordedMessages,
    printing: RecordedPrinting,
) -> None:
    messages.answers.append({})
    school.key(Qt.Key.Key_F9)
    (order,) = remittances.list_remittances(made.ctx)
    assert order.amount == OWN_SHARE
    assert "1234567890" in printed.words(printing.shown[0][1])
    messages.answers.append({"bank_reference": "FT26250", "transferred_on": date(2026, 9, 5)})
    school.key(Qt.Key.Key_F6)
    (order,) = remittances.list_remittances(made.ctx)
    assert order.bank_reference == "FT26250"


def test_an_order_dated_tomorrow_waits_for_its_day(
    school: Desk, page: MoneyOnPage, made: money.Desk, messages: RecordedMessages
) -> None:
    cash_counts.count_cash(made.ctx, CountCash((), "đã nộp ngân hàng"))
    messages.answers.append({})
    school.key(Qt.Key.Key_F9)
    messages.answers.append({"bank_reference": "FT1"})
    school.key(Qt.Key.Key_F6)
    assert "06/09/2026" in messages.told[-1]
    assert len(messages.answers) == 1, "no form offers a day that is refused"
    made.ctx.clock.moment = made.ctx.clock.now().replace(day=6)  # type: ignore[attr-defined]
    school.key(Qt.Key.Key_F6)
    (order,) = remittances.list_remittances(made.ctx)
    assert (order.bank_reference, order.transferred_on) == ("FT1", order.ordered_on)


def test_an_order_is_taken_back_with_a_reason(
    school: Desk, page: MoneyOnPage, made: money.Desk, messages: RecordedMessages
) -> None:
    messages.answers += [{}, "sai số tài khoản"]
    school.key(Qt.Key.Key_F9)
    school.key(Qt.Key.Key_F9, SHIFT)
    (order,) = remittances.list_remittances(made.ctx)
    assert order.withdrawal_reason == "sai số tài khoản"
    assert cash_counts.expected_cash(made.ctx) == OWN_SHARE
    picture(school.window, "money_on_taken_back")


def test_the_match_names_whose_money_is_missing(
    school: Desk, page: MoneyOnPage, made: money.Desk
) -> None:
    names = {row.full_name for row in page.match_model.rows()}
    assert "Vi Thị Ánh" in names


def test_who_counts_is_told_the_sum_only_after_counting(
    page: MoneyOnPage, messages: RecordedMessages, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[FormRequest] = []

    def form(parent: QWidget, request: FormRequest) -> None:
        asked.append(request)

    monkeypatch.setattr(messages, "form", form)
    (row,) = (each for each in page.class_model.rows() if each.amount)
    MoneyForms(page).hand_over(row, "Cô Lan")
    (request,) = asked
    assert "counted" not in request.values
    assert format_dong(row.amount) not in request.text
    (problem,) = request.check(FormValues({"counted": row.amount - 1, "note": ""}))
    assert (problem.field, problem.params["expected"]) == ("counted", format_dong(row.amount))
    assert not request.check(FormValues({"counted": row.amount, "note": ""}))
    assert not request.check(FormValues({"counted": 1, "note": "cô báo sau"}))
