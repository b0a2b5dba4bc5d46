"""How wide a grid's columns are: what must be read is read whole, the rest makes room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from ssdesk.ui.delegates.cell import LETTERS, SMALL_LETTERS
from ssdesk.ui.models.rows import NUMBERS, CellKind, Column, Row, shown
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.chip import Chip, chip_width

# Pixels of 100 % text: least width of a column that takes what is left, longest whole text.
_LEAST, _LONGEST = 96, 290
# What a text that may be cut keeps of its width, in per cent.
_KEPT = 84
_LOOKED_AT = 2000
# A shorter text is never written in small letters: numbers, classes, most names.
_SHORT = 150


@dataclass(slots=True)
class _Width:
    """Pixels of one column: wished, enough for its texts, enough for them in small letters."""

    wished: int
    heading: int
    enough: int
    least: int


class Widths:
    """Shares a grid's width among its columns.

    Days, sums, states and texts that are `whole` are as wide as their longest cell. Where that is
    too much, columns come down to what they need; then those leave that can be done without, by
    `Column.leaves`, unless the columns were chosen by hand.
    """

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self._columns: tuple[Column[object], ...] = ()
        self._widths: list[_Width] = []
        self._hidden: set[int] = set()
        self._staying: set[int] = set()
        self._dragged: set[int] = set()
        self._held: dict[int, int] = {}
        self._by_hand = False
        self._busy = False

    def start(self, columns: Sequence[Column[object]]) -> None:
        """Begin with these columns and no rows."""
        self._columns = tuple(columns)
        self._hidden.clear()
        self._staying.clear()
        self._dragged.clear()
        self._held.clear()
        measure = self._view.horizontalHeader().fontMetrics()
        self._widths = []
        for column in columns:
            words = (*column.title.splitlines(), *column.choices)
            heading = max(measure.horizontalAdvance(text) for text in words) + worn().px(22)
            self._widths.append(_Width(0, heading, heading, heading))
        self.measure(())

    def wish(self, number: int, wanted: bool) -> None:
        """A column is wanted, or not, whatever room there is."""
        (self._hidden.discard if wanted else self._hidden.add)(number)

    def by_hand(self, chosen: bool) -> None:
        """Whether the columns were chosen: then none of them leaves."""
        self._by_hand = chosen

    def stay(self, number: int) -> None:
        """A column that is needed now does not leave any more."""
        self._staying.add(number)

    def gone(self) -> tuple[int, ...]:
        """Columns that left because there is no room."""
        hidden = range(len(self._columns))
        return tuple(n for n in hidden if self._view.isColumnHidden(n) and n not in self._hidden)

    def hold(self, number: int, least: int) -> None:
        """A page knows how many pixels the cells of a column need."""
        self._held[number] = least
        width = self._widths[number]
        width.enough = width.least = max(least, width.heading)
        width.wished = max(width.wished, width.enough)

    def on_resized(self, number: int, before: int, now: int) -> None:
        """The width a person gave a column is kept; hiding and showing are no widths."""
        if not self._busy and before and now and number < len(self._widths):
            self._dragged.add(number)
            self._widths[number] = _Width(now, now, now, now)
            self.spread()

    # Measuring ------------------------------------------------------------------------------

    def measure(self, rows: Sequence[object]) -> None:
        """Look at what the cells say."""
        for number, (column, width) in enumerate(zip(self._columns, self._widths, strict=True)):
            if number in self._dragged:
                continue
            plain = max(worn().px(column.width or _LEAST), width.heading)
            if column.kind is CellKind.TEXT and not column.whole:
                width.wished = plain
                kept = worn().px(column.width) * _KEPT // 100 if column.width else plain
                width.enough = width.least = max(kept, width.heading)
                continue
            longest, small = _longest(column, rows[:_LOOKED_AT])
            if number in self._held:
                longest = small = self._held[number]
            width.enough = max(longest, width.heading)
            width.least = max(small, width.heading)
            width.wished = max(plain, width.enough)

    # Sharing --------------------------------------------------------------------------------

    def spread(self) -> None:
        """Give every column its width."""
        if self._busy or not self._widths:
            return
        self._busy = True
        fitting = self._fitting()
        for number in range(len(self._widths)):
            hidden = number not in fitting
            if self._view.isColumnHidden(number) != hidden:
                QTableView.setColumnHidden(self._view, number, hidden)
        for number, width in self._shared(fitting).items():
            if self._view.columnWidth(number) != width:
                self._view.setColumnWidth(number, width)
        self._busy = False

    def _fitting(self) -> list[int]:
        fitting = [n for n in range(len(self._widths)) if n not in self._hidden]
        can_leave = [n for n in fitting if self._columns[n].leaves and n not in self._staying]
        room = self._view.viewport().width()
        for number in sorted(can_leave, key=lambda n: -self._columns[n].leaves):
            if self._by_hand or sum(self._widths[n].least for n in fitting) <= room:
                break
            fitting.remove(number)
        return fitting

    def _shared(self, fitting: list[int]) -> dict[int, int]:
        shared = {n: self._widths[n].wished for n in fitting}
        room = self._view.viewport().width()
        for step in ("enough", "least"):
            missing = sum(shared.values()) - room
            for number in fitting:
                least = getattr(self._widths[number], step)
                given = max(0, min(missing, shared[number] - least))
                shared[number] -= given
                missing -= given
        taking = [n for n in fitting if not self._columns[n].width]
        left = room - sum(shared[n] for n in fitting if n not in taking)
        for number in taking:
            shared[number] = max(left // len(taking), shared[number])
        return shared


def _longest(column: Column[Row], rows: Sequence[Row]) -> tuple[int, int]:
    """Pixels of the longest cell, and of a text in small letters."""
    values = {column.value(row) for row in rows}
    if column.kind in NUMBERS:
        # Words among numbers are a heading, which runs on over the whole row.
        values = {value for value in values if not isinstance(value, str)}
    theme = worn()
    measure, small = (QFontMetrics(theme.font(size)) for size in (LETTERS, SMALL_LETTERS))
    chips = [chip_width(value.text) for value in values if isinstance(value, Chip)]
    texts = [shown(value, column.kind) for value in values if not isinstance(value, Chip)]
    longest = max((*chips, *map(measure.horizontalAdvance, texts)), default=0)
    least = longest
    if column.kind is CellKind.TEXT and longest > theme.px(_SHORT):
        # Of a receipt for several children the first is enough, its panel tells them all.
        names = [text.partition(", ")[0] for text in texts]
        longest = max(map(measure.horizontalAdvance, names))
        least = max(*map(small.horizontalAdvance, names), min(longest, theme.px(_SHORT)))
        longest, least = (min(each, theme.px(_LONGEST)) for each in (longest, least))
    return longest + theme.px(17), least + theme.px(17)
