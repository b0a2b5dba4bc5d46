"""Desks introduce themselves: this one's card, and the cards accepted from others."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ssdesk.domain.bundle import DeskCard, Party
from ssdesk.domain.desk import DeskKind, DeskProfile
from ssdesk.domain.names import search_key
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.exchange.bundle.card import MOST_BYTES, SUFFIX, decode_card, encode_card, fingerprint
from ssdesk.exchange.bundle.files import read_at_most
from ssdesk.exchange.bundle.keys import DeskKeys, new_keys
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import desk, desk_keys, peers
from ssdesk.storage.peers import Peer
from ssdesk.storage.store import Reader

__all__ = [
    "CardAccepted",
    "CardShown",
    "KeysRenewed",
    "Peer",
    "accept_card",
    "card_file_name",
    "compare_words",
    "list_peers",
    "own_card",
    "own_keys",
    "own_party",
    "read_card",
    "read_card_file",
    "renew_keys",
    "revoke_card",
]

_CHANGED = Changes(frozenset({Kind.PEER}))


@dataclass(frozen=True, slots=True)
class CardShown:
    """A desk card with the words to read out.

    Args:
        text: the content of the card's file, and of its QR code.
        words: eight words; both ends must read the same.
        known_words: of the card accepted before from this desk, empty where there is none.
    """

    card: DeskCard
    text: str
    words: str
    known_words: str = ""


@dataclass(frozen=True, slots=True)
class CardAccepted:
    """The desk as it is now known."""

    peer: Peer
    changes: Changes = field(default=_CHANGED)


@dataclass(frozen=True, slots=True)
class KeysRenewed:
    """The new card; every other desk has to accept it anew (ruling 14)."""

    shown: CardShown
    changes: Changes = field(default=_CHANGED)


def own_party(ctx: Context, reader: Reader | None = None) -> Party:
    """This desk as others know it.

    Raises:
        UserError: DESK_CODE_MISSING, DESK_NAME_MISSING: nobody could tell whose file it is.
    """
    reader = ctx.store.reader if reader is None else reader
    profile, itself = desk.read_profile(reader), desk.read_desk(reader)
    name, code = _named(profile)
    if not name:
        raise UserError("DESK_NAME_MISSING")
    if not code:
        raise UserError("DESK_CODE_MISSING")
    return Party(itself.desk_id, itself.kind, code, name)


def _named(profile: DeskProfile) -> tuple[str, str]:
    if profile.kind is DeskKind.OFFICE:
        return profile.office_name, profile.office_code
    return profile.school_name, profile.school_code


def own_keys(ctx: Context) -> tuple[DeskKeys, ...]:
    """This desk's keys, the pair in use first; made the first time somebody asks."""
    found = desk_keys.every(ctx.store.reader)
    if not found:
        _make_keys(ctx, Act.MAKE_LISTS, "desk_keys_made")
        found = desk_keys.every(ctx.store.reader)
    return tuple(DeskKeys(row.seal_secret, row.sign_secret) for row in found)


def _make_keys(ctx: Context, act: Act, action: str) -> None:
    keys = new_keys()
    with ctx.write(act) as unit:
        if action == "desk_keys_made" and desk_keys.every(unit):
            return
        desk_keys.insert(unit, ctx.clock.new_id(), keys.seal_secret, keys.sign_secret)
        unit.audit(action, "", {"sign_key": keys.sign_key})


def own_card(ctx: Context) -> CardShown:
    """This desk's card, to hand to the office or to the desks that send here.

    Raises:
        UserError: DESK_CODE_MISSING, DESK_NAME_MISSING.
    """
    party, keys = own_party(ctx), own_keys(ctx)[0]
    made_on = desk_keys.every(ctx.store.reader)[0].made_on
    text = encode_card(party, keys, made_on)
    card = decode_card(text.encode(), card_file_name(party))
    return CardShown(card, text, fingerprint(card))


def card_file_name(party: Party) -> str:
    """Name of the card's file."""
    code = "".join(each for each in party.unit_code if each.isalnum()) or "desk"
    return code + SUFFIX


def read_card(ctx: Context, content: bytes, file: str) -> CardShown:
    """A card from outside, shown before it is accepted.

    Raises:
        BadFile: CARD_NOT_OURS, CARD_NEWER, CARD_ALTERED.
        UserError: CARD_OWN.
    """
    card = decode_card(content, file)
    if card.party.desk_id == desk.read_desk(ctx.store.reader).desk_id:
        raise UserError("CARD_OWN")
    known = peers.get(ctx.store.reader, card.party.desk_id)
    text = content.decode("utf-8-sig").strip()
    return CardShown(card, text, fingerprint(card), fingerprint(known.card) if known else "")


def read_card_file(ctx: Context, file: Path) -> CardShown:
    """As `read_card`, from a file.

    Raises:
        BadFile: FILE_MISSING, FILE_LOCKED, and as `read_card`.
        UserError: CARD_OWN.
    """
    return read_card(ctx, read_at_most(file, MOST_BYTES), file.name)


def compare_words(shown: CardShown, said: str) -> None:
    """Compares the words of a card with those read out; tone marks and case may be left out.

    Raises:
        UserError: CARD_WORDS_DIFFER.
    """
    if search_key(said).split() != search_key(shown.words).split():
        raise UserError("CARD_WORDS_DIFFER", name=shown.card.party.name, words=shown.words)


def accept_card(ctx: Context, shown: CardShown) -> CardAccepted:
    """Accepts a card whose words were compared; a newer card of the same desk replaces its keys.

    Raises:
        UserError: NOT_ALLOWED, CARD_OLDER.
    """
    card = shown.card
    with ctx.write(Act.KEEP_DESK) as unit:
        known = peers.get(unit, card.party.desk_id)
        if known is not None and card.made_on < known.card.made_on:
            raise UserError("CARD_OLDER", name=card.party.name)
        peers.accept(unit, card)
        detail: dict[str, str | int] = {"name": card.party.name, "words": fingerprint(card)}
        unit.audit("card_accepted", card.party.desk_id, detail)
    peer = peers.get(ctx.store.reader, card.party.desk_id)
    assert peer is not None
    return CardAccepted(peer)


def list_peers(ctx: Context) -> tuple[Peer, ...]:
    """Every desk ever accepted, by name."""
    return peers.every(ctx.store.reader)


def revoke_card(ctx: Context, desk_id: str, reason: str) -> CardAccepted:
    """Revokes a card, as when a laptop was lost: its bundles are refused from now on.

    Raises:
        UserError: NOT_ALLOWED, PEER_UNKNOWN, REASON_MISSING.
    """
    if not reason.strip():
        raise UserError("REASON_MISSING")
    with ctx.write(Act.KEEP_DESK) as unit:
        if peers.get(unit, desk_id) is None:
            raise UserError("PEER_UNKNOWN", value=desk_id)
        peers.revoke(unit, desk_id, reason.strip())
        unit.audit("card_revoked", desk_id, {"reason": reason.strip()})
        peer = peers.get(unit, desk_id)
    assert peer is not None
    return CardAccepted(peer)


def renew_keys(ctx: Context) -> KeysRenewed:
    """Makes new keys after a loss; what was sealed for the old ones can still be opened here.

    Raises:
        UserError: NOT_ALLOWED.
    """
    _make_keys(ctx, Act.KEEP_DESK, "desk_keys_renewed")
    return KeysRenewed(own_card(ctx))
