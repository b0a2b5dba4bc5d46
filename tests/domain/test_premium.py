from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssdesk.domain.money import round_half_up
from ssdesk.domain.premium import (
    HouseholdRequest,
    PremiumRequest,
    household_share,
    listed_salary,
    quote_household,
    quote_person,
    quote_pupil,
)
from ssdesk.domain.rulebook import Confidence, Extra, Source
from ssdesk.domain.settlement import PremiumLine
from ssdesk.errors import UserError
from tests.domain import books

BOOK = books.shipped()
PAID = date(2026, 9, 5)
STARTS = date(2026, 10, 1)

HOUSEHOLD_PRICES = {
    (1_490_000, 1): (67_050, 46_935, 40_230, 33_525, 26_820),
    (1_490_000, 3): (201_150, 140_805, 120_690, 100_575, 80_460),
    (1_490_000, 6): (402_300, 281_610, 241_380, 201_150, 160_920),
    (1_490_000, 12): (804_600, 563_220, 482_760, 402_300, 321_840),
    (1_800_000, 1): (81_000, 56_700, 48_600, 40_500, 32_400),
    (1_800_000, 3): (243_000, 170_100, 145_800, 121_500, 97_200),
    (1_800_000, 6): (486_000, 340_200, 291_600, 243_000, 194_400),
    (1_800_000, 12): (972_000, 680_400, 583_200, 486_000, 388_800),
    (2_340_000, 1): (105_300, 73_710, 63_180, 52_650, 42_120),
    (2_340_000, 3): (315_900, 221_130, 189_540, 157_950, 126_360),
    (2_340_000, 6): (631_800, 442_260, 379_080, 315_900, 252_720),
    (2_340_000, 12): (1_263_600, 884_520, 758_160, 631_800, 505_440),
    (2_530_000, 1): (113_850, 79_695, 68_310, 56_925, 45_540),
    (2_530_000, 3): (341_550, 239_085, 204_930, 170_775, 136_620),
    (2_530_000, 6): (683_100, 478_170, 409_860, 341_550, 273_240),
    (2_530_000, 12): (1_366_200, 956_340, 819_720, 683_100, 546_480),
}
PAID_UNDER = {
    1_490_000: date(2023, 6, 30),
    1_800_000: date(2023, 7, 1),
    2_340_000: date(2024, 7, 1),
    2_530_000: date(2026, 7, 1),
}
PUPIL_PRICES = {
    date(2023, 6, 30): (46_935, 140_805, 281_610, 422_415, 563_220, 704_025),
    date(2023, 9, 1): (56_700, 170_100, 340_200, 510_300, 680_400, 850_500),
    date(2025, 6, 30): (73_710, 221_130, 442_260, 663_390, 884_520, 1_105_650),
    date(2025, 7, 1): (52_650, 157_950, 315_900, 473_850, 631_800, 789_750),
    date(2026, 6, 30): (52_650, 157_950, 315_900, 473_850, 631_800, 789_750),
    date(2026, 7, 1): (56_925, 170_775, 341_550, 512_325, 683_100, 853_875),
}


def pupil(months: int = 12, paid_on: date = PAID, **more: object) -> PremiumLine:
    return quote_pupil(BOOK, PremiumRequest(paid_on, STARTS, months, **more))  # type: ignore[arg-type]


def parts(line: object) -> int:
    names = ("state_support", "local_support", "other_support", "own_share")
    return sum(getattr(line, name) for name in names)


@pytest.mark.parametrize(("base", "months"), HOUSEHOLD_PRICES)
def test_household_price_table(base: int, months: int) -> None:
    on = PAID_UNDER[base]
    assert BOOK.base_salary.at(on) == base
    lines = quote_household(BOOK, HouseholdRequest(on, on, months, (1, 2, 3, 4, 5, 6, 17)))
    prices = HOUSEHOLD_PRICES[base, months]
    assert tuple(line.own_share for line in lines) == (*prices, prices[-1], prices[-1])
    unusual = months not in {3, 6, 12}
    assert all(bool(line.warnings) is unusual for line in lines)


@pytest.mark.parametrize("paid_on", PUPIL_PRICES)
def test_pupil_price_table(paid_on: date) -> None:
    found = tuple(pupil(months, paid_on).own_share for months in (1, 3, 6, 9, 12, 15))
    assert found == PUPIL_PRICES[paid_on]


