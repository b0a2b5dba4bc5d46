"""Python's collector runs on the window's thread only.

The collector runs on whichever thread happens to allocate. On the database thread it would
destroy widgets that wait in a circle of references, and Qt aborts the process when a widget
dies on another thread than its own.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Collector(QObject):
    """Collects by a timer of its own thread while it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def stop(self) -> None:
        """Leave collecting to Python again; the other thread must have ended."""
        self._timer.stop()
        if self._was_on:
            gc.enable()

    def _on_time(self) -> None:
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation] > 0:
                gc.collect(generation)
                return
