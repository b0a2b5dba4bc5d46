"""What the paper of a receipt says."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_dong
from ssdesk.domain.receipt import Tender
from ssdesk.domain.spelling import spelled
from ssdesk.services.receipts import Receipt
from ssdesk.ui.pages.page import scrolled
from ssdesk.ui.translation import current_language
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.chip import Chip, StatusChip, Tone
from ssdesk.ui.widgets.labels import FactList, Figure, label


class ReceiptPanel(Card):
    """One receipt as words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setSpacing(8)
        self._name = label("", "strong", inside)
        self._name.setWordWrap(True)
        self._chip = StatusChip(inside)
        self._figure = Figure(inside)
        self._facts = FactList(inside)
        self._lines = label("", "wrap", inside)
        self._note = label("", "small", inside)
        for widget in (
            self._name,
            self._chip,
            self._figure,
            self._facts,
            self._lines,
            self._note,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.body.addWidget(scrolled(inside, self), 1)
        self.show_receipt(None)

    def show_receipt(self, row: Receipt | None) -> None:
        """Show this receipt, or that none is chosen."""
        self._figure.setVisible(row is not None)
        if row is None:
            self._name.setText(self.tr("Chưa có biên lai nào ở đây"))
            self._chip.set(None)
            self._facts.set([])
            self._lines.setText("")
            self._note.setText("")
            return
        data = row.data
        self._name.setText(f"{data.serial}/{data.book_number} · {data.number}")
        self._chip.set(self._state(row))
        self._figure.set(
            f"{format_dong(row.amount)} đ", spelled(row.amount, current_language().value)
        )
        cash = data.tender is Tender.CASH
        self._facts.set(
            [
                (self.tr("Ngày"), format_date(row.issued_on)),
                (self.tr("Người nộp"), row.payer_name or "–"),
                (self.tr("Hình thức"), self.tr("Tiền mặt") if cash else self.tr("Chuyển khoản")),
                (self.tr("Đã in"), self.tr("{n} lần").format(n=row.prints)),
            ]
        )
        self._lines.setText(
            "\n".join(
                f"{line.full_name} · {line.school_class}\n"
                f"{format_date(line.starts_on)} – {format_date(line.ends_on)}: "
                f"{format_dong(line.amount)}"
                for line in data.lines
            )
        )
        self._note.setText(
            self.tr("Hủy vì: {reason}").format(reason=row.void_reason) if row.void_reason else ""
        )

    def _state(self, row: Receipt) -> Chip:
        if row.voided_on is not None:
            return Chip(self.tr("ĐÃ HỦY"), Tone.ACT)
        if any(line.instalment for line in row.data.lines):
            return Chip(self.tr("thu một phần"), Tone.WAITING)
        return Chip(self.tr("đã thu"), Tone.DONE)
