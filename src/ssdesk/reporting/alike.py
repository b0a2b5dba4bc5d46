"""Pupils who may be one child, and pupils who also stand in a household's list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ssdesk.assets import Words, texts
from ssdesk.domain.alike import Evidence
from ssdesk.domain.figures import FigureColumn, FigureKind, FigureRow, FigureTable, Report


@dataclass(frozen=True, slots=True)
class AlikePupil:
    """One side of a pair; `state` as `domain.coverage` names it."""

    full_name: str
    class_name: str
    birth_date: str
    number: str
    state: str


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two pupils with what speaks for their being one."""

    one: AlikePupil
    other: AlikePupil
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class InHousehold:
    """A pupil whom a file of households names, with the place in it."""

    pupil: AlikePupil
    place: str
    said: str


def duplicates(
    pairs: Sequence[AlikePair], school_year: str, as_of: datetime, language: str = "vi"
) -> Report:
    """Pairs inside the school, two rows each, with room for what was found out."""
    said = texts(language)
    words, titles = said["duplicates"], said["columns"]
    rows = tuple(
        row for place, pair in enumerate(pairs, start=1) for row in _pair(place, pair, said)
    )
    table = FigureTable(
        words["table"].format(count=len(pairs)),
        (
            FigureColumn(titles["place"], FigureKind.INT, 6),
            FigureColumn(titles["full_name"], FigureKind.TEXT, 25),
            FigureColumn(titles["class"], FigureKind.TEXT, 9),
            FigureColumn(titles["birth_date"], FigureKind.TEXT, 12),
            FigureColumn(words["number"], FigureKind.TEXT, 15),
            FigureColumn(words["evidence"], FigureKind.TEXT, 24),
            FigureColumn(titles["outcome"], FigureKind.TEXT, 12),
        ),
        rows,
        notes=(words["note"],) if rows else (),
        empty=words["empty"],
    )
    return _report("duplicates", school_year, as_of, said, table)


def _pair(place: int, pair: AlikePair, said: Words) -> tuple[FigureRow, FigureRow]:
    why = "; ".join(said["evidence"][each.value] for each in pair.evidence)
    return (
        FigureRow((place, *_cells(pair.one), why, None)),
        FigureRow((None, *_cells(pair.other), None, None)),
    )


def _cells(pupil: AlikePupil) -> tuple[str, str, str, str]:
    return pupil.full_name, pupil.class_name, pupil.birth_date, pupil.number


def household(
    found: Sequence[InHousehold],
    file: str,
    school_year: str,
    as_of: datetime,
    language: str = "vi",
) -> Report:
    """Pupils of the school in a household list; without a file it says how to choose one."""
    said = texts(language)
    words, titles = said["household"], said["columns"]
    rows = tuple(
        FigureRow(
            (
                place,
                each.pupil.full_name,
                each.pupil.class_name,
                each.pupil.birth_date,
                said["states"].get(each.pupil.state, each.pupil.state),
                each.place,
                each.said,
                None,
            )
        )
        for place, each in enumerate(found, start=1)
    )
    title = words["table"].format(count=len(found), file=file) if file else words["no_file_title"]
    table = FigureTable(
        title,
        (
            FigureColumn(titles["place"], FigureKind.INT, 6),
            FigureColumn(titles["full_name"], FigureKind.TEXT, 24),
            FigureColumn(titles["class"], FigureKind.TEXT, 9),
            FigureColumn(titles["birth_date"], FigureKind.TEXT, 12),
            FigureColumn(words["state"], FigureKind.TEXT, 16),
            FigureColumn(words["line"], FigureKind.TEXT, 9),
            FigureColumn(words["said"], FigureKind.TEXT, 24),
            FigureColumn(titles["outcome"], FigureKind.TEXT, 12),
        ),
        rows,
        notes=(words["note"],) if rows else (),
        empty=words["empty"] if file else words["no_file"],
    )
    return _report("household", school_year, as_of, said, table)


def _report(
    name: str, school_year: str, as_of: datetime, said: Words, table: FigureTable
) -> Report:
    subtitle = said["common"]["year"].format(year=school_year)
    return Report(name, said[name]["title"], subtitle, as_of, (table,))
