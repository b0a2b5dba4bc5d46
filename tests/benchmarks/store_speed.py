"""How fast a commit and a search are, beside the raw limit and the ways not taken.

    .venv/bin/python -m tests.benchmarks.store_speed [people …]

Prints two tables in Markdown: one record per commit, and search while typing at each size.
Figures are milliseconds; `x` is the ratio to the first row.
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from ssdesk.domain.names import search_key
from ssdesk.domain.person import Person
from ssdesk.storage import people
from ssdesk.storage.queries.search import find_people
from ssdesk.storage.store import Store
from tests.storage.stores import KEY, NOW

SIZES = (8_800, 158_421)
COMMITS = 1_000


def _words(text: str) -> list[str]:
    return text.split()


FAMILY = _words("Nguyễn Nguyễn Nguyễn Nguyễn Trần Lê Phạm Hoàng Vi Nông Lương Lò Đặng Bùi Đỗ Hà")
MIDDLE = _words("Văn Thị Quốc Ngọc Thanh Minh Hữu Đức Thu Gia Kim Xuân Bảo Hồng Công Đình")
GIVEN = _words(
    "An Ánh Bảo Bình Chi Cường Dũng Duyên Dương Đào Đạt Giang Hà Hạnh Hiếu Hoà Hùng Hương "
    "Khánh Lan Linh Long Mai Minh Nam Nga Ngân Nhung Oanh Phong Phúc Phương Quân Quyên Sơn "
    "Tâm Thảo Thuỷ Trang Trung Tuấn Uyên Việt Vinh Vy Yến"
)


def measure(action: Callable[[int], object], times: int) -> list[float]:
    """Sorted milliseconds of each call."""
    taken = []
    for number in range(times):
        start = time.perf_counter()
        action(number)
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)


def table(title: str, rows: list[tuple[str, list[float]]]) -> None:
    """One table; the ratio is of the medians."""
    print(f"\n{title}\n\n| what | p50 | p99 | max | x |\n|---|---|---|---|---|")
    first = statistics.median(rows[0][1])
    for name, taken in rows:
        p99 = taken[int(len(taken) * 0.99)]
        half = statistics.median(taken)
        print(f"| {name} | {half:.3f} | {p99:.3f} | {taken[-1]:.3f} | {half / first:.2f} |")


def made_up(count: int, seed: int = 1) -> list[Person]:
    """People with names as common as in life; ids only look right."""
    chance = random.Random(seed)
    return [
        Person(
            f"{number:08}",
            " ".join(
                (
                    chance.choice(FAMILY),
                    *chance.choices(MIDDLE, k=chance.choice((1, 1, 2))),
                    chance.choice(GIVEN),
                )
            ),
            personal_id=f"{chance.randrange(10**11):012}",
            insurance_number=f"{chance.randrange(10**10):010}",
            phone=f"09{chance.randrange(10**8):08}",
        )
        for number in range(count)
    ]


def commits(folder: Path) -> list[tuple[str, list[float]]]:
    """One record per commit, as a payment is."""
    persons = made_up(COMMITS)
    raw = os.open(folder / "raw", os.O_WRONLY | os.O_CREAT)

    def append(_: int) -> None:
        os.write(raw, bytes(16_384))
        os.fdatasync(raw)

    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA synchronous = FULL")
    plain.execute("CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT, number TEXT)")

    def insert_plain(number: int) -> None:
        plain.execute("INSERT INTO person VALUES (?, ?, ?)", (str(number), "Nguyễn", "0202"))

    store = Store.create(folder / "desk", KEY)

    def insert_ours(number: int) -> None:
        with store.write("van.thu", NOW) as unit:
            people.insert(unit, persons[number], NOW)
            unit.audit("person_entered", persons[number].id, {"name": "x"})

    found = [
        ("16 KiB appended and synced (raw limit)", measure(append, COMMITS)),
        ("sqlite3, plain, one table", measure(insert_plain, COMMITS)),
        ("ours: encrypted, 7 indexes, search, audit", measure(insert_ours, COMMITS)),
    ]
    os.close(raw)
    plain.close()
    store.close()
    return found


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


def searches(folder: Path, count: int) -> list[tuple[str, list[float]]]:
    """Every keystroke's first 50 hits."""
    persons = made_up(count)
    store = Store.create(folder / f"desk-{count}", KEY)
    start = time.perf_counter()
    with store.write("van.thu", NOW) as unit:
        people.insert_many(unit, persons, NOW)
    size = sum(path.stat().st_size for path in store.directory.iterdir())
    stored = time.perf_counter() - start
    print(f"\n{count} people stored, searchable, in {stored:.1f} s, {size / 1e6:.0f} MB")
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

    few = min(len(typed), 60)
    found = [
        ("ours", measure(lambda n: find_people(reader, typed[n]), len(typed))),
        ("FTS5 prefix query", measure(by_prefix, few)),
        ("LIKE", measure(lambda n: reader.rows(like, (f"%{typed[n]}%",) * 2), few)),
    ]
    store.close()
    return found


def main(sizes: Iterable[int]) -> None:
    """Prints the tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table("One record per commit", commits(folder))
        for count in sizes:
            table(f"Search while typing, {count} people", searches(folder, count))


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or SIZES)
