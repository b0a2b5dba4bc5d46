"""The outside of a bundle: age, sealed for the addressee and for the sender itself."""

from __future__ import annotations

import pyrage

from ssdesk.errors import BadFile
from ssdesk.exchange.bundle.keys import DeskKeys

MOST_BYTES = 200_000_000
"""A larger file is refused unread; 70,000 people take a tenth of it."""

_OPENING = b"age-encryption.org/v1\n"


def seal(content: bytes, seal_keys: tuple[str, ...]) -> bytes:
    """The content readable by the owners of the keys only."""
    recipients = [pyrage.x25519.Recipient.from_str(each) for each in seal_keys]
    return bytes(pyrage.encrypt(content, recipients))


def unseal(sealed: bytes, keys: tuple[DeskKeys, ...], file: str) -> bytes:
    """What a sealed file holds.

    Args:
        sealed: the whole file.
        keys: this desk's, its retired ones too: an old bundle stays readable.
        file: its name, for the message.

    Raises:
        BadFile: BUNDLE_NOT_OURS, BUNDLE_CUT, BUNDLE_NOT_FOR_US, BUNDLE_TOO_LARGE.
    """
    if len(sealed) > MOST_BYTES:
        raise BadFile("BUNDLE_TOO_LARGE", file=file, limit=MOST_BYTES // 1_000_000)
    if not sealed.startswith(_OPENING):
        cut = _OPENING.startswith(sealed[: len(_OPENING)])
        raise BadFile("BUNDLE_CUT" if cut else "BUNDLE_NOT_OURS", file=file)
    identities = [pyrage.x25519.Identity.from_str(each.seal_secret) for each in keys]
    try:
        return bytes(pyrage.decrypt(sealed, identities))
    except pyrage.DecryptError as error:
        # The library tells its errors apart by their text only.
        foreign = "No matching keys" in str(error)
        raise BadFile("BUNDLE_NOT_FOR_US" if foreign else "BUNDLE_CUT", file=file) from error
