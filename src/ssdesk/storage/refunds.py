"""Money given back to families: a document, and a counter-entry for each payment."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from ssdesk.domain.receipt import Tender
from ssdesk.domain.refund import RefundData
from ssdesk.storage.receipts import Payment, payment_of
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Refund:
    """One refund with its frozen data."""

    id: str
    enrolment_id: str
    data: RefundData


def insert(unit: Unit, item: Refund, payment_ids: Iterable[str]) -> None:
    """Writes a refund and the counter-entries that it made."""
    unit.insert(
        "refund",
        id=item.id,
        number=item.data.number,
        enrolment_id=item.enrolment_id,
        refunded_on=item.data.refunded_on.isoformat(),
        reason=item.data.reason,
        amount=item.data.amount,
        tender=item.data.tender.value,
        data=_text(item.data),
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )
    unit.executemany(
        "INSERT INTO refund_payment (payment_id, refund_id) VALUES (?, ?)",
        [(each, item.id) for each in payment_ids],
    )


def standing_payments(reader: Reader, enrolment_id: str) -> tuple[Payment, ...]:
    """Money of an enrolment that was neither voided nor given back."""
    rows = reader.rows(
        "SELECT * FROM payment m WHERE m.enrolment_id = ? AND m.voids IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM payment v WHERE v.voids = m.id) ORDER BY m.id",
        (enrolment_id,),
    )
    return tuple(payment_of(row) for row in rows)


def order_holding(reader: Reader, payment_ids: Iterable[str]) -> int | None:
    """Number of a transfer order that holds any of the payments, or None."""
    chosen = tuple(payment_ids)
    marks = ", ".join("?" * len(chosen))
    found = reader.value(
        "SELECT o.number FROM remittance_payment x JOIN remittance o ON o.id = x.remittance_id"
        f" WHERE x.payment_id IN ({marks}) ORDER BY o.number LIMIT 1",
        chosen,
    )
    return None if found is None else int(found)


def of_receipt(reader: Reader, receipt_id: str) -> Refund | None:
    """The first refund that gave back money of a receipt."""
    row = reader.one(
        "SELECT f.* FROM refund f JOIN refund_payment x ON x.refund_id = f.id"
        " JOIN payment m ON m.id = x.payment_id WHERE m.receipt_id = ? ORDER BY f.number LIMIT 1",
        (receipt_id,),
    )
    return None if row is None else _refund(row)


def next_number(reader: Reader) -> int:
    """The number of the next refund."""
    return int(reader.value("SELECT coalesce(max(number), 0) + 1 FROM refund"))


def get(reader: Reader, refund_id: str) -> Refund | None:
    """One refund."""
    row = reader.one("SELECT * FROM refund WHERE id = ?", (refund_id,))
    return None if row is None else _refund(row)


def of_entry(reader: Reader, entry_id: str) -> tuple[Refund, ...]:
    """Refunds of a pupil of the roster, the newest first."""
    rows = reader.rows(
        "SELECT f.* FROM refund f JOIN enrolment n ON n.id = f.enrolment_id"
        " WHERE n.roster_entry_id = ? ORDER BY f.number DESC",
        (entry_id,),
    )
    return tuple(_refund(row) for row in rows)


def between(reader: Reader, first: date, last: date) -> tuple[Refund, ...]:
    """Refunds from a first to a last day, the newest first."""
    rows = reader.rows(
        "SELECT * FROM refund WHERE refunded_on BETWEEN ? AND ? ORDER BY number DESC",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(_refund(row) for row in rows)


def _text(data: RefundData) -> str:
    values = asdict(data)
    values["refunded_on"] = data.refunded_on.isoformat()
    values["tender"] = data.tender.value
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _refund(row: Row) -> Refund:
    values = json.loads(row["data"])
    values["refunded_on"] = date.fromisoformat(values["refunded_on"])
    values["tender"] = Tender(values["tender"])
    values["receipts"] = tuple(values["receipts"])
    return Refund(row["id"], row["enrolment_id"], RefundData(**values))
