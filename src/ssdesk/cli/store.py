"""`verify`, `backup`, `restore`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from ssdesk.cli.desk_door import opened
from ssdesk.cli.options import (
    IN_FILE,
    clock,
    json_option,
    password,
    recovery_code,
    store_options,
)
from ssdesk.cli.output import emit, finish, message
from ssdesk.errors import UserError
from ssdesk.services import backups
from ssdesk.services.backups import BookAtRestore
from ssdesk.services.verification import verify_desk

_NOTHING_PRINTED = "none"


@dataclass(frozen=True, slots=True)
class _Finding:
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class _Verified:
    whole: bool
    problems: tuple[_Finding, ...]


@dataclass(frozen=True, slots=True)
class _BackedUp:
    backup: str
    made_at: datetime
    second_copy: str | None
    problem: _Finding | None


@dataclass(frozen=True, slots=True)
class _Restored:
    store: str
    backup_made_at: datetime
    school: str
    people: int
    epoch: int


@click.command("verify")
@store_options
@json_option
def verify(store: Path, login: str | None, today: date | None, as_json: bool) -> None:
    """Look at the whole store: pages, links, audit, receipts and sums."""
    with opened(store, login, today) as ctx:
        found = tuple(_Finding(item.code, message(item)) for item in verify_desk(ctx))
    verified = _Verified(not found, found)
    emit(verified, as_json, lambda: _verdict(verified))
    finish(bool(found))


def _verdict(verified: _Verified) -> Iterator[str]:
    if verified.whole:
        yield "Sổ nguyên vẹn: tệp, nhật ký, biên lai và mọi con số đều khớp."
    yield from (finding.message for finding in verified.problems)


@click.command("backup")
@store_options
@json_option
def backup(store: Path, login: str | None, today: date | None, as_json: bool) -> None:
    """Back the store up now; each backup is restored as a trial before it counts."""
    with opened(store, login, today) as ctx:
        made = backups.back_up(ctx)
    done = _BackedUp(
        backup=str(made.made.path),
        made_at=made.made.made_at,
        second_copy=str(made.second.path) if made.second else None,
        problem=_Finding(made.problem.code, message(made.problem)) if made.problem else None,
    )
    emit(done, as_json, lambda: _backup_lines(done))
    finish(done.problem is not None)


def _backup_lines(done: _BackedUp) -> Iterator[str]:
    yield f"Đã sao lưu: {done.backup}"
    if done.second_copy:
        yield f"Bản thứ hai: {done.second_copy}"
    if done.problem:
        yield done.problem.message


@click.command("restore")
@click.argument("file", type=IN_FILE)
@click.option(
    "--last-printed",
    multiple=True,
    metavar="SERIAL/BOOK=NUMBER",
    help="Last receipt printed from a book, or SERIAL/BOOK=none; once for each open book.",
)
@store_options
@json_option
def restore(
    file: Path,
    last_printed: tuple[str, ...],
    store: Path,
    login: str | None,
    today: date | None,
    as_json: bool,
) -> None:
    """Make a new store, in a new folder, out of a backup.

    Where the password of that day is forgotten, put the code of the recovery sheet into
    SSDESK_RECOVERY_CODE: the password given then becomes the new one.
    """
    secret, now = password(), clock(today)
    plan = backups.preview_restore(file, login, secret, now, recovery_code())
    numbers = _numbers(plan.books, last_printed)
    backups.apply_restore(plan, store, numbers, now).close()
    done = _Restored(str(store), plan.made_at, plan.school_name, plan.people, plan.epoch)
    emit(done, as_json, lambda: [f"Đã phục hồi {done.school} ({done.people} người) vào {store}."])


def _numbers(books: tuple[BookAtRestore, ...], given: tuple[str, ...]) -> dict[str, int | None]:
    by_name = {f"{book.serial}/{book.book_number}": book.book_id for book in books}
    numbers: dict[str, int | None] = {}
    for text in given:
        name, _, number = text.rpartition("=")
        if number != _NOTHING_PRINTED and not (number.isascii() and number.isdigit()):
            raise UserError("OPTION_LAST_PRINTED", value=text)
        if name not in by_name:
            raise UserError("BOOK_NOT_IN_BACKUP", book=name)
        numbers[by_name[name]] = None if number == _NOTHING_PRINTED else int(number)
    return numbers


commands: list[click.Command] = [verify, backup, restore]
