"""Who may open the desk, and what a forgotten or changed password means."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.desk import Account, Role
from ssdesk.errors import SsdeskError, StorageUnavailable, UserError
from ssdesk.services import accounts
from ssdesk.services.accounts import AccountSaved, AddAccount
from ssdesk.services.changes import Kind
from ssdesk.services.context import Context, Setup, create_desk, logins, open_desk
from ssdesk.storage import keys
from ssdesk.storage.keys import Strength
from tests.conftest import LOGIN, PASSWORD, PROFILE, QUICK

CHEAP = Strength(time=1, memory=8)
CASHIER = AddAccount("Thu.Quy", "Lương Thị Mai", Role.CASHIER, "bốn từ không liên quan")


def _add(ctx: Context, command: AddAccount = CASHIER) -> AccountSaved:
    return accounts.add_account(ctx, command, CHEAP)


def _again(ctx: Context, login: str | None, password: str) -> Context:
    ctx.close()
    return open_desk(ctx.store.directory, login, password, ctx.clock)


def _code(error: pytest.ExceptionInfo[SsdeskError]) -> str:
    return error.value.code


def test_a_new_desk_opens_with_password_and_recovery_code(
    tmp_path: Path, clock: FixedClock
) -> None:
    account = Account("", "  Văn.Thư ", " Nông  Thị Hạnh", Role.READER)
    ctx, code = create_desk(tmp_path / "desk", PROFILE, account, "mat-khau-123", clock, QUICK)
    assert ctx.account == Account(ctx.account.id, "văn.thư", "Nông Thị Hạnh", Role.ADMINISTRATOR)
    assert ctx.profile() == PROFILE
    ctx = _again(ctx, None, "mat-khau-123")
    ctx.close()
    ctx = accounts.open_by_recovery_code(
        tmp_path / "desk", code.lower(), "văn.thư", "mat-khau-moi", clock
    )
    ctx = _again(ctx, "văn.thư", "mat-khau-moi")
    assert accounts.renew_recovery_code(ctx, CHEAP) != code
    ctx.close()
    with pytest.raises(UserError) as refused:
        accounts.open_by_recovery_code(tmp_path / "desk", code, "văn.thư", "mat-khau-khac", clock)
    assert _code(refused) == "RECOVERY_CODE_WRONG"


@pytest.mark.parametrize(
    ("login", "name", "password", "code"),
    [
        (" ", "Hạnh", "mat-khau-123", "LOGIN_MISSING"),
        ("vt", " ", "mat-khau-123", "FULL_NAME_MISSING"),
        ("vt", "Hạnh", "1234567", "PASSWORD_TOO_SHORT"),
        ("vt", "Hạnh", "12345678", "PASSWORD_TOO_EASY"),
        ("vt", "Hạnh", "aaaaaaaaaa", "PASSWORD_TOO_EASY"),
        ("van.thu.truong", "Hạnh", "Van.Thu.Truong", "PASSWORD_TOO_EASY"),
    ],
)
def test_a_first_start_that_is_refused_leaves_nothing(
    tmp_path: Path, clock: FixedClock, login: str, name: str, password: str, code: str
) -> None:
    account = Account("", login, name, Role.ADMINISTRATOR)
    with pytest.raises(UserError) as refused:
        create_desk(tmp_path / "desk", PROFILE, account, password, clock, QUICK)
    assert _code(refused) == code
    assert list(tmp_path.iterdir()) == []


def test_a_half_made_desk_is_made_again(tmp_path: Path, clock: FixedClock) -> None:
    """What a killed first start left beside the folder is in nobody's way."""
    left = tmp_path / ".desk.unfinished"
    left.mkdir()
    (left / "desk.db").write_bytes(b"half")
    account = Account("", LOGIN, "Hạnh", Role.ADMINISTRATOR)
    ctx, _ = create_desk(tmp_path / "desk", PROFILE, account, PASSWORD, clock, QUICK)
    ctx.close()
    assert [path.name for path in tmp_path.iterdir()] == ["desk"]
    with pytest.raises(UserError) as refused:
        create_desk(tmp_path / "desk", PROFILE, account, PASSWORD, clock, QUICK)
    assert _code(refused) == "FOLDER_NOT_EMPTY"


