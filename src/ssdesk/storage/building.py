"""Making a whole store directory beside its place, so that a half-made one is never seen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ssdesk.errors import StorageUnavailable, UserError
from ssdesk.storage.durable import sync_folder


@contextmanager
def built_in_place(directory: Path) -> Iterator[Path]:
    """Gives a folder to build in; it becomes `directory` when all went well, else it vanishes.

    Raises:
        UserError: FOLDER_NOT_EMPTY.
        StorageUnavailable: STORE_READ_ONLY, STORE_DISK_ERROR.
    """
    directory = directory.absolute()
    work = directory.with_name(f".{directory.name}.unfinished")
    try:
        if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
            raise UserError("FOLDER_NOT_EMPTY", folder=str(directory))
        if work.exists():
            shutil.rmtree(work)
        work.mkdir(parents=True, mode=0o700)
    except PermissionError as error:
        raise StorageUnavailable("STORE_READ_ONLY", place=str(directory)) from error
    except OSError as error:
        raise StorageUnavailable("STORE_DISK_ERROR", place=str(directory)) from error
    try:
        yield work
        if directory.exists():
            directory.rmdir()
        work.rename(directory)
        sync_folder(directory.parent)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
