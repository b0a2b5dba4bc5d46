"""The window's parts made, painted and thrown away, while the password is being typed.

Qt loads fonts, icons and the names of its own constants when a widget of a kind is first made and
painted: half of what opening the window costs. Nobody waits for it here.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import delete

from ssdesk.ui.frame.rail import Rail
from ssdesk.ui.frame.status_bar import StatusBar
from ssdesk.ui.frame.top_bar import TopBar
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import CellKind, Column, RowsModel
from ssdesk.ui.pages import PageEntry
from ssdesk.ui.preferences import Preferences
from ssdesk.ui.widgets.bars import BarRow, Bars
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.chip import Chip, Tone
from ssdesk.ui.widgets.page_header import PageHeader
from ssdesk.ui.widgets.parts import EmptyState
from ssdesk.ui.widgets.ring import Ring, Segment
from ssdesk.ui.widgets.scroll import scrolled
from ssdesk.ui.widgets.todo_list import TodoList, TodoRow

_WORDS = "Ẵẫ"


def rehearse(entries: Sequence[PageEntry], preferences: Preferences) -> None:
    """Pays once for the first paint of a window with these pages; shows and keeps nothing."""
    stage = QWidget()
    column = QVBoxLayout(stage)
    for part in (TopBar(stage), Rail(entries, stage), StatusBar(stage), PageHeader(stage)):
        column.addWidget(part)
    column.addWidget(scrolled(_card(stage, preferences), stage))
    column.addWidget(EmptyState("pupils", _WORDS, _WORDS, stage))
    stage.grab()
    delete(stage)


def _card(stage: QWidget, preferences: Preferences) -> Card:
    card = Card(_WORDS, stage)
    chip = Chip(_WORDS, Tone.ACT)
    ring, bars, todos = Ring(card), Bars(card), TodoList(card)
    ring.set([Segment(_WORDS, _WORDS, 1, "chart_paid", strong=True)], _WORDS, _WORDS)
    bars.set([BarRow(_WORDS, _WORDS, 1, ((1, "chart_paid"),), _WORDS, chip)])
    todos.set([TodoRow(_WORDS, chip, _WORDS)])
    grid = GridView("rehearsal", preferences, card)
    words: Column[str] = Column("words", _WORDS, str)
    shown: Column[str] = Column("chip", _WORDS, lambda _: chip, CellKind.CHIP)
    model = RowsModel((words, shown), str, card)
    grid.set_model(model)
    model.set_rows((_WORDS,))
    for part in (ring, bars, todos, grid):
        card.body.addWidget(part)
    return card
