"""Commands that the README shows exist, with the options it shows."""

from __future__ import annotations

import re
import shlex

import click
import pytest

from ssdesk.cli.main import main
from tests.rules.sources import ROOT

BLOCK = re.compile(r"```(?:sh|bash|console)?\n(.*?)```", re.DOTALL)


def _lines() -> list[str]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = []
    for block in BLOCK.findall(readme):
        for line in block.replace("\\\n", " ").splitlines():
            bare = line.split(" #")[0].strip().removeprefix("$ ")
            if bare.startswith(("packaging/", ".venv/bin/ssdesk", "bash packaging/")):
                lines.append(bare)
    return lines


def test_the_two_commands_are_shown() -> None:
    assert any(line.startswith("packaging/run") for line in _lines())
    assert any(line.startswith("packaging/test") for line in _lines())


@pytest.mark.parametrize("line", _lines())
def test_command_exists(line: str) -> None:
    words = shlex.split(line)
    if "packaging/" in words[0]:
        assert (ROOT / words[0]).is_file()
        return
    command: click.Command = main
    context = click.Context(main)
    rest = words[1:]
    while rest and isinstance(command, click.Group) and not rest[0].startswith("-"):
        found = command.get_command(context, rest[0])
        assert found is not None, f"no command {rest[0]}"
        command, rest = found, rest[1:]
    options = {name for param in command.params for name in param.opts}
    shown = {word.split("=")[0] for word in rest if word.startswith("--")}
    assert shown <= options | {"--help"}
