"""From the files of a rule pack to the rule book."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from ssdesk import assets
from ssdesk.domain.groups import Group, Payer
from ssdesk.domain.receipt import Scheme
from ssdesk.domain.rulebook import (
    OPEN_QUESTIONS,
    CommissionRate,
    CommissionRules,
    Confidence,
    Dated,
    HealthRules,
    IncomeLimits,
    LocalSupport,
    Place,
    Region,
    RuleBook,
    Source,
    SupportCategory,
    Table,
    VoluntaryRules,
    VoluntaryTerms,
    Waiting,
)
from ssdesk.domain.school import CardTerms
from ssdesk.errors import BadFile
from ssdesk.rulepacks import schema
from ssdesk.rulepacks.manifest import verify

R = TypeVar("R", bound=schema.Row)
V = TypeVar("V")

_PAYERS = {
    "employer": Payer.EMPLOYER,
    "fund": Payer.INSURANCE_FUND,
    "state": Payer.STATE,
    "shared": Payer.STATE_AND_OWN,
    "own": Payer.OWN,
}


def _parse(folder: Path, name: str, kind: type[V]) -> V:
    try:
        text = (folder / name).read_text(encoding="utf-8")
        return msgspec.convert(tomllib.loads(text, parse_float=Decimal), kind)
    except OSError:
        raise BadFile("RULE_PACK_DAMAGED", file=name) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        reason, _, place = str(error).partition(" - at ")
        raise BadFile(
            "RULE_PACK_INVALID", file=name, column=place.strip("`"), value=reason
        ) from None


def _month_day(text: str) -> tuple[int, int]:
    return int(text[:2]), int(text[3:])


@dataclass(frozen=True, slots=True)
class _File:
    """One file of the pack, with what its rows are checked against."""

    name: str
    citations: dict[str, str]

    def dated(self, rows: Iterable[R], value: Callable[[R], V]) -> tuple[Dated[V], ...]:
        """The rows as dated values; every source and open question must be known."""
        return tuple(
            Dated(row.starts_on, row.ends_on, value(row), self._source(row), self._question(row))
            for row in rows
        )

    def table(self, unknown: str, rows: Iterable[R], value: Callable[[R], V]) -> Table[V]:
        """The rows as one rule through time; they may not overlap."""
        dated = self.dated(rows, value)
        self.refuse_overlap(unknown, dated)
        return Table(unknown, dated)

    def refuse_overlap(self, column: str, rows: Iterable[Dated[object]]) -> None:
        """Refuse rows of one key that are out of order or share a day."""
        before: Dated[object] | None = None
        for row in rows:
            backwards = row.ends_on is not None and row.ends_on < row.starts_on
            shared = before and (before.ends_on is None or before.ends_on >= row.starts_on)
            if backwards or shared:
                raise self._invalid(column, f"from {row.starts_on}")
            before = row

    def share(self, percent: Decimal) -> Fraction:
        """Per cent as a share of 1; it must be 0 to 100."""
        if not 0 <= percent <= 100:
            raise self._invalid("%", str(percent))
        return Fraction(percent) / 100

    def _source(self, row: schema.Row) -> Source:
        if row.source not in self.citations:
            raise self._invalid("source", row.source)
        return Source(self.citations[row.source], row.article, Confidence(row.confidence))

    def _question(self, row: schema.Row) -> str:
        if row.question and row.question not in OPEN_QUESTIONS:
            raise self._invalid("question", row.question)
        return row.question

    def _invalid(self, column: str, value: str) -> BadFile:
        return BadFile("RULE_PACK_INVALID", file=self.name, column=column, value=value)


def _health(file: _File, rows: schema.Health) -> HealthRules:
    return HealthRules(
        rate=file.table("HEALTH_RATE_UNKNOWN", rows.rate, lambda row: file.share(row.value)),
        household_shares=file.table(
            "HOUSEHOLD_RULES_UNKNOWN",
            rows.household_shares,
            lambda row: tuple(map(file.share, row.values)),
        ),
        household_months=file.table(
            "HOUSEHOLD_RULES_UNKNOWN", rows.household_months, lambda row: row.values
        ),
        school_fund=file.table(
            "SCHOOL_FUND_UNKNOWN", rows.school_fund, lambda row: file.share(row.value)
        ),
        months=file.table("MONTHS_RULES_UNKNOWN", rows.months, lambda row: row.value),
        waiting=file.table(
            "WAITING_UNKNOWN",
            rows.waiting,
            lambda row: Waiting(row.days, row.gap_days, frozenset(row.groups)),
        ),
        card_terms=file.table(
            "CARD_TERMS_UNKNOWN",
            rows.card_terms,
            lambda row: CardTerms(
                row.first_grade,
                _month_day(row.first_from),
                row.last_grade,
                _month_day(row.last_to),
            ),
        ),
    )


def _category(
    file: _File, rows: schema.Voluntary, value: Callable[[schema.SupportRow], Decimal]
) -> Table[Fraction]:
    return file.table("VOLUNTARY_SUPPORT_UNKNOWN", rows.support, lambda row: file.share(value(row)))


def _voluntary(file: _File, rows: schema.Voluntary) -> VoluntaryRules:
    return VoluntaryRules(
        rate=file.table("VOLUNTARY_RATE_UNKNOWN", rows.rate, lambda row: file.share(row.value)),
        poverty_line=file.table("POVERTY_LINE_UNKNOWN", rows.poverty_line, lambda row: row.value),
        income=file.table(
            "INCOME_RULES_UNKNOWN", rows.income, lambda row: IncomeLimits(row.ceiling, row.step)
        ),
        support={
            SupportCategory.POOR: _category(file, rows, lambda row: row.poor),
            SupportCategory.ISLAND: _category(file, rows, lambda row: row.island),
            SupportCategory.NEAR_POOR: _category(file, rows, lambda row: row.near_poor),
            SupportCategory.MINORITY: _category(file, rows, lambda row: row.minority),
            SupportCategory.OTHER: _category(file, rows, lambda row: row.other),
        },
        terms=file.table(
            "VOLUNTARY_TERMS_UNKNOWN",
            rows.terms,
            lambda row: VoluntaryTerms(
                row.months,
                row.due_within,
                row.years_ahead,
                row.missing_months,
                row.supported_months,
            ),
        ),
        interest=file.table(
            "INTEREST_RATE_UNKNOWN", rows.interest, lambda row: file.share(row.value)
        ),
        catch_up=file.table("CATCH_UP_UNKNOWN", rows.catch_up, lambda row: row.value),
    )


def _commission(file: _File, rows: schema.Commission) -> CommissionRules:
    rates = file.dated(
        rows.rates,
        lambda row: CommissionRate(
            Scheme(row.scheme),
            row.group,
            row.first,
            row.months,
            tuple(map(file.share, row.percents)),
        ),
    )
    keys = [
        (row.value.scheme, row.value.group_code, row.value.first, row.value.months) for row in rates
    ]
    for key in dict.fromkeys(keys):
        same = [row for row, own in zip(rates, keys, strict=True) if own == key]
        file.refuse_overlap("rates", same)
    regions = file.dated(rows.regions, lambda row: Region(row.region, frozenset(row.provinces)))
    for number in {row.value.number for row in regions}:
        file.refuse_overlap("regions", [row for row in regions if row.value.number == number])
    return CommissionRules(rates, regions)


def _groups(file: _File, rows: schema.Groups) -> tuple[Dated[Group], ...]:
    found = file.dated(
        rows.rows,
        lambda row: Group(
            row.code, row.name, _PAYERS[row.payer], row.level, file.share(row.support)
        ),
    )
    for code in {row.value.code for row in found}:
        file.refuse_overlap(code, (row for row in found if row.value.code == code))
    return found


def _places(file: _File, rows: Iterable[schema.PlaceRow]) -> tuple[Dated[Place], ...]:
    found = file.dated(rows, lambda row: Place(row.code, row.name))
    for code in {row.value.code for row in found}:
        file.refuse_overlap(code, (row for row in found if row.value.code == code))
    return found


def _local(file: _File, rows: schema.Local) -> tuple[Dated[LocalSupport], ...]:
    return file.dated(
        rows.rows,
        lambda row: LocalSupport(
            row.province, row.group, file.share(row.percent), row.amount_per_month
        ),
    )


def read_pack(folder: Path) -> RuleBook:
    """The rule book of a folder, without looking at its seal.

    Raises:
        BadFile: a file is missing or breaks the schema, a value has no known source, or two
            values of one rule share a day.
    """
    citations = _parse(folder, "sources.toml", dict[str, schema.Text])
    pack = _parse(folder, "pack.toml", schema.Pack)
    health_file = _File("health.toml", citations)
    health = _parse(folder, health_file.name, schema.Health)
    places_file = _File("places.toml", citations)
    places = _parse(folder, places_file.name, schema.Places)
    voluntary = _parse(folder, "voluntary.toml", schema.Voluntary)
    groups = _parse(folder, "groups.toml", schema.Groups)
    local = _parse(folder, "local-support.toml", schema.Local)
    commission = _parse(folder, "commission.toml", schema.Commission)
    return RuleBook(
        name=pack.name,
        version=pack.version,
        base_salary=health_file.table(
            "BASE_SALARY_UNKNOWN", health.base_salary, lambda row: row.value
        ),
        health=_health(health_file, health),
        voluntary=_voluntary(_File("voluntary.toml", citations), voluntary),
        groups=_groups(_File("groups.toml", citations), groups),
        local_support=_local(_File("local-support.toml", citations), local),
        provinces=_places(places_file, places.provinces),
        ethnicities=tuple(row.value for row in _places(places_file, places.ethnicities)),
        commission=_commission(_File("commission.toml", citations), commission),
    )


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in folder.name.split(".") if part.isdigit())


@cache
def load_rule_book(folder: Path | None = None) -> RuleBook:
    """The rule book of the newest pack that ships with the program, or of a folder.

    Raises:
        BadFile: a file is missing, was changed without sealing, or breaks the schema.
    """
    if folder is None:
        folder = max(
            (path for path in assets.path("rules").iterdir() if path.is_dir()), key=_version
        )
    verify(folder)
    return read_pack(folder)
