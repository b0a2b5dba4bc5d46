"""Epochs: a restored store continues after what was last printed (ruling 13)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ssdesk.storage.desk import read_desk
from ssdesk.storage.store import Reader, Unit


@dataclass(frozen=True, slots=True)
class BookAtRestore:
    """A receipt book as the backup knows it.

    Args:
        last_in_backup: highest number used, None where none was.
    """

    book_id: str
    serial: str
    book_number: str
    first_number: int
    last_number: int
    last_in_backup: int | None


def open_books(reader: Reader) -> tuple[BookAtRestore, ...]:
    """Books from which receipts may have been printed since the backup."""
    rows = reader.rows(
        "SELECT b.*, (SELECT max(r.number) FROM receipt r WHERE r.book_id = b.id) AS used,"
        " (SELECT max(e.last_printed) FROM epoch_book e WHERE e.book_id = b.id) AS printed"
        " FROM receipt_book b WHERE b.closed_at IS NULL ORDER BY b.serial, b.book_number"
    )
    return tuple(
        BookAtRestore(
            book_id=row["id"],
            serial=row["serial"],
            book_number=row["book_number"],
            first_number=row["first_number"],
            last_number=row["last_number"],
            last_in_backup=max(
                (value for value in (row["used"], row["printed"]) if value is not None),
                default=None,
            ),
        )
        for row in rows
    )


def start(unit: Unit, backup_made_at: datetime, last_printed: Mapping[str, int]) -> int:
    """Starts the next epoch; numbers up to those last printed are not given again.

    Args:
        unit: the unit of work.
        backup_made_at: moment of the backup.
        last_printed: number by id of the book, only where something was printed.

    Returns:
        The new epoch.
    """
    number = read_desk(unit).epoch + 1
    known = {book.book_id: book.last_in_backup for book in open_books(unit)}
    unit.execute("UPDATE desk SET epoch = ?", (number,))
    unit.insert(
        "epoch",
        number=number,
        backup_made_at=backup_made_at.isoformat(),
        started_at=unit.at.isoformat(),
        started_by=unit.actor,
    )
    for book_id, last in last_printed.items():
        unit.insert(
            "epoch_book",
            epoch=number,
            book_id=book_id,
            last_in_backup=known[book_id],
            last_printed=last,
        )
    unit.audit(
        "epoch_started",
        str(number),
        {"backup_made_at": backup_made_at.isoformat(), **last_printed},
    )
    return number
