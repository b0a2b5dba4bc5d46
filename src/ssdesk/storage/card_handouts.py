"""Cards given out: to a homeroom teacher, to a pupil."""

from __future__ import annotations

from datetime import date, datetime

from ssdesk.storage.store import Unit


def insert(unit: Unit, row_id: str, card_id: str, stage: str, *, on: date, to: str) -> None:
    """Notes that a card was given out; a stage is passed once."""
    unit.insert(
        "card_handout",
        id=row_id,
        card_id=card_id,
        stage=stage,
        handed_on=on.isoformat(),
        handed_to=to,
        posted_at=unit.at.isoformat(),
        posted_by=unit.actor,
    )


def withdraw(unit: Unit, card_id: str, stage: str, at: datetime) -> None:
    """Notes that a card was not given out after all; what was noted stays to be read."""
    unit.execute(
        "UPDATE card_handout SET withdrawn_at = ? WHERE card_id = ? AND stage = ?"
        " AND withdrawn_at IS NULL",
        (at.isoformat(), card_id, stage),
    )
