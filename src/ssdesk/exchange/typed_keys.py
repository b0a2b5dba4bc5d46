"""Which keys were pressed, where a Vietnamese input method made letters of them.

A keyboard-wedge scanner types a card's text; an input method that was left on turns `aa`
into `â` (Telex) or `a1` into `á` (VNI). Where the card holds only plain letters and digits
the keys can be found again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import permutations, product

_MOST_CANDIDATES = 4096
_TELEX = {
    "\u0302": "",  # the vowel itself, pressed twice
    "\u0306": "w",
    "\u031b": "w",
    "\u0300": "f",
    "\u0301": "s",
    "\u0303": "x",
    "\u0309": "r",
    "\u0323": "j",
}
_VNI = {
    "\u0302": "6",
    "\u0306": "8",
    "\u031b": "7",
    "\u0300": "2",
    "\u0301": "1",
    "\u0303": "4",
    "\u0309": "3",
    "\u0323": "5",
}


def _key(mark: str, letter: str, keys: dict[str, str]) -> str:
    key = keys[mark] or letter
    return key.upper() if letter.isupper() else key


def _presses(character: str, keys: dict[str, str]) -> list[str] | None:
    """The ways in which a letter can have been typed; None where it cannot."""
    if character.isascii():
        return [character]
    if character in "đĐ":
        plain = "d" if character == "đ" else "D"
        return [plain + ("9" if keys is _VNI else plain)]
    letter, *marks = list(unicodedata.normalize("NFD", character))
    if not letter.isascii() or any(mark not in keys for mark in marks):
        return None
    pressed = [_key(mark, letter, keys) for mark in marks]
    return [letter + "".join(order) for order in permutations(pressed)]


def pressed_keys(text: str) -> Iterator[str]:
    """Every plain text whose keys make this text in Telex or in VNI, the likeliest first."""
    for keys in (_TELEX, _VNI):
        ways = [_presses(character, keys) for character in unicodedata.normalize("NFC", text)]
        found = [way for way in ways if way is not None]
        candidates = 1
        for way in found:
            candidates *= len(way)
        if len(found) == len(ways) and candidates <= _MOST_CANDIDATES:
            yield from ("".join(choice) for choice in product(*found))
