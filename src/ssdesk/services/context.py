"""What every use case is given: the store, the rules, the clock and who is asking."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from ssdesk.clock import Clock
from ssdesk.domain.desk import Account, DeskProfile, Role
from ssdesk.domain.roles import Act, may
from ssdesk.domain.rulebook import RuleBook
from ssdesk.errors import UserError
from ssdesk.services import passwords
from ssdesk.storage import accounts, backups, ballast, desk, keys, recovery_code
from ssdesk.storage.backup_files import Reason
from ssdesk.storage.building import built_in_place
from ssdesk.storage.store import Store, Unit


@dataclass(frozen=True, slots=True)
class Context:
    """An open desk."""

    store: Store
    rules: RuleBook
    clock: Clock
    account: Account

    def profile(self) -> DeskProfile:
        """What the desk says of itself, as last saved."""
        return desk.read_profile(self.store.reader)

    def require(self, act: Act) -> None:
        """Lets through whose role may do it.

        Raises:
            UserError: NOT_ALLOWED.
        """
        if not may(self.account.role, act):
            raise UserError("NOT_ALLOWED", login=self.account.login)

    @contextmanager
    def write(self, act: Act) -> Iterator[Unit]:
        """The unit of work of a command, in the name of the account, if its role may do it.

        Raises:
            UserError: NOT_ALLOWED.
            StorageUnavailable: STORE_DISK_FULL and others; nothing was kept then.
        """
        self.require(act)
        with self.store.write(self.account.login, self.clock.now()) as unit:
            yield unit

    def close(self) -> None:
        """Closes the store; a backup at close is a use case of its own."""
        self.store.close()


@dataclass(frozen=True, slots=True)
class Setup:
    """How a new desk is made.

    Args:
        demo: a demo school, said so on every paper.
        strength: cost of guessing a password; tests take less.
        ballast: bytes kept free for a full disk.
    """

    demo: bool = False
    strength: keys.Strength = keys.USUAL
    ballast: int = ballast.BALLAST_BYTES


_USUAL = Setup()


def create_desk(
    directory: Path,
    profile: DeskProfile,
    account: Account,
    password: str,
    clock: Clock,
    setup: Setup = _USUAL,
) -> tuple[Context, str]:
    """Makes a new desk with its first account, all of it or nothing.

    Args:
        directory: missing or empty.
        profile: as the first start asked for it.
        account: the first administrator; its id and role are set here.
        password: at least 8 characters; a demo's may be any.
        clock: time and ids.
        setup: demo or not, and costs.

    Returns:
        The open desk, and the recovery code to print: it is shown this once.

    Raises:
        UserError: FOLDER_NOT_EMPTY, LOGIN_MISSING, FULL_NAME_MISSING, PASSWORD_TOO_SHORT,
            PASSWORD_TOO_EASY.
        StorageUnavailable: STORE_EXISTS, read-only, disk full.
    """
    first = passwords.checked_account(account)
    if not setup.demo:
        passwords.refuse_weak(password, first.login)
    first = replace(first, id=clock.new_id(), role=Role.ADMINISTRATOR)
    key, code = keys.new_key(), recovery_code.new_code()
    ring = keys.new_ring().with_password(first.login, password, key, setup.strength)
    ring = ring.with_recovery(code, key, setup.strength)
    with built_in_place(directory) as work:
        store = Store.create(work, key)
        try:
            with store.write(first.login, clock.now()) as unit:
                desk.write_desk(unit, clock.new_id(), profile.kind, clock.now(), demo=setup.demo)
                desk.write_profile(unit, profile.cleaned())
                accounts.insert(unit, first)
                unit.audit("desk_created", first.id, {"kind": profile.kind.value})
        finally:
            store.close()
        keys.write_ring(work, ring)
        if setup.ballast:
            ballast.keep(work, setup.ballast)
    return _context(Store.open(directory, key), first, clock), code


def open_desk(directory: Path, login: str | None, password: str, clock: Clock) -> Context:
    """Opens a desk; where the schema is older, a backup is made and then it is migrated.

    Args:
        directory: of the store.
        login: None where the store has only one account.
        password: of the account.
        clock: time and ids.

    Raises:
        UserError: LOGIN_NEEDED, LOGIN_UNKNOWN, PASSWORD_WRONG, ACCOUNT_DISABLED.
        StorageUnavailable: missing, damaged, newer, in use, read-only.
    """
    ring = keys.read_ring(directory)
    login = only_login(ring) if login is None else keys.fold_login(login)
    key = ring.unlock(login, password)
    store = Store.open(
        directory,
        key,
        before_migrating=lambda old: _back_up_first(old, clock),
    )
    try:
        account = _account_of(store, login)
    except BaseException:
        store.close()
        raise
    return _context(store, account, clock)


def _back_up_first(store: Store, clock: Clock) -> None:
    backups.make(store, Reason.MIGRATION, clock.now())


def _account_of(store: Store, login: str) -> Account:
    row = accounts.by_login(store.reader, login)
    if row is None:
        raise UserError("LOGIN_UNKNOWN", login=login)
    if row.disabled_at is not None:
        raise UserError("ACCOUNT_DISABLED", login=login)
    return row.account


def logins(directory: Path) -> tuple[str, ...]:
    """Accounts that can open a store, for the door.

    Raises:
        StorageUnavailable: KEYS_MISSING, KEYS_DAMAGED, KEYS_NEWER.
    """
    return keys.read_ring(directory).logins()


def only_login(ring: keys.KeyRing) -> str:
    """The login of a store with one account.

    Raises:
        UserError: LOGIN_NEEDED.
    """
    known = ring.logins()
    if len(known) != 1:
        raise UserError("LOGIN_NEEDED", logins=", ".join(sorted(known)))
    return known[0]


def _context(store: Store, account: Account, clock: Clock) -> Context:
    # The rule pack is read late: what only speaks of a context need not wait for it.
    from ssdesk.rulepacks.loader import load_rule_book

    return Context(store, load_rule_book(), clock, account)
