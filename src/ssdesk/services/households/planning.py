"""What a collection from a household comes to before any of it is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ssdesk.domain.enrolment import ChangeType, EnrolmentState
from ssdesk.domain.household import MemberQuote, financial_year, quote_members
from ssdesk.domain.money import format_dong
from ssdesk.domain.period import Period, period_of
from ssdesk.domain.problems import Problem
from ssdesk.domain.rulebook import NO_EXTRA, Extra, SupportCategory
from ssdesk.domain.voluntary import (
    Method,
    VoluntaryRequest,
    check_age,
    months_of_support,
    quote_voluntary,
)
from ssdesk.errors import UserError
from ssdesk.services.context import Context
from ssdesk.services.households.quoting import member_request
from ssdesk.storage import member_enrolments
from ssdesk.storage.member_enrolments import MemberEnrolment, VoluntaryTerms
from ssdesk.storage.queries import households as queries
from ssdesk.storage.queries.households import MemberRow
from ssdesk.storage.store import Reader

_LONG_COVERED = 60


@dataclass(frozen=True, slots=True)
class HealthItem:
    """Health insurance of a member for so many months.

    Args:
        amount: an instalment in dong, None for all of it (ruling 7).
    """

    member_id: str
    months: int = 12
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class VoluntaryItem:
    """Voluntary insurance of a member.

    Args:
        income: declared monthly income in dong.
        starts_on: first month; None for the one after what is paid for, or this month.
        local, other: what the place adds, and others.
        amount: an instalment in dong, None for all of it.
    """

    member_id: str
    income: int
    months: int
    category: SupportCategory = SupportCategory.OTHER
    method: Method = Method.REGULAR
    starts_on: date | None = None
    local: Extra = NO_EXTRA
    other: Extra = NO_EXTRA
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class RestItem:
    """The rest of what was paid in part before; `amount` None for all of the rest."""

    enrolment_id: str
    amount: int | None = None


Item = HealthItem | VoluntaryItem | RestItem


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """One line of a receipt to be: the enrolment with its premium, and what is paid of it now.

    Args:
        is_new: whether the enrolment begins with this payment.
        warnings: what the person at the desk should know before taking money.
    """

    enrolment: MemberEnrolment
    member: MemberRow
    amount: int
    is_new: bool
    warnings: tuple[Problem, ...] = ()


def plan_lines(
    ctx: Context, reader: Reader, household_id: str, items: Sequence[Item], paid_on: date
) -> tuple[PlannedLine, ...]:
    """The lines in the order given; what is planned is what then is posted.

    Raises:
        UserError: NOTHING_TO_PAY, HOUSEHOLD_UNKNOWN, MEMBER_UNKNOWN, MEMBER_TWICE,
            MEMBER_HAS_REST, ENROLMENT_UNKNOWN, ENROLMENT_NOT_OPEN, AMOUNT_NOT_POSITIVE,
            AMOUNT_TOO_HIGH, VOLUNTARY_TOO_YOUNG, VOLUNTARY_RUNS, and what the rules refuse.
    """
    if not items:
        raise UserError("NOTHING_TO_PAY")
    if queries.household(reader, household_id) is None:
        raise UserError("HOUSEHOLD_UNKNOWN")
    desk = _Household(ctx, reader, household_id, paid_on)
    quotes = desk.health([item for item in items if isinstance(item, HealthItem)])
    return tuple(desk.line(item, quotes) for item in items)


class _Household:
    """Reads what the lines of one receipt need."""

    def __init__(self, ctx: Context, reader: Reader, household_id: str, paid_on: date) -> None:
        self._ctx, self._reader, self._paid_on = ctx, reader, paid_on
        self._household_id = household_id
        year = financial_year(paid_on)
        found = queries.members(reader, household_id, year)
        self._members = {item.id: item for item in found}
        self._held = queries.orders_held(reader, household_id, year)
        self._open = {
            (item.member_id, item.scheme): item
            for item in member_enrolments.of_household(reader, household_id)
            if item.state in {EnrolmentState.DUE, EnrolmentState.PROMISED}
        }

    def health(self, items: Sequence[HealthItem]) -> dict[str, MemberQuote]:
        """Quotes of those who pay health insurance, by member: their orders hang together."""
        requests = [
            member_request(self._ctx, self._member(item.member_id), item.months, self._paid_on)
            for item in items
        ]
        if not requests:
            return {}
        quotes = quote_members(self._ctx.rules, self._paid_on, requests, self._held)
        return {item.member_id: quote for item, quote in zip(items, quotes, strict=True)}

    def line(self, item: Item, quotes: dict[str, MemberQuote]) -> PlannedLine:
        """The line of one item."""
        if isinstance(item, RestItem):
            return self._rest(item)
        member = self._member(item.member_id)
        if isinstance(item, HealthItem):
            made = self._health_enrolment(member, quotes[item.member_id])
            warnings = _told(member, self._paid_on)
        else:
            made = self._voluntary_enrolment(member, item)
            warnings = ()
        open_one = self._open.get((member.id, made.scheme))
        if open_one is not None:
            raise UserError(
                "MEMBER_HAS_REST",
                name=member.person.full_name,
                due=format_dong(open_one.still_due),
            )
        return PlannedLine(made, member, _amount(made, item.amount), True, warnings)

    def _rest(self, item: RestItem) -> PlannedLine:
        found = member_enrolments.get(self._reader, item.enrolment_id)
        if found is None or found.member_id not in self._members:
            raise UserError("ENROLMENT_UNKNOWN")
        if (found.member_id, found.scheme) not in self._open:
            raise UserError("ENROLMENT_NOT_OPEN", name=found.premium.who)
        member = self._members[found.member_id]
        return PlannedLine(found, member, _amount(found, item.amount), False)

    def _member(self, member_id: str) -> MemberRow:
        if member_id not in self._members:
            raise UserError("MEMBER_UNKNOWN")
        return self._members[member_id]

    def _health_enrolment(self, member: MemberRow, quote: MemberQuote) -> MemberEnrolment:
        request = member_request(self._ctx, member, quote.months, self._paid_on)
        last = member.card_valid_to
        gap = self._ctx.rules.health.waiting.at(self._paid_on).gap_days
        continues = last is not None and (self._paid_on - last).days - 1 < gap
        return MemberEnrolment(
            id=self._ctx.clock.new_id(),
            member_id=member.id,
            person_id=member.person.id,
            collector_id=None,
            group_code=request.group_code,
            change_type=ChangeType.CONTINUED if continues else ChangeType.NEW,
            period=quote.period,
            months=quote.months,
            rule_date=self._paid_on,
            order=quote.order,
            premium=quote.premium,
            state=EnrolmentState.DUE,
        )

    def _voluntary_enrolment(self, member: MemberRow, item: VoluntaryItem) -> MemberEnrolment:
        person, rules = member.person, self._ctx.rules
        check_age(person.full_name, person.birth_date, self._paid_on)
        before = member_enrolments.supported_months(self._reader, person.id)
        until = member_enrolments.voluntary_until(self._reader, person.id)
        request = VoluntaryRequest(
            paid_on=self._paid_on,
            income=item.income,
            months=item.months,
            category=item.category,
            method=item.method,
            supported_months=before,
            who=person.full_name,
            local=item.local,
            other=item.other,
        )
        premium = quote_voluntary(rules, request)
        limit = rules.voluntary.terms.at(self._paid_on).supported_months
        terms = VoluntaryTerms(
            item.income,
            item.category,
            item.method,
            months_of_support(before, item.months, limit),
        )
        return MemberEnrolment(
            id=self._ctx.clock.new_id(),
            member_id=member.id,
            person_id=person.id,
            collector_id=None,
            group_code="",
            change_type=_voluntary_change(item.method, until),
            period=_voluntary_period(item, until, self._paid_on),
            months=item.months,
            rule_date=self._paid_on,
            order=None,
            premium=premium,
            state=EnrolmentState.DUE,
            terms=terms,
        )


def _voluntary_change(method: Method, until: date | None) -> ChangeType:
    if method is Method.MISSING:
        return ChangeType.MADE_UP
    return ChangeType.NEW if until is None else ChangeType.PAID_ON


def _voluntary_period(item: VoluntaryItem, until: date | None, paid_on: date) -> Period:
    """Whole calendar months: after those paid for, or from the month of payment."""
    this_month = paid_on.replace(day=1)
    if item.method is Method.MISSING:
        first = item.starts_on or _months_before(this_month, item.months)
    else:
        following = period_of(until.replace(day=1), 2).ends_on.replace(day=1) if until else None
        first = item.starts_on or max(this_month, following or this_month)
    first = first.replace(day=1)
    if until is not None and first <= until and item.method is not Method.MISSING:
        raise UserError("VOLUNTARY_RUNS", value=f"{until:%m/%Y}")
    return period_of(first, item.months)


def _months_before(first: date, months: int) -> date:
    at = first.year * 12 + first.month - 1 - months
    return date(at // 12, at % 12 + 1, 1)


def _amount(item: MemberEnrolment, wanted: int | None) -> int:
    amount = item.still_due if wanted is None else wanted
    name = item.premium.who
    # A whole premium that others pay leaves nothing to take, and is a line all the same.
    if amount < 0 or (amount == 0 and item.still_due):
        raise UserError("AMOUNT_NOT_POSITIVE", name=name, amount=format_dong(amount))
    if amount > item.still_due:
        due = format_dong(item.still_due)
        raise UserError("AMOUNT_TOO_HIGH", name=name, amount=format_dong(amount), due=due)
    return amount


def _told(member: MemberRow, paid_on: date) -> tuple[Problem, ...]:
    """Covered by another group, or long covered by the card held."""
    name = member.person.full_name
    if member.cover is not None and member.cover.covers(paid_on):
        params: dict[str, str | int] = {"name": name, "group": member.cover.group_code}
        return (Problem("member", "MEMBER_COVERED", params),)
    ends = member.card_valid_to
    if ends is not None and (ends - paid_on).days > _LONG_COVERED:
        return (Problem("member", "MEMBER_CARD_RUNS", {"name": name, "value": f"{ends:%d/%m/%Y}"}),)
    return ()


def total(lines: Sequence[PlannedLine]) -> int:
    """What is to be handed in, in dong."""
    return sum(item.amount for item in lines)


def with_collector(line: PlannedLine, collector_id: str) -> PlannedLine:
    """The line as a collector's; whoever began an enrolment keeps it."""
    if not line.is_new:
        return line
    return replace(line, enrolment=replace(line.enrolment, collector_id=collector_id))
