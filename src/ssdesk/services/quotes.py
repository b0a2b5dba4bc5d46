"""What a premium comes to, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass

from ssdesk.domain.premium import (
    HouseholdRequest,
    PremiumRequest,
    quote_household,
    quote_person,
)
from ssdesk.domain.problems import Problem
from ssdesk.domain.rulebook import RuleBook
from ssdesk.domain.settlement import PremiumLine, YearShare
from ssdesk.domain.voluntary import VoluntaryRequest, quote_voluntary
from ssdesk.rulepacks import load_rule_book


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One person's line as it is shown: amounts in dong, the law in words."""

    who: str
    gross: int
    state_support: int
    local_support: int
    other_support: int
    own_share: int
    by_year: tuple[YearShare, ...]
    workings: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A line a person, and what they pay together in dong."""

    lines: tuple[QuoteLine, ...]
    own_share_total: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote with the warnings that go beside it."""

    quote: Quote
    warnings: tuple[Problem, ...]


def rule_book() -> RuleBook:
    """The rules that ship with the program."""
    return load_rule_book()


def _quoted(*lines: PremiumLine) -> Quoted:
    shown = tuple(
        QuoteLine(
            line.who,
            line.gross,
            line.state_support,
            line.local_support,
            line.other_support,
            line.own_share,
            line.by_year,
            line.workings,
            "; ".join(source.display() for source in line.sources),
        )
        for line in lines
    )
    warnings = {warning.code: warning for line in lines for warning in line.warnings}
    return Quoted(Quote(shown, sum(line.own_share for line in lines)), tuple(warnings.values()))


def person(rules: RuleBook, request: PremiumRequest) -> Quoted:
    """What a pupil or a state-supported person pays; raises UserError naming the limit."""
    return _quoted(quote_person(rules, request))


def household(rules: RuleBook, request: HouseholdRequest) -> Quoted:
    """What each member of a household pays; raises UserError naming the limit."""
    return _quoted(*quote_household(rules, request))


def voluntary(rules: RuleBook, request: VoluntaryRequest) -> Quoted:
    """What a voluntary participant pays; raises UserError naming the limit."""
    return _quoted(quote_voluntary(rules, request))
