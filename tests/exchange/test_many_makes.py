"""Rosters of very many makes come in right without any help: every pupil, every fact."""

from __future__ import annotations

from datetime import date

import pytest

from ssdesk.domain import checks
from ssdesk.domain.checks import Severity
from ssdesk.exchange.roster import read_roster
from ssdesk.exchange.roster_layout import propose
from tests.exchange.many_makes import make

MAKES = 300


@pytest.mark.parametrize("seed", range(MAKES))
def test_a_make_of_roster_is_read_without_help(seed: int) -> None:
    pupils, made = make(seed)
    mapping = propose(made.source, lambda key: None)
    found = read_roster(made.source, mapping, date(2026, 9, 1))
    read = [
        {
            "name": row.facts.full_name,
            "born": row.facts.birth_date.value if row.facts.birth_date else None,
            "sex": row.facts.sex.value if row.facts.sex else None,
            "number": row.facts.personal_id,
            "phone": row.facts.phone,
            "insurance": row.facts.insurance_number,
            "school_class": row.class_name,
        }
        for row in found.rows
    ]
    wanted = sorted(made.told | {"school_class"})
    assert [[row[name] for name in wanted] for row in read] == [
        [getattr(pupil, name) for name in wanted] for pupil in pupils
    ], made.how
    refused = [
        item for item in found.problems if checks.severity(item.problem.code) is Severity.REFUSE
    ]
    assert refused == [], made.how
