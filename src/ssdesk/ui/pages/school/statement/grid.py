"""The grid of open lines: letters go to the pupil's cell, F8 to the next line to look at."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent

from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.editable import EditableRows
from ssdesk.ui.pages.school.statement.words import StatementRow


class LinesGrid(GridView):
    """Wherever one stands in a line, a name typed is the name of its pupil."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().isprintable() and event.text() != "" and event.text() != " "
        if letter and not self._can_type_here():
            self.stand_on(self.currentIndex().row())
        super().keyPressEvent(event)

    def next_problem(self, step: int = 1) -> bool:
        """F8: the next faulty cell, else the next line that nothing is typed for."""
        if super().next_problem(step):
            return True
        lines = self._untold()
        if not lines:
            return False
        here = self.currentIndex().row()
        further = [line for line in lines if (line > here if step > 0 else line < here)]
        self.stand_on((further or lines)[0 if step > 0 else -1])
        return True

    def stand_on_first(self) -> None:
        """The first line that waits, in the cell where its pupil is typed."""
        self.stand_on(next(iter(self._untold()), 0))

    def stand_on(self, line: int) -> None:
        """The pupil's cell of a line."""
        names = [column.name for column in self._lines().columns]
        self.setCurrentIndex(self._lines().index(line, names.index("pupil")))

    def _can_type_here(self) -> bool:
        index = self.currentIndex()
        return index.isValid() and self._lines().columns[index.column()].editable

    def _untold(self) -> list[int]:
        told = {edit.row.key for edit in self._lines().edits()}
        rows = self._lines().rows()
        return [n for n, row in enumerate(rows) if not row.ended and row.key not in told]

    def _lines(self) -> EditableRows[StatementRow]:
        model = self.model()
        assert isinstance(model, EditableRows)
        return model
