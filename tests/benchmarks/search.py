"""Search while typing: every key pressed on the way to some people, by name and by number."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

from ssdesk.domain.names import search_key
from ssdesk.domain.person import Person
from ssdesk.storage import people
from ssdesk.storage.queries.search import find_people
from ssdesk.storage.store import Store
from tests.benchmarks.desks import NOW, made_up
from tests.benchmarks.measuring import Figure, each, p99
from tests.storage.stores import KEY

SIZES = (8_800, 158_421, 1_158_094)
# The slow ways are asked less often.
_FEW = 60


def keystrokes(persons: Iterable[Person]) -> list[str]:
    """What is typed, key by key, to find some people by name or by the end of a number."""
    typed = []
    for person in persons:
        words = search_key(person.full_name).split()
        for text in (" ".join(words), " ".join(words[-2:]), words[-1]):
            typed += [text[:end] for end in range(1, len(text) + 1)]
        number = person.personal_id or ""
        typed += [number[-count:] for count in range(2, 7)]
    return typed


def measure(folder: Path, size: int) -> Figure:
    """The first 50 hits of every keystroke among `size` people; the slowest of a hundred."""
    persons = made_up(size)
    store = Store.create(folder / "desk", KEY)
    with store.write("bench", NOW) as unit:
        people.insert_many(unit, persons, NOW)
    reader = store.reader
    typed = keystrokes(random.Random(2).sample(persons, 40))
    like = (
        "SELECT id, full_name FROM person WHERE search_key LIKE ? OR personal_id LIKE ?"
        " ORDER BY sort_key LIMIT 50"
    )
    prefix = "SELECT rowid FROM person_search WHERE person_search MATCH ? LIMIT 50"

    def by_prefix(number: int) -> None:
        words = typed[number].split()
        reader.rows(prefix, (" AND ".join(f'"{word}" *' for word in words),))

    ours = each(lambda number: find_people(reader, typed[number]), len(typed))
    bare = each(by_prefix, min(_FEW, len(typed)))
    slow = each(lambda n: reader.rows(like, (f"%{typed[n]}%",) * 2), min(_FEW, len(typed)))
    store.close()
    return Figure(
        "search while typing, p99",
        size,
        p99(ours),
        limit=p99(bare),
        limit_name="FTS5 prefix, unranked, p99",
        peer=p99(slow),
        peer_name="LIKE, p99",
        goal="p99 ≤ 16 ms",
    )
