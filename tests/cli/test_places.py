"""Commands as a shell starts them: folders of any name, files, pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from ssdesk.cli.main import run

# What a machine with no UTF-8 locale gives, with Python's own rescue switched off.
NO_UTF8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def ssdesk(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a folder; what it writes is bytes, as a file would hold them."""
    return subprocess.run(
        [sys.executable, "-m", "ssdesk", *arguments],
        cwd=folder,
        env={**os.environ, "SSDESK_HOME": str(folder / "nhà"), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )


def test_vietnamese_folders_without_a_utf8_locale(tmp_path: Path) -> None:
    folder = tmp_path / "Trường học"
    folder.mkdir()
    made = ssdesk(
        folder, "demo", "office", "--store", "sổ", "--name", "Cơ sở Đồng Đăng", "--json", **NO_UTF8
    )
    assert made.returncode == 0, made.stderr.decode()
    assert json.loads(made.stdout)["store"] == "sổ"
    backup = ssdesk(folder, "backup", "--store", "sổ", "--json", SSDESK_PASSWORD="demo", **NO_UTF8)
    assert Path(folder, json.loads(backup.stdout)["backup"]).is_file()


def test_a_refusal_names_the_folder_without_a_utf8_locale(tmp_path: Path) -> None:
    done = ssdesk(tmp_path, "verify", "--store", "sổ", SSDESK_PASSWORD="x", **NO_UTF8)
    assert done.returncode == 2
    assert "Thư mục sổ" in done.stderr.decode("utf-8")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with a store `so`, whose password is `demo`."""
    assert run(["demo", "office", "--store", str(tmp_path / "so")], no_window) == 0
    return tmp_path


def no_window(store: Path | None, demo: bool, today: date | None) -> int:
    raise AssertionError("a command opened the window")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["report", "money", "--out", "{0}/chưa có/a.pdf"], "chưa có cho --out"),
        (["report", "money", "--out", "{0}"], "Hãy gõ theo kiểu một tệp"),
        (["report", "household", "--source", "{0}", "--out", "{0}/a.pdf"], "kiểu một tệp"),
        (["report", "household", "--source", "{0}/a.csv", "--out", "{0}/a.csv"], "vừa là tệp đọc"),
        (["import", "roster", "{0}/a.csv", "--marked", "{0}/a.csv"], "vừa là tệp đọc"),
        (["import", "roster", "{0}"], "Hãy gõ theo kiểu một tệp"),
        (["export", "form", "mau-so-3", "--date", "1/1/1", "--out", "{0}/a.xlsx"], "1900 đến 2199"),
        (["desk", "card", "--out", "{0}/a.csv"], "Hãy gõ theo kiểu một thư mục"),
        (["desk", "card", "--out", "{0}/chưa có"], "chưa có cho --out"),
        (["desk", "accept", "{0}"], "Hãy gõ theo kiểu một tệp"),
        (["restore", "{0}"], "Hãy gõ theo kiểu một tệp"),
        (["backup", "--today", "99999999999999/1/1"], "không phải là ngày"),
        (["backup", "--today", "1/1/99999999999999"], "không phải là ngày"),
        (["backup", "--today", "31/12/9999"], "1900 đến 2199"),
    ],
)
def test_a_place_that_cannot_serve_is_refused_and_nothing_is_touched(
    office: Path,
    arguments: list[str],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SSDESK_PASSWORD", "demo")
    (office / "a.csv").write_text("Họ và tên,Lớp\nLý Thị Én,10A1\n", encoding="utf-8")
    before = sorted(office.rglob("*"))
    capsys.readouterr()
    given = [argument.format(office) for argument in arguments]
    assert run([*given, "--store", str(office / "so")], no_window) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert len(err.strip().splitlines()) == 1
    assert sorted(office.rglob("*")) == before
    assert (office / "a.csv").read_text(encoding="utf-8").endswith("10A1\n")


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash, in which `ssdesk` is the program."""
    return subprocess.run(
        [
            "bash",
            "-c",
            f'set -o pipefail; ssdesk() {{ "{sys.executable}" -m ssdesk "$@"; }}; {line}',
        ],
        cwd=folder,
        env={**os.environ, "SSDESK_HOME": str(folder / "nhà")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )


QUOTE = "ssdesk quote pupil --paid-on 5/10/2026 --from 1/10/2026 --months 12"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        (f"{QUOTE} | true", 0, ""),
        (f"{QUOTE} --json | head -n 1", 0, ""),
        (f"{QUOTE} >&-", 0, ""),
        (f"{QUOTE} --months x 2>&-", 2, ""),
        (f"{QUOTE} > /dev/full", 2, "stdout đã đầy"),
    ],
)
def test_an_output_that_goes_away_leaves_no_traceback(
    tmp_path: Path, line: str, code: int, words: str
) -> None:
    done = shell(tmp_path, line)
    err = done.stderr.decode()
    assert done.returncode == code, err
    assert words in err
    assert len(err.splitlines()) == bool(words)


@pytest.mark.skipif(sys.platform != "linux", reason="names there are Unicode")
def test_a_name_that_is_no_utf8_stays_valid_json(tmp_path: Path) -> None:
    name = os.fsdecode(b"s\xf4")
    made = ssdesk(tmp_path, "demo", "office", "--store", name, "--json")
    assert made.returncode == 0, made.stderr.decode()
    assert (tmp_path / json.loads(made.stdout)["store"] / "desk.db").is_file()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize(
    "command", ["import roster", "import cards", "bundle take", "bundle show", "desk accept"]
)
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path, command: str) -> None:
    os.mkfifo(tmp_path / "danh-sach.csv")
    done = ssdesk(tmp_path, *command.split(), "danh-sach.csv", "--store", "s")
    assert done.returncode == 2
    assert "không phải là một tệp thường" in done.stderr.decode()
