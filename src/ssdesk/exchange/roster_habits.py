"""How one sheet writes what has no single spelling: sexes as signs, numbers without zeros."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ssdesk.domain.identifiers import REGISTRATION_PROVINCES, personal_id_malformed
from ssdesk.domain.identifiers import sex_of as sex_inside
from ssdesk.domain.names import search_key
from ssdesk.domain.person import Sex, parse_sex
from ssdesk.domain.problems import Problem
from ssdesk.exchange.columns import NAME_FIELDS, Field
from ssdesk.exchange.roster_cells import number_of, old_font, text_of
from ssdesk.exchange.roster_layout import Layout
from ssdesk.exchange.roster_lines import Line
from ssdesk.exchange.sheets import Cell

_SIGNS = frozenset({"x", "v", "0", "1", "2", "✓", "+"})
_SURE = 0.8
_LOOKED_AT = 3000


@dataclass(frozen=True, slots=True)
class Habits:
    """Habits of one sheet.

    Args:
        sex_marks: signs in a sex column whose sense the sheet itself tells.
        blank_sex: what an empty cell of a sex column means, None if nothing.
        marks_used: whether the columns that say the sex say anything at all.
        personal_ids_lost_zeros: most personal ids stand as numbers without leading zeros.
        old_font: many names are typed for an old font.
    """

    sex_marks: dict[str, Sex] = field(default_factory=dict)
    blank_sex: Sex | None = None
    marks_used: bool = False
    personal_ids_lost_zeros: bool = False
    old_font: bool = False


def habits_of(layout: Layout, lines: Sequence[Line]) -> Habits:
    """The habits of a sheet, by its lines; of very many a part spread over all is looked at."""
    lines = lines[:: max(1, len(lines) // _LOOKED_AT)]
    index = {column.field: column.index for column in reversed(layout.columns)}
    ids = [_number(line, index.get(Field.PERSONAL_ID)) for line in lines]
    known = [_sex_told_by(line, number, index) for line, number in zip(lines, ids, strict=True)]
    marks, blank, used = _sex_habits(lines, index, known)
    return Habits(
        sex_marks=marks,
        blank_sex=blank,
        marks_used=used,
        personal_ids_lost_zeros=_lost_zeros(lines, index.get(Field.PERSONAL_ID)),
        old_font=_in_old_font(lines, [index[item] for item in NAME_FIELDS if item in index]),
    )


def _cell(line: Line, index: int | None) -> Cell:
    return "" if index is None or index >= len(line.cells) else line.cells[index]


def _number(line: Line, index: int | None) -> str:
    cell = _cell(line, index)
    number = number_of(cell) if cell != "" else ""
    return number.zfill(12) if len(number) in {10, 11} and number.isdecimal() else number


def _sex_told_by(line: Line, number: str, index: dict[Field, int]) -> Sex | None:
    if len(number) == 12 and not personal_id_malformed(number):
        return sex_inside(number)
    at = next((index[item] for item in NAME_FIELDS if item in index), None)
    return Sex.FEMALE if " thi " in f" {search_key(text_of(_cell(line, at)))} "[1:] else None


def _lost_zeros(lines: Sequence[Line], at: int | None) -> bool:
    filled = lost = 0
    for line in lines:
        cell = _cell(line, at)
        number = number_of(cell) if cell != "" else ""
        if number:
            filled += 1
            short = len(number) in {10, 11} and number.isdecimal()
            if short and int(number.zfill(12)[:3]) in REGISTRATION_PROVINCES:
                lost += 1
    return filled > 0 and lost >= filled * 0.5


def _in_old_font(lines: Sequence[Line], names: Sequence[int]) -> bool:
    accused = sum(any(old_font(text_of(_cell(line, at))) for at in names) for line in lines)
    return accused * 5 >= len(lines)


def _sex_habits(
    lines: Sequence[Line], index: dict[Field, int], known: Sequence[Sex | None]
) -> tuple[dict[str, Sex], Sex | None, bool]:
    if Field.SEX in index:
        return _signs(lines, index[Field.SEX], known)
    columns = [index[item] for item in (Field.FEMALE_MARK, Field.MALE_MARK) if item in index]
    used = any(_cell(line, at) != "" for line in lines for at in columns)
    if not used or len(columns) != 1:
        return {}, None, used
    return {}, Sex.MALE if Field.FEMALE_MARK in index else Sex.FEMALE, used


def _signs(
    lines: Sequence[Line], at: int, known: Sequence[Sex | None]
) -> tuple[dict[str, Sex], Sex | None, bool]:
    """What `x`, `1`, `0` or nothing mean in a sex column, told by the pupils' numbers."""
    votes: dict[str, Counter[Sex]] = {}
    for line, sex in zip(lines, known, strict=True):
        text = text_of(_cell(line, at)).lower()
        if (text == "" or text in _SIGNS) and sex:
            votes.setdefault(text, Counter())[sex] += 1
        elif text:
            votes.setdefault(text, Counter())
    used = any(text for text in votes)
    if all(text == "" or not isinstance(parse_sex(text), Problem) for text in votes):
        return {}, None, used
    senses = {text: sex for text, count in votes.items() if (sex := _winner(count))}
    if set(votes) <= {"", "x"} | set(senses) and "x" in votes and "x" not in senses:
        senses["x"] = Sex.FEMALE
        senses.setdefault("", Sex.MALE)
    return senses, senses.pop("", None), used


def _winner(votes: Counter[Sex]) -> Sex | None:
    total = votes.total()
    if not total:
        return None
    sex, count = votes.most_common(1)[0]
    return sex if count >= total * _SURE else None
