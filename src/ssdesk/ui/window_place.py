"""Where the windows stand: each takes over the place of the one before."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QWidget

DESIGNED = QSize(1366, 768)
# The frame around a window, its title bar above all.
_FRAME = QSize(16, 40)


def bounded(size: QSize, window: QWidget) -> QSize:
    """A size for a dialog that the screen has room for, its frame included."""
    return size.boundedTo(window.screen().availableSize() - _FRAME)


def place_of(window: QWidget) -> str:
    """Place, size and whether it fills the screen, as text to be kept."""
    return bytes(window.saveGeometry().toBase64().data()).decode()


def put(window: QWidget, kept: str) -> None:
    """Put a window where `place_of` said; without it in full where the screen is no larger."""
    if kept and window.restoreGeometry(QByteArray.fromBase64(kept.encode())):
        return
    room = window.screen().availableSize() - _FRAME
    window.resize(DESIGNED.boundedTo(room))
    if room.width() < DESIGNED.width() or room.height() < DESIGNED.height():
        window.setWindowState(Qt.WindowState.WindowMaximized)
