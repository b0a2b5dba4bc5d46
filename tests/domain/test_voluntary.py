from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssdesk.domain.rulebook import Confidence, Extra, Source, SupportCategory
from ssdesk.domain.voluntary import (
    Method,
    PaidAhead,
    VoluntaryRequest,
    catch_up,
    check_income,
    last_day_to_pay,
    months_of_support,
    quote_voluntary,
    refund_of_years_ahead,
)
from ssdesk.errors import UserError
from tests.domain import books

BOOK = books.shipped()
PAID = date(2026, 9, 5)
LATER = date(2027, 1, 1)
C = SupportCategory


def gross(income: int, months: int, method: Method) -> int:
    return quote_voluntary(BOOK, VoluntaryRequest(PAID, income, months, method=method)).gross


@pytest.mark.parametrize(
    ("category", "own"),
    [(C.POOR, 242_000), (C.ISLAND, 242_000), (C.NEAR_POOR, 290_400), (C.MINORITY, 338_800),
     (C.OTHER, 387_200)],
)  # fmt: skip
def test_lowest_income_from_2027(category: SupportCategory, own: int) -> None:
    line = quote_voluntary(BOOK, VoluntaryRequest(LATER, 2_200_000, 1, category))
    assert (line.gross, line.own_share) == (484_000, own)


def test_highest_income() -> None:
    line = quote_voluntary(BOOK, VoluntaryRequest(PAID, 50_600_000, 1))
    assert line.gross == 11_132_000


@pytest.mark.parametrize(
    ("income", "years", "expected"),
    [
        (1_500_000, 2, 7_644_801),
        (1_500_000, 3, 11_259_443),
        (1_500_000, 4, 14_742_290),
        (1_500_000, 5, 18_098_148),
        (3_000_000, 2, 15_289_603),
        (3_000_000, 5, 36_196_296),
    ],
)
def test_years_ahead(income: int, years: int, expected: int) -> None:
    assert gross(income, 12 * years, Method.YEARS_AHEAD) == expected


@pytest.mark.parametrize(
    ("income", "months", "expected"),
    [
        (1_500_000, 6, 2_001_594),
        (1_500_000, 12, 4_040_708),
        (1_500_000, 60, 21_791_542),
        (3_000_000, 60, 43_583_084),
    ],
)
def test_missing_months(income: int, months: int, expected: int) -> None:
    assert gross(income, months, Method.MISSING) == expected


def test_support_grows_with_missing_months_and_not_with_years_ahead() -> None:
    ahead = quote_voluntary(BOOK, VoluntaryRequest(PAID, 1_500_000, 24, method=Method.YEARS_AHEAD))
    missing = quote_voluntary(BOOK, VoluntaryRequest(PAID, 1_500_000, 24, method=Method.MISSING))
    assert ahead.state_support == 24 * 66_000
    assert missing.state_support > 24 * 66_000
    assert [year.year for year in ahead.by_year] == [2026, 2027, 2028]
    assert [(year.year, year.months) for year in missing.by_year] == [(2026, 24)]


def test_workings_say_how() -> None:
    decision = Source("NQ 2/2026/NQ-HĐND", "Đ1", Confidence.C)
    request = VoluntaryRequest(
        PAID,
        1_500_000,
        12,
        C.POOR,
        local=Extra(Fraction(1, 10), source=decision),
        other=Extra(amount=20_000),
    )
    line = quote_voluntary(BOOK, request)
    assert line.workings == (
        "Số tiền phải đóng: 1.500.000 × 22% × 12 tháng = 3.960.000",
        "NSNN hỗ trợ: 1.500.000 × 22% × 50% × 12 tháng = 1.980.000",
        "NSĐP hỗ trợ: 1.500.000 × 22% × 10% × 12 tháng = 396.000",
        "Hỗ trợ khác: 20.000",
        "Người tham gia đóng: 3.960.000 − 1.980.000 − 396.000 − 20.000 = 1.564.000",
    )
    assert line.sources[-1] == decision
    ahead = quote_voluntary(BOOK, VoluntaryRequest(PAID, 1_500_000, 24, method=Method.YEARS_AHEAD))
    assert ahead.workings[0].endswith("24 tháng, chiết khấu 0,31%/tháng = 7.644.801")
    missing = quote_voluntary(BOOK, VoluntaryRequest(PAID, 1_500_000, 6, method=Method.MISSING))
    assert all("cộng lãi 0,31%/tháng" in text for text in missing.workings[:2])


def test_the_meter_stops_at_120_months() -> None:
    request = VoluntaryRequest(PAID, 1_500_000, 12, C.POOR, supported_months=115)
    line = quote_voluntary(BOOK, request)
    assert line.state_support == 5 * 165_000
    assert "× 5 tháng" in line.workings[1]
    full = quote_voluntary(BOOK, VoluntaryRequest(PAID, 1_500_000, 12, supported_months=120))
    assert (full.state_support, len(full.workings)) == (0, 2)
    assert months_of_support(0, 200, 120) == 120


