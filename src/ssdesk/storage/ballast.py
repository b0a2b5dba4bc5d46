"""Room kept free: on a full disk SQLite cannot even delete, so there must be a file to drop."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

BALLAST_BYTES = 8 * 1024 * 1024
_FILE = "ballast.bin"
_BLOCK = 1024 * 1024


def keep(directory: Path, size: int = BALLAST_BYTES) -> bool:
    """Puts the ballast in place if it is missing and the disk has plenty of room.

    Returns:
        Whether it is in place.
    """
    path = directory / _FILE
    if path.exists() and path.stat().st_size >= size:
        return True
    try:
        if shutil.disk_usage(directory).free < 5 * size:
            return False
        with path.open("wb") as out:
            # Random, so that no file system saves its blocks.
            for start in range(0, size, _BLOCK):
                out.write(os.urandom(min(_BLOCK, size - start)))
    except OSError:
        path.unlink(missing_ok=True)
        return False
    return True


def drop(directory: Path) -> None:
    """Gives the room back, so that work can be saved and things deleted."""
    (directory / _FILE).unlink(missing_ok=True)
