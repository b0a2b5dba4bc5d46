"""Whose money a line may be: what speaks for it is weighed, and nothing is posted by itself."""

from __future__ import annotations

import pytest

from ssdesk.domain.slip import nearly_names
from ssdesk.services import statements
from ssdesk.services.collecting import read_collecting
from ssdesk.services.context import Context
from ssdesk.services.owing import shares_of
from ssdesk.services.statement_guesses import Evidence, Guess, guess
from tests.services.collecting import OWN_SHARE, YEAR, Desk, collecting


@pytest.fixture
def school(desk: Context) -> Desk:
    return collecting(
        desk, ("Vi Thị Ánh", "Nông Văn Bảo", "Lò Minh"), ("Hoàng Chi", "Lò Minh", "Lò Minh Anh")
    )


def _guess(school: Desk, memo: str, amount: int = OWN_SHARE) -> Guess | None:
    codes = statements.slip_codes(school.ctx, school.owing)
    rows = read_collecting(school.ctx, YEAR).rows
    return guess([row for row in rows if row.owes], codes, memo, amount)


@pytest.mark.parametrize(
    ("memo", "typed"),
    [
        ("MBVCB.123 Nong Van Bao lop 10A1 nop BHYT", "Nông Văn Bảo 10A1"),
        ("me chau Bao 10A1 nop tien bhyt", "Nông Văn Bảo 10A1"),
        ("Hoang Chi nop tien", "Hoàng Chi 11A1"),
        ("Lo Minh 11A1 bhyt", "Lò Minh 11A1"),
        ("lo minh anh nop bhyt", "Lò Minh Anh 11A1"),
        ("HS0000149 nop bhyt", "Vi Thị Ánh 10A1"),
        ("HS000O194 nop bhyt", "Vi Thị Ánh 10A1"),
    ],
)
def test_a_name_with_class_or_a_code_with_one_slip_is_proposed(
    school: Desk, memo: str, typed: str
) -> None:
    found = _guess(school, memo)
    assert found is not None
    assert found.typed == typed
    shares = shares_of(read_collecting(school.ctx, YEAR).rows, found.typed, OWN_SHARE)
    assert [share.row.pupil.full_name for share in shares] == [  # type: ignore[union-attr]
        row.pupil.full_name for row in found.rows
    ]


@pytest.mark.parametrize(
    "memo",
    ["Lo Minh nop bhyt", "tien an ban tru thang 9", "chau Bao nop tien", "10A1 nop tien", ""],
)
def test_what_may_be_several_or_nobody_is_not_proposed(school: Desk, memo: str) -> None:
    assert _guess(school, memo) is None


def test_two_pupils_in_one_transfer(school: Desk) -> None:
    found = _guess(school, "Vi Thi Anh va Hoang Chi nop BHYT", 2 * OWN_SHARE)
    assert found is not None
    assert found.typed == "Vi Thị Ánh 10A1 + Hoàng Chi 11A1"
    assert found.evidence == {Evidence.NAME, Evidence.AMOUNT}


def test_a_code_is_near_by_one_slip_of_the_pen_only() -> None:
    assert nearly_names("x HS0000194 y", "HS0000194") == 0
    assert nearly_names("x HS0000149 y", "HS0000194") == 1
    assert nearly_names("x HS000194 y", "HS0000194") == 1
    assert nearly_names("x HS0000188 y", "HS0000194") is None
