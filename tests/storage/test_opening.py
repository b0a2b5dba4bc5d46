"""A store that is not what it should be is refused with a sentence, and stays as it was."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ssdesk.domain.checks import Language, sentence
from ssdesk.errors import StorageUnavailable
from ssdesk.storage import migrations, verify
from ssdesk.storage.connection import connect
from ssdesk.storage.engine import sqlite_utils
from ssdesk.storage.store import DATABASE, Store
from tests.storage.stores import KEY, NAMES, NOW, fill, filled


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = filled(tmp_path_factory.mktemp("opening") / "desk")
    fill(store, (f"{name} {number}" for number in range(40) for name in NAMES))
    store.close()
    return store.directory


@pytest.fixture
def directory(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "desk"))


def _refusal(directory: Path, key: bytes = KEY) -> str:
    before = _sum(directory)
    with pytest.raises(StorageUnavailable) as refused:
        Store.open(directory, key).close()
    for language in Language:
        assert str(directory) in sentence(refused.value.code, refused.value.params, language)
    assert _sum(directory) == before, "the refused file was changed"
    return refused.value.code


def _sum(directory: Path) -> str:
    path = directory / DATABASE
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def test_missing_empty_and_foreign(directory: Path) -> None:
    path = directory / DATABASE
    path.write_bytes(b"")
    assert _refusal(directory) == "STORE_EMPTY"
    path.write_bytes(b"PK\x03\x04 this is another file")
    assert _refusal(directory) == "STORE_CUT"
    path.write_bytes(os.urandom(8 * 4096))
    assert _refusal(directory) == "STORE_DAMAGED"
    path.unlink()
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE person (id)")
    plain.commit()
    plain.close()
    assert _refusal(directory) == "STORE_FOREIGN"
    path.unlink()
    assert _refusal(directory) == "STORE_MISSING"


def test_encrypted_by_another_program(directory: Path) -> None:
    (directory / DATABASE).unlink()
    other = connect(directory / DATABASE, KEY)
    other.execute("CREATE TABLE person (id)")
    other.close()
    assert _refusal(directory) == "STORE_FOREIGN"


def test_another_key(directory: Path) -> None:
    assert _refusal(directory, bytes(32)) == "STORE_DAMAGED"


@pytest.mark.parametrize("share", [0.999, 0.9, 0.5, 0.1, 0.01])
def test_cut_anywhere(directory: Path, share: float) -> None:
    path = directory / DATABASE
    # Never the end of a page: a file cut there is damaged rather than cut.
    size = int(path.stat().st_size * share) | 1
    os.truncate(path, size)
    assert _refusal(directory) == "STORE_CUT"
    os.truncate(path, max(4096, size // 4096 * 4096))
    assert _refusal(directory) == "STORE_DAMAGED"


@pytest.mark.parametrize("flips", [1, 10, 100])
@pytest.mark.parametrize("seed", range(6))
def test_bytes_flipped_anywhere(directory: Path, flips: int, seed: int) -> None:
    path = directory / DATABASE
    content = bytearray(path.read_bytes())
    for place in random.Random(seed * 1000 + flips).sample(range(len(content)), flips):
        content[place] ^= 0x55
    path.write_bytes(content)
    assert _refusal(directory) == "STORE_DAMAGED"


def test_every_page_counts(directory: Path) -> None:
    path = directory / DATABASE
    whole = path.read_bytes()
    for page in range(0, len(whole), 4096):
        content = bytearray(whole)
        content[page + 1000] ^= 1
        path.write_bytes(content)
        assert _refusal(directory) == "STORE_DAMAGED", page // 4096


def test_what_else_is_installed_gets_no_hand_on_an_open_store(directory: Path) -> None:
    given: list[object] = []

    class Curious:
        @sqlite_utils.hookimpl
        def prepare_connection(self, conn: object) -> None:
            given.append(conn)

    sqlite_utils.plugins.pm.register(Curious(), "curious")
    try:
        Store.open(directory, KEY).close()
    finally:
        sqlite_utils.plugins.pm.unregister(name="curious")
    assert given == []


def test_newer(directory: Path) -> None:
    store = Store.open(directory, KEY)
    with store.write("a", NOW) as unit:
        unit.insert(
            "_sqlite_migrations", migration_set="ssdesk", name="m9999_tomorrow", applied_at="x"
        )
    store.close()
    assert _refusal(directory) == "STORE_NEWER"


def test_older_is_backed_up_and_migrated(tmp_path: Path) -> None:
    directory = tmp_path / "desk"
    directory.mkdir()
    connection = connect(directory / DATABASE, KEY)
    connection.execute("PRAGMA application_id = 0x73736465")
    database = migrations.sqlite_utils.Database(connection)
    migrations.MIGRATIONS.apply(database, stop_before="m0002_find_people")
    connection.execute(
        "INSERT INTO person (id, full_name, search_key, sort_key, updated_at)"
        " VALUES ('a', 'Đào', 'dao', 'dao', 'x')"
    )
    connection.close()
    seen = []

    def back_up(store: Store) -> None:
        seen.append(store.reader.rows("SELECT name FROM sqlite_master WHERE name = 'search_word'"))

    store = Store.open(directory, KEY, before_migrating=back_up)
    assert seen == [[]], "the backup is made once, of the older schema"
    assert store.reader.value("SELECT word FROM search_word") == "dao"
    assert verify.basics(store.reader) == ()
    store.close()
    Store.open(directory, KEY, before_migrating=back_up).close()
    assert len(seen) == 1


def test_a_failing_migration_leaves_the_older_schema(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    directory = tmp_path / "desk"
    store = filled(directory)
    store.close()
    before = _sum(directory)

    def planted(db: object) -> None:
        db.execute("CREATE TABLE half_done (a)")  # type: ignore[attr-defined]
        db.execute("CREATE TABLE half_done (a)")  # type: ignore[attr-defined]

    own = migrations.sqlite_utils.Migrations("ssdesk")
    own._migrations = [*migrations.MIGRATIONS._migrations]
    own(name="m9998_fails")(planted)
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "MIGRATIONS", own)
        with pytest.raises(Exception, match="already exists"):
            Store.open(directory, KEY)
    store = Store.open(directory, KEY)
    assert store.reader.value("SELECT count(*) FROM sqlite_master WHERE name='half_done'") == 0
    assert store.reader.value("SELECT count(*) FROM person") == len(NAMES)
    store.close()
    assert before


def test_a_second_window_is_refused(directory: Path) -> None:
    store = Store.open(directory, KEY)
    assert _refusal(directory) == "STORE_IN_USE"
    code = (
        "import sys; from pathlib import Path; from ssdesk.storage.store import Store\n"
        "from ssdesk.errors import StorageUnavailable\n"
        "try: Store.open(Path(sys.argv[1]), bytes(range(32)))\n"
        "except StorageUnavailable as error: print(error.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(directory)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "STORE_IN_USE"
    store.close()
    Store.open(directory, KEY).close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_folder(directory: Path) -> None:
    directory.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert _refusal(directory) == "STORE_READ_ONLY"
    finally:
        directory.chmod(stat.S_IRWXU)


def test_read_only_system(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root too: what the system says of a read-only disk."""

    def refuse(*_: object, **__: object) -> int:
        raise OSError(30, "Read-only file system")

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        with pytest.raises(StorageUnavailable) as refused:
            Store.open(directory, KEY)
    assert refused.value.code == "STORE_READ_ONLY"


def test_a_store_that_cannot_be_read_is_not_taken_for_a_missing_one(tmp_path: Path) -> None:
    (tmp_path / DATABASE).mkdir()
    with pytest.raises(StorageUnavailable) as refused:
        Store.open(tmp_path, KEY)
    assert refused.value.code == "STORE_DISK_ERROR"
