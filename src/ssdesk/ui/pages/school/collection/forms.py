"""The small forms of the collection page: a round, one receipt, a promise, own months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from ssdesk.domain.money import format_dong
from ssdesk.domain.problems import Problem
from ssdesk.domain.school import SchoolYear
from ssdesk.services.collecting import CollectRow
from ssdesk.services.enrolments import ChangeTerm
from ssdesk.services.payments import PaymentItem, RecordPayment
from ssdesk.services.rounds import OpenRound, check_days
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import Field, FieldKind, FormValues
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.collection.panel import How


@dataclass(frozen=True, slots=True)
class Promise:
    """The day promised, None to take a promise back."""

    day: date | None


class CollectionForms(QObject):
    """Asks one thing at a time and hands back the command, or None."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def _ask(self, request: FormRequest) -> FormValues | None:
        return self._page.bench.messages.form(self._page, request)

    def round(self) -> OpenRound | None:
        """A new round: usually the twelve months from October."""
        year = SchoolYear(self._page.bench.school_year)
        today = self._page.bench.ctx.clock.today()
        values = self._ask(
            FormRequest(
                title=self.tr("Mở đợt thu"),
                text=self.tr("Mỗi em có thời hạn riêng theo lớp, ngày vào và thẻ đang có."),
                fields=(
                    Field("name", self.tr("&Tên đợt"), required=True),
                    Field("starts_on", self.tr("Thẻ &từ ngày"), FieldKind.DATE, required=True),
                    Field("ends_on", self.tr("Thẻ đến &ngày"), FieldKind.DATE, required=True),
                    Field("opens_on", self.tr("&Mở thu từ"), FieldKind.DATE, required=True),
                    Field("due_on", self.tr("&Hạn nộp"), FieldKind.DATE, required=True),
                ),
                values={
                    "name": self.tr("Đợt 1 đầu năm học"),
                    "starts_on": date(year.first_year, 10, 1),
                    "ends_on": date(year.first_year + 1, 9, 30),
                    "opens_on": today,
                    "due_on": max(today, date(year.first_year, 9, 30)),
                },
                save=self.tr("&Mở đợt"),
                check=self._check_round,
            )
        )
        return None if values is None else self._opening(values)

    def _opening(self, values: FormValues) -> OpenRound:
        bench = self._page.bench
        today = bench.ctx.clock.today()
        days = [values.day(name) for name in ("starts_on", "ends_on", "opens_on", "due_on")]
        starts_on, ends_on, opens_on, due_on = (day or today for day in days)
        name = values.text("name")
        return OpenRound(bench.school_year, name, starts_on, ends_on, opens_on, due_on)

    def _check_round(self, values: FormValues) -> tuple[Problem, ...]:
        return check_days(self._page.bench.ctx, self._opening(values))

    def payment(
        self, rows: Sequence[CollectRow], book_id: str, how: How, day: date
    ) -> RecordPayment | None:
        """One receipt for the rows chosen; the amount can be a part only for a single pupil."""
        total = sum(row.owes for row in rows)
        single = rows[0] if len(rows) == 1 else None
        names = ", ".join(f"{row.pupil.full_name} ({row.pupil.class_name})" for row in rows)
        text = self.tr("{names}: còn phải đóng {money} đ").format(
            names=names, money=format_dong(total)
        )
        values = self._ask(
            FormRequest(
                title=self.tr("Thu và ghi biên lai"),
                text=text,
                fields=self._payment_fields(single=single is not None),
                values={
                    **({"amount": total} if single else {}),
                    "payer_name": rows[0].pupil.parent_name,
                    "paid_on": day,
                },
                save=self.tr("&Ghi thu"),
            )
        )
        if values is None:
            return None
        items = tuple(
            PaymentItem(row.enrolment.id, values.dong("amount") if single else None)
            for row in rows
            if row.enrolment is not None
        )
        return RecordPayment(
            items,
            book_id,
            how.tender,
            values.text("payer_name"),
            values.day("paid_on"),
            how.held_by,
            values.number("receipt_number"),
        )

    def _payment_fields(self, *, single: bool) -> tuple[Field, ...]:
        amount = Field(
            "amount",
            self.tr("&Số tiền"),
            FieldKind.MONEY,
            required=True,
            help=self.tr("Ít hơn số phải đóng là thu một phần, có biên lai riêng."),
        )
        return (
            *((amount,) if single else ()),
            Field("payer_name", self.tr("&Người nộp"), FieldKind.NAME),
            Field("paid_on", self.tr("&Ngày thu"), FieldKind.DATE, required=True),
            Field(
                "receipt_number",
                self.tr("Số trên &biên lai in sẵn"),
                FieldKind.NUMBER,
                help=self.tr("Để trống: lấy số kế tiếp của quyển."),
            ),
        )

    def pledge(self, row: CollectRow) -> Promise | None:
        """The day a family promised; an empty day takes the promise back."""
        known = row.enrolment.promised_on if row.enrolment else None
        values = self._ask(
            FormRequest(
                title=self.tr("Hẹn đóng · {name}").format(name=row.pupil.full_name),
                text=self.tr("Để trống ngày là bỏ hẹn."),
                fields=(Field("promised_on", self.tr("Hẹn đóng &ngày"), FieldKind.DATE),),
                values={"promised_on": known},
            )
        )
        return None if values is None else Promise(values.day("promised_on"))

    def term(self, row: CollectRow) -> ChangeTerm | None:
        """A pupil's own months, with a note of why (ruling 5)."""
        item = row.enrolment
        if item is None:
            return None
        values = self._ask(
            FormRequest(
                title=self.tr("Thời hạn riêng · {name}").format(name=row.pupil.full_name),
                fields=(
                    Field("starts_on", self.tr("Thẻ &từ ngày"), FieldKind.DATE, required=True),
                    Field("ends_on", self.tr("Thẻ đến &ngày"), FieldKind.DATE, required=True),
                    Field(
                        "other_support",
                        self.tr("&Hỗ trợ khác (cả kỳ)"),
                        FieldKind.MONEY,
                        help=self.tr("Tiền tổ chức, cá nhân giúp em này; ghi ở cột ghi chú."),
                    ),
                    Field("note", self.tr("&Lý do"), required=True),
                ),
                values={
                    "starts_on": item.period.starts_on,
                    "ends_on": item.period.ends_on,
                    "other_support": item.premium.other_support or None,
                    "note": item.note,
                },
            )
        )
        if values is None:
            return None
        return ChangeTerm(
            item.id,
            values.day("starts_on") or item.period.starts_on,
            values.day("ends_on") or item.period.ends_on,
            values.text("note"),
            values.dong("other_support") or 0,
        )
