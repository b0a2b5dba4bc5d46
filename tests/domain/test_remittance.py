"""Counting notes, and the three-way match of list, receipts and transfer."""

from __future__ import annotations

import pytest

from ssdesk.domain.remittance import (
    DENOMINATIONS,
    CashPosition,
    Difference,
    MatchLine,
    NoteCount,
    ThreeWayMatch,
    counted,
)

OWN = 683_100


def line(*, on_list: bool, receipted: int, transferred: int, own: int = OWN) -> MatchLine:
    return MatchLine("n1", "Vi Thị Ánh", "10A1", own, on_list, receipted, transferred, 0)


def test_notes_add_up() -> None:
    assert counted((NoteCount(500_000, 3), NoteCount(200, 4))) == 1_500_800
    assert counted(()) == 0
    assert list(DENOMINATIONS) == sorted(DENOMINATIONS, reverse=True)


@pytest.mark.parametrize(
    ("on_list", "receipted", "transferred", "reasons"),
    [
        (True, OWN, OWN, ()),
        (False, 0, 0, ()),
        (True, 0, 0, (Difference.LISTED_NOT_PAID,)),
        (True, 100, 0, (Difference.LISTED_PART_PAID,)),
        (False, 100, 0, (Difference.INSTALMENT,)),
        (True, OWN, 0, (Difference.PAID_NOT_TRANSFERRED,)),
        (True, OWN, OWN - 1, (Difference.PAID_NOT_TRANSFERRED,)),
        (False, OWN, OWN, (Difference.PAID_NOT_LISTED,)),
        (False, OWN, 0, (Difference.PAID_NOT_LISTED, Difference.PAID_NOT_TRANSFERRED)),
    ],
)
def test_each_difference_has_its_name(
    on_list: bool, receipted: int, transferred: int, reasons: tuple[Difference, ...]
) -> None:
    found = line(on_list=on_list, receipted=receipted, transferred=transferred)
    assert found.reasons == reasons


def test_a_line_of_nothing_agrees() -> None:
    match = ThreeWayMatch((line(on_list=True, receipted=0, transferred=0, own=0),), True)
    assert match.agrees
    assert (match.people_listed, match.people_receipted) == (1, 0)


def test_equal_sums_of_different_people_do_not_agree() -> None:
    match = ThreeWayMatch(
        (
            line(on_list=True, receipted=0, transferred=0),
            line(on_list=False, receipted=OWN, transferred=OWN),
        ),
        True,
    )
    assert match.listed == match.receipted == match.transferred == OWN
    assert not match.agrees
    assert len(match.differences) == 2


def test_places_add_up() -> None:
    assert CashPosition(1, 2, 3, 4, confirmed=2).total == 10
