"""What the first page asks for, the most urgent first."""

from __future__ import annotations

from datetime import datetime

from ssdesk.clock import FixedClock
from ssdesk.services.context import Context
from ssdesk.services.overview import TodoKind, overview
from tests.services.collecting import OWN_SHARE, YEAR, add_pupils, collecting


def test_who_has_paid_nothing_by_the_last_day_comes_first(desk: Context, clock: FixedClock) -> None:
    owing = collecting(desk, ("Đàm Thị Ngọc Ánh", "Hoàng Gia Bảo", "Vi Thị Diệp"))
    owing.pay(0)
    add_pupils(desk, ("Nông Thị Lụa",), "10A1")
    assert TodoKind.DUE not in {todo.kind for todo in overview(desk, YEAR).todos}
    clock.moment = datetime(2026, 9, 24, 8, 0)
    soon = overview(desk, YEAR).todos
    kinds = [todo.kind for todo in soon]
    assert kinds.index(TodoKind.LEFT_OVER) < kinds.index(TodoKind.DUE)
    assert kinds.index(TodoKind.DUE) < kinds.index(TodoKind.NOT_LISTED)
    clock.moment = datetime(2026, 9, 30, 8, 0)
    first = overview(desk, YEAR).todos[0]
    assert first.kind is TodoKind.DUE
    assert set(first.entry_ids) == set(owing.entries[1:])
    assert first.amount == 2 * OWN_SHARE
