"""What came of visits and calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.receipt import Scheme
from ssdesk.domain.renewal import Outcome
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit or call for one member; `ends_on` is the end that was spoken of."""

    id: str
    member_id: str
    scheme: Scheme
    ends_on: date
    visited_on: date
    outcome: Outcome
    promised_on: date | None = None
    note: str = ""
    collector_id: str | None = None


def insert(unit: Unit, item: Visit) -> None:
    """Writes a visit down."""
    unit.insert(
        "visit",
        id=item.id,
        member_id=item.member_id,
        scheme=item.scheme.value,
        ends_on=item.ends_on.isoformat(),
        visited_on=item.visited_on.isoformat(),
        outcome=item.outcome.value,
        promised_on=item.promised_on.isoformat() if item.promised_on else None,
        note=item.note,
        collector_id=item.collector_id,
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


def withdraw(unit: Unit, visit_id: str) -> bool:
    """Takes a visit back that was written down by mistake; whether there was one."""
    sql = "UPDATE visit SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL"
    return bool(unit.execute(sql, (unit.at.isoformat(), visit_id)))


def of_member(reader: Reader, member_id: str) -> tuple[Visit, ...]:
    """Visits for a member, the newest first."""
    rows = reader.rows(
        "SELECT * FROM visit WHERE member_id = ? AND withdrawn_at IS NULL"
        " ORDER BY posted_at DESC, id DESC",
        (member_id,),
    )
    return tuple(visit_of(row) for row in rows)


def visit_of(row: Row) -> Visit:
    """The visit in a row of the table."""
    promised = row["promised_on"]
    return Visit(
        id=row["id"],
        member_id=row["member_id"],
        scheme=Scheme(row["scheme"]),
        ends_on=date.fromisoformat(row["ends_on"]),
        visited_on=date.fromisoformat(row["visited_on"]),
        outcome=Outcome(row["outcome"]),
        promised_on=date.fromisoformat(promised) if promised else None,
        note=row["note"],
        collector_id=row["collector_id"],
    )
