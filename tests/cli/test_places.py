"""Commands as a shell starts them: folders of any name, files, pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

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
