"""What was asked of the office to correct of people already sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of one person; values as people read them.

    Args:
        line_id: of the list's row that carries it, empty for none.
        full_name: whose it is.
        sent: whether a bundle carried it, so that it cannot be taken back.
    """

    id: str
    person_id: str
    field: str
    old_value: str
    new_value: str
    evidence: str
    filed_on: date
    withdrawn: bool = False
    line_id: str = ""
    full_name: str = ""
    sent: bool = False

    @property
    def listed(self) -> bool:
        """Whether a row of a list carries it, so that it cannot be taken back."""
        return bool(self.line_id)


_ON_A_LIST = "SELECT correction_id FROM submission_line WHERE correction_id IS NOT NULL"
_SENT = "SELECT record_id FROM record_sent WHERE kind = 'correction' AND sha256 <> ''"


def insert(unit: Unit, item: Correction) -> None:
    """Writes down that a correction was filed."""
    unit.insert(
        "correction",
        id=item.id,
        person_id=item.person_id,
        field=item.field,
        old_value=item.old_value,
        new_value=item.new_value,
        evidence=item.evidence,
        filed_on=item.filed_on.isoformat(),
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


def withdraw(unit: Unit, person_id: str) -> int:
    """Takes the filed corrections of a person back; how many there were.

    Those stay that are on a list, or that a bundle carried.
    """
    return unit.execute(
        "UPDATE correction SET withdrawn_at = ? WHERE person_id = ? AND withdrawn_at IS NULL"
        f" AND id NOT IN ({_ON_A_LIST}) AND id NOT IN ({_SENT})",
        (unit.at.isoformat(), person_id),
    )


def set_refused(unit: Unit, correction_id: str, *, refused: bool) -> bool:
    """Notes whether the office refused a correction, if there is one of that id.

    A refused one is to do again.
    """
    at = unit.at.isoformat() if refused else None
    found = unit.execute("UPDATE correction SET withdrawn_at = ? WHERE id = ?", (at, correction_id))
    return found > 0


def every(reader: Reader) -> Iterator[Correction]:
    """Corrections in the order in which they were filed."""
    rows = reader.rows(
        "SELECT c.*, p.full_name, l.submission_id || ':' || l.position AS line_id,"
        f" c.id IN ({_SENT}) AS sent FROM correction c JOIN person p ON p.id = c.person_id"
        " LEFT JOIN submission_line l ON l.correction_id = c.id ORDER BY c.posted_at, c.id"
    )
    return (_correction(row) for row in rows)


def _correction(row: Row) -> Correction:
    """The correction in a row of the table."""
    return Correction(
        row["id"],
        row["person_id"],
        row["field"],
        row["old_value"],
        row["new_value"],
        row["evidence"],
        date.fromisoformat(row["filed_on"]),
        row["withdrawn_at"] is not None,
        row["line_id"] or "",
        row["full_name"],
        bool(row["sent"]),
    )
