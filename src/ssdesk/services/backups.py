"""Backups of the desk, and a new store out of one."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from ssdesk.clock import Clock
from ssdesk.domain.problems import Problem
from ssdesk.domain.roles import Act
from ssdesk.errors import StorageUnavailable, UserError
from ssdesk.services.accounts import open_by_recovery_code
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context, open_desk
from ssdesk.storage import backup_files, backups, ballast, epochs, people
from ssdesk.storage.backup_files import BackupFile, Reason
from ssdesk.storage.building import built_in_place
from ssdesk.storage.epochs import BookAtRestore

__all__ = [
    "EVERY",
    "BackupFile",
    "BackupMade",
    "BookAtRestore",
    "Reason",
    "RestorePlan",
    "apply_restore",
    "back_up",
    "back_up_if_due",
    "folder_in",
    "list_backups",
    "newest_backup",
    "preview_restore",
]

EVERY = timedelta(minutes=30)
_CHANGED = Changes(frozenset({Kind.BACKUP}))


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup, opened and checked before it was put in place.

    Args:
        second: the copy in the desk's backup folder, None where none is set or it failed.
        problem: why the second copy failed.
    """

    made: BackupFile
    second: BackupFile | None = None
    problem: Problem | None = None
    changes: Changes = field(default=_CHANGED)


@dataclass(frozen=True, slots=True)
class RestorePlan:
    """What a backup would bring back, and what must be known first (ruling 13).

    Args:
        password: of that time, or the new one where the recovery code opens the backup.
        books: open receipt books; each needs the number last printed on paper.
        recovery_code: empty where the password opens it.
    """

    backup: Path
    login: str
    password: str = field(repr=False)
    made_at: datetime
    school_name: str
    people: int
    epoch: int
    books: tuple[BookAtRestore, ...]
    recovery_code: str = field(default="", repr=False)


def list_backups(ctx: Context) -> tuple[BackupFile, ...]:
    """Backups of this desk in its own folder and in the second one, the newest first."""
    found = backup_files.list_in(backups.folder_of(ctx.store))
    second = ctx.profile().backup_folder
    if second:
        ours = {file.desk for file in found}
        found += tuple(f for f in backup_files.list_in(Path(second)) if f.desk in ours)
    return tuple(sorted(found, key=lambda file: file.made_at, reverse=True))


def folder_in(directory: Path) -> Path:
    """Where the desk of a directory keeps its backups."""
    return backups.folder_in(directory)


def newest_backup(ctx: Context) -> BackupFile | None:
    """The newest backup in the desk's own folder."""
    return next(iter(backup_files.list_in(backups.folder_of(ctx.store))), None)


def back_up(ctx: Context, reason: Reason = Reason.HAND) -> BackupMade:
    """Makes a backup now and a second copy where the desk has a folder for it.

    Raises:
        StorageUnavailable: BACKUP_NO_ROOM, BACKUP_TRIAL_FAILED, disk full, disk error.
    """
    commits = ctx.store.commits
    made = backups.make(ctx.store, reason, ctx.clock.now())
    ctx.store.commits_backed_up = commits
    # There was room for a backup, so there is room for what a full disk may have cost.
    ballast.keep(ctx.store.directory)
    folder = ctx.profile().backup_folder
    if not folder:
        return BackupMade(made)
    try:
        return BackupMade(made, backups.copy_to(made, Path(folder), ctx.clock.now()))
    except StorageUnavailable as error:
        return BackupMade(made, problem=Problem("backup_folder", error.code, error.params))


def back_up_if_due(ctx: Context) -> BackupMade | None:
    """A backup where something changed and the last is half an hour old, else nothing."""
    if not _changed(ctx):
        return None
    newest = newest_backup(ctx)
    age = ctx.clock.now() - newest.made_at if newest else EVERY
    # A clock set back must not stop the backups.
    if timedelta(0) <= age < EVERY:
        return None
    return back_up(ctx, Reason.SCHEDULE)


def close_desk(ctx: Context) -> BackupMade | None:
    """Closes the desk, after a backup where something changed.

    Raises:
        StorageUnavailable: the backup failed; the desk is closed all the same.
    """
    try:
        return back_up(ctx, Reason.CLOSE) if _changed(ctx) else None
    finally:
        ctx.close()


