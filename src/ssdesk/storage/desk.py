"""What the desk is and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from enum import Enum

from ssdesk.domain.desk import Budget, DeskKind, DeskProfile
from ssdesk.errors import StorageUnavailable
from ssdesk.storage.store import Reader, Unit


@dataclass(frozen=True, slots=True)
class Desk:
    """Which desk a store belongs to.

    Args:
        epoch: 1, and one more after each restore (ruling 13).
    """

    desk_id: str
    kind: DeskKind
    epoch: int
    created_at: datetime
    demo: bool


_TYPES = {"kind": DeskKind, "budget": Budget, "first_grade": int, "last_grade": int}


def read_profile(reader: Reader) -> DeskProfile:
    """The profile as last saved."""
    known = {item.name for item in fields(DeskProfile)}
    values = {
        row["name"]: _TYPES.get(row["name"], str)(row["value"])
        for row in reader.rows("SELECT name, value FROM desk_profile")
        if row["name"] in known
    }
    return DeskProfile(**values)


def write_profile(unit: Unit, profile: DeskProfile) -> None:
    """Saves the whole profile."""
    for item in fields(profile):
        value = getattr(profile, item.name)
        text = value.value if isinstance(value, Enum) else str(value)
        unit.execute(
            "INSERT INTO desk_profile (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (item.name, text),
        )


def read_desk(reader: Reader) -> Desk:
    """Which desk this is.

    Raises:
        StorageUnavailable: STORE_UNFINISHED where the first start never ended.
    """
    row = reader.one("SELECT * FROM desk")
    if row is None:
        raise StorageUnavailable("STORE_UNFINISHED")
    return Desk(
        desk_id=row["desk_id"],
        kind=DeskKind(row["kind"]),
        epoch=row["epoch"],
        created_at=datetime.fromisoformat(row["created_at"]),
        demo=bool(row["demo"]),
    )


def write_desk(unit: Unit, desk_id: str, kind: DeskKind, at: datetime, *, demo: bool) -> None:
    """Writes down, once, which desk this is."""
    unit.insert(
        "desk",
        one=1,
        desk_id=desk_id,
        kind=kind.value,
        epoch=1,
        created_at=at.isoformat(),
        demo=int(demo),
    )
