"""People found by words without tone marks, and by the digits somebody reads out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssdesk.domain import names
from ssdesk.domain.person import Person
from ssdesk.storage import people
from ssdesk.storage.queries import search
from ssdesk.storage.queries.search import find_people
from ssdesk.storage.store import Store
from tests.storage.stores import KEY, NOW

PEOPLE = (
    Person("1", "Nguyễn Văn Dũng", personal_id="020210001127", phone="0912345678"),
    Person("2", "Nguyễn Văn Đũng", personal_id="020210001128"),
    Person("3", "Nguyễn Vân Dung", insurance_number="2012345678"),
    Person("4", "H'Hen Niê", personal_id="066310004411"),
    Person("5", "Y Khŏt", phone="0987001127"),
    Person("6", "Đặng Thị Đào"),
    Person("7", "Nguyệt"),
    Person("8", "Hoà Nguyễn"),
    Person("9", "Hòa Nguyễn"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.create(tmp_path_factory.mktemp("search") / "desk", KEY)
    with store.write("van.thu", NOW) as unit:
        people.insert_many(unit, PEOPLE, NOW)
    yield store
    store.close()


def _ids(store: Store, text: str, limit: int = 50) -> list[str]:
    return [hit.id for hit in find_people(store.reader, text, limit)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nguyen van dung", {"1", "2", "3"}),
        ("NGUYEN VAN DU", {"1", "2", "3"}),
        ("dung nguyen", {"1", "2", "3"}),
        ("nguy", {"1", "2", "3", "7", "8", "9"}),
        ("ngu dung", {"1", "2", "3"}),
        ("hhen", {"4"}),
        ("H'Hen", {"4"}),
        ("nie", {"4"}),
        ("y khot", {"5"}),
        ("đào", {"6"}),
        ("dao dang", {"6"}),
        ("hòa", {"8", "9"}),
        ("1127", {"1", "5"}),
        ("127", {"1", "5"}),
        ("0001127", {"1"}),
        ("020210001127", {"1"}),
        ("0202", {"1", "2"}),
        ("5678", {"1", "3"}),
        ("0912 345 678", {"1"}),
        ("dung 1127", {"1"}),
        ("zzz", set()),
        ("nguyen zzz", set()),
        ("99999999999999999999", set()),
        ("", set()),
        ("   ", set()),
        ("%", set()),
        ('" OR "', set()),
        ("'; DROP TABLE person; --", set()),
        ("NOT", set()),
    ],
)
def test_what_is_typed_finds(store: Store, typed: str, found: set[str]) -> None:
    assert set(_ids(store, typed)) == found


def test_the_right_tone_marks_come_first(store: Store) -> None:
    assert _ids(store, "Nguyễn Văn Dũng")[0] == "1"
    assert _ids(store, "văn đũng")[0] == "2"
    assert _ids(store, "vân dung")[0] == "3"
    assert len(_ids(store, "nguyen", limit=2)) == 2


@pytest.mark.parametrize("rare", [2_000, 1])
def test_a_name_is_found_behind_any_number_of_others_with_the_same_digits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rare: int
) -> None:
    monkeypatch.setattr(search, "_RARE", rare)
    store = Store.create(tmp_path / "desk", KEY)
    many = [Person(f"n{n}", "Nguyễn Văn Nam", phone=f"0912{n:06}") for n in range(300)]
    sought = [Person(f"d{n}", "Đặng Thị Đào", phone=f"0912999{n:03}") for n in range(3)]
    with store.write("van.thu", NOW) as unit:
        people.insert_many(unit, (*many, *sought), NOW)
    assert set(_ids(store, "dao 0912")) == {"d0", "d1", "d2"}
    assert _ids(store, "dao 9001") == ["d1"]
    assert _ids(store, "hoa 0912") == []
    assert len(_ids(store, "nam 0912")) == 50
    store.close()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_answered(store: Store, text: str) -> None:
    _ids(store, text)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(PEOPLE), st.data())
def test_every_beginning_of_every_word_finds(
    store: Store, person: Person, data: st.DataObject
) -> None:
    words = names.search_key(person.full_name).split()
    last = words.pop()
    typed = " ".join((*words, last[: data.draw(st.integers(1, len(last)))]))
    assert person.id in _ids(store, typed)


def test_the_index_follows_changes(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "desk", KEY)
    with store.write("van.thu", NOW) as unit:
        people.insert_many(unit, PEOPLE, NOW)
    with store.write("van.thu", NOW) as unit:
        people.update(unit, replace(PEOPLE[0], full_name="Lương Thế Vinh"), NOW)
        unit.execute("DELETE FROM person WHERE id = '4'")
    assert _ids(store, "luong the vinh") == ["1"]
    assert set(_ids(store, "nguyen van dung")) == {"2", "3"}
    assert _ids(store, "nie") == []
    store.close()


def test_the_queries_use_their_indexes(store: Store) -> None:
    for column in ("personal_id", "insurance_number", "phone"):
        for sql, params in (search._tail_query(column, "1127"), search._head_query(column, "02")):
            plan = " ".join(
                row["detail"] for row in store.reader.rows(f"EXPLAIN QUERY PLAN {sql}", params)
            )
            assert f"INDEX person_by_{column}" in plan, plan
