"""Bank statements: a file looked at, taken in, and the lines that wait for somebody's word."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.money import format_dong, format_number
from ssdesk.domain.receipt import BookKind
from ssdesk.domain.roles import Act
from ssdesk.domain.slip import POSTED_ALONE, MatchState
from ssdesk.errors import BadFile
from ssdesk.services import statements
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.collecting import Collecting, read_collecting
from ssdesk.services.owing import Share, Unclear, shares_of
from ssdesk.services.payments import PaymentItem
from ssdesk.services.receipt_books import ReceiptBook
from ssdesk.services.statement_guesses import Guess, guess_lines
from ssdesk.services.statements import (
    HeadingSeen,
    KeptLine,
    LinesSettled,
    SettleLine,
    StatementPlan,
    StatementTaken,
)
from ssdesk.ui import error_text
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.forms.field import Field, FieldKind
from ssdesk.ui.forms.form import Form
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.editable import Edit, EditableRows
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.owing_words import OwingWords
from ssdesk.ui.pages.school.statement.grid import LinesGrid
from ssdesk.ui.pages.school.statement.words import (
    StatementForms,
    StatementRow,
    StatementWords,
    row_of_kept,
    row_of_match,
)
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.labels import FactList, Figure, label
from ssdesk.ui.widgets.parts import EmptyState

_MANY = 3


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one reading found."""

    lines: tuple[KeptLine, ...]
    collecting: Collecting
    guesses: Mapping[str, Guess]


@dataclass(frozen=True, slots=True)
class _Decided:
    """What was typed on a line: what to do with it, or what keeps it from that."""

    command: SettleLine | None
    amount: int = 0
    column: str = ""
    sentence: str = ""
    shares: tuple[Share, ...] = ()


_NOTHING = _Decided(None, sentence="?")


