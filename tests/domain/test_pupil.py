"""A pupil's facts as typed: what is read, and what is said at which field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ssdesk.domain.person import BirthDate, Precision, Sex
from ssdesk.domain.person_facts import read_typed
from ssdesk.domain.problems import Problem
from ssdesk.domain.pupil import HeldCard, PupilFacts, check_pupil

STARTS = date(2026, 9, 1)
WHOLE = PupilFacts(
    "Đàm Thị Ngọc Ánh",
    BirthDate(date(2010, 9, 15), Precision.FULL),
    Sex.FEMALE,
    "020310004512",
    "2012345678",
    "0912345678",
)


def at_fields(problems: tuple[Problem, ...]) -> dict[str, str]:
    return {problem.field: problem.code for problem in problems}


def test_nothing_is_said_of_a_whole_pupil() -> None:
    assert check_pupil(WHOLE, STARTS) == ()


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"full_name": ""}, "full_name", "NAME_MISSING"),
        ({"birth_date": None}, "birth_date", "BIRTH_DATE_MISSING"),
        ({"sex": None}, "sex", "SEX_MISSING"),
        ({"personal_id": None}, "personal_id", "PERSONAL_ID_MISSING"),
        ({"personal_id": "020210004512"}, "personal_id", "PERSONAL_ID_SEX"),
        ({"insurance_number": "201234567"}, "insurance_number", "INSURANCE_NUMBER_LOST_ZERO"),
        ({"phone": "12"}, "phone", "PHONE_MALFORMED"),
    ],
)
def test_each_fault_is_said_at_its_field(changed: dict[str, object], field: str, code: str) -> None:
    facts: PupilFacts = replace(WHOLE, **changed)  # type: ignore[arg-type]
    assert at_fields(check_pupil(facts, STARTS)) == {field: code}


@pytest.mark.parametrize(
    ("year", "said"), [(1995, True), (1996, False), (2023, False), (2024, True)]
)
def test_an_age_outside_school_is_doubted(year: int, said: bool) -> None:
    born = BirthDate(date(year, 9, 15), Precision.YEAR)
    found = at_fields(check_pupil(replace(WHOLE, birth_date=born, personal_id=None), STARTS))
    assert (found.get("birth_date") == "AGE_UNUSUAL") is said


def test_what_is_typed_is_read_into_its_own_type() -> None:
    facts, problems = read_typed(
        PupilFacts(""),
        {
            "full_name": "  Đàm  Thị Ngọc Ánh ",
            "birth_date": "150910",
            "sex": "nữ",
            "personal_id": "020 310 004 512",
            "insurance_number": "2012345678",
            "phone": "+84 912 345 678",
            "note": " ghi  chú ",
        },
    )
    assert problems == ()
    assert facts == replace(WHOLE, note="ghi chú")


def test_an_empty_cell_takes_a_value_away() -> None:
    names = ("birth_date", "sex", "personal_id", "insurance_number", "phone")
    facts, problems = read_typed(WHOLE, dict.fromkeys(names, " "))
    assert problems == ()
    assert facts == PupilFacts(WHOLE.full_name)


def test_what_cannot_be_read_changes_nothing_and_is_said() -> None:
    facts, problems = read_typed(WHOLE, {"birth_date": "31/2/2010", "sex": "?", "note": "mới"})
    assert at_fields(problems) == {"birth_date": "DATE_IMPOSSIBLE", "sex": "SEX_UNREADABLE"}
    assert facts == replace(WHOLE, note="mới")


def test_a_card_is_shown_with_its_end() -> None:
    card = HeldCard("HS4202012345678", None, date(2026, 12, 31))
    assert card.display() == "HS4202012345678 (31/12/2026)"
    assert HeldCard("2012345678").display() == "2012345678"
