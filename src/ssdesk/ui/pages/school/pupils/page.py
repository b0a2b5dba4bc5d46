"""Pupils: classes left, the grid in the middle, the pupil at the right."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.money import format_number
from ssdesk.domain.problems import Problem
from ssdesk.domain.pupil import read_typed
from ssdesk.domain.scanned import ScannedCard
from ssdesk.services import classes, covers, enrolments, pupils, scans, transfers
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.enrolments import Enrolment
from ssdesk.services.pupils import ClassRow, PupilRow, PupilsSaved, SavePupil
from ssdesk.ui import error_text
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.editable import EditableRows
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.pupils.columns import PupilWords, blank_pupil
from ssdesk.ui.pages.school.pupils.draft import PupilsDraft
from ssdesk.ui.pages.school.pupils.forms import PupilForms
from ssdesk.ui.pages.school.pupils.panel import PupilPanel
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import EmptyState, Note
from ssdesk.ui.widgets.side_list import SideList, SideRow

_ALL = "*"


class PupilsPage(Page):
    """The roster of the year: typed, pasted, mended, moved, covered elsewhere."""

    name = "pupils"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PEOPLE, Kind.ROSTER, Kind.COVER, Kind.ENROLMENT, Kind.PAYMENT, Kind.SUBMISSION}
    )

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._rows: tuple[PupilRow, ...] = ()
        self._classes: tuple[ClassRow, ...] = ()
        self._class_id = _ALL
        self._wanted = ""
        self._only: CoverageState | frozenset[str] | None = None
        self._read = False
        super().__init__(bench, parent)

    def title(self) -> str:
        name = next((item.name for item in self._classes if item.id == self._class_id), "")
        return self.tr("Học sinh · {name}").format(name=name) if name else self.tr("Học sinh")

    def subtitle(self) -> str:
        if not self._rows:
            return self.tr("Ai học lớp nào, ai đã có thẻ khác, ai phải đóng tại trường")
        shown = self._in_class()
        insured = (CoverageState.COVERED_ELSEWHERE, CoverageState.PAID)
        return self.tr(
            "{pupils} em · {insured} đã có thẻ hoặc đã đóng · {due} chưa đóng · {left} chưa rõ"
        ).format(
            pupils=format_number(len(shown)),
            insured=format_number(sum(row.state in insured for row in shown)),
            due=format_number(sum(row.state is CoverageState.SIGNED_UP for row in shown)),
            left=format_number(sum(row.state is CoverageState.LEFT_OVER for row in shown)),
        )

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("roster_in", self.tr("&Nhập danh sách"), "open_roster_in", "Ctrl+O"),
            Action("paste", self.tr("D&án cả lớp"), "paste_class", "Ctrl+Shift+V", hidden=True),
            Action("add", self.tr("Thê&m em"), "add_pupil", "Ctrl+N"),
            Action("cover", self.tr("Thẻ &khác"), "set_cover", "F7"),
            Action("move", self.tr("Chuyển &lớp"), "move_pupils", "F3", hidden=True),
            Action("collect", self.tr("Đóng &tiền"), "open_collection", "F9", primary=True),
            Action("save", self.tr("&Lưu"), "save_edits", "Ctrl+S", hidden=True),
            Action(
                "save_go", self.tr("Lưu và sang em kế"), "save_edits", "Ctrl+Return", hidden=True
            ),
            Action("leave", self.tr("Chuyển đi"), "transfer_out", "Ctrl+Del", hidden=True),
            Action("reason", self.tr("Ghi lý do chưa tham gia"), "note_reason", "F6", hidden=True),
            Action("end_cover", self.tr("Bỏ thẻ khác"), "end_cover", "Shift+F7", hidden=True),
            Action(
                "override",
                self.tr("Giữ số định danh"),
                "override_identity",
                "Shift+F8",
                hidden=True,
            ),
            Action("unfilter", self.tr("Bỏ lọc"), "show_all", "Escape", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = PupilWords(self)
        self._forms = PupilForms(self)
        self._empty = EmptyState(
            "pupils",
            self.tr("Chưa có học sinh nào"),
            self.tr(
                "Đưa tệp Excel của trường vào, hoặc chép cả lớp trong Excel rồi dán. Cột xếp thế "
                "nào cũng được; chương trình đề nghị trước, bạn chỉ xác nhận."
            ),
            self,
        )
        self._empty.add_button(self.tr("Đưa &danh sách vào"), self.open_roster_in)
        self._empty.add_button(self.tr("Thê&m em đầu tiên"), self.add_pupil)
        self._note = Note(self)
        self._content = QWidget(self)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.classes = SideList(self.tr("LỚP"), self._content)
        self.classes.chosen.connect(self._on_class)
        self.classes.opened.connect(self._on_class_opened)
        row.addWidget(self.classes)
        row.addLayout(self._middle(), 1)
        self.panel = PupilPanel(self._content)
        row.addWidget(self.panel)
        body.addWidget(self._empty)
        body.addWidget(self._note)
        body.addWidget(self._content)
        self._show()

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.model: EditableRows[PupilRow] = EditableRows(
            self._words.columns(), _key, self, self._blank
        )
        self.model.edited.connect(self._on_edited)
        self._draft = PupilsDraft(self.bench, self.model, self)
        self._draft.restored.connect(self._on_restored)
        self.grid = GridView("pupils", self.bench.preferences, self._content)
        self.grid.set_model(self.model)
        self.grid.row_current.connect(self._on_current)
        self.grid.row_activated.connect(self._on_activated)
        self.grid.problem_reached.connect(self._on_problem)
        column.addWidget(self.grid, 1)
        self._foot = label("", "small", self._content)
        column.addWidget(self._foot)
        return column

    def _blank(self, number: int) -> PupilRow:
        name = next((item.name for item in self._classes if item.id == self._class_id), "")
        return blank_pupil(number, self._class_id, name, self.bench.ctx.clock.today())

    # Reading --------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self.run(self._read_all, self._on_rows)

    def _read_all(self) -> tuple[tuple[PupilRow, ...], tuple[ClassRow, ...]]:
        year = self.bench.school_year
        rows = pupils.list_pupils(self.ctx, year)
        return rows, pupils.list_classes(self.ctx, year, rows)

    def open_at(self, argument: object) -> None:
        self._only = None
        if isinstance(argument, CoverageState):
            self._class_id, self._only = _ALL, argument
        elif isinstance(argument, tuple) and len(argument) == 2 and argument[0] == "class":
            self._class_id = str(argument[1])
        elif isinstance(argument, tuple):
            self._class_id, self._only = _ALL, frozenset(str(item) for item in argument)
        elif isinstance(argument, str):
            self._class_id, self._wanted = _ALL, argument
        self._show()
        self.update_header()

    def first_focus(self) -> QWidget | None:
        return self.grid if self._rows else None

    def _on_rows(self, found: tuple[tuple[PupilRow, ...], tuple[ClassRow, ...]]) -> None:
        first = not self._read
        self._rows, self._classes = found
        self._read = True
        self._show()
        self.update_header()
        if first and self.isVisible():
            self.take_focus()

    def _in_class(self) -> tuple[PupilRow, ...]:
        if self._class_id == _ALL:
            return self._rows
        return tuple(row for row in self._rows if row.class_id == self._class_id)

    def _shown(self) -> tuple[PupilRow, ...]:
        rows = self._in_class()
        if isinstance(self._only, CoverageState):
            return tuple(row for row in rows if row.state is self._only)
        if self._only is not None:
            return tuple(row for row in rows if row.entry_id in self._only)
        return rows

    def _show(self) -> None:
        filled = bool(self._rows)
        self._empty.setVisible(self._read and not filled)
        self._content.setVisible(filled)
        for action in ("cover", "move", "collect", "paste"):
            self.enable(action, filled)
        if not filled:
            self._note.set("")
            return
        with QSignalBlocker(self.classes):
            self.classes.set(self._class_rows())
            self.classes.choose(self._class_id)
        shown = self._shown()
        self.model.set_rows(shown)
        self._draft.lay_over()
        self._show_problems({})
        self._show_note(len(shown))
        if self._wanted and self.grid.go_to(self._wanted):
            self._wanted = ""

    def _class_rows(self) -> list[SideRow]:
        whole = sum(item.count.insured for item in self._classes)
        rows = [SideRow(_ALL, self.tr("Tất cả"), format_number(whole))]
        for item in self._classes:
            value = f"{item.count.insured}/{item.count.pupils}"
            tone = "act" if item.count.left_over else ""
            rows.append(SideRow(item.id, item.name, value, tone))
        return rows

    def _show_note(self, shown: int) -> None:
        if self._only is None:
            self._note.set("")
            return
        words = {
            CoverageState.COVERED_ELSEWHERE: self.tr("đã có thẻ theo đối tượng khác"),
            CoverageState.PAID: self.tr("đã đóng tại trường"),
            CoverageState.SIGNED_UP: self.tr("đã đăng ký, chưa đóng đủ"),
            CoverageState.LEFT_OVER: self.tr("chưa rõ: chưa có thẻ, chưa đăng ký"),
        }
        what = (
            words[self._only]
            if isinstance(self._only, CoverageState)
            else self.tr("trong việc cần làm")
        )
        text = self.tr("Đang lọc {count} em {what}. Esc: hiện tất cả.")
        self._note.set(text.format(count=shown, what=what))

    # Problems -------------------------------------------------------------------------------

    def _show_problems(self, typed: Mapping[Hashable, tuple[Problem, ...]]) -> None:
        year = self.bench.school_year
        found: dict[Hashable, dict[str, str]] = {}
        for row in self.model.rows():
            if row.person_id or row.entry_id in typed:
                problems = typed.get(row.entry_id) or (
                    pupils.problems_of(row, year) if row.person_id else ()
                )
                cells = {item.field: error_text.of_problem(item) for item in problems}
                if cells:
                    found[row.entry_id] = cells
        self.model.set_problems(found)
        count = sum(len(cells) for cells in found.values())
        self._show_foot(count)

    def _show_foot(self, problems: int) -> None:
        edits = len(self.model.edits())
        parts = []
        if edits:
            parts.append(self.tr("{count} dòng chưa lưu: Ctrl+S").format(count=edits))
        if problems:
            parts.append(self.tr("{count} ô cần xem: F8").format(count=problems))
        parts.append(
            self.tr(
                "Enter hồ sơ · F2 sửa · F3 chuyển lớp · F6 lý do · F7 thẻ khác · "
                "Ctrl+Shift+V dán cả lớp"
            )
        )
        self._foot.setText(" · ".join(parts))

    def _on_edited(self, lines: int) -> None:  # noqa: ARG002 - counted from the model
        typed: dict[Hashable, tuple[Problem, ...]] = {}
        for edit in self.model.edits():
            _, problems = read_typed(pupils.facts_of(edit.row), edit.texts)
            if problems:
                typed[edit.row.entry_id] = problems
        self._show_problems(typed)

    def _on_problem(self, sentence: str) -> None:
        self._foot.setText(sentence)

    # What one does --------------------------------------------------------------------------

    def save_edits(self) -> None:
        """Ctrl+S: everything typed, or nothing where a cell cannot be stored."""
        commands: list[SavePupil] = []
        problems: dict[Hashable, tuple[Problem, ...]] = {}
        for edit in self.model.edits():
            facts, wrong = read_typed(pupils.facts_of(edit.row), edit.texts)
            if wrong:
                problems[edit.row.entry_id] = wrong
            entry_id = edit.row.entry_id if edit.row.person_id else None
            commands.append(SavePupil(facts, entry_id, edit.row.class_name))
        if problems:
            self._show_problems(problems)
            self.grid.go_to(next(iter(problems)))
            self.grid.next_problem()
            return
        if commands:
            work = partial(pupils.save_pupils, self.ctx, self.bench.school_year, tuple(commands))
            self.run(work, self._on_saved)

    def _on_restored(self, lines: int) -> None:
        text = self.tr("Đã đưa lại {count} dòng gõ dở; Ctrl+S để lưu")
        self.toast(text.format(count=lines), "info")

    def _on_saved(self, saved: PupilsSaved) -> None:
        self.model.forget_edits()
        self._draft.forget()
        self.toast(self.tr("Đã lưu {count} em").format(count=len(saved.entry_ids)))

    def add_pupil(self) -> None:
        """Ctrl+N: a newcomer by form."""
        self._edit(None)

    def _on_activated(self, row: object) -> None:
        if isinstance(row, PupilRow) and row.person_id:
            self._edit(row)

    def _edit(self, row: PupilRow | None, scanned: ScannedCard | None = None) -> None:
        name = next((item.name for item in self._classes if item.id == self._class_id), "")
        command = self._forms.pupil(row, name, scanned)
        if command is None:
            return
        if command.entry_id is None and command.class_name:
            self._class_id = next(
                (item.id for item in self._classes if item.name == command.class_name), _ALL
            )
        work = partial(pupils.save_pupils, self.ctx, self.bench.school_year, (command,))
        self.run(work, partial(self._on_form_saved, command.facts.full_name))

    def _on_form_saved(self, name: str, saved: PupilsSaved) -> None:
        self._wanted = saved.entry_ids[0]
        self.toast(self.tr("Đã lưu {name}").format(name=name))

    def scanned(self, payload: str) -> bool:
        """A card: go to that pupil if known, else a form filled from it."""
        self.run(partial(scans.read, payload), self._on_card)
        return True

    def _on_card(self, card: ScannedCard) -> None:
        numbers = {card.personal_id, card.insurance_number} - {None}
        for row in self._rows:
            if row.personal_id in numbers or row.insurance_number in numbers:
                self._class_id, self._only, self._wanted = _ALL, None, row.entry_id
                self._show()
                self.update_header()
                self.toast(self.tr("Thẻ của {name}").format(name=row.full_name), "info")
                return
        self._edit(None, card)

    def set_cover(self) -> None:
        """F7: another group's card, for one pupil or all that are chosen."""
        rows = self._chosen()
        command = self._forms.cover(rows) if rows else None
        if command is not None:
            self.run(partial(covers.set_cover, self.ctx, command), self._on_cover)

    def end_cover(self) -> None:
        """Shift+F7."""
        rows = [row for row in self._chosen() if row.cover is not None]
        if not rows:
            return
        text = self.tr("Bỏ thẻ khác của {count} em. Vì sao?").format(count=len(rows))
        reason = self.bench.messages.ask_reason(self, self.tr("Bỏ thẻ khác"), text)
        if reason:
            entry_ids = tuple(row.entry_id for row in rows)
            self.run(partial(covers.end_cover, self.ctx, entry_ids, reason), self._on_cover)

    def _on_cover(self, saved: covers.CoversSaved) -> None:
        self.toast(self.tr("Đã ghi cho {count} em").format(count=len(saved.entry_ids)))

    def move_pupils(self) -> None:
        """F3: into another class."""
        rows = self._chosen()
        command = self._forms.move(rows, tuple(c.name for c in self._classes)) if rows else None
        if command is not None:
            work = partial(transfers.move_pupils, self.ctx, self.bench.school_year, command)
            self.run(work, self._on_moved)

    def _on_moved(self, saved: PupilsSaved) -> None:
        self.toast(self.tr("Đã chuyển lớp {count} em").format(count=len(saved.entry_ids)))

    def transfer_out(self) -> None:
        """Ctrl+Del: a pupil leaves the school."""
        rows = self._chosen()
        command = self._forms.leave(rows[0]) if rows else None
        if command is not None:
            self.run(partial(transfers.transfer_out, self.ctx, command), self._on_left)

    def _on_left(self, saved: PupilsSaved) -> None:  # noqa: ARG002 - the grid shows the rest
        self.toast(self.tr("Đã ghi chuyển đi; em vẫn ở trong sổ năm học"))

    def note_reason(self) -> None:
        """F6: why a pupil is not covered yet."""
        rows = self._chosen()
        if not rows:
            return
        text = self.tr("Vì sao {name} chưa tham gia?").format(name=rows[0].full_name)
        reason = self.bench.messages.ask_reason(self, self.tr("Lý do chưa tham gia"), text)
        if reason:
            work = partial(transfers.set_left_over_reason, self.ctx, rows[0].entry_id, reason)
            self.run(work, self._on_noted)

    def override_identity(self) -> None:
        """Shift+F8: keep a number that contradicts birth date or sex, with a reason."""
        rows = self._chosen()
        if not rows:
            return
        text = self.tr("Giữ số {number} của {name} dù trái ngày sinh hoặc giới tính. Căn cứ?")
        said = text.format(number=rows[0].personal_id or "", name=rows[0].full_name)
        reason = self.bench.messages.ask_reason(self, self.tr("Giữ số định danh"), said)
        if reason:
            work = partial(transfers.override_identity, self.ctx, rows[0].entry_id, reason)
            self.run(work, self._on_noted)

    def _on_noted(self, saved: PupilsSaved) -> None:  # noqa: ARG002 - the grid shows the rest
        self.toast(self.tr("Đã ghi lý do"))

    def paste_class(self) -> None:
        """Ctrl+Shift+V: a class copied in Excel, checked before it is taken in."""
        text = QApplication.clipboard().text()
        name = next((item.name for item in self._classes if item.id == self._class_id), "")
        self.go("roster_in", ("paste", text, name))

    def open_roster_in(self) -> None:
        """Ctrl+O: a file of the school."""
        self.go("roster_in")

    def open_collection(self) -> None:
        """F9: take money of the pupil or class shown."""
        row = self.grid.current_row()
        if isinstance(row, PupilRow) and row.person_id:
            self.go("collection", row.entry_id)
        else:
            self.go("collection")

    def show_all(self) -> None:
        """Escape: no filter."""
        if self._only is not None:
            self._only = None
            self._show()

    def _chosen(self) -> list[PupilRow]:
        chosen = [row for row in self.grid.selected_rows() if isinstance(row, PupilRow)]
        if not chosen and isinstance(row := self.grid.current_row(), PupilRow):
            chosen = [row]
        return [row for row in chosen if row.person_id]

    # Following the keyboard -----------------------------------------------------------------

    def _on_class(self, key: str) -> None:
        if key != self._class_id:
            self._class_id, self._only = key, None
            self._show()
            self.update_header()

    def _on_class_opened(self, key: str) -> None:
        known = next((item for item in self._classes if item.id == key), None)
        command = self._forms.school_class(known) if known else None
        if command is not None:
            self.run(partial(classes.set_classes, self.ctx, (command,)), self._on_class_saved)

    def _on_class_saved(self, _: classes.ClassesSaved) -> None:
        self.toast(self.tr("Đã ghi thông tin lớp"))

    def _on_current(self, row: object) -> None:
        if not isinstance(row, PupilRow):
            self.panel.show_row(None, ())
            return
        problems = pupils.problems_of(row, self.bench.school_year) if row.person_id else ()
        self.panel.show_row(row, tuple(error_text.of_problem(item) for item in problems))
        if row.enrolment is not None:
            work = partial(enrolments.get_enrolment, self.ctx, row.enrolment.id)
            self.run(work, partial(self._on_enrolment, row))

    def _on_enrolment(self, row: PupilRow, item: Enrolment) -> None:
        current = self.grid.current_row()
        if isinstance(current, PupilRow) and current.entry_id == row.entry_id:
            self.panel.show_enrolment(row, item)


def _key(row: PupilRow) -> str:
    return row.entry_id
