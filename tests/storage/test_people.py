"""Persons, classes and lines: what is written is read back, nothing is overwritten unseen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.person import BirthDate, Person, Precision, Sex
from ssdesk.errors import Conflict
from ssdesk.storage import bulk, people, roster
from ssdesk.storage.roster import RosterEntry
from ssdesk.storage.store import Store

NOW = datetime(2026, 9, 5, 8, 0)
WHOLE = Person(
    id="p1",
    full_name="Đặng Thị Ánh",
    birth_date=BirthDate(date(2010, 9, 1), Precision.MONTH),
    sex=Sex.FEMALE,
    personal_id="020310004512",
    insurance_number="2012345678",
    phone="0912345678",
    address="Khối 3",
    ethnicity="Tày",
    parent_name="Đặng Văn Ba",
    registered_hospital="20001",
    note="lớp trưởng",
    identity_override="đã đối chiếu",
)
BARE = Person(id="p2", full_name="Y")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.create(tmp_path / "desk", bytes(range(32)))
    yield store
    store.close()


def test_persons_are_read_back_as_written(store: Store) -> None:
    with store.write("a", NOW) as unit:
        people.insert(unit, WHOLE, NOW)
        people.insert(unit, BARE, NOW)
    reader = store.reader
    assert people.get(reader, "p1") == WHOLE
    assert people.get(reader, "p2") == BARE
    assert people.get(reader, "p3") is None
    assert people.by_personal_id(reader, "020310004512") == WHOLE
    assert people.by_personal_id(reader, "020310004513") is None
    assert people.by_insurance_number(reader, "2012345678") == WHOLE
    assert people.by_insurance_number(reader, "2012345679") is None
    assert people.everyone(reader) == [WHOLE, BARE]


def test_a_change_over_somebody_elses_is_refused(store: Store) -> None:
    with store.write("a", NOW) as unit:
        people.insert(unit, WHOLE, NOW)
    changed = replace(WHOLE, phone="0987654321")
    with store.write("a", NOW) as unit:
        people.update(unit, changed, NOW)
    assert people.get(store.reader, "p1") == replace(changed, version=2)
    with pytest.raises(Conflict, match="PERSON_CHANGED"), store.write("b", NOW) as unit:
        people.update(unit, replace(WHOLE, phone=""), NOW)
    assert people.get(store.reader, "p1") == replace(changed, version=2)


def test_classes_and_lines(store: Store) -> None:
    clock = FixedClock(NOW)
    with store.write("a", NOW) as unit:
        people.insert(unit, WHOLE, NOW)
        ten = roster.ensure_class(unit, clock, "2026-2027", "10A10")
        two = roster.ensure_class(unit, clock, "2026-2027", "Lớp 10A2")
        assert roster.ensure_class(unit, clock, "2026-2027", "10A2") == two
        line = RosterEntry("e1", "2026-2027", ten, "p1", "HS01", date(2026, 9, 1))
        roster.insert_entry(unit, line)
    classes = roster.list_classes(store.reader, "2026-2027")
    assert [(item.name, item.grade) for item in classes] == [("10A2", 10), ("10A10", 10)]
    left = replace(line, class_id=two, left_on=date(2026, 12, 1), moved_note="chuyển")
    with store.write("a", NOW) as unit:
        roster.update_entry(unit, left)
    assert roster.entries_of_year(store.reader, "2026-2027") == [replace(left, version=2)]
    with pytest.raises(Conflict, match="ROSTER_CHANGED"), store.write("a", NOW) as unit:
        roster.update_entry(unit, line)


def _shape(store: Store) -> list[tuple[object, ...]]:
    rows = store.reader.rows(
        "SELECT type, name, sql FROM sqlite_master WHERE tbl_name LIKE 'person%' ORDER BY name"
    )
    return [tuple(row) for row in rows]


def test_many_at_once_are_as_searchable_as_one_by_one(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "MANY", 50)
    shape = _shape(store)
    crowd = [
        replace(BARE, id=f"q{n:03d}", full_name=f"Vi Văn {chr(65 + n % 26)}") for n in range(60)
    ]
    with store.write("a", NOW) as unit:
        people.insert(unit, WHOLE, NOW)
        people.insert_many(unit, crowd, NOW)
        people.insert(unit, replace(BARE, id="z", full_name="Sau Cùng"), NOW)
    assert _shape(store) == shape
    one_by_one = Store.create(tmp_path / "other", bytes(range(32)))
    with one_by_one.write("a", NOW) as unit:
        for person in (WHOLE, *crowd, replace(BARE, id="z", full_name="Sau Cùng")):
            people.insert(unit, person, NOW)
    for sql in (
        "SELECT rowid FROM person_search WHERE person_search MATCH 'vi' ORDER BY rowid",
        "SELECT rowid FROM person_search WHERE person_search MATCH 'anh OR sau' ORDER BY rowid",
        "SELECT word FROM search_word ORDER BY word",
    ):
        found = [tuple(row) for row in store.reader.rows(sql)]
        assert found == [tuple(row) for row in one_by_one.reader.rows(sql)]
        assert found
    one_by_one.close()


def test_many_that_fail_leave_the_store_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "MANY", 2)
    shape = _shape(store)
    with pytest.raises(Conflict), store.write("a", NOW) as unit:
        people.insert_many(unit, [BARE, BARE, WHOLE], NOW)
    assert _shape(store) == shape
    assert people.everyone(store.reader) == []


def test_a_huge_crowd_is_kept_in_memory_only_while_it_comes_in(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "MANY", 2)
    monkeypatch.setattr(bulk, "HUGE", 2)
    with store.write("a", NOW) as unit:
        usual = unit.value("PRAGMA cache_size")
        with bulk.many_rows(unit, "person", 2):
            assert unit.value("PRAGMA cache_size") < 8 * usual < 0, "kilobytes, told as negative"
        assert unit.value("PRAGMA cache_size") == usual
        with pytest.raises(Conflict):
            people.insert_many(unit, [BARE, BARE], NOW)
        assert unit.value("PRAGMA cache_size") == usual


def test_many_lines_at_once_leave_their_indexes_as_they_were(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "MANY", 2)
    sql = "SELECT name, sql FROM sqlite_master WHERE tbl_name = 'roster_entry' ORDER BY name"
    shape = [tuple(row) for row in store.reader.rows(sql)]
    clock = FixedClock(NOW)
    with store.write("a", NOW) as unit:
        people.insert_many(unit, [WHOLE, BARE], NOW)
        names = roster.ensure_classes(unit, clock, "2026-2027", ["10A1", "Lớp 10 a1", "10A2"])
        lines = [
            RosterEntry(clock.new_id(), "2026-2027", names[name], person, "", date(2026, 9, 1))
            for name, person in (("10A1", "p1"), ("10A2", "p2"))
        ]
        roster.insert_entries(unit, lines)
    assert names["10A1"] == names["Lớp 10 a1"] != names["10A2"]
    assert [tuple(row) for row in store.reader.rows(sql)] == shape
    assert roster.entries_of_year(store.reader, "2026-2027") == lines
