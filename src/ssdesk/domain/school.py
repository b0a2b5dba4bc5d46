"""Schools, classes, school years and the term of a pupil's card."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ssdesk.domain.dates import add_months, last_day_of_month, next_day
from ssdesk.domain.names import clean_text, word_sort_key
from ssdesk.domain.period import Period, period_of, whole_months_between

_YEAR_NAME = re.compile(r"(\d{4})-(\d{4})", re.ASCII)
_CLASS_WORDS = re.compile(r"^(?:lớp|lop|khối|khoi|l\.)[ .]*", re.IGNORECASE)
_GRADE = re.compile(r"(\d{1,2})(?!\d)", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)
_SIGNS = re.compile(r"[\W_]+")
_HIGHEST_GRADE = 12


@dataclass(frozen=True, slots=True, order=True)
class SchoolYear:
    """A school year by its name, `2026-2027`; it runs from 1 September to 31 August."""

    name: str

    def __post_init__(self) -> None:
        match = _YEAR_NAME.fullmatch(self.name)
        if not match or int(match[2]) != int(match[1]) + 1 or not 1900 < int(match[1]) < 2199:
            raise ValueError("a school year is named like 2026-2027")

    @classmethod
    def of_first_year(cls, year: int) -> SchoolYear:
        """The school year that starts in the calendar year."""
        return cls(f"{year}-{year + 1}")

    @classmethod
    def containing(cls, day: date) -> SchoolYear:
        """The school year of a day."""
        return cls.of_first_year(day.year if day.month >= 9 else day.year - 1)

    @property
    def first_year(self) -> int:
        """Calendar year in which it starts."""
        return int(self.name[:4])

    @property
    def starts_on(self) -> date:
        """1 September."""
        return date(self.first_year, 9, 1)

    @property
    def ends_on(self) -> date:
        """31 August."""
        return date(self.first_year + 1, 8, 31)

    def before(self) -> SchoolYear:
        """The school year before."""
        return SchoolYear.of_first_year(self.first_year - 1)

    def after(self) -> SchoolYear:
        """The school year after."""
        return SchoolYear.of_first_year(self.first_year + 1)


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """A class in one school year; `sub_unit_code` has at most 6 letters or digits."""

    id: str
    school_year: SchoolYear
    name: str
    grade: int
    sub_unit_code: str = ""
    homeroom_teacher: str = ""


def clean_class_name(text: str) -> str:
    """A class name without a leading `Lớp`: `Lớp 10A1` is `10A1`."""
    return _CLASS_WORDS.sub("", clean_text(text)).strip()


def grade_of_class_name(name: str) -> int | None:
    """The grade that a class name starts with: 10 for `10A1`, 6 for `6/2`; None if it has none."""
    match = _GRADE.match(clean_class_name(name))
    if match and 1 <= int(match[1]) <= _HIGHEST_GRADE:
        return int(match[1])
    return None


def class_sort_key(name: str) -> str:
    """Text that sorts class names as people count: 6A, 10A1, 10A2, 10A10."""
    spread = re.sub(r"(?<=\d)(?=\D)|(?<=\D)(?=\d)", " ", clean_class_name(name))
    return word_sort_key(_DIGITS.sub(lambda digits: digits[0].zfill(6), spread))


@lru_cache(4096)
def class_key(name: str) -> str:
    """Equal for two spellings of one class: `12A1`, `12 a1`, `Lớp 12A1`, `12-A01`; not 6D, 6Đ."""
    return " ".join(class_sort_key(_SIGNS.sub(" ", clean_class_name(name))).split())


@dataclass(frozen=True, slots=True)
class CardTerms:
    """Grades whose cards begin or end on a day of their own (NĐ 146/2018 Đ13 k2, k7).

    Args:
        first_grade: its first card begins on `first_from` (month, day) of the first year.
        last_grade: its card ends on `last_to` (month, day) of the year of leaving; the last
            grade of general education, not of a school.
    """

    first_grade: int = 1
    first_from: tuple[int, int] = (10, 1)
    last_grade: int = 12
    last_to: tuple[int, int] = (9, 30)


@dataclass(frozen=True, slots=True)
class RoundTerms:
    """The school year and default period of a collection round."""

    school_year: SchoolYear
    period: Period


DEFAULT_CARD_TERMS = CardTerms()


def card_period(
    grade: int,
    round_terms: RoundTerms,
    *,
    entry_date: date | None = None,
    card_end: date | None = None,
    terms: CardTerms = DEFAULT_CARD_TERMS,
) -> Period | None:
    """The term a pupil pays for in a round, in whole months (ruling 5).

    It continues the card already held, else begins with the round, or with the month in which
    the pupil came; it ends with the round, for the last grade on 30 September.

    Returns:
        The term, or None where the card already held or the last grade's end leaves no month.
    """
    year = round_terms.school_year.first_year
    starts_on, ends_on = round_terms.period.starts_on, round_terms.period.ends_on
    if card_end and card_end >= starts_on:
        starts_on = next_day(card_end)
    else:
        if entry_date and entry_date > starts_on:
            starts_on = entry_date.replace(day=1)
        if grade == terms.first_grade:
            starts_on = max(starts_on, date(year, *terms.first_from))
    if grade == terms.last_grade:
        ends_on = min(ends_on, date(year + 1, *terms.last_to))
    months = whole_months_between(starts_on, ends_on)
    return period_of(starts_on, months) if months > 0 else None


def child_card_end(birth_date: date) -> date:
    """Last day of the card of a child under 6: 30 September, or the month of 72 months."""
    sixth_birthday = add_months(birth_date, 72)
    cut = date(sixth_birthday.year, 9, 30)
    return cut if sixth_birthday <= cut else last_day_of_month(sixth_birthday)
