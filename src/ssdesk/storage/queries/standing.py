"""Where the pupils of a year stand, those of whom the same is true counted together."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from ssdesk.domain.coverage import CoverageState, CoverFact, coverage_state
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.person import BirthDate, Precision, Sex
from ssdesk.storage.queries.pupils import LAST_ENROLMENT
from ssdesk.storage.store import Reader, Row


@dataclass(frozen=True, slots=True)
class Alike:
    """Pupils of one class of whom all of this is true.

    Args:
        entry_ids: their lines of the roster.
        person_ids: the same pupils, in the same order.
        has_number: they have a personal id.
        explained: somebody noted why they are left over.
        cover: of another group.
        round_id: of their enrolment, empty without one.
        paid_nothing: not a dong on their enrolment.
        paid_whole: what they owe on it, or more.
        own_share: of all of them, in dong.
        paid: by all of them, in dong.
    """

    class_id: str
    entry_ids: tuple[str, ...]
    person_ids: tuple[str, ...]
    has_number: bool
    explained: bool
    cover: CoverFact | None
    enrolment: EnrolmentState | None
    round_id: str
    promised_on: date | None
    paid_nothing: bool
    paid_whole: bool
    own_share: int
    paid: int
    state: CoverageState


_ALIKE = f"""
WITH pupil AS (
  SELECT e.id, e.person_id, e.class_id, coalesce(p.personal_id, '') <> '' AS has_number,
         e.left_over_reason <> '' AS explained,
         v.group_code, v.proven, v.valid_to,
         n.state, n.round_id, n.promised_on, coalesce(t.covered_until, n.ends_on) AS covered_until,
         n.own_share,
         coalesce((SELECT sum(m.amount) FROM payment m WHERE m.enrolment_id = n.id), 0) AS paid
  FROM roster_entry e
  JOIN person p ON p.id = e.person_id
  LEFT JOIN cover v ON v.roster_entry_id = e.id AND v.ended_at IS NULL AND v.kind = 'elsewhere'
  LEFT JOIN enrolment n ON n.id = {LAST_ENROLMENT}
  LEFT JOIN stop t ON t.enrolment_id = n.id AND t.withdrawn_at IS NULL
  WHERE e.school_year = ? AND e.left_on IS NULL)
SELECT u.class_id, u.has_number, u.explained, u.group_code, u.proven, u.valid_to, u.state,
       u.round_id, u.promised_on, u.covered_until, u.paid = 0 AS paid_nothing,
       u.paid >= u.own_share AS paid_whole, sum(u.own_share) AS own_share, sum(u.paid) AS paid,
       json_group_array(u.id) AS entry_ids, json_group_array(u.person_id) AS person_ids
FROM pupil u JOIN school_class c ON c.id = u.class_id
GROUP BY c.sort_key, u.class_id, u.has_number, u.explained, u.group_code, u.proven, u.valid_to,
         u.state, u.round_id, u.promised_on, u.covered_until, u.paid = 0, u.paid >= u.own_share
ORDER BY c.sort_key, u.class_id
"""


def alike(reader: Reader, school_year: str, on: date) -> tuple[Alike, ...]:
    """Everybody on the roster of a year, class by class; leavers are out."""
    return tuple(_alike(row, on) for row in reader.rows(_ALIKE, (school_year,)))


def _alike(row: Row, on: date) -> Alike:
    cover = None
    if row["group_code"] is not None:
        cover = CoverFact(row["group_code"], bool(row["proven"]), _day(row["valid_to"]))
    enrolment = EnrolmentState(row["state"]) if row["state"] else None
    return Alike(
        class_id=row["class_id"],
        entry_ids=tuple(json.loads(row["entry_ids"])),
        person_ids=tuple(json.loads(row["person_ids"])),
        has_number=bool(row["has_number"]),
        explained=bool(row["explained"]),
        cover=cover,
        enrolment=enrolment,
        round_id=row["round_id"] or "",
        promised_on=_day(row["promised_on"]),
        paid_nothing=bool(row["paid_nothing"]),
        paid_whole=bool(row["paid_whole"]),
        own_share=row["own_share"] or 0,
        paid=row["paid"],
        state=coverage_state(cover, enrolment, _day(row["covered_until"]), on),
    )


@dataclass(frozen=True, slots=True)
class NumbersAlike:
    """Pupils whose personal id says the same of its bearer as one of them, `number`.

    Args:
        overridden: somebody noted why a number that contradicts birth or sex is right.
    """

    number: str
    birth_date: BirthDate | None
    sex: Sex | None
    overridden: bool
    entry_ids: tuple[str, ...]


# The first six of twelve digits tell place, sex, century and year; the rest tells nothing.
_NUMBERS = f"""
SELECT min(p.personal_id) AS number, min(p.birth_date) AS birth_date,
       min(p.birth_precision) AS birth_precision, p.sex, json_group_array(e.id) AS entry_ids,
       p.identity_override <> '' AS overridden
FROM roster_entry e JOIN person p ON p.id = e.person_id
WHERE e.school_year = ? AND e.left_on IS NULL AND coalesce(p.personal_id, '') <> ''
GROUP BY p.sex, substr(p.birth_date, 1, 4), p.identity_override <> '',
         iif(p.personal_id GLOB '{"[0-9]" * 12}', substr(p.personal_id, 1, 6), p.personal_id)
"""


def numbers_alike(reader: Reader, school_year: str) -> tuple[NumbersAlike, ...]:
    """The personal ids on the roster of a year, by what they tell and what is known; no leavers."""
    return tuple(
        NumbersAlike(
            row["number"],
            BirthDate(date.fromisoformat(row["birth_date"]), Precision(row["birth_precision"]))
            if row["birth_date"]
            else None,
            Sex(row["sex"]) if row["sex"] else None,
            bool(row["overridden"]),
            tuple(json.loads(row["entry_ids"])),
        )
        for row in reader.rows(_NUMBERS, (school_year,))
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
