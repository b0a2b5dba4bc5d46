"""The payload of a bank-transfer QR (VietQR: EMVCo QR code with NAPAS 247 inside)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ssdesk.domain.names import search_key
from ssdesk.errors import UserError

MOST_MEMO = 50
_NAPAS = "A000000727"
_TO_ACCOUNT = "QRIBFTTA"
_DONG, _COUNTRY = "704", "VN"
_ONCE = "12"
_ACCOUNT = re.compile(r"[0-9A-Za-z]{4,19}")
_MOST_AMOUNT = 999_999_999_999


@dataclass(frozen=True, slots=True)
class Transfer:
    """What a parent's bank program shall fill in.

    Args:
        bank_bin: 6 digits.
        amount: dong.
        memo: plain letters and digits; banks drop everything else.
    """

    bank_bin: str
    account_number: str
    amount: int
    memo: str


def plain_memo(text: str) -> str:
    """A memo that every bank keeps: capitals and digits, single spaces, at most 50."""
    kept = re.sub(r"[^a-z0-9]+", " ", search_key(text))
    return " ".join(kept.upper().split())[:MOST_MEMO].rstrip()


def encode_transfer(transfer: Transfer) -> str:
    """The text of the QR code.

    Raises:
        UserError: TRANSFER_ACCOUNT, TRANSFER_AMOUNT, TRANSFER_MEMO.
    """
    if not (len(transfer.bank_bin) == 6 and transfer.bank_bin.isdigit()) or not (
        _ACCOUNT.fullmatch(transfer.account_number)
    ):
        raise UserError("TRANSFER_ACCOUNT", value=transfer.account_number)
    if not 0 < transfer.amount <= _MOST_AMOUNT:
        raise UserError("TRANSFER_AMOUNT", value=transfer.amount)
    if not transfer.memo or plain_memo(transfer.memo) != transfer.memo:
        raise UserError("TRANSFER_MEMO", value=transfer.memo)
    account = _field("00", transfer.bank_bin) + _field("01", transfer.account_number)
    body = (
        _field("00", "01")
        + _field("01", _ONCE)
        + _field("38", _field("00", _NAPAS) + _field("01", account) + _field("02", _TO_ACCOUNT))
        + _field("53", _DONG)
        + _field("54", str(transfer.amount))
        + _field("58", _COUNTRY)
        + _field("62", _field("08", transfer.memo))
        + "6304"
    )
    return f"{body}{checksum(body.encode()):04X}"


def _field(tag: str, value: str) -> str:
    return f"{tag}{len(value):02}{value}"


def checksum(content: bytes) -> int:
    """CRC-16/CCITT-FALSE, as EMVCo's field 63 asks."""
    register = 0xFFFF
    for byte in content:
        register ^= byte << 8
        for _ in range(8):
            register = (register << 1 ^ 0x1021 if register & 0x8000 else register << 1) & 0xFFFF
    return register
