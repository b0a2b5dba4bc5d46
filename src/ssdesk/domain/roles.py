"""What each role may do; every account sees everything, only changes are limited."""

from __future__ import annotations

from enum import Enum, auto

from ssdesk.domain.desk import Role


class Act(Enum):
    """A kind of change that somebody is allowed to make or not."""

    OWN_ACCOUNT = auto()
    """One's own password and half-typed forms."""
    KEEP_PUPILS = auto()
    """Pupils, their classes, cards and covers, and the rosters they come from."""
    KEEP_HOUSEHOLDS = auto()
    """Hamlets, households, their members and the covers of these."""
    ENROL = auto()
    """Rounds, who is signed up, promises and terms."""
    PRINT_RECEIPTS = auto()
    """Put a receipt on paper, which is counted."""
    TAKE_MONEY = auto()
    """Receipt books, payments and voids, hand-overs, cash counts, remittances."""
    MAKE_LISTS = auto()
    """Lists for the office, and the bundles that go to and come from other desks."""
    RESTORE = auto()
    """Make a store of a backup and say which receipts were printed last."""
    KEEP_DESK = auto()
    """Accounts, recovery code, the desk's profile, its keys and whom it trusts."""


_EVERYONE = frozenset(Role)
_OFFICE = frozenset({Role.ADMINISTRATOR, Role.CASHIER, Role.CLERK})

ALLOWED: dict[Act, frozenset[Role]] = {
    Act.OWN_ACCOUNT: _EVERYONE,
    Act.KEEP_PUPILS: _OFFICE,
    Act.KEEP_HOUSEHOLDS: _OFFICE,
    Act.ENROL: _OFFICE,
    Act.PRINT_RECEIPTS: _OFFICE,
    Act.TAKE_MONEY: frozenset({Role.ADMINISTRATOR, Role.CASHIER}),
    Act.MAKE_LISTS: frozenset({Role.ADMINISTRATOR, Role.CLERK}),
    Act.RESTORE: _OFFICE,
    Act.KEEP_DESK: frozenset({Role.ADMINISTRATOR}),
}


def may(role: Role, act: Act) -> bool:
    """Whether somebody of this role is allowed to do it."""
    return role in ALLOWED[act]
