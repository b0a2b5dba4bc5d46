"""One window at a time: a lock of the operating system that ends with its process."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from ssdesk.errors import StorageUnavailable

_FILE = "desk.lock"


class StoreLock:
    """Held while a store is open."""

    def __init__(self, directory: Path) -> None:
        """Takes the lock.

        Raises:
            StorageUnavailable: STORE_IN_USE, STORE_READ_ONLY.
        """
        try:
            self._file: IO[bytes] = (directory / _FILE).open("ab")
        except PermissionError as error:
            raise StorageUnavailable("STORE_READ_ONLY", place=str(directory)) from error
        except OSError as error:
            code = "STORE_READ_ONLY" if error.errno == 30 else "STORE_DISK_ERROR"
            raise StorageUnavailable(code, place=str(directory)) from error
        try:
            _take(self._file)
        except OSError as error:
            self._file.close()
            raise StorageUnavailable("STORE_IN_USE", place=str(directory)) from error

    def release(self) -> None:
        """Lets another process in."""
        self._file.close()


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
