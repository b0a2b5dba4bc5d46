"""The lists for homeroom teachers: whom to remind, and which cards to hand out."""

from __future__ import annotations

import io
from datetime import date, datetime

import pypdfium2

from ssdesk.clock import FixedClock
from ssdesk.domain.figures import FigureTable, RowKind
from ssdesk.services import card_handouts, enrolments, reports
from ssdesk.services.card_handouts import HandOut, Stage
from ssdesk.services.cards import RecordCard, record_cards
from ssdesk.services.context import Context
from ssdesk.services.pupils import get_pupil
from ssdesk.services.reports import ReportRequest
from tests.services.collecting import OWN_SHARE, YEAR, collecting


def _table(ctx: Context, name: str) -> FigureTable:
    (table,) = reports.make_report(ctx, ReportRequest(name, YEAR)).tables
    return table


def _pdf_text(ctx: Context, name: str) -> str:
    report = reports.make_report(ctx, ReportRequest(name, YEAR))
    with pypdfium2.PdfDocument(io.BytesIO(reports.report_pdf(ctx, report))) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_late_pledges_come_first_then_days_ahead_then_parts(
    desk: Context, clock: FixedClock
) -> None:
    names = ("Vi Thị Ánh", "Nông Văn Bảo", "Lý Chi", "Mã Dung")
    school = collecting(desk, names, ("Hoàng Én",))
    school.pay(0, 300_000)
    enrolments.pledge(desk, school.owing[1], date(2026, 9, 20))
    enrolments.pledge(desk, school.owing[2], date(2026, 9, 8))
    enrolments.pledge(desk, school.owing[4], date(2026, 9, 10))
    clock.moment = datetime(2026, 9, 10, 8, 0)
    table = _table(desk, "follow-up")
    lines = [row.cells for row in table.rows if row.kind is RowKind.LINE]
    assert [(cells[1], cells[6]) for cells in lines] == [
        ("Lý Chi", "quá hẹn 2 ngày"),
        ("Nông Văn Bảo", "còn 10 ngày"),
        ("Vi Thị Ánh", "đóng dở"),
        ("Hoàng Én", "hẹn hôm nay"),
    ]
    due = 4 * OWN_SHARE - 300_000
    assert table.totals[3:5] == (300_000, due)
    assert table.title == "4 em, 1 em đã quá hẹn; còn 2.432.400 đồng"
    assert [row.new_page for row in table.rows if row.kind is RowKind.GROUP] == [False, True]
    assert "Mã Dung" not in _pdf_text(desk, "follow-up")


def test_cards_of_a_class_with_room_to_sign(desk: Context) -> None:
    school = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo", "Lý Chi"))
    first, last = date(2026, 10, 1), date(2027, 9, 30)
    people = [get_pupil(desk, entry).person_id for entry in school.entries]
    record_cards(
        desk,
        (
            RecordCard(people[0], "HS4200120878837", "HS", first, last),
            RecordCard(people[1], "0120878838", "", first, last),
            RecordCard(people[2], "DT2200120878839", "DT", first, last),
        ),
    )
    enrolments.choose_card(desk, school.owing[0], paper=True)
    given = HandOut(school.entries[:1], Stage.PUPIL, YEAR, on=date(2026, 9, 4))
    card_handouts.hand_out(desk, given)
    table = _table(desk, "card-handout")
    lines = [row.cells for row in table.rows if row.kind is RowKind.LINE]
    assert lines == [
        (1, "Vi Thị Ánh", "", "HS4200120878837", first, last, "giấy", date(2026, 9, 4), None),
        (2, "Nông Văn Bảo", "", "0120878838", first, last, "điện tử", None, None),
    ]
    text = _pdf_text(desk, "card-handout")
    assert "HS4200120878837" in text
    assert "Ký nhận" in text
