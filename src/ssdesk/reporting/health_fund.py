"""The school health fund as a sheet to sign: rows a, b, c, split by calendar year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ssdesk.assets import Words, texts
from ssdesk.domain.dates import format_date
from ssdesk.domain.desk import DeskProfile
from ssdesk.domain.figures import (
    Fact,
    Figure,
    FigureColumn,
    FigureKind,
    FigureRow,
    FigureTable,
    Report,
)
from ssdesk.domain.health_fund import FundLine, HealthFund, YearValue
from ssdesk.domain.money import format_dong, format_percent
from ssdesk.domain.period import Period
from ssdesk.domain.spelling import spelled


def health_fund_sheet(
    fund: HealthFund,
    profile: DeskProfile,
    term: Period,
    as_of: datetime,
    school_year: str,
    language: str = "vi",
) -> Report:
    """The sheet.

    Args:
        fund: as computed.
        profile: says who looks after the pupils' health and where.
        term: what of the cards of other groups counts.
        as_of: when the figures were read.
        school_year: `2026-2027`.
        language: `vi` or `en`.
    """
    said = texts(language)
    words = said["health-fund"]
    return Report(
        "health-fund",
        words["title"],
        words["subtitle"].format(year=school_year),
        as_of,
        (_table(fund, said),),
        facts=(*_rule(fund, words), *_conditions(profile, words)),
        closing=_closing(fund, term, words, language),
    )


def _rule(fund: HealthFund, words: Mapping[str, str]) -> tuple[Fact, ...]:
    percent = format_percent(fund.share)
    workings = words["workings"].format(
        value=format_dong(fund.value), percent=percent, fund=format_dong(fund.fund)
    )
    share = words["share"].format(percent=percent, source=fund.source.display())
    return Fact(words["rule"], share), Fact(words["basis"], workings)


def _conditions(profile: DeskProfile, words: Mapping[str, str]) -> tuple[Fact, ...]:
    kept = (("worker", profile.health_worker), ("room", profile.health_room))
    facts = [
        Fact(words[name], words["yes"].format(what=what) if what else words["no"])
        for name, what in kept
    ]
    ready = words["ready_yes" if all(what for _, what in kept) else "ready_no"]
    return (*facts, Fact(words["ready"], ready))


def _table(fund: HealthFund, said: Words) -> FigureTable:
    words, titles = said["health-fund"], said["columns"]
    rows = tuple(FigureRow(_cells(words[line.group.value], line)) for line in fund.lines)
    months = sum(line.months for line in fund.lines)
    totals = _row(said["common"]["total"], fund.pupils, months, fund.years, fund.fund)
    return FigureTable(
        words["table"],
        (
            FigureColumn(titles["rows"], FigureKind.TEXT, 30),
            FigureColumn(titles["count"], FigureKind.INT, 8),
            FigureColumn(words["months"], FigureKind.INT, 9),
            *(
                FigureColumn(words["value"].format(year=each.year), FigureKind.DONG, 14)
                for each in fund.years
            ),
            *(
                FigureColumn(words["fund"].format(year=each.year), FigureKind.DONG, 13)
                for each in fund.years
            ),
            FigureColumn(words["all"], FigureKind.DONG, 14),
        ),
        rows if fund.pupils else (),
        totals if fund.pupils else (),
        empty=words["empty"],
    )


def _cells(title: str, line: FundLine) -> tuple[Figure, ...]:
    return _row(title, line.pupils, line.months, line.years, line.fund)


def _row(
    title: str, pupils: int, months: int, years: tuple[YearValue, ...], fund: int
) -> tuple[Figure, ...]:
    values = (each.value for each in years)
    funds = (each.fund for each in years)
    return (title, pupils, months, *values, *funds, fund)


def _closing(
    fund: HealthFund, days: Period, words: Mapping[str, str], language: str
) -> tuple[str, ...]:
    first, last = format_date(days.starts_on), format_date(days.ends_on)
    term = words["term"].format(first=first, last=last)
    return (
        words["words"].format(words=spelled(fund.fund, language)),
        term,
        words["digits"],
        words["confirm"],
    )
