"""What the office owes back, against amounts computed by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from ssdesk.domain.period import Period
from ssdesk.domain.stopping import (
    PaidTerm,
    RefundAccount,
    StopReason,
    check_account,
    covered_until,
    list_note,
    owed,
)

# 2.530.000 × 4,5 % × 12 months = 1.366.200, half of it the state's.
YEAR = PaidTerm(Period(date(2026, 10, 1), date(2027, 9, 30)), 12, 1_366_200, 683_100, 683_100)
FAMILY = RefundAccount("Nông Văn Páo", "8400205123456", "Agribank")


@pytest.mark.parametrize(
    ("effective_on", "months", "amount"),
    [
        (date(2027, 3, 1), 7, 398_475),  # 56.925 × 7, March to September
        (date(2027, 3, 15), 6, 341_550),  # March is begun: 6 whole months to 14/9
        (date(2026, 8, 1), 12, 683_100),  # the other card was there first: everything
        (date(2027, 9, 2), 0, 0),
        (date(2027, 9, 1), 1, 56_925),
    ],
)
def test_another_card_gives_back_the_months_from_its_first_day(
    effective_on: date, months: int, amount: int
) -> None:
    found = owed(YEAR, StopReason.OTHER_CARD, effective_on)
    assert (found.months, found.amount) == (months, amount)
    assert found.sources[0].display() == "QĐ 595/QĐ-BHXH, Đ20"


def test_the_workings_can_be_followed_with_a_pencil() -> None:
    assert owed(YEAR, StopReason.OTHER_CARD, date(2027, 3, 1)).workings == (
        "Số tháng chưa dùng: 01/03/2027 – 30/09/2027 = 7 tháng",
        "Cơ quan BHXH hoàn trả: 683.100 × 7/12 tháng = 398.475",
    )


@pytest.mark.parametrize(
    ("percent", "amount"),
    [
        (Fraction(7, 10), 136_620),  # 1.366.200 × 20 % × 6/12
        (Fraction(1), 341_550),  # 1.366.200 × 50 % × 6/12, all that was left
        (Fraction(1, 2), 0),
    ],
)
def test_more_support_gives_back_the_difference(percent: Fraction, amount: int) -> None:
    found = owed(YEAR, StopReason.SUPPORT_RAISED, date(2027, 4, 1), percent)
    assert (found.months, found.amount) == (6, amount)


def test_no_more_comes_back_than_was_paid() -> None:
    helped = PaidTerm(YEAR.period, 12, 1_366_200, 683_100, 400_000)
    full = owed(helped, StopReason.SUPPORT_RAISED, date(2026, 10, 1), Fraction(1))
    assert full.amount == 400_000


def test_death_gives_everything_back_only_before_the_card_is_valid() -> None:
    assert owed(YEAR, StopReason.DIED, date(2026, 9, 20)).amount == 683_100
    assert owed(YEAR, StopReason.DIED, date(2026, 10, 1)).amount == 0


def test_who_moves_keeps_the_card() -> None:
    assert owed(YEAR, StopReason.MOVED, date(2027, 1, 1)).amount == 0
    assert covered_until(YEAR.period.ends_on, StopReason.MOVED, date(2027, 1, 1)) == date(
        2027, 9, 30
    )


def test_half_a_dong_is_rounded_up_once() -> None:
    odd = PaidTerm(YEAR.period, 12, 100_001, 0, 100_001)
    assert owed(odd, StopReason.OTHER_CARD, date(2027, 4, 1)).amount == 50_001


def test_cover_ends_the_day_before() -> None:
    ends = covered_until(YEAR.period.ends_on, StopReason.OTHER_CARD, date(2027, 3, 1))
    assert ends == date(2027, 2, 28)


def test_the_note_names_the_money_the_account_and_the_evidence() -> None:
    back = list_note(
        StopReason.OTHER_CARD, date(2027, 3, 1), (7, 398_475), FAMILY, "thẻ HN số 4202012345678"
    )
    assert back == (
        "Hoàn trả 398.475 đ: Nông Văn Páo, số TK 8400205123456, Agribank, 7 tháng. "
        "Giảm từ 01/03/2027: có thẻ theo nhóm khác; căn cứ: thẻ HN số 4202012345678"
    )
    moved = list_note(StopReason.MOVED, date(2027, 1, 4), (0, 0), RefundAccount(), "")
    assert moved == "Giảm từ 04/01/2027: chuyển trường, thôi học"


def test_the_workings_say_from_when_months_count_and_why() -> None:
    assert owed(YEAR, StopReason.OTHER_CARD, date(2026, 12, 15)).workings[:2] == (
        "Tháng có ngày 15/12/2026 đã bắt đầu nên tính là đã dùng; hoàn trả từ 01/01/2027",
        "Số tháng chưa dùng: 01/01/2027 – 30/09/2027 = 9 tháng",
    )
    assert owed(YEAR, StopReason.OTHER_CARD, date(2027, 9, 2)).workings[0] == (
        "Từ 02/09/2027 không còn tháng trọn nào chưa dùng: 0 tháng"
    )


@pytest.mark.parametrize(
    ("account", "codes"),
    [
        (FAMILY, []),
        (RefundAccount("Nông Văn Páo", "8400 2051 23456", "Agribank"), []),
        (
            RefundAccount(),
            ["REFUND_HOLDER_MISSING", "REFUND_ACCOUNT_WRONG", "REFUND_BANK_MISSING"],
        ),
        (RefundAccount("Páo", "12345", "Agribank"), ["REFUND_ACCOUNT_WRONG"]),
        (RefundAccount("Páo", "12345678x!", "Agribank"), ["REFUND_ACCOUNT_WRONG"]),
    ],
)
def test_an_account_that_can_be_paid_to(account: RefundAccount, codes: list[str]) -> None:
    assert [problem.code for problem in check_account(account)] == codes
