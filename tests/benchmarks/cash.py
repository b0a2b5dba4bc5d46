"""Where every dong is, in stores with more and more years behind a counted day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ssdesk.services import cash_counts, handovers, remittances
from ssdesk.services.payments import TEACHER
from ssdesk.storage.store import Reader
from tests.benchmarks.desks import new_desk
from tests.benchmarks.measuring import Figure, best
from tests.services.collecting import Desk, collecting

SIZES = (1_000, 40_000, 400_000)
_ORDER = 800
_OPEN = 40
_NAMES = tuple(f"Họ {chr(65 + n % 20)} Em {chr(65 + n // 20)}" for n in range(_OPEN + 1))
# What a desk asks for without anything kept: all that was ever paid, added up.
_ALL = "SELECT sum(amount) FROM payment WHERE held_by = 'cashier' AND paid_on <= ?"


def measure(folder: Path, size: int) -> Figure:
    """The money page's three sums, beside adding up all payments of the store."""
    school = collecting(new_desk(folder), _NAMES)
    _closed_history(school, size)
    for place in range(1, _OPEN + 1):
        school.pay(place, 1_000, **({"held_by": TEACHER} if place % 2 else {}))
    ctx, today = school.ctx, school.ctx.clock.today()
    ours = best(lambda: _asked(school), 20)
    peer = best(lambda: _added_up(ctx.store.reader, today), 20)
    ctx.close()
    return Figure(
        "cash at hand, not handed over, not remitted",
        size,
        ours,
        peer=peer,
        peer_name="all payments added up once",
        goal="flat: no growth with closed history",
    )


def _asked(school: Desk) -> None:
    cash_counts.expected_cash(school.ctx)
    handovers.held_by_teachers(school.ctx)
    remittances.ready_payments(school.ctx)
    cash_counts.cash_position(school.ctx)


def _added_up(reader: Reader, day: date) -> None:
    reader.value(_ALL, (day.isoformat(),))


def _closed_history(school: Desk, payments: int) -> None:
    """Years of payments, slips and orders of others, straight into the store, then a count."""
    ctx, other, day = school.ctx, school.enrolment(0), "2026-09-01"
    class_id, orders = school.class_id(), range(-(-payments // _ORDER))
    with ctx.store.write("bench", ctx.clock.now()) as unit:
        unit.executemany(
            "INSERT INTO receipt (id, book_id, number, issued_on, payer_name, amount, tender, data,"
            " posted_at, posted_by) VALUES (?, ?, ?, ?, '', 1, 'cash', '{}', '', '')",
            ((f"r{n}", school.paper_id, 1000 + n, day) for n in range(payments)),
        )
        unit.executemany(
            "INSERT INTO payment (id, receipt_id, enrolment_id, person_id, amount, tender, held_by,"
            " paid_on, posted_at, posted_by) VALUES (?, ?, ?, ?, 1, 'cash', 'teacher', ?, '', '')",
            ((f"p{n}", f"r{n}", other.id, other.person_id, day) for n in range(payments)),
        )
        unit.executemany(
            "INSERT INTO handover (id, class_id, number, handed_on, teacher_name, cashier_name,"
            " amount, counted, posted_at, posted_by) VALUES (?, ?, ?, ?, '', '', ?, ?, '', '')",
            ((f"h{n}", class_id, n + 1, day, _ORDER, _ORDER) for n in orders),
        )
        unit.executemany(
            "INSERT INTO remittance (id, number, ordered_on, amount, account_number, account_name,"
            " bank_name, memo, posted_at, posted_by, receipt_count)"
            " VALUES (?, ?, ?, ?, '', '', '', '', '', '', ?)",
            ((f"o{n}", n + 1, day, _ORDER, _ORDER) for n in orders),
        )
        for table, parent, letter in (
            ("handover_payment", "handover_id", "h"),
            ("remittance_line", "remittance_id", "o"),
        ):
            unit.executemany(
                f"INSERT INTO {table} (payment_id, {parent}) VALUES (?, ?)",
                ((f"p{n}", f"{letter}{n // _ORDER}") for n in range(payments)),
            )
    cash_counts.count_cash(ctx, cash_counts.CountCash((), "đối chiếu", date(2026, 9, 2)))
