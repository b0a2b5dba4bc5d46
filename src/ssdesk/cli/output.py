"""What a command writes: JSON or text to stdout, progress and refusals to stderr."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import click
import msgspec

from ssdesk.domain.checks import Language, sentence
from ssdesk.domain.problems import Problem
from ssdesk.errors import SsdeskError

_LANGUAGE_VARIABLE = "SSDESK_LANGUAGE"
_PROGRESS_EVERY = 0.2
_asked: list[Language] = []


def language() -> Language:
    """Language of help and sentences: what `--language` asked for, else SSDESK_LANGUAGE.

    Vietnamese where neither says `en`.
    """
    if _asked:
        return _asked[0]
    return Language.EN if os.environ.get(_LANGUAGE_VARIABLE) == "en" else Language.VI


def speak(language: Language | None) -> None:
    """Speaks the language asked for; None is what SSDESK_LANGUAGE says."""
    _asked[:] = [] if language is None else [language]


def refusal(error: SsdeskError) -> str:
    """The one sentence of a refusal."""
    return sentence(error.code, error.params, language())


def message(problem: Problem) -> str:
    """The sentence of one problem."""
    return sentence(problem.code, problem.params, language())


def emit(value: object, as_json: bool, text: Callable[[], Iterable[str]]) -> None:
    """Write the result once: `value` as JSON, or the lines of `text`.

    Args:
        value: builtins, dataclasses, enums, dates; dataclass fields give the JSON's names.
        as_json: whether `--json` was given.
        text: makes the lines for people.
    """
    if as_json:
        click.echo(_json(value))
        return
    for line in text():
        click.echo(line)


def _json(value: object) -> str:
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    except UnicodeEncodeError:
        # A path from an old disk whose bytes are no UTF-8: escaped, as it can be opened again.
        return json.dumps(msgspec.to_builtins(value), indent=2)


def finish(problems_found: bool) -> None:
    """End the command with exit code 1 where the data have problems."""
    if problems_found:
        raise click.exceptions.Exit(1)


@dataclass(slots=True)
class StderrProgress:
    """Progress of long work on stderr, at most five times a second.

    Args:
        what: the work in a word or two.
    """

    what: str
    _shown_at: float = field(default=0.0, init=False)

    def __call__(self, done: int, total: int) -> None:
        """Show `done` of `total` items."""
        now = time.monotonic()
        if done < total and now - self._shown_at < _PROGRESS_EVERY:
            return
        self._shown_at = now
        click.echo(f"{self.what}: {done}/{total}", err=True)
