"""The grid of the pupils' page: typed, pasted, its faulty cells, what waits to be saved."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ssdesk.domain.person_facts import read_typed
from ssdesk.domain.problems import Problem
from ssdesk.services import pupils
from ssdesk.services.pupils import PupilRow, SavePupil
from ssdesk.ui import error_text
from ssdesk.ui.bench import Bench
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.editable import EditableRows
from ssdesk.ui.pages.school.pupils.columns import PupilWords
from ssdesk.ui.pages.school.pupils.draft import PupilsDraft
from ssdesk.ui.widgets.labels import label


class PupilListing(QWidget):
    """Rows with typed cells over them, and one line below that says what can be done.

    Signals:
        restored: cells that a crash left behind stand in the grid again (how many lines).
    """

    restored = Signal(int)

    def __init__(self, bench: Bench, blank: Callable[[int], PupilRow], parent: QWidget) -> None:
        super().__init__(parent)
        self._bench = bench
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        columns = PupilWords(self).columns()
        self.model: EditableRows[PupilRow] = EditableRows(columns, _key, self, blank)
        self.model.setObjectName("pupils")
        self.model.edited.connect(self._on_edited)
        self._draft = PupilsDraft(bench, self.model, self)
        self._draft.restored.connect(self.restored)
        self.grid = GridView("pupils", bench.preferences, self)
        self.grid.set_model(self.model)
        # Beside the name, whatever its place among the columns that are pasted into.
        self.grid.horizontalHeader().moveSection(len(columns) - 1, 1)
        self.grid.problem_reached.connect(self._on_problem)
        self._foot = label("", "small", self)
        column.addWidget(self.grid, 1)
        column.addWidget(self._foot)

    def show_class_column(self, shown: bool) -> None:
        """The class of each pupil where several are listed, unless the columns were chosen.

        It takes the place of group and payment, which state and panel tell as well.
        """
        if self._bench.preferences.columns(self.grid.name) is None:
            names = [column.name for column in self.model.columns]
            for name in ("group_code", "paid"):
                self.grid.setColumnHidden(names.index(name), shown)
            self.grid.setColumnHidden(names.index("class_name"), not shown)

    def set_rows(self, rows: Sequence[PupilRow]) -> None:
        """Show these, with what is typed over them."""
        self.model.set_rows(rows)
        self._draft.lay_over()
        self._show_problems(self._unreadable())

    def current(self) -> PupilRow | None:
        """The pupil the keyboard stands on; None on a line that is still being typed."""
        row = self.grid.current_row()
        return row if isinstance(row, PupilRow) and row.person_id else None

    def chosen(self) -> list[PupilRow]:
        """The pupils selected, else the one the keyboard stands on."""
        rows = [row for row in self.grid.selected_rows() if isinstance(row, PupilRow)]
        current = self.current()
        if not rows and current is not None:
            rows = [current]
        return [row for row in rows if row.person_id]

    # What is typed --------------------------------------------------------------------------

    def commands(self) -> tuple[SavePupil, ...]:
        """Everything typed; nothing where a cell cannot be stored, which is then shown."""
        unreadable = self._unreadable()
        if unreadable:
            self._show_problems(unreadable)
            self.grid.go_to(next(iter(unreadable)))
            self.grid.next_problem()
            return ()
        return tuple(
            SavePupil(
                read_typed(pupils.facts_of(edit.row), edit.texts)[0],
                edit.row.entry_id if edit.row.person_id else None,
                edit.row.class_name,
            )
            for edit in self.model.edits()
        )

    def forget_edits(self) -> None:
        """Everything typed is stored."""
        self.model.forget_edits()
        self._draft.forget()

    def _unreadable(self) -> dict[Hashable, tuple[Problem, ...]]:
        found: dict[Hashable, tuple[Problem, ...]] = {}
        for edit in self.model.edits():
            _, problems = read_typed(pupils.facts_of(edit.row), edit.texts)
            if problems:
                found[edit.row.entry_id] = problems
        return found

    def _on_edited(self, _: int) -> None:
        self._show_problems(self._unreadable())

    # Problems -------------------------------------------------------------------------------

    def _show_problems(self, typed: Mapping[Hashable, tuple[Problem, ...]]) -> None:
        year = self._bench.school_year
        found: dict[Hashable, dict[str, str]] = {}
        for row in self.model.rows():
            stored = pupils.problems_of(row, year) if row.person_id else ()
            problems = typed.get(row.entry_id, stored)
            if problems:
                found[row.entry_id] = {one.field: error_text.of_problem(one) for one in problems}
        self.model.set_problems(found)
        self._show_foot(sum(len(cells) for cells in found.values()))

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
                "Shift+F9 hoàn trả · Ctrl+Shift+V dán cả lớp"
            )
        )
        self._foot.setText(" · ".join(parts))

    def _on_problem(self, sentence: str) -> None:
        self._foot.setText(sentence)

    def said(self) -> str:
        """The line below the grid."""
        return self._foot.text()


def _key(row: PupilRow) -> str:
    return row.entry_id
