"""Text typed for fonts from before Unicode: TCVN3 (.VnTime) and VNI (VNI-Times).

Each of those fonts draws Vietnamese letters in the places of Western ones. The tables below say
which; a column is judged by how many of its words become Vietnamese syllables.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import compress, filterfalse, islice, repeat

from ssdesk.exchange.sheets import Cell, Rows, Source


class Font(Enum):
    """A family of fonts from before Unicode."""

    TCVN3 = "tcvn3"
    VNI = "vni"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a column was typed, with what shows it.

    Args:
        words: words of the column that carry signs of the font.
        samples: texts as they stand and as they would read, at most five.
    """

    font: Font
    words: int
    samples: tuple[tuple[str, str], ...]


_TCVN3_SIGNS = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ¡¢£¤¥¦§"
_TCVN3_LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"
_TCVN3 = str.maketrans(_TCVN3_SIGNS, _TCVN3_LETTERS)

_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HATS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVES = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị"}
_VNI_ALONE["î"] = "ỵ"


def _vni_table() -> dict[str, str]:
    table = dict(_VNI_ALONE)
    for base in "aeouyôö":
        for sign, tone in _VNI_TONES.items():
            table[base + sign] = _VNI_ALONE.get(base, base) + tone
    for base in "aeo":
        for sign, tone in _VNI_HATS.items():
            table[base + sign] = base + "\u0302" + tone
    for sign, tone in _VNI_BREVES.items():
        table["a" + sign] = "a\u0306" + tone
    both = {}
    for typed, letter in table.items():
        composed = unicodedata.normalize("NFC", letter)
        both[typed] = composed
        both[typed.upper()] = composed.upper()
        both[typed[0].upper() + typed[1:]] = composed.upper()
    return both


_VNI = _vni_table()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
    "(?:oa|oă|oe|uâ|uê|uy|uyê|ươ|uô|iê|yê|ia|ua|ưa|ya|uya|ai|ao|au|âu|ay|ây|eo|êu|ia|iu|iêu|yêu|"
    "oi|ôi|ơi|ui|ưi|ưu|ươi|ươu|uôi|oai|oao|oay|oeo|uây|uyu|uơ|ue|[aăâeêioôơuưy])"
    "(?:ng|nh|ch|[cmnpt])?"
)
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_WESTERN = 0xFF
_SAMPLES, _JUDGED = 5, 300
_ENOUGH = 0.8


def to_unicode(text: str, font: Font) -> str:
    """The text as it read in that font; what is right already stays as it is."""
    words = text.split(" ")
    # One word that only Unicode can spell shows that the rest which reads well is right too.
    typed_right = any(_is_syllable(each) and max(map(ord, each)) > _WESTERN for each in words)
    return " ".join(
        each if typed_right and _is_syllable(each) else _word(each, font) for each in words
    )


def _word(word: str, font: Font) -> str:
    if word.isascii():
        return word
    if font is Font.VNI:
        return _VNI_PATTERN.sub(lambda found: _VNI[found.group()], word)
    read = word.translate(_TCVN3)
    # Fonts for capitals draw small letters large: the plain letters of a word tell its case.
    plain = [letter for letter in word if letter.isascii() and letter.isalpha()]
    capitals = len(plain) > 1 and all(letter.isupper() for letter in plain)
    return read.upper() if capitals else read


def reading_of(texts: Iterable[str]) -> Reading | None:
    """The font that a column was typed for; None where it reads well as it is."""
    strange = filterfalse(str.isascii, texts)
    values = tuple(islice(dict.fromkeys(islice(strange, _JUDGED * 10)), _JUDGED))
    best: Reading | None = None
    for font in Font:
        found = _judge(values, font)
        if found is not None and (best is None or found.words > best.words):
            best = found
    return best


def _judge(values: Sequence[str], font: Font) -> Reading | None:
    helped = hurt = strange = 0
    samples = []
    for value in values:
        read = to_unicode(value, font)
        if read != value:
            samples.append((value, read))
        for before, after in zip(value.split(), read.split(), strict=False):
            if before.isascii():
                continue
            was, now = _is_syllable(before), _is_syllable(after)
            helped += now and not was
            hurt += was and not now
            strange += not now and not was
    signs = helped + hurt + strange
    if not helped or helped <= hurt or helped < _ENOUGH * signs:
        return None
    return Reading(font, helped, tuple(samples[:_SAMPLES]))


@lru_cache(4096)
def _is_syllable(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = _TONES.findall(decomposed)
    plain = unicodedata.normalize("NFC", _TONES.sub("", decomposed))
    return len(tones) <= 1 and _SYLLABLE.fullmatch(plain) is not None


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """A column of a sheet that was typed for an old font; `column` counts from 0."""

    sheet: str
    column: int
    reading: Reading


def columns_in_old_fonts(source: Source) -> tuple[ColumnRead, ...]:
    """The columns of a file that were typed for fonts from before Unicode; offered, never applied.

    A column counts only with the font that most words of its sheet speak for, and never by its
    heading alone.
    """
    found = []
    for sheet in source.sheets:
        readings = {
            column: reading
            for column in range(max(map(len, sheet.rows), default=0))
            if (reading := reading_of(_texts(sheet.rows, column))) is not None
            and len(reading.samples) > 1
        }
        if not readings:
            continue
        strongest = max(readings.values(), key=lambda reading: reading.words).font
        found += [
            ColumnRead(sheet.name, column, reading)
            for column, reading in readings.items()
            if reading.font is strongest
        ]
    return tuple(found)


def in_unicode(source: Source, columns: Sequence[ColumnRead]) -> Source:
    """The file with those columns, and the headings of their sheets, as they were meant."""
    sheets = []
    for sheet in source.sheets:
        fonts = {each.column: each.reading.font for each in columns if each.sheet == sheet.name}
        rows = [_row_in_unicode(row, fonts) for row in sheet.rows] if fonts else sheet.rows
        sheets.append(replace(sheet, rows=rows))
    return replace(source, sheets=tuple(sheets))


def _texts(rows: Rows, column: int) -> Iterator[str]:
    cells = [row[column] for row in rows if column < len(row)]
    return compress(cells, map(isinstance, cells, repeat(str)))  # type: ignore[arg-type]


def _row_in_unicode(row: Sequence[Cell], fonts: Mapping[int, Font]) -> list[Cell]:
    only = next(iter(fonts.values()))
    read = [
        to_unicode(cell, fonts.get(place, only)) if isinstance(cell, str) else cell
        for place, cell in enumerate(row)
    ]
    # A heading or title shares the font of its neighbours; any other cell is left alone.
    heading = any(
        _syllables(after) > _syllables(before)
        for place, (before, after) in enumerate(zip(row, read, strict=True))
        if place not in fonts
    )
    return [
        after if place in fonts or (heading and _syllables(after) >= _syllables(before)) else before
        for place, (before, after) in enumerate(zip(row, read, strict=True))
    ]


def _syllables(cell: Cell) -> int:
    return sum(map(_is_syllable, cell.split())) if isinstance(cell, str) else 0
