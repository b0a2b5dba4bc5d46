"""Resources are found from a checkout, an installed wheel and a frozen folder alike."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ssdesk import assets

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    assets.root.cache_clear()
    yield
    assets.root.cache_clear()


def test_checkout_fonts_are_there() -> None:
    for name in ("BeVietnamPro-Regular.ttf", "LiberationSerif-BoldItalic.ttf"):
        assert assets.path(f"fonts/{name}").read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_missing_resource_names_its_file() -> None:
    with pytest.raises(FileNotFoundError, match="no-such"):
        assets.path("fonts/no-such.ttf")


def test_frozen_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inside" / "resources" / "fonts").mkdir(parents=True)
    (tmp_path / "inside" / "resources" / "fonts" / "a.ttf").write_bytes(b"x")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "inside"), raising=False)
    assert assets.path("fonts/a.ttf") == tmp_path / "inside" / "resources" / "fonts" / "a.ttf"


def test_beside_the_executable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "fonts").mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "ssdesk.exe"))
    assert assets.root() == tmp_path / "resources"


def test_wheel_carries_resources_and_finds_them(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-c", _BUILD, str(tmp_path)],
        cwd=_copy_of_sources(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        assert any(name.endswith("m0001_school_desk.sql") for name in archive.namelist())
        archive.extractall(tmp_path / "site")
    found = subprocess.run(
        [sys.executable, "-I", "-c", _LOOK, str(tmp_path / "site")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(found.stdout.strip()).is_relative_to(tmp_path / "site")


_BUILD = """
import sys
from hatchling import build
build.build_wheel(sys.argv[1])
"""
_LOOK = """
import sys
sys.path.insert(0, sys.argv[1])
from ssdesk import assets
from ssdesk.rulepacks.loader import load_rule_book
load_rule_book()
print(assets.path("fonts/LiberationSerif-Regular.ttf"))
"""


def _copy_of_sources(tmp_path: Path) -> Path:
    target = tmp_path / "sources"
    target.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, target / name)
    for name in ("src", "resources"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("*.egg-info"))
    return target
