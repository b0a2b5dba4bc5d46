"""Households split and merged: members go, what they paid stays where it was paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ssdesk.domain.household import LeftReason, Relation
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes
from ssdesk.services.context import Context
from ssdesk.services.households.keeping import CHANGED, Place, founded_by_split
from ssdesk.services.households.members import end, open_household
from ssdesk.storage import covers, households
from ssdesk.storage.households import Member
from ssdesk.storage.store import Unit


@dataclass(frozen=True, slots=True)
class SplitHousehold:
    """Members who found a household of their own.

    Args:
        member_ids: who goes, the new head first.
        relations: what each is to the new head, the first HEAD.
        former_head: who heads those who stay, empty where the head stays.
        place: where the new household lives.
    """

    household_id: str
    member_ids: tuple[str, ...]
    relations: tuple[Relation, ...]
    place: Place
    former_head: str = ""


@dataclass(frozen=True, slots=True)
class HouseholdsChanged:
    """The household that members now belong to."""

    household_id: str
    number: int
    changes: Changes = field(default=CHANGED)


def split_household(ctx: Context, command: SplitHousehold) -> HouseholdsChanged:
    """Makes a new household of some members of another.

    Raises:
        UserError: HOUSEHOLD_UNKNOWN, HOUSEHOLD_ENDED, MEMBER_NONE, MEMBER_UNKNOWN,
            SPLIT_TAKES_ALL, HEAD_NEEDED, HAMLET_MISSING, NOT_ALLOWED.
    """
    with ctx.write(Act.KEEP_HOUSEHOLDS) as unit:
        open_household(unit, command.household_id)
        there = {item.id: item for item in households.members(unit, command.household_id)}
        going = _chosen(there, command)
        staying = [item for item in there.values() if item not in going]
        _keep_head(unit, staying, command.former_head)
        made = founded_by_split(ctx, unit, command.place)
        _move(ctx, unit, going, (made.id, command.relations, 1), LeftReason.SPLIT)
        unit.audit("household_split", command.household_id, {"into": made.number})
    return HouseholdsChanged(made.id, made.number)


def merge_households(
    ctx: Context, from_id: str, into_id: str, relations: Sequence[Relation] = ()
) -> HouseholdsChanged:
    """Brings all members of one household into another; the first one ends.

    Args:
        ctx: the desk.
        from_id: the household that ends.
        into_id: the one that stays, with its head.
        relations: what each of the newcomers is to that head, in the order of their list.

    Raises:
        UserError: HOUSEHOLD_SAME, HOUSEHOLD_UNKNOWN, HOUSEHOLD_ENDED, NOT_ALLOWED.
    """
    with ctx.write(Act.KEEP_HOUSEHOLDS) as unit:
        source, target = open_household(unit, from_id), open_household(unit, into_id)
        if from_id == into_id:
            raise UserError("HOUSEHOLD_SAME", number=source.number)
        going = households.members(unit, from_id)
        last = max((item.position for item in households.members(unit, into_id)), default=0)
        given = tuple(relations) or (Relation.OTHER,) * len(going)
        _move(ctx, unit, going, (into_id, given, last + 1), LeftReason.MERGED)
        end(unit, from_id, ctx.clock.today(), merged_into=into_id)
        unit.audit("household_merged", from_id, {"into": target.number})
    return HouseholdsChanged(target.id, target.number)


def _chosen(there: dict[str, Member], command: SplitHousehold) -> tuple[Member, ...]:
    if not command.member_ids:
        raise UserError("MEMBER_NONE")
    if any(member_id not in there for member_id in command.member_ids):
        raise UserError("MEMBER_UNKNOWN")
    if len(set(command.member_ids)) == len(there):
        raise UserError("SPLIT_TAKES_ALL")
    if command.relations[:1] != (Relation.HEAD,):
        raise UserError("HEAD_NEEDED")
    return tuple(there[member_id] for member_id in command.member_ids)


def _keep_head(unit: Unit, staying: Sequence[Member], former_head: str) -> None:
    if any(item.relation is Relation.HEAD for item in staying):
        return
    heads = [item for item in staying if item.id == former_head]
    if not heads:
        raise UserError("HEAD_NEEDED")
    households.update_member(unit, replace(heads[0], relation=Relation.HEAD))


def _move(
    ctx: Context,
    unit: Unit,
    going: Sequence[Member],
    place: tuple[str, Sequence[Relation], int],
    reason: LeftReason,
) -> None:
    """Ends memberships and begins them in another household, with their covers."""
    household_id, relations, first = place
    today = ctx.clock.today()
    given = (*relations, *(Relation.OTHER for _ in going[len(relations) :]))
    for item in going:
        households.leave(unit, item, reason, today)
    made = [
        Member(
            id=ctx.clock.new_id(),
            household_id=household_id,
            person_id=item.person_id,
            relation=relation,
            position=position,
            joined_on=today,
            away=item.away,
        )
        for position, (item, relation) in enumerate(zip(going, given, strict=True), start=first)
    ]
    households.insert_members(unit, made)
    for item, new in zip(going, made, strict=True):
        covers.move_to_member(unit, item.id, new.id)
