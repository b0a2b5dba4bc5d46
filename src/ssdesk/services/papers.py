"""Papers as PDF, drawn from stored data only: receipts, slips, counts, orders, sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from ssdesk.domain.dates import format_date
from ssdesk.domain.desk import DeskProfile
from ssdesk.domain.money import format_dong, in_words
from ssdesk.domain.receipt import Tender
from ssdesk.domain.report import Cell, CellKind, ReportColumn, ReportTable, Signature
from ssdesk.errors import UserError
from ssdesk.services import cash_counts, handovers, receipts, remittances
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.receipt_books import list_books, missing_numbers
from ssdesk.services.receipts import Receipt

__all__ = [
    "Layout",
    "Paper",
    "book_usage",
    "cash_count_sheet",
    "handover_slip",
    "preview_receipts",
    "print_receipts",
    "transfer_order",
]


class Layout(Enum):
    """How receipts lie on paper."""

    A5 = "a5"
    TWO_ON_A4 = "two_on_a4"


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF with its title; the file name never holds a person's name."""

    title: str
    file_name: str
    pdf: bytes
    changes: Changes = field(default=Changes())


def preview_receipts(ctx: Context, receipt_ids: Sequence[str], layout: Layout) -> Paper:
    """Receipts as they would be printed now; nothing is noted.

    Raises:
        UserError: RECEIPT_UNKNOWN, NOTHING_TO_PRINT.
    """
    if not receipt_ids:
        raise UserError("NOTHING_TO_PRINT")
    return _receipts_paper([receipts.get_receipt(ctx, each) for each in receipt_ids], layout)


def print_receipts(ctx: Context, receipt_ids: Sequence[str], layout: Layout) -> Paper:
    """Receipts for the printer; whoever was printed before is marked BẢN SAO, the print is noted.

    Raises:
        UserError: RECEIPT_UNKNOWN, NOTHING_TO_PRINT.
    """
    if not receipt_ids:
        raise UserError("NOTHING_TO_PRINT")
    found = [receipts.get_receipt(ctx, each) for each in receipt_ids]
    paper = _receipts_paper(found, layout)
    receipts.note_printed(ctx, tuple(receipt_ids))
    kinds = Changes(frozenset({Kind.PAYMENT}))
    return Paper(paper.title, paper.file_name, paper.pdf, kinds)


def _receipts_paper(found: Sequence[Receipt], layout: Layout) -> Paper:
    from ssdesk.documents.receipt import ReceiptPaper, receipts_pdf

    sheets = [ReceiptPaper(row.data, row.prints > 0, row.void_reason) for row in found]
    pdf = receipts_pdf(sheets, two_on_a4=layout is Layout.TWO_ON_A4)
    first = found[0].data
    title = f"Biên lai {first.number}" if len(found) == 1 else f"{len(found)} biên lai"
    return Paper(title, f"bien-lai-{first.number}.pdf", pdf)


def _issuer(profile: DeskProfile) -> tuple[str, str]:
    return profile.office_name, profile.school_name


def _table_paper(table: ReportTable, file_name: str) -> Paper:
    from ssdesk.documents.report_paper import report_pdf

    return Paper(table.title, file_name, report_pdf(table))


def handover_slip(ctx: Context, handover_id: str) -> Paper:
    """The slip of a class's money: names, receipts, amounts, both signatures.

    Raises:
        UserError: HANDOVER_UNKNOWN.
    """
    item = handovers.get_handover(ctx, handover_id)
    lines = handovers.handover_lines(ctx, handover_id)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (number, line.full_name, line.receipt_number, line.paid_on, line.amount)
        for number, line in enumerate(lines, start=1)
    )
    slips = len({line.receipt_number for line in lines})
    notes = [f"Bằng chữ: {in_words(item.counted)}./."]
    if item.counted != item.amount:
        difference = format_dong(item.counted - item.amount)
        notes.append(f"Chênh lệch so với biên lai: {difference} đồng. Lý do: {item.note}")
    table = ReportTable(
        title="Phiếu giao nhận tiền",
        subtitle=f"Lớp {item.class_name} · số {item.number:03d}",
        issuer=_issuer(ctx.profile()),
        columns=(
            ReportColumn("STT", CellKind.INT, 6),
            ReportColumn("Họ và tên học sinh", CellKind.TEXT, 34),
            ReportColumn("Số biên lai", CellKind.TEXT, 16),
            ReportColumn("Ngày thu", CellKind.DATE, 16),
            ReportColumn("Số tiền (đồng)", CellKind.DONG, 20),
        ),
        rows=rows,
        made_on=item.handed_on,
        facts=(
            ("Người giao", item.teacher_name),
            ("Người nhận", item.cashier_name),
            ("Số tiền giao nhận", f"{format_dong(item.counted)} đồng"),
        ),
        totals=("", "Cộng", f"{slips} biên lai", "", sum(line.amount for line in lines)),
        notes=tuple(notes),
        signatures=(
            Signature("Người giao tiền", item.teacher_name),
            Signature("Người nhận tiền", item.cashier_name),
        ),
    )
    return _table_paper(table, f"giao-nhan-{item.number:03d}.pdf")


