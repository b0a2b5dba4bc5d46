"""Cells of a roster as people leave them, read into values; nothing is mended silently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from ssdesk.domain.identifiers import bare_number, check_phone, normalise_phone
from ssdesk.domain.names import clean_text, search_key
from ssdesk.domain.person import BirthDate, Sex, parse_birth_date, parse_sex
from ssdesk.domain.problems import Problem
from ssdesk.errors import Param
from ssdesk.exchange.columns_content import as_text
from ssdesk.exchange.sheets import Cell

LONGEST_NAME = 120
LONGEST_TEXT = 500
_REMEMBERED_WORDS = 200_000
_REMEMBERED_TEXTS = 16_384
FORMULA_ERRORS = frozenset(
    {
        "#REF!",
        "#DIV/0!",
        "#N/A",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#VALUE!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#GETTING_DATA",
    }
)
_CUT_NUMBER = re.compile(r"[+-]?\d(?:[.,]\d+)?[eE]\+\d{1,3}")
EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 25_000, 47_000
_MOBILE = ("03", "05", "07", "08", "09")
_SEVERAL_PHONES = re.compile(r"[/;,|\n]| - |(?<=\d{4}) +(?=0\d{3})")
_YES = frozenset({"x", "v", "1", "co", "nu", "✓", "✔", "√", "yes"})
# What only text typed for an old font has inside a word: signs of TCVN3, vowel pairs of VNI.
_OLD_SIGNS = re.compile(
    r"(?<=[A-Za-z])[µ¸¶·¹¨»¾¼½©®ª«¬÷×§¦¥¢£¤¡ÆÞßæþ]|[µ¸¶·¹¨»¾¼½©®ª«¬÷×§¦¥¢£¤¡ÆÞßæþ](?=[A-Za-z])"
    r"|[Aa][âêàáãäåèéëùûøïõ]|[Ee][âàáãäåùûøï]|[Oo][âäå]"
)
# Letters foreign to Vietnam's languages or rare in them; alone they prove nothing.
_OLD_LETTERS = re.compile("[ÇËÎÏÑÖØÜäåçëîïñöøûü]")


class Heal(Enum):
    """What was put right in cells, to be shown."""

    LOST_ZERO = "lost_zero"
    LOOKALIKE = "lookalike"
    DECOMPOSED = "decomposed"
    DATE_NUMBER = "date_number"
    SEX_FROM_ID = "sex_from_id"
    FROM_CARD = "from_card"
    CARRIED_DOWN = "carried_down"
    SEVERAL_PHONES = "several_phones"
    ID_AS_INSURANCE = "id_as_insurance"
    NO_CLASS = "no_class"
    INVISIBLE = "invisible"


class HealedCell(NamedTuple):
    """One cell that was put right: Excel's row, the text as it stands, what was read."""

    row: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Healing:
    """Cells of one column that were put right in one way, in the order of the sheet.

    Args:
        column: Excel's letter, empty where no column is meant.
        cells: at least one.
    """

    kind: Heal
    sheet: str
    column: str
    cells: tuple[HealedCell, ...]

    @property
    def row(self) -> int:
        """Excel's row of the first cell."""
        return self.cells[0].row

    @property
    def before(self) -> str:
        """The first cell as it stands."""
        return self.cells[0].before

    @property
    def after(self) -> str:
        """What was read from the first cell."""
        return self.cells[0].after

    @property
    def count(self) -> int:
        """How many cells."""
        return len(self.cells)

    @property
    def problem(self) -> Problem:
        """The note of it, for its sentence."""
        params: dict[str, Param] = {
            "row": self.row,
            "column": f"{self.column} ({self.sheet})" if self.sheet else self.column,
            "before": self.before[:40],
            "after": self.after[:40],
            "count": self.count,
        }
        return Problem("", f"HEALED_{self.kind.name}", params)

    def problem_of(self, cell: HealedCell) -> Problem:
        """The note of one cell of it, for its sentence."""
        params: dict[str, Param] = {"before": cell.before[:40], "after": cell.after[:40]}
        return Problem("", f"READ_{self.kind.name}", params)


@dataclass(slots=True)
class Healings:
    """Collects what was put right while rows are read."""

    _found: dict[tuple[Heal, str, str], list[HealedCell]] = field(default_factory=dict)

    def add(self, kind: Heal, place: tuple[str, int, str], before: str, after: str) -> None:
        """Notes one cell; `place` is sheet, row and column letter."""
        sheet, row, column = place
        known = self._found.get((kind, sheet, column))
        if known is None:
            known = self._found[kind, sheet, column] = []
        known.append(HealedCell(row, before, after))

    def all(self) -> tuple[Healing, ...]:
        """What was noted, in the order of its first cell."""
        return tuple(
            Healing(kind, sheet, column, tuple(cells))
            for (kind, sheet, column), cells in self._found.items()
        )


def is_formula_error(cell: Cell) -> bool:
    """Whether the cell shows that its formula failed."""
    if not isinstance(cell, str) or not cell:
        return False
    return cell in FORMULA_ERRORS or (cell.startswith("Err:") and cell[4:].isdigit())


def is_cut_number(cell: Cell) -> bool:
    """Whether a program has shortened a long number to `2,03E+11`, its digits gone."""
    return isinstance(cell, str) and _CUT_NUMBER.fullmatch(cell.strip()) is not None


def old_font(text: str, *, column_is: bool = False) -> bool:
    """Whether the text looks typed for an old font; `column_is` where its column does."""
    if text.isascii():
        return False
    if any(map(_has_old_signs, text.split())):
        return True
    return column_is and _OLD_LETTERS.search(text) is not None


