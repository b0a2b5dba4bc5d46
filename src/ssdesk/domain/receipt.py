"""A receipt as it was issued: frozen values that its paper shows, now and as a copy."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import Enum

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class BookKind(Enum):
    """Whose paper the numbers stand on (ruling 9)."""

    PRE_PRINTED = "pre_printed"
    PROGRAM_PRINTED = "program_printed"


class Tender(Enum):
    """How the money came."""

    CASH = "cash"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """Money of one pupil on a receipt.

    Args:
        identity: insurance number, else personal id, else empty.
        amount: dong taken on this receipt.
        remaining: dong still due after it; more than 0 makes the line an instalment
            (tạm thu, ruling 7).
    """

    full_name: str
    class_name: str
    identity: str
    starts_on: date
    ends_on: date
    months: int
    amount: int
    remaining: int = 0

    @property
    def is_instalment(self) -> bool:
        """Whether more is still due for the same period."""
        return self.remaining > 0


@dataclass(frozen=True, slots=True)
class ReceiptData:
    """Everything the paper of a receipt shows, frozen when it was issued.

    Args:
        number: number in its book; printed with `number_width` digits.
        issuer_name: office of social insurance in whose name the money is taken.
        organisation_name: school or organisation that took it.
        amount: sum of the lines in whole dong.
        amount_in_words: the sum in Vietnamese words, ending in "đồng".
        verification_code: see `verification_code`.
    """

    book_kind: BookKind
    serial: str
    book_number: str
    number: int
    number_width: int
    issued_on: date
    issuer_name: str
    organisation_name: str
    organisation_code: str
    payer_name: str
    payer_address: str
    lines: tuple[ReceiptLine, ...]
    amount: int
    amount_in_words: str
    tender: Tender
    collector_name: str
    collector_code: str
    verification_code: str
    note: str = ""

    @property
    def printed_number(self) -> str:
        """The number with its leading zeros."""
        return printed_number(self.number, self.number_width)


@dataclass(frozen=True, slots=True)
class ReceiptVoid:
    """The counter-entry of a receipt."""

    reason: str
    voided_on: date


def printed_number(number: int, width: int) -> str:
    """A receipt number as its paper has it, with leading zeros."""
    return f"{number:0{width}d}"


def verification_code(receipt_id: str, serial: str, number: int, day: date, amount: int) -> str:
    """Ten characters that only the desk that issued the receipt can work out again.

    The receipt's id is random and never printed, so that a paper made elsewhere with
    another number, day or amount carries a code that the desk refutes.
    """
    text = "|".join((receipt_id, serial, str(number), day.isoformat(), str(amount)))
    value = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") >> 14
    letters = "".join(_ALPHABET[(value >> shift) & 31] for shift in range(45, -1, -5))
    return f"{letters[:5]}-{letters[5:]}"
