"""Transfer orders to the office's collection account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.receipt import Tender
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Remittance:
    """One transfer order; `bank_reference` is empty until the bank has done it.

    Args:
        ordered_on: its date, the day after it was made where that evening's cash was counted.
        withdrawn_on: day it was taken back, None while it stands.
    """

    id: str
    number: int
    ordered_on: date
    amount: int
    account_number: str
    account_name: str
    bank_name: str
    memo: str
    receipts: int = 0
    bank_reference: str = ""
    transferred_on: date | None = None
    withdrawn_on: date | None = None
    withdrawal_reason: str = ""


@dataclass(frozen=True, slots=True)
class ReadyPayment:
    """Money that can go into the next transfer order, in dong."""

    payment_id: str
    receipt_id: str
    round_id: str
    full_name: str
    class_name: str
    receipt_number: str
    tender: Tender
    amount: int


_REMITTANCES = """
SELECT o.*, f.bank_reference, f.transferred_on, w.withdrawn_on, w.reason AS withdrawal_reason,
  coalesce(o.receipt_count, (SELECT count(DISTINCT m.receipt_id) FROM remittance_line x
    JOIN payment m ON m.id = x.payment_id WHERE x.remittance_id = o.id)) AS receipts
FROM remittance o LEFT JOIN remittance_confirmation f ON f.remittance_id = o.id
LEFT JOIN remittance_withdrawal w ON w.remittance_id = o.id
"""

# Money of enrolments not yet whole waits: only whole ones can be listed (ruling 7), and the
# transfer must equal the list (ruling 10).
_READY = """
SELECT m.id, m.receipt_id, n.round_id, p.full_name, coalesce(c.name, k.name) AS class_name,
       r.data ->> 'number' AS receipt_number, m.tender, m.amount
FROM payment_held held
CROSS JOIN payment m ON m.id = held.payment_id
JOIN receipt r ON r.id = m.receipt_id
JOIN person p ON p.id = m.person_id
JOIN enrolment n ON n.id = m.enrolment_id
LEFT JOIN roster_entry e ON e.id = n.roster_entry_id
LEFT JOIN school_class c ON c.id = e.class_id
LEFT JOIN household_member w ON w.id = n.member_id
LEFT JOIN household h ON h.id = w.household_id
LEFT JOIN hamlet k ON k.id = h.hamlet_id
WHERE held.place IN ('cashier', 'bank') AND n.state IN ('paid', 'submitted', 'accepted', 'returned')
ORDER BY c.sort_key, k.position, p.sort_key, m.id
"""


def ready(reader: Reader) -> tuple[ReadyPayment, ...]:
    """Money with the cashier or in the bank that no order holds yet."""
    return tuple(
        ReadyPayment(
            row["id"],
            row["receipt_id"],
            row["round_id"],
            row["full_name"],
            row["class_name"],
            row["receipt_number"],
            Tender(row["tender"]),
            row["amount"],
        )
        for row in reader.rows(_READY)
    )


def insert(unit: Unit, item: Remittance, payment_ids: tuple[str, ...]) -> None:
    """Writes an order and the money in it."""
    unit.insert(
        "remittance",
        id=item.id,
        number=item.number,
        ordered_on=item.ordered_on.isoformat(),
        amount=item.amount,
        receipt_count=item.receipts,
        account_number=item.account_number,
        account_name=item.account_name,
        bank_name=item.bank_name,
        memo=item.memo,
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )
    unit.executemany(
        "INSERT INTO remittance_line (payment_id, remittance_id) VALUES (?, ?)",
        [(payment_id, item.id) for payment_id in payment_ids],
    )


def confirm(unit: Unit, remittance_id: str, bank_reference: str, transferred_on: date) -> None:
    """Writes the bank's reference for an order."""
    unit.insert(
        "remittance_confirmation",
        remittance_id=remittance_id,
        bank_reference=bank_reference,
        transferred_on=transferred_on.isoformat(),
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


def withdraw(unit: Unit, remittance_id: str, reason: str, withdrawn_on: date) -> None:
    """Takes an order back; its money is ready for another one."""
    unit.insert(
        "remittance_withdrawal",
        remittance_id=remittance_id,
        reason=reason,
        withdrawn_on=withdrawn_on.isoformat(),
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


def next_number(reader: Reader) -> int:
    """The number of the next order."""
    return int(reader.value("SELECT coalesce(max(number), 0) + 1 FROM remittance"))


def get(reader: Reader, remittance_id: str) -> Remittance | None:
    """One order."""
    row = reader.one(f"{_REMITTANCES} WHERE o.id = ?", (remittance_id,))
    return None if row is None else _remittance(row)


def every(reader: Reader) -> tuple[Remittance, ...]:
    """All orders, the newest first."""
    rows = reader.rows(f"{_REMITTANCES} ORDER BY o.number DESC")
    return tuple(_remittance(row) for row in rows)


def number_of_receipt(reader: Reader, receipt_id: str) -> int | None:
    """The order that holds money of a receipt, or None."""
    number = reader.value(
        "SELECT o.number FROM remittance o JOIN remittance_payment x ON x.remittance_id = o.id"
        " JOIN payment m ON m.id = x.payment_id WHERE m.receipt_id = ? LIMIT 1",
        (receipt_id,),
    )
    return None if number is None else int(number)


def _remittance(row: Row) -> Remittance:
    transferred, withdrawn = row["transferred_on"], row["withdrawn_on"]
    return Remittance(
        id=row["id"],
        number=row["number"],
        ordered_on=date.fromisoformat(row["ordered_on"]),
        amount=row["amount"],
        account_number=row["account_number"],
        account_name=row["account_name"],
        bank_name=row["bank_name"],
        memo=row["memo"],
        receipts=row["receipts"],
        bank_reference=row["bank_reference"] or "",
        transferred_on=date.fromisoformat(transferred) if transferred else None,
        withdrawn_on=date.fromisoformat(withdrawn) if withdrawn else None,
        withdrawal_reason=row["withdrawal_reason"] or "",
    )
