"""Who counts for the school health fund: own terms, other groups, other provinces."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ssdesk.domain.school import SchoolYear
from ssdesk.services import covers, health_funds, reports
from ssdesk.services.context import Context
from ssdesk.services.covers import ELSEWHERE, SetCover
from ssdesk.services.reports import ReportRequest
from ssdesk.storage import desk as desks
from tests.services.collecting import YEAR, Desk, collecting


@pytest.fixture
def school(desk: Context) -> Desk:
    made = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo", "Hoàng Chi", "Lý Dung"))
    made.pay(0)
    return made


def _covered(school: Desk, place: int, card: str, valid_to: date | None) -> None:
    command = SetCover((school.entries[place],), ELSEWHERE, "HN", card, valid_to, "thẻ", True)
    covers.set_cover(school.ctx, command)


def test_every_insured_pupil_counts_in_the_row_of_the_card(school: Desk) -> None:
    _covered(school, 1, "HN2202012345678", None)
    _covered(school, 2, "HN2012012345678", date(2027, 1, 31))
    profile = school.ctx.profile()
    found = health_funds.members(school.ctx, SchoolYear(YEAR), profile)
    assert [(each.group.value, each.starts_on, each.months) for each in found] == [
        ("a", date(2026, 10, 1), 12),
        ("b", date(2026, 10, 1), 12),
        ("c", date(2026, 10, 1), 4),
    ]


def test_a_card_that_ends_before_the_year_counts_for_nothing(school: Desk) -> None:
    _covered(school, 1, "HN2202012345678", date(2026, 9, 30))
    found = health_funds.members(school.ctx, SchoolYear(YEAR), school.ctx.profile())
    assert [each.group.value for each in found] == ["a"]


def test_the_sheet_says_which_conditions_are_met(school: Desk) -> None:
    def facts() -> dict[str, str]:
        report = reports.make_report(school.ctx, ReportRequest("health-fund", YEAR))
        return {fact.label: fact.value for fact in report.facts}

    assert facts()["Điều kiện nhận kinh phí"].startswith("chưa đủ")
    profile = replace(school.ctx.profile(), health_worker="Lê Thị Hoa", health_room="Tầng 1 nhà A")
    with school.ctx.store.write("van.thu", school.ctx.clock.now()) as unit:
        desks.write_profile(unit, profile)
    assert facts()["Nhân viên y tế"] == "[x] có: Lê Thị Hoa"
    assert facts()["Điều kiện nhận kinh phí"] == "đủ hai điều kiện"
