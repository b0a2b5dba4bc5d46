"""Who stops after being sent: what is owed, the row of `Giảm`, and the office's answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from openpyxl import load_workbook

from ssdesk.domain.bundle import AnswerState
from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.forms import RowKind
from ssdesk.domain.money import format_dong
from ssdesk.domain.records import StopRecord
from ssdesk.domain.stopping import RefundAccount, StopReason, StopState
from ssdesk.errors import UserError
from ssdesk.exchange.bundle.parts import record_of
from ssdesk.services import card_lists, covers, pupils, remittances, submissions
from ssdesk.services.bundles import answering, board
from ssdesk.services.bundles.answering import AnswerLine
from ssdesk.services.bundles.making import MakeBundle
from ssdesk.services.card_lists import Action, CardListPlan
from ssdesk.services.overview import TodoKind, overview
from ssdesk.services.remittances import OrderRemittance
from ssdesk.services.rosters import RosterFile
from ssdesk.services.stops import FileStop, file_stop, preview_stop, stop_of, take_back_stop
from ssdesk.services.submissions import ListRequest, MakeList, make_list, preview_list
from ssdesk.services.verification import verify_desk
from ssdesk.services.year_close import OpenKind, read_close
from ssdesk.storage import inbox
from tests import printed
from tests.card_lists import d09_ts
from tests.services.collecting import OWN_SHARE, YEAR, Desk, add_pupils
from tests.services.listed_school import listed_school
from tests.services.two_desks import Two

LIST = ListRequest(date(2026, 9, 30))
ACCOUNT = RefundAccount("Vi Văn Páo", "8400 2051 23456", "Agribank")
NEXT = date(2027, 3, 1)
SEVEN_MONTHS = 398_475
NOTE = (
    "Hoàn trả 398.475 đ: Vi Văn Páo, số TK 8400205123456, Agribank, 7 tháng. "
    "Giảm từ 01/03/2027: có thẻ theo nhóm khác; căn cứ: thẻ CN 4 20"
)


def _send(school: Desk) -> None:
    remittances.order_remittance(school.ctx, OrderRemittance())
    make_list(school.ctx, MakeList(LIST))


def _stop(school: Desk, place: int = 0, **more: object) -> FileStop:
    command = FileStop(school.owing[place], StopReason.OTHER_CARD, NEXT, "thẻ CN 4 20", ACCOUNT)
    return replace(command, **more)  # type: ignore[arg-type]


@pytest.fixture
def sent(desk: object) -> Desk:
    school = listed_school(desk)  # type: ignore[arg-type]
    _send(school)
    return school


def test_what_is_shown_is_what_is_kept(sent: Desk) -> None:
    seen = preview_stop(sent.ctx, _stop(sent))
    assert (seen.owed.months, seen.owed.amount, seen.paid) == (7, SEVEN_MONTHS, OWN_SHARE)
    assert seen.problems == ()
    kept = file_stop(sent.ctx, _stop(sent)).stop
    assert (kept.months, kept.amount, kept.workings) == (7, SEVEN_MONTHS, seen.owed.workings)
    assert kept.account.number == "8400205123456"
    assert stop_of(sent.ctx, sent.owing[0]) == kept
    assert sent.enrolment(0).state is EnrolmentState.SUBMITTED


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"evidence": " "}, "STOP_EVIDENCE_MISSING"),
        ({"account": RefundAccount()}, "REFUND_HOLDER_MISSING"),
        ({"effective_on": date(2027, 10, 1)}, "STOP_AFTER_END"),
        (
            {"reason": StopReason.SUPPORT_RAISED, "support_percent": Fraction(1, 2)},
            "STOP_SUPPORT_NOT_RAISED",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(
    sent: Desk, more: dict[str, object], code: str
) -> None:
    assert code in [each.code for each in preview_stop(sent.ctx, _stop(sent, **more)).problems]
    with pytest.raises(UserError, match=code):
        file_stop(sent.ctx, _stop(sent, **more))
    assert stop_of(sent.ctx, sent.owing[0]) is None


def test_only_who_was_sent_with_the_money_can_stop(desk: object) -> None:
    school = listed_school(desk)  # type: ignore[arg-type]
    with pytest.raises(UserError, match="STOP_BEFORE_LIST"):
        preview_stop(school.ctx, _stop(school))
    make_list(school.ctx, MakeList(LIST, waiting=True))
    with pytest.raises(UserError, match="STOP_NOT_REMITTED"):
        file_stop(school.ctx, _stop(school))
    remittances.order_remittance(school.ctx, OrderRemittance())
    file_stop(school.ctx, _stop(school))
    with pytest.raises(UserError, match="STOP_STANDING"):
        file_stop(school.ctx, _stop(school))


def test_the_next_list_carries_it_under_giam_and_counts_no_money_of_it(sent: Desk) -> None:
    file_stop(sent.ctx, _stop(sent))
    seen = preview_list(sent.ctx, LIST)
    (row,) = seen.stopped
    assert (row.change_type, row.months, row.refund) == ("GH", 7, SEVEN_MONTHS)
    assert (row.own_share, row.gross, row.starts_on) == (0, 0, NEXT)
    assert (seen.match.listed, seen.refund, seen.complete) == (0, SEVEN_MONTHS, True)
    made = make_list(sent.ctx, MakeList(LIST)).submission
    assert (made.number, made.people, made.stopped, made.own_share) == (2, 1, 1, 0)
    kept = stop_of(sent.ctx, sent.owing[0])
    assert kept is not None
    assert kept.state is StopState.LISTED
    with pytest.raises(UserError, match="LIST_EMPTY"):
        preview_list(sent.ctx, LIST)
    assert remittances.match_round(sent.ctx, sent.round_id).agrees
    assert verify_desk(sent.ctx) == ()


def test_the_row_says_who_and_where_to_pay_and_nothing_else(sent: Desk) -> None:
    file_stop(sent.ctx, _stop(sent))
    form = preview_list(sent.ctx, LIST).form
    kinds = [(row.kind, row.cells[:2]) for row in form.rows]
    assert kinds == [
        (RowKind.GROUP, ("(1)", "Tăng")),
        (RowKind.GROUP, ("(2)", "Giảm")),
        (RowKind.PERSON, (1, "Vi Thị Ánh")),
    ]
    person = form.rows[-1].cells
    assert person[3] == "020310000000"
    assert set(person[4:-1]) == {""}
    assert person[-1] == NOTE
    assert form.heading.people == 0


def test_paper_and_sheet_hold_the_account_in_one_piece(sent: Desk, tmp_path: Path) -> None:
    file_stop(sent.ctx, _stop(sent))
    pdf = submissions.preview_pdf(preview_list(sent.ctx, LIST))
    assert "căn cứ: thẻ CN 4 20" in printed.words(pdf)
    assert printed.untidy(pdf) == []
    paper = pdfium.PdfDocument(pdf)
    assert "số TK 8400205123456, Agribank, 7 tháng" in paper[0].get_textpage().get_text_bounded()
    file = tmp_path / "list.xlsx"
    made = make_list(sent.ctx, MakeList(LIST)).submission
    submissions.export_submission(sent.ctx, made.id, file)
    rows = load_workbook(file).worksheets[0].iter_rows(values_only=True)
    cells = [row for row in rows if "Vi Thị Ánh" in row]
    assert [row[-1] for row in cells] == [NOTE]


def test_added_and_stopped_stand_on_one_list(sent: Desk) -> None:
    file_stop(sent.ctx, _stop(sent))
    _pay_newcomer(sent)
    seen = preview_list(sent.ctx, LIST)
    assert [entry.stopped for entry in seen.entries] == [False, True]
    assert (seen.match.people_listed, seen.form.heading.people) == (1, 1)
    assert seen.form.heading.state_percent == "50%"


def _pay_newcomer(school: Desk) -> None:
    from ssdesk.services import enrolments, payments

    (entry_id,) = add_pupils(school.ctx, ("Lý Mới Đến",), "11A1")
    facts = replace(
        pupils.facts_of(pupils.get_pupil(school.ctx, entry_id)), insurance_number="0123456789"
    )
    pupils.save_pupils(school.ctx, YEAR, (pupils.SavePupil(facts, entry_id=entry_id),))
    (made,) = enrolments.sign_up(
        school.ctx, enrolments.SignUp(school.round_id, (entry_id,))
    ).enrolment_ids
    item = payments.PaymentItem(made)
    payments.record_payment(school.ctx, payments.RecordPayment((item,), school.book_id))


def test_older_lists_carry_it_on_d03(sent: Desk) -> None:
    file_stop(sent.ctx, _stop(sent))
    form = preview_list(sent.ctx, ListRequest(date(2026, 4, 30))).form
    assert form.layout.form == "d03-ts"
    (person,) = [row.cells for row in form.rows if row.kind is RowKind.PERSON]
    assert str(person[-1]).startswith(f"Hoàn trả {format_dong(SEVEN_MONTHS)} đ: Vi Văn Páo")
    totals = [row.cells[1] for row in form.rows if row.kind is RowKind.TOTAL]
    assert totals == ["Cộng tăng", "Cộng giảm"]


def test_cover_ends_the_day_before_and_the_other_card_can_be_noted(sent: Desk) -> None:
    file_stop(sent.ctx, _stop(sent, effective_on=date(2026, 9, 1)))
    row = pupils.get_pupil(sent.ctx, sent.entries[0])
    assert row.state is CoverageState.LEFT_OVER
    cover = covers.SetCover((sent.entries[0],), covers.ELSEWHERE, "CN", "", None, "sổ", True)
    covers.set_cover(sent.ctx, cover)
    row = pupils.get_pupil(sent.ctx, sent.entries[0])
    assert row.state is CoverageState.COVERED_ELSEWHERE
    assert sent.enrolment(0).state is EnrolmentState.SUBMITTED


def test_it_can_be_taken_back_until_it_is_listed(sent: Desk) -> None:
    first = file_stop(sent.ctx, _stop(sent)).stop
    with pytest.raises(UserError, match="REASON_MISSING"):
        take_back_stop(sent.ctx, first.id, " ")
    take_back_stop(sent.ctx, first.id, "ghi nhầm em")
    assert stop_of(sent.ctx, sent.owing[0]) is None
    again = file_stop(sent.ctx, _stop(sent)).stop
    make_list(sent.ctx, MakeList(LIST))
    with pytest.raises(UserError, match="STOP_LISTED"):
        take_back_stop(sent.ctx, again.id, "ghi nhầm em")
    with pytest.raises(UserError, match="STOP_UNKNOWN"):
        take_back_stop(sent.ctx, first.id, "ghi nhầm em")


def _todos(school: Desk) -> dict[TodoKind, tuple[str, ...]]:
    return {todo.kind: todo.entry_ids for todo in overview(school.ctx, YEAR).todos}


def _monthly(school: Desk, file: Path) -> CardListPlan:
    born = "15/09/2010"
    people = [("Vi Thị Ánh", "", born, "giảm"), ("Nông Văn Bảo", "", born, "giảm")]
    d09_ts(file, ("Đang tham gia", []), ("Giảm", people))
    return card_lists.preview_cards(school.ctx, RosterFile(file))


def test_the_monthly_list_settles_a_stop_that_waits(sent: Desk, tmp_path: Path) -> None:
    file_stop(sent.ctx, _stop(sent))
    early = _monthly(sent, tmp_path / "1.xlsx")
    assert [row.action for row in early.rows] == [Action.STOPPED, Action.STOPPED]
    make_list(sent.ctx, MakeList(LIST))
    plan = _monthly(sent, tmp_path / "2.xlsx")
    assert [row.action for row in plan.rows] == [Action.CHANGED, Action.STOPPED]
    done = card_lists.apply_cards(sent.ctx, plan)
    assert (done.settled, done.changed) == (1, 1)
    kept = stop_of(sent.ctx, sent.owing[0])
    assert kept is not None
    assert kept.state is StopState.REFUNDED
    assert done.batch_id is not None
    card_lists.take_back(sent.ctx, done.batch_id)
    kept = stop_of(sent.ctx, sent.owing[0])
    assert kept is not None
    assert kept.state is StopState.LISTED


def test_a_stop_answered_since_keeps_the_list(two: Two, tmp_path: Path) -> None:
    school = two.school
    _send(school)
    two.taken(two.sent())
    file_stop(school.ctx, _stop(school))
    make_list(school.ctx, MakeList(LIST))
    case = two.taken(two.sent()).intake.id
    done = card_lists.apply_cards(school.ctx, _monthly(school, tmp_path / "1.xlsx"))
    assert done.batch_id is not None
    line = answering.case_lines(two.office, case)[0]
    refusal = AnswerLine(line.id, AnswerState.REFUSED, remedy="thiếu thẻ mới")
    two.answer_taken(two.answered(case, refusal))
    with pytest.raises(UserError, match="IMPORT_BUILT_ON"):
        card_lists.take_back(school.ctx, done.batch_id)


def test_the_office_sees_it_and_its_answer_settles_it(two: Two) -> None:
    school = two.school
    _send(school)
    two.answer_taken(two.answered(two.taken(two.sent()).intake.id))
    stop = file_stop(school.ctx, _stop(school)).stop
    assert _todos(school)[TodoKind.STOP_OPEN] == (school.entries[0],)
    make_list(school.ctx, MakeList(LIST))
    intake = two.taken(two.sent()).intake
    told = [
        record_of(each.kind, each.content)
        for each in inbox.now(two.office.store.reader, kind="stop")
        if each.content
    ]
    assert told == [
        StopRecord(
            school.owing[0],
            "other_card",
            NEXT,
            "thẻ CN 4 20",
            7,
            SEVEN_MONTHS,
            "Vi Văn Páo",
            "8400205123456",
            "Agribank",
        )
    ]
    (line,) = answering.case_lines(two.office, intake.id)
    assert (line.line.change_type, line.line.months, line.line.own_share) == ("GH", 7, 0)
    answer = two.answered(intake.id)
    two.answer_taken(answer)
    now = stop_of(school.ctx, school.owing[0])
    assert now == replace(stop, state=StopState.REFUNDED)
    # The row it had under `Tăng` stays answered as it was.
    assert school.enrolment(0).state is EnrolmentState.ACCEPTED


def test_the_years_end_waits_for_the_office(sent: Desk) -> None:
    file_stop(sent.ctx, _stop(sent))
    found = [item for item in read_close(sent.ctx, YEAR).items if item.kind is OpenKind.STOPPED]
    assert [(item.count, item.amount) for item in found] == [(1, SEVEN_MONTHS)]


def test_a_refused_row_is_to_be_mended_and_goes_again(two: Two) -> None:
    school = two.school
    _send(school)
    two.answer_taken(two.answered(two.taken(two.sent()).intake.id))
    file_stop(school.ctx, _stop(school))
    make_list(school.ctx, MakeList(LIST))
    intake = two.taken(two.sent()).intake
    (line,) = answering.case_lines(two.office, intake.id)
    no = AnswerLine(line.id, AnswerState.REFUSED, remedy="tài khoản không đúng tên")
    two.answer_taken(two.answered(intake.id, no))
    assert _todos(school)[TodoKind.STOP_RETURNED] == (school.entries[0],)
    assert school.enrolment(0).state is EnrolmentState.ACCEPTED
    assert [row.full_name for row in board.read_board(school.ctx, MakeBundle()).to_mend] == [
        "Vi Thị Ánh"
    ]
    wrong = stop_of(school.ctx, school.owing[0])
    assert wrong is not None
    take_back_stop(school.ctx, wrong.id, "sửa tài khoản")
    file_stop(school.ctx, _stop(school, account=replace(ACCOUNT, holder="Vi Thị Lan")))
    assert len(preview_list(school.ctx, LIST).stopped) == 1
    assert submissions.list_submissions(school.ctx)[0].stopped == 1