def _changed(ctx: Context) -> bool:
    """Whether the store holds anything that no backup has."""
    if ctx.store.commits != ctx.store.commits_backed_up:
        return True
    newest = newest_backup(ctx)
    if newest is None:
        return True
    try:
        manifest = backup_files.read_manifest(newest.path)
    except StorageUnavailable:
        return True
    return ctx.store.reader.last_audit()[1] != manifest.audit_hash


def preview_restore(
    backup: Path, login: str | None, password: str, clock: Clock, recovery_code: str = ""
) -> RestorePlan:
    """Opens a backup aside and says what it holds; nothing is changed.

    Args:
        backup: its file.
        login: None where the backup has only one account.
        password: of that time; with a recovery code, the one to be set.
        clock: time.
        recovery_code: as printed when the backup was made; empty: the password opens it.

    Raises:
        UserError: LOGIN_NEEDED, LOGIN_UNKNOWN, PASSWORD_WRONG of that time, RECOVERY_CODE_MISTYPED,
            RECOVERY_CODE_WRONG, PASSWORD_TOO_SHORT, PASSWORD_TOO_EASY.
        StorageUnavailable: BACKUP_MISSING, BACKUP_NOT_OURS, BACKUP_NEWER, BACKUP_DAMAGED.
    """
    with tempfile.TemporaryDirectory(prefix="ssdesk-") as folder:
        place = Path(folder)
        manifest = backup_files.unpack(backup, place)
        if recovery_code:
            ctx = open_by_recovery_code(place, recovery_code, login, password, clock)
        else:
            ctx = open_desk(place, login, password, clock)
        try:
            return RestorePlan(
                backup=backup,
                login=ctx.account.login,
                password=password,
                made_at=manifest.made_at,
                school_name=ctx.profile().school_name,
                people=people.count(ctx.store.reader),
                epoch=manifest.epoch + 1,
                books=epochs.open_books(ctx.store.reader),
                recovery_code=recovery_code,
            )
        finally:
            ctx.close()


def apply_restore(
    plan: RestorePlan, directory: Path, last_printed: Mapping[str, int | None], clock: Clock
) -> Context:
    """Makes a new store of a backup; it continues after the numbers last printed.

    Args:
        plan: from `preview_restore`.
        directory: missing or empty.
        last_printed: by id of the book, the number on its last printed receipt; None where
            none was ever printed. Every open book of the plan must be in it.
        clock: time.

    Returns:
        The restored desk, open.

    Raises:
        UserError: LAST_PRINTED_MISSING, LAST_PRINTED_TOO_LOW, BOOK_RANGE_LAST_PRINTED,
            FOLDER_NOT_EMPTY.
        StorageUnavailable: the backup or the disk.
    """
    numbers = _checked_numbers(plan.books, last_printed)
    with built_in_place(directory) as work:
        backup_files.unpack(plan.backup, work)
        ctx = _open(work, plan, clock)
        try:
            with ctx.write(Act.RESTORE) as unit:
                epochs.start(unit, plan.made_at, numbers)
        finally:
            ctx.close()
    return open_desk(directory, plan.login, plan.password, clock)


def _open(work: Path, plan: RestorePlan, clock: Clock) -> Context:
    """Opens what was unpacked; a recovery code has then given the account its new password."""
    if plan.recovery_code:
        return open_by_recovery_code(work, plan.recovery_code, plan.login, plan.password, clock)
    return open_desk(work, plan.login, plan.password, clock)


def _checked_numbers(
    books: tuple[BookAtRestore, ...], last_printed: Mapping[str, int | None]
) -> dict[str, int]:
    numbers = {}
    for book in books:
        name = f"{book.serial}/{book.book_number}"
        known = book.last_in_backup
        if book.book_id not in last_printed:
            raise UserError(
                "LAST_PRINTED_MISSING", book=name, number="–" if known is None else known
            )
        number = last_printed[book.book_id]
        if number is None and known is None:
            continue
        if number is None or (known is not None and number < known):
            raise UserError(
                "LAST_PRINTED_TOO_LOW", book=name, known=known or 0, number=number or "–"
            )
        if not book.first_number <= number <= book.last_number:
            raise UserError(
                "BOOK_RANGE_LAST_PRINTED",
                book=name,
                number=number,
                first=book.first_number,
                last=book.last_number,
            )
        numbers[book.book_id] = number
    return numbers
