"""`rollover` by the command line: previewed, applied, taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from ssdesk.cli.main import run
from ssdesk.services.context import Context
from tests.conftest import PASSWORD
from tests.services.collecting import add_pupils

Command = Callable[..., Any]


@pytest.fixture
def command(
    desk: Context, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    monkeypatch.setenv("SSDESK_PASSWORD", PASSWORD)
    add_pupils(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), "10A1")
    add_pupils(desk, ("Lý Dung",), "12A1")
    desk.close()
    fixed = ["--store", str(desk.store.directory), "--today", "2027-08-05", "--json"]

    def call(*more: str, code: int = 0) -> Any:
        assert run(["rollover", *more, *fixed], lambda *_: 0) == code
        said = capsys.readouterr()
        return json.loads(said.out) if code == 0 else said.err

    return call


def test_a_preview_tells_and_stores_nothing(command: Command) -> None:
    told = command("--preview")
    assert (told["up"], told["stay"], told["leave"], told["applied"]) == (2, 0, 1, False)
    assert {each["name"]: each["next_name"] for each in told["classes"]} == {
        "10A1": "11A1",
        "12A1": "",
    }
    assert command()["known"] == 0


def test_applied_once_and_taken_back(command: Command) -> None:
    done = command("--apply")
    assert done["id"]
    again = command("--apply", "--school-year", "2026-2027")
    assert (again["known"], again["id"]) == (2, "")
    assert command("--take-back", done["id"]) == {"taken_back": done["id"]}
    assert command("--preview")["known"] == 0


def test_choices_by_id_and_class(command: Command) -> None:
    ids = {each["full_name"]: each["id"] for each in command("--preview")["pupils"]}
    told = command("--apply", "--stay", ids["Vi Thị Ánh"], "--class", "10A1=11 Toán")
    assert {each["full_name"]: each["next_class"] for each in told["pupils"]} == {
        "Vi Thị Ánh": "10A1",
        "Nông Văn Bảo": "11 Toán",
        "Lý Dung": "",
    }


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--preview", "--apply"), "--preview, --apply"),
        (("--class", "9A=10A"), "9A"),
        (("--stay", "ai-do"), "ai-do"),
        (("--school-year", "2020-2021"), "2020-2021"),
        (("--take-back", "khong-co"), "hãy"),
    ],
)
def test_refusals_are_one_sentence(command: Command, more: tuple[str, ...], said: str) -> None:
    sentence = command(*more, code=2)
    assert said in sentence.lower() or said in sentence
    assert len(sentence.strip().splitlines()) == 1
