"""A bank statement from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ssdesk.cli.main import run
from ssdesk.services.statements import slip_codes
from tests.conftest import PASSWORD
from tests.services.collecting import OWN_SHARE, Desk, collecting

HEADINGS = "Ngày giao dịch;Số tham chiếu;Nội dung;Ghi có\n"


def _never(*_: object) -> int:
    raise AssertionError("no window")


@pytest.fixture
def school(desk, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Folder of a school's store, and the code of its first pupil's slip."""
    monkeypatch.setenv("SSDESK_PASSWORD", PASSWORD)
    made: Desk = collecting(desk, ("Vi Thị Ánh",))
    code = slip_codes(desk, made.owing)[made.owing[0]]
    desk.close()
    return str(desk.store.directory), code


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["import", "statement", *arguments, "--today", "2026-09-06"], _never)
    out, err = capsys.readouterr()
    return code, out, err.strip()


def test_a_clear_line_is_posted_once(
    school: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, code = school
    file = tmp_path / "sao-ke.csv"
    file.write_text(f"{HEADINGS}05/09/2026;A1;{code};{OWN_SHARE}\n05/09/2026;A2;x;5\n", "utf-8")
    _, out, _ = _run(capsys, str(file), "--store", store, "--json", "--preview")
    assert [line["match"] for line in json.loads(out)["lines"]] == ["whole", "no_slip"]
    done, out, _ = _run(capsys, str(file), "--store", store, "--json")
    told = json.loads(out)
    assert (done, told["posted"], told["amount"], told["open"]) == (0, 1, OWN_SHARE, 1)
    _, out, _ = _run(capsys, str(file), "--store", store)
    assert "đã ghi 0 khoản" in out


def test_faults_are_told_at_their_cell_with_exit_code_1(
    school: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "sao-ke.csv"
    file.write_text(f"{HEADINGS}31/09/2026;A1;x;5\n", "utf-8")
    done, out, _ = _run(capsys, str(file), "--store", school[0], "--json")
    (cell,) = json.loads(out)["problems"]
    assert (done, cell["row"], cell["column"]) == (1, 2, "A")


def test_an_unknown_book_is_refused_with_those_there_are(
    school: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "sao-ke.csv"
    file.write_text(f"{HEADINGS}05/09/2026;A1;x;5\n", "utf-8")
    done, _, err = _run(capsys, str(file), "--store", school[0], "--book", "XX/9")
    assert done == 2
    assert "HS/26E/01" in err
