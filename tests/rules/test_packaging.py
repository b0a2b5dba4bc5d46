"""The two commands refuse what they do not know before they set anything up."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.rules.sources import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts of Unix")


def _start(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ROOT / "packaging" / "run"), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize("given", [("--bogus",), ("stray",), ("--store",), ("--demo", "--today")])
def test_an_unknown_option_is_refused_in_one_line(given: tuple[str, ...]) -> None:
    done = _start(*given)
    assert done.returncode == 2
    assert done.stdout == ""
    assert given[-1] in done.stderr
    assert done.stderr.count("\n") == 1


def test_help_names_every_option() -> None:
    done = _start("--help")
    assert done.returncode == 0
    for option in ("--demo", "--store", "--today", "--setup-only"):
        assert option in done.stdout
