"""`report`: files, differences, refusals."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from ssdesk.cli.main import run
from ssdesk.errors import UserError
from ssdesk.services.context import Context
from ssdesk.services.reports import REPORTS, ReportRequest, write_report
from tests.conftest import PASSWORD
from tests.services.collecting import YEAR, collecting
from tests.services.two_desks import Two

Report = Callable[..., int]


@pytest.fixture
def report(desk: Context, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.setenv("SSDESK_PASSWORD", PASSWORD)
    ready = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"))
    ready.pay(0)
    desk.close()

    def call(name: str, out: Path, *more: str) -> int:
        options = ["--store", str(desk.store.directory), "--today", "2026-09-05"]
        return run(["report", name, "--out", str(out), *options, *more], lambda *_: 0)

    return call


def _text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_is_written_as_pdf_and_as_sheet(
    report: Report, tmp_path: Path, name: str
) -> None:
    assert report(name, tmp_path / "a.pdf", "--school-year", YEAR) == 0
    assert "TRƯỜNG THPT CHU VĂN AN" in _text((tmp_path / "a.pdf").read_bytes())
    assert report(name, tmp_path / "a.xlsx") == 0
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active["A1"].value.startswith("Trường")


def test_who_still_owes_is_named_and_json_tells_the_rows(
    report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "owing.pdf"
    assert report("still-owing", out, "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["name"] == "still-owing"
    assert said["file"] == str(out)
    text = _text(out.read_bytes())
    assert "Nông Văn Bảo" in text
    assert "Vi Thị Ánh" not in text


def test_an_unknown_report_is_refused_with_the_known_ones(
    report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report("nothing", tmp_path / "a.pdf") == 2
    said = capsys.readouterr().err
    assert "nothing" in said
    assert "participation" in said
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--school-year", "1999-2000"), "1999-2000"),
        (("--from", "2026-09-05", "--to", "2026-09-01"), "05/09/2026"),
    ],
)
def test_what_cannot_be_reported_is_refused(
    report: Report,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    more: tuple[str, ...],
    said: str,
) -> None:
    assert report("money", tmp_path / "a.xlsx", *more) == 2
    assert said in capsys.readouterr().err


def test_another_kind_of_file_is_refused(
    report: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report("summary", tmp_path / "a.docx") == 2
    assert ".xlsx" in capsys.readouterr().err


def test_an_office_has_no_report_of_a_school(two: Two, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        write_report(two.office, ReportRequest("participation"), tmp_path / "r.pdf")
    assert refused.value.code == "REPORT_OF_SCHOOLS"
    assert not (tmp_path / "r.pdf").exists()
