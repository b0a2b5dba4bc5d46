"""Money on: teacher to cashier, the evening's count, the order to the office, the match."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ssdesk.domain.money import format_dong
from ssdesk.domain.remittance import CashPosition, ClassCash, MatchLine, ThreeWayMatch
from ssdesk.domain.roles import Act
from ssdesk.domain.school import SchoolYear
from ssdesk.services import (
    cash_counts,
    handovers,
    papers,
    pupils,
    refunds,
    remittances,
    rounds,
)
from ssdesk.services.cash_counts import CashCount, CashCounted
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.handovers import HandedOver
from ssdesk.services.papers import Paper
from ssdesk.services.pupils import ClassRow
from ssdesk.services.refunds import Refund
from ssdesk.services.remittances import Remittance, RemittanceSaved
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.money_on.words import MoneyForms, MoneyWords
from ssdesk.ui.translation import current_language
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.labels import FactList, label


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one reading found."""

    position: CashPosition
    expected: int
    closed_today: bool
    ready: int
    orders: tuple[Remittance, ...]
    classes: tuple[ClassRow, ...]
    match: ThreeWayMatch | None
    refunds_today: tuple[Refund, ...] = ()
    difference: CashCount | None = None


class MoneyOnPage(Page):
    """Where every dong is, and the three steps that move it on."""

    name = "money_on"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PAYMENT, Kind.REMITTANCE, Kind.SUBMISSION, Kind.ROUND, Kind.DESK}
    )
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {
        Act.TAKE_MONEY: ("hand", "count", "confirm", "order", "withdraw"),
    }

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._seen: _Seen | None = None
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Nộp tiền")

    def subtitle(self) -> str:
        if self._seen is None:
            return self.tr("Từ giáo viên đến thủ quỹ, từ thủ quỹ đến cơ quan BHXH")
        text = self.tr("Đang giữ {held} đ · đã lập lệnh {sent} đ")
        place, before = self._seen.position, self._before(self._seen)
        return text.format(
            held=format_dong(place.total - place.remitted),
            sent=format_dong(place.remitted - before),
        )

    def _before(self, seen: _Seen) -> int:
        """What the bank did of orders from before the school year shown, in dong."""
        starts_on = SchoolYear(self.bench.school_year).starts_on
        done = (each for each in seen.orders if each.bank_reference)
        return sum(each.amount for each in done if each.ordered_on < starts_on)

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("statement", self.tr("&Sao kê"), "open_statement", "Ctrl+B"),
            Action("hand", self.tr("Nhận tiền &lớp"), "hand_over", "F7"),
            Action("count", self.tr("&Kiểm quỹ"), "count_cash", "F5"),
            Action("confirm", self.tr("Ngân &hàng đã chuyển"), "confirm", "F6"),
            Action("order", self.tr("Lậ&p lệnh chuyển"), "order", "F9", primary=True),
            Action("print", self.tr("In lệnh chuyển"), "print_order", "F8", hidden=True),
            Action("counts", self.tr("Phiếu kiểm quỹ cũ"), "past_counts", "Shift+F5", hidden=True),
            Action(
                "refunds", self.tr("Phiếu chi hoàn trả"), "past_refunds", "Shift+F7", hidden=True
            ),
            Action("withdraw", self.tr("Lấy lại lệnh"), "withdraw", "Shift+F9", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = MoneyWords(self)
        self._forms = MoneyForms(self)
        content = QWidget(self)
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(16)
        grid.addWidget(self._position_card(content), 0, 0)
        grid.addWidget(self._order_card(content), 0, 1)
        grid.addWidget(self._class_card(content), 1, 0)
        grid.addWidget(self._match_card(content), 1, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 8)
        grid.setRowStretch(0, 2)
        grid.setRowStretch(1, 3)
        body.addWidget(content)
        self._show()

    def _position_card(self, parent: QWidget) -> Card:
        card = Card(self.tr("Từng đồng đang ở đâu"), parent)
        self._facts = FactList(card)
        self._state = label("", "small", card)
        card.body.addWidget(self._facts)
        card.body.addWidget(self._state)
        card.body.addStretch(1)
        return card

    def _order_card(self, parent: QWidget) -> Card:
        card = Card(self.tr("Lệnh chuyển về tài khoản chuyên thu"), parent)
        self.order_model: RowsModel[Remittance] = RowsModel(
            self._words.order_columns(), _order_key, self
        )
        self.order_grid = GridView("remittances", self.bench.preferences, card)
        self.order_grid.set_model(self.order_model)
        self.order_grid.row_activated.connect(self._on_order)
        self._ready = label("", "small", card)
        card.body.addWidget(self.order_grid, 1)
        card.body.addWidget(self._ready)
        return card

    def _class_card(self, parent: QWidget) -> Card:
        card = Card(self.tr("Giáo viên đang giữ"), parent)
        self.class_model: RowsModel[ClassCash] = RowsModel(
            self._words.class_columns(), _class_key, self
        )
        self.class_grid = GridView("class_cash", self.bench.preferences, card)
        self.class_grid.set_model(self.class_model)
        self.class_grid.row_activated.connect(self._on_class)
        self._no_class = label(self.tr("Không giáo viên nào còn giữ tiền."), "muted", card)
        card.body.addWidget(self.class_grid, 1)
        card.body.addWidget(self._no_class, 0, Qt.AlignmentFlag.AlignTop)
        return card

    def _match_card(self, parent: QWidget) -> Card:
        self._match = Card(self.tr("Danh sách = biên lai = chuyển khoản"), parent)
        self.match_model: RowsModel[MatchLine] = RowsModel(
            self._words.match_columns(), _match_key, self
        )
        self.match_grid = GridView("match", self.bench.preferences, self._match)
        self.match_grid.set_model(self.match_model)
        self._match_words = label("", "small", self._match)
        self._match.body.addWidget(self._match_words, 0, Qt.AlignmentFlag.AlignTop)
        self._match.body.addWidget(self.match_grid, 1)
        return self._match

    # Reading --------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self.run(self._read, self._on_seen)

    def _read(self) -> _Seen:
        year, today = self.bench.school_year, self.ctx.clock.today()
        open_rounds = rounds.list_rounds(self.ctx, year)
        ready = remittances.ready_payments(self.ctx)
        return _Seen(
            position=cash_counts.cash_position(self.ctx),
            expected=cash_counts.expected_cash(self.ctx),
            closed_today=cash_counts.get_count(self.ctx, today) is not None,
            ready=sum(item.amount for item in ready),
            orders=remittances.list_remittances(self.ctx),
            classes=pupils.list_classes(self.ctx, year),
            match=remittances.match_round(self.ctx, open_rounds[0].id) if open_rounds else None,
            refunds_today=refunds.list_refunds(self.ctx, today, today),
            difference=cash_counts.open_difference(self.ctx),
        )

    def _on_seen(self, seen: _Seen) -> None:
        first = self._seen is None
        self._seen = seen
        self._show()
        self.update_header()
        if first and self.isVisible():
            self.take_focus()

    def first_focus(self) -> QWidget | None:
        if self._seen and self._seen.position.classes:
            return self.class_grid
        return self.order_grid if self._seen and self._seen.orders else None

    def _show(self) -> None:
        seen = self._seen
        self.enable("hand", bool(seen and seen.position.classes))
        self.enable("order", bool(seen and seen.ready))
        self.enable("confirm", bool(seen and any(not o.bank_reference for o in seen.orders)))
        self.enable("count", seen is not None)
        if seen is None:
            return
        place = seen.position
        self._facts.set(
            [
                (self.tr("Giáo viên chủ nhiệm"), format_dong(place.with_teachers)),
                (self.tr("Thủ quỹ"), format_dong(place.with_cashier)),
                *self._words.difference(seen.difference),
                (self.tr("Ngân hàng của trường"), format_dong(place.in_bank)),
                (
                    self.tr("Trong lệnh chuyển, chờ ngân hàng"),
                    format_dong(place.remitted - place.confirmed),
                ),
                *self._words.confirmed(place.confirmed, self._before(seen)),
                (self.tr("Cộng = biên lai còn hiệu lực"), format_dong(place.total)),
            ]
        )
        evening = self._words.evening(seen.expected, closed=seen.closed_today)
        back = self._words.given_back(seen.refunds_today)
        missed = self._words.missed(seen.difference)
        self._state.setText(" ".join(each for each in (missed, evening, back) if each))
        self.order_model.set_rows(seen.orders)
        words = self.tr("Sẵn sàng chuyển: {money} đ của các em đã đóng đủ.")
        self._ready.setText(words.format(money=format_dong(seen.ready)))
        self.class_model.set_rows(place.classes)
        self.class_grid.setVisible(bool(place.classes))
        self._no_class.setVisible(not place.classes)
        self._show_match(seen.match)

    def _show_match(self, match: ThreeWayMatch | None) -> None:
        self._match.setVisible(match is not None)
        if match is None:
            return
        self.match_model.set_rows(match.differences)
        self.match_grid.setVisible(not match.agrees)
        sums = self.tr(
            "Danh sách {listed} · biên lai {receipted} · lệnh chuyển {transferred}"
        ).format(
            listed=format_dong(match.listed),
            receipted=format_dong(match.receipted),
            transferred=format_dong(match.transferred),
        )
        if match.agrees:
            self._match_words.setText(self.tr("{sums}: khớp đến từng đồng.").format(sums=sums))
        else:
            text = self.tr("{sums}: lệch ở {count} em dưới đây.")
            self._match_words.setText(text.format(sums=sums, count=len(match.differences)))

    # What one does --------------------------------------------------------------------------

    def open_statement(self) -> None:
        """Ctrl+B: what parents sent to the bank."""
        self.go("statement")

    def hand_over(self) -> None:
        """F7: the class the keyboard stands on hands in its money."""
        row = self.class_grid.current_row()
        if isinstance(row, ClassCash):
            self._on_class(row)

    def _on_class(self, row: object) -> None:
        if not isinstance(row, ClassCash) or self._seen is None:
            return
        known = next((item for item in self._seen.classes if item.id == row.class_id), None)
        command = self._forms.hand_over(row, known.homeroom_teacher if known else "")
        if command is not None:
            self.run(partial(handovers.hand_over, self.ctx, command), self._on_handed)

    def _on_handed(self, done: HandedOver) -> None:
        text = self.tr("Lớp {name} đã giao {money} đ, phiếu số {number}")
        item = done.handover
        said = text.format(
            name=item.class_name, money=format_dong(item.counted), number=item.number
        )
        self.toast(said)
        self.run(
            partial(papers.handover_slip, self.ctx, item.id, current_language().value),
            self._on_paper,
        )

    def count_cash(self) -> None:
        """F5: the evening's count by notes closes the day; afterwards its sheet again."""
        if self._seen is None:
            return
        if self._seen.closed_today:
            self._print_count(self.ctx.clock.today(), copy=True)
            return
        command = self._forms.count(self._seen.expected)
        if command is not None:
            self.run(partial(cash_counts.count_cash, self.ctx, command), self._on_counted)

    def _on_counted(self, done: CashCounted) -> None:
        self.toast(self.tr("Đã kiểm quỹ {money} đ").format(money=format_dong(done.count.counted)))
        self._print_count(done.count.counted_on)

    def past_counts(self) -> None:
        """Shift+F5: the sheet of an earlier evening again."""
        self.run(partial(cash_counts.list_counts, self.ctx), self._on_counts)

    def _on_counts(self, counts: tuple[CashCount, ...]) -> None:
        if not counts:
            self.toast(self.tr("Chưa kiểm quỹ lần nào"), "waiting")
            return
        day = self._forms.past_count(counts)
        if day is not None:
            self._print_count(day, copy=True)

    def past_refunds(self) -> None:
        """Shift+F7: the paper of money given back, again."""
        work = partial(refunds.list_refunds, self.ctx, date.min, date.max)
        self.run(work, self._on_refunds)

    def _on_refunds(self, found: tuple[Refund, ...]) -> None:
        if not found:
            self.toast(self.tr("Chưa hoàn trả lần nào"), "waiting")
            return
        refund_id = self._forms.past_refund(found)
        if refund_id is not None:
            language = current_language().value
            self.run(partial(papers.refund_paper, self.ctx, refund_id, language), self._on_paper)

    def _print_count(self, day: date, *, copy: bool = False) -> None:
        language = current_language().value
        self.run(
            partial(papers.cash_count_sheet, self.ctx, day, language, copy=copy), self._on_paper
        )

    def order(self) -> None:
        """F9: all money of whole enrolments in one transfer order."""
        if self._seen is None:
            return
        command = self._forms.order(self._seen.ready, self._seen.difference)
        if command is not None:
            self.run(partial(remittances.order_remittance, self.ctx, command), self._on_ordered)

    def _on_ordered(self, saved: RemittanceSaved) -> None:
        item = saved.remittance
        text = self.tr("Lệnh chuyển số {number}: {money} đ")
        self.toast(text.format(number=item.number, money=format_dong(item.amount)))
        self._on_order(item)

    def _on_order(self, row: object) -> None:
        if isinstance(row, Remittance):
            self.run(
                partial(papers.transfer_order, self.ctx, row.id, current_language().value),
                self._on_paper,
            )

    def print_order(self) -> None:
        """F8: the order the keyboard stands on."""
        self._on_order(self.order_grid.current_row())

    def confirm(self) -> None:
        """F6: the bank's reference of the oldest order without one."""
        waiting = self._waiting_orders()
        current = self.order_grid.current_row()
        if not waiting:
            return
        order = current if current in waiting and isinstance(current, Remittance) else waiting[-1]
        command = self._forms.confirm(order)
        if command is not None:
            work = partial(remittances.confirm_remittance, self.ctx, command)
            self.run(work, self._on_confirmed)

    def _waiting_orders(self) -> list[Remittance]:
        orders = self._seen.orders if self._seen else ()
        return [each for each in orders if not each.bank_reference and each.withdrawn_on is None]

    def withdraw(self) -> None:
        """Shift+F9: takes back an order that the bank never did."""
        waiting, current = self._waiting_orders(), self.order_grid.current_row()
        if not waiting:
            return
        order = current if current in waiting and isinstance(current, Remittance) else waiting[0]
        title = self.tr("Lấy lại lệnh số {number}").format(number=order.number)
        text = self.tr(
            "{money} đ về lại quỹ và chờ lệnh khác. Chỉ lấy lại khi ngân hàng chưa chuyển."
        )
        said = text.format(money=format_dong(order.amount))
        reason = self.bench.messages.ask_reason(self, title, said)
        if reason is not None:
            work = partial(remittances.withdraw_remittance, self.ctx, order.id, reason)
            self.run(work, self._on_withdrawn)

    def _on_withdrawn(self, saved: RemittanceSaved) -> None:
        text = self.tr("Đã lấy lại lệnh số {number}")
        self.toast(text.format(number=saved.remittance.number))

    def _on_confirmed(self, saved: RemittanceSaved) -> None:
        text = self.tr("Lệnh số {number} đã có xác nhận của ngân hàng")
        self.toast(text.format(number=saved.remittance.number))

    def _on_paper(self, paper: Paper) -> None:
        self.bench.printing.show(self, paper.title, paper.pdf, paper.file_name)


def _order_key(row: Remittance) -> str:
    return row.id


def _class_key(row: ClassCash) -> str:
    return row.class_id


def _match_key(row: MatchLine) -> str:
    return row.enrolment_id
