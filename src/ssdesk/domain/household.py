"""Households: who takes which order, and what each member pays (NĐ 146/2018 Đ5, Đ7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction

from ssdesk.domain.groups import HOUSEHOLD
from ssdesk.domain.period import Period, period_of
from ssdesk.domain.premium import (
    MAX_HOUSEHOLD,
    HouseholdRequest,
    PremiumRequest,
    quote_household,
    quote_person,
)
from ssdesk.domain.rulebook import NO_EXTRA, Extra, RuleBook
from ssdesk.domain.settlement import PremiumLine
from ssdesk.domain.waiting import card_starts_on
from ssdesk.errors import UserError


class Relation(Enum):
    """What a member is to the head, by the code of the national lists."""

    HEAD = "00"
    WIFE = "01"
    HUSBAND = "02"
    FATHER = "03"
    MOTHER = "04"
    YOUNGER_SIBLING = "05"
    ELDER_BROTHER = "06"
    ELDER_SISTER = "07"
    CHILD = "08"
    GRANDCHILD = "09"
    GRANDFATHER = "10"
    GRANDMOTHER = "11"
    PATERNAL_AUNT = "12"
    MATERNAL_AUNT = "13"
    PATERNAL_UNCLE = "14"
    UNCLES_WIFE = "15"
    ELDER_UNCLE = "16"
    MATERNAL_UNCLE = "17"
    MATERNAL_UNCLES_WIFE = "18"
    DAUGHTER_IN_LAW = "19"
    SON_IN_LAW = "20"
    GREAT_GRANDCHILD = "21"
    OTHER = "99"


class LeftReason(Enum):
    """Why somebody is a member no more."""

    DIED = "died"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    MISTAKE = "mistake"


def financial_year(paid_on: date) -> int:
    """The year in which orders are counted: 1 January to 31 December (ruling 2, to confirm)."""
    return paid_on.year


def take_orders(held: Mapping[str, int], joining: Iterable[str]) -> dict[str, int]:
    """The order of each who pays now, by person.

    Who joined earlier in the year keeps the order held; the others take the lowest that are
    free, in the order given, so that a voided payment leaves no gap (NĐ 146/2018 Đ7 k1 e).

    Args:
        held: orders of the household's standing payments of the financial year.
        joining: who pays now as household, first to last.
    """
    orders: dict[str, int] = {}
    taken = set(held.values())
    free = (order for order in range(1, MAX_HOUSEHOLD + len(taken) + 2) if order not in taken)
    for person_id in joining:
        if person_id not in orders:
            orders[person_id] = held[person_id] if person_id in held else next(free)
    return orders


@dataclass(frozen=True, slots=True)
class MemberRequest:
    """One member who is to pay.

    Args:
        months: whole months.
        group_code: GD, or the supported group whose premium takes no order (Đ7 k2).
        last_card_end: last day of the card held or held before, None for none ever.
        state_support: the state's share where a decision names it for this person.
        local, other: what the place adds, and others.
    """

    person_id: str
    who: str
    months: int
    last_card_end: date | None = None
    group_code: str = HOUSEHOLD
    state_support: Fraction | None = None
    local: Extra = NO_EXTRA
    other: Extra = NO_EXTRA

    @property
    def takes_order(self) -> bool:
        """Whether this member counts among those who join as household."""
        return self.group_code == HOUSEHOLD


@dataclass(frozen=True, slots=True)
class MemberQuote:
    """What one member pays, and the card it buys; `order` is None outside the household group."""

    person_id: str
    order: int | None
    period: Period
    months: int
    premium: PremiumLine


def quote_members(
    book: RuleBook, paid_on: date, members: Sequence[MemberRequest], held: Mapping[str, int]
) -> tuple[MemberQuote, ...]:
    """The premium and card of each member who pays on a day, in the order given.

    Args:
        book: the rules.
        paid_on: day of payment; it decides base salary, rates and where cards begin.
        members: those who pay now, as they are to be listed.
        held: orders already taken in the financial year, by person.

    Raises:
        UserError: HOUSEHOLD_SIZE_LIMIT, MEMBER_TWICE, months or supports outside their limits,
            or a value not known for the day.
    """
    if not 1 <= len(members) <= MAX_HOUSEHOLD:
        raise UserError("HOUSEHOLD_SIZE_LIMIT", size=len(members), limit=MAX_HOUSEHOLD)
    seen: set[str] = set()
    for item in members:
        if item.person_id in seen:
            raise UserError("MEMBER_TWICE", name=item.who)
        seen.add(item.person_id)
    orders = take_orders(held, (item.person_id for item in members if item.takes_order))
    return tuple(_quote(book, paid_on, item, orders.get(item.person_id)) for item in members)


def _quote(book: RuleBook, paid_on: date, item: MemberRequest, order: int | None) -> MemberQuote:
    starts_on = card_starts_on(book, item.group_code, paid_on, item.last_card_end)
    if order is None:
        line = quote_person(
            book,
            PremiumRequest(
                paid_on,
                starts_on,
                item.months,
                item.group_code,
                item.who,
                item.state_support,
                item.local,
                item.other,
            ),
        )
    else:
        request = HouseholdRequest(
            paid_on, starts_on, item.months, (order,), (item.who,), item.local, item.other
        )
        (line,) = quote_household(book, request)
    return MemberQuote(item.person_id, order, period_of(starts_on, item.months), item.months, line)


def with_months(members: Iterable[MemberRequest], months: int) -> tuple[MemberRequest, ...]:
    """The same members, all for so many months."""
    return tuple(replace(item, months=months) for item in members)


def own_share(quotes: Iterable[MemberQuote]) -> int:
    """What the members pay together, in dong."""
    return sum(item.premium.own_share for item in quotes)
