"""Cards of other groups that end before the school's round does: these pupils pay here next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ssdesk.domain.coverage import CoverFact
from ssdesk.services.context import Context
from ssdesk.services.rounds import list_rounds
from ssdesk.storage import cards
from ssdesk.storage.queries.standing import Alike


def ends_before_round(ctx: Context, school_year: str, pupils: Iterable[Alike]) -> dict[str, date]:
    """Last day of another group's card by line of the roster, where nobody pays for what follows.

    The day comes from the cover noted for the pupil, else from the card that a list told of.
    """
    ends = [item.ends_on for item in list_rounds(ctx, school_year) if not item.closed]
    if not ends:
        return {}
    last, today = max(ends), ctx.clock.today()
    told = cards.ends_of_other_groups(ctx.store.reader)
    found = {}
    for each in pupils:
        if each.enrolment is not None or not (each.cover or told):
            continue
        for entry_id, person_id in zip(each.entry_ids, each.person_ids, strict=True):
            day = _last_day(each.cover, told.get(person_id))
            if day is not None and today <= day < last:
                found[entry_id] = day
    return found


def _last_day(cover: CoverFact | None, told: date | None) -> date | None:
    """The later of two days; a cover without an end has none, whatever a card says."""
    if cover is None:
        return told
    if cover.valid_to is None or told is None:
        return cover.valid_to
    return max(cover.valid_to, told)
