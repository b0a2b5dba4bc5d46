"""Connections to the encrypted file, and what can be said of a file before one is made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ssdesk.errors import StorageUnavailable
from ssdesk.storage.durable import sync_file
from ssdesk.storage.engine import dbapi
from ssdesk.storage.faults import translated

APPLICATION_ID = 0x73736465
_PAGE = 4096
_PLAIN_HEADER = b"SQLite format 3\x00"
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    # Pages that leave the cache are encrypted each time: 32 MB keeps bulk writes off that.
    "cache_size = -32768",
)


def connect(path: Path, key: bytes) -> Any:
    """A connection with the raw key and the pragmas that safety rests on.

    Raises:
        StorageUnavailable: damaged, in use, read-only, disk error.
    """
    with translated(path.parent):
        connection = dbapi.connect(
            str(path), timeout=5.0, isolation_level=None, check_same_thread=False
        )
        try:
            connection.row_factory = dbapi.Row
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection


def copy_database(source: Path, target: Path, key: bytes) -> None:
    """Copies a store's file as of one moment, encrypted with the same key, and onto the disk.

    Raises:
        StorageUnavailable: disk full, disk error.
    """
    with translated(source.parent):
        reading = connect(source, key)
        writing = dbapi.connect(str(target), isolation_level=None)
        try:
            writing.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            reading.backup(writing)
        finally:
            writing.close()
            reading.close()
    sync_file(target)


def check_file(path: Path) -> None:
    """Looks at a store's file before it is opened.

    Raises:
        StorageUnavailable: STORE_MISSING, STORE_EMPTY, STORE_CUT, STORE_FOREIGN.
    """
    place = str(path.parent)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(len(_PLAIN_HEADER))
    except FileNotFoundError as error:
        raise StorageUnavailable("STORE_MISSING", place=place) from error
    except OSError as error:
        raise StorageUnavailable("STORE_DISK_ERROR", place=place) from error
    if head == _PLAIN_HEADER:
        raise StorageUnavailable("STORE_FOREIGN", place=place)
    has_log = path.with_name(path.name + "-wal").exists()
    if size == 0 and not has_log:
        raise StorageUnavailable("STORE_EMPTY", place=place)
    if size % _PAGE and not has_log:
        raise StorageUnavailable("STORE_CUT", place=place)


def check_pages(connection: Any, path: Path) -> None:
    """Looks at the seal of every page.

    Raises:
        StorageUnavailable: STORE_DAMAGED.
    """
    with translated(path.parent):
        # What a killed process left in the log belongs into the pages before they are judged.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            raise StorageUnavailable("STORE_DAMAGED", place=str(path.parent))
