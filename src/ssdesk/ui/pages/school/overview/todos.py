"""The words of the overview's to-dos."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_dong
from ssdesk.services.overview import Overview, Todo, TodoKind
from ssdesk.ui.widgets.chip import Chip, Tone
from ssdesk.ui.widgets.todo_list import TodoRow

_TONES = {
    TodoKind.IDENTITY_PROBLEM: Tone.ACT,
    TodoKind.PROMISE_OVERDUE: Tone.ACT,
    TodoKind.RETURNED: Tone.ACT,
    TodoKind.STOP_RETURNED: Tone.ACT,
    TodoKind.LEFT_OVER: Tone.ACT,
    TodoKind.PROMISED: Tone.INFO,
}


class TodoWords(QObject):
    """Turns to-dos into lines to read."""

    def rows(self, seen: Overview, today: date) -> list[TodoRow]:
        """A line for each, or one that says that nothing is left to do."""
        if not seen.todos:
            done = Chip(self.tr("xong"), Tone.DONE)
            return [TodoRow("", done, self.tr("Không có việc nào đang chờ."))]
        return [
            TodoRow(todo.kind.value, self._chip(todo, today), self._text(todo))
            for todo in seen.todos
        ]

    def _chip(self, todo: Todo, today: date) -> Chip:
        tone = _TONES.get(todo.kind, Tone.WAITING)
        if todo.first_on is None:
            words = self.tr("cần làm") if tone is Tone.ACT else self.tr("đang chờ")
            return Chip(words, tone)
        days = (todo.first_on - today).days
        if days < 0:
            return Chip(self.tr("quá {days} ngày").format(days=-days), Tone.ACT)
        if days == 0:
            return Chip(self.tr("hôm nay"), Tone.ACT)
        return Chip(self.tr("còn {days} ngày").format(days=days), tone)

    def _text(self, todo: Todo) -> str:
        words = {
            TodoKind.IDENTITY_PROBLEM: self.tr("{count} em có số định danh cần đối chiếu"),
            TodoKind.PERSONAL_ID_MISSING: self.tr("{count} em chưa có số định danh (CCCD)"),
            TodoKind.CARD_ENDING: self.tr("{count} thẻ đối tượng khác sắp hết hạn, sớm nhất {day}"),
            TodoKind.CARD_HELD: self.tr("{count} thẻ giấy đã về, chưa phát"),
            TodoKind.COVER_SHORT: self.tr(
                "{count} thẻ đối tượng khác hết hạn trước khi hết đợt, sớm nhất {day}"
            ),
            TodoKind.COVER_NOT_PROVEN: self.tr("{count} em khai có thẻ khác, chưa thấy giấy tờ"),
            TodoKind.PROMISE_OVERDUE: self.tr("{count} em quá ngày hẹn đóng, còn {amount} đồng"),
            TodoKind.PROMISED: self.tr("{count} em đã hẹn đóng, sớm nhất {day}, {amount} đồng"),
            TodoKind.INSTALMENT_OPEN: self.tr("{count} em mới đóng một phần, còn {amount} đồng"),
            TodoKind.NOT_LISTED: self.tr(
                "{count} em đã đóng đủ, chưa vào danh sách: {amount} đồng"
            ),
            TodoKind.RETURNED: self.tr("{count} dòng bị trả lại, phải sửa rồi gửi lại"),
            TodoKind.LEFT_OVER: self.tr("{count} em chưa có thẻ, cũng chưa đăng ký tại trường"),
            TodoKind.CORRECTION: self.tr("{count} em khác với danh sách đã gửi: cần Mẫu số 2"),
            TodoKind.STOP_RETURNED: self.tr("{count} dòng giảm bị trả lại: sửa hoặc rút lại"),
            TodoKind.STOP_OPEN: self.tr(
                "{count} em thôi tham gia, chờ đưa vào danh sách: hoàn trả {amount} đồng"
            ),
            TodoKind.DUE: self.tr("{count} em chưa đóng đồng nào, hạn {day}: {amount} đồng"),
        }
        day = format_date(todo.first_on) if todo.first_on else ""
        return words[todo.kind].format(
            count=len(todo.entry_ids), day=day, amount=format_dong(todo.amount)
        )
