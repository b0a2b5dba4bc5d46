"""Orders within a household and what each member pays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssdesk.domain.common_end import common_ends
from ssdesk.domain.household import MemberRequest, own_share, quote_members, take_orders
from ssdesk.domain.period import Period
from ssdesk.errors import UserError
from ssdesk.rulepacks import load_rule_book

BOOK = load_rule_book()
PAID_ON = date(2026, 9, 10)
OF_RANK = (1_366_200, 956_340, 819_720, 683_100, 546_480, 546_480, 546_480)


def member(name: str, months: int = 12, **more: object) -> MemberRequest:
    return MemberRequest(name, name, months, **more)  # type: ignore[arg-type]


def test_seven_members_pay_by_their_order_and_the_last_stay_at_forty_per_cent() -> None:
    quotes = quote_members(BOOK, PAID_ON, [member(str(place)) for place in range(7)], {})
    assert [item.order for item in quotes] == [1, 2, 3, 4, 5, 6, 7]
    assert tuple(item.premium.own_share for item in quotes) == OF_RANK
    assert own_share(quotes) == sum(OF_RANK)


def test_who_joins_later_in_the_year_follows_those_who_paid() -> None:
    (quote,) = quote_members(BOOK, PAID_ON, [member("con")], {"bố": 1, "mẹ": 2})
    assert (quote.order, quote.premium.own_share) == (3, OF_RANK[2])


def test_who_pays_again_in_the_year_keeps_the_order_held() -> None:
    held = {"bố": 1, "mẹ": 2, "con": 3}
    assert take_orders(held, ["con", "bà", "bố"]) == {"con": 3, "bà": 4, "bố": 1}


def test_an_order_freed_by_a_void_is_taken_by_the_next() -> None:
    assert take_orders({"mẹ": 2, "con": 3}, ["bà", "cô"]) == {"bà": 1, "cô": 4}


def test_a_supported_member_takes_no_order_and_gets_no_reduction() -> None:
    quotes = quote_members(
        BOOK, PAID_ON, [member("ông", group_code="CN"), member("bố"), member("mẹ")], {}
    )
    assert [item.order for item in quotes] == [None, 1, 2]
    assert [item.premium.own_share for item in quotes] == [409_860, OF_RANK[0], OF_RANK[1]]
    assert quotes[0].premium.state_support == 956_340


@pytest.mark.parametrize(
    ("last_card_end", "starts_on"),
    [
        (date(2026, 9, 30), date(2026, 10, 1)),
        (date(2026, 7, 31), PAID_ON),
        (date(2026, 5, 31), date(2026, 10, 10)),
        (None, date(2026, 10, 10)),
    ],
    ids=["continues", "short gap", "gap of 90 days", "first time"],
)
def test_the_card_begins_where_the_one_before_allows(
    last_card_end: date | None, starts_on: date
) -> None:
    (quote,) = quote_members(BOOK, PAID_ON, [member("bố", last_card_end=last_card_end)], {})
    assert quote.period.starts_on == starts_on
    assert quote.period.months == 12


def test_nobody_stands_in_a_household_twice() -> None:
    with pytest.raises(UserError) as refused:
        quote_members(BOOK, PAID_ON, [member("bố"), member("bố")], {})
    assert refused.value.code == "MEMBER_TWICE"


def test_the_family_can_end_on_one_day() -> None:
    members = [
        member("bố", last_card_end=date(2026, 9, 30)),
        member("mẹ", last_card_end=date(2026, 12, 31)),
        member("con", last_card_end=date(2027, 3, 31)),
    ]
    plans = common_ends(BOOK, PAID_ON, members, {})
    together = [plan for plan in plans if plan.spread == 0]
    assert together[0].ends_on == date(2027, 4, 30)
    (until_september,) = [plan for plan in together if plan.ends_on == date(2027, 9, 30)]
    assert [item.months for item in until_september.quotes] == [12, 9, 6]
    assert not until_september.usual
    assert until_september.own_share == 1_366_200 + 9 * 79_695 + 6 * 68_310


def test_cards_of_other_days_of_the_month_end_as_near_as_they_can() -> None:
    members = [
        member("bố", last_card_end=date(2026, 9, 14)),
        member("mẹ", last_card_end=date(2026, 9, 27)),
    ]
    plan = common_ends(BOOK, PAID_ON, members, {})[-1]
    assert [item.period for item in plan.quotes] == [
        Period(date(2026, 9, 15), date(2027, 9, 14)),
        Period(date(2026, 9, 28), date(2027, 9, 27)),
    ]
    assert (plan.spread, plan.usual) == (13, True)


@given(
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 9), max_size=6).filter(
        lambda held: len(set(held.values())) == len(held)
    ),
    st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=8),
)
def test_no_two_members_ever_share_an_order(held: dict[str, int], joining: list[str]) -> None:
    orders = held | take_orders(held, joining)
    assert len(set(orders.values())) == len(orders)
    assert all(orders[person] == order for person, order in held.items())
