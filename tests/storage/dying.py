"""A process that writes until it is killed, and says over a pipe what is kept.

    python -m tests.storage.dying rows|backups|passwords|desks|migrations|restores DIRECTORY

Each piece of work, once it is kept, is one line on stdout. What only some work needs is
imported there: the process is started many times.
"""

from __future__ import annotations

import itertools
import shutil
import sys
from datetime import timedelta
from pathlib import Path

from ssdesk.domain.person import Person
from ssdesk.storage import backups, people
from ssdesk.storage.backup_files import Reason
from ssdesk.storage.store import Store
from tests.storage.stores import KEY, NOW


def write_rows(store: Store) -> None:
    _tell("ready")
    start = store.reader.value("SELECT count(*) FROM person") // 2
    for number in itertools.count(start):
        with store.write("van.thu", NOW) as unit:
            people.insert(unit, Person(f"{number}-a", f"Nguyễn Văn {number}"), NOW)
            unit.audit("person_entered", f"{number}", {"name": "x" * 200})
            people.insert(unit, Person(f"{number}-b", f"H'Hen {number}"), NOW)
        _tell(f"{number}")


def write_backups(store: Store) -> None:
    _tell("ready")
    for number in itertools.count():
        made = backups.make(store, Reason.HAND, NOW + timedelta(minutes=number))
        _tell(made.path.name)


def change_passwords(store: Store) -> None:
    """From `mat-khau-0` on, one higher each time."""
    from ssdesk.clock import FixedClock
    from ssdesk.services import accounts
    from ssdesk.services.context import open_desk
    from ssdesk.storage.keys import Strength

    directory, clock = store.directory, FixedClock(NOW)
    store.close()
    ctx = open_desk(directory, None, sys.argv[3], clock)
    _tell("ready")
    start = int(sys.argv[3].rpartition("-")[2])
    for number in itertools.count(start):
        accounts.change_password(
            ctx, f"mat-khau-{number}", f"mat-khau-{number + 1}", Strength(1, 8)
        )
        _tell(f"mat-khau-{number + 1}")


def make_desks(store: Store) -> None:
    """One new desk after another beside the store."""
    from ssdesk.clock import FixedClock
    from ssdesk.domain.desk import Account, Role
    from ssdesk.services.context import create_desk
    from tests.conftest import LOGIN, PASSWORD, PROFILE, QUICK

    folder = store.directory.parent / "desks"
    _tell("ready")
    start = len(list(folder.glob("desk-*")))
    for number in itertools.count(start):
        account = Account("", LOGIN, "Nông Thị Hạnh", Role.ADMINISTRATOR)
        place = folder / f"desk-{number}"
        ctx, _ = create_desk(place, PROFILE, account, PASSWORD, FixedClock(NOW), QUICK)
        ctx.close()
        _tell(place.name)


def migrate_stores(store: Store) -> None:
    """One store of an older schema after another, each a copy of the one beside `store`."""
    from ssdesk.clock import FixedClock
    from ssdesk.services.context import open_desk

    folder = store.directory.parent / "migrated"
    copy = folder / ".copy"
    _tell("ready")
    for number in itertools.count(len(list(folder.glob("desk-*")))):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(store.directory.parent / "older", copy)
        place = copy.rename(folder / f"desk-{number}")
        open_desk(place, None, "b", FixedClock(NOW)).close()
        _tell(place.name)


def restore_backups(store: Store) -> None:
    """One new store after another of the backup beside `store`; 7 was the last number printed."""
    from ssdesk.clock import FixedClock
    from ssdesk.services import backups as services
    from tests.conftest import PASSWORD

    clock, parent = FixedClock(NOW), store.directory.parent
    folder = parent / "restored"
    plan = services.preview_restore(parent / "backup.zip", None, PASSWORD, clock)
    printed = {book.book_id: 7 for book in plan.books}
    _tell("ready")
    for number in itertools.count(len(list(folder.glob("desk-*")))):
        place = folder / f"desk-{number}"
        services.apply_restore(plan, place, printed, clock).close()
        _tell(place.name)


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


WORK = {
    "rows": write_rows,
    "backups": write_backups,
    "passwords": change_passwords,
    "desks": make_desks,
    "migrations": migrate_stores,
    "restores": restore_backups,
}

if __name__ == "__main__":
    opened = Store.open(Path(sys.argv[2]), KEY if len(sys.argv) < 5 else bytes.fromhex(sys.argv[4]))
    WORK[sys.argv[1]](opened)
