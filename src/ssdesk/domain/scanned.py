"""What was read from the QR code of a card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ssdesk.domain.person import BirthDate, Sex
from ssdesk.domain.problems import Problem


class CardKind(Enum):
    """Which card was scanned."""

    CITIZEN_CARD = "citizen_card"
    HEALTH_CARD = "health_card"


@dataclass(frozen=True, slots=True)
class ScannedCard:
    """A scanned card; empty where the card says nothing or its text could not be recovered.

    Args:
        kind: citizen card or health card.
        old_number: the number of the identity card before.
        address: as printed, with the provinces of that time.
        valid_from: first day, of a health card.
        five_years_from: day from which five continuous years are complete.
        registered_hospital: 5 characters, province part in the old numbering.
        doubtful: names of the fields a person should compare with the card.
        problems: contradictions of the personal id with birth date and sex (ruling 19).
    """

    kind: CardKind
    full_name: str = ""
    birth_date: BirthDate | None = None
    sex: Sex | None = None
    personal_id: str | None = None
    old_number: str | None = None
    card_number: str | None = None
    insurance_number: str | None = None
    benefit_level: str = ""
    address: str = ""
    parent_name: str = ""
    registered_hospital: str = ""
    issued_on: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    five_years_from: date | None = None
    doubtful: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
