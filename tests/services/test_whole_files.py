"""Files for people on a disk that fills up: the old one stays, nothing half is left."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from ssdesk.services.context import Context
from ssdesk.services.reports import ReportRequest, write_report
from ssdesk.services.whole_files import write_whole

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of Unix")


@contextmanager
def _room_for(size: int) -> Iterator[None]:
    """Lets no file grow over `size` bytes, as a disk does that fills up."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_that_does_not_fit_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    with _room_for(1000), pytest.raises(OSError) as refused:
        write_whole(file, b"n" * 5000)
    assert refused.value.filename == str(file)
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize("ending", ["pdf", "xlsx"])
def test_a_report_that_does_not_fit_leaves_nothing(
    desk: Context, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"a.{ending}"
    request = ReportRequest("money", first=date(2026, 9, 1), last=date(2026, 9, 5))
    with _room_for(1000), pytest.raises(OSError):
        write_report(desk, request, file)
    assert not [each for each in tmp_path.iterdir() if each.name.startswith((".", "a."))]
    write_report(desk, request, file)
    assert file.stat().st_size > 1000
