"""Pupils between classes, in and out of the school, and what is noted of the left-over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.names import clean_text
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.context import Context
from ssdesk.services.pupils import PupilsSaved, get_pupil
from ssdesk.storage import people, roster


@dataclass(frozen=True, slots=True)
class MovePupils:
    """Pupils change to another class of the same year."""

    entry_ids: tuple[str, ...]
    class_name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TransferOut:
    """A pupil leaves the school; the card runs to its end."""

    entry_id: str
    left_on: date
    reason: str


def move_pupils(ctx: Context, school_year: str, command: MovePupils) -> PupilsSaved:
    """Moves pupils to another class; money and enrolments go with them."""
    with ctx.write(Act.KEEP_PUPILS) as unit:
        class_id = roster.ensure_class(unit, ctx.clock, school_year, command.class_name)
        for entry_id in command.entry_ids:
            roster.move_entry(unit, entry_id, class_id, command.note)
            unit.audit("pupil_moved", entry_id, {"school_class": command.class_name})
    return PupilsSaved(command.entry_ids)


def transfer_out(ctx: Context, command: TransferOut) -> PupilsSaved:
    """Takes a pupil off the roster from a day on; nothing is deleted.

    Raises:
        UserError: REASON_MISSING, PUPIL_UNKNOWN, LEAVES_BEFORE_JOINING, PUPIL_HAS_OPEN_MONEY
            when part of the premium is in and not yet whole.
    """
    if not command.reason.strip():
        raise UserError("REASON_MISSING")
    row = get_pupil(ctx, command.entry_id)
    if command.left_on < row.joined_on:
        raise UserError("LEAVES_BEFORE_JOINING", joined_on=row.joined_on.strftime("%d/%m/%Y"))
    if row.enrolment and 0 < row.enrolment.paid < row.enrolment.own_share:
        raise UserError("PUPIL_HAS_OPEN_MONEY", name=row.full_name, paid=row.enrolment.paid)
    with ctx.write(Act.KEEP_PUPILS) as unit:
        roster.take_off(unit, command.entry_id, command.left_on, command.reason.strip())
        unit.audit("pupil_left", command.entry_id, {"reason": command.reason.strip()})
    return PupilsSaved((command.entry_id,))


def take_back_transfer(ctx: Context, entry_id: str) -> PupilsSaved:
    """Puts a pupil back on the roster."""
    with ctx.write(Act.KEEP_PUPILS) as unit:
        roster.put_back(unit, entry_id)
        unit.audit("pupil_returned", entry_id, {})
    return PupilsSaved((entry_id,))


def set_left_over_reason(ctx: Context, entry_id: str, reason: str) -> PupilsSaved:
    """Notes why a pupil is neither covered nor signed up; the pupil stays left over."""
    with ctx.write(Act.KEEP_PUPILS) as unit:
        roster.set_left_over_reason(unit, entry_id, clean_text(reason))
        unit.audit("left_over_explained", entry_id, {"reason": reason})
    return PupilsSaved((entry_id,))


def override_identity(ctx: Context, entry_id: str, reason: str) -> PupilsSaved:
    """Keeps a personal id that contradicts birth or sex, with reason and evidence (ruling 19).

    Raises:
        UserError: REASON_MISSING.
    """
    if not reason.strip():
        raise UserError("REASON_MISSING")
    row = get_pupil(ctx, entry_id)
    with ctx.write(Act.KEEP_PUPILS) as unit:
        people.set_identity_override(unit, row.person_id, reason.strip())
        unit.audit("identity_overridden", entry_id, {"reason": reason.strip()})
    return PupilsSaved((entry_id,))
