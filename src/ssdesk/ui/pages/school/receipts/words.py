"""Columns and small forms of the receipts' page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from ssdesk.domain.receipt import BookKind, Tender
from ssdesk.services.receipt_books import LOW_STOCK, BookUse, RegisterBook
from ssdesk.services.receipts import Receipt
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import Field, FieldKind
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.pages.page import Page
from ssdesk.ui.widgets.chip import Chip, Tone
from ssdesk.ui.widgets.side_list import SideRow


class ReceiptWords(QObject):
    """How a receipt and a book read."""

    def columns(self) -> tuple[Column[Receipt], ...]:
        """The grid's columns."""
        cash, transfer = self.tr("Tiền mặt"), self.tr("Chuyển khoản")

        def tender(row: Receipt) -> str:
            return cash if row.tender is Tender.CASH else transfer

        return (
            Column("number", self.tr("Số"), _number, width=84, whole=True),
            Column("issued_on", self.tr("Ngày"), _issued_on, CellKind.DATE, width=102, leaves=2),
            Column("pupils", self.tr("Học sinh"), _pupils, width=0, whole=True),
            Column("classes", self.tr("Lớp"), _classes, width=56, whole=True, leaves=1),
            Column("payer_name", self.tr("Người nộp"), _payer, width=124, leaves=3),
            Column("amount", self.tr("Số tiền"), _amount, CellKind.DONG, width=88),
            Column("state", self.tr("Trạng thái"), self.chip, CellKind.CHIP, width=84),
            Column("tender", self.tr("Hình thức"), tender, width=96, hidden=True),
            Column("prints", self.tr("Đã in"), _prints, CellKind.INT, width=56, hidden=True),
        )

    def chip(self, row: Receipt) -> Chip:
        """Where a receipt stands."""
        if row.voided_on is not None:
            return Chip(self.tr("Đã hủy"), Tone.ACT)
        if row.prints:
            return Chip(self.tr("đã in"), Tone.DONE)
        return Chip(self.tr("chưa in"), Tone.WAITING)

    def book_row(self, use: BookUse) -> SideRow:
        """A book: its numbers left, or that some are missing."""
        book = use.book
        if book.closed or book.left <= 0:
            return SideRow(book.id, book.name, self.tr("hết"))
        if use.missing:
            return SideRow(book.id, book.name, self.tr("thiếu {n}").format(n=use.missing), "act")
        tone = "act" if book.left < LOW_STOCK else ""
        return SideRow(book.id, book.name, self.tr("còn {n}").format(n=book.left), tone)


class ReceiptForms(QObject):
    """The small forms."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def book(self) -> RegisterBook | None:
        """A book or a range of numbers that the office gave (ruling 9)."""
        request = FormRequest(
            title=self.tr("Đăng ký quyển biên lai"),
            fields=(
                Field(
                    "kind",
                    self.tr("&Loại"),
                    FieldKind.CHOICE,
                    choices=(
                        (BookKind.PROGRAM_PRINTED.value, self.tr("Chương trình in")),
                        (BookKind.PRE_PRINTED.value, self.tr("Cơ quan BHXH in sẵn")),
                    ),
                ),
                Field("serial", self.tr("&Ký hiệu"), required=True, placeholder="BH26-20/E"),
                Field("book_number", self.tr("&Quyển số"), required=True),
                Field("first_number", self.tr("&Từ số"), FieldKind.NUMBER, required=True, lowest=0),
                Field("last_number", self.tr("&Đến số"), FieldKind.NUMBER, required=True),
                Field("holder", self.tr("&Người giữ"), FieldKind.NAME),
            ),
            values={"kind": BookKind.PROGRAM_PRINTED.value, "first_number": 1},
        )
        values = self._page.bench.messages.form(self._page, request)
        if values is None:
            return None
        return RegisterBook(
            kind=BookKind(values.text("kind")),
            serial=values.text("serial"),
            book_number=values.text("book_number"),
            first_number=values.number("first_number") or 0,
            last_number=values.number("last_number") or 0,
            holder=values.text("holder"),
        )


def _number(row: Receipt) -> str:
    return row.data.number


def _issued_on(row: Receipt) -> date:
    return row.issued_on


def _pupils(row: Receipt) -> str:
    return ", ".join(line.full_name for line in row.data.lines)


def _classes(row: Receipt) -> str:
    return ", ".join(dict.fromkeys(line.school_class for line in row.data.lines))


def _payer(row: Receipt) -> str:
    return row.payer_name


def _amount(row: Receipt) -> int:
    return row.amount


def _prints(row: Receipt) -> int:
    return row.prints
