"""Commissions by scheme, method, region and whether somebody is new."""

from __future__ import annotations

from datetime import date

import pytest

from ssdesk.domain.commission import Earning, clawed_back, commission, total
from ssdesk.domain.receipt import Scheme
from ssdesk.errors import UserError
from ssdesk.rulepacks import load_rule_book

RULES = load_rule_book().commission
DAY = date(2026, 9, 10)
HI, VI = Scheme.HEALTH, Scheme.VOLUNTARY


@pytest.mark.parametrize(
    ("paid", "region", "earned"),
    [
        ((VI, "", True, 12, 2_376_000), 3, 475_200),
        ((VI, "", True, 36, 9_000_000), 1, 1_620_000),
        ((VI, "", True, 6, 1_000_000), 2, 171_000),
        ((VI, "", True, 1, 264_000), 3, 34_320),
        ((VI, "", False, 12, 2_376_000), 3, 213_840),
        ((HI, "GD", True, 12, 1_366_200), 3, 147_550),
        ((HI, "GD", True, 9, 1_000_000), 2, 88_200),
        ((HI, "GD", True, 3, 341_550), 1, 22_542),
        ((HI, "GD", False, 12, 956_340), 3, 44_279),
        ((HI, "CN", False, 12, 409_860), 2, 60_659),
        ((HI, "HS", True, 12, 683_100), 2, 0),
    ],
)
def test_each_payment_earns_its_share(
    paid: tuple[Scheme, str, bool, int, int], region: int, earned: int
) -> None:
    assert commission(RULES, Earning(*paid, DAY), region) == earned


def test_a_refund_takes_its_share_back_at_the_rate_of_the_payment() -> None:
    item = Earning(HI, "GD", False, 12, 956_340, DAY)
    assert clawed_back(RULES, item, 3, 956_340) == commission(RULES, item, 3)
    assert clawed_back(RULES, item, 3, 478_170) == 22_139


def test_a_sum_is_the_sum_of_rounded_payments() -> None:
    items = [Earning(HI, "GD", True, 12, 1_366_200, DAY)] * 3
    assert total(RULES, items, 3) == 3 * 147_550


@pytest.mark.parametrize(("province", "region"), [("01", 1), ("20", 3), ("22", 2), ("", 2)])
def test_a_province_has_its_region(province: str, region: int) -> None:
    assert RULES.region_of(province, DAY) == region


def test_a_day_without_any_rate_is_named() -> None:
    with pytest.raises(UserError) as refused:
        commission(RULES, Earning(HI, "GD", True, 12, 100, date(2024, 1, 1)), 2)
    assert refused.value.code == "COMMISSION_UNKNOWN"
