"""Which pupil of the store a row is, and what a row may change."""

from __future__ import annotations

from datetime import date

import pytest

from ssdesk.services import pupils, rosters
from ssdesk.services.context import Context
from ssdesk.services.rosters import UNPLACED, Action, LeaveOut, PastedText, RosterPlan
from ssdesk.services.transfers import TransferOut, override_identity, transfer_out

YEAR = "2026-2027"
HEAD = "Họ và tên\tNgày sinh\tGT\tLớp\tCCCD\tMã BHXH\tSĐT\n"
FIRST = (
    "Vi Minh An\t5/9/2010\tNam\t10A1\t020210000011\t2012345671\t0912345678\n"
    "Lý Thị Hoà\t6/9/2010\tNữ\t10A1\t\t2012345672\t\n"
    "Hà Văn Tú\t7/9/2010\tNam\t10A2\t\t\t\n"
)


@pytest.fixture
def school(desk: Context) -> Context:
    plan = preview(desk, FIRST)
    rosters.apply_roster(desk, plan)
    return desk


def preview(ctx: Context, lines: str) -> RosterPlan:
    return rosters.preview_roster(ctx, PastedText(HEAD + lines), YEAR)


def codes(plan: RosterPlan) -> list[tuple[str, str]]:
    # Missing numbers are told of everybody here; they are not what is looked at.
    return [
        (f"{item.column}{item.row}", item.problem.code)
        for item in plan.problems
        if not item.problem.code.endswith("_MISSING")
    ]


def changes(plan: RosterPlan) -> list[tuple[str, str, str]]:
    return [(item.field, item.before, item.after) for item in plan.rows[0].differences]


def test_by_insurance_number_and_by_name_and_birth(school: Context) -> None:
    plan = preview(school, "Lý Thị Hòa\t6/9/2010\tNữ\t10A1\t020310000012\t2012345672\t\n")
    assert changes(plan) == [("personal_id", "", "020310000012")], "hoà and hòa are one name"
    plan = preview(school, "HÀ VĂN TÚ\t7/9/2010\tNam\t10A2\t020210000013\t\t0987654321\n")
    assert changes(plan) == [
        ("personal_id", "", "020210000013"),
        ("phone", "", "0987654321"),
    ]
    assert plan.rows[0].action is Action.CHANGED


def test_a_namesake_born_on_the_same_day_with_another_number_is_somebody_else(
    school: Context,
) -> None:
    plan = preview(school, "Vi Minh An\t5/9/2010\tNam\t10A9\t020210000099\t\t\n")
    assert plan.rows[0].action is Action.NEW
    assert codes(plan) == []


def test_a_number_is_replaced_only_with_a_warning(school: Context) -> None:
    plan = preview(school, "Vi Minh An\t5/9/2010\tNam\t10A1\t020210000099\t\t\n")
    assert changes(plan) == [("personal_id", "020210000011", "020210000099")]
    assert codes(plan) == [("E2", "PERSONAL_ID_REPLACED")]


def test_two_of_a_name_are_told_apart_by_their_class(desk: Context) -> None:
    line = "Hà Văn Tú\t7/9/2010\tNam\t{}\t\t\t{}\n"
    both = line.format("10A2", "") + line.format("10A3", "")
    rosters.apply_roster(desk, preview(desk, both))
    assert [row.action for row in preview(desk, both).rows] == [Action.SAME, Action.SAME]
    plan = preview(desk, line.format("10A3", "0911111111"))
    assert changes(plan) == [("phone", "", "0911111111")]
    assert plan.rows[0].class_name == "10A3"
    assert preview(desk, line.format("10A4", "")).rows[0].action is Action.NEW, "neither of them"


def test_numbers_of_somebody_else_are_refused(school: Context) -> None:
    plan = preview(school, "Đỗ Thị Lạ\t1/1/2011\tNữ\t10A1\t\t2012345671\t\n")
    assert codes(plan) == [("F2", "NUMBER_OF_ANOTHER")]
    plan = preview(school, "Vi Minh Anh\t5/9/2010\tNam\t10A1\t020210000011\t\t\n")
    assert changes(plan) == [("full_name", "Vi Minh An", "Vi Minh Anh")], "one letter mended"


