"""Options that many commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from ssdesk.clock import SystemClock
from ssdesk.errors import UserError

_F = TypeVar("_F", bound=Callable[..., object])
PASSWORD_VARIABLE = "SSDESK_PASSWORD"
LOGIN_VARIABLE = "SSDESK_LOGIN"
RECOVERY_VARIABLE = "SSDESK_RECOVERY_CODE"


class DateParam(click.ParamType[date]):
    """A date as 2026-09-05 or 5/9/2026."""

    name = "date"

    def convert(
        self,
        value: str | date,
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ARG002 - signature of click
    ) -> date:
        """The date, or a refusal that names the option."""
        if isinstance(value, date):
            return value
        parts = value.strip().split("/")
        try:
            if len(parts) == 3:
                return date(int(parts[2]), int(parts[1]), int(parts[0]))
            return date.fromisoformat(value.strip())
        except ValueError:
            option = param.opts[0] if param is not None else ""
            raise UserError("OPTION_NOT_A_DATE", option=option, value=value) from None


DATE = DateParam()

json_option: Callable[[_F], _F] = click.option(
    "--json", "as_json", is_flag=True, help="Write the result as JSON."
)
today_option: Callable[[_F], _F] = click.option(
    "--today", type=DATE, default=None, help="Work as if today were this date."
)


def store_options(command: _F) -> _F:
    """`--store`, `--login` and `--today`: parameters `store`, `login`, `today`."""
    store = click.option(
        "--store",
        type=click.Path(path_type=Path),
        required=True,
        help="Folder of the desk's store.",
    )
    login = click.option(
        "--login",
        default=None,
        envvar=LOGIN_VARIABLE,
        help="Account; needed only where the store has several.",
    )
    return store(login(today_option(command)))


def clock(today: date | None) -> SystemClock:
    """The machine's clock, moved to `today` where that was given."""
    return SystemClock(today_is=today)


def password(*, usual: str | None = None) -> str:
    """The password from SSDESK_PASSWORD, else `usual`, else asked at the terminal.

    Raises:
        UserError: PASSWORD_NOT_GIVEN when nobody can be asked.
    """
    given = os.environ.get(PASSWORD_VARIABLE)
    if given:
        return given
    if usual is not None:
        return usual
    if not sys.stdin.isatty():
        raise UserError("PASSWORD_NOT_GIVEN", variable=PASSWORD_VARIABLE)
    answer: str = click.prompt("Mật khẩu", hide_input=True, err=True)
    return answer


def recovery_code() -> str:
    """The code from SSDESK_RECOVERY_CODE, else nothing: no list of processes shows it there."""
    return os.environ.get(RECOVERY_VARIABLE, "")
