from __future__ import annotations

from datetime import date

import pytest

from ssdesk.domain.period import Period
from ssdesk.domain.school import (
    RoundTerms,
    SchoolClass,
    SchoolYear,
    card_period,
    child_card_end,
    class_key,
    class_sort_key,
    clean_class_name,
    grade_of_class_name,
)

YEAR = SchoolYear("2026-2027")
SCHOOL_YEAR_ROUND = RoundTerms(YEAR, Period(date(2026, 10, 1), date(2027, 9, 30)))
CALENDAR_ROUND = RoundTerms(YEAR, Period(date(2027, 1, 1), date(2027, 12, 31)))


def test_a_school_year() -> None:
    assert (YEAR.first_year, YEAR.starts_on, YEAR.ends_on) == (
        2026, date(2026, 9, 1), date(2027, 8, 31),
    )  # fmt: skip
    assert SchoolYear.containing(date(2026, 8, 31)).name == "2025-2026"
    assert SchoolYear.containing(date(2026, 9, 1)) == YEAR
    assert YEAR.before() < YEAR < YEAR.after()
    assert SchoolClass("1", YEAR, "10A1", 10).sub_unit_code == ""


@pytest.mark.parametrize("name", ["2026", "2026-2028", "2026-27", "1800-1801", "9998-9999", ""])
def test_no_school_year(name: str) -> None:
    with pytest.raises(ValueError, match="2026-2027"):
        SchoolYear(name)


@pytest.mark.parametrize(
    ("name", "grade"),
    [
        ("10A1", 10),
        ("6/2", 6),
        ("Lớp 10A1", 10),
        ("lop 6.2", 6),
        ("1A", 1),
        ("12 Toán", 12),
        ("Khối 9", 9),
        ("Mầm 1", None),
        ("13A", None),
        ("0A", None),
        ("101", None),
        ("", None),
    ],
)
def test_grade_of_a_class(name: str, grade: int | None) -> None:
    assert grade_of_class_name(name) == grade


@pytest.mark.parametrize(
    "name", ["12a1", "12 A1", "Lớp 12A1", "LỚP 12a1", "lop 12A1", "12-A1", "12A01", "12.A1"]
)
def test_spellings_of_one_class(name: str) -> None:
    assert class_key(name) == class_key("12A1")


def test_other_classes_stay_other_classes() -> None:
    names = ["6D", "6Đ", "6/2", "62", "12A1", "12A10", "12A11", "1/1", "11", "12A", "12Â"]
    assert len({class_key(name) for name in names}) == len(names)


def test_classes_in_the_order_people_count() -> None:
    names = ["11B", "10A10", "10A2", "6A", "10Đ", "Lớp 10D", "10A1"]
    assert sorted(names, key=class_sort_key) == [
        "6A", "10A1", "10A2", "10A10", "Lớp 10D", "10Đ", "11B",
    ]  # fmt: skip
    assert clean_class_name(" Lớp  10A1 ") == "10A1"


@pytest.mark.parametrize(
    ("grade", "terms", "entry_date", "card_end", "expected"),
    [
        # The ordinary pupil pays for the round.
        (10, SCHOOL_YEAR_ROUND, None, None, (date(2026, 10, 1), date(2027, 9, 30))),
        # A card that ends before the round changes nothing.
        (10, SCHOOL_YEAR_ROUND, None, date(2026, 9, 30), (date(2026, 10, 1), date(2027, 9, 30))),
        # A card still running is continued.
        (11, CALENDAR_ROUND, None, date(2027, 3, 31), (date(2027, 4, 1), date(2027, 12, 31))),
        # In mid-month the term has whole months and never passes the round's end.
        (11, CALENDAR_ROUND, None, date(2027, 10, 14), (date(2027, 10, 15), date(2027, 12, 14))),
        # Whoever comes later pays from that month on.
        (10, SCHOOL_YEAR_ROUND, date(2026, 11, 20), None, (date(2026, 11, 1), date(2027, 9, 30))),
        (10, SCHOOL_YEAR_ROUND, date(2026, 9, 5), None, (date(2026, 10, 1), date(2027, 9, 30))),
        # Grade 12 ends on 30 September, whatever the round says.
        (12, CALENDAR_ROUND, None, None, (date(2027, 1, 1), date(2027, 9, 30))),
        (12, SCHOOL_YEAR_ROUND, None, None, (date(2026, 10, 1), date(2027, 9, 30))),
        # Only grade 12, not the last grade of a lower school.
        (9, CALENDAR_ROUND, None, None, (date(2027, 1, 1), date(2027, 12, 31))),
        # Grade 1 begins on 1 October, or after the card of a child under 6.
        (
            1,
            RoundTerms(YEAR, Period(date(2026, 9, 1), date(2027, 8, 31))),
            None,
            None,
            (date(2026, 10, 1), date(2027, 8, 31)),
        ),
        (1, SCHOOL_YEAR_ROUND, None, date(2026, 11, 30), (date(2026, 12, 1), date(2027, 9, 30))),
        # Nothing is left to pay.
        (10, SCHOOL_YEAR_ROUND, None, date(2027, 12, 31), None),
        (12, CALENDAR_ROUND, None, date(2027, 9, 30), None),
        (10, SCHOOL_YEAR_ROUND, date(2027, 11, 1), None, None),
    ],
)
def test_term_of_a_pupils_card(
    grade: int,
    terms: RoundTerms,
    entry_date: date | None,
    card_end: date | None,
    expected: tuple[date, date] | None,
) -> None:
    period = card_period(grade, terms, entry_date=entry_date, card_end=card_end)
    assert period == (Period(*expected) if expected else None)


@pytest.mark.parametrize(
    ("born", "ends_on"),
    [
        (date(2020, 3, 1), date(2026, 9, 30)),
        (date(2020, 9, 30), date(2026, 9, 30)),
        (date(2020, 10, 1), date(2026, 10, 31)),
        (date(2020, 11, 15), date(2026, 11, 30)),
        (date(2020, 2, 29), date(2026, 9, 30)),
    ],
)
def test_card_of_a_child_under_six(born: date, ends_on: date) -> None:
    assert child_card_end(born) == ends_on
