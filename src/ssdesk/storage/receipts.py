"""Receipt books, receipts and the payments on them: posted once, undone by counter-entries."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from ssdesk.domain.receipt import BookKind, Holder, ReceiptData, ReceiptLine, Tender
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class ReceiptBook:
    """A range of receipt numbers; `next_number` follows the highest one known to be used."""

    id: str
    kind: BookKind
    serial: str
    book_number: str
    first_number: int
    last_number: int
    number_width: int
    holder: str
    received_on: date
    closed: bool
    next_number: int

    @property
    def left(self) -> int:
        """Numbers after the highest one used."""
        return self.last_number - self.next_number + 1

    @property
    def name(self) -> str:
        """Serial and book number, as on the cover."""
        return f"{self.serial}/{self.book_number}"

    def display_number(self, number: int) -> str:
        """A number with its zeros, as printed."""
        return str(number).zfill(self.number_width)


@dataclass(frozen=True, slots=True)
class BookUse:
    """What became of a book's numbers; `used` counts the void ones too."""

    book: ReceiptBook
    used: int
    voided: int

    @property
    def missing(self) -> int:
        """Numbers skipped below the next one."""
        return self.book.next_number - self.book.first_number - self.used


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt with its frozen data and what became of it."""

    id: str
    book_id: str
    book_kind: BookKind
    number: int
    issued_on: date
    payer_name: str
    amount: int
    tender: Tender
    data: ReceiptData
    void_reason: str
    voided_on: date | None
    prints: int


@dataclass(frozen=True, slots=True)
class Payment:
    """Money of one person on one receipt; negative where it undoes another."""

    id: str
    receipt_id: str
    enrolment_id: str
    person_id: str
    amount: int
    tender: Tender
    held_by: Holder
    paid_on: date
    voids: str | None = None
    collector_id: str | None = None


_COUNTS = """
  (SELECT count(*) FROM receipt r WHERE r.book_id = b.id) AS used,
  (SELECT count(*) FROM receipt r JOIN receipt_void v ON v.receipt_id = r.id
    WHERE r.book_id = b.id) AS voided,
"""

# Counts nothing: posting a receipt reads its book, and must not slow down as the book fills.
_BOOKS = """
SELECT b.*,{counts}
  max(b.first_number,
      coalesce((SELECT max(r.number) + 1 FROM receipt r WHERE r.book_id = b.id), 0),
      coalesce((SELECT max(e.last_printed) + 1 FROM epoch_book e WHERE e.book_id = b.id), 0))
    AS next_number
FROM receipt_book b
"""

_RECEIPTS = """
SELECT r.*, b.kind, v.reason, v.voided_on,
  (SELECT count(*) FROM receipt_print p WHERE p.receipt_id = r.id) AS prints
FROM receipt r JOIN receipt_book b ON b.id = r.book_id
LEFT JOIN receipt_void v ON v.receipt_id = r.id
"""


def insert_book(unit: Unit, book: ReceiptBook) -> None:
    """Writes a new book."""
    unit.insert(
        "receipt_book",
        id=book.id,
        kind=book.kind.value,
        serial=book.serial,
        book_number=book.book_number,
        first_number=book.first_number,
        last_number=book.last_number,
        number_width=book.number_width,
        holder=book.holder,
        received_on=book.received_on.isoformat(),
    )


def close_book(unit: Unit, book_id: str) -> None:
    """Marks a book closed."""
    unit.update("receipt_book", book_id, closed_at=unit.at.isoformat())


def book(reader: Reader, book_id: str) -> ReceiptBook | None:
    """One book."""
    row = reader.one(f"{_BOOKS.format(counts='')} WHERE b.id = ?", (book_id,))
    return None if row is None else _book(row)


def uses(reader: Reader) -> tuple[BookUse, ...]:
    """All books and what became of their numbers, the open ones first."""
    rows = reader.rows(
        _BOOKS.format(counts=_COUNTS)
        + " ORDER BY b.closed_at IS NOT NULL, b.received_on DESC, b.serial, b.book_number"
    )
    return tuple(BookUse(_book(row), row["used"], row["voided"]) for row in rows)


def overlapping(reader: Reader, item: ReceiptBook) -> ReceiptBook | None:
    """A book of the same serial whose numbers cross another's."""
    row = reader.one(
        f"{_BOOKS.format(counts='')} WHERE b.serial = ? AND b.first_number <= ?"
        " AND b.last_number >= ? AND b.id <> ?",
        (item.serial, item.last_number, item.first_number, item.id),
    )
    return None if row is None else _book(row)


def cover_is_known(reader: Reader, item: ReceiptBook) -> bool:
    """Whether there is a book of that serial and book number already."""
    sql = "SELECT 1 FROM receipt_book WHERE serial = ? AND book_number = ?"
    return reader.value(sql, (item.serial, item.book_number)) is not None


def numbers(reader: Reader, book_id: str) -> tuple[int, ...]:
    """Numbers recorded in a book, in order."""
    rows = reader.rows("SELECT number FROM receipt WHERE book_id = ? ORDER BY number", (book_id,))
    return tuple(row["number"] for row in rows)


def number_is_used(reader: Reader, book_id: str, number: int) -> bool:
    """Whether a number of a book is recorded, void ones included."""
    sql = "SELECT 1 FROM receipt WHERE book_id = ? AND number = ?"
    return reader.value(sql, (book_id, number)) is not None


