"""One unit of work: all of it or nothing, and readers see only what is kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ssdesk.errors import Cancelled, Conflict, StorageUnavailable, UserError
from ssdesk.storage.store import DATABASE, Store
from tests.storage.stores import KEY, NAMES, NOW, fill, filled


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = filled(tmp_path / "desk")
    yield store
    store.close()


def _people(store: Store) -> int:
    return int(store.reader.value("SELECT count(*) FROM person"))


def test_what_is_written_is_there_after_opening_again(store: Store) -> None:
    store.close()
    again = Store.open(store.directory, KEY)
    assert [row["full_name"] for row in again.reader.rows("SELECT * FROM person")] == list(NAMES)
    again.close()


def test_a_unit_that_fails_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.write("van.thu", NOW) as unit:
            unit.execute("DELETE FROM person")
            unit.audit("people_removed", "test", {})
            assert unit.value("SELECT count(*) FROM person") == 0
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert _people(store) == len(NAMES)
    assert store.reader.value("SELECT count(*) FROM audit_entry") == 1


def test_readers_do_not_see_half_done_work(store: Store) -> None:
    with store.write("van.thu", NOW) as unit:
        unit.execute("DELETE FROM person")
        assert _people(store) == len(NAMES)
    assert _people(store) == 0


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(StorageUnavailable):
        store.reader.rows("DELETE FROM person")
    assert _people(store) == len(NAMES)


def test_writers_of_many_threads_lose_nothing(store: Store) -> None:
    """Read, then write: 4 threads count up one value 50 times each."""

    def count_up() -> None:
        for _ in range(50):
            with store.write("van.thu", NOW) as unit:
                value = unit.value("SELECT coalesce(max(version), 0) FROM person WHERE id = 'p0'")
                unit.update("person", "p0", version=value + 1)
            assert _people(store) == len(NAMES)

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.reader.value("SELECT version FROM person WHERE id = 'p0'") == 201


def test_long_reading_can_be_stopped(store: Store) -> None:
    endless = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT max(n) FROM c"
    reader = store.reader
    timer = threading.Timer(0.05, store.interrupt)
    timer.start()
    with pytest.raises(Cancelled):
        reader.value(endless)
    timer.join()
    assert _people(store) == len(NAMES)


def test_constraints_and_missing_rows_are_conflicts(store: Store) -> None:
    fill(store, ())
    with pytest.raises(Conflict) as refused, store.write("van.thu", NOW) as unit:
        unit.insert("audit_entry", **dict(unit.one("SELECT * FROM audit_entry") or {}))
    assert refused.value.code == "ROW_CONFLICT"
    with pytest.raises(Conflict) as refused, store.write("van.thu", NOW) as unit:
        unit.update("person", "nobody", note="?")
    assert refused.value.code == "ROW_GONE"
    with pytest.raises(Conflict), store.write("van.thu", NOW) as unit:
        unit.insert(
            "card", id="c", person_id="nobody", number="1", group_code="HS", recorded_at="x"
        )


IMMUTABLE = (
    "receipt",
    "receipt_void",
    "receipt_print",
    "payment",
    "handover",
    "handover_payment",
    "cash_count",
    "remittance",
    "remittance_line",
    "remittance_withdrawal",
    "remittance_confirmation",
    "refund",
    "refund_payment",
    "submission",
    "submission_line",
    "import_change",
    "audit_entry",
    "epoch",
    "epoch_book",
)


@pytest.mark.parametrize("table", IMMUTABLE)
def test_posted_tables_have_both_guards(store: Store, table: str) -> None:
    rows = store.reader.rows(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
    )
    text = " ".join(row["sql"] for row in rows)
    assert f"BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'IMMUTABLE')" in text
    assert f"BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'IMMUTABLE')" in text


@pytest.mark.parametrize("sql", ["UPDATE audit_entry SET account = 'x'", "DELETE FROM audit_entry"])
def test_the_audit_cannot_be_changed(store: Store, sql: str) -> None:
    with pytest.raises(UserError) as refused, store.write("van.thu", NOW) as unit:
        unit.execute(sql)
    assert refused.value.code == "IMMUTABLE"


def test_every_table_is_strict_and_nothing_personal_is_readable(store: Store) -> None:
    rows = store.reader.rows(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0"
        " AND type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '_sqlite_migrations'"
    )
    assert [row["name"] for row in rows] == []
    store.close()
    for file in store.directory.iterdir():
        content = file.read_bytes()
        assert b"SQLite format" not in content
        assert "Niê".encode() not in content, file.name


def test_creating_over_a_store_is_refused(store: Store) -> None:
    with pytest.raises(StorageUnavailable) as refused:
        Store.create(store.directory, KEY)
    assert refused.value.code == "STORE_EXISTS"


def test_commits_are_counted(store: Store) -> None:
    before = store.commits
    fill(store, ["Lò Văn Pản"])
    assert store.commits == before + 1
    assert (store.directory / DATABASE).exists()
