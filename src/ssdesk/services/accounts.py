"""Who may open the desk and what they may do there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from ssdesk.clock import Clock
from ssdesk.domain.desk import Account, Role
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services import passwords
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context, only_login, open_desk
from ssdesk.services.passwords import check_password
from ssdesk.storage import accounts, keys, recovery_code
from ssdesk.storage.accounts import AccountRow
from ssdesk.storage.keys import KeyRing
from ssdesk.storage.store import Unit

__all__ = [
    "AccountRow",
    "AccountSaved",
    "AddAccount",
    "add_account",
    "change_account",
    "change_password",
    "check_password",
    "confirm_password",
    "disable_account",
    "enable_account",
    "list_accounts",
    "open_by_recovery_code",
    "renew_recovery_code",
    "set_password",
]

_CHANGED = Changes(frozenset({Kind.ACCOUNT}))


@dataclass(frozen=True, slots=True)
class AddAccount:
    """A new account."""

    login: str
    full_name: str
    role: Role
    password: str


@dataclass(frozen=True, slots=True)
class AccountSaved:
    """The account as it now is."""

    account: Account
    changes: Changes = field(default=_CHANGED)


def list_accounts(ctx: Context) -> tuple[AccountRow, ...]:
    """All accounts, the disabled ones last."""
    return accounts.everyone(ctx.store.reader)


def add_account(
    ctx: Context, command: AddAccount, strength: keys.Strength = keys.USUAL
) -> AccountSaved:
    """Adds an account and wraps the store's key for it.

    Raises:
        UserError: NOT_ALLOWED, LOGIN_MISSING, FULL_NAME_MISSING, LOGIN_TAKEN, PASSWORD_TOO_SHORT,
            PASSWORD_TOO_EASY.
    """
    wanted = Account(ctx.clock.new_id(), command.login, command.full_name, command.role)
    account = passwords.checked_account(wanted)
    passwords.refuse_weak(command.password, account.login)
    with _unit_with_keys(ctx, Act.KEEP_DESK) as (unit, ring):
        if accounts.by_login(unit, account.login) is not None:
            raise UserError("LOGIN_TAKEN", login=account.login)
        accounts.insert(unit, account)
        unit.audit(
            "account_added", account.id, {"login": account.login, "role": account.role.value}
        )
        new = ring.with_password(account.login, command.password, ctx.store.key, strength)
        keys.write_ring(ctx.store.directory, new)
    return AccountSaved(account)


def change_account(ctx: Context, account_id: str, full_name: str, role: Role) -> AccountSaved:
    """Changes a name or what an account may do.

    Raises:
        UserError: NOT_ALLOWED, ACCOUNT_UNKNOWN, FULL_NAME_MISSING, LAST_ADMINISTRATOR.
    """
    with ctx.write(Act.KEEP_DESK) as unit:
        row = _known(unit, account_id)
        wanted = replace(row.account, full_name=full_name, role=role)
        account = passwords.checked_account(wanted)
        if role is not Role.ADMINISTRATOR:
            _refuse_last_administrator(unit, row)
        accounts.change(unit, account)
        unit.audit("account_changed", account_id, {"role": role.value})
    return AccountSaved(account)


def disable_account(ctx: Context, account_id: str) -> AccountSaved:
    """Takes an account's key away; what it did stays in the audit.

    Raises:
        UserError: NOT_ALLOWED, ACCOUNT_UNKNOWN, LAST_ADMINISTRATOR.
    """
    with _unit_with_keys(ctx, Act.KEEP_DESK) as (unit, ring):
        row = _known(unit, account_id)
        _refuse_last_administrator(unit, row)
        accounts.disable(unit, account_id)
        unit.audit("account_disabled", account_id, {"login": row.account.login})
        keys.write_ring(ctx.store.directory, ring.without(row.account.login))
    return AccountSaved(row.account)


def enable_account(
    ctx: Context, account_id: str, password: str, strength: keys.Strength = keys.USUAL
) -> AccountSaved:
    """Lets a disabled account in again, with a new password.

    Raises:
        UserError: NOT_ALLOWED, ACCOUNT_UNKNOWN, PASSWORD_TOO_SHORT, PASSWORD_TOO_EASY.
    """
    with _unit_with_keys(ctx, Act.KEEP_DESK) as (unit, ring):
        row = _known(unit, account_id)
        passwords.refuse_weak(password, row.account.login)
        accounts.enable(unit, account_id)
        unit.audit("account_enabled", account_id, {"login": row.account.login})
        new = ring.with_password(row.account.login, password, ctx.store.key, strength)
        keys.write_ring(ctx.store.directory, new)
    return AccountSaved(row.account)


def change_password(
    ctx: Context, old: str, new: str, strength: keys.Strength = keys.USUAL
) -> AccountSaved:
    """Changes one's own password; the store is not encrypted again (ruling 12).

    Raises:
        UserError: PASSWORD_WRONG, PASSWORD_TOO_SHORT, PASSWORD_TOO_EASY.
    """
    confirm_password(ctx, old)
    return _give_password(ctx, Act.OWN_ACCOUNT, ctx.account.id, new, strength)


def set_password(
    ctx: Context, account_id: str, new: str, strength: keys.Strength = keys.USUAL
) -> AccountSaved:
    """Gives somebody a new password who forgot the old one.

    Raises:
        UserError: NOT_ALLOWED, ACCOUNT_UNKNOWN, ACCOUNT_DISABLED, PASSWORD_TOO_SHORT,
            PASSWORD_TOO_EASY.
    """
    return _give_password(ctx, Act.KEEP_DESK, account_id, new, strength)


def confirm_password(ctx: Context, password: str) -> None:
    """Asks again for one's own password, as the lock of the window does.

    Raises:
        UserError: PASSWORD_WRONG.
    """
    keys.read_ring(ctx.store.directory).unlock(ctx.account.login, password)


def renew_recovery_code(ctx: Context, strength: keys.Strength = keys.USUAL) -> str:
    """A new recovery code to print; the earlier one opens nothing any more.

    Raises:
        UserError: NOT_ALLOWED.
    """
    code = recovery_code.new_code()
    with _unit_with_keys(ctx, Act.KEEP_DESK) as (unit, ring):
        unit.audit("recovery_code_renewed", ctx.account.id, {})
        new = ring.with_recovery(code, ctx.store.key, strength)
        keys.write_ring(ctx.store.directory, new)
    return code


def open_by_recovery_code(
    directory: Path, code: str, login: str | None, new_password: str, clock: Clock
) -> Context:
    """Opens a desk whose password is forgotten, and gives that account a new one.

    Args:
        directory: of the store.
        code: as printed on the recovery sheet.
        login: None where the store has only one account.
        new_password: of that account from now on.
        clock: time.

    Raises:
        UserError: RECOVERY_CODE_MISTYPED, RECOVERY_CODE_WRONG, LOGIN_NEEDED, LOGIN_UNKNOWN,
            PASSWORD_TOO_SHORT, PASSWORD_TOO_EASY.
        StorageUnavailable: missing, damaged, in use, read-only.
    """
    ring = keys.read_ring(directory)
    key = ring.recover(code)
    login = only_login(ring) if login is None else keys.fold_login(login)
    known = next((entry for entry in ring.entries if entry.login == login != ""), None)
    if known is None:
        raise UserError("LOGIN_UNKNOWN", login=login)
    passwords.refuse_weak(new_password, login)
    keys.write_ring(directory, ring.with_password(login, new_password, key, known.strength))
    try:
        ctx = open_desk(directory, login, new_password, clock)
    except BaseException:
        keys.write_ring(directory, ring)
        raise
    with ctx.store.write(login, clock.now()) as unit:
        unit.audit("opened_by_recovery_code", ctx.account.id, {"login": login})
    return ctx


def _give_password(
    ctx: Context, act: Act, account_id: str, new: str, strength: keys.Strength
) -> AccountSaved:
    with _unit_with_keys(ctx, act) as (unit, ring):
        row = _known(unit, account_id)
        if row.disabled_at is not None:
            raise UserError("ACCOUNT_DISABLED", login=row.account.login)
        passwords.refuse_weak(new, row.account.login)
        unit.audit("password_changed", account_id, {"login": row.account.login})
        given = ring.with_password(row.account.login, new, ctx.store.key, strength)
        keys.write_ring(ctx.store.directory, given)
    return AccountSaved(row.account)


@contextmanager
def _unit_with_keys(ctx: Context, act: Act) -> Iterator[tuple[Unit, KeyRing]]:
    """A unit of work after whose failure the key ring is as it was."""
    ring = keys.read_ring(ctx.store.directory)
    try:
        with ctx.write(act) as unit:
            yield unit, ring
    except BaseException:
        if keys.read_ring(ctx.store.directory) != ring:
            keys.write_ring(ctx.store.directory, ring)
        raise


def _known(unit: Unit, account_id: str) -> AccountRow:
    row = accounts.by_id(unit, account_id)
    if row is None:
        raise UserError("ACCOUNT_UNKNOWN")
    return row


def _refuse_last_administrator(unit: Unit, leaving: AccountRow) -> None:
    others = (
        row
        for row in accounts.everyone(unit)
        if row.account.role is Role.ADMINISTRATOR
        and row.disabled_at is None
        and row.account.id != leaving.account.id
    )
    if leaving.account.role is Role.ADMINISTRATOR and next(others, None) is None:
        raise UserError("LAST_ADMINISTRATOR", login=leaving.account.login)
