"""Cards and joining days as a roster's cells say them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ssdesk.domain.problems import Problem
from ssdesk.domain.pupil import HeldCard
from ssdesk.domain.school import SchoolYear
from ssdesk.exchange.columns import Field, field_of, field_under
from ssdesk.exchange.roster_headings import find_headings
from ssdesk.exchange.roster_terms import CardCells, read_card, read_joining_day
from ssdesk.exchange.sheets import Cell, Sheet

STARTS = date(2026, 9, 1)
YEAR = SchoolYear("2026-2027")
NUMBER = "HS4202012345678"


@pytest.mark.parametrize(
    ("ends", "last"),
    [
        (date(2026, 12, 31), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 0, 0), date(2026, 12, 31)),
        (46387.0, date(2026, 12, 31)),
        ("31/12/2026", date(2026, 12, 31)),
        ("12/2026", date(2026, 12, 31)),
        ("31.12.26", date(2026, 12, 31)),
        ("", None),
    ],
)
def test_the_end_of_a_card_in_every_spelling(ends: Cell, last: date | None) -> None:
    card, found = read_card(CardCells(NUMBER, None, "", ends), STARTS)
    assert card == HeldCard(NUMBER, None, last)
    assert found == ()


@pytest.mark.parametrize(
    "both", ["01/01/2026 - 31/12/2026", "từ 1/1/2026 đến 31/12/2026", "2026-01-01 2026-12-31"]
)
def test_one_cell_with_both_days(both: str) -> None:
    card, found = read_card(CardCells(NUMBER, None, "", both), STARTS)
    assert card == HeldCard(NUMBER, date(2026, 1, 1), date(2026, 12, 31))
    assert found == ()


def test_no_card_without_a_good_number() -> None:
    assert read_card(CardCells("HS42", None, "", "31/12/2026"), STARTS) == (None, ())


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("", None),
        ("12/10/2026", date(2026, 10, 12)),
        (date(2024, 9, 5), STARTS),
        (46307.0, date(2026, 10, 12)),
        ("10/2026", date(2026, 10, 1)),
    ],
)
def test_a_joining_day_is_of_this_year(cell: Cell, day: date | None) -> None:
    assert read_joining_day(cell, YEAR) == day


def test_a_joining_day_after_the_year_or_none_at_all_is_said() -> None:
    for cell, code in (("1/9/2027", "JOINED_OUTSIDE_YEAR"), ("mới", "DATE_UNREADABLE")):
        found = read_joining_day(cell, YEAR)
        assert isinstance(found, Problem)
        assert found.code == code


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Hạn sử dụng thẻ BHYT", Field.CARD_TO),
        ("Thẻ BHYT có giá trị đến", Field.CARD_TO),
        ("Ngày hết hạn", Field.CARD_TO),
        ("Giá trị thẻ", Field.CARD_TO),
        ("Thẻ BHYT từ ngày", Field.CARD_FROM),
        ("Số thẻ BHYT (còn giá trị)", Field.CARD_NUMBER),
        ("Ngày hết hạn CCCD", Field.IGNORED),
        ("Thời điểm đủ 5 năm liên tục", Field.IGNORED),
        ("Hạn nộp tiền", Field.IGNORED),
        ("Đóng BHYT từ tháng", Field.IGNORED),
        ("Ngày nhập học", Field.JOINED_ON),
        ("Ngày vào trường", Field.JOINED_ON),
        ("Ngày vào Đoàn", Field.IGNORED),
        ("Từ ngày", Field.IGNORED),
    ],
)
def test_headings_of_cards_and_joining_days(heading: str, field: Field) -> None:
    assert field_of(heading) is field


def test_days_below_the_heading_of_the_card() -> None:
    both = frozenset({"tu ngay", "den ngay"})
    assert field_under("Thẻ BHYT", "Từ ngày", both) is Field.CARD_FROM
    assert field_under("Thẻ BHYT", "Đến ngày", both) is Field.CARD_TO
    assert field_under("Thời gian tham gia", "Từ ngày", both) is Field.IGNORED


def test_cells_settle_what_a_heading_of_the_card_means() -> None:
    rows: list[list[Cell]] = [["Họ và tên", "Thẻ BHYT còn hạn", "Thẻ BHYT"]]
    rows += [["Vi An", NUMBER, "31/12/2026"], ["Vi Bo", NUMBER, "31/12/2026"]]
    columns = find_headings(Sheet("", rows)).columns
    assert [column.field for column in columns] == [
        Field.FULL_NAME,
        Field.CARD_NUMBER,
        Field.CARD_TO,
    ]
