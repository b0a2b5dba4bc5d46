"""Reports from frozen rows: their sums, their names, what does not hold."""

from __future__ import annotations

from datetime import date, datetime

from ssdesk.domain.coverage import CoverageCount
from ssdesk.domain.figures import BarChart, RingChart, RowKind
from ssdesk.reporting.money_by_day import DayFigures, money_by_day
from ssdesk.reporting.participation import ClassFigures, participation
from ssdesk.reporting.pupil_lists import ListedPupil, left_over, still_owing
from ssdesk.reporting.year_summary import GroupCount, MoneyFigures, YearFigures, year_summary

AS_OF = datetime(2026, 9, 22, 16, 5)
YEAR = "2026-2027"
CLASSES = (
    ClassFigures("10A1", 10, "Đinh Quang Hiếu", CoverageCount(43, 5, 36, 2, 0)),
    ClassFigures("10A2", 10, "", CoverageCount(42, 3, 37, 1, 1)),
    ClassFigures("11A1", 11, "", CoverageCount(44, 5, 36, 3, 0)),
)
PUPILS = (
    ListedPupil("10A1", "Đinh Quang Hiếu", "Vi Thị Ánh", "15/09/2010", own_share=683_100),
    ListedPupil("10A1", "Đinh Quang Hiếu", "Lý Bảo", "2010", own_share=683_100, paid=300_000),
    ListedPupil("11A1", "", "Nông Văn Bảo", "09/2009", own_share=500_000),
)


def test_participation_adds_up_by_grade_and_school() -> None:
    report = participation(CLASSES, YEAR, AS_OF)
    (table,) = report.tables
    sums = [row.cells for row in table.rows if row.kind is RowKind.SUBTOTAL]
    assert sums[0] == (None, "Khối 10", None, 85, 8, 73, 3, 1, 953)
    assert table.totals == (None, "Toàn trường", None, 129, 13, 109, 6, 1, 946)
    (chart,) = report.charts
    assert isinstance(chart, BarChart)
    assert [bar.remark for bar in chart.bars] == ["", "còn 1 em", ""]
    assert [sum(bar.values) for bar in chart.bars] == [43, 42, 44]


def test_a_year_without_classes_says_so() -> None:
    (table,) = participation((), YEAR, AS_OF).tables
    assert not table.rows
    assert not table.totals
    assert table.empty


def test_money_by_day_shows_months_and_a_sum_that_holds() -> None:
    days = (
        DayFigures(date(2026, 9, 30), 3, 900, 600, 300, 1200),
        DayFigures(date(2026, 10, 1), 1, 0, 300, 0, 300),
    )
    report = money_by_day(days, (date(2026, 9, 1), date(2026, 10, 31)), AS_OF)
    (table,) = report.tables
    months = [row.cells[0] for row in table.rows if row.kind is RowKind.SUBTOTAL]
    assert months == ["Cộng tháng 09/2026", "Cộng tháng 10/2026"]
    assert table.totals == ("Tổng cộng", 4, 900, 900, 300, 1500)
    (check,) = report.sums
    assert check.difference == 0
    assert check.workings() == "tiền mặt 900 + chuyển khoản 900 − hủy, hoàn trả 300"


def test_money_that_is_not_accounted_for_is_a_difference() -> None:
    days = (DayFigures(date(2026, 9, 30), 3, 900, 600, 0, 1400),)
    (check,) = money_by_day(days, (date(2026, 9, 1), date(2026, 9, 30)), AS_OF).sums
    assert check.difference == -100


def test_who_owes_stands_on_a_page_a_class_with_its_sum() -> None:
    (table,) = still_owing(PUPILS, YEAR, AS_OF).tables
    groups = [row for row in table.rows if row.kind is RowKind.GROUP]
    assert [row.cells[0] for row in groups] == [
        "Lớp 10A1 – Đinh Quang Hiếu – 2 em",
        "Lớp 11A1 – 1 em",
    ]
    assert [row.new_page for row in groups] == [False, True]
    sums = [row.cells[3:6] for row in table.rows if row.kind is RowKind.SUBTOTAL]
    assert sums == [(1_366_200, 300_000, 1_066_200), (500_000, 0, 500_000)]
    assert table.title == "3 em còn phải đóng 1.566.200 đồng"


def test_left_over_is_counted_in_its_heading() -> None:
    (table,) = left_over(PUPILS, YEAR, AS_OF).tables
    assert table.title.startswith("3 em")
    assert not left_over((), YEAR, AS_OF).tables[0].rows


def test_the_summary_names_whom_the_sum_misses() -> None:
    pupil = ListedPupil("10A2", "", "Chu Thị Thu Nhi", "23/03/2011", reason="Phụ huynh đi vắng")
    money = MoneyFigures(1000, 700, 300, 700, 100, 200, 300, 40, 60)
    figures = YearFigures(YEAR, CLASSES, (GroupCount("HN", "Hộ nghèo", 13),), (pupil,), money)
    report = year_summary(figures, AS_OF)
    people, elsewhere, through, owed, posted = report.sums
    assert (people.total, people.difference) == (129, 1)
    assert people.workings() == "đã có thẻ khác 13 + tham gia tại trường 115"
    assert elsewhere.workings() == "hộ nghèo (HN) 13"
    assert not any(check.difference for check in (elsewhere, through, owed, posted))
    assert people.remedy == "Chưa ai rõ: Chu Thị Thu Nhi (10A2, Phụ huynh đi vắng)."
    (ring,) = report.charts
    assert isinstance(ring, RingChart)
    assert ring.values == (13, 109, 6, 1)
    assert ring.centre == "94,6%"


def test_english_reports_speak_english() -> None:
    assert (
        participation(CLASSES, YEAR, AS_OF, "en").title != participation(CLASSES, YEAR, AS_OF).title
    )
