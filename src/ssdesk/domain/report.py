"""A report as values: tables, checked sums and charts, before anybody draws or writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

Cell = str | int | date | None


class ColumnKind(Enum):
    """What the cells of a column are, and so how they are set and aligned."""

    TEXT = "text"
    INT = "int"
    DONG = "dong"
    PERCENT = "percent"
    """Hundredths of a percent: 9444 is 94,44 %."""
    DATE = "date"


class RowKind(Enum):
    """What a row of a table is."""

    LINE = "line"
    GROUP = "group"
    SUBTOTAL = "subtotal"


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column; `width` is its share of the table beside the other columns' widths."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 10


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row; a group row has its heading in the first cell and nothing else."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.LINE


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table with its total row.

    Args:
        totals: one cell a column, empty where the table has no total.
    """

    title: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[ReportRow, ...]
    totals: tuple[Cell, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SumPart:
    """One named part of a sum."""

    label: str
    value: int


@dataclass(frozen=True, slots=True)
class SumCheck:
    """A figure beside the parts it should be made of: 1.024 = 125 + 896 + 3."""

    label: str
    total: int
    parts: tuple[SumPart, ...]
    kind: ColumnKind = ColumnKind.INT
    difference_label: str = ""

    @property
    def difference(self) -> int:
        """What no part accounts for; 0 when the sum holds."""
        return self.total - sum(part.value for part in self.parts)


class Tone(Enum):
    """What a colour of a chart says."""

    OTHER = "other"
    DONE = "done"
    WAITING = "waiting"
    ACT = "act"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Legend:
    """The meaning of one series of a chart."""

    label: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class RingSlice:
    """A part of a ring."""

    label: str
    value: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class RingChart:
    """A ring of parts with the one figure that matters in its middle."""

    title: str
    slices: tuple[RingSlice, ...]
    centre: str
    centre_note: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a value for each series of the legend, and what stands at its end."""

    label: str
    values: tuple[int, ...]
    figure: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Stacked bars lying down, each as long as the whole when `to_full`."""

    title: str
    legend: tuple[Legend, ...]
    bars: tuple[Bar, ...]
    to_full: bool = True


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """Stacked columns standing side by side, one a day or month; values in dong or people."""

    title: str
    legend: tuple[Legend, ...]
    bars: tuple[Bar, ...]
    unit: str = ""


Chart = RingChart | BarChart | ColumnChart


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    Args:
        name: stable name, the same on the command line.
        as_of: when its figures were read.
    """

    name: str
    title: str
    subtitle: str
    as_of: datetime
    tables: tuple[ReportTable, ...]
    charts: tuple[Chart, ...] = ()
    sums: tuple[SumCheck, ...] = ()
    notes: tuple[str, ...] = ()
    landscape: bool = False
