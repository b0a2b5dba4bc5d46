"""kill -9 while a store is migrated or restored: it opens, whole, in the right epoch."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.desk import Account, DeskKind, Role
from ssdesk.domain.receipt import BookKind
from ssdesk.services import backups as backup_services
from ssdesk.services.context import Context, open_desk
from ssdesk.services.verification import verify_desk
from ssdesk.storage import accounts, backup_files, backups, desk, keys, migrations
from ssdesk.storage.connection import APPLICATION_ID, connect
from ssdesk.storage.keys import Strength
from ssdesk.storage.store import DATABASE, Store
from ssdesk.storage.unit import Unit
from tests.conftest import PASSWORD, PROFILE
from tests.services.collecting import register_book
from tests.storage.stores import KEY, NAMES, NOW, filled
from tests.storage.test_kill import kill_after

PEOPLE = [f"{name} {number}" for number in range(300) for name in NAMES]


def _older(directory: Path) -> None:
    """A store as the first release left it, with its account and many people."""
    directory.mkdir()
    connection = connect(directory / DATABASE, KEY)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database = migrations.sqlite_utils.Database(connection)
    migrations.MIGRATIONS.apply(database, stop_before="m0002_find_people")
    unit = Unit(connection, directory, "van.thu", NOW)
    connection.execute("BEGIN")
    desk.write_desk(unit, "0" * 36, DeskKind.SCHOOL, NOW, demo=False)
    desk.write_profile(unit, PROFILE)
    accounts.insert(unit, Account("a1", "a", "Nông Thị Hạnh", Role.ADMINISTRATOR))
    unit.executemany(
        "INSERT INTO person (id, full_name, search_key, sort_key, updated_at)"
        " VALUES (?, ?, 'dao', ?, 'x')",
        [(f"p{number}", name, name) for number, name in enumerate(PEOPLE)],
    )
    unit.audit("people_entered", "test", {"count": len(PEOPLE)})
    connection.execute("COMMIT")
    connection.close()
    ring = keys.new_ring().with_password("a", "b", KEY, Strength(time=1, memory=8))
    keys.write_ring(directory, ring)


def _migrations(tmp_path: Path, kills: int) -> None:
    chance = random.Random(20260906)
    filled(tmp_path / "desk").close()
    _older(tmp_path / "older")
    folder = tmp_path / "migrated"
    folder.mkdir()
    whole = cut = 0
    longest = 0.5
    for _ in range(kills):
        told = kill_after("migrations", tmp_path / "desk", chance.uniform(0.0, longest))
        whole += len(told)
        # A busy machine is slow, not wrong: it gets longer until one migration comes through.
        longest *= 1.0 if whole else 1.6
        for place in folder.glob("desk-*"):
            # Whatever the backup before it says of the older schema, it can be restored.
            for file in backup_files.list_in(place / "backups"):
                backups.try_restore(file.path, KEY)
            cut += place.name not in told
            _check_migrated(place)
            shutil.rmtree(place)
    assert whole
    assert cut


def _check_migrated(place: Path) -> None:
    ctx = open_desk(place, None, "b", FixedClock(NOW))
    assert verify_desk(ctx) == ()
    reader = ctx.store.reader
    assert {row["full_name"] for row in reader.rows("SELECT full_name FROM person")} == set(PEOPLE)
    assert reader.value("SELECT count(*) FROM audit_entry") == 1
    assert desk.read_desk(reader).epoch == 1
    found = reader.value("SELECT count(*) FROM person_search WHERE person_search MATCH 'dao'")
    assert found == len(PEOPLE)
    ctx.close()


def test_a_killed_migration_goes_on_at_the_next_opening(tmp_path: Path) -> None:
    _migrations(tmp_path, 6)


@pytest.mark.nightly
def test_a_killed_migration_goes_on_in_hundreds_of_kills(tmp_path: Path) -> None:
    _migrations(tmp_path, 300)


def _restores(ctx: Context, tmp_path: Path, kills: int) -> None:
    chance = random.Random(20260907)
    book = register_book(ctx, BookKind.PRE_PRINTED, "AA/26", 1, 50)
    made = backup_services.back_up(ctx).made
    backup = Path(shutil.copy(made.path, tmp_path / "backup.zip"))
    key, directory = ctx.store.key, ctx.store.directory
    before = backup.read_bytes()
    ctx.close()
    folder = tmp_path / "restored"
    folder.mkdir()
    whole = 0
    for _ in range(kills):
        seconds = chance.uniform(0.0, 0.6)
        whole += len(kill_after("restores", directory, seconds, "-", key.hex()))
        for place in folder.glob("desk-*"):
            _check_restored(place, book)
            shutil.rmtree(place)
    assert whole
    assert backup.read_bytes() == before


def _check_restored(place: Path, book_id: str) -> None:
    """A restored store is there whole or not at all: an epoch later, its numbers known."""
    ctx = open_desk(place, None, PASSWORD, FixedClock(NOW))
    assert verify_desk(ctx) == ()
    reader = ctx.store.reader
    assert desk.read_desk(reader).epoch == 2
    rows = reader.rows("SELECT epoch, book_id, last_printed FROM epoch_book")
    assert [tuple(row) for row in rows] == [(2, book_id, 7)]
    assert reader.value("SELECT count(*) FROM audit_entry WHERE action = 'epoch_started'") == 1
    ctx.close()


def test_a_killed_restore_leaves_no_half_store(desk: Context, tmp_path: Path) -> None:
    _restores(desk, tmp_path, 5)


@pytest.mark.nightly
def test_a_killed_restore_leaves_no_half_store_in_hundreds_of_kills(
    desk: Context, tmp_path: Path
) -> None:
    _restores(desk, tmp_path, 300)


def test_the_store_restored_from_stays_as_it_was(desk: Context, tmp_path: Path) -> None:
    made = backup_services.back_up(desk).made
    plan = backup_services.preview_restore(made.path, None, PASSWORD, desk.clock)
    backup_services.apply_restore(plan, tmp_path / "new", {}, desk.clock).close()
    assert Store.open(tmp_path / "new", desk.store.key).close() is None
    assert desk.store.reader.value("SELECT epoch FROM desk") == 1
