"""Who can open a store: its random key, wrapped once per account and by the recovery code.

Ruling 12: a new password wraps the key anew, the store itself is never encrypted again.
"""

from __future__ import annotations

import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ssdesk.domain import names
from ssdesk.errors import StorageUnavailable, UserError
from ssdesk.storage import recovery_code
from ssdesk.storage.durable import write_durably

KEYS = "keys.json"
KEY_BYTES = 32
_FORMAT = 1
_MOST_MEMORY = 1024 * 1024
_MOST_TIME = 64


@dataclass(frozen=True, slots=True)
class Strength:
    """How costly one guess at a password is (argon2id); memory in KiB.

    The usual one takes 0.28 s on a 2-core machine of 2020 and more on a school's.
    """

    time: int = 3
    memory: int = 98_304
    lanes: int = 1


USUAL = Strength()


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """The store's key wrapped by one secret.

    Args:
        login: account that the secret belongs to, empty for the recovery code.
    """

    login: str
    strength: Strength
    salt: bytes
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class KeyRing:
    """All that opens one store."""

    store_id: str
    entries: tuple[KeyEntry, ...]

    def logins(self) -> tuple[str, ...]:
        """Accounts that can open the store."""
        return tuple(entry.login for entry in self.entries if entry.login)

    def unlock(self, login: str, password: str) -> bytes:
        """The store's key by an account's password.

        Raises:
            UserError: LOGIN_UNKNOWN, PASSWORD_WRONG.
        """
        login = fold_login(login)
        entry = next((item for item in self.entries if item.login == login != ""), None)
        if entry is None:
            raise UserError("LOGIN_UNKNOWN", login=login)
        key = _unwrap(self.store_id, entry, _password_bytes(password))
        if key is None:
            raise UserError("PASSWORD_WRONG", login=login)
        return key

    def recover(self, code: str) -> bytes:
        """The store's key by the printed recovery code.

        Raises:
            UserError: RECOVERY_CODE_MISTYPED, RECOVERY_CODE_WRONG.
        """
        letters = recovery_code.read_code(code)
        for entry in self.entries:
            if not entry.login and (key := _unwrap(self.store_id, entry, letters.encode())):
                return key
        raise UserError("RECOVERY_CODE_WRONG")

    def with_password(
        self, login: str, password: str, key: bytes, strength: Strength = USUAL
    ) -> KeyRing:
        """The ring in which an account opens the store by this password only."""
        login = fold_login(login)
        entry = _wrap(self.store_id, login, _password_bytes(password), key, strength)
        return self._with(login, (entry,))

    def with_recovery(self, code: str, key: bytes, strength: Strength = USUAL) -> KeyRing:
        """The ring in which this recovery code, and no earlier one, opens the store."""
        letters = recovery_code.read_code(code)
        return self._with("", (_wrap(self.store_id, "", letters.encode(), key, strength),))

    def without(self, login: str) -> KeyRing:
        """The ring in which an account no longer opens the store."""
        return self._with(fold_login(login), ())

    def _with(self, login: str, new: Iterable[KeyEntry]) -> KeyRing:
        others = tuple(entry for entry in self.entries if entry.login != login)
        return replace(self, entries=(*others, *new))


def new_key() -> bytes:
    """A random key for a new store."""
    return secrets.token_bytes(KEY_BYTES)


def new_ring() -> KeyRing:
    """A ring that opens nothing yet."""
    return KeyRing(secrets.token_hex(16), ())


def fold_login(login: str) -> str:
    """The login as it is compared: one spelling, lower case."""
    return names.clean_text(login).casefold()


def read_ring(directory: Path) -> KeyRing:
    """The ring of a store.

    Raises:
        StorageUnavailable: KEYS_MISSING, KEYS_DAMAGED, KEYS_NEWER.
    """
    try:
        content = json.loads((directory / KEYS).read_bytes())
        if content["format"] > _FORMAT:
            raise StorageUnavailable("KEYS_NEWER", place=str(directory))
        entries = tuple(_entry(item) for item in content["entries"])
        return KeyRing(str(content["store_id"]), entries)
    except FileNotFoundError as error:
        raise StorageUnavailable("KEYS_MISSING", place=str(directory)) from error
    except OSError as error:
        raise StorageUnavailable("STORE_DISK_ERROR", place=str(directory)) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StorageUnavailable("KEYS_DAMAGED", place=str(directory)) from error


def write_ring(directory: Path, ring: KeyRing) -> None:
    """Puts the ring in place, whole or not at all."""
    entries = [
        {
            "login": entry.login,
            "argon2id": asdict(entry.strength),
            "salt": b64encode(entry.salt).decode(),
            "nonce": b64encode(entry.nonce).decode(),
            "wrapped": b64encode(entry.wrapped).decode(),
        }
        for entry in ring.entries
    ]
    content = {"format": _FORMAT, "store_id": ring.store_id, "entries": entries}
    text = json.dumps(content, ensure_ascii=False, indent=1)
    try:
        write_durably(directory / KEYS, text.encode())
    except OSError as error:
        code = "STORE_DISK_FULL" if error.errno == 28 else "STORE_DISK_ERROR"
        raise StorageUnavailable(code, place=str(directory)) from error


def _entry(item: dict[str, Any]) -> KeyEntry:
    strength = Strength(**{name: int(value) for name, value in item["argon2id"].items()})
    # Costs from a file are a stranger's wish: none may hang or exhaust the machine.
    if not (0 < strength.time <= _MOST_TIME and 8 <= strength.memory <= _MOST_MEMORY):
        raise ValueError(strength)
    if not 0 < strength.lanes <= 16:
        raise ValueError(strength)
    salt, nonce, wrapped = (b64decode(item[x], validate=True) for x in ("salt", "nonce", "wrapped"))
    if len(salt) < 16 or len(nonce) != 12 or len(wrapped) != KEY_BYTES + 16:
        raise ValueError(item["login"])
    return KeyEntry(str(item["login"]), strength, salt, nonce, wrapped)


def _password_bytes(password: str) -> bytes:
    return names.heal(password).encode()


def _wrap(store_id: str, login: str, secret: bytes, key: bytes, strength: Strength) -> KeyEntry:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    wrapped = AESGCM(_derive(secret, salt, strength)).encrypt(nonce, key, _bound(store_id, login))
    return KeyEntry(login, strength, salt, nonce, wrapped)


def _unwrap(store_id: str, entry: KeyEntry, secret: bytes) -> bytes | None:
    derived = _derive(secret, entry.salt, entry.strength)
    try:
        return AESGCM(derived).decrypt(entry.nonce, entry.wrapped, _bound(store_id, entry.login))
    except InvalidTag:
        return None


def _derive(secret: bytes, salt: bytes, strength: Strength) -> bytes:
    return hash_secret_raw(
        secret, salt, strength.time, strength.memory, strength.lanes, KEY_BYTES, Type.ID
    )


def _bound(store_id: str, login: str) -> bytes:
    """What the wrapping is bound to, so that no entry serves another account or store."""
    return json.dumps([_FORMAT, store_id, login], ensure_ascii=False).encode()
