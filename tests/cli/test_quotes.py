"""`quote …` as a person or a program uses it."""

from __future__ import annotations

import json

import pytest

from ssdesk.cli.main import run

PUPIL = "quote pupil --paid-on 2026-09-05 --from 2026-10-01 --months 12"
VOLUNTARY = "quote voluntary --paid-on 2026-09-05 --income 1500000"
LINE = {
    "who",
    "gross",
    "state_support",
    "local_support",
    "other_support",
    "own_share",
    "by_year",
    "workings",
    "source",
}


def no_window(*_given: object) -> int:
    raise AssertionError


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]):
    def called(line: str) -> tuple[int, str, str]:
        code = run(line.split(), no_window)
        out, err = capsys.readouterr()
        return code, out, err

    return called


def quoted(call, line: str) -> dict:
    code, out, err = call(line + " --json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_a_pupil(call) -> None:
    quote = quoted(call, PUPIL)
    assert set(quote) == {"lines", "own_share_total"}
    assert [set(line) for line in quote["lines"]] == [LINE]
    line = quote["lines"][0]
    assert (line["gross"], line["state_support"], line["own_share"]) == (1366200, 683100, 683100)
    assert quote["own_share_total"] == 683100
    assert line["by_year"][0] == {
        "year": 2026,
        "months": 3,
        "gross": 341550,
        "state_support": 170775,
        "local_support": 0,
        "other_support": 0,
        "own_share": 170775,
    }
    assert line["workings"][-1] == (
        "Người tham gia đóng: 2.530.000 × 4,5% × 50% × 12 tháng = 683.100"
    )
    assert line["source"].startswith("NĐ 161/2026/NĐ-CP, Đ3 k2; ")


def test_local_support(call) -> None:
    percent = quoted(call, PUPIL + " --local-percent 5")
    assert percent["own_share_total"] == 614790
    amount = quoted(call, PUPIL + " --local-amount 100.000")
    assert amount["own_share_total"] == 583100


def test_a_household(call) -> None:
    quote = quoted(call, "quote household --paid-on 1/7/2026 --months 12 --members 5")
    assert [line["own_share"] for line in quote["lines"]] == [
        1366200, 956340, 819720, 683100, 546480,
    ]  # fmt: skip
    assert quote["own_share_total"] == 4372040 - 200
    assert [line["who"] for line in quote["lines"]] == [f"Người thứ {rank}" for rank in range(1, 6)]


def test_a_household_with_an_unusual_number_of_months_is_warned(call) -> None:
    code, out, err = call("quote household --paid-on 2026-07-01 --months 1 --members 2 --json")
    assert code == 0
    assert "3, 6 hoặc 12 tháng" in err
    assert [line["own_share"] for line in json.loads(out)["lines"]] == [113850, 79695]


@pytest.mark.parametrize(
    ("options", "gross", "own"),
    [
        ("--months 1 --support poor", 330000, 165000),
        ("--months 1 --support island", 330000, 165000),
        ("--months 1 --support near-poor", 330000, 198000),
        ("--months 1 --support minority", 330000, 231000),
        ("--months 1 --support other", 330000, 264000),
        ("--months 12 --support poor --supported-months 115", 3960000, 3135000),
        ("--months 12 --years-ahead 2", 7644801, 6060801),
        ("--years-ahead 5", 18098148, 14138148),
        ("--missing-months 6", 2001594, 1601275),
    ],
)
def test_voluntary(call, options: str, gross: int, own: int) -> None:
    quote = quoted(call, f"{VOLUNTARY} {options}")
    assert (quote["lines"][0]["gross"], quote["own_share_total"]) == (gross, own)


def test_text_for_people(call) -> None:
    code, out, _ = call("quote household --paid-on 2026-10-05 --months 6 --members 1")
    assert code == 0
    assert out.splitlines() == [
        "Người thứ 1",
        "  Số tiền phải đóng: 2.530.000 × 4,5% × 6 tháng = 683.100",
        "  Người tham gia đóng: 2.530.000 × 4,5% × 6 tháng = 683.100",
        "  Năm 2026 (3 tháng): 341.550",
        "  Năm 2027 (3 tháng): 341.550",
        "  Căn cứ: NĐ 161/2026/NĐ-CP, Đ3 k2; NĐ 188/2025/NĐ-CP, Đ6–Đ8; NĐ 146/2018/NĐ-CP, Đ7 k1 e",
        "Tổng người tham gia đóng: 683.100 đồng",
    ]
    code, out, _ = call("quote pupil --paid-on 2026-09-05 --from 2026-01-01 --months 3")
    assert (code, out.splitlines()[-1]) == (0, "Tổng người tham gia đóng: 170.775 đồng")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("quote pupil --paid-on 2026-02-30 --from 2026-10-01 --months 12", "--paid-on"),
        ("quote pupil --paid-on 2026-09-05 --from x --months 12", "--from"),
        ("quote pupil --paid-on 2026-09-05 --from 2026-10-01 --months 0", "từ 1 đến 15"),
        ("quote pupil --paid-on 2026-09-05 --from 2026-10-01 --months -12", "từ 1 đến 15"),
        ("quote pupil --paid-on 2026-09-05 --from 2026-10-01 --months 1000000000", "từ 1 đến 15"),
        ("quote pupil --paid-on 2026-09-05 --from 2026-10-01 --months 1.5", "--months"),
        ("quote pupil --paid-on 1990-01-01 --from 2026-10-01 --months 1", "01/01/1990"),
        ("quote pupil --paid-on 2026-09-05 --months 12", "--from"),
        (PUPIL + " --local-percent 200", "từ 0 đến 100 %"),
        (PUPIL + " --local-percent 51", "vượt số tiền phải đóng 1.366.200"),
        (PUPIL + " --local-percent 1e99999999", "1e99999999"),
        (PUPIL + " --local-amount 683101", "1.366.200"),
        (PUPIL + " --local-amount 1e3", "1e3"),
        (PUPIL + " --local-amount 1 --local-percent 1", "không cả hai"),
        ("quote household --paid-on 2026-09-05 --months 12 --members 0", "từ 1 đến 30"),
        ("quote household --paid-on 2026-09-05 --months 12 --members 50", "từ 1 đến 30"),
        ("quote household --paid-on 2026-09-05 --months 12 --members 99999999999", "từ 1 đến 30"),
        ("quote household --paid-on 2026-09-05 --months 13 --members 1", "từ 1 đến 12"),
        (VOLUNTARY, "1, 3, 6, 12"),
        (VOLUNTARY + " --months 4", "1, 3, 6, 12"),
        (VOLUNTARY + " --months 1 --support rich", "--support"),
        (VOLUNTARY + " --months 1 --supported-months 121", "từ 0 đến 120"),
        (VOLUNTARY + " --years-ahead 6", "từ 2 đến 5"),
        (VOLUNTARY + " --years-ahead 2 --missing-months 6", "Hãy chọn một"),
        (VOLUNTARY + " --missing-months 61", "từ 1 đến 60"),
        ("quote voluntary --paid-on 2026-09-05 --income 1499999 --months 1", "1.500.000"),
        ("quote voluntary --paid-on 2026-09-05 --income 50600001 --months 1", "50.600.000"),
        ("quote voluntary --paid-on 2027-01-05 --income 1500000 --months 1", "2.200.000"),
        ("quote voluntary --paid-on 2025-12-05 --income 1500000 --years-ahead 2", "năm 2025"),
        ("quote voluntary --paid-on 2027-12-05 --income 2200000 --missing-months 2", "năm 2027"),
    ],
)
def test_odd_input_is_refused_by_one_sentence(call, line: str, words: str) -> None:
    code, out, err = call(line)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
