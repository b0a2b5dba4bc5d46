"""Whose money a bank's line may be where its slip's code does not say: proposed, never posted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from ssdesk.domain.names import search_key
from ssdesk.domain.slip import nearly_names, slip_code
from ssdesk.services.collecting import CollectRow
from ssdesk.services.context import Context
from ssdesk.storage import statements
from ssdesk.storage.statements import KeptLine

_MOST = 4


class Evidence(Enum):
    """What speaks for a pupil."""

    CODE = "code"
    NEAR_CODE = "near_code"
    NAME = "name"
    GIVEN_NAME = "given_name"
    CLASS = "class"
    AMOUNT = "amount"


_WEIGHT = {
    Evidence.CODE: 8,
    Evidence.NEAR_CODE: 4,
    Evidence.NAME: 4,
    Evidence.GIVEN_NAME: 2,
    Evidence.CLASS: 2,
    Evidence.AMOUNT: 1,
}
_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Guess:
    """Who a line may be for and what speaks for it; a person has the word."""

    rows: tuple[CollectRow, ...]
    evidence: frozenset[Evidence]

    @property
    def typed(self) -> str:
        """As a person would type it."""
        return " + ".join(f"{row.pupil.full_name} {row.pupil.class_name}" for row in self.rows)


def guess_lines(
    ctx: Context, lines: Sequence[KeptLine], rows: Sequence[CollectRow]
) -> dict[str, Guess]:
    """Who each open line may be for, by line id; lines nothing speaks for are left out."""
    numbers = statements.slip_numbers(ctx.store.reader)
    codes = {each: slip_code(number) for each, number in numbers.items()}
    owing = tuple(row for row in rows if row.owes)
    found = (
        (kept.id, guess(owing, codes, kept.line.memo, kept.line.amount))
        for kept in lines
        if kept.open
    )
    return {line_id: each for line_id, each in found if each is not None}


def guess(
    owing: Sequence[CollectRow], codes: Mapping[str, str], memo: str, amount: int
) -> Guess | None:
    """The pupils that most speaks for; None where too little does or two are equally likely.

    Args:
        owing: pupils who owe.
        codes: code of the payment slip by enrolment.
        memo: as the bank gives it.
        amount: of the line, dong.
    """
    words = f" {re.sub(r'[^a-z0-9]+', ' ', search_key(memo))} "
    seen = [(row, _evidence(row, codes, memo, words)) for row in owing]
    likely = [(row, each) for row, each in seen if _weight(each) >= _ENOUGH]
    named = _without_shorter([(row, each) for row, each in likely if Evidence.NAME in each])
    if 1 < len(named) <= _MOST and len({row.pupil.search_key for row, _ in named}) == len(named):
        return _together(named, amount)
    likely = [*named, *((row, each) for row, each in likely if Evidence.NAME not in each)]
    scored = [
        (row, each | {Evidence.AMOUNT} if row.owes == amount else each) for row, each in likely
    ]
    best = max((_weight(each) for _, each in scored), default=0)
    first = [(row, each) for row, each in scored if _weight(each) == best]
    if len(first) != 1:
        return None
    return Guess((first[0][0],), frozenset(first[0][1]))


def _evidence(
    row: CollectRow, codes: Mapping[str, str], memo: str, words: str
) -> frozenset[Evidence]:
    found = set()
    code = codes.get(row.enrolment.id) if row.enrolment else None
    if code is not None and (near := nearly_names(memo, code)) is not None:
        found.add(Evidence.CODE if near == 0 else Evidence.NEAR_CODE)
    if f" {row.pupil.search_key} " in words:
        found.add(Evidence.NAME)
    elif f" {row.pupil.search_key.split()[-1]} " in words:
        found.add(Evidence.GIVEN_NAME)
    if f" {search_key(row.pupil.class_name)} " in words:
        found.add(Evidence.CLASS)
    return frozenset(found)


def _weight(evidence: Iterable[Evidence]) -> int:
    return sum(_WEIGHT[each] for each in evidence)


_Found = list[tuple[CollectRow, frozenset[Evidence]]]


def _without_shorter(named: _Found) -> _Found:
    """Without names that only stand inside a longer one, and namesakes of another class."""
    keys = {row.pupil.search_key for row, _ in named}
    classes = {row.pupil.search_key for row, each in named if Evidence.CLASS in each}
    return [
        (row, each)
        for row, each in named
        if not any(
            f" {row.pupil.search_key} " in f" {key} " for key in keys - {row.pupil.search_key}
        )
        and (Evidence.CLASS in each or row.pupil.search_key not in classes)
    ]


def _together(named: _Found, amount: int) -> Guess:
    evidence = frozenset.intersection(*(each for _, each in named))
    rows = tuple(row for row, _ in named)
    if sum(row.owes for row in rows) == amount:
        evidence |= {Evidence.AMOUNT}
    return Guess(rows, evidence)
