"""Long texts give up a few pixels rather than have a bar appear for them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QTableView

from ssdesk.ui.models.rows import CellKind
from ssdesk.ui.theme import worn

_LONG, _KEPT = 100, 84


def narrow(view: QTableView, others: Collection[int], missing: int) -> dict[int, int]:
    """Narrows columns of long texts by what is missing, or leaves all as they are.

    Args:
        view: the grid.
        others: columns that have their own way of sharing what is left.
        missing: pixels.

    Returns:
        The columns that were narrowed with the widths they had.
    """
    texts = [
        number
        for number, column in enumerate(getattr(view.model(), "columns", ()))
        if column.kind is CellKind.TEXT
        and number not in others
        and not view.isColumnHidden(number)
        and view.columnWidth(number) >= worn().px(_LONG)
    ]
    spare = {n: view.columnWidth(n) - view.columnWidth(n) * _KEPT // 100 for n in texts}
    if not 0 < missing <= sum(spare.values()):
        return {}
    before = {}
    for number in texts:
        given = min(spare[number], missing)
        before[number] = view.columnWidth(number)
        view.setColumnWidth(number, before[number] - given)
        missing -= given
    return before
