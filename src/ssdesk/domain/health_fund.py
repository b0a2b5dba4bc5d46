"""What the insurance fund gives back to a school for its pupils' first care (NĐ 146/2018 Đ33).

All insured pupils of the school count, also those covered by another group. Money is whole dong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ssdesk.domain.money import round_half_up
from ssdesk.domain.period import split_by_year
from ssdesk.domain.rulebook import RuleBook, Source


class FundGroup(Enum):
    """The rows of B03bq-BHYT under each school."""

    SCHOOL = "a"
    IN_PROVINCE = "b"
    OTHER_PROVINCE = "c"


@dataclass(frozen=True, slots=True)
class FundMember:
    """One term of an insured pupil's card.

    Args:
        person_id: whose; a pupil with two terms counts once.
        starts_on, months: what of the card's term counts.
        priced_on: the day whose base salary the card's value follows.
    """

    person_id: str
    group: FundGroup
    starts_on: date
    months: int
    priced_on: date


@dataclass(frozen=True, slots=True)
class YearValue:
    """Value of cards, and what of it comes back, in one calendar year."""

    year: int
    value: int
    fund: int


@dataclass(frozen=True, slots=True)
class FundLine:
    """One row of the sheet; `years` in the order of `HealthFund.years`."""

    group: FundGroup
    pupils: int
    months: int
    years: tuple[YearValue, ...]

    @property
    def fund(self) -> int:
        """What comes back over all years."""
        return sum(each.fund for each in self.years)


@dataclass(frozen=True, slots=True)
class HealthFund:
    """The sheet of a school.

    Args:
        share: of the cards' value that comes back.
        value: of all cards, rounded.
        fund: what comes back, computed on the school's total and rounded once (ruling 1).
    """

    share: Fraction
    source: Source
    lines: tuple[FundLine, ...]
    years: tuple[YearValue, ...]
    pupils: int
    value: int
    fund: int


def health_fund(book: RuleBook, members: Sequence[FundMember], on: date) -> HealthFund:
    """The sheet of a school's insured pupils.

    Years add up to the whole: each but the last is rounded, the last is the remainder; so do the
    rows: what rounding leaves over lies with the school's own.

    Args:
        book: the rules.
        members: every term of every insured pupil.
        on: the day whose share counts.

    Raises:
        UserError: SCHOOL_FUND_UNKNOWN, BASE_SALARY_UNKNOWN, HEALTH_RATE_UNKNOWN.
    """
    share = book.health.school_fund.on(on)
    exact: dict[tuple[FundGroup, int], Fraction] = {}
    for member in members:
        monthly = book.health.rate.at(member.priced_on) * book.base_salary.at(member.priced_on)
        for part in split_by_year(member.starts_on, member.months):
            key = (member.group, part.year)
            exact[key] = exact.get(key, Fraction(0)) + monthly * part.months
    years = sorted({year for _, year in exact})
    whole = _by_year(years, exact, None, share.value)
    others = {
        group: _by_year(years, exact, group, share.value)
        for group in (FundGroup.IN_PROVINCE, FundGroup.OTHER_PROVINCE)
    }
    own = tuple(
        YearValue(
            total.year,
            total.value - sum(line[place].value for line in others.values()),
            total.fund - sum(line[place].fund for line in others.values()),
        )
        for place, total in enumerate(whole)
    )
    return HealthFund(
        share.value,
        share.source,
        tuple(
            FundLine(
                group,
                len({member.person_id for member in members if member.group is group}),
                sum(member.months for member in members if member.group is group),
                others.get(group, own),
            )
            for group in FundGroup
        ),
        whole,
        len({member.person_id for member in members}),
        sum(each.value for each in whole),
        sum(each.fund for each in whole),
    )


def _by_year(
    years: Sequence[int],
    exact: dict[tuple[FundGroup, int], Fraction],
    group: FundGroup | None,
    share: Fraction,
) -> tuple[YearValue, ...]:
    """Value and fund of each year, the last one the remainder of the rounded whole."""
    groups = tuple(FundGroup) if group is None else (group,)
    values = [
        sum((exact.get((each, year), Fraction(0)) for each in groups), Fraction(0))
        for year in years
    ]
    rounded = _remainder_last(values)
    funds = _remainder_last([value * share for value in values])
    return tuple(YearValue(*each) for each in zip(years, rounded, funds, strict=True))


def _remainder_last(parts: Sequence[Fraction]) -> list[int]:
    whole = round_half_up(sum(parts, Fraction(0)))
    first = [round_half_up(part) for part in parts[:-1]]
    return [*first, whole - sum(first)] if parts else []
