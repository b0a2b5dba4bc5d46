"""All that a person should look at in a planned roster, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ssdesk.domain import checks
from ssdesk.domain.checks import Severity
from ssdesk.domain.problems import Problem
from ssdesk.services.rosters.plan import RosterPlan


class Weight(Enum):
    """How much a finding matters: the row cannot come in, may be wrong, was read with help."""

    REFUSED = "refused"
    DOUBTFUL = "doubtful"
    HEALED = "healed"


@dataclass(frozen=True, slots=True)
class Finding:
    """A cell with what is to be said of it.

    Args:
        row: Excel's row.
        column: Excel's letter, empty where the whole row is meant.
        before: the cell as it stands.
        after: what was read from it, empty unless it was healed.
        problem: for its sentence.
        also: letters of further columns of the row that it concerns.
    """

    weight: Weight
    sheet: str
    row: int
    column: str
    before: str
    after: str
    problem: Problem
    also: tuple[str, ...] = ()


def findings(plan: RosterPlan) -> tuple[Finding, ...]:
    """The problems, then every healed cell, each in the order of the source."""
    return (*_problems(plan), *_healed(plan))


def _problems(plan: RosterPlan) -> Iterator[Finding]:
    for found in plan.problems:
        refused = checks.severity(found.problem.code) is Severity.REFUSE
        weight = Weight.REFUSED if refused else Weight.DOUBTFUL
        place = (found.sheet, found.row, found.column)
        yield Finding(weight, *place, found.value, "", found.problem, found.also)


def _healed(plan: RosterPlan) -> list[Finding]:
    healed = [
        Finding(
            Weight.HEALED,
            group.sheet,
            cell.row,
            group.column,
            cell.before,
            cell.after,
            group.problem_of(cell),
        )
        for group in plan.healed
        for cell in group.cells
    ]
    order = {(row.sheet, row.row): at for at, row in enumerate(plan.rows)}
    return sorted(healed, key=lambda item: (order[item.sheet, item.row], item.column))
