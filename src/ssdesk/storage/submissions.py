"""Lists to the office: who can be on one, what money stands behind them, what was sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.person import BirthDate
from ssdesk.domain.stopping import StopState
from ssdesk.storage.people import birth_date_of
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paid enrolment with all that a list asks of it; amounts in dong."""

    enrolment_id: str
    round_id: str
    full_name: str
    birth_date: BirthDate | None
    sex: str
    personal_id: str
    insurance_number: str
    phone: str
    address: str
    ethnicity: str
    parent_name: str
    registered_hospital: str
    identity_override: str
    class_name: str
    sub_unit_code: str
    change_type: str
    group_code: str
    starts_on: date
    ends_on: date
    months: int
    rule_date: date
    gross: int
    state_support: int
    local_support: int
    other_support: int
    own_share: int
    paper_card: bool
    proof: str


@dataclass(frozen=True, slots=True)
class Money:
    """What stands behind one enrolment; dong.

    Args:
        receipt_numbers: of receipts that were not voided, in order of issue.
        receipted_on: day of the last of them.
    """

    received: int
    transferred: int
    confirmed: int
    receipt_numbers: tuple[str, ...]
    receipted_on: date | None


@dataclass(frozen=True, slots=True)
class Submission:
    """A list that was made; `data` holds it as it was then.

    Args:
        people: its lines but those of another hospital; `stopped` of them stand under `Giảm`.
        own_share: of those who are added, in dong.
        moved: lines that only tell another hospital.
    """

    id: str
    round_id: str | None
    form: str
    number: int
    list_date: date
    people: int
    own_share: int
    complete: bool
    data: str
    posted_at: datetime
    posted_by: str
    stopped: int = 0
    moved: int = 0


_CANDIDATES = """
SELECT n.id AS enrolment_id, n.round_id, p.full_name, p.birth_date, p.birth_precision, p.sex,
       p.personal_id, p.insurance_number, p.phone, p.address, p.ethnicity, p.parent_name,
       p.registered_hospital, p.identity_override, c.name AS class_name, c.sub_unit_code,
       n.change_type, n.group_code, n.starts_on, n.ends_on, n.months, n.rule_date, n.gross,
       n.state_support, n.local_support, n.other_support, n.own_share, n.paper_card,
       coalesce(nullif(v.evidence, ''), v.card_number, '') AS proof
FROM enrolment n
JOIN roster_entry e ON e.id = n.roster_entry_id
JOIN school_class c ON c.id = e.class_id
JOIN person p ON p.id = n.person_id
LEFT JOIN cover v ON v.roster_entry_id = e.id AND v.ended_at IS NULL
  AND v.kind = 'part_supported' AND v.group_code = n.group_code
"""
_BY_CLASS = " ORDER BY c.sort_key, c.name, p.sort_key, n.id"

# Whose line the office sent back and who stops since is not sent again.
_READY = """
WHERE n.scheme = 'HI' AND n.state IN ({states}) AND n.round_id IN ({rounds})
  AND NOT (n.state = 'returned' AND EXISTS (
    SELECT 1 FROM stop t WHERE t.enrolment_id = n.id AND t.withdrawn_at IS NULL))
"""

_STOPPED = """
JOIN stop t ON t.enrolment_id = n.id AND t.withdrawn_at IS NULL
WHERE n.state IN ('submitted', 'accepted') AND t.state IN ({states})
"""

# Whose card the office has or will have, and can still be changed.
_SENT = """
WHERE n.scheme = 'HI' AND n.state IN ('submitted', 'accepted') AND n.ends_on >= ?
  AND e.left_on IS NULL AND p.registered_hospital <> ''
  AND NOT EXISTS (SELECT 1 FROM stop t WHERE t.enrolment_id = n.id AND t.withdrawn_at IS NULL)
"""

