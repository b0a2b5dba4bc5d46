"""The same human being twice: found by numbers, then by names and birth dates that nearly agree.

Entries are compared only within blocks that share a number, a birth date or a name, so the work
grows with the lists and not with their square.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from ssdesk.domain.alike import Alike, Entry, Evidence
from ssdesk.domain.names import search_key
from ssdesk.domain.person import Precision
from ssdesk.services import pupils
from ssdesk.services.context import Context
from ssdesk.services.pupils import PupilRow

_ONE_SLIP = 1
_LEAST_NAME = 6
# Two whole personal ids that differ in more than a slip or two belong to two people: twins.
_TWO_SLIPS = 2


@dataclass(frozen=True, slots=True)
class PupilPair:
    """Two pupils of the school who may be one."""

    one: PupilRow
    other: PupilRow
    evidence: tuple[Evidence, ...]


def pupils_alike(ctx: Context, school_year: str) -> tuple[PupilPair, ...]:
    """Pairs inside the school, the surest first, then by class and name."""
    rows = pupils.list_pupils(ctx, school_year)
    by_id = {row.entry_id: row for row in rows}
    order = {row.entry_id: place for place, row in enumerate(rows)}
    found = find_alike([entry_of(row) for row in rows])
    ranks = {evidence: rank for rank, evidence in enumerate(Evidence)}
    found = sorted(found, key=lambda pair: (ranks[pair.strongest], order[pair.one]))
    return tuple(PupilPair(by_id[pair.one], by_id[pair.other], pair.evidence) for pair in found)


def entry_of(row: PupilRow) -> Entry:
    """A pupil as an entry to compare."""
    born = row.birth_date
    whole = born is not None and born.precision is Precision.FULL
    return Entry(
        row.entry_id,
        search_key(row.full_name),
        born.iso() if born and whole else "",
        row.personal_id or "",
        row.insurance_number or "",
    )


def find_alike(entries: Sequence[Entry]) -> list[Alike]:
    """Pairs of one list that may be one human being, each once, the strongest evidence first."""
    order = {entry.id: place for place, entry in enumerate(entries)}
    seen: dict[tuple[str, str], Alike] = {}
    for block in _blocks(entries):
        for one, other in combinations(block, 2):
            first, second = sorted((one, other), key=lambda entry: order[entry.id])
            key = (first.id, second.id)
            if key not in seen and (evidence := evidence_of(first, second)):
                seen[key] = Alike(first.id, second.id, evidence)
    strength = {evidence: place for place, evidence in enumerate(Evidence)}
    return sorted(
        seen.values(),
        key=lambda pair: (strength[pair.strongest], order[pair.one], order[pair.other]),
    )


_KEYS: tuple[Callable[[Entry], str], ...] = (
    lambda entry: entry.personal_id,
    lambda entry: entry.insurance_number,
    lambda entry: entry.born,
    lambda entry: entry.name_key,
)


def _blocks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    for key in _KEYS:
        blocks: dict[str, list[Entry]] = {}
        for entry in entries:
            if value := key(entry):
                blocks.setdefault(value, []).append(entry)
        yield from (block for block in blocks.values() if len(block) > 1)


def evidence_of(one: Entry, other: Entry) -> tuple[Evidence, ...]:
    """What speaks for two entries being one person; nothing where too little does."""
    found = []
    if one.personal_id and one.personal_id == other.personal_id:
        found.append(Evidence.SAME_PERSONAL_ID)
    if one.insurance_number and one.insurance_number == other.insurance_number:
        found.append(Evidence.SAME_INSURANCE_NUMBER)
    if not found and _two_people(one, other):
        return ()
    same_name = one.name_key == other.name_key
    same_birth = bool(one.born) and one.born == other.born
    if same_name and same_birth:
        found.append(Evidence.SAME_NAME_AND_BIRTH)
    elif same_name and _births_alike(one.born, other.born):
        found.append(Evidence.BIRTH_ALIKE)
    elif same_birth and _names_alike(one.name_key, other.name_key):
        found.append(Evidence.NAME_ALIKE)
    # Children born on one day in one place have neighbouring numbers, and names of their own.
    if (same_name or Evidence.NAME_ALIKE in found) and _one_off(one.personal_id, other.personal_id):
        found.append(Evidence.PERSONAL_ID_ONE_OFF)
    order = list(Evidence)
    return tuple(sorted(found, key=order.index))


def _two_people(one: Entry, other: Entry) -> bool:
    both = bool(one.personal_id and other.personal_id)
    return both and OSA.distance(one.personal_id, other.personal_id) > _TWO_SLIPS


def _one_off(one: str, other: str) -> bool:
    return bool(one and other) and OSA.distance(one, other) == _ONE_SLIP


def _births_alike(one: str, other: str) -> bool:
    """One digit off, two neighbours swapped, or day and month swapped."""
    if not one or not other:
        return False
    year, month, day = one.split("-")
    return other == f"{year}-{day}-{month}" or OSA.distance(one, other) == _ONE_SLIP


def _names_alike(one: str, other: str) -> bool:
    """One letter off, or the same words in another order."""
    if min(len(one), len(other)) < _LEAST_NAME:
        return False
    return OSA.distance(one, other) == _ONE_SLIP or sorted(one.split()) == sorted(other.split())
