"""The school's first page: who is covered, who is left over, what needs doing."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ssdesk.domain.coverage import CoverageCount, CoverageState
from ssdesk.domain.money import format_dong, format_number
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.overview import Overview, TodoKind, overview
from ssdesk.services.pupils import ClassRow, PupilRow
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import CellKind, Column, RowsModel
from ssdesk.ui.pages.page import Page, scrolled
from ssdesk.ui.pages.school.cards.words import HELD
from ssdesk.ui.pages.school.overview.todos import TodoWords
from ssdesk.ui.theme import LARGE_TEXT, worn
from ssdesk.ui.widgets.bars import BarRow, Bars
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.chip import Chip, Tone
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import EmptyState
from ssdesk.ui.widgets.ring import Ring, Segment
from ssdesk.ui.widgets.todo_list import TodoList

# Of a card that stands alone in its row, in pixels of 100 % text.
_CARD_HIGH = 230


class OverviewPage(Page):
    """Ring, class bars, the left-over by name and the to-dos; every figure opens its list."""

    name = "overview"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PEOPLE, Kind.ROSTER, Kind.COVER, Kind.ENROLMENT, Kind.PAYMENT, Kind.SUBMISSION}
    )

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._seen: Overview | None = None
        super().__init__(bench, parent)

    def title(self) -> str:
        year = self.bench.school_year.replace("-", "–")
        return self.tr("Tổng quan năm học {year}").format(year=year)

    def subtitle(self) -> str:
        if self._seen is None or not self._seen.count.pupils:
            return self.tr("Ai đã có thẻ, ai đã đóng, ai còn lại")
        text = self.tr("Toàn trường {count} học sinh · đã thu {money} đ · còn phải thu {due} đ")
        return text.format(
            count=format_number(self._seen.count.pupils),
            money=format_dong(self._seen.collected),
            due=format_dong(self._seen.still_due),
        )

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("left_over", self.tr("Danh sách &còn lại"), "open_left_over", "F6"),
            Action("collect", self.tr("&Thu tiền lớp"), "open_collection", "F9", primary=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._empty = EmptyState(
            "pupils",
            self.tr("Chưa có học sinh nào trong năm học này"),
            self.tr(
                "Đưa danh sách của trường vào từ Excel hoặc dán cả lớp. Trang này sẽ cho thấy ai "
                "đã có thẻ, ai đã đóng và ai còn lại."
            ),
            self,
        )
        self._empty.add_button(self.tr("Đưa &danh sách vào"), self.open_pupils)
        self._content = QWidget(self)
        grid = QGridLayout(self._content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(16)
        cards = (self._ring_card(), self._class_card(), self._left_over_card(), self._todo_card())
        columns = 2 if worn().percent < LARGE_TEXT else 1
        for number, card in enumerate(cards):
            grid.addWidget(card, number // columns, number % columns)
        if columns > 1:
            grid.setColumnStretch(0, 5)
            grid.setColumnStretch(1, 8)
            grid.setRowStretch(0, 6)
            grid.setRowStretch(1, 5)
        else:
            for card in cards:
                card.setMinimumHeight(worn().px(_CARD_HIGH))
        body.addWidget(self._empty)
        body.addWidget(self._content)
        self._show()

    def _ring_card(self) -> Card:
        card = Card(self.tr("Tham gia BHYT"), self._content)
        self.ring = Ring(card)
        self.ring.setAccessibleDescription(self.tr("Mũi tên chọn một phần, Enter mở danh sách"))
        self.ring.activated.connect(self._on_state)
        card.body.addWidget(self.ring, 1)
        return card

    def _class_card(self) -> Card:
        card = Card(self.tr("Theo lớp"), self._content)
        self.bars = Bars(card)
        self.bars.setAccessibleName(card.title())
        self.bars.activated.connect(self._on_class)
        card.body.addWidget(scrolled(self.bars, card), 1)
        return card

    def _left_over_card(self) -> Card:
        self._left_over = Card(self.tr("Chưa rõ"), self._content)
        columns = (
            Column("name", self.tr("Họ và tên"), _name, width=138, sort=_sort, whole=True),
            Column("class", self.tr("Lớp"), _class_name, width=54, whole=True),
            Column("born", self.tr("Ngày sinh"), _born, CellKind.DATE, width=106, leaves=1),
            Column("why", self.tr("Vì sao"), self._why(), CellKind.CHIP, width=0),
        )
        self.model: RowsModel[PupilRow] = RowsModel(columns, _key, self)
        self.left_grid = GridView("overview_left", self.bench.preferences, self._left_over)
        self.left_grid.set_model(self.model)
        self.left_grid.row_activated.connect(self._on_pupil)
        self._hint = label("", "small", self._left_over)
        self._left_over.body.addWidget(self.left_grid, 1)
        self._left_over.body.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignTop)
        return self._left_over

    def _todo_card(self) -> Card:
        card = Card(self.tr("Việc cần làm"), self._content)
        self.todos = TodoList(card)
        self.todos.setAccessibleName(card.title())
        self.todos.activated.connect(self._on_todo)
        card.body.addWidget(scrolled(self.todos, card), 1)
        return card

    def _why(self) -> _Why:
        return _Why(
            self.tr("thiếu CCCD"),
            self.tr("thẻ khác chưa có giấy"),
            self.tr("thẻ khác đã hết hạn"),
            self.tr("mới vào"),
            self.tr("chưa hỏi"),
        )

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self.run(partial(overview, self.ctx, self.bench.school_year), self._on_overview)

    def first_focus(self) -> QWidget | None:
        return self.ring if self._seen and self._seen.count.pupils else None

    def open_left_over(self) -> None:
        """F6: the left-over as a list."""
        self.go("pupils", CoverageState.LEFT_OVER)

    def open_collection(self) -> None:
        """F9: where a class is collected."""
        self.go("collection")

    def open_pupils(self) -> None:
        """Where a roster comes in."""
        self.go("pupils")

    def _on_overview(self, seen: Overview) -> None:
        first = self._seen is None
        self._seen = seen
        self._show()
        self.update_header()
        if first and self.isVisible():
            self.take_focus()

    def _show(self) -> None:
        seen = self._seen
        filled = seen is not None and seen.count.pupils > 0
        self._empty.setVisible(seen is not None and not filled)
        self._content.setVisible(filled)
        self.enable("left_over", filled)
        if seen is None or not filled:
            return
        self._show_ring(seen.count)
        self.bars.set([self._bar(item) for item in seen.classes if item.count.pupils])
        self.model.set_rows(seen.left_over)
        self._show_left_over(seen)
        self.todos.set(TodoWords(self).rows(seen, self.bench.ctx.clock.today()))

    def _show_ring(self, count: CoverageCount) -> None:
        segments = [
            Segment(
                CoverageState.COVERED_ELSEWHERE.value,
                self.tr("Đã có thẻ khác"),
                count.covered_elsewhere,
                "chart_covered",
            ),
            Segment(CoverageState.PAID.value, self.tr("Đã đóng"), count.paid, "chart_paid"),
            Segment(
                CoverageState.SIGNED_UP.value,
                self.tr("Chưa đóng"),
                count.signed_up,
                "chart_waiting",
            ),
            Segment(
                CoverageState.LEFT_OVER.value,
                self.tr("Chưa rõ"),
                count.left_over,
                "chart_left",
                strong=True,
            ),
        ]
        below = self.tr("{insured} / {pupils} em").format(
            insured=format_number(count.insured), pupils=format_number(count.pupils)
        )
        self.ring.set(segments, _percent(count), below)

    def _bar(self, item: ClassRow) -> BarRow:
        count = item.count
        chip = None
        if count.left_over:
            words = self.tr("còn {count} em").format(count=count.left_over)
            chip = Chip(words, Tone.ACT)
        parts = (
            (count.covered_elsewhere, "chart_covered"),
            (count.paid, "chart_paid"),
            (count.signed_up, "chart_waiting"),
            (count.left_over, "chart_left"),
        )
        return BarRow(item.id, item.name, count.pupils, parts, _percent(count), chip)

    def _show_left_over(self, seen: Overview) -> None:
        count = seen.count
        known = count.covered_elsewhere + count.paid + count.signed_up
        text = self.tr("{left} em chưa rõ — {covered} + {school} = {known}, sĩ số {pupils}")
        self._left_over.set_title(
            text.format(
                left=count.left_over,
                covered=format_number(count.covered_elsewhere),
                school=format_number(count.paid + count.signed_up),
                known=format_number(known),
                pupils=format_number(count.pupils),
            )
            if count.left_over
            else self.tr("Không còn em nào chưa rõ")
        )
        hint = self.tr("Mọi em đều đã có thẻ, đã đóng hoặc đã đăng ký.")
        if count.left_over > len(seen.left_over):
            words = self.tr("Đây là {shown} em đầu · F6 mở danh sách đủ {left} em.")
            hint = words.format(
                shown=format_number(len(seen.left_over)), left=format_number(count.left_over)
            )
        elif count.left_over:
            hint = self.tr("Enter mở hồ sơ · mỗi em cần một lý do trước khi gửi danh sách.")
        self._hint.setText(hint)
        self.left_grid.setVisible(count.left_over > 0)

    def _on_state(self, key: str) -> None:
        self.go("pupils", CoverageState(key))

    def _on_class(self, class_id: str) -> None:
        self.go("pupils", ("class", class_id))

    def _on_pupil(self, row: object) -> None:
        if isinstance(row, PupilRow):
            self.go("pupils", row.entry_id)

    def _on_todo(self, key: str) -> None:
        for todo in self._seen.todos if self._seen else ():
            if todo.kind.value == key and todo.kind is TodoKind.NOT_LISTED:
                self.go("lists")
            elif todo.kind.value == key and todo.kind is TodoKind.CARD_HELD:
                self.go("cards", HELD)
            elif todo.kind.value == key and todo.kind is TodoKind.CORRECTION:
                self.go("declarations")
            elif todo.kind.value == key:
                self.go("pupils", todo.entry_ids)


class _Why:
    """Why a pupil is left over, in a word or two."""

    def __init__(self, *words: str) -> None:
        self._missing, self._unproven, self._ended, self._new, self._unasked = words

    def __call__(self, row: PupilRow) -> Chip:
        if row.left_over_reason:
            return Chip(row.left_over_reason, Tone.NEUTRAL)
        if row.cover is not None:
            words = self._ended if row.cover.proven else self._unproven
            return Chip(words, Tone.WAITING)
        if not row.personal_id:
            return Chip(self._missing, Tone.WAITING)
        return Chip(self._new if row.moved_note else self._unasked, Tone.NEUTRAL)


def _percent(count: CoverageCount) -> str:
    whole, tenth = divmod(count.per_mille, 10)
    return f"{whole},{tenth}%"


def _key(row: PupilRow) -> str:
    return row.entry_id


def _name(row: PupilRow) -> str:
    return row.full_name


def _sort(row: PupilRow) -> str:
    return row.sort_key


def _class_name(row: PupilRow) -> str:
    return row.class_name


def _born(row: PupilRow) -> str:
    return row.birth_date.display() if row.birth_date else ""
