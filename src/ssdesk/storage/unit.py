"""Reading the store, and changing it in one unit of work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from ssdesk.errors import Conflict, Param
from ssdesk.storage.audit import AuditEntry, detail_text
from ssdesk.storage.faults import translated

Value = str | int | bytes | None
Row = Mapping[str, Any]


class Reader:
    """Reads rows; nothing it does changes the store."""

    def __init__(self, connection: Any, place: Path) -> None:
        self._connection = connection
        self._place = place

    def rows(self, sql: str, params: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query, each read by column name."""
        with translated(self._place):
            return list(self._connection.execute(sql, params).fetchall())

    def one(self, sql: str, params: Sequence[Value] = ()) -> Row | None:
        """The first row, or None."""
        with translated(self._place):
            row: Row | None = self._connection.execute(sql, params).fetchone()
            return row

    def value(self, sql: str, params: Sequence[Value] = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.one(sql, params)
        return None if row is None else row[0]  # type: ignore[index]

    def last_audit(self) -> tuple[int, str]:
        """Place and hash of the last line of the audit; 0 and nothing where there is none."""
        row = self.one("SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1")
        return (row["seq"], row["hash"]) if row else (0, "")


class Unit(Reader):
    """One unit of work: everything done in it is kept, or nothing."""

    def __init__(self, connection: Any, place: Path, actor: str, at: datetime) -> None:
        super().__init__(connection, place)
        self.actor = actor
        self.at = at

    def execute(self, sql: str, params: Sequence[Value] = ()) -> int:
        """Runs one statement; the number of rows it touched."""
        with translated(self._place):
            return int(self._connection.execute(sql, params).rowcount)

    def executemany(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Runs one statement for many rows, the fast way for bulk."""
        with translated(self._place):
            self._connection.executemany(sql, rows)

    def insert(self, table: str, **values: Value) -> None:
        """Writes one row."""
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        self.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))

    def update(self, table: str, row_id: str, **values: Value) -> None:
        """Changes one row by its id.

        Raises:
            Conflict: ROW_GONE where there is none.
        """
        sets = ", ".join(f"{name} = ?" for name in values)
        sql = f"UPDATE {table} SET {sets} WHERE id = ?"
        if self.execute(sql, (*values.values(), row_id)) != 1:
            raise Conflict("ROW_GONE")

    def audit(self, action: str, subject: str, detail: Mapping[str, Param]) -> None:
        """Adds an entry to the chained audit."""
        seq, last_hash = self.last_audit()
        entry = AuditEntry(
            seq=seq + 1,
            at=self.at.isoformat(),
            account=self.actor,
            action=action,
            subject=subject,
            detail=detail_text(detail),
            previous_hash=last_hash,
        )
        values = {name: getattr(entry, name) for name in AuditEntry.__slots__}
        self.insert("audit_entry", **values, hash=entry.hash())
