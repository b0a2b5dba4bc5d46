"""Bundles that left this desk, and what each addressee was told of each record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ssdesk.domain.bundle import Purpose, Version
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class BundleSent:
    """A bundle as it left; `manifest` is its JSON text."""

    id: str
    addressee: str
    purpose: Purpose
    version: Version
    manifest: str
    manifest_sha256: str
    posted_at: datetime
    posted_by: str


_HEAD = (
    "SELECT id, addressee, purpose, epoch, sequence, manifest, manifest_sha256,"
    " posted_at, posted_by FROM bundle_sent"
)
# Where the records of each kind live here: a sent one that is gone from there was withdrawn.
_TABLES = {
    "person": "person",
    "school_class": "school_class",
    "roster_entry": "roster_entry",
    "cover": "cover",
    "enrolment": "enrolment",
    "stop": "stop WHERE withdrawn_at IS NULL",
    "correction": "correction WHERE withdrawn_at IS NULL",
}


def every(reader: Reader) -> tuple[BundleSent, ...]:
    """All bundles, the newest first."""
    return tuple(_bundle(row) for row in reader.rows(_HEAD + " ORDER BY posted_at DESC, id DESC"))


def get(reader: Reader, bundle_id: str) -> BundleSent | None:
    """One bundle."""
    row = reader.one(_HEAD + " WHERE id = ?", (bundle_id,))
    return None if row is None else _bundle(row)


def content(reader: Reader, bundle_id: str) -> bytes:
    """The sealed file of a bundle."""
    return bytes(reader.value("SELECT content FROM bundle_sent WHERE id = ?", (bundle_id,)))


def last_to(reader: Reader, addressee: str) -> BundleSent | None:
    """The bundle sent last to an addressee."""
    row = reader.one(
        _HEAD + " WHERE addressee = ? ORDER BY epoch DESC, sequence DESC LIMIT 1", (addressee,)
    )
    return None if row is None else _bundle(row)


def insert(unit: Unit, bundle: BundleSent, sealed: bytes, submission_ids: Iterable[str]) -> None:
    """Writes a bundle down as sent, with the lists it carries."""
    unit.insert(
        "bundle_sent",
        id=bundle.id,
        addressee=bundle.addressee,
        purpose=bundle.purpose.value,
        epoch=bundle.version.epoch,
        sequence=bundle.version.sequence,
        manifest=bundle.manifest,
        manifest_sha256=bundle.manifest_sha256,
        content=sealed,
        posted_at=bundle.posted_at.isoformat(),
        posted_by=bundle.posted_by,
    )
    unit.executemany(
        "INSERT INTO bundle_submission (submission_id, bundle_id) VALUES (?, ?)",
        [(each, bundle.id) for each in submission_ids],
    )


def told(reader: Reader, addressee: str) -> dict[tuple[str, str], str]:
    """Kind and id of each record that an addressee knows, with the hash of what it was told."""
    rows = reader.rows(
        "SELECT kind, record_id, sha256 FROM record_sent WHERE addressee = ?", (addressee,)
    )
    return {(row["kind"], row["record_id"]): row["sha256"] for row in rows}


def note_told(unit: Unit, addressee: str, records: Iterable[tuple[str, str, str]]) -> None:
    """Remembers kind, id and hash of what an addressee is being told."""
    unit.executemany(
        "INSERT INTO record_sent (addressee, kind, record_id, sha256) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (addressee, kind, record_id) DO UPDATE SET sha256 = excluded.sha256",
        [(addressee, *each) for each in records],
    )


def gone(reader: Reader, addressee: str) -> tuple[tuple[str, str], ...]:
    """Kind and id of records that an addressee knows and that no longer exist here."""
    found: list[tuple[str, str]] = []
    for kind, table in _TABLES.items():
        rows = reader.rows(
            "SELECT record_id FROM record_sent WHERE addressee = ? AND kind = ? AND sha256 <> ''"
            f" AND record_id NOT IN (SELECT id FROM {table}) ORDER BY record_id",
            (addressee, kind),
        )
        found += [(kind, row["record_id"]) for row in rows]
    return tuple(found)


def unsent_lists(reader: Reader, addressee: str) -> tuple[str, ...]:
    """Lists that no bundle to an addressee has carried yet, the oldest first."""
    rows = reader.rows(
        "SELECT id FROM submission WHERE id NOT IN (SELECT b.submission_id FROM bundle_submission b"
        " JOIN bundle_sent s ON s.id = b.bundle_id WHERE s.addressee = ?) ORDER BY posted_at, id",
        (addressee,),
    )
    return tuple(row["id"] for row in rows)


def bundles_of(reader: Reader) -> dict[str, str]:
    """The newest bundle that carried each list."""
    rows = reader.rows(
        "SELECT b.submission_id, b.bundle_id FROM bundle_submission b"
        " JOIN bundle_sent s ON s.id = b.bundle_id ORDER BY s.posted_at, s.id"
    )
    return {row["submission_id"]: row["bundle_id"] for row in rows}


def listed_by(reader: Reader) -> dict[str, tuple[int, int]]:
    """How many lists each bundle carried, and their money in dong."""
    rows = reader.rows(
        "SELECT b.bundle_id, count(*) AS lists, sum(s.own_share) AS amount"
        " FROM bundle_submission b JOIN submission s ON s.id = b.submission_id GROUP BY b.bundle_id"
    )
    return {row["bundle_id"]: (row["lists"], row["amount"]) for row in rows}


def _bundle(row: Row) -> BundleSent:
    return BundleSent(
        id=row["id"],
        addressee=row["addressee"],
        purpose=Purpose(row["purpose"]),
        version=Version(row["epoch"], row["sequence"]),
        manifest=row["manifest"],
        manifest_sha256=row["manifest_sha256"],
        posted_at=datetime.fromisoformat(row["posted_at"]),
        posted_by=row["posted_by"],
    )
