"""One window at a time: a lock of the operating system that ends with its process."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from ssdesk.errors import StorageUnavailable

_FILE = "desk.lock"


class StoreLock:
    """Held while a store is open."""

    def __init__(self, directory: Path) -> None:
        """Takes the lock.

        Raises:
            StorageUnavailable: STORE_IN_USE, STORE_READ_ONLY, STORE_DISK_ERROR.
        """
        self._handle = -1
        place = str(directory)
        try:
            handle = os.open(directory / _FILE, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            refused = error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}
            code = "STORE_READ_ONLY" if refused else "STORE_DISK_ERROR"
            raise StorageUnavailable(code, place=place) from error
        try:
            _take(handle)
        except OSError as error:
            os.close(handle)
            raise StorageUnavailable("STORE_IN_USE", place=place) from error
        self._handle = handle

    def release(self) -> None:
        """Lets another process in."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __del__(self) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
