"""Cash in the hands of collectors: held, counted in the evening, handed over, advanced."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from ssdesk.domain.remittance import NoteCount
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class CollectorCash:
    """What a collector answers for, in dong.

    Args:
        held: on valid receipts and not handed over yet.
        shortage: missing at earlier hand-overs; negative where more was handed in.
        advanced: part of `held` that the collector gave for households who have not paid yet.
    """

    collector_id: str
    code: str
    full_name: str
    held: int
    shortage: int
    advanced: int
    receipts: int

    @property
    def owed(self) -> int:
        """What is to be handed in."""
        return self.held + self.shortage


@dataclass(frozen=True, slots=True)
class CollectorCount:
    """A collector's count of an evening, in dong."""

    id: str
    collector_id: str
    counted_on: date
    expected: int
    counted: int
    notes: tuple[NoteCount, ...]
    note: str

    @property
    def difference(self) -> int:
        """Over (positive) or short (negative)."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class HeldPayment:
    """Money of one person that a collector holds."""

    payment_id: str
    receipt_id: str
    full_name: str
    receipt_number: str
    paid_on: date
    amount: int


@dataclass(frozen=True, slots=True)
class CollectorHandover:
    """A slip: cash from a collector to the cashier; `amount` by receipts, `counted` by notes."""

    id: str
    collector_id: str
    collector_name: str
    number: int
    handed_on: date
    cashier_name: str
    amount: int
    counted: int
    note: str


# Few payments, found by where they are listed: CROSS JOIN keeps SQLite from walking all of them.
_CASH = """
SELECT c.id, c.code, c.full_name,
  coalesce((SELECT sum(h.amount) FROM payment_held h CROSS JOIN payment m ON m.id = h.payment_id
    WHERE h.place = 'collector' AND m.collector_id = c.id), 0) AS held,
  coalesce((SELECT count(DISTINCT m.receipt_id) FROM payment_held h
    CROSS JOIN payment m ON m.id = h.payment_id
    WHERE h.place = 'collector' AND m.collector_id = c.id), 0) AS receipts,
  coalesce((SELECT sum(o.amount - o.counted) FROM handover o
    WHERE o.collector_id = c.id), 0) AS shortage,
  coalesce((SELECT sum(a.amount) FROM advance a JOIN receipt r ON r.id = a.receipt_id
    WHERE a.collector_id = c.id AND a.settled_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id)), 0) AS advanced
FROM collector c
"""


def every(reader: Reader) -> tuple[CollectorCash, ...]:
    """All collectors by code with what each answers for."""
    return tuple(_cash(row) for row in reader.rows(f"{_CASH} ORDER BY c.code"))


def of_collector(reader: Reader, collector_id: str) -> CollectorCash | None:
    """What one collector answers for."""
    row = reader.one(f"{_CASH} WHERE c.id = ?", (collector_id,))
    return None if row is None else _cash(row)


def held(reader: Reader, collector_id: str) -> tuple[HeldPayment, ...]:
    """Money that a collector holds, receipt by receipt."""
    rows = reader.rows(
        "SELECT m.id, m.receipt_id, p.full_name, r.data ->> 'number' AS number, m.paid_on,"
        " m.amount FROM payment_held h CROSS JOIN payment m ON m.id = h.payment_id"
        " JOIN receipt r ON r.id = m.receipt_id JOIN person p ON p.id = m.person_id"
        " WHERE h.place = 'collector' AND m.collector_id = ? ORDER BY r.posted_at, m.id",
        (collector_id,),
    )
    return tuple(
        HeldPayment(
            row["id"],
            row["receipt_id"],
            row["full_name"],
            row["number"],
            date.fromisoformat(row["paid_on"]),
            row["amount"],
        )
        for row in rows
    )


def insert_handover(unit: Unit, item: CollectorHandover, payment_ids: tuple[str, ...]) -> None:
    """Writes a slip and what it lists."""
    unit.insert(
        "handover",
        id=item.id,
        collector_id=item.collector_id,
        number=item.number,
        handed_on=item.handed_on.isoformat(),
        teacher_name=item.collector_name,
        cashier_name=item.cashier_name,
        amount=item.amount,
        counted=item.counted,
        note=item.note,
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )
    unit.executemany(
        "INSERT INTO handover_payment (payment_id, handover_id) VALUES (?, ?)",
        [(payment_id, item.id) for payment_id in payment_ids],
    )


def handovers(reader: Reader) -> tuple[CollectorHandover, ...]:
    """All slips of collectors, the newest first."""
    rows = reader.rows("SELECT * FROM handover WHERE collector_id IS NOT NULL ORDER BY number DESC")
    return tuple(
        CollectorHandover(
            row["id"],
            row["collector_id"],
            row["teacher_name"],
            row["number"],
            date.fromisoformat(row["handed_on"]),
            row["cashier_name"],
            row["amount"],
            row["counted"],
            row["note"],
        )
        for row in rows
    )


def insert_count(unit: Unit, item: CollectorCount) -> None:
    """Writes a collector's evening; from then on that collector's day is closed."""
    notes = {str(note.denomination): note.pieces for note in item.notes}
    unit.insert(
        "collector_count",
        id=item.id,
        collector_id=item.collector_id,
        counted_on=item.counted_on.isoformat(),
        expected=item.expected,
        counted=item.counted,
        denominations=json.dumps(notes),
        note=item.note,
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


def counts(reader: Reader, collector_id: str) -> tuple[CollectorCount, ...]:
    """A collector's evenings, the newest first."""
    rows = reader.rows(
        "SELECT * FROM collector_count WHERE collector_id = ? ORDER BY counted_on DESC",
        (collector_id,),
    )
    return tuple(_count(row) for row in rows)


def last_counted(reader: Reader, collector_id: str) -> date | None:
    """The last day that a collector counted; it and all before take no more cash."""
    sql = "SELECT max(counted_on) FROM collector_count WHERE collector_id = ?"
    day = reader.value(sql, (collector_id,))
    return date.fromisoformat(day) if day else None


def insert_advance(unit: Unit, receipt_id: str, collector_id: str, amount: int, note: str) -> None:
    """Notes that a collector gave a household's money."""
    unit.insert(
        "advance",
        receipt_id=receipt_id,
        collector_id=collector_id,
        amount=amount,
        note=note,
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


def settle_advance(unit: Unit, receipt_id: str, on: date) -> bool:
    """Notes that the household has paid the collector back; whether there was one open."""
    return bool(
        unit.execute(
            "UPDATE advance SET settled_on = ? WHERE receipt_id = ? AND settled_on IS NULL",
            (on.isoformat(), receipt_id),
        )
    )


def _cash(row: Row) -> CollectorCash:
    return CollectorCash(
        row["id"],
        row["code"],
        row["full_name"],
        row["held"],
        row["shortage"],
        row["advanced"],
        row["receipts"],
    )


def _count(row: Row) -> CollectorCount:
    notes = json.loads(row["denominations"])
    return CollectorCount(
        id=row["id"],
        collector_id=row["collector_id"],
        counted_on=date.fromisoformat(row["counted_on"]),
        expected=row["expected"],
        counted=row["counted"],
        notes=tuple(NoteCount(int(value), pieces) for value, pieces in notes.items()),
        note=row["note"],
    )
