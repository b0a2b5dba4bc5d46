"""Runs the benchmarks, each line in a process of its own, and writes their table."""

from __future__ import annotations

import argparse
import gc
import json
import resource
import subprocess
import sys
import tempfile
from dataclasses import asdict, replace
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from tests.benchmarks.measuring import Figure, table
from tests.rules.sources import ROOT

WORKS = (
    "search",
    "people",
    "listing",
    "opening",
    "roster",
    "payment",
    "cash",
    "lists",
    "papers",
    "bundles",
)
_MARK = "figure: "


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__)
    parser.add_argument("table", type=Path, help="Markdown file to write")
    parser.add_argument("--only", default=",".join(WORKS), help="works, with commas between")
    parser.add_argument("--small", action="store_true", help="leave out the largest sizes")
    parser.add_argument("--one", nargs=2, metavar=("WORK", "SIZE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        _measure(options.one[0], int(options.one[1]))
        return
    figures = []
    for work in options.only.split(","):
        sizes = _module(work).SIZES
        for size in sizes[:-1] if options.small and len(sizes) > 1 else sizes:
            print(f"{work} {size:,} …", file=sys.stderr, flush=True)
            figures.append(_in_own_process(work, size))
            options.table.write_text(table(figures), encoding="utf-8")
    print(table(figures), end="")


class Work(Protocol):
    """What the module of a work has."""

    SIZES: tuple[int, ...]

    def measure(self, folder: Path, size: int) -> Figure:
        """The line of the table at that size."""


def _module(work: str) -> Work:
    return cast(Work, import_module(f"tests.benchmarks.{work}"))


def _measure(work: str, size: int) -> None:
    # As in the window, whose thread alone collects garbage.
    gc.disable()
    with tempfile.TemporaryDirectory() as folder:
        figure = _module(work).measure(Path(folder), size)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(_MARK + json.dumps(asdict(replace(figure, memory=memory))))


def _in_own_process(work: str, size: int) -> Figure:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", "-", "--one", work, str(size)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    for line in done.stdout.splitlines():
        if line.startswith(_MARK):
            return Figure(**json.loads(line.removeprefix(_MARK)))
    raise SystemExit(f"{work} at {size} failed:\n{done.stderr}")


if __name__ == "__main__":
    main()