_MONEY = """
SELECT m.enrolment_id, sum(m.amount) AS received,
       sum(CASE WHEN x.payment_id IS NULL THEN 0 ELSE m.amount END) AS transferred,
       sum(CASE WHEN f.remittance_id IS NULL THEN 0 ELSE m.amount END) AS confirmed
FROM payment m
LEFT JOIN remittance_payment x ON x.payment_id = coalesce(m.voids, m.id)
LEFT JOIN remittance_confirmation f ON f.remittance_id = x.remittance_id
GROUP BY m.enrolment_id
"""

_RECEIPTS = """
SELECT DISTINCT m.enrolment_id, r.issued_on, r.number, b.number_width, b.id AS book_id
FROM payment m
JOIN receipt r ON r.id = m.receipt_id
JOIN receipt_book b ON b.id = r.book_id
LEFT JOIN receipt_void v ON v.receipt_id = r.id
WHERE v.receipt_id IS NULL AND m.voids IS NULL
  AND NOT EXISTS (SELECT 1 FROM payment c WHERE c.voids = m.id)
ORDER BY m.enrolment_id, r.issued_on, b.id, r.number
"""


_LISTS = """
SELECT s.*, (SELECT count(*) FROM submission_line l
  WHERE l.submission_id = s.id AND l.stop_id IS NOT NULL) AS stopped, (SELECT count(*)
  FROM submission_line l WHERE l.submission_id = s.id AND l.correction_id IS NOT NULL) AS moved
FROM submission s
"""


def candidates(
    reader: Reader, round_ids: Iterable[str], states: Iterable[EnrolmentState]
) -> tuple[Candidate, ...]:
    """Enrolments of rounds in any of the states, by class and given name."""
    rounds, wanted = tuple(round_ids), tuple(state.value for state in states)
    where = _READY.format(states=_marks(wanted), rounds=_marks(rounds))
    rows = reader.rows(_CANDIDATES + where + _BY_CLASS, (*wanted, *rounds))
    return tuple(_candidate(row) for row in rows)


def stopped(
    reader: Reader, states: Iterable[StopState], round_ids: Iterable[str] | None = None
) -> tuple[Candidate, ...]:
    """Enrolments that stop, by the state of the stop; of every round unless some are named."""
    wanted = tuple(state.value for state in states)
    rounds = () if round_ids is None else tuple(round_ids)
    where = _STOPPED.format(states=_marks(wanted))
    if round_ids is not None:
        where += f" AND n.round_id IN ({_marks(rounds)})"
    rows = reader.rows(_CANDIDATES + where + _BY_CLASS, (*wanted, *rounds))
    return tuple(_candidate(row) for row in rows)


def sent_with_hospital(
    reader: Reader, day: date, round_ids: Iterable[str] | None = None
) -> tuple[Candidate, ...]:
    """Those sent to the office whose cover lasts until a day, and who name a hospital."""
    rounds = () if round_ids is None else tuple(round_ids)
    where = _SENT if round_ids is None else f"{_SENT} AND n.round_id IN ({_marks(rounds)})"
    rows = reader.rows(_CANDIDATES + where + _BY_CLASS, (day.isoformat(), *rounds))
    return tuple(_candidate(row) for row in rows)


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def rounds_on(reader: Reader, day: date) -> tuple[str, ...]:
    """Rounds of the school year whose collecting had begun by a day; else of the first one."""
    year = reader.value(
        "SELECT school_year FROM collection_round ORDER BY opens_on > ?,"
        " CASE WHEN opens_on > ? THEN opens_on END, opens_on DESC LIMIT 1",
        (day.isoformat(), day.isoformat()),
    )
    rows = reader.rows("SELECT id FROM collection_round WHERE school_year = ?", (year,))
    return tuple(row["id"] for row in rows)


def rounds_named(reader: Reader, text: str) -> tuple[str, ...]:
    """The round of an id, or the rounds of a name or school year."""
    rows = reader.rows(
        "SELECT id FROM collection_round WHERE id = ? OR name = ? OR school_year = ?",
        (text, text, text),
    )
    return tuple(row["id"] for row in rows)


