"""Numbers that name people and cards, checked against what else is known (ruling 19)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ssdesk.domain.dates import format_date
from ssdesk.domain.names import clean_text
from ssdesk.domain.person import BirthDate, Sex
from ssdesk.domain.problems import Problem
from ssdesk.errors import Param

# Numbers in which births were registered (TT 07/2016/TT-BCA); numbers keep their old meaning
# after the merger of provinces, so the list is closed. Names are in the rule pack.
# fmt: off
REGISTRATION_PROVINCES = frozenset({
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37,
    38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75,
    77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
})
# fmt: on
_FIRST_COUNTRY, _LAST_COUNTRY = 101, 399

CONTRADICTIONS = frozenset(
    {
        "PERSONAL_ID_BIRTH_YEAR",
        "PERSONAL_ID_CENTURY",
        "PERSONAL_ID_PROVINCE",
        "PERSONAL_ID_SEX",
    }
)
"""Codes of well-formed numbers that contradict: kept in work, submitted only when overridden."""

_OLD_CARD = re.compile(r"([A-Z]{2})([1-5])(\d{2})(\d{10})", re.ASCII)
_PHONE_SIGNS = str.maketrans("", "", "()/")
_SEPARATORS = str.maketrans("", "", " .-'\u00a0")


@dataclass(frozen=True, slots=True)
class CardParts:
    """What a health-insurance card number says; empty where its layout does not."""

    group_code: str
    benefit_level: str
    province_code: str
    insurance_number: str


def bare_number(text: str) -> str:
    """The number without the spaces, points and hyphens people put into it."""
    return clean_text(text).translate(_SEPARATORS).upper()


def _is_digits(text: str, length: int) -> bool:
    return len(text) == length and text.isascii() and text.isdigit()


def personal_id_malformed(number: str) -> Problem | None:
    """The problem where the number is not 12 digits, saying which other number it may be."""
    if _is_digits(number, 12):
        return None
    if _is_digits(number, 9):
        return Problem("personal_id", "PERSONAL_ID_OLD_NUMBER", {"value": number})
    if _is_digits(number, 11):
        return Problem("personal_id", "PERSONAL_ID_LOST_ZERO", {"value": number})
    return Problem(
        "personal_id", "PERSONAL_ID_MALFORMED", {"value": number[:20], "length": len(number)}
    )


def _place_problem(number: str) -> Problem | None:
    place = number[:3]
    if int(place) in REGISTRATION_PROVINCES or _FIRST_COUNTRY <= int(place) <= _LAST_COUNTRY:
        return None
    return Problem("personal_id", "PERSONAL_ID_PROVINCE", {"value": number, "province": place})


def birth_year_of(personal_id: str) -> int:
    """The birth year inside a well-formed number."""
    return 1900 + 100 * (int(personal_id[3]) // 2) + int(personal_id[4:6])


def sex_of(personal_id: str) -> Sex:
    """The sex inside a well-formed number: even is male."""
    return Sex.FEMALE if int(personal_id[3]) % 2 else Sex.MALE


@lru_cache(4096)
def _told_by(head: str) -> tuple[int, Sex] | None:
    """Birth year and sex by the first six digits of a number; None where its place is none."""
    return None if _place_problem(head) else (birth_year_of(head), sex_of(head))


def check_personal_id(
    number: str, birth_date: BirthDate | None, sex: Sex | None
) -> tuple[Problem, ...]:
    """What is wrong with a personal id, given birth date and sex as far as they are known.

    A malformed number gives one problem; a well-formed one every contradiction (NĐ 137/2015).
    """
    malformed = personal_id_malformed(number)
    if malformed:
        return (malformed,)
    told = _told_by(number[:6])
    if told and (birth_date.year if birth_date else told[0], sex or told[1]) == told:
        return ()
    found = [_place_problem(number)]
    if birth_date and birth_date.year != birth_year_of(number):
        same_place_in_century = birth_date.year % 100 == int(number[4:6])
        found.append(
            Problem(
                "personal_id",
                "PERSONAL_ID_CENTURY" if same_place_in_century else "PERSONAL_ID_BIRTH_YEAR",
                {"value": number, "says": birth_year_of(number), "year": birth_date.year},
            )
        )
    if sex and sex is not sex_of(number):
        found.append(Problem("personal_id", "PERSONAL_ID_SEX", {"value": number}))
    return tuple(problem for problem in found if problem)


def check_insurance_number(number: str) -> tuple[Problem, ...]:
    """What is wrong with a social-insurance number: 10 digits (QĐ 595 Đ2)."""
    if _is_digits(number, 10):
        return ()
    code = "INSURANCE_NUMBER_LOST_ZERO" if _is_digits(number, 9) else "INSURANCE_NUMBER_MALFORMED"
    return (Problem("insurance_number", code, {"value": number[:20]}),)


# First day of each layout: 15 characters since the first cards, the insurance number alone
# since the new print (QĐ 1666/QĐ-BHXH), the personal id since TB 6877/TB-BHXH.
_CARD_LAYOUTS = {15: date.min, 10: date(2021, 4, 1), 12: date(2026, 9, 1)}


def check_card_number(number: str, on: date) -> tuple[Problem, ...]:
    """What is wrong with a health-insurance card number on a day.

    Cards of an older layout stay valid; a layout that did not exist yet is a problem.
    """
    well_formed = (
        _OLD_CARD.fullmatch(number) is not None
        if len(number) == 15
        else len(number) in _CARD_LAYOUTS and _is_digits(number, len(number))
    )
    if not well_formed:
        return (Problem("card_number", "CARD_NUMBER_MALFORMED", {"value": number[:20]}),)
    since = _CARD_LAYOUTS[len(number)]
    if on < since:
        params: dict[str, Param] = {"length": len(number), "since": format_date(since)}
        return (Problem("card_number", "CARD_NUMBER_TOO_EARLY", {"value": number, **params}),)
    return ()


def card_parts(number: str) -> CardParts:
    """What a well-formed card number of any layout says."""
    if match := _OLD_CARD.fullmatch(number):
        return CardParts(match[1], match[2], match[3], match[4])
    return CardParts("", "", "", number if len(number) == 10 else "")


def check_card_group(number: str, group_code: str) -> tuple[Problem, ...]:
    """Whether the letters of a card of 15 characters are those of the group it is noted under."""
    letters = card_parts(number).group_code
    if not letters or not group_code or letters == group_code:
        return ()
    params: dict[str, Param] = {"value": number, "group": letters, "noted": group_code}
    return (Problem("card_number", "CARD_GROUP_DIFFERS", params),)


def is_hospital_code(text: str) -> bool:
    """Whether a registered hospital is a code, its province's digits first, and not a name."""
    return len(text) == 5 and text[:2].isdigit() and text.isalnum()


