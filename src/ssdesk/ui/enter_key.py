"""Enter presses the button that has the keyboard, as Space does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from ssdesk.ui.key_watch import watch_focus

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPresses(QObject):
    """Watches every key of the program; Qt itself gives Enter to dialogs' buttons only."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        watch_focus(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _ENTER or not plain or event.isAutoRepeat():
            return False
        if not isinstance(watched, (QPushButton, QToolButton)):
            return False
        if watched is not QApplication.focusWidget():
            return False
        watched.click()
        return True
