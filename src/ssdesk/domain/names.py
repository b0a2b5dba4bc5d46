"""Names of people: healed text, search without tone marks, Vietnamese order."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LOOKALIKES = str.maketrans(
    {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "’": "'", "‘": "'", "ʼ": "'", "ʹ": "'", "´": "'"}
)
_LOOKALIKE = re.compile(f"[{''.join(map(chr, _LOOKALIKES))}]")
_ORDER = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER = {letter: chr(0x41 + place) for place, letter in enumerate(_ORDER)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_OTHER_MARK = "6"
_SHAPES = {
    ("a", "\u0302"): "â",
    ("e", "\u0302"): "ê",
    ("o", "\u0302"): "ô",
    ("a", "\u0306"): "ă",
    ("o", "\u031b"): "ơ",
    ("u", "\u031b"): "ư",
}
# Letters of Vietnam's peoples that Unicode does not take apart.
_PLAIN = {"đ": "d", "ƀ": "b", "ł": "l", "ı": "i"}


def heal(text: str) -> str:
    """The text in NFC, with letters that only look like Đ or an apostrophe put right."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return text.translate(_LOOKALIKES) if _LOOKALIKE.search(text) else text


# Names are made of few words: each is healed once, and only known ones are put together.


def clean_text(text: str) -> str:
    """Healed text without invisible characters, its white space single and trimmed."""
    if not text.isprintable():
        text = "".join(
            character
            for character in text
            if unicodedata.category(character)[0] != "C" or character.isspace()
        )
    return " ".join(heal(text).split())


def clean_name(text: str) -> str:
    """A name as it is kept: healed and trimmed, its letters and case untouched."""
    return clean_text(text)


@lru_cache(65536)
def _plain_word(word: str) -> str:
    letters = []
    for character in unicodedata.normalize("NFD", heal(word).casefold()):
        if unicodedata.combining(character) or character == "'":
            continue
        plain = _PLAIN.get(character, character)
        letters.append(plain if plain.isalnum() else " ")
    return " ".join("".join(letters).split())


def search_key(text: str) -> str:
    """What a search compares: lower case, no tone or letter marks, đ as d, no punctuation."""
    return " ".join(filter(None, map(_plain_word, text.split())))


@lru_cache(65536)
def _ordered_word(word: str) -> tuple[str, str]:
    """The word's letters in Vietnamese order, and its marks, both as sortable text."""
    letters: list[str] = []
    mark = "0"
    for character in unicodedata.normalize("NFD", heal(word).lower()):
        shaped = _SHAPES.get((letters[-1], character)) if letters else None
        if shaped:
            letters[-1] = shaped
        elif unicodedata.combining(character):
            mark = max(mark, _TONES.get(character, _OTHER_MARK))
        elif character in _LETTER or character == "đ":
            letters.append(character)
        elif character in _PLAIN:
            letters.append(_PLAIN[character])
            mark = _OTHER_MARK
        elif character.isalnum():
            letters.append(character)
    return "".join(_LETTER.get(letter, letter) for letter in letters), mark


@lru_cache(65536)
def _ordered_part(words: tuple[str, ...]) -> str:
    pairs = [_ordered_word(word) for word in words]
    letters = "!".join(letters for letters, _ in pairs)
    return f"{letters} {''.join(mark for _, mark in pairs)}"


def sort_key(name: str) -> str:
    """Text that sorts names as a Vietnamese class list does.

    Given name first, then family name, then middle names; in each the alphabet's letters
    decide before the tone marks. A space and `!` in the key sort before every letter.
    """
    words = tuple(name.split())
    given, family, middle = words[-1:], words[:-1][:1], words[1:-1]
    return " ".join((_ordered_part(given), _ordered_part(family), _ordered_part(middle)))


def same_name_key(name: str) -> str:
    """Equal for two spellings of one name: case and the place of a tone mark do not count."""
    return _ordered_part(tuple(name.split()))


def word_sort_key(text: str) -> str:
    """Text that sorts any words from left to right in Vietnamese order."""
    return _ordered_part(tuple(text.split()))