class StatementPage(Page):
    """Lines that came in; while a file is looked at, its lines instead of those."""

    name = "statement"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PAYMENT, Kind.ENROLMENT, Kind.RECEIPT_BOOK, Kind.ROSTER}
    )
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {Act.TAKE_MONEY: ("take", "post")}

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._seen: _Seen | None = None
        self._plan: StatementPlan | None = None
        # The first line that waits is stood on once, after its file was taken in.
        self._arrived = True
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Sao kê ngân hàng")

    def subtitle(self) -> str:
        if self._plan is not None:
            return self.tr("{file}: xem trước, chưa ghi gì").format(file=self._plan.file)
        waiting = sum(line.open for line in self._seen.lines) if self._seen else 0
        if not waiting:
            return self.tr("Tiền phụ huynh chuyển khoản, khớp theo mã giấy báo")
        return self.tr("Còn {n} dòng chờ cho biết là tiền của ai").format(n=format_number(waiting))

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("take", self.tr("&Mở sao kê"), "take", "Ctrl+O"),
            Action("post", self.tr("&Ghi biên lai"), "act", "Ctrl+Return", primary=True),
            Action("back", self.tr("Về trang Nộp tiền"), "go_back", "Escape", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = StatementWords(self)
        self._forms = StatementForms(self)
        self._owing = OwingWords(self)
        self._empty = EmptyState(
            "money_on",
            self.tr("Chưa có sao kê nào"),
            self.tr(
                "Tải tệp của ngân hàng về máy (XLSX, XLS, ODS, CSV hoặc TXT) rồi mở sao kê. "
                "Dòng nào mang mã giấy báo thì tự khớp; dòng còn lại gõ tên học sinh. "
                "Một dòng không bao giờ ghi hai lần."
            ),
            self,
        )
        self._empty.add_button(self.tr("Mở sao &kê"), self.take)
        self._content = QWidget(self)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(self._grids(), 1)
        row.addWidget(self._side())
        body.addWidget(self._empty)
        body.addWidget(self._content)
        self._show()

    def _grids(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.file_model: RowsModel[StatementRow] = RowsModel(self._words.file_columns(), _key, self)
        self.file_grid = GridView("statement_file", self.bench.preferences, self._content)
        self.file_grid.set_model(self.file_model)
        self.file_grid.row_current.connect(self._on_current)
        self.model: EditableRows[StatementRow] = EditableRows(
            self._words.kept_columns(), _key, self
        )
        self.model.edited.connect(self._on_edited)
        self.grid = LinesGrid("statement", self.bench.preferences, self._content)
        self.grid.set_model(self.model)
        self.grid.problem_reached.connect(self._on_problem)
        self.grid.row_current.connect(self._on_current)
        self.grid.row_activated.connect(self._on_activated)
        column.addWidget(self.file_grid, 1)
        column.addWidget(self.grid, 1)
        self._foot = label("", "small", self._content)
        column.addWidget(self._foot)
        return column

    def _side(self) -> Card:
        self._card = Card(self.tr("Vừa gõ"), self._content)
        self._card.setFixedWidth(worn().px(280))
        self.form = self._form(self._card)
        self._figure = Figure(self._card)
        self._facts = FactList(self._card)
        self._why = label("", "wrap", self._card)
        self._memo = label("", "wrap", self._card)
        for widget in (self.form, self._figure, self._facts, self._why, self._memo):
            self._card.body.addWidget(widget)
        self._card.body.addStretch(1)
        return self._card

    def _form(self, card: Card) -> Form:
        books = self._books()
        choices = tuple((book.id, book.name) for book in books) or (("", "–"),)
        field = Field("book", self.tr("&Quyển biên lai"), FieldKind.CHOICE, choices=choices)
        form = Form("statement", (field,), card)
        form.fill({"book": choices[0][0]})
        return form

    def _books(self) -> tuple[ReceiptBook, ...]:
        found = self._seen.collecting.books if self._seen else ()
        return tuple(book for book in found if book.kind is BookKind.PROGRAM_PRINTED)

    # Reading --------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self.run(self._read, self._on_seen)

    def _read(self) -> _Seen:
        lines = statements.list_lines(self.ctx)
        collecting = read_collecting(self.ctx, self.bench.school_year)
        return _Seen(lines, collecting, guess_lines(self.ctx, lines, collecting.rows))

    def _on_seen(self, seen: _Seen) -> None:
        before = self._books()
        first, self._arrived = self._arrived, False
        self._seen = seen
        if self._books() != before:
            self.rebuild()
        else:
            self._show()
        self.update_header()
        if first:
            self.grid.stand_on_first()
        if first and self.isVisible():
            self.take_focus()

    def first_focus(self) -> QWidget | None:
        if self._plan is not None:
            return self.file_grid
        return self.grid if self._seen and self._seen.lines else None

    def _show(self) -> None:
        seen, plan = self._seen, self._plan
        filled = plan is not None or bool(seen and seen.lines)
        self._empty.setVisible(seen is not None and not filled)
        self._content.setVisible(filled)
        self.file_grid.setVisible(plan is not None)
        self.grid.setVisible(plan is None)
        if seen is not None:
            rows = [row_of_kept(line) for line in seen.lines]
            self.model.set_rows(sorted(rows, key=lambda row: row.ended))
        if plan is not None:
            self._show_plan(plan)
        else:
            self._on_edited(0)

    def _show_plan(self, plan: StatementPlan) -> None:
        self.file_model.set_rows([row_of_match(match) for match in plan.matches])
        self._card.set_title(self.tr("Sẽ ghi"))
        clear = sum(plan.counts.get(state, 0) for state in POSTED_ALONE)
        known = plan.counts.get(MatchState.SEEN, 0)
        self._figure.set(
            f"{format_dong(plan.amount_to_post)} đ",
            self.tr("{n} biên lai").format(n=format_number(clear)),
        )
        waiting = len(plan.matches) - clear - known
        self._facts.set(
            [
                (self.tr("Chờ xem"), format_number(waiting)),
                (self.tr("Đã nhận từ trước"), format_number(known)),
            ]
        )
        problems = [
            f"{column}{row}: {error_text.of_problem(problem)}"
            for row, column, problem in plan.problems[:_MANY]
        ]
        self._why.setText("\n".join(problems))
        self._foot.setText(self.tr("Ctrl+Enter nhận vào · Esc thôi, không ghi gì"))
        self.enable("post", not plan.problems and bool(self._books()))

    # Typing ---------------------------------------------------------------------------------

    def _decided(self) -> dict[Hashable, _Decided]:
        return {_key(edit.row): self._decide(edit) for edit in self.model.edits()}

    def _decide(self, edit: Edit[StatementRow]) -> _Decided:
        row = edit.row
        pupil, reason = edit.texts.get("pupil", ""), edit.texts.get("reason", "")
        if row.ended:
            column = next(iter(edit.texts), "pupil")
            return _Decided(None, 0, column, self.tr("Dòng này đã xong. Ctrl+Z để bỏ chữ vừa gõ."))
        if not pupil:
            return _Decided(SettleLine(str(row.key), reason=reason))
        rows = self._seen.collecting.rows if self._seen else ()
        shares = shares_of(rows, pupil, row.amount)
        if isinstance(shares, Unclear):
            return _Decided(None, 0, "pupil", self._owing.unclear(shares.typed, shares.matches))
        given = sum(share.amount for share in shares)
        if given != row.amount and not reason:
            text = self.tr("Còn {rest} đ chưa biết của ai. Hãy ghi ở cột bên phải.")
            rest = format_dong(row.amount - given)
            return _Decided(None, given, "pupil", text.format(rest=rest), shares)
        items = tuple(
            PaymentItem(share.row.enrolment.id, share.amount)
            for share in shares
            if share.row.enrolment is not None
        )
        return _Decided(SettleLine(str(row.key), items, reason), given, shares=shares)

    def _on_edited(self, _: int) -> None:
        if self._plan is not None:
            return
        found = self._decided()
        self.model.set_problems(
            {key: {each.column: each.sentence} for key, each in found.items() if each.sentence}
        )
        self._card.set_title(self.tr("Vừa gõ"))
        total = sum(each.amount for each in found.values())
        lines = self.tr("{n} dòng").format(n=format_number(len(found)))
        self._figure.set(f"{format_dong(total)} đ", lines)
        waiting = sum(line.open for line in self._seen.lines) if self._seen else 0
        self._facts.set([(self.tr("Còn chờ xem"), format_number(waiting))])
        self._why.setText("" if self._books() else self._no_book())
        self._foot.setText(
            self.tr(
                "Gõ tên không dấu · hai em: anh 10a1 + bao 11a2 · "
                "Enter nhận em được đoán · F8 dòng cần xem"
            )
        )
        self._on_current(self.grid.current_row())
        self.enable("post", bool(found))

    def _no_book(self) -> str:
        return self.tr("Chưa có quyển do chương trình in. Đăng ký ở trang Phiếu thu trước.")

    def _on_current(self, row: object) -> None:
        if not isinstance(row, StatementRow):
            self._memo.setText("")
            return
        texts = [f"“{row.memo}”"]
        if self._plan is None and not row.ended:
            texts.append(self._found_for(row))
        self._memo.setText("\n\n".join(text for text in texts if text))

    def _found_for(self, row: StatementRow) -> str:
        """Whom the words typed mean and how the money is shared, or who is guessed and why."""
        decided = self._decided().get(_key(row))
        if decided is not None and (decided.shares or decided.sentence):
            return self._words.found(decided.shares, decided.sentence)
        guess = self._guess(row)
        return self._words.guessed(guess) if guess and decided is None else ""

    def _guess(self, row: StatementRow) -> Guess | None:
        return self._seen.guesses.get(str(row.key)) if self._seen else None

    def _on_activated(self, row: object) -> None:
        """Enter: the pupil guessed is typed in, for Ctrl+Enter to post, or on to the next."""
        if not isinstance(row, StatementRow) or row.ended:
            return
        guess, line = self._guess(row), self.model.line_of(_key(row))
        if guess is not None and not self.model.text_of(row, "pupil"):
            names = [column.name for column in self.model.columns]
            self.model.put_cells([(line, names.index("pupil"), guess.typed)])
        if not self._decided().get(_key(row), _NOTHING).sentence:
            self.grid.next_problem()

    def _on_problem(self, sentence: str) -> None:
        self._foot.setText(sentence)

    # What one does --------------------------------------------------------------------------

    def take(self) -> None:
        """Ctrl+O: a file of the bank, shown before anything is stored."""
        kinds = self.tr("Sao kê (*.xlsx *.xls *.ods *.csv *.txt)")
        file = self.bench.messages.open_file(self, self.tr("Mở sao kê ngân hàng"), kinds)
        if file is not None:
            work = partial(statements.preview_statement, self.ctx, file)
            self.run(work, self._on_plan, partial(self._on_unread, file))

    def _on_unread(self, file: Path, error: Exception) -> None:
        if isinstance(error, BadFile) and error.code == "STATEMENT_NO_COLUMNS":
            work = partial(statements.statement_columns, file)
            self.run(work, partial(self._on_columns, file))
        else:
            self.bench.messages.error(self, error)

    def _on_columns(self, file: Path, seen: tuple[HeadingSeen, ...]) -> None:
        columns = self._forms.columns(file, seen)
        if columns is not None:
            work = partial(statements.preview_statement, self.ctx, file, columns)
            self.run(work, self._on_plan)

    def _on_plan(self, plan: StatementPlan) -> None:
        self._plan = plan
        self._show()
        self.update_header()
        self.take_focus()

    def act(self) -> None:
        """Ctrl+Enter: takes the file in that is shown, or posts the lines just explained."""
        book_id = self.form.values().text("book")
        if self._plan is not None:
            plan = self._plan
            self.run(partial(statements.apply_statement, self.ctx, plan, book_id), self._on_taken)
            return
        found = self._decided()
        if any(each.sentence for each in found.values()):
            self.grid.next_problem()
            return
        commands = tuple(each.command for each in found.values() if each.command)
        if commands:
            settling = partial(statements.settle_lines, self.ctx, commands, book_id)
            self.run(settling, self._on_settled)

    def _on_taken(self, done: StatementTaken) -> None:
        self._plan = None
        self._arrived = True
        text = self.tr("Đã ghi {n} biên lai, {money} đ; còn {open} dòng chờ xem").format(
            n=done.posted, money=format_dong(done.amount), open=done.open
        )
        self.toast(text, "waiting" if done.open else "done")

    def _on_settled(self, done: LinesSettled) -> None:
        self.model.forget_edits()
        text = self.tr("Xong {n} dòng, ghi {money} đ")
        self.toast(text.format(n=done.lines, money=format_dong(done.amount)))

    def go_back(self) -> None:
        """Esc: leaves the file that is shown, else back to the money."""
        if self._plan is None:
            self.go("money_on")
            return
        self._plan = None
        self._show()
        self.update_header()
        self.take_focus()


def _key(row: StatementRow) -> Hashable:
    return row.key
