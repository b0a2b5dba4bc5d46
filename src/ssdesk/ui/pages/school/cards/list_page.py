"""The office's list of cards comes in: looked at row by row, taken whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.roles import Act
from ssdesk.errors import BadFile
from ssdesk.services import card_lists
from ssdesk.services.card_lists import Action as Does
from ssdesk.services.card_lists import CardListApplied, CardListPlan, PlannedCard
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.rosters import (
    CellProblem,
    ImportBatch,
    ImportTakenBack,
    LeaveOut,
    PastedText,
    RosterFile,
    RosterMapping,
    RosterSource,
)
from ssdesk.ui import error_text
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.pages.page import Page, scrolled
from ssdesk.ui.pages.school.cards.list_words import CardListWords, sentence_of
from ssdesk.ui.pages.school.roster_in.columns import ColumnChooser
from ssdesk.ui.pages.school.roster_in.words import RosterWords
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import EmptyState, Note

KINDS = "Excel, CSV (*.xlsx *.xls *.xlsm *.ods *.csv *.txt)"


class CardsInPage(Page):
    """What a list of cards would change, before anything is stored."""

    name = "cards_in"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PEOPLE, Kind.ROSTER, Kind.COVER, Kind.ENROLMENT}
    )
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {
        Act.KEEP_PUPILS: ("take",),
    }

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._plan: CardListPlan | None = None
        self._source: RosterSource | None = None
        self._mapping: RosterMapping | None = None
        self._why_not = ""
        self._with_columns = False
        super().__init__(bench, parent)
        self.setAcceptDrops(True)

    def title(self) -> str:
        return self.tr("Nhận danh sách thẻ")

    def subtitle(self) -> str:
        if self._plan is None:
            return self.tr("D09-TS hằng tháng, danh sách thẻ sắp hết hạn; xem trước rồi mới ghi")
        return self._words.summary(self._plan)

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("file", self.tr("Chọn &tệp"), "choose_file", "Ctrl+O"),
            Action("columns", self.tr("&Cột nào là gì"), "show_columns", "F4"),
            Action("paste", self.tr("&Dán"), "paste", "Ctrl+Shift+V", hidden=True),
            Action("take", self.tr("&Nhận vào"), "take_in", "Ctrl+Return", primary=True),
            Action("back", self.tr("Về thẻ BHYT"), "go_back", "Escape", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = CardListWords(self)
        self._empty = EmptyState(
            "lists",
            self.tr("Danh sách cơ quan BHXH gửi, để nguyên như nhận được"),
            self.tr(
                "Thả tệp Excel vào đây. Mỗi dòng được nhận ra theo mã số, số định danh, rồi họ tên "
                "và ngày sinh; bạn xem thẻ nào mới, hạn nào đổi trước khi ghi. Nhận xong vẫn lấy "
                "lại được cả danh sách."
            ),
            self,
        )
        self._empty.add_button(self.tr("Chọn tệp củ&a cơ quan BHXH…"), self.choose_file)
        self._empty.add_button(self.tr("&Dán từ Excel"), self.paste)
        self._back = self._empty.add_button(self.tr("&Lấy lại lần nhận trước"), self.take_back)
        self._back.setVisible(False)
        self._note = Note(self)
        self._content = QWidget(self)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._column_card())
        column = QVBoxLayout()
        column.setSpacing(12)
        row.addLayout(column, 1)
        self.model: RowsModel[PlannedCard] = RowsModel(self._words.row_columns(), _row_key, self)
        self.grid = GridView("cards_in", self.bench.preferences, self._content)
        self.grid.set_model(self.model)
        column.addWidget(self.grid, 3)
        column.addWidget(self._problem_card(), 2)
        body.addWidget(self._empty)
        body.addWidget(self._note)
        body.addWidget(self._content)
        self._show()

    def _column_card(self) -> Card:
        self._columns = Card(self.tr("Cột nào là gì"), self._content)
        self._columns.setFixedWidth(worn().px(300))
        hint = self.tr("Đã đề nghị sẵn; sai cột nào thì chọn lại, lần sau sẽ nhớ.")
        self._columns.body.addWidget(label(hint, "small", self._columns))
        self.chooser = ColumnChooser(RosterWords(self).field_words(), self._columns)
        self.chooser.changed.connect(self._on_mapping)
        self._columns.body.addWidget(scrolled(self.chooser, self._columns), 1)
        return self._columns

    def _problem_card(self) -> Card:
        self._problems = Card(self.tr("Phải xem · Enter đến dòng"), self._content)
        self.problem_model: RowsModel[CellProblem] = RowsModel(
            self._words.problem_columns(), _problem_key, self
        )
        self.problem_grid = GridView("cards_problems", self.bench.preferences, self._problems)
        self.problem_grid.set_model(self.problem_model)
        self.problem_grid.row_activated.connect(self._on_problem)
        self.problem_grid.row_current.connect(self._on_problem_current)
        self._sentence = label("", "wrap", self._problems)
        self._problems.body.addWidget(self.problem_grid, 1)
        self._problems.body.addWidget(self._sentence)
        return self._problems

    # Where it comes from --------------------------------------------------------------------

    def open_at(self, argument: object) -> None:
        if isinstance(argument, Path):
            self._read(RosterFile(argument))
        elif argument == "choose":
            self.choose_file()

    def refresh(self, changes: Changes | None) -> None:
        """A plan is of the store it was made on; another change makes it anew."""
        self.run(partial(card_lists.list_card_imports, self.ctx), self._on_known_imports)
        if changes is not None and self._source is not None and self._plan is not None:
            self._read(self._source, self._plan.mapping)

    def _on_known_imports(self, batches: tuple[ImportBatch, ...]) -> None:
        self._back.setVisible(any(batch.taken_back_at is None for batch in batches))

    def choose_file(self) -> None:
        """Ctrl+O."""
        title = self.tr("Danh sách thẻ của cơ quan BHXH")
        path = self.bench.messages.open_file(self, title, KINDS)
        if path is not None:
            self._read(RosterFile(path))

    def paste(self) -> None:
        """Ctrl+Shift+V."""
        self._read(PastedText(QApplication.clipboard().text()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self._read(RosterFile(path))

    def _read(self, source: RosterSource, mapping: RosterMapping | None = None) -> None:
        year, self._source = self.bench.school_year, source
        self.run_long(
            lambda progress: card_lists.preview_cards(self.ctx, source, year, mapping, progress),
            self._on_plan,
            self.tr("Đang đọc danh sách…"),
            self._on_unread,
        )

    def _on_unread(self, error: Exception) -> None:
        """Columns that nobody knows are shown to be named; anything else is said."""
        source = self._source
        if isinstance(error, BadFile) and error.code == "CARD_LIST_NO_COLUMNS" and source:
            self._why_not = error_text.of_error(error)
            self.run(partial(card_lists.propose_columns, self.ctx, source), self._on_columns)
        else:
            self.show_error(error)

    def _on_columns(self, mapping: RosterMapping) -> None:
        self._plan, self._mapping, self._with_columns = None, mapping, True
        self._show()
        self.update_header()

    def _on_mapping(self, mapping: object) -> None:
        if isinstance(mapping, RosterMapping) and self._source is not None:
            self._read(self._source, mapping)

    def show_columns(self) -> None:
        """F4: what each column holds, or again only the rows."""
        self._with_columns = not self._with_columns
        self._show()

    def _on_plan(self, plan: CardListPlan) -> None:
        self._plan, self._mapping, self._why_not = plan, plan.mapping, ""
        self._show()
        self.update_header()
        focused = QApplication.focusWidget()
        if focused is None or not self.chooser.isAncestorOf(focused):
            self.grid.setCurrentIndex(self.model.index(0, 0))
            self.grid.scrollToTop()
            self.grid.setFocus()

    # What is shown --------------------------------------------------------------------------

    def _show(self) -> None:
        plan, mapping = self._plan, self._mapping
        self._empty.setVisible(mapping is None)
        self._content.setVisible(mapping is not None)
        self.enable("columns", mapping is not None)
        self._columns.setVisible(self._with_columns)
        if mapping is not None:
            self.chooser.set_mapping(mapping)
        writes = plan is not None and bool(plan.counts[Does.NEW] or plan.counts[Does.CHANGED])
        self.enable("take", writes)
        if plan is None:
            self._note.set(self._why_not, "act")
            self.model.set_rows(())
            self._problems.setVisible(False)
            return
        self.model.set_rows(plan.rows)
        self.problem_model.set_rows(plan.problems)
        self._problems.setVisible(bool(plan.problems))
        self._note.set(self._words.note(plan))

    def first_focus(self) -> QWidget | None:
        return self.grid if self._plan else self.chooser if self._mapping else None

    def _on_problem_current(self, found: object) -> None:
        if isinstance(found, CellProblem):
            self._sentence.setText(sentence_of(found))

    def _on_problem(self, found: object) -> None:
        if isinstance(found, CellProblem) and self.grid.go_to((found.sheet, found.row)):
            self.grid.setFocus()

    # What one does --------------------------------------------------------------------------

    def take_in(self) -> None:
        """Ctrl+Enter: the whole list; rows to be looked at only stay outside when agreed."""
        plan = self._plan
        if plan is None:
            return
        leave_out, bad = LeaveOut(), plan.counts[Does.REFUSED]
        if bad:
            text = self.tr("{bad} dòng phải xem. Nhận phần còn lại và để {bad} dòng này ở ngoài?")
            words = self.tr("&Để ở ngoài, nhận phần còn lại")
            if not self.bench.messages.ask(self, self.title(), text.format(bad=bad), words):
                return
            leave_out = LeaveOut(refused=True)
        self.run(partial(card_lists.apply_cards, self.ctx, plan, leave_out), self._on_taken)

    def _on_taken(self, done: CardListApplied) -> None:
        self._forget()
        text = self.tr("Đã nhận: {new} thẻ mới, {changed} đổi, {ticked} em được nhận")
        self.toast(text.format(new=done.new, changed=done.changed, ticked=done.ticked))
        self.go("cards")

    def take_back(self) -> None:
        """Undoes the last list that was not undone yet."""
        self.run(partial(card_lists.list_card_imports, self.ctx), self._on_imports)

    def _on_imports(self, batches: tuple[ImportBatch, ...]) -> None:
        batch = next((item for item in batches if item.taken_back_at is None), None)
        if batch is None:
            self.toast(self.tr("Chưa có lần nhận nào để lấy lại"), "info")
            return
        text = self.tr("{file}, nhận lúc {at}: {new} thẻ mới, {changed} đổi. Lấy lại cả lần này?")
        said = text.format(
            file=batch.file_name,
            at=batch.posted_at.strftime("%H:%M %d/%m/%Y"),
            new=batch.created,
            changed=batch.changed,
        )
        title = self.tr("Lấy lại lần nhận")
        if self.bench.messages.ask(self, title, said, self.tr("&Lấy lại")):
            self.run(partial(card_lists.take_back, self.ctx, batch.id), self._on_taken_back)

    def _on_taken_back(self, _: ImportTakenBack) -> None:
        self.toast(self.tr("Đã lấy lại; thẻ như trước lần nhận"))

    def go_back(self) -> None:
        """Escape: leaves the list that is shown, else back to the cards."""
        if self._mapping is None:
            self.go("cards")
            return
        self._forget()
        self.take_focus()

    def _forget(self) -> None:
        self._plan = self._mapping = self._source = None
        self._why_not, self._with_columns = "", False
        self._show()
        self.update_header()


def _dropped(event: QDropEvent) -> Path | None:
    """The file over the page, where it is one of this machine."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def _row_key(row: PlannedCard) -> tuple[str, int]:
    return row.line.sheet, row.line.row


def _problem_key(found: CellProblem) -> tuple[str, int, str, str]:
    return found.sheet, found.row, found.column, found.problem.code
