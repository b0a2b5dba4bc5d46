"""What the columns of a roster hold, told by their cells where headings are silent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from ssdesk.domain.dates import is_possible, read_parts
from ssdesk.domain.identifiers import check_phone
from ssdesk.domain.names import clean_text, search_key
from ssdesk.exchange.columns import Field
from ssdesk.exchange.sheets import Cell

_SEX_WORDS = frozenset({"nam", "nu", "m", "f", "male", "female", "trai", "gai"})
_CLASS = re.compile(r"(?:lop )?\d{1,2}(?: ?[./]? ?[a-z]{1,5} ?[./]?\d{0,2}[a-z]?| ?[./] ?\d{1,2})")
_CARD = re.compile(r"[A-Z]{2}[1-5]\d{12}")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAME = re.compile(r"[^\d/@_,;:.()]+")


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """Shares (0 to 1) of the filled cells of one column that look like something."""

    filled: int
    dates: float
    years: float
    sexes: float
    classes: float
    long_numbers: float
    ten_digits: float
    cards: float
    phones: float
    names: float
    single_words: float
    marks: float
    counting: bool


def as_text(cell: Cell) -> str:
    """A cell as the text a person would type for it; whole numbers without decimals."""
    if isinstance(cell, str):
        return clean_text(cell)
    if isinstance(cell, bool):
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)
    if isinstance(cell, datetime):
        return f"{cell.day:02d}/{cell.month:02d}/{cell.year:04d}"
    if isinstance(cell, date):
        return f"{cell.day:02d}/{cell.month:02d}/{cell.year:04d}"
    return str(cell)


def facts_of(cells: Iterable[Cell]) -> ColumnFacts:
    """What a sample of one column looks like."""
    filled = [cell for cell in cells if cell != ""]
    texts = [as_text(cell) for cell in filled]
    count = len(texts) or 1
    bare = [text.replace(" ", "").replace(".", "") for text in texts]
    digits = [text if _DIGITS.fullmatch(text) else "" for text in bare]

    def share(hits: Iterable[bool]) -> float:
        return sum(hits) / count

    return ColumnFacts(
        filled=len(texts),
        dates=share(_is_date(cell, text) for cell, text in zip(filled, texts, strict=True)),
        years=share(len(text) == 4 and "1950" < text < "2090" for text in digits),
        sexes=share(search_key(text) in _SEX_WORDS for text in texts),
        classes=share(_CLASS.fullmatch(search_key(text)) is not None for text in texts),
        long_numbers=share(len(text) in {11, 12} for text in digits),
        ten_digits=share(len(text) == 10 for text in digits),
        cards=share(_CARD.fullmatch(text.upper()) is not None for text in bare),
        phones=share(_is_phone(text) for text in digits),
        names=share(_is_name(text) for text in texts),
        single_words=share(_WORD.fullmatch(text) is not None for text in texts),
        marks=share(text.lower() in {"x", "v", "✓", "1"} for text in texts),
        counting=_counts_up(digits),
    )


def _is_date(cell: Cell, text: str) -> bool:
    if isinstance(cell, date):
        return True
    if not 8 <= len(text) <= 10 and "/" not in text and "-" not in text:
        return False
    parts = read_parts(text)
    return parts is not None and parts.day > 0 and (is_possible(parts) or "/" in text)


def _is_phone(text: str) -> bool:
    if len(text) == 9:
        return text[0] in "35789"
    return bool(text) and text[0] == "0" and not check_phone(text)


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 7 and len(text) <= 60 and _NAME.fullmatch(text) is not None


def _counts_up(digits: Sequence[str]) -> bool:
    short = [int(text) for text in digits if text and len(text) <= 7]
    if len(short) < 2 or len(short) < len(digits) * 0.8:
        return False
    steps = sum(1 for one, two in pairwise(short) if two - one == 1)
    return steps >= (len(short) - 1) * 0.8


_SCORES: tuple[tuple[Field, Callable[[ColumnFacts], float]], ...] = (
    (Field.ORDER, lambda facts: float(facts.counting)),
    (Field.BIRTH_DATE, lambda facts: facts.dates * 2),
    (Field.SEX, lambda facts: facts.sexes),
    (Field.CARD_NUMBER, lambda facts: facts.cards),
    (Field.PERSONAL_ID, lambda facts: facts.long_numbers),
    (Field.SCHOOL_CLASS, lambda facts: facts.classes if not facts.counting else 0.0),
    (Field.PHONE, lambda facts: facts.phones),
    (Field.FULL_NAME, lambda facts: facts.names),
)


def guess(columns: Sequence[ColumnFacts], taken: frozenset[Field]) -> dict[int, Field]:
    """Fields of columns without a known heading, each field once; `taken` ones are not given.

    A ten-digit column is left alone: pupil codes look like insurance numbers (ruling 23).
    """
    found: dict[int, Field] = {}
    for field, score in _SCORES:
        if field in taken:
            continue
        for index, facts in enumerate(columns):
            if index not in found and facts.filled and score(facts) >= 0.6:
                found[index] = field
                break
    return found
