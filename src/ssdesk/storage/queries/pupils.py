"""The roster as its pages show it: a row a pupil, with cover, enrolment and money."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from ssdesk.domain.coverage import PAID_STATES, CoverageState, CoverFact, coverage_state
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.person import BirthDate, Precision, Sex
from ssdesk.domain.stopping import StopState
from ssdesk.storage.store import Reader, Row


@dataclass(frozen=True, slots=True)
class PupilCover:
    """What frees a pupil from paying here, or raises the support."""

    id: str
    kind: str
    group_code: str
    card_number: str
    valid_to: date | None
    evidence: str
    proven: bool
    support_percent: str


@dataclass(frozen=True, slots=True)
class PupilStop:
    """A stop in force after the pupil was sent; `amount` is what the office owes back, in dong."""

    id: str
    state: StopState
    effective_on: date
    covered_until: date
    amount: int


@dataclass(frozen=True, slots=True)
class PupilEnrolment:
    """The enrolment of the year that runs longest, with what was paid on it (dong)."""

    id: str
    round_id: str
    group_code: str
    starts_on: date
    ends_on: date
    months: int
    own_share: int
    paid: int
    state: EnrolmentState
    promised_on: date | None
    note: str
    stop: PupilStop | None = None

    @property
    def covered_until(self) -> date:
        """Last day of the cover that was paid for, or the last before the pupil stopped."""
        return self.stop.covered_until if self.stop else self.ends_on


@dataclass(frozen=True, slots=True)
class PupilRow:
    """One pupil of a school year."""

    entry_id: str
    person_id: str
    class_id: str
    class_name: str
    grade: int
    student_code: str
    full_name: str
    sort_key: str
    search_key: str
    birth_date: BirthDate | None
    sex: Sex | None
    personal_id: str | None
    insurance_number: str | None
    phone: str
    address: str
    ethnicity: str
    parent_name: str
    registered_hospital: str
    note: str
    identity_override: str
    joined_on: date
    left_on: date | None
    moved_note: str
    left_over_reason: str
    card_valid_to: date | None
    cover: PupilCover | None
    enrolment: PupilEnrolment | None
    state: CoverageState


_SEXES = {sex.value: sex for sex in Sex}
LAST_ENROLMENT = """(
  SELECT x.id FROM enrolment x
  WHERE x.roster_entry_id = e.id AND x.state <> 'ended'
  ORDER BY x.ends_on DESC, x.id DESC LIMIT 1)"""
"""Id of the enrolment that runs longest, of the line `e` of the roster."""
# The columns stand in the order of `PupilRow`: rows are read by place, a third faster than by name.
_PUPILS = f"""
SELECT e.id, e.person_id, e.class_id, c.name, c.grade, e.student_code, p.full_name,
       p.sort_key, p.search_key,
       p.birth_date, p.birth_precision, p.sex,
       p.personal_id, p.insurance_number, p.phone, p.address, p.ethnicity, p.parent_name,
       p.registered_hospital, p.note, p.identity_override,
       e.joined_on, e.left_on,
       e.moved_note, e.left_over_reason,
       (SELECT max(k.valid_to) FROM card k WHERE k.person_id = p.id),
       v.id, v.kind, v.group_code, v.card_number, v.valid_to, v.evidence, v.proven,
       v.support_percent,
       n.id, n.round_id, n.group_code, n.starts_on, n.ends_on, n.months, n.own_share,
       coalesce((SELECT sum(m.amount) FROM payment m WHERE m.enrolment_id = n.id), 0),
       n.state, n.promised_on, n.note,
       t.id, t.state, t.effective_on, t.covered_until, t.amount
