"""Rolling over: classes move up, who repeats or leaves is marked, then all in one step."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.money import format_number
from ssdesk.domain.roles import Act
from ssdesk.domain.rollover import Step
from ssdesk.errors import UserError
from ssdesk.services import desk, rollover
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.rollover import (
    MovingPupil,
    RolledOver,
    RolloverChoices,
    RolloverPlan,
    RolloverTakenBack,
)
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.editable import EditableRows
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.rollover.words import ClassLine, RolloverWords, class_lines
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import EmptyState, Note


class RolloverPage(Page):
    """Classes left with their next names, pupils right with what becomes of each."""

    name = "rollover"
    interests: ClassVar[frozenset[Kind]] = frozenset({Kind.ROSTER, Kind.PEOPLE, Kind.COVER})
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {
        Act.KEEP_PUPILS: ("stay", "leave", "back", "apply"),
    }

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._plan: RolloverPlan | None = None
        self._nobody = False
        self._last: str | None = None
        self._stay: frozenset[str] = frozenset()
        self._leave: frozenset[str] = frozenset()
        self._names: dict[str, str] = {}
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Chuyển sang năm học mới")

    def subtitle(self) -> str:
        plan = self._plan
        if plan is None:
            return self.tr("Các lớp lên một bậc, lớp cuối ra trường; chưa lưu gì khi còn xem")
        counts = plan.counts
        return self.tr(
            "{old} → {new}: {up} em lên lớp · {stay} ở lại · {leave} ra trường · {known} đã có"
        ).format(
            old=plan.year.name,
            new=plan.next_year.name,
            up=format_number(counts[Step.UP]),
            stay=format_number(counts[Step.STAY]),
            leave=format_number(counts[Step.LEAVE]),
            known=format_number(plan.known),
        )

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("stay", self.tr("Ở &lại lớp"), "mark_stay", "F7"),
            Action("leave", self.tr("&Không học tiếp"), "mark_leave", "F6"),
            Action("apply", self.tr("&Chuyển năm học"), "roll_over", "Ctrl+Return", primary=True),
            Action("back", self.tr("Lấy lại lần chuyển"), "take_back", "Shift+F9", hidden=True),
            Action("return", self.tr("Về trang học sinh"), "go_back", "Escape", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = RolloverWords(self)
        self._empty = EmptyState(
            "calendar",
            self.tr("Chưa có danh sách nào để chuyển"),
            self.tr(
                "Nhập danh sách của năm học đang chạy. Cuối năm, trang này đưa mọi lớp lên một bậc "
                "trong một bước, thẻ khác còn hạn đi theo từng em."
            ),
            self,
        )
        self._empty.add_button(self.tr("Nhập &danh sách học sinh"), self._to_roster)
        self._note = Note(self)
        self._content = QWidget(self)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._class_card())
        row.addLayout(self._pupil_part(), 1)
        body.addWidget(self._empty)
        body.addWidget(self._note)
        body.addWidget(self._content)
        self._show()

    def _class_card(self) -> Card:
        card = Card(self.tr("Lớp nào lên lớp nào"), self._content)
        card.setFixedWidth(worn().px(330))
        self.class_model: EditableRows[ClassLine] = EditableRows(
            self._words.class_columns(), _class_key, self
        )
        self.class_model.edited.connect(self._on_edited)
        self.class_grid = GridView("rollover_classes", self.bench.preferences, card)
        self.class_grid.set_model(self.class_model)
        card.body.addWidget(self.class_grid, 1)
        hint = self.tr("F2 sửa tên lớp mới; để trống là cả lớp ra trường.")
        card.body.addWidget(label(hint, "small", card))
        return card

    def _pupil_part(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.model: RowsModel[MovingPupil] = RowsModel(
            self._words.pupil_columns(), _pupil_key, self
        )
        self.grid = GridView("rollover_pupils", self.bench.preferences, self._content)
        self.grid.set_model(self.model)
        column.addWidget(self.grid, 1)
        keys = self.tr(
            "F7 ở lại lớp · F6 không học tiếp · bấm lần nữa để bỏ · Shift+↑↓ chọn nhiều em"
        )
        column.addWidget(label(keys, "small", self._content))
        return column

    # Reading --------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self.run(self._read, self._on_plan, self._on_nothing)

    def _read(self) -> tuple[RolloverPlan, str | None]:
        done = [each for each in rollover.list_rollovers(self.ctx) if not each.taken_back_at]
        shown = self.bench.school_year
        known = {year.name for year in desk.list_school_years(self.ctx)}
        year = shown if shown in known else ""
        choices = RolloverChoices(year, self._stay, self._leave, dict(self._names))
        return rollover.preview_rollover(self.ctx, choices), done[0].id if done else None

    def _on_plan(self, found: tuple[RolloverPlan, str | None]) -> None:
        first = self._plan is None
        self._plan, self._last = found
        self._nobody = False
        self._show()
        self.update_header()
        if first and self.isVisible():
            self.take_focus()

    def _on_nothing(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.show_error(error)
            return
        self._plan, self._nobody = None, True
        self._show()

    def first_focus(self) -> QWidget | None:
        return self.grid if self._plan and self._plan.pupils else None

    def _show(self) -> None:
        plan = self._plan
        filled = plan is not None and bool(plan.pupils)
        self._empty.setVisible(self._nobody or (plan is not None and not filled))
        self._content.setVisible(filled)
        self.enable("apply", plan is not None and bool(plan.coming))
        self.enable("back", self._last is not None)
        if plan is None:
            self._note.set("")
            return
        self.class_model.set_rows(class_lines(plan))
        self.model.set_rows(plan.pupils)
        self._show_note(plan)

    def _show_note(self, plan: RolloverPlan) -> None:
        guessed = [move.name for move in plan.classes if move.guessed]
        if plan.merged:
            name, olds = plan.merged[0]
            text = self.tr("Các lớp {olds} sẽ gộp thành lớp {name}. Hãy xem lại tên lớp mới.")
            self._note.set(text.format(olds=", ".join(olds), name=name), "waiting")
        elif guessed:
            text = self.tr("Lớp {names} không mang số khối nên giữ tên cũ. Hãy xem lại.")
            self._note.set(text.format(names=", ".join(guessed)), "waiting")
        elif plan.is_early(self.ctx.clock.today()):
            self._note.set(self._early(plan), "waiting")
        else:
            self._note.set("")

    def _early(self, plan: RolloverPlan) -> str:
        text = self.tr("Năm học {year} còn đang chạy; thường chỉ chuyển từ tháng 5 trở đi.")
        return text.format(year=plan.year.name)

    # Choosing -------------------------------------------------------------------------------

    def _on_edited(self, _: int) -> None:
        names = {
            edit.row.move.name: edit.texts["next_name"]
            for edit in self.class_model.edits()
            if "next_name" in edit.texts
        }
        if names and names != self._names:
            self._names.update(names)
            self.class_model.forget_edits()
            self.refresh(None)

    def mark_stay(self) -> None:
        """F7: repeats the grade; again: moves up after all."""
        self._stay, self._leave = self._toggled(self._stay, self._leave)
        self.refresh(None)

    def mark_leave(self) -> None:
        """F6: does not come back; again: comes back after all."""
        self._leave, self._stay = self._toggled(self._leave, self._stay)
        self.refresh(None)

    def _toggled(
        self, marked: frozenset[str], other: frozenset[str]
    ) -> tuple[frozenset[str], frozenset[str]]:
        chosen = {row.entry_id for row in self._chosen()}
        return (marked - chosen if chosen <= marked else marked | chosen), other - chosen

    def _chosen(self) -> list[MovingPupil]:
        chosen = [row for row in self.grid.selected_rows() if isinstance(row, MovingPupil)]
        current = self.grid.current_row()
        return chosen or ([current] if isinstance(current, MovingPupil) else [])

    # Doing ----------------------------------------------------------------------------------

    def roll_over(self) -> None:
        """Ctrl+Enter: all of it, and the new year is shown."""
        plan = self._plan
        if plan is None:
            return
        text = self.tr(
            "{count} em vào danh sách năm học {year}. Tiền và hồ sơ năm cũ giữ nguyên; lấy lại "
            "được khi chưa làm gì trên năm mới."
        ).format(count=format_number(len(plan.coming)), year=plan.next_year.name)
        if plan.is_early(self.ctx.clock.today()):
            text = f"{self._early(plan)} {text}"
        if self.bench.messages.ask(self, self.title(), text, self.tr("Ch&uyển")):
            self.run(partial(rollover.apply_rollover, self.ctx, plan), self._on_done)

    def _on_done(self, done: RolledOver) -> None:
        text = self.tr("{count} em đã vào năm học {year}")
        self.toast(text.format(count=format_number(done.pupils), year=done.year.name))
        self.bench.years.set_known(
            (*self.bench.years.known, done.year.name), self.bench.year_of_today
        )
        self.bench.years.choose(done.year.name, self.bench.year_of_today)
        self.go("pupils")

    def take_back(self) -> None:
        """Shift+F9: as if the last roll-over had not been."""
        if self._last is None:
            return
        text = self.tr("Bỏ danh sách năm học mới vừa chuyển; năm cũ còn nguyên.")
        if self.bench.messages.ask(self, self.title(), text, self.tr("&Lấy lại")):
            self.run(partial(rollover.take_back_rollover, self.ctx, self._last), self._on_back)

    def _on_back(self, _: RolloverTakenBack) -> None:
        self.toast(self.tr("Đã lấy lại lần chuyển năm học"))

    def _to_roster(self) -> None:
        self.go("roster_in")

    def go_back(self) -> None:
        """Esc."""
        self.go("pupils")


def _class_key(row: ClassLine) -> str:
    return row.move.class_id


def _pupil_key(row: MovingPupil) -> str:
    return row.entry_id
