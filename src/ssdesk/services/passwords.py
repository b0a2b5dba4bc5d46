"""What an account and its password must be like."""

from __future__ import annotations

from dataclasses import replace

from ssdesk.domain import names
from ssdesk.domain.desk import Account
from ssdesk.domain.problems import Problem
from ssdesk.errors import UserError
from ssdesk.storage import keys

LEAST_LENGTH = 8
_TOO_EASY = frozenset({"12345678", "123456789", "1234567890", "password", "matkhau123"})


def check_password(password: str, login: str = "") -> tuple[Problem, ...]:
    """What is wrong with a new password."""
    if len(password) < LEAST_LENGTH:
        return (Problem("password", "PASSWORD_TOO_SHORT", {"least": LEAST_LENGTH}),)
    folded = password.casefold()
    if folded in _TOO_EASY or len(set(folded)) < 3 or (login and folded == login.casefold()):
        return (Problem("password", "PASSWORD_TOO_EASY"),)
    return ()


def checked_account(account: Account) -> Account:
    """The account with login and name in one spelling.

    Raises:
        UserError: LOGIN_MISSING, FULL_NAME_MISSING.
    """
    login = keys.fold_login(account.login)
    full_name = names.clean_name(account.full_name)
    if not login:
        raise UserError("LOGIN_MISSING")
    if not full_name:
        raise UserError("FULL_NAME_MISSING")
    return replace(account, login=login, full_name=full_name)


def refuse_weak(password: str, login: str) -> None:
    """Refuses a password that is too short or among the first that anyone tries.

    Raises:
        UserError: PASSWORD_TOO_SHORT, PASSWORD_TOO_EASY.
    """
    for problem in check_password(password, login):
        raise UserError(problem.code, **problem.params)
