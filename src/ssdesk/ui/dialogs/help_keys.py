"""F1 and Shift+F1 above a dialog, which holds the window's own keys back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ssdesk.ui.dialogs.keys import KeyGroup, KeysDialog, keys_inside
from ssdesk.ui.dialogs.preview import PreviewDialog
from ssdesk.ui.help import HelpDialog
from ssdesk.ui.key_watch import watch_focus


class HelpKeys(QObject):
    """Answers F1 with the help of the page behind, Shift+F1 with the field and its keys.

    Args:
        topic: name of the page behind.
    """

    def __init__(self, topic: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._topic = topic
        watch_focus(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        above = QApplication.activeModalWidget()
        if event.key() != Qt.Key.Key_F1 or above is None:
            return False
        if isinstance(above, (HelpDialog, KeysDialog)):
            return False
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        _show(KeysDialog(keys_above(above), above) if shift else HelpDialog(self._topic(), above))
        return True


def keys_above(dialog: QWidget) -> list[KeyGroup]:
    """What the field with the keyboard is, and every key of a dialog."""
    groups = [*keys_inside(dialog)]
    if isinstance(dialog, PreviewDialog):
        groups.append(KeyGroup(dialog.windowTitle(), dialog.told_keys()))
    general = (("Esc", _tr("quay lại, không làm gì")), ("F1", _tr("trợ giúp của trang đang mở")))
    return [*groups, KeyGroup(_tr("Trong hộp thoại"), general)]


def _show(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keys", text)
