"""The year on a page for the principal: a ring, the totals, and sums that show what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from ssdesk.assets import Words, texts
from ssdesk.domain.coverage import CoverageCount
from ssdesk.domain.figures import (
    FigureColumn,
    FigureKind,
    FigureRow,
    FigureTable,
    Report,
    RingChart,
    SumCheck,
    SumPart,
)
from ssdesk.domain.money import format_number
from ssdesk.reporting.participation import ClassFigures, count_cells, count_columns, sum_counts
from ssdesk.reporting.pupil_lists import ListedPupil
from ssdesk.reporting.words import per_cent, state_series, state_values

_NAMED = 20


@dataclass(frozen=True, slots=True)
class GroupCount:
    """Pupils covered through one other group."""

    code: str
    name: str
    pupils: int


@dataclass(frozen=True, slots=True)
class MoneyFigures:
    """Money of the school, in dong.

    Args:
        owed: own shares of the year.
        collected: what came in of them.
        still_due: what has not come in, counted pupil by pupil.
        posted: all money on valid receipts.
        with_teachers, with_cashier, in_bank: where it is in the school.
        ordered: in transfer orders that the bank has not confirmed yet.
        remitted: transferred by the bank.
    """

    owed: int
    collected: int
    still_due: int
    posted: int
    with_teachers: int
    with_cashier: int
    in_bank: int
    ordered: int
    remitted: int


@dataclass(frozen=True, slots=True)
class YearFigures:
    """All that the summary is made of; `left_over` in the order of classes."""

    school_year: str
    classes: tuple[ClassFigures, ...]
    groups: tuple[GroupCount, ...]
    left_over: tuple[ListedPupil, ...]
    money: MoneyFigures


def year_summary(figures: YearFigures, as_of: datetime, language: str = "vi") -> Report:
    """The summary; a sum that does not hold says by how much and where to look."""
    said = texts(language)
    count = sum_counts(figures.classes)
    return Report(
        "summary",
        said["summary"]["title"],
        said["common"]["year"].format(year=figures.school_year),
        as_of,
        (_grades(figures, count, said),),
        (coverage_ring(count, language),),
        (*_people_sums(figures, count, said), *_money_sums(figures.money, said)),
        one_page=True,
    )


def coverage_ring(count: CoverageCount, language: str = "vi") -> RingChart:
    """Where all pupils stand, with the share insured in the middle."""
    said = texts(language)
    note = said["common"]["insured"].format(
        insured=format_number(count.insured), pupils=format_number(count.pupils)
    )
    return RingChart(
        said["summary"]["chart"],
        state_series(language),
        state_values(count),
        per_cent(count.per_mille),
        note,
    )


def _people_sums(figures: YearFigures, count: CoverageCount, said: Words) -> Iterator[SumCheck]:
    states, unit = said["states"], said["common"]["people"]
    through = count.paid + count.signed_up
    yield SumCheck(
        said["summary"]["pupils"],
        count.pupils,
        (
            SumPart(states["covered_elsewhere"], count.covered_elsewhere),
            SumPart(said["summary"]["through_school"], through),
        ),
        unit,
        _names(figures.left_over, said),
    )
    if figures.groups:
        yield SumCheck(
            states["covered_elsewhere"],
            count.covered_elsewhere,
            tuple(SumPart(_group(item), item.pupils) for item in figures.groups),
            unit,
        )
    yield SumCheck(
        said["summary"]["through"],
        through,
        (
            SumPart(states["paid"], count.paid),
            SumPart(states["signed_up"], count.signed_up),
        ),
        unit,
    )


def _group(item: GroupCount) -> str:
    return f"{item.name} ({item.code})" if item.name else item.code


def _names(pupils: Sequence[ListedPupil], said: Words) -> str:
    """Whom nobody accounts for, each with the class and what is known of the reason."""
    named = [
        f"{each.full_name} ({', '.join(filter(None, (each.class_name, each.reason)))})"
        for each in pupils[:_NAMED]
    ]
    if len(pupils) > _NAMED:
        named.append(said["summary"]["more"].format(count=len(pupils) - _NAMED))
    return said["summary"]["unaccounted"].format(names=", ".join(named)) if named else ""


def _money_sums(money: MoneyFigures, said: Words) -> tuple[SumCheck, SumCheck]:
    names, unit = said["summary"], said["common"]["dong"]
    return (
        SumCheck(
            names["owed"],
            money.owed,
            (
                SumPart(names["collected"], money.collected),
                SumPart(names["still_due"], money.still_due),
            ),
            unit,
            names["money_remedy"],
        ),
        SumCheck(
            names["money"],
            money.posted,
            (
                SumPart(names["with_teachers"], money.with_teachers),
                SumPart(names["with_cashier"], money.with_cashier),
                SumPart(names["in_bank"], money.in_bank),
                SumPart(names["ordered"], money.ordered),
                SumPart(names["remitted"], money.remitted),
            ),
            unit,
            names["money_remedy"],
        ),
    )


def _grades(figures: YearFigures, count: CoverageCount, said: Words) -> FigureTable:
    rows = tuple(
        FigureRow((said["common"]["grade"].format(grade=grade), *count_cells(sum_counts(found))))
        for grade, members in groupby(figures.classes, lambda item: item.grade)
        if (found := list(members))
    )
    return FigureTable(
        said["summary"]["grades"],
        (FigureColumn(said["columns"]["grade"], FigureKind.TEXT, 18), *count_columns(said)),
        rows,
        (said["common"]["whole_school"], *count_cells(count)) if rows else (),
        empty=said["participation"]["empty"],
    )
