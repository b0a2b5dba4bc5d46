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
# A year beyond these is a slip of the hand; sums of months would run off the calendar.
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


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
        option = _option(param)
        parts = value.strip().split("/")
        try:
            day = (
                date(int(parts[2]), int(parts[1]), int(parts[0]))
                if len(parts) == 3
                else date.fromisoformat(value.strip())
            )
        except (ValueError, OverflowError):
            raise UserError("OPTION_NOT_A_DATE", option=option, value=value) from None
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            limits = {"lowest": _FIRST_YEAR, "highest": _LAST_YEAR}
            raise UserError("OPTION_DATE_FAR", option=option, value=value, **limits)
        return day


class OutParam(click.ParamType[Path]):
    """A place to write to; the folder it lies in, or is, must be there."""

    def __init__(self, *, folder: bool) -> None:
        """A folder, or a file."""
        self.name = "directory" if folder else "file"
        self.folder = folder
        self.click_type = click.Path(path_type=Path, dir_okay=folder, file_okay=not folder)

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """The path, or a refusal that names the missing folder."""
        path = Path(self.click_type.convert(value, param, ctx))
        folder = path if self.folder else path.parent
        if not folder.is_dir():
            raise UserError("OPTION_OUT_NO_FOLDER", option=_option(param), folder=str(folder))
        return path


class InParam(click.ParamType[Path]):
    """A file to read; a pipe or a device would be waited for without end."""

    name = "file"

    def __init__(self, *, folder_too: bool = False) -> None:
        """Whether a folder of such files serves as well."""
        self.folder_too = folder_too
        self._plain = click.Path(path_type=Path, dir_okay=folder_too)

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """The path; whether there is such a file is for its reader to say."""
        path = Path(self._plain.convert(value, param, ctx))
        if path.exists() and not (path.is_file() or (self.folder_too and path.is_dir())):
            raise UserError("OPTION_IN_NO_FILE", option=_option(param), value=str(path))
        return path


def _option(param: click.Parameter | None) -> str:
    if isinstance(param, click.Argument):
        return (param.name or "").upper()
    return param.opts[0] if param is not None else ""


DATE = DateParam()
IN_FILE = InParam()
IN_FILE_OR_FOLDER = InParam(folder_too=True)
OUT_FILE = OutParam(folder=False)
OUT_FOLDER = OutParam(folder=True)

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


def keep_input(source: Path, out: Path, option: str) -> None:
    """Refuse an output that would be written over its own input.

    Raises:
        UserError: OPTION_OUT_IS_INPUT.
    """
    if source.exists() and out.exists() and out.samefile(source):
        raise UserError("OPTION_OUT_IS_INPUT", file=str(out), option=option)
