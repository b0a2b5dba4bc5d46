"""Dates as people write them in Vietnam: day first."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from ssdesk.domain.names import clean_text, search_key
from ssdesk.domain.problems import Problem

EARLIEST_YEAR = 1900
LATEST_YEAR = 2199
_CENTURY_PIVOT = 69
_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?", re.ASCII
)
_ISO_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(
    r"(\d{1,2}) ?[-/., ] ?(\d{1,2}) ?[-/., ] ?(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?",
    re.ASCII,
)
_MONTH_FIRST = re.compile(r"(\d{1,2}) ?[-/., ] ?(\d{4})", re.ASCII)
_WORDS = re.compile(r"\b(?:sinh|ngay|thang|thg|nam|mung|mong)\b")
_BLANK_PARTS = re.compile(r"^(?:[ ._…\-/]*[-/ ])?(?=\d{4}$)", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class DateParts:
    """What a text says of a date; a day or month of 0 was left open."""

    day: int
    month: int
    year: int


def _full_year(text: str, pivot: int) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return 2000 + year if year <= pivot else 1900 + year


def _from_digits(text: str, pivot: int) -> DateParts | None:
    if len(text) == 8:
        day_first = DateParts(int(text[:2]), int(text[2:4]), int(text[4:]))
        if is_possible(day_first):
            return day_first
        return DateParts(int(text[6:]), int(text[4:6]), int(text[:4]))
    if len(text) == 6:
        short = DateParts(int(text[:2]), int(text[2:4]), _full_year(text[4:], pivot))
        if is_possible(short):
            return short
        return DateParts(0, int(text[:2]), int(text[2:]))
    if len(text) == 4:
        return DateParts(0, 0, int(text))
    return None


def read_parts(text: str, pivot: int = _CENTURY_PIVOT) -> DateParts | None:
    """The parts a text names, or None where it is not written like a date.

    Args:
        text: `15/9/2009`, `15-09-09`, `15.9.2009`, `150909`, `15092009`, `2009-09-15`,
            `ngày 15 tháng 9 năm 2009`, `9/2009`, `2009`, `00/00/2009` and the like.
        pivot: a year of two digits up to it is of this century.
    """
    plain = clean_text(text).lower()
    if any(character.isalpha() for character in plain) and not _ISO.fullmatch(plain.upper()):
        plain = " ".join(_WORDS.sub(" ", search_key(plain)).split())
    plain = _BLANK_PARTS.sub("", plain).upper()
    if _DIGITS.fullmatch(plain):
        return _from_digits(plain, pivot)
    if match := _ISO.fullmatch(plain):
        return DateParts(int(match[3]), int(match[2]), int(match[1]))
    if match := _DAY_FIRST.fullmatch(plain):
        return DateParts(int(match[1]), int(match[2]), _full_year(match[3], pivot))
    if match := _ISO_MONTH.fullmatch(plain):
        return DateParts(0, int(match[2]), int(match[1]))
    if match := _MONTH_FIRST.fullmatch(plain):
        return DateParts(0, int(match[1]), int(match[2]))
    return None


def is_possible(parts: DateParts) -> bool:
    """Whether the parts, where given, are of a day that exists between 1900 and 2199."""
    if not EARLIEST_YEAR <= parts.year <= LATEST_YEAR:
        return False
    if parts.month == 0:
        return parts.day == 0
    if not 1 <= parts.month <= 12:
        return False
    return 0 <= parts.day <= monthrange(parts.year, parts.month)[1]


def date_problem(field: str, text: str, parts: DateParts | None) -> Problem:
    """Why the text is no date: unreadable, no such day, or day and month changed over."""
    value = clean_text(text)[:40]
    if parts is None:
        return Problem(field, "DATE_UNREADABLE", {"value": value})
    if 1 <= parts.day <= 12 < parts.month and is_possible(
        DateParts(parts.month, parts.day, parts.year)
    ):
        return Problem(field, "DATE_MONTH_FIRST", {"value": value})
    return Problem(field, "DATE_IMPOSSIBLE", {"value": value})


def parse_date(text: str, field: str = "date", pivot: int = _CENTURY_PIVOT) -> date | Problem:
    """The day a text names, or the problem with it."""
    parts = read_parts(text, pivot)
    if parts is None or not parts.day or not is_possible(parts):
        return date_problem(field, text, parts)
    return date(parts.year, parts.month, parts.day)


def format_date(day: date) -> str:
    """The day as `dd/mm/yyyy`."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def last_day_of_month(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def next_day(day: date) -> date:
    """The day after."""
    return day + timedelta(days=1)


def previous_day(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1)
