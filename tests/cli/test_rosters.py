"""`import roster` as it is typed: JSON, exit codes, and a store that stays whole."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from ssdesk.cli.main import run
from ssdesk.clock import FixedClock
from ssdesk.domain.desk import Account, Role
from ssdesk.services.context import create_desk
from tests.conftest import PROFILE

DATA = Path(__file__).parents[1] / "data" / "rosters"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("cli") / "desk"
    clock = FixedClock(datetime(2026, 9, 5, 8, 0))
    account = Account("", "van.thu", "Nông Thị Hạnh", Role.ADMINISTRATOR)
    ctx, _ = create_desk(directory, PROFILE, account, "mat-khau-123", clock)
    ctx.store.close()
    return directory


@pytest.fixture
def store(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SSDESK_PASSWORD", "mat-khau-123")
    directory = tmp_path / "desk"
    shutil.copytree(template, directory)
    return directory


def ssdesk(*arguments: str | Path) -> int:
    return run([str(item) for item in arguments], lambda *_: 9)


def imported(capsys: pytest.CaptureFixture[str], store: Path, *arguments: str | Path) -> Any:
    code = ssdesk(
        "import", "roster", *arguments, "--store", store, "--school-year", "2026-2027", "--json"
    )
    return code, json.loads(capsys.readouterr().out)


def test_a_clean_file(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = DATA / "danh-sach-3-lop.xlsx"
    whole = {"rows": 123, "new": 123, "same": 0, "changed": 0, "problems": []}
    assert imported(capsys, store, file, "--preview") == (0, whole)
    assert imported(capsys, store, file) == (0, whole)
    same = {"rows": 123, "new": 0, "same": 123, "changed": 0, "problems": []}
    assert imported(capsys, store, file) == (0, same)


def test_a_file_with_faults(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marked = tmp_path / "sua.xlsx"
    code, report = imported(capsys, store, DATA / "mat-so-0.xlsx", "--marked", marked)
    assert code == 1
    assert len(report["problems"]) == 10
    assert report["problems"][1] == {
        "sheet": "Sheet1",
        "row": 13,
        "column": "D",
        "value": "20211166",
        "code": "PERSONAL_ID_MALFORMED",
        "message": report["problems"][1]["message"],
    }
    assert "12 chữ số" in report["problems"][1]["message"]
    assert openpyxl.load_workbook(marked)["Sheet1"]["H13"].value
    code, again = imported(capsys, store, DATA / "mat-so-0.xlsx", "--leave-out-bad")
    assert (code, again["new"]) == (1, 117), "nothing had been stored before"
    code, same = imported(capsys, store, DATA / "mat-so-0.xlsx", "--leave-out-bad")
    assert (same["new"], same["same"]) == (0, 117)


def test_listed_and_taken_back(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(capsys, store, DATA / "dan-tu-excel.txt", "--class", "10A1")
    assert ssdesk("import", "list", "--store", store, "--json") == 0
    (line,) = json.loads(capsys.readouterr().out)
    assert (line["file"], line["new"], line["taken_back_at"]) == ("dan-tu-excel.txt", 42, "")
    assert ssdesk("import", "take-back", line["id"], "--store", store) == 0
    capsys.readouterr()
    code, report = imported(capsys, store, DATA / "dan-tu-excel.txt", "--preview")
    assert (code, report["new"]) == (0, 42)
    assert ssdesk("import", "take-back", line["id"], "--store", store) == 2
    assert "lấy lại trước đó" in capsys.readouterr().err


def test_text_for_people(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = ssdesk("import", "roster", DATA / "mat-so-0.xlsx", "--store", store, "--preview")
    told = capsys.readouterr()
    assert code == 1
    assert "Sheet1 D13: Số định danh “20211166”" in told.out
    assert told.out.splitlines()[-1].startswith("124 dòng: 117 mới")
    assert "mất số 0 ở đầu" in told.err


def test_what_is_no_roster_is_refused_in_one_sentence(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    assert ssdesk("import", "roster", bad, "--store", store) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "bad.xlsx" in told.err
    assert len(told.err.strip().splitlines()) == 1


def test_what_was_passed_over_is_told(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet("10A1")
        page.write_row(0, 0, ("Họ và tên", "Ngày sinh"))
        page.write_row(1, 0, ("Vi An", "1/1/2010"))
        book.add_worksheet("Tổng hợp").write_row(0, 0, ("Lớp", "Sĩ số"))
        book.add_worksheet("Cũ").hide()
    imported(capsys, store, DATA / "danh-sach-3-lop.xlsx")
    assert ssdesk("import", "roster", file, "--store", store, "--preview") == 0
    told = capsys.readouterr()
    assert "“Tổng hợp” không có cột họ tên" in told.err
    assert "“Cũ” bị ẩn" in told.err
    assert "Vi Minh An lớp 10A1 có trong sổ nhưng không có trong tệp" in told.err
