"""A process that writes until it is killed, and says over a pipe what is kept.

    python -m tests.storage.dying rows|backups DIRECTORY

For each unit of work: two people and a line of the audit, then the number on stdout.
"""

from __future__ import annotations

import itertools
import sys
from datetime import timedelta
from pathlib import Path

from ssdesk.domain.person import Person
from ssdesk.storage import backups, people
from ssdesk.storage.backup_files import Reason
from ssdesk.storage.store import Store
from tests.storage.stores import KEY, NOW


def write_rows(store: Store) -> None:
    start = store.reader.value("SELECT count(*) FROM person") // 2
    for number in itertools.count(start):
        with store.write("van.thu", NOW) as unit:
            people.insert(unit, Person(f"{number}-a", f"Nguyễn Văn {number}"), NOW)
            unit.audit("person_entered", f"{number}", {"name": "x" * 200})
            people.insert(unit, Person(f"{number}-b", f"H'Hen {number}"), NOW)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


def write_backups(store: Store) -> None:
    for number in itertools.count():
        made = backups.make(store, Reason.HAND, NOW + timedelta(minutes=number))
        sys.stdout.write(f"{made.path.name}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    opened = Store.open(Path(sys.argv[2]), KEY)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    {"rows": write_rows, "backups": write_backups}[sys.argv[1]](opened)
