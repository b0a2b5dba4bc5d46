"""The office's lists of cards from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ssdesk.cli.main import run
from ssdesk.domain.pupil import PupilFacts
from ssdesk.services.context import Context
from ssdesk.services.pupils import SavePupil, save_pupils
from tests.card_lists import d09_ts, row_of
from tests.conftest import PASSWORD
from tests.services.collecting import YEAR


def _never(*_: object) -> int:
    raise AssertionError("no window")


@pytest.fixture
def store(desk: Context, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("SSDESK_PASSWORD", PASSWORD)
    people = ("Vi Thị Ánh", "0120878837"), ("Lý Chi", "0120878838")
    facts = [PupilFacts(name, insurance_number=number) for name, number in people]
    save_pupils(desk, YEAR, tuple(SavePupil(each, class_name="10A1") for each in facts))
    desk.close()
    return str(desk.store.directory)


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["import", *arguments, "--today", "2026-10-06"], _never)
    out, err = capsys.readouterr()
    return code, out, err.strip()


def _list(folder: Path, *people: tuple[str, str, str, str]) -> str:
    return str(d09_ts(folder / "D09-TS.xlsx", ("Đang tham gia", list(people))))


def test_a_list_is_shown_taken_once_and_taken_back(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = ("Vi Thị Ánh", "0120878837", "2010", "31/12/2026")
    file = _list(tmp_path, ours, ("Mã Hai", "2012345678", "2009", "31/12/2026"))
    code, out, _ = _run(capsys, "cards", file, "--store", store, "--preview", "--json")
    told = json.loads(out)
    assert (code, told["new"], told["not_ours"], told["taken_in"]) == (0, 1, 1, "")
    assert told["rows"][0]["evidence"] == "insurance_number"
    assert told["rows"][0]["changes"][-1] == {
        "field": "valid_to",
        "before": "",
        "after": "31/12/2026",
    }
    code, out, _ = _run(capsys, "cards", file, "--store", store, "--json")
    batch = json.loads(out)["taken_in"]
    assert (code, bool(batch)) == (0, True)
    code, out, _ = _run(capsys, "cards", file, "--store", store, "--json")
    told = json.loads(out)
    assert (told["new"], told["same"], told["taken_in"]) == (0, 1, "")
    code, out, _ = _run(capsys, "list", "--store", store, "--json")
    assert next((line["id"], line["kind"]) for line in json.loads(out)) == (batch, "cards")
    assert _run(capsys, "take-back", batch, "--store", store)[0] == 0
    code, out, _ = _run(capsys, "cards", file, "--store", store, "--preview", "--json")
    assert json.loads(out)["new"] == 1


def test_a_fault_is_told_at_its_cell_and_keeps_the_list_out(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = ("Vi Thị Ánh", "0120878837", "2010", "31/12/2026")
    file = _list(tmp_path, good, ("Lý Chi", "0120878838", "2010", "hạn 31/02/2026"))
    code, out, err = _run(capsys, "cards", file, "--store", store, "--json")
    told = json.loads(out)
    (problem,) = told["problems"]
    place = (problem["sheet"], problem["row"], problem["column"])
    assert place == ("D09-TS", row_of(Path(file), "Lý Chi"), "L")
    assert (code, told["taken_in"], problem["code"]) == (1, "", "CARD_LIST_DAY_UNREADABLE")
    assert "1 dòng" in err
    code, out, _ = _run(capsys, "cards", file, "--store", store)
    assert f"D09-TS.xlsx D09-TS L{problem['row']}: " in out
    code, out, _ = _run(capsys, "cards", file, "--store", store, "--leave-out-bad", "--json")
    assert (code, bool(json.loads(out)["taken_in"])) == (1, True)


def test_a_file_without_cards_is_refused(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lop.csv"
    file.write_text("Họ và tên;Lớp;Điện thoại\nVi Thị Ánh;10A1;0912345678\n", "utf-8")
    code, _, err = _run(capsys, "cards", str(file), "--store", store)
    assert code == 2
    assert "D09-TS" in err
