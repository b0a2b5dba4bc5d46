"""Many rows at once: indexes and the search are built after the rows instead of row by row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ssdesk.storage.store import Unit

MANY = 5000
"""From so many rows on it is worth it."""
HUGE = 250_000
"""From so many rows on they are kept in memory until their indexes are built."""
# No more than a small machine can spare.
_HUGE_CACHE_KILOBYTES = 512 * 1024

_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql <> ''"
_SEARCH = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'person_search_insert'"
# The search lists the words it was given; taking the keys apart again is slower by far.
_WORDS = (
    "CREATE VIRTUAL TABLE temp.given_word USING fts5vocab (main, person_search, row)",
    "INSERT OR IGNORE INTO search_word SELECT term FROM temp.given_word",
    "DROP TABLE temp.given_word",
)


@contextmanager
def many_rows(unit: Unit, table: str, count: int) -> Iterator[None]:
    """Lets so many new rows into a table; one that already has far more is left as it is."""
    if not _is_worth_it(unit, table, count):
        yield
        return
    indexes = [(row["name"], row["sql"]) for row in unit.rows(_INDEXES, (table,))]
    for name, _ in indexes:
        unit.execute(f"DROP INDEX {name}")
    with _roomy(unit, count):
        yield
        for _, sql in indexes:
            unit.execute(sql)


@contextmanager
def _roomy(unit: Unit, count: int) -> Iterator[None]:
    """A larger cache: rows that left it are deciphered again for each index, a quarter slower."""
    usual = int(unit.value("PRAGMA cache_size"))
    if count >= HUGE:
        unit.execute(f"PRAGMA cache_size = -{_HUGE_CACHE_KILOBYTES}")
    try:
        yield
    finally:
        unit.execute(f"PRAGMA cache_size = {usual}")


@contextmanager
def many_persons(unit: Unit, count: int) -> Iterator[None]:
    """Lets so many new persons in, and into the search."""
    if not _is_worth_it(unit, "person", count):
        yield
        return
    trigger = str(unit.value(_SEARCH))
    last = unit.value("SELECT coalesce(max(position), 0) FROM person")
    unit.execute("DROP TRIGGER person_search_insert")
    with many_rows(unit, "person", count):
        yield
        unit.execute(
            "INSERT INTO person_search (rowid, search_key)"
            " SELECT position, search_key FROM person WHERE position > ?",
            (last,),
        )
    for sql in (*_WORDS, trigger):
        unit.execute(sql)


def _is_worth_it(unit: Unit, table: str, count: int) -> bool:
    return count >= MANY and int(unit.value(f"SELECT count(*) FROM {table}")) <= 2 * count
