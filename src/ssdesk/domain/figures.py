"""A report as values: tables, checked sums and charts, before anybody draws or writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from ssdesk.domain.money import format_number

Figure = str | int | date | None


class FigureKind(Enum):
    """How the cells of a column are written and aligned; PER_MILLE is tenths of a percent."""

    TEXT = "text"
    INT = "int"
    DONG = "dong"
    PER_MILLE = "per_mille"
    DATE = "date"


class RowKind(Enum):
    """What a row of a table is; a GROUP row is a heading in its first cell."""

    LINE = "line"
    GROUP = "group"
    SUBTOTAL = "subtotal"


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """One column; `width` is its share of the table beside the other columns' widths."""

    title: str
    kind: FigureKind = FigureKind.TEXT
    width: int = 10


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row; a group row may begin a page of its own."""

    cells: tuple[Figure, ...]
    kind: RowKind = RowKind.LINE
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table; `totals` is its last row, empty for none; `empty` says why it has no rows."""

    title: str
    columns: tuple[FigureColumn, ...]
    rows: tuple[FigureRow, ...]
    totals: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True)
class SumPart:
    """One named part of a sum."""

    label: str
    value: int


@dataclass(frozen=True, slots=True)
class SumCheck:
    """A figure beside the parts that should make it up: 1.024 = 125 + 896 and 3 open.

    Args:
        remedy: what the difference is, or where to look for it.
    """

    label: str
    total: int
    parts: tuple[SumPart, ...]
    unit: str
    remedy: str = ""

    @property
    def difference(self) -> int:
        """What no part accounts for; 0 when the sum holds."""
        return self.total - sum(part.value for part in self.parts)

    def workings(self) -> str:
        """The parts as they stand behind the equals sign: `đã đóng 842 + chưa đóng đủ 54`."""
        said = ""
        for part in self.parts:
            label = part.label[:1].lower() + part.label[1:]
            sign = " − " if part.value < 0 else " + "
            said += f"{sign}{label} {format_number(abs(part.value))}"
        return said.removeprefix(" + ").strip()


class Tone(Enum):
    """What a colour says: done, waiting, must act, another group, or nothing."""

    OTHER = "other"
    DONE = "done"
    WAITING = "waiting"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart and its colour."""

    label: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class RingChart:
    """A ring, a slice a series, with the one figure that matters in its middle."""

    title: str
    series: tuple[Series, ...]
    values: tuple[int, ...]
    centre: str
    centre_note: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a value a series, the figure at its end and a remark in red behind it."""

    label: str
    values: tuple[int, ...]
    figure: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Stacked bars that lie below each other, each as long as its whole."""

    title: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """Stacked columns that stand side by side on one scale."""

    title: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    unit: str = ""


Chart = RingChart | BarChart | ColumnChart


@dataclass(frozen=True, slots=True)
class Fact:
    """A line above the tables: `Người giao: Hoàng Chi`."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report, or a paper of the desk such as a slip or an order.

    Args:
        name: the same here, on the command line and in file names.
        as_of: when its figures were read.
        facts: what stands above everything else.
        closing: sentences below everything, such as a sum in words.
        one_page: drawn smaller rather than on a second page, where that still can be read.
    """

    name: str
    title: str
    subtitle: str
    as_of: datetime
    tables: tuple[FigureTable, ...]
    charts: tuple[Chart, ...] = ()
    sums: tuple[SumCheck, ...] = ()
    facts: tuple[Fact, ...] = ()
    closing: tuple[str, ...] = ()
    one_page: bool = False
