"""The school year that the window shows: today's, the one rolled over to, or one somebody chose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal


class Years(QObject):
    """Which school year is worked on; pages ask `Bench.school_year`.

    Signals:
        changed: another year is shown from now on.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.known: tuple[str, ...] = ()
        self.closed: frozenset[str] = frozenset()
        self._chosen = ""
        self._newest = ""

    def shown(self, today: str) -> str:
        """Name of the year to work on, given the year of today.

        A school that has rolled over early, in August, works on the new year already.
        """
        return self._chosen or max(today, self._newest)

    def set_known(self, known: Sequence[str], today: str) -> None:
        """The years that have a roster, as last read."""
        before = self.shown(today)
        self.known = tuple(sorted({*known, today}, reverse=True))
        self._newest = max(known, default="")
        if self._chosen not in self.known:
            self._chosen = ""
        if self.shown(today) != before:
            self.changed.emit()

    def choose(self, name: str, today: str) -> None:
        """Work on another year."""
        before = self.shown(today)
        self._chosen = name
        if self.shown(today) != before:
            self.changed.emit()
