"""Lets an event filter see the keys of the whole program without all its other events."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget


def watch_focus(watcher: QObject) -> None:
    """Have `watcher` filter the events of whatever has the keyboard, now and later.

    A filter on the application would run Python code for each of the hundred thousand events
    of another theme.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return

    def follow(_before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            now.installEventFilter(watcher)

    app.focusChanged.connect(follow)
    watcher.destroyed.connect(lambda: app.focusChanged.disconnect(follow))
    follow(None, QApplication.focusWidget())
