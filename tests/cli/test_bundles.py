"""A school and an office exchange files by the command line alone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ssdesk.cli.main import run
from ssdesk.services import pupils, submissions
from ssdesk.services.context import Context, open_desk
from ssdesk.services.pupils import SavePupil
from ssdesk.services.submissions import ListRequest, MakeList
from tests.conftest import PASSWORD
from tests.services.collecting import OWN_SHARE, YEAR, Desk
from tests.services.listed_school import NAMES, listed_school


def _never(*_: object) -> int:
    raise AssertionError("no window")


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]):
    def run_it(*arguments: str, code: int = 0) -> Any:
        assert run([*arguments, "--json"], _never) == code
        out, err = capsys.readouterr()
        return json.loads(out) if out else err.strip()

    return run_it


@pytest.fixture
def stores(desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command) -> tuple[str, str, str]:
    """Folders of a school with a list, of an office, and of the stick; cards exchanged."""
    monkeypatch.setenv("SSDESK_PASSWORD", PASSWORD)
    school: Desk = listed_school(desk)
    day = school.ctx.clock.today()
    submissions.make_list(school.ctx, MakeList(ListRequest(day), waiting=True))
    desk.close()
    folders = str(desk.store.directory), str(tmp_path / "office"), str(tmp_path / "stick")
    Path(folders[2]).mkdir()
    command("demo", "office", "--store", folders[1])
    for store, other in ((folders[0], folders[1]), (folders[1], folders[0])):
        card = command("desk", "card", "--store", store, "--out", folders[2])
        command("desk", "accept", card["file"], "--store", other, "--words", card["words"].upper())
    return folders


def test_a_list_goes_up_and_its_answer_comes_back(stores, command) -> None:
    school, office, stick = stores
    sent = command("bundle", "make", "--store", school, "--out", stick)
    assert (sent["people"], sent["list_lines"], sent["listed"]) == (3, 3, 3 * OWN_SHARE)
    (taken,) = command("bundle", "take", sent["file"], "--store", office)["bundles"]
    assert (taken["case"], taken["rows"]["new"], taken["problems"]) == (1, 21, [])
    (again,) = command("bundle", "take", sent["file"], "--store", office)["bundles"]
    assert again["again"]
    answer = ("bundle", "answer", "--case", "1", "--refuse", "2=Sai số CCCD")
    answered = command(*answer, "--store", office, "--out", stick)
    assert answered["answers"] == 3
    (back,) = command("bundle", "take", answered["file"], "--store", school)["bundles"]
    assert back["rows"]["new"] == 3
    shown = command("bundle", "show", answered["file"], "--store", school)
    assert (shown["purpose"], shown["parts"]) == ("answer", {"answer.ndjson": 3})


def _list_a_new_hospital(ctx: Context) -> None:
    row = next(row for row in pupils.list_pupils(ctx, YEAR) if row.full_name == NAMES[0])
    for facts in ({"insurance_number": "2020123450"}, {"registered_hospital": "20005"}):
        now = pupils.facts_of(pupils.get_pupil(ctx, row.entry_id))
        changed = replace(now, **facts)  # type: ignore[arg-type]
        pupils.save_pupils(ctx, YEAR, (SavePupil(changed, entry_id=row.entry_id),))
    submissions.make_list(ctx, MakeList(ListRequest(ctx.clock.today())))
    ctx.close()


def test_lines_are_numbered_over_all_lists_of_a_case(stores, command, desk) -> None:
    school, office, stick = stores
    _list_a_new_hospital(open_desk(Path(school), "van.thu", PASSWORD, desk.clock))
    sent = command("bundle", "make", "--store", school, "--out", stick)
    assert (sent["lists"], sent["listed"]) == (2, 3 * OWN_SHARE)
    shown = command("bundle", "show", sent["file"], "--store", office)["lines"]
    assert [(one["number"], one["position"]) for one in shown] == [(1, 1), (2, 2), (3, 3), (4, 1)]
    command("bundle", "take", sent["file"], "--store", office)
    answer = ("bundle", "answer", "--case", "1", "--refuse", "4=Sai số CCCD")
    command(*answer, "--store", office, "--out", stick)
    lines = command("bundle", "lines", "--case", "1", "--store", office)["lines"]
    refused = [one for one in lines if one["answer"] == "refused"]
    assert [(one["number"], one["name"]) for one in refused] == [(4, NAMES[0])]
    assert [(one["number"], one["name"]) for one in lines] == [
        (one["number"], one["name"]) for one in shown
    ]


def test_a_preview_stores_nothing_and_a_case_is_taken_back(stores, command) -> None:
    school, office, stick = stores
    file = command("bundle", "make", "--store", school, "--out", stick)["file"]
    command("bundle", "take", file, "--store", office, "--preview")
    assert command("bundle", "list", "--store", office) == {"cases": []}
    command("bundle", "take", file, "--store", office)
    case = command("bundle", "back", "--case", "1", "--reason", "nhầm", "--store", office)
    assert case["taken_back"]
    (one,) = command("bundle", "list", "--store", office)["cases"]
    assert (one["case"], one["people"], one["taken_back"]) == (1, 3, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bundle", "take", "{stick}/none.ssdesk"), "none.ssdesk"),
        (("bundle", "take", "{stick}/HS0020A.ssdesk-card"), "không phải gói"),
        (("desk", "accept", "{stick}/none"), "none"),
        (("desk", "accept", "{stick}/02001.ssdesk-card"), "chính máy này"),
        (("desk", "accept", "{stick}/HS0020A.ssdesk-card", "--words", "sai"), "Tám từ"),
        (("bundle", "answer", "--case", "9", "--out", "{stick}"), "hồ sơ"),
        (("bundle", "back", "--case", "9", "--reason", "x"), "hồ sơ"),
        (("bundle", "make", "--out", "{stick}"), "thẻ bàn"),
    ],
)
def test_refusals_are_one_sentence(stores, command, arguments, said: str) -> None:
    _, office, stick = stores
    filled = [each.format(stick=stick) for each in arguments]
    sentence = command(*filled, "--store", office, code=2)
    assert said in sentence
    assert len(sentence.splitlines()) == 1


def test_of_several_files_the_good_ones_are_taken(stores, command) -> None:
    school, office, stick = stores
    command("bundle", "make", "--store", school, "--out", stick)
    Path(stick, "cut.ssdesk").write_bytes(b"age-encryption.org/v1\n")
    told = command("bundle", "take", stick, "--store", office, code=1)
    assert [one["case"] for one in told["bundles"]] == [1]
    assert [one["file"] for one in told["refused"]] == ["cut.ssdesk"]
    assert "cut.ssdesk" in told["refused"][0]["message"]


def test_a_folder_without_bundles_is_named(stores, command, tmp_path: Path) -> None:
    empty = tmp_path / "trong"
    empty.mkdir()
    assert "trong" in command("bundle", "take", str(empty), "--store", stores[1], code=2)
