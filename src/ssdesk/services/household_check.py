"""Pupils who also stand in a file of households, before the money is taken twice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ssdesk.services import pupils, rosters
from ssdesk.services.context import Context
from ssdesk.services.progress import Progress, silent
from ssdesk.services.pupils import PupilRow
from ssdesk.services.rosters import RosterFile


@dataclass(frozen=True, slots=True)
class AlsoInFile:
    """A pupil with the line of the file that names them.

    Args:
        sheet, row: where the file names them, as its own program counts.
        said_name, said_birth: as the file has them.
    """

    pupil: PupilRow
    sheet: str
    row: int
    said_name: str
    said_birth: str


def pupils_in_file(
    ctx: Context, file: Path, school_year: str, progress: Progress = silent
) -> tuple[AlsoInFile, ...]:
    """Pupils on the roster whom a household list names, by class and name; nothing is stored.

    The file may be any list of people with names and numbers or birth dates; people are matched
    as those of a roster are.

    Raises:
        BadFile: it cannot be read or names nobody.
    """
    plan = rosters.preview_roster(ctx, RosterFile(file), school_year, progress=progress)
    by_entry = {row.entry_id: row for row in pupils.list_pupils(ctx, school_year)}
    found = {
        row.entry.id: AlsoInFile(
            by_entry[row.entry.id],
            row.sheet,
            row.row,
            row.facts.full_name,
            row.facts.birth_date.display() if row.facts.birth_date else "",
        )
        for row in plan.rows
        if row.entry is not None and row.entry.id in by_entry
    }
    return tuple(found[entry_id] for entry_id in by_entry if entry_id in found)
