"""The printed recovery code: letters that nobody mistakes, and two of them to check the rest."""

from __future__ import annotations

import secrets

from ssdesk.errors import UserError

# 29 letters, a prime, so that two check letters find any one or two wrong letters and any swap.
_LETTERS = "23456789ABCDEFGHJKMNPQRTVWXYZ"
_BODY = 22
_GROUP = 4


def new_code() -> str:
    """A fresh code of 106 random bits, as `XXXX-XXXX-…` in six groups."""
    body = [secrets.randbelow(len(_LETTERS)) for _ in range(_BODY)]
    letters = "".join(_LETTERS[value] for value in (*body, *_checks(body)))
    return "-".join(letters[i : i + _GROUP] for i in range(0, len(letters), _GROUP))


def read_code(text: str) -> str:
    """The code without groups as it enters the key derivation.

    Raises:
        UserError: RECOVERY_CODE_MISTYPED.
    """
    letters = "".join(letter for letter in text.upper() if letter.isalnum())
    values = [_LETTERS.find(letter) for letter in letters]
    right = len(values) == _BODY + 2 and -1 not in values
    if not right or _checks(values[:_BODY]) != (values[_BODY], values[_BODY + 1]):
        raise UserError("RECOVERY_CODE_MISTYPED")
    return letters


def _checks(body: list[int]) -> tuple[int, int]:
    weighted = sum(place * value for place, value in enumerate(body, 1))
    return sum(body) % len(_LETTERS), weighted % len(_LETTERS)
