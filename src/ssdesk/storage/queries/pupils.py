"""The roster as its pages show it: a row a pupil, with cover, enrolment and money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.coverage import CoverageState, CoverFact, coverage_state
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.person import BirthDate, Precision, Sex
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


_PUPILS = """
SELECT e.id AS entry_id, e.person_id, e.class_id, c.name AS class_name, c.grade,
       e.student_code, p.full_name, p.sort_key, p.search_key, p.birth_date,
       p.birth_precision, p.sex, p.personal_id, p.insurance_number, p.phone, p.address,
       p.ethnicity, p.parent_name, p.registered_hospital, p.note, p.identity_override,
       e.joined_on, e.left_on, e.moved_note, e.left_over_reason,
       (SELECT max(k.valid_to) FROM card k WHERE k.person_id = p.id) AS card_valid_to,
       v.id AS cover_id, v.kind, v.group_code AS cover_group, v.card_number, v.valid_to,
       v.evidence, v.proven, v.support_percent,
       n.id AS enrolment_id, n.round_id, n.group_code AS enrolment_group, n.starts_on,
       n.ends_on, n.months, n.own_share, n.state AS enrolment_state, n.promised_on,
       n.note AS enrolment_note,
       coalesce((SELECT sum(m.amount) FROM payment m WHERE m.enrolment_id = n.id), 0) AS paid
FROM roster_entry e
JOIN school_class c ON c.id = e.class_id
JOIN person p ON p.id = e.person_id
LEFT JOIN cover v ON v.roster_entry_id = e.id AND v.ended_at IS NULL
LEFT JOIN enrolment n ON n.id = (
  SELECT x.id FROM enrolment x
  WHERE x.roster_entry_id = e.id AND x.state <> 'ended'
  ORDER BY x.ends_on DESC, x.id DESC LIMIT 1)
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


def leavers_of_year(reader: Reader, school_year: str, on: date) -> tuple[PupilRow, ...]:
    """Pupils who left during a school year."""
    where = "WHERE e.school_year = ? AND e.left_on IS NOT NULL"
    rows = reader.rows(f"{_PUPILS} {where} ORDER BY e.left_on DESC, p.sort_key", (school_year,))
    return tuple(_pupil(row, on) for row in rows)


def pupil(reader: Reader, entry_id: str, on: date) -> PupilRow | None:
    """One pupil, whether still here or gone."""
    row = reader.one(f"{_PUPILS} WHERE e.id = ?", (entry_id,))
    return None if row is None else _pupil(row, on)


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
    cover, enrolment = _cover(row), _enrolment(row)
    fact = None
    if cover is not None and cover.kind == "elsewhere":
        fact = CoverFact(cover.group_code, cover.proven, cover.valid_to)
    state = coverage_state(
        fact,
        enrolment.state if enrolment else None,
        enrolment.ends_on if enrolment else None,
        on,
    )
    plain = (
        "entry_id person_id class_id class_name grade student_code full_name sort_key search_key "
        "personal_id insurance_number phone address ethnicity parent_name registered_hospital "
        "note identity_override moved_note left_over_reason"
    )
    return PupilRow(
        **{name: row[name] for name in plain.split()},
        birth_date=_birth(row),
        sex=Sex(row["sex"]) if row["sex"] else None,
        joined_on=date.fromisoformat(row["joined_on"]),
        left_on=_day(row["left_on"]),
        card_valid_to=_day(row["card_valid_to"]),
        cover=cover,
        enrolment=enrolment,
        state=state,
    )


def _birth(row: Row) -> BirthDate | None:
    if not row["birth_date"]:
        return None
    return BirthDate(date.fromisoformat(row["birth_date"]), Precision(row["birth_precision"]))


def _cover(row: Row) -> PupilCover | None:
    if row["cover_id"] is None:
        return None
    return PupilCover(
        id=row["cover_id"],
        kind=row["kind"],
        group_code=row["cover_group"],
        card_number=row["card_number"],
        valid_to=_day(row["valid_to"]),
        evidence=row["evidence"],
        proven=bool(row["proven"]),
        support_percent=row["support_percent"],
    )


def _enrolment(row: Row) -> PupilEnrolment | None:
    if row["enrolment_id"] is None:
        return None
    return PupilEnrolment(
        id=row["enrolment_id"],
        round_id=row["round_id"],
        group_code=row["enrolment_group"],
        starts_on=date.fromisoformat(row["starts_on"]),
        ends_on=date.fromisoformat(row["ends_on"]),
        months=row["months"],
        own_share=row["own_share"],
        paid=row["paid"],
        state=EnrolmentState(row["enrolment_state"]),
        promised_on=_day(row["promised_on"]),
        note=row["enrolment_note"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
