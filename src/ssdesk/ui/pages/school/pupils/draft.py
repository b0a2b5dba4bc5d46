"""What is typed into the pupils' grid and not saved yet, kept against a crash."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from ssdesk.domain.school import SchoolYear
from ssdesk.services.pupils import PupilRow
from ssdesk.ui.bench import Bench
from ssdesk.ui.forms.drafts import DraftKeeper
from ssdesk.ui.models.editable import EditableRows


class PupilsDraft(QObject):
    """Keeps the cells typed, a text a line, and lays them over the grid again.

    Signals:
        edited: the grid was edited; the draft follows after a pause.
        restored: cells that a crash left behind stand in the grid again (how many lines).
    """

    edited = Signal()
    restored = Signal(int)

    def __init__(self, bench: Bench, model: EditableRows[PupilRow], parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._left: dict[str, str] = {}
        year = SchoolYear(bench.school_year).name
        self._keeper = DraftKeeper(bench.jobs, bench.ctx, ("pupils_grid", year), self)
        self._keeper.found.connect(self._keeper.offer)
        self._keeper.offered.connect(self._on_offered)
        self._keeper.read_from(self._texts, self.edited)
        model.edited.connect(self._on_edited)

    def forget(self) -> None:
        """What was typed is stored or given up."""
        self._left.clear()
        self._keeper.forget()

    def lay_over(self) -> None:
        """Put what was left behind into the rows that are shown now."""
        if not self._left or not self._model.rows():
            return
        names = [column.name for column in self._model.columns]
        lines = 0
        for key, text in list(self._left.items()):
            line = self._model.line_of(key)
            if line < 0 and key.startswith("new-"):
                line = self._model.add_line()
            if line < 0:
                continue
            del self._left[key]
            typed: Mapping[str, str] = json.loads(text)
            cells = [(line, names.index(name), value) for name, value in typed.items()]
            self._model.put_cells(cells)
            lines += 1
        if lines:
            self.restored.emit(lines)

    def _texts(self) -> Mapping[str, str]:
        kept = dict(self._left)
        for edit in self._model.edits():
            kept[edit.row.entry_id] = json.dumps(dict(edit.texts), ensure_ascii=False)
        return kept

    def _on_edited(self, _: int) -> None:
        self.edited.emit()

    def _on_offered(self, texts: Mapping[str, str]) -> None:
        typed = {edit.row.entry_id for edit in self._model.edits()}
        self._left = {key: text for key, text in texts.items() if key not in typed}
        self.lay_over()
