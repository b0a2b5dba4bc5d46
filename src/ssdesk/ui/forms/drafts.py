"""Keeps what is being typed, so that a crash costs nothing, and offers it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from ssdesk.services import drafts
from ssdesk.services.context import Context
from ssdesk.services.drafts import Draft
from ssdesk.ui.jobs import JobRunner

PAUSE_MS = 400


class DraftKeeper(QObject):
    """Saves a form's texts when typing pauses.

    Signals:
        found: a draft was left behind (its time of saving as datetime); `offer()` brings it back.
        offered: texts to be put into the form.
    """

    found = Signal(object)
    offered = Signal(object)

    def __init__(
        self, jobs: JobRunner, ctx: Context, place: tuple[str, str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs, self._ctx = jobs, ctx
        self._form, self._subject = place
        self._texts: Callable[[], Mapping[str, str]] | None = None
        self._left: Draft | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)

    def read_from(self, texts: Callable[[], Mapping[str, str]], edited: SignalInstance) -> None:
        """Watch a form: `texts` gives what it says whenever `edited` was emitted."""
        self._texts = texts
        edited.connect(self._on_edited)
        self._jobs.run(
            self, partial(drafts.load, self._ctx, self._form, self._subject), self._on_loaded
        )

    def offer(self) -> None:
        """Put what was left behind into the form."""
        if self._left is not None:
            self.offered.emit(self._left.data)

    def forget(self) -> None:
        """The form was saved or given up: nothing is to be offered any more."""
        self._pause.stop()
        self._left = None
        self._jobs.run(self, partial(drafts.discard, self._ctx, self._form, self._subject))

    def stop(self) -> None:
        """Watch no longer."""
        self._pause.stop()
        self._texts = None
        self.deleteLater()

    def _on_edited(self) -> None:
        self._pause.start()

    def _on_pause(self) -> None:
        if self._texts is None:
            return
        data = dict(self._texts())
        self._jobs.run(self, partial(drafts.save, self._ctx, self._form, self._subject, data))

    def _on_loaded(self, draft: Draft | None) -> None:
        if draft is not None:
            self._left = draft
            self.found.emit(draft.saved_at)
