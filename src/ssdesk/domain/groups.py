"""Groups that people are insured in, in the order of the law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

PUPIL = "HS"
STUDENT = "SV"
HOUSEHOLD = "GD"
NEAR_POOR = "CN"
POOR = "HN"
CHILD = "TE"
AVERAGE_FARMER = "GB"


class Payer(IntEnum):
    """Who pays first, in the order of Article 12: the first that applies is the person's group."""

    EMPLOYER = 1
    INSURANCE_FUND = 2
    STATE = 3
    STATE_AND_OWN = 4
    OWN = 5


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the insured on a day.

    Args:
        code: two letters of the card number.
        name: Vietnamese name.
        payer: who pays.
        benefit_level: 1 to 5, the digit of the card.
        support: share of the premium that the state pays, 0 to 1.
    """

    code: str
    name: str
    payer: Payer
    benefit_level: str
    support: Fraction


def first_in_order(groups: Iterable[Group]) -> Group:
    """The group a person of several belongs to: first in the legal order, then higher support.

    Ruling 6; Law 51/2024 Article 12; NĐ 146/2018 Đ8 k2.

    Raises:
        ValueError: there is no group at all.
    """
    return min(groups, key=lambda group: (group.payer, -group.support, group.code))


def is_conflict(here: Group, other: Group) -> bool:
    """Whether another group goes before the one a person would pay in here (ruling 6)."""
    return other.code != here.code and first_in_order((here, other)).code == other.code