FROM roster_entry e
JOIN school_class c ON c.id = e.class_id
JOIN person p ON p.id = e.person_id
LEFT JOIN cover v ON v.roster_entry_id = e.id AND v.ended_at IS NULL
LEFT JOIN enrolment n ON n.id = {LAST_ENROLMENT}
LEFT JOIN stop t ON t.enrolment_id = n.id AND t.withdrawn_at IS NULL
"""


def pupils_of_year(
    reader: Reader, school_year: str, on: date, *, class_id: str | None = None
) -> tuple[PupilRow, ...]:
    """Pupils on the roster of a school year, by class and given name; leavers last known out."""
    where = "WHERE e.school_year = ? AND e.left_on IS NULL"
    params: tuple[str, ...] = (school_year,)
    if class_id is not None:
        where, params = "WHERE e.class_id = ? AND e.left_on IS NULL", (class_id,)
    rows = reader.rows(f"{_PUPILS} {where} ORDER BY c.sort_key, p.sort_key, e.id", params)
    return tuple(_pupil(row, on) for row in rows)


def pupils_of_lines(reader: Reader, entry_ids: Iterable[str], on: date) -> tuple[PupilRow, ...]:
    """The pupils of some lines of the roster, by class and given name."""
    rows = reader.rows(
        f"{_PUPILS} WHERE e.id IN (SELECT value FROM json_each(?))"
        " ORDER BY c.sort_key, p.sort_key, e.id",
        (json.dumps(list(entry_ids)),),
    )
    return tuple(_pupil(row, on) for row in rows)


@dataclass(frozen=True, slots=True)
class PaidTerm:
    """A term that a pupil of the roster has paid for."""

    person_id: str
    starts_on: date
    months: int
    rule_date: date


def paid_terms(reader: Reader, school_year: str) -> tuple[PaidTerm, ...]:
    """Every paid term of pupils on the roster of a school year, leavers included."""
    states = ", ".join(f"'{state.value}'" for state in sorted(PAID_STATES, key=lambda s: s.value))
    rows = reader.rows(
        "SELECT n.person_id, n.starts_on, n.months, n.rule_date FROM enrolment n"
        " JOIN roster_entry e ON e.id = n.roster_entry_id"
        f" WHERE e.school_year = ? AND n.state IN ({states}) ORDER BY n.id",
        (school_year,),
    )
    return tuple(
        PaidTerm(
            row["person_id"],
            date.fromisoformat(row["starts_on"]),
            row["months"],
            date.fromisoformat(row["rule_date"]),
        )
        for row in rows
    )


def leavers_of_year(reader: Reader, school_year: str, on: date) -> tuple[PupilRow, ...]:
    """Pupils who left during a school year."""
    where = "WHERE e.school_year = ? AND e.left_on IS NOT NULL"
    rows = reader.rows(f"{_PUPILS} {where} ORDER BY e.left_on DESC, p.sort_key", (school_year,))
    return tuple(_pupil(row, on) for row in rows)


def pupil(reader: Reader, entry_id: str, on: date) -> PupilRow | None:
    """One pupil, whether still here or gone."""
    row = reader.one(f"{_PUPILS} WHERE e.id = ?", (entry_id,))
    return None if row is None else _pupil(row, on)


def count_not_listed(reader: Reader, school_year: str) -> int:
    """How many pupils of a school year have paid in full and are on no list yet."""
    return int(
        reader.value(
            "SELECT count(*) FROM roster_entry e WHERE e.school_year = ? AND e.left_on IS NULL"
            " AND (SELECT x.state FROM enrolment x WHERE x.roster_entry_id = e.id"
            " AND x.state <> 'ended' ORDER BY x.ends_on DESC, x.id DESC LIMIT 1) = ?",
            (school_year, EnrolmentState.PAID.value),
        )
    )


@dataclass(frozen=True, slots=True)
class SameNumber:
    """A pupil who bears a personal id."""

    entry_id: str
    full_name: str
    class_name: str


def bearers(reader: Reader, school_year: str, personal_id: str) -> tuple[SameNumber, ...]:
    """Everybody on the roster of a school year with this personal id, leavers included."""
    rows = reader.rows(
        "SELECT e.id, p.full_name, c.name AS class_name FROM person p"
        " JOIN roster_entry e ON e.person_id = p.id JOIN school_class c ON c.id = e.class_id"
        " WHERE p.personal_id = ? AND e.school_year = ? ORDER BY e.id",
        (personal_id, school_year),
    )
    return tuple(SameNumber(row["id"], row["full_name"], row["class_name"]) for row in rows)


def _pupil(row: Row, on: date) -> PupilRow:
    values: tuple[Any, ...] = tuple(row)
    born, precision, sex = values[9:12]
    joined_on, left_on = values[21:23]
    cover, enrolment = _cover(values[26:34]), _enrolment(values[34:50])
    fact = None
    if cover is not None and cover.kind == "elsewhere":
        fact = CoverFact(cover.group_code, cover.proven, cover.valid_to)
    state = coverage_state(
        fact,
        enrolment.state if enrolment else None,
        enrolment.covered_until if enrolment else None,
        on,
    )
    fields: tuple[Any, ...] = (
        *values[:9],
        _born(born, precision) if born else None,
        _SEXES.get(sex),
        *values[12:21],
        date.fromisoformat(joined_on),
        _day(left_on),
        *values[23:25],
        _day(values[25]),
        cover,
        enrolment,
        state,
    )
    return PupilRow(*fields)


@lru_cache(8192)
def _born(value: str, precision: str) -> BirthDate:
    return BirthDate(date.fromisoformat(value), Precision(precision))


def _cover(values: Sequence[Any]) -> PupilCover | None:
    if values[0] is None:
        return None
    cover_id, kind, group_code, card_number, valid_to, evidence, proven, support = values
    return PupilCover(
        id=cover_id,
        kind=kind,
        group_code=group_code,
        card_number=card_number,
        valid_to=_day(valid_to),
        evidence=evidence,
        proven=bool(proven),
        support_percent=support,
    )


def _enrolment(values: Sequence[Any]) -> PupilEnrolment | None:
    if values[0] is None:
        return None
    enrolment_id, round_id, group_code, starts_on, ends_on, months, own_share, paid = values[:8]
    state, promised_on, note = values[8:11]
    return PupilEnrolment(
        id=enrolment_id,
        round_id=round_id,
        group_code=group_code,
        starts_on=date.fromisoformat(starts_on),
        ends_on=date.fromisoformat(ends_on),
        months=months,
        own_share=own_share,
        paid=paid,
        state=EnrolmentState(state),
        promised_on=_day(promised_on),
        note=note,
        stop=_stop(values[11:]),
    )


def _stop(values: Sequence[Any]) -> PupilStop | None:
    if values[0] is None:
        return None
    stop_id, state, effective_on, covered_until, amount = values
    return PupilStop(
        id=stop_id,
        state=StopState(state),
        effective_on=date.fromisoformat(effective_on),
        covered_until=date.fromisoformat(covered_until),
        amount=amount,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