def check_hospital(text: str) -> tuple[Problem, ...]:
    """What is wrong with a registered hospital; its code has 5 characters, a name has letters."""
    if text.isdecimal() and len(text) != 5:
        value: dict[str, Param] = {"value": text[:20]}
        return (Problem("registered_hospital", "REGISTERED_HOSPITAL_MALFORMED", value),)
    return ()


def normalise_phone(text: str) -> str:
    """A phone number as digits with its leading 0; +84 and 84 become 0."""
    digits = text
    if not (text.isascii() and text.isdigit()):
        digits = bare_number(text).translate(_PHONE_SIGNS)
    if digits.startswith("+84"):
        return "0" + digits[3:].removeprefix("0")
    if digits.startswith("84") and len(digits) in {11, 12}:
        return "0" + digits[2:]
    return digits


def check_phone(text: str) -> tuple[Problem, ...]:
    """What is wrong with a phone number: 10 digits for a mobile, 11 for a landline (02…)."""
    digits = normalise_phone(text)
    if _is_digits(digits, 10) and digits[:2] in {"03", "05", "07", "08", "09"}:
        return ()
    if _is_digits(digits, 11) and digits.startswith("02"):
        return ()
    if _is_digits(digits, 9) and digits[0] in "35789":
        return (Problem("phone", "PHONE_LOST_ZERO", {"value": digits}),)
    return (Problem("phone", "PHONE_MALFORMED", {"value": clean_text(text)[:20]}),)
