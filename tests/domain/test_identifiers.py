from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssdesk.domain.identifiers import (
    CONTRADICTIONS,
    REGISTRATION_PROVINCES,
    CardParts,
    bare_number,
    birth_year_of,
    card_parts,
    check_card_number,
    check_insurance_number,
    check_personal_id,
    check_phone,
    normalise_phone,
    sex_of,
)
from ssdesk.domain.person import BirthDate, Precision, Sex
from tests.domain import books

YEAR = Precision.YEAR


def codes(number: str, year: int | None, sex: Sex | None) -> list[str]:
    born = BirthDate(date(year, 1, 1), YEAR) if year else None
    return [problem.code for problem in check_personal_id(number, born, sex)]


@pytest.mark.parametrize(
    ("number", "year", "sex"),
    [
        ("010164003196", 1964, Sex.FEMALE),
        ("010066000177", 1966, Sex.MALE),
        ("020210001234", 2010, Sex.MALE),
        ("020310001234", 2010, Sex.FEMALE),
        ("020310001234", None, None),
        ("101310001234", 2010, Sex.FEMALE),
        ("020400001234", 2100, Sex.MALE),
        ("020999001234", 2399, Sex.FEMALE),
    ],
)
def test_consistent_numbers(number: str, year: int | None, sex: Sex | None) -> None:
    assert codes(number, year, sex) == []


@pytest.mark.parametrize(
    ("number", "year", "sex", "expected"),
    [
        ("020210001234", 2011, Sex.MALE, ["PERSONAL_ID_BIRTH_YEAR"]),
        ("020010001234", 2010, Sex.MALE, ["PERSONAL_ID_CENTURY"]),
        ("020210001234", 2010, Sex.FEMALE, ["PERSONAL_ID_SEX"]),
        ("003210001234", 2010, Sex.MALE, ["PERSONAL_ID_PROVINCE"]),
        ("000210001234", 2010, Sex.MALE, ["PERSONAL_ID_PROVINCE"]),
        ("999210001234", 2010, Sex.MALE, ["PERSONAL_ID_PROVINCE"]),
        ("003110001234", 2010, Sex.MALE,
         ["PERSONAL_ID_PROVINCE", "PERSONAL_ID_CENTURY", "PERSONAL_ID_SEX"]),
    ],
)  # fmt: skip
def test_contradictions(number: str, year: int, sex: Sex, expected: list[str]) -> None:
    assert codes(number, year, sex) == expected
    assert set(expected) <= CONTRADICTIONS


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("", "PERSONAL_ID_MALFORMED"),
        ("02021000123", "PERSONAL_ID_LOST_ZERO"),
        ("0202100012345", "PERSONAL_ID_MALFORMED"),
        ("020 21000123", "PERSONAL_ID_MALFORMED"),
        ("02021000123A", "PERSONAL_ID_MALFORMED"),
        ("٠٢٠٢١٠٠٠١٢٣٤", "PERSONAL_ID_MALFORMED"),
        ("123456789", "PERSONAL_ID_OLD_NUMBER"),
        ("1" * 100_000, "PERSONAL_ID_MALFORMED"),
    ],
)
def test_malformed_numbers(number: str, code: str) -> None:
    assert codes(number, 2010, Sex.MALE) == [code]


@given(st.sampled_from(sorted(REGISTRATION_PROVINCES)), st.integers(1900, 2399), st.booleans())
def test_a_number_made_for_a_person_is_consistent(place: int, year: int, female: bool) -> None:
    digit = (year - 1900) // 100 * 2 + female
    number = f"{place:03d}{digit}{year % 100:02d}000001"
    sex = Sex.FEMALE if female else Sex.MALE
    assert (birth_year_of(number), sex_of(number)) == (year, sex)
    assert not check_personal_id(number, BirthDate(date(min(year, 2199), 1, 1), YEAR), sex) or (
        year > 2199
    )


def test_provinces_are_those_of_the_pack_before_the_merger() -> None:
    before = {int(place.code) for place in books.shipped().provinces_on(date(2025, 6, 30))}
    assert before == REGISTRATION_PROVINCES


def test_insurance_numbers() -> None:
    assert check_insurance_number("0120878837") == ()
    assert check_insurance_number("120878837")[0].code == "INSURANCE_NUMBER_LOST_ZERO"
    for number in ("", "01208788371", "01208788A7"):
        assert check_insurance_number(number)[0].code == "INSURANCE_NUMBER_MALFORMED"


@pytest.mark.parametrize(
    ("number", "on", "expected"),
    [
        ("HS4010120878837", date(2016, 1, 1), []),
        ("HS4010120878837", date(2026, 1, 1), []),
        ("HS6010120878837", date(2026, 1, 1), ["CARD_NUMBER_MALFORMED"]),
        ("hs4010120878837", date(2026, 1, 1), ["CARD_NUMBER_MALFORMED"]),
        ("0120878837", date(2026, 1, 1), []),
        ("0120878837", date(2020, 1, 1), ["CARD_NUMBER_TOO_EARLY"]),
        ("020210001234", date(2026, 9, 1), []),
        ("020210001234", date(2026, 8, 31), ["CARD_NUMBER_TOO_EARLY"]),
        ("01208788A7", date(2026, 1, 1), ["CARD_NUMBER_MALFORMED"]),
        ("", date(2026, 1, 1), ["CARD_NUMBER_MALFORMED"]),
    ],
)
def test_card_numbers_by_date(number: str, on: date, expected: list[str]) -> None:
    assert [problem.code for problem in check_card_number(number, on)] == expected


def test_what_a_card_number_says() -> None:
    assert card_parts("HS4010120878837") == CardParts("HS", "4", "01", "0120878837")
    assert card_parts("0120878837") == CardParts("", "", "", "0120878837")
    assert card_parts("020210001234") == CardParts("", "", "", "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0912 345 678", "0912345678"),
        ("+84 912.345.678", "0912345678"),
        ("+84(0)912345678", "0912345678"),
        ("84912345678", "0912345678"),
        ("(0205) 381 2345", "02053812345"),
        ("842053812345", "02053812345"),
    ],
)
def test_phone_numbers_are_put_right(text: str, number: str) -> None:
    assert normalise_phone(text) == number
    assert check_phone(text) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("912345678", "PHONE_LOST_ZERO"),
        ("0112345678", "PHONE_MALFORMED"),
        ("091234567", "PHONE_MALFORMED"),
        ("không có", "PHONE_MALFORMED"),
        ("", "PHONE_MALFORMED"),
    ],
)
def test_other_phone_numbers_are_named(text: str, code: str) -> None:
    assert [problem.code for problem in check_phone(text)] == [code]


def test_numbers_lose_what_people_put_into_them() -> None:
    assert bare_number(" 020 210-001.234 ") == "020210001234"
    assert bare_number("'0120878837") == "0120878837"
    assert bare_number("hs 4 01") == "HS401"