def test_this_years_pupil_split_by_year() -> None:
    line = pupil()
    first, second = line.by_year
    assert (first.year, first.months, first.own_share, first.state_support) == (
        2026, 3, 170_775, 170_775,
    )  # fmt: skip
    assert (second.year, second.months, second.own_share, second.state_support) == (
        2027, 9, 512_325, 512_325,
    )  # fmt: skip


def test_the_case_of_ruling_1() -> None:
    line = pupil(local=Extra(Fraction(5, 100)))
    assert line.own_share == 614_790
    assert line.workings == (
        "Số tiền phải đóng: 2.530.000 × 4,5% × 12 tháng = 1.366.200",
        "NSNN hỗ trợ: 2.530.000 × 4,5% × 50% × 12 tháng = 683.100",
        "NSĐP hỗ trợ: 2.530.000 × 4,5% × 5% × 12 tháng = 68.310",
        "Người tham gia đóng: 2.530.000 × 4,5% × 45% × 12 tháng = 614.790",
    )
    month = pupil(1, local=Extra(Fraction(5, 100)))
    assert (month.local_support, month.own_share) == (5_693, 51_232)


def test_support_as_an_amount() -> None:
    decision = Source("NQ 1/2026/NQ-HĐND", "Đ2", Confidence.C)
    line = pupil(local=Extra(amount=100_000, source=decision), other=Extra(amount=50_000))
    assert (line.local_support, line.other_support, line.own_share) == (100_000, 50_000, 533_100)
    assert line.workings[-1] == (
        "Người tham gia đóng: 1.366.200 − 683.100 − 100.000 − 50.000 = 533.100"
    )
    assert decision in line.sources
    assert sum(year.local_support for year in line.by_year) == 100_000


@pytest.mark.parametrize(("months", "own"), [(3, 102_465), (6, 204_930), (12, 409_860)])
def test_near_poor(months: int, own: int) -> None:
    assert quote_person(BOOK, PremiumRequest(PAID, STARTS, months, "CN")).own_share == own


def test_a_decision_can_name_the_persons_own_support() -> None:
    assert pupil(state_support=Fraction(7, 10)).own_share == 409_860
    assert pupil(state_support=Fraction(1)).own_share == 0


def test_every_line_names_its_law() -> None:
    assert [source.display() for source in pupil().sources] == [
        "NĐ 161/2026/NĐ-CP, Đ3 k2",
        "NĐ 188/2025/NĐ-CP, Đ6–Đ8",
        "NĐ 188/2025/NĐ-CP, Đ8",
    ]


def test_open_questions_of_the_law_are_shown() -> None:
    minority = PremiumRequest(date(2026, 10, 31), STARTS, 12, "DS")
    assert quote_person(BOOK, minority).own_share == 409_860
    assert quote_person(BOOK, minority).warnings == ()
    after = quote_person(BOOK, PremiumRequest(date(2026, 11, 1), STARTS, 12, "DS"))
    assert [warning.code for warning in after.warnings] == ["MINORITY_SUPPORT_OPEN"]
    assert after.own_share == after.gross


def test_supports_that_make_up_the_whole_leave_no_dong_over() -> None:
    book = books.with_base(1_000_001)
    request = PremiumRequest(PAID, STARTS, 1, local=Extra(Fraction(1, 2)))
    line = quote_pupil(book, request)
    assert (line.gross, line.own_share) == (45_000, 0)
    odd = quote_pupil(books.with_base(1_000_020), request)
    assert (odd.gross, odd.state_support, odd.local_support) == (45_001, 22_500, 22_500)


