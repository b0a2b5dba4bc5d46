"""Rounds: opened, mended, closed, and what their classes owe."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ssdesk.errors import UserError
from ssdesk.services import enrolments, rounds
from ssdesk.services.context import Context
from ssdesk.services.rounds import ChangeRound, OpenRound
from tests.services.collecting import OWN_SHARE, YEAR, collecting, open_round

GOOD = OpenRound(
    YEAR, "Đợt 1", date(2026, 10, 1), date(2027, 9, 30), date(2026, 9, 5), date(2026, 9, 30)
)


def test_an_opened_round_is_listed(desk: Context) -> None:
    saved = rounds.open_round(desk, replace(GOOD, name="  Đợt  1 ")).round
    assert rounds.list_rounds(desk, YEAR) == (saved,)
    assert rounds.get_round(desk, saved.id).name == "Đợt 1"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": " "}, "ROUND_NAME_MISSING"),
        ({"ends_on": date(2026, 10, 15)}, "ROUND_PERIOD_EMPTY"),
        ({"due_on": date(2026, 9, 4)}, "ROUND_DUE_EARLY"),
        ({}, "ROUND_NAME_TAKEN"),
    ],
)
def test_a_wrong_round_is_refused(desk: Context, change: dict[str, object], code: str) -> None:
    if code == "ROUND_NAME_TAKEN":
        rounds.open_round(desk, GOOD)
    with pytest.raises(UserError, match=code):
        rounds.open_round(desk, replace(GOOD, **change))  # type: ignore[arg-type]


def test_name_and_days_can_be_mended(desk: Context) -> None:
    first, second = open_round(desk), open_round(desk, "Đợt 2")
    days = (date(2026, 8, 20), date(2026, 10, 5))
    saved = rounds.change_round(desk, ChangeRound(first, "Đầu năm", *days)).round
    assert rounds.get_round(desk, first) == saved
    assert (saved.name, saved.opens_on, saved.due_on) == ("Đầu năm", *days)
    with pytest.raises(UserError, match="ROUND_NAME_TAKEN"):
        rounds.change_round(desk, ChangeRound(second, "Đầu năm", *days))
    with pytest.raises(UserError, match="ROUND_UNKNOWN"):
        rounds.change_round(desk, ChangeRound("x", "Khác", *days))


def test_a_closed_round_signs_nobody_up_but_takes_what_is_due(desk: Context) -> None:
    school = collecting(desk, ("Vi Thị Ánh",))
    assert rounds.close_round(desk, school.round_id).round.closed
    with pytest.raises(UserError, match="ROUND_CLOSED"):
        enrolments.sign_up(desk, enrolments.SignUp(school.round_id))
    school.pay(0)
    assert school.enrolment(0).paid == OWN_SHARE


def test_totals_by_class(desk: Context) -> None:
    school = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), ("Hoàng Chi",))
    school.pay(0)
    school.pay(1, 100_000)
    enrolments.withdraw(desk, school.owing[2], "xin thôi")
    (total,) = rounds.class_totals(desk, school.round_id)
    assert (total.class_name, total.pupils, total.paid_pupils) == ("10A1", 2, 1)
    assert (total.own_share, total.paid) == (2 * OWN_SHARE, OWN_SHARE + 100_000)
    assert total.still_due == OWN_SHARE - 100_000


@pytest.mark.parametrize(
    ("due_on", "codes"),
    [
        (date(2026, 9, 5), ["ROUND_DUE_SOON"]),
        (date(2026, 9, 6), []),
        (date(2026, 10, 1), []),
        (date(2026, 10, 2), ["ROUND_DUE_LATE"]),
    ],
)
def test_unusual_days_are_told_before_a_round_opens(
    desk: Context, due_on: date, codes: list[str]
) -> None:
    found = rounds.check_days(desk, replace(GOOD, due_on=due_on))
    assert [item.code for item in found] == codes
