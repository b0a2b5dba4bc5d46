from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from ssdesk.domain.rulebook import (
    NO_EXTRA,
    Confidence,
    Dated,
    Extra,
    LocalSupport,
    Source,
    Table,
)
from ssdesk.errors import UserError
from tests.domain import books

BOOK = books.shipped()
NOW = date(2026, 9, 5)
SOURCE = Source("NQ 1", "Đ2", Confidence.C)


def test_a_value_is_in_force_from_its_first_to_its_last_day() -> None:
    table = Table(
        "BASE_SALARY_UNKNOWN",
        (
            Dated(date(2024, 1, 1), date(2024, 12, 31), 1, SOURCE),
            Dated(date(2026, 1, 1), None, 2, SOURCE),
        ),
    )
    assert table.at(date(2024, 1, 1)) == table.at(date(2024, 12, 31)) == 1
    assert table.on(date(2126, 1, 1)).value == 2
    for day in (date(2023, 12, 31), date(2025, 6, 1)):
        with pytest.raises(UserError) as refused:
            table.at(day)
        assert refused.value.code == "BASE_SALARY_UNKNOWN"
        assert refused.value.params == {"day": f"{day:%d/%m/%Y}", "year": day.year}


def test_a_source_as_shown() -> None:
    assert SOURCE.display() == "NQ 1, Đ2"
    assert Source("NQ 1").display() == "NQ 1"


def test_groups_of_a_day() -> None:
    codes = [group.code for group in BOOK.groups_on(NOW)]
    assert codes == sorted(set(codes))
    assert {"HS", "SV", "GD", "CN", "HN", "TE", "DT"} <= set(codes)
    assert "LH" not in {group.code for group in BOOK.groups_on(date(2024, 1, 1))}
    assert BOOK.knows_group("HS")
    assert not BOOK.knows_group("QQ")


def test_what_a_province_adds() -> None:
    rows = (
        Dated(NOW, date(2026, 12, 31), LocalSupport("20", "HS", Fraction(5, 100)), SOURCE),
        Dated(date(2027, 1, 1), None, LocalSupport("20", "HS", amount_per_month=10_000), SOURCE),
    )
    book = replace(BOOK, local_support=rows)
    assert book.local_extra("20", "HS", NOW, 12) == Extra(Fraction(5, 100), 0, SOURCE)
    assert book.local_extra("20", "HS", date(2027, 3, 1), 9) == Extra(amount=90_000, source=SOURCE)
    assert book.local_extra("01", "HS", NOW, 12) is NO_EXTRA
    assert book.local_extra("20", "CN", NOW, 12) is NO_EXTRA
    assert not NO_EXTRA
    assert Extra(amount=1)


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("15", "Yên Bái", "Lào Cai"),
        ("24", "Bắc Giang", "Bắc Ninh"),
        ("44", "Quảng Bình", "Quảng Trị"),
        ("52", "Bình Định", "Gia Lai"),
        ("80", "Long An", "Tây Ninh"),
        ("82", "Tiền Giang", "Đồng Tháp"),
        ("91", "Kiên Giang", "An Giang"),
        ("20", "Lạng Sơn", "Lạng Sơn"),
        ("10", "Lào Cai", ""),
    ],
)
def test_numbers_of_provinces_changed_owner(code: str, before: str, after: str) -> None:
    assert BOOK.province_name(code, date(2025, 6, 30)) == before
    assert BOOK.province_name(code, date(2025, 7, 1)) == after


def test_provinces_by_date() -> None:
    assert len(BOOK.provinces_on(date(2025, 6, 30))) == 63
    assert len(BOOK.provinces_on(date(2025, 7, 1))) == 34
    assert len(BOOK.provinces_on(NOW)) == 34
    assert BOOK.province_name("75", date(2026, 4, 29)) == "Đồng Nai"
    assert BOOK.province_name("75", date(2026, 4, 30)) == "TP Đồng Nai"
    assert len(BOOK.ethnicities) == 54