def cash_count_sheet(ctx: Context, day: date) -> Paper:
    """The evening's count by notes, with what the books say.

    Raises:
        UserError: COUNT_UNKNOWN.
    """
    count = cash_counts.get_count(ctx, day)
    if count is None:
        raise UserError("COUNT_UNKNOWN", day=format_date(day))
    profile = ctx.profile()
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (note.denomination, note.pieces, note.denomination * note.pieces) for note in count.notes
    )
    notes = [f"Bằng chữ: {in_words(count.counted)}./."]
    if count.difference:
        word = "Thừa" if count.difference > 0 else "Thiếu"
        amount = format_dong(abs(count.difference))
        notes.append(f"{word} {amount} đồng so với sổ. Lý do: {count.note}")
    table = ReportTable(
        title="Biên bản kiểm quỹ",
        subtitle=f"Cuối ngày {format_date(day)}",
        issuer=_issuer(profile),
        columns=(
            ReportColumn("Loại tiền (đồng)", CellKind.DONG, 30),
            ReportColumn("Số tờ", CellKind.INT, 20),
            ReportColumn("Thành tiền (đồng)", CellKind.DONG, 30),
        ),
        rows=rows,
        made_on=day,
        facts=(
            ("Số tiền theo sổ", f"{format_dong(count.expected)} đồng"),
            ("Số tiền thực đếm", f"{format_dong(count.counted)} đồng"),
        ),
        totals=("Cộng", "", count.counted),
        notes=tuple(notes),
        signatures=(
            Signature("Thủ quỹ", profile.cashier_name),
            Signature("Người lập", profile.preparer_name),
            Signature("Thủ trưởng đơn vị", profile.principal_name),
        ),
    )
    return _table_paper(table, f"kiem-quy-{day:%Y%m%d}.pdf")


def transfer_order(ctx: Context, remittance_id: str) -> Paper:
    """The order to the bank: from the school to the office's collection account.

    Raises:
        UserError: REMITTANCE_UNKNOWN.
    """
    orders = {item.id: item for item in remittances.list_remittances(ctx)}
    item = orders.get(remittance_id)
    if item is None:
        raise UserError("REMITTANCE_UNKNOWN")
    profile = ctx.profile()
    table = ReportTable(
        title="Lệnh chuyển tiền",
        subtitle=f"Số {item.number:03d}",
        issuer=_issuer(profile),
        columns=(
            ReportColumn("Nội dung chuyển", CellKind.TEXT, 60),
            ReportColumn("Số biên lai kèm theo", CellKind.INT, 18),
            ReportColumn("Số tiền (đồng)", CellKind.DONG, 22),
        ),
        rows=((item.memo, item.receipts, item.amount),),
        made_on=item.ordered_on,
        facts=(
            ("Đơn vị chuyển", f"{profile.school_name} (mã đơn vị {profile.school_code})"),
            ("Đơn vị nhận", item.account_name),
            ("Số tài khoản", item.account_number),
            ("Tại ngân hàng", item.bank_name),
        ),
        totals=("Cộng", item.receipts, item.amount),
        notes=(
            f"Bằng chữ: {in_words(item.amount)}./.",
            f"Ngân hàng đã chuyển: {item.bank_reference}"
            if item.bank_reference
            else "Ngân hàng ghi số tham chiếu: ……………………………",
        ),
        signatures=(
            Signature("Người lập", profile.preparer_name),
            Signature("Thủ quỹ", profile.cashier_name),
            Signature("Chủ tài khoản", profile.principal_name),
        ),
    )
    return _table_paper(table, f"lenh-chuyen-{item.number:03d}.pdf")


def book_usage(ctx: Context, book_id: str) -> Paper:
    """What became of a book's numbers: issued, void, missing, left.

    Raises:
        UserError: BOOK_UNKNOWN.
    """
    use = next((item for item in list_books(ctx) if item.book.id == book_id), None)
    if use is None:
        raise UserError("BOOK_UNKNOWN")
    book, profile = use.book, ctx.profile()
    found = receipts.receipts_of_book(ctx, book_id)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            number,
            row.data.number,
            row.issued_on,
            "Hủy: " + row.void_reason if row.void_reason else _pupils(row),
            "TM" if row.tender is Tender.CASH else "CK",
            None if row.void_reason else row.amount,
        )
        for number, row in enumerate(found, start=1)
    )
    missing = ", ".join(book.display_number(n) for n in missing_numbers(ctx, book_id))
    valid = sum(row.amount for row in found if not row.void_reason)
    table = ReportTable(
        title="Bảng kê sử dụng biên lai",
        subtitle=f"Ký hiệu {book.serial} · quyển số {book.book_number}",
        issuer=_issuer(profile),
        columns=(
            ReportColumn("STT", CellKind.INT, 6),
            ReportColumn("Số biên lai", CellKind.TEXT, 13),
            ReportColumn("Ngày", CellKind.DATE, 14),
            ReportColumn("Người tham gia", CellKind.TEXT, 40),
            ReportColumn("HT", CellKind.TEXT, 6),
            ReportColumn("Số tiền (đồng)", CellKind.DONG, 18),
        ),
        rows=rows,
        made_on=ctx.clock.today(),
        facts=(
            (
                "Dải số",
                f"{book.display_number(book.first_number)} – "
                f"{book.display_number(book.last_number)}",
            ),
            ("Đã dùng", f"{use.used} số, trong đó hủy {use.voided}"),
            ("Còn lại", f"{max(book.left, 0)} số"),
        ),
        totals=("", "Cộng", "", f"{use.used - use.voided} biên lai còn hiệu lực", "", valid),
        notes=(f"Số còn thiếu: {missing or 'không có'}.", "TM: tiền mặt; CK: chuyển khoản."),
        signatures=(
            Signature("Người lập", profile.preparer_name),
            Signature("Thủ trưởng đơn vị", profile.principal_name),
        ),
    )
    return _table_paper(table, f"su-dung-bien-lai-{book.book_number}.pdf")


def _pupils(row: Receipt) -> str:
    return ", ".join(f"{line.full_name} ({line.school_class})" for line in row.data.lines)
