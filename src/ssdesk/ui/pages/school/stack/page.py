"""An evening's stack of pre-printed receipts, keyed in the order of their numbers."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.money import format_dong, parse_dong
from ssdesk.domain.receipt import BookKind
from ssdesk.domain.roles import Act
from ssdesk.services import receipt_stacks
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.collecting import Collecting, read_collecting
from ssdesk.services.owing import owing_like
from ssdesk.services.receipt_books import ReceiptBook
from ssdesk.services.receipt_stacks import EnterStack, StackEntered, StackRow
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.forms.field import Field, FieldKind
from ssdesk.ui.forms.form import Form
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.editable import Edit, EditableRows
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.owing_words import OwingWords
from ssdesk.ui.pages.school.stack.draft import StackDraft, StackLine
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.labels import FactList, Figure, label
from ssdesk.ui.widgets.parts import EmptyState

_LINES = 60
_MANY = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A typed line that can be posted, or what keeps it from that."""

    row: StackRow | None
    amount: int
    column: str = ""
    sentence: str = ""


class StackPage(Page):
    """Numbers left, names typed without tone marks, the sum beside what the hand added up."""

    name = "stack"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PAYMENT, Kind.ENROLMENT, Kind.RECEIPT_BOOK, Kind.ROSTER}
    )
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {
        Act.TAKE_MONEY: ("post",),
    }

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._seen: Collecting | None = None
        self._book_id = ""
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Nhập chồng biên lai")

    def subtitle(self) -> str:
        return self.tr(
            "Biên lai in sẵn đã viết tay: theo thứ tự số, vào cả chồng hoặc không tờ nào"
        )

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("post", self.tr("&Ghi cả chồng"), "post", "Ctrl+Return", primary=True),
            Action("back", self.tr("Về phiếu thu"), "go_back", "Escape", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._owing = OwingWords(self)
        self._empty = EmptyState(
            "receipts",
            self.tr("Không có quyển in sẵn nào còn số"),
            self.tr(
                "Đăng ký quyển biên lai cơ quan BHXH đã in sẵn, rồi nhập chồng biên lai ở đây."
            ),
            self,
        )
        self._empty.add_button(self.tr("Đến trang &Phiếu thu"), self.go_back)
        self._content = QWidget(self)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(self._grid_part(), 1)
        row.addWidget(self._side())
        body.addWidget(self._empty)
        body.addWidget(self._content)
        self._show()

    def _grid_part(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.model: EditableRows[StackLine] = EditableRows(self._columns(), _key, self)
        self.model.edited.connect(self._on_edited)
        self._draft = StackDraft(self.bench, self.model, self.model)
        self._draft.restored.connect(self._on_restored)
        self.grid = GridView("stack", self.bench.preferences, self._content)
        self.grid.set_model(self.model)
        self.grid.problem_reached.connect(self._on_problem)
        column.addWidget(self.grid, 1)
        self._foot = label("", "small", self._content)
        column.addWidget(self._foot)
        return column

    def _columns(self) -> tuple[Column[StackLine], ...]:
        return (
            Column("number", self.tr("Số"), _number, CellKind.INT, width=84, editable=True),
            Column("pupil", self.tr("Học sinh (tên, lớp, CCCD)"), _nothing, editable=True, width=0),
            Column("amount", self.tr("Số tiền"), _nothing, width=92, editable=True),
            Column(
                "payer_name", self.tr("Người nộp"), _nothing, width=150, editable=True, leaves=1
            ),
            Column("spoilt", self.tr("Hỏng vì"), _nothing, width=100, editable=True),
        )

    def _side(self) -> Card:
        card = Card(self.tr("Cả chồng"), self._content)
        card.setFixedWidth(worn().px(280))
        self.form = self._form(card)
        self._figure = Figure(card)
        self._facts = FactList(card)
        for widget in (self.form, self._figure, self._facts):
            card.body.addWidget(widget)
        card.body.addStretch(1)
        return card

    def _form(self, card: Card) -> Form:
        books = self._books()
        form = Form(
            "stack",
            (
                Field(
                    "book",
                    self.tr("&Quyển"),
                    FieldKind.CHOICE,
                    choices=tuple((book.id, book.name) for book in books) or (("", "–"),),
                ),
                Field("paid_on", self.tr("&Ngày trên biên lai"), FieldKind.DATE, required=True),
                Field(
                    "batch_total",
                    self.tr("&Tổng cộng tay"),
                    FieldKind.MONEY,
                    required=True,
                    help=self.tr("Cộng chồng biên lai bằng máy tính tay trước khi nhập."),
                ),
            ),
            card,
        )
        known = {book.id for book in books}
        chosen = self._book_id if self._book_id in known else next(iter(known), "")
        day = self._seen.pays_on if self._seen else self.bench.ctx.clock.today()
        form.fill({"book": chosen, "paid_on": day})
        form.edited.connect(self._on_form)
        return form

    def _books(self) -> tuple[ReceiptBook, ...]:
        found = self._seen.books if self._seen else ()
        return tuple(book for book in found if book.kind is BookKind.PRE_PRINTED)

    # Reading --------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self.run(partial(read_collecting, self.ctx, self.bench.school_year), self._on_seen)

    def open_at(self, argument: object) -> None:
        self._book_id = argument if isinstance(argument, str) else ""
        if self._seen is not None:
            self.rebuild()

    def first_focus(self) -> QWidget | None:
        return self.grid if self._books() else None

    def _on_seen(self, seen: Collecting) -> None:
        first = self._seen is None
        self._seen = seen
        if first:
            self._make_body()
        self._show()
        if self.isVisible() and first:
            self.take_focus()

    def _book(self) -> ReceiptBook | None:
        chosen = self.form.values().text("book")
        return next((book for book in self._books() if book.id == chosen), None)

    def _show(self) -> None:
        book = self._book()
        self._empty.setVisible(self._seen is not None and book is None)
        self._content.setVisible(book is not None)
        self.enable("post", book is not None)
        if book is not None:
            count = min(_LINES, book.left)
            lines = [StackLine(n, book.next_number + n) for n in range(count)]
            self.model.set_rows(lines)
            self._draft.keep_for(book.id)
        self._on_edited(0)

    # Typing ---------------------------------------------------------------------------------

    def _found(self) -> dict[Hashable, Found]:
        return {_key(edit.row): self._read(edit) for edit in self.model.edits()}

    def _read(self, edit: Edit[StackLine]) -> Found:
        texts = edit.texts
        number = texts.get("number", str(edit.row.number))
        if not number.isdecimal():
            return Found(None, 0, "number", self.tr("Số biên lai chỉ gồm chữ số."))
        if texts.get("spoilt"):
            return Found(StackRow(int(number), spoilt_reason=texts["spoilt"]), 0)
        matches = owing_like(self._seen.rows if self._seen else (), texts.get("pupil", ""))
        if len(matches) != 1:
            return Found(None, 0, "pupil", self._owing.unclear(texts.get("pupil", ""), matches))
        row = matches[0]
        amount = row.owes
        if texts.get("amount"):
            typed = parse_dong(texts["amount"])
            if not isinstance(typed, int):
                return Found(None, 0, "amount", self.tr("Không đọc được số tiền này."))
            amount = typed
        assert row.enrolment is not None
        payer = texts.get("payer_name", "")
        return Found(StackRow(int(number), row.enrolment.id, amount, payer), amount)

    def _on_form(self, name: str) -> None:
        if name == "book":
            self._show()
        else:
            self._on_edited(0)

    def _on_edited(self, _: int) -> None:
        found = self._found()
        self.model.set_problems(
            {key: {item.column: item.sentence} for key, item in found.items() if item.sentence}
        )
        total = sum(item.amount for item in found.values())
        by_hand = self.form.values().dong("batch_total")
        self._draft.note_total("" if by_hand is None else str(by_hand))
        papers = self.tr("{count} tờ đã nhập").format(count=len(found))
        self._figure.set(f"{format_dong(total)} đ", papers)
        facts = []
        if by_hand is not None:
            facts = [
                (self.tr("Cộng tay"), format_dong(by_hand)),
                (self.tr("Còn lệch"), format_dong(by_hand - total)),
            ]
        self._facts.set(facts)
        self._foot.setText(
            self.tr(
                "Gõ tên không dấu, thêm lớp nếu trùng · để trống số tiền là thu đủ · F8 ô cần xem"
            )
        )

    def _on_restored(self, count: int, total: str) -> None:
        if total:
            values = self.form.values().values
            self.form.fill({**values, "batch_total": int(total)})
        self._on_edited(0)
        text = self.tr("Đã đưa lại {count} tờ gõ dở; Ctrl+Enter để ghi")
        self.toast(text.format(count=count), "waiting")

    def _on_problem(self, sentence: str) -> None:
        self._foot.setText(sentence)

    # Posting --------------------------------------------------------------------------------

    def post(self) -> None:
        """Ctrl+Enter: all papers or none."""
        found, book = self._found(), self._book()
        if book is None or not found or not self.form.check():
            return
        if any(item.sentence for item in found.values()):
            self.grid.next_problem()
            return
        rows = sorted((item.row for item in found.values() if item.row), key=lambda row: row.number)
        values = self.form.values()
        day, total = values.day("paid_on"), values.dong("batch_total")
        if day is None or total is None:
            return
        command = EnterStack(book.id, day, tuple(rows), total)
        self.run(partial(receipt_stacks.enter_stack, self.ctx, command), self._on_posted)

    def _on_posted(self, done: StackEntered) -> None:
        self.model.forget_edits()
        self._draft.forget()
        text = self.tr("Đã ghi {count} tờ").format(count=len(done.receipt_ids))
        if done.missing:
            numbers = ", ".join(str(number) for number in done.missing[:_MANY])
            text = self.tr("{text}; còn thiếu số {numbers}").format(text=text, numbers=numbers)
        self.toast(text, "waiting" if done.missing else "done")
        self.go_back()

    def go_back(self) -> None:
        """Escape."""
        self.go("receipts", self._book_id or None)


def _key(line: StackLine) -> int:
    return line.place


def _number(line: StackLine) -> int:
    return line.number


def _nothing(_: StackLine) -> str:
    return ""
