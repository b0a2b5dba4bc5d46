"""Reports that name pupils by class: who is left over, and who still owes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from ssdesk.assets import Words, texts
from ssdesk.domain.figures import (
    Figure,
    FigureColumn,
    FigureKind,
    FigureRow,
    FigureTable,
    Report,
    RowKind,
)
from ssdesk.domain.money import format_dong


@dataclass(frozen=True, slots=True)
class ListedPupil:
    """A pupil in a list by class; amounts in dong.

    Args:
        birth_date: as known: full, month and year, or year.
        reason: why the pupil is left over, as far as somebody asked.
    """

    class_name: str
    teacher: str
    full_name: str
    birth_date: str
    parent: str = ""
    phone: str = ""
    reason: str = ""
    own_share: int = 0
    paid: int = 0
    promised_on: date | None = None

    @property
    def still_due(self) -> int:
        """What has not come in yet."""
        return self.own_share - self.paid


def left_over(
    pupils: Sequence[ListedPupil], school_year: str, as_of: datetime, language: str = "vi"
) -> Report:
    """Everybody nobody accounts for, by class, with room for what came of a visit."""
    said = texts(language)
    table = FigureTable(
        said["left-over"]["table"].format(count=len(pupils)),
        left_over_columns(said),
        _by_class(pupils, said, left_over_cells),
        empty=said["left-over"]["empty"],
    )
    return _report("left-over", school_year, as_of, said, table)


def left_over_columns(said: Words) -> tuple[FigureColumn, ...]:
    """Columns of a list of pupils left over."""
    titles = said["columns"]
    return (
        FigureColumn(titles["place"], FigureKind.INT, 7),
        FigureColumn(titles["full_name"], FigureKind.TEXT, 24),
        FigureColumn(titles["birth_date"], FigureKind.TEXT, 14),
        FigureColumn(titles["parent"], FigureKind.TEXT, 20),
        FigureColumn(titles["phone"], FigureKind.TEXT, 15),
        FigureColumn(titles["reason"], FigureKind.TEXT, 18),
        FigureColumn(titles["outcome"], FigureKind.TEXT, 12),
    )


def left_over_cells(place: int, pupil: ListedPupil) -> tuple[Figure, ...]:
    """The row of one pupil left over."""
    known = (pupil.full_name, pupil.birth_date, pupil.parent, pupil.phone, pupil.reason)
    return place, *known, None


def still_owing(
    pupils: Sequence[ListedPupil], school_year: str, as_of: datetime, language: str = "vi"
) -> Report:
    """Everybody who still owes: a page for each class, for its homeroom teacher."""
    said = texts(language)
    titles = said["columns"]
    due = sum(pupil.still_due for pupil in pupils)
    table = FigureTable(
        said["still-owing"]["table"].format(count=len(pupils), amount=format_dong(due)),
        (
            FigureColumn(titles["place"], FigureKind.INT, 7),
            FigureColumn(titles["full_name"], FigureKind.TEXT, 25),
            FigureColumn(titles["birth_date"], FigureKind.TEXT, 14),
            FigureColumn(titles["own_share"], FigureKind.DONG, 12),
            FigureColumn(titles["paid"], FigureKind.DONG, 12),
            FigureColumn(titles["still_due"], FigureKind.DONG, 12),
            FigureColumn(titles["promised_on"], FigureKind.DATE, 14),
            FigureColumn(titles["signed"], FigureKind.TEXT, 13),
        ),
        _by_class(pupils, said, _owing_cells, pages=True),
        _owing_totals(pupils, said["common"]["whole_school"]),
        empty=said["still-owing"]["empty"],
    )
    return _report("still-owing", school_year, as_of, said, table)


def _owing_cells(place: int, pupil: ListedPupil) -> tuple[Figure, ...]:
    money = (pupil.own_share, pupil.paid, pupil.still_due)
    return place, pupil.full_name, pupil.birth_date, *money, pupil.promised_on, None


def _owing_totals(pupils: Sequence[ListedPupil], label: str) -> tuple[Figure, ...]:
    owed, paid = sum(each.own_share for each in pupils), sum(each.paid for each in pupils)
    return None, label, None, owed, paid, owed - paid, None, None


def _by_class(
    pupils: Sequence[ListedPupil],
    said: Words,
    cells: Callable[[int, ListedPupil], tuple[Figure, ...]],
    *,
    pages: bool = False,
) -> tuple[FigureRow, ...]:
    rows: list[FigureRow] = []
    for (name, teacher), members in groupby(pupils, lambda each: (each.class_name, each.teacher)):
        found = list(members)
        heading = said["common"]["class_teacher" if teacher else "class"].format(
            name=name, teacher=teacher, count=len(found)
        )
        rows.append(FigureRow((heading,), RowKind.GROUP, new_page=pages and bool(rows)))
        rows += [FigureRow(cells(place, each)) for place, each in enumerate(found, start=1)]
        if pages:
            label = said["still-owing"]["class_total"].format(name=name)
            rows.append(FigureRow(_owing_totals(found, label), RowKind.SUBTOTAL))
    return tuple(rows)


def _report(
    name: str, school_year: str, as_of: datetime, said: Words, table: FigureTable
) -> Report:
    subtitle = said["common"]["year"].format(year=school_year)
    return Report(name, said[name]["title"], subtitle, as_of, (table,))