@pytest.mark.parametrize(
    ("months", "more", "code"),
    [
        (0, {}, "MONTHS_LIMIT"),
        (-1, {}, "MONTHS_LIMIT"),
        (16, {}, "MONTHS_LIMIT"),
        (10**18, {}, "MONTHS_LIMIT"),
        (12, {"paid_on": date(1999, 1, 1)}, "BASE_SALARY_UNKNOWN"),
        (12, {"group_code": "??"}, "GROUP_UNKNOWN"),
        (12, {"local": Extra(Fraction(2))}, "SUPPORT_PERCENT_LIMIT"),
        (12, {"other": Extra(Fraction(-1, 100))}, "SUPPORT_PERCENT_LIMIT"),
        (12, {"state_support": Fraction(11, 10)}, "SUPPORT_PERCENT_LIMIT"),
        (12, {"local": Extra(Fraction(60, 100))}, "SUPPORT_OVER_PREMIUM"),
        (12, {"local": Extra(amount=683_101)}, "SUPPORT_OVER_PREMIUM"),
        (12, {"local": Extra(amount=-1)}, "SUPPORT_AMOUNT_NEGATIVE"),
        (12, {"local": Extra(Fraction(1, 10), 5)}, "SUPPORT_TWO_KINDS"),
    ],
)
def test_what_is_outside_its_limits_is_refused(
    months: int, more: dict[str, object], code: str
) -> None:
    with pytest.raises(UserError) as refused:
        pupil(months, **more)  # type: ignore[arg-type]
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("months", "ranks", "code"),
    [
        (12, (), "HOUSEHOLD_SIZE_LIMIT"),
        (12, tuple(range(1, 52)), "HOUSEHOLD_SIZE_LIMIT"),
        (12, (0,), "HOUSEHOLD_SIZE_LIMIT"),
        (12, (31,), "HOUSEHOLD_SIZE_LIMIT"),
        (13, (1,), "MONTHS_LIMIT"),
        (0, (1,), "MONTHS_LIMIT"),
    ],
)
def test_households_outside_their_limits(months: int, ranks: tuple[int, ...], code: str) -> None:
    with pytest.raises(UserError) as refused:
        quote_household(BOOK, HouseholdRequest(PAID, PAID, months, ranks))
    assert refused.value.code == code


def test_household_members_are_named() -> None:
    lines = quote_household(BOOK, HouseholdRequest(PAID, PAID, 12, (2, 3), ("Lan", "Mai")))
    assert [(line.who, line.own_share) for line in lines] == [("Lan", 956_340), ("Mai", 819_720)]
    unnamed = quote_household(BOOK, HouseholdRequest(PAID, PAID, 12, (2,)))
    assert unnamed[0].who == "Người thứ 2"
    assert household_share(BOOK, 9, PAID).value == Fraction(40, 100)


def test_column_4_is_the_base_salary_by_rank() -> None:
    assert [listed_salary(BOOK, PAID, rank) for rank in (1, 2, 5, 6)] == [
        2_530_000, 1_771_000, 1_012_000, 1_012_000,
    ]  # fmt: skip
    assert listed_salary(BOOK, PAID) == 2_530_000


SHARES = st.integers(0, 1000).map(lambda permille: Fraction(permille, 1000))


@given(
    base=st.integers(1, 9_999_999),
    months=st.integers(1, 15),
    starts_on=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    state=SHARES,
    local=SHARES,
    amount=st.integers(0, 100_000),
)
def test_gross_is_its_parts_and_years_add_up(
    base: int, months: int, starts_on: date, state: Fraction, local: Fraction, amount: int
) -> None:
    book = books.with_base(base)
    request = PremiumRequest(
        PAID,
        starts_on,
        months,
        state_support=state,
        local=Extra(local),
        other=Extra(amount=amount),
    )
    exact = base * Fraction(45, 1000) * months
    if exact * (state + local) + amount > exact:
        with pytest.raises(UserError, match="SUPPORT_OVER_PREMIUM"):
            quote_pupil(book, request)
        return
    line = quote_pupil(book, request)
    assert line.gross == round_half_up(exact) == parts(line)
    assert line.state_support == round_half_up(exact * state)
    assert min(line.own_share, line.local_support, line.other_support) >= 0
    assert abs(line.own_share - exact * (1 - state - local) + amount) <= 2
    for year in line.by_year:
        assert year.gross == parts(year)
    names = ("gross", "state_support", "local_support", "other_support", "own_share", "months")
    for name in names:
        whole = months if name == "months" else getattr(line, name)
        assert sum(getattr(year, name) for year in line.by_year) == whole


@given(months=st.sampled_from([3, 6, 12]), members=st.integers(1, 30))
def test_a_later_member_never_pays_more(months: int, members: int) -> None:
    request = HouseholdRequest(PAID, PAID, months, tuple(range(1, members + 1)))
    shares = [line.own_share for line in quote_household(BOOK, request)]
    assert shares == sorted(shares, reverse=True)
