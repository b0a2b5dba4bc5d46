"""What is typed of a stack of receipts and not posted yet, kept against a crash."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from ssdesk.ui.bench import Bench
from ssdesk.ui.forms.drafts import DraftKeeper
from ssdesk.ui.models.editable import EditableRows

_TOTAL = "batch_total"


@dataclass(frozen=True, slots=True)
class StackLine:
    """A line to be typed in; `number` is what its paper should say."""

    place: int
    number: int


class StackDraft(QObject):
    """Keeps the lines by their receipt number and the sum by hand, for one book at a time.

    Signals:
        edited: something was typed; the draft follows after a pause.
        restored: lines that a crash left behind stand in the grid again (how many lines, the
            sum by hand as typed).
    """

    edited = Signal()
    restored = Signal(int, str)

    def __init__(self, bench: Bench, model: EditableRows[StackLine], parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self._model = bench, model
        self._book_id = ""
        self._total = ""
        self._keeper: DraftKeeper | None = None
        model.edited.connect(self._on_edited)

    def keep_for(self, book_id: str) -> None:
        """Keep what is typed for this book from now on, and bring back what was left of it."""
        if book_id == self._book_id:
            return
        self._book_id = book_id
        if self._keeper is not None:
            self._keeper.stop()
        self._keeper = DraftKeeper(self._bench.jobs, self._bench.ctx, ("stack", book_id), self)
        self._keeper.found.connect(self._keeper.offer)
        self._keeper.offered.connect(self._on_offered)
        self._keeper.read_from(self._texts, self.edited)

    def note_total(self, text: str) -> None:
        """The sum by hand as typed."""
        if text != self._total:
            self._total = text
            self.edited.emit()

    def forget(self) -> None:
        """The stack was posted."""
        self._total = ""
        if self._keeper is not None:
            self._keeper.forget()

    def _texts(self) -> Mapping[str, str]:
        kept = {
            str(edit.row.number): json.dumps(dict(edit.texts), ensure_ascii=False)
            for edit in self._model.edits()
        }
        return {**kept, _TOTAL: self._total}

    def _on_edited(self, _: int) -> None:
        self.edited.emit()

    def _on_offered(self, texts: Mapping[str, str]) -> None:
        if self._model.edits():
            return
        names = [column.name for column in self._model.columns]
        lines = {str(row.number): place for place, row in enumerate(self._model.rows())}
        count = 0
        for number, text in texts.items():
            if number not in lines:
                continue
            typed: Mapping[str, str] = json.loads(text)
            cells = [(lines[number], names.index(name), value) for name, value in typed.items()]
            self._model.put_cells(cells)
            count += 1
        if count:
            self.restored.emit(count, texts.get(_TOTAL, ""))
