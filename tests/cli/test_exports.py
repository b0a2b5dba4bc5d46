"""`export form`: files, exit codes and JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from ssdesk.cli.main import run
from ssdesk.domain.person import BirthDate, Sex
from ssdesk.domain.pupil import PupilFacts
from ssdesk.services import pupils
from ssdesk.services.context import Context, open_desk
from ssdesk.services.pupils import SavePupil
from tests.conftest import PASSWORD
from tests.services.collecting import YEAR, Desk, collecting

Export = Callable[..., int]


@pytest.fixture
def money(desk: Context) -> Desk:
    ready = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"))
    for place, entry_id in enumerate(ready.entries):
        known = pupils.facts_of(pupils.get_pupil(desk, entry_id))
        facts = PupilFacts(
            known.full_name,
            birth_date=BirthDate(date(2010, 9, 15)),
            sex=Sex.FEMALE,
            personal_id=f"02031000000{place}",
        )
        pupils.save_pupils(desk, YEAR, (SavePupil(facts, entry_id=entry_id),))
        ready.pay(place)
    return ready


@pytest.fixture
def export(money: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Export:
    monkeypatch.setenv("SSDESK_PASSWORD", PASSWORD)
    store = str(money.ctx.store.directory)
    money.ctx.close()

    def call(form: str, day: str, out: Path, *more: str) -> int:
        options = ["--date", day, "--store", store, "--today", "2026-09-05", "--out", str(out)]
        return run(["export", "form", form, *options, *more], lambda *_: 0)

    return call


def test_everybody_who_paid_is_written_and_counted(
    export: Export, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "list.xlsx"
    assert export("mau-so-3", "2026-09-20", out, "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said == {
        "form": "mau-so-3",
        "form_name": "Mẫu số 3 (NĐ 188/2025/NĐ-CP)",
        "list_date": "2026-09-20",
        "file": str(out),
        "rows": 2,
        "own_share": 1_366_200,
        "complete": False,
        "confirmed": True,
        "problems": [],
    }
    rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    assert "Vi Thị Ánh" in [row[1] for row in rows]


def test_who_is_left_out_is_named_with_the_reason(
    money: Desk, export: Export, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_desk(money.ctx.store.directory, None, PASSWORD, money.ctx.clock)) as ctx:
        known = pupils.facts_of(pupils.get_pupil(ctx, money.entries[1]))
        nameless = replace(known, birth_date=None, sex=None, personal_id=None)
        pupils.save_pupils(ctx, YEAR, (SavePupil(nameless, entry_id=money.entries[1]),))
    out = tmp_path / "list.xlsx"
    assert export("mau-so-3", "2026-09-20", out) == 1
    shown = capsys.readouterr().out
    assert "Nông Văn Bảo (10A1): " in shown
    assert "Vi Thị Ánh" not in shown


@pytest.mark.parametrize(
    ("form", "day", "name"),
    [
        ("mau-so-3", "2026-09-20", "list.pdf"),
        ("d03-ts", "2026-04-30", "list.pdf"),
        ("d03-ts", "2026-04-30", "list.xlsx"),
        ("vendor-d03", "2026-09-20", "vendor.xlsx"),
    ],
)
def test_each_form_in_each_kind_of_file(
    export: Export, tmp_path: Path, form: str, day: str, name: str
) -> None:
    out = tmp_path / name
    assert export(form, day, out) == 0
    assert out.read_bytes()[:4] == (b"%PDF" if name.endswith("pdf") else b"PK\x03\x04")


@pytest.mark.parametrize(
    ("asked", "name", "said"),
    [
        (("mau-so-3", "2026-04-30"), "list.xlsx", "Hãy dùng D03-TS (QĐ 490/QĐ-BHXH)"),
        (("d03-ts", "2026-05-01"), "list.xlsx", "Hãy dùng Mẫu số 3 (NĐ 188/2025/NĐ-CP)"),
        (("mau-so-9", "2026-09-20"), "list.xlsx", "mau-so-3, d03-ts, vendor-d03"),
        (("vendor-d03", "2026-09-20"), "list.pdf", ".xlsx"),
        (("mau-so-3", "2026-09-20"), "list", ".xlsx, .pdf"),
        (("mau-so-3", "2026-09-99"), "list.xlsx", "2026-09-99"),
        (("mau-so-3", "2015-09-20"), "list.xlsx", "20/09/2015"),
    ],
)
def test_refused_with_one_sentence_and_no_file(
    export: Export,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    asked: tuple[str, str],
    name: str,
    said: str,
) -> None:
    assert export(*asked, tmp_path / name) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err
    assert shown.err.count("\n") == 1
    assert not (tmp_path / name).exists()


def test_a_round_by_its_name(export: Export, tmp_path: Path) -> None:
    out = tmp_path / "list.xlsx"
    assert export("mau-so-3", "2026-09-20", out, "--round", "Đợt 1") == 0
    assert export("mau-so-3", "2026-09-20", out, "--round", "Đợt 7") == 2


def test_who_is_left_out_is_named_with_exit_code_1(
    desk: Context,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ready = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"))
    facts = PupilFacts("Vi Thị Ánh", sex=Sex.FEMALE, personal_id="020310000001")
    pupils.save_pupils(desk, YEAR, (SavePupil(facts, entry_id=ready.entries[0]),))
    for place in range(2):
        ready.pay(place)
    desk.close()
    monkeypatch.setenv("SSDESK_PASSWORD", PASSWORD)
    arguments = ["export", "form", "mau-so-3", "--date", "2026-09-20", "--json"]
    place = ["--store", str(desk.store.directory), "--out", str(tmp_path / "list.xlsx")]
    assert run([*arguments, *place], lambda *_: 0) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["rows"] == 1
    (problem,) = said["problems"]
    assert problem["full_name"] == "Nông Văn Bảo"
    assert (problem["code"], problem["left_out"]) == ("LIST_NUMBER_MISSING", True)
    assert "Nông Văn Bảo" in problem["message"]


def test_the_same_store_gives_the_same_bytes(export: Export, tmp_path: Path) -> None:
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    for out in (first, second):
        assert export("mau-so-3", "2026-09-20", out) == 0
    assert first.read_bytes() == second.read_bytes()


def test_declarations_of_first_timers_as_paper_and_sheet(
    export: Export, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper, sheet = tmp_path / "to-khai.pdf", tmp_path / "to-khai.xlsx"
    assert export("mau-so-2", "2026-09-20", paper, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["first_time"], told["corrections"], told["rows"]) == (2, 0, 2)
    assert [each["full_name"] for each in told["people"]] == ["Vi Thị Ánh", "Nông Văn Bảo"]
    assert paper.read_bytes().startswith(b"%PDF")
    assert export("mau-so-2", "2026-09-20", sheet, "--class", "10A1", "--first-timers") == 0
    assert len(CalamineWorkbook.from_path(sheet).get_sheet_by_index(0).to_python()) == 4
    capsys.readouterr()
    one = ("--person", "020310000001", "--json")
    assert export("mau-so-2", "2026-09-20", paper, *one) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["full_name"] for each in told["people"]] == ["Nông Văn Bảo"]


@pytest.mark.parametrize(
    ("day", "more", "said"),
    [
        ("2026-04-30", (), "TK1-TS"),
        ("2026-09-20", ("--corrections",), "Mẫu số 2"),
        ("2026-09-20", ("--person", "020310000009"), "Mẫu số 2"),
        ("2026-09-20", ("--class", "12A9"), "Mẫu số 2"),
    ],
)
def test_a_declaration_that_cannot_be_is_refused_in_a_sentence(
    export: Export,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    day: str,
    more: tuple[str, ...],
    said: str,
) -> None:
    assert export("mau-so-2", day, tmp_path / "a.pdf", *more) == 2
    sentence = capsys.readouterr().err.strip()
    assert said in sentence
    assert len(sentence.splitlines()) == 1
    assert not (tmp_path / "a.pdf").exists()
