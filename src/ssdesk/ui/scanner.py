"""A barcode gun types like a keyboard: a fast burst of keys that ends with Enter is a card."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ssdesk.ui.key_watch import watch_focus

GAP_SECONDS = 0.06
HOLD_MS = 40
LEAST_LENGTH = 10
# What nobody types by hand: a citizen card whole, from its number to the day it was made.
_CITIZEN = re.compile(r"\d{12}\|\d*\|[^|]+\|\d{8}\|[^|]+\|[^|]*\|\d{8}$")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# A gun presses Shift for a capital; alone it says nothing and must not end a burst.
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_AltGr)
_TYPED_WITH = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


@dataclass(slots=True)
class _Field:
    """How a field was before the burst."""

    widget: QWidget
    text: str
    place: int


class ScannerFilter(QObject):
    """Watches every key of the program; the field a burst ran into is put back as it was.

    A gun sends a key every few milliseconds, a hand none faster than 60 ms for so long. With a
    Vietnamese input method on, the same burst comes as committed text, and letters may be taken
    back and replaced in between: backspaces belong to the burst and are obeyed.

    On a busy machine a burst can come as slowly as a hand: a citizen card that stands whole in
    a field when Enter comes is a card all the same.

    A list, a grid or a button would act on the keys of a burst: there they wait for a moment,
    and arrive when no card came of them.

    Signals:
        scanned: a card was read (its payload as typed).
    """

    scanned = Signal(str)

    def __init__(self, parent: QObject, seconds: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._text = ""
        self._last = 0.0
        self._field: _Field | None = None
        self._payload = ""
        self._held: list[tuple[QWidget, QKeyEvent]] = []
        self._giving = False
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._give_held)
        watch_focus(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if not isinstance(watched, QWidget):
            return False
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # A default button would press itself before the key itself arrives.
            if event.key() in _ENTER and self._is_card():
                event.accept()
            return False
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and self._giving:
            # Only this one: what it opens has keys of its own.
            self._giving = False
            return False
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return watched is _focused(watched) and self._key(watched, event)
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and self._held:
            return self._hold_release(watched, event)
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._committed(watched, event)
        return False

    def _key(self, widget: QWidget, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            return self._end() or self._end_slow(widget)
        if event.key() in _SILENT:
            return False
        if self._starts_or_goes_on(widget, event):
            self._add(widget, event.text())
            self._keep(widget, event)
            return True
        self._give_held()
        if event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self._forget()
            return False
        if event.key() == Qt.Key.Key_Backspace and self._text and self._in_time():
            self._text = self._text[:-1]
            self._last = self._seconds()
            return False
        self._add(widget, event.text())
        return False

    def _committed(self, widget: QWidget, event: QInputMethodEvent) -> None:
        length = event.replacementLength()
        if length and self._in_time():
            self._text = self._text[:-length]
        self._add(widget, event.commitString())

    def _add(self, widget: QWidget, text: str) -> None:
        if not text or not text.isprintable():
            return
        if not self._in_time() or self._field is None or self._field.widget is not widget:
            self._field = _remember(widget)
            self._text = ""
        self._text += text
        self._last = self._seconds()

    def _starts_or_goes_on(self, widget: QWidget, event: QKeyEvent) -> bool:
        """Whether a key may be of a card (none begins with a space) and the widget acts on it."""
        text = event.text()
        plain = not event.modifiers() & ~_TYPED_WITH
        typed = bool(text) and text.isprintable() and plain
        return typed and not _is_typed_in(widget) and (bool(self._held) or text != " ")

    def _hold_release(self, widget: QWidget, event: QKeyEvent) -> bool:
        typed = bool(event.text()) and event.text().isprintable()
        if typed:
            self._keep(widget, event)
        return typed

    def _keep(self, widget: QWidget, event: QKeyEvent) -> None:
        copy = QKeyEvent(
            event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat()
        )
        self._held.append((widget, copy))
        self._hold.start()

    def _give_held(self) -> None:
        """No card came: what was held goes where the keyboard is, an opened cell included."""
        self._hold.stop()
        held, self._held = self._held, []
        for widget, event in held:
            self._giving = True
            QApplication.sendEvent(_focused(widget), event)
        self._giving = False

    def _in_time(self) -> bool:
        return self._seconds() - self._last <= GAP_SECONDS

    def _is_card(self) -> bool:
        return self._in_time() and _looks_like_card(self._text)

    def _end(self) -> bool:
        if not self._is_card():
            self._give_held()
            self._forget()
            return False
        self._held.clear()
        self._hold.stop()
        payload, field = self._text, self._field
        self._forget()
        if field is not None:
            _put_back(field)
        self._payload = payload
        # Told after this key is done with, so that a page may open a window.
        QTimer.singleShot(0, self, self._tell)
        return True

    def _end_slow(self, widget: QWidget) -> bool:
        """Takes a card out of a line it stands in whole; an opened cell closes as it was."""
        found = _CITIZEN.search(widget.text()) if isinstance(widget, QLineEdit) else None
        if found is None or not isinstance(widget, QLineEdit):
            return False
        widget.setText(widget.text()[: found.start()])
        self._payload = found.group()
        if isinstance(_parent_of(widget), QAbstractItemView):
            escape = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
            )
            QApplication.postEvent(widget, escape)
        QTimer.singleShot(0, self, self._tell)
        return True

    def _tell(self) -> None:
        self.scanned.emit(self._payload)

    def _forget(self) -> None:
        self._text = ""
        self._field = None
        self._last = 0.0


def _parent_of(widget: QWidget) -> QObject | None:
    """What an opened cell belongs to: its view, above the part that scrolls."""
    inside = widget.parent()
    return inside.parent() if inside is not None else None


def _looks_like_card(text: str) -> bool:
    """A citizen card has bars between its parts, a health card too or is a bare number."""
    bare = text.strip()
    return len(bare) >= LEAST_LENGTH and ("|" in bare or bare[-10:].isdigit())


def _focused(widget: QWidget) -> QWidget:
    focused = QApplication.focusWidget()
    return widget if focused is None else focused


def _is_typed_in(widget: QWidget) -> bool:
    return isinstance(widget, (QLineEdit, QPlainTextEdit)) and not widget.isReadOnly()


def _remember(widget: QWidget) -> _Field:
    if isinstance(widget, QLineEdit):
        return _Field(widget, widget.text(), widget.cursorPosition())
    if isinstance(widget, QPlainTextEdit):
        return _Field(widget, widget.toPlainText(), widget.textCursor().position())
    return _Field(widget, "", 0)


def _put_back(field: _Field) -> None:
    widget = field.widget
    if isinstance(widget, QLineEdit):
        widget.setText(field.text)
        widget.setCursorPosition(field.place)
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(field.text)
