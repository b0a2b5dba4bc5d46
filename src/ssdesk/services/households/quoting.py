"""What the members of a household pay, from what the desk knows of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ssdesk.domain.common_end import CommonEnd, common_ends
from ssdesk.domain.groups import HOUSEHOLD
from ssdesk.domain.household import MemberQuote, MemberRequest, financial_year, quote_members
from ssdesk.errors import UserError
from ssdesk.services.context import Context
from ssdesk.services.covers import PART_SUPPORTED
from ssdesk.storage.queries import households as queries
from ssdesk.storage.queries.households import MemberRow
from ssdesk.storage.store import Reader

MONTHS = 12


@dataclass(frozen=True, slots=True)
class PayingMember:
    """Somebody who pays now, and for how many months."""

    member_id: str
    months: int = MONTHS


@dataclass(frozen=True, slots=True)
class HouseholdQuote:
    """What those chosen pay together; `own_share` in dong."""

    lines: tuple[MemberQuote, ...]
    own_share: int


def who_is_due(members: Sequence[MemberRow], on: date, within: int = 30) -> tuple[MemberRow, ...]:
    """Members without another group's card whose own ends within so many days, or has."""
    return tuple(
        item
        for item in members
        if not (item.cover and item.cover.covers(on))
        and (item.card_valid_to is None or (item.card_valid_to - on).days <= within)
    )


def quote_household(
    ctx: Context, household_id: str, paying: Sequence[PayingMember], paid_on: date | None = None
) -> HouseholdQuote:
    """The premium, card and order of each who pays, in the order given.

    Raises:
        UserError: HOUSEHOLD_UNKNOWN, MEMBER_UNKNOWN, MEMBER_TWICE, months outside their
            limits, or a value not known for the day.
    """
    day = paid_on or ctx.clock.today()
    requests, held = _requests(ctx, ctx.store.reader, household_id, paying, day)
    lines = quote_members(ctx.rules, day, requests, held)
    return HouseholdQuote(lines, sum(item.premium.own_share for item in lines))


def plan_common_end(
    ctx: Context, household_id: str, member_ids: Sequence[str], paid_on: date | None = None
) -> tuple[CommonEnd, ...]:
    """The ways in which the cards of members could end together, the earliest end first.

    Raises:
        UserError: as `quote_household`.
    """
    day = paid_on or ctx.clock.today()
    paying = [PayingMember(member_id) for member_id in member_ids]
    requests, held = _requests(ctx, ctx.store.reader, household_id, paying, day)
    return common_ends(ctx.rules, day, requests, held)


def _requests(
    ctx: Context,
    reader: Reader,
    household_id: str,
    paying: Sequence[PayingMember],
    day: date,
) -> tuple[list[MemberRequest], dict[str, int]]:
    if queries.household(reader, household_id) is None:
        raise UserError("HOUSEHOLD_UNKNOWN")
    there = {item.id: item for item in queries.members(reader, household_id, financial_year(day))}
    if any(item.member_id not in there for item in paying):
        raise UserError("MEMBER_UNKNOWN")
    requests = [member_request(ctx, there[item.member_id], item.months, day) for item in paying]
    return requests, queries.orders_held(reader, household_id, financial_year(day))


def member_request(ctx: Context, item: MemberRow, months: int, day: date) -> MemberRequest:
    """What is asked for a member: the group, the card before, and what the place adds."""
    supported = item.cover is not None and item.cover.kind == PART_SUPPORTED
    group = item.cover.group_code if item.cover and supported else HOUSEHOLD
    province = ctx.profile().province_code
    return MemberRequest(
        person_id=item.person.id,
        who=item.person.full_name,
        months=months,
        last_card_end=item.card_valid_to,
        group_code=group,
        local=ctx.rules.local_extra(province, group, day, months),
    )
