"""Another hospital of somebody already sent: its row on the next list, and the office's word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ssdesk.domain.bundle import AnswerState
from ssdesk.domain.declaration import Why
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.forms import RowKind
from ssdesk.errors import UserError
from ssdesk.services import declarations, pupils, submissions
from ssdesk.services.bundles import answering, taking
from ssdesk.services.bundles.answering import AnswerLine
from ssdesk.services.context import Context
from ssdesk.services.declaration_evidence import note_evidence
from ssdesk.services.declarations import DeclarationRequest
from ssdesk.services.pupils import SavePupil
from ssdesk.services.submissions import ListRequest, MakeList
from ssdesk.services.verification import verify_desk
from tests import printed
from tests.services.collecting import YEAR, Desk
from tests.services.listed_school import listed_school
from tests.services.two_desks import Two

LIST = ListRequest(date(2026, 9, 30))


def _change(school: Desk, place: int, **facts: object) -> None:
    entry_id = school.entries[place]
    now = pupils.facts_of(pupils.get_pupil(school.ctx, entry_id))
    changed = replace(now, **facts)  # type: ignore[arg-type]
    pupils.save_pupils(school.ctx, YEAR, (SavePupil(changed, entry_id=entry_id),))


@pytest.fixture
def sent(desk: Context) -> Desk:
    """Three pupils on a list with the hospital 20001; the first goes to 20005 since."""
    school = listed_school(desk)
    for place in range(3):
        _change(school, place, registered_hospital="20001", insurance_number=f"202012345{place}")
    submissions.make_list(desk, MakeList(LIST, waiting=True))
    _change(school, 0, registered_hospital="20005")
    return school


def test_a_row_says_why_and_keeps_it(sent: Desk) -> None:
    person_id = pupils.get_pupil(sent.ctx, sent.entries[0]).person_id
    note_evidence(sent.ctx, [person_id], "chuyển nơi ở")
    preview = submissions.preview_list(sent.ctx, LIST)
    words = printed.words(submissions.preview_pdf(preview))
    assert "từ 20001 thành 20005; chuyển nơi ở" in words
    submissions.make_list(sent.ctx, MakeList(LIST, waiting=True))
    (kept,) = declarations.list_corrections(sent.ctx)
    assert kept.evidence == "chuyển nơi ở; Mẫu số 3, số 2"
    _change(sent, 0, registered_hospital="20007")
    (again,) = submissions.preview_list(sent.ctx, LIST).moved
    assert again.proof == ""


def _accepted(school: Desk) -> frozenset[str]:
    row = pupils.get_pupil(school.ctx, school.entries[0])
    return declarations.corrections_of(school.ctx, row).accepted


def _hospital_to_dos(school: Desk) -> list[str]:
    asked = DeclarationRequest(LIST.list_date, YEAR, why=Why.CORRECTION)
    needs = declarations.who_needs(school.ctx, asked)
    return [change.new for each in needs for change in each.changes]


def test_only_name_number_hospital_and_note_stand_in_the_row(sent: Desk) -> None:
    seen = submissions.preview_list(sent.ctx, LIST)
    (row,) = [row for row in seen.form.rows if row.kind is RowKind.NOTICE]
    filled = {
        column.number: cell
        for column, cell in zip(seen.form.layout.leaves, row.cells, strict=True)
        if cell != ""
    }
    assert filled == {
        "B": "Vi Thị Ánh",
        "1": "2020123450",
        "3": "20005",
        "13": "Thay đổi nơi KCB ban đầu từ 20001 thành 20005",
    }


def test_the_row_counts_no_money_and_nobody(sent: Desk) -> None:
    seen = submissions.preview_list(sent.ctx, LIST)
    assert (seen.people, len(seen.moved), seen.match.listed, seen.complete) == (0, 1, 0, True)
    assert seen.form.heading.people == 0
    made = submissions.make_list(sent.ctx, MakeList(LIST)).submission
    assert (made.number, made.people, made.moved, made.own_share) == (2, 0, 1, 0)
    assert submissions.list_submissions(sent.ctx)[0].moved == 1
    assert verify_desk(sent.ctx) == ()


def test_paper_and_sheet_hold_the_row(sent: Desk, tmp_path: Path) -> None:
    made = submissions.make_list(sent.ctx, MakeList(LIST)).submission
    paper = submissions.submission_pdf(sent.ctx, made.id)
    assert "20005" in printed.words(paper)
    assert "cộng dồn: 0 người" in printed.words(paper)
    assert printed.untidy(paper) == []
    file = tmp_path / "list.xlsx"
    submissions.export_submission(sent.ctx, made.id, file)
    sheet = load_workbook(file).active
    assert sheet is not None
    rows = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
    note = "Thay đổi nơi KCB ban đầu từ 20001 thành 20005"
    assert ["Vi Thị Ánh", "2020123450", "20005", note] in rows


def test_a_row_sent_is_a_correction_filed_and_no_to_do(sent: Desk) -> None:
    assert _hospital_to_dos(sent) == ["20005"]
    submissions.make_list(sent.ctx, MakeList(LIST))
    assert _hospital_to_dos(sent) == []
    (kept,) = declarations.list_corrections(sent.ctx)
    assert (kept.field, kept.old_value, kept.new_value) == ("registered_hospital", "20001", "20005")
    assert kept.evidence == "Mẫu số 3, số 2"
    assert kept.listed
    with pytest.raises(UserError, match="CORRECTION_NONE"):
        declarations.withdraw_corrections(sent.ctx, kept.person_id)
    with pytest.raises(UserError, match="LIST_EMPTY"):
        submissions.preview_list(sent.ctx, LIST)
    _change(sent, 0, registered_hospital="20001")
    assert [row.old_hospital for row in submissions.preview_list(sent.ctx, LIST).moved] == ["20005"]


def test_a_new_name_is_not_told_by_the_row(sent: Desk) -> None:
    _change(sent, 0, full_name="Vi Thị Ngọc Ánh")
    submissions.make_list(sent.ctx, MakeList(LIST))
    assert _hospital_to_dos(sent) == ["Vi Thị Ngọc Ánh"]


def test_what_was_filed_with_a_declaration_is_not_listed_again(sent: Desk) -> None:
    declarations.file_corrections(sent.ctx, DeclarationRequest(LIST.list_date, YEAR))
    with pytest.raises(UserError, match="LIST_EMPTY"):
        submissions.preview_list(sent.ctx, LIST)


def test_without_an_insurance_number_the_row_waits(sent: Desk) -> None:
    _change(sent, 0, insurance_number=None)
    seen = submissions.preview_list(sent.ctx, LIST)
    assert [each.problem.code for each in seen.left_out] == ["LIST_MOVE_NUMBER_MISSING"]
    assert seen.moved == ()


def test_who_is_added_counts_beside_who_only_changes(desk: Context) -> None:
    school = listed_school(desk)
    for place in range(3):
        _change(school, place, registered_hospital="20001", insurance_number=f"202012345{place}")
    _change(school, 2, insurance_number=None, personal_id=None)
    submissions.make_list(desk, MakeList(LIST, waiting=True))
    _change(school, 0, registered_hospital="20005")
    _change(school, 2, insurance_number="2020123452", registered_hospital="20005")
    seen = submissions.preview_list(desk, LIST)
    assert [each.full_name for each in seen.moved] == ["Vi Thị Ánh"]
    assert (seen.people, len(seen.match.lines)) == (1, 1)
    kinds = [row.kind for row in seen.form.rows]
    assert kinds == [RowKind.GROUP, RowKind.PERSON, RowKind.NOTICE, RowKind.GROUP]
    everybody = submissions.preview_list(desk, replace(LIST, everybody=True))
    assert (everybody.people, everybody.moved) == (3, ())


def test_the_office_answers_the_row_and_a_refused_one_is_to_do_again(two: Two) -> None:
    school = two.school
    for place in range(3):
        _change(school, place, registered_hospital="20001", insurance_number=f"202012345{place}")
    submissions.make_list(school.ctx, MakeList(LIST, waiting=True))
    two.answer_taken(two.answered(two.taken(two.sent()).intake.id))
    _change(school, 0, registered_hospital="20005")
    submissions.make_list(school.ctx, MakeList(LIST))
    intake = two.taken(two.sent()).intake
    (line,) = answering.case_lines(two.office, intake.id)
    assert (line.line.change_type, line.line.registered_hospital, line.line.gross) == (
        "DC",
        "20005",
        0,
    )
    refused = AnswerLine(line.id, AnswerState.REFUSED, remedy="Nơi khám đã đủ thẻ")
    taken = two.answer_taken(two.answered(intake.id, refused))
    assert _hospital_to_dos(school) == ["20005"]
    assert school.enrolment(0).state is EnrolmentState.ACCEPTED
    assert submissions.preview_list(school.ctx, LIST).moved != ()
    taking.take_back_intake(school.ctx, taken.intake.id, "nhầm tệp")
    assert _hospital_to_dos(school) == []
    assert not _accepted(school)
    two.answer_taken(two.answered(intake.id, AnswerLine(line.id, AnswerState.ACCEPTED)))
    assert _accepted(school)
    assert school.enrolment(0).state is EnrolmentState.ACCEPTED


def test_the_office_answers_a_declaration_that_was_sent_along(two: Two) -> None:
    school = two.school
    submissions.make_list(school.ctx, MakeList(LIST, waiting=True))
    two.answer_taken(two.answered(two.taken(two.sent()).intake.id))
    _change(school, 0, full_name="Vi Thị Ngọc Ánh")
    declarations.file_corrections(school.ctx, DeclarationRequest(LIST.list_date, YEAR))
    intake = two.taken(two.sent()).intake
    (line,) = answering.case_lines(two.office, intake.id)
    assert (line.line.full_name, line.line.position) == ("Vi Thị Ngọc Ánh", 1)
    refused = AnswerLine(line.id, AnswerState.REFUSED, remedy="Thiếu giấy khai sinh")
    taken = two.answer_taken(two.answered(intake.id, refused))
    assert _hospital_to_dos(school) == ["Vi Thị Ngọc Ánh"]
    taking.take_back_intake(school.ctx, taken.intake.id, "nhầm tệp")
    assert _hospital_to_dos(school) == []
    assert not _accepted(school)
    two.answer_taken(two.answered(intake.id, AnswerLine(line.id, AnswerState.ACCEPTED)))
    assert len(_accepted(school)) == 1
