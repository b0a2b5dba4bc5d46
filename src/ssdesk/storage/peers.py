"""Desks whose card was accepted here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ssdesk.domain.bundle import DeskCard, Party
from ssdesk.domain.desk import DeskKind
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class Peer:
    """An accepted desk; a revoked one is kept, its bundles are refused."""

    card: DeskCard
    accepted_at: datetime
    accepted_by: str
    revoked_at: datetime | None
    revoked_reason: str


def every(reader: Reader) -> tuple[Peer, ...]:
    """All desks ever accepted, by name."""
    return tuple(_peer(row) for row in reader.rows("SELECT * FROM peer ORDER BY name, desk_id"))


def get(reader: Reader, desk_id: str) -> Peer | None:
    """One desk."""
    row = reader.one("SELECT * FROM peer WHERE desk_id = ?", (desk_id,))
    return None if row is None else _peer(row)


def accept(unit: Unit, card: DeskCard) -> None:
    """Accepts a card; a newer one of the same desk replaces its keys and lifts a revocation."""
    unit.execute(
        "INSERT INTO peer (desk_id, kind, unit_code, name, seal_key, sign_key, card_made_on,"
        " accepted_at, accepted_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (desk_id) DO UPDATE SET kind = excluded.kind,"
        " unit_code = excluded.unit_code, name = excluded.name, seal_key = excluded.seal_key,"
        " sign_key = excluded.sign_key, card_made_on = excluded.card_made_on,"
        " accepted_at = excluded.accepted_at, accepted_by = excluded.accepted_by,"
        " revoked_at = NULL, revoked_reason = ''",
        (
            card.party.desk_id,
            card.party.kind.value,
            card.party.unit_code,
            card.party.name,
            card.seal_key,
            card.sign_key,
            card.made_on.isoformat(),
            unit.at.isoformat(),
            unit.actor,
        ),
    )


def revoke(unit: Unit, desk_id: str, reason: str) -> None:
    """Marks a desk's card as no longer good."""
    unit.execute(
        "UPDATE peer SET revoked_at = ?, revoked_reason = ? WHERE desk_id = ?",
        (unit.at.isoformat(), reason, desk_id),
    )


def _peer(row: Row) -> Peer:
    party = Party(row["desk_id"], DeskKind(row["kind"]), row["unit_code"], row["name"])
    made_on = date.fromisoformat(row["card_made_on"])
    revoked = row["revoked_at"]
    return Peer(
        card=DeskCard(party, row["seal_key"], row["sign_key"], made_on),
        accepted_at=datetime.fromisoformat(row["accepted_at"]),
        accepted_by=row["accepted_by"],
        revoked_at=datetime.fromisoformat(revoked) if revoked else None,
        revoked_reason=row["revoked_reason"],
    )
