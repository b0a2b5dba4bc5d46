"""What passes between desks: who they are, what a bundle says of itself, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from ssdesk.domain.desk import DeskKind

FORMAT = 1
"""The newest bundle format that this program writes and reads."""


@dataclass(frozen=True, slots=True)
class Party:
    """One end of a bundle.

    Args:
        unit_code: of the school, organisation or office; the file's name begins with it.
    """

    desk_id: str
    kind: DeskKind
    unit_code: str
    name: str


@dataclass(frozen=True, slots=True)
class DeskCard:
    """What a desk hands out once, so that others can seal for it and know its signature.

    Args:
        seal_key: age recipient (`age1…`).
        sign_key: Ed25519 public key, 64 hexadecimal digits.
    """

    party: Party
    seal_key: str
    sign_key: str
    made_on: date


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """Place of a bundle in what one desk sends to another; higher is newer.

    Args:
        epoch: of the sending desk, one more after each restore (ruling 13).
        sequence: 1, 2, 3 … within the epoch, to one addressee.
    """

    epoch: int
    sequence: int

    def __str__(self) -> str:
        return f"{self.epoch}.{self.sequence}"


class Purpose(Enum):
    """What a bundle is for."""

    SUBMISSION = "submission"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class PartSum:
    """What one part of a bundle must be: rows (0 for a document), bytes and SHA-256."""

    name: str
    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class MoneySum:
    """Money of one scheme and tender, dong."""

    scheme: str
    tender: str
    amount: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Control totals; the receiver counts its rows again and compares."""

    people: int = 0
    enrolments: int = 0
    receipts: int = 0
    list_lines: int = 0
    answers: int = 0
    money: tuple[MoneySum, ...] = ()

    @property
    def amount(self) -> int:
        """All the money, dong."""
        return sum(each.amount for each in self.money)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself; its exact bytes are what the sender signs.

    Args:
        previous_sha256: of the manifest before this one, empty for the first.
        supersedes: ids of lists that this bundle replaces.
        period: school year or month, as the sender names it.
        whole: everything of the period is told; what is left out is gone at the sender.
    """

    format: int
    purpose: Purpose
    sender: Party
    addressee: Party
    version: Version
    previous_sha256: str
    supersedes: tuple[str, ...]
    period: str
    rule_pack: str
    program: str
    made_at: datetime
    parts: tuple[PartSum, ...]
    documents: tuple[PartSum, ...]
    totals: Totals
    whole: bool = False

    @property
    def file_name(self) -> str:
        """Unit code, place and day: never a person's name."""
        code = "".join(each for each in self.sender.unit_code if each.isalnum()) or "desk"
        place = f"{self.version.epoch}-{self.version.sequence:04d}"
        word = "" if self.purpose is Purpose.SUBMISSION else "-tra-loi"
        return f"{code}-{place}-{self.made_at:%Y%m%d}{word}.ssdesk"


class Outcome(Enum):
    """What taking in does with one row; an older one is kept, a newer one stands already."""

    NEW = "new"
    SAME = "same"
    OLDER = "older"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    CONFLICT = "conflict"
    REFUSED = "refused"


class AnswerState(Enum):
    """What the receiver says of one line of a list.

    COMPLETED is accepted with numbers or card dates that the sender did not have.
    """

    ACCEPTED = "accepted"
    COMPLETED = "completed"
    REFUSED = "refused"
