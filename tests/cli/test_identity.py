"""`check-id` and `scan` as a person or a program uses them."""

from __future__ import annotations

import json

import pytest

from ssdesk.cli.main import run

CITIZEN = "020310001234|082345678|Nông Thị Hoài|15092010|Nữ|Tổ 1, Đông Kinh, Lạng Sơn|05072024"
HEALTH = "|".join(
    ["HS4010120878837", "Y Khŏt".encode().hex(), "2010", "1", "-", "01 - 028", "01/01/2020", "-",
     "05/12/2019", "01050120878837", "-", "4", "01/10/2024", "15d9-7102", "$"]
)  # fmt: skip


def no_window(*_given: object) -> int:
    raise AssertionError


@pytest.mark.parametrize(
    ("number", "birth_date", "sex", "code", "found"),
    [
        ("010164003196", "1964-05-01", "F", 0, []),
        ("010164003196", "1964", "F", 0, []),
        ("0101 6400 3196", "05/1964", "Nữ", 0, []),
        ("010164003196", "1964", "M", 1, ["PERSONAL_ID_SEX"]),
        ("010164003196", "1965", "M", 1, ["PERSONAL_ID_BIRTH_YEAR", "PERSONAL_ID_SEX"]),
        ("010164003196", "2064", "F", 1, ["PERSONAL_ID_CENTURY"]),
        ("000164003196", "1964", "F", 1, ["PERSONAL_ID_PROVINCE"]),
    ],
)
def test_check_id(
    capsys: pytest.CaptureFixture[str],
    number: str,
    birth_date: str,
    sex: str,
    code: int,
    found: list[str],
) -> None:
    line = ["check-id", number, "--birth-date", birth_date, "--sex", sex]
    assert run([*line, "--json"], no_window) == code
    answer = json.loads(capsys.readouterr().out)
    assert answer["consistent"] is (code == 0)
    assert [problem["code"] for problem in answer["problems"]] == found
    assert run(line, no_window) == code
    out = capsys.readouterr().out
    assert len(out.splitlines()) == max(1, len(found))
    assert number.replace(" ", "") in out


@pytest.mark.parametrize(
    ("number", "birth_date", "sex", "words"),
    [
        ("01016400319", "1964", "F", "11 chữ số"),
        ("010164003196X", "1964", "F", "12 chữ số"),
        ("123456789", "1964", "F", "chứng minh nhân dân"),
        ("", "1964", "F", "12 chữ số"),
        ("9" * 4000, "1964", "F", "12 chữ số"),
        ("010164003196", "31/2/1964", "F", "31/2/1964"),
        ("010164003196", "02/15/1964", "F", "tháng trước ngày"),
        ("010164003196", "", "F", "ngày"),
        ("010164003196", "1964", "?", "Nam hoặc Nữ"),
    ],
)
def test_malformed_input_is_refused(
    capsys: pytest.CaptureFixture[str], number: str, birth_date: str, sex: str, words: str
) -> None:
    line = ["check-id", number, "--birth-date", birth_date, "--sex", sex, "--json"]
    assert run(line, no_window) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.count("\n") == 1


def test_scan_of_a_citizen_card(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["scan", CITIZEN, "--json"], no_window) == 0
    card = json.loads(capsys.readouterr().out)
    wanted = {
        "kind": "citizen_card",
        "full_name": "Nông Thị Hoài",
        "birth_date": "2010-09-15",
        "sex": "F",
        "personal_id": "020310001234",
        "old_number": "082345678",
        "card_number": None,
        "address": "Tổ 1, Đông Kinh, Lạng Sơn",
        "issued_on": "2024-07-05",
        "doubtful": [],
        "problems": [],
    }
    assert {name: card[name] for name in wanted} == wanted


def test_scan_of_a_health_card(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["scan", HEALTH, "--json"], no_window) == 0
    card = json.loads(capsys.readouterr().out)
    assert (card["full_name"], card["birth_date"], card["sex"], card["card_number"]) == (
        "Y Khŏt", "2010", "M", "HS4010120878837",
    )  # fmt: skip
    assert (card["personal_id"], card["registered_hospital"]) == (None, "01028")


def test_scan_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["scan", CITIZEN.replace("Hoài", "H?ài")], no_window) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "Họ và tên: Nông Thị H?ài  (cần đối chiếu với thẻ)",
        "Ngày sinh: 15/09/2010",
        "Giới tính: Nữ",
    ]
    assert run(["scan", HEALTH], no_window) == 0
    assert "Giới tính: Nam" in capsys.readouterr().out


def test_a_scan_that_contradicts_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["scan", CITIZEN.replace("Nữ", "Nam")], no_window) == 1
    assert "trái với giới tính" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ("", "Chưa quét được gì"),
        (CITIZEN[:60], "bị cụt"),
        ("https://example.org", "không phải của thẻ"),
        (CITIZEN + "\n" + HEALTH, "2 mã khác nhau"),
        ("x" * 100_000, "4000"),
    ],
)
def test_other_scans_are_refused(
    capsys: pytest.CaptureFixture[str], payload: str, words: str
) -> None:
    assert run(["scan", payload, "--json"], no_window) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err
