"""Backup files: their names, what they say of themselves, and which of them are kept."""

from __future__ import annotations

import errno
import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path

from ssdesk.errors import StorageUnavailable
from ssdesk.storage.keys import KEYS
from ssdesk.storage.store import DATABASE

MANIFEST = "manifest.json"
MEMBERS = (DATABASE, KEYS)
_FORMAT = 1
_NAME = re.compile(r"ssdesk-([0-9a-f]{8})-(\d{8}-\d{6})-([a-z]+)(?:-\d+)?\.zip")
_BLOCK = 1 << 20
# Older than the first column: only the newest of each so many days is kept; None keeps all.
_KEPT = ((730, 0), (90, 30), (14, 7), (1, 1))


class Reason(Enum):
    """Why a backup was made."""

    SCHEDULE = "schedule"
    CLOSE = "close"
    MIGRATION = "migration"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup as its name tells.

    Args:
        desk: last eight digits of the desk's id.
    """

    path: Path
    desk: str
    made_at: datetime
    reason: Reason


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; nothing personal.

    Args:
        audit_seq: lines of the audit when it was made.
        audit_hash: hash of the last of them.
        sums: SHA-256 of each file inside.
    """

    desk_id: str
    epoch: int
    made_at: datetime
    reason: Reason
    audit_seq: int
    audit_hash: str
    sums: tuple[tuple[str, str], ...]

    def to_json(self) -> str:
        """The manifest as it is kept."""
        values = {
            "format": _FORMAT,
            "desk_id": self.desk_id,
            "epoch": self.epoch,
            "made_at": self.made_at.isoformat(),
            "reason": self.reason.value,
            "audit_seq": self.audit_seq,
            "audit_hash": self.audit_hash,
            "sums": dict(self.sums),
        }
        return json.dumps(values, indent=1, sort_keys=True)


def file_name(manifest: Manifest) -> str:
    """Name of a backup: desk, moment, reason."""
    moment = manifest.made_at.strftime("%Y%m%d-%H%M%S")
    return f"ssdesk-{manifest.desk_id[-8:]}-{moment}-{manifest.reason.value}.zip"


def list_in(folder: Path) -> tuple[BackupFile, ...]:
    """Finished backups in a folder, the newest first."""
    if not folder.is_dir():
        return ()
    found = [file for path in folder.iterdir() if (file := _named(path)) is not None]
    return tuple(sorted(found, key=lambda file: (file.made_at, file.path.name), reverse=True))


def _named(path: Path) -> BackupFile | None:
    match = _NAME.fullmatch(path.name)
    if match is None or not path.is_file():
        return None
    desk, moment, reason = match.groups()
    try:
        made_at = datetime.strptime(moment, "%Y%m%d-%H%M%S")
        return BackupFile(path, desk, made_at, Reason(reason))
    except ValueError:
        return None


def to_thin(files: Iterable[BackupFile], now: datetime) -> tuple[BackupFile, ...]:
    """Backups of one desk that may go: all of a day, one a day, a week, 30 days, then none.

    The newest always stays, and so does anything dated after now.
    """
    ordered = sorted(files, key=lambda file: file.made_at, reverse=True)
    kept_places: set[tuple[int, int]] = set()
    going = []
    for file in ordered[1:]:
        days = next((step for age, step in _KEPT if now - file.made_at > timedelta(age)), None)
        if days is None:
            continue
        place = (days, file.made_at.toordinal() // days) if days else (0, 0)
        if days == 0 or place in kept_places:
            going.append(file)
        kept_places.add(place)
    return tuple(going)


def sha256(path: Path) -> str:
    """SHA-256 of a file, read in blocks."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pack(folder: Path, target: Path, manifest: Manifest) -> None:
    """Puts the files of a folder into one backup file, unpacked sizes as they are."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr(MANIFEST, manifest.to_json())
        for name in MEMBERS:
            packed.write(folder / name, name)


def unpack(backup: Path, folder: Path) -> Manifest:
    """Takes the files out into a folder and compares their sums.

    Raises:
        StorageUnavailable: BACKUP_MISSING, BACKUP_NOT_OURS, BACKUP_NEWER, BACKUP_DAMAGED.
    """
    with _opened(backup) as packed:
        manifest = _manifest_in(packed, backup)
        for name in MEMBERS:
            _take_out(packed, name, folder / name, backup.stat().st_size)
    if any(sha256(folder / name) != dict(manifest.sums).get(name) for name in MEMBERS):
        raise StorageUnavailable("BACKUP_DAMAGED", place=str(backup))
    return manifest


def read_manifest(backup: Path) -> Manifest:
    """What a backup says of itself, without taking anything out.

    Raises:
        StorageUnavailable: BACKUP_MISSING, BACKUP_NOT_OURS, BACKUP_NEWER, BACKUP_DAMAGED.
    """
    with _opened(backup) as packed:
        return _manifest_in(packed, backup)


@contextmanager
def _opened(backup: Path) -> Iterator[zipfile.ZipFile]:
    place = str(backup)
    if not backup.is_file():
        raise StorageUnavailable("BACKUP_MISSING", place=place)
    try:
        with zipfile.ZipFile(backup) as packed:
            yield packed
    except zipfile.BadZipFile as error:
        code = "BACKUP_DAMAGED" if _NAME.fullmatch(backup.name) else "BACKUP_NOT_OURS"
        raise StorageUnavailable(code, place=place) from error
    except (ValueError, KeyError, TypeError, NotImplementedError, RuntimeError, EOFError) as error:
        raise StorageUnavailable("BACKUP_DAMAGED", place=place) from error
    except OSError as error:
        code = "STORE_DISK_FULL" if error.errno == errno.ENOSPC else "STORE_DISK_ERROR"
        raise StorageUnavailable(code, place=place) from error


def _manifest_in(packed: zipfile.ZipFile, backup: Path) -> Manifest:
    if not {MANIFEST, *MEMBERS} <= set(packed.namelist()):
        raise StorageUnavailable("BACKUP_NOT_OURS", place=str(backup))
    with packed.open(MANIFEST) as file:
        values = json.loads(file.read(_BLOCK))
    if values["format"] > _FORMAT:
        raise StorageUnavailable("BACKUP_NEWER", place=str(backup))
    return Manifest(
        desk_id=str(values["desk_id"]),
        epoch=int(values["epoch"]),
        made_at=datetime.fromisoformat(values["made_at"]),
        reason=Reason(values["reason"]),
        audit_seq=int(values["audit_seq"]),
        audit_hash=str(values["audit_hash"]),
        sums=tuple((str(name), str(value)) for name, value in values["sums"].items()),
    )


def _take_out(packed: zipfile.ZipFile, name: str, target: Path, most: int) -> None:
    """Nothing inside is larger than the backup itself: ours are not compressed."""
    written = 0
    with packed.open(name) as source, target.open("wb") as out:
        while block := source.read(_BLOCK):
            written += len(block)
            if written > most:
                raise ValueError(name)
            out.write(block)
