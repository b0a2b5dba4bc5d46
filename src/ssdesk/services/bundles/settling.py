"""Records on which senders disagree: shown field by field, settled by a person, undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ssdesk.domain import checks
from ssdesk.domain.bundle import Party, Version
from ssdesk.domain.record_checks import check_record
from ssdesk.domain.records import Record
from ssdesk.domain.roles import Act
from ssdesk.domain.settling import differing_fields, put_together
from ssdesk.errors import UserError
from ssdesk.exchange.bundle.parts import content_of, record_of
from ssdesk.services.bundles.comparing import name_of
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import inbox, peers, settled
from ssdesk.storage.settled import Settled
from ssdesk.storage.store import Reader

_CHANGED = Changes(frozenset({Kind.INTAKE}))


@dataclass(frozen=True, slots=True)
class Said:
    """What one sender says of a record; no record where it was withdrawn."""

    sender: Party
    version: Version
    record: Record | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A record on which senders disagree.

    Args:
        name: whose record it is, empty where it names no person.
        said: by sender's name.
        differing: the fields in dispute; empty where the question is whether it exists at all.
        settled: whether a person chose; `holds` is then the record as chosen, None for gone.
    """

    kind: str
    id: str
    name: str
    said: tuple[Said, ...]
    differing: tuple[str, ...]
    settled: bool
    holds: Record | None
    reason: str


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """Whose value holds in one field."""

    field: str
    desk_id: str


@dataclass(frozen=True, slots=True)
class Settle:
    """Choose field by field.

    Args:
        rest: desk id whose word holds in fields that `choices` does not name, and on whether
            the record exists; empty where every differing field is named.
    """

    kind: str
    id: str
    choices: tuple[FieldChoice, ...]
    reason: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class DisputeSettled:
    """The dispute as it now stands."""

    dispute: Dispute
    changes: Changes = field(default=_CHANGED)


def list_disputes(ctx: Context) -> tuple[Dispute, ...]:
    """Every record on which senders disagree, open ones first."""
    reader = ctx.store.reader
    found = [_dispute(reader, kind, record_id) for kind, record_id in settled.disputed(reader)]
    return tuple(sorted(found, key=lambda each: (each.settled, each.kind, each.id)))


def settle(ctx: Context, command: Settle) -> DisputeSettled:
    """Settles one dispute; when a sender says something new of the record it is open again.

    Raises:
        UserError: NOT_ALLOWED, REASON_MISSING, DISPUTE_UNKNOWN, DISPUTE_FIELD_OPEN,
            PEER_UNKNOWN, or the problem of the record put together.
    """
    reason = command.reason.strip()
    if not reason:
        raise UserError("REASON_MISSING")
    with ctx.write(Act.MAKE_LISTS) as unit:
        dispute = _disputed(unit, command.kind, command.id)
        record = _chosen(dispute, command)
        item = Settled(
            id=ctx.clock.new_id(),
            kind=command.kind,
            record_id=command.id,
            basis=_basis(unit, command.kind, command.id),
            content="" if record is None else content_of(record),
            reason=reason,
            posted_at=unit.at,
            posted_by=unit.actor,
        )
        settled.insert(unit, item)
        unit.audit("dispute_settled", command.id, {"kind": command.kind, "reason": reason})
        after = _dispute(unit, command.kind, command.id)
    return DisputeSettled(after)


def _chosen(dispute: Dispute, command: Settle) -> Record | None:
    if command.rest in {each.sender.desk_id for each in dispute.said if each.record is None}:
        return None
    there = [each for each in dispute.said if each.record is not None]
    places = {each.sender.desk_id: at for at, each in enumerate(there)}
    wanted = {each.field: each.desk_id for each in command.choices}
    choices = {}
    for name in dispute.differing:
        desk_id = wanted.get(name, command.rest)
        if not desk_id:
            raise UserError("DISPUTE_FIELD_OPEN", value=name)
        if desk_id not in places:
            raise UserError("PEER_UNKNOWN", value=desk_id)
        choices[name] = places[desk_id]
    record = put_together([each.record for each in there if each.record is not None], choices)
    problem = check_record(record)
    if problem is not None and checks.severity(problem.code) is checks.Severity.REFUSE:
        raise UserError(problem.code, **problem.params)
    return record


def undo_settlement(ctx: Context, kind: str, record_id: str) -> DisputeSettled:
    """Opens a settled dispute again.

    Raises:
        UserError: NOT_ALLOWED, DISPUTE_UNKNOWN, DISPUTE_NOT_SETTLED.
    """
    with ctx.write(Act.MAKE_LISTS) as unit:
        dispute = _disputed(unit, kind, record_id)
        if not settled.undo(unit, kind, record_id):
            raise UserError("DISPUTE_NOT_SETTLED", name=dispute.name or record_id)
        unit.audit("dispute_opened", record_id, {"kind": kind})
        after = _dispute(unit, kind, record_id)
    return DisputeSettled(after)


def values_of(dispute: Dispute, name: str) -> tuple[str, ...]:
    """What each sender says in one field, in the order of `said`, as text."""
    return tuple("" if each.record is None else _text(each.record, name) for each in dispute.said)


def _text(record: Record, name: str) -> str:
    value = getattr(record, name)
    return "" if value is None else str(value)


def _disputed(reader: Reader, kind: str, record_id: str) -> Dispute:
    if (kind, record_id) not in settled.disputed(reader):
        raise UserError("DISPUTE_UNKNOWN", value=record_id)
    return _dispute(reader, kind, record_id)


def _dispute(reader: Reader, kind: str, record_id: str) -> Dispute:
    said = tuple(sorted(_said(reader, kind, record_id), key=lambda each: each.sender.name))
    records = [each.record for each in said if each.record is not None]
    chosen = settled.get(reader, kind, record_id)
    if chosen is not None and chosen.basis != _basis(reader, kind, record_id):
        chosen = None
    return Dispute(
        kind,
        record_id,
        next(filter(None, map(name_of, records)), ""),
        said,
        differing_fields(records),
        chosen is not None,
        record_of(kind, chosen.content) if chosen is not None and chosen.content else None,
        "" if chosen is None else chosen.reason,
    )


def _said(reader: Reader, kind: str, record_id: str) -> Iterator[Said]:
    for each in inbox.said_of(reader, kind, (record_id,)):
        peer = peers.get(reader, each.sender)
        assert peer is not None
        record = None if each.content is None else record_of(kind, each.content)
        yield Said(peer.card.party, each.version, record)


def _basis(reader: Reader, kind: str, record_id: str) -> str:
    return settled.basis_of(
        (each.sender, each.content) for each in inbox.said_of(reader, kind, (record_id,))
    )
