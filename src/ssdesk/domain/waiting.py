"""The day on which a new card begins (ruling 4)."""

from __future__ import annotations

from datetime import date, timedelta

from ssdesk.domain.dates import next_day
from ssdesk.domain.rulebook import RuleBook


def card_starts_on(
    book: RuleBook, group_code: str, paid_on: date, last_card_end: date | None
) -> date:
    """First day of a card by the day of payment and the end of the card before.

    It continues a card still valid; after a short gap it begins with the payment; on first
    joining or after a gap of 90 days, groups that wait begin 30 days later (NĐ 146 Đ13 k8).

    Raises:
        UserError: the waiting time is not known on that day.
    """
    if last_card_end and last_card_end >= paid_on:
        return next_day(last_card_end)
    waiting = book.health.waiting.at(paid_on)
    if group_code not in waiting.group_codes:
        return paid_on
    days_without = (paid_on - last_card_end).days - 1 if last_card_end else waiting.gap_days
    if days_without < waiting.gap_days:
        return paid_on
    return paid_on + timedelta(days=waiting.days)
