"""Dated rules as values: what the law says on a day, and where it says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Generic, TypeVar

from ssdesk.domain.dates import format_date
from ssdesk.domain.groups import Group
from ssdesk.domain.receipt import Scheme
from ssdesk.domain.school import CardTerms
from ssdesk.errors import UserError

T_co = TypeVar("T_co", covariant=True)

USUAL_REGION = 2

OPEN_QUESTIONS = frozenset({"FARMER_SUPPORT_OPEN", "MINORITY_SUPPORT_OPEN"})
"""Warnings that a value of a rule pack can carry until an office has answered."""


class Confidence(Enum):
    """How well a value is known: A read in the law's text … K from memory, X computed."""

    A = "A"
    B = "B"
    C = "C"
    K = "K"
    X = "X"


@dataclass(frozen=True, slots=True)
class Source:
    """The document and article that a value comes from."""

    citation: str
    article: str = ""
    confidence: Confidence = Confidence.A

    def display(self) -> str:
        """`NĐ 161/2026/NĐ-CP, Đ3 k2`."""
        return f"{self.citation}, {self.article}" if self.article else self.citation


@dataclass(frozen=True, slots=True)
class Dated(Generic[T_co]):
    """A value with its first and last day, both within.

    Args:
        starts_on: first day.
        ends_on: last day, None while no end is known.
        value: the value.
        source: where it is from.
        question: code of the warning where the value stands until an office has answered.
    """

    starts_on: date
    ends_on: date | None
    value: T_co
    source: Source
    question: str = ""

    def applies(self, on: date) -> bool:
        """Whether the value is in force on a day."""
        return self.starts_on <= on and (self.ends_on is None or on <= self.ends_on)


@dataclass(frozen=True, slots=True)
class Table(Generic[T_co]):
    """One rule through time; its rows never overlap.

    Args:
        unknown: code of the refusal for a day that no row covers.
        rows: the values, oldest first.
    """

    unknown: str
    rows: tuple[Dated[T_co], ...]

    def on(self, day: date) -> Dated[T_co]:
        """The value in force on a day with its source.

        Raises:
            UserError: no value is known for the day.
        """
        for row in self.rows:
            if row.applies(day):
                return row
        raise UserError(self.unknown, day=format_date(day), year=day.year)

    def at(self, day: date) -> T_co:
        """The bare value in force on a day; raises as `on` does."""
        return self.on(day).value


@dataclass(frozen=True, slots=True)
class Extra:
    """Help beside the state's: a share of the base it is counted on, or money for the period.

    Args:
        percent: share, 0 to 1.
        amount: whole dong for the whole period of one person.
        source: the decision that gives it, where it is known.
    """

    percent: Fraction = Fraction(0)
    amount: int = 0
    source: Source | None = None

    def __bool__(self) -> bool:
        return bool(self.percent or self.amount)


NO_EXTRA = Extra()


