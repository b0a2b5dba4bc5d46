"""A store directory is whole or it is not there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from ssdesk.errors import StorageUnavailable, UserError
from ssdesk.storage import ballast, building, desk, lock
from ssdesk.storage.building import built_in_place
from ssdesk.storage.store import Store
from tests.storage.stores import KEY, filled


def test_built_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "a" / "desk"
    with built_in_place(target) as work:
        (work / "one").write_text("1")
        assert not target.exists()
    assert (target / "one").read_text() == "1"
    empty = tmp_path / "empty"
    empty.mkdir()

    def fail() -> None:
        with built_in_place(empty) as work:
            (work / "one").write_text("1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(empty.iterdir()) == []
    with built_in_place(empty) as work:
        (work / "two").write_text("2")
    assert [path.name for path in empty.iterdir()] == ["two"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "empty"]


def test_what_is_there_is_never_replaced(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    for place in (file, tmp_path):
        with pytest.raises(UserError) as refused, built_in_place(place):
            pass
        assert refused.value.code == "FOLDER_NOT_EMPTY"
    assert file.read_text() == "mine"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "STORE_READ_ONLY"),
        (errno.EROFS, "STORE_DISK_ERROR"),
        (errno.EIO, "STORE_DISK_ERROR"),
    ],
)
def test_a_place_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(building.Path, "mkdir", refuse)
    with pytest.raises(StorageUnavailable) as refused, built_in_place(tmp_path / "desk"):
        pass
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "STORE_READ_ONLY"),
        (errno.EROFS, "STORE_READ_ONLY"),
        (errno.EIO, "STORE_DISK_ERROR"),
        (errno.ENOENT, "STORE_DISK_ERROR"),
    ],
)
def test_a_lock_that_cannot_be_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(lock.os, "open", refuse)
        with pytest.raises(StorageUnavailable) as refused:
            lock.StoreLock(tmp_path)
    assert refused.value.code == code


def test_a_store_whose_making_failed_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("ssdesk.storage.migrations.migrate", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            Store.create(tmp_path, KEY)
    (tmp_path / "desk.db").unlink()
    Store.create(tmp_path, KEY).close()


def test_a_store_without_its_desk(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk")
    with pytest.raises(StorageUnavailable) as refused:
        desk.read_desk(store.reader)
    assert refused.value.code == "STORE_UNFINISHED"
    store.close()


def test_no_ballast_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> bytes:
        raise OSError(errno.EIO, "?")

    monkeypatch.setattr(ballast.os, "urandom", refuse)
    assert not ballast.keep(tmp_path, 5000)
    assert list(tmp_path.iterdir()) == []
