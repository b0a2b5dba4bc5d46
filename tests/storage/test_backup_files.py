"""Which backups are kept, and what is no backup."""

from __future__ import annotations

import io
import os
import random
import zipfile
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from ssdesk.domain.desk import DeskKind
from ssdesk.errors import StorageUnavailable
from ssdesk.storage import backup_files, backups, desk, keys
from ssdesk.storage.backup_files import BackupFile, Reason, to_thin
from ssdesk.storage.keys import Strength
from ssdesk.storage.store import Store
from tests.storage.stores import KEY, NAMES, NOW, fill, filled

ID = "0199-aaaa-12345678"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = filled(tmp_path / "desk")
    with store.write("van.thu", NOW) as unit:
        desk.write_desk(unit, ID, DeskKind.SCHOOL, NOW, demo=False)
    ring = keys.new_ring().with_password("a", "mat-khau", KEY, Strength(1, 8))
    keys.write_ring(store.directory, ring)
    return store


def _file(made_at: datetime) -> BackupFile:
    return BackupFile(Path(f"{made_at:%Y%m%d-%H%M%S}.zip"), "12345678", made_at, Reason.SCHEDULE)


def _left_after(days: int, every: timedelta) -> list[datetime]:
    """Backups left of a desk that makes one at each interval and thins each time."""
    files: list[BackupFile] = []
    moment = NOW - timedelta(days=days)
    while moment <= NOW:
        files.append(_file(moment))
        going = set(to_thin(files, moment))
        files = [file for file in files if file not in going]
        moment += every
    return [file.made_at for file in files]


def test_a_year_of_backups_is_thinned_by_age() -> None:
    left = _left_after(400, timedelta(hours=2))
    ages = [(NOW - moment).total_seconds() / 86400 for moment in left]
    day = [age for age in ages if age <= 1]
    fortnight = [age for age in ages if 1 < age <= 14]
    quarter = [age for age in ages if 14 < age <= 90]
    older = [age for age in ages if age > 90]
    assert len(day) == 13
    assert 13 <= len(fortnight) <= 15
    assert 10 <= len(quarter) <= 13
    assert 10 <= len(older) <= 13
    gaps = [later - earlier for earlier, later in pairwise(sorted(ages))]
    assert max(gaps) <= 60


def test_the_newest_stays_however_old_and_the_future_too() -> None:
    old = _file(NOW - timedelta(days=5000))
    assert to_thin([old], NOW) == ()
    assert to_thin([old, _file(NOW - timedelta(days=900))], NOW) == (old,)
    ahead = [_file(NOW + timedelta(days=days)) for days in (1, 2, 400)]
    assert to_thin(ahead, NOW) == ()


def test_a_backup_holds_the_moment_and_opens(store: Store) -> None:
    made = backups.make(store, Reason.HAND, NOW)
    assert made.path.name == "ssdesk-12345678-20260905-080000-hand.zip"
    manifest = backups.try_restore(made.path, KEY)
    assert (manifest.desk_id, manifest.epoch, manifest.audit_seq) == (ID, 1, 1)
    again = backups.make(store, Reason.HAND, NOW)
    assert again.path.name == "ssdesk-12345678-20260905-080000-hand-2.zip"
    assert [file.path for file in backup_files.list_in(made.path.parent)] == [
        made.path,
        again.path,
    ] or len(backup_files.list_in(made.path.parent)) == 2
    assert {path.suffix for path in made.path.parent.iterdir()} == {".zip"}
    store.close()


def test_a_backup_waits_for_no_writer_and_sees_only_what_is_kept(
    store: Store, tmp_path: Path
) -> None:
    with store.write("van.thu", NOW) as unit:
        unit.execute("DELETE FROM person")
        made = backups.make(store, Reason.SCHEDULE, NOW)
    folder = tmp_path / "out"
    folder.mkdir()
    backup_files.unpack(made.path, folder)
    restored = Store.open(folder, KEY)
    assert restored.reader.value("SELECT count(*) FROM person") == len(NAMES)
    assert restored.reader.value("SELECT count(*) FROM person_search('nguyen')") == 1
    restored.close()
    store.close()


def test_a_damaged_store_makes_no_backup(store: Store) -> None:
    good = backups.make(store, Reason.HAND, NOW)
    fill(store, [f"Nông Văn {number}" for number in range(500)])
    store.close()
    path = store.directory / "desk.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    damaged = Store(store.directory, KEY)
    with pytest.raises(StorageUnavailable):
        backups.make(damaged, Reason.HAND, NOW + timedelta(hours=1))
    damaged.close()
    assert [file.path for file in backup_files.list_in(good.path.parent)] == [good.path]


def test_a_tampered_audit_makes_no_backup(store: Store) -> None:
    with store.write("van.thu", NOW) as unit:
        unit.execute("DROP TRIGGER audit_entry_no_update")
        unit.execute("UPDATE audit_entry SET detail = '{}'")
    with pytest.raises(StorageUnavailable) as refused:
        backups.make(store, Reason.HAND, NOW)
    assert refused.value.code == "BACKUP_TRIAL_FAILED"
    store.close()


