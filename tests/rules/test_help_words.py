"""The command line's help: every text has its Vietnamese, and the program speaks it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import click
import pytest

from ssdesk import assets
from ssdesk.cli import main as root
from ssdesk.cli.help_words import key_of

_PRINT_ENGLISH = (
    "import json; from tests.rules.test_help_words import english; print(json.dumps(english()))"
)


def _texts(command: click.Command) -> set[str]:
    options = [each for each in command.params if isinstance(each, click.Option)]
    found = {key_of(text) for text in (command.help, *(each.help for each in options)) if text}
    if isinstance(command, click.Group):
        for below in command.commands.values():
            found |= _texts(below)
    return found


def test_every_help_text_has_its_vietnamese_and_no_other() -> None:
    # A program of its own: here somebody may have asked for Vietnamese help already.
    told = set(json.loads(_ran("en", "-c", _PRINT_ENGLISH)))
    known = set(assets.help_words())
    assert (sorted(told - known), sorted(known - told)) == ([], [])


def english() -> list[str]:
    """Every help text of the program, in English."""
    root.main._load()  # type: ignore[attr-defined]
    return sorted(_texts(root.main))


def _ran(language: str, *arguments: str) -> str:
    env = {**os.environ, "SSDESK_LANGUAGE": language, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ("Cách dùng: ssdesk bundle make", "Tùy chọn:", "[bắt buộc]", "Hiện trợ giúp này")),
        ("en", ("Usage: ssdesk bundle make", "Options:", "[required]", "Show this message")),
    ],
)
def test_help_is_in_the_persons_language(language: str, words: tuple[str, ...]) -> None:
    said = _ran(language, "-m", "ssdesk", "bundle", "make", "--help")
    assert all(each in said for each in words), said


@pytest.mark.parametrize("asked", [["--language", "en"], ["--language=en"]])
def test_an_option_asks_for_the_other_language(asked: list[str]) -> None:
    said = _ran("vi", "-m", "ssdesk", *asked, "import", "--help")
    assert "Usage: ssdesk import [OPTIONS] COMMAND" in said
    env = {**os.environ, "SSDESK_LANGUAGE": "vi"}
    wrong = [sys.executable, "-m", "ssdesk", *asked, "scna"]
    told = subprocess.run(wrong, capture_output=True, text=True, env=env)
    assert (told.returncode, "--help" in told.stderr) == (2, True)
    assert "Hãy" not in told.stderr


def test_vietnamese_is_asked_for_where_english_is_usual() -> None:
    said = _ran("en", "-m", "ssdesk", "--language", "vi", "import", "--help")
    assert "Cách dùng: ssdesk import [TÙY CHỌN] LỆNH [THAM SỐ]" in said


def test_the_first_help_is_vietnamese_too() -> None:
    said = _ran("vi", "-m", "ssdesk", "--help")
    assert "Bàn làm việc BHYT của nhà trường" in said
    assert "Health-insurance" not in said
