"""Exception classes: what can go wrong across a room's border.

Each carries a code of `ssdesk.domain.checks` and the values its sentence needs;
the sentence itself is made where a person reads it.
"""

from __future__ import annotations

import errno

Param = str | int


class SsdeskError(Exception):
    """Root of every error that a person can be told about."""

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class UserError(SsdeskError):
    """A use case refused: the law, the books or the state of things forbid it."""


class Conflict(SsdeskError):
    """What was about to be changed has meanwhile changed."""


class StorageUnavailable(SsdeskError):
    """The store cannot be used: disk full, locked, not ours, damaged, newer, wrong password."""


class BadFile(SsdeskError):
    """A file from outside cannot be read as what it should be.

    Args:
        code: code of the check that failed.
        file: name of the file, without its folder.
        row: row as the file's own program counts it, 0 where the whole file is meant.
        column: column letter or name, empty where the row is meant.
        value: the offending value as text.
    """

    def __init__(
        self,
        code: str,
        *,
        file: str,
        row: int = 0,
        column: str = "",
        value: str = "",
        **params: Param,
    ) -> None:
        super().__init__(code, file=file, row=row, column=column, value=value, **params)


class Cancelled(Exception):
    """The person stopped a long piece of work; nothing of it was kept."""


_OF_MACHINE = {
    errno.ENOENT: "MACHINE_NO_SUCH_PLACE",
    errno.ENOTDIR: "MACHINE_NO_SUCH_PLACE",
    errno.EACCES: "MACHINE_NOT_ALLOWED",
    errno.EPERM: "MACHINE_NOT_ALLOWED",
    errno.EROFS: "MACHINE_NOT_ALLOWED",
    errno.EISDIR: "MACHINE_NOT_ALLOWED",
    errno.ENOSPC: "MACHINE_DISK_FULL",
}


def machine_code(error: OSError) -> str:
    """The code for what the machine refused; its sentence takes the `file`."""
    return _OF_MACHINE.get(error.errno or 0, "MACHINE_REFUSED")
