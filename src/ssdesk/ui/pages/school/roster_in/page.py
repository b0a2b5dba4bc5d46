"""A roster comes in: columns confirmed, rows previewed, the whole file or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.money import format_number
from ssdesk.domain.roles import Act
from ssdesk.services import rosters
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.rosters import (
    Finding,
    ImportTakenBack,
    LeaveOut,
    PastedText,
    PlannedRow,
    RosterApplied,
    RosterFile,
    RosterMapping,
    RosterPlan,
    RosterSource,
)
from ssdesk.ui import error_text
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import Field, FieldKind
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.pages.page import CHOOSE_FILE, Page, scrolled
from ssdesk.ui.pages.school.roster_in.columns import ColumnChooser
from ssdesk.ui.pages.school.roster_in.words import RosterWords
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import EmptyState, Note

KINDS = "Excel, CSV (*.xlsx *.xls *.xlsm *.ods *.csv *.txt)"


class RosterInPage(Page):
    """What a file or pasted class would do, before anything is stored."""

    name = "roster_in"
    interests: ClassVar[frozenset[Kind]] = frozenset({Kind.ROSTER})
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {
        Act.KEEP_PUPILS: ("take",),
    }

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._source: RosterSource | None = None
        self._plan: RosterPlan | None = None
        self._latecomers_on: date | None = None
        self._asked = 0
        self._reading = self._take_when_read = False
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Nhập danh sách")

    def subtitle(self) -> str:
        plan = self._plan
        if plan is None:
            return self.tr("Xem trước từng dòng; chưa lưu gì cho đến khi bạn đồng ý")
        return self.tr(
            "{file}: {rows} dòng · {new} mới · {changed} đổi · {same} như cũ · {bad} dòng phải sửa"
        ).format(
            file=plan.source.file or self.tr("Khối đã dán"),
            rows=format_number(len(plan.rows)),
            new=format_number(plan.new),
            changed=format_number(plan.changed),
            same=format_number(plan.same),
            bad=format_number(plan.refused),
        )

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("file", self.tr("Chọn &tệp"), "choose_file", "Ctrl+O"),
            Action("paste", self.tr("&Dán"), "paste", "Ctrl+Shift+V", hidden=True),
            Action("marked", self.tr("Lưu tệp đánh dấu &lỗi"), "save_marked", "F6"),
            Action("take", self.tr("&Nhập vào"), "take_in", "Ctrl+Return", primary=True),
            Action("missing", self.tr("Em không có trong tệp"), "show_missing", "F7", hidden=True),
            Action("back", self.tr("Về trang học sinh"), "go_back", "Escape", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = RosterWords(self)
        self._empty = EmptyState(
            "pupils",
            self.tr("Danh sách từ Excel, nguyên như trường đang có"),
            self.tr(
                "Cột xếp thế nào cũng được, mất số 0 hay ngày gõ kiểu nào cũng đọc được. Chương "
                "trình cho xem trước dòng nào mới, dòng nào đổi, dòng nào phải sửa; nhập xong vẫn "
                "lấy lại được cả lần nhập."
            ),
            self,
        )
        self._empty.add_button(self.tr("Chọn tệp củ&a trường…"), self.choose_file)
        self._empty.add_button(self.tr("&Dán từ Excel"), self.paste)
        self._back = self._empty.add_button(self.tr("Lấy lại lần nhậ&p trước"), self.take_back)
        self._back.setVisible(False)
        self._note = Note(self)
        self._missing = self._note.add_button(self.tr("&Xem đủ các em này"), self.show_missing)
        self._content = QWidget(self)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._column_card())
        row.addLayout(self._rows_part(), 1)
        body.addWidget(self._empty)
        body.addWidget(self._note)
        self._fonts = Note(self)
        self._fonts.add_button(self.tr("Đọc theo phông &cũ"), self.read_old_fonts)
        body.addWidget(self._fonts)
        self._latecomers = Note(self)
        self._latecomers.add_button(self.tr("Đổi n&gày…"), self.change_latecomers)
        body.addWidget(self._latecomers)
        body.addWidget(self._content)
        self._show()

    def _column_card(self) -> Card:
        card = Card(self.tr("Cột nào là gì"), self._content)
        card.setFixedWidth(worn().px(300))
        card.body.addWidget(
            label(
                self.tr("Đã đề nghị sẵn; sai cột nào thì chọn lại, lần sau sẽ nhớ."), "small", card
            )
        )
        self.chooser = ColumnChooser(self._words.field_words(), card)
        self.chooser.changed.connect(self._on_mapping)
        self.chooser.taken.connect(self._on_field_taken)
        card.body.addWidget(scrolled(self.chooser, card), 1)
        return card

    def _rows_part(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        self.model: RowsModel[PlannedRow] = RowsModel(self._words.row_columns(), _row_key, self)
        self.grid = GridView("roster_in", self.bench.preferences, self._content)
        self.grid.set_model(self.model)
        self.problem_model: RowsModel[Finding] = RowsModel(
            self._words.finding_columns(), _finding_key, self
        )
        self._problems = Card(self.tr("Phải xem"), self._content)
        self.problem_grid = GridView("roster_problems", self.bench.preferences, self._problems)
        self.problem_grid.set_model(self.problem_model)
        self.problem_grid.row_activated.connect(self._on_problem)
        self.problem_grid.row_current.connect(self._on_problem_current)
        self._sentence = label("", "wrap", self._problems)
        self._problems.body.addWidget(self.problem_grid, 1)
        self._problems.body.addWidget(self._sentence)
        column.addWidget(self.grid, 3)
        column.addWidget(self._problems, 2)
        return column

    # Where it comes from --------------------------------------------------------------------

    def open_at(self, argument: object) -> None:
        if isinstance(argument, tuple) and len(argument) == 3 and argument[0] == "paste":
            self._start(PastedText(str(argument[1]), str(argument[2])))
        elif isinstance(argument, Path):
            self._start(RosterFile(argument))
        elif argument == CHOOSE_FILE:
            # Once the page stands: the dialog opens above it.
            QTimer.singleShot(0, self, self.choose_file)

    def choose_file(self) -> None:
        """Ctrl+O."""
        path = self.bench.messages.open_file(self, self.tr("Danh sách học sinh"), KINDS)
        if path is not None:
            self._start(RosterFile(path))

    def paste(self) -> None:
        """Ctrl+Shift+V."""
        self._start(PastedText(QApplication.clipboard().text()))

    def _start(self, source: RosterSource, mapping: RosterMapping | None = None) -> None:
        if source is not self._source:
            self._latecomers_on = None
        self._source, late = source, self._latecomers_on
        self._asked += 1
        self._reading, self._take_when_read = True, False
        year = self.bench.school_year
        self.run_long(
            lambda progress: rosters.preview_roster(
                self.ctx, source, year, mapping, progress, late
            ),
            partial(self._on_plan, self._asked),
            self.tr("Đang đọc danh sách…"),
            self._on_unread,
        )

    def _on_unread(self, error: Exception) -> None:
        self._reading = self._take_when_read = False
        self.show_error(error)

    def _on_mapping(self, mapping: object) -> None:
        if self._source is not None and isinstance(mapping, RosterMapping):
            self._start(self._source, mapping)

    def _on_field_taken(self, field: str, column: str) -> None:
        text = self.tr("“{field}” đã lấy khỏi cột {column}; cột ấy nay bỏ qua")
        self.toast(text.format(field=field, column=column), "waiting")

    def refresh(self, changes: Changes | None) -> None:
        """A plan is of the store it was made on; another change makes it anew."""
        self.run(partial(rosters.list_roster_imports, self.ctx), self._on_known_imports)
        if changes is not None and self._source is not None and self._plan is not None:
            self._start(self._source, self._plan.mapping)

    def _on_known_imports(self, batches: tuple[rosters.ImportBatch, ...]) -> None:
        self._back.setVisible(any(batch.taken_back_at is None for batch in batches))

    def change_latecomers(self) -> None:
        """Asks for another joining day of newcomers to classes already there."""
        plan = self._plan
        if plan is None or self._source is None:
            return
        request = FormRequest(
            self.tr("Ngày vào trường của em mới"),
            (Field("joined_on", self.tr("&Ngày vào trường"), FieldKind.DATE, required=True),),
            text=self._words.latecomers(plan),
            values={"joined_on": plan.latecomers_on},
        )
        values = self.bench.messages.form(self, request)
        if values is not None:
            self._latecomers_on = values.day("joined_on")
            self._start(self._source, plan.mapping)

    def read_old_fonts(self) -> None:
        """Reads the columns typed for old fonts as they were meant."""
        if self._source is not None:
            self._start(replace(self._source, read_old_fonts=True))

    def _on_plan(self, number: int, plan: RosterPlan) -> None:
        if number != self._asked:
            return
        anew = self._plan is None or self._plan.source is not plan.source
        self._plan, self._reading = plan, False
        self._show()
        if anew:
            # The file before may have been scrolled far down.
            self.grid.setCurrentIndex(self.model.index(0, 0))
            self.grid.scrollToTop()
        self.update_header()
        focused = QApplication.focusWidget()
        if focused is None or not self.chooser.isAncestorOf(focused):
            self.grid.setFocus()
        if self._take_when_read:
            self.take_in()

    def first_focus(self) -> QWidget | None:
        return self.grid if self._plan else None

    # What is shown --------------------------------------------------------------------------

    def _show(self) -> None:
        plan = self._plan
        self._empty.setVisible(plan is None)
        self._content.setVisible(plan is not None)
        self.enable("take", plan is not None)
        self.enable("marked", bool(plan and (plan.problems or plan.healed)))
        self._latecomers.set(self._words.latecomers(plan) if plan else "")
        agreed = self._source is not None and self._source.read_old_fonts
        self._fonts.set("" if plan is None or agreed else self._words.old_fonts(plan), "waiting")
        if plan is None:
            self._note.set("")
            return
        self.chooser.set_mapping(plan.mapping)
        self.model.set_rows(plan.rows)
        found = rosters.findings(plan)
        self.problem_model.set_rows(found)
        self._problems.setVisible(bool(found))
        title = self.tr("{count} chỗ phải xem · {healed} ô đọc giúp · Enter đến dòng").format(
            count=format_number(len(plan.problems)),
            healed=format_number(len(found) - len(plan.problems)),
        )
        self._problems.set_title(title)
        self._note.set(self._words.note(plan))
        self._missing.setVisible(bool(plan.missing))

    def _on_problem_current(self, found: object) -> None:
        if isinstance(found, Finding):
            self._sentence.setText(error_text.of_problem(found.problem))

    def _on_problem(self, found: object) -> None:
        if isinstance(found, Finding) and self.grid.go_to((found.sheet, found.row)):
            self.grid.setFocus()

    # What one does --------------------------------------------------------------------------

    def take_in(self) -> None:
        """Ctrl+Enter: the whole plan; refused rows only stay outside when that was chosen."""
        self.chooser.settle()
        plan = self._plan
        if plan is None:
            return
        # What is being read now may say another thing than what is shown.
        self._take_when_read = self._reading
        if self._reading:
            return
        leave_out = LeaveOut()
        if plan.refused:
            text = self.tr(
                "{bad} dòng phải sửa. Nhập {good} dòng còn lại và để {bad} dòng này ở ngoài?"
            ).format(bad=plan.refused, good=len(plan.rows) - plan.refused)
            words = self.tr("&Để ở ngoài, nhập phần còn lại")
            if not self.bench.messages.ask(self, self.tr("Nhập danh sách"), text, words):
                return
            leave_out = LeaveOut(refused=True)
        self.run_long(
            lambda progress: rosters.apply_roster(self.ctx, plan, leave_out, progress),
            self._on_taken,
            self.tr("Đang ghi danh sách…"),
        )

    def _on_taken(self, done: RosterApplied) -> None:
        self._plan, self._source = None, None
        self._show()
        self.update_header()
        text = self.tr("Đã nhập: {new} em mới, {changed} em đổi, {out} dòng để ngoài")
        self.toast(text.format(new=done.new, changed=done.changed, out=done.left_out))
        self.go("pupils")

    def save_marked(self) -> None:
        """F6: the same list with its bad cells coloured, for whoever is to mend it."""
        plan = self._plan
        if plan is None:
            return
        name = self.tr("danh-sach-danh-dau-loi.xlsx")
        path = self.bench.messages.save_file(self, self.tr("Lưu tệp đánh dấu lỗi"), name, "*.xlsx")
        if path is not None:
            headings = self.tr("Lỗi và cách sửa"), self.tr("Đã đọc giúp")
            say = error_text.of_problem
            self.run(
                partial(rosters.save_marked, plan, path, say, headings),
                partial(self._on_marked, path.name),
            )

    def _on_marked(self, name: str, _: None) -> None:
        self.toast(self.tr("Đã lưu {name}").format(name=name))

    def take_back(self) -> None:
        """Undoes the last import that was not undone yet."""
        self.run(partial(rosters.list_roster_imports, self.ctx), self._on_imports)

    def _on_imports(self, batches: tuple[rosters.ImportBatch, ...]) -> None:
        batch = next((item for item in batches if item.taken_back_at is None), None)
        if batch is None:
            self.toast(self.tr("Chưa có lần nhập nào để lấy lại"), "info")
            return
        text = self.tr("{file}, nhập lúc {at}: {new} em mới, {changed} em đổi. Lấy lại cả lần này?")
        said = text.format(
            file=batch.file_name or self.tr("Khối đã dán"),
            at=batch.posted_at.strftime("%H:%M %d/%m/%Y"),
            new=batch.created,
            changed=batch.changed,
        )
        title = self.tr("Lấy lại lần nhập")
        if self.bench.messages.ask(self, title, said, self.tr("&Lấy lại")):
            self.run(partial(rosters.take_back, self.ctx, batch.id), self._on_taken_back)

    def _on_taken_back(self, _: ImportTakenBack) -> None:
        self.toast(self.tr("Đã lấy lại; danh sách như trước lần nhập"))

    def show_missing(self) -> None:
        """F7: everybody of the store whom the file does not name; what is read here stays."""
        if self._plan is not None and self._plan.missing:
            self.go("pupils", tuple(each.entry_id for each in self._plan.missing))

    def go_back(self) -> None:
        """Escape."""
        self.go("pupils")


def _row_key(row: PlannedRow) -> tuple[str, int]:
    return row.sheet, row.row


def _finding_key(found: Finding) -> tuple[str, int, str, str]:
    return found.sheet, found.row, found.column, found.problem.code
