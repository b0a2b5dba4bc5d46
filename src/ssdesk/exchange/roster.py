"""A roster as read from a file or pasted text: its pupils and all that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ssdesk.domain.problems import Problem
from ssdesk.errors import BadFile
from ssdesk.exchange.columns import NAME_FIELDS
from ssdesk.exchange.roster_cells import Heal, Healing, Healings
from ssdesk.exchange.roster_habits import habits_of
from ssdesk.exchange.roster_layout import Layout, RosterMapping
from ssdesk.exchange.roster_line_cells import CellProblem
from ssdesk.exchange.roster_lines import Line, class_name_of, pupil_lines
from ssdesk.exchange.roster_rows import RosterRow, RowReader
from ssdesk.exchange.roster_twins import find_twins
from ssdesk.exchange.sheets import Sheet, Source

_STEP = 500


@dataclass(frozen=True, slots=True)
class RosterRead:
    """Pupils of a source with what is wrong, in the order of the source.

    Args:
        rows: one a pupil, each with its own problems.
        problems: the problems of all rows; what is wrong with a whole column stands once,
            at its first cell.
        healed: what was put right in the cells.
    """

    rows: tuple[RosterRow, ...]
    problems: tuple[CellProblem, ...]
    healed: tuple[Healing, ...]


def read_roster(
    source: Source,
    mapping: RosterMapping,
    starts_on: date,
    class_name: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> RosterRead:
    """Reads all pupils of a source.

    Args:
        starts_on: first day of the school year.
        class_name: class of rows that name none.
        progress: told rows done and rows in all.

    Raises:
        BadFile: FILE_NOT_A_ROSTER where no sheet has a column of names, FILE_NO_PUPILS.
    """
    layouts = [layout for layout in mapping.layouts if layout.has(*NAME_FIELDS)]
    if not layouts:
        raise BadFile("FILE_NOT_A_ROSTER", file=source.file)
    sheets = {sheet.name: sheet for sheet in source.sheets}
    work = [(layout, _lines(sheets[layout.sheet], layout, class_name)) for layout in layouts]
    total = sum(len(lines) for _, lines in work)
    if not total:
        raise BadFile("FILE_NO_PUPILS", file=source.file)
    healings = Healings()
    rows: list[RosterRow] = []
    for layout, lines in work:
        reader = RowReader(layout, habits_of(layout, lines), starts_on, healings)
        for line in lines:
            rows.append(reader.read(line))
            if progress and len(rows) % _STEP == 0:
                progress(len(rows), total)
    _note_classless(rows, healings)
    twins = find_twins(rows, {layout.sheet: layout for layout in mapping.layouts})
    if twins:
        rows = [_with(row, twins.get((row.sheet, row.row))) for row in rows]
    return RosterRead(tuple(rows), _listed(rows), healings.all())


def _lines(sheet: Sheet, layout: Layout, class_name: str) -> list[Line]:
    lines = list(pupil_lines(sheet, layout))
    if not class_name:
        return lines
    given = class_name_of(class_name)
    return [
        line if line.class_name or line.spoilt_class else replace(line, class_name=given)
        for line in lines
    ]


def _note_classless(rows: Sequence[RosterRow], healings: Healings) -> None:
    for row in rows:
        if not row.class_name:
            healings.add(Heal.NO_CLASS, (row.sheet, row.row, ""), "", "")


def _with(row: RosterRow, found: tuple[CellProblem, ...] | None) -> RosterRow:
    return replace(row, problems=row.problems + found) if found else row


def _listed(rows: Sequence[RosterRow]) -> tuple[CellProblem, ...]:
    """All problems; text in an old font once a column, with the number of its cells."""
    listed: list[CellProblem] = []
    first: dict[tuple[str, str], int] = {}
    counts: dict[int, int] = {}
    for row in rows:
        for found in row.problems:
            if found.problem.code == "OLD_FONT":
                place = (found.sheet, found.column)
                if place in first:
                    counts[first[place]] += 1
                    continue
                first[place] = len(listed)
                counts[len(listed)] = 1
            listed.append(found)
    for at, count in counts.items():
        problem = listed[at].problem
        params = {**problem.params, "count": count}
        listed[at] = replace(listed[at], problem=Problem(problem.field, problem.code, params))
    return tuple(listed)
