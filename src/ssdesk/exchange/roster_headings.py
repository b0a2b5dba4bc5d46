"""The headings of a sheet, in one row or several, and the columns below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from ssdesk.exchange.columns import (
    NAME_FIELDS,
    Field,
    field_of,
    field_under,
    heading_key,
    is_address_part,
    is_of_family,
    is_vague_identity,
    names_two_numbers,
)
from ssdesk.exchange.columns_content import ColumnFacts, as_text, facts_of, guess
from ssdesk.exchange.sheets import Cell, Rows, Sheet, column_letter

SAMPLED_ROWS = 200
_SEARCHED_ROWS = 60
_SAMPLES = 3
_WIDEST = 300
_NUMBER_CELL = re.compile(r"\(?\s*(?:\d{1,2}|[A-Za-zĐđ])\s*\)?(?:\s*=.*)?")


class Evidence(Enum):
    """What a column's field was told by."""

    HEADING = "heading"
    CONTENT = "content"
    REMEMBERED = "remembered"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a roster with a sample of its cells.

    Args:
        index: counted from 0.
        heading: as on the sheet, an upper heading before the lower.
        part: whether its text is joined with the other columns of the same field.
    """

    index: int
    heading: str
    field: Field
    evidence: Evidence
    samples: tuple[str, ...] = ()
    part: bool = False

    @property
    def letter(self) -> str:
        """Excel's letter."""
        return column_letter(self.index)


@dataclass(frozen=True, slots=True)
class Headings:
    """Rows of headings (counted from 0, none for bare data), first row below, columns."""

    rows: tuple[int, ...]
    first_row: int
    columns: tuple[Column, ...]


def find_headings(sheet: Sheet) -> Headings:
    """The headings of a sheet and what its columns hold."""
    rows = sheet.rows
    width = min(max((len(row) for row in rows[:SAMPLED_ROWS]), default=0), _WIDEST)
    start = _heading_row(rows)
    if start is None:
        first = next((at for at, row in enumerate(rows) if filled(row) >= min(2, width)), 0)
        columns = _columns(rows[first : first + SAMPLED_ROWS], [""] * width, [None] * width)
        if not _is_foreign_heading(rows, first, columns):
            return Headings((), first, columns)
        headings = _line(rows[first], width)
        known = [field_of(text) if text else None for text in headings]
        columns = _columns(rows[first + 1 : first + SAMPLED_ROWS], headings, known)
        return Headings((first,), first + 1, columns)
    last = _last_heading_row(rows, start)
    headings, fields = _read_headings(sheet, start, last, width)
    first = _below_numbers(rows, last + 1)
    columns = _columns(rows[first : first + SAMPLED_ROWS], headings, fields)
    return Headings(tuple(range(start, last + 1)), first, columns)


def _is_foreign_heading(rows: Rows, at: int, columns: Sequence[Column]) -> bool:
    """Whether the first row is a heading in words nobody knows: none of its cells is data."""
    if at >= len(rows) or looks_like_data(rows[at]):
        return False
    return any(
        column.field in {Field.BIRTH_DATE, Field.PERSONAL_ID, Field.PHONE} for column in columns
    )


def filled(row: Sequence[Cell]) -> int:
    """How many cells of a row hold something."""
    return sum(1 for cell in row if cell != "")


def _hits(row: Sequence[Cell]) -> list[tuple[int, Field]]:
    return [
        (index, field)
        for index, cell in enumerate(row[:_WIDEST])
        if isinstance(cell, str) and cell and (field := field_of(cell)) is not None
    ]


def _filled_names(row: Sequence[Cell]) -> list[int]:
    return [index for index, field in _hits(row) if field in NAME_FIELDS]


def _heading_row(rows: Rows) -> int | None:
    best, most = None, 1
    for at, row in enumerate(rows[:_SEARCHED_ROWS]):
        hits = _hits(row)
        named = any(field in NAME_FIELDS for _, field in hits)
        if named and (len(hits) >= 2 or filled(row) == len(row) == 1):
            return at
        if len(hits) > most and len(hits) * 2 >= filled(row) and not looks_like_data(row):
            best, most = at, len(hits)
    return best


def looks_like_data(row: Sequence[Cell]) -> bool:
    """Whether a row holds a number, a date or a long run of digits."""
    return any(
        not isinstance(cell, str) or sum(character.isdigit() for character in cell) >= 4
        for cell in row
        if cell != ""
    )


def _last_heading_row(rows: Rows, start: int) -> int:
    """The last of the rows that together make the headings."""
    names = _filled_names(rows[start])
    last = start
    for at in range(start + 1, min(start + 3, len(rows))):
        row = rows[at]
        used = [index for index, cell in enumerate(row) if cell != ""]
        if not used or looks_like_data(row) or is_number_row(row):
            break
        below_names = [index for index in names if index < len(row) and row[index] != ""]
        if any(field_of(as_text(row[index])) not in NAME_FIELDS for index in below_names):
            break
        if len(used) == 1 and not below_names and not _is_lower_heading(as_text(row[used[0]])):
            break
        if not names and not _hits(row):
            break
        last = at
    return last


