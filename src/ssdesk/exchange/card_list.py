"""Lists of cards from the office: the monthly D09-TS, and lists of cards about to end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ssdesk.domain import checks
from ssdesk.domain.checks import Severity
from ssdesk.domain.identifiers import card_parts, check_card_number, check_insurance_number
from ssdesk.domain.names import search_key
from ssdesk.domain.person import BirthDate
from ssdesk.domain.problems import Problem
from ssdesk.errors import BadFile
from ssdesk.exchange.columns import NAME_FIELDS, Field
from ssdesk.exchange.columns_content import as_text
from ssdesk.exchange.roster_cells import Heal, Healing, Healings, number_of
from ssdesk.exchange.roster_habits import habits_of
from ssdesk.exchange.roster_layout import Layout, RosterMapping
from ssdesk.exchange.roster_line_cells import CellProblem
from ssdesk.exchange.roster_lines import Line, pupil_lines
from ssdesk.exchange.roster_rows import RowReader
from ssdesk.exchange.roster_terms import day_of
from ssdesk.exchange.sheets import Cell, Sheet, Source

_NUMBERS = (Field.INSURANCE_NUMBER, Field.PERSONAL_ID, Field.CARD_NUMBER)
_TELLING = (Field.INSURANCE_NUMBER, Field.CARD_NUMBER, Field.CARD_TO)
# What a roster must have and a list of cards need not.
_NO_MATTER = frozenset(
    {"AGE_UNUSUAL", "BIRTH_DATE_MISSING", "NAME_MISSING", "NAME_WITH_DIGITS", "OLD_FONT"}
)
# Whole rows only: `Tăng` is also a family name.
_GROUP = re.compile(
    r"(?:[ivx]+ |[a-e] |\d{1,2} )?(?:(?:danh sach|nguoi|doi tuong|lao dong|so) )*"
    r"(dang tham gia|tang|giam|dieu chinh|cap moi|tiep tuc|cap lai|doi the)"
    r"(?: (?:moi|tham gia|trong|thang|ky|the|lao dong|nguoi|doi tuong|thong tin|\d+))*"
)
_STOPPED = "giam"
_LONGEST_GROUP = 80
_DAY = re.compile(
    r"(?<![\d/.-])(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{4})(?!\d)"
)
_OF_VOLUNTARY = re.compile(r"\bbhxh\b|tu nguyen")


@dataclass(frozen=True, slots=True)
class CardLine:
    """One person of a list, as read.

    Args:
        class_name: empty where the list names none.
        stopped: the list says under its heading `Giảm` that the person no longer takes part.
        card_number: as written on the card; empty where the list tells only the person's numbers.
    """

    sheet: str
    row: int
    class_name: str
    stopped: bool
    full_name: str
    birth_date: BirthDate | None
    personal_id: str | None
    insurance_number: str | None
    card_number: str
    valid_from: date | None
    valid_to: date | None
    problems: tuple[CellProblem, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether something of the line cannot be read."""
        return any(checks.severity(each.problem.code) is Severity.REFUSE for each in self.problems)


@dataclass(frozen=True, slots=True)
class CardListRead:
    """The people of a list in its order, and what was put right in their cells."""

    lines: tuple[CardLine, ...]
    healed: tuple[Healing, ...]


def read_card_list(source: Source, mapping: RosterMapping, today: date) -> CardListRead:
    """Everybody on the sheets of a list.

    Args:
        mapping: which column holds what.
        today: by which the layouts of card numbers are judged.

    Raises:
        BadFile: CARD_LIST_NO_COLUMNS where no sheet names people and tells of their cards,
            CARD_LIST_EMPTY.
    """
    layouts = [layout for layout in mapping.layouts if _tells_of_cards(layout)]
    if not layouts:
        raise BadFile("CARD_LIST_NO_COLUMNS", file=source.file)
    sheets = {sheet.name: sheet for sheet in source.sheets}
    healings = Healings()
    lines = tuple(
        line for layout in layouts for line in _lines(sheets[layout.sheet], layout, today, healings)
    )
    if not lines:
        raise BadFile("CARD_LIST_EMPTY", file=source.file)
    return CardListRead(lines, healings.all())


def _tells_of_cards(layout: Layout) -> bool:
    named = layout.has(*NAME_FIELDS) or layout.has(*_NUMBERS)
    return named and layout.has(*_TELLING)


