"""What is still open in a school year, as lines to read, and where each is settled."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ssdesk.domain.money import format_dong, format_number
from ssdesk.services.year_close import OpenItem, OpenKind
from ssdesk.ui.widgets.chip import Chip, Tone
from ssdesk.ui.widgets.todo_list import TodoRow

PAGES = {
    OpenKind.LEFT_OVER: "overview",
    OpenKind.UNPAID: "collection",
    OpenKind.NOT_LISTED: "lists",
    OpenKind.UNANSWERED: "bundles",
    OpenKind.RETURNED: "bundles",
    OpenKind.STOPPED: "lists",
    OpenKind.CORRECTION: "declarations",
    OpenKind.STATEMENT: "statement",
    OpenKind.CASH_DIFFERENCE: "money_on",
    OpenKind.MONEY_HELD: "money_on",
    OpenKind.ORDER: "money_on",
}
"""The page where each is settled."""


class CloseWords(QObject):
    """Turns open items into lines."""

    def rows(self, items: tuple[OpenItem, ...]) -> list[TodoRow]:
        """A line for each, done ones too: it is a check list."""
        done, waits = Chip(self.tr("xong"), Tone.DONE), Chip(self.tr("còn"), Tone.ACT)
        return [
            TodoRow(item.kind.value, waits if item.count else done, self._text(item))
            for item in items
        ]

    def _text(self, item: OpenItem) -> str:
        return self._open(item) if item.count else self._done(item.kind)

    def _open(self, item: OpenItem) -> str:
        words = {
            OpenKind.LEFT_OVER: self.tr("{n} em chưa tham gia mà chưa ghi lý do"),
            OpenKind.UNPAID: self.tr("{n} em đã đăng ký chưa đóng đủ, còn {money} đ"),
            OpenKind.NOT_LISTED: self.tr("{n} em đã đóng đủ mà chưa vào danh sách"),
            OpenKind.UNANSWERED: self.tr("{n} em đã gửi, cơ quan BHXH chưa trả lời"),
            OpenKind.RETURNED: self.tr("{n} dòng bị trả lại chưa gửi lại"),
            OpenKind.STOPPED: self.tr("{n} em thôi tham gia, BHXH chưa nhận: hoàn trả {money} đ"),
            OpenKind.CORRECTION: self.tr("{n} em khác với danh sách đã gửi, chưa gửi Mẫu số 2"),
            OpenKind.STATEMENT: self.tr("{n} dòng sao kê chưa rõ của ai: {money} đ"),
            OpenKind.CASH_DIFFERENCE: self.tr("Quỹ đếm lệch sổ {money} đ, chưa kiểm lại cho khớp"),
            OpenKind.MONEY_HELD: self.tr("Trường còn giữ {money} đ chưa chuyển"),
            OpenKind.ORDER: self.tr("{n} lệnh chuyển ngân hàng chưa xác nhận: {money} đ"),
        }
        return words[item.kind].format(n=format_number(item.count), money=format_dong(item.amount))

    def _done(self, kind: OpenKind) -> str:
        return {
            OpenKind.LEFT_OVER: self.tr("Mọi em chưa tham gia đều có lý do"),
            OpenKind.UNPAID: self.tr("Mọi em đã đăng ký đều đóng đủ"),
            OpenKind.NOT_LISTED: self.tr("Mọi em đã đóng đều trong danh sách"),
            OpenKind.UNANSWERED: self.tr("Mọi dòng đã gửi đều có trả lời"),
            OpenKind.RETURNED: self.tr("Không còn dòng bị trả lại"),
            OpenKind.STOPPED: self.tr("Mọi em thôi tham gia đều đã được nhận"),
            OpenKind.CORRECTION: self.tr("Không còn điều chỉnh chưa gửi"),
            OpenKind.STATEMENT: self.tr("Mọi dòng sao kê đều rõ"),
            OpenKind.CASH_DIFFERENCE: self.tr("Không còn lần kiểm quỹ nào lệch"),
            OpenKind.MONEY_HELD: self.tr("Không còn tiền ở trường"),
            OpenKind.ORDER: self.tr("Mọi lệnh chuyển đều được ngân hàng xác nhận"),
        }[kind]
