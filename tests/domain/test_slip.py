"""Codes of payment slips: found in what banks make of a memo, wrong ones never taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssdesk.domain.slip import MatchState, judge, slip_code, slips_in

NUMBERS = st.integers(min_value=1, max_value=99_999)


@given(NUMBERS)
def test_a_code_is_found_in_its_memo(number: int) -> None:
    code = slip_code(number)
    for memo in (
        code,
        f"BHYT {code} 683100",
        f"MBVCB.123.{code.lower()}.CT tu 0123",
        code[:4] + " " + code[4:],
    ):
        assert number in slips_in(memo)


@given(NUMBERS, st.integers(2, 8), st.integers(0, 9))
def test_one_wrong_digit_is_never_another_slip(number: int, place: int, digit: int) -> None:
    code = slip_code(number)
    wrong = f"{code[:place]}{digit}{code[place + 1 :]}"
    assert slips_in(wrong) == ((number,) if wrong == code else ())


@given(NUMBERS, st.integers(2, 7))
def test_two_swapped_digits_are_never_another_slip(number: int, place: int) -> None:
    code = slip_code(number)
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert slips_in(wrong) == ((number,) if wrong == code else ())


@pytest.mark.parametrize("memo", ["", "NGUYEN VAN A CHUYEN TIEN", "HS201024", "HS00001", "0000194"])
def test_other_memos_name_no_slip(memo: str) -> None:
    assert slips_in(memo) == ()


@pytest.mark.parametrize(
    ("amount", "slips", "due", "state"),
    [
        (683_100, (1,), 683_100, MatchState.WHOLE),
        (300_000, (1,), 683_100, MatchState.PART),
        (700_000, (1,), 683_100, MatchState.OVER),
        (683_100, (1,), 0, MatchState.PAID),
        (683_100, (1,), None, MatchState.UNKNOWN_SLIP),
        (683_100, (), None, MatchState.NO_SLIP),
        (1_366_200, (1, 2), None, MatchState.SEVERAL),
    ],
)
def test_what_a_line_is(
    amount: int, slips: tuple[int, ...], due: int | None, state: MatchState
) -> None:
    assert judge(amount, slips, due) is state
