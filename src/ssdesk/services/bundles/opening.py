"""Opening a bundle's file: only from accepted desks; a refused one is kept aside."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ssdesk.domain.bundle import Manifest
from ssdesk.errors import BadFile, UserError
from ssdesk.exchange.bundle.bundle import OpenedBundle, open_bundle
from ssdesk.exchange.bundle.envelope import MOST_BYTES
from ssdesk.exchange.bundle.files import read_at_most
from ssdesk.services.bundles.desk_cards import own_keys
from ssdesk.services.context import Context
from ssdesk.storage import aside, desk, peers


@dataclass(frozen=True, slots=True, repr=False)
class BundleFile:
    """A bundle as opened, with the sealed bytes it came in."""

    file: str
    sealed: bytes
    opened: OpenedBundle


def open_file(ctx: Context, file: Path) -> BundleFile:
    """Opens a bundle that was sent here, or that this desk sent.

    Raises:
        BadFile: FILE_MISSING, FILE_LOCKED and each refusal of a bundle; the file is kept aside.
        UserError: PEER_REVOKED.
    """
    sealed = _read(file)
    keys = own_keys(ctx)
    reader = ctx.store.reader
    own_id = desk.read_desk(reader).desk_id

    def sign_keys_of(manifest: Manifest) -> tuple[str, ...]:
        sender = manifest.sender.desk_id
        if sender == own_id:
            return tuple(each.sign_key for each in keys)
        peer = peers.get(reader, sender)
        if peer is None:
            return ()
        if peer.revoked_at is not None:
            raise UserError("PEER_REVOKED", name=peer.card.party.name)
        return (peer.card.sign_key,)

    try:
        return BundleFile(
            file.name, sealed, open_bundle(sealed, file.name, keys, own_id, sign_keys_of)
        )
    except (BadFile, UserError):
        # The refusal is what matters; a full disk must not hide it.
        with suppress(OSError):
            aside.keep(ctx.store.directory, sealed)
        raise


def _read(file: Path) -> bytes:
    sealed = read_at_most(file, MOST_BYTES)
    if len(sealed) > MOST_BYTES:
        raise BadFile("BUNDLE_TOO_LARGE", file=file.name, limit=MOST_BYTES // 1_000_000)
    return sealed
