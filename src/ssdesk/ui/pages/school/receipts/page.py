"""Receipts: the books, what was issued from them, print, void, enter a stack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.money import format_dong, format_number
from ssdesk.domain.roles import Act
from ssdesk.services import papers, receipt_books, receipts
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.papers import Layout, Paper
from ssdesk.services.receipt_books import BookSaved, BookUse
from ssdesk.services.receipts import Receipt, ReceiptVoided, VoidReceipt
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.family_papers import print_receipts
from ssdesk.ui.pages.school.receipts.panel import ReceiptPanel
from ssdesk.ui.pages.school.receipts.words import ReceiptForms, ReceiptWords
from ssdesk.ui.theme import worn
from ssdesk.ui.translation import current_language
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import EmptyState
from ssdesk.ui.widgets.side_list import SideList, SideRow
from ssdesk.ui.widgets.sides import with_side

_TODAY, _MONTH = "today", "month"


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one reading found."""

    books: tuple[BookUse, ...]
    rows: tuple[Receipt, ...]


class ReceiptsPage(Page):
    """Days and books left, receipts in the middle, the paper's words at the right."""

    name = "receipts"
    interests: ClassVar[frozenset[Kind]] = frozenset({Kind.PAYMENT, Kind.RECEIPT_BOOK})
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {
        Act.TAKE_MONEY: ("book", "stack", "void", "close_book"),
        Act.PRINT_RECEIPTS: ("print", "print_two"),
    }

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._seen: _Seen | None = None
        self._where = _MONTH
        self._wanted = ""
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Phiếu thu")

    def subtitle(self) -> str:
        if self._seen is None:
            return self.tr("Tìm, in lại, hủy có lý do, nhập chồng biên lai in sẵn")
        live = [row for row in self._seen.rows if row.voided_on is None]
        text = self.tr("{count} biên lai, {void} đã hủy · {money} đ")
        return text.format(
            count=format_number(len(self._seen.rows)),
            void=format_number(len(self._seen.rows) - len(live)),
            money=format_dong(sum(row.amount for row in live)),
        )

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("book", self.tr("&Quyển mới"), "register_book", "Ctrl+N"),
            Action("stack", self.tr("Nhập &chồng biên lai"), "enter_stack", "Ctrl+B"),
            Action("void", self.tr("&Hủy"), "void", "F7"),
            Action("print", self.tr("&In"), "print_chosen", "F8", primary=True),
            Action("print_two", self.tr("In hai liên A4"), "print_two", "Shift+F8", hidden=True),
            Action("close_book", self.tr("Đóng quyển"), "close_book", "Ctrl+Del", hidden=True),
            Action("usage", self.tr("Bảng kê sử dụng quyển"), "print_usage", "F6", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = ReceiptWords(self)
        self._forms = ReceiptForms(self)
        self._empty = EmptyState(
            "receipts",
            self.tr("Chưa có quyển biên lai nào"),
            self.tr(
                "Đăng ký dải số cơ quan BHXH cấp: quyển in sẵn, hoặc dải số để chương trình in. "
                "Mỗi số dùng một lần, không sót số nào."
            ),
            self,
        )
        self._empty.add_button(self.tr("Đăng ký quyển đầ&u tiên"), self.register_book)
        self._content = QWidget(self)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.places = SideList(self.tr("NGÀY · QUYỂN"), self._content)
        self.places.setFixedWidth(worn().px(176))
        self.places.chosen.connect(self._on_place)
        row.addWidget(self.places)
        self.panel = ReceiptPanel(self._content)
        row.addLayout(with_side(self._middle(), self.panel, 268), 1)
        body.addWidget(self._empty)
        body.addWidget(self._content)
        self._show()

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.model: RowsModel[Receipt] = RowsModel(self._words.columns(), _key, self)
        self.grid = GridView("receipts", self.bench.preferences, self._content)
        self.grid.set_model(self.model)
        self.grid.row_current.connect(self._on_current)
        self.grid.row_activated.connect(self._on_activated)
        column.addWidget(self.grid, 1)
        keys = self.tr(
            "Enter xem · F8 in A5 · Shift+F8 hai biên lai một tờ A4 · Shift+↑↓ chọn nhiều · "
            "F6 bảng kê quyển · Ctrl+F tìm"
        )
        column.addWidget(label(keys, "small", self._content))
        return column

    # Reading --------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self.run(partial(self._read, self._where), self._on_seen)

    def _read(self, where: str) -> _Seen:
        today = self.ctx.clock.today()
        books = receipt_books.list_books(self.ctx)
        if where == _TODAY:
            return _Seen(books, receipts.list_receipts(self.ctx, today, today))
        if where == _MONTH:
            first = today - timedelta(days=30)
            return _Seen(books, receipts.list_receipts(self.ctx, first, today))
        return _Seen(books, receipts.receipts_of_book(self.ctx, where))

    def _on_seen(self, seen: _Seen) -> None:
        first = self._seen is None
        self._seen = seen
        self._show()
        self.update_header()
        if first and self.isVisible():
            self.take_focus()

    def first_focus(self) -> QWidget | None:
        return self.grid if self._seen and self._seen.books else None

    def _show(self) -> None:
        seen = self._seen
        filled = seen is not None and bool(seen.books)
        self._empty.setVisible(seen is not None and not filled)
        self._content.setVisible(filled)
        for action in ("stack", "void", "print"):
            self.enable(action, filled)
        if seen is None or not filled:
            return
        rows = [
            SideRow(_TODAY, self.tr("Hôm nay")),
            SideRow(_MONTH, self.tr("30 ngày qua")),
            *(self._words.book_row(use) for use in seen.books),
        ]
        self.places.set(rows, self._where)
        self.model.set_rows(seen.rows)
        if self._wanted and self.grid.go_to(self._wanted):
            self._wanted = ""
        if not seen.rows:
            self.panel.show_receipt(None)

    # Following the keyboard -----------------------------------------------------------------

    def _on_place(self, key: str) -> None:
        if key != self._where:
            self._where = key
            self.refresh(None)

    def _on_current(self, row: object) -> None:
        self.panel.show_receipt(row if isinstance(row, Receipt) else None)

    def _on_activated(self, row: object) -> None:
        if isinstance(row, Receipt):
            print_receipts(self, (row.id,), Layout.A5)

    # What one does --------------------------------------------------------------------------

    def print_chosen(self) -> None:
        """F8: each on its own A5; printed before: marked as a copy."""
        self._print(Layout.A5)

    def print_two(self) -> None:
        """Shift+F8: two receipts on one A4."""
        self._print(Layout.TWO_ON_A4)

    def _print(self, layout: Layout) -> None:
        ids = tuple(row.id for row in self._chosen())
        if ids:
            print_receipts(self, ids, layout)

    def _on_paper(self, paper: Paper) -> None:
        self.bench.printing.show(self, paper.title, paper.pdf, paper.file_name)

    def print_usage(self) -> None:
        """F6: what became of the numbers of the book shown."""
        if self._where not in {_TODAY, _MONTH}:
            self.run(
                partial(papers.book_usage, self.ctx, self._where, current_language().value),
                self._on_paper,
            )

    def void(self) -> None:
        """F7: a counter-entry with a reason; the number stays used."""
        chosen = self._chosen()
        if not chosen:
            return
        row = chosen[0]
        text = self.tr("Hủy biên lai {number}, {money} đ của {payer}. Vì sao?").format(
            number=row.data.number, money=format_dong(row.amount), payer=row.payer_name
        )
        reason = self.bench.messages.ask_reason(
            self, self.tr("Hủy biên lai"), text, self.tr("&Hủy biên lai")
        )
        if reason:
            command = VoidReceipt(row.id, reason)
            self.run(partial(receipts.void_receipt, self.ctx, command), self._on_voided)

    def _on_voided(self, done: ReceiptVoided) -> None:
        text = self.tr("Đã hủy {number}; số này vẫn nằm trong quyển")
        self.toast(text.format(number=done.receipt.data.number))

    def register_book(self) -> None:
        """Ctrl+N: a book or range of numbers."""
        command = self._forms.book()
        if command is not None:
            self.run(partial(receipt_books.register_book, self.ctx, command), self._on_book)

    def close_book(self) -> None:
        """Ctrl+Del: no number of the book shown can be used any more."""
        if self._where in {_TODAY, _MONTH}:
            return
        text = self.tr("Đóng quyển đang xem: các số còn lại không dùng nữa.")
        if self.bench.messages.ask(self, self.tr("Đóng quyển"), text, self.tr("Đón&g")):
            self.run(partial(receipt_books.close_book, self.ctx, self._where), self._on_book)

    def _on_book(self, saved: BookSaved) -> None:
        self._where = saved.book.id
        self.toast(self.tr("Đã ghi quyển {name}").format(name=saved.book.name))

    def enter_stack(self) -> None:
        """Ctrl+B: an evening's stack of pre-printed receipts."""
        self.go("stack", self._where if self._where not in {_TODAY, _MONTH} else None)

    def open_at(self, argument: object) -> None:
        if argument == "books":
            self._where = _TODAY
        elif isinstance(argument, Receipt):
            self._where, self._wanted = argument.book_id, argument.id
        elif isinstance(argument, str):
            self._where = argument
        self.refresh(None)

    def _chosen(self) -> list[Receipt]:
        chosen = [row for row in self.grid.selected_rows() if isinstance(row, Receipt)]
        current = self.grid.current_row()
        return chosen or ([current] if isinstance(current, Receipt) else [])


def _key(row: Receipt) -> str:
    return row.id
