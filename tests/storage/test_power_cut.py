"""A power cut: whatever beginning of the log reached the disk, the store opens and is whole."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from ssdesk.domain.person import Person
from ssdesk.storage import people, verify
from ssdesk.storage.store import DATABASE, Store
from tests.storage.stores import KEY, NOW

UNITS = 25
LOG = f"{DATABASE}-wal"


@pytest.fixture(scope="module")
def torn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store as it lies on the disk while it is open: some units only in the log."""
    folder = tmp_path_factory.mktemp("power")
    store = Store.create(folder / "desk", KEY)
    store._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    for number in range(UNITS):
        with store.write("van.thu", NOW) as unit:
            people.insert(unit, Person(f"{number}-a", "Nguyễn Văn An"), NOW)
            unit.audit("person_entered", str(number), {"note": "x" * 3000})
            people.insert(unit, Person(f"{number}-b", "Y Khŏt"), NOW)
    copy = folder / "torn"
    copy.mkdir()
    for name in (DATABASE, LOG):
        shutil.copy(store.directory / name, copy / name)
    store.close()
    assert (copy / LOG).stat().st_size > 100_000
    return copy


def _units_left(torn: Path, folder: Path, log: bytes) -> int:
    """Opens the store with this log; how many whole units it holds."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(torn / DATABASE, folder / DATABASE)
    (folder / LOG).write_bytes(log)
    store = Store.open(folder, KEY)
    reader = store.reader
    assert verify.basics(reader) == ()
    units = int(reader.value("SELECT count(*) FROM audit_entry"))
    left = {row["id"] for row in reader.rows("SELECT id FROM person")}
    assert left == {f"{number}-{half}" for number in range(units) for half in "ab"}
    store.close()
    return units


def _lengths(size: int, tries: int) -> list[int]:
    frames = range(0, size, 24 + 4096)
    chance = random.Random(5)
    chosen = chance.sample(frames, min(tries, len(frames))) + chance.sample(range(size), tries)
    return sorted({0, 31, 32, size - 1, size, *chosen})


def _cut(torn: Path, tmp_path: Path, tries: int) -> None:
    log = (torn / LOG).read_bytes()
    before = 0
    for length in _lengths(len(log), tries):
        units = _units_left(torn, tmp_path / "desk", log[:length])
        assert units >= before, "a longer log may not hold less"
        before = units
    assert before == UNITS


def test_the_log_cut_anywhere(torn: Path, tmp_path: Path) -> None:
    _cut(torn, tmp_path, 25)


@pytest.mark.nightly
def test_the_log_cut_at_every_frame(torn: Path, tmp_path: Path) -> None:
    _cut(torn, tmp_path, 1000)


@pytest.mark.parametrize("seed", range(10))
def test_blocks_of_the_log_that_never_reached_the_disk(
    torn: Path, tmp_path: Path, seed: int
) -> None:
    """Blocks written in any order: what was not synced may be missing in the middle."""
    log = bytearray((torn / LOG).read_bytes())
    chance = random.Random(seed)
    for _ in range(3):
        start = chance.randrange(32, len(log)) // 512 * 512
        log[start : start + 512] = bytes(len(log[start : start + 512]))
    assert 0 <= _units_left(torn, tmp_path / "desk", bytes(log)) <= UNITS
