"""The log tells what broke and where, and carries nobody's data."""

from __future__ import annotations

import logging
from pathlib import Path

from ssdesk import logs


def test_no_personal_number_and_no_error_text(tmp_path: Path) -> None:
    file = logs.start(tmp_path)
    log = logging.getLogger("ssdesk.somewhere")
    try:
        log.info("id %s phone %s count %d", "020310001234", "0912 345 678", 1024)
        try:
            raise ValueError("Nguyễn Văn Bí Mật")
        except ValueError:
            log.exception("import failed")
    finally:
        logs.stop()
    written = file.read_text(encoding="utf-8")
    assert "020310001234" not in written
    assert "345 678" not in written
    assert "1024" in written
    assert "Bí Mật" not in written
    assert "ValueError" in written
    assert "test_logs.py:" in written


def test_rotates(tmp_path: Path) -> None:
    logs.start(tmp_path)
    try:
        for _ in range(1200):
            logging.getLogger("ssdesk").info("x" * 1000)
    finally:
        logs.stop()
    assert (tmp_path / "ssdesk.log.1").exists()
