"""Rosters as schools send them: what comes in, what is refused, and back out again."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from ssdesk.domain import checks
from ssdesk.domain.problems import Problem
from ssdesk.errors import BadFile, Conflict, UserError
from ssdesk.services import rosters
from ssdesk.services.context import Context
from ssdesk.services.rosters import Action, Field, LeaveOut, PastedText, RosterFile, RosterPlan
from ssdesk.storage import people, roster

DATA = Path(__file__).parents[1] / "data" / "rosters"
YEAR = "2026-2027"
TRUTH = json.loads((DATA / "truth.json").read_text("utf-8"))
PEOPLE = {
    (p["full_name"], p["birth_date"], p["sex"], p["personal_id"], p["school_class"])
    for p in TRUTH["people"]
}
LOGICAL = ("person", "roster_entry", "school_class", "school_year", "enrolment", "cover")


def preview(ctx: Context, name: str, class_name: str = "") -> RosterPlan:
    return rosters.preview_roster(ctx, RosterFile(DATA / name, class_name), YEAR)


def content(ctx: Context) -> dict[str, list[tuple[object, ...]]]:
    reader = ctx.store.reader
    return {
        table: sorted(tuple(row) for row in reader.rows(f"SELECT * FROM {table}"))
        for table in LOGICAL
    }


def stored(ctx: Context) -> set[tuple[object, ...]]:
    reader = ctx.store.reader
    classes = {item.id: item.name for item in roster.list_classes(reader, YEAR)}
    line = {entry.person_id: entry for entry in roster.entries_of_year(reader, YEAR)}
    return {
        (
            person.full_name,
            person.birth_date.iso() if person.birth_date else None,
            person.sex.value if person.sex else None,
            person.personal_id,
            classes[line[person.id].class_id],
        )
        for person in people.everyone(reader)
        if person.id in line
    }


def say(problem: Problem) -> str:
    return checks.sentence(problem.code, problem.params)


def test_three_classes_with_titles_two_headings_and_totals_come_in_right(desk: Context) -> None:
    plan = preview(desk, "danh-sach-3-lop.xlsx")
    assert (len(plan.rows), plan.new, plan.problems) == (123, 123, ())
    applied = rosters.apply_roster(desk, plan)
    assert (applied.new, applied.changed) == (123, 0)
    assert stored(desk) == PEOPLE
    first = people.by_personal_id(desk.store.reader, "020211141134")
    assert first is not None
    assert first.address == "Khối 3, xã Hoàng Văn Thụ"
    assert first.phone == "0594894085"
    assert first.insurance_number is None, "a pupil code is no insurance number"
    assert {row.facts.student_code for row in plan.rows if row.row == 9} >= {"2013562206"}


def test_every_planted_fault_is_named_at_its_cell_and_nobody_else_is_accused(
    desk: Context,
) -> None:
    plan = preview(desk, "mat-so-0.xlsx")
    columns = {"sex": "C", "personal_id": "D", "no": "E", "same": "D"}
    expected = {(row, columns[what.split()[0]]) for row, what in TRUTH["faults_in_mat-so-0"]}
    assert {(found.row, found.column) for found in plan.problems} == expected
    assert {found.sheet for found in plan.problems} == {"Sheet1"}
    by_row = {found.row: (found.problem.code, found.value) for found in plan.problems}
    assert by_row[13] == ("PERSONAL_ID_MALFORMED", "20211166")
    assert by_row[19] == ("DATE_IMPOSSIBLE", "31/02/2010")
    assert by_row[6] == ("PERSONAL_ID_SEX", "Nữ")
    assert by_row[84][0] == "SAME_PUPIL_TWICE"
    assert all(say(found.problem) for found in plan.problems)


def test_lost_zeros_are_healed_and_said(desk: Context) -> None:
    plan = preview(desk, "mat-so-0.xlsx")
    healed = {(item.kind.value, item.column): item for item in plan.healed}
    assert healed["lost_zero", "D"].before == "20311193630"
    assert healed["lost_zero", "D"].after == "020311193630"
    assert healed["lost_zero", "D"].count == 121
    assert healed["lost_zero", "F"].count == 123


def test_a_file_with_refused_rows_is_not_taken_in_by_halves(desk: Context) -> None:
    before = content(desk)
    plan = preview(desk, "mat-so-0.xlsx")
    with pytest.raises(UserError) as refused:
        rosters.apply_roster(desk, plan)
    assert refused.value.code == "IMPORT_HAS_PROBLEMS"
    assert refused.value.params == {"count": 7}
    assert content(desk) == before
    applied = rosters.apply_roster(desk, plan, LeaveOut(refused=True))
    assert (applied.new, applied.left_out) == (117, 7)
    assert len(stored(desk)) == 117


def test_pasted_text_in_decomposed_letters_comes_in_right(desk: Context) -> None:
    text = (DATA / "dan-tu-excel.txt").read_text("utf-8")
    plan = rosters.preview_roster(desk, PastedText(text, "10A1"), YEAR)
    assert (plan.new, plan.problems) == (42, ())
    rosters.apply_roster(desk, plan)
    assert stored(desk) == {person for person in PEOPLE if person[4] == "10A1"}
    assert {item.kind.value for item in plan.healed} == {"decomposed", "lookalike"}


def test_text_without_a_class_finds_the_pupils_of_the_store(desk: Context) -> None:
    rosters.apply_roster(desk, preview(desk, "danh-sach-3-lop.xlsx"))
    plan = preview(desk, "dan-tu-excel.txt")
    assert (plan.same, plan.new, plan.changed) == (42, 0, 0)


def test_text_without_a_class_waits_in_a_class_of_its_own(desk: Context) -> None:
    rosters.apply_roster(desk, preview(desk, "dan-tu-excel.txt"))
    assert {line[4] for line in stored(desk)} == {rosters.UNPLACED}
    plan = preview(desk, "danh-sach-3-lop.xlsx")
    assert (plan.changed, plan.new) == (42, 81)


def test_old_fonts_are_named_once_a_column_and_kept_out(desk: Context) -> None:
    plan = preview(desk, "phong-chu-cu.xlsx")
    assert [(found.problem.code, found.row, found.column) for found in plan.problems] == [
        ("OLD_FONT", 2, "B")
    ]
    assert int(plan.problems[0].problem.params["count"]) > 100
    with pytest.raises(UserError, match="IMPORT_HAS_PROBLEMS"):
        rosters.apply_roster(desk, plan)


def test_loading_the_same_file_again_changes_nothing(desk: Context) -> None:
    rosters.apply_roster(desk, preview(desk, "danh-sach-3-lop.xlsx"))
    before = content(desk), desk.store.reader.value("SELECT count(*) FROM audit_entry")
    plan = preview(desk, "danh-sach-3-lop.xlsx")
    assert (plan.same, plan.new, plan.changed) == (123, 0, 0)
    assert rosters.apply_roster(desk, plan).batch_id is None
    after = content(desk), desk.store.reader.value("SELECT count(*) FROM audit_entry")
    assert after == before
    assert len(rosters.list_roster_imports(desk)) == 1


def test_a_second_file_adds_what_it_knows_and_spoils_nothing(desk: Context) -> None:
    rosters.apply_roster(desk, preview(desk, "danh-sach-3-lop.xlsx"))
    plan = preview(desk, "mat-so-0.xlsx")
    assert plan.new == 0
    rosters.apply_roster(desk, plan, LeaveOut(refused=True))
    assert stored(desk) == PEOPLE, "contradicting sexes and bare years replace nothing"
    row_6 = people.by_personal_id(desk.store.reader, "001211113039")
    assert row_6 is not None
    assert row_6.insurance_number == "2002267000"
    again = preview(desk, "mat-so-0.xlsx")
    assert (again.changed, again.new, again.same) == (0, 0, 117)


def test_an_import_taken_back_leaves_the_store_as_it_was(desk: Context) -> None:
    empty = content(desk)
    one = rosters.apply_roster(desk, preview(desk, "danh-sach-3-lop.xlsx"))
    first = content(desk)
    two = rosters.apply_roster(desk, preview(desk, "mat-so-0.xlsx"), LeaveOut(refused=True))
    assert two.batch_id is not None
    assert one.batch_id is not None
    with pytest.raises(UserError, match="IMPORT_BUILT_ON"):
        rosters.take_back(desk, one.batch_id)
    rosters.take_back(desk, two.batch_id)
    assert content(desk) == first
    rosters.take_back(desk, one.batch_id)
    assert content(desk) == empty
    with pytest.raises(UserError, match="IMPORT_TAKEN_BACK"):
        rosters.take_back(desk, one.batch_id)
    with pytest.raises(UserError, match="IMPORT_UNKNOWN"):
        rosters.take_back(desk, "nothing")


def test_an_import_that_was_built_on_is_refused_by_name(desk: Context) -> None:
    applied = rosters.apply_roster(desk, preview(desk, "danh-sach-3-lop.xlsx"))
    assert applied.batch_id is not None
    entry = desk.store.reader.value(
        "SELECT e.id FROM roster_entry e JOIN person p ON p.id = e.person_id"
        " WHERE p.full_name = 'Vi Minh An'"
    )
    with desk.store.write("van.thu", desk.clock.now()) as unit:
        unit.insert(
            "cover",
            id="cover-1",
            roster_entry_id=entry,
            kind="elsewhere",
            group_code="CN",
            proven=0,
            recorded_at=desk.clock.now().isoformat(),
        )
    obstacles = rosters.obstacles_to_taking_back(desk, applied.batch_id)
    assert [(item.kind, item.name) for item in obstacles] == [("cover", "Vi Minh An")]
    with pytest.raises(UserError) as refused:
        rosters.take_back(desk, applied.batch_id)
    assert refused.value.params["names"] == "Vi Minh An"
    assert len(stored(desk)) == 123


def test_a_plan_of_an_older_store_is_not_applied(desk: Context) -> None:
    plan = preview(desk, "danh-sach-3-lop.xlsx")
    text = (DATA / "dan-tu-excel.txt").read_text("utf-8")
    other = rosters.preview_roster(desk, PastedText(text, "10A1"), YEAR)
    rosters.apply_roster(desk, other)
    with pytest.raises(Conflict, match="ROSTER_CHANGED"):
        rosters.apply_roster(desk, plan)


def test_pupils_whom_a_class_list_no_longer_names_are_shown(desk: Context) -> None:
    rosters.apply_roster(desk, preview(desk, "danh-sach-3-lop.xlsx"))
    text = (DATA / "dan-tu-excel.txt").read_text("utf-8")
    shorter = "".join(text.splitlines(keepends=True)[1:])
    plan = rosters.preview_roster(desk, PastedText(shorter, "10A1"), YEAR)
    assert [(item.full_name, item.class_name) for item in plan.missing] == [("H'Linh Niê", "10A1")]


def test_a_pupil_moves_and_a_number_of_another_is_refused(desk: Context) -> None:
    rosters.apply_roster(desk, preview(desk, "danh-sach-3-lop.xlsx"))
    moved = "Vi Minh An\t29/07/2011\tNam\t020211141134\t10A2"
    stranger = "Trần Thị Lạ\t01/02/2010\tNữ\t020211241404\t10A2"
    plan = rosters.preview_roster(desk, PastedText(f"{moved}\n{stranger}"), YEAR)
    assert [row.action for row in plan.rows] == [Action.CHANGED, Action.REFUSED]
    assert plan.rows[0].differences[0].before == "10A1"
    codes = {found.problem.code for found in plan.rows[1].problems}
    assert "NUMBER_OF_ANOTHER" in codes


def test_columns_that_a_person_chose_are_remembered(desk: Context, tmp_path: Path) -> None:
    file = tmp_path / "la.csv"
    file.write_text("Cột 1;Tên em;Mã\nVi An;5/6/2011;10A1\nVi Ba;6/6/2011;10A1\n", "utf-8")
    source = RosterFile(file)
    mapping = rosters.propose_mapping(desk, source)
    layout = mapping.layouts[0]
    mapping = mapping.with_field(layout.signature, 0, Field.FULL_NAME)
    mapping = mapping.with_field(layout.signature, 1, Field.BIRTH_DATE)
    mapping = mapping.with_field(layout.signature, 2, Field.SCHOOL_CLASS)
    plan = rosters.preview_roster(desk, source, YEAR, mapping)
    assert [row.facts.full_name for row in plan.rows] == ["Vi An", "Vi Ba"]
    rosters.apply_roster(desk, plan)
    again = rosters.preview_roster(desk, source, YEAR)
    assert (again.same, again.new) == (2, 0)


def test_the_marked_list_says_what_is_wrong_beside_each_row(desk: Context, tmp_path: Path) -> None:
    plan = preview(desk, "mat-so-0.xlsx")
    file = tmp_path / "danh-dau.xlsx"
    rosters.save_marked(plan, file, say, ("Cần sửa", "Đọc giúp"))
    sheet = openpyxl.load_workbook(file)["Sheet1"]
    assert sheet["D13"].fill.fgColor.rgb == "FFFFD7D3"
    assert sheet["D13"].comment.text.startswith("Số định danh “20211166”")
    assert sheet["H1"].value == "Cần sửa"
    assert sheet["H19"].value == f"E19: {say(plan.problems[2].problem)}"
    assert sheet["I1"].value == "Đọc giúp"
    assert sheet["I2"].value.startswith("D2: Số 0 ở đầu bị mất được thêm lại: 20311193630 → 0203")
    assert sheet["D2"].fill.fgColor.rgb == "FFDDF0E3"
    assert sheet["D2"].value == "020311193630", "a mended number is text"
    assert sheet["D3"].fill.fgColor.rgb != "FFFFD7D3"
    again = rosters.preview_roster(desk, RosterFile(file), YEAR)
    assert len(again.rows) == 124
    assert {(item.row, item.problem.code) for item in again.problems} == {
        (item.row, item.problem.code) for item in plan.problems
    }


def test_a_marked_list_carries_no_formula(desk: Context, tmp_path: Path) -> None:
    text = 'Họ và tên\tNgày sinh\tLớp\tGhi chú\nVi An\t31/2/2010\t10A1\t=HYPERLINK("x")\n'
    plan = rosters.preview_roster(desk, PastedText(text), YEAR)
    file = tmp_path / "danh-dau.xlsx"
    rosters.save_marked(plan, file, say, ("Cần sửa", "Đọc giúp"))
    cell = openpyxl.load_workbook(file).worksheets[0]["D2"]
    assert cell.data_type == "s"
    assert cell.value == '\'=HYPERLINK("x")'


@dataclass
class Stopper:
    calls: int = 0

    def __call__(self, done: int, total: int) -> None:
        self.calls += 1


def test_progress_is_told(desk: Context) -> None:
    told = Stopper()
    lines = "\n".join(f"Nguyễn Văn A{chr(97 + n % 26)}\t1/1/2010\t10A1" for n in range(1200))
    rosters.preview_roster(desk, PastedText(lines), YEAR, None, told)
    assert told.calls == 2


def test_what_is_no_roster_is_refused_and_the_store_stays(desk: Context, tmp_path: Path) -> None:
    before = content(desk)
    file = tmp_path / "thu.csv"
    file.write_text("a,b,c\n1,2,3\n4,5,6\n", "utf-8")
    with pytest.raises(BadFile, match="FILE_NOT_A_ROSTER"):
        rosters.preview_roster(desk, RosterFile(file), YEAR)
    with pytest.raises(UserError, match="SCHOOL_YEAR_UNREADABLE"):
        rosters.preview_roster(desk, RosterFile(file), "2026")
    headings = tmp_path / "trong.csv"
    headings.write_text("STT,Họ và tên,Ngày sinh\n", "utf-8")
    with pytest.raises(BadFile, match="FILE_NO_PUPILS"):
        rosters.preview_roster(desk, RosterFile(headings), YEAR)
    with pytest.raises(BadFile, match="FILE_MISSING"):
        rosters.preview_roster(desk, RosterFile(tmp_path / "nowhere.xlsx"), YEAR)
    assert content(desk) == before


def test_a_locked_name_is_explained(desk: Context, tmp_path: Path) -> None:
    file = tmp_path / "~$danh-sach.xlsx"
    shutil.copy(DATA / "mat-so-0.xlsx", file)
    with pytest.raises(BadFile, match="FILE_IS_LOCK_FILE"):
        rosters.preview_roster(desk, RosterFile(file), YEAR)


def test_a_person_can_name_the_columns_of_a_file_that_says_nothing(desk: Context) -> None:
    source = PastedText("a\tAn\t1\nb\tBình\t2\n", "10A1")
    mapping = rosters.propose_mapping(desk, source)
    with pytest.raises(BadFile, match="FILE_NOT_A_ROSTER"):
        rosters.preview_roster(desk, source, YEAR, mapping)
    mapping = mapping.with_field(mapping.layouts[0].signature, 1, Field.FULL_NAME)
    plan = rosters.preview_roster(desk, source, YEAR, mapping)
    assert [row.facts.full_name for row in plan.rows] == ["An", "Bình"]
    rosters.apply_roster(desk, plan)
    again = rosters.preview_roster(desk, source, YEAR)
    assert [row.facts.full_name for row in again.rows] == ["An", "Bình"], "remembered"


def test_every_healed_cell_is_listed_after_the_problems(desk: Context) -> None:
    plan = preview(desk, "mat-so-0.xlsx")
    found = rosters.findings(plan)
    assert [item.problem for item in found[: len(plan.problems)]] == [
        item.problem for item in plan.problems
    ]
    healed = [item for item in found if item.weight is rosters.Weight.HEALED]
    assert len(healed) == sum(group.count for group in plan.healed) == 121 + 123
    first = healed[0]
    assert (first.row, first.column, first.before, first.after) == (
        2,
        "D",
        "20311193630",
        "020311193630",
    )
    assert [item.row for item in healed] == sorted(item.row for item in healed)
    assert all(item.before in say(item.problem) for item in healed)


def test_a_class_in_another_spelling_is_the_class_already_there(desk: Context) -> None:
    first = "Họ và tên\tNgày sinh\tLớp\nVi Thị Chi\t01/02/2010\t10A1\nY Khŏt\t03/04/2010\t10Đ\n"
    rosters.apply_roster(desk, rosters.preview_roster(desk, PastedText(first), YEAR))
    more = "Họ và tên\tNgày sinh\tLớp\nLò Văn Páo\t05/06/2010\t10 a1\nLò Thị Ó\t07/08/2010\t10D\n"
    plan = rosters.preview_roster(desk, PastedText(more), YEAR)
    assert [row.class_name for row in plan.rows] == ["10A1", "10D"]
    rosters.apply_roster(desk, plan)
    names = [item.name for item in roster.list_classes(desk.store.reader, YEAR)]
    assert names == ["10A1", "10D", "10Đ"]


def test_a_number_for_a_name_is_refused_at_its_cell(desk: Context) -> None:
    text = "Họ và tên\tNgày sinh\tLớp\n31122026\t01/02/2010\t10A1\nVi 2 Chi\t01/02/2010\t10A1\n"
    plan = rosters.preview_roster(desk, PastedText(text), YEAR)
    found = {(item.row, item.column): item.problem.code for item in plan.problems}
    assert found[2, "A"] == "NAME_WITHOUT_LETTERS"
    assert found[3, "A"] == "NAME_WITH_DIGITS"
    assert plan.rows[0].action is Action.REFUSED


def test_a_hospital_code_cut_short_is_marked_at_its_cell(desk: Context, tmp_path: Path) -> None:
    head = "Họ và tên\tNgày sinh\tLớp\tNơi đăng ký KCB ban đầu\n"
    text = (
        head
        + "Vi A\t01/02/2010\t10A1\t9\nVi B\t02/02/2010\t10A1\t20001\nVi C\t3/2/2010\t10A1\tTYT xã\n"
    )
    plan = rosters.preview_roster(desk, PastedText(text), YEAR)
    found = [(item.row, item.column, item.value) for item in plan.problems]
    assert found == [(2, "D", "9")]
    rosters.save_marked(plan, tmp_path / "marked.xlsx", say, ("Lỗi", "Đã sửa"))
    sheet = openpyxl.load_workbook(tmp_path / "marked.xlsx").worksheets[0]
    assert sheet["D2"].fill.fgColor.rgb != sheet["D3"].fill.fgColor.rgb
