"""Periods of cover, counted in months from their first day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.dates import add_months, next_day, previous_day

MAX_MONTHS = 60


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both within."""

    starts_on: date
    ends_on: date

    def __post_init__(self) -> None:
        if self.ends_on < self.starts_on:
            raise ValueError("a period ends before it starts")

    @property
    def months(self) -> int:
        """Months begun: a whole month for each that was started."""
        return months_between(self.starts_on, self.ends_on)

    def contains(self, day: date) -> bool:
        """Whether the day is within."""
        return self.starts_on <= day <= self.ends_on

    def overlaps(self, other: Period) -> bool:
        """Whether the two have a day in common."""
        return self.starts_on <= other.ends_on and other.starts_on <= self.ends_on


@dataclass(frozen=True, slots=True)
class YearMonths:
    """How many months of a period begin in a calendar year."""

    year: int
    months: int


def months_between(starts_on: date, ends_on: date) -> int:
    """Months begun from the first to the last day, both within; 0 where the end is earlier."""
    if ends_on < starts_on:
        return 0
    months = (ends_on.year - starts_on.year) * 12 + ends_on.month - starts_on.month
    return months + 1 if add_months(starts_on, months) <= ends_on else months


def whole_months_between(starts_on: date, ends_on: date) -> int:
    """Months that are complete by the last day; a month begun does not count."""
    return months_between(starts_on, next_day(ends_on)) - 1 if ends_on >= starts_on else 0


def period_of(starts_on: date, months: int) -> Period:
    """So many months from the first day: a card's term ends the day before (rates §8)."""
    if not 1 <= months <= MAX_MONTHS:
        raise ValueError("a period has 1 to 60 months")
    return Period(starts_on, previous_day(add_months(starts_on, months)))


def split_by_year(starts_on: date, months: int) -> tuple[YearMonths, ...]:
    """The months of a period by the calendar year in which each begins."""
    counts: dict[int, int] = {}
    for place in range(months):
        year = (starts_on.year * 12 + starts_on.month - 1 + place) // 12
        counts[year] = counts.get(year, 0) + 1
    return tuple(YearMonths(year, count) for year, count in counts.items())
