"""Who joins a household, is mended, and leaves it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from ssdesk.domain import checks
from ssdesk.domain.checks import Severity
from ssdesk.domain.dates import format_date
from ssdesk.domain.household import LeftReason, Relation
from ssdesk.domain.names import clean_text
from ssdesk.domain.person import Person
from ssdesk.domain.person_facts import PersonFacts, check_facts
from ssdesk.domain.problems import Problem
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import covers, households, people
from ssdesk.storage.households import Household, Member
from ssdesk.storage.queries import households as queries
from ssdesk.storage.store import Reader, Unit

_CHANGED = Changes(frozenset({Kind.HOUSEHOLD, Kind.PEOPLE}))


@dataclass(frozen=True, slots=True)
class NewMember:
    """Somebody who joins.

    Args:
        joined_on: first day in the household, None for today; a birth has its birth date.
        away: where the person works, empty at home.
    """

    facts: PersonFacts
    relation: Relation
    joined_on: date | None = None
    away: str = ""


@dataclass(frozen=True, slots=True)
class MendMember:
    """A member's facts and place in the household as they should be."""

    member_id: str
    facts: PersonFacts
    relation: Relation
    away: str = ""


@dataclass(frozen=True, slots=True)
class MembersSaved:
    """The members written, in the order they were given."""

    member_ids: tuple[str, ...]
    changes: Changes = field(default=_CHANGED)


def facts_of(person: Person) -> PersonFacts:
    """The form's values of a person already known."""
    return PersonFacts(**{item.name: getattr(person, item.name) for item in fields(PersonFacts)})


def check_member(
    ctx: Context, facts: PersonFacts, member_id: str | None = None
) -> tuple[Problem, ...]:
    """Everything wrong with a member before it is saved, the store's other people included."""
    found = list(check_facts(facts))
    reader = ctx.store.reader
    person = people.by_personal_id(reader, facts.personal_id) if facts.personal_id else None
    other = households.member_of_person(reader, person.id) if person else None
    if person is not None and other is not None and other.id != member_id:
        found.append(Problem("personal_id", "MEMBER_ELSEWHERE", _where(reader, person, other)))
    return tuple(found)


def refuse_facts(given: Iterable[PersonFacts]) -> None:
    """Lets through facts without a problem that refuses.

    Raises:
        UserError: the first problem that refuses, with its values.
    """
    for facts in given:
        for problem in check_facts(facts):
            if checks.severity(problem.code) is Severity.REFUSE:
                raise UserError(problem.code, **problem.params)


def join_household(
    ctx: Context, household_id: str, newcomers: tuple[NewMember, ...]
) -> MembersSaved:
    """Writes newcomers into a household: a birth, somebody who moved in, or was forgotten.

    Raises:
        UserError: HOUSEHOLD_UNKNOWN, HOUSEHOLD_ENDED, MEMBER_NONE, HEAD_TAKEN,
            MEMBER_ELSEWHERE, the first problem of a member that refuses, NOT_ALLOWED.
    """
    refuse_facts(item.facts for item in newcomers)
    if not newcomers:
        raise UserError("MEMBER_NONE")
    with ctx.write(Act.KEEP_HOUSEHOLDS) as unit:
        household = open_household(unit, household_id)
        for head in (item for item in newcomers if item.relation is Relation.HEAD):
            refuse_second_head(unit, household_id, head.facts.full_name)
        member_ids = joined(ctx, unit, household, newcomers)
    return MembersSaved(member_ids)


def joined(
    ctx: Context, unit: Unit, household: Household, newcomers: Sequence[NewMember]
) -> tuple[str, ...]:
    """Writes newcomers after the members there are; their ids."""
    last = max((item.position for item in households.members(unit, household.id)), default=0)
    members = []
    for position, item in enumerate(newcomers, start=last + 1):
        person = _known_or_new(ctx, unit, item.facts)
        members.append(
            Member(
                id=ctx.clock.new_id(),
                household_id=household.id,
                person_id=person.id,
                relation=item.relation,
                position=position,
                joined_on=item.joined_on or ctx.clock.today(),
                away=clean_text(item.away),
            )
        )
    households.insert_members(unit, members)
    unit.audit("members_joined", household.id, {"members": len(members)})
    return tuple(item.id for item in members)


def refuse_second_head(reader: Reader, household_id: str, name: str, but: str = "") -> None:
    """Lets through a head where the household has none.

    Raises:
        UserError: HEAD_TAKEN.
    """
    for item in households.members(reader, household_id):
        if item.relation is Relation.HEAD and item.id != but:
            head = people.get(reader, item.person_id)
            raise UserError("HEAD_TAKEN", name=head.full_name if head else name)


