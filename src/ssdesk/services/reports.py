"""Reports of a school: read, count, check the sums, write as PDF to sign or XLSX to work on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ssdesk.assets import texts
from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.dates import format_date
from ssdesk.domain.desk import DeskKind
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.figures import Report
from ssdesk.domain.health_fund import health_fund
from ssdesk.domain.receipt import Tender
from ssdesk.domain.school import SchoolYear
from ssdesk.errors import UserError
from ssdesk.reporting.alike import AlikePair, AlikePupil, InHousehold, duplicates, household
from ssdesk.reporting.card_handout import ListedCard, card_handout
from ssdesk.reporting.follow_up import OpenMoney, follow_up
from ssdesk.reporting.health_fund import health_fund_sheet
from ssdesk.reporting.money_by_day import DayFigures, money_by_day
from ssdesk.reporting.participation import ClassFigures, participation
from ssdesk.reporting.pupil_lists import ListedPupil, left_over, still_owing
from ssdesk.reporting.year_summary import GroupCount, MoneyFigures, YearFigures, year_summary
from ssdesk.services import card_handouts, cash_counts, desk, health_funds, letterheads, pupils
from ssdesk.services.context import Context
from ssdesk.services.duplicates import pupils_alike
from ssdesk.services.household_check import pupils_in_file
from ssdesk.services.pupils import PupilRow
from ssdesk.services.whole_files import write_whole
from ssdesk.storage.queries import money

__all__ = [
    "REPORTS",
    "Report",
    "ReportRequest",
    "ReportWritten",
    "make_report",
    "report_pdf",
    "report_xlsx",
    "write_report",
]


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """Which report.

    Args:
        name: one of `REPORTS`.
        school_year: `2026-2027`; empty for the newest year of the desk.
        first, last: days of the money report; None for the school year until today.
        class_id: only this class, where the report goes by pupils.
        language: `vi` or `en`.
        source: the household list that pupils are looked for in.
    """

    name: str
    school_year: str = ""
    first: date | None = None
    last: date | None = None
    class_id: str | None = None
    language: str = "vi"
    source: Path | None = None


@dataclass(frozen=True, slots=True)
class ReportWritten:
    """A report in a file; `differences` are the sums that do not hold, by their label."""

    name: str
    title: str
    file: str
    rows: int
    differences: dict[str, int]


def make_report(ctx: Context, request: ReportRequest) -> Report:
    """A report's figures as they are now.

    Raises:
        UserError: REPORT_OF_SCHOOLS, REPORT_UNKNOWN, SCHOOL_YEAR_UNKNOWN, REPORT_PERIOD_EMPTY.
    """
    profile = ctx.profile()
    if profile.kind is not DeskKind.SCHOOL:
        raise UserError("REPORT_OF_SCHOOLS", name=profile.office_name or profile.school_name)
    make = _MAKERS.get(request.name)
    if make is None:
        raise UserError("REPORT_UNKNOWN", name=request.name[:40], known=", ".join(REPORTS))
    return make(ctx, request, _year(ctx, request))


def report_pdf(ctx: Context, report: Report, language: str = "vi") -> bytes:
    """The report as PDF to sign."""
    # Imported here: reportlab is slow to load and the window must not wait for it.
    from ssdesk.documents.report_pages import report_pages

    profile = ctx.profile()
    signers = (letterheads.preparer(profile, language), letterheads.principal(profile, language))
    heading = letterheads.heading(ctx, ctx.clock.today(), signers, language)
    return report_pages(report, heading, language)


def report_xlsx(ctx: Context, report: Report, language: str = "vi") -> bytes:
    """The report as XLSX to work on."""
    from ssdesk.exchange.report_sheets import report_sheet

    return report_sheet(report, ctx.profile().school_name, texts(language)["paper"])


def write_report(ctx: Context, request: ReportRequest, file: Path) -> ReportWritten:
    """Writes a report to a file, by its ending as PDF or XLSX.

    Raises:
        UserError: FORM_FILE_KIND for another ending, and as `make_report`.
        OSError: the file cannot be written.
    """
    report = make_report(ctx, request)
    writer = {".pdf": report_pdf, ".xlsx": report_xlsx}.get(file.suffix.lower())
    if writer is None:
        raise UserError("FORM_FILE_KIND", form=report.title, file=file.name, kinds=".pdf, .xlsx")
    write_whole(file, writer(ctx, report, request.language))
    return ReportWritten(
        report.name,
        report.title,
        str(file),
        sum(len(table.rows) for table in report.tables),
        {check.label: check.difference for check in report.sums if check.difference},
    )


def _year(ctx: Context, request: ReportRequest) -> SchoolYear:
    known = desk.list_school_years(ctx)
    if not request.school_year:
        return known[0] if known else SchoolYear.containing(ctx.clock.today())
    found = next((year for year in known if year.name == request.school_year), None)
    if found is None:
        raise UserError(
            "SCHOOL_YEAR_UNKNOWN",
            year=request.school_year[:20],
            known=", ".join(year.name for year in known) or "–",
        )
    return found


def _participation(ctx: Context, request: ReportRequest, year: SchoolYear) -> Report:
    return participation(_classes(ctx, year), year.name, ctx.clock.now(), request.language)


def _left_over(ctx: Context, request: ReportRequest, year: SchoolYear) -> Report:
    found = _listed(ctx, request, year, lambda row: row.state is CoverageState.LEFT_OVER)
    return left_over(found, year.name, ctx.clock.now(), request.language)


def _still_owing(ctx: Context, request: ReportRequest, year: SchoolYear) -> Report:
    found = _listed(ctx, request, year, _owes)
    return still_owing(found, year.name, ctx.clock.now(), request.language)


def _money(ctx: Context, request: ReportRequest, year: SchoolYear) -> Report:
    first = request.first or year.starts_on
    last = request.last or min(ctx.clock.today(), year.ends_on)
    if first > last:
        raise UserError("REPORT_PERIOD_EMPTY", first=format_date(first), last=format_date(last))
    found: dict[date, list[money.DayMoney]] = {}
    for item in cash_counts.money_by_day(ctx, first, last):
        found.setdefault(item.day, []).append(item)
    days = tuple(_day(day, items) for day, items in found.items())
    return money_by_day(days, (first, last), ctx.clock.now(), request.language)


def _day(day: date, items: list[money.DayMoney]) -> DayFigures:
    received = Counter[Tender]()
    for item in items:
        received[item.tender] += item.received
    return DayFigures(
        day,
        sum(item.receipts for item in items),
        received[Tender.CASH],
        received[Tender.TRANSFER],
        sum(item.given_back for item in items),
        sum(item.net for item in items),
    )


def _summary(ctx: Context, request: ReportRequest, year: SchoolYear) -> Report:
    rows = pupils.list_pupils(ctx, year.name)
    place = cash_counts.cash_position(ctx)
    enrolled = [row.enrolment for row in rows if row.enrolment]
    figures = YearFigures(
        year.name,
        _classes(ctx, year),
        _groups(ctx, rows),
        _listed(ctx, request, year, lambda row: row.state is CoverageState.LEFT_OVER),
        MoneyFigures(
            owed=sum(item.own_share for item in enrolled),
            collected=sum(item.paid for item in enrolled),
            still_due=sum(item.own_share - item.paid for item in enrolled),
            posted=money.posted(ctx.store.reader),
            with_teachers=place.with_teachers,
            with_cashier=place.with_cashier,
            in_bank=place.in_bank,
            ordered=place.remitted - place.confirmed,
            remitted=place.confirmed,
        ),
    )
    return year_summary(figures, ctx.clock.now(), request.language)


def _duplicates(ctx: Context, request: ReportRequest, year: SchoolYear) -> Report:
    pairs = tuple(
        AlikePair(_alike(pair.one), _alike(pair.other), pair.evidence)
        for pair in pupils_alike(ctx, year.name)
    )
    return duplicates(pairs, year.name, ctx.clock.now(), request.language)


def _household(ctx: Context, request: ReportRequest, year: SchoolYear) -> Report:
    file = request.source
    found = pupils_in_file(ctx, file, year.name) if file is not None else ()
    rows = tuple(
        InHousehold(_alike(each.pupil), f"{each.sheet} {each.row}".strip(), each.said_name)
        for each in found
    )
    name = file.name if file is not None else ""
    return household(rows, name, year.name, ctx.clock.now(), request.language)


def _alike(row: PupilRow) -> AlikePupil:
    born = row.birth_date.display() if row.birth_date else ""
    return AlikePupil(row.full_name, row.class_name, born, row.personal_id or "", row.state.value)


def _health_fund(ctx: Context, request: ReportRequest, year: SchoolYear) -> Report:
    profile, term = ctx.profile(), health_funds.usual_term(year)
    members = health_funds.members(ctx, year, profile)
    fund = health_fund(ctx.rules, members, term.starts_on)
    now = ctx.clock.now()
    return health_fund_sheet(fund, profile, term, now, year.name, request.language)


def _classes(ctx: Context, year: SchoolYear) -> tuple[ClassFigures, ...]:
    return tuple(
        ClassFigures(item.name, item.grade, item.homeroom_teacher, item.count)
        for item in pupils.list_classes(ctx, year.name)
    )


def _groups(ctx: Context, rows: tuple[PupilRow, ...]) -> tuple[GroupCount, ...]:
    names = {group.code: group.name for group in ctx.rules.groups_on(ctx.clock.today())}
    tally = Counter(
        row.cover.group_code
        for row in rows
        if row.cover is not None and row.state is CoverageState.COVERED_ELSEWHERE
    )
    # The largest first; groups of one size by code, so that a list never changes by chance.
    order = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
    return tuple(GroupCount(code, names.get(code, ""), count) for code, count in order)


def _card_handout(ctx: Context, request: ReportRequest, year: SchoolYear) -> Report:
    """Cards of the school's own group; another group's are given out by whoever pays for them."""
    found = tuple(
        ListedCard(
            row.class_name,
            row.teacher,
            row.full_name,
            row.birth_date.display() if row.birth_date else "",
            row.card.number,
            row.card.valid_from,
            row.card.valid_to,
            row.paper,
            row.to_pupil.on if row.to_pupil else None,
        )
        for row in card_handouts.list_cards_of_year(ctx, year.name)
        if row.card and not row.of_other_group and request.class_id in {None, row.class_id}
    )
    return card_handout(found, year.name, ctx.clock.now(), request.language)


def _follow_up(ctx: Context, request: ReportRequest, year: SchoolYear) -> Report:
    found = _listed(ctx, request, year, _is_to_be_asked)
    rows = tuple(
        OpenMoney(
            each.class_name,
            each.teacher,
            each.full_name,
            each.phone,
            each.paid,
            each.still_due,
            each.promised_on,
        )
        for each in found
    )
    return follow_up(rows, year.name, ctx.clock.now(), request.language)


def _is_to_be_asked(row: PupilRow) -> bool:
    """Whether a pledge or a part that was paid waits for the rest."""
    item = row.enrolment
    if item is None or item.paid >= item.own_share:
        return False
    return item.paid > 0 or item.state is EnrolmentState.PROMISED


def _owes(row: PupilRow) -> bool:
    item = row.enrolment
    return item is not None and item.paid < item.own_share


def _listed(
    ctx: Context, request: ReportRequest, year: SchoolYear, wanted: Callable[[PupilRow], bool]
) -> tuple[ListedPupil, ...]:
    rows = pupils.list_pupils(ctx, year.name, class_id=request.class_id)
    teachers = {item.id: item.homeroom_teacher for item in pupils.list_classes(ctx, year.name)}
    return tuple(_pupil(row, teachers.get(row.class_id, "")) for row in rows if wanted(row))


def _pupil(row: PupilRow, teacher: str) -> ListedPupil:
    item = row.enrolment
    return ListedPupil(
        row.class_name,
        teacher,
        row.full_name,
        row.birth_date.display() if row.birth_date else "",
        row.parent_name,
        row.phone,
        row.left_over_reason,
        item.own_share if item else 0,
        item.paid if item else 0,
        item.promised_on if item else None,
    )


_MAKERS: dict[str, Callable[[Context, ReportRequest, SchoolYear], Report]] = {
    "participation": _participation,
    "money": _money,
    "left-over": _left_over,
    "still-owing": _still_owing,
    "follow-up": _follow_up,
    "card-handout": _card_handout,
    "summary": _summary,
    "health-fund": _health_fund,
    "duplicates": _duplicates,
    "household": _household,
}
REPORTS = tuple(_MAKERS)
