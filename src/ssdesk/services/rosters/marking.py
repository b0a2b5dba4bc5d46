"""Saves a roster with its problems marked, for whoever is to mend it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ssdesk.domain.problems import Problem
from ssdesk.exchange.columns import Field
from ssdesk.exchange.marked_sheet import Mark, MarkedList, MarkedTexts, write_marked
from ssdesk.services.rosters.findings import Weight, findings
from ssdesk.services.rosters.plan import RosterPlan

_NUMBERS = (
    (Field.PERSONAL_ID, "personal_id"),
    (Field.INSURANCE_NUMBER, "insurance_number"),
    (Field.PHONE, "phone"),
)


def save_marked(
    plan: RosterPlan, file: Path, say: Callable[[Problem], str], headings: tuple[str, str]
) -> None:
    """Writes the source as XLSX: bad and healed cells coloured, their sentences beside the rows.

    Args:
        say: makes the sentence of a problem.
        headings: of the columns of sentences: what is wrong, and what was put right.

    Raises:
        OSError: the file cannot be written.
    """
    marks = [
        Mark(
            found.sheet,
            found.row,
            (found.column, *found.also),
            say(found.problem),
            healed=found.weight is Weight.HEALED,
        )
        for found in findings(plan)
    ]
    heads = {
        layout.sheet: layout.heading_rows[-1] + 1
        for layout in plan.mapping.layouts
        if layout.heading_rows
    }
    write_marked(file, MarkedList(plan.source, marks, _texts(plan), headings, heads))


def _texts(plan: RosterPlan) -> MarkedTexts:
    """Numbers of identity as they were read, so that their zeros come back as text."""
    letters = {
        (layout.sheet, column.field): column.letter
        for layout in plan.mapping.layouts
        for column in layout.columns
    }
    texts: MarkedTexts = {}
    for row in plan.rows:
        for field, name in _NUMBERS:
            letter = letters.get((row.sheet, field))
            value = getattr(row.facts, name)
            if letter and value:
                texts[row.sheet, row.row, letter] = value
    return texts
