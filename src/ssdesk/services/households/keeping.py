"""Households founded, mended and moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ssdesk.domain.household import Relation
from ssdesk.domain.identifiers import normalise_phone
from ssdesk.domain.names import clean_text
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.households.members import (
    NewMember,
    joined,
    open_household,
    refuse_facts,
)
from ssdesk.storage import households
from ssdesk.storage.households import Hamlet, Household
from ssdesk.storage.store import Unit

CHANGED = Changes(frozenset({Kind.HOUSEHOLD, Kind.PEOPLE}))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a household lives, and how to reach it."""

    commune: str
    hamlet: str
    address: str = ""
    phone: str = ""
    note: str = ""

    def cleaned(self) -> Place:
        """The place with every text in one spelling."""
        texts = (self.commune, self.hamlet, self.address)
        commune, hamlet, address = (clean_text(text) for text in texts)
        phone = normalise_phone(clean_text(self.phone))
        return Place(commune, hamlet, address, phone, clean_text(self.note))


@dataclass(frozen=True, slots=True)
class FoundHousehold:
    """A household that the desk did not know, the head first."""

    place: Place
    members: tuple[NewMember, ...]


@dataclass(frozen=True, slots=True)
class HouseholdSaved:
    """The household as it is now."""

    household_id: str
    number: int
    changes: Changes = field(default=CHANGED)


def found_household(ctx: Context, command: FoundHousehold) -> HouseholdSaved:
    """Writes a new household with its members: all of it or nothing.

    Raises:
        UserError: HAMLET_MISSING, MEMBER_NONE, HEAD_NEEDED, HEAD_TAKEN, MEMBER_ELSEWHERE,
            the first problem of a member that refuses, NOT_ALLOWED.
    """
    refuse_facts(item.facts for item in command.members)
    with ctx.write(Act.KEEP_HOUSEHOLDS) as unit:
        made = found(ctx, unit, command)
    return HouseholdSaved(made.id, made.number)


def found(ctx: Context, unit: Unit, command: FoundHousehold) -> Household:
    """As `found_household`, within a unit of work already begun."""
    if not command.members:
        raise UserError("MEMBER_NONE")
    heads = [item for item in command.members if item.relation is Relation.HEAD]
    if not heads:
        raise UserError("HEAD_NEEDED")
    if len(heads) > 1:
        raise UserError("HEAD_TAKEN", name=heads[0].facts.full_name)
    made = _new(ctx, unit, command.place)
    joined(ctx, unit, made, command.members)
    unit.audit("household_founded", made.id, {"number": made.number})
    return made


def _new(ctx: Context, unit: Unit, place: Place) -> Household:
    item = place.cleaned()
    hamlet = ensure_hamlet(ctx, unit, item.commune, item.hamlet)
    made = Household(
        id=ctx.clock.new_id(),
        number=households.next_number(unit),
        hamlet_id=hamlet.id,
        position=households.next_position(unit, hamlet.id),
        address=item.address,
        phone=item.phone,
        note=item.note,
    )
    households.insert(unit, made)
    return made


def founded_by_split(ctx: Context, unit: Unit, place: Place) -> Household:
    """A household without members yet, for those who leave another for it."""
    return _new(ctx, unit, place)


def ensure_hamlet(ctx: Context, unit: Unit, commune: str, name: str) -> Hamlet:
    """The hamlet of that name, made at the end of the walk where there is none.

    Raises:
        UserError: HAMLET_MISSING.
    """
    if not name or not commune:
        raise UserError("HAMLET_MISSING")
    known = households.hamlet_named(unit, commune, name)
    if known is not None:
        return known
    made = Hamlet(ctx.clock.new_id(), commune, name, households.next_hamlet_position(unit))
    households.insert_hamlet(unit, made)
    return made


def move_household(ctx: Context, household_id: str, place: Place) -> HouseholdSaved:
    """Gives a household another place or other particulars.

    Raises:
        UserError: HOUSEHOLD_UNKNOWN, HOUSEHOLD_ENDED, HAMLET_MISSING, NOT_ALLOWED.
    """
    item = place.cleaned()
    with ctx.write(Act.KEEP_HOUSEHOLDS) as unit:
        before = open_household(unit, household_id)
        hamlet = ensure_hamlet(ctx, unit, item.commune, item.hamlet)
        position = before.position
        if hamlet.id != before.hamlet_id:
            position = households.next_position(unit, hamlet.id)
        after = replace(
            before,
            hamlet_id=hamlet.id,
            position=position,
            address=item.address,
            phone=item.phone,
            note=item.note,
        )
        if after != before:
            households.update(unit, after)
            unit.audit("household_moved", household_id, {"hamlet": hamlet.name})
    return HouseholdSaved(after.id, after.number)


def walk(ctx: Context, hamlet_id: str, household_ids: Sequence[str]) -> HouseholdSaved:
    """Puts the households of a hamlet in the order in which they are visited.

    Raises:
        UserError: HOUSEHOLD_UNKNOWN, HOUSEHOLD_ENDED, NOT_ALLOWED.
    """
    with ctx.write(Act.KEEP_HOUSEHOLDS) as unit:
        for position, household_id in enumerate(household_ids, start=1):
            before = open_household(unit, household_id)
            if before.position != position:
                households.update(unit, replace(before, position=position))
        unit.audit("hamlet_walked", hamlet_id, {"households": len(household_ids)})
    return HouseholdSaved(hamlet_id, len(household_ids))
