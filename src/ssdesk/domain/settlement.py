"""One person's premium in its parts: rounded once, and split so that the years add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from ssdesk.domain.money import format_dong, round_half_up
from ssdesk.domain.problems import Problem
from ssdesk.domain.rulebook import Extra, Source
from ssdesk.errors import UserError


@dataclass(frozen=True, slots=True)
class YearParts:
    """Exact amounts of the months that begin in a calendar year."""

    year: int
    months: int
    gross: Fraction
    state: Fraction
    local: Fraction
    other: Fraction


@dataclass(frozen=True, slots=True)
class YearShare:
    """Whole dong of one calendar year."""

    year: int
    months: int
    gross: int
    state_support: int
    local_support: int
    other_support: int
    own_share: int


@dataclass(frozen=True, slots=True)
class PremiumLine:
    """What one person's premium is, who pays it, how it was worked out and by which law.

    Args:
        who: name or rank of the person.
        gross: whole dong, the sum of the four parts.
        by_year: the same by calendar year.
        workings: the computation in words, one line an amount.
        sources: where each value used is from.
        warnings: open questions of the law that touch this line.
    """

    who: str
    gross: int
    state_support: int
    local_support: int
    other_support: int
    own_share: int
    by_year: tuple[YearShare, ...]
    workings: tuple[str, ...]
    sources: tuple[Source, ...]
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Parts:
    gross: int
    supports: tuple[int, int, int]

    @property
    def own(self) -> int:
        return self.gross - sum(self.supports)


def _round_parts(gross: Fraction, *supports: Fraction) -> _Parts:
    whole = left = round_half_up(gross)
    kept: list[int] = []
    for support in supports:
        # Supports that make up the whole may each round up; the last then gives way.
        kept.append(min(round_half_up(support), left))
        left -= kept[-1]
    return _Parts(whole, (kept[0], kept[1], kept[2]))


def _rest(whole: _Parts, earlier: Sequence[_Parts]) -> _Parts:
    state, local, other = (
        total - sum(parts.supports[place] for parts in earlier)
        for place, total in enumerate(whole.supports)
    )
    return _Parts(whole.gross - sum(parts.gross for parts in earlier), (state, local, other))


def settle(
    who: str,
    years: Sequence[YearParts],
    sources: Sequence[Source],
    warnings: Sequence[Problem] = (),
) -> PremiumLine:
    """Round the whole period once and split it by year, the last year taking the rest (ruling 1).

    The line has no workings yet; they quote its amounts.

    Raises:
        UserError: the supports come to more than the premium.
    """
    gross = sum((year.gross for year in years), Fraction(0))
    supports = [
        sum((getattr(year, part) for year in years), Fraction(0))
        for part in ("state", "local", "other")
    ]
    whole = _round_parts(gross, *supports)
    if sum(supports) > gross:
        over = format_dong(round_half_up(sum(supports, Fraction(0))))
        raise UserError("SUPPORT_OVER_PREMIUM", support=over, limit=format_dong(whole.gross))
    split = [_round_parts(year.gross, year.state, year.local, year.other) for year in years[:-1]]
    split.append(_rest(whole, split))
    by_year = tuple(
        YearShare(year.year, year.months, parts.gross, *parts.supports, parts.own)
        for year, parts in zip(years, split, strict=True)
    )
    return PremiumLine(
        who,
        whole.gross,
        *whole.supports,
        whole.own,
        by_year,
        (),
        tuple(dict.fromkeys(sources)),
        tuple(warnings),
    )


def check_extra(extra: Extra, field: str) -> Extra:
    """The same extra support where it is within its limits.

    Raises:
        UserError: a share outside 0 to 100 %, a negative amount, or both at once.
    """
    if not 0 <= extra.percent <= 1:
        raise UserError("SUPPORT_PERCENT_LIMIT", field=field, limit=100)
    if extra.amount < 0:
        raise UserError("SUPPORT_AMOUNT_NEGATIVE", field=field)
    if extra.percent and extra.amount:
        raise UserError("SUPPORT_TWO_KINDS", field=field)
    return extra


def check_months(months: int, lowest: int, highest: int) -> None:
    """Refuse a number of months outside its limits.

    Raises:
        UserError: naming the limits.
    """
    if not lowest <= months <= highest:
        raise UserError("MONTHS_LIMIT", months=months, lowest=lowest, highest=highest)
