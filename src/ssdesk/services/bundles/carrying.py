"""Which lists the next bundle carries: those of its school year, older ones only if asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ssdesk.domain.school import SchoolYear
from ssdesk.rulepacks.form_layouts import load_forms
from ssdesk.storage import outbox, roster, submissions
from ssdesk.storage.store import Reader


@dataclass(frozen=True, slots=True)
class CarriedList:
    """A list that a bundle carries or could carry.

    Args:
        lines: all its lines, also those of another hospital.
        amount: the own shares of those who are added, in dong.
    """

    id: str
    form_code: str
    number: int
    list_date: date
    school_year: str
    lines: int
    amount: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Lists that an addressee was not sent yet, the oldest first.

    Args:
        of_year: of the school year asked for.
        older: of school years before it.
    """

    of_year: tuple[CarriedList, ...]
    older: tuple[CarriedList, ...]


def waiting_lists(reader: Reader, addressee: str, school_year: str) -> Waiting:
    """What could go along; lists of later years go with their own year's bundle."""
    codes = {layout.form: layout.code for layout in load_forms()}
    years, known = submissions.years_of_lists(reader), roster.school_years(reader)
    found = []
    for each in outbox.unsent_lists(reader, addressee):
        item = submissions.get(reader, each)
        assert item is not None
        found.append(
            CarriedList(
                item.id,
                codes.get(item.form, item.form),
                item.number,
                item.list_date,
                years.get(item.id) or _year_on(known, item.list_date),
                item.people + item.moved,
                item.own_share,
            )
        )
    return Waiting(
        tuple(each for each in found if each.school_year == school_year),
        tuple(each for each in found if each.school_year < school_year),
    )


def _year_on(known: Sequence[str], day: date) -> str:
    """The school year in which a list was made that adds nobody; one that has a roster."""
    begun = [name for name in known if name <= SchoolYear.containing(day).name]
    return max(begun, default=min(known))
