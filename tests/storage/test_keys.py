"""Who can open a store: passwords, the recovery code, and a ring that was tampered with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssdesk.errors import StorageUnavailable, UserError
from ssdesk.storage import keys, recovery_code
from ssdesk.storage.keys import KEYS, KeyRing, Strength

CHEAP = Strength(time=1, memory=8)
KEY = bytes(range(32))
CODE = recovery_code.new_code()


@pytest.fixture
def ring() -> KeyRing:
    empty = keys.new_ring()
    return empty.with_password("Văn.Thư", "mật-khẩu-1", KEY, CHEAP).with_recovery(CODE, KEY, CHEAP)


def test_a_password_opens_in_every_spelling_of_its_letters(ring: KeyRing) -> None:
    assert ring.unlock("văn.thư", "mật-khẩu-1") == KEY
    assert ring.unlock("VĂN.THƯ", "mật-khẩu-1") == KEY
    assert ring.logins() == ("văn.thư",)


def test_wrong_secrets_are_refused(ring: KeyRing) -> None:
    for login, password, code in (
        ("văn.thư", "mật-khẩu-2", "PASSWORD_WRONG"),
        ("văn.thư", "", "PASSWORD_WRONG"),
        ("ai.do", "mật-khẩu-1", "LOGIN_UNKNOWN"),
        ("", CODE, "LOGIN_UNKNOWN"),
    ):
        with pytest.raises(UserError) as refused:
            ring.unlock(login, password)
        assert refused.value.code == code


def test_the_recovery_code_opens_however_it_is_typed(ring: KeyRing) -> None:
    assert ring.recover(CODE) == KEY
    assert ring.recover(CODE.lower().replace("-", " ")) == KEY
    with pytest.raises(UserError) as refused:
        ring.recover(recovery_code.new_code())
    assert refused.value.code == "RECOVERY_CODE_WRONG"


def test_a_new_password_wraps_the_same_key(ring: KeyRing) -> None:
    changed = ring.with_password("văn.thư", "mật-khẩu-mới", KEY, CHEAP)
    assert changed.unlock("văn.thư", "mật-khẩu-mới") == KEY
    assert changed.recover(CODE) == KEY
    with pytest.raises(UserError):
        changed.unlock("văn.thư", "mật-khẩu-1")


def test_salts_are_random_and_no_secret_is_written(ring: KeyRing, tmp_path: Path) -> None:
    keys.write_ring(tmp_path, ring.with_password("hai", "mật-khẩu-1", KEY, CHEAP))
    text = (tmp_path / KEYS).read_text(encoding="utf-8")
    assert len({entry["salt"] for entry in json.loads(text)["entries"]}) == 3
    for secret in ("mật-khẩu-1", CODE, KEY.hex()):
        assert secret not in text
    assert keys.read_ring(tmp_path).unlock("hai", "mật-khẩu-1") == KEY


def test_an_entry_serves_no_other_login_and_no_other_store(ring: KeyRing, tmp_path: Path) -> None:
    keys.write_ring(tmp_path, ring)
    content = json.loads((tmp_path / KEYS).read_text(encoding="utf-8"))
    for changed in (
        {**content, "store_id": "0" * 32},
        {**content, "entries": [{**content["entries"][0], "login": "hiệu.trưởng"}]},
    ):
        (tmp_path / KEYS).write_text(json.dumps(changed), encoding="utf-8")
        moved = keys.read_ring(tmp_path)
        with pytest.raises(UserError):
            moved.unlock(moved.logins()[0], "mật-khẩu-1")


def test_a_damaged_ring_is_refused(ring: KeyRing, tmp_path: Path) -> None:
    keys.write_ring(tmp_path, ring)
    whole = (tmp_path / KEYS).read_bytes()
    content = json.loads(whole)
    entry = content["entries"][0]
    damaged = [
        b"",
        whole[: len(whole) // 2],
        b"[]",
        b"{}",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        json.dumps({**content, "entries": [{"login": "a"}]}).encode(),
        *(
            json.dumps({**content, "entries": [{**entry, **change}]}).encode()
            for change in (
                {"argon2id": {"time": 10**9, "memory": 8, "lanes": 1}},
                {"argon2id": {"time": 1, "memory": 2**40, "lanes": 1}},
                {"argon2id": {"time": 1, "memory": 8, "lanes": 1, "more": 1}},
                {"argon2id": {"time": 1, "memory": 8, "lanes": 0}},
                {"argon2id": {"time": 1, "memory": 8, "lanes": 1000}},
                {"salt": "AAAA"},
                {"wrapped": "not base 64"},
                {"nonce": 5},
            )
        ),
    ]
    for text in damaged:
        (tmp_path / KEYS).write_bytes(text)
        with pytest.raises(StorageUnavailable) as refused:
            keys.read_ring(tmp_path)
        assert refused.value.code == "KEYS_DAMAGED", text[:80]
    (tmp_path / KEYS).write_text(json.dumps({**content, "format": 2}))
    with pytest.raises(StorageUnavailable) as refused:
        keys.read_ring(tmp_path)
    assert refused.value.code == "KEYS_NEWER"
    (tmp_path / KEYS).unlink()
    with pytest.raises(StorageUnavailable) as refused:
        keys.read_ring(tmp_path)
    assert refused.value.code == "KEYS_MISSING"


def test_a_usual_guess_is_costly() -> None:
    assert keys.USUAL.time * keys.USUAL.memory >= 3 * 96 * 1024
    assert keys.USUAL.memory >= 64 * 1024


LETTERS = "23456789ABCDEFGHJKMNPQRTVWXYZ"


def test_a_code_has_no_letters_that_look_alike() -> None:
    assert not set("01ILOSU") & set(recovery_code.new_code())
    assert [len(group) for group in CODE.split("-")] == [4] * 6


@given(st.integers(0, 23), st.sampled_from(LETTERS), st.integers(0, 22))
def test_one_wrong_letter_or_a_swap_is_found(place: int, letter: str, swapped: int) -> None:
    code = CODE.replace("-", "")
    wrong = code[:place] + letter + code[place + 1 :]
    turned = code[:swapped] + code[swapped + 1] + code[swapped] + code[swapped + 2 :]
    for typed in {wrong, turned} - {code}:
        with pytest.raises(UserError) as refused:
            recovery_code.read_code(typed)
        assert refused.value.code == "RECOVERY_CODE_MISTYPED"


@pytest.mark.parametrize(
    "typed",
    ["", "ABCD", CODE + "2", CODE[:-1] + "1", "đ" * 24],
    ids=["empty", "short", "long", "letter", "foreign"],
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        recovery_code.read_code(typed)


def test_a_ring_that_the_disk_does_not_give_is_no_damaged_ring(tmp_path: Path) -> None:
    (tmp_path / KEYS).mkdir()
    with pytest.raises(StorageUnavailable) as refused:
        keys.read_ring(tmp_path)
    assert refused.value.code == "STORE_DISK_ERROR"