def _is_lower_heading(text: str) -> bool:
    """Whether a text alone in its row is a heading, and no line such as `Lớp 10A1`."""
    names_class = heading_key(text).startswith("lop ") and any(map(str.isdigit, text))
    return field_of(text) is not None and not names_class


def is_number_row(row: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: `(1) (2) (3)` or `A B 1 2`."""
    texts = [as_text(cell) for cell in row if cell != ""]
    return len(texts) >= 2 and all(_NUMBER_CELL.fullmatch(text) for text in texts)


def _below_numbers(rows: Rows, at: int) -> int:
    """The row after a row of column numbers, if there is one; blank rows do not count."""
    here = at
    while here < len(rows) and not filled(rows[here]):
        here += 1
    if here < len(rows) and is_number_row(rows[here]):
        return here + 1
    return at


def _read_headings(
    sheet: Sheet, start: int, last: int, width: int
) -> tuple[list[str], list[Field | None]]:
    upper = _spread(sheet, start, width, fill=last > start)
    if last == start:
        return upper, [field_of(text) if text else None for text in upper]
    headings, fields = [], []
    lowers = [_line(sheet.rows[at], width) for at in range(start + 1, last + 1)]
    children = [" ".join(line[index] for line in lowers if line[index]) for index in range(width)]
    for index in range(width):
        siblings = frozenset(
            heading_key(children[other])
            for other in range(width)
            if upper[other] == upper[index] and children[other]
        )
        headings.append(" ".join(text for text in (upper[index], children[index]) if text))
        fields.append(
            field_under(upper[index], children[index], siblings) if headings[-1] else None
        )
    return headings, fields


def _line(row: Sequence[Cell], width: int) -> list[str]:
    texts = [as_text(cell) for cell in row[:width]]
    return texts + [""] * (width - len(texts))


def _spread(sheet: Sheet, at: int, width: int, *, fill: bool) -> list[str]:
    """A row of headings, each over all columns that it spans."""
    texts = _line(sheet.rows[at], width)
    spans = [merge for merge in sheet.merges if merge.top <= at <= merge.bottom]
    for merge in spans:
        for index in range(merge.left, min(merge.right + 1, width)):
            texts[index] = texts[index] or texts[merge.left]
    if fill and not sheet.merges:
        below = _line(sheet.rows[at + 1], width)
        for index in range(1, width):
            if not texts[index] and below[index]:
                texts[index] = texts[index - 1]
    return texts


def _columns(sample: Rows, headings: list[str], fields: list[Field | None]) -> tuple[Column, ...]:
    width = len(headings)
    cells = [[row[index] if index < len(row) else "" for row in sample] for index in range(width)]
    facts = [facts_of(column) for column in cells]
    fields = _settle_numbers(headings, fields, facts)
    fields = _settle_names(headings, fields, cells)
    fields = _settle_birth(headings, fields)
    chosen, parts = _once(headings, fields, facts)
    open_columns = [
        facts[index] if chosen[index] is None else facts_of(()) for index in range(width)
    ]
    guesses = guess(open_columns, _taken(chosen, headed=any(headings)))
    columns = []
    for index in range(width):
        field, evidence = chosen[index], Evidence.HEADING
        if field is None:
            field = guesses.get(index)
            evidence = Evidence.CONTENT
        texts = [as_text(cell) for cell in cells[index] if cell != ""]
        if field is None and not headings[index] and not texts:
            continue
        columns.append(
            Column(
                index=index,
                heading=headings[index],
                field=field or Field.IGNORED,
                evidence=evidence,
                samples=tuple(dict.fromkeys(text for text in texts if text))[:_SAMPLES],
                part=parts[index],
            )
        )
    return tuple(columns)


def _taken(chosen: Sequence[Field | None], *, headed: bool) -> frozenset[Field]:
    taken = {field for field in chosen if field}
    if taken & NAME_FIELDS:
        taken |= {Field.FULL_NAME}
    if taken & {Field.BIRTH_YEAR, Field.BIRTH_IF_MALE, Field.BIRTH_IF_FEMALE}:
        taken |= {Field.BIRTH_DATE}
    if taken & {Field.MALE_MARK, Field.FEMALE_MARK, Field.BIRTH_IF_FEMALE}:
        taken |= {Field.SEX}
    if headed:
        # Below unknown headings only what cannot be mistaken is proposed.
        taken |= {Field.ORDER, Field.PHONE, Field.CARD_NUMBER}
        if taken & NAME_FIELDS and Field.PERSONAL_ID not in taken:
            taken |= {Field.PERSONAL_ID}
    return frozenset(taken)


def _settle_numbers(
    headings: list[str], fields: list[Field | None], facts: list[ColumnFacts]
) -> list[Field | None]:
    """Headings that leave open which number they mean are settled by the cells."""
    settled = list(fields)
    for index, field in enumerate(fields):
        heading, column = headings[index], facts[index]
        if field is Field.CARD_TO and max(column.cards, column.ten_digits) >= 0.5:
            settled[index] = Field.CARD_NUMBER
            continue
        if field is Field.CARD_NUMBER and column.dates >= 0.5:
            settled[index] = Field.CARD_TO
            continue
        if field not in {Field.PERSONAL_ID, Field.INSURANCE_NUMBER, Field.CARD_NUMBER}:
            continue
        if names_two_numbers(heading):
            is_citizen = column.long_numbers >= column.ten_digits
            settled[index] = Field.PERSONAL_ID if is_citizen else Field.INSURANCE_NUMBER
        elif field is Field.PERSONAL_ID and is_vague_identity(heading):
            if column.filled and column.long_numbers < 0.5:
                settled[index] = Field.STUDENT_CODE
        elif field is Field.INSURANCE_NUMBER and column.cards >= 0.5:
            settled[index] = Field.CARD_NUMBER
    return settled


def _settle_names(
    headings: list[str], fields: list[Field | None], cells: list[list[Cell]]
) -> list[Field | None]:
    """One heading over two columns: family and middle names left, given names right."""
    settled = list(fields)
    for index in range(len(fields) - 1):
        if settled[index] is not Field.FULL_NAME:
            continue
        right = index + 1
        same = headings[right] in {"", headings[index]}
        # Totals and signatures below tell nothing: only what stands beside a name.
        beside = [cell for name, cell in zip(cells[index], cells[right], strict=True) if name != ""]
        single = facts_of(beside).single_words >= 0.7
        if same and settled[right] in {None, Field.FULL_NAME} and single:
            settled[index], settled[right] = Field.FAMILY_NAME, Field.GIVEN_NAME
        elif settled[right] is Field.GIVEN_NAME:
            settled[index] = Field.FAMILY_NAME
        break
    if Field.GIVEN_NAME in settled and not {Field.FAMILY_NAME, Field.FULL_NAME} & set(settled):
        at = settled.index(Field.GIVEN_NAME)
        settled[at] = Field.FULL_NAME
    return settled


_BIRTH_PARTS = (
    (Field.BIRTH_DAY, frozenset({"ngay", "ngay sinh"})),
    (Field.BIRTH_MONTH, frozenset({"thang", "thang sinh"})),
    (Field.BIRTH_YEAR, frozenset({"nam", "nam sinh"})),
)


def _settle_birth(headings: list[str], fields: list[Field | None]) -> list[Field | None]:
    """`Ngày sinh`, `Tháng sinh`, `Năm sinh` beside each other: a birth date in three columns."""
    keys = [heading_key(heading) for heading in headings]
    for at in range(len(keys) - 2):
        if all(keys[at + n] in names for n, (_, names) in enumerate(_BIRTH_PARTS)):
            parts: list[Field | None] = [field for field, _ in _BIRTH_PARTS]
            return [*fields[:at], *parts, *fields[at + 3 :]]
    return fields


def _once(
    headings: list[str], fields: list[Field | None], facts: list[ColumnFacts]
) -> tuple[list[Field | None], list[bool]]:
    """Each field in one column, the fuller of the first two; parts of an address in several."""
    chosen = list(fields)
    parts = [False] * len(fields)
    first: dict[Field, int] = {}
    for index, field in enumerate(fields):
        if field is None or field is Field.IGNORED:
            continue
        if field is Field.ADDRESS and (_is_part(headings, fields, index)):
            parts[index] = True
            continue
        if field not in first:
            first[field] = index
        elif _tells_more(field, headings, facts, (first[field], index)):
            chosen[first[field]] = Field.IGNORED
            first[field] = index
        else:
            chosen[index] = Field.IGNORED
    return chosen, parts


def _tells_more(
    field: Field, headings: list[str], facts: list[ColumnFacts], places: tuple[int, int]
) -> bool:
    """Whether the second of two columns of a field is the one to take.

    The first is, unless it is empty; of phones the pupil's own before a parent's, then the
    one that more families gave.
    """
    one, two = places
    if field is not Field.PHONE or not facts[one].filled or not facts[two].filled:
        return not facts[one].filled and bool(facts[two].filled)
    of_parent = [is_of_family(headings[at]) for at in places]
    if of_parent[0] != of_parent[1]:
        return of_parent[0]
    return facts[two].filled * facts[two].phones > facts[one].filled * facts[one].phones


def _is_part(headings: list[str], fields: list[Field | None], index: int) -> bool:
    if is_address_part(headings[index]):
        return True
    words = headings[index].split()
    return any(
        other != index
        and fields[other] is Field.ADDRESS
        and headings[other].split()[:2] == words[:2]
        and len(words) > 2
        for other in (index - 1, index + 1)
        if 0 <= other < len(headings)
    )
