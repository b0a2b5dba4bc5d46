"""The command line: `ssdesk` and its topics."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import Any

import click

from ssdesk.cli.help_words import speak_vietnamese
from ssdesk.cli.options import today_option
from ssdesk.cli.output import language, refusal, speak
from ssdesk.cli.usage import as_refusal
from ssdesk.domain.checks import Language, sentence
from ssdesk.errors import Cancelled, SsdeskError, machine_code

OpenWindow = Callable[[Path | None, bool, date | None], int]
REFUSED = 2
_OPTION = "--language"
_CODES = tuple(each.value for each in Language)


def _topics() -> list[click.Command]:
    """The commands of every topic; imported only when a command other than `run` is asked for."""
    from ssdesk.cli import (
        bundles,
        demo,
        desks,
        exports,
        identity,
        imports,
        quotes,
        reports,
        rollovers,
        store,
    )

    return [
        *bundles.commands,
        *demo.commands,
        *desks.commands,
        *exports.commands,
        *identity.commands,
        *imports.commands,
        *quotes.commands,
        *reports.commands,
        *rollovers.commands,
        *store.commands,
    ]


class _Root(click.Group):
    """Loads the topics late, so that the window does not wait for them."""

    _loaded = False

    def _load(self) -> None:
        if not self._loaded:
            self._loaded = True
            for command in _topics():
                self.add_command(command)
                if language() is Language.VI:
                    speak_vietnamese(command)

    def make_context(
        self, info_name: str | None, args: list[str], *rest: Any, **more: Any
    ) -> click.Context:
        # Before click reads them: the help and a refusal of the rest speak this language.
        speak(_asked_in(args))
        if language() is Language.VI:
            speak_vietnamese(self)
        return super().make_context(info_name, args, *rest, **more)

    def list_commands(self, ctx: click.Context) -> list[str]:
        self._load()
        return super().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name != "run":
            self._load()
        return super().get_command(ctx, cmd_name)


def _asked_in(arguments: Sequence[str]) -> Language | None:
    """The language that `--language` names before the command, if it is one of ours."""
    before = list(takewhile(lambda each: each.startswith("--") or each in _CODES, arguments))
    given = "=".join(before).split("=")
    after = given[given.index(_OPTION) + 1 :] if _OPTION in given else []
    return Language(after[0]) if after and after[0] in _CODES else None


@click.group(cls=_Root, invoke_without_command=True)
@click.option(
    _OPTION,
    type=click.Choice(_CODES),
    expose_value=False,
    help="Language of help and sentences; else SSDESK_LANGUAGE, else Vietnamese.",
)
@click.version_option(package_name="ssdesk")
@click.pass_context
def main(ctx: click.Context) -> int | None:
    """Health-insurance desk of a school. Without a command the window opens.

    Exit code 0: done; 1: problems in the data; 2: refused, with one sentence on stderr.
    SSDESK_PASSWORD gives the store's password, SSDESK_LANGUAGE=en English sentences.
    """
    if ctx.invoked_subcommand is not None:
        return None
    return _open_window(ctx, None, demo=False, today=None)


@main.command("run")
@click.option(
    "--store", type=click.Path(path_type=Path), default=None, help="Folder of the desk's store."
)
@click.option("--demo", is_flag=True, help="Open a demo school, made on first use.")
@today_option
@click.pass_context
def run_command(ctx: click.Context, store: Path | None, demo: bool, today: date | None) -> int:
    """Open the window."""
    return _open_window(ctx, store, demo=demo, today=today)


def _open_window(ctx: click.Context, store: Path | None, *, demo: bool, today: date | None) -> int:
    open_window: OpenWindow = ctx.find_root().obj
    return open_window(store, demo, today)


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Do what the arguments say; raises only BrokenPipeError.

    Args:
        arguments: without the program's name.
        open_window: opens the window of a store, demo or not, on a date; gives the exit code.

    Returns:
        Exit code: 0 done, 1 problems in the data, 2 refused with one sentence on stderr.
    """
    try:
        code = main.main(
            list(arguments), prog_name="ssdesk", standalone_mode=False, obj=open_window
        )
    except SsdeskError as error:
        return _refuse(refusal(error))
    except click.ClickException as error:
        return _refuse(refusal(as_refusal(error)))
    except (Cancelled, click.Abort, KeyboardInterrupt):
        return _refuse(sentence("CANCELLED", {}, language()))
    except BrokenPipeError:
        raise
    except SystemExit as ended:
        # So click ends where the reader of a pipe went away.
        raise BrokenPipeError from ended
    except OSError as error:
        file = str(error.filename or "stdout")
        return _refuse(sentence(machine_code(error), {"file": file}, language()))
    except Exception as error:
        # The outer door: whoever typed the command gets a sentence, the log gets the place.
        logging.getLogger("ssdesk.cli").exception("unexpected")
        kind = type(error).__name__
        return _refuse(sentence("UNEXPECTED", {"error": kind}, language()))
    return code if isinstance(code, int) else 0


def _refuse(text: str) -> int:
    click.echo(text, err=True)
    return REFUSED
