"""What SQLite reports, as errors that a person can be told about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ssdesk.errors import Cancelled, Conflict, StorageUnavailable, UserError
from ssdesk.storage.engine import dbapi

_TRIGGERS = frozenset({"IMMUTABLE", "DAY_CLOSED", "AMOUNT_FIXED", "YEAR_CLOSED"})
_FULL = 13
_INTERRUPTED = 9
# Primary result codes of SQLite that speak of the machine or the file, not of our SQL.
_CODES = {
    3: "STORE_READ_ONLY",
    5: "STORE_IN_USE",
    6: "STORE_IN_USE",
    7: "STORE_OUT_OF_MEMORY",
    8: "STORE_READ_ONLY",
    10: "STORE_DISK_ERROR",
    11: "STORE_DAMAGED",
    _FULL: "STORE_DISK_FULL",
    14: "STORE_DISK_ERROR",
    26: "STORE_DAMAGED",
}


@contextmanager
def translated(place: Path) -> Iterator[None]:
    """Turns errors of SQLite into ours; errors in our own SQL stay as they are.

    Args:
        place: directory of the store, for the sentence.

    Raises:
        UserError: IMMUTABLE, DAY_CLOSED, AMOUNT_FIXED, YEAR_CLOSED where a trigger refused.
        Conflict: ROW_CONFLICT where a constraint refused.
        StorageUnavailable: the file or the machine refused.
        Cancelled: the statement was interrupted.
    """
    try:
        yield
    except dbapi.IntegrityError as error:
        message = str(error)
        if message in _TRIGGERS:
            raise UserError(message) from error
        raise Conflict("ROW_CONFLICT", value=message) from error
    except dbapi.DatabaseError as error:
        primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if primary == _INTERRUPTED:
            raise Cancelled from error
        if primary not in _CODES:
            raise
        raise StorageUnavailable(_CODES[primary], place=str(place)) from error
