"""kill -9 at random moments: what was acknowledged is there, and nothing is there by half."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.desk import DeskKind
from ssdesk.errors import UserError
from ssdesk.services import accounts
from ssdesk.services.context import Context, open_desk
from ssdesk.services.verification import verify_desk
from ssdesk.storage import backup_files, backups, desk, keys, verify
from ssdesk.storage.keys import Strength
from ssdesk.storage.store import Store
from tests.conftest import PASSWORD
from tests.rules.sources import ROOT
from tests.storage.stores import KEY, NOW, filled

CHEAP = Strength(time=1, memory=8)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = filled(tmp_path_factory.mktemp("kill") / "desk")
    with store.write("van.thu", NOW) as unit:
        unit.execute("DELETE FROM person")
        desk.write_desk(unit, "0" * 36, DeskKind.SCHOOL, NOW, demo=False)
    keys.write_ring(store.directory, keys.new_ring().with_password("a", "b", KEY, CHEAP))
    store.close()
    return store.directory


def kill_after(work: str, directory: Path, seconds: float, *more: str) -> list[str]:
    """What the process acknowledged until it was killed."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.dying", work, str(directory), *more],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    told = child.stdout.read().splitlines(keepends=True)
    child.stdout.close()
    child.wait()
    return [line.strip() for line in told if line.endswith("\n")]


def _check_rows(directory: Path, acknowledged: int) -> None:
    store = Store.open(directory, KEY)
    reader = store.reader
    assert verify.basics(reader) == ()
    people = {row["id"] for row in reader.rows("SELECT id FROM person")}
    pairs = len(people) // 2
    assert pairs >= acknowledged, "acknowledged, then lost"
    assert people == {f"{n}-{half}" for n in range(pairs) for half in "ab"}, "half a transaction"
    entered = reader.value("SELECT count(*) FROM audit_entry WHERE action = 'person_entered'")
    assert entered == pairs
    found = reader.value("SELECT count(*) FROM person_search WHERE person_search MATCH 'nguyen'")
    assert found == pairs
    store.close()


def _rounds(template: Path, folder: Path, kills: int, seed: int = 20260905) -> int:
    chance = random.Random(seed)
    directory = Path(shutil.copytree(template, folder / "desk"))
    acknowledged = 0
    for _ in range(kills):
        told = kill_after("rows", directory, chance.uniform(0.0, 0.12))
        acknowledged = max([acknowledged, *(int(line) + 1 for line in told)])
        _check_rows(directory, acknowledged)
    return acknowledged


def test_nothing_acknowledged_is_lost(template: Path, tmp_path: Path) -> None:
    assert _rounds(template, tmp_path, 15) > 0


@pytest.mark.nightly
@pytest.mark.parametrize("store", range(20))
def test_nothing_acknowledged_is_lost_in_a_thousand_kills(
    template: Path, tmp_path: Path, store: int
) -> None:
    # Each look reads all of the store: twenty young ones take a tenth of the time of one old one.
    assert _rounds(template, tmp_path, 50, seed=store) > 0


def test_a_killed_backup_never_replaces_a_good_one(template: Path, tmp_path: Path) -> None:
    chance = random.Random(7)
    directory = Path(shutil.copytree(template, tmp_path / "desk"))
    folder = directory / "backups"
    for turn in range(6):
        told = kill_after("backups", directory, chance.uniform(0.0, 0.25))
        there = {file.path.name for file in backup_files.list_in(folder)}
        assert set(told) <= there
        for file in backup_files.list_in(folder):
            manifest = backups.try_restore(file.path, KEY)
            assert json.loads(manifest.to_json())["desk_id"] == "0" * 36
            if turn % 2:
                file.path.unlink()
    Store.open(directory, KEY).close()


def test_a_killed_change_of_password_leaves_the_old_or_the_new(
    desk: Context, clock: FixedClock
) -> None:
    chance = random.Random(11)
    directory, key = desk.store.directory, desk.store.key
    accounts.change_password(desk, PASSWORD, "mat-khau-0", CHEAP)
    desk.close()
    password = "mat-khau-0"
    for _ in range(4):
        told = kill_after("passwords", directory, chance.uniform(0.1, 0.3), password, key.hex())
        last = int([password, *told][-1].rpartition("-")[2])
        opening = [number for number in (last, last + 1) if _opens(directory, number, clock)]
        assert len(opening) == 1, "the acknowledged password, or the one being set"
        password = f"mat-khau-{opening[0]}"


def _opens(directory: Path, number: int, clock: FixedClock) -> bool:
    try:
        open_desk(directory, None, f"mat-khau-{number}", clock).close()
    except UserError:
        return False
    return True


def test_a_killed_first_start_leaves_no_half_desk(
    template: Path, tmp_path: Path, clock: FixedClock
) -> None:
    chance = random.Random(12)
    directory = Path(shutil.copytree(template, tmp_path / "desk"))
    folder = tmp_path / "desks"
    folder.mkdir()
    made: set[str] = set()
    for turn in range(40):
        if made and turn >= 4:
            break
        made |= set(kill_after("desks", directory, chance.uniform(0.05, 0.4)))
        there = {path.name for path in folder.glob("desk-*")}
        assert made <= there
        for name in there:
            ctx = open_desk(folder / name, None, PASSWORD, clock)
            assert verify_desk(ctx) == ()
            ctx.close()
    assert made
