"""What a desk writes down of one person, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from ssdesk.domain.identifiers import (
    bare_number,
    check_hospital,
    check_insurance_number,
    check_personal_id,
    check_phone,
    normalise_phone,
)
from ssdesk.domain.names import clean_name, clean_text
from ssdesk.domain.person import BirthDate, Sex, check_name, parse_birth_date, parse_sex
from ssdesk.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person's form as typed, each value already in its own type."""

    full_name: str
    birth_date: BirthDate | None = None
    sex: Sex | None = None
    personal_id: str | None = None
    insurance_number: str | None = None
    phone: str = ""
    address: str = ""
    ethnicity: str = ""
    registered_hospital: str = ""
    note: str = ""


Facts = TypeVar("Facts", bound=PersonFacts)


def check_facts(facts: PersonFacts) -> tuple[Problem, ...]:
    """Everything wrong with one person's facts, to be shown at its fields.

    A missing number or birth date is a problem but no obstacle: the person stays in work
    and only the list to the office asks for it (ruling 19).
    """
    problems = list(check_name(facts.full_name))
    if facts.birth_date is None:
        problems.append(Problem("birth_date", "BIRTH_DATE_MISSING"))
    if facts.sex is None:
        problems.append(Problem("sex", "SEX_MISSING"))
    if facts.personal_id:
        problems += check_personal_id(facts.personal_id, facts.birth_date, facts.sex)
    else:
        problems.append(Problem("personal_id", "PERSONAL_ID_MISSING"))
    if facts.insurance_number:
        problems += check_insurance_number(facts.insurance_number)
    if facts.phone:
        problems += check_phone(facts.phone)
    problems += check_hospital(facts.registered_hospital)
    return tuple(problems)


def read_typed(facts: Facts, texts: Mapping[str, str]) -> tuple[Facts, tuple[Problem, ...]]:
    """Facts with cells typed over them, and the cells that cannot be read.

    Args:
        facts: the person as stored, or an empty one.
        texts: what was typed, by the names of the facts; empty takes a value away.
    """
    problems: list[Problem] = []
    changed: dict[str, str | BirthDate | Sex | None] = {}
    for name, text in texts.items():
        value = _typed_value(name, text)
        if isinstance(value, Problem):
            problems.append(value)
        else:
            changed[name] = value
    return replace(facts, **changed), tuple(problems)  # type: ignore[arg-type]


def _typed_value(name: str, text: str) -> str | BirthDate | Sex | Problem | None:
    words = clean_text(text)
    if name == "birth_date":
        return parse_birth_date(words) if words else None
    if name == "sex":
        return parse_sex(words) if words else None
    if name in {"personal_id", "insurance_number"}:
        return bare_number(words) or None
    if name == "phone":
        return normalise_phone(words)
    return clean_name(words) if name in {"full_name", "parent_name"} else words
