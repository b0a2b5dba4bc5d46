"""Who is due on which day."""

from __future__ import annotations

from datetime import date

import pytest

from ssdesk.domain.renewal import Due, due_on, voluntary_deadline
from ssdesk.rulepacks import load_rule_book

TODAY = date(2026, 9, 5)
TERMS = load_rule_book().voluntary.terms.at(TODAY)


@pytest.mark.parametrize(
    ("ends_on", "due"),
    [
        (date(2026, 9, 5), Due.IN_5),
        (date(2026, 9, 10), Due.IN_5),
        (date(2026, 9, 11), Due.IN_15),
        (date(2026, 9, 20), Due.IN_15),
        (date(2026, 9, 21), Due.IN_30),
        (date(2026, 10, 5), Due.IN_30),
        (date(2026, 10, 6), None),
        (date(2026, 9, 4), Due.LAPSED),
        (date(2026, 6, 7), Due.LAPSED),
        (date(2026, 6, 6), None),
    ],
)
def test_an_end_is_due_by_its_day(ends_on: date, due: Due | None) -> None:
    assert due_on(ends_on, TODAY) is due


@pytest.mark.parametrize(
    ("months", "by"),
    [
        (1, date(2026, 9, 30)),
        (3, date(2026, 11, 30)),
        (6, date(2026, 12, 31)),
        (12, date(2027, 3, 31)),
        (24, date(2026, 9, 30)),
    ],
)
def test_each_voluntary_method_has_its_deadline(months: int, by: date) -> None:
    assert voluntary_deadline(TERMS, months, date(2026, 8, 31)) == by
