"""The encrypted store: open it, read it, change it in one unit of work."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from ssdesk.errors import StorageUnavailable
from ssdesk.storage import ballast, migrations
from ssdesk.storage.connection import APPLICATION_ID, check_file, check_pages, connect
from ssdesk.storage.faults import translated
from ssdesk.storage.lock import StoreLock
from ssdesk.storage.unit import Reader, Row, Unit, Value

__all__ = ["DATABASE", "Reader", "Row", "Store", "Unit", "Value"]

DATABASE = "desk.db"
# Up to here every page is looked at when opening; 60 MB take 0.2 s.
_CHECKED_AT_OPEN = 60_000_000


class Store:
    """An open store directory; one process has it, any of its threads may use it."""

    def __init__(self, directory: Path, key: bytes) -> None:
        self.directory = directory
        self.key = key
        self.commits = 0
        self.commits_backed_up = 0
        self._lock = threading.RLock()
        self._own = threading.local()
        self._reading: list[Any] = []
        self._held = StoreLock(directory)
        try:
            self._writer = connect(directory / DATABASE, key)
        except BaseException:
            self._held.release()
            raise

    @classmethod
    def create(cls, directory: Path, key: bytes) -> Store:
        """Makes a new store in a directory that holds none.

        Args:
            directory: made if missing.
            key: 256 random bits.

        Raises:
            StorageUnavailable: STORE_EXISTS.
        """
        if (directory / DATABASE).exists():
            raise StorageUnavailable("STORE_EXISTS", place=str(directory))
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        store = cls(directory, key)
        try:
            with translated(directory):
                store._writer.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                migrations.migrate(store._writer)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def open(
        cls, directory: Path, key: bytes, *, before_migrating: Callable[[Store], None] | None = None
    ) -> Store:
        """Opens an existing store and brings it to the newest schema.

        Args:
            directory: of the store.
            key: 256 bits.
            before_migrating: called where there is something to migrate, to make a backup.

        Raises:
            StorageUnavailable: missing, empty, cut, foreign, damaged, newer, in use, read-only.
        """
        path = directory / DATABASE
        check_file(path)
        store = cls(directory, key)
        try:
            if path.stat().st_size <= _CHECKED_AT_OPEN:
                check_pages(store._writer, path)
            store._bring_up_to_date(before_migrating)
        except BaseException:
            store.close()
            raise
        return store

    def _bring_up_to_date(self, before_migrating: Callable[[Store], None] | None) -> None:
        place = str(self.directory)
        with translated(self.directory):
            if self._writer.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise StorageUnavailable("STORE_FOREIGN", place=place)
            if migrations.unknown(self._writer):
                raise StorageUnavailable("STORE_NEWER", place=place)
            if not migrations.pending(self._writer):
                return
        if before_migrating is not None:
            before_migrating(self)
        with translated(self.directory):
            migrations.migrate(self._writer)

    @property
    def reader(self) -> Reader:
        """Reads what is committed; each thread has a connection of its own."""
        connection = getattr(self._own, "connection", None)
        if connection is None:
            connection = connect(self.directory / DATABASE, self.key)
            connection.execute("PRAGMA query_only = ON")
            self._own.connection = connection
            with self._lock:
                self._reading.append(connection)
        return Reader(connection, self.directory)

    @contextmanager
    def write(self, actor: str, at: datetime) -> Iterator[Unit]:
        """The only transaction there is: kept whole at the end, or not at all.

        Raises:
            StorageUnavailable: STORE_DISK_FULL and others; nothing was kept then.
        """
        with self._lock:
            try:
                with translated(self.directory):
                    self._writer.execute("BEGIN IMMEDIATE")
                yield Unit(self._writer, self.directory, actor, at)
                with translated(self.directory):
                    self._writer.execute("COMMIT")
            except BaseException as error:
                self._undo()
                if isinstance(error, StorageUnavailable) and error.code == "STORE_DISK_FULL":
                    ballast.drop(self.directory)
                raise
            self.commits += 1

    def _undo(self) -> None:
        # A full disk has rolled back already; a second ROLLBACK would hide the reason.
        if self._writer.in_transaction:
            with translated(self.directory):
                self._writer.execute("ROLLBACK")

    def interrupt(self) -> None:
        """Stops what readers are doing; they raise `Cancelled`."""
        with self._lock:
            for connection in self._reading:
                connection.interrupt()

    def close(self) -> None:
        """Closes all connections and lets another process in."""
        with self._lock:
            for connection in (*self._reading, self._writer):
                # A store on a stick that was pulled out must still close.
                with suppress(Exception):
                    connection.close()
            self._reading.clear()
            self._own = threading.local()
            self._held.release()
