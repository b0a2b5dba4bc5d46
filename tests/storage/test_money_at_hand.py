"""Where the money is: asked of what is on its way, never of all that was ever paid."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from importlib.resources import files
from typing import Any

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.receipt import Tender
from ssdesk.errors import UserError
from ssdesk.services import cash_counts, handovers, receipts, remittances
from ssdesk.services.cash_counts import CountCash, count_cash
from ssdesk.services.context import Context
from ssdesk.services.handovers import HandOver
from ssdesk.services.payments import TEACHER
from ssdesk.storage import handovers as handover_rows
from ssdesk.storage import migrations, verify
from ssdesk.storage import remittances as remittance_rows
from ssdesk.storage.queries import money
from ssdesk.storage.store import Reader, Row, Unit
from tests.services.collecting import OWN_SHARE, Desk, collecting

SCRIPT = "m0015_money_at_hand.sql"


@pytest.fixture
def school(desk: Context, clock: FixedClock) -> Desk:
    """Two days of all that can happen to money; the first day's cash is counted."""
    made = collecting(desk, ("Vi Ánh", "Vi Bảo", "Vi Chi", "Vi Dung"), ("Hoàng Én", "Hoàng Phú"))
    made.pay(0, held_by=TEACHER)
    made.pay(1)
    wrong = made.pay(2)
    made.pay(3, tender=Tender.TRANSFER)
    handovers.hand_over(desk, HandOver(made.class_id(), OWN_SHARE - 1_000, "Cô Lan", note="thiếu"))
    whole = [each for each in remittances.ready_payments(desk) if each.full_name != "Vi Ánh"]
    chosen = tuple(each.payment_id for each in whole if each.receipt_id != wrong)
    remittances.order_remittance(desk, remittances.OrderRemittance(chosen))
    count_cash(desk, CountCash((), "chưa mở két"))
    clock.moment = datetime(2026, 9, 6, 8, 0)
    back = remittances.list_remittances(desk)[0]
    remittances.withdraw_remittance(desk, back.id, "sai số tài khoản")
    receipts.void_receipt(desk, receipts.VoidReceipt(wrong, "nhầm"))
    made.pay(4, held_by=TEACHER)
    made.pay(5)
    return made


class Plans:
    """Asks a store how it would answer, and answers."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.scans: list[str] = []

    def rows(self, sql: str, params: Any = ()) -> list[Row]:
        plan = self._reader.rows(f"EXPLAIN QUERY PLAN {sql}", params)
        self.scans += [row["detail"] for row in plan if row["detail"].startswith("SCAN")]
        return self._reader.rows(sql, params)

    def one(self, sql: str, params: Any = ()) -> Row | None:
        found = self.rows(sql, params)
        return found[0] if found else None

    def value(self, sql: str, params: Any = ()) -> Any:
        self.rows(sql, params)
        return self._reader.value(sql, params)


def test_no_answer_walks_through_closed_history(school: Desk) -> None:
    plans: Any = Plans(school.ctx.store.reader)
    money.cash_until(plans, date(2026, 9, 6))
    money.position(plans)
    money.class_cash(plans, school.class_id())
    handover_rows.held_by_teachers(plans)
    handover_rows.last_counted(plans)
    remittance_rows.ready(plans)
    # Orders are few; slips are walked only where they differ; and rows already grouped.
    allowed = r"SCAN (o|held|t|CONSTANT ROW|h USING COVERING INDEX handover_differing)\b"
    walked = [scan for scan in plans.scans if not re.match(allowed, scan)]
    assert walked == []


def test_a_store_of_before_learns_where_its_money_is(school: Desk) -> None:
    ctx = school.ctx
    before = cash_counts.cash_position(ctx)
    days = [cash_counts.expected_cash(ctx, date(2026, 9, day)) for day in (4, 5, 6)]
    ready = remittances.ready_payments(ctx)
    orders = remittances.list_remittances(ctx)
    with ctx.store.write("van.thu", ctx.clock.now()) as unit:
        _as_before(unit)
        script = files(migrations).joinpath(SCRIPT).read_text(encoding="utf-8")
        for statement in migrations._statements(script):
            unit.execute(statement)
    assert verify.money(ctx.store.reader) == ()
    assert cash_counts.cash_position(ctx) == before
    assert [cash_counts.expected_cash(ctx, date(2026, 9, day)) for day in (4, 5, 6)] == days
    assert remittances.ready_payments(ctx) == ready
    assert remittances.list_remittances(ctx) == orders


def _as_before(unit: Unit) -> None:
    """Takes away what the change of the schema brought."""
    script = files(migrations).joinpath(SCRIPT).read_text(encoding="utf-8")
    for kind in ("TRIGGER", "INDEX", "TABLE"):
        for name in re.findall(rf"^CREATE {kind} (\w+)", script, re.MULTILINE):
            unit.execute(f"DROP {kind} {name}")
    unit.execute("ALTER TABLE remittance DROP COLUMN receipt_count")


def test_the_store_itself_keeps_slips_and_orders_off_a_counted_day(school: Desk) -> None:
    ctx = school.ctx
    (slip,) = handovers.list_handovers(ctx)
    (order,) = remittances.list_remittances(ctx)
    late = replace(slip, id="h2", number=2)
    for write in (
        lambda unit: handover_rows.insert(unit, late, ()),
        lambda unit: remittance_rows.insert(unit, replace(order, id="r2", number=2), ()),
        lambda unit: remittance_rows.withdraw(unit, order.id, "nhầm", date(2026, 9, 5)),
    ):
        with (
            pytest.raises(UserError, match="DAY_CLOSED"),
            ctx.store.write("van.thu", ctx.clock.now()) as unit,
        ):
            write(unit)
