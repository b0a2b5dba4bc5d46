"""Many rows at once: indexes and the search are built after the rows instead of row by row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ssdesk.storage.store import Unit

MANY = 5000
"""From so many rows on it is worth it."""

_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql <> ''"
_SEARCH = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'person_search_insert'"
_WORDS = (
    "INSERT OR IGNORE INTO search_word SELECT DISTINCT w.value FROM person p,"
    " json_each('[\"' || replace(p.search_key, ' ', '\",\"') || '\"]') w WHERE p.position > ?"
)


@contextmanager
def many_persons(unit: Unit, count: int) -> Iterator[None]:
    """Lets so many new persons in; a store that already has far more is left as it is."""
    known = int(unit.value("SELECT count(*) FROM person"))
    if count < MANY or known > 2 * count:
        yield
        return
    indexes = [(row["name"], row["sql"]) for row in unit.rows(_INDEXES, ("person",))]
    trigger = str(unit.value(_SEARCH))
    last = unit.value("SELECT coalesce(max(position), 0) FROM person")
    for name, _ in indexes:
        unit.execute(f"DROP INDEX {name}")
    unit.execute("DROP TRIGGER person_search_insert")
    yield
    unit.execute(
        "INSERT INTO person_search (rowid, search_key)"
        " SELECT position, search_key FROM person WHERE position > ?",
        (last,),
    )
    unit.execute(_WORDS, (last,))
    for _, sql in indexes:
        unit.execute(sql)
    unit.execute(trigger)
