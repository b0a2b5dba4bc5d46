"""Files of desks as they lie on a stick: read whole, or refused by name."""

from __future__ import annotations

from pathlib import Path

from ssdesk.errors import BadFile


def read_at_most(file: Path, most: int) -> bytes:
    """A file's bytes, cut one byte past the most that it may hold.

    Raises:
        BadFile: FILE_MISSING, FILE_LOCKED.
    """
    try:
        with file.open("rb") as stream:
            return stream.read(most + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BadFile("FILE_MISSING", file=file.name) from error
    except OSError as error:
        raise BadFile("FILE_LOCKED", file=file.name) from error
