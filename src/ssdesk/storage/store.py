"""The encrypted store: open it, read it, change it in one unit of work."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from ssdesk.errors import Conflict, StorageUnavailable, UserError
from ssdesk.storage import audit, migrations
from ssdesk.storage.engine import dbapi, sqlite_utils

Value = str | int | bytes | None
Row = Mapping[str, Any]

DATABASE = "desk.db"
_TRIGGERS = frozenset({"IMMUTABLE", "DAY_CLOSED", "AMOUNT_FIXED"})


class Reader:
    """Reads rows; nothing it does changes the store."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def rows(self, sql: str, params: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query, each read by column name."""
        with _translated():
            return list(self._connection.execute(sql, params).fetchall())

    def one(self, sql: str, params: Sequence[Value] = ()) -> Row | None:
        """The first row, or None."""
        with _translated():
            row: Row | None = self._connection.execute(sql, params).fetchone()
            return row

    def value(self, sql: str, params: Sequence[Value] = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.one(sql, params)
        return None if row is None else row[0]  # type: ignore[index]


class Unit(Reader):
    """One unit of work: everything done in it is kept, or nothing."""

    def __init__(self, connection: Any, actor: str, at: datetime) -> None:
        super().__init__(connection)
        self.actor = actor
        self.at = at

    def execute(self, sql: str, params: Sequence[Value] = ()) -> int:
        """Runs one statement; the number of rows it touched."""
        with _translated():
            return int(self._connection.execute(sql, params).rowcount)

    def executemany(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Runs one statement for many rows, the fast way for bulk."""
        with _translated():
            self._connection.executemany(sql, rows)

    def insert(self, table: str, **values: Value) -> None:
        """Writes one row."""
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        self.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))

    def update(self, table: str, row_id: str, **values: Value) -> None:
        """Changes one row by its id.

        Raises:
            Conflict: ROW_GONE where there is none.
        """
        sets = ", ".join(f"{name} = ?" for name in values)
        sql = f"UPDATE {table} SET {sets} WHERE id = ?"
        if self.execute(sql, (*values.values(), row_id)) != 1:
            raise Conflict("ROW_GONE")

    def audit(self, action: str, subject: str, detail: Mapping[str, str | int]) -> None:
        """Adds an entry to the chained audit."""
        audit.append(self, action, subject, detail)


class Store:
    """An open store directory."""

    def __init__(self, directory: Path, key: bytes) -> None:
        self.directory = directory
        self._writer = _connect(directory / DATABASE, key)
        self._lock = threading.RLock()
        self._reading: Any = None
        self._key = key

    @classmethod
    def create(cls, directory: Path, key: bytes) -> Store:
        """Makes a new store in a directory that holds none.

        Raises:
            StorageUnavailable: STORE_EXISTS.
        """
        if (directory / DATABASE).exists():
            raise StorageUnavailable("STORE_EXISTS", place=str(directory))
        directory.mkdir(parents=True, exist_ok=True)
        store = cls(directory, key)
        migrations.migrate(sqlite_utils.Database(store._writer))
        return store

    @classmethod
    def open(cls, directory: Path, key: bytes) -> Store:
        """Opens an existing store.

        Raises:
            StorageUnavailable: STORE_MISSING.
        """
        if not (directory / DATABASE).exists():
            raise StorageUnavailable("STORE_MISSING", place=str(directory))
        store = cls(directory, key)
        migrations.migrate(sqlite_utils.Database(store._writer))
        return store

    @property
    def reader(self) -> Reader:
        """Reads what is committed."""
        if self._reading is None:
            self._reading = _connect(self.directory / DATABASE, self._key)
            self._reading.execute("PRAGMA query_only = ON")
        return Reader(self._reading)

    @contextmanager
    def write(self, actor: str, at: datetime) -> Iterator[Unit]:
        """The only transaction there is."""
        with self._lock:
            with _translated():
                self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield Unit(self._writer, actor, at)
                with _translated():
                    self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Closes both connections."""
        for connection in (self._reading, self._writer):
            if connection is not None:
                connection.close()
        self._reading = None


def _connect(path: Path, key: bytes) -> Any:
    connection = dbapi.connect(str(path), isolation_level=None, check_same_thread=False)
    connection.row_factory = dbapi.Row
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        "trusted_schema = OFF",
        "busy_timeout = 5000",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except dbapi.IntegrityError as error:
        message = str(error)
        if message in _TRIGGERS:
            raise UserError(message) from error
        raise Conflict("ROW_CONFLICT", value=message) from error
    except dbapi.OperationalError as error:
        raise StorageUnavailable("STORE_UNAVAILABLE", value=str(error)) from error