@lru_cache(65536)
def _has_old_signs(word: str) -> bool:
    return _OLD_SIGNS.search(word) is not None


def text_heal(raw: str) -> Heal | None:
    """How a text had to be healed, its spaces apart."""
    if _has_lookalike(raw):
        return Heal.LOOKALIKE
    if not raw.isprintable() and any(map(_is_invisible, raw)):
        return Heal.INVISIBLE
    return None if unicodedata.is_normalized("NFC", raw) else Heal.DECOMPOSED


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character)[0] == "C" and not character.isspace()


def with_signs_shown(raw: str) -> str:
    """The text with a dot for each sign that nobody sees, some of which turn the line around."""
    return "".join("·" if _is_invisible(character) else character for character in raw)


class _Words(dict[str, str]):
    """Cleaned words, remembered: rosters repeat them."""

    def __missing__(self, word: str) -> str:
        if len(self) > _REMEMBERED_WORDS:
            self.clear()
        self[word] = clean = clean_text(word)
        return clean


_words = _Words()
_texts: dict[str, str] = {}


def text_of(cell: Cell) -> str:
    """A cell as text."""
    if not isinstance(cell, str):
        return as_text(cell)
    if cell.isascii() and cell.isalnum():
        return cell
    known = _texts.get(cell)
    if known is not None:
        return known
    text = " ".join([_words[word] for word in cell.split()])
    if not text.isprintable() or "  " in text:
        text = clean_text(cell)
    if text == cell:
        # One text in memory, not two: a roster has a hundred thousand of them.
        text = cell
    if len(_texts) > _REMEMBERED_TEXTS:
        _texts.clear()
    _texts[cell] = text
    return text


def is_plain(cells: Sequence[Cell]) -> bool:
    """Whether a quick look finds nothing to heal and no failed formula in the cells."""
    text = " ".join([cell for cell in cells if isinstance(cell, str)])
    if (
        len(text) > LONGEST_TEXT
        or not text.isprintable()
        or "#" in text
        or "Err:" in text
        or "E+" in text
        or "e+" in text
    ):
        return False
    return text.isascii() or (not _has_lookalike(text) and unicodedata.is_normalized("NFC", text))


def _has_lookalike(text: str) -> bool:
    # Four plain searches take an eighth of one for a set of letters.
    return "Ð" in text or "ð" in text or "Ɖ" in text or "ɖ" in text


def number_of(cell: Cell) -> str:
    """A cell that holds an identity number, without separators."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e18:
        return str(int(cell))
    if isinstance(cell, str):
        if cell.isascii() and cell.isdigit():
            return cell
        bare = bare_number(cell)
        return bare[:-2] if bare.endswith(".0") else bare
    return bare_number(as_text(cell))


@lru_cache(65536)
def _birth_of_text(text: str) -> BirthDate | Problem:
    return parse_birth_date(text)


def birth_of(cell: Cell) -> tuple[BirthDate | Problem, bool]:
    """A birth date cell, and whether Excel's day number was read as a date."""
    if isinstance(cell, datetime):
        return BirthDate(cell.date()), False
    if isinstance(cell, date):
        return BirthDate(cell), False
    if isinstance(cell, float) and cell.is_integer():
        number = int(cell)
        if _FIRST_SERIAL <= number <= _LAST_SERIAL:
            return BirthDate(EPOCH + timedelta(days=number)), True
        digits = str(number)
        return _birth_of_text(digits.zfill(len(digits) + len(digits) % 2)), False
    return _birth_of_text(as_text(cell) if not isinstance(cell, str) else cell), False


def sex_of(cell: Cell, marks: dict[str, Sex]) -> Sex | Problem:
    """A cell of a sex column; `marks` are signs of this file whose sense is known."""
    text = text_of(cell)
    known = marks.get(text.lower()) if marks else None
    return known if known else _sex_of_text(text)


@lru_cache(4096)
def _sex_of_text(text: str) -> Sex | Problem:
    return parse_sex(text)


def is_marked(cell: Cell) -> bool | None:
    """Whether a cell of a column `Nữ` or `Nam` is ticked; None where it says something else."""
    key = search_key(text_of(cell)) or text_of(cell)
    if key in _YES or key == "nam":
        return True
    return False if key in {"", "0", "khong", "k"} else None


def is_mobile(text: str) -> bool:
    """Whether the text is a mobile's number and nothing else, as most are."""
    return len(text) == 10 and text.isascii() and text.isdigit() and text.startswith(_MOBILE)


def phone_of(cell: Cell) -> tuple[str, Heal | None]:
    """A phone number with its zero, the first where there are several."""
    text = cell if isinstance(cell, str) else as_text(cell)
    if is_mobile(text):
        return text, None
    number = normalise_phone(text)
    if not check_phone(number):
        return number, None
    text = clean_text(text)
    padded = "0" + number
    if not check_phone(padded):
        return padded, Heal.LOST_ZERO
    for piece in _SEVERAL_PHONES.split(cell if isinstance(cell, str) else text)[:4]:
        for candidate in (normalise_phone(piece), "0" + normalise_phone(piece)):
            if len(candidate) >= 10 and not check_phone(candidate):
                return candidate, Heal.SEVERAL_PHONES
    return number, None


def joined(parts: list[str]) -> str:
    """Parts of an address in one line, none said twice."""
    line = ""
    for part in parts:
        if part and part not in line:
            line = f"{line}, {part}" if line else part
    return line
