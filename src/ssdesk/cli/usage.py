"""A command that was typed wrong, said in the person's language instead of click's."""

from __future__ import annotations

import re

import click

from ssdesk.errors import UserError

_QUOTED = re.compile(r"'(.*)' is|^(\S+) is not", re.DOTALL)


def as_refusal(error: click.ClickException) -> UserError:
    """The refusal of a wrong command line: which part of it, and where the help is."""
    if isinstance(error, click.NoSuchOption):
        return UserError("OPTION_UNKNOWN", option=error.option_name)
    if isinstance(error, click.MissingParameter):
        return UserError("OPTION_MISSING", option=_option(error))
    if isinstance(error, click.BadParameter):
        option, value, allowed = _option(error), _value(error), _allowed(error)
        return UserError("OPTION_MALFORMED", option=option, value=value, allowed=allowed)
    return UserError("COMMAND_MALFORMED", command=_command(error))


def _option(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Argument):
        return error.param.make_metavar(error.ctx or click.Context(click.Command("")))
    return error.param.opts[0]


def _value(error: click.BadParameter) -> str:
    """What was typed, which click tells only inside its own sentence."""
    found = _QUOTED.search(error.message)
    return (found.group(1) or found.group(2))[:60] if found else ""


def _allowed(error: click.BadParameter) -> str:
    """What may be given, as the help writes it: `[poor|other]`, `INTEGER RANGE`."""
    if error.param is None:
        return ""
    return error.param.make_metavar(error.ctx or click.Context(click.Command("")))


def _command(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return context.command_path if context else "ssdesk"
