"""What a row of a list of cards changes for the person whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ssdesk.domain.dates import format_date
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.groups import PUPIL
from ssdesk.domain.identifiers import card_parts, check_card_number, check_personal_id
from ssdesk.domain.person import Person
from ssdesk.exchange.card_list import CardLine
from ssdesk.services.card_lists.plan import Writes
from ssdesk.services.rosters.plan import Difference
from ssdesk.storage.cards import Card
from ssdesk.storage.queries.pupils import PupilRow

OWN_GROUPS = frozenset({"", PUPIL})
_ELSEWHERE = "elsewhere"
_NOTHING = Writes()


@dataclass(frozen=True, slots=True)
class Effect:
    """What changes, as people read it and as it is written; NO_NUMBER where no card can be."""

    writes: Writes = _NOTHING
    differences: tuple[Difference, ...] = ()
    no_number: bool = False


def effect_of(
    line: CardLine, person: Person, held: Sequence[Card], pupil: PupilRow | None, today: date
) -> Effect:
    """What the row changes.

    Args:
        person: with the numbers that the list fills in already in place.
        held: the person's cards, the one that ends last at the end.
        pupil: the person on the year's roster, None where they are not.
    """
    number = _number(line, person, held, today)
    tells = bool(line.valid_to or line.card_number)
    if tells and not number:
        return Effect(no_number=True)
    writes = _NOTHING
    differences: tuple[Difference, ...] = ()
    if tells:
        new, corrected = _card(line, number, held)
        writes = Writes(new_card=new, corrected=corrected)
        differences = _card_differences(held, new or corrected)
        if new:
            writes = replace(writes, new_card=replace(new, person_id=person.id))
    if pupil is not None:
        writes, found = _of_pupil(line, number, pupil, writes)
        differences += found
    return Effect(writes, differences)


def _number(line: CardLine, person: Person, held: Sequence[Card], today: date) -> str:
    """The number on the card, else the person's insurance number, which newer cards bear."""
    known = line.card_number or line.insurance_number or person.insurance_number
    if known or held:
        return known or held[-1].number
    citizen = person.personal_id or ""
    return citizen if not check_card_number(citizen, today) else ""


def _card(line: CardLine, number: str, held: Sequence[Card]) -> tuple[Card | None, Card | None]:
    """A card that is not known yet, or one that is with other days; neither where it is known."""
    same = [card for card in held if _is_same(card.number, number, line)]
    if any(_says_all(card, line) for card in same):
        return None, None
    made = Card("", "", number, card_parts(number).group_code, line.valid_from, line.valid_to, "")
    corrected = next((card for card in reversed(same) if _corrects(card, line)), None)
    if corrected is None:
        return made, None
    return None, replace(
        corrected,
        number=line.card_number or corrected.number,
        group_code=card_parts(line.card_number).group_code or corrected.group_code,
        valid_from=line.valid_from or corrected.valid_from,
        valid_to=line.valid_to or corrected.valid_to,
    )


def _is_same(held: str, number: str, line: CardLine) -> bool:
    """Whether two numbers can stand for one card: equal, or one holds the other."""
    if not line.card_number:
        return card_parts(held).group_code in OWN_GROUPS
    inside = card_parts(number).insurance_number
    return held == number or (bool(inside) and held == inside)


def _says_all(card: Card, line: CardLine) -> bool:
    return (
        line.card_number in {"", card.number}
        and line.valid_to in {None, card.valid_to}
        and line.valid_from in {None, card.valid_from}
    )


def _corrects(card: Card, line: CardLine) -> bool:
    """Whether the list speaks of the same card with other days, rather than of another period."""
    if card.valid_to is None or line.valid_to is None or card.valid_to == line.valid_to:
        return True
    if line.valid_to > card.valid_to:
        return line.valid_from is not None and line.valid_from == card.valid_from
    return card.valid_from is None or line.valid_to >= card.valid_from


def _card_differences(held: Sequence[Card], card: Card | None) -> tuple[Difference, ...]:
    if card is None:
        return ()
    before = next((each for each in held if each.id == card.id), held[-1] if held else None)
    found = []
    if before is None or before.number != card.number:
        found.append(Difference("card_number", before.number if before else "", card.number))
    for name in ("valid_from", "valid_to"):
        old, new = getattr(before, name, None), getattr(card, name)
        if new is not None and old != new:
            found.append(Difference(name, format_date(old) if old else "", format_date(new)))
    return tuple(found)


def _of_pupil(
    line: CardLine, number: str, pupil: PupilRow, writes: Writes
) -> tuple[Writes, tuple[Difference, ...]]:
    """Ticks the enrolment that the card proves; moves the end of another group's cover."""
    found: list[Difference] = []
    ends, group = line.valid_to, card_parts(number).group_code
    enrolment, cover = pupil.enrolment, pupil.cover
    if enrolment and ends and group in OWN_GROUPS:
        proven = ends >= enrolment.ends_on and enrolment.state is EnrolmentState.SUBMITTED
        if proven:
            writes = replace(writes, accepted=enrolment.id)
            state = EnrolmentState
            found.append(Difference("state", state.SUBMITTED.value, state.ACCEPTED.value))
    if cover and cover.kind == _ELSEWHERE and ends and cover.valid_to != ends:
        theirs = group == cover.group_code or number == cover.card_number
        if theirs or (not group and enrolment is None):
            writes = replace(writes, cover_id=cover.id, cover_to=ends)
            before = format_date(cover.valid_to) if cover.valid_to else ""
            found.append(Difference("cover_to", before, format_date(ends)))
    return writes, tuple(found)


def with_numbers(line: CardLine, person: Person, *, trusted: bool) -> Person:
    """The person with the numbers that the list knows and the store does not.

    Args:
        trusted: the row is theirs by personal id, so that its insurance number replaces another.
    """
    filled = person
    if line.insurance_number and (trusted or not person.insurance_number):
        filled = replace(filled, insurance_number=line.insurance_number)
    citizen = line.personal_id
    if (
        citizen
        and not person.personal_id
        and not check_personal_id(citizen, person.birth_date, person.sex)
    ):
        filled = replace(filled, personal_id=citizen)
    return filled
