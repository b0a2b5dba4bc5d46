"""What a school writes down of one pupil, and what can be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.person import BirthDate
from ssdesk.domain.person_facts import PersonFacts, check_facts
from ssdesk.domain.problems import Problem

YOUNGEST, OLDEST = 3, 30


@dataclass(frozen=True, slots=True)
class PupilFacts(PersonFacts):
    """The pupil form as typed, each value already in its own type."""

    parent_name: str = ""
    student_code: str = ""


@dataclass(frozen=True, slots=True)
class HeldCard:
    """A health-insurance card that a pupil already has, its days as far as they are known."""

    number: str
    valid_from: date | None = None
    valid_to: date | None = None

    def display(self) -> str:
        """The number, and the last day where it is known."""
        return f"{self.number} ({self.valid_to:%d/%m/%Y})" if self.valid_to else self.number


def check_pupil(facts: PupilFacts, school_year_starts_on: date) -> tuple[Problem, ...]:
    """Everything wrong with one pupil's facts, to be shown at its fields (ruling 19)."""
    born = facts.birth_date
    age = _check_age(born, school_year_starts_on) if born else []
    return (*check_facts(facts), *age)


def _check_age(born: BirthDate, on: date) -> list[Problem]:
    age = on.year - born.value.year
    if YOUNGEST <= age <= OLDEST:
        return []
    return [Problem("birth_date", "AGE_UNUSUAL", {"value": born.display(), "age": age})]
