"""Rule books for tests: the shipped one, and one with values of a published example's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from ssdesk.domain.groups import Group
from ssdesk.domain.rulebook import Confidence, Dated, RuleBook, Source, SupportCategory, Table
from ssdesk.rulepacks.loader import load_rule_book

EXAMPLE = Source("published example", "", Confidence.A)
EVER = date(1990, 1, 1)


def shipped() -> RuleBook:
    return load_rule_book()


def always(value: object, table: Table) -> Table:
    return Table(table.unknown, (Dated(EVER, None, value, EXAMPLE),))


def with_base(base: int, book: RuleBook | None = None) -> RuleBook:
    book = book or shipped()
    return replace(book, base_salary=always(base, book.base_salary))


def with_support(code: str, percent: int, book: RuleBook) -> RuleBook:
    groups = tuple(
        replace(row, value=replace(row.value, support=Fraction(percent, 100)))
        if isinstance(row.value, Group) and row.value.code == code
        else row
        for row in book.groups
    )
    return replace(book, groups=groups)


def with_interest(percent: str, book: RuleBook | None = None) -> RuleBook:
    """A book with this monthly interest and no other bound in the way of an old example."""
    book = book or shipped()
    voluntary = book.voluntary
    old_terms = voluntary.terms.at(date(2017, 1, 1))
    return replace(
        book,
        voluntary=replace(
            voluntary,
            interest=always(Fraction(percent) / 100, voluntary.interest),
            terms=always(old_terms, voluntary.terms),
        ),
    )


def with_voluntary(
    book: RuleBook, poverty_line: int, category: SupportCategory, percent: int
) -> RuleBook:
    voluntary = book.voluntary
    support = dict(voluntary.support)
    support[category] = always(Fraction(percent, 100), support[category])
    line = always(poverty_line, voluntary.poverty_line)
    return replace(book, voluntary=replace(voluntary, poverty_line=line, support=support))
