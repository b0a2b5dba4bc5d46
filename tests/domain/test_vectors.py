"""Every published example of `premium-vectors.csv`, driven from the file itself."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from ssdesk.domain.premium import (
    HouseholdRequest,
    PremiumRequest,
    listed_salary,
    quote_household,
    quote_person,
    quote_pupil,
)
from ssdesk.domain.rulebook import Extra, SupportCategory
from ssdesk.domain.voluntary import (
    Method,
    PaidAhead,
    VoluntaryRequest,
    catch_up,
    quote_voluntary,
    refund_of_years_ahead,
    support_stops_on,
)
from tests.domain import books

FILE = Path(__file__).parents[1] / "data" / "premium-vectors.csv"
ROWS = {row["id"]: row for row in csv.DictReader(FILE.read_text(encoding="utf-8").splitlines())}
OLD = date(2018, 6, 1)
NOW = date(2026, 7, 1)


class Vector:
    """The inputs and published figures of one row."""

    def __init__(self, name: str) -> None:
        self.row = ROWS[name]
        pairs = (part.split("=") for part in self.row["inputs"].split("; ") if "=" in part)
        self.inputs = {pair[0].strip(): pair[1].strip() for pair in pairs}

    def number(self, name: str) -> int:
        return int(self.inputs[name])

    def numbers(self, name: str) -> tuple[int, ...]:
        text = self.inputs[name]
        if ".." in text:
            first, last = text.split("..")
            return tuple(range(int(first), int(last) + 1))
        return tuple(map(int, text.split(",")))

    @property
    def published(self) -> tuple[int, ...]:
        return tuple(map(int, re.findall(r"\d{4,}", self.row["published"])))


def _household(vector: Vector, months: int) -> None:
    book = books.with_base(vector.number("base_salary"))
    request = HouseholdRequest(NOW, NOW, months, vector.numbers("order"))
    lines = quote_household(book, request)
    assert tuple(line.own_share for line in lines) == vector.published


def tv_1(vector: Vector) -> None:
    _household(vector, vector.number("months"))


def tv_2(vector: Vector) -> None:
    book = books.with_base(vector.number("base_salary"))
    book = books.with_support("CN", vector.number("state"), book)
    local = Extra(Fraction(vector.number("local"), 100))
    request = PremiumRequest(OLD, OLD, vector.number("months"), "CN", local=local)
    assert (quote_person(book, request).own_share,) == vector.published


def tv_3(vector: Vector) -> None:
    starts_on = date.fromisoformat(vector.inputs["from"])
    book = books.shipped()
    assert book.base_salary.at(starts_on) == vector.number("base_salary")
    assert book.group("HS", starts_on).value.support == Fraction(vector.number("state"), 100)
    line = quote_pupil(book, PremiumRequest(starts_on, starts_on, vector.number("months")))
    first, second = line.by_year
    found = (
        first.year, first.own_share, first.state_support,
        second.year, second.own_share, second.state_support,
    )  # fmt: skip
    assert found == vector.published


def tv_4(vector: Vector) -> None:
    book, on = books.shipped(), date(2025, 1, 1)
    assert book.base_salary.at(on) == vector.number("base_salary")
    ranks = vector.numbers("order")
    assert tuple(listed_salary(book, on, rank) for rank in ranks) == vector.published


def tv_5(vector: Vector) -> None:
    request = VoluntaryRequest(OLD, vector.number("income"), vector.number("months"))
    assert (quote_voluntary(books.shipped(), request).gross,) == vector.published


tv_6 = tv_5


def tv_7(vector: Vector) -> None:
    book = books.with_interest(vector.inputs["r"].rstrip("%"))
    months = 12 * vector.number("years")
    request = VoluntaryRequest(OLD, vector.number("income"), months, method=Method.YEARS_AHEAD)
    assert (quote_voluntary(book, request).gross,) == vector.published


def tv_8(vector: Vector) -> None:
    book = books.with_interest(vector.inputs["r"].rstrip("%"))
    request = VoluntaryRequest(
        OLD, vector.number("income"), vector.number("months"), method=Method.MISSING
    )
    assert (quote_voluntary(book, request).gross,) == vector.published


def tv_9(vector: Vector) -> None:
    of = Vector("TV-7")
    paid = PaidAhead(
        of.number("income") * Fraction(22, 100),
        12 * of.number("years"),
        Fraction(of.inputs["r"].rstrip("%")) / 100,
    )
    left = int(re.search(r"with (\d+) months left", vector.row["case"])[1])
    refund = refund_of_years_ahead(paid, left, vector.number("state_support"))
    assert (refund,) == vector.published


def _late(vector: Vector, months: int) -> None:
    of = Vector("TV-10")
    total = int(of.inputs["monthly_total"].split(" ")[0])
    book = books.with_interest(of.inputs["r"].rstrip("%"))
    assert (catch_up(book, total, months, OLD),) == vector.published


def tv_10(vector: Vector) -> None:
    _late(vector, 4)


def tv_11(vector: Vector) -> None:
    _late(vector, 1)


def _supported(vector: Vector, category: SupportCategory) -> None:
    book = books.shipped()
    assert book.voluntary.poverty_line.at(OLD) == vector.number("poverty_line")
    assert book.voluntary.support[category].at(OLD) == Fraction(vector.number("state"), 100)
    request = VoluntaryRequest(OLD, vector.number("income"), vector.number("months"), category)
    assert (quote_voluntary(book, request).own_share,) == vector.published


def tv_12(vector: Vector) -> None:
    _supported(vector, SupportCategory.NEAR_POOR)


def tv_13(vector: Vector) -> None:
    _supported(vector, SupportCategory.OTHER)


def tv_14(vector: Vector) -> None:
    assert vector.row["published"] == "support stops from 2028-06"
    limit = books.shipped().voluntary.terms.at(OLD).supported_months
    assert support_stops_on(date(2018, 6, 1), 0, limit) == date(2028, 6, 1)
    before = VoluntaryRequest(date(2028, 5, 1), 3_000_000, 1, supported_months=119)
    after = VoluntaryRequest(date(2028, 6, 1), 3_000_000, 1, supported_months=120)
    assert quote_voluntary(books.shipped(), before).state_support > 0
    assert quote_voluntary(books.shipped(), after).state_support == 0


def tv_15(vector: Vector) -> None:
    assert books.shipped().base_salary.at(NOW) == vector.number("base_salary")
    _household(vector, 1)


def tv_16(vector: Vector) -> None:
    assert books.shipped().base_salary.at(NOW) == vector.number("base_salary")
    _household(vector, vector.number("months"))


def _pupil(vector: Vector, paid_on: date) -> None:
    book = books.shipped()
    assert book.base_salary.at(paid_on) == vector.number("base_salary")
    assert book.group("HS", paid_on).value.support == Fraction(vector.number("state"), 100)
    line = quote_pupil(book, PremiumRequest(paid_on, paid_on, vector.number("months")))
    assert (line.own_share,) == vector.published


def tv_17(vector: Vector) -> None:
    _pupil(vector, date(2023, 10, 1))


def tv_18(vector: Vector) -> None:
    _pupil(vector, date(2025, 12, 9))


def tv_19(vector: Vector) -> None:
    book, on = books.shipped(), date(2025, 7, 1)
    assert book.voluntary.poverty_line.at(on) == vector.number("poverty_line")
    categories = (
        SupportCategory.POOR,
        SupportCategory.NEAR_POOR,
        SupportCategory.MINORITY,
        SupportCategory.OTHER,
    )
    shares = tuple(int(book.voluntary.support[category].at(on) * 100) for category in categories)
    assert shares == vector.numbers("state")
    income = vector.number("income")
    lines = [quote_voluntary(book, VoluntaryRequest(on, income, 1, one)) for one in categories]
    assert tuple(line.own_share for line in lines) == vector.published


def tv_20(vector: Vector) -> None:
    draft = int(re.search(r"base salary (\d+)", vector.row["case"])[1])
    book = books.shipped()
    assert draft not in {row.value for row in book.base_salary.rows}
    for paid_on in (date(2026, month, 1) for month in range(1, 13)):
        request = HouseholdRequest(paid_on, paid_on, 1, (1,))
        assert quote_household(book, request)[0].gross not in vector.published


DRIVERS: dict[str, Callable[[Vector], None]] = {
    name.upper().replace("_", "-"): driver
    for name, driver in list(globals().items())
    if name.startswith("tv_")
}


@pytest.mark.parametrize("name", ROWS)
def test_published_example(name: str) -> None:
    DRIVERS[name](Vector(name))


def test_there_are_twenty() -> None:
    assert sorted(DRIVERS) == sorted(ROWS)
    assert len(ROWS) == 20
