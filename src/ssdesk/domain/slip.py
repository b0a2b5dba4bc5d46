"""The code on a payment slip: short, spoken easily, and wrong by no single slip of the pen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ssdesk.domain.names import search_key

_MARK = "HS"
_DIGITS = 5
_CHECK = 97
_CODE = re.compile(rf"{_MARK}(\d{{{_DIGITS}}})(\d\d)")


def slip_code(number: int) -> str:
    """The code of slip 1, 2, 3 …: `HS0000194` is slip 1; its last two digits check the rest."""
    return f"{_MARK}{number:0{_DIGITS}}{_check(number):02}"


def _check(number: int) -> int:
    return _CHECK - number * 100 % _CHECK


def slips_in(memo: str) -> tuple[int, ...]:
    """Numbers of the slips that a bank's memo names; banks join, cut and capitalise words."""
    joined = re.sub(r"[^A-Z0-9]", "", search_key(memo).upper())
    found = []
    for match in _CODE.finditer(joined):
        number, check = int(match.group(1)), int(match.group(2))
        if number and check == _check(number):
            found.append(number)
    return tuple(dict.fromkeys(found))


_DIGITS_TYPED = re.compile(rf"[A-Z0-9]?S([0-9]{{{_DIGITS + 1},{_DIGITS + 3}}})(?![0-9])")


def nearly_names(memo: str, code: str) -> int | None:
    """0 where a memo names this code, 1 where one slip of the pen lies between, else None."""
    joined = re.sub(r"[^A-Z0-9]", "", search_key(memo).upper())
    if code in joined:
        return 0
    digits = code.removeprefix(_MARK)
    typed = _DIGITS_TYPED.findall(joined.replace("O", "0"))
    return 1 if any(_one_slip(each, digits) for each in typed) else None


def _one_slip(typed: str, meant: str) -> bool:
    """One digit wrong, lost, too many, or two neighbours swapped."""
    if len(typed) != len(meant):
        short, long = sorted((typed, meant), key=len)
        cuts = (long[:at] + long[at + 1 :] for at in range(len(long)))
        return len(long) - len(short) == 1 and short in cuts
    wrong = [at for at, (one, other) in enumerate(zip(typed, meant, strict=True)) if one != other]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
        first, second = wrong
        return typed[first] == meant[second] and typed[second] == meant[first]
    return len(wrong) <= 1


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Money that came in by one line of a bank statement.

    Args:
        row: as the file's own program counts it.
        booked_on: day of the bank.
        amount: dong.
        reference: the bank's own number, empty where it gives none.
    """

    row: int
    booked_on: date
    amount: int
    memo: str
    reference: str


class MatchState(Enum):
    """What a line is held to be.

    WHOLE: one slip and all that is due. PART: one slip and less. OVER: more than is due.
    PAID: its pupil owes nothing. NO_SLIP: no code in the memo. SEVERAL: more than one.
    UNKNOWN_SLIP: a code that nobody was given. SEEN: the line came in before.
    """

    WHOLE = "whole"
    PART = "part"
    OVER = "over"
    PAID = "paid"
    NO_SLIP = "no_slip"
    SEVERAL = "several"
    UNKNOWN_SLIP = "unknown_slip"
    SEEN = "seen"


POSTED_ALONE = frozenset({MatchState.WHOLE, MatchState.PART})
"""Matches that need nobody's judgement."""


def judge(amount: int, slips: tuple[int, ...], due: int | None) -> MatchState:
    """What a line is, by the slips in its memo and what their pupil still owes.

    Args:
        amount: of the line, dong.
        slips: numbers found in the memo.
        due: what the only slip's pupil owes, dong; None where nobody has that slip.
    """
    if not slips:
        return MatchState.NO_SLIP
    if len(slips) > 1:
        return MatchState.SEVERAL
    if due is None:
        return MatchState.UNKNOWN_SLIP
    if due == 0:
        return MatchState.PAID
    if amount > due:
        return MatchState.OVER
    return MatchState.WHOLE if amount == due else MatchState.PART