def money(reader: Reader) -> dict[str, Money]:
    """What stands behind each enrolment that money ever came in for."""
    numbers: dict[str, list[str]] = {}
    last: dict[str, str] = {}
    for row in reader.rows(_RECEIPTS):
        shown = str(row["number"]).zfill(row["number_width"])
        numbers.setdefault(row["enrolment_id"], []).append(shown)
        last[row["enrolment_id"]] = row["issued_on"]
    return {
        row["enrolment_id"]: Money(
            row["received"],
            row["transferred"],
            row["confirmed"],
            tuple(numbers.get(row["enrolment_id"], ())),
            date.fromisoformat(last[row["enrolment_id"]]) if row["enrolment_id"] in last else None,
        )
        for row in reader.rows(_MONEY)
    }


def next_number(reader: Reader, form: str) -> int:
    """The number of the next list on a form."""
    value = reader.value("SELECT max(number) FROM submission WHERE form = ?", (form,))
    return int(value or 0) + 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the stop behind a row of `Giảm`, the correction behind another hospital's."""

    enrolment_id: str
    stop_id: str = ""
    correction_id: str = ""


def insert(unit: Unit, item: Submission, lines: Iterable[Line]) -> None:
    """Writes a list with its lines; neither can be changed afterwards."""
    unit.insert(
        "submission",
        id=item.id,
        round_id=item.round_id,
        form=item.form,
        number=item.number,
        list_date=item.list_date.isoformat(),
        people=item.people,
        own_share=item.own_share,
        complete=int(item.complete),
        data=item.data,
        posted_at=item.posted_at.isoformat(),
        posted_by=item.posted_by,
    )
    unit.executemany(
        "INSERT INTO submission_line"
        " (submission_id, position, enrolment_id, stop_id, correction_id) VALUES (?, ?, ?, ?, ?)",
        [
            (item.id, place, each.enrolment_id, each.stop_id or None, each.correction_id or None)
            for place, each in enumerate(lines, start=1)
        ],
    )


def mark_submitted(unit: Unit, enrolment_ids: Iterable[str]) -> None:
    """Moves enrolments on to `submitted`; their amounts stay."""
    unit.executemany(
        "UPDATE enrolment SET state = 'submitted', version = version + 1 WHERE id = ?",
        [(each,) for each in enrolment_ids],
    )


def lists_replaced_by(reader: Reader, submission_ids: Iterable[str]) -> tuple[str, ...]:
    """Earlier lists with a line that stands again on one of these lists."""
    chosen = tuple(submission_ids)
    marks = ", ".join("?" * len(chosen))
    rows = reader.rows(
        "SELECT DISTINCT o.submission_id AS id FROM submission_line n"
        " JOIN submission_line o ON o.enrolment_id = n.enrolment_id AND o.stop_id IS n.stop_id"
        " AND o.correction_id IS n.correction_id"
        f" WHERE n.submission_id IN ({marks}) AND o.submission_id NOT IN ({marks}) ORDER BY id",
        (*chosen, *chosen),
    )
    return tuple(row["id"] for row in rows)


def is_newest_line(reader: Reader, list_id: str, position: int) -> bool:
    """Whether what a line says was not put on a later list again."""
    found = reader.one(
        "SELECT s.id, l.position FROM submission_line o"
        " JOIN submission_line l ON l.enrolment_id = o.enrolment_id AND l.stop_id IS o.stop_id"
        " AND l.correction_id IS o.correction_id"
        " JOIN submission s ON s.id = l.submission_id"
        " WHERE o.submission_id = ? AND o.position = ?"
        " ORDER BY s.posted_at DESC, s.id DESC LIMIT 1",
        (list_id, position),
    )
    return found is not None and (found["id"], found["position"]) == (list_id, position)


def line(reader: Reader, list_id: str, position: int) -> Line | None:
    """One line of a list."""
    row = reader.one(
        "SELECT * FROM submission_line WHERE submission_id = ? AND position = ?",
        (list_id, position),
    )
    if row is None:
        return None
    return Line(row["enrolment_id"], row["stop_id"] or "", row["correction_id"] or "")


