"""The cards of each class with room for the signature of whoever takes one."""

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

NAME = "card-handout"


@dataclass(frozen=True, slots=True)
class ListedCard:
    """A pupil's card.

    Args:
        birth_date: as known: full, month and year, or year.
        paper: asked for on paper; else the card is electronic.
        handed_on: day on which the pupil got it, None while it waits.
    """

    class_name: str
    teacher: str
    full_name: str
    birth_date: str
    number: str
    valid_from: date | None
    valid_to: date | None
    paper: bool
    handed_on: date | None


def card_handout(
    cards: Sequence[ListedCard], school_year: str, as_of: datetime, language: str = "vi"
) -> Report:
    """A page a class; the pupils stand in the order of the roster."""
    said = texts(language)
    titles, own = said["columns"], said[NAME]
    handed = sum(card.handed_on is not None for card in cards)
    table = FigureTable(
        own["table"].format(count=len(cards), handed=handed),
        (
            FigureColumn(titles["place"], FigureKind.INT, 6),
            FigureColumn(titles["full_name"], FigureKind.TEXT, 24),
            FigureColumn(titles["birth_date"], FigureKind.TEXT, 12),
            FigureColumn(titles["card_number"], FigureKind.TEXT, 16),
            FigureColumn(titles["valid_from"], FigureKind.DATE, 12),
            FigureColumn(titles["valid_to"], FigureKind.DATE, 12),
            FigureColumn(titles["card_kind"], FigureKind.TEXT, 9),
            FigureColumn(titles["handed_on"], FigureKind.DATE, 12),
            FigureColumn(titles["received"], FigureKind.TEXT, 15),
        ),
        _rows(cards, said),
        empty=own["empty"],
    )
    subtitle = said["common"]["year"].format(year=school_year)
    return Report(NAME, own["title"], subtitle, as_of, (table,))


def _rows(cards: Sequence[ListedCard], said: Words) -> tuple[FigureRow, ...]:
    rows: list[FigureRow] = []
    for (name, teacher), members in groupby(cards, lambda each: (each.class_name, each.teacher)):
        found = list(members)
        heading = said["common"]["class_teacher" if teacher else "class"].format(
            name=name, teacher=teacher, count=len(found)
        )
        rows.append(FigureRow((heading,), RowKind.GROUP, new_page=bool(rows)))
        rows += [FigureRow(_cells(place, card, said)) for place, card in enumerate(found, start=1)]
    return tuple(rows)


def _cells(place: int, card: ListedCard, said: Words) -> tuple[Figure, ...]:
    kind = said[NAME]["paper" if card.paper else "electronic"]
    period = (card.valid_from, card.valid_to)
    known = (card.full_name, card.birth_date, card.number)
    return place, *known, *period, kind, card.handed_on, None
