"""Official forms as values: what is printed where, and on which days a form may be used.

A form is keyed by issuing document, code and date (ruling 15); its words are in
`resources/forms`, to the letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction

from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_dong, format_percent
from ssdesk.errors import UserError

Cell = str | int | Fraction
"""What stands in a cell; an empty text for nothing, a share of 1 for a percentage."""

DOTS = "…………………"


class CellKind(Enum):
    """How the cells of a column are written."""

    ORDER = "order"
    TEXT = "text"
    ID = "id"
    DONG = "dong"
    PERCENT = "percent"
    COUNT = "count"
    MARK = "mark"


class RowKind(Enum):
    """What a row of a filled form is."""

    GROUP = "group"
    PERSON = "person"
    NOTICE = "notice"
    """Tells something of a person who is not counted on this list."""
    TOTAL = "total"

    @property
    def plain(self) -> bool:
        """Whether it is about one person, in plain letters."""
        return self in {RowKind.PERSON, RowKind.NOTICE}


@dataclass(frozen=True, slots=True)
class Column:
    """A heading over a column, or over several.

    Args:
        title: heading as printed.
        number: the letter or number under the heading; empty over several columns.
        field: what is filled in, a name of `ssdesk.domain.submission`; empty to stay blank.
        kind: how its cells are written.
        width: points of A4 paper, before the table is fitted to the page.
        required: whether the sheet's own program refuses the row without it.
        children: the columns below a shared heading.
    """

    title: str
    number: str = ""
    field: str = ""
    kind: CellKind = CellKind.TEXT
    width: float = 0.0
    required: bool = False
    children: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A heading with its place in the table's head; all counted from 0."""

    title: str
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one kind of change: more people, or fewer.

    Args:
        mark: what stands in the first column.
        title: what stands in the second.
        change_types: the kinds of change listed below it.
        part: a heading of its own below the group's, as mark and title.
        empty_parts: headings that stay without rows.
        total: title of the sum, empty for none.
    """

    mark: str
    title: str
    change_types: frozenset[str]
    part: tuple[str, str] | None = None
    empty_parts: tuple[tuple[str, str], ...] = ()
    total: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: its lines above, and which name of the heading goes below."""

    title: tuple[str, ...]
    hint: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """Page and letters in points; A4 landscape.

    Args:
        margins: top, right, bottom, left.
        head_size: letters of the lines above the title.
        table_size: letters in the table.
        left_share: share of the width that the lines at the upper left take.
    """

    margins: tuple[float, float, float, float] = (42.5, 56.7, 56.7, 56.7)
    head_size: float = 12.0
    table_size: float = 10.0
    left_share: float = 0.33


