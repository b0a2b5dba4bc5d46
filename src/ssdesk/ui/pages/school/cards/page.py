"""The cards of the classes: which end soon, who has theirs, and the list to sign."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.money import format_number
from ssdesk.domain.roles import Act
from ssdesk.services import card_handouts, reports
from ssdesk.services.card_handouts import CardsHanded, HandOut, PupilCard, Stage
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.reports import Report, ReportRequest, ReportWritten
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import Field, FieldKind
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.cards.words import ALL, CardWords, everybody, filters
from ssdesk.ui.translation import current_language
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import EmptyState
from ssdesk.ui.widgets.side_list import SideList

_REPORT = "card-handout"


class CardsPage(Page):
    """Every pupil's newest card; what is chosen in the grid is handed out together."""

    name = "cards"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PEOPLE, Kind.ROSTER, Kind.ENROLMENT, Kind.INTAKE}
    )
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {
        Act.KEEP_PUPILS: ("take", "teacher", "pupil", "undo"),
    }

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._rows: tuple[PupilCard, ...] | None = None
        self._chosen = ALL
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Thẻ BHYT")

    def subtitle(self) -> str:
        rows = self._rows
        if rows is None:
            return self.tr("Thẻ của từng lớp: còn hạn đến đâu, đã phát cho ai")
        held = sum(row.card is not None for row in rows)
        text = self.tr("{held} trong {count} em có thẻ trong sổ")
        return text.format(held=format_number(held), count=format_number(len(rows)))

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("take", self.tr("&Nhận danh sách"), "take_in", "Ctrl+O"),
            Action("print", self.tr("&In danh sách"), "print_list", "F8"),
            Action("excel", self.tr("Xuất &Excel"), "export", "F6"),
            Action("teacher", self.tr("&Giao GVCN"), "give_teacher", "F4"),
            Action(
                "pupil", self.tr("&Phát cho học sinh"), "give_pupil", "Ctrl+Return", primary=True
            ),
            Action("undo", self.tr("Lấy lại lần phát"), "take_back", "Shift+F4", hidden=True),
            Action("back", self.tr("Về hồ sơ"), "go_back", "Escape", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = CardWords(self, self.bench.ctx.clock.today())
        self._empty = EmptyState(
            "lists",
            self.tr("Trong sổ chưa có thẻ nào"),
            self.tr(
                "Hằng tháng cơ quan BHXH gửi D09-TS và danh sách thẻ sắp hết hạn. Nhận vào đây, "
                "mỗi em có số thẻ và hạn thẻ."
            ),
            self,
        )
        self._empty.add_button(self.tr("Nhận &danh sách thẻ…"), self.take_in)
        self._content = QWidget(self)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.side = SideList(self.tr("THẺ"), self._content)
        self.side.chosen.connect(self._on_chosen)
        row.addWidget(self.side)
        column = QVBoxLayout()
        column.setSpacing(6)
        self.model: RowsModel[PupilCard] = RowsModel(self._words.columns(), _key, self)
        self.grid = GridView("cards", self.bench.preferences, self._content)
        self.grid.set_model(self.model)
        self.grid.row_activated.connect(self._on_activated)
        column.addWidget(self.grid, 1)
        keys = self.tr(
            "Ctrl+A chọn cả lớp, Shift+mũi tên chọn nhiều em · Shift+F4 lấy lại lần phát · "
            "Enter mở hồ sơ của em"
        )
        column.addWidget(label(keys, "small", self._content))
        row.addLayout(column, 1)
        body.addWidget(self._empty)
        body.addWidget(self._content)
        self._show()

    # Reading --------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        year = self.bench.school_year
        self.run(partial(card_handouts.list_cards_of_year, self.ctx, year), self._on_rows)

    def _on_rows(self, rows: tuple[PupilCard, ...]) -> None:
        first = self._rows is None
        self._rows = rows
        self._show()
        self.update_header()
        if first and self.isVisible():
            self.take_focus()

    def _on_chosen(self, key: str) -> None:
        if key != self._chosen:
            self._chosen = key
            self._show()

    def _show(self) -> None:
        rows = self._rows
        known = bool(rows) and any(row.card for row in rows or ())
        self._empty.setVisible(rows is not None and not known)
        self._content.setVisible(known)
        for action in ("print", "excel", "teacher", "pupil", "undo"):
            self.enable(action, known)
        if rows is None:
            return
        wanted = filters(self.bench.ctx.clock.today()).get(self._chosen)
        if wanted is None and self._chosen not in {row.class_id for row in rows}:
            # A class of another school year.
            self._chosen = ALL
            wanted = everybody
        self.side.set(self._words.side_rows(rows), self._chosen)
        self.model.set_rows(
            tuple(row for row in rows if (wanted(row) if wanted else row.class_id == self._chosen))
        )

    def first_focus(self) -> QWidget | None:
        return self.grid if self._content.isVisibleTo(self) else None

    def open_at(self, argument: object) -> None:
        if isinstance(argument, str):
            self._chosen = argument
            self._show()

    # What one does --------------------------------------------------------------------------

    def take_in(self) -> None:
        """Ctrl+O: the office's list, looked at on its own page."""
        self.go("cards_in", "choose")

    def give_teacher(self) -> None:
        """F4: the chosen cards go to the homeroom teacher."""
        self._hand(Stage.TEACHER, self.tr("Giao thẻ cho giáo viên chủ nhiệm"), self.tr("&Giao"))

    def give_pupil(self) -> None:
        """Ctrl+Enter: the chosen cards are in the pupils' hands."""
        self._hand(Stage.PUPIL, self.tr("Phát thẻ cho học sinh"), self.tr("&Phát"))

    def _hand(self, stage: Stage, title: str, save: str) -> None:
        rows = self._selected()
        if not rows:
            return
        empty = self.tr("Để trống: chính em ấy.")
        if stage is Stage.TEACHER:
            empty = self.tr("Để trống: giáo viên chủ nhiệm của từng lớp.")
        fields = (
            Field("on", self.tr("&Ngày"), FieldKind.DATE, required=True),
            Field("to", self.tr("Người nhậ&n"), help=empty),
        )
        text = self.tr("{count} em đang chọn").format(count=len(rows))
        today = self.bench.ctx.clock.today()
        asked = FormRequest(title, fields, text=text, save=save, values={"on": today})
        values = self.bench.messages.form(self, asked)
        if values is None:
            return
        entries = tuple(row.entry_id for row in rows)
        year, to = self.bench.school_year, values.text("to")
        command = HandOut(entries, stage, year, to, values.day("on"))
        self.run(partial(card_handouts.hand_out, self.ctx, command), self._on_handed)

    def _on_handed(self, done: CardsHanded) -> None:
        text = self.tr("Đã ghi {count} thẻ; {out} em không có thẻ hoặc đã nhận trước")
        if not done.left_out:
            text = self.tr("Đã ghi {count} thẻ")
        self.toast(text.format(count=done.cards, out=done.left_out))

    def take_back(self) -> None:
        """Shift+F4: the last step of the chosen cards was not taken after all."""
        rows = self._selected()
        text = self.tr("Lấy lại lần giao hoặc phát cuối của {count} em đang chọn?")
        title = self.tr("Lấy lại lần phát")
        said = text.format(count=len(rows))
        if rows and self.bench.messages.ask(self, title, said, self.tr("&Lấy lại")):
            entries = tuple(row.entry_id for row in rows)
            year = self.bench.school_year
            self.run(
                partial(card_handouts.take_back_handout, self.ctx, year, entries), self._on_handed
            )

    def _selected(self) -> tuple[PupilCard, ...]:
        return tuple(row for row in self.grid.selected_rows() if isinstance(row, PupilCard))

    # The list to sign -----------------------------------------------------------------------

    def _request(self) -> ReportRequest:
        classes = {row.class_id for row in self._rows or ()}
        class_id = self._chosen if self._chosen in classes else None
        language = current_language().value
        return ReportRequest(_REPORT, self.bench.school_year, class_id=class_id, language=language)

    def print_list(self) -> None:
        """F8: the class chosen, or a page each class."""
        self.run(partial(self._draw, self._request()), self._on_drawn)

    def _draw(self, request: ReportRequest) -> tuple[Report, bytes]:
        report = reports.make_report(self.ctx, request)
        return report, reports.report_pdf(self.ctx, report, request.language)

    def _on_drawn(self, drawn: tuple[Report, bytes]) -> None:
        report, pdf = drawn
        self.bench.printing.show(self, report.title, pdf, "danh-sach-phat-the.pdf")

    def export(self) -> None:
        """F6: the same list to work on."""
        name = "danh-sach-phat-the.xlsx"
        path = self.bench.messages.save_file(self, self.tr("Xuất Excel"), name, "*.xlsx")
        if path is not None:
            work = partial(reports.write_report, self.ctx, self._request(), path)
            self.run(work, partial(self._on_exported, path))

    def _on_exported(self, path: Path, _: ReportWritten) -> None:
        self.toast(self.tr("Đã lưu {name}").format(name=path.name))

    def _on_activated(self, row: object) -> None:
        if isinstance(row, PupilCard):
            self.go("pupils", row.entry_id)

    def go_back(self) -> None:
        """Escape."""
        self.go("lists")


def _key(row: PupilCard) -> str:
    return row.entry_id
