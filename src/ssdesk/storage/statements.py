"""Payment slips, and bank statements with what became of each line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ssdesk.domain.slip import MatchState, StatementLine
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line as it came in and what became of it.

    Args:
        receipt_id: of the money posted, empty where none was.
        reason: why it has no receipt, or what the rest of it is beside the receipt.
        pupils: names on its receipt.
    """

    id: str
    file_name: str
    line: StatementLine
    found: MatchState
    receipt_id: str = ""
    reason: str = ""
    pupils: str = ""

    @property
    def open(self) -> bool:
        """Whether somebody still has to say what this money is."""
        return not self.receipt_id and not self.reason


@dataclass(frozen=True, slots=True)
class SlipOf:
    """Whose a slip is and what is still owed, dong."""

    number: int
    enrolment_id: str
    full_name: str
    class_name: str
    due: int


def fingerprint(line: StatementLine) -> str:
    """What tells a line from others; a bank's own number does, else all that it says."""
    said = (line.booked_on.isoformat(), str(line.amount), line.reference or line.memo)
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def number_slips(unit: Unit, enrolment_ids: Iterable[str]) -> None:
    """Gives a number to each enrolment that has none."""
    for each in enrolment_ids:
        unit.execute(
            "INSERT INTO payment_slip (number, enrolment_id, issued_at)"
            " SELECT coalesce((SELECT max(number) FROM payment_slip), 0) + 1, ?, ?"
            " WHERE NOT EXISTS (SELECT 1 FROM payment_slip WHERE enrolment_id = ?)",
            (each, unit.at.isoformat(), each),
        )


def slip_numbers(reader: Reader) -> dict[str, int]:
    """The slip number of each enrolment that has one."""
    rows = reader.rows("SELECT enrolment_id, number FROM payment_slip")
    return {row["enrolment_id"]: row["number"] for row in rows}


def slips(reader: Reader) -> dict[int, SlipOf]:
    """Every slip by its number, with what its pupil owes now."""
    rows = reader.rows(
        "SELECT s.number, n.id, p.full_name, c.name AS class_name, CASE"
        " WHEN n.state IN ('due', 'promised') THEN n.own_share - coalesce("
        "(SELECT sum(m.amount) FROM payment m WHERE m.enrolment_id = n.id), 0)"
        " ELSE 0 END AS due"
        " FROM payment_slip s JOIN enrolment n ON n.id = s.enrolment_id"
        " JOIN person p ON p.id = n.person_id JOIN roster_entry e ON e.id = n.roster_entry_id"
        " JOIN school_class c ON c.id = e.class_id"
    )
    return {
        row["number"]: SlipOf(
            row["number"], row["id"], row["full_name"], row["class_name"], row["due"]
        )
        for row in rows
    }


def known_lines(reader: Reader) -> frozenset[str]:
    """Fingerprints of every line that ever came in."""
    rows = reader.rows("SELECT fingerprint FROM statement_line")
    return frozenset(row["fingerprint"] for row in rows)


def insert_statement(unit: Unit, statement_id: str, file_name: str, sha256: str) -> None:
    """Writes a statement down."""
    unit.insert(
        "statement",
        id=statement_id,
        file_name=file_name,
        sha256=sha256,
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


def insert_line(
    unit: Unit, line_id: str, statement_id: str, line: StatementLine, found: MatchState
) -> None:
    """Writes a line of a statement down."""
    unit.insert(
        "statement_line",
        id=line_id,
        statement_id=statement_id,
        row=line.row,
        booked_on=line.booked_on.isoformat(),
        amount=line.amount,
        memo=line.memo,
        reference=line.reference,
        fingerprint=fingerprint(line),
        found=found.value,
    )


def end_line(unit: Unit, line_id: str, receipt_id: str | None, reason: str) -> None:
    """Says what became of a line; when its receipt is voided, the line is open again."""
    unit.insert(
        "statement_line_ending",
        line_id=line_id,
        receipt_id=receipt_id,
        reason=reason,
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


_LINES = (
    "SELECT l.*, s.file_name, e.receipt_id, e.reason, (SELECT group_concat(p.full_name, ', ')"
    " FROM payment m JOIN person p ON p.id = m.person_id WHERE m.receipt_id = e.receipt_id)"
    " AS pupils FROM statement_line l"
    " JOIN statement s ON s.id = l.statement_id"
    " LEFT JOIN statement_line_end e ON e.line_id = l.id"
)


def lines(reader: Reader, *, only_open: bool = False) -> tuple[KeptLine, ...]:
    """Lines that came in, the newest first; only those nobody has explained if asked."""
    where = " WHERE e.line_id IS NULL" if only_open else ""
    rows = reader.rows(_LINES + where + " ORDER BY l.booked_on DESC, l.id")
    return tuple(_line(row) for row in rows)


def line(reader: Reader, line_id: str) -> KeptLine | None:
    """One line."""
    row = reader.one(_LINES + " WHERE l.id = ?", (line_id,))
    return None if row is None else _line(row)


def _line(row: Row) -> KeptLine:
    return KeptLine(
        row["id"],
        row["file_name"],
        StatementLine(
            row["row"],
            date.fromisoformat(row["booked_on"]),
            row["amount"],
            row["memo"],
            row["reference"],
        ),
        MatchState(row["found"]),
        row["receipt_id"] or "",
        row["reason"] or "",
        row["pupils"] or "",
    )
