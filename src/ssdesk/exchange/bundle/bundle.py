"""A whole bundle: made from records and documents, opened with everything checked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from ssdesk.domain.bundle import Manifest
from ssdesk.domain.records import KINDS, Sent
from ssdesk.errors import BadFile
from ssdesk.exchange.bundle.archive import Archive, encode_manifest, pack, part_sum
from ssdesk.exchange.bundle.envelope import seal, unseal
from ssdesk.exchange.bundle.keys import DeskKeys, is_signed
from ssdesk.exchange.bundle.parts import SUFFIX, decode_part, encode_part, totals_of


@dataclass(frozen=True, slots=True)
class SealedBundle:
    """A bundle ready to leave.

    Args:
        content: the file's bytes.
        manifest_sha256: what the next bundle names as its previous one.
    """

    manifest: Manifest
    content: bytes
    manifest_sha256: str


@dataclass(frozen=True, slots=True)
class OpenedBundle:
    """A bundle that was addressed here, signed, whole and in agreement with itself."""

    manifest: Manifest
    manifest_sha256: str
    records: tuple[Sent, ...]
    documents: dict[str, bytes]


def seal_bundle(
    head: Manifest,
    records: Iterable[Sent],
    documents: Mapping[str, bytes],
    keys: DeskKeys,
    addressee_seal_key: str,
) -> SealedBundle:
    """Makes the file.

    Args:
        head: the manifest; its parts, documents and totals are filled in here.
        records: of any kinds, in the order they shall stand.
        documents: official lists as PDF and XLSX by file name.
        keys: the sender's; it can reopen what it sent.
        addressee_seal_key: of the addressee's desk card.
    """
    every = tuple(records)
    entries: dict[str, bytes] = {}
    parts = []
    for kind in KINDS:
        chosen = [each for each in every if each.kind == kind]
        if chosen:
            name = kind + SUFFIX
            entries[name] = encode_part(chosen)
            parts.append(part_sum(name, entries[name], len(chosen)))
    manifest = replace(
        head,
        parts=tuple(parts),
        documents=tuple(part_sum(name, content) for name, content in documents.items()),
        totals=totals_of(every),
    )
    signed = encode_manifest(manifest)
    archive = pack(signed, keys.sign(signed), {**entries, **documents})
    sealed = seal(archive, (addressee_seal_key, keys.seal_key))
    return SealedBundle(manifest, sealed, hashlib.sha256(signed).hexdigest())


def open_bundle(
    sealed: bytes,
    file: str,
    keys: tuple[DeskKeys, ...],
    own_desk_id: str,
    sign_keys_of: Callable[[Manifest], tuple[str, ...]],
) -> OpenedBundle:
    """Opens a file, believing nothing that is not signed by a desk this one accepted.

    Args:
        sealed: the file's bytes.
        file: its name, for messages.
        keys: this desk's.
        own_desk_id: of this desk: sender or addressee.
        sign_keys_of: of the accepted desk that claims to have sent it; none where unknown.

    Raises:
        BadFile: each refusal of EXCHANGE, by its code.
    """
    archive = Archive(unseal(sealed, keys, file), file)
    manifest = archive.manifest
    signers = sign_keys_of(manifest)
    if not signers:
        raise BadFile("BUNDLE_SENDER_UNKNOWN", file=file, sender=manifest.sender.name)
    if not any(is_signed(key, archive.manifest_bytes, archive.signature) for key in signers):
        raise BadFile("BUNDLE_SIGNATURE_WRONG", file=file, sender=manifest.sender.name)
    if own_desk_id not in (manifest.addressee.desk_id, manifest.sender.desk_id):
        raise BadFile("BUNDLE_NOT_FOR_US", file=file)
    records: list[Sent] = []
    documents: dict[str, bytes] = {}
    named = {each.name for each in manifest.documents}
    for each, content in archive.entries():
        if each.name in named:
            documents[each.name] = content
            continue
        rows = decode_part(each.name, content, file)
        if len(rows) != each.rows:
            raise BadFile("BUNDLE_TOTALS_DISAGREE", file=file, part=each.name)
        records += rows
    _check_records(manifest, records, file)
    digest = hashlib.sha256(archive.manifest_bytes).hexdigest()
    return OpenedBundle(manifest, digest, tuple(records), documents)


def _check_records(manifest: Manifest, records: list[Sent], file: str) -> None:
    if totals_of(records) != manifest.totals:
        raise BadFile("BUNDLE_TOTALS_DISAGREE", file=file, part="manifest.json")
    seen = set()
    for each in records:
        key = (each.kind, each.id)
        if key in seen or each.version > manifest.version:
            raise BadFile("BUNDLE_ROW_MALFORMED", file=file, part=each.kind + SUFFIX)
        seen.add(key)
