"""What frees a pupil or a member of a household from paying here, or raises the support."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ssdesk.storage.store import Unit


@dataclass(frozen=True, slots=True)
class Cover:
    """The other group of one pupil or member, as the table holds it.

    Args:
        entry_id: line of the roster, empty for a member of a household.
        member_id: of the household's member, empty for a pupil.
    """

    id: str
    entry_id: str
    kind: str
    group_code: str
    card_number: str
    valid_to: date | None
    evidence: str
    proven: bool
    member_id: str = ""


def insert(unit: Unit, item: Cover, at: datetime) -> None:
    """Notes a cover; a pupil or member has one that is open at most."""
    unit.insert(
        "cover",
        id=item.id,
        roster_entry_id=item.entry_id or None,
        member_id=item.member_id or None,
        kind=item.kind,
        group_code=item.group_code,
        card_number=item.card_number,
        valid_to=item.valid_to.isoformat() if item.valid_to else None,
        evidence=item.evidence,
        proven=int(item.proven),
        recorded_at=at.isoformat(),
    )


def end(unit: Unit, entry_id: str, at: datetime) -> None:
    """Ends the open cover of a pupil, if there is one."""
    unit.execute(
        "UPDATE cover SET ended_at = ? WHERE roster_entry_id = ? AND ended_at IS NULL",
        (at.isoformat(), entry_id),
    )


def end_of_member(unit: Unit, member_id: str, at: datetime) -> None:
    """Ends the open cover of a member of a household, if there is one."""
    unit.execute(
        "UPDATE cover SET ended_at = ? WHERE member_id = ? AND ended_at IS NULL",
        (at.isoformat(), member_id),
    )


def move_to_member(unit: Unit, member_id: str, new_member_id: str) -> None:
    """Lets the open cover of a member go along to another household."""
    unit.execute(
        "UPDATE cover SET member_id = ? WHERE member_id = ? AND ended_at IS NULL",
        (new_member_id, member_id),
    )


def set_end(unit: Unit, cover_id: str, valid_to: date) -> None:
    """Notes another last day of the other group's card."""
    unit.update("cover", cover_id, valid_to=valid_to.isoformat())
