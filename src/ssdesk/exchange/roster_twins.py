"""The same pupil twice in one source, or one number for two pupils."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ssdesk.domain.names import same_name_key
from ssdesk.domain.person import Precision
from ssdesk.domain.problems import Problem
from ssdesk.domain.school import class_key
from ssdesk.errors import Param
from ssdesk.exchange.columns import NAME_FIELDS, Field
from ssdesk.exchange.roster_layout import Layout
from ssdesk.exchange.roster_line_cells import CellProblem
from ssdesk.exchange.roster_rows import RosterRow

_Found = dict[tuple[str, int], tuple[CellProblem, ...]]


def find_twins(rows: Sequence[RosterRow], layouts: Mapping[str, Layout]) -> _Found:
    """Problems of rows that repeat an earlier one, by sheet and row."""
    found: _Found = {}
    by_id: dict[str, RosterRow] = {}
    by_insurance: dict[str, RosterRow] = {}
    by_name: dict[tuple[str, date, str], RosterRow] = {}
    for row in rows:
        problem = _same_number(row, by_id, "personal_id") or _same_name(row, by_name)
        if problem is None:
            problem = _same_number(row, by_insurance, "insurance_number")
        if problem:
            found[row.sheet, row.row] = (_at(row, problem, layouts[row.sheet]),)
    return found


def _same_number(row: RosterRow, seen: dict[str, RosterRow], field: str) -> Problem | None:
    number = row.facts.personal_id if field == "personal_id" else row.facts.insurance_number
    if not number:
        return None
    first = seen.setdefault(number, row)
    if first is row:
        return None
    same_birth = row.facts.birth_date == first.facts.birth_date
    same_name = _key(row) == _key(first)
    if same_name or (same_birth and row.facts.birth_date and field == "personal_id"):
        return _problem(field, "SAME_PUPIL_TWICE", row, first)
    return _problem(field, "SAME_NUMBER_TWICE", row, first)


def _same_name(row: RosterRow, seen: dict[tuple[str, date, str], RosterRow]) -> Problem | None:
    """Same name, birth date and class, and no numbers that tell the two apart."""
    born = row.facts.birth_date
    if not born or born.precision is not Precision.FULL or not row.facts.full_name:
        return None
    twin = row.facts.full_name, born.value, class_key(row.class_name)
    first = seen.setdefault(twin, row)
    if first is row:
        return None
    one, two = row.facts.personal_id, first.facts.personal_id
    if one and two and one != two:
        return None
    return _problem("full_name", "SAME_PUPIL_TWICE", row, first)


def _key(row: RosterRow) -> str:
    return same_name_key(row.facts.full_name)


def place_of(row: RosterRow) -> str:
    """A row as a sentence names it: `47`, or `47 (10A1)` where the sheets have names."""
    return f"{row.row} ({row.sheet})" if row.sheet else str(row.row)


def _problem(field: str, code: str, row: RosterRow, first: RosterRow) -> Problem:
    number = row.facts.personal_id if field == "personal_id" else row.facts.insurance_number
    params: dict[str, Param] = {
        "value": row.facts.full_name if field == "full_name" else str(number),
        "name": first.facts.full_name,
        "first": place_of(first),
    }
    return Problem(field, code, params)


def _at(row: RosterRow, problem: Problem, layout: Layout) -> CellProblem:
    fields = {
        "personal_id": {Field.PERSONAL_ID, Field.INSURANCE_NUMBER},
        "insurance_number": {Field.INSURANCE_NUMBER, Field.CARD_NUMBER},
        "full_name": NAME_FIELDS,
    }[problem.field]
    letter = next((column.letter for column in layout.columns if column.field in fields), "")
    if problem.field == "personal_id":
        own = [column.letter for column in layout.columns if column.field is Field.PERSONAL_ID]
        letter = own[0] if own else letter
    return CellProblem(row.sheet, row.row, letter, str(problem.params["value"]), problem)
