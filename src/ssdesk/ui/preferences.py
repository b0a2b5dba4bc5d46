"""The person's settings while the window is open; each change is kept at once."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ssdesk import settings
from ssdesk.settings import Settings, Theme, UiLanguage

_FIRST_START = "first_start.json"


class Preferences(QObject):
    """Settings of one person on this machine.

    Signals:
        changed: something was changed and kept.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.now: Settings = settings.load(folder)

    def set_language(self, language: UiLanguage) -> None:
        """Another language of the window."""
        self._keep(replace(self.now, language=language))

    def set_appearance(self, theme: Theme, text_percent: int) -> None:
        """Other colours or another text size."""
        self._keep(replace(self.now, theme=theme, text_percent=text_percent))

    def set_last(self, store: str, login: str) -> None:
        """The store and login used last."""
        self._keep(replace(self.now, last_store=store, last_login=login))

    def set_window_place(self, place: str) -> None:
        """Where the window was when it was closed."""
        self._keep(replace(self.now, window_place=place))

    def columns(self, table: str) -> tuple[str, ...] | None:
        """Columns the person wants to see in a table, None where they never chose."""
        for name, shown in self.now.table_columns:
            if name == table:
                return tuple(part for part in shown.split(",") if part)
        return None

    def set_columns(self, table: str, shown: tuple[str, ...]) -> None:
        """Remember which columns of a table are shown."""
        kept = tuple(pair for pair in self.now.table_columns if pair[0] != table)
        self._keep(replace(self.now, table_columns=(*kept, (table, ",".join(shown)))))

    def first_start(self) -> dict[str, str]:
        """What was typed at a first start that was not finished."""
        try:
            kept = json.loads((self._folder / _FIRST_START).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(kept, dict):
            return {}
        return {str(name): text for name, text in kept.items() if isinstance(text, str)}

    def keep_first_start(self, texts: dict[str, str]) -> None:
        """Keep what was typed so far, without secrets; nothing: the desk was made."""
        file = self._folder / _FIRST_START
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if texts:
                file.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
            else:
                file.unlink(missing_ok=True)
        except OSError:
            logging.getLogger("ssdesk.ui").warning("the first start could not be kept")

    def _keep(self, new: Settings) -> None:
        if new == self.now:
            return
        self.now = new
        try:
            settings.save(self._folder, new)
        except OSError:
            # A wish that cannot be kept must not stop the work: it holds until the window closes.
            logging.getLogger("ssdesk.ui").warning("settings could not be kept")
        self.changed.emit()
