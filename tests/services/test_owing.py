"""Names typed in a hurry: who is meant, and how money for several is shared."""

from __future__ import annotations

import pytest

from ssdesk.services.collecting import CollectRow, read_collecting
from ssdesk.services.context import Context
from ssdesk.services.owing import Unclear, owing_like, shares_of
from tests.services.collecting import OWN_SHARE, YEAR, collecting


@pytest.fixture
def rows(desk: Context) -> tuple[CollectRow, ...]:
    school = collecting(desk, ("Vi Thị Ánh", "Hoàng Gia Bảo"), ("Hoàng Gia Bảo", "Lý Chi"))
    school.pay(3)
    return read_collecting(school.ctx, YEAR).rows


def _names(rows: tuple[CollectRow, ...]) -> list[str]:
    return [f"{row.pupil.full_name} {row.pupil.class_name}" for row in rows]


def test_only_those_who_owe_are_meant(rows: tuple[CollectRow, ...]) -> None:
    assert _names(owing_like(rows, "anh")) == ["Vi Thị Ánh 10A1"]
    assert _names(owing_like(rows, "gia bao")) == ["Hoàng Gia Bảo 10A1", "Hoàng Gia Bảo 11A1"]
    assert _names(owing_like(rows, "bao 11a1")) == ["Hoàng Gia Bảo 11A1"]
    assert owing_like(rows, "chi") == ()
    assert owing_like(rows, " ") == ()


@pytest.mark.parametrize(
    ("typed", "amount", "given"),
    [
        ("anh", OWN_SHARE, [OWN_SHARE]),
        ("anh", 300_000, [300_000]),
        ("anh", OWN_SHARE + 5_000, [OWN_SHARE]),
        ("anh + bao 10a1", 2 * OWN_SHARE, [OWN_SHARE, OWN_SHARE]),
        ("anh 300.000; bao 10a1", 500_000, [300_000, 200_000]),
        ("bao 10a1, bao 11a1 100000", OWN_SHARE + 100_000, [OWN_SHARE, 100_000]),
    ],
)
def test_money_is_shared_as_typed(
    rows: tuple[CollectRow, ...], typed: str, amount: int, given: list[int]
) -> None:
    shares = shares_of(rows, typed, amount)
    assert not isinstance(shares, Unclear)
    assert [share.amount for share in shares] == given


def test_what_does_not_mean_one_pupil_is_named(rows: tuple[CollectRow, ...]) -> None:
    found = shares_of(rows, "anh + gia bao", 2 * OWN_SHARE)
    assert isinstance(found, Unclear)
    assert (found.typed, len(found.matches)) == ("gia bao", 2)
    assert shares_of(rows, "khong co ai", 5) == Unclear("khong co ai", ())
    assert shares_of(rows, "anh + anh", 5) == Unclear("anh", ())
