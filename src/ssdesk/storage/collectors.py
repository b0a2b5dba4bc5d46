"""Who collects for the organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Collector:
    """A collector with the code that goes on lists and receipts."""

    id: str
    code: str
    full_name: str
    started_on: date
    phone: str = ""
    account_id: str | None = None
    ended_on: date | None = None


def every(reader: Reader) -> tuple[Collector, ...]:
    """All collectors by code, those who stopped at the end."""
    rows = reader.rows("SELECT * FROM collector ORDER BY ended_on IS NOT NULL, code")
    return tuple(_collector(row) for row in rows)


def get(reader: Reader, collector_id: str) -> Collector | None:
    """One collector."""
    row = reader.one("SELECT * FROM collector WHERE id = ?", (collector_id,))
    return None if row is None else _collector(row)


def of_code(reader: Reader, code: str) -> Collector | None:
    """The collector of a code."""
    row = reader.one("SELECT * FROM collector WHERE code = ?", (code,))
    return None if row is None else _collector(row)


def of_account(reader: Reader, account_id: str) -> Collector | None:
    """The collector who sits at the desk under an account."""
    row = reader.one("SELECT * FROM collector WHERE account_id = ?", (account_id,))
    return None if row is None else _collector(row)


def insert(unit: Unit, item: Collector) -> None:
    """Writes a new collector."""
    unit.insert("collector", id=item.id, started_on=item.started_on.isoformat(), **_values(item))


def update(unit: Unit, item: Collector) -> None:
    """Writes a changed collector."""
    unit.update("collector", item.id, **_values(item))


def _values(item: Collector) -> dict[str, str | None]:
    return {
        "code": item.code,
        "full_name": item.full_name,
        "phone": item.phone,
        "account_id": item.account_id,
        "ended_on": item.ended_on.isoformat() if item.ended_on else None,
    }


def _collector(row: Row) -> Collector:
    return Collector(
        id=row["id"],
        code=row["code"],
        full_name=row["full_name"],
        started_on=date.fromisoformat(row["started_on"]),
        phone=row["phone"],
        account_id=row["account_id"],
        ended_on=date.fromisoformat(row["ended_on"]) if row["ended_on"] else None,
    )
