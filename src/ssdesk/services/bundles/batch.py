"""Many bundles in one go: each whole or not at all, and one summary of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ssdesk.domain.problems import Problem
from ssdesk.errors import SsdeskError, StorageUnavailable, UserError
from ssdesk.services.bundles.taking import IntakeDone, apply_intake, preview_intake
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.progress import Progress, silent

SUFFIX = ".ssdesk"
_CHANGED = Changes(frozenset({Kind.INTAKE, Kind.ENROLMENT, Kind.PEOPLE, Kind.SUBMISSION}))


@dataclass(frozen=True, slots=True)
class FileRefused:
    """A file of which nothing was taken in, and why."""

    file: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class BatchTaken:
    """What became of each file, in the order in which they were given."""

    taken: tuple[IntakeDone, ...]
    refused: tuple[FileRefused, ...]
    changes: Changes = field(default=_CHANGED)


def bundle_files(places: Iterable[Path]) -> tuple[Path, ...]:
    """The files meant: of a folder every bundle in it, by name.

    Raises:
        UserError: BUNDLE_FOLDER_EMPTY.
    """
    return tuple(file for place in places for file in _in(place))


def _in(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    found = sorted(each for each in place.iterdir() if each.suffix.lower() == SUFFIX)
    if not found:
        raise UserError("BUNDLE_FOLDER_EMPTY", file=place.name)
    yield from found


def take_in(ctx: Context, files: Iterable[Path], progress: Progress = silent) -> BatchTaken:
    """Takes files in one after the other; a refused one does not stop those after it.

    Stopped in the middle, what was taken in stays, each file whole.

    Raises:
        UserError: NOT_ALLOWED, BUNDLE_FOLDER_EMPTY.
        StorageUnavailable: the store cannot be written.
        Cancelled: `progress` stopped the work.
    """
    meant = bundle_files(files)
    taken: list[IntakeDone] = []
    refused: list[FileRefused] = []
    for done, file in enumerate(meant):
        progress(done, len(meant))
        try:
            taken.append(apply_intake(ctx, preview_intake(ctx, file)))
        except StorageUnavailable:
            raise
        except SsdeskError as error:
            if error.code == "NOT_ALLOWED":
                raise
            refused.append(FileRefused(file.name, Problem("", error.code, error.params)))
    progress(len(meant), len(meant))
    return BatchTaken(tuple(taken), tuple(refused))