def test_two_rows_for_one_stored_pupil(school: Context) -> None:
    plan = preview(
        school,
        "Vi Minh An\t5/9/2010\tNam\t10A1\t020210000011\t\t\n"
        "Vi Minh An\t5/9/2010\tNam\t10A1\t\t2012345671\t\n",
    )
    assert [code for _, code in codes(plan)] == ["SAME_PUPIL_TWICE"]
    plan = preview(
        school,
        "Vi Minh An\t2010\tNam\t10A1\t020210000011\t\t\n"
        "Vi Minh Ân\t5/9/2010\tNam\t10A1\t\t2012345671\t\n",
    )
    assert [code for _, code in codes(plan)] == ["SAME_PUPIL_TWICE"]
    assert [row.action for row in plan.rows] == [Action.SAME, Action.REFUSED]


def test_nothing_is_erased_or_made_vaguer(school: Context) -> None:
    plan = preview(school, "Vi Minh An\t2010\t\t10A1\t020210000011\t\t12\n")
    assert plan.rows[0].action is Action.SAME
    assert codes(plan) == [("G2", "PHONE_MALFORMED")]
    rosters.apply_roster(school, plan, LeaveOut(refused=True))
    (stored,) = [row for row in pupils.list_pupils(school, YEAR) if row.full_name == "Vi Minh An"]
    assert stored.birth_date is not None
    assert (stored.birth_date.iso(), stored.phone) == ("2010-09-05", "0912345678")


def test_a_fuller_birth_date_and_a_new_one(school: Context) -> None:
    rosters.apply_roster(school, preview(school, "Chu Thị Na\t2010\tNữ\t10A1\t020310000077\t\t\n"))
    plan = preview(school, "Chu Thị Na\t9/2010\tNữ\t10A1\t020310000077\t\t\n")
    assert changes(plan) == [("birth_date", "2010", "09/2010")]
    plan = preview(school, "Chu Thị Na\t1/2/2009\tNữ\t10A1\t020310000077\t\t\n")
    assert plan.rows[0].action is Action.SAME, "contradicts the number: kept out"
    assert codes(plan) == [("E2", "PERSONAL_ID_BIRTH_YEAR")]


def test_a_pupil_who_had_left_comes_back(school: Context) -> None:
    (row,) = [row for row in pupils.list_pupils(school, YEAR) if row.full_name == "Hà Văn Tú"]
    transfer_out(school, TransferOut(row.entry_id, date(2026, 9, 5), "chuyển trường"))
    assert preview(school, FIRST.splitlines()[0] + "\n").missing[0].full_name == "Lý Thị Hoà"
    plan = preview(school, "Hà Văn Tú\t7/9/2010\tNam\t10A2\t\t\t\n")
    assert changes(plan) == [("left_on", "05/09/2026", "")]
    applied = rosters.apply_roster(school, plan)
    assert "Hà Văn Tú" in {row.full_name for row in pupils.list_pupils(school, YEAR)}
    assert applied.batch_id is not None
    rosters.take_back(school, applied.batch_id)
    assert "Hà Văn Tú" not in {row.full_name for row in pupils.list_pupils(school, YEAR)}


def test_the_year_after_the_same_people_make_a_new_roster(school: Context) -> None:
    before = school.store.reader.value("SELECT count(*) FROM person")
    plan = rosters.preview_roster(
        school, PastedText(HEAD + FIRST.replace("10A", "11A")), "2027-2028"
    )
    assert (plan.new, plan.changed) == (3, 0)
    rosters.apply_roster(school, plan)
    assert school.store.reader.value("SELECT count(*) FROM person") == before
    assert len(pupils.list_pupils(school, "2027-2028")) == 3


def test_classes_that_the_school_has_not(school: Context) -> None:
    plan = preview(
        school,
        "Chu Thị Na\t1/1/2010\tNữ\t13A1\t\t\t\nChu Thị Ba\t2/1/2010\tNữ\t13A1\t\t\t\n"
        "Chu Thị Tư\t2/1/2010\tNữ\t10 a 1\t\t\t\n",
    )
    assert codes(plan) == [("D2", "CLASS_OUTSIDE_SCHOOL")], "once a class"
    assert plan.rows[2].class_name == "10A1"
    plan = rosters.preview_roster(school, PastedText("Chu Thị Na\t1/1/2010\tNữ\n"), YEAR)
    assert plan.rows[0].class_name == UNPLACED
    assert codes(plan) == []


def test_an_identity_kept_with_a_reason_stands_in_the_way_of_taking_back(desk: Context) -> None:
    applied = rosters.apply_roster(desk, preview(desk, FIRST))
    assert applied.batch_id is not None
    row = pupils.list_pupils(desk, YEAR)[0]
    override_identity(desk, row.entry_id, "đã đối chiếu giấy khai sinh")
    found = rosters.obstacles_to_taking_back(desk, applied.batch_id)
    assert [(item.kind, item.name) for item in found] == [("changed", row.full_name)]