def insert_receipt(
    unit: Unit, receipt_id: str, book_id: str, data: ReceiptData, collector_id: str | None = None
) -> None:
    """Writes a receipt with its frozen data, of a collector's if one took the money."""
    unit.insert(
        "receipt",
        id=receipt_id,
        book_id=book_id,
        number=int(data.number),
        issued_on=data.issued_on.isoformat(),
        payer_name=data.payer_name,
        amount=data.amount,
        tender=data.tender.value,
        data=receipt_text(data),
        collector_id=collector_id,
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


def insert_void(unit: Unit, receipt_id: str, reason: str, voided_on: date) -> None:
    """Writes that a receipt is void; its number stays used."""
    unit.insert(
        "receipt_void",
        receipt_id=receipt_id,
        reason=reason,
        voided_on=voided_on.isoformat(),
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


def insert_print(unit: Unit, print_id: str, receipt_id: str) -> None:
    """Writes that a receipt was printed."""
    unit.insert(
        "receipt_print",
        id=print_id,
        receipt_id=receipt_id,
        printed_at=unit.at.isoformat(),
        printed_by=unit.actor,
    )


def insert_payment(unit: Unit, item: Payment) -> None:
    """Posts money."""
    unit.insert(
        "payment",
        id=item.id,
        receipt_id=item.receipt_id,
        enrolment_id=item.enrolment_id,
        person_id=item.person_id,
        amount=item.amount,
        tender=item.tender.value,
        held_by=item.held_by.value,
        paid_on=item.paid_on.isoformat(),
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
        voids=item.voids,
        collector_id=item.collector_id,
    )


def get(reader: Reader, receipt_id: str) -> Receipt | None:
    """One receipt."""
    row = reader.one(f"{_RECEIPTS} WHERE r.id = ?", (receipt_id,))
    return None if row is None else _receipt(row)


def between(reader: Reader, first: date, last: date) -> tuple[Receipt, ...]:
    """Receipts issued from a first to a last day, the newest first."""
    rows = reader.rows(
        f"{_RECEIPTS} WHERE r.issued_on BETWEEN ? AND ? ORDER BY r.issued_on DESC, r.id DESC",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(_receipt(row) for row in rows)


def of_book(reader: Reader, book_id: str) -> tuple[Receipt, ...]:
    """Receipts of a book by number."""
    rows = reader.rows(f"{_RECEIPTS} WHERE r.book_id = ? ORDER BY r.number", (book_id,))
    return tuple(_receipt(row) for row in rows)


def of_person(reader: Reader, person_id: str) -> tuple[Receipt, ...]:
    """Receipts that hold money of a person, the newest first."""
    rows = reader.rows(
        f"{_RECEIPTS} WHERE r.id IN (SELECT receipt_id FROM payment WHERE person_id = ?)"
        " ORDER BY r.issued_on DESC, r.id DESC",
        (person_id,),
    )
    return tuple(_receipt(row) for row in rows)


def of_number(reader: Reader, number: int) -> tuple[Receipt, ...]:
    """Receipts of that number in any book."""
    rows = reader.rows(f"{_RECEIPTS} WHERE r.number = ? ORDER BY r.id DESC", (number,))
    return tuple(_receipt(row) for row in rows)


def payments(reader: Reader, receipt_id: str) -> tuple[Payment, ...]:
    """Money posted on a receipt, counter-entries included."""
    rows = reader.rows("SELECT * FROM payment WHERE receipt_id = ? ORDER BY id", (receipt_id,))
    return tuple(payment_of(row) for row in rows)


def receipt_text(data: ReceiptData) -> str:
    """A receipt's frozen data as the store keeps it."""
    values = asdict(data)
    values["issued_on"] = data.issued_on.isoformat()
    values["tender"] = data.tender.value
    for line in values["lines"]:
        line["starts_on"] = line["starts_on"].isoformat()
        line["ends_on"] = line["ends_on"].isoformat()
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def receipt_data_of(text: str) -> ReceiptData:
    """The frozen data that was stored."""
    values = json.loads(text)
    values["issued_on"] = date.fromisoformat(values["issued_on"])
    values["tender"] = Tender(values["tender"])
    for line in values["lines"]:
        line["starts_on"] = date.fromisoformat(line["starts_on"])
        line["ends_on"] = date.fromisoformat(line["ends_on"])
    values["lines"] = tuple(ReceiptLine(**line) for line in values["lines"])
    return ReceiptData(**values)


def payment_of(row: Row) -> Payment:
    """The payment in a row of the table."""
    return Payment(
        id=row["id"],
        receipt_id=row["receipt_id"],
        enrolment_id=row["enrolment_id"],
        person_id=row["person_id"],
        amount=row["amount"],
        tender=Tender(row["tender"]),
        held_by=Holder(row["held_by"]),
        paid_on=date.fromisoformat(row["paid_on"]),
        voids=row["voids"],
        collector_id=row["collector_id"],
    )


def _book(row: Row) -> ReceiptBook:
    return ReceiptBook(
        id=row["id"],
        kind=BookKind(row["kind"]),
        serial=row["serial"],
        book_number=row["book_number"],
        first_number=row["first_number"],
        last_number=row["last_number"],
        number_width=row["number_width"],
        holder=row["holder"],
        received_on=date.fromisoformat(row["received_on"]),
        closed=row["closed_at"] is not None,
        next_number=row["next_number"],
    )


def _receipt(row: Row) -> Receipt:
    voided = row["voided_on"]
    return Receipt(
        id=row["id"],
        book_id=row["book_id"],
        book_kind=BookKind(row["kind"]),
        number=row["number"],
        issued_on=date.fromisoformat(row["issued_on"]),
        payer_name=row["payer_name"],
        amount=row["amount"],
        tender=Tender(row["tender"]),
        data=receipt_data_of(row["data"]),
        void_reason=row["reason"] or "",
        voided_on=date.fromisoformat(voided) if voided else None,
        prints=row["prints"],
    )
