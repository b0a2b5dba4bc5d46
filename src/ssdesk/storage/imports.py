"""Files that were taken in, what each changed, and how columns of a kind of file were read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from ssdesk.storage.store import Reader, Row, Unit


class Table(Enum):
    """Tables whose rows an import may make or change, dependants first."""

    CARD = "card"
    COVER = "cover"
    STOP = "stop"
    ENROLMENT = "enrolment"
    ENTRY = "roster_entry"
    PERSON = "person"
    SCHOOL_CLASS = "school_class"
    SCHOOL_YEAR = "school_year"


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One file taken in whole."""

    id: str
    kind: str
    file_name: str
    sha256: str
    school_year: str | None
    rows: int
    created: int
    changed: int
    posted_at: datetime
    posted_by: str
    taken_back_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a row of an import can no longer be taken back.

    Args:
        kind: `changed` since, or the table that was built on it.
        name: the person's or class's name.
    """

    kind: str
    name: str


_STAMP = {
    "people": "SELECT count(*) FROM person",
    "people_versions": "SELECT coalesce(sum(version), 0) FROM person",
    "lines": "SELECT count(*) FROM roster_entry",
    "line_versions": "SELECT coalesce(sum(version), 0) FROM roster_entry",
    "classes": "SELECT count(*) FROM school_class",
    "cards": "SELECT count(*) FROM card",
}
# Cards, covers and enrolments have no count of their own that every change moves.
_CARD_STAMP = {
    **_STAMP,
    "card_days": "SELECT CAST(coalesce(sum(julianday(valid_to)), 0) AS INTEGER) FROM card",
    "covers": "SELECT count(*) FROM cover WHERE ended_at IS NULL",
    "cover_days": "SELECT CAST(coalesce(sum(julianday(valid_to)), 0) AS INTEGER) FROM cover",
    "enrolments": "SELECT count(*) FROM enrolment",
    "stops": "SELECT count(*) FROM stop WHERE state = 'listed' AND withdrawn_at IS NULL",
    "enrolment_versions": "SELECT coalesce(sum(version), 0) FROM enrolment",
}
_KEY = {Table.SCHOOL_YEAR: "name"}
_VERSIONED = frozenset({Table.ENROLMENT, Table.ENTRY, Table.PERSON})
_DATED = frozenset({Table.CARD, Table.COVER})
_INSERT_CHANGE = (
    "INSERT INTO import_change (batch_id, position, table_name, row_id, before, after)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
# One statement for a whole file is three times as fast as one for each of its rows.
_INSERT_CREATED = (
    "INSERT INTO import_change (batch_id, position, table_name, row_id, before, after)"
    " SELECT ?, ? + j.key, ?, j.value, NULL, ? FROM json_each(?) j"
)
_VERSION_ONE = '{"version":1}'

# What may hang on a row that an import made: table, its column.
_DEPENDANTS: dict[Table, tuple[tuple[str, str], ...]] = {
    Table.CARD: (("card_handout", "card_id"),),
    Table.ENTRY: (("cover", "roster_entry_id"), ("enrolment", "roster_entry_id")),
    Table.PERSON: (
        ("card", "person_id"),
        ("enrolment", "person_id"),
        ("payment", "person_id"),
        ("roster_entry", "person_id"),
    ),
    Table.SCHOOL_CLASS: (("handover", "class_id"), ("roster_entry", "class_id")),
}


def roster_stamp(reader: Reader) -> tuple[int, ...]:
    """Figures that differ as soon as anything a roster is compared with was written."""
    return _figures(reader, _STAMP)


def card_stamp(reader: Reader) -> tuple[int, ...]:
    """Figures that differ as soon as anything a list of cards is compared with was written."""
    return _figures(reader, _CARD_STAMP)


def _figures(reader: Reader, wanted: Mapping[str, str]) -> tuple[int, ...]:
    one = reader.one("SELECT " + ", ".join(f"({sql}) AS {name}" for name, sql in wanted.items()))
    return () if one is None else tuple(int(one[name]) for name in wanted)


def insert_batch(unit: Unit, batch: ImportBatch) -> None:
    """Writes the head of an import."""
    unit.insert(
        "import_batch",
        id=batch.id,
        kind=batch.kind,
        file_name=batch.file_name,
        sha256=batch.sha256,
        school_year=batch.school_year,
        rows=batch.rows,
        created=batch.created,
        changed=batch.changed,
        posted_at=batch.posted_at.isoformat(),
        posted_by=batch.posted_by,
    )


def get_batch(reader: Reader, batch_id: str) -> ImportBatch | None:
    """One import."""
    row = reader.one("SELECT * FROM import_batch WHERE id = ?", (batch_id,))
    return None if row is None else _batch(row)


def list_batches(reader: Reader, kind: str) -> tuple[ImportBatch, ...]:
    """Imports of a kind, the last first."""
    rows = reader.rows(
        "SELECT * FROM import_batch WHERE kind = ? ORDER BY posted_at DESC, id DESC", (kind,)
    )
    return tuple(_batch(row) for row in rows)


def snapshots(reader: Reader, table: Table, ids: Iterable[str]) -> dict[str, str]:
    """The rows as they stand, each as text for `note_changed`, by id."""
    key = _KEY.get(table, "id")
    found = {}
    for row_id in ids:
        row = reader.one(f"SELECT * FROM {table.value} WHERE {key} = ?", (row_id,))
        if row is not None:
            found[row_id] = json.dumps(dict(row), ensure_ascii=False, separators=(",", ":"))
    return found


def note_created(unit: Unit, batch_id: str, table: Table, ids: Iterable[str]) -> None:
    """Records rows that the import made."""
    after = _VERSION_ONE if table in _VERSIONED else "{}"
    unit.execute(
        _INSERT_CREATED,
        (batch_id, _next_position(unit, batch_id), table.value, after, json.dumps(list(ids))),
    )


def note_changed(unit: Unit, batch_id: str, table: Table, before: dict[str, str]) -> None:
    """Records rows that the import has changed, with `snapshots` taken before it did."""
    start = _next_position(unit, batch_id)
    after = snapshots(unit, table, before)
    unit.executemany(
        _INSERT_CHANGE,
        (
            (batch_id, position, table.value, row_id, text, after[row_id])
            for position, (row_id, text) in enumerate(before.items(), start)
        ),
    )


def obstacles(reader: Reader, batch_id: str, limit: int = 20) -> tuple[Obstacle, ...]:
    """What was done to rows of an import since, so that it can no longer be taken back."""
    found: list[Obstacle] = []
    for table in (Table.ENROLMENT, Table.ENTRY, Table.PERSON):
        found += _changed_since(reader, batch_id, table, limit)
    for table in _DATED:
        found += _dated_since(reader, batch_id, table, limit)
    found += _settled_since(reader, batch_id, limit)
    for table, dependants in _DEPENDANTS.items():
        for dependant, column in dependants:
            found += _built_on(reader, batch_id, table, (dependant, column), limit)
    return tuple(dict.fromkeys(found))[:limit]


def take_back(unit: Unit, batch_id: str, at: datetime) -> None:
    """Deletes what the import made and restores what it changed; see `obstacles` first."""
    for table in Table:
        key = _KEY.get(table, "id")
        changed = unit.rows(
            "SELECT row_id, before, after FROM import_change"
            " WHERE batch_id = ? AND table_name = ? AND before IS NOT NULL ORDER BY position DESC",
            (batch_id, table.value),
        )
        for row in changed:
            before, after = json.loads(row["before"]), json.loads(row["after"])
            # A stop lets nothing but its state be written, not even what it says already.
            values = {name: value for name, value in before.items() if value != after[name]}
            if not values:
                continue
            unit.execute(
                f"UPDATE {table.value} SET {', '.join(f'{name} = ?' for name in values)}"
                f" WHERE {key} = ?",
                (*values.values(), row["row_id"]),
            )
    for table in Table:
        key = _KEY.get(table, "id")
        still_used = (
            " AND name NOT IN (SELECT school_year FROM school_class)"
            " AND name NOT IN (SELECT school_year FROM collection_round)"
            if table is Table.SCHOOL_YEAR
            else ""
        )
        unit.execute(
            f"DELETE FROM {table.value} WHERE {key} IN (SELECT row_id FROM import_change"
            f" WHERE batch_id = ? AND table_name = ? AND before IS NULL){still_used}",
            (batch_id, table.value),
        )
    unit.update("import_batch", batch_id, taken_back_at=at.isoformat())


def known_mapping(reader: Reader, signature: str) -> str | None:
    """How the columns of this kind of file were read the last time."""
    found = reader.value("SELECT mapping FROM column_mapping WHERE signature = ?", (signature,))
    return None if found is None else str(found)


def remember_mapping(unit: Unit, signature: str, mapping: str, at: datetime) -> None:
    """Keeps how the columns of a kind of file are read."""
    unit.execute(
        "INSERT INTO column_mapping (signature, mapping, used_at) VALUES (?, ?, ?)"
        " ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping,"
        " used_at = excluded.used_at",
        (signature, mapping, at.isoformat()),
    )


def _next_position(unit: Unit, batch_id: str) -> int:
    last = unit.value("SELECT max(position) FROM import_change WHERE batch_id = ?", (batch_id,))
    return 1 if last is None else int(str(last)) + 1


def _changed_since(reader: Reader, batch_id: str, table: Table, limit: int) -> list[Obstacle]:
    person = "r.id" if table is Table.PERSON else "r.person_id"
    rows = reader.rows(
        f"SELECT coalesce(p.full_name, '') AS name FROM import_change c"
        f" LEFT JOIN {table.value} r ON r.id = c.row_id LEFT JOIN person p ON p.id = {person}"
        " WHERE c.batch_id = ? AND c.table_name = ?"
        " AND (r.id IS NULL OR r.version <> json_extract(c.after, '$.version')) LIMIT ?",
        (batch_id, table.value, limit),
    )
    return [Obstacle("changed", row["name"]) for row in rows]


def _dated_since(reader: Reader, batch_id: str, table: Table, limit: int) -> list[Obstacle]:
    """Cards or covers of the import that a later import or somebody gave other days."""
    person = "r.person_id"
    joined = ""
    changed = "r.valid_to IS NOT json_extract(c.after, '$.valid_to')"
    if table is Table.COVER:
        person, joined = "e.person_id", "LEFT JOIN roster_entry e ON e.id = r.roster_entry_id"
        changed += " OR r.ended_at IS NOT json_extract(c.after, '$.ended_at')"
    rows = reader.rows(
        "SELECT coalesce(p.full_name, '') AS name FROM import_change c"
        " JOIN import_batch b ON b.id = c.batch_id"
        f" LEFT JOIN {table.value} r ON r.id = c.row_id {joined}"
        f" LEFT JOIN person p ON p.id = {person}"
        f" WHERE c.batch_id = ? AND c.table_name = ? AND (r.id IS NULL"
        f" OR (c.before IS NOT NULL AND ({changed}))"
        " OR EXISTS (SELECT 1 FROM import_change d JOIN import_batch n ON n.id = d.batch_id"
        " WHERE d.table_name = c.table_name AND d.row_id = c.row_id AND d.batch_id <> c.batch_id"
        " AND d.before IS NOT NULL AND n.taken_back_at IS NULL AND n.posted_at >= b.posted_at))"
        " LIMIT ?",
        (batch_id, table.value, limit),
    )
    return [Obstacle("changed", row["name"]) for row in rows]


def _settled_since(reader: Reader, batch_id: str, limit: int) -> list[Obstacle]:
    """Stops of the import that an answer has moved on since."""
    rows = reader.rows(
        "SELECT p.full_name AS name FROM import_change c JOIN stop r ON r.id = c.row_id"
        " JOIN enrolment n ON n.id = r.enrolment_id JOIN person p ON p.id = n.person_id"
        " WHERE c.batch_id = ? AND c.table_name = 'stop'"
        " AND r.state IS NOT json_extract(c.after, '$.state') LIMIT ?",
        (batch_id, limit),
    )
    return [Obstacle("changed", row["name"]) for row in rows]


def _built_on(
    reader: Reader, batch_id: str, table: Table, dependant: tuple[str, str], limit: int
) -> list[Obstacle]:
    name, column = dependant
    label, joined = "full_name", "person p ON p.id = r.id"
    if table in {Table.CARD, Table.ENTRY}:
        joined = "person p ON p.id = r.person_id"
    elif table is Table.SCHOOL_CLASS:
        label, joined = "name", "school_class p ON p.id = r.id"
    own = (
        " AND d.id NOT IN (SELECT row_id FROM import_change WHERE batch_id = c.batch_id"
        f" AND table_name = '{name}')"
        if name in {"card", "cover", "roster_entry"}
        else ""
    )
    rows = reader.rows(
        f"SELECT DISTINCT p.{label} AS name FROM import_change c"
        f" JOIN {table.value} r ON r.id = c.row_id JOIN {joined}"
        f" JOIN {name} d ON d.{column} = r.id"
        " WHERE c.batch_id = ? AND c.table_name = ?"
        f" AND c.before IS NULL{own} LIMIT ?",
        (batch_id, table.value, limit),
    )
    return [Obstacle(name, row["name"]) for row in rows]


def _batch(row: Row) -> ImportBatch:
    taken_back = row["taken_back_at"]
    return ImportBatch(
        id=row["id"],
        kind=row["kind"],
        file_name=row["file_name"],
        sha256=row["sha256"],
        school_year=row["school_year"],
        rows=row["rows"],
        created=row["created"],
        changed=row["changed"],
        posted_at=datetime.fromisoformat(row["posted_at"]),
        posted_by=row["posted_by"],
        taken_back_at=datetime.fromisoformat(taken_back) if taken_back else None,
    )
