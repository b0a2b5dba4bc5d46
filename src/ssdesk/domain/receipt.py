"""A receipt as its paper shows it, frozen when issued."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import date
from enum import Enum

MOST_PUPILS = 10
"""So many pupils fit on one receipt above its signatures."""

MOST_REASON = 200
"""Characters of a reason that fit on the paper of a void receipt."""


class Tender(Enum):
    """How money was handed in."""

    CASH = "cash"
    TRANSFER = "transfer"


class Holder(Enum):
    """Who first held the money; what was handed over or transferred since is another record."""

    TEACHER = "teacher"
    COLLECTOR = "collector"
    CASHIER = "cashier"
    BANK = "bank"


class Scheme(Enum):
    """Which insurance money is for."""

    HEALTH = "HI"
    VOLUNTARY = "VI"


class BookKind(Enum):
    """Whose paper the receipts of a book are (ruling 9)."""

    PRE_PRINTED = "pre_printed"
    PROGRAM_PRINTED = "program_printed"


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """What one receipt says of one person; `amount` in dong.

    Args:
        school_class: of a pupil, empty for a member of a household.
        instalment: less than the whole own share (ruling 7).
    """

    full_name: str
    school_class: str
    number: str
    starts_on: date
    ends_on: date
    months: int
    amount: int
    instalment: bool = False
    scheme: str = Scheme.HEALTH.value


@dataclass(frozen=True, slots=True)
class ReceiptData:
    """Everything printed on a receipt (C45-BB layout as described); amounts in dong.

    Args:
        number: running number with its zeros, as printed.
        lines: one a person and scheme; a family shares a receipt.
    """

    serial: str
    book_number: str
    number: str
    issued_on: date
    office_name: str
    unit_name: str
    unit_code: str
    payer_name: str
    payer_address: str
    lines: tuple[ReceiptLine, ...]
    amount: int
    tender: Tender
    collector_name: str
    collector_code: str

    @property
    def verification_code(self) -> str:
        """Eight characters that change with number, day, amount or names."""
        names = ";".join(line.full_name for line in self.lines)
        text = f"{self.serial}|{self.number}|{self.issued_on}|{self.amount}|{names}"
        return f"{zlib.crc32(text.encode()):08X}"
