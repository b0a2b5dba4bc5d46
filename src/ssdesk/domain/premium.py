"""Premiums of health insurance: pupils, supported groups, households (rulings 1 to 6, 16)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache

from ssdesk.domain.groups import HOUSEHOLD, PUPIL
from ssdesk.domain.money import format_dong, format_percent, round_half_up
from ssdesk.domain.period import split_by_year
from ssdesk.domain.problems import Problem
from ssdesk.domain.rulebook import NO_EXTRA, Dated, Extra, RuleBook, Source
from ssdesk.domain.settlement import (
    PremiumLine,
    YearParts,
    check_extra,
    check_months,
    settle,
)
from ssdesk.errors import UserError

MAX_HOUSEHOLD = 30
WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True)
class PremiumRequest:
    """What a premium is asked for.

    Args:
        paid_on: day of payment; it decides base salary, rate and support.
        starts_on: first day of the card; it decides the split by year.
        months: whole months.
        group_code: group in which the person pays.
        who: name to print on the line.
        state_support: the state's share, 0 to 1, where a decision names it for this person
            (part-supported); None for the group's own.
        local: what the place of the school or household adds.
        other: help of an organisation or person.
    """

    paid_on: date
    starts_on: date
    months: int
    group_code: str = PUPIL
    who: str = ""
    state_support: Fraction | None = None
    local: Extra = NO_EXTRA
    other: Extra = NO_EXTRA


@dataclass(frozen=True, slots=True)
class HouseholdRequest:
    """What the premiums of a household are asked for.

    Args:
        paid_on: day of payment; it decides base salary and rate.
        starts_on: first day of the cards.
        months: whole months; other than 3, 6 and 12 only with a warning (ruling 3).
        ranks: rank of each paying member among those who joined in the financial year.
        names: a name for each rank; empty to name them by rank.
        local, other: what the place and others add for each, counted in the own money's stead.
    """

    paid_on: date
    starts_on: date
    months: int
    ranks: tuple[int, ...]
    names: tuple[str, ...] = ()
    local: Extra = NO_EXTRA
    other: Extra = NO_EXTRA


@dataclass(frozen=True, slots=True)
class _Basis:
    """Base salary × rate, and the share that a rank pays of it."""

    salary: Dated[int]
    rate: Dated[Fraction]
    share: Fraction = WHOLE

    @property
    def monthly(self) -> Fraction:
        return self.salary.value * self.rate.value * self.share

    def product(self, months: int, part: Fraction = WHOLE) -> str:
        factors = [format_dong(self.salary.value), format_percent(self.rate.value)]
        factors += [format_percent(factor) for factor in (self.share, part) if factor != WHOLE]
        return " × ".join([*factors, f"{months} tháng"])


def _basis(book: RuleBook, paid_on: date, share: Fraction = WHOLE) -> _Basis:
    return _Basis(book.base_salary.on(paid_on), book.health.rate.on(paid_on), share)


def _extra_working(title: str, basis: _Basis, months: int, extra: Extra) -> list[str]:
    if extra.amount:
        return [f"{title}: {format_dong(extra.amount)}"]
    if extra.percent:
        amount = format_dong(round_half_up(basis.monthly * months * extra.percent))
        return [f"{title}: {basis.product(months, extra.percent)} = {amount}"]
    return []


def _own_working(basis: _Basis, request: PremiumRequest, state: Fraction, line: PremiumLine) -> str:
    if request.local.amount or request.other.amount:
        parts = (line.gross, line.state_support, line.local_support, line.other_support)
        left = " − ".join(format_dong(part) for part in parts if part)
    else:
        left = basis.product(
            request.months, WHOLE - state - request.local.percent - request.other.percent
        )
    return f"Người tham gia đóng: {left} = {format_dong(line.own_share)}"


def _years(basis: _Basis, request: PremiumRequest, state: Fraction) -> tuple[YearParts, ...]:
    def extra(support: Extra, gross: Fraction, months: int) -> Fraction:
        return gross * support.percent + Fraction(support.amount * months, request.months)

    parts = []
    for year in split_by_year(request.starts_on, request.months):
        gross = basis.monthly * year.months
        parts.append(
            YearParts(
                year.year,
                year.months,
                gross,
                gross * state,
                extra(request.local, gross, year.months),
                extra(request.other, gross, year.months),
            )
        )
    return tuple(parts)


def _line(
    basis: _Basis, request: PremiumRequest, state: Fraction, support: Source, *questions: Problem
) -> PremiumLine:
    check_extra(request.local, "local_support")
    check_extra(request.other, "other_support")
    sources = [basis.salary.source, basis.rate.source, support]
    sources += [extra.source for extra in (request.local, request.other) if extra.source]
    line = settle(request.who, _years(basis, request, state), sources, questions)
    workings = (
        f"Số tiền phải đóng: {basis.product(request.months)} = {format_dong(line.gross)}",
        *_extra_working("NSNN hỗ trợ", basis, request.months, Extra(state)),
        *_extra_working("NSĐP hỗ trợ", basis, request.months, request.local),
        *_extra_working("Hỗ trợ khác", basis, request.months, request.other),
        _own_working(basis, request, state, line),
    )
    return replace(line, workings=workings)


def state_support(book: RuleBook, group_code: str, on: date) -> Dated[Fraction]:
    """The state's share of a group's premium on a day.

    Raises:
        UserError: the group or its support is not known on that day.
    """
    row = book.group(group_code, on)
    return Dated(row.starts_on, row.ends_on, row.value.support, row.source, row.question)


def quote_person(book: RuleBook, request: PremiumRequest) -> PremiumLine:
    """The premium of a pupil or of anybody whose premium the state supports (NĐ 146 Đ8, Đ10).

    Raises:
        UserError: months or supports outside their limits, or no value known for the day.
    """
    return replace(_quote_anybody(book, replace(request, who="")), who=request.who)


@lru_cache(1024)
def _quote_anybody(book: RuleBook, request: PremiumRequest) -> PremiumLine:
    """A line without its name: most pupils of a school have the same."""
    basis = _basis(book, request.paid_on)
    check_months(request.months, 1, book.health.months.at(request.paid_on))
    support = state_support(book, request.group_code, request.paid_on)
    own = request.state_support
    state = support.value if own is None else check_extra(Extra(own), "state_support").percent
    open_question = [Problem("state_support", support.question)] if support.question else []
    return _line(basis, request, state, support.source, *open_question)


def quote_pupil(book: RuleBook, request: PremiumRequest) -> PremiumLine:
    """The premium of a pupil; `quote_person` under the name of its most frequent use."""
    return quote_person(book, request)


def household_share(book: RuleBook, rank: int, on: date) -> Dated[Fraction]:
    """The share of the first member's premium that a rank pays on a day (NĐ 146 Đ7 k1 e).

    Raises:
        UserError: a rank below 1 or above the largest household.
    """
    if not 1 <= rank <= MAX_HOUSEHOLD:
        raise UserError("HOUSEHOLD_SIZE_LIMIT", size=rank, limit=MAX_HOUSEHOLD)
    row = book.health.household_shares.on(on)
    share = row.value[min(rank, len(row.value)) - 1]
    return Dated(row.starts_on, row.ends_on, share, row.source)


def quote_household(book: RuleBook, request: HouseholdRequest) -> tuple[PremiumLine, ...]:
    """The premium of each paying member, in the order of `ranks`.

    Raises:
        UserError: no members or too many, months outside 1 to 12, or no value known for the day.
    """
    if not 1 <= len(request.ranks) <= MAX_HOUSEHOLD:
        raise UserError("HOUSEHOLD_SIZE_LIMIT", size=len(request.ranks), limit=MAX_HOUSEHOLD)
    usual = book.health.household_months.on(request.paid_on)
    check_months(request.months, 1, max(usual.value))
    unusual = [Problem("months", "HOUSEHOLD_MONTHS_UNUSUAL")]
    warnings = [] if request.months in usual.value else unusual
    lines = []
    for place, rank in enumerate(request.ranks):
        share = household_share(book, rank, request.paid_on)
        who = request.names[place] if request.names else f"Người thứ {rank}"
        person = PremiumRequest(
            request.paid_on,
            request.starts_on,
            request.months,
            HOUSEHOLD,
            who,
            local=request.local,
            other=request.other,
        )
        basis = _basis(book, request.paid_on, share.value)
        lines.append(_line(basis, person, Fraction(0), share.source, *warnings))
    return tuple(lines)


def listed_salary(book: RuleBook, on: date, rank: int = 1) -> int:
    """Column 4 of Mẫu số 3: base salary × the share of the rank, in dong (ruling 16)."""
    return round_half_up(book.base_salary.at(on) * household_share(book, rank, on).value)


__all__ = [
    "MAX_HOUSEHOLD",
    "HouseholdRequest",
    "PremiumLine",
    "PremiumRequest",
    "household_share",
    "listed_salary",
    "quote_household",
    "quote_person",
    "quote_pupil",
    "state_support",
]
