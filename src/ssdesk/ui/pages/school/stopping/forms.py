"""The two forms of stopping: money back at school, or a stop that the office pays for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from PySide6.QtCore import QObject

from ssdesk.domain.money import format_dong, parse_percent
from ssdesk.domain.problems import Problem
from ssdesk.domain.receipt import Tender
from ssdesk.domain.stopping import PaidTerm, RefundAccount, StopReason, owed
from ssdesk.services import stops
from ssdesk.services.enrolments import Enrolment
from ssdesk.services.refunds import GiveBack, RefundPreview
from ssdesk.services.stops import FileStop
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import Field, FieldKind, FormValues
from ssdesk.ui.forms.form import Form
from ssdesk.ui.pages.page import Page
from ssdesk.ui.workings import worded

_ACCOUNT = ("account_holder", "account_number", "account_bank")


class StoppingForms(QObject):
    """Asks one thing at a time and hands back the command, or None."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    # Before the list ------------------------------------------------------------------------

    def refund(self, enrolment_id: str, seen: RefundPreview) -> GiveBack | None:
        """How the family gets its money back."""
        values = self._page.bench.messages.form(self._page, self.refund_request(seen))
        if values is None:
            return None
        return GiveBack(
            enrolment_id,
            values.text("reason"),
            values.text("receiver_name"),
            Tender(values.text("tender")),
            values.text("account"),
            values.day("refunded_on"),
        )

    def refund_request(self, seen: RefundPreview) -> FormRequest:
        """What that form asks."""
        text = self.tr(
            "Em chưa vào danh sách gửi BHXH: trường trả lại đủ {money} đ và em ra khỏi đợt thu."
        )
        ways = (
            (Tender.CASH.value, self.tr("Tiền mặt")),
            (Tender.TRANSFER.value, self.tr("Chuyển khoản")),
        )
        tender = Tender.TRANSFER if seen.from_bank == seen.amount else Tender.CASH
        return FormRequest(
            title=self.tr("Hoàn trả · {name}").format(name=seen.full_name),
            text=text.format(money=format_dong(seen.amount)),
            fields=(
                Field(
                    "reason",
                    self.tr("&Lý do"),
                    required=True,
                    placeholder=self.tr("có thẻ hộ nghèo từ 01/09, chuyển trường…"),
                ),
                Field("receiver_name", self.tr("&Người nhận tiền"), FieldKind.NAME, required=True),
                Field("refunded_on", self.tr("N&gày trả"), FieldKind.DATE, required=True),
                Field("tender", self.tr("&Hình thức"), FieldKind.CHOICE, choices=ways),
                Field("account", self.tr("&Tài khoản nhận (chủ, số, ngân hàng)")),
            ),
            values={
                "receiver_name": seen.receiver,
                "refunded_on": seen.last_day,
                "tender": tender.value,
            },
            save=self.tr("Hoàn trả và &in phiếu"),
            tally=lambda _: (self._places(seen), "info"),
            check=_check_refund,
            keep=_show_account,
        )

    def _places(self, seen: RefundPreview) -> str:
        places = (
            (self.tr("giáo viên chủ nhiệm đang giữ"), seen.from_teacher),
            (self.tr("quỹ tiền mặt"), seen.from_cash),
            (self.tr("tài khoản của trường"), seen.from_bank),
        )
        parts = [f"{words} {format_dong(amount)} đ" for words, amount in places if amount]
        text = self.tr("Tiền lấy từ: {places}. Theo biên lai {receipts}.")
        return text.format(places=", ".join(parts), receipts=", ".join(seen.receipts))

    # After the list -------------------------------------------------------------------------

    def stop(self, item: Enrolment) -> FileStop | None:
        """Why and from when a pupil stops, and whom the office pays."""
        values = self._page.bench.messages.form(self._page, self.stop_request(item))
        return None if values is None else _command(item, values)

    def stop_request(self, item: Enrolment) -> FormRequest:
        """What that form asks; what the office owes is told while one types."""
        return FormRequest(
            title=self.tr("Thôi tham gia · {name}").format(name=item.premium.who),
            text=self.tr(
                "Em đã có trong danh sách gửi BHXH: danh sách sau ghi em vào phần Giảm, cơ quan "
                "BHXH trả tiền thẳng vào tài khoản gia đình."
            ),
            fields=self._stop_fields(),
            values={
                "reason": StopReason.OTHER_CARD.value,
                "effective_on": self._page.ctx.clock.today(),
            },
            save=self.tr("&Ghi thôi tham gia"),
            tally=lambda values: self._owed(item, values),
            check=lambda values: self._check(item, values),
            keep=_show_support,
            wide=True,
        )

    def _stop_fields(self) -> tuple[Field, ...]:
        reasons = (
            (StopReason.OTHER_CARD.value, self.tr("Có thẻ theo nhóm đứng trước")),
            (StopReason.SUPPORT_RAISED.value, self.tr("Được ngân sách hỗ trợ thêm")),
            (StopReason.DIED.value, self.tr("Em qua đời")),
            (StopReason.MOVED.value, self.tr("Chuyển trường, thôi học")),
        )
        return (
            Field("reason", self.tr("&Lý do"), FieldKind.CHOICE, choices=reasons),
            Field(
                "effective_on",
                self.tr("Từ &ngày"),
                FieldKind.DATE,
                required=True,
                help=self.tr("Ngày đầu của thẻ mới, ngày quyết định, ngày qua đời hoặc ngày đi."),
            ),
            Field(
                "evidence",
                self.tr("&Căn cứ"),
                required=True,
                placeholder=self.tr("số thẻ mới, số quyết định, giấy báo tử…"),
            ),
            Field(
                "support_percent",
                self.tr("Tỷ lệ NSNN hỗ trợ &mới (%)"),
                max_length=8,
            ),
            Field("account_holder", self.tr("Chủ &tài khoản"), FieldKind.NAME, span=True),
            Field("account_number", self.tr("&Số tài khoản"), max_length=30),
            Field("account_bank", self.tr("Ngân &hàng"), max_length=60),
        )

    def _owed(self, item: Enrolment, values: FormValues) -> tuple[str, str]:
        command = _command(item, values)
        found = owed(_term(item), command.reason, command.effective_on, command.support_percent)
        laws = " · ".join(source.display() for source in found.sources)
        return f"{worded(found.workings)}\n{laws}", "info" if found.amount else "waiting"

    def _check(self, item: Enrolment, values: FormValues) -> Sequence[Problem]:
        typed = values.text("support_percent")
        if values.text("reason") == StopReason.SUPPORT_RAISED.value:
            share = parse_percent(typed, "support_percent")
            if isinstance(share, Problem):
                return (share,)
        return stops.preview_stop(self._page.ctx, _command(item, values)).problems


