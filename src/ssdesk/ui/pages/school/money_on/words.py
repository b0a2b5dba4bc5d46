"""Columns and small forms of the money-on page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_dong
from ssdesk.domain.problems import Problem
from ssdesk.domain.remittance import (
    DENOMINATIONS,
    ClassCash,
    Difference,
    MatchLine,
    NoteCount,
    counted,
)
from ssdesk.errors import Param
from ssdesk.services.cash_counts import CashCount, CountCash
from ssdesk.services.handovers import HandOver
from ssdesk.services.refunds import Refund
from ssdesk.services.remittances import ConfirmRemittance, OrderRemittance, Remittance
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import Field, FieldKind, FormValues
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.pages.page import Page
from ssdesk.ui.widgets.chip import Chip, Tone


class MoneyWords(QObject):
    """How orders, classes and differences read."""

    def evening(self, expected: int, *, closed: bool) -> str:
        """What the cashier must have tonight, or that it was counted."""
        if closed:
            return self.tr("Hôm nay đã kiểm quỹ, F5 in lại phiếu; khoản thu mới ghi vào ngày mai.")
        text = self.tr("Chiều nay thủ quỹ phải có {money} đ tiền mặt: F5 kiểm quỹ.")
        return text.format(money=format_dong(expected))

    def confirmed(self, amount: int, before: int) -> list[tuple[str, str]]:
        """What the bank has done, that of earlier school years apart."""
        rows = [(self.tr("Ngân hàng đã chuyển"), format_dong(amount - before))]
        if before:
            rows.append((self.tr("– của các năm học trước"), format_dong(before)))
        return rows

    def difference(self, count: CashCount | None) -> list[tuple[str, str]]:
        """What the last count found beside the books, until a later one agrees; no row if so."""
        if count is None:
            return []
        short = count.difference < 0
        words = self.tr("– kiểm {day}: thiếu") if short else self.tr("– kiểm {day}: thừa")
        day = format_date(count.counted_on)[:5]
        return [(words.format(day=day), format_dong(abs(count.difference)))]

    def missed(self, count: CashCount | None) -> str:
        """What the last count really found and why, until a later one agrees; empty if it did."""
        if count is None:
            return ""
        text = self.tr("Kiểm {day}: đếm được {money} đ ({note}); nêu ở đây đến lần kiểm khớp.")
        return text.format(
            day=format_date(count.counted_on)[:5],
            money=format_dong(count.counted),
            note=count.note,
        )

    def given_back(self, found: Sequence[Refund]) -> str:
        """What families got back today; empty where none did."""
        if not found:
            return ""
        text = self.tr("Hôm nay đã hoàn trả {money} đ ({count} phiếu): Shift+F7 in lại.")
        money = sum(each.data.amount for each in found)
        return text.format(money=format_dong(money), count=len(found))

    def order_columns(self) -> tuple[Column[Remittance], ...]:
        """Transfer orders."""
        done, waits = self.tr("ngân hàng đã chuyển"), self.tr("chờ ngân hàng")
        withdrawn = self.tr("đã lấy lại")

        def state(row: Remittance) -> Chip:
            if row.bank_reference:
                return Chip(done, Tone.DONE)
            if row.withdrawn_on is not None:
                return Chip(withdrawn, Tone.NEUTRAL)
            return Chip(waits, Tone.WAITING)

        return (
            Column("number", self.tr("Số"), _number, CellKind.INT, width=48),
            Column("ordered_on", self.tr("Ngày"), _ordered_on, CellKind.DATE, width=106),
            Column("amount", self.tr("Số tiền"), _order_amount, CellKind.DONG, width=112),
            Column("receipts", self.tr("Biên lai"), _receipts, CellKind.INT, width=70, leaves=2),
            Column("state", self.tr("Trạng thái"), state, CellKind.CHIP, width=0),
            Column(
                "bank_reference",
                self.tr("Số tham chiếu"),
                _reference,
                width=142,
                whole=True,
                leaves=1,
            ),
        )

    def class_columns(self) -> tuple[Column[ClassCash], ...]:
        """What teachers hold."""
        return (
            Column("class_name", self.tr("Lớp"), _class_name, width=70, whole=True),
            Column("amount", self.tr("Phải giao"), _class_amount, CellKind.DONG, width=120),
            Column("shortage", self.tr("Thiếu lần trước"), _shortage, CellKind.DONG, width=0),
        )

    def match_columns(self) -> tuple[Column[MatchLine], ...]:
        """The three-way match, difference by name."""
        words = {
            Difference.LISTED_NOT_PAID: self.tr("có trong danh sách, chưa đóng"),
            Difference.LISTED_PART_PAID: self.tr("có trong danh sách, đóng thiếu"),
            Difference.PAID_NOT_LISTED: self.tr("đã đóng, chưa vào danh sách"),
            Difference.INSTALMENT: self.tr("mới đóng một phần"),
            Difference.PAID_NOT_TRANSFERRED: self.tr("chưa vào lệnh chuyển"),
        }

        def why(row: MatchLine) -> str:
            return "; ".join(words.get(item, "") for item in row.reasons)

        return (
            Column("full_name", self.tr("Họ và tên"), _name, width=160, whole=True),
            Column("class_name", self.tr("Lớp"), _match_class, width=52, whole=True, leaves=1),
            Column("listed", self.tr("Danh sách"), _listed, CellKind.DONG, width=84, leaves=3),
            Column("receipted", self.tr("Biên lai"), _receipted, CellKind.DONG, width=80),
            Column(
                "transferred",
                self.tr("Lệnh chuyển"),
                _transferred,
                CellKind.DONG,
                width=84,
                leaves=2,
            ),
            Column("why", self.tr("Vì sao"), why, width=0),
        )


class MoneyForms(QObject):
    """The small forms; each hands back a command, or None."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def hand_over(self, row: ClassCash, teacher: str) -> HandOver | None:
        """What a class hands in."""
        values = self._page.bench.messages.form(
            self._page,
            FormRequest(
                title=self.tr("Nhận tiền lớp {name}").format(name=row.class_name),
                text=self.tr("Đếm tiền rồi gõ số đếm được; lệch với biên lai thì được báo ngay."),
                fields=(
                    Field("counted", self.tr("&Đếm được"), FieldKind.MONEY, required=True),
                    Field("teacher_name", self.tr("&Người giao"), FieldKind.NAME, required=True),
                    Field("note", self.tr("&Lý do nếu lệch")),
                ),
                values={"teacher_name": teacher},
                save=self.tr("&Nhận và in phiếu"),
                check=partial(_differs, row.amount),
            ),
        )
        if values is None:
            return None
        return HandOver(
            row.class_id,
            values.dong("counted") or 0,
            values.text("teacher_name"),
            note=values.text("note"),
        )

    def count(self, expected: int) -> CountCash | None:
        """Notes on the table, the largest first."""
        notes = tuple(
            Field(
                f"n{value}",
                self.tr("Tờ {value}").format(value=format_dong(value)),
                FieldKind.NUMBER,
                highest=100_000,
            )
            for value in DENOMINATIONS
        )
        values = self._page.bench.messages.form(
            self._page,
            FormRequest(
                title=self.tr("Kiểm quỹ cuối ngày"),
                text=self.tr(
                    "Sổ ghi {money} đ. Ghi số tờ; kiểm xong thì ngày này khóa lại."
                ).format(money=format_dong(expected)),
                fields=(*notes, Field("note", self.tr("&Lý do nếu lệch"))),
                save=self.tr("&Ghi và khóa ngày"),
                tally=lambda values: self._tally(values, expected),
            ),
        )
        if values is None:
            return None
        return CountCash(_notes(values), values.text("note"))

    def _tally(self, values: FormValues, expected: int) -> tuple[str, str]:
        """What was counted so far, and how far it is from the books."""
        found = counted(_notes(values))
        said = self.tr("Đếm được {money} đ").format(money=format_dong(found))
        if found == expected:
            return self.tr("{counted}: khớp với sổ.").format(counted=said), "done"
        words = self.tr("{counted} · còn thiếu {rest} đ so với sổ")
        if 0 < expected - found < min(DENOMINATIONS):
            words = self.tr("{counted} · lẻ {rest} đ không có tờ tiền, không cần lý do")
            rest = format_dong(expected - found)
            return words.format(counted=said, rest=rest), "done"
        if found > expected:
            words = self.tr("{counted} · thừa {rest} đ so với sổ")
        return words.format(counted=said, rest=format_dong(abs(expected - found))), "waiting"

    def past_count(self, counts: Sequence[CashCount]) -> date | None:
        """Which evening's sheet is wanted; None where the person went back."""
        choices = tuple((each.counted_on.isoformat(), self._count_line(each)) for each in counts)
        values = self._page.bench.messages.form(
            self._page,
            FormRequest(
                title=self.tr("Phiếu kiểm quỹ đã lập"),
                fields=(Field("day", self.tr("&Ngày kiểm"), FieldKind.CHOICE, choices=choices),),
                values={"day": choices[0][0]},
                save=self.tr("&Xem và in"),
            ),
        )
        return None if values is None else date.fromisoformat(values.text("day"))

    def past_refund(self, found: Sequence[Refund]) -> str | None:
        """Which refund's paper is wanted; None where the person went back."""
        choices = tuple(
            (
                each.id,
                f"{each.data.display_number} · {format_date(each.data.refunded_on)} · "
                f"{each.data.full_name} · {format_dong(each.data.amount)} đ",
            )
            for each in found
        )
        values = self._page.bench.messages.form(
            self._page,
            FormRequest(
                title=self.tr("Phiếu chi hoàn trả đã lập"),
                fields=(Field("refund", self.tr("&Phiếu"), FieldKind.CHOICE, choices=choices),),
                values={"refund": choices[0][0]},
                save=self.tr("&Xem và in"),
            ),
        )
        return None if values is None else values.text("refund")

    def _count_line(self, count: CashCount) -> str:
        """Day, sum, how it differed from the books, and who counted."""
        words = self.tr("khớp")
        if count.difference:
            text = self.tr("thừa {money} đ") if count.difference > 0 else self.tr("thiếu {money} đ")
            words = text.format(money=format_dong(abs(count.difference)))
        day, money = format_date(count.counted_on), format_dong(count.counted)
        return f"{day} · {money} đ · {words} · {count.counted_by}"

    def order(self, ready: int, difference: CashCount | None) -> OrderRemittance | None:
        """One order for all that is ready; what the last count missed is said first."""
        text = self.tr("Chuyển {money} đ về tài khoản chuyên thu của cơ quan BHXH.").format(
            money=format_dong(ready)
        )
        if difference is not None:
            text = f"{text} {self._missed(difference)}"
        values = self._page.bench.messages.form(
            self._page,
            FormRequest(
                title=self.tr("Lập lệnh chuyển"),
                text=text,
                fields=(
                    Field(
                        "memo",
                        self.tr("&Nội dung chuyển"),
                        help=self.tr("Để trống: mã đơn vị, tên trường, tháng."),
                    ),
                ),
                save=self.tr("&Lập và in lệnh"),
            ),
        )
        return None if values is None else OrderRemittance(memo=values.text("memo"))

    def _missed(self, count: CashCount) -> str:
        """What the last count really found, and what to do before its money goes on."""
        words = self.tr(
            "Kiểm quỹ {day} đếm được {counted} đ, thừa {money} đ ({note}): số thừa không thuộc "
            "lệnh này, hãy tìm xem của ai để trả lại."
        )
        if count.difference < 0:
            words = self.tr(
                "Kiểm quỹ {day} đếm được {counted} đ, thiếu {money} đ ({note}): hãy bù đủ trước "
                "khi nộp ngân hàng."
            )
        return words.format(
            day=format_date(count.counted_on),
            counted=format_dong(count.counted),
            money=format_dong(abs(count.difference)),
            note=count.note,
        )

    def confirm(self, order: Remittance) -> ConfirmRemittance | None:
        """What the bank said; an order dated tomorrow is confirmed from its day on."""
        today = self._page.bench.ctx.clock.today()
        if today < order.ordered_on:
            wait = self.tr(
                "Lệnh số {number} mang ngày {ordered} vì quỹ hôm nay đã kiểm. Hãy ghi số tham "
                "chiếu của ngân hàng từ ngày đó."
            )
            said = wait.format(number=order.number, ordered=format_date(order.ordered_on))
            self._page.bench.messages.warn(self._page, said)
            return None
        text = self.tr("{money} đ").format(money=format_dong(order.amount))
        values = self._page.bench.messages.form(
            self._page,
            FormRequest(
                title=self.tr("Lệnh số {number}: ngân hàng đã chuyển").format(number=order.number),
                text=text,
                fields=(
                    Field("bank_reference", self.tr("&Số tham chiếu"), required=True),
                    Field("transferred_on", self.tr("&Ngày chuyển"), FieldKind.DATE, required=True),
                ),
                values={"transferred_on": today},
            ),
        )
        if values is None:
            return None
        return ConfirmRemittance(
            order.id, values.text("bank_reference"), values.day("transferred_on") or today
        )