def test_a_demo_may_have_an_easy_password(tmp_path: Path, clock: FixedClock) -> None:
    setup = Setup(demo=True, strength=CHEAP, ballast=0)
    account = Account("", "demo", "Demo", Role.ADMINISTRATOR)
    ctx, _ = create_desk(tmp_path / "desk", PROFILE, account, "demo", clock, setup)
    ctx.close()


def test_accounts_are_added_disabled_and_enabled(desk: Context) -> None:
    saved = _add(desk)
    assert saved.changes.touches(Kind.ACCOUNT)
    assert set(logins(desk.store.directory)) == {LOGIN, "thu.quy"}
    with pytest.raises(UserError) as refused:
        _add(desk)
    assert _code(refused) == "LOGIN_TAKEN"
    cashier = _again(desk, "THU.QUY", CASHIER.password)
    assert cashier.account.role is Role.CASHIER
    with pytest.raises(UserError) as refused:
        _add(cashier, AddAccount("khac", "Khác", Role.CLERK, "mat-khau-123"))
    assert _code(refused) == "NOT_ALLOWED"
    admin = _again(cashier, LOGIN, PASSWORD)
    accounts.disable_account(admin, saved.account.id)
    rows = accounts.list_accounts(admin)
    assert [row.account.login for row in rows if row.disabled_at] == ["thu.quy"]
    admin.close()
    with pytest.raises(UserError) as refused:
        open_desk(admin.store.directory, "thu.quy", CASHIER.password, admin.clock)
    assert _code(refused) == "LOGIN_UNKNOWN"
    admin = open_desk(admin.store.directory, None, PASSWORD, admin.clock)
    accounts.enable_account(admin, saved.account.id, "mot-mat-khau-moi", CHEAP)
    _again(admin, "thu.quy", "mot-mat-khau-moi").close()


def test_a_disabled_account_stays_out_even_with_an_old_ring(desk: Context) -> None:
    """Somebody puts an old keys.json back."""
    saved = _add(desk)
    old = keys.read_ring(desk.store.directory)
    accounts.disable_account(desk, saved.account.id)
    keys.write_ring(desk.store.directory, old)
    desk.close()
    with pytest.raises(UserError) as refused:
        open_desk(desk.store.directory, "thu.quy", CASHIER.password, desk.clock)
    assert _code(refused) == "ACCOUNT_DISABLED"


def test_a_changed_password_opens_and_the_old_one_does_not(desk: Context) -> None:
    before = (desk.store.directory / "desk.db").stat().st_size
    with pytest.raises(UserError) as refused:
        accounts.change_password(desk, "sai-mat-khau", "mat-khau-moi", CHEAP)
    assert _code(refused) == "PASSWORD_WRONG"
    accounts.change_password(desk, PASSWORD, "mat-khau-moi", CHEAP)
    accounts.confirm_password(desk, "mat-khau-moi")
    desk.close()
    with pytest.raises(UserError) as refused:
        open_desk(desk.store.directory, LOGIN, PASSWORD, desk.clock)
    assert _code(refused) == "PASSWORD_WRONG"
    again = open_desk(desk.store.directory, LOGIN, "mat-khau-moi", desk.clock)
    assert (again.store.directory / "desk.db").stat().st_size <= before + 40_960
    again.close()


def test_an_administrator_gives_a_new_password(desk: Context) -> None:
    saved = _add(desk)
    accounts.set_password(desk, saved.account.id, "quen-roi-dat-lai", CHEAP)
    _again(desk, "thu.quy", "quen-roi-dat-lai").close()


def test_the_last_administrator_stays(desk: Context) -> None:
    with pytest.raises(UserError) as refused:
        accounts.disable_account(desk, desk.account.id)
    assert _code(refused) == "LAST_ADMINISTRATOR"
    with pytest.raises(UserError) as refused:
        accounts.change_account(desk, desk.account.id, "Hạnh", Role.READER)
    assert _code(refused) == "LAST_ADMINISTRATOR"
    saved = _add(desk)
    accounts.change_account(desk, saved.account.id, "Lương Mai", Role.ADMINISTRATOR)
    accounts.change_account(desk, desk.account.id, "Nông Hạnh", Role.CLERK)


