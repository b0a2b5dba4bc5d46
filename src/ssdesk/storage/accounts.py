"""Accounts of a desk; their passwords live in the key ring, not here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ssdesk.domain.desk import Account, Role
from ssdesk.storage.store import Reader, Row, Unit


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account as the list of accounts shows it."""

    account: Account
    created_at: datetime
    disabled_at: datetime | None


def by_login(reader: Reader, login: str) -> AccountRow | None:
    """The account of a login."""
    row = reader.one("SELECT * FROM account WHERE login = ?", (login,))
    return None if row is None else _row(row)


def by_id(reader: Reader, account_id: str) -> AccountRow | None:
    """The account of an id."""
    row = reader.one("SELECT * FROM account WHERE id = ?", (account_id,))
    return None if row is None else _row(row)


def everyone(reader: Reader) -> tuple[AccountRow, ...]:
    """All accounts, the disabled ones last."""
    rows = reader.rows("SELECT * FROM account ORDER BY disabled_at IS NOT NULL, login")
    return tuple(_row(row) for row in rows)


def insert(unit: Unit, account: Account) -> None:
    """Writes a new account."""
    unit.insert(
        "account",
        id=account.id,
        login=account.login,
        full_name=account.full_name,
        role=account.role.value,
        created_at=unit.at.isoformat(),
    )


def change(unit: Unit, account: Account) -> None:
    """Writes name and role of an account."""
    unit.update("account", account.id, full_name=account.full_name, role=account.role.value)


def disable(unit: Unit, account_id: str) -> None:
    """From now on the account opens nothing."""
    unit.update("account", account_id, disabled_at=unit.at.isoformat())


def enable(unit: Unit, account_id: str) -> None:
    """The account may open the store again."""
    unit.update("account", account_id, disabled_at=None)


def _row(row: Row) -> AccountRow:
    ended = row["disabled_at"]
    return AccountRow(
        account=Account(row["id"], row["login"], row["full_name"], Role(row["role"])),
        created_at=datetime.fromisoformat(row["created_at"]),
        disabled_at=datetime.fromisoformat(ended) if ended else None,
    )
