"""Amounts in words in both languages."""

from __future__ import annotations

import pytest

from ssdesk.domain.spelling import spelled


@pytest.mark.parametrize(
    ("dong", "words"),
    [
        (0, "Zero dong"),
        (7, "Seven dong"),
        (15, "Fifteen dong"),
        (40, "Forty dong"),
        (100, "One hundred dong"),
        (105, "One hundred and five dong"),
        (1_000, "One thousand dong"),
        (1_001, "One thousand and one dong"),
        (683_100, "Six hundred and eighty-three thousand one hundred dong"),
        (
            64_506_780,
            "Sixty-four million five hundred and six thousand seven hundred and eighty dong",
        ),
        (6_400_000_000, "Six billion four hundred million dong"),
        (2_000_000_000_000, "Two thousand billion dong"),
        (-21, "Minus twenty-one dong"),
    ],
)
def test_in_english(dong: int, words: str) -> None:
    assert spelled(dong, "en") == words


def test_in_vietnamese_as_on_papers() -> None:
    assert spelled(683_100) == "Sáu trăm tám mươi ba nghìn một trăm đồng"
