"""Which kinds of things a use case changed, so that each view refreshes only for its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """A kind of thing that pages show."""

    DESK = "desk"
    ACCOUNT = "account"
    PEOPLE = "people"
    ROSTER = "roster"
    COVER = "cover"
    HOUSEHOLD = "household"
    COLLECTOR = "collector"
    VISIT = "visit"
    ROUND = "round"
    ENROLMENT = "enrolment"
    PAYMENT = "payment"
    RECEIPT_BOOK = "receipt_book"
    REMITTANCE = "remittance"
    SUBMISSION = "submission"
    BACKUP = "backup"
    PEER = "peer"
    BUNDLE = "bundle"
    INTAKE = "intake"


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of things that one use case changed."""

    kinds: frozenset[Kind] = frozenset()

    def touches(self, *kinds: Kind) -> bool:
        """Whether any of the kinds changed."""
        return not self.kinds.isdisjoint(kinds)
