"""What stands beside the work: to its right, or below it where text is large."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ssdesk.ui.theme import LARGE_TEXT, worn

# Least heights of work and side below each other, in pixels of 100 % text.
_WORK, _SIDE = 250, 210


def with_side(work: QVBoxLayout, side: QWidget, width: int) -> QBoxLayout:
    """The work, and a side `width` wide in pixels of 100 % text; a large one stands below."""
    theme = worn()
    beside = theme.percent < LARGE_TEXT
    way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
    both = QBoxLayout(way)
    both.setSpacing(12)
    both.addLayout(work, 1)
    both.addWidget(side)
    if beside:
        side.setFixedWidth(theme.px(width))
    else:
        first = work.itemAt(0)
        widget = first.widget() if first is not None else None
        if widget is not None:
            widget.setMinimumHeight(theme.px(_WORK))
        side.setMinimumHeight(theme.px(_SIDE))
    return both
