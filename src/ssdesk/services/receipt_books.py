"""Receipt books: register a range, see what is used, void and missing, close it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ssdesk.domain.names import clean_text
from ssdesk.domain.receipt import BookKind
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import receipts
from ssdesk.storage.receipts import BookUse, ReceiptBook

__all__ = [
    "LOW_STOCK",
    "BookSaved",
    "BookUse",
    "ReceiptBook",
    "RegisterBook",
    "close_book",
    "list_books",
    "missing_numbers",
    "register_book",
    "usable_books",
]

LOW_STOCK = 20
_MOST = 100_000
_HIGHEST = 10**12


@dataclass(frozen=True, slots=True)
class RegisterBook:
    """A book or a range of numbers that the office gave (ruling 9)."""

    kind: BookKind
    serial: str
    book_number: str
    first_number: int
    last_number: int
    number_width: int = 7
    holder: str = ""
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class BookSaved:
    """The book as it now is."""

    book: ReceiptBook
    changes: Changes = field(default=Changes(frozenset({Kind.RECEIPT_BOOK})))


def list_books(ctx: Context) -> tuple[BookUse, ...]:
    """All books with what became of their numbers, the open ones first."""
    return receipts.uses(ctx.store.reader)


def usable_books(ctx: Context, kind: BookKind | None = None) -> tuple[ReceiptBook, ...]:
    """Open books with numbers left, the one last received first."""
    return tuple(
        use.book
        for use in receipts.uses(ctx.store.reader)
        if not use.book.closed and use.book.left > 0 and kind in {None, use.book.kind}
    )


def register_book(ctx: Context, command: RegisterBook) -> BookSaved:
    """Registers a book.

    Raises:
        UserError: BOOK_SERIAL_MISSING, BOOK_RANGE_EMPTY, BOOK_RANGE_TOO_LARGE, BOOK_KNOWN,
            BOOK_OVERLAPS, NOT_ALLOWED.
    """
    serial, number = clean_text(command.serial), clean_text(command.book_number)
    if not serial or not number:
        raise UserError("BOOK_SERIAL_MISSING")
    if command.last_number < command.first_number or command.first_number < 0:
        raise UserError("BOOK_RANGE_EMPTY", first=command.first_number, last=command.last_number)
    if command.last_number - command.first_number >= _MOST or command.last_number >= _HIGHEST:
        raise UserError("BOOK_RANGE_TOO_LARGE", limit=_MOST)
    book = ReceiptBook(
        id=ctx.clock.new_id(),
        kind=command.kind,
        serial=serial,
        book_number=number,
        first_number=command.first_number,
        last_number=command.last_number,
        number_width=min(12, max(command.number_width, len(str(command.last_number)))),
        holder=clean_text(command.holder),
        received_on=command.received_on or ctx.clock.today(),
        closed=False,
        next_number=command.first_number,
    )
    with ctx.write(Act.TAKE_MONEY) as unit:
        if receipts.cover_is_known(unit, book):
            raise UserError("BOOK_KNOWN", book=book.name)
        other = receipts.overlapping(unit, book)
        if other is not None:
            raise UserError(
                "BOOK_OVERLAPS",
                book=other.name,
                first=other.first_number,
                last=other.last_number,
            )
        receipts.insert_book(unit, book)
        unit.audit(
            "book_registered",
            book.id,
            {"serial": serial, "first": book.first_number, "last": book.last_number},
        )
    return BookSaved(book)


def close_book(ctx: Context, book_id: str) -> BookSaved:
    """Closes a book: no number of it can be used any more.

    Raises:
        UserError: BOOK_UNKNOWN, NOT_ALLOWED.
    """
    with ctx.write(Act.TAKE_MONEY) as unit:
        if receipts.book(unit, book_id) is None:
            raise UserError("BOOK_UNKNOWN")
        receipts.close_book(unit, book_id)
        unit.audit("book_closed", book_id, {})
        book = receipts.book(unit, book_id)
    assert book is not None
    return BookSaved(book)


def missing_numbers(ctx: Context, book_id: str) -> tuple[int, ...]:
    """Numbers skipped below the highest one recorded; they must be found or voided."""
    book = receipts.book(ctx.store.reader, book_id)
    return () if book is None else missing_of(book, receipts.numbers(ctx.store.reader, book_id))


def missing_of(book: ReceiptBook, used: tuple[int, ...]) -> tuple[int, ...]:
    """As `missing_numbers`, for numbers already read in order."""
    return tuple(sorted(set(range(book.first_number, used[-1])) - set(used))) if used else ()
