"""Pupils: classes left, the grid in the middle, the pupil at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.money import format_number
from ssdesk.domain.roles import Act
from ssdesk.domain.scanned import ScannedCard
from ssdesk.services import enrolments, pupils, scans
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.enrolments import Enrolment
from ssdesk.services.pupils import ClassRow, PupilRow, PupilsSaved
from ssdesk.ui import error_text
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.pages.page import CHOOSE_FILE, Page
from ssdesk.ui.pages.school.pupils.acts import PupilActs
from ssdesk.ui.pages.school.pupils.choice import ALL, Choice
from ssdesk.ui.pages.school.pupils.class_side import ClassSide
from ssdesk.ui.pages.school.pupils.columns import blank_pupil
from ssdesk.ui.pages.school.pupils.listing import PupilListing
from ssdesk.ui.pages.school.pupils.panel import PupilPanel
from ssdesk.ui.pages.school.pupils.told import ToldOffice
from ssdesk.ui.pages.school.stopping.steps import Stopping
from ssdesk.ui.widgets.parts import EmptyState, Note
from ssdesk.ui.widgets.sides import with_side


class PupilsPage(Page):
    """The roster of the year: typed, pasted, mended, moved, covered elsewhere."""

    name = "pupils"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PEOPLE, Kind.ROSTER, Kind.COVER, Kind.ENROLMENT, Kind.PAYMENT, Kind.SUBMISSION}
    )
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {
        Act.KEEP_PUPILS: (
            "roster_in",
            "paste",
            "add",
            "cover",
            "move",
            "save",
            "save_go",
            "leave",
            "reason",
            "end_cover",
            "override",
        ),
        Act.ENROL: ("stop",),
    }

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._rows: tuple[PupilRow, ...] = ()
        self._classes: tuple[ClassRow, ...] = ()
        self._choice = Choice()
        self._wanted = ""
        self._read = False
        super().__init__(bench, parent)
        self._acts = PupilActs(self, self._chosen)
        self._acts.stored.connect(self._on_stored)
        self._acts.saved.connect(self._told.check)
        self._stopping = Stopping(self)

    def title(self) -> str:
        name = self._class_name()
        return self.tr("Học sinh · {name}").format(name=name) if name else self.tr("Học sinh")

    def subtitle(self) -> str:
        if not self._rows:
            return self.tr("Ai học lớp nào, ai đã có thẻ khác, ai phải đóng tại trường")
        shown = self._choice.in_class(self._rows)
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
            Action(
                "stop",
                self.tr("Thôi tham gia / hoàn trả…"),
                "stop_pupil",
                "Shift+F9",
                hidden=True,
            ),
            Action("end_cover", self.tr("Bỏ thẻ khác"), "end_cover", "Shift+F7", hidden=True),
            Action(
                "override",
                self.tr("Giữ số định danh"),
                "override_identity",
                "Shift+F8",
                hidden=True,
            ),
            Action(
                "rollover",
                self.tr("Chuyển sang năm học mới"),
                "open_rollover",
                "Ctrl+Shift+N",
                hidden=True,
            ),
            Action("unfilter", self.tr("Bỏ lọc"), "show_all", "Escape", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
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
        self._empty.add_button(self.tr("Chuyển từ năm t&rước"), self.open_rollover)
        self._empty.add_button(self.tr("Thêm em đầ&u tiên"), self.add_pupil)
        self._note = Note(self)
        self._content = QWidget(self)
        self.classes = ClassSide(self.tr("LỚP"), self._content)
        self.classes.chosen.connect(self._on_class)
        self.classes.opened.connect(self._on_class_opened)
        self.listing = PupilListing(self.bench, self._blank, self._content)
        self.listing.restored.connect(self._on_restored)
        self.grid, self.model = self.listing.grid, self.listing.model
        self.grid.row_current.connect(self._on_current)
        self.grid.row_activated.connect(self._on_activated)
        self.panel = PupilPanel(self._content)
        self._told = ToldOffice(self, self.panel)
        self.panel.stop_wanted.connect(self.stop_pupil)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.classes)
        work = QVBoxLayout()
        work.addWidget(self.listing)
        row.addLayout(with_side(work, self.panel, 248), 1)
        body.addWidget(self._empty)
        body.addWidget(self._note)
        body.addWidget(self._content)
        self._show()

    def _blank(self, number: int) -> PupilRow:
        today = self.bench.ctx.clock.today()
        return blank_pupil(number, self._choice.class_id, self._class_name(), today)

    def _class_name(self) -> str:
        known = (item.name for item in self._classes if item.id == self._choice.class_id)
        return next(known, "")

    # Reading --------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self.run(self._read_all, self._on_rows)

    def _read_all(self) -> tuple[tuple[PupilRow, ...], tuple[ClassRow, ...]]:
        year = self.bench.school_year
        rows = pupils.list_pupils(self.ctx, year)
        return rows, pupils.list_classes(self.ctx, year, rows)

    def open_at(self, argument: object) -> None:
        if isinstance(argument, ScannedCard):
            # Once the rows are read: the card may be of one of them.
            card = argument
            self.run(lambda: card, self._on_card)
            return
        self._choice = Choice()
        if isinstance(argument, CoverageState):
            self._choice = Choice(only=argument)
        elif isinstance(argument, tuple) and len(argument) == 2 and argument[0] == "class":
            self._choice = Choice(str(argument[1]))
        elif isinstance(argument, tuple):
            self._choice = Choice(only=frozenset(str(item) for item in argument))
        elif isinstance(argument, str):
            self._wanted = argument
        self._show()
        self.update_header()

    def first_focus(self) -> QWidget | None:
        return self.grid if self._rows else None

    def _on_rows(self, found: tuple[tuple[PupilRow, ...], tuple[ClassRow, ...]]) -> None:
        first = not self._read
        self._rows, self._classes = found
        self._read = True
        if self._choice.class_id not in {ALL, *(item.id for item in self._classes)}:
            self._choice = Choice()
        self._show()
        self.update_header()
        if first and self.isVisible():
            self.take_focus()

    def _show(self) -> None:
        filled = bool(self._rows)
        self._empty.setVisible(self._read and not filled)
        self._content.setVisible(filled)
        for action in ("cover", "move", "collect", "paste"):
            self.enable(action, filled)
        if not filled:
            self._note.set("")
            return
        self._show_wanted()
        self.classes.show_classes(self._classes, self._choice.class_id)
        shown = self._choice.of(self._rows)
        self.listing.show_class_column(self._choice.class_id == ALL)
        self.listing.set_rows(shown)
        self._show_note(len(shown))
        if self._wanted and self.grid.go_to(self._wanted):
            self._wanted = ""

    def _show_wanted(self) -> None:
        wanted = next((row for row in self._rows if row.entry_id == self._wanted), None)
        if wanted is not None and wanted not in self._choice.of(self._rows):
            self._choice = Choice(wanted.class_id)

    def _show_note(self, shown: int) -> None:
        only = self._choice.only
        if only is None:
            self._note.set("")
            return
        words = {
            CoverageState.COVERED_ELSEWHERE: self.tr("đã có thẻ theo đối tượng khác"),
            CoverageState.PAID: self.tr("đã đóng tại trường"),
            CoverageState.SIGNED_UP: self.tr("đã đăng ký, chưa đóng đủ"),
            CoverageState.LEFT_OVER: self.tr("chưa rõ: chưa có thẻ, chưa đăng ký"),
        }
        in_todo = self.tr("trong việc cần làm")
        what = words[only] if isinstance(only, CoverageState) else in_todo
        text = self.tr("Đang lọc {count} em {what}. Esc: hiện tất cả.")
        self._note.set(text.format(count=shown, what=what))

    # What one does --------------------------------------------------------------------------

    def save_edits(self) -> None:
        """Ctrl+S: everything typed, or nothing where a cell cannot be stored."""
        commands = self.listing.commands()
        if commands:
            work = partial(pupils.save_pupils, self.ctx, self.bench.school_year, commands)
            self.run(work, self._on_saved)

    def _on_saved(self, saved: PupilsSaved) -> None:
        self.listing.forget_edits()
        self.toast(self.tr("Đã lưu {count} em").format(count=len(saved.entry_ids)))
        self._told.check(saved)

    def _on_restored(self, lines: int) -> None:
        text = self.tr("Đã đưa lại {count} dòng gõ dở; Ctrl+S để lưu")
        self.toast(text.format(count=lines), "info")

    def _on_stored(self, entry_id: str) -> None:
        self._wanted = entry_id

    def add_pupil(self) -> None:
        """Ctrl+N: a newcomer by form."""
        self._acts.edit(None, self._class_name())

    def _on_activated(self, row: object) -> None:
        if isinstance(row, PupilRow) and row.person_id:
            self._acts.edit(row, self._class_name())

    def scanned(self, payload: str) -> bool:
        """A card: go to that pupil if known, else a form filled from it."""
        self.run(partial(scans.read, payload), self._on_card)
        return True

    def _on_card(self, card: ScannedCard) -> None:
        row = scans.pupil_of(card, self._rows)
        if row is not None:
            self.open_at(row.entry_id)
            self.toast(self.tr("Thẻ của {name}").format(name=row.full_name), "info")
            return
        self._acts.edit(None, self._class_name(), card)

    def set_cover(self) -> None:
        """F7: another group's card, for one pupil or all that are chosen."""
        self._acts.set_cover()

    def end_cover(self) -> None:
        """Shift+F7."""
        self._acts.end_cover()

    def move_pupils(self) -> None:
        """F3: into another class."""
        self._acts.move(self._classes)

    def transfer_out(self) -> None:
        """Ctrl+Del: a pupil leaves the school."""
        self._acts.transfer_out()

    def stop_pupil(self) -> None:
        """Shift+F9: money back at school, or a stop that the office pays for."""
        row = self.listing.current()
        if row is not None and row.person_id:
            self._stopping.start(row)

    def note_reason(self) -> None:
        """F6: why a pupil is not covered yet."""
        self._acts.note_reason()

    def override_identity(self) -> None:
        """Shift+F8: keep a number that contradicts birth date or sex, with a reason."""
        self._acts.override_identity()

    def paste_class(self) -> None:
        """Ctrl+Shift+V: a class copied in Excel, checked before it is taken in."""
        text = QApplication.clipboard().text()
        self.go("roster_in", ("paste", text, self._class_name()))

    def open_rollover(self) -> None:
        """Ctrl+Shift+N: every class one grade up."""
        self.go("rollover")

    def open_roster_in(self) -> None:
        """Ctrl+O: a file of the school, asked for at once."""
        self.go("roster_in", CHOOSE_FILE)

    def open_collection(self) -> None:
        """F9: take money of the pupil or class shown."""
        row = self.listing.current()
        self.go("collection", row.entry_id if row else None)

    def show_all(self) -> None:
        """Escape: no filter."""
        if self._choice.only is not None:
            self._choice = replace(self._choice, only=None)
            self._show()

    def _chosen(self) -> list[PupilRow]:
        return self.listing.chosen()

    # Following the keyboard -----------------------------------------------------------------

    def _on_class(self, key: str) -> None:
        if key != self._choice.class_id:
            self._choice = Choice(key)
            self._show()
            self.update_header()

    def _on_class_opened(self, key: str) -> None:
        known = next((item for item in self._classes if item.id == key), None)
        if known is not None:
            self._acts.mend_class(known)

    def _on_current(self, row: object) -> None:
        if not isinstance(row, PupilRow):
            self.panel.show_row(None, ())
            return
        problems = pupils.problems_of(row, self.bench.school_year) if row.person_id else ()
        self.panel.show_row(row, tuple(error_text.of_problem(item) for item in problems))
        self._told.follow(row)
        if row.enrolment is not None:
            work = partial(enrolments.get_enrolment, self.ctx, row.enrolment.id)
            self.run(work, partial(self._on_enrolment, row))

    def _on_enrolment(self, row: PupilRow, item: Enrolment) -> None:
        current = self.listing.current()
        if current is not None and current.entry_id == row.entry_id:
            self.panel.show_enrolment(row, item)
