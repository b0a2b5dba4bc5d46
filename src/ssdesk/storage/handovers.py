"""Class money handed from homeroom teacher to cashier, and evening counts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from ssdesk.domain.remittance import NoteCount
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Handover:
    """One slip, in dong.

    Args:
        amount: what its receipts say.
        counted: what was on the table.
        carried: what the class's slips before it fell short of; negative where they were over.
    """

    id: str
    class_id: str
    class_name: str
    number: int
    handed_on: date
    teacher_name: str
    cashier_name: str
    amount: int
    counted: int
    note: str
    carried: int = 0

    @property
    def expected(self) -> int:
        """What was to be handed over, in dong."""
        return self.amount + self.carried

    @property
    def difference(self) -> int:
        """Over (positive) or short (negative) of what was to be handed over, in dong."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class HeldLine:
    """Money of one pupil that a teacher holds, or handed over, in dong."""

    payment_id: str
    class_id: str
    class_name: str
    full_name: str
    receipt_number: str
    paid_on: date
    amount: int


@dataclass(frozen=True, slots=True)
class CashCount:
    """The cashier's count of an evening, in dong; `counted_by` is a full name."""

    id: str
    counted_on: date
    expected: int
    counted: int
    notes: tuple[NoteCount, ...]
    note: str
    counted_by: str = ""

    @property
    def difference(self) -> int:
        """Over (positive) or short (negative)."""
        return self.counted - self.expected


# Few payments, found by where they are listed: CROSS JOIN keeps SQLite from walking all of them.
_LINES = """
SELECT m.id, m.amount, m.paid_on, c.id AS class_id, c.name AS class_name, p.full_name,
       r.data ->> 'number' AS receipt_number
FROM {listed} x
CROSS JOIN payment m ON m.id = x.payment_id
JOIN receipt r ON r.id = m.receipt_id
JOIN person p ON p.id = m.person_id
JOIN enrolment n ON n.id = m.enrolment_id
JOIN roster_entry e ON e.id = n.roster_entry_id
JOIN school_class c ON c.id = e.class_id
"""


def held_by_teachers(reader: Reader, class_id: str | None = None) -> tuple[HeldLine, ...]:
    """Money that teachers took and have not handed over yet; void receipts left out."""
    where = "WHERE x.place = 'teacher'"
    params: tuple[str, ...] = ()
    if class_id is not None:
        where, params = f"{where} AND c.id = ?", (class_id,)
    rows = reader.rows(
        f"{_LINES.format(listed='payment_held')} {where} ORDER BY c.sort_key, p.sort_key, m.id",
        params,
    )
    return tuple(_line(row) for row in rows)


def lines_of(reader: Reader, handover_id: str) -> tuple[HeldLine, ...]:
    """What one slip lists."""
    rows = reader.rows(
        f"{_LINES.format(listed='handover_payment')} WHERE x.handover_id = ?"
        " ORDER BY p.sort_key, m.id",
        (handover_id,),
    )
    return tuple(_line(row) for row in rows)


def is_handed_over(reader: Reader, payment_id: str) -> bool:
    """Whether a teacher's money is already with the cashier."""
    sql = "SELECT 1 FROM handover_payment WHERE payment_id = ?"
    return reader.value(sql, (payment_id,)) is not None


def next_number(reader: Reader) -> int:
    """The number of the next slip."""
    return int(reader.value("SELECT coalesce(max(number), 0) + 1 FROM handover"))


def insert(unit: Unit, item: Handover, payment_ids: tuple[str, ...]) -> None:
    """Writes a slip and what it lists."""
    unit.insert(
        "handover",
        id=item.id,
        class_id=item.class_id,
        number=item.number,
        handed_on=item.handed_on.isoformat(),
        teacher_name=item.teacher_name,
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


def get(reader: Reader, handover_id: str) -> Handover | None:
    """One slip."""
    row = reader.one(f"{_HANDOVERS} WHERE h.id = ?", (handover_id,))
    return None if row is None else _handover(row)


def every(reader: Reader) -> tuple[Handover, ...]:
    """All slips, the newest first."""
    return tuple(_handover(row) for row in reader.rows(f"{_HANDOVERS} ORDER BY h.number DESC"))


def insert_count(unit: Unit, item: CashCount) -> None:
    """Writes an evening's count; from then on the day is closed."""
    notes = {str(note.denomination): note.pieces for note in item.notes}
    unit.insert(
        "cash_count",
        id=item.id,
        counted_on=item.counted_on.isoformat(),
        expected=item.expected,
        counted=item.counted,
        denominations=json.dumps(notes),
        note=item.note,
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


def count_of(reader: Reader, day: date) -> CashCount | None:
    """The count of a day."""
    row = reader.one(f"{_COUNTS} WHERE c.counted_on = ?", (day.isoformat(),))
    return None if row is None else _count(row)


def last_counted(reader: Reader) -> date | None:
    """The last day whose cash was counted; it and all days before are closed."""
    day = reader.value("SELECT max(counted_on) FROM cash_count")
    return date.fromisoformat(day) if day else None


def is_closed(reader: Reader, day: date) -> bool:
    """Whether the cash of a day, or of one after it, was counted."""
    last = last_counted(reader)
    return last is not None and day <= last


def counts(reader: Reader) -> tuple[CashCount, ...]:
    """All counts, the newest first."""
    rows = reader.rows(f"{_COUNTS} ORDER BY c.counted_on DESC")
    return tuple(_count(row) for row in rows)


_COUNTS = """
SELECT c.*, coalesce(a.full_name, c.posted_by) AS counted_by
FROM cash_count c LEFT JOIN account a ON a.login = c.posted_by
"""

_HANDOVERS = """
SELECT h.*, c.name AS class_name,
  (SELECT coalesce(sum(b.amount - b.counted), 0) FROM handover b
    WHERE b.class_id = h.class_id AND b.number < h.number AND b.amount <> b.counted) AS carried
FROM handover h JOIN school_class c ON c.id = h.class_id
"""


def _line(row: Row) -> HeldLine:
    return HeldLine(
        payment_id=row["id"],
        class_id=row["class_id"],
        class_name=row["class_name"],
        full_name=row["full_name"],
        receipt_number=row["receipt_number"],
        paid_on=date.fromisoformat(row["paid_on"]),
        amount=row["amount"],
    )


def _handover(row: Row) -> Handover:
    return Handover(
        id=row["id"],
        class_id=row["class_id"],
        class_name=row["class_name"],
        number=row["number"],
        handed_on=date.fromisoformat(row["handed_on"]),
        teacher_name=row["teacher_name"],
        cashier_name=row["cashier_name"],
        amount=row["amount"],
        counted=row["counted"],
        note=row["note"],
        carried=row["carried"],
    )


def _count(row: Row) -> CashCount:
    notes = json.loads(row["denominations"])
    return CashCount(
        id=row["id"],
        counted_on=date.fromisoformat(row["counted_on"]),
        expected=row["expected"],
        counted=row["counted"],
        notes=tuple(NoteCount(int(value), pieces) for value, pieces in notes.items()),
        note=row["note"],
        counted_by=row["counted_by"],
    )
