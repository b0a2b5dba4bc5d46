"""Hamlets and households as pages show them."""

from __future__ import annotations

from dataclasses import dataclass

from ssdesk.domain.household import financial_year
from ssdesk.errors import UserError
from ssdesk.services.context import Context
from ssdesk.storage import households
from ssdesk.storage.households import Hamlet
from ssdesk.storage.queries import households as queries
from ssdesk.storage.queries.households import HouseholdRow, MemberCover, MemberRow

__all__ = [
    "Hamlet",
    "HouseholdRow",
    "HouseholdView",
    "MemberCover",
    "MemberRow",
    "get_household",
    "list_hamlets",
    "list_households",
]


@dataclass(frozen=True, slots=True)
class HouseholdView:
    """A household and its members, in the order of its list."""

    row: HouseholdRow
    members: tuple[MemberRow, ...]


def list_hamlets(ctx: Context) -> tuple[Hamlet, ...]:
    """Hamlets in walking order."""
    return households.hamlets(ctx.store.reader)


def list_households(ctx: Context, hamlet_id: str | None = None) -> tuple[HouseholdRow, ...]:
    """Households that have not ended, of all hamlets or one, in walking order."""
    return queries.households(ctx.store.reader, hamlet_id)


def get_household(ctx: Context, household_id: str) -> HouseholdView:
    """One household with its members, and the orders they hold in this financial year.

    Raises:
        UserError: HOUSEHOLD_UNKNOWN.
    """
    reader = ctx.store.reader
    row = queries.household(reader, household_id)
    if row is None:
        raise UserError("HOUSEHOLD_UNKNOWN")
    year = financial_year(ctx.clock.today())
    return HouseholdView(row, queries.members(reader, household_id, year))
