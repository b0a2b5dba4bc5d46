"""Demo schools from the command line: JSON, refusals, and stores that open again."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from ssdesk.cli.main import run
from ssdesk.cli.output import StderrProgress
from ssdesk.clock import SystemClock
from ssdesk.services.context import open_desk
from ssdesk.services.overview import overview


def _no_window(store: Path | None, demo: bool, today: date | None) -> int:
    raise AssertionError("no window was asked for")


def _run(*arguments: str) -> int:
    return run(arguments, _no_window)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SSDESK_PASSWORD", "SSDESK_LOGIN", "SSDESK_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


def test_school_tells_its_sum_and_opens_with_demo(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    command = ("demo", "school", "--store", str(store), "--pupils", "40", "--seed", "3", "--json")
    assert _run(*command) == 0
    told = json.loads(capsys.readouterr().out)
    parts = told["covered_elsewhere"] + told["through_school"] + told["left_over"]
    assert told["pupils"] == parts == 40
    assert told["paid"] + told["signed_up"] == told["through_school"]
    ctx = open_desk(store, "demo", "demo", SystemClock(date.fromisoformat(told["today"])))
    try:
        assert overview(ctx, told["school_year"]).count.pupils == 40
    finally:
        ctx.close()


def test_password_of_the_environment_is_the_demos(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SSDESK_PASSWORD", "bí mật của em")
    store = str(tmp_path / "store")
    assert _run("demo", "school", "--store", store, "--pupils", "3") == 0
    assert _run("verify", "--store", store) == 0
    monkeypatch.setenv("SSDESK_PASSWORD", "demo")
    assert _run("verify", "--store", store) == 2
    assert capsys.readouterr().err.strip()


def test_schools_have_rosters_and_stores_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    assert _run("demo", "schools", "--out", out, "--schools", "2", "--pupils", "9", "--json") == 0
    schools = json.loads(capsys.readouterr().out)["schools"]
    assert len({school["school"] for school in schools}) == 2
    for school in schools:
        assert zipfile.is_zipfile(school["roster"])
        assert (Path(school["store"]) / "desk.db").is_file()


def test_schools_stopped_halfway_can_be_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    given = ("demo", "schools", "--out", str(out), "--schools", "2", "--pupils", "9")

    def stop(progress: StderrProgress, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(StderrProgress, "__call__", stop)
        assert _run(*given) == 2
    assert "chưa có gì được ghi lại" in capsys.readouterr().err
    assert not out.exists()
    assert _run(*given) == 0


def test_job_leaves_every_paper_it_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "job")
    assert _run("demo", "job", "--out", out, "--pupils", "60", "--seed", "5", "--json") == 0
    papers = [Path(paper["file"]) for paper in json.loads(capsys.readouterr().out)["papers"]]
    assert len(set(papers)) == len(papers)
    for paper in papers:
        start = paper.read_bytes()[:4]
        assert start == (b"%PDF" if paper.suffix == ".pdf" else b"PK\x03\x04")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--pupils", "0"), "0"),
        (("--pupils", "99999999"), "99999999"),
        (("--pupils", "mười"), "mười"),
        (("--seed", "-1"), "-1"),
    ],
)
def test_impossible_sizes_are_refused_with_their_limits(
    tmp_path: Path, arguments: tuple[str, str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    assert _run("demo", "school", "--store", str(store), *arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert not store.exists()


@pytest.mark.parametrize("command", [("school", "--store"), ("job", "--out")])
def test_a_folder_in_use_is_left_alone(
    tmp_path: Path, command: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert _run("demo", *command, str(tmp_path)) == 2
    assert str(tmp_path) in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]
