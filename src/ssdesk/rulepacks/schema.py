"""The form of a rule pack's files; anything else in them is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, Struct

Percent = Decimal
Dong = Annotated[int, Meta(ge=0)]
Count = Annotated[int, Meta(ge=0, le=1000)]
MonthDay = Annotated[str, Meta(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Text = Annotated[str, Meta(min_length=1)]


class Row(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={"starts_on": "from", "ends_on": "to"},
):
    """What every dated value has."""

    starts_on: date
    ends_on: date | None = None
    source: Text
    article: str = ""
    confidence: Literal["A", "B", "C", "K", "X"]
    question: str = ""


class AmountRow(Row, frozen=True, kw_only=True):
    """A whole number."""

    value: Dong


class PercentRow(Row, frozen=True, kw_only=True):
    """A share in per cent."""

    value: Percent


class YesRow(Row, frozen=True, kw_only=True):
    """Whether something holds."""

    value: bool


class SharesRow(Row, frozen=True, kw_only=True):
    """Shares in per cent by rank."""

    values: Annotated[tuple[Percent, ...], Meta(min_length=1)]


class CountsRow(Row, frozen=True, kw_only=True):
    """Counts to choose from."""

    values: Annotated[tuple[Count, ...], Meta(min_length=1)]


class WaitingRow(Row, frozen=True, kw_only=True):
    """When a new card waits."""

    days: Count
    gap_days: Count
    groups: tuple[Text, ...]


class CardTermsRow(Row, frozen=True, kw_only=True):
    """Grades with a term of their own; days as month-day."""

    first_grade: Count
    first_from: MonthDay
    last_grade: Count
    last_to: MonthDay


class IncomeRow(Row, frozen=True, kw_only=True):
    """Bounds of the declared income."""

    ceiling: Count
    step: Dong


class SupportRow(Row, frozen=True, kw_only=True):
    """Shares in per cent by category."""

    poor: Percent
    island: Percent
    near_poor: Percent
    minority: Percent
    other: Percent


class TermsRow(Row, frozen=True, kw_only=True):
    """Methods of voluntary insurance."""

    months: tuple[Count, ...]
    due_within: tuple[Count, ...]
    years_ahead: tuple[Count, Count]
    missing_months: Count
    supported_months: Count


class GroupRow(Row, frozen=True, kw_only=True):
    """A group of the insured."""

    code: Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
    name: Text
    payer: Literal["employer", "fund", "state", "shared", "own"]
    support: Percent
    level: Literal["1", "2", "3", "4", "5"]


class PlaceRow(Row, frozen=True, kw_only=True):
    """A numbered name."""

    code: Annotated[str, Meta(pattern=r"^\d{2}$")]
    name: Text


class LocalRow(Row, frozen=True, kw_only=True):
    """What a province adds: a share or an amount a month."""

    province: Annotated[str, Meta(pattern=r"^\d{2}$")]
    group: Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
    percent: Percent = Decimal(0)
    amount_per_month: Dong = 0


class CommissionRow(Row, frozen=True, kw_only=True):
    """A commission in per cent by region; months 0 for any."""

    scheme: Literal["HI", "VI"]
    group: Annotated[str, Meta(pattern=r"^([A-Z]{2})?$")] = ""
    first: bool
    months: Count
    percents: tuple[Percent, Percent, Percent]


class RegionRow(Row, frozen=True, kw_only=True):
    """Provinces of a region of commissions."""

    region: Literal[1, 2, 3]
    provinces: tuple[Annotated[str, Meta(pattern=r"^\d{2}$")], ...]


class Pack(Struct, frozen=True, forbid_unknown_fields=True):
    """`pack.toml`."""

    name: Text
    version: Annotated[str, Meta(pattern=r"^\d+(\.\d+)*$")]
    issued: date


class Health(Struct, frozen=True, forbid_unknown_fields=True):
    """`health.toml`."""

    base_salary: tuple[AmountRow, ...]
    rate: tuple[PercentRow, ...]
    household_shares: tuple[SharesRow, ...]
    household_months: tuple[CountsRow, ...]
    months: tuple[AmountRow, ...]
    school_fund: tuple[PercentRow, ...]
    waiting: tuple[WaitingRow, ...]
    card_terms: tuple[CardTermsRow, ...]


class Voluntary(Struct, frozen=True, forbid_unknown_fields=True):
    """`voluntary.toml`."""

    rate: tuple[PercentRow, ...]
    poverty_line: tuple[AmountRow, ...]
    income: tuple[IncomeRow, ...]
    support: tuple[SupportRow, ...]
    terms: tuple[TermsRow, ...]
    interest: tuple[PercentRow, ...]
    catch_up: tuple[YesRow, ...]


class Commission(Struct, frozen=True, forbid_unknown_fields=True):
    """`commission.toml`."""

    rates: tuple[CommissionRow, ...]
    regions: tuple[RegionRow, ...]


class Groups(Struct, frozen=True, forbid_unknown_fields=True):
    """`groups.toml`."""

    rows: tuple[GroupRow, ...]


class Local(Struct, frozen=True, forbid_unknown_fields=True):
    """`local-support.toml`."""

    rows: tuple[LocalRow, ...]


class Places(Struct, frozen=True, forbid_unknown_fields=True):
    """`places.toml`."""

    provinces: tuple[PlaceRow, ...]
    ethnicities: tuple[PlaceRow, ...]


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """`manifest.json`: SHA-256 of every other file, in hex."""

    files: dict[str, str]
