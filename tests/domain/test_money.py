from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssdesk.domain.money import (
    MAX_DONG,
    WordsStyle,
    format_dong,
    format_fraction,
    format_percent,
    in_words,
    parse_dong,
    parse_percent,
    round_half_up,
)
from ssdesk.domain.problems import Problem


@pytest.mark.parametrize(
    ("exact", "whole"),
    [
        (Fraction(1, 2), 1),
        (Fraction(3, 2), 2),
        (Fraction(5, 2), 3),
        (Fraction(49, 100), 0),
        (Fraction(-1, 2), -1),
        (Fraction("51232.5"), 51233),
        (Fraction("14753539.407"), 14753539),
        (Fraction(0), 0),
    ],
)
def test_a_half_goes_up(exact: Fraction, whole: int) -> None:
    assert round_half_up(exact) == whole


@given(st.fractions())
def test_rounding_is_never_more_than_half_away(exact: Fraction) -> None:
    assert abs(round_half_up(exact) - exact) <= Fraction(1, 2)
    assert round_half_up(-exact) == -round_half_up(exact)


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("1234567", 1234567),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("1 234 567", 1234567),
        ("683.100đ", 683100),
        ("683100 đồng", 683100),
        ("683.100 VNĐ", 683100),
        ("683100 ₫", 683100),
        ("0", 0),
    ],
)
def test_dong_are_read(text: str, dong: int) -> None:
    assert parse_dong(text) == dong


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "AMOUNT_UNREADABLE"),
        ("12,5", "AMOUNT_UNREADABLE"),
        ("1.234,567", "AMOUNT_UNREADABLE"),
        ("1.23.456", "AMOUNT_UNREADABLE"),
        ("-5", "AMOUNT_UNREADABLE"),
        ("năm nghìn", "AMOUNT_UNREADABLE"),
        ("١٢٣", "AMOUNT_UNREADABLE"),
        ("9" * 5000, "AMOUNT_TOO_LARGE"),
        (str(MAX_DONG + 1), "AMOUNT_TOO_LARGE"),
    ],
)
def test_what_is_no_amount_is_named(text: str, code: str) -> None:
    problem = parse_dong(text, "counted")
    assert isinstance(problem, Problem)
    assert (problem.field, problem.code) == ("counted", code)


@given(st.integers(0, MAX_DONG))
def test_amounts_read_back(dong: int) -> None:
    assert parse_dong(format_dong(dong)) == dong


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("5", Fraction(1, 20)),
        ("4,5 %", Fraction(45, 1000)),
        ("4.5%", Fraction(45, 1000)),
        ("0", Fraction(0)),
        ("100%", Fraction(1)),
    ],
)
def test_shares_are_read(text: str, share: Fraction) -> None:
    assert parse_percent(text) == share


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "PERCENT_UNREADABLE"),
        ("nan", "PERCENT_UNREADABLE"),
        ("1e9", "PERCENT_UNREADABLE"),
        ("1/2", "PERCENT_UNREADABLE"),
        ("101", "PERCENT_LIMIT"),
        ("-1", "PERCENT_LIMIT"),
    ],
)
def test_what_is_no_share_is_named(text: str, code: str) -> None:
    problem = parse_percent(text)
    assert isinstance(problem, Problem)
    assert problem.code == code


def test_numbers_as_written_in_vietnam() -> None:
    assert format_percent(Fraction(45, 1000)) == "4,5%"
    assert format_percent(Fraction(1, 2)) == "50%"
    assert format_percent(Fraction("0.0031")) == "0,31%"
    assert format_fraction(Fraction(-12345, 10)) == "-1.234,5"
    assert format_dong(1366200) == "1.366.200"


@pytest.mark.parametrize(
    ("dong", "words"),
    [
        (0, "Không đồng"),
        (1, "Một đồng"),
        (5, "Năm đồng"),
        (10, "Mười đồng"),
        (15, "Mười lăm đồng"),
        (20, "Hai mươi đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (35, "Ba mươi lăm đồng"),
        (101, "Một trăm linh một đồng"),
        (110, "Một trăm mười đồng"),
        (111, "Một trăm mười một đồng"),
        (1000, "Một nghìn đồng"),
        (1005, "Một nghìn không trăm linh năm đồng"),
        (1010, "Một nghìn không trăm mười đồng"),
        (1_000_000, "Một triệu đồng"),
        (1_010_000, "Một triệu không trăm mười nghìn đồng"),
        (683_100, "Sáu trăm tám mươi ba nghìn một trăm đồng"),
        (614_790, "Sáu trăm mười bốn nghìn bảy trăm chín mươi đồng"),
        (612_057_600, "Sáu trăm mười hai triệu không trăm năm mươi bảy nghìn sáu trăm đồng"),
        (1_000_000_005, "Một tỷ không trăm linh năm đồng"),
        (12_000_001_000, "Mười hai tỷ không trăm linh một nghìn đồng"),
        (10**12, "Một nghìn tỷ đồng"),
        (-45, "Âm bốn mươi lăm đồng"),
    ],
)
def test_amounts_in_words(dong: int, words: str) -> None:
    assert in_words(dong) == words


def test_words_in_another_office() -> None:
    southern = WordsStyle(linker="lẻ", thousand="ngàn", four="bốn", closing="chẵn")
    assert in_words(1_104, southern) == "Một ngàn một trăm lẻ bốn đồng chẵn"
    assert in_words(24_000, southern) == "Hai mươi bốn ngàn đồng chẵn"
    assert in_words(7, WordsStyle(currency="")) == "Bảy"
