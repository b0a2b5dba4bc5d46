"""Folders of this user: the stores, the logs and the settings."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs(appname="ssdesk", appauthor=False)
_HOME_VARIABLE = "SSDESK_HOME"


def _folder(part: str, usual: str) -> Path:
    home = os.environ.get(_HOME_VARIABLE)
    folder = Path(home) / part if home else Path(usual)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def data_folder() -> Path:
    """Folder in which stores are made unless the person names another; made if missing.

    `SSDESK_HOME` moves all three folders under one, for tests and for a portable stick.
    """
    return _folder("data", _DIRS.user_data_dir)


def log_folder() -> Path:
    """Folder of the rotating logs; made if missing."""
    return _folder("logs", _DIRS.user_log_dir)


def settings_folder() -> Path:
    """Folder of the person's settings; made if missing."""
    return _folder("settings", _DIRS.user_config_dir)