def test_there_was_no_support_before_2018() -> None:
    assert (
        quote_voluntary(BOOK, VoluntaryRequest(date(2017, 12, 1), 700_000, 1)).own_share == 154_000
    )


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (VoluntaryRequest(PAID, 1_499_999, 1), "INCOME_FLOOR"),
        (VoluntaryRequest(PAID, 0, 1), "INCOME_FLOOR"),
        (VoluntaryRequest(PAID, 50_600_001, 1), "INCOME_CEILING"),
        (VoluntaryRequest(LATER, 2_199_999, 1), "INCOME_FLOOR"),
        (VoluntaryRequest(date(2025, 6, 30), 1_520_000, 1), "INCOME_STEP"),
        (VoluntaryRequest(PAID, 1_500_000, 0), "METHOD_UNKNOWN"),
        (VoluntaryRequest(PAID, 1_500_000, 2), "METHOD_UNKNOWN"),
        (VoluntaryRequest(PAID, 1_500_000, 12, method=Method.YEARS_AHEAD), "YEARS_AHEAD_LIMIT"),
        (VoluntaryRequest(PAID, 1_500_000, 25, method=Method.YEARS_AHEAD), "YEARS_AHEAD_LIMIT"),
        (VoluntaryRequest(PAID, 1_500_000, 72, method=Method.YEARS_AHEAD), "YEARS_AHEAD_LIMIT"),
        (VoluntaryRequest(PAID, 1_500_000, 61, method=Method.MISSING), "MONTHS_LIMIT"),
        (VoluntaryRequest(PAID, 1_500_000, 1, supported_months=121), "SUPPORTED_MONTHS_LIMIT"),
        (VoluntaryRequest(PAID, 1_500_000, 1, supported_months=-1), "SUPPORTED_MONTHS_LIMIT"),
        (VoluntaryRequest(PAID, 1_500_000, 1, local=Extra(Fraction(9, 10))),
         "SUPPORT_OVER_PREMIUM"),
        (VoluntaryRequest(PAID, 1_500_000, 1, other=Extra(amount=-1)), "SUPPORT_AMOUNT_NEGATIVE"),
        (VoluntaryRequest(date(2025, 9, 1), 1_500_000, 24, method=Method.YEARS_AHEAD),
         "INTEREST_RATE_UNKNOWN"),
        (VoluntaryRequest(LATER, 2_200_000, 6, method=Method.MISSING), "INTEREST_RATE_UNKNOWN"),
        (VoluntaryRequest(date(2015, 1, 1), 1_500_000, 1), "POVERTY_LINE_UNKNOWN"),
    ],
)  # fmt: skip
def test_what_is_outside_its_limits_is_refused(request_: VoluntaryRequest, code: str) -> None:
    with pytest.raises(UserError) as refused:
        quote_voluntary(BOOK, request_)
    assert refused.value.code == code


def test_a_refusal_names_the_limit() -> None:
    with pytest.raises(UserError) as refused:
        check_income(BOOK, 60_000_000, PAID)
    assert refused.value.params == {"income": "60.000.000", "limit": "50.600.000"}


def test_catching_up_is_open_since_the_new_law() -> None:
    with pytest.raises(UserError, match="CATCH_UP_UNKNOWN"):
        catch_up(BOOK, 6_600_000, 1, PAID)
    assert catch_up(books.with_interest("0.826"), 6_600_000, 0, date(2020, 1, 1)) == 6_600_000


def test_refunds() -> None:
    paid = PaidAhead(Fraction(330_000), 24, Fraction("0.0031"))
    assert refund_of_years_ahead(paid, 24, 0) == 7_644_801
    assert refund_of_years_ahead(paid, 0, 0) == 0
    assert refund_of_years_ahead(paid, 1, 10**9) == 0
    with pytest.raises(UserError, match="MONTHS_LIMIT"):
        refund_of_years_ahead(paid, 25, 0)


@pytest.mark.parametrize(
    ("months", "last"),
    [(1, date(2026, 9, 30)), (3, date(2026, 11, 30)), (6, date(2026, 12, 31)),
     (12, date(2027, 3, 31))],
)  # fmt: skip
def test_deadline_of_each_method(months: int, last: date) -> None:
    terms = BOOK.voluntary.terms.at(PAID)
    assert last_day_to_pay(terms, months, date(2026, 9, 1)) == last
    with pytest.raises(UserError, match="METHOD_UNKNOWN"):
        last_day_to_pay(terms, 2, date(2026, 9, 1))


@given(
    income=st.integers(1_500_000, 50_600_000),
    months=st.sampled_from([1, 3, 6, 12]),
    category=st.sampled_from(SupportCategory),
    before=st.integers(0, 120),
)
def test_parts_and_years_add_up(
    income: int, months: int, category: SupportCategory, before: int
) -> None:
    request = VoluntaryRequest(PAID, income, months, category, supported_months=before)
    line = quote_voluntary(BOOK, request)
    assert line.gross == line.state_support + line.own_share
    assert line.own_share >= 0
    assert sum(year.own_share for year in line.by_year) == line.own_share
    assert sum(year.gross for year in line.by_year) == line.gross


@given(st.integers(2, 5), st.integers(1_500_000, 50_600_000))
def test_paying_ahead_is_cheaper_and_a_full_refund_gives_it_back(years: int, income: int) -> None:
    months = 12 * years
    paid = gross(income, months, Method.YEARS_AHEAD)
    monthly = income * Fraction(22, 100)
    assert paid < monthly * months
    assert refund_of_years_ahead(PaidAhead(monthly, months, Fraction("0.0031")), months, 0) == paid
