"""A paper made of one table: what a report, a slip and a sheet have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

Cell = str | int | date | tuple[int, ...] | None


class CellKind(Enum):
    """How a column is written and aligned.

    DONG is whole dong, PER_MILLE tenths of a percent, BAR a tuple of counts whose sum is the
    whole bar.
    """

    TEXT = "text"
    INT = "int"
    DONG = "dong"
    PER_MILLE = "per_mille"
    DATE = "date"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """One column; `width` is its share of the page beside the other columns' widths."""

    title: str
    kind: CellKind = CellKind.TEXT
    width: int = 10


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs below a paper; `name` is printed where known."""

    title: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A paper: heading, facts above the table, rows, a total, notes and signatures.

    Args:
        issuer: the two lines top left: who stands above the issuer, and the issuer.
        facts: words and value, a line each, above the table.
        totals: last row in bold, empty for none.
        notes: sentences below the table, such as a sum in words or a difference.
        place: place of the date line, empty for none.
        made_on: its date.
    """

    title: str
    subtitle: str
    issuer: tuple[str, str]
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    made_on: date
    place: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    totals: tuple[Cell, ...] = ()
    notes: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    landscape: bool = False