@dataclass(frozen=True, slots=True)
class LocalSupport:
    """What a province adds for one group (NĐ 146/2018 Đ8 k3).

    Args:
        province_code: the place of the school or household.
        group_code: the group it is for.
        percent: share of the premium, 0 to 1.
        amount_per_month: whole dong a month; it or the share is 0.
    """

    province_code: str
    group_code: str
    percent: Fraction = Fraction(0)
    amount_per_month: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """When a new card waits (ruling 4): days after payment, and the gap that makes it new."""

    days: int
    gap_days: int
    group_codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A province or the like, by the number it had at the time."""

    code: str
    name: str


class SupportCategory(Enum):
    """Whom the state supports in voluntary insurance."""

    POOR = "poor"
    ISLAND = "island"
    NEAR_POOR = "near-poor"
    MINORITY = "minority"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class IncomeLimits:
    """Bounds of the declared income beside the poverty line.

    Args:
        ceiling: in base salaries.
        step: dong above the poverty line come in multiples of it, 0 where any will do.
    """

    ceiling: int
    step: int


@dataclass(frozen=True, slots=True)
class VoluntaryTerms:
    """Methods of paying and the bounds of each.

    Args:
        months: the regular methods.
        due_within: for each method, the first months within which it must be paid.
        years_ahead: fewest and most years that can be paid ahead.
        missing_months: most months that can be bought before the pension.
        supported_months: most months with state support in a life.
    """

    months: tuple[int, ...]
    due_within: tuple[int, ...]
    years_ahead: tuple[int, int]
    missing_months: int
    supported_months: int


@dataclass(frozen=True, slots=True)
class VoluntaryRules:
    """Rules of voluntary insurance."""

    rate: Table[Fraction]
    poverty_line: Table[int]
    income: Table[IncomeLimits]
    support: dict[SupportCategory, Table[Fraction]]
    terms: Table[VoluntaryTerms]
    interest: Table[Fraction]
    catch_up: Table[bool]


@dataclass(frozen=True, slots=True)
class HealthRules:
    """Rules of health insurance.

    Args:
        rate: share of the base salary a month.
        household_shares: share of the first member's premium by rank, the last for all after.
        household_months: months that a household can pay for without asking.
        school_fund: share of the pupils' premiums that goes back to the school.
        months: most months of one payment.
        waiting: when a new card waits.
        card_terms: grades with a term of their own.
    """

    rate: Table[Fraction]
    household_shares: Table[tuple[Fraction, ...]]
    household_months: Table[tuple[int, ...]]
    school_fund: Table[Fraction]
    months: Table[int]
    waiting: Table[Waiting]
    card_terms: Table[CardTerms]


@dataclass(frozen=True, slots=True)
class CommissionRate:
    """The share of the participant's own money that is earned.

    Args:
        group_code: of health insurance, empty for voluntary.
        first: somebody who takes part for the first time, or again after a long gap.
        months: shortest method it holds for, 0 for any.
        shares: by region I, II and III, 0 to 1.
    """

    scheme: Scheme
    group_code: str
    first: bool
    months: int
    shares: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """Provinces of one region."""

    number: int
    provinces: frozenset[str]


@dataclass(frozen=True, slots=True)
class CommissionRules:
    """Dated rates and regions; what is in no row earns nothing."""

    rates: tuple[Dated[CommissionRate], ...]
    regions: tuple[Dated[Region], ...]

    def region_of(self, province_code: str, on: date) -> int:
        """The region of a province on a day: 1, 2 or 3."""
        for row in self.regions:
            if row.applies(on) and province_code in row.value.provinces:
                return row.value.number
        return USUAL_REGION


@dataclass(frozen=True, slots=True, eq=False)
class RuleBook:
    """All dated rules of one pack; a book is equal only to itself, so quotes can be kept by it."""

    name: str
    version: str
    base_salary: Table[int]
    health: HealthRules
    voluntary: VoluntaryRules
    groups: tuple[Dated[Group], ...]
    local_support: tuple[Dated[LocalSupport], ...]
    provinces: tuple[Dated[Place], ...]
    ethnicities: tuple[Place, ...]
    commission: CommissionRules

    def group(self, code: str, on: date) -> Dated[Group]:
        """The group of a code on a day.

        Raises:
            UserError: the code is not known on that day.
        """
        for row in self.groups:
            if row.value.code == code and row.applies(on):
                return row
        raise UserError("GROUP_UNKNOWN", group=code[:10], day=format_date(on))

    def groups_on(self, on: date) -> tuple[Group, ...]:
        """Every group that exists on a day, by code."""
        found = (row.value for row in self.groups if row.applies(on))
        return tuple(sorted(found, key=lambda group: group.code))

    def local_support_of(
        self, province_code: str, group_code: str, on: date
    ) -> Dated[LocalSupport] | None:
        """What a province adds for a group on a day; None where nothing is known."""
        for row in self.local_support:
            place = (row.value.province_code, row.value.group_code)
            if place == (province_code, group_code) and row.applies(on):
                return row
        return None

    def local_extra(self, province_code: str, group_code: str, on: date, months: int) -> Extra:
        """The province's help for one person's months; nothing where nothing is known."""
        row = self.local_support_of(province_code, group_code, on)
        if row is None:
            return NO_EXTRA
        return Extra(row.value.percent, row.value.amount_per_month * months, row.source)

    def knows_group(self, code: str) -> bool:
        """Whether the code is in the list at all; an unknown one is warned of, not refused."""
        return any(row.value.code == code for row in self.groups)

    def provinces_on(self, on: date) -> tuple[Place, ...]:
        """The provinces of a day by number; seven numbers changed owner on 1/7/2025."""
        found = (row.value for row in self.provinces if row.applies(on))
        return tuple(sorted(found, key=lambda place: place.code))

    def province_name(self, code: str, on: date) -> str:
        """Name of the province that had the number on a day; empty where none had."""
        return next((place.name for place in self.provinces_on(on) if place.code == code), "")
