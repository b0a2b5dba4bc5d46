"""Bundles that leave: to whom, at which place in the sequence, and the file on the stick."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import msgspec

from ssdesk.domain.bundle import FORMAT, Manifest, Party, Purpose, Totals, Version
from ssdesk.domain.desk import DeskKind
from ssdesk.errors import UserError
from ssdesk.exchange.bundle.bundle import SealedBundle
from ssdesk.services.bundles.desk_cards import own_party
from ssdesk.services.context import Context
from ssdesk.services.whole_files import write_whole
from ssdesk.storage import desk, outbox, peers
from ssdesk.storage.outbox import BundleSent
from ssdesk.storage.peers import Peer
from ssdesk.storage.store import Reader, Unit


@dataclass(frozen=True, slots=True)
class BundleRow:
    """A bundle that was sent, for a list of them.

    Args:
        totals: the control totals; their money is that of the receipts told of for the first time.
        lists: how many official lists it carries.
        listed: the money of those lists, in dong.
    """

    id: str
    addressee: str
    purpose: Purpose
    version: Version
    file_name: str
    totals: Totals
    posted_at: datetime
    posted_by: str
    lists: int = 0
    listed: int = 0


def list_bundles(ctx: Context) -> tuple[BundleRow, ...]:
    """Every bundle that was sent, the newest first."""
    reader = ctx.store.reader
    carried = outbox.listed_by(reader)
    return tuple(row_of(each, *carried.get(each.id, (0, 0))) for each in outbox.every(reader))


def keep(
    ctx: Context, unit: Unit, sealed: SealedBundle, submission_ids: tuple[str, ...]
) -> BundleSent:
    """Writes a sealed bundle down as sent."""
    manifest = sealed.manifest
    sent = BundleSent(
        id=ctx.clock.new_id(),
        addressee=manifest.addressee.desk_id,
        purpose=manifest.purpose,
        version=manifest.version,
        manifest=msgspec.json.encode(manifest).decode(),
        manifest_sha256=sealed.manifest_sha256,
        posted_at=unit.at,
        posted_by=unit.actor,
    )
    outbox.insert(unit, sent, sealed.content, submission_ids)
    totals = manifest.totals
    detail: dict[str, str | int] = {
        "file": manifest.file_name,
        "people": totals.people,
        "sum": totals.amount,
        "sha256": sealed.manifest_sha256,
    }
    unit.audit("bundle_made", sent.id, detail)
    return sent


def write_bundle(ctx: Context, bundle_id: str, folder: Path) -> Path:
    """Writes the file of a bundle into a folder, whole or not at all.

    Raises:
        UserError: BUNDLE_UNKNOWN.
        OSError: the file cannot be written.
    """
    sent = outbox.get(ctx.store.reader, bundle_id)
    if sent is None:
        raise UserError("BUNDLE_UNKNOWN")
    file = folder / manifest_of(sent).file_name
    write_whole(file, outbox.content(ctx.store.reader, bundle_id))
    return file


def manifest_of(sent: BundleSent) -> Manifest:
    """The manifest of a bundle that was sent."""
    return msgspec.json.decode(sent.manifest, type=Manifest)


def find_peer(reader: Reader, wanted: str, kind: DeskKind | None = DeskKind.OFFICE) -> Peer:
    """The desk that is meant: by id or unit code, or the only one of its kind.

    Raises:
        UserError: PEER_NONE, PEER_SEVERAL, PEER_UNKNOWN, PEER_REVOKED.
    """
    every = peers.every(reader)
    if wanted:
        found = [p for p in every if wanted in (p.card.party.desk_id, p.card.party.unit_code)]
        if not found:
            raise UserError("PEER_UNKNOWN", value=wanted)
    else:
        found = [p for p in every if p.revoked_at is None and kind in (None, p.card.party.kind)]
        if not found:
            raise UserError("PEER_NONE")
    if len(found) > 1:
        names = ", ".join(peer.card.party.unit_code for peer in found)
        raise UserError("PEER_SEVERAL", names=names)
    if found[0].revoked_at is not None:
        raise UserError("PEER_REVOKED", name=found[0].card.party.name)
    return found[0]


def next_place(reader: Reader, addressee: str) -> tuple[Version, str]:
    """Place of the next bundle to an addressee, and the hash of the one before it."""
    epoch = desk.read_desk(reader).epoch
    last = outbox.last_to(reader, addressee)
    if last is None:
        return Version(epoch, 1), ""
    sequence = last.version.sequence + 1 if last.version.epoch == epoch else 1
    return Version(epoch, sequence), last.manifest_sha256


def head_of(
    ctx: Context, reader: Reader, purpose: Purpose, addressee: Party, period: str
) -> Manifest:
    """The manifest of the next bundle to an addressee, without its parts.

    Raises:
        UserError: DESK_CODE_MISSING, DESK_NAME_MISSING.
    """
    place, previous = next_place(reader, addressee.desk_id)
    return Manifest(
        format=FORMAT,
        purpose=purpose,
        sender=own_party(ctx, reader),
        addressee=addressee,
        version=place,
        previous_sha256=previous,
        supersedes=(),
        period=period,
        rule_pack=ctx.rules.version,
        program=version("ssdesk"),
        made_at=ctx.clock.now(),
        parts=(),
        documents=(),
        totals=Totals(),
    )


def row_of(sent: BundleSent, lists: int = 0, listed: int = 0) -> BundleRow:
    """A bundle for a list of them, with the lists that it carries and their money in dong."""
    manifest = manifest_of(sent)
    return BundleRow(
        sent.id,
        manifest.addressee.name,
        sent.purpose,
        sent.version,
        manifest.file_name,
        manifest.totals,
        sent.posted_at,
        sent.posted_by,
        lists,
        listed,
    )
