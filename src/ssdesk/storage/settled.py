"""Records of which several senders say different things, and how a person settled each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person chose; it holds while the senders still say what they said then.

    Args:
        basis: `basis_of` what the senders said.
        content: the record as settled, as text.
    """

    id: str
    kind: str
    record_id: str
    basis: str
    content: str
    reason: str
    posted_at: datetime
    posted_by: str


def basis_of(said: Iterable[tuple[str, str | None]]) -> str:
    """A fingerprint of sender and content of each statement, whatever their order."""
    parts = sorted((sender, "" if text is None else f"={text}") for sender, text in said)
    return hashlib.sha256("\0".join("\0".join(part) for part in parts).encode()).hexdigest()


def disputed(reader: Reader) -> tuple[tuple[str, str], ...]:
    """Kind and id of every record of which senders say different things now."""
    rows = reader.rows(
        "SELECT kind, record_id FROM record_now WHERE (kind, record_id) IN"
        " (SELECT kind, record_id FROM record_received GROUP BY kind, record_id"
        "  HAVING min(sender) <> max(sender))"
        " GROUP BY kind, record_id HAVING count(DISTINCT coalesce('=' || content, '')) > 1"
        " ORDER BY kind, record_id"
    )
    return tuple((row["kind"], row["record_id"]) for row in rows)


def insert(unit: Unit, item: Settled) -> None:
    """Writes a settlement down; one in force before is undone by it."""
    undo(unit, item.kind, item.record_id)
    unit.insert(
        "record_settled",
        id=item.id,
        kind=item.kind,
        record_id=item.record_id,
        basis=item.basis,
        content=item.content,
        reason=item.reason,
        posted_at=item.posted_at.isoformat(),
        posted_by=item.posted_by,
    )


def undo(unit: Unit, kind: str, record_id: str) -> bool:
    """Ends the settlement in force; whether there was one."""
    done = unit.execute(
        "UPDATE record_settled SET undone_at = ?"
        " WHERE kind = ? AND record_id = ? AND undone_at IS NULL",
        (unit.at.isoformat(), kind, record_id),
    )
    return done > 0


def get(reader: Reader, kind: str, record_id: str) -> Settled | None:
    """The settlement in force for a record."""
    row = reader.one(
        "SELECT * FROM record_settled WHERE kind = ? AND record_id = ? AND undone_at IS NULL",
        (kind, record_id),
    )
    return None if row is None else _settled(row)


def every(reader: Reader) -> Iterator[Settled]:
    """Every settlement in force."""
    rows = reader.rows("SELECT * FROM record_settled WHERE undone_at IS NULL")
    return (_settled(row) for row in rows)


def _settled(row: Row) -> Settled:
    return Settled(
        id=row["id"],
        kind=row["kind"],
        record_id=row["record_id"],
        basis=row["basis"],
        content=row["content"],
        reason=row["reason"],
        posted_at=datetime.fromisoformat(row["posted_at"]),
        posted_by=row["posted_by"],
    )
