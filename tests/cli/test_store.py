"""`verify`, `backup` and `restore` from the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from ssdesk.cli.main import run
from ssdesk.services import accounts, backups
from ssdesk.services.context import Context, open_desk
from ssdesk.services.desk import save_profile
from tests.conftest import PASSWORD, QUICK
from tests.services.collecting import Desk, collecting


def _never(*_: object) -> int:
    raise AssertionError("no window")


@pytest.fixture
def paid(desk: Context, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SSDESK_PASSWORD", PASSWORD)
    made = collecting(desk, ("Đàm Thị Ngọc Ánh",))
    made.pay(0)
    desk.close()
    return made


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(arguments, _never)
    out, err = capsys.readouterr()
    return code, out, err


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    code, out, _ = _run(capsys, *arguments, "--json")
    assert code == 0
    return json.loads(out)


def test_verify_backup_restore(
    paid: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(paid.ctx.store.directory)
    assert _json(capsys, "verify", "--store", store) == {"whole": True, "problems": []}
    made = _json(capsys, "backup", "--store", store, "--today", "2026-09-05")
    new = str(tmp_path / "new")
    code, _, err = _run(capsys, "restore", made["backup"], "--store", new)
    assert code == 2
    assert "AB/26P/01" in err
    assert len(err.strip().splitlines()) == 1
    numbers = ("--last-printed", "HS/26E/01=2", "--last-printed", "AB/26P/01=none")
    told = _json(capsys, "restore", made["backup"], "--store", new, *numbers)
    assert (told["people"], told["epoch"]) == (1, 2)
    code, out, _ = _run(capsys, "verify", "--store", new)
    assert code == 0
    assert out.strip()


@pytest.mark.parametrize("text", ["HS/26E/01", "HS/26E/01=hai", "XX/01=3", "=", "HS/26E/01=²"])
def test_numbers_that_cannot_be_read(
    paid: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    made = _json(capsys, "backup", "--store", str(paid.ctx.store.directory))
    new = tmp_path / "new"
    code, _, err = _run(
        capsys, "restore", made["backup"], "--store", str(new), "--last-printed", text
    )
    assert code == 2
    assert len(err.strip().splitlines()) == 1
    assert not new.exists()


def test_refusals(
    paid: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = paid.ctx.store.directory
    assert _run(capsys, "verify", "--store", str(tmp_path / "none"))[0] == 2
    assert _run(capsys, "restore", str(store / "desk.db"), "--store", str(tmp_path / "x"))[0] == 2
    path = store / "desk.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    code, out, err = _run(capsys, "verify", "--store", str(store), "--json")
    assert (code, out) == (2, "")
    assert str(store) in err
    monkeypatch.setenv("SSDESK_PASSWORD", "sai mat khau")
    assert _run(capsys, "backup", "--store", str(store))[0] == 2


def test_a_second_copy_and_what_is_wrong_are_told_in_words(
    paid: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = paid.ctx.store.directory
    stick = tmp_path / "stick"
    stick.mkdir()
    ctx = open_desk(store, None, PASSWORD, paid.ctx.clock)
    save_profile(ctx, replace(ctx.profile(), backup_folder=str(stick)))
    ctx.close()
    code, out, _ = _run(capsys, "backup", "--store", str(store))
    assert code == 0
    assert str(stick) in out
    stick_gone = tmp_path / "gone"
    stick.rename(stick_gone)
    code, out, _ = _run(capsys, "backup", "--store", str(store))
    assert code == 1
    assert str(stick) in out
    ctx = open_desk(store, None, PASSWORD, paid.ctx.clock)
    with ctx.store.write("x", datetime(2026, 9, 5)) as unit:
        unit.execute("DROP TRIGGER payment_no_update")
        unit.execute("UPDATE payment SET amount = 5")
    ctx.close()
    code, out, _ = _run(capsys, "verify", "--store", str(store))
    assert code == 1
    assert "HS/26E/01" in out


def test_the_recovery_code_opens_a_backup_and_sets_a_password(
    desk: Context,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = accounts.renew_recovery_code(desk, QUICK.strength)
    made = backups.back_up(desk).made.path
    new = str(tmp_path / "new")
    monkeypatch.setenv("SSDESK_PASSWORD", "mot-cau-khac-han")
    assert _run(capsys, "restore", str(made), "--store", new)[0] == 2
    monkeypatch.setenv("SSDESK_RECOVERY_CODE", code)
    assert _json(capsys, "restore", str(made), "--store", new)["epoch"] == 2
    assert _json(capsys, "verify", "--store", new)["whole"]
