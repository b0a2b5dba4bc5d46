"""Amounts in words, in the language of the window."""

from __future__ import annotations

from ssdesk.domain.money import in_words

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SIZES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def spelled(dong: int, language: str = "vi") -> str:
    """`Sáu trăm … đồng`, or in English `Six hundred … dong`."""
    return in_words(dong) if language == "vi" else _in_english(dong)


def _in_english(dong: int) -> str:
    words = [*(["minus"] if dong < 0 else []), *_whole(abs(dong)), "dong"]
    text = " ".join(words)
    return text[0].upper() + text[1:]


def _whole(number: int) -> list[str]:
    words: list[str] = []
    for size, name in _SIZES:
        group, number = divmod(number, size)
        if group:
            words += [*_whole(group), name]
    return words + _below_thousand(number, first=not words)


def _below_thousand(number: int, *, first: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [_SMALL[hundreds], "hundred"] if hundreds else []
    if rest or (first and not hundreds):
        words += ["and"] if words or not first else []
        tens, units = divmod(rest, 10)
        if rest < len(_SMALL):
            words.append(_SMALL[rest])
        else:
            words.append(_TENS[tens] + (f"-{_SMALL[units]}" if units else ""))
    return words
