from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssdesk.domain.period import (
    Period,
    YearMonths,
    months_between,
    period_of,
    split_by_year,
    whole_months_between,
)

DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
MONTHS = st.integers(1, 60)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "begun", "whole"),
    [
        (date(2026, 10, 1), date(2027, 9, 30), 12, 12),
        (date(2026, 10, 1), date(2026, 10, 31), 1, 1),
        (date(2026, 10, 1), date(2026, 10, 1), 1, 0),
        (date(2026, 10, 1), date(2026, 11, 1), 2, 1),
        (date(2026, 10, 15), date(2026, 12, 31), 3, 2),
        (date(2026, 10, 15), date(2027, 1, 14), 3, 3),
        (date(2026, 10, 2), date(2026, 10, 1), 0, 0),
        (date(2027, 1, 31), date(2027, 2, 27), 1, 1),
    ],
)
def test_months_of_a_period(starts_on: date, ends_on: date, begun: int, whole: int) -> None:
    assert months_between(starts_on, ends_on) == begun
    assert whole_months_between(starts_on, ends_on) == whole


@given(DAYS, MONTHS)
def test_a_term_has_its_months(starts_on: date, months: int) -> None:
    period = period_of(starts_on, months)
    assert period.months in {months, months + 1}  # 31 January + 1 month ends on 27 February
    assert whole_months_between(period.starts_on, period.ends_on) == months
    assert period.contains(period.starts_on)
    assert period.contains(period.ends_on)


@given(DAYS, MONTHS)
def test_years_add_up_to_the_months(starts_on: date, months: int) -> None:
    years = split_by_year(starts_on, months)
    assert sum(year.months for year in years) == months
    assert [year.year for year in years] == list(range(starts_on.year, years[-1].year + 1))


def test_split() -> None:
    assert split_by_year(date(2026, 10, 1), 12) == (YearMonths(2026, 3), YearMonths(2027, 9))
    assert split_by_year(date(2026, 1, 1), 12) == (YearMonths(2026, 12),)


def test_periods_that_cannot_be() -> None:
    for months in (0, -1, 61):
        with pytest.raises(ValueError, match="1 to 60"):
            period_of(date(2026, 1, 1), months)
    with pytest.raises(ValueError, match="ends before"):
        Period(date(2026, 1, 2), date(2026, 1, 1))


def test_overlap() -> None:
    autumn = Period(date(2026, 10, 1), date(2026, 12, 31))
    winter = Period(date(2026, 12, 31), date(2027, 2, 1))
    spring = Period(date(2027, 1, 1), date(2027, 4, 1))
    assert autumn.overlaps(winter)
    assert winter.overlaps(autumn)
    assert not autumn.overlaps(spring)
    assert not spring.overlaps(autumn)
