"""The rooms import downwards only, and the contract sees who does not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.sources import ROOT


def _check(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_contracts_hold() -> None:
    done = _check(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planted")
    shutil.copy(ROOT / "pyproject.toml", folder)
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / "src", folder / "src", ignore=ignored)
    return folder


PLANTED = [
    ("domain/planted.py", "from ssdesk.storage import migrations", "Imports go down only"),
    ("storage/planted.py", "def late():\n    import ssdesk.documents", "Imports go down only"),
    ("cli/planted.py", "import ssdesk.ui", "Imports go down only"),
    ("lake.py", "", "Imports go down only"),
    ("ui/planted.py", "import ssdesk.storage.migrations", "through services"),
    ("services/planted.py", "import PySide6.QtCore", "Qt only"),
    ("services/planted.py", "import sqlite3", "SQLite only"),
    ("services/planted.py", "from reportlab.pdfgen import canvas", "ReportLab only"),
    ("services/planted.py", "import pandas", "pandas only"),
    ("services/planted.py", "import xlsxwriter", "Spreadsheet"),
]


@pytest.mark.parametrize(("file", "line", "contract"), PLANTED)
def test_a_planted_violation_is_caught(copy: Path, file: str, line: str, contract: str) -> None:
    planted = copy / "src" / "ssdesk" / file
    assert not planted.exists()
    planted.write_text(line + "\n", encoding="utf-8")
    try:
        done = _check(copy)
    finally:
        planted.unlink()
    assert done.returncode == 1, done.stdout
    broken = [row for row in done.stdout.splitlines() if row.endswith("BROKEN")]
    assert any(contract in row for row in broken), done.stdout


def test_a_circle_is_caught(copy: Path) -> None:
    first = copy / "src" / "ssdesk" / "domain" / "planted_a.py"
    second = copy / "src" / "ssdesk" / "domain" / "planted_b.py"
    first.write_text("import ssdesk.domain.planted_b\n", encoding="utf-8")
    second.write_text("import ssdesk.domain.planted_a\n", encoding="utf-8")
    try:
        done = _check(copy)
    finally:
        first.unlink()
        second.unlink()
    assert "No circle of imports at any depth BROKEN" in done.stdout
