"""Entry point: gives the command line the window it may open."""

from __future__ import annotations

import io
import os
import sys
from datetime import date
from pathlib import Path

from ssdesk import logs, paths
from ssdesk.cli.main import run


def _open_window(store: Path | None, demo: bool, today: date | None) -> int:
    # Imported here so that the commands run where Qt's system libraries are missing.
    from ssdesk.app import open_window

    return open_window(store, demo, today)


def _read_names_as_utf8() -> None:
    """Start over in UTF-8 where the locale would make nonsense of a Vietnamese folder's name."""
    if os.name != "nt" and sys.getfilesystemencoding() != "utf-8":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def main() -> int:
    """Run the program; the exit code."""
    _read_names_as_utf8()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        logs.start(paths.log_folder())
    except OSError:
        # A home that cannot be written must not stop a command that needs no home.
        logs.stop()
    try:
        code = run(sys.argv[1:], _open_window)
        # There is none in a program without a console, or where the shell closed it.
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader of a pipe went away: as other tools, end quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    finally:
        logs.stop()
    return code


if __name__ == "__main__":
    sys.exit(main())
