"""People stored in bulk, encrypted and searchable."""

from __future__ import annotations

from pathlib import Path

from ssdesk.storage import people
from ssdesk.storage.store import Store
from tests.benchmarks.desks import NOW, made_up
from tests.benchmarks.measuring import Figure, timed
from tests.storage.stores import KEY

SIZES = (8_800, 158_421, 1_158_094)
_TEXTS = ("full_name", "search_key", "sort_key", "personal_id", "insurance_number", "phone")


def measure(folder: Path, size: int) -> Figure:
    """`size` people in one unit of work, beside the same texts in a bare table with indexes."""
    persons = made_up(size)
    store = Store.create(folder / "desk", KEY)

    def ours() -> None:
        with store.write("bench", NOW) as unit:
            people.insert_many(unit, persons, NOW)

    taken, _ = timed(ours)
    names = ", ".join(("id", *_TEXTS))
    rows = [tuple(row) for row in store.reader.rows(f"SELECT {names} FROM person")]
    store.close()
    bare = Store.create(folder / "bare", KEY)

    def raw() -> None:
        with bare.write("bench", NOW) as unit:
            unit.execute(f"CREATE TABLE raw (position INTEGER PRIMARY KEY, {names})")
            marks = ", ".join("?" * (len(_TEXTS) + 1))
            unit.executemany(f"INSERT INTO raw ({names}) VALUES ({marks})", rows)
            for column in ("id", "sort_key", *_TEXTS[3:]):
                unit.execute(f"CREATE INDEX raw_{column} ON raw ({column})")
            unit.execute("CREATE VIRTUAL TABLE raw_search USING fts5 (search_key, detail = none)")
            unit.execute(
                "INSERT INTO raw_search (rowid, search_key) SELECT position, search_key FROM raw"
            )

    limit, _ = timed(raw)
    bare.close()
    return Figure(
        "people stored, encrypted, searchable",
        size,
        taken,
        limit=limit,
        limit_name="raw executemany + index builds",
        goal="≤ 1.5 x limit",
    )
