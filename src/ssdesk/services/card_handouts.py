"""The cards of the classes: which end soon, which are handed out, and handing them out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from ssdesk.domain.dates import format_date
from ssdesk.domain.names import clean_name
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import card_handouts
from ssdesk.storage.queries import cards as queries
from ssdesk.storage.queries.cards import Handed, PupilCard
from ssdesk.storage.store import Unit

__all__ = [
    "SOON",
    "CardsHanded",
    "HandOut",
    "Handed",
    "Place",
    "PupilCard",
    "Stage",
    "ends_soon",
    "hand_out",
    "list_cards_of_year",
    "paper_held",
    "place_of",
    "take_back_handout",
]

SOON = (30, 15, 5)
"""Days before the end of a card at which people are reminded."""


class Stage(Enum):
    """Into whose hands a card goes."""

    TEACHER = "teacher"
    PUPIL = "pupil"


class Place(Enum):
    """Where a card is; HELD is at the school's office."""

    NONE = "none"
    HELD = "held"
    WITH_TEACHER = "with_teacher"
    WITH_PUPIL = "with_pupil"


@dataclass(frozen=True, slots=True)
class HandOut:
    """Give cards out.

    Args:
        to: who takes them all; empty for each class's homeroom teacher, or each pupil.
        on: the day, today if None.
    """

    entry_ids: tuple[str, ...]
    stage: Stage
    school_year: str
    to: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class CardsHanded:
    """How many cards changed hands, and how many pupils had none or had it already."""

    cards: int
    left_out: int
    changes: Changes = field(default=Changes(frozenset({Kind.PEOPLE})))


def list_cards_of_year(ctx: Context, school_year: str) -> tuple[PupilCard, ...]:
    """Everybody on the roster with the card that ends last, by class and given name."""
    return queries.of_year(ctx.store.reader, school_year)


def paper_held(ctx: Context, school_year: str) -> tuple[str, ...]:
    """Lines of the roster whose card on paper has come and is not in the pupil's hands yet."""
    return queries.paper_held(ctx.store.reader, school_year)


def ends_soon(row: PupilCard, today: date, days: int) -> bool:
    """Whether the card ends within so many days from today; one that has ended does not."""
    ends = row.card.valid_to if row.card else None
    return ends is not None and today <= ends <= today + timedelta(days=days)


def place_of(row: PupilCard) -> Place:
    """In whose hands the card is."""
    if row.card is None:
        return Place.NONE
    if row.to_pupil:
        return Place.WITH_PUPIL
    return Place.WITH_TEACHER if row.to_teacher else Place.HELD


def hand_out(ctx: Context, command: HandOut) -> CardsHanded:
    """Notes cards as given out, all of them or none; who has it already is left out.

    Raises:
        UserError: CARD_HANDED_LATER for a day to come, CARDS_NONE_TO_HAND, NOT_ALLOWED.
    """
    today = ctx.clock.today()
    day = command.on or today
    if day > today:
        raise UserError("CARD_HANDED_LATER", value=format_date(day))
    with ctx.write(Act.KEEP_PUPILS) as unit:
        rows = _chosen(unit, command)
        for row in rows:
            _note(ctx, unit, row, command, day)
        if not rows:
            raise UserError("CARDS_NONE_TO_HAND")
        detail = {"cards": len(rows), "stage": command.stage.value}
        unit.audit("cards_handed_out", "", detail)
    return CardsHanded(len(rows), len(command.entry_ids) - len(rows))


def _chosen(unit: Unit, command: HandOut) -> list[PupilCard]:
    wanted = set(command.entry_ids)
    return [
        row
        for row in queries.of_year(unit, command.school_year)
        if row.entry_id in wanted
        and row.card
        and not row.to_pupil
        and not (command.stage is Stage.TEACHER and row.to_teacher)
    ]


def _note(ctx: Context, unit: Unit, row: PupilCard, command: HandOut, day: date) -> None:
    usual = row.teacher if command.stage is Stage.TEACHER else row.full_name
    to = clean_name(command.to) or usual
    card_id = row.card.id if row.card else ""
    new_id = ctx.clock.new_id()
    card_handouts.insert(unit, new_id, card_id, command.stage.value, on=day, to=to)


def take_back_handout(ctx: Context, school_year: str, entry_ids: tuple[str, ...]) -> CardsHanded:
    """Undoes the last step of each card: from the pupil to the teacher, from there to the office.

    Raises:
        UserError: CARDS_NONE_TO_HAND where none of them was given out, NOT_ALLOWED.
    """
    with ctx.write(Act.KEEP_PUPILS) as unit:
        wanted = set(entry_ids)
        rows = [
            row
            for row in queries.of_year(unit, school_year)
            if row.entry_id in wanted and (row.to_teacher or row.to_pupil)
        ]
        if not rows:
            raise UserError("CARDS_NONE_TO_HAND")
        for row in rows:
            stage = Stage.PUPIL if row.to_pupil else Stage.TEACHER
            card_id = row.card.id if row.card else ""
            card_handouts.withdraw(unit, card_id, stage.value, unit.at)
        unit.audit("cards_handed_back", "", {"cards": len(rows)})
    return CardsHanded(len(rows), len(entry_ids) - len(rows))
