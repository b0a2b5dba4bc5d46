"""A payment takes as long in a full store as in an empty one, measured beside one fsync."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ssdesk.services import enrolments
from ssdesk.services.context import Context
from tests.services.collecting import Desk, collecting

REPEATS = 40
FAMILY = tuple(f"Họ {chr(65 + i)}" for i in range(20))


def _milliseconds(work: Callable[[int], object]) -> float:
    taken = []
    for turn in range(REPEATS):
        start = time.perf_counter()
        work(turn)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def _fsync(folder: Path) -> float:
    with (folder / "page").open("wb", buffering=0) as file:

        def write(turn: int) -> None:
            file.write(turn.to_bytes(4, "big") * 1024)
            os.fsync(file.fileno())

        return _milliseconds(write)


def _fill(school: Desk, payments: int) -> None:
    """Receipts of others, straight into the store: only their number matters here."""
    ctx, other = school.ctx, school.enrolment(0)
    day = "2026-09-01"
    with ctx.store.write("bench", ctx.clock.now()) as unit:
        unit.executemany(
            "INSERT INTO receipt (id, book_id, number, issued_on, payer_name, amount, tender, data,"
            " posted_at, posted_by) VALUES (?, ?, ?, ?, '', 1, 'cash', '{}', '', '')",
            ((f"r{n}", school.paper_id, 1000 + n, day) for n in range(payments)),
        )
        unit.executemany(
            "INSERT INTO payment (id, receipt_id, enrolment_id, person_id, amount, tender, held_by,"
            " paid_on, posted_at, posted_by) VALUES (?, ?, ?, ?, 1, 'cash', 'cashier', ?, '', '')",
            ((f"p{n}", f"r{n}", other.id, other.person_id, day) for n in range(payments)),
        )


def _compare(desk: Context, folder: Path, payments: int) -> tuple[float, float, float]:
    names = tuple(f"{family} {given}" for family in FAMILY for given in ("Ánh", "Bảo", "Chi"))
    school = collecting(desk, (*names, "Vi Dư"))
    items = enrolments.list_enrolments(desk, school.round_id)
    assert len(items) > REPEATS
    empty = _milliseconds(lambda turn: school.pay(turn + 1, 1_000))
    _fill(school, payments)
    full = _milliseconds(lambda turn: school.pay(turn + 1, 1_000))
    fsync = _fsync(folder)
    print(f"payment: {empty:.2f} ms empty, {full:.2f} ms at {payments:,}, one fsync {fsync:.2f} ms")
    return empty, full, fsync


def test_a_payment_stays_fast(desk: Context, tmp_path: Path) -> None:
    empty, full, fsync = _compare(desk, tmp_path, 20_000)
    assert full <= 2 * empty + fsync + 2


@pytest.mark.nightly
def test_a_payment_stays_fast_at_one_and_a_half_million(desk: Context, tmp_path: Path) -> None:
    empty, full, fsync = _compare(desk, tmp_path, 1_500_000)
    assert full <= 2 * empty + fsync + 2
