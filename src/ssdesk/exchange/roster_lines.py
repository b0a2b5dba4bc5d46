"""Which rows of a sheet are pupils, and of which class: not titles, totals or signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ssdesk.domain.names import search_key
from ssdesk.domain.school import clean_class_name
from ssdesk.exchange.columns import NAME_FIELDS, Field, heading_key
from ssdesk.exchange.roster_cells import text_of
from ssdesk.exchange.roster_headings import is_number_row
from ssdesk.exchange.roster_layout import Layout, class_of_sheet_name, class_of_text
from ssdesk.exchange.sheets import Cell, Sheet

_FOOTER = re.compile(
    r"^(tong (cong|so|ket)\b|tong( \d.*)?$|cong( so| cong)?( \d.*)?$|cong (lop|khoi|toan)\b"
    r"|(pho |p )?hieu truong|giao vien|gvcn|nguoi lap|ke toan|thu quy|thu truong"
    r"|ky (ten|va|ghi|ro)|da ky|dai dien|danh sach|an dinh|noi nhan|xac nhan"
    r"|luu y|ghi chu|trong do|so hoc sinh|si so|nam hoc"
    r"|truong (thpt|thcs|tieu hoc|mam non|ptdt|pt)|so giao duc|phong giao duc|cong hoa xa hoi"
    r"|doc lap tu do|het$|bang chu)|\bngay .*\bthang .*\bnam\b|^ngay \d"
)
_LONGEST_HEADING = 30
_LONGEST_NUMBER = 4
_LONGEST_CLASS_LINE = 80
_EVIDENCE = (
    Field.BIRTH_DATE,
    Field.BIRTH_DAY,
    Field.BIRTH_YEAR,
    Field.BIRTH_IF_MALE,
    Field.BIRTH_IF_FEMALE,
    Field.PERSONAL_ID,
    Field.INSURANCE_NUMBER,
    Field.CARD_NUMBER,
    Field.STUDENT_CODE,
)
_WEAK_EVIDENCE = (Field.ORDER, Field.SEX, Field.FEMALE_MARK, Field.PHONE, Field.SCHOOL_CLASS)


@dataclass(frozen=True, slots=True)
class Line:
    """A row that holds a pupil.

    Args:
        row: Excel's number.
        class_name: by the class column, a line above, the title or the sheet's name.
        carried: whether the class column was empty here and goes on from above.
        spoilt_class: the class cell where the spreadsheet turned it into a date.
    """

    row: int
    cells: Sequence[Cell]
    class_name: str
    carried: bool = False
    spoilt_class: bool = False


@lru_cache(4096)
def class_name_of(text: str) -> str:
    """A class as it is kept: `lớp 10 a1` is `10A1`."""
    return class_of_sheet_name(text) or clean_class_name(text)


def pupil_lines(sheet: Sheet, layout: Layout) -> Iterator[Line]:
    """The pupils of a sheet in order."""
    return _Lines(sheet, layout).read()


class _Lines:
    def __init__(self, sheet: Sheet, layout: Layout) -> None:
        self._sheet = sheet
        self._layout = layout
        self._names = self._indexes(*NAME_FIELDS)
        self._strong = self._indexes(*_EVIDENCE)
        self._weak = self._indexes(*_WEAK_EVIDENCE)
        order = self._indexes(Field.ORDER)
        self._order = order[0] if order else None
        school_class = self._indexes(Field.SCHOOL_CLASS)
        self._class = school_class[0] if school_class else None
        self._headings = {
            heading_key(text)
            for at in layout.heading_rows
            for index in self._names
            if (text := text_of(_at(sheet.rows[at], index)))
        }
        self._initials = {key[:1] for key in self._headings}
        self._current = layout.class_name
        self._last_class = ""
        self._closed = False

    def _indexes(self, *fields: Field) -> tuple[int, ...]:
        return tuple(item.index for item in self._layout.columns if item.field in fields)

    def read(self) -> Iterator[Line]:
        filled_down = self._merged_classes()
        for at in range(self._layout.first_row, len(self._sheet.rows)):
            row = self._sheet.rows[at]
            if not self._is_pupil(row):
                continue
            merged = filled_down.get(at)
            yield self._line(at + 1, row, merged)

    def _merged_classes(self) -> dict[int, Cell]:
        found: dict[int, Cell] = {}
        rows = self._sheet.rows
        for merge in self._sheet.merges:
            if merge.left == self._class and merge.top < min(merge.bottom, len(rows)):
                value = _at(rows[merge.top], merge.left)
                last = min(merge.bottom, len(rows) - 1)
                found |= dict.fromkeys(range(merge.top, last + 1), value)
        return found

    def _line(self, number: int, row: Sequence[Cell], merged: Cell | None) -> Line:
        if self._class is None:
            return Line(number, row, self._current)
        cell = _at(row, self._class)
        if merged is not None and cell == "":
            cell = merged
        if isinstance(cell, date):
            return Line(number, row, "", spoilt_class=True)
        text = text_of(cell)
        if text:
            self._last_class = class_name_of(text)
            return Line(number, row, self._last_class)
        if self._last_class:
            return Line(number, row, self._last_class, carried=True)
        return Line(number, row, self._current)

    def _is_pupil(self, row: Sequence[Cell]) -> bool:
        size = len(row)
        strong = [row[index] for index in self._strong if index < size and row[index] != ""]
        texts = [text_of(row[index]) for index in self._names if index < size]
        name = " ".join(filter(None, texts))
        if name and strong:
            numbers = len(name) <= _LONGEST_NUMBER and is_number_row(row)
            return not (numbers or self._is_heading(row) or self._is_sum(strong, name))
        if not name:
            if self._notes_class(row) or not strong:
                return False
            return self._is_nameless(row)
        if self._is_heading(row) or is_number_row(row):
            return False
        if self._take_class(name):
            return False
        if _FOOTER.search(search_key(name)):
            self._closed = self._closed or search_key(name).startswith("tong")
            return False
        numbered = self._order is not None and _at(row, self._order) != ""
        if numbered or not (self._strong or self._weak):
            return True
        if self._closed or self._order is not None:
            return False
        return self._any(row, self._weak) or not self._strong

    def _is_heading(self, row: Sequence[Cell]) -> bool:
        """Whether the headings are said again, as at the top of each printed page."""
        for index in self._names:
            cell = _at(row, index)
            if isinstance(cell, str) and cell and len(cell) <= _LONGEST_HEADING:
                initial = heading_key(cell[:1])[:1]
                if initial and initial not in self._initials:
                    return False
                return heading_key(cell) in self._headings
        return False

    @staticmethod
    def _is_sum(used: Sequence[Cell], name: str) -> bool:
        """Whether a row with a name and one number is a total, such as `Tổng cộng | 42`."""
        if len(used) != 1 or sum(map(str.isdigit, text_of(used[0]))) > 5:
            return False
        return _FOOTER.search(search_key(name)) is not None

    def _is_nameless(self, row: Sequence[Cell]) -> bool:
        """Whether a row without a name is a pupil all the same, and no sum or signature."""
        texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
        if any(_FOOTER.search(search_key(text)) for text in texts):
            return False
        if is_number_row(row) or self._is_repeated_heading(row):
            return False
        return any(
            any(character.isdigit() for character in text_of(_at(row, index)))
            for index in self._strong
        )

    def _is_repeated_heading(self, row: Sequence[Cell]) -> bool:
        headings = {heading_key(item.heading) for item in self._layout.columns if item.heading}
        return any(isinstance(cell, str) and heading_key(cell) in headings for cell in row)

    def _notes_class(self, row: Sequence[Cell]) -> bool:
        """Whether a row without a name says the class of what follows, and nothing else."""
        used = [cell for cell in row if cell != ""]
        taken = [self._take_class(text_of(cell)) for cell in used if isinstance(cell, str)]
        return len(used) == 1 and any(taken)

    def _take_class(self, text: str) -> bool:
        """Takes a line `Lớp: 10A2` as the class of what follows; whether it was such a line."""
        if not text or len(text) > _LONGEST_CLASS_LINE or not (found := class_of_text(text)):
            return False
        starts = search_key(text).startswith(("lop", "danh sach", "hoc sinh"))
        if not starts or search_key(text).startswith("lop truong"):
            return False
        self._current = found
        self._closed = False
        return True

    @staticmethod
    def _any(row: Sequence[Cell], indexes: tuple[int, ...]) -> bool:
        size = len(row)
        return any(index < size and row[index] != "" for index in indexes)


def _at(row: Sequence[Cell], index: int) -> Cell:
    return row[index] if index < len(row) else ""
