"""Every change of the schema, in order; a released one is never edited."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from ssdesk.storage.engine import sqlite_utils

MIGRATIONS = sqlite_utils.Migrations("ssdesk")


@MIGRATIONS()
def m0001_school_desk(db: Any) -> None:
    """The tables of the school desk."""
    _run(db, "m0001_school_desk.sql")


@MIGRATIONS()
def m0002_find_people(db: Any) -> None:
    """Search of people by name without tone marks and by the digits of their numbers."""
    _run(db, "m0002_find_people.sql")


@MIGRATIONS()
def m0003_epochs(db: Any) -> None:
    """What was last printed before a store was restored from a backup."""
    _run(db, "m0003_epochs.sql")


@MIGRATIONS()
def m0004_bundles(db: Any) -> None:
    """Keys, accepted desks, and the bundles that were sent and taken in."""
    _run(db, "m0004_bundles.sql")


@MIGRATIONS()
def m0005_paper_cards(db: Any) -> None:
    """Who asks for a card on paper."""
    _run(db, "m0005_paper_cards.sql")


@MIGRATIONS()
def m0006_transfers(db: Any) -> None:
    """Payment slips, and bank statements matched to them."""
    _run(db, "m0006_transfers.sql")


@MIGRATIONS()
def m0007_orders_taken_back(db: Any) -> None:
    """Transfer orders that were taken back."""
    _run(db, "m0007_orders_taken_back.sql")


@MIGRATIONS()
def m0008_whole_bundles(db: Any) -> None:
    """Bundles that tell everything anew, and what they leave out."""
    _run(db, "m0008_whole_bundles.sql")


@MIGRATIONS()
def m0009_statement_lines_open_again(db: Any) -> None:
    """Lines of a bank statement whose receipt was voided wait again."""
    _run(db, "m0009_statement_lines_open_again.sql")


@MIGRATIONS()
def m0010_cards_handed_out(db: Any) -> None:
    """Cards given to homeroom teachers and pupils."""
    _run(db, "m0010_cards_handed_out.sql")


@MIGRATIONS()
def m0011_corrections(db: Any) -> None:
    """What was asked of the office to correct."""
    _run(db, "m0011_corrections.sql")


@MIGRATIONS()
def m0012_refunds(db: Any) -> None:
    """Money given back to families, and who stops after the list."""
    _run(db, "m0012_refunds.sql")


@MIGRATIONS()
def m0013_years_closed(db: Any) -> None:
    """School years that are closed."""
    _run(db, "m0013_years_closed.sql")


@MIGRATIONS()
def m0014_hospital_rows(db: Any) -> None:
    """Rows of a list that tell another hospital."""
    _run(db, "m0014_hospital_rows.sql")


@MIGRATIONS()
def m0015_money_at_hand(db: Any) -> None:
    """Where the money is that no order holds, and cash at the close of each counted day."""
    _run(db, "m0015_money_at_hand.sql")


@MIGRATIONS()
def m0016_households(db: Any) -> None:
    """Who collects, hamlets, households and their members."""
    _run(db, "m0016_households.sql")


@MIGRATIONS()
def m0017_no_list_in_closed_year(db: Any) -> None:
    """A closed school year adds nobody to a list."""
    _run(db, "m0017_no_list_in_closed_year.sql")


@MIGRATIONS()
def m0018_hospital_names(db: Any) -> None:
    """What hospitals are called."""
    _run(db, "m0018_hospital_names.sql")


@MIGRATIONS()
def m0019_collectors_take_money(db: Any) -> None:
    """Money and receipts of collectors, voluntary insurance among them."""
    for table in ("payment", "payment_held"):
        _allow(db, table, "'teacher', 'cashier', 'bank'", "'collector'")
    _allow(db, "enrolment", "'TM', 'ON', 'DC', 'GH'", "'DT', 'DB', 'DL'")
    _run(db, "m0019_collectors_take_money.sql")


@MIGRATIONS()
def m0020_collector_cash(db: Any) -> None:
    """What collectors count in the evening, hand over and have advanced."""
    _run(db, "m0020_collector_cash.sql")


@MIGRATIONS()
def m0021_visits(db: Any) -> None:
    """Visits to those whose card or method ends, and tags of persons."""
    _run(db, "m0021_visits.sql")


def _allow(db: Any, table: str, values: str, more: str) -> None:
    """Lets a column hold more values: the list in its CHECK grows, its rows stay.

    SQLite can drop a named constraint only; a wider CHECK is what it documents
    `writable_schema` for (https://sqlite.org/lang_altertable.html#otheralter).
    """
    db.execute("PRAGMA writable_schema = ON")
    changed = db.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, ?, ?)"
        " WHERE type = 'table' AND name = ? AND instr(sql, ?)",
        (f"({values})", f"({values}, {more})", table, f"({values})"),
    ).rowcount
    db.execute("PRAGMA writable_schema = RESET")
    if changed != 1:
        raise RuntimeError(f"{table} has no CHECK of {values}")


def _run(db: Any, name: str) -> None:
    script = files(__package__).joinpath(name).read_text(encoding="utf-8")
    for statement in _statements(script):
        db.execute(statement)


def _statements(script: str) -> list[str]:
    found, pending = [], ""
    for line in script.splitlines():
        pending += line + "\n"
        trigger = "CREATE TRIGGER" in pending
        if line.endswith(";") and (not trigger or line.endswith("END;")):
            found.append(pending)
            pending = ""
    return found


def pending(connection: Any) -> list[str]:
    """Names of the changes that a store has yet to undergo."""
    return [item.name for item in MIGRATIONS.pending(_database(connection))]


def unknown(connection: Any) -> list[str]:
    """Names of the changes that a newer program made to a store."""
    known = {item.name for item in MIGRATIONS._migrations}
    applied = MIGRATIONS.applied(_database(connection))
    return [item.name for item in applied if item.name not in known]


def migrate(connection: Any) -> None:
    """Brings a store to the newest schema."""
    MIGRATIONS.apply(_database(connection))


def _database(connection: Any) -> Any:
    # What else is installed on the machine has no business in an open store; and looking for it
    # takes a third of the time in which a store opens.
    return sqlite_utils.Database(connection, execute_plugins=False)
