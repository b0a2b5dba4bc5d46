"""Whole dong: rounding, numbers and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from ssdesk.domain.names import clean_text
from ssdesk.domain.problems import Problem

MAX_DONG = 10**15
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_PERCENT = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:([. ,])\d{3})(?:\1\d{3})*|\d+")


@dataclass(frozen=True, slots=True)
class WordsStyle:
    """How an office reads a number aloud.

    Args:
        linker: `linh` or `lẻ`, between hundreds and a lone unit.
        thousand: `nghìn` or `ngàn`.
        four: `tư` or `bốn` after a ten.
        currency: the word after the number; empty for a bare count.
        closing: a last word such as `chẵn`; empty for none.
    """

    linker: str = "linh"
    thousand: str = "nghìn"
    four: str = "tư"
    currency: str = "đồng"
    closing: str = ""


NORTHERN = WordsStyle()


def round_half_up(amount: Fraction) -> int:
    """The nearest whole number, a half away from zero (ruling 1)."""
    doubled = abs(amount) * 2 + 1
    whole = doubled.numerator // (doubled.denominator * 2)
    return whole if amount >= 0 else -whole


def format_number(number: int) -> str:
    """A whole number in groups of three: `1.234.567`."""
    return f"{number:,}".replace(",", ".")


def format_dong(dong: int) -> str:
    """An amount in whole dong without its unit: `1.234.567`."""
    return format_number(dong)


def format_fraction(value: Fraction) -> str:
    """An exact value with a decimal comma, up to six places: `4,5`."""
    whole, rest = divmod(abs(value), 1)
    places = f"{round_half_up(rest * 10**6):06d}".rstrip("0")
    sign = "-" if value < 0 else ""
    return f"{sign}{format_number(int(whole))}{',' + places if places else ''}"


def format_percent(rate: Fraction) -> str:
    """A rate of 1 as per cent: 45/1000 is `4,5%`."""
    return f"{format_fraction(rate * 100)}%"


def parse_dong(text: str, field: str = "amount") -> int | Problem:
    """Whole dong from `1234567`, `1.234.567`, `1,234,567đ`, `683100 đồng`; never a fraction."""
    plain = clean_text(text).lower()
    for unit in ("đồng", "vnđ", "vnd", "đ", "₫"):
        plain = plain.removesuffix(unit).rstrip()
    if not plain.isascii() or not _GROUPED.fullmatch(plain):
        return Problem(field, "AMOUNT_UNREADABLE", {"value": clean_text(text)[:40]})
    dong = int("".join(character for character in plain if character.isdecimal())[:20])
    if dong > MAX_DONG:
        return Problem(field, "AMOUNT_TOO_LARGE", {"value": clean_text(text)[:40]})
    return dong


def parse_percent(text: str, field: str = "percent") -> Fraction | Problem:
    """A share of 1 from `5`, `5%` or `4,5 %`; 0 to 100 % with up to six places."""
    plain = clean_text(text).removesuffix("%").rstrip().replace(",", ".")
    if not _PERCENT.fullmatch(plain):
        return Problem(field, "PERCENT_UNREADABLE", {"value": clean_text(text)[:40]})
    share = Fraction(plain) / 100
    if not 0 <= share <= 1:
        return Problem(field, "PERCENT_LIMIT", {"value": clean_text(text)[:40], "limit": 100})
    return share


def _below_thousand(number: int, style: WordsStyle, *, leading: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    words = [] if leading and not hundreds else [_DIGITS[hundreds], "trăm"]
    if tens > 1:
        words += [_DIGITS[tens], "mươi"]
    elif tens:
        words.append("mười")
    elif units and words:
        words.append(style.linker)
    if units == 1 and tens > 1:
        words.append("mốt")
    elif units == 4 and tens > 1:
        words.append(style.four)
    elif units == 5 and tens:
        words.append("lăm")
    elif units:
        words.append(_DIGITS[units])
    return words


def _below_billion(number: int, style: WordsStyle, *, leading: bool) -> list[str]:
    words: list[str] = []
    for size, name in ((10**6, "triệu"), (1000, style.thousand), (1, "")):
        group, number = divmod(number, size)
        if group:
            words += _below_thousand(group, style, leading=leading and not words)
            words += [name] if name else []
    return words


def _whole(number: int, style: WordsStyle) -> list[str]:
    billions, rest = divmod(number, 10**9)
    words = [*_whole(billions, style), "tỷ"] if billions else []
    return words + _below_billion(rest, style, leading=not billions)


def in_words(dong: int, style: WordsStyle = NORTHERN) -> str:
    """An amount in Vietnamese words: `Một triệu hai trăm linh năm nghìn đồng`."""
    words = _whole(abs(dong), style) or [_DIGITS[0]]
    if dong < 0:
        words.insert(0, "âm")
    text = " ".join([*words, *filter(None, (style.currency, style.closing))])
    return text[0].upper() + text[1:]
