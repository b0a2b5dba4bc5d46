"""The desk card: how a desk introduces itself, as a small file or a QR code on paper."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache

from ssdesk import assets
from ssdesk.domain.bundle import DeskCard, Party
from ssdesk.domain.desk import DeskKind
from ssdesk.domain.names import clean_text
from ssdesk.errors import BadFile
from ssdesk.exchange.bundle.keys import DeskKeys, are_public, is_signed

SUFFIX = ".ssdesk-card"
MOST_BYTES = 4_000

_MARK, _FORMAT, _SEPARATOR = "SSDESK-CARD", "1", "|"
_FIELDS = 10
_WORDS = 8


def encode_card(party: Party, keys: DeskKeys, made_on: date) -> str:
    """The card as one line, signed with its own key: nobody can hand out a key not theirs."""
    fields = (
        _MARK,
        _FORMAT,
        party.desk_id,
        party.kind.value,
        party.unit_code,
        party.name,
        keys.seal_key,
        keys.sign_key,
        made_on.isoformat(),
    )
    body = _SEPARATOR.join(clean_text(each).replace(_SEPARATOR, " ") for each in fields)
    return body + _SEPARATOR + keys.sign(body.encode()).hex()


def decode_card(content: bytes, file: str) -> DeskCard:
    """The card of a file or of a scanned QR code.

    Raises:
        BadFile: CARD_NOT_OURS, CARD_NEWER, CARD_ALTERED.
    """
    try:
        text = content[: MOST_BYTES + 1].decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise BadFile("CARD_NOT_OURS", file=file) from error
    fields = text.split(_SEPARATOR)
    if fields[0] != _MARK or len(content) > MOST_BYTES:
        raise BadFile("CARD_NOT_OURS", file=file)
    if len(fields) > 1 and fields[1].isdecimal() and int(fields[1]) > int(_FORMAT):
        raise BadFile("CARD_NEWER", file=file)
    if len(fields) != _FIELDS:
        raise BadFile("CARD_ALTERED", file=file)
    try:
        party = Party(fields[2], DeskKind(fields[3]), fields[4], fields[5])
        card = DeskCard(party, fields[6], fields[7], date.fromisoformat(fields[8]))
        signature = bytes.fromhex(fields[9])
    except ValueError as error:
        raise BadFile("CARD_ALTERED", file=file) from error
    body = text.rpartition(_SEPARATOR)[0].encode()
    known = are_public(card.seal_key, card.sign_key)
    if not known or not is_signed(card.sign_key, body, signature):
        raise BadFile("CARD_ALTERED", file=file)
    return card


@cache
def _words() -> tuple[str, ...]:
    return tuple(assets.path("texts/fingerprint_words.txt").read_text("utf-8").split())


def fingerprint(card: DeskCard) -> str:
    """Eight words to read out to each other: 64 bits of the desk's id and both its keys."""
    said = _SEPARATOR.join((card.party.desk_id, card.seal_key, card.sign_key))
    digest = hashlib.sha256(said.encode()).digest()
    return " ".join(_words()[byte] for byte in digest[:_WORDS])
