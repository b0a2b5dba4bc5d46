"""Whom the homeroom teachers are to ask: pledges by their day, the late ones first, and parts."""

from __future__ import annotations

from collections.abc import Sequence
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

NAME = "follow-up"


@dataclass(frozen=True, slots=True)
class OpenMoney:
    """A pupil who pledged, or paid a part; amounts in dong.

    Args:
        promised_on: day of the pledge, None for a part without one.
    """

    class_name: str
    teacher: str
    full_name: str
    phone: str
    paid: int
    still_due: int
    promised_on: date | None


def follow_up(
    pupils: Sequence[OpenMoney], school_year: str, as_of: datetime, language: str = "vi"
) -> Report:
    """A page a class; the classes stand in the order in which they are given."""
    said, today = texts(language), as_of.date()
    titles, own = said["columns"], said[NAME]
    due = sum(pupil.still_due for pupil in pupils)
    late = sum(pupil.promised_on is not None and pupil.promised_on < today for pupil in pupils)
    table = FigureTable(
        own["table"].format(count=len(pupils), late=late, amount=format_dong(due)),
        (
            FigureColumn(titles["place"], FigureKind.INT, 6),
            FigureColumn(titles["full_name"], FigureKind.TEXT, 26),
            FigureColumn(titles["phone"], FigureKind.TEXT, 13),
            FigureColumn(titles["paid"], FigureKind.DONG, 11),
            FigureColumn(titles["still_due"], FigureKind.DONG, 11),
            FigureColumn(titles["promised_on"], FigureKind.DATE, 12),
            FigureColumn(titles["matter"], FigureKind.TEXT, 17),
            FigureColumn(titles["outcome"], FigureKind.TEXT, 15),
        ),
        _rows(pupils, said, today),
        _sums(pupils, said["common"]["whole_school"]),
        empty=own["empty"],
    )
    subtitle = said["common"]["year"].format(year=school_year)
    return Report(NAME, own["title"], subtitle, as_of, (table,))


def _rows(pupils: Sequence[OpenMoney], said: Words, today: date) -> tuple[FigureRow, ...]:
    rows: list[FigureRow] = []
    for (name, teacher), members in groupby(pupils, lambda each: (each.class_name, each.teacher)):
        found = sorted(members, key=lambda each: each.promised_on or date.max)
        heading = said["common"]["class_teacher" if teacher else "class"].format(
            name=name, teacher=teacher, count=len(found)
        )
        rows.append(FigureRow((heading,), RowKind.GROUP, new_page=bool(rows)))
        for place, pupil in enumerate(found, start=1):
            money = (pupil.paid, pupil.still_due, pupil.promised_on)
            known = (pupil.full_name, pupil.phone)
            rows.append(FigureRow((place, *known, *money, _matter(pupil, said, today), None)))
        label = said["still-owing"]["class_total"].format(name=name)
        rows.append(FigureRow(_sums(found, label), RowKind.SUBTOTAL))
    return tuple(rows)


def _matter(pupil: OpenMoney, said: Words, today: date) -> str:
    own, day = said[NAME], pupil.promised_on
    if day is None:
        return own["part"]
    if day == today:
        return own["today"]
    return own["late" if day < today else "ahead"].format(days=abs((day - today).days))


def _sums(pupils: Sequence[OpenMoney], label: str) -> tuple[Figure, ...]:
    paid, due = sum(each.paid for each in pupils), sum(each.still_due for each in pupils)
    return None, label, None, paid, due, None, None, None