def _number(row: Remittance) -> int:
    return row.number


def _ordered_on(row: Remittance) -> date:
    return row.ordered_on


def _order_amount(row: Remittance) -> int:
    return row.amount


def _receipts(row: Remittance) -> int:
    return row.receipts


def _reference(row: Remittance) -> str:
    return row.bank_reference


def _class_name(row: ClassCash) -> str:
    return row.class_name


def _class_amount(row: ClassCash) -> int:
    return row.amount


def _shortage(row: ClassCash) -> int | None:
    return row.shortage or None


def _name(row: MatchLine) -> str:
    return row.full_name


def _match_class(row: MatchLine) -> str:
    return row.class_name


def _listed(row: MatchLine) -> int:
    return row.listed


def _receipted(row: MatchLine) -> int:
    return row.receipted


def _transferred(row: MatchLine) -> int:
    return row.transferred


def _differs(expected: int, values: FormValues) -> tuple[Problem, ...]:
    """Tells what the receipts say only after something was counted, where no reason is given."""
    counted = values.dong("counted") or 0
    if counted == expected or values.text("note"):
        return ()
    params: dict[str, Param] = {
        "counted": format_dong(counted),
        "expected": format_dong(expected),
        "difference": format_dong(counted - expected),
    }
    return (Problem("counted", "COUNT_DIFFERS", params),)


def _notes(values: FormValues) -> tuple[NoteCount, ...]:
    return tuple(
        NoteCount(value, pieces)
        for value in DENOMINATIONS
        if (pieces := values.number(f"n{value}") or 0)
    )
