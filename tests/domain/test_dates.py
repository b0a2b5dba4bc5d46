from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssdesk.domain.dates import (
    add_months,
    format_date,
    is_possible,
    last_day_of_month,
    next_day,
    parse_date,
    previous_day,
    read_parts,
)
from ssdesk.domain.person import BirthDate, Person, Precision, Sex, parse_birth_date, parse_sex
from ssdesk.domain.problems import Problem

DAY = date(2009, 9, 15)


@pytest.mark.parametrize(
    "text",
    [
        "150909",
        "15/9/2009",
        "15/09/09",
        "15-09-2009",
        "15.9.2009",
        "15 9 2009",
        " 15 / 9 / 2009 ",
        "15092009",
        "20090915",
        "2009-09-15",
        "2009/9/15",
        "2009-09-15 00:00:00",
        "2009-09-15T00:00:00",
        "15/09/2009 00:00:00",
        "ngày 15 tháng 9 năm 2009",
        "15 thg 9, 2009",
        "sinh ngày 15/9/2009",
        "\u200b15/9/2009",
    ],
)
def test_spellings_of_a_day(text: str) -> None:
    assert parse_date(text) == DAY
    assert parse_birth_date(text) == BirthDate(DAY)


@pytest.mark.parametrize(
    ("text", "iso", "shown"),
    [
        ("9/2009", "2009-09", "09/2009"),
        ("092009", "2009-09", "09/2009"),
        ("2009-09", "2009-09", "09/2009"),
        ("00/09/2009", "2009-09", "09/2009"),
        ("tháng 9 năm 2009", "2009-09", "09/2009"),
        ("2009", "2009", "2009"),
        ("00/00/2009", "2009", "2009"),
        ("__/__/2009", "2009", "2009"),
        ("  /  /2009", "2009", "2009"),
        ("sinh năm 2009", "2009", "2009"),
        ("00002009", "2009", "2009"),
    ],
)
def test_birth_dates_known_in_part(text: str, iso: str, shown: str) -> None:
    born = parse_birth_date(text)
    assert isinstance(born, BirthDate)
    assert (born.iso(), born.display(), born.year) == (iso, shown, 2009)
    problem = parse_date(text)
    assert isinstance(problem, Problem)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "DATE_UNREADABLE"),
        ("abc", "DATE_UNREADABLE"),
        ("15/09", "DATE_UNREADABLE"),
        ("1", "DATE_UNREADABLE"),
        ("40436", "DATE_UNREADABLE"),
        ("١٥/٠٩/٢٠٠٩", "DATE_UNREADABLE"),
        ("²²²²", "DATE_UNREADABLE"),
        ("x" * 10_000, "DATE_UNREADABLE"),
        ("31/02/2009", "DATE_IMPOSSIBLE"),
        ("00/13/2009", "DATE_IMPOSSIBLE"),
        ("15/00/2009", "DATE_IMPOSSIBLE"),
        ("29/02/2010", "DATE_IMPOSSIBLE"),
        ("15/09/0009", "DATE_IMPOSSIBLE"),
        ("15/09/2200", "DATE_IMPOSSIBLE"),
        ("99999999", "DATE_IMPOSSIBLE"),
        ("09/15/2009", "DATE_MONTH_FIRST"),
    ],
)
def test_what_is_no_date_is_named(text: str, code: str) -> None:
    for problem in (parse_date(text, "joined_on"), parse_birth_date(text, field="joined_on")):
        assert isinstance(problem, Problem)
        assert (problem.field, problem.code) == ("joined_on", code)
        assert len(str(problem.params["value"])) <= 40


def test_two_digit_years_turn_at_the_pivot() -> None:
    assert parse_birth_date("01/01/30") == BirthDate(date(2030, 1, 1))
    assert parse_birth_date("01/01/31") == BirthDate(date(1931, 1, 1))
    assert parse_birth_date("01/01/27", century_pivot=26) == BirthDate(date(1927, 1, 1))
    assert parse_date("01/01/69") == date(2069, 1, 1)
    assert parse_date("01/01/70") == date(1970, 1, 1)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_what_is_shown_reads_back(day: date) -> None:
    assert parse_date(format_date(day)) == day
    assert parse_date(day.isoformat()) == day
    assert parse_date(day.strftime("%d%m%Y")) == day
    for precision in Precision:
        born = BirthDate(day, precision)
        again = parse_birth_date(born.iso())
        assert isinstance(again, BirthDate)
        assert (again.iso(), again.precision) == (born.iso(), precision)


@given(st.text(max_size=20))
def test_any_text_gives_a_date_or_a_problem(text: str) -> None:
    parts = read_parts(text)
    assert isinstance(parse_birth_date(text), (BirthDate, Problem))
    assert parts is None or isinstance(is_possible(parts), bool)


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(-600, 600))
def test_months_added(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day in {day.day, last_day_of_month(later).day}


def test_neighbours() -> None:
    assert next_day(date(2026, 12, 31)) == date(2027, 1, 1)
    assert previous_day(date(2028, 3, 1)) == date(2028, 2, 29)
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert last_day_of_month(date(2028, 2, 3)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Nam", Sex.MALE),
        (" NAM ", Sex.MALE),
        ("M", Sex.MALE),
        ("trai", Sex.MALE),
        ("Nữ", Sex.FEMALE),
        ("nu", Sex.FEMALE),
        ("F", Sex.FEMALE),
        ("Gái", Sex.FEMALE),
    ],
)
def test_sex_is_read(text: str, sex: Sex) -> None:
    assert parse_sex(text) is sex


def test_another_sex_is_a_problem() -> None:
    assert parse_sex("x") == Problem("sex", "SEX_UNREADABLE", {"value": "x"})


def test_a_person_needs_no_more_than_a_name() -> None:
    assert Person("1", "Y Khŏt").birth_date is None
