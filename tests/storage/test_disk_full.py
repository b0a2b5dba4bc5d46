"""A full disk: the sentence says so, what was kept stays, and dropping the ballast gives room."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ssdesk.errors import StorageUnavailable
from ssdesk.storage import ballast, durable, keys, verify
from ssdesk.storage.keys import Strength
from ssdesk.storage.store import Store
from tests.storage.stores import KEY, NAMES, NOW, fill, filled

MANY = [f"Nguyễn Thị {number}" for number in range(4000)]


def _people(store: Store) -> int:
    return int(store.reader.value("SELECT count(*) FROM person"))


def test_a_full_store_keeps_what_it_has(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk")
    assert ballast.keep(store.directory, 100_000)
    store._writer.execute("PRAGMA max_page_count = 200")
    with pytest.raises(StorageUnavailable) as refused:
        fill(store, MANY)
    assert refused.value.code == "STORE_DISK_FULL"
    assert not (store.directory / "ballast.bin").exists()
    assert _people(store) == len(NAMES)
    assert verify.basics(store.reader) == ()
    store._writer.execute("PRAGMA max_page_count = 100000")
    fill(store, MANY)
    assert _people(store) == len(NAMES) + len(MANY)
    store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB; skipped where it cannot be made."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.name == "nt" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("a small disk needs root")
    options = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)]
    if subprocess.run(options, capture_output=True).returncode != 0:
        pytest.skip("mount refused")
    yield place
    subprocess.run(["umount", str(place)], check=True, capture_output=True)


def test_a_full_disk(small_disk: Path) -> None:
    store = filled(small_disk / "desk")
    assert ballast.keep(store.directory, 1_000_000)
    kept = []

    def fill_up() -> None:
        for start in range(100):
            fill(store, [f"Lò Văn {start} {number}" for number in range(500)])
            kept.extend(range(500))

    with pytest.raises(StorageUnavailable) as refused:
        fill_up()
    assert refused.value.code == "STORE_DISK_FULL"
    assert _people(store) == len(NAMES) + len(kept)
    fill(store, ["Người cuối cùng"])
    with store.write("van.thu", NOW) as unit:
        unit.execute("DELETE FROM person WHERE full_name LIKE 'Lò Văn%'")
    store.close()
    again = Store.open(small_disk / "desk", KEY)
    assert _people(again) == len(NAMES) + 1
    assert verify.basics(again.reader) == ()
    again.close()


def test_keys_on_a_full_disk_stay_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cheap = Strength(time=1, memory=8)
    ring = keys.new_ring().with_password("a", "mat-khau", KEY, cheap)
    keys.write_ring(tmp_path, ring)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(durable.os, "fsync", full)
        with pytest.raises(StorageUnavailable) as refused:
            keys.write_ring(tmp_path, ring.without("a"))
    assert refused.value.code == "STORE_DISK_FULL"
    assert keys.read_ring(tmp_path) == ring


def test_ballast_only_where_there_is_plenty(tmp_path: Path) -> None:
    assert ballast.keep(tmp_path, 5000)
    assert (tmp_path / "ballast.bin").stat().st_size == 5000
    assert ballast.keep(tmp_path, 5000)
    ballast.drop(tmp_path)
    assert not ballast.keep(tmp_path, 10**18)
    assert list(tmp_path.iterdir()) == []
