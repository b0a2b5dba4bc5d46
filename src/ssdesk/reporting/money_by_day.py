"""What came in by day and way of paying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from ssdesk.assets import Words, texts
from ssdesk.domain.dates import format_date
from ssdesk.domain.figures import (
    Bar,
    ColumnChart,
    Figure,
    FigureColumn,
    FigureKind,
    FigureRow,
    FigureTable,
    Report,
    RowKind,
    Series,
    SumCheck,
    SumPart,
    Tone,
)


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One day's money in dong; `net` is counted on its own, so that the sum can be checked."""

    day: date
    receipts: int
    cash: int
    transfer: int
    given_back: int
    net: int


def money_by_day(
    days: Sequence[DayFigures],
    period: tuple[date, date],
    as_of: datetime,
    language: str = "vi",
) -> Report:
    """Days with their money, sums by month and of the period, columns, and the checked sum."""
    said = texts(language)
    rows: list[FigureRow] = []
    months = 0
    for (year, month), members in groupby(days, lambda item: (item.day.year, item.day.month)):
        found = list(members)
        months += 1
        rows += [FigureRow((item.day, *_cells([item]))) for item in found]
        label = said["common"]["month"].format(month=f"{month:02d}/{year}")
        rows.append(FigureRow((label, *_cells(found)), RowKind.SUBTOTAL))
    if months == 1:
        rows.pop()
    table = FigureTable(
        said["money"]["table"],
        _columns(said),
        tuple(rows),
        (said["common"]["total"], *_cells(days)) if days else (),
        empty=said["money"]["empty"],
    )
    return Report(
        "money",
        said["money"]["title"],
        said["common"]["period"].format(first=format_date(period[0]), last=format_date(period[1])),
        as_of,
        (table,),
        (_chart(days, said),) if days else (),
        (_check(days, said),) if days else (),
    )


def _columns(said: Words) -> tuple[FigureColumn, ...]:
    titles = said["columns"]
    return (
        FigureColumn(titles["day"], FigureKind.DATE, 18),
        FigureColumn(titles["receipts"], FigureKind.INT, 11),
        FigureColumn(titles["cash"], FigureKind.DONG, 17),
        FigureColumn(titles["transfer"], FigureKind.DONG, 17),
        FigureColumn(titles["given_back"], FigureKind.DONG, 15),
        FigureColumn(titles["net"], FigureKind.DONG, 18),
    )


def _cells(days: Sequence[DayFigures]) -> tuple[Figure, ...]:
    return (
        sum(item.receipts for item in days),
        sum(item.cash for item in days),
        sum(item.transfer for item in days),
        sum(item.given_back for item in days),
        sum(item.net for item in days),
    )


def _chart(days: Sequence[DayFigures], said: Words) -> ColumnChart:
    titles = said["columns"]
    return ColumnChart(
        said["money"]["chart"],
        (Series(titles["cash"], Tone.DONE), Series(titles["transfer"], Tone.OTHER)),
        tuple(
            Bar(f"{item.day.day:02d}/{item.day.month:02d}", (item.cash, item.transfer))
            for item in days
        ),
        said["money"]["unit"],
    )


def _check(days: Sequence[DayFigures], said: Words) -> SumCheck:
    titles = said["columns"]
    return SumCheck(
        said["money"]["sum_net"],
        sum(item.net for item in days),
        (
            SumPart(titles["cash"], sum(item.cash for item in days)),
            SumPart(titles["transfer"], sum(item.transfer for item in days)),
            SumPart(titles["given_back"], -sum(item.given_back for item in days)),
        ),
        said["common"]["dong"],
        said["summary"]["money_remedy"],
    )
