"""A person's folders can be moved as one."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssdesk import paths


def test_home_variable_moves_all_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSDESK_HOME", str(tmp_path))
    folders = {paths.data_folder(), paths.log_folder(), paths.settings_folder()}
    assert len(folders) == 3
    assert all(folder.is_dir() and folder.parent == tmp_path for folder in folders)
