"""The program's own source, read once for the tests about the code."""

from __future__ import annotations

import ast
import shutil
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "ssdesk"


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    """Each module of the program: its path within the package, and its tree."""
    return tuple(
        (
            file.relative_to(PACKAGE).as_posix(),
            ast.parse(file.read_text(encoding="utf-8"), filename=str(file)),
        )
        for file in sorted(PACKAGE.rglob("*.py"))
    )


@cache
def committed() -> tuple[Path, ...]:
    """Files that belong to the repository; all but the obvious litter outside of git."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout.split("\0")
        return tuple(ROOT / name for name in listed if name and (ROOT / name).is_file())
    return tuple(
        file
        for file in sorted(ROOT.rglob("*"))
        if file.is_file() and not any(_is_litter(part) for part in file.relative_to(ROOT).parts)
    )


def _is_litter(part: str) -> bool:
    if part.startswith("."):
        return part not in {".ci", ".gitignore"}
    return part in {"build", "dist", "__pycache__"} or part.endswith(".egg-info")


def text(file: Path) -> str | None:
    """The file's text, or nothing where it is binary."""
    data = file.read_bytes()
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
