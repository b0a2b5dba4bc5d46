"""Mẫu số 2: who needs one and why, what it says, that corrections are filed once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ssdesk.domain.declaration import FIELDS, Why
from ssdesk.errors import UserError
from ssdesk.rulepacks.declaration_layouts import load_declaration
from ssdesk.services import declarations, enrolments, pupils, submissions
from ssdesk.services.context import Context
from ssdesk.services.declaration_evidence import note_evidence
from ssdesk.services.declarations import DeclarationRequest
from ssdesk.services.pupils import SavePupil
from ssdesk.services.submissions import ListRequest, MakeList
from tests import printed
from tests.services.collecting import YEAR, Desk, add_pupils
from tests.services.listed_school import listed_school

DAY = date(2026, 9, 10)
ASKED = DeclarationRequest(DAY, YEAR)


@pytest.fixture
def school(desk: Context) -> Desk:
    made = listed_school(desk)
    submissions.make_list(desk, MakeList(ListRequest(date(2026, 9, 5)), waiting=True))
    return made


def _change(school: Desk, place: int, **facts: object) -> None:
    entry_id = school.entries[place]
    now = pupils.facts_of(pupils.get_pupil(school.ctx, entry_id))
    changed = replace(now, **facts)  # type: ignore[arg-type]
    pupils.save_pupils(school.ctx, YEAR, (SavePupil(changed, entry_id=entry_id),))


def _corrections(school: Desk) -> list[tuple[str, str, str]]:
    needs = declarations.who_needs(school.ctx, replace(ASKED, why=Why.CORRECTION))
    return [(change.field, change.old, change.new) for each in needs for change in each.changes]


def test_those_without_a_number_join_for_the_first_time(school: Desk) -> None:
    for place in range(2):
        _change(school, place, insurance_number=f"202012345{place}")
    needs = declarations.who_needs(school.ctx, ASKED)
    assert [(each.why, each.changes) for each in needs] == [(Why.FIRST_TIME, ())]


def test_what_differs_from_the_list_that_was_sent_is_a_correction(school: Desk) -> None:
    before = pupils.get_pupil(school.ctx, school.entries[0])
    assert _corrections(school) == []
    _change(school, 0, full_name="Vi Thị Ngọc Ánh", phone="0912345678")
    assert _corrections(school) == [("full_name", before.full_name, "Vi Thị Ngọc Ánh")]
    _change(school, 0, full_name=before.full_name)
    assert _corrections(school) == []


def test_a_new_hospital_is_a_correction_and_a_new_number_is_not(school: Desk) -> None:
    _change(school, 0, registered_hospital="20005", insurance_number="2020123456")
    (change,) = _corrections(school)
    assert (change[0], change[2]) == ("registered_hospital", "20005")


def test_a_filed_correction_is_no_to_do_until_something_changes_again(school: Desk) -> None:
    before = pupils.get_pupil(school.ctx, school.entries[0]).full_name
    _change(school, 0, full_name="Vi Thị Ngọc Ánh")
    done = declarations.file_corrections(school.ctx, replace(ASKED, evidence="giấy khai sinh"))
    assert (done.people, done.facts) == (1, 1)
    assert _corrections(school) == []
    (kept,) = declarations.list_corrections(school.ctx)
    assert (kept.old_value, kept.new_value, kept.evidence, kept.filed_on) == (
        before,
        "Vi Thị Ngọc Ánh",
        "giấy khai sinh",
        DAY,
    )
    _change(school, 0, full_name="Vi Thị Bảo Ánh")
    assert _corrections(school) == [("full_name", "Vi Thị Ngọc Ánh", "Vi Thị Bảo Ánh")]
    _change(school, 0, full_name=before)
    assert _corrections(school) == [("full_name", "Vi Thị Ngọc Ánh", before)]


def test_evidence_noted_before_is_printed_and_filed(school: Desk) -> None:
    _change(school, 0, full_name="Vi Thị Ngọc Ánh")
    _change(school, 1, full_name="Nông Văn Bảo Long")
    asked = replace(ASKED, why=Why.CORRECTION)
    first, second = declarations.who_needs(school.ctx, asked)
    note_evidence(school.ctx, [first.person_id], "Giấy khai sinh")
    note_evidence(school.ctx, [second.person_id], "Quyết định đổi tên")
    pages = printed.pages(declarations.declarations_paper(school.ctx, asked))
    assert ["Giấy khai sinh" in page for page in pages] == [True, False]
    assert ["Quyết định đổi tên" in page for page in pages] == [False, True]
    declarations.file_corrections(school.ctx, asked)
    kept = declarations.list_corrections(school.ctx)
    assert {(each.full_name, each.evidence) for each in kept} == {
        ("Vi Thị Ngọc Ánh", "Giấy khai sinh"),
        ("Nông Văn Bảo Long", "Quyết định đổi tên"),
    }
    _change(school, 0, full_name="Vi Thị Ánh Ngọc")
    (again,) = declarations.who_needs(school.ctx, asked)
    assert again.evidence == ""


def test_a_filing_taken_back_is_a_to_do_again(school: Desk) -> None:
    _change(school, 0, full_name="Vi Thị Ngọc Ánh")
    declarations.file_corrections(school.ctx, ASKED)
    person_id = pupils.get_pupil(school.ctx, school.entries[0]).person_id
    declarations.withdraw_corrections(school.ctx, person_id)
    assert len(_corrections(school)) == 1
    assert declarations.list_corrections(school.ctx) == ()
    with pytest.raises(UserError, match="CORRECTION_NONE"):
        declarations.withdraw_corrections(school.ctx, person_id)


def test_the_paper_says_what_the_original_says_and_who_it_is(school: Desk) -> None:
    _change(school, 0, full_name="Vi Thị Ngọc Ánh")
    asked = replace(ASKED, why=Why.CORRECTION, evidence="Giấy khai sinh")
    said = printed.words(declarations.declarations_paper(school.ctx, asked))
    layout = load_declaration()
    for section in layout.sections:
        assert section.title in said
        for line in section.lines:
            for each in line:
                assert each.label in said
                assert f"[{each.number}]." in said or not each.number
    assert "VI THỊ NGỌC ÁNH" in said
    assert "thành Vi Thị Ngọc Ánh" in said
    assert "Giấy khai sinh" in said
    assert "ngày 10 tháng 09 năm 2026" in said


def test_one_page_a_person_and_the_same_bytes_again(school: Desk) -> None:
    paper = declarations.declarations_paper(school.ctx, ASKED)
    assert len(printed.pages(paper)) == len(declarations.who_needs(school.ctx, ASKED))
    assert printed.untidy(paper) == []
    assert paper == declarations.declarations_paper(school.ctx, ASKED)


def test_a_sheet_has_a_row_a_person_and_the_fields_numbers(school: Desk, tmp_path: Path) -> None:
    file = tmp_path / "mau-so-2.xlsx"
    done = declarations.write_declarations(school.ctx, ASKED, file)
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert [str(cell).split("]")[0] for cell in rows[1][3:6]] == ["[01", "[02", "[03"]
    assert len(rows) - 2 == done.first_time + done.corrections == 3


def test_a_card_is_wanted_on_paper_also_where_no_address_is_known(desk: Context) -> None:
    unsent = listed_school(desk)
    enrolments.choose_card(desk, unsent.owing[0], paper=True)
    first, second = declarations.declarations(desk, ASKED)[:2]
    assert [FIELDS[name](first) for name in ("by_vssid", "by_paper")] == ["", "x"]
    assert [FIELDS[name](second) for name in ("by_vssid", "by_paper")] == ["x", ""]


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (replace(ASKED, on=date(2026, 4, 30)), "FORM_NOT_VALID_ON_DATE"),
        (replace(ASKED, class_name="12A9"), "DECLARATION_NOBODY"),
    ],
)
def test_refusals(school: Desk, request_: DeclarationRequest, code: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=code):
        declarations.write_declarations(school.ctx, request_, tmp_path / "a.pdf")
    with pytest.raises(UserError, match="FORM_FILE_KIND"):
        declarations.write_declarations(school.ctx, ASKED, tmp_path / "a.docx")


def test_the_refusal_of_an_early_day_names_the_right_form(school: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        early = replace(ASKED, on=date(2026, 4, 30))
        declarations.write_declarations(school.ctx, early, tmp_path / "a.pdf")
    assert "TK1-TS" in str(refused.value.params["right"])


def test_only_those_asked_for(school: Desk) -> None:
    add_pupils(school.ctx, ("Lý Không Đăng Ký",), "10A1")
    one = replace(ASKED, entry_ids=(school.entries[1],))
    assert [each.entry_id for each in declarations.who_needs(school.ctx, one)] == [
        school.entries[1]
    ]
    names = {each.full_name for each in declarations.who_needs(school.ctx, ASKED)}
    assert "Lý Không Đăng Ký" not in names
