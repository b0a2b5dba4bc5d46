"""Stores with a few people in them, made fast."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from ssdesk.domain.person import Person
from ssdesk.storage import people
from ssdesk.storage.store import Store

KEY = bytes(range(32))
NOW = datetime(2026, 9, 5, 8, 0)
NAMES = ("Đàm Thị Ngọc Ánh", "Hoàng Gia Bảo", "H'Linh Niê", "Nguyễn Văn Dũng", "Y Khŏt")


def fill(store: Store, names: Iterable[str] = NAMES) -> None:
    """Puts people in, with a line of the audit."""
    with store.write("van.thu", NOW) as unit:
        start = unit.value("SELECT count(*) FROM person")
        persons = [Person(f"p{start + i}", name) for i, name in enumerate(names)]
        people.insert_many(unit, persons, NOW)
        unit.audit("people_entered", "test", {"count": len(persons)})


def filled(directory: Path) -> Store:
    """A new store with a few people."""
    store = Store.create(directory, KEY)
    fill(store)
    return store
