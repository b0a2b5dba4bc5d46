"""A whole small page for page authors to copy: a grid, its panel, one form, one action."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.coverage import CoverageState
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.pupils import PupilRow, list_pupils
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import CellKind, Column, RowsModel
from ssdesk.ui.pages.page import Page
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.chip import Chip, StatusChip, Tone
from ssdesk.ui.widgets.labels import FactList, Figure
from ssdesk.ui.widgets.parts import EmptyState

_TONES = {
    CoverageState.COVERED_ELSEWHERE: Tone.INFO,
    CoverageState.PAID: Tone.DONE,
    CoverageState.SIGNED_UP: Tone.WAITING,
    CoverageState.LEFT_OVER: Tone.ACT,
}


class ExamplePage(Page):
    """Pupils of the year with what is known of the one the keyboard stands on."""

    name = "example"
    interests: ClassVar[frozenset[Kind]] = frozenset({Kind.PEOPLE, Kind.ROSTER, Kind.PAYMENT})

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._rows: tuple[PupilRow, ...] = ()
        self._wanted = ""
        super().__init__(bench, parent)

    def title(self) -> str:
        return self.tr("Trang mẫu")

    def subtitle(self) -> str:
        return self.tr("{count} học sinh").format(count=len(self._rows))

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("reload", self.tr("Đọc &lại"), "reload", "F5"),
            Action("greet", self.tr("&Chào"), "greet", "F9", primary=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._empty = EmptyState(
            "pupils",
            self.tr("Chưa có học sinh nào"),
            self.tr("Đưa danh sách của trường vào, hoặc dán cả lớp từ Excel."),
            self,
        )
        self._empty.add_button(self.tr("Đến trang &Học sinh"), self._on_to_pupils)
        self._content = QWidget(self)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.model: RowsModel[PupilRow] = RowsModel(self._columns(), _key, self)
        self.grid = GridView("example", self.bench.preferences, self._content)
        self.grid.set_model(self.model)
        self.grid.row_current.connect(self._on_current)
        row.addWidget(self.grid, 1)
        row.addWidget(self._panel())
        body.addWidget(self._empty)
        body.addWidget(self._content)
        self._show_rows()

    def _columns(self) -> tuple[Column[PupilRow], ...]:
        words = {
            CoverageState.COVERED_ELSEWHERE: self.tr("Đã có thẻ khác"),
            CoverageState.PAID: self.tr("Đã đóng"),
            CoverageState.SIGNED_UP: self.tr("Chưa đóng"),
            CoverageState.LEFT_OVER: self.tr("Chưa rõ"),
        }

        def state(row: PupilRow) -> Chip:
            return Chip(words[row.state], _TONES[row.state])

        return (
            Column("name", self.tr("Họ và tên"), _name, width=220, sort=_sort),
            Column("class", self.tr("Lớp"), _class_name, width=70),
            Column("born", self.tr("Ngày sinh"), _born, CellKind.DATE, width=110),
            Column("state", self.tr("Trạng thái"), state, CellKind.CHIP, width=0),
        )

    def _panel(self) -> QWidget:
        card = Card(self.tr("Chi tiết"), self._content)
        card.setFixedWidth(240)
        self._figure = Figure(card)
        self._facts = FactList(card)
        self._chip = StatusChip(card)
        for widget in (self._chip, self._figure, self._facts):
            card.body.addWidget(widget)
        card.body.addStretch(1)
        return card

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        self.run(partial(list_pupils, self.ctx, self.bench.school_year), self._on_rows)

    def open_at(self, argument: object) -> None:
        self._wanted = str(argument)
        self.grid.go_to(argument)

    def first_focus(self) -> QWidget | None:
        return self.grid if self._rows else None

    def reload(self) -> None:
        """F5."""
        self.refresh(None)

    def greet(self) -> None:
        """F9."""
        row = self.grid.current_row()
        if isinstance(row, PupilRow):
            self.toast(self.tr("Chào {name}").format(name=row.full_name))

    def _on_rows(self, rows: tuple[PupilRow, ...]) -> None:
        self._rows = rows
        self._show_rows()
        self.update_header()
        if self._wanted:
            self.grid.go_to(self._wanted)

    def _show_rows(self) -> None:
        self._empty.setVisible(not self._rows)
        self._content.setVisible(bool(self._rows))
        self.model.set_rows(self._rows)

    def _on_current(self, row: object) -> None:
        if not isinstance(row, PupilRow):
            return
        self._figure.set(row.class_name, row.full_name)
        self._facts.set([(self.tr("Số CCCD"), row.personal_id or "–")])
        self._chip.set(Chip(row.full_name, _TONES[row.state]))

    def _on_to_pupils(self) -> None:
        self.go("pupils")


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
