"""Stopping the pupil that the keyboard stands on, from whichever page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from ssdesk.domain.dates import format_date
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.money import format_dong
from ssdesk.domain.stopping import StopState
from ssdesk.services import enrolments, papers, refunds, stops
from ssdesk.services.enrolments import Enrolment
from ssdesk.services.papers import Paper
from ssdesk.services.pupils import PupilRow
from ssdesk.services.refunds import GivenBack, Refund, RefundPreview
from ssdesk.services.stops import StopChanged
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.stopping.forms import StoppingForms
from ssdesk.ui.translation import current_language

_LISTED = frozenset({EnrolmentState.SUBMITTED, EnrolmentState.ACCEPTED})
_OPEN = frozenset({StopState.OPEN, StopState.RETURNED})


class Stopping(QObject):
    """Before the list money goes back at school, after it the office is told."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.forms = StoppingForms(page)

    def start(self, row: PupilRow) -> None:
        """Whatever can be done for this pupil now."""
        item = row.enrolment
        if item is None:
            past = partial(refunds.refunds_of_pupil, self._page.ctx, row.entry_id)
            self._page.run(past, partial(self._on_past, row))
        elif item.stop is not None:
            self._stopped(row)
        elif item.state in _LISTED:
            found = partial(enrolments.get_enrolment, self._page.ctx, item.id)
            self._page.run(found, self._ask_stop)
        else:
            seen = partial(refunds.preview_refund, self._page.ctx, item.id)
            self._page.run(seen, partial(self._ask_refund, item.id))

    def start_with(self, item: Enrolment) -> None:
        """As `start`, for the enrolment of an earlier round."""
        if item.state in _LISTED:
            self._ask_stop(item)
            return
        seen = partial(refunds.preview_refund, self._page.ctx, item.id)
        self._page.run(seen, partial(self._ask_refund, item.id))

    # Before the list ------------------------------------------------------------------------

    def _ask_refund(self, enrolment_id: str, seen: RefundPreview) -> None:
        command = self.forms.refund(enrolment_id, seen)
        if command is not None:
            work = partial(refunds.give_back, self._page.ctx, command)
            self._page.run(work, self._on_refunded)

    def _on_refunded(self, done: GivenBack) -> None:
        data = done.refund.data
        text = self.tr("Đã hoàn trả {money} đ cho {name}, phiếu {number}")
        said = text.format(
            money=format_dong(data.amount), name=data.receiver_name, number=data.display_number
        )
        self._page.toast(said)
        self.print(done.refund)

    def _on_past(self, row: PupilRow, found: tuple[Refund, ...]) -> None:
        if found:
            self.print(found[0])
            return
        text = self.tr("{name} chưa đăng ký, chưa nộp tiền: không có gì để thôi hoặc hoàn trả")
        self._page.toast(text.format(name=row.full_name), "waiting")

    def print(self, refund: Refund) -> None:
        """The paper of a refund, to be signed."""
        language = current_language().value
        work = partial(papers.refund_paper, self._page.ctx, refund.id, language)
        self._page.run(work, self._show)

    def _show(self, paper: Paper) -> None:
        self._page.bench.printing.show(self._page, paper.title, paper.pdf, paper.file_name)

    # After the list -------------------------------------------------------------------------

    def _ask_stop(self, item: Enrolment) -> None:
        command = self.forms.stop(item)
        if command is not None:
            self._page.run(partial(stops.file_stop, self._page.ctx, command), self._on_filed)

    def _on_filed(self, done: StopChanged) -> None:
        item = done.stop
        text = self.tr("Đã ghi thôi tham gia từ {day}; danh sách sau đề nghị hoàn trả {money} đ")
        if not item.amount:
            text = self.tr("Đã ghi thôi tham gia từ {day}; danh sách sau ghi em vào phần Giảm")
        said = text.format(day=format_date(item.effective_on), money=format_dong(item.amount))
        self._page.toast(said)

    def _stopped(self, row: PupilRow) -> None:
        stop = row.enrolment.stop if row.enrolment else None
        if stop is None:
            return
        if stop.state not in _OPEN:
            text = self.tr("{name} đã ở phần Giảm của danh sách gửi đi, không rút lại được")
            self._page.toast(text.format(name=row.full_name), "waiting")
            return
        title = self.tr("Rút lại việc thôi tham gia")
        text = self.tr("{name} sẽ tham gia tiếp như cũ. Vì sao rút lại?")
        said = text.format(name=row.full_name)
        reason = self._page.bench.messages.ask_reason(self._page, title, said)
        if reason:
            work = partial(stops.take_back_stop, self._page.ctx, stop.id, reason)
            self._page.run(work, self._on_taken_back)

    def _on_taken_back(self, _: StopChanged) -> None:
        self._page.toast(self.tr("Đã rút lại; em tham gia tiếp như cũ"))
