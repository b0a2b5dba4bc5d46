"""The line icons of `resources/icons`, tinted by the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ssdesk import assets
from ssdesk.ui.theme import worn

_RATIO = 2


def icon(name: str, tint: str = "text", active: str = "") -> QIcon:
    """The icon `name` in the colour token `tint`.

    Args:
        name: file in `resources/icons` without its ending.
        tint: token of the colour.
        active: token of the colour when checked or selected, as `tint` where empty.
    """
    theme = worn()
    size = theme.px(20)
    made = QIcon(pixmap(name, theme.tokens.colour(tint).name(), size))
    if active:
        shown = pixmap(name, theme.tokens.colour(active).name(), size)
        made.addPixmap(shown, QIcon.Mode.Normal, QIcon.State.On)
        made.addPixmap(shown, QIcon.Mode.Selected, QIcon.State.Off)
    faded = pixmap(name, theme.tokens.disabled, size)
    made.addPixmap(faded, QIcon.Mode.Disabled, QIcon.State.Off)
    return made


@cache
def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """The icon as a square picture of `size` logical pixels."""
    drawing = _source(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    picture = QPixmap(size * _RATIO, size * _RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size * _RATIO, size * _RATIO))
    painter.end()
    picture.setDevicePixelRatio(_RATIO)
    return picture


@cache
def _source(name: str) -> str:
    return assets.path(f"icons/{name}.svg").read_text(encoding="utf-8")
