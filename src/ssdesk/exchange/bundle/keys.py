"""A desk's own pair of keys: to open what is sealed for it, and to sign what it sends."""

from __future__ import annotations

from dataclasses import dataclass

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


@dataclass(frozen=True, slots=True, repr=False)
class DeskKeys:
    """Secrets of a desk; they leave the store only inside a backup.

    Args:
        seal_secret: age identity (`AGE-SECRET-KEY-1…`).
        sign_secret: Ed25519 private key, 64 hexadecimal digits.
    """

    seal_secret: str
    sign_secret: str

    @property
    def seal_key(self) -> str:
        """The age recipient that others seal for."""
        return str(pyrage.x25519.Identity.from_str(self.seal_secret).to_public())

    @property
    def sign_key(self) -> str:
        """The public key that others check signatures with."""
        return _private(self.sign_secret).public_key().public_bytes_raw().hex()

    def sign(self, message: bytes) -> bytes:
        """The signature of exactly these bytes, 64 bytes."""
        return _private(self.sign_secret).sign(message)


def new_keys() -> DeskKeys:
    """A fresh pair, from the system's random source."""
    return DeskKeys(
        seal_secret=str(pyrage.x25519.Identity.generate()),
        sign_secret=Ed25519PrivateKey.generate().private_bytes_raw().hex(),
    )


def is_signed(sign_key: str, message: bytes, signature: bytes) -> bool:
    """Whether the desk of this public key signed exactly these bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(sign_key)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def are_public(seal_key: str, sign_key: str) -> bool:
    """Whether two texts are public keys at all."""
    try:
        pyrage.x25519.Recipient.from_str(seal_key)
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(sign_key))
    except (pyrage.RecipientError, ValueError):
        return False
    return True


def _private(secret: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))