def _lines(sheet: Sheet, layout: Layout, today: date, healings: Healings) -> Iterator[CardLine]:
    groups = dict(_groups(sheet, layout))
    found = [line for line in pupil_lines(sheet, layout) if line.row not in groups]
    reader = _CardReader(layout, today, found, healings)
    starts = sorted(groups)
    for line in found:
        above = bisect_left(starts, line.row)
        stopped = above > 0 and groups[starts[above - 1]] == _STOPPED
        yield reader.card_line(line, stopped=stopped)


def _groups(sheet: Sheet, layout: Layout) -> Iterator[tuple[int, str]]:
    """Rows that only say what the rows below them are, by Excel's number."""
    for at in range(layout.first_row, len(sheet.rows)):
        texts = [cell for cell in sheet.rows[at] if isinstance(cell, str) and cell.strip()]
        words = search_key(" ".join(texts)) if texts else ""
        if words and len(words) <= _LONGEST_GROUP and (match := _GROUP.fullmatch(words)):
            yield at + 1, match[1]


class _CardReader(RowReader):
    """Reads the lines of one sheet."""

    def __init__(self, layout: Layout, today: date, lines: list[Line], healings: Healings) -> None:
        super().__init__(layout, habits_of(layout, lines), today, healings)
        self._today = today

    def card_line(self, line: Line, *, stopped: bool) -> CardLine:
        """One person."""
        self._begin(line)
        name, birth = self._name(), self._birth()
        personal_id = self._personal_id(birth, None)
        insurance_number, personal_id = self._insurance(personal_id)
        starts, ends = self._days()
        number = self._card_number(starts or self._today)
        if starts and ends and ends < starts:
            problem = Problem("valid_to", "CARD_PERIOD_EMPTY", {"value": number or name})
            self._report(self._end_field(), problem)
        return CardLine(
            self._layout.sheet,
            line.row,
            line.class_name,
            stopped,
            name,
            birth,
            personal_id,
            insurance_number,
            number,
            starts,
            ends,
            tuple(each for each in self._problems if each.problem.code not in _NO_MATTER),
        )

    def _own_number(self, field: Field, number: str) -> str | None:
        """As a roster's, but a zero lost in text comes back: the pupil's own record proves it."""
        padded = "0" + number
        if len(number) == 9 and not check_insurance_number(padded):
            self._healings.add(Heal.LOST_ZERO, self._place(field), number, padded)
            return padded
        return super()._own_number(field, number)

    def _card_number(self, on: date) -> str:
        """The number on the card: of its own column, or of 15 characters in another."""
        for field in (Field.CARD_NUMBER, Field.INSURANCE_NUMBER):
            number = number_of(self._cell(field))
            if field is Field.INSURANCE_NUMBER and not card_parts(number).group_code:
                continue
            if not number or self._is_reported(field):
                continue
            padded = number.zfill(10) if len(number) == 9 else number
            found = check_card_number(padded, on)
            if not found:
                return padded
            for problem in found:
                self._report(field, problem)
        return ""

    def _days(self) -> tuple[date | None, date | None]:
        """First and last day; the end stands in the notes where it has no column (D09-TS)."""
        starts, ends = self._cell(Field.CARD_FROM), self._cell(Field.CARD_TO)
        if Field.CARD_TO not in self._index:
            note = as_text(self._cell(Field.NOTE))
            ends = "" if _OF_VOLUNTARY.search(search_key(note)) else _days_in(note)
        within = _DAY.findall(as_text(ends)) if not isinstance(ends, date) else []
        if len(within) == 2:
            # One cell for both days: `01/01/2026 - 31/12/2026`.
            starts, ends = (starts if as_text(starts) else within[0]), within[1]
        return (
            self._day(Field.CARD_FROM, "valid_from", starts),
            self._day(self._end_field(), "valid_to", ends),
        )

    def _end_field(self) -> Field:
        return Field.CARD_TO if Field.CARD_TO in self._index else Field.NOTE

    def _day(self, field: Field, name: str, cell: Cell) -> date | None:
        if as_text(cell) == "":
            return None
        day = day_of(cell, name)
        if isinstance(day, Problem):
            value = str(day.params["value"])
            self._report(field, Problem(name, "CARD_LIST_DAY_UNREADABLE", {"value": value}))
            return None
        return day


def _days_in(note: str) -> str:
    """The part of a remark that is a day or two; a remark that is all digits may be one too."""
    found = _DAY.findall(note)
    if found:
        return " - ".join(found[-2:])
    return note if note.isdigit() and len(note) in {5, 6, 8} else ""
