"""The help of the command line in Vietnamese: texts from a table, and click's own words."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import Any

import click

from ssdesk import assets

_HEADINGS = {"Options": "Tùy chọn", "Commands": "Lệnh", "Arguments": "Tham số"}
_EXTRAS = {"[required]": "[bắt buộc]", "[default: ": "[mặc định: ", "; required]": "; bắt buộc]"}
_HELP_OPTION = "Hiện trợ giúp này rồi thoát."
_USAGE = "Cách dùng: "
_ARGUMENTS = {"[OPTIONS]": "[TÙY CHỌN]", "COMMAND": "LỆNH", "[ARGS]": "[THAM SỐ]"}


def key_of(text: str) -> str:
    """A help text as the table has it: each paragraph in one line."""
    paragraphs = inspect.cleandoc(text).split("\n\n")
    return "\n\n".join(" ".join(part.split()) for part in paragraphs)


def speak_vietnamese(command: click.Command) -> None:
    """Gives a command, and those below it, their Vietnamese help."""
    words = assets.help_words()
    command.context_class = _Context
    if command.help:
        command.help = words.get(key_of(command.help), command.help)
    for param in command.params:
        if isinstance(param, click.Option) and param.help:
            param.help = words.get(key_of(param.help), param.help)
    if isinstance(command, click.Group):
        for below in command.commands.values():
            speak_vietnamese(below)


class _Formatter(click.HelpFormatter):
    """Says click's own words in Vietnamese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for english, vietnamese in _ARGUMENTS.items():
            args = args.replace(english, vietnamese)
        super().write_usage(prog, args, prefix or _USAGE)

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], *args: Any, **more: Any) -> None:
        super().write_dl([(name, _extras(text)) for name, text in rows], *args, **more)


def _extras(text: str) -> str:
    if text == "Show this message and exit.":
        return _HELP_OPTION
    for english, vietnamese in _EXTRAS.items():
        text = text.replace(english, vietnamese)
    return text


class _Context(click.Context):
    formatter_class = _Formatter