def mend_member(ctx: Context, command: MendMember) -> MembersSaved:
    """Writes a member's facts and relation; another head takes the place of the one before.

    Raises:
        UserError: MEMBER_UNKNOWN, HEAD_NEEDED, HEAD_TAKEN, MEMBER_ELSEWHERE, the first problem
            that refuses, NOT_ALLOWED.
        Conflict: PERSON_CHANGED.
    """
    for problem in check_member(ctx, command.facts, command.member_id):
        if checks.severity(problem.code) is Severity.REFUSE:
            raise UserError(problem.code, **problem.params)
    with ctx.write(Act.KEEP_HOUSEHOLDS) as unit:
        item = present(unit, command.member_id)
        if command.relation is Relation.HEAD and item.relation is not Relation.HEAD:
            refuse_second_head(unit, item.household_id, command.facts.full_name, item.id)
        if item.relation is Relation.HEAD and command.relation is not Relation.HEAD:
            raise UserError("HEAD_NEEDED")
        person = people.get(unit, item.person_id)
        assert person is not None
        if facts_of(person) != command.facts:
            people.update(unit, with_facts(person, command.facts), ctx.clock.now())
        after = replace(item, relation=command.relation, away=clean_text(command.away))
        if after != item:
            households.update_member(unit, after)
        unit.audit("member_mended", item.id, {"relation": command.relation.value})
    return MembersSaved((item.id,))


def choose_head(ctx: Context, member_id: str, former: Relation = Relation.OTHER) -> MembersSaved:
    """Makes a member the head; who was it becomes what `former` says.

    Raises:
        UserError: MEMBER_UNKNOWN, NOT_ALLOWED.
    """
    with ctx.write(Act.KEEP_HOUSEHOLDS) as unit:
        item = present(unit, member_id)
        for other in households.members(unit, item.household_id):
            if other.relation is Relation.HEAD and other.id != item.id:
                households.update_member(unit, replace(other, relation=former))
        households.update_member(unit, replace(item, relation=Relation.HEAD))
        unit.audit("head_chosen", item.id, {"household": item.household_id})
    return MembersSaved((member_id,))


def leave_household(
    ctx: Context, member_id: str, reason: LeftReason, on: date | None = None, note: str = ""
) -> MembersSaved:
    """Ends a membership: death, moved away, entered by mistake. The last to go ends the household.

    Raises:
        UserError: MEMBER_UNKNOWN, MEMBER_LEFT_LATER, HEAD_NEEDED, NOT_ALLOWED.
    """
    today = ctx.clock.today()
    left_on = on or today
    if left_on > today:
        raise UserError("MEMBER_LEFT_LATER", value=format_date(left_on))
    with ctx.write(Act.KEEP_HOUSEHOLDS) as unit:
        item = present(unit, member_id)
        rest = [other for other in households.members(unit, item.household_id) if other != item]
        if item.relation is Relation.HEAD and rest:
            raise UserError("HEAD_NEEDED")
        households.leave(unit, item, reason, left_on, clean_text(note))
        covers.end_of_member(unit, item.id, unit.at)
        if not rest:
            end(unit, item.household_id, left_on)
        unit.audit("member_left", item.id, {"reason": reason.value})
    return MembersSaved((member_id,))


def end(unit: Unit, household_id: str, on: date, merged_into: str | None = None) -> None:
    """Ends a household that nobody belongs to any more."""
    household = households.get(unit, household_id)
    assert household is not None
    households.update(unit, replace(household, ended_on=on, merged_into=merged_into))


def open_household(reader: Reader, household_id: str) -> Household:
    """A household that has not ended.

    Raises:
        UserError: HOUSEHOLD_UNKNOWN, HOUSEHOLD_ENDED.
    """
    found = households.get(reader, household_id)
    if found is None:
        raise UserError("HOUSEHOLD_UNKNOWN")
    if found.ended_on is not None:
        raise UserError("HOUSEHOLD_ENDED", number=found.number, value=format_date(found.ended_on))
    return found


def present(reader: Reader, member_id: str) -> Member:
    """A member who has not left.

    Raises:
        UserError: MEMBER_UNKNOWN.
    """
    item = households.member(reader, member_id)
    if item is None or item.left_on is not None:
        raise UserError("MEMBER_UNKNOWN")
    return item


def with_facts(person: Person, facts: PersonFacts) -> Person:
    """The person with a form's values."""
    return replace(person, **{item.name: getattr(facts, item.name) for item in fields(facts)})


def _known_or_new(ctx: Context, unit: Unit, facts: PersonFacts) -> Person:
    """The same human being, told by personal id, or a new one."""
    known = people.by_personal_id(unit, facts.personal_id) if facts.personal_id else None
    if known is None:
        person = with_facts(Person(id=ctx.clock.new_id(), full_name=facts.full_name), facts)
        people.insert(unit, person, ctx.clock.now())
        return person
    other = households.member_of_person(unit, known.id)
    if other is not None:
        raise UserError("MEMBER_ELSEWHERE", **_where(unit, known, other))
    people.update(unit, with_facts(known, facts), ctx.clock.now())
    return known


def _where(reader: Reader, person: Person, item: Member) -> dict[str, str | int]:
    row = queries.household(reader, item.household_id)
    assert row is not None
    return {"name": person.full_name, "number": row.number, "head": row.head}
