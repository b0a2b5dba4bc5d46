"""Cards that people hold: what the next card continues."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ssdesk.domain import checks
from ssdesk.domain.checks import Severity
from ssdesk.domain.identifiers import check_card_group, check_card_number
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import cards
from ssdesk.storage.cards import Card

__all__ = ["Card", "CardsRecorded", "RecordCard", "list_cards", "record_cards"]


@dataclass(frozen=True, slots=True)
class RecordCard:
    """A card somebody has seen or the office has told of.

    Args:
        number: of any layout valid on its first day.
        source: paper or list that shows it.
    """

    person_id: str
    number: str
    group_code: str
    valid_from: date
    valid_to: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class CardsRecorded:
    """How many cards were written down."""

    cards: int
    changes: Changes = field(default=Changes(frozenset({Kind.PEOPLE, Kind.COVER})))


def list_cards(ctx: Context, person_id: str) -> tuple[Card, ...]:
    """Cards of a person, the one that ends last first."""
    return cards.of_person(ctx.store.reader, person_id)


def record_cards(ctx: Context, commands: tuple[RecordCard, ...]) -> CardsRecorded:
    """Writes cards down, all of them or none.

    Raises:
        UserError: the first problem that refuses a card's number or group; CARD_PERIOD_EMPTY.
    """
    for command in commands:
        found = check_card_number(command.number, command.valid_from)
        for problem in (*found, *check_card_group(command.number, command.group_code)):
            if checks.severity(problem.code) is Severity.REFUSE:
                raise UserError(problem.code, **problem.params)
        if command.valid_to < command.valid_from:
            raise UserError("CARD_PERIOD_EMPTY", value=command.number)
    with ctx.write(Act.KEEP_PUPILS) as unit:
        cards.insert(
            unit,
            (
                Card(
                    id=ctx.clock.new_id(),
                    person_id=command.person_id,
                    number=command.number,
                    group_code=command.group_code,
                    valid_from=command.valid_from,
                    valid_to=command.valid_to,
                    source=command.source,
                )
                for command in commands
            ),
            unit.at,
        )
        unit.audit("cards_recorded", "", {"cards": len(commands)})
    return CardsRecorded(len(commands))
