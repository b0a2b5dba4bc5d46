"""A collector's day: taken, counted, handed over; then nothing of it moves."""

from __future__ import annotations

from datetime import date

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.receipt import Tender
from ssdesk.domain.remittance import NoteCount
from ssdesk.errors import UserError
from ssdesk.services import remittances
from ssdesk.services.cash_counts import CountCash, count_cash, expected_cash
from ssdesk.services.collector_cash import (
    CountCollector,
    HandOverCollector,
    cash_of,
    count_collector,
    hand_over_collector,
    list_cash,
    list_counts,
    list_handovers,
    list_held,
    settle_advance,
)
from ssdesk.services.collectors import SaveCollector, save_collector
from ssdesk.services.households.planning import HealthItem
from ssdesk.services.receipts import VoidReceipt, void_receipt
from ssdesk.services.verification import verify_desk
from tests.services.households.test_collecting import OF_RANK, Yard, yard

__all__ = ["yard"]

NOTES = (NoteCount(500_000, 2), NoteCount(100_000, 3), NoteCount(50_000, 1))
"""1,350,000 dong: 16,200 less than the first order's premium."""


def handed(yard: Yard, counted: int, note: str = "") -> int:
    command = HandOverCollector(yard.collector_id, counted, note)
    return hand_over_collector(yard.ctx, command).missing


def test_what_a_collector_took_is_the_cashiers_once_handed_over(yard: Yard) -> None:
    head, wife, child = yard.members
    yard.pays(HealthItem(head.id), HealthItem(wife.id))
    yard.pays(HealthItem(child.id), tender=Tender.TRANSFER)
    cash = cash_of(yard.ctx, yard.collector_id)
    assert (cash.owed, cash.receipts) == (OF_RANK[0] + OF_RANK[1], 1)
    assert [line.full_name for line in list_held(yard.ctx, yard.collector_id)] == [
        "Hoàng Văn Páo",
        "Vi Thị Sen",
    ]
    assert expected_cash(yard.ctx) == 0
    assert handed(yard, cash.owed) == 0
    assert cash_of(yard.ctx, yard.collector_id).owed == 0
    assert expected_cash(yard.ctx) == OF_RANK[0] + OF_RANK[1]
    (slip,) = list_handovers(yard.ctx)
    assert (slip.number, slip.collector_name, slip.counted) == (1, "Lò Văn Ón", slip.amount)
    assert sum(item.amount for item in remittances.ready_payments(yard.ctx)) == sum(OF_RANK)
    assert verify_desk(yard.ctx) == ()


def test_what_is_missing_stays_with_the_collector(yard: Yard) -> None:
    yard.pays(HealthItem(yard.members[0].id))
    with pytest.raises(UserError) as refused:
        handed(yard, 1_350_000)
    assert refused.value.code == "COUNT_DIFFERS"
    assert handed(yard, 1_350_000, "thiếu tiền lẻ") == 16_200
    cash = cash_of(yard.ctx, yard.collector_id)
    assert (cash.held, cash.shortage, cash.owed) == (0, 16_200, 16_200)
    assert expected_cash(yard.ctx) == 1_350_000
    assert handed(yard, 16_200) == 0
    with pytest.raises(UserError) as refused:
        handed(yard, 0)
    assert refused.value.code == "NOTHING_TO_HAND_OVER"


def test_a_counted_day_takes_no_more_of_that_collectors_cash(yard: Yard) -> None:
    head, wife, child = yard.members
    yard.pays(HealthItem(head.id))
    with pytest.raises(UserError) as refused:
        count_collector(yard.ctx, CountCollector(yard.collector_id, NOTES))
    assert refused.value.code == "COUNT_DIFFERS"
    done = count_collector(yard.ctx, CountCollector(yard.collector_id, NOTES, "thiếu 16.200 đ"))
    assert (done.count.expected, done.count.difference) == (OF_RANK[0], -16_200)
    assert list_counts(yard.ctx, yard.collector_id) == (done.count,)
    today = yard.ctx.clock.today()
    assert yard.refuses(HealthItem(wife.id), paid_on=today) == "DAY_CLOSED_NEXT_OPEN"
    receipt = yard.pays(HealthItem(wife.id)).payment.receipt
    assert receipt.issued_on == date(2026, 9, 6)
    with pytest.raises(UserError) as refused:
        count_collector(yard.ctx, CountCollector(yard.collector_id, (), "trống"))
    assert refused.value.code == "DAY_CLOSED"
    other = save_collector(yard.ctx, SaveCollector("NVT02", "Vi Văn Thắng")).collector
    yard.collector_id = other.id
    assert yard.pays(HealthItem(child.id)).payment.receipt.issued_on == today


def test_the_cashiers_count_leaves_collectors_collecting(yard: Yard) -> None:
    head, wife, _ = yard.members
    count_cash(yard.ctx, CountCash(()))
    assert yard.pays(HealthItem(head.id)).payment.receipt.issued_on == date(2026, 9, 5)
    assert (
        yard.refuses(HealthItem(wife.id), at_cashier=True, paid_on=date(2026, 9, 5))
        == "DAY_CLOSED_NEXT_OPEN"
    )


def test_money_the_collector_gave_is_shown_until_it_is_paid_back(yard: Yard) -> None:
    head, wife, _ = yard.members
    first = yard.pays(HealthItem(head.id), advanced=True)
    second = yard.pays(HealthItem(wife.id), advanced=True)
    assert cash_of(yard.ctx, yard.collector_id).advanced == OF_RANK[0] + OF_RANK[1]
    settle_advance(yard.ctx, first.payment.receipt_id)
    void_receipt(yard.ctx, VoidReceipt(second.payment.receipt_id, "không lấy thẻ nữa"))
    assert cash_of(yard.ctx, yard.collector_id).advanced == 0
    with pytest.raises(UserError) as refused:
        settle_advance(yard.ctx, first.payment.receipt_id)
    assert refused.value.code == "ADVANCE_NONE"


def test_a_void_after_the_hand_over_is_the_cashiers(yard: Yard, clock: FixedClock) -> None:
    done = yard.pays(HealthItem(yard.members[0].id))
    handed(yard, OF_RANK[0])
    void_receipt(yard.ctx, VoidReceipt(done.payment.receipt_id, "thu nhầm hộ"))
    assert expected_cash(yard.ctx) == 0
    assert [item.owed for item in list_cash(yard.ctx)] == [0]
    assert verify_desk(yard.ctx) == ()