def people_of_enrolments(reader: Reader) -> dict[str, str]:
    """The person behind each enrolment that was ever on a list."""
    rows = reader.rows(
        "SELECT id, person_id FROM enrolment WHERE id IN (SELECT enrolment_id FROM submission_line)"
    )
    return {row["id"]: row["person_id"] for row in rows}


def years_of_lists(reader: Reader) -> dict[str, str]:
    """The school year of each list, by those whom it adds; none of a list that adds nobody."""
    rows = reader.rows(
        "SELECT l.submission_id, max(e.school_year) AS school_year FROM submission_line l"
        " JOIN enrolment n ON n.id = l.enrolment_id JOIN roster_entry e ON e.id = n.roster_entry_id"
        " WHERE l.stop_id IS NULL AND l.correction_id IS NULL GROUP BY l.submission_id"
    )
    return {row["submission_id"]: row["school_year"] for row in rows}


def paper_cards(reader: Reader) -> frozenset[str]:
    """Enrolments whose card is wanted on paper."""
    rows = reader.rows("SELECT id FROM enrolment WHERE paper_card = 1")
    return frozenset(row["id"] for row in rows)


def names_of_enrolments(reader: Reader) -> dict[str, tuple[str, str, str]]:
    """Roster line, name and class behind each enrolment that was ever on a list."""
    rows = reader.rows(
        "SELECT n.id, e.id AS entry_id, p.full_name, c.name AS class_name FROM enrolment n"
        " JOIN person p ON p.id = n.person_id JOIN roster_entry e ON e.id = n.roster_entry_id"
        " JOIN school_class c ON c.id = e.class_id"
        " WHERE n.id IN (SELECT enrolment_id FROM submission_line) ORDER BY c.sort_key, p.sort_key"
    )
    return {row["id"]: (row["entry_id"], row["full_name"], row["class_name"]) for row in rows}


def get(reader: Reader, submission_id: str) -> Submission | None:
    """One list."""
    row = reader.one(f"{_LISTS} WHERE s.id = ?", (submission_id,))
    return None if row is None else _submission(row)


def every(reader: Reader) -> tuple[Submission, ...]:
    """All lists, the newest first."""
    rows = reader.rows(f"{_LISTS} ORDER BY s.posted_at DESC, s.number DESC, s.id")
    return tuple(_submission(row) for row in rows)


def _candidate(row: Row) -> Candidate:
    return Candidate(
        enrolment_id=row["enrolment_id"],
        round_id=row["round_id"],
        full_name=row["full_name"],
        birth_date=birth_date_of(row),
        sex=row["sex"] or "",
        personal_id=row["personal_id"] or "",
        insurance_number=row["insurance_number"] or "",
        phone=row["phone"],
        address=row["address"],
        ethnicity=row["ethnicity"],
        parent_name=row["parent_name"],
        registered_hospital=row["registered_hospital"],
        identity_override=row["identity_override"],
        class_name=row["class_name"],
        sub_unit_code=row["sub_unit_code"],
        change_type=row["change_type"],
        group_code=row["group_code"],
        starts_on=date.fromisoformat(row["starts_on"]),
        ends_on=date.fromisoformat(row["ends_on"]),
        months=row["months"],
        rule_date=date.fromisoformat(row["rule_date"]),
        gross=row["gross"],
        state_support=row["state_support"],
        local_support=row["local_support"],
        other_support=row["other_support"],
        own_share=row["own_share"],
        paper_card=bool(row["paper_card"]),
        proof=row["proof"],
    )


def _submission(row: Row) -> Submission:
    return Submission(
        id=row["id"],
        round_id=row["round_id"],
        form=row["form"],
        number=row["number"],
        list_date=date.fromisoformat(row["list_date"]),
        people=row["people"],
        own_share=row["own_share"],
        complete=bool(row["complete"]),
        data=row["data"],
        posted_at=datetime.fromisoformat(row["posted_at"]),
        posted_by=row["posted_by"],
        stopped=row["stopped"],
        moved=row["moved"],
    )
