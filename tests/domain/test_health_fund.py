"""The school health fund: the published example, years and rows that add up."""

from __future__ import annotations

from datetime import date

import pytest

from ssdesk.domain.health_fund import FundGroup, FundMember, health_fund
from ssdesk.errors import UserError
from tests.domain.books import shipped

BOOK = shipped()
OCTOBER = date(2025, 10, 1)


def _members(group: FundGroup, count: int, months: int = 12) -> list[FundMember]:
    return [
        FundMember(f"{group.value}{at}", group, OCTOBER, months, OCTOBER) for at in range(count)
    ]


def test_chu_van_an_gets_sixty_four_and_a_half_million() -> None:
    pupils = _members(FundGroup.SCHOOL, 896) + _members(FundGroup.IN_PROVINCE, 125)
    found = health_fund(BOOK, pupils, OCTOBER)
    assert (found.pupils, found.fund) == (1_021, 64_506_780)
    assert found.value == 1_021 * 1_263_600
    assert [(line.group.value, line.pupils, line.fund) for line in found.lines] == [
        ("a", 896, 896 * 63_180),
        ("b", 125, 125 * 63_180),
        ("c", 0, 0),
    ]


def test_a_school_year_lies_in_two_calendar_years() -> None:
    found = health_fund(BOOK, _members(FundGroup.SCHOOL, 3), OCTOBER)
    assert [(each.year, each.value, each.fund) for each in found.years] == [
        (2025, 3 * 315_900, 47_385),
        (2026, 3 * 947_700, 142_155),
    ]


@pytest.mark.parametrize("count", [1, 2, 7, 333])
def test_rows_and_years_add_up_to_the_whole(count: int) -> None:
    pupils = [
        *_members(FundGroup.SCHOOL, count, 5),
        *_members(FundGroup.IN_PROVINCE, count + 1, 7),
        *_members(FundGroup.OTHER_PROVINCE, count, 11),
    ]
    found = health_fund(BOOK, pupils, OCTOBER)
    assert sum(line.fund for line in found.lines) == found.fund
    assert sum(each.fund for each in found.years) == found.fund
    assert sum(part.value for line in found.lines for part in line.years) == found.value
    for place, year in enumerate(found.years):
        assert sum(line.years[place].fund for line in found.lines) == year.fund


def test_the_base_salary_is_that_of_the_day_the_card_was_priced() -> None:
    later = FundMember("p", FundGroup.SCHOOL, date(2026, 10, 1), 12, date(2026, 9, 20))
    assert health_fund(BOOK, [later], date(2026, 10, 1)).value == 1_366_200


def test_a_school_without_insured_pupils_gets_nothing() -> None:
    found = health_fund(BOOK, [], OCTOBER)
    assert (found.pupils, found.value, found.fund, found.years) == (0, 0, 0, ())


def test_a_day_before_the_first_rule_is_refused() -> None:
    with pytest.raises(UserError, match="SCHOOL_FUND_UNKNOWN"):
        health_fund(BOOK, [], date(2014, 1, 1))


def test_a_pupil_with_two_terms_is_one_pupil() -> None:
    terms = [
        FundMember("p", FundGroup.SCHOOL, OCTOBER, 3, OCTOBER),
        FundMember("p", FundGroup.SCHOOL, date(2026, 1, 1), 9, OCTOBER),
    ]
    found = health_fund(BOOK, terms, OCTOBER)
    assert (found.pupils, found.lines[0].months, found.fund) == (1, 12, 63_180)
