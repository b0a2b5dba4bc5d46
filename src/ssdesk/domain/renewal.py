"""When somebody is due again, and what came of asking."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from ssdesk.domain.dates import last_day_of_month, next_day
from ssdesk.domain.rulebook import VoluntaryTerms
from ssdesk.domain.voluntary import last_day_to_pay

SOON = 30
LAPSED = 90


class Due(Enum):
    """How near the end of a card or method is."""

    IN_5 = "in_5"
    IN_15 = "in_15"
    IN_30 = "in_30"
    LAPSED = "lapsed"
    """Ended at most 90 days ago: five years without a gap can still be kept (NĐ 146 Đ12 k5)."""


def due_on(ends_on: date, today: date) -> Due | None:
    """Where a last day stands seen from today; None for later than 30 days or long gone."""
    days = (ends_on - today).days
    if days < 0:
        return Due.LAPSED if days >= -LAPSED else None
    for limit, due in ((5, Due.IN_5), (15, Due.IN_15), (SOON, Due.IN_30)):
        if days <= limit:
            return due
    return None


def due_window(today: date) -> tuple[date, date]:
    """First and last of the last days that are due or lapsed."""
    return today - timedelta(days=LAPSED), today + timedelta(days=SOON)


def voluntary_deadline(terms: VoluntaryTerms, months: int, paid_until: date) -> date:
    """The day by which a regular method is to be paid again (Law 41/2024 Đ36 k3).

    Years ahead and missing months are agreed on anew, by the month after the last one paid.
    """
    starts_on = next_day(paid_until)
    if months in terms.months:
        return last_day_to_pay(terms, months, starts_on)
    return last_day_of_month(starts_on)


class Outcome(Enum):
    """What came of a visit or a call."""

    PROMISED = "promised"
    AWAY = "away"
    COVERED = "covered"
    REFUSED = "refused"
    NOT_FOUND = "not_found"

    @property
    def settles(self) -> bool:
        """Whether nobody need ask again for this end: what is promised waits for its day."""
        return self in {Outcome.COVERED, Outcome.REFUSED}
