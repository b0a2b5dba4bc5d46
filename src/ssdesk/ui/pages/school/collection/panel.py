"""What is about to be posted, how it was handed in, and why the amount is what it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_dong
from ssdesk.domain.receipt import BookKind, Holder, Tender
from ssdesk.domain.spelling import spelled
from ssdesk.services.collecting import CollectRow
from ssdesk.services.receipt_books import ReceiptBook
from ssdesk.ui.pages.page import scrolled
from ssdesk.ui.translation import current_language
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.labels import FactList, Figure, label
from ssdesk.ui.workings import worded


@dataclass(frozen=True, slots=True)
class How:
    """How money was handed in and who has it."""

    tender: Tender
    held_by: Holder


class CollectionPanel(QWidget):
    """Two cards: what is marked, and the pupil the keyboard stands on.

    Signals:
        print_wanted: print the receipts posted last (their ids).
    """

    print_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._last: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._marked_card())
        column.addWidget(self._pupil_card(), 1)

    def _marked_card(self) -> Card:
        card = Card(self.tr("Sắp ghi thu"), self)
        self._figure = Figure(card)
        self._holder = QComboBox(card)
        for holder, where in (
            (Holder.CASHIER, self.tr("Tiền mặt, thủ quỹ giữ")),
            (Holder.TEACHER, self.tr("Tiền mặt, giáo viên giữ")),
            (Holder.BANK, self.tr("Chuyển khoản")),
        ):
            self._holder.addItem(where, holder)
        holds = label(self.tr("Tiền đang ở đâ&u"), "field", card)
        holds.setBuddy(self._holder)
        self._holder.setAccessibleName(self.tr("Tiền đang ở đâu"))
        self._books = QComboBox(card)
        self._books.setAccessibleName(self.tr("Quyển biên lai"))
        words = label(self.tr("&Quyển biên lai"), "field", card)
        words.setBuddy(self._books)
        self._print = QPushButton(self.tr("&In biên lai vừa ghi  F8"), card)
        self._print.setVisible(False)
        self._print.clicked.connect(self.print_last)
        for widget in (self._figure, holds, self._holder, words, self._books, self._print):
            card.body.addWidget(widget)
        return card

    def _pupil_card(self) -> Card:
        card = Card(self.tr("Vì sao số tiền này?"), self)
        inside = QWidget(card)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setSpacing(6)
        self._name = label("", "strong", inside)
        self._workings = label("", "small", inside)
        self._sources = label("", "small", inside)
        self._facts = FactList(inside)
        for widget in (self._name, self._workings, self._sources, self._facts):
            layout.addWidget(widget)
        layout.addStretch(1)
        card.body.addWidget(scrolled(inside, card), 1)
        return card

    # What it says ---------------------------------------------------------------------------

    def how(self) -> How:
        """How the money marked was handed in."""
        holder = Holder(self._holder.currentData())
        tender = Tender.TRANSFER if holder is Holder.BANK else Tender.CASH
        return How(tender, holder)

    def book_id(self) -> str:
        """The book its receipts come from, empty where none has numbers left."""
        return str(self._books.currentData() or "")

    # What it shows --------------------------------------------------------------------------

    def set_books(self, books: tuple[ReceiptBook, ...]) -> None:
        """The books that have numbers left."""
        before = self.book_id()
        self._books.clear()
        own_first = sorted(books, key=lambda book: book.kind is BookKind.PRE_PRINTED)
        for book in own_first:
            number = book.display_number(book.next_number)
            self._books.addItem(f"{book.name} · {number}", book.id)
        place = self._books.findData(before)
        self._books.setCurrentIndex(max(place, 0))

    def show_marked(self, pupils: int, amount: int) -> None:
        """How many are marked and what they add up to, in dong."""
        if not pupils:
            self._figure.set(self.tr("0 em"), self.tr("Dấu cách đánh dấu em đã nộp đủ"))
            return
        below = self.tr("{count} em · {words}").format(
            count=pupils, words=spelled(amount, current_language().value)
        )
        self._figure.set(f"{format_dong(amount)} đ", below)

    def show_last(self, receipt_ids: tuple[str, ...]) -> None:
        """What was posted last and can be printed now."""
        self._last = receipt_ids
        self._print.setVisible(bool(receipt_ids))

    def show_row(self, row: CollectRow | None) -> None:
        """The pupil the keyboard stands on."""
        self._name.setText(row.pupil.full_name if row else "")
        item = row.enrolment if row else None
        if item is None:
            nothing = self.tr("Chưa đăng ký trong đợt này; F4 đăng ký cả lớp.")
            self._workings.setText(nothing if row else "")
            self._sources.setText("")
            self._facts.set([])
            return
        premium = item.premium
        self._workings.setText(worded(premium.workings))
        laws = " · ".join(dict.fromkeys(source.citation for source in premium.sources))
        self._sources.setText(laws)
        term = f"{format_date(item.period.starts_on)} – {format_date(item.period.ends_on)}"
        facts = [
            (self.tr("Thời hạn"), term),
            (self.tr("Phải đóng"), format_dong(premium.own_share)),
            (self.tr("Đã đóng"), format_dong(item.paid)),
            (self.tr("Còn lại"), format_dong(item.still_due)),
        ]
        if item.paper_card:
            facts.append((self.tr("Thẻ"), self.tr("bản giấy")))
        if item.note:
            facts.append((self.tr("Ghi chú"), item.note))
        self._facts.set(facts)

    def print_last(self) -> None:
        """F8: what was posted last, if anything was."""
        if self._last:
            self.print_wanted.emit(self._last)
