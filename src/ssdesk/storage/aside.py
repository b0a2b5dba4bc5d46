"""Files that were refused, kept beside the store so that somebody can look into them."""

from __future__ import annotations

import hashlib
from pathlib import Path

_FOLDER = "refused"


def keep(directory: Path, content: bytes) -> Path:
    """Keeps a refused file under its hash: its name may tell a person's.

    Raises:
        OSError: it cannot be written.
    """
    folder = directory / _FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    file = folder / f"{hashlib.sha256(content).hexdigest()[:16]}.ssdesk"
    if not file.exists():
        file.write_bytes(content)
    return file
