"""Bundles that were taken in, each record version they brought, and what is answered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from ssdesk.domain.bundle import Purpose, Version
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Intake:
    """One bundle taken in as a case; `manifest` is its JSON text."""

    id: str
    number: int
    sender: str
    purpose: Purpose
    version: Version
    file_name: str
    manifest: str
    manifest_sha256: str
    posted_at: datetime
    posted_by: str
    period: str = ""
    whole: bool = False
    taken_back_at: datetime | None = None
    taken_back_reason: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """One version of one record; no content where the sender withdrew it."""

    kind: str
    id: str
    sender: str
    version: Version
    content: str | None
    refused_code: str = ""


_HEAD = (
    "SELECT id, number, sender, purpose, epoch, sequence, file_name, manifest, manifest_sha256,"
    " posted_at, posted_by, period, whole, taken_back_at, taken_back_reason FROM intake"
)

_NOW = (
    "SELECT kind, record_id, sender, epoch, sequence, content, '' AS refused_code FROM record_now"
)


def every(reader: Reader) -> tuple[Intake, ...]:
    """All cases, the newest first."""
    return tuple(_intake(row) for row in reader.rows(_HEAD + " ORDER BY number DESC"))


def get(reader: Reader, intake_id: str) -> Intake | None:
    """One case."""
    row = reader.one(_HEAD + " WHERE id = ?", (intake_id,))
    return None if row is None else _intake(row)


def at_place(reader: Reader, sender: str, version: Version) -> Intake | None:
    """The case in force for one place of a sender's sequence."""
    row = reader.one(
        _HEAD + " WHERE sender = ? AND epoch = ? AND sequence = ? AND taken_back_at IS NULL",
        (sender, version.epoch, version.sequence),
    )
    return None if row is None else _intake(row)


def other_at_place(
    reader: Reader, sender: str, version: Version, manifest_sha256: str
) -> int | None:
    """Number of a case at the same place with other content: its sender was cloned or restored."""
    found = reader.value(
        "SELECT number FROM intake WHERE sender = ? AND epoch = ? AND sequence = ?"
        " AND manifest_sha256 <> ?",
        (sender, version.epoch, version.sequence, manifest_sha256),
    )
    return None if found is None else int(found)


def places(reader: Reader, sender: str) -> tuple[Version, ...]:
    """Places of a sender's sequence that are in force, in order."""
    rows = reader.rows(
        "SELECT epoch, sequence FROM intake WHERE sender = ? AND taken_back_at IS NULL"
        " ORDER BY epoch, sequence",
        (sender,),
    )
    return tuple(Version(row["epoch"], row["sequence"]) for row in rows)


def insert(unit: Unit, intake: Intake, content: bytes) -> None:
    """Writes a case down."""
    unit.insert(
        "intake",
        id=intake.id,
        number=intake.number,
        sender=intake.sender,
        purpose=intake.purpose.value,
        epoch=intake.version.epoch,
        sequence=intake.version.sequence,
        file_name=intake.file_name,
        manifest=intake.manifest,
        manifest_sha256=intake.manifest_sha256,
        content=content,
        posted_at=intake.posted_at.isoformat(),
        posted_by=intake.posted_by,
        period=intake.period,
        whole=intake.whole,
    )


def next_number(reader: Reader) -> int:
    """The number of the next case."""
    return int(reader.value("SELECT coalesce(max(number), 0) + 1 FROM intake"))


def insert_records(unit: Unit, intake_id: str, records: Iterable[Received]) -> None:
    """Keeps every record version of a case."""
    unit.executemany(
        "INSERT INTO record_received (intake_id, kind, record_id, sender, epoch, sequence,"
        " content, refused_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                intake_id,
                each.kind,
                each.id,
                each.sender,
                each.version.epoch,
                each.version.sequence,
                each.content,
                each.refused_code,
            )
            for each in records
        ),
    )


def take_back(unit: Unit, intake_id: str, reason: str) -> None:
    """Hides what a case brought; earlier versions of its records stand again."""
    unit.execute(
        "UPDATE intake SET taken_back_at = ?, taken_back_by = ?, taken_back_reason = ?"
        " WHERE id = ?",
        (unit.at.isoformat(), unit.actor, reason, intake_id),
    )


def now(reader: Reader, kind: str = "") -> Iterator[Received]:
    """What each sender last said of each record; of one kind where given."""
    rows = reader.rows(
        _NOW + " WHERE (?1 = '' OR kind = ?1) ORDER BY kind, record_id, sender", (kind,)
    )
    return (_received(row) for row in rows)


def newest_whole(reader: Reader, sender: str, period: str) -> Version | None:
    """Place of the last bundle in which a sender told everything of a period."""
    row = reader.one(
        "SELECT epoch, sequence FROM intake WHERE sender = ? AND period = ? AND whole = 1"
        " AND taken_back_at IS NULL ORDER BY epoch DESC, sequence DESC LIMIT 1",
        (sender, period),
    )
    return None if row is None else Version(row["epoch"], row["sequence"])


def said_of(reader: Reader, kind: str, record_ids: Iterable[str]) -> Iterator[Received]:
    """What each sender last said of some records of a kind."""
    rows = reader.rows(
        _NOW + " WHERE kind = ? AND record_id IN (SELECT value FROM json_each(?))",
        (kind, json.dumps(list(record_ids))),
    )
    return (_received(row) for row in rows)


def told_in(reader: Reader, sender: str, period: str) -> Iterator[Received]:
    """What a sender last said of each record that a whole bundle of the period tells anew."""
    rows = reader.rows(
        _NOW + " WHERE sender = ? AND period = ? AND kind NOT IN ('list', 'list_line', 'answer')"
        " ORDER BY kind, record_id",
        (sender, period),
    )
    return (_received(row) for row in rows)


def of_intake(reader: Reader, intake_id: str, kind: str = "") -> tuple[Received, ...]:
    """The record versions that one case brought."""
    rows = reader.rows(
        "SELECT * FROM record_received WHERE intake_id = ?1 AND (?2 = '' OR kind = ?2)"
        " ORDER BY kind, record_id",
        (intake_id, kind),
    )
    return tuple(_received(row) for row in rows)


def _intake(row: Row) -> Intake:
    taken_back = row["taken_back_at"]
    return Intake(
        id=row["id"],
        number=row["number"],
        sender=row["sender"],
        purpose=Purpose(row["purpose"]),
        version=Version(row["epoch"], row["sequence"]),
        file_name=row["file_name"],
        manifest=row["manifest"],
        manifest_sha256=row["manifest_sha256"],
        posted_at=datetime.fromisoformat(row["posted_at"]),
        posted_by=row["posted_by"],
        period=row["period"],
        whole=bool(row["whole"]),
        taken_back_at=datetime.fromisoformat(taken_back) if taken_back else None,
        taken_back_reason=row["taken_back_reason"],
    )


def _received(row: Row) -> Received:
    return Received(
        kind=row["kind"],
        id=row["record_id"],
        sender=row["sender"],
        version=Version(row["epoch"], row["sequence"]),
        content=row["content"],
        refused_code=row["refused_code"],
    )
