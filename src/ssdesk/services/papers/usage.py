"""What became of a receipt book's numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ssdesk.assets import Words, texts
from ssdesk.domain.figures import Fact, FigureColumn, FigureKind, FigureRow, FigureTable, Report
from ssdesk.domain.receipt import Tender
from ssdesk.errors import UserError
from ssdesk.services import letterheads, receipts
from ssdesk.services.context import Context
from ssdesk.services.papers.paper import Paper, draw
from ssdesk.services.receipt_books import BookUse, ReceiptBook, list_books, missing_numbers
from ssdesk.services.receipts import Receipt


def book_usage(ctx: Context, book_id: str, language: str = "vi") -> Paper:
    """The numbers issued, void, missing and left, as they are now.

    Raises:
        UserError: BOOK_UNKNOWN.
    """
    use = next((item for item in list_books(ctx) if item.book.id == book_id), None)
    if use is None:
        raise UserError("BOOK_UNKNOWN")
    book, said, profile = use.book, texts(language), ctx.profile()
    usage = said["usage"]
    missing = ", ".join(_ranges(book, missing_numbers(ctx, book_id)))
    report = Report(
        name=f"su-dung-bien-lai-{book.book_number}",
        title=usage["title"],
        subtitle=usage["subtitle"].format(serial=book.serial, book=book.book_number),
        as_of=ctx.clock.now(),
        tables=(_table(use, receipts.receipts_of_book(ctx, book_id), said),),
        facts=_facts(use, said),
        closing=(usage["missing"].format(numbers=missing or usage["none"]), usage["tenders"]),
    )
    signers = (letterheads.preparer(profile, language), letterheads.principal(profile, language))
    head = letterheads.heading(ctx, ctx.clock.today(), signers, language)
    return draw(report, head, language)


def _facts(use: BookUse, said: Words) -> tuple[Fact, ...]:
    book, usage = use.book, said["usage"]
    first, last = (book.display_number(each) for each in (book.first_number, book.last_number))
    return (
        Fact(usage["range"], f"{first} – {last}"),
        Fact(usage["used"], usage["used_count"].format(used=use.used, void=use.voided)),
        Fact(usage["left"], usage["left_count"].format(left=max(book.left, 0))),
    )


def _table(use: BookUse, found: tuple[Receipt, ...], said: Words) -> FigureTable:
    titles, usage = said["columns"], said["usage"]
    valid = usage["valid"].format(count=use.used - use.voided)
    amount = sum(row.amount for row in found if not row.void_reason)
    return FigureTable(
        "",
        (
            FigureColumn(titles["place"], FigureKind.INT, 6),
            FigureColumn(titles["receipt"], FigureKind.TEXT, 13),
            FigureColumn(titles["day"], FigureKind.DATE, 14),
            FigureColumn(titles["members"], FigureKind.TEXT, 40),
            FigureColumn(titles["tender"], FigureKind.TEXT, 6),
            FigureColumn(titles["amount"], FigureKind.DONG, 18),
        ),
        tuple(_row(place, row, usage) for place, row in enumerate(found, start=1)),
        (None, said["common"]["sum"], None, valid, None, amount),
        empty=usage["empty"],
    )


def _row(place: int, row: Receipt, usage: Mapping[str, str]) -> FigureRow:
    number = row.data.number
    if row.void_reason:
        why = usage["void"].format(reason=row.void_reason)
        return FigureRow((place, number, row.issued_on, why, None, None))
    tender = usage["cash" if row.tender is Tender.CASH else "transfer"]
    return FigureRow((place, number, row.issued_on, _pupils(row), tender, row.amount))


def _ranges(book: ReceiptBook, numbers: Sequence[int]) -> Iterator[str]:
    """Numbers as they are printed, those that follow each other as `0000003–0000008`."""
    for _, members in groupby(enumerate(numbers), lambda item: item[1] - item[0]):
        found = [book.display_number(number) for _, number in members]
        yield found[0] if len(found) == 1 else f"{found[0]}–{found[-1]}"


def _pupils(row: Receipt) -> str:
    return ", ".join(f"{line.full_name} ({line.school_class})" for line in row.data.lines)
