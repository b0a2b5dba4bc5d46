"""`import …`: files that come in."""

from __future__ import annotations

import click

from ssdesk.cli import cards, legacy, rosters, statements


@click.group("import")
def import_group() -> None:
    """Take files in: preview, whole or not at all, and back out again."""


for _command in (
    *rosters.commands,
    *cards.commands,
    *legacy.commands,
    *statements.commands,
):
    import_group.add_command(_command)

commands: list[click.Command] = [import_group]