def test_no_room(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type("usage", (), {"free": 1000})
    monkeypatch.setattr(backups.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(StorageUnavailable) as refused:
        backups.make(store, Reason.HAND, NOW)
    assert refused.value.code == "BACKUP_NO_ROOM"
    store.close()


def test_a_second_folder_that_fails(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.make(store, Reason.HAND, NOW)
    store.close()
    stick = tmp_path / "stick"
    stick.mkdir()
    left = stick / ".partial-old"
    left.mkdir()
    os.utime(left, (1, 1))
    busy = stick / ".partial-of-another-desk"
    busy.mkdir()
    cases = (
        (
            "copyfile",
            lambda *_: (_ for _ in ()).throw(OSError(5, "?")),
            "BACKUP_FOLDER_UNAVAILABLE",
        ),
        ("copyfile", lambda _, target: target.write_bytes(b"half"), "BACKUP_DAMAGED"),
    )
    for name, broken, code in cases:
        with monkeypatch.context() as patched:
            patched.setattr(backups.shutil, name, broken)
            with pytest.raises(StorageUnavailable) as refused:
                backups.copy_to(made, stick, NOW)
        assert refused.value.code == code
        assert [path.name for path in stick.iterdir()] == [busy.name]
    backups.copy_to(made, stick, NOW)
    assert len(backup_files.list_in(stick)) == 1


def test_old_backups_of_this_desk_only_are_removed(store: Store) -> None:
    folder = backups.folder_of(store)
    folder.mkdir()
    for desk_name in ("12345678", "abcdef01"):
        (folder / f"ssdesk-{desk_name}-20200101-080000-hand.zip").write_bytes(b"old")
    (folder / "ssdesk-12345678-20209901-080000-hand.zip").write_bytes(b"no date")
    (folder / "ssdesk-12345678-20200101-080000-hand.zip.txt").write_bytes(b"another file")
    backups.make(store, Reason.HAND, NOW)
    store.close()
    assert sorted(path.name for path in folder.iterdir()) == [
        "ssdesk-12345678-20200101-080000-hand.zip.txt",
        "ssdesk-12345678-20209901-080000-hand.zip",
        "ssdesk-12345678-20260905-080000-hand.zip",
        "ssdesk-abcdef01-20200101-080000-hand.zip",
    ]


def test_a_folder_that_cannot_be_made(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, code in ((28, "STORE_DISK_FULL"), (5, "STORE_DISK_ERROR")):

        def refuse(*_: object, number: int = number, **__: object) -> str:
            raise OSError(number, "?")

        with monkeypatch.context() as patched:
            patched.setattr(backups.tempfile, "mkdtemp", refuse)
            with pytest.raises(StorageUnavailable) as refused:
                backups.make(store, Reason.HAND, NOW)
        assert refused.value.code == code
    store.close()


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return out.getvalue()


def test_what_is_no_backup_is_refused(store: Store, tmp_path: Path) -> None:
    whole = backups.make(store, Reason.HAND, NOW).path.read_bytes()
    store.close()
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        inside = {name: packed.read(name) for name in packed.namelist()}
    bomb = {**inside, "desk.db": bytes(50_000_000)}
    newer = {
        **inside,
        "manifest.json": inside["manifest.json"].replace(b'"format": 1', b'"format": 9'),
    }
    cases = {
        "BACKUP_NOT_OURS": [b"", os.urandom(5000), _zip({"a.txt": b"?"})],
        "BACKUP_NEWER": [_zip(newer)],
        "BACKUP_DAMAGED": [
            _zip({**inside, "manifest.json": b"{}"}),
            _zip({**inside, "manifest.json": b"\xff"}),
            _zip({**inside, "keys.json": b"{}"}),
            _zip(bomb),
        ],
    }
    for code, contents in cases.items():
        for content in contents:
            path = tmp_path / "some.zip"
            path.write_bytes(content)
            with pytest.raises(StorageUnavailable) as refused:
                backup_files.unpack(path, _empty(tmp_path))
            assert refused.value.code == code
    with pytest.raises(StorageUnavailable) as refused:
        backup_files.unpack(tmp_path / "none.zip", tmp_path)
    assert refused.value.code == "BACKUP_MISSING"


def test_a_backup_with_one_byte_flipped_is_never_taken(store: Store, tmp_path: Path) -> None:
    whole = backups.make(store, Reason.HAND, NOW).path.read_bytes()
    store.close()
    chance = random.Random(3)
    path = tmp_path / "ssdesk-12345678-20260905-080000-hand.zip"
    for _ in range(60):
        content = bytearray(whole)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        refused = _refusal(path)
        if refused is None:
            folder = _empty(tmp_path)
            backup_files.unpack(path, folder)
            with zipfile.ZipFile(io.BytesIO(whole)) as packed:
                for name in ("desk.db", "keys.json"):
                    assert (folder / name).read_bytes() == packed.read(name)
        else:
            assert refused in {"BACKUP_DAMAGED", "BACKUP_NOT_OURS", "BACKUP_NEWER"}


def _refusal(path: Path) -> str | None:
    try:
        backups.try_restore(path, KEY)
    except StorageUnavailable as error:
        return error.code
    return None


def _empty(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir(exist_ok=True)
    return folder
