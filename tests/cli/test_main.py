"""The command line's frame: exit codes, sentences, and the window it opens."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import click
import pytest

from ssdesk.cli import main as cli
from ssdesk.cli.main import run
from ssdesk.cli.options import DATE, password, today_option
from ssdesk.errors import Cancelled, UserError


class Window:
    """Records how it was opened."""

    def __init__(self) -> None:
        self.opened: list[tuple[Path | None, bool, date | None]] = []

    def __call__(self, store: Path | None, demo: bool, today: date | None) -> int:
        self.opened.append((store, demo, today))
        return 0


@pytest.fixture
def raising(monkeypatch: pytest.MonkeyPatch) -> dict[str, BaseException]:
    """A command `raise` that raises what is put under "error"."""
    planned: dict[str, BaseException] = {}

    @click.command("raise")
    @today_option
    def command(today: date | None) -> None:
        raise planned["error"]

    monkeypatch.setitem(cli.main.commands, "raise", command)
    return planned


def test_no_command_opens_the_window() -> None:
    window = Window()
    assert run([], window) == 0
    assert run(["run", "--store", "s", "--demo", "--today", "5/9/2026"], window) == 0
    assert window.opened == [(None, False, None), (Path("s"), True, date(2026, 9, 5))]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (UserError("OPTION_NOT_A_DATE", option="--today", value="x"), "--today"),
        (Cancelled(), "dừng"),
        (KeyboardInterrupt(), "dừng"),
        (OSError(28, "No space left on device", "/x/store.db"), "/x/store.db đã đầy"),
        (PermissionError(13, "Permission denied", "/x"), "không cho phép"),
        (FileNotFoundError(2, "No such file or directory", "/x"), "Không có tệp"),
        (OSError(5, "Input/output error", "/x"), "/x"),
        (RuntimeError("boom"), "(mã RuntimeError)"),
    ],
)
def test_refusals_are_one_sentence_and_exit_2(
    raising: dict[str, BaseException],
    error: BaseException,
    words: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    raising["error"] = error
    assert run(["raise"], Window()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("arguments", [["no-such"], ["run", "--no-such"], ["run", "--today"]])
def test_wrong_usage_is_refused_in_one_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments, Window()) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("value", ["31/2/2026", "x", "", "2026-13-01", "1/2"])
def test_a_wrong_date_names_option_and_value(
    value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    window = Window()
    assert run(["run", "--today", value], window) == 2
    assert f"“{value}” của --today" in capsys.readouterr().err
    assert window.opened == []


def test_english_sentences(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SSDESK_LANGUAGE", "en")
    assert run(["run", "--today", "x"], Window()) == 2
    assert "is no date" in capsys.readouterr().err


def test_dates_are_read_both_ways() -> None:
    day = date(2026, 9, 5)
    for given in ("2026-09-05", "5/9/2026", day):
        assert DATE.convert(given, None, None) == day


def test_password_comes_from_the_environment_or_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSDESK_PASSWORD", "bí mật")
    assert password() == "bí mật"
    monkeypatch.delenv("SSDESK_PASSWORD")
    assert password(usual="demo") == "demo"
    monkeypatch.setattr(sys, "stdin", io.StringIO("not a terminal"))
    with pytest.raises(UserError, match="PASSWORD_NOT_GIVEN"):
        password()


class Terminal(io.StringIO):
    """A screen with a keyboard, as a person at the desk has."""

    def isatty(self) -> bool:
        return True


def test_a_person_at_the_keyboard_is_asked_and_nothing_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SSDESK_PASSWORD", raising=False)
    monkeypatch.setattr(sys, "stdin", Terminal())
    asked: list[bool] = []

    def prompt(_: str, *, hide_input: bool, err: bool) -> str:
        asked.append(hide_input and err)
        return "bí mật"

    monkeypatch.setattr(click, "prompt", prompt)
    assert password() == "bí mật"
    assert asked == [True]


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"], Window()) == 0
    shown = capsys.readouterr().out
    for name in ("run", "demo", "quote", "report", "export", "verify"):
        assert f"  {name} " in shown


def test_a_reader_that_went_away_is_left_to_python(raising: dict[str, BaseException]) -> None:
    raising["error"] = BrokenPipeError()
    with pytest.raises(BrokenPipeError):
        run(["raise"], Window())


def test_the_program_starts_as_a_module(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ssdesk", "--help"],
        env={"SSDESK_HOME": str(tmp_path), "PATH": "", "LANG": "C"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "run" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense"], "ssdesk --help"),
        (["quote"], "ssdesk quote --help"),
        (["quote", "pupil", "--bogus"], "không có tùy chọn --bogus"),
        (["scan"], "còn thiếu PAYLOAD"),
        (["scan", "a", "b"], "ssdesk scan --help"),
        (
            ["quote", "household", "--paid-on", "2026-09-05", "--members", "x"],
            "--members không dùng được. Hãy gõ theo kiểu số nguyên",
        ),
        (
            ["quote", "voluntary", "--paid-on", "2026-09-05", "--support", "x"],
            "[poor|island|near-poor|minority|other]",
        ),
    ],
)
def test_a_command_typed_wrong_is_refused_in_the_persons_language(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments, Window()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert len(err.strip().splitlines()) == 1


def test_a_value_of_any_length_leaves_a_sentence_that_can_be_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = ["quote", "pupil", "--paid-on", "Đ" * 5000, "--from", "2026-10-01", "--months", "12"]
    assert run(given, Window()) == 2
    assert len(capsys.readouterr().err) < 700
