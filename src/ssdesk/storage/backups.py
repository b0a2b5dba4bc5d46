"""Backups: copied as of one moment, restored as a trial, and only then put in place."""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ssdesk.errors import StorageUnavailable
from ssdesk.storage import desk, verify
from ssdesk.storage.backup_files import (
    MEMBERS,
    BackupFile,
    Manifest,
    Reason,
    file_name,
    list_in,
    pack,
    sha256,
    to_thin,
    unpack,
)
from ssdesk.storage.connection import check_file, check_pages, connect, copy_database
from ssdesk.storage.durable import sync_file, sync_folder
from ssdesk.storage.keys import KEYS
from ssdesk.storage.store import DATABASE, Store
from ssdesk.storage.unit import Reader

_FOLDER = "backups"
_PARTIAL = ".partial-"
_ONE_AT_A_TIME = threading.Lock()


def folder_in(directory: Path) -> Path:
    """The folder of backups of the store in a directory."""
    return directory / _FOLDER


def folder_of(store: Store) -> Path:
    """Folder in the store's directory that its backups go into."""
    return folder_in(store.directory)


def make(store: Store, reason: Reason, at: datetime) -> BackupFile:
    """Makes one backup, restores it as a trial, then thins the older ones.

    Raises:
        StorageUnavailable: BACKUP_NO_ROOM, BACKUP_TRIAL_FAILED, disk full, disk error.
    """
    folder = folder_of(store)
    _clear_leftovers(folder)
    with _ONE_AT_A_TIME, _work_folder(folder) as work:
        _check_room(store, folder)
        copy_database(store.directory / DATABASE, work / DATABASE, store.key)
        (work / KEYS).write_bytes((store.directory / KEYS).read_bytes())
        manifest = _manifest(work, store.key, reason, at)
        packed = work / "backup.zip"
        pack(work, packed, manifest)
        sync_file(packed)
        try_restore(packed, store.key)
        made = _put_in_place(packed, folder / file_name(manifest))
    thin(folder, made, at)
    return made


def copy_to(made: BackupFile, folder: Path, at: datetime) -> BackupFile:
    """Puts a second copy of a backup into another folder, such as a stick.

    Raises:
        StorageUnavailable: BACKUP_FOLDER_UNAVAILABLE, BACKUP_DAMAGED.
    """
    if not folder.is_dir():
        raise StorageUnavailable("BACKUP_FOLDER_UNAVAILABLE", place=str(folder))
    try:
        _clear_leftovers(folder)
        with _work_folder(folder) as work:
            copied = work / made.path.name
            shutil.copyfile(made.path, copied)
            sync_file(copied)
            if sha256(copied) != sha256(made.path):
                raise StorageUnavailable("BACKUP_DAMAGED", place=str(folder))
            second = _put_in_place(copied, folder / made.path.name)
        thin(folder, second, at)
    except OSError as error:
        raise StorageUnavailable("BACKUP_FOLDER_UNAVAILABLE", place=str(folder)) from error
    return second


def thin(folder: Path, newest: BackupFile, now: datetime) -> None:
    """Removes what the table of ages lets go, of the same desk only."""
    ours = (file for file in list_in(folder) if file.desk == newest.desk)
    for file in to_thin(ours, now):
        if file.path != newest.path:
            file.path.unlink(missing_ok=True)


def try_restore(backup: Path, key: bytes) -> Manifest:
    """Takes a backup out into a folder of its own, opens it and looks at all of it.

    Raises:
        StorageUnavailable: BACKUP_TRIAL_FAILED, BACKUP_DAMAGED, BACKUP_NOT_OURS.
    """
    with _work_folder(backup.parent) as work:
        manifest = unpack(backup, work)
        with _opened(work, key) as reader:
            if verify.basics(reader):
                raise StorageUnavailable("BACKUP_TRIAL_FAILED", place=str(backup))
        return manifest


@contextmanager
def _opened(folder: Path, key: bytes) -> Iterator[Reader]:
    path = folder / DATABASE
    check_file(path)
    connection = connect(path, key)
    try:
        check_pages(connection, path)
        yield Reader(connection, folder)
    finally:
        connection.close()


def _manifest(work: Path, key: bytes, reason: Reason, at: datetime) -> Manifest:
    with _opened(work, key) as reader:
        known = desk.read_desk(reader)
        audit_seq, audit_hash = reader.last_audit()
    return Manifest(
        desk_id=known.desk_id,
        epoch=known.epoch,
        made_at=at.replace(microsecond=0),
        reason=reason,
        audit_seq=audit_seq,
        audit_hash=audit_hash,
        sums=tuple((name, sha256(work / name)) for name in MEMBERS),
    )


def _put_in_place(packed: Path, target: Path) -> BackupFile:
    free, count = target, 2
    while free.exists():
        free = target.with_name(f"{target.stem}-{count}.zip")
        count += 1
    packed.rename(free)
    sync_folder(free.parent)
    return next(file for file in list_in(free.parent) if file.path == free)


def _check_room(store: Store, folder: Path) -> None:
    needed = 3 * (store.directory / DATABASE).stat().st_size
    if shutil.disk_usage(folder).free < needed:
        megabytes = needed // 1_000_000 + 1
        raise StorageUnavailable("BACKUP_NO_ROOM", place=str(folder), megabytes=megabytes)


@contextmanager
def _work_folder(folder: Path) -> Iterator[Path]:
    """A folder for unfinished things, gone afterwards."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        work = Path(tempfile.mkdtemp(prefix=_PARTIAL, dir=folder))
    except OSError as error:
        code = "STORE_DISK_FULL" if error.errno == 28 else "STORE_DISK_ERROR"
        raise StorageUnavailable(code, place=str(folder)) from error
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _clear_leftovers(folder: Path) -> None:
    """Removes what killed processes left; anything younger may be another desk's, at work."""
    yesterday = time.time() - 24 * 3600
    for left in folder.glob(f"{_PARTIAL}*"):
        if left.stat().st_mtime < yesterday:
            shutil.rmtree(left, ignore_errors=True)