def _term(item: Enrolment) -> PaidTerm:
    line = item.premium
    return PaidTerm(item.period, item.months, line.gross, line.state_support, line.own_share)


def _command(item: Enrolment, values: FormValues) -> FileStop:
    holder, number, bank = (values.text(name) for name in _ACCOUNT)
    reason = StopReason(values.text("reason") or StopReason.OTHER_CARD.value)
    share: Fraction | Problem | None = None
    if reason is StopReason.SUPPORT_RAISED:
        share = parse_percent(values.text("support_percent"))
    return FileStop(
        item.id,
        reason,
        values.day("effective_on") or date.max,
        values.text("evidence"),
        RefundAccount(holder, number, bank),
        share if isinstance(share, Fraction) else None,
    )


def _check_refund(values: FormValues) -> Sequence[Problem]:
    missing = values.text("tender") == Tender.TRANSFER.value and not values.text("account")
    return (Problem("account", "REFUND_ACCOUNT_MISSING"),) if missing else ()


def _show_account(form: Form) -> None:
    """The receiver's account is asked only for a transfer."""

    def show(_: str = "") -> None:
        by_transfer = form.values().text("tender") == Tender.TRANSFER.value
        form.set_field_visible("account", by_transfer)

    form.edited.connect(show)
    show()


def _show_support(form: Form) -> None:
    """The new share is asked only where the support was raised."""

    def show(_: str = "") -> None:
        raised = form.values().text("reason") == StopReason.SUPPORT_RAISED.value
        form.set_field_visible("support_percent", raised)

    form.edited.connect(show)
    show()
