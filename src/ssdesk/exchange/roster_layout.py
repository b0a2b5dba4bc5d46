"""Where in a sheet the roster lies: its headings, its columns, its class."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from ssdesk.domain.names import heal
from ssdesk.domain.school import clean_class_name
from ssdesk.exchange.columns import MANY, NAME_FIELDS, Field, heading_key
from ssdesk.exchange.columns_content import as_text
from ssdesk.exchange.roster_headings import Column, Evidence, find_headings
from ssdesk.exchange.sheets import Sheet, Source

_CLASS_IN_TITLE = re.compile(
    r"\bl[ớo]p\s*[:\-–]?\s*(\d{1,2}(?:[.\-/]?[A-ZĐ]{1,5}\d{0,2}|\s[A-ZĐ]{1,2}\s?\d{0,2}"
    r"|\s?[./]\s?\d{1,2})?)(?!\w)",
    re.IGNORECASE,
)
_CLASS_AS_NAME = re.compile(
    r"(?:l[ớo]p\s*)?(\d{1,2}\s?(?:[.\-/_]?\s?[A-ZĐ]{1,5}\s?\d{0,2}|[./]\s?\d{1,2}))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How one sheet is read.

    Args:
        sheet: its name.
        heading_rows: rows of headings, counted from 0; empty where there are none.
        first_row: first row below the headings and their numbers, counted from 0.
        class_name: class of the whole sheet by its title or name, else empty.
        signature: same for files of the same make.
    """

    sheet: str
    heading_rows: tuple[int, ...]
    first_row: int
    columns: tuple[Column, ...]
    class_name: str
    signature: str

    def has(self, *fields: Field) -> bool:
        """Whether a column holds one of the fields."""
        return any(column.field in fields for column in self.columns)


@dataclass(frozen=True, slots=True)
class RosterMapping:
    """How a source is read: its sheets that hold rosters, and those that do not."""

    layouts: tuple[Layout, ...]
    unread: tuple[str, ...] = ()

    def with_field(self, signature: str, index: int, field: Field) -> RosterMapping:
        """The mapping with another field chosen for a column of all sheets of one make."""
        return replace(
            self,
            layouts=tuple(
                _choose(layout, index, field) if layout.signature == signature else layout
                for layout in self.layouts
            ),
        )


def _choose(layout: Layout, index: int, field: Field) -> Layout:
    columns = []
    for column in layout.columns:
        if column.index == index:
            columns.append(replace(column, field=field, evidence=Evidence.CHOSEN))
        elif column.field is field and field not in MANY:
            columns.append(replace(column, field=Field.IGNORED, evidence=Evidence.CHOSEN))
        else:
            columns.append(column)
    return replace(layout, columns=tuple(columns))


def propose(source: Source, remembered: Callable[[str], str | None]) -> RosterMapping:
    """How a source is to be read.

    Args:
        remembered: gives what `to_text` wrote for a signature, None if nothing.
    """
    layouts: list[Layout] = []
    unread: list[str] = []
    for sheet in source.sheets:
        layout = _layout(sheet)
        if layout is None:
            if any(cell != "" for row in sheet.rows for cell in row):
                unread.append(sheet.name)
            continue
        layouts.append(layout)
    if not layouts:
        # Nothing proposes itself: all columns are shown, for a person to name them.
        found = [_layout(sheet, nameless=True) for sheet in source.sheets if sheet.name in unread]
        layouts, unread = [layout for layout in found if layout and layout.columns], []
    known = [remembered(layout.signature) for layout in layouts]
    return RosterMapping(
        tuple(
            _recall(layout, text) if text else layout
            for layout, text in zip(layouts, known, strict=True)
        ),
        tuple(unread),
    )


def to_text(layout: Layout) -> str:
    """The columns of a layout as text for keeping."""
    fields = {str(column.index): column.field.value for column in layout.columns}
    return msgspec.json.encode(fields, order="deterministic").decode()


def _recall(layout: Layout, text: str) -> Layout:
    try:
        fields = msgspec.json.decode(text, type=dict[str, str])
        known = {int(index): Field(value) for index, value in fields.items()}
    except (msgspec.DecodeError, ValueError):
        return layout
    return replace(
        layout,
        columns=tuple(
            column
            if known.get(column.index, column.field) is column.field
            else replace(column, field=known[column.index], evidence=Evidence.REMEMBERED)
            for column in layout.columns
        ),
    )


def class_of_text(text: str, pattern: re.Pattern[str] = _CLASS_IN_TITLE) -> str:
    """The class that a title like `DANH SÁCH LỚP 10A1` names, else empty."""
    match = pattern.search(heal(text))
    return clean_class_name(match[1]).upper().replace(" ", "") if match else ""


def class_of_sheet_name(name: str) -> str:
    """The class that a sheet's name is, else empty."""
    match = _CLASS_AS_NAME.fullmatch(heal(name).strip())
    return clean_class_name(match[1]).upper().replace(" ", "") if match else ""


def _layout(sheet: Sheet, *, nameless: bool = False) -> Layout | None:
    found = find_headings(sheet)
    if not nameless and not {column.field for column in found.columns} & NAME_FIELDS:
        return None
    top = sheet.rows[: found.rows[0] if found.rows else found.first_row]
    titles = " ".join(as_text(cell) for row in top for cell in row if isinstance(cell, str))
    return Layout(
        sheet=sheet.name,
        heading_rows=found.rows,
        first_row=found.first_row,
        columns=found.columns,
        class_name=class_of_text(titles) or class_of_sheet_name(sheet.name),
        signature=_signature(found.columns, bool(found.rows)),
    )


def _signature(columns: Sequence[Column], headed: bool) -> str:
    seen: Mapping[int, str] = {
        column.index: heading_key(column.heading)
        if headed
        else (column.field.value if column.evidence is Evidence.CONTENT else "")
        for column in columns
    }
    text = f"{headed}|" + "|".join(f"{index}:{key}" for index, key in sorted(seen.items()))
    return hashlib.sha256(text.encode()).hexdigest()[:32]
