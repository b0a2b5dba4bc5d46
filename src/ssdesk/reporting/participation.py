"""Who takes part, class by class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from ssdesk.assets import Words, texts
from ssdesk.domain.coverage import CoverageCount, count_coverage
from ssdesk.domain.figures import (
    Bar,
    BarChart,
    Figure,
    FigureColumn,
    FigureKind,
    FigureRow,
    FigureTable,
    Report,
    RowKind,
)
from ssdesk.reporting.words import per_cent, state_series, state_values


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """One class and where its pupils stand."""

    name: str
    grade: int
    teacher: str
    count: CoverageCount


def sum_counts(classes: Sequence[ClassFigures]) -> CoverageCount:
    """All classes together."""
    return sum((item.count for item in classes), count_coverage(()))


def participation(
    classes: Sequence[ClassFigures], school_year: str, as_of: datetime, language: str = "vi"
) -> Report:
    """Classes with their counts, sums by grade and of the school, and bars."""
    said = texts(language)
    rows: list[FigureRow] = []
    place = 0
    for grade, members in groupby(classes, lambda item: item.grade):
        found = list(members)
        for item in found:
            place += 1
            rows.append(FigureRow((place, item.name, item.teacher, *count_cells(item.count))))
        label = said["common"]["grade"].format(grade=grade)
        sums = count_cells(sum_counts(found))
        rows.append(FigureRow((None, label, None, *sums), RowKind.SUBTOTAL))
    total = (None, said["common"]["whole_school"], None, *count_cells(sum_counts(classes)))
    table = FigureTable(
        said["participation"]["table"],
        (
            FigureColumn(said["columns"]["place"], FigureKind.INT, 6),
            FigureColumn(said["columns"]["class"], FigureKind.TEXT, 9),
            FigureColumn(said["columns"]["teacher"], FigureKind.TEXT, 27),
            *count_columns(said),
        ),
        tuple(rows),
        total if rows else (),
        notes=(said["participation"]["note"],) if rows else (),
        empty=said["participation"]["empty"],
    )
    subtitle = said["common"]["year"].format(year=school_year)
    charts = (class_bars(classes, language),) if rows else ()
    return Report(
        "participation", said["participation"]["title"], subtitle, as_of, (table,), charts
    )


def class_bars(classes: Sequence[ClassFigures], language: str = "vi") -> BarChart:
    """A bar a class, with the share insured and how many are left."""
    said = texts(language)
    bars = tuple(
        Bar(
            item.name,
            state_values(item.count),
            per_cent(item.count.per_mille),
            said["common"]["left"].format(count=item.count.left_over)
            if item.count.left_over
            else "",
        )
        for item in classes
    )
    return BarChart(said["participation"]["chart"], state_series(language), bars)


def count_columns(said: Words) -> tuple[FigureColumn, ...]:
    """Columns of a coverage count."""
    states = said["states"]
    return (
        FigureColumn(said["columns"]["pupils"], FigureKind.INT, 8),
        FigureColumn(states["covered_elsewhere"], FigureKind.INT, 10),
        FigureColumn(states["paid"], FigureKind.INT, 9),
        FigureColumn(states["signed_up"], FigureKind.INT, 10),
        FigureColumn(states["left_over"], FigureKind.INT, 10),
        FigureColumn(said["columns"]["rate"], FigureKind.PER_MILLE, 10),
    )


def count_cells(count: CoverageCount) -> tuple[Figure, ...]:
    """A coverage count in the order of `count_columns`."""
    return count.pupils, *state_values(count), count.per_mille
