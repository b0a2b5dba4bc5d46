"""What a collection organisation earns of the money it collects (D11-TS; NĐ 233/2025)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ssdesk.domain.dates import format_date
from ssdesk.domain.money import round_half_up
from ssdesk.domain.receipt import Scheme
from ssdesk.domain.rulebook import CommissionRate, CommissionRules
from ssdesk.errors import UserError


@dataclass(frozen=True, slots=True)
class Earning:
    """What one payment is judged by.

    Args:
        own_share: what the participant paid, in dong; supports earn nothing.
        paid_on: it decides the rate; a refund later claws back at this same rate.
    """

    scheme: Scheme
    group_code: str
    first: bool
    months: int
    own_share: int
    paid_on: date


def commission_share(rules: CommissionRules, item: Earning, region: int) -> Fraction:
    """The share of the own money that is earned; nothing for groups without a rate.

    Raises:
        UserError: COMMISSION_UNKNOWN where no rate at all is known for the day.
    """
    on_day = [row.value for row in rules.rates if row.applies(item.paid_on)]
    if not on_day:
        raise UserError("COMMISSION_UNKNOWN", day=format_date(item.paid_on))
    fitting = [rate for rate in on_day if _fits(rate, item)]
    if not fitting:
        return Fraction(0)
    return max(fitting, key=lambda rate: rate.months).shares[region - 1]


def _fits(rate: CommissionRate, item: Earning) -> bool:
    same = (rate.scheme, rate.first) == (item.scheme, item.first)
    group = rate.group_code in {"", item.group_code}
    return same and group and rate.months <= item.months


def commission(rules: CommissionRules, item: Earning, region: int) -> int:
    """What one payment earns, in dong, rounded once."""
    return round_half_up(item.own_share * commission_share(rules, item, region))


def clawed_back(rules: CommissionRules, item: Earning, region: int, refunded: int) -> int:
    """What is given back of a commission where part of the money was refunded (D11-TS 12–20)."""
    return round_half_up(refunded * commission_share(rules, item, region))


def total(rules: CommissionRules, items: Iterable[Earning], region: int) -> int:
    """The sum of rounded commissions (ruling 1)."""
    return sum(commission(rules, item, region) for item in items)
