"""Cards already held and joining days of a roster: what is stored, and back out again."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain import checks
from ssdesk.errors import UserError
from ssdesk.services import rosters
from ssdesk.services.cards import list_cards
from ssdesk.services.context import Context
from ssdesk.services.rosters import Action, PastedText, RosterPlan
from ssdesk.storage import people, roster

YEAR = "2026-2027"
ANH = "Đàm Thị Ngọc Ánh\t15/09/2010\tNữ\t020310004512"
BAO = "Hoàng Gia Bảo\t02/01/2010\tNam\t020210001127"
CUONG = "Nông Quốc Cường\t11/05/2009\tNam\t020209007731"
HEAD = "Họ và tên\tNgày sinh\tGiới tính\tSố CCCD"


def preview(ctx: Context, more: str, *lines: str, on: date | None = None) -> RosterPlan:
    text = "\n".join((HEAD + more, *lines))
    return rosters.preview_roster(ctx, PastedText(text, "10A1"), YEAR, latecomers_on=on)


def joined(ctx: Context) -> dict[str, date]:
    reader = ctx.store.reader
    names = {person.id: person.full_name for person in people.everyone(reader)}
    return {names[line.person_id]: line.joined_on for line in roster.entries_of_year(reader, YEAR)}


def cards(ctx: Context) -> dict[str, tuple[str, str, date | None, date | None]]:
    reader = ctx.store.reader
    return {
        person.full_name: (card.number, card.group_code, card.valid_from, card.valid_to)
        for person in people.everyone(reader)
        for card in list_cards(ctx, person.id)
    }


def test_a_class_comes_in_on_the_first_day_and_whoever_follows_on_the_day_of_import(
    desk: Context, clock: FixedClock
) -> None:
    rosters.apply_roster(desk, preview(desk, "", ANH))
    clock.moment = datetime(2026, 11, 5, 9, 0)
    plan = preview(desk, "", ANH, BAO)
    assert plan.latecomers_on == date(2026, 11, 5)
    rosters.apply_roster(desk, plan)
    other = rosters.preview_roster(desk, PastedText(f"{HEAD}\n{CUONG}", "11A1"), YEAR)
    assert other.latecomers_on is None, "nobody of this class was there before"
    rosters.apply_roster(desk, other)
    assert joined(desk) == {
        "Đàm Thị Ngọc Ánh": date(2026, 9, 1),
        "Hoàng Gia Bảo": date(2026, 11, 5),
        "Nông Quốc Cường": date(2026, 9, 1),
    }


def test_the_latecomers_day_can_be_chosen_within_the_year(desk: Context) -> None:
    rosters.apply_roster(desk, preview(desk, "", ANH))
    plan = preview(desk, "", ANH, BAO, on=date(2027, 1, 11))
    assert [row.joined_on for row in plan.rows] == [date(2026, 9, 1), date(2027, 1, 11)]
    assert plan.rows[0].action is Action.SAME, "who is on the roster keeps the day"
    with pytest.raises(UserError, match="JOINED_OUTSIDE_YEAR"):
        preview(desk, "", BAO, on=date(2027, 9, 1))


def test_a_column_says_the_joining_day_of_newcomers_and_mends_that_of_others(
    desk: Context,
) -> None:
    rosters.apply_roster(desk, preview(desk, "", ANH, CUONG))
    column = "\tNgày nhập học"
    plan = preview(desk, column, f"{ANH}\t12/10/2026", f"{BAO}\t05/09/2024", CUONG)
    assert [row.action for row in plan.rows] == [Action.CHANGED, Action.NEW, Action.SAME]
    assert [(d.field, d.before, d.after) for d in plan.rows[0].differences] == [
        ("joined_on", "01/09/2026", "12/10/2026")
    ]
    rosters.apply_roster(desk, plan)
    assert joined(desk)["Đàm Thị Ngọc Ánh"] == date(2026, 10, 12)
    assert joined(desk)["Hoàng Gia Bảo"] == date(2026, 9, 1), "an earlier year began earlier"
    again = preview(desk, column, f"{ANH}\t12/10/2026", f"{BAO}\t05/09/2024", CUONG)
    assert again.same == 3


@pytest.mark.parametrize(
    ("written", "code"),
    [("01/09/2027", "JOINED_OUTSIDE_YEAR"), ("31/02/2027", "DATE_IMPOSSIBLE")],
)
def test_a_joining_day_that_cannot_be_is_refused_at_its_cell(
    desk: Context, written: str, code: str
) -> None:
    plan = preview(desk, "\tNgày vào trường", f"{ANH}\t{written}")
    found = plan.problems[0]
    assert (found.row, found.column, found.problem.code) == (2, "E", code)
    assert written in checks.sentence(code, found.problem.params)
    assert plan.rows[0].action is Action.REFUSED


def test_a_card_number_makes_a_card_with_its_end_besides_the_insurance_number(
    desk: Context,
) -> None:
    columns = "\tSố thẻ BHYT\tThẻ có giá trị từ\tHạn thẻ BHYT"
    lines = (
        f"{ANH}\tHS4202012345678\t01/01/2026\t31/12/2026",
        f"{BAO}\t0123456789\t\t12/2026",
        f"{CUONG}\t\t\t",
    )
    plan = preview(desk, columns, *lines)
    assert plan.problems == ()
    done = rosters.apply_roster(desk, plan)
    assert cards(desk) == {
        "Đàm Thị Ngọc Ánh": ("HS4202012345678", "HS", date(2026, 1, 1), date(2026, 12, 31)),
        "Hoàng Gia Bảo": ("0123456789", "", None, date(2026, 12, 31)),
    }
    numbers = {p.full_name: p.insurance_number for p in people.everyone(desk.store.reader)}
    assert numbers["Đàm Thị Ngọc Ánh"] == "2012345678"
    assert numbers["Hoàng Gia Bảo"] == "0123456789"
    assert preview(desk, columns, *lines).same == 3, "loading it again changes nothing"
    assert done.batch_id is not None
    assert rosters.obstacles_to_taking_back(desk, done.batch_id) == ()
    rosters.take_back(desk, done.batch_id)
    assert cards(desk) == {}


def test_a_longer_card_of_a_known_pupil_is_a_change_that_can_be_taken_back(desk: Context) -> None:
    columns = "\tMã thẻ BHYT\tHạn sử dụng"
    rosters.apply_roster(desk, preview(desk, columns, f"{ANH}\tHS4202012345678\t31/12/2026"))
    plan = preview(desk, columns, f"{ANH}\tHS4202012345678\t30/09/2027")
    assert [(d.field, d.before, d.after) for d in plan.rows[0].differences] == [
        ("card", "HS4202012345678 (31/12/2026)", "HS4202012345678 (30/09/2027)")
    ]
    done = rosters.apply_roster(desk, plan)
    person = people.by_personal_id(desk.store.reader, "020310004512")
    assert person is not None
    assert [card.valid_to for card in list_cards(desk, person.id)] == [
        date(2027, 9, 30),
        date(2026, 12, 31),
    ]
    assert done.batch_id is not None
    rosters.take_back(desk, done.batch_id)
    assert [card.valid_to for card in list_cards(desk, person.id)] == [date(2026, 12, 31)]


def test_the_end_of_a_card_beside_the_insurance_number_makes_one_too(desk: Context) -> None:
    columns = "\tMã số BHXH\tGiá trị thẻ"
    line = f"{ANH}\t2012345678\t01/01/2026 - 31/12/2026"
    rosters.apply_roster(desk, preview(desk, columns, line, f"{BAO}\t2012345679\t"))
    assert cards(desk) == {
        "Đàm Thị Ngọc Ánh": ("2012345678", "", date(2026, 1, 1), date(2026, 12, 31))
    }


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ("2012345678\tHS4202012345679\t", "CARD_NUMBER_DIFFERS", "F"),
        ("\tHN2202012345678\t31/12/2026", "CARD_OF_OTHER_GROUP", "F"),
        ("\tHS4202012345678\tcòn hạn", "CARD_DAY_UNREADABLE", "G"),
        ("2012345678\tHS420201234567\t", "CARD_NUMBER_MALFORMED", "F"),
    ],
)
def test_what_is_wrong_with_a_card_is_said_at_its_cell(
    desk: Context, cells: str, code: str, column: str
) -> None:
    plan = preview(desk, "\tMã số BHXH\tSố thẻ BHYT\tHạn thẻ", f"{ANH}\t{cells}")
    assert [(p.row, p.column, p.problem.code) for p in plan.problems] == [(2, column, code)]
    assert checks.sentence(code, plan.problems[0].problem.params)


def test_a_card_that_ends_before_it_begins_is_refused(desk: Context) -> None:
    columns = "\tSố thẻ BHYT\tThẻ BHYT từ ngày\tThẻ BHYT đến ngày"
    plan = preview(desk, columns, f"{ANH}\tHS4202012345678\t01/01/2027\t31/12/2026")
    assert [(p.column, p.problem.code) for p in plan.problems] == [("G", "CARD_PERIOD_EMPTY")]
    assert plan.refused == 1
