"""Which pupils count for the school health fund, and with how many months."""

from __future__ import annotations

from datetime import date

from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.desk import DeskProfile
from ssdesk.domain.health_fund import FundGroup, FundMember
from ssdesk.domain.period import Period, months_between
from ssdesk.domain.school import SchoolYear
from ssdesk.services import pupils
from ssdesk.services.context import Context
from ssdesk.storage.queries.pupils import PupilCover, paid_terms

_PRINTED_NUMBER = 15
_PROVINCE = slice(3, 5)


def usual_term(year: SchoolYear) -> Period:
    """The twelve months from October that the cards of other groups are counted in."""
    return Period(date(year.first_year, 10, 1), date(year.first_year + 1, 9, 30))


def members(ctx: Context, year: SchoolYear, profile: DeskProfile) -> tuple[FundMember, ...]:
    """Every paid term, and the covered months of pupils of other groups (NĐ 146/2018 Đ33)."""
    term = usual_term(year)
    own = (
        FundMember(each.person_id, FundGroup.SCHOOL, each.starts_on, each.months, each.rule_date)
        for each in paid_terms(ctx.store.reader, year.name)
    )
    others = (
        FundMember(
            row.person_id, _group(row.cover, profile), term.starts_on, months, term.starts_on
        )
        for row in pupils.list_pupils(ctx, year.name)
        if row.cover is not None
        and row.state is CoverageState.COVERED_ELSEWHERE
        and (months := _months(row.cover, term)) > 0
    )
    return (*own, *others)


def _months(cover: PupilCover, term: Period) -> int:
    last = min(cover.valid_to or term.ends_on, term.ends_on)
    return months_between(term.starts_on, last)


def _group(cover: PupilCover, profile: DeskProfile) -> FundGroup:
    """By the province in a card number of the old print; the newer ones name none."""
    number = cover.card_number
    if len(number) != _PRINTED_NUMBER or number[_PROVINCE] == profile.province_code:
        return FundGroup.IN_PROVINCE
    return FundGroup.OTHER_PROVINCE
