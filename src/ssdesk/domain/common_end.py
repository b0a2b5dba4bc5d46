"""One day on which the cards of a household could end together, and what it costs today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ssdesk.domain.household import MemberQuote, MemberRequest, own_share, quote_members
from ssdesk.domain.period import period_of
from ssdesk.domain.rulebook import RuleBook
from ssdesk.domain.waiting import card_starts_on

_LONGEST_SPREAD = 31


@dataclass(frozen=True, slots=True)
class CommonEnd:
    """One way to bring the cards of a household together.

    Args:
        quotes: months, card and premium of each member.
        spread: days between the first and the last end; 0 where all end on one day.
        usual: whether the office takes these months without asking (ruling 3).
        own_share: what it costs today, in dong.
    """

    quotes: tuple[MemberQuote, ...]
    spread: int
    usual: bool
    own_share: int

    @property
    def ends_on(self) -> date:
        """Last day of the card that ends last."""
        return max(item.period.ends_on for item in self.quotes)


def common_ends(
    book: RuleBook, paid_on: date, members: Sequence[MemberRequest], held: Mapping[str, int]
) -> tuple[CommonEnd, ...]:
    """The ways in which all cards end within a month of each other, the earliest end first.

    A card's last day follows from its first and whole months, so cards that begin on other days
    of the month cannot end on the very same day: each member gets the months that come nearest.

    Raises:
        UserError: as `quote_members`.
    """
    limits = book.health.household_months.at(paid_on)
    ends = [_ends(book, paid_on, item, max(limits)) for item in members]
    found: dict[tuple[int, ...], CommonEnd] = {}
    for target in sorted({day for of_one in ends for day in of_one}):
        months = tuple(_nearest(of_one, target) for of_one in ends)
        days = [of_one[count - 1] for of_one, count in zip(ends, months, strict=True)]
        spread = (max(days) - min(days)).days
        if months in found or spread > _LONGEST_SPREAD:
            continue
        chosen = [replace(one, months=count) for one, count in zip(members, months, strict=True)]
        quotes = quote_members(book, paid_on, chosen, held)
        usual = all(count in limits for count in months)
        found[months] = CommonEnd(quotes, spread, usual, own_share(quotes))
    return tuple(sorted(found.values(), key=lambda item: (item.ends_on, item.spread)))


def _ends(book: RuleBook, paid_on: date, item: MemberRequest, longest: int) -> list[date]:
    """Last day of the card after 1, 2, 3 … months."""
    starts_on = card_starts_on(book, item.group_code, paid_on, item.last_card_end)
    return [period_of(starts_on, months).ends_on for months in range(1, longest + 1)]


def _nearest(ends: Sequence[date], target: date) -> int:
    """The months whose end comes nearest to a day; of two alike, the later end."""
    return min(
        range(1, len(ends) + 1), key=lambda months: (abs((ends[months - 1] - target).days), -months)
    )
