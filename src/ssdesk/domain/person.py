"""A human being, whatever lists they are on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ssdesk.domain.dates import date_problem, format_date, is_possible, read_parts
from ssdesk.domain.names import search_key
from ssdesk.domain.problems import Problem

_CENTURY_PIVOT = 30


class Sex(Enum):
    """As the law's forms have it: nam or nữ."""

    MALE = "M"
    FEMALE = "F"


class Precision(Enum):
    """How much of a birth date is known."""

    FULL = "full"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A birth date as far as it is known; parts that are not known are set to 1 in `value`."""

    value: date
    precision: Precision = Precision.FULL

    @property
    def year(self) -> int:
        """Year of birth, always known."""
        return self.value.year

    def display(self) -> str:
        """`15/09/2010`, `09/2010` or `2010`."""
        return format_date(self.value)[{"full": 0, "month": 3, "year": 6}[self.precision.value] :]

    def iso(self) -> str:
        """`2010-09-15`, `2010-09` or `2010`."""
        return self.value.isoformat()[: {"full": 10, "month": 7, "year": 4}[self.precision.value]]


def parse_birth_date(
    text: str, century_pivot: int = _CENTURY_PIVOT, field: str = "birth_date"
) -> BirthDate | Problem:
    """A birth date, full or in part, from the many ways in which people write it.

    Args:
        text: the spellings of `dates.read_parts`.
        century_pivot: a year of two digits up to it is of this century.
        field: field that a problem is about.
    """
    parts = read_parts(text, century_pivot)
    if parts is None or not is_possible(parts):
        return date_problem(field, text, parts)
    value = date(parts.year, parts.month or 1, parts.day or 1)
    if parts.day:
        return BirthDate(value, Precision.FULL)
    return BirthDate(value, Precision.MONTH if parts.month else Precision.YEAR)


def parse_sex(text: str, field: str = "sex") -> Sex | Problem:
    """A sex from `Nam`, `nữ`, `NU`, `M`, `F`, `Male`, `Trai`, `Gái`."""
    plain = search_key(text)
    if plain in {"nam", "m", "male", "trai"}:
        return Sex.MALE
    if plain in {"nu", "f", "female", "gai"}:
        return Sex.FEMALE
    return Problem(field, "SEX_UNREADABLE", {"value": text.strip()[:40]})


def check_name(name: str) -> tuple[Problem, ...]:
    """What is wrong with a full name: no letter at all, or digits among its letters."""
    if not name:
        return (Problem("full_name", "NAME_MISSING"),)
    if name.replace(" ", "").isalpha():
        return ()
    if not any(character.isalpha() for character in name):
        return (Problem("full_name", "NAME_WITHOUT_LETTERS", {"value": name[:40]}),)
    if any(character.isdigit() for character in name):
        return (Problem("full_name", "NAME_WITH_DIGITS", {"value": name[:40]}),)
    return ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person as kept in the store; `identity_override` is the reason of ruling 19."""

    id: str
    full_name: str
    birth_date: BirthDate | None = None
    sex: Sex | None = None
    personal_id: str | None = None
    insurance_number: str | None = None
    phone: str = ""
    address: str = ""
    ethnicity: str = ""
    parent_name: str = ""
    registered_hospital: str = ""
    note: str = ""
    identity_override: str = ""
    version: int = 1
