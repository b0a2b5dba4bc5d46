"""Taking a bundle in: previewed row by row, applied in one unit of work, taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec

from ssdesk.domain.bundle import Manifest, Outcome, Party, Purpose, Totals, Version
from ssdesk.domain.roles import Act
from ssdesk.errors import Conflict, UserError
from ssdesk.exchange.bundle.parts import content_of
from ssdesk.services.bundles import answers_in
from ssdesk.services.bundles.comparing import IntakeLine, compare
from ssdesk.services.bundles.opening import BundleFile, open_file
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import answers, desk, inbox
from ssdesk.storage.inbox import Intake, Received
from ssdesk.storage.store import Reader

_TROUBLE = frozenset({Outcome.REFUSED, Outcome.CONFLICT})
_CHANGED = Changes(frozenset({Kind.INTAKE, Kind.ENROLMENT, Kind.PEOPLE, Kind.SUBMISSION}))


@dataclass(frozen=True, slots=True)
class IntakePlan:
    """A bundle as it would be taken in; what is shown is what then happens.

    Args:
        counts: how many rows meet each outcome.
        known: the case that has taken in the very same bundle already.
        gaps: places of the sender's sequence that are still missing then.
        commits: of the store when it was read; the plan holds while there are no more.
    """

    bundle: BundleFile
    lines: tuple[IntakeLine, ...]
    counts: Mapping[Outcome, int]
    known: int | None
    gaps: tuple[Version, ...]
    commits: int

    @property
    def manifest(self) -> Manifest:
        """What the bundle says of itself."""
        return self.bundle.opened.manifest

    @property
    def troubled(self) -> tuple[IntakeLine, ...]:
        """Rows that are refused, or that another desk tells differently."""
        return tuple(line for line in self.lines if line.outcome in _TROUBLE)


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """A case for a list of them."""

    id: str
    number: int
    sender: Party
    purpose: Purpose
    version: Version
    file_name: str
    totals: Totals
    posted_at: datetime
    taken_back_at: datetime | None


@dataclass(frozen=True, slots=True)
class IntakeDone:
    """The case.

    Args:
        troubled: rows that were refused or that another desk tells differently.
        again: the same bundle had been taken in before; nothing changed.
    """

    intake: IntakeRow
    counts: Mapping[Outcome, int]
    gaps: tuple[Version, ...]
    troubled: tuple[IntakeLine, ...]
    again: bool
    changes: Changes = field(default=_CHANGED)


@dataclass(frozen=True, slots=True)
class IntakeTakenBack:
    """The case, hidden from now on."""

    intake: IntakeRow
    changes: Changes = field(default=_CHANGED)


def preview_intake(ctx: Context, file: Path) -> IntakePlan:
    """What taking a bundle in would do; nothing is stored.

    Raises:
        BadFile: each refusal of a bundle.
        UserError: PEER_REVOKED, BUNDLE_OWN, BUNDLE_FORKED.
    """
    bundle = open_file(ctx, file)
    return _plan(ctx.store.reader, bundle, ctx.store.commits)


def _plan(reader: Reader, bundle: BundleFile, commits: int) -> IntakePlan:
    manifest = bundle.opened.manifest
    sender = manifest.sender.desk_id
    if sender == desk.read_desk(reader).desk_id:
        raise UserError("BUNDLE_OWN")
    known = inbox.at_place(reader, sender, manifest.version)
    forked = inbox.other_at_place(reader, sender, manifest.version, bundle.opened.manifest_sha256)
    if forked is not None:
        raise UserError(
            "BUNDLE_FORKED",
            file=bundle.file,
            sender=manifest.sender.name,
            number=forked,
            place=str(manifest.version),
        )
    lines = compare(reader, manifest, bundle.opened.records)
    places = {*inbox.places(reader, sender), manifest.version}
    return IntakePlan(
        bundle,
        lines,
        Counter(line.outcome for line in lines),
        None if known is None else known.number,
        gaps_of(places),
        commits,
    )


def gaps_of(places: set[Version]) -> tuple[Version, ...]:
    """Places missing before the last one that arrived, epoch by epoch."""
    missing = []
    for epoch in sorted({each.epoch for each in places}):
        there = {each.sequence for each in places if each.epoch == epoch}
        missing += [Version(epoch, n) for n in range(1, max(there)) if n not in there]
    return tuple(missing)


def apply_intake(ctx: Context, plan: IntakePlan) -> IntakeDone:
    """Does what the plan shows, in one unit of work; the same bundle again changes nothing.

    Raises:
        UserError: NOT_ALLOWED, BUNDLE_FORKED.
        Conflict: INTAKE_CHANGED where the store changed since the preview.
    """
    now = ctx.clock.now()
    with ctx.write(Act.MAKE_LISTS) as unit:
        commits = ctx.store.commits
        again = plan if plan.commits == commits else _plan(unit, plan.bundle, commits)
        if again.known is not None:
            known = inbox.at_place(unit, again.manifest.sender.desk_id, again.manifest.version)
            assert known is not None
            return _done(known, again, again=True)
        if again.lines != plan.lines:
            raise Conflict("INTAKE_CHANGED")
        opened, manifest = plan.bundle.opened, plan.manifest
        intake = Intake(
            id=ctx.clock.new_id(),
            number=inbox.next_number(unit),
            sender=manifest.sender.desk_id,
            purpose=manifest.purpose,
            version=manifest.version,
            file_name=plan.bundle.file,
            manifest=msgspec.json.encode(manifest).decode(),
            manifest_sha256=opened.manifest_sha256,
            posted_at=now,
            posted_by=ctx.account.login,
            period=manifest.period,
            whole=manifest.whole,
        )
        inbox.insert(unit, intake, plan.bundle.sealed)
        inbox.insert_records(unit, intake.id, _received(plan))
        if manifest.purpose is Purpose.ANSWER:
            answers_in.take_effect(ctx, unit, intake)
        detail: dict[str, str | int] = {
            "number": intake.number,
            "sender": manifest.sender.name,
            "place": str(manifest.version),
            "sha256": intake.manifest_sha256,
        }
        unit.audit("bundle_taken_in", intake.id, detail)
    return _done(intake, plan, again=False)


def _done(intake: Intake, plan: IntakePlan, *, again: bool) -> IntakeDone:
    return IntakeDone(row_of(intake), plan.counts, plan.gaps, plan.troubled, again)


def _received(plan: IntakePlan) -> Iterator[Received]:
    sender = plan.manifest.sender.desk_id
    # The lines begin with one for each record, in the same order.
    for sent, line in zip(plan.bundle.opened.records, plan.lines, strict=False):
        content = None if sent.record is None else content_of(sent.record)
        yield Received(sent.kind, sent.id, sender, sent.version, content, line.code)


def list_intakes(ctx: Context) -> tuple[IntakeRow, ...]:
    """Every case, the newest first."""
    return tuple(row_of(each) for each in inbox.every(ctx.store.reader))


def case_numbered(ctx: Context, number: int) -> str:
    """The id of a case.

    Raises:
        UserError: INTAKE_UNKNOWN.
    """
    for row in inbox.every(ctx.store.reader):
        if row.number == number:
            return row.id
    raise UserError("INTAKE_UNKNOWN")


def sender_of_case(ctx: Context, intake_id: str) -> str:
    """The desk id of who sent a case.

    Raises:
        UserError: INTAKE_UNKNOWN.
    """
    intake = inbox.get(ctx.store.reader, intake_id)
    if intake is None:
        raise UserError("INTAKE_UNKNOWN")
    return intake.sender


def missing_bundles(ctx: Context) -> tuple[tuple[Party, tuple[Version, ...]], ...]:
    """Senders whose sequence has gaps, with the places that are missing."""
    found = []
    senders = {row.sender.desk_id: row.sender for row in reversed(list_intakes(ctx))}
    for desk_id, party in senders.items():
        gaps = gaps_of(set(inbox.places(ctx.store.reader, desk_id)) or {Version(1, 1)})
        if gaps:
            found.append((party, gaps))
    return tuple(found)


def take_back_intake(ctx: Context, intake_id: str, reason: str) -> IntakeTakenBack:
    """Takes a case back while nothing was built on it; what stood before stands again.

    Raises:
        UserError: NOT_ALLOWED, INTAKE_UNKNOWN, REASON_MISSING, INTAKE_TAKEN_BACK,
            INTAKE_ANSWERED, INTAKE_BUILT_ON.
    """
    if not reason.strip():
        raise UserError("REASON_MISSING")
    with ctx.write(Act.MAKE_LISTS) as unit:
        intake = inbox.get(unit, intake_id)
        if intake is None:
            raise UserError("INTAKE_UNKNOWN")
        if intake.taken_back_at is not None:
            raise UserError("INTAKE_TAKEN_BACK", number=intake.number)
        answered = len(answers.of_intake(unit, intake_id))
        if answered:
            raise UserError("INTAKE_ANSWERED", number=intake.number, rows=answered)
        inbox.take_back(unit, intake_id, reason.strip())
        if intake.purpose is Purpose.ANSWER:
            answers_in.undo_effect(ctx, unit, intake)
        unit.audit("bundle_taken_back", intake_id, {"reason": reason.strip()})
        after = inbox.get(unit, intake_id)
    assert after is not None
    return IntakeTakenBack(row_of(after))


def row_of(intake: Intake) -> IntakeRow:
    """A case for a list of them."""
    manifest = msgspec.json.decode(intake.manifest, type=Manifest)
    return IntakeRow(
        intake.id,
        intake.number,
        manifest.sender,
        intake.purpose,
        intake.version,
        intake.file_name,
        manifest.totals,
        intake.posted_at,
        intake.taken_back_at,
    )
