"""Money on: class hand-over, evening count, transfer order, three-way match."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.receipt import Tender
from ssdesk.domain.remittance import Difference, NoteCount
from ssdesk.errors import UserError
from ssdesk.services import cash_counts, enrolments, handovers, receipts, remittances
from ssdesk.services.cash_counts import CountCash, count_cash
from ssdesk.services.context import Context
from ssdesk.services.handovers import HandOver, hand_over
from ssdesk.services.payments import TEACHER
from ssdesk.services.remittances import ConfirmRemittance, OrderRemittance
from ssdesk.services.verification import verify_desk
from ssdesk.storage import desk as desk_rows
from tests.services.collecting import OWN_SHARE, Desk, collecting, open_round

TODAY = date(2026, 9, 5)


@pytest.fixture
def school(desk: Context) -> Desk:
    return collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), ("Hoàng Chi",))


def _hand(school: Desk, counted: int, note: str = "") -> handovers.HandedOver:
    return hand_over(school.ctx, HandOver(school.class_id(), counted, "Cô  Lan", note=note))


# --- hand-over


def test_a_class_hands_over_what_its_receipts_say(school: Desk) -> None:
    school.pay(0, held_by=TEACHER)
    school.pay(1, held_by=TEACHER)
    school.pay(2, held_by=TEACHER)
    done = _hand(school, 2 * OWN_SHARE)
    slip = done.handover
    assert (slip.number, slip.class_name, slip.amount) == (1, "10A1", 2 * OWN_SHARE)
    assert (slip.teacher_name, slip.cashier_name) == ("Cô Lan", "Lương Thị Mai")
    assert [line.full_name for line in done.lines] == ["Vi Thị Ánh", "Nông Văn Bảo"]
    assert handovers.handover_lines(school.ctx, slip.id) == done.lines
    assert handovers.get_handover(school.ctx, slip.id) == slip
    where = cash_counts.cash_position(school.ctx)
    assert [(item.class_name, item.amount) for item in where.classes] == [("11A1", OWN_SHARE)]
    assert where.with_cashier == 2 * OWN_SHARE


def test_what_is_missing_is_asked_for_next_time(school: Desk) -> None:
    school.pay(0, held_by=TEACHER)
    with pytest.raises(UserError, match="COUNT_DIFFERS") as refused:
        _hand(school, OWN_SHARE - 50_000)
    assert refused.value.params["difference"] == "-50.000"
    done = _hand(school, OWN_SHARE - 50_000, "thiếu, mai nộp bù")
    assert done.shortage == 50_000
    where = cash_counts.cash_position(school.ctx)
    assert (where.with_teachers, where.with_cashier) == (50_000, OWN_SHARE - 50_000)
    assert where.classes[0].shortage == 50_000
    assert handovers.expected_of_class(school.ctx, school.class_id()) == 50_000
    again = _hand(school, 50_000)
    assert (again.handover.number, again.handover.amount, again.lines) == (2, 0, ())
    assert cash_counts.cash_position(school.ctx).with_teachers == 0


def test_nothing_is_handed_over_twice(school: Desk) -> None:
    school.pay(0, held_by=TEACHER)
    _hand(school, OWN_SHARE)
    with pytest.raises(UserError, match="NOTHING_TO_HAND_OVER"):
        _hand(school, 0)


def test_a_voided_receipt_is_not_on_the_slip(school: Desk) -> None:
    receipt = school.pay(0, held_by=TEACHER)
    receipts.void_receipt(school.ctx, receipts.VoidReceipt(receipt, "nhầm"))
    assert handovers.held_by_teachers(school.ctx) == ()
    with pytest.raises(UserError, match="NOTHING_TO_HAND_OVER"):
        _hand(school, 0)


def test_handed_over_money_is_given_back_by_the_cashier(school: Desk) -> None:
    receipt = school.pay(0, held_by=TEACHER)
    _hand(school, OWN_SHARE)
    receipts.void_receipt(school.ctx, receipts.VoidReceipt(receipt, "nhầm"))
    where = cash_counts.cash_position(school.ctx)
    assert (where.with_teachers, where.with_cashier, where.total) == (0, 0, 0)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"teacher_name": " "}, "TEACHER_MISSING"),
        ({"counted": -1}, "COUNT_NEGATIVE"),
        ({"handed_on": date(2026, 9, 6)}, "PAID_IN_FUTURE"),
    ],
)
def test_a_wrong_slip_is_refused(school: Desk, change: dict[str, object], code: str) -> None:
    school.pay(0, held_by=TEACHER)
    command = replace(HandOver(school.class_id(), OWN_SHARE, "Cô Lan"), **change)  # type: ignore[arg-type]
    with pytest.raises(UserError, match=code):
        hand_over(school.ctx, command)


def test_after_the_count_every_door_writes_to_the_next_day(school: Desk, clock: FixedClock) -> None:
    school.pay(0, held_by=TEACHER)
    wrong = school.pay(1)
    school.pay(2)
    count_cash(school.ctx, CountCash((), "chưa mở két"))
    before, next_day = cash_counts.expected_cash(school.ctx, TODAY), date(2026, 9, 6)
    with pytest.raises(UserError) as refused:
        hand_over(school.ctx, HandOver(school.class_id(), OWN_SHARE, "Cô Lan", handed_on=TODAY))
    assert (refused.value.code, refused.value.params["open_day"]) == (
        "DAY_CLOSED_NEXT_OPEN",
        "06/09/2026",
    )
    assert _hand(school, OWN_SHARE).handover.handed_on == next_day
    voided = receipts.void_receipt(school.ctx, receipts.VoidReceipt(wrong, "nhầm")).receipt
    assert voided.voided_on == next_day
    order = remittances.order_remittance(school.ctx, OrderRemittance()).remittance
    assert order.ordered_on == next_day
    back = remittances.withdraw_remittance(school.ctx, order.id, "sai số tài khoản").remittance
    assert back.withdrawn_on == next_day
    remittances.order_remittance(school.ctx, OrderRemittance())
    assert cash_counts.expected_cash(school.ctx, TODAY) == before
    assert cash_counts.expected_cash(school.ctx, next_day) == 0


def test_an_unknown_slip(desk: Context) -> None:
    with pytest.raises(UserError, match="HANDOVER_UNKNOWN"):
        handovers.get_handover(desk, "x")


# --- evening count


def test_the_count_closes_its_day_and_those_before(school: Desk, clock: FixedClock) -> None:
    school.pay(0, 500_000)
    school.pay(1, tender=Tender.TRANSFER)
    assert cash_counts.expected_cash(school.ctx) == 500_000
    done = count_cash(school.ctx, CountCash((NoteCount(100_000, 5),))).count
    assert (done.counted, done.difference) == (500_000, 0)
    assert cash_counts.get_count(school.ctx, TODAY) == done
    assert cash_counts.last_closed_day(school.ctx) == TODAY
    clock.moment = datetime(2026, 9, 6, 8, 0)
    for day in (TODAY, date(2026, 9, 4)):
        with pytest.raises(UserError, match="DAY_CLOSED"):
            school.pay(2, paid_on=day)
        with pytest.raises(UserError, match="DAY_CLOSED"):
            count_cash(school.ctx, CountCash((), "lại", day))
    school.pay(2)


def test_yesterday_can_be_counted_with_yesterdays_money(school: Desk, clock: FixedClock) -> None:
    school.pay(0, 200_000)
    clock.moment = datetime(2026, 9, 6, 8, 0)
    school.pay(1, 100_000)
    done = count_cash(school.ctx, CountCash((NoteCount(200_000, 1),), counted_on=TODAY)).count
    assert done.expected == 200_000
    assert cash_counts.expected_cash(school.ctx) == 300_000


@pytest.mark.parametrize(
    ("notes", "code"),
    [
        ((NoteCount(300_000, 1),), "NOTE_UNKNOWN"),
        ((NoteCount(1_000, -1),), "COUNT_NEGATIVE"),
        ((NoteCount(1_000, 1), NoteCount(1_000, 2)), "NOTE_TWICE"),
        ((NoteCount(1_000, 1),), "COUNT_DIFFERS"),
    ],
)
def test_a_wrong_count_closes_nothing(
    school: Desk, notes: tuple[NoteCount, ...], code: str
) -> None:
    with pytest.raises(UserError, match=code):
        count_cash(school.ctx, CountCash(notes))
    assert cash_counts.list_counts(school.ctx) == ()


def test_tomorrow_is_not_counted(school: Desk) -> None:
    with pytest.raises(UserError, match="COUNT_IN_FUTURE"):
        count_cash(school.ctx, CountCash((), counted_on=date(2026, 9, 6)))


# --- transfer order


def test_an_order_takes_whole_money_with_cashier_and_bank(school: Desk) -> None:
    school.pay(0)
    school.pay(1, tender=Tender.TRANSFER)
    school.pay(2, 100_000)
    order = remittances.order_remittance(school.ctx, OrderRemittance()).remittance
    assert (order.amount, order.receipts) == (2 * OWN_SHARE, 2)
    assert order.memo == "HS0020A TRUONG THPT CHU VAN AN NOP BHYT HSSV THANG 09 2026"
    assert (order.account_number, order.bank_name) == ("1234567890", "Agribank Lạng Sơn")
    with pytest.raises(UserError, match="NOTHING_TO_REMIT"):
        remittances.order_remittance(school.ctx, OrderRemittance())
    where = cash_counts.cash_position(school.ctx)
    assert (where.with_cashier, where.in_bank, where.remitted) == (100_000, 0, 2 * OWN_SHARE)


def test_an_order_can_be_of_one_round_or_of_chosen_money(school: Desk) -> None:
    other = open_round(school.ctx, "Đợt 2")
    enrolments.sign_up(school.ctx, enrolments.SignUp(other))
    school.pay(0)
    school.pay(1)
    with pytest.raises(UserError, match="NOTHING_TO_REMIT"):
        remittances.order_remittance(school.ctx, OrderRemittance(round_ids=(other,)))
    first, second = remittances.ready_payments(school.ctx)
    one = OrderRemittance((first.payment_id,), memo="Chuyển đợt 1")
    done = remittances.order_remittance(school.ctx, one).remittance
    assert (done.amount, done.memo) == (OWN_SHARE, "Chuyển đợt 1")
    with pytest.raises(UserError, match="PAYMENT_NOT_READY"):
        remittances.order_remittance(school.ctx, one)
    rest = OrderRemittance(round_ids=(school.round_id,))
    assert remittances.order_remittance(school.ctx, rest).remittance.number == 2
    assert second.full_name == "Nông Văn Bảo"


def test_cash_that_is_not_there_cannot_be_transferred(school: Desk) -> None:
    school.pay(0, held_by=TEACHER)
    _hand(school, OWN_SHARE - 1_000, "thiếu")
    with pytest.raises(UserError, match="CASH_SHORT") as refused:
        remittances.order_remittance(school.ctx, OrderRemittance())
    assert refused.value.params["difference"] == "1.000"


def test_an_order_after_the_count_of_the_day(school: Desk) -> None:
    school.pay(0)
    count_cash(school.ctx, CountCash((), "đã nộp ngân hàng"))
    remittances.order_remittance(school.ctx, OrderRemittance())
    school.ctx.clock.moment = datetime(2026, 9, 6, 8, 0)  # type: ignore[attr-defined]
    school.pay(1)
    count_cash(school.ctx, CountCash((), "chưa mở két"))
    with pytest.raises(UserError, match="DAY_CLOSED"):
        remittances.order_remittance(school.ctx, OrderRemittance(ordered_on=TODAY))


def test_an_order_after_the_count_is_confirmed_from_its_own_day(school: Desk) -> None:
    school.pay(0)
    count_cash(school.ctx, CountCash((), "đã nộp ngân hàng"))
    order = remittances.order_remittance(school.ctx, OrderRemittance()).remittance
    assert order.ordered_on == date(2026, 9, 6)
    with pytest.raises(UserError) as refused:
        remittances.confirm_remittance(school.ctx, ConfirmRemittance(order.id, "FT1", TODAY))
    assert refused.value.code == "TRANSFERRED_BEFORE_ORDER"
    assert refused.value.params["ordered_on"] == "06/09/2026"
    school.ctx.clock.moment = datetime(2026, 9, 6, 8, 0)  # type: ignore[attr-defined]
    done = ConfirmRemittance(order.id, "FT1", order.ordered_on)
    assert remittances.confirm_remittance(school.ctx, done).remittance.bank_reference == "FT1"


def test_an_order_needs_an_account(school: Desk) -> None:
    school.pay(0)
    with school.ctx.store.write("van.thu", school.ctx.clock.now()) as unit:
        desk_rows.write_profile(unit, replace(school.ctx.profile(), account_number=""))
    with pytest.raises(UserError, match="ACCOUNT_MISSING"):
        remittances.order_remittance(school.ctx, OrderRemittance())


@pytest.mark.parametrize(
    ("reference", "day", "code"),
    [
        (" ", TODAY, "BANK_REFERENCE_MISSING"),
        ("FT1", date(2026, 9, 4), "TRANSFERRED_BEFORE_ORDER"),
        ("FT1", date(2026, 9, 6), "PAID_IN_FUTURE"),
    ],
)
def test_a_wrong_confirmation(school: Desk, reference: str, day: date, code: str) -> None:
    school.pay(0)
    order = remittances.order_remittance(school.ctx, OrderRemittance()).remittance
    with pytest.raises(UserError, match=code):
        remittances.confirm_remittance(school.ctx, ConfirmRemittance(order.id, reference, day))


def test_an_order_is_confirmed_once(school: Desk) -> None:
    school.pay(0)
    order = remittances.order_remittance(school.ctx, OrderRemittance()).remittance
    answer = ConfirmRemittance(order.id, "FT26248", TODAY)
    saved = remittances.confirm_remittance(school.ctx, answer).remittance
    assert remittances.list_remittances(school.ctx) == (saved,)
    assert cash_counts.cash_position(school.ctx).confirmed == OWN_SHARE
    with pytest.raises(UserError, match="REMITTANCE_CONFIRMED"):
        remittances.confirm_remittance(school.ctx, answer)
    with pytest.raises(UserError, match="REMITTANCE_UNKNOWN"):
        remittances.confirm_remittance(school.ctx, replace(answer, remittance_id="x"))


# --- three-way match


def _list(school: Desk, places: tuple[int, ...]) -> None:
    ctx = school.ctx
    with ctx.store.write("van.thu", ctx.clock.now()) as unit:
        unit.insert(
            "submission",
            id="s1",
            round_id=school.round_id,
            form="mau-so-3",
            number=1,
            list_date="2026-09-05",
            people=len(places),
            own_share=0,
            complete=0,
            data="{}",
            posted_at="",
            posted_by="",
        )
        for position, place in enumerate(places):
            unit.insert(
                "submission_line",
                submission_id="s1",
                position=position,
                enrolment_id=school.owing[place],
            )


def test_the_difference_is_named_for_each_pupil(school: Desk) -> None:
    school.pay(0)
    school.pay(1)
    first = remittances.ready_payments(school.ctx)[0].payment_id
    remittances.order_remittance(school.ctx, OrderRemittance((first,)))
    _list(school, (0, 2))
    match = remittances.match_round(school.ctx, school.round_id)
    assert match.list_made
    assert {line.full_name: line.reasons for line in match.lines} == {
        "Vi Thị Ánh": (),
        "Nông Văn Bảo": (Difference.PAID_NOT_LISTED, Difference.PAID_NOT_TRANSFERRED),
        "Hoàng Chi": (Difference.LISTED_NOT_PAID,),
    }
    assert (match.listed, match.receipted, match.transferred) == (
        2 * OWN_SHARE,
        2 * OWN_SHARE,
        OWN_SHARE,
    )
    assert not match.agrees
    missing = match.with_difference(Difference.LISTED_NOT_PAID)
    assert [line.full_name for line in missing] == ["Hoàng Chi"]


def test_an_instalment_is_named_and_waits(school: Desk) -> None:
    school.pay(0, 100_000)
    match = remittances.match_round(school.ctx, school.round_id)
    assert [line.reasons for line in match.differences] == [(Difference.INSTALMENT,)]
    _list(school, (0,))
    match = remittances.match_round(school.ctx, school.round_id)
    assert [line.reasons for line in match.differences] == [(Difference.LISTED_PART_PAID,)]


def test_the_three_agree(school: Desk) -> None:
    for place in range(3):
        school.pay(place)
    remittances.order_remittance(school.ctx, OrderRemittance())
    for made in (False, True):
        if made:
            _list(school, (0, 1, 2))
        match = remittances.match_round(school.ctx, school.round_id)
        assert match.agrees
        assert match.listed == match.receipted == match.transferred == 3 * OWN_SHARE
        assert match.people_listed == match.people_receipted == match.people_transferred == 3


def test_an_order_that_the_bank_never_did_is_taken_back(desk: Context) -> None:
    school = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"))
    school.pay(0)
    order = remittances.order_remittance(desk, OrderRemittance()).remittance
    assert remittances.ready_payments(desk) == ()
    with pytest.raises(UserError, match="REASON_MISSING"):
        remittances.withdraw_remittance(desk, order.id, " ")
    saved = remittances.withdraw_remittance(desk, order.id, "sai số tài khoản").remittance
    assert (saved.withdrawn_on, saved.withdrawal_reason, saved.receipts) == (
        desk.clock.today(),
        "sai số tài khoản",
        1,
    )
    assert cash_counts.expected_cash(desk) == OWN_SHARE
    again = remittances.order_remittance(desk, OrderRemittance()).remittance
    assert (again.number, again.amount) == (order.number + 1, OWN_SHARE)
    for refused in (
        lambda: remittances.withdraw_remittance(desk, order.id, "lần nữa"),
        lambda: remittances.confirm_remittance(
            desk, ConfirmRemittance(order.id, "FT1", desk.clock.today())
        ),
    ):
        with pytest.raises(UserError, match="REMITTANCE_WITHDRAWN"):
            refused()
    assert verify_desk(desk) == ()


def test_what_the_bank_has_done_is_not_taken_back(desk: Context) -> None:
    school = collecting(desk, ("Vi Thị Ánh",))
    school.pay(0)
    order = remittances.order_remittance(desk, OrderRemittance()).remittance
    done = ConfirmRemittance(order.id, "FT1", desk.clock.today())
    remittances.confirm_remittance(desk, done)
    with pytest.raises(UserError, match="REMITTANCE_CONFIRMED"):
        remittances.withdraw_remittance(desk, order.id, "nhầm")


def test_a_counted_day_keeps_its_cash_when_an_order_comes_back_later(
    desk: Context, clock: FixedClock
) -> None:
    school = collecting(desk, ("Vi Thị Ánh",))
    school.pay(0)
    order = remittances.order_remittance(desk, OrderRemittance()).remittance
    first = clock.today()
    count_cash(desk, CountCash(()))
    clock.moment = datetime(2026, 9, 6, 8, 0)
    remittances.withdraw_remittance(desk, order.id, "sai số tài khoản")
    assert cash_counts.expected_cash(desk, first) == 0
    assert cash_counts.expected_cash(desk) == OWN_SHARE
