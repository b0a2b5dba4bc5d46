"""One payment, from its command to durable, in stores of more and more payments."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.desks import new_desk
from tests.benchmarks.measuring import Figure, each, p99
from tests.services.collecting import Desk, collecting

SIZES = (1_000, 40_000, 1_500_000)
_TIMES = 300
_FAMILY = tuple(f"Họ {chr(65 + i)}" for i in range(20))
_GIVEN = ("Ánh", "Bảo", "Chi")


def measure(folder: Path, size: int) -> Figure:
    """The slowest of a hundred payments beside one fsync and one row of plain SQLite."""
    names = tuple(f"{family} {given}" for family in _FAMILY for given in _GIVEN)
    school = collecting(new_desk(folder), (*names, "Vi Dư"))
    _fill(school, size)
    # One small payment after another, each pupil in turn: none is paid in full on the way.
    ours = each(lambda turn: school.pay(1 + turn % (len(names) - 1), 1_000), _TIMES)
    fsync = each(_append(folder), _TIMES)
    plain = each(_plain_row(folder), _TIMES)
    school.ctx.close()
    return Figure(
        "one payment, p99",
        size,
        p99(ours),
        limit=p99(fsync),
        limit_name="16 KiB appended, one fsync, p99",
        peer=p99(plain),
        peer_name="one row of plain SQLite, p99",
        goal="≤ 3 x limit and one repaint, flat",
    )


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


def _append(folder: Path) -> Callable[[int], None]:
    raw = os.open(folder / "raw", os.O_WRONLY | os.O_CREAT)

    def append(_: int) -> None:
        os.write(raw, bytes(16_384))
        os.fsync(raw)

    return append


def _plain_row(folder: Path) -> Callable[[int], None]:
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA synchronous = FULL")
    plain.execute("CREATE TABLE payment (id TEXT PRIMARY KEY, amount INTEGER, paid_on TEXT)")

    def insert(number: int) -> None:
        row = (f"p{number}", 683_100, "2026-09-05")
        plain.execute("INSERT INTO payment VALUES (?, ?, ?)", row)

    return insert
