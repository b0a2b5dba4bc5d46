from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from ssdesk.domain.groups import Payer, first_in_order, is_conflict
from ssdesk.domain.waiting import card_starts_on
from ssdesk.errors import UserError
from tests.domain import books

BOOK = books.shipped()
NOW = date(2026, 9, 5)


def group(code: str, on: date = NOW):
    return BOOK.group(code, on).value


@pytest.mark.parametrize(
    ("codes", "first"),
    [
        (("HS", "CN"), "CN"),
        (("CN", "HS"), "CN"),
        (("HS", "HN"), "HN"),
        (("HS", "DN"), "DN"),
        (("HS", "GD"), "HS"),
        (("HS", "GB"), "HS"),
        (("GD", "HT", "TE"), "HT"),
        (("HS",), "HS"),
    ],
)
def test_first_group_of_the_law(codes: tuple[str, ...], first: str) -> None:
    assert first_in_order(map(group, codes)).code == first


def test_conflict_of_two_groups() -> None:
    assert is_conflict(group("HS"), group("CN"))
    assert not is_conflict(group("CN"), group("HS"))
    assert not is_conflict(group("HS"), group("HS"))


def test_near_poor_pays_nothing_less_than_its_benefit_says() -> None:
    assert (group("CN", date(2025, 12, 31)).benefit_level, group("CN").benefit_level) == ("3", "2")
    assert group("HS").payer is Payer.STATE_AND_OWN
    assert group("HS", date(2025, 6, 30)).support == Fraction(30, 100)


@pytest.mark.parametrize(
    ("code", "paid_on", "last_end", "starts_on"),
    [
        ("GD", date(2026, 9, 1), None, date(2026, 10, 1)),
        ("GD", date(2026, 12, 10), date(2026, 12, 31), date(2027, 1, 1)),
        ("GD", date(2026, 12, 31), date(2026, 12, 31), date(2027, 1, 1)),
        ("GD", date(2026, 9, 1), date(2026, 8, 31), date(2026, 9, 1)),
        ("GD", date(2026, 9, 1), date(2026, 6, 3), date(2026, 9, 1)),
        ("GD", date(2026, 9, 1), date(2026, 6, 2), date(2026, 10, 1)),
        ("GB", date(2026, 9, 1), None, date(2026, 10, 1)),
        ("HS", date(2026, 9, 1), None, date(2026, 9, 1)),
        ("CN", date(2026, 9, 1), date(2020, 1, 1), date(2026, 9, 1)),
    ],
)
def test_when_a_card_begins(
    code: str, paid_on: date, last_end: date | None, starts_on: date
) -> None:
    assert card_starts_on(BOOK, code, paid_on, last_end) == starts_on


def test_waiting_is_unknown_long_ago() -> None:
    with pytest.raises(UserError, match="WAITING_UNKNOWN"):
        card_starts_on(BOOK, "GD", date(2001, 1, 1), None)