def test_a_failed_write_leaves_the_keys_as_they_were(
    desk: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = keys.read_ring(desk.store.directory)
    real = keys.write_ring

    def fail(directory: Path, ring: keys.KeyRing) -> None:
        real(directory, ring)
        if ring != before:
            raise StorageUnavailable("STORE_DISK_FULL", place=str(directory))

    monkeypatch.setattr(keys, "write_ring", fail)
    with pytest.raises(StorageUnavailable):
        _add(desk)
    assert keys.read_ring(desk.store.directory) == before
    assert len(accounts.list_accounts(desk)) == 1


def test_several_accounts_need_a_login(desk: Context) -> None:
    _add(desk)
    desk.close()
    with pytest.raises(UserError) as refused:
        open_desk(desk.store.directory, None, PASSWORD, desk.clock)
    assert _code(refused) == "LOGIN_NEEDED"


def test_what_accounts_do_is_in_the_audit_without_secrets(desk: Context) -> None:
    _add(desk)
    accounts.change_password(desk, PASSWORD, "mat-khau-moi", CHEAP)
    rows = desk.store.reader.rows("SELECT action, detail FROM audit_entry")
    assert [row["action"] for row in rows] == ["desk_created", "account_added", "password_changed"]
    text = " ".join(row["detail"] for row in rows)
    assert PASSWORD not in text
    assert CASHIER.password not in text


def test_opening_by_recovery_code_keeps_the_keys_of_a_store_that_does_not_open(
    tmp_path: Path,
) -> None:
    clock = FixedClock(datetime(2026, 9, 5, 8, 0))
    account = Account("", LOGIN, "Hạnh", Role.ADMINISTRATOR)
    ctx, code = create_desk(tmp_path / "desk", PROFILE, account, PASSWORD, clock, QUICK)
    ctx.close()
    path = tmp_path / "desk" / "desk.db"
    content = path.read_bytes()
    path.write_bytes(content[:5000])
    before = keys.read_ring(tmp_path / "desk")
    with pytest.raises(StorageUnavailable):
        accounts.open_by_recovery_code(tmp_path / "desk", code, LOGIN, "mat-khau-moi", clock)
    assert keys.read_ring(tmp_path / "desk") == before


def test_accounts_that_are_not_there(desk: Context) -> None:
    with pytest.raises(UserError) as refused:
        accounts.disable_account(desk, "nobody")
    assert _code(refused) == "ACCOUNT_UNKNOWN"
    saved = _add(desk)
    accounts.disable_account(desk, saved.account.id)
    with pytest.raises(UserError) as refused:
        accounts.set_password(desk, saved.account.id, "mat-khau-moi", CHEAP)
    assert _code(refused) == "ACCOUNT_DISABLED"
    ring = keys.read_ring(desk.store.directory)
    stray = ring.with_password("la", "mat-khau-123", desk.store.key, CHEAP)
    keys.write_ring(desk.store.directory, stray)
    desk.close()
    with pytest.raises(UserError) as refused:
        open_desk(desk.store.directory, "la", "mat-khau-123", desk.clock)
    assert _code(refused) == "LOGIN_UNKNOWN"


def test_the_recovery_code_serves_known_logins_only(tmp_path: Path, clock: FixedClock) -> None:
    account = Account("", LOGIN, "Hạnh", Role.ADMINISTRATOR)
    setup = Setup(strength=CHEAP, ballast=4096)
    ctx, code = create_desk(tmp_path / "desk", PROFILE, account, PASSWORD, clock, setup)
    ctx.close()
    assert (tmp_path / "desk" / "ballast.bin").exists()
    with pytest.raises(UserError) as refused:
        accounts.open_by_recovery_code(tmp_path / "desk", code, "ai.do", "mat-khau-moi", clock)
    assert _code(refused) == "LOGIN_UNKNOWN"