@dataclass(frozen=True, slots=True)
class FormLayout:
    """One form as its issuing document prints it.

    Args:
        form: name in commands and in the store.
        code: the code that the form bears.
        document: who issued it.
        name: how the program calls it.
        starts_on: first day of lists on it, None for any.
        ends_on: last day of lists on it, None while no end is known.
        confirmed: whether it was compared with the original (ruling 15).
        printed: whether it is signed on paper; a sheet for another program is not.
        head: lines at the upper left, with `{names}` of the heading.
        motto: lines at the upper right.
        class_rows: whether a school's rows stand under the names of classes.
        closing: lines below the table.
        left_note: line below the table at the left, beside the signatures.
    """

    form: str
    code: str
    document: str
    name: str
    starts_on: date | None
    ends_on: date | None
    confirmed: bool
    printed: bool
    title: str
    number_line: str
    head: tuple[str, ...]
    motto: tuple[str, ...]
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    class_rows: bool
    closing: tuple[str, ...]
    left_note: str
    signatures: tuple[Signature, ...]
    paper: Paper = Paper()

    def valid_on(self, day: date) -> bool:
        """Whether a list of that day may be written on it."""
        after = self.starts_on is None or self.starts_on <= day
        return after and (self.ends_on is None or day <= self.ends_on)

    @property
    def leaves(self) -> tuple[Column, ...]:
        """The columns that hold cells, from left to right."""
        return _leaves(self.columns)


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines around the table are filled with; frozen with a list.

    Args:
        number: number of the list, 0 for one that has none.
        waiting: whether the money is not all there (ruling 10).
    """

    unit_name: str
    unit_code: str
    list_date: date
    number: int = 0
    collector_name: str = ""
    collector_code: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    tax_code: str = ""
    group_name: str = ""
    group_code: str = ""
    payer: str = ""
    base_salary: int = 0
    state_percent: str = ""
    principal_name: str = ""
    people: int = 0
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row below the head, with a cell for each column."""

    kind: RowKind
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form with everything that is to be printed on it."""

    layout: FormLayout
    heading: Heading
    rows: tuple[FormRow, ...] = field(default=())

    def line(self, text: str) -> str:
        """A line of the layout with the heading's words; dots where there is none."""
        head = self.heading
        day = head.list_date
        # Below 10 a number has a leading 0, a day too, and a month below 3 (NĐ 30/2020).
        return text.format(
            unit_name=head.unit_name or DOTS,
            unit_code=head.unit_code or DOTS,
            collector_name=head.collector_name or DOTS,
            collector_code=head.collector_code or DOTS,
            address=head.address or DOTS,
            phone=head.phone or DOTS,
            email=head.email or DOTS,
            tax_code=head.tax_code or DOTS,
            group_name=head.group_name or DOTS,
            group_code=head.group_code or DOTS,
            payer=head.payer or DOTS,
            base_salary=format_dong(head.base_salary) if head.base_salary else DOTS,
            state_percent=head.state_percent or DOTS,
            principal_name=head.principal_name,
            people=format_dong(head.people),
            number=f"{head.number:02d}/{head.unit_code}" if head.number else "      /………",
            day=f"{day.day:02d}",
            month=f"{day.month:02d}" if day.month < 3 else str(day.month),
            year=day.year,
        )


def cell_text(value: Cell, kind: CellKind) -> str:
    """A cell as it is read on paper: 2.530.000, 52,5, 12."""
    if isinstance(value, str):
        return value
    if isinstance(value, Fraction):
        return format_percent(value).removesuffix("%")
    return format_dong(value) if kind is CellKind.DONG else str(value)


def header_cells(layout: FormLayout) -> tuple[HeaderCell, ...]:
    """Every heading with its place; a heading without children reaches to the bottom."""
    deepest = header_depth(layout)
    cells: list[HeaderCell] = []

    def place(column: Column, row: int, left: int) -> int:
        width = len(_leaves((column,)))
        rows = 1 if column.children else deepest - row
        cells.append(HeaderCell(column.title, row, left, rows, width))
        for child in column.children:
            left = place(child, row + 1, left)
        return left if column.children else left + 1

    at = 0
    for column in layout.columns:
        at = place(column, 0, at)
    return tuple(cells)


def header_depth(layout: FormLayout) -> int:
    """How many rows of headings there are, without the row of column numbers."""
    return max(_depth(column) for column in layout.columns)


def _depth(column: Column) -> int:
    return 1 + max((_depth(child) for child in column.children), default=0)


def _leaves(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    found: list[Column] = []
    for column in columns:
        found += _leaves(column.children) if column.children else [column]
    return tuple(found)


def right_form(forms: Sequence[FormLayout], day: date) -> FormLayout:
    """The form that a list of that day is written on (ruling 15).

    Raises:
        UserError: FORM_UNKNOWN_ON_DATE where the program has none for the day.
    """
    for layout in forms:
        if layout.printed and layout.valid_on(day):
            return layout
    raise UserError("FORM_UNKNOWN_ON_DATE", day=format_date(day))


def form_on(forms: Sequence[FormLayout], name: str, day: date) -> FormLayout:
    """The form of that name, where it is valid on the list's day (ruling 15).

    Raises:
        UserError: FORM_UNKNOWN, or FORM_NOT_VALID_ON_DATE with the name of the right one.
    """
    for layout in forms:
        if layout.form != name:
            continue
        if not layout.valid_on(day):
            right = right_form(forms, day).name
            raise UserError(
                "FORM_NOT_VALID_ON_DATE", form=layout.name, day=format_date(day), right=right
            )
        return layout
    known = ", ".join(layout.form for layout in forms)
    raise UserError("FORM_UNKNOWN", form=name[:40], known=known)
