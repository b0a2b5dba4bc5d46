"""A roster in old fonts: offered column by column, read right once somebody agrees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ssdesk.cli.main import run
from ssdesk.services import rosters
from ssdesk.services.context import Context
from ssdesk.services.pupils import list_pupils
from ssdesk.services.rosters import Font, RosterFile
from tests.conftest import PASSWORD

ROSTERS = Path(__file__).parents[1] / "data" / "rosters"
OLD = ROSTERS / "phong-chu-cu.xlsx"
YEAR = "2026-2027"
TRUTH = json.loads((ROSTERS / "truth.json").read_text("utf-8"))["people"]


def test_nothing_is_converted_before_somebody_agrees(desk: Context) -> None:
    plan = rosters.preview_roster(desk, RosterFile(OLD), YEAR)
    assert {each.reading.font for each in plan.old_fonts} == {Font.TCVN3}
    assert ("NguyÔn V¨n B¶o", "Nguyễn Văn Bảo") in plan.old_fonts[0].reading.samples
    assert plan.refused > 100


def test_it_comes_in_as_its_truth_says(desk: Context) -> None:
    plan = rosters.preview_roster(desk, RosterFile(OLD, read_old_fonts=True), YEAR)
    assert (plan.new, plan.refused) == (len(TRUTH), 0)
    rosters.apply_roster(desk, plan)
    found = {
        (row.class_name, row.full_name, row.birth_date.iso() if row.birth_date else "", row.sex)
        for row in list_pupils(desk, YEAR)
    }
    wanted = {(each["school_class"], each["full_name"], each["birth_date"]) for each in TRUTH}
    assert {entry[:3] for entry in found} == wanted
    sexes = {each["full_name"]: each["sex"] for each in TRUTH}
    assert all(sex is not None and sex.value == sexes[name] for _, name, _, sex in found)


def test_a_roster_in_unicode_offers_nothing(desk: Context) -> None:
    plan = rosters.preview_roster(desk, RosterFile(ROSTERS / "danh-sach-3-lop.xlsx"), YEAR)
    assert plan.old_fonts == ()


def test_the_command_shows_samples_and_takes_it_in(
    desk: Context, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SSDESK_PASSWORD", PASSWORD)
    desk.close()
    command = ["import", "legacy", str(OLD), "--store", str(desk.store.directory)]
    assert run([*command, "--school-year", YEAR, "--json"], lambda *_: 1) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["columns"][0]["font"] == "tcvn3"
    assert {"before": "NguyÔn V¨n B¶o", "after": "Nguyễn Văn Bảo"} in told["columns"][0]["samples"]
    assert (told["roster"]["new"], told["roster"]["problems"]) == (len(TRUTH), [])
