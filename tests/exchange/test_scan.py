"""Cards as a keyboard-wedge scanner types them, whole, damaged and cut."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssdesk.domain.person import BirthDate, Sex
from ssdesk.domain.scanned import CardKind, ScannedCard
from ssdesk.errors import UserError
from ssdesk.exchange.scan import MOST_CHARACTERS, read_card
from ssdesk.exchange.typed_keys import pressed_keys
from ssdesk.services import scans


def hexed(text: str) -> str:
    return text.encode().hex()


CITIZEN = "020310001234|082345678|Nông Thị Hoài|15092010|Nữ|Tổ 1, Đông Kinh, Lạng Sơn|05072024"
CARD_2024 = CITIZEN + "||Nông Văn Tú|Lý Thị Mai|"
NEW_FIELDS = [
    "0120878837", hexed("Hoàng Văn Thụ"), "15/09/2010", "1", hexed("Xã Tân Thanh, Lạng Sơn"),
    "01 - C54", "01/10/2026", "31/12/2026", "05/09/2026", "01050120878837", hexed("Hoàng Thị Ên"),
    "4", " 01/10/2027", "4641c59ff02659c3-1202", "4", hexed("Lạng Sơn"), "$",
]  # fmt: skip
NEW = "|".join(NEW_FIELDS)
OLD_FIELDS = [
    "HS4010120878837", hexed("Y Khŏt"), "2010", "2", "-", "01 - 028", "01/01/2020", "-",
    "05/12/2019", "01050120878837", "-", "4", "01/10/2024", "15d9-7102", "$",
]  # fmt: skip
OLD = "|".join(OLD_FIELDS)


def code_of(payload: str) -> str:
    with pytest.raises(UserError) as refused:
        read_card(payload)
    return refused.value.code


@pytest.mark.parametrize("payload", [CITIZEN, CARD_2024, CITIZEN + "|a|b"])
def test_a_citizen_card(payload: str) -> None:
    card = read_card(payload)
    assert card == ScannedCard(
        CardKind.CITIZEN_CARD,
        full_name="Nông Thị Hoài",
        birth_date=BirthDate(date(2010, 9, 15)),
        sex=Sex.FEMALE,
        personal_id="020310001234",
        old_number="082345678",
        address="Tổ 1, Đông Kinh, Lạng Sơn",
        issued_on=date(2024, 7, 5),
    )
    assert scans.read(payload) == card


def test_a_citizen_card_without_an_old_number() -> None:
    assert read_card(CITIZEN.replace("082345678", "")).old_number is None


def test_a_new_health_card() -> None:
    assert read_card(NEW) == ScannedCard(
        CardKind.HEALTH_CARD,
        full_name="Hoàng Văn Thụ",
        birth_date=BirthDate(date(2010, 9, 15)),
        sex=Sex.MALE,
        card_number="0120878837",
        insurance_number="0120878837",
        benefit_level="4",
        address="Xã Tân Thanh, Lạng Sơn",
        parent_name="Hoàng Thị Ên",
        registered_hospital="01C54",
        issued_on=date(2026, 9, 5),
        valid_from=date(2026, 10, 1),
        valid_to=date(2026, 12, 31),
        five_years_from=date(2027, 10, 1),
    )


def test_an_old_health_card() -> None:
    card = read_card(OLD)
    assert (card.full_name, card.sex, card.card_number) == ("Y Khŏt", Sex.FEMALE, OLD[:15])
    assert card.birth_date is not None
    assert card.birth_date.iso() == "2010"
    assert (card.insurance_number, card.benefit_level) == ("0120878837", "4")
    assert (card.address, card.valid_to, card.registered_hospital) == ("", None, "01028")
    assert card.doubtful == ()


def test_a_health_card_numbered_by_the_personal_id() -> None:
    card = read_card("|".join(["020210001234", *NEW_FIELDS[1:]]))
    assert (card.kind, card.personal_id, card.insurance_number) == (
        CardKind.HEALTH_CARD, "020210001234", None,
    )  # fmt: skip
    assert card.problems == ()
    wrong = read_card("|".join(["020310001234", *NEW_FIELDS[1:]]))
    assert [problem.code for problem in wrong.problems] == ["PERSONAL_ID_SEX"]


@pytest.mark.parametrize(
    "damaged",
    [
        CITIZEN + "\r\n",
        "\n" + CITIZEN + "\n" + CITIZEN + "\r",
        CITIZEN + CITIZEN,
        "]Q1" + CITIZEN,
        "\ufeff" + CITIZEN,
        unicodedata.normalize("NFD", CITIZEN),
        CITIZEN.replace("|", "\\"),
        CITIZEN.replace("|", "¦"),
        CITIZEN.replace("|", "\t"),
        CITIZEN.replace("Đ", "Ð"),
        CITIZEN.swapcase(),
        CITIZEN.encode().decode("latin-1"),
        "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in CITIZEN.encode()),
    ],
)
def test_damage_that_is_certainly_undone(damaged: str) -> None:
    whole, card = read_card(CITIZEN), read_card(damaged)
    assert card.full_name == whole.full_name
    assert (card.personal_id, card.birth_date, card.sex) == (
        whole.personal_id, whole.birth_date, whole.sex,
    )  # fmt: skip
    assert (card.address, card.doubtful) == (whole.address, ())


@pytest.mark.parametrize(
    ("name", "doubtful"),
    [
        ("NÔNG THỊ HOÀI", False),
        ("H'Hen Niê", False),
        ("Y Khŏt", False),
        ("Nguyễn Ê", False),
        ("N?ng Th? Hoài", True),
        ("N\ufffdng Thị", True),
        ("Nng Thị", True),
        ("NGUYEENX VAWN A", True),
        ("Nguyeenx Thij Hoaf", True),
        ("Ddinh Van A", True),
        ("", True),
    ],
)
def test_a_name_that_may_have_lost_letters_is_doubtful(name: str, doubtful: bool) -> None:
    card = read_card(CITIZEN.replace("Nông Thị Hoài", name))
    assert card.full_name == name
    assert ("full_name" in card.doubtful) is doubtful


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("Nữ", "N?", "sex"),
        ("15092010", "31022010", "birth_date"),
        ("Đông Kinh", "?ông Kinh", "address"),
        ("05072024", "31022024", "issued_on"),
    ],
)
def test_fields_of_a_citizen_card_that_are_in_doubt(old: str, new: str, field: str) -> None:
    card = read_card(CITIZEN.replace(old, new))
    assert card.doubtful == (field,)
    assert card.sex is Sex.FEMALE


def test_a_number_that_contradicts_the_card_is_told() -> None:
    card = read_card(CITIZEN.replace("020310001234", "020210001234"))
    assert [problem.code for problem in card.problems] == ["PERSONAL_ID_SEX"]


TELEX = [("aa", "â"), ("ee", "ê"), ("af", "à"), ("ef", "è"), ("dd", "đ")]
VNI = [("a1", "á"), ("a6", "â"), ("e1", "é"), ("e2", "è"), ("d9", "đ")]


def typed(keys: str, method: list[tuple[str, str]]) -> str:
    for pressed, letter in method:
        keys = keys.replace(pressed, letter)
    return keys


@pytest.mark.parametrize("method", [TELEX, VNI])
@pytest.mark.parametrize("name", ["Hoàng Văn Thụ", "Lê Đức Ân", "Ngô Ước", "Y Khŏt", "Trần Ái"])
def test_hex_typed_through_a_vietnamese_input_method(
    name: str, method: list[tuple[str, str]]
) -> None:
    keys = hexed(name)
    card = read_card("|".join([*NEW_FIELDS[:1], typed(keys, method), *NEW_FIELDS[2:]]))
    assert card.full_name == name
    assert ("full_name" in card.doubtful) is (typed(keys, method) != keys)


def test_a_card_number_typed_through_vni() -> None:
    card = read_card("|".join(["CẠ79 0120878837".replace(" ", ""), *OLD_FIELDS[1:]]))
    assert card.card_number == "CA5790120878837"
    assert card.doubtful == ("card_number",)
    assert read_card(OLD.replace("HS", "hs")).card_number == OLD[:15]


@pytest.mark.parametrize("field", ["4e67é", "4e6", "zz", "c3", "00", "4eằằằằằằằằằằằằằằ"])
def test_hex_beyond_recovery_is_left_empty_and_doubtful(field: str) -> None:
    card = read_card("|".join([NEW_FIELDS[0], field, *NEW_FIELDS[2:]]))
    assert card.full_name == ""
    assert "full_name" in card.doubtful


def test_a_health_card_with_doubtful_sex_and_dates() -> None:
    fields = [*NEW_FIELDS]
    fields[2], fields[3], fields[7] = "x", "9", "32/12/2026"
    card = read_card("|".join(fields))
    assert card.doubtful == ("birth_date", "sex", "valid_to")
    assert (card.birth_date, card.sex, card.valid_to) == (None, None, None)


def test_a_missing_end_sign_does_not_matter_where_the_rest_is_there() -> None:
    assert read_card(NEW.removesuffix("|$")).full_name == "Hoàng Văn Thụ"
    assert read_card(OLD.removesuffix("|$")).full_name == "Y Khŏt"


def outcome(payload: str) -> ScannedCard | str:
    try:
        return read_card(payload)
    except UserError as refused:
        return refused.code


@pytest.mark.parametrize("payload", [CITIZEN, OLD, NEW])
def test_a_cut_scan_is_refused_wherever_it_was_cut(payload: str) -> None:
    # Only signs after the last field that is kept can be lost without harm.
    harmless = {"SCAN_CUT", "SCAN_UNKNOWN", read_card(payload)}
    assert {outcome(payload[:length]) for length in range(1, len(payload))} <= harmless


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ("", "SCAN_EMPTY"),
        (" \r\n ", "SCAN_EMPTY"),
        (CITIZEN + "\n" + NEW, "SCAN_SEVERAL"),
        (CITIZEN + NEW, "SCAN_SEVERAL"),
        (CITIZEN + CITIZEN.replace("Hoài", "Mai"), "SCAN_SEVERAL"),
        ("https://example.org/?q=1", "SCAN_UNKNOWN"),
        ("a|b|c|d|e|f|g", "SCAN_UNKNOWN"),
        ("020310001234", "SCAN_CUT"),
        ("x" * (MOST_CHARACTERS + 1), "SCAN_TOO_LONG"),
        ("ắ" * 3000 + "|", "SCAN_UNKNOWN"),
    ],
)
def test_other_scans_are_refused_by_name(payload: str, code: str) -> None:
    assert code_of(payload) == code


@given(st.text(max_size=200) | st.lists(st.text(max_size=15), max_size=20).map("|".join))
def test_any_text_is_a_card_or_a_refusal(text: str) -> None:
    for payload in (text, "020310001234|" + text, "0120878837|" + text):
        found = outcome(payload)
        assert isinstance(found, ScannedCard) or found.startswith("SCAN_")


def test_keys_that_can_have_been_pressed() -> None:
    assert list(pressed_keys("â")) == ["aa", "a6"]
    assert set(pressed_keys("ấ")) == {"aas", "asa", "a61", "a16"}
    assert list(pressed_keys("Đ")) == ["DD", "D9"]
    assert list(pressed_keys("À")) == ["AF", "A2"]
    assert list(pressed_keys("ơ")) == ["ow", "o7"]
    assert list(pressed_keys("ñ中")) == []
