"""A school rolls over: pupils move up, cards go along, nothing of the old year changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from ssdesk.domain.person import BirthDate
from ssdesk.domain.rollover import Step
from ssdesk.errors import Conflict, UserError
from ssdesk.services import covers, pupils, rollover, rosters
from ssdesk.services.context import Context
from ssdesk.services.covers import ELSEWHERE, SetCover
from ssdesk.services.pupils import PupilFacts, SavePupil
from ssdesk.services.rollover import RolloverChoices, RolloverPlan
from ssdesk.services.rosters import Action, KnownBy, RosterFile
from ssdesk.services.transfers import TransferOut, transfer_out
from ssdesk.storage import roster
from tests.services.collecting import YEAR, Desk, add_pupils, collecting

NEXT = "2027-2028"


@pytest.fixture
def school(desk: Context) -> Desk:
    made = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), ("Hoàng Chi",))
    add_pupils(desk, ("Lý Dung", "Đàm Văn Em"), "12A1")
    made.pay(0)
    return made


def _next_roster(ctx: Context) -> list[tuple[str, str]]:
    rows = pupils.list_pupils(ctx, NEXT)
    return [(row.full_name, row.class_name) for row in rows]


def _entry(ctx: Context, name: str, year: str = YEAR) -> str:
    return next(row.entry_id for row in pupils.list_pupils(ctx, year) if row.full_name == name)


def _plan(school: Desk, **choices: object) -> RolloverPlan:
    return rollover.preview_rollover(school.ctx, RolloverChoices(**choices))  # type: ignore[arg-type]


def test_a_preview_stores_nothing_and_counts_everybody(school: Desk) -> None:
    plan = _plan(school)
    assert (plan.year.name, plan.next_year.name) == (YEAR, NEXT)
    assert plan.counts == {Step.UP: 3, Step.LEAVE: 2}
    assert [(move.name, move.next_name) for move in plan.classes] == [
        ("10A1", "11A1"),
        ("11A1", "12A1"),
        ("12A1", ""),
    ]
    assert roster.school_years(school.ctx.store.reader) == (YEAR,)


def test_classes_move_up_and_the_last_grade_leaves(school: Desk) -> None:
    before = pupils.list_pupils(school.ctx, YEAR)
    done = rollover.apply_rollover(school.ctx, _plan(school))
    assert (done.pupils, done.year.name) == (3, NEXT)
    assert _next_roster(school.ctx) == [
        ("Vi Thị Ánh", "11A1"),
        ("Nông Văn Bảo", "11A1"),
        ("Hoàng Chi", "12A1"),
    ]
    assert pupils.list_pupils(school.ctx, YEAR) == before
    assert {row.joined_on for row in pupils.list_pupils(school.ctx, NEXT)} == {date(2027, 9, 1)}
    assert all(row.enrolment is None for row in pupils.list_pupils(school.ctx, NEXT))


def test_who_repeats_stays_in_the_grade_and_who_leaves_does_not_come(school: Desk) -> None:
    stay = frozenset({_entry(school.ctx, "Nông Văn Bảo"), _entry(school.ctx, "Lý Dung")})
    plan = _plan(school, stay=stay, leave=frozenset({_entry(school.ctx, "Hoàng Chi")}))
    rollover.apply_rollover(school.ctx, plan)
    assert _next_roster(school.ctx) == [
        ("Nông Văn Bảo", "10A1"),
        ("Vi Thị Ánh", "11A1"),
        ("Lý Dung", "12A1"),
    ]


def test_leavers_of_the_old_year_do_not_come_back(school: Desk) -> None:
    transfer_out(school.ctx, TransferOut(school.entries[1], date(2026, 12, 1), "chuyển trường"))
    assert _plan(school).counts[Step.UP] == 2


def test_a_class_can_be_named_otherwise_and_merges_are_said(school: Desk) -> None:
    plan = _plan(school, class_names={"lớp 10a1": "12a1"})
    assert plan.merged == (("12a1", ("10A1", "11A1")),)
    rollover.apply_rollover(school.ctx, plan)
    assert len({name for _, name in _next_roster(school.ctx)}) == 1


def test_cards_of_other_groups_go_along_while_they_are_valid(school: Desk) -> None:
    for place, last in ((1, None), (2, date(2027, 6, 30))):
        covers.set_cover(
            school.ctx,
            SetCover((school.entries[place],), ELSEWHERE, "HN", "", last, "thẻ giấy", True),
        )
    plan = _plan(school)
    assert plan.covers == 1
    rollover.apply_rollover(school.ctx, plan)
    found = {row.full_name: row.cover for row in pupils.list_pupils(school.ctx, NEXT)}
    cover = found["Nông Văn Bảo"]
    assert cover is not None
    assert (cover.group_code, cover.evidence, cover.proven) == ("HN", "thẻ giấy", True)
    assert found["Hoàng Chi"] is None


def test_rolling_over_again_changes_nothing(school: Desk) -> None:
    rollover.apply_rollover(school.ctx, _plan(school))
    plan = _plan(school, school_year=YEAR)
    assert (plan.known, plan.coming) == (3, ())
    assert rollover.apply_rollover(school.ctx, plan).batch_id is None


def test_a_plan_that_no_longer_holds_is_not_applied(school: Desk) -> None:
    plan = _plan(school)
    add_pupils(school.ctx, ("Lương Mới",), "10A1")
    with pytest.raises(Conflict, match="ROSTER_CHANGED"):
        rollover.apply_rollover(school.ctx, plan)
    assert roster.school_years(school.ctx.store.reader) == (YEAR,)


def test_taken_back_leaves_no_trace(school: Desk) -> None:
    covers.set_cover(
        school.ctx, SetCover((school.entries[1],), ELSEWHERE, "HN", "", None, "thẻ giấy", True)
    )
    before = pupils.list_pupils(school.ctx, YEAR)
    done = rollover.apply_rollover(school.ctx, _plan(school))
    assert done.batch_id is not None
    rollover.take_back_rollover(school.ctx, done.batch_id)
    assert roster.school_years(school.ctx.store.reader) == (YEAR,)
    assert pupils.list_pupils(school.ctx, YEAR) == before
    assert rollover.apply_rollover(school.ctx, _plan(school)).pupils == 3
    with pytest.raises(UserError, match="IMPORT_TAKEN_BACK"):
        rollover.take_back_rollover(school.ctx, done.batch_id)


def test_what_was_built_on_is_not_taken_back(school: Desk) -> None:
    done = rollover.apply_rollover(school.ctx, _plan(school))
    assert done.batch_id is not None
    entry_id = _entry(school.ctx, "Vi Thị Ánh", NEXT)
    covers.set_cover(school.ctx, SetCover((entry_id,), ELSEWHERE, "HN", "", None, "thẻ", True))
    with pytest.raises(UserError) as refused:
        rollover.take_back_rollover(school.ctx, done.batch_id)
    assert refused.value.code == "IMPORT_BUILT_ON"
    assert "Vi Thị Ánh" in str(refused.value.params["names"])


def test_wrong_choices_are_named(school: Desk) -> None:
    with pytest.raises(UserError, match="ROLLOVER_CLASS_UNKNOWN"):
        _plan(school, class_names={"9A": "10A"})
    with pytest.raises(UserError, match="ROLLOVER_PUPIL_UNKNOWN"):
        _plan(school, stay=frozenset({"khong-co"}))
    with pytest.raises(UserError, match="SCHOOL_YEAR_UNKNOWN"):
        _plan(school, school_year="2020-2021")


def test_a_desk_without_pupils_has_nothing_to_roll_over(desk: Context) -> None:
    with pytest.raises(UserError, match="ROLLOVER_NO_PUPILS"):
        rollover.preview_rollover(desk)


def test_a_pupil_of_both_years_is_one_person(school: Desk) -> None:
    rollover.apply_rollover(school.ctx, _plan(school))
    entry_id = _entry(school.ctx, "Vi Thị Ánh", NEXT)
    facts = pupils.facts_of(pupils.get_pupil(school.ctx, entry_id))
    renamed = PupilFacts(**{**_fields(facts), "full_name": "Vi Thị Ngọc Ánh"})
    pupils.save_pupils(school.ctx, NEXT, (SavePupil(renamed, entry_id=entry_id),))
    names = {row.full_name for row in pupils.list_pupils(school.ctx, YEAR)}
    assert "Vi Thị Ngọc Ánh" in names


def _fields(facts: PupilFacts) -> dict[str, object]:
    return {name: getattr(facts, name) for name in PupilFacts.__slots__}


def test_the_moment_is_kept(school: Desk) -> None:
    rollover.apply_rollover(school.ctx, _plan(school))
    (batch,) = rollover.list_rollovers(school.ctx)
    assert (batch.school_year, batch.created) == (NEXT, 3)
    assert isinstance(batch.posted_at, datetime)


def test_augusts_roster_knows_last_years_pupils_and_flags_the_newcomers(
    school: Desk, tmp_path: Path
) -> None:
    rollover.apply_rollover(school.ctx, _plan(school))
    entry_id = _entry(school.ctx, "Nông Văn Bảo", NEXT)
    facts = pupils.facts_of(pupils.get_pupil(school.ctx, entry_id))
    known = replace(facts, birth_date=BirthDate(date(2010, 9, 15)), insurance_number="2020123456")
    pupils.save_pupils(school.ctx, NEXT, (SavePupil(known, entry_id=entry_id),))
    file = tmp_path / "thang-tam.csv"
    file.write_text(
        "STT;Họ và tên;Ngày sinh;Lớp;Mã số BHXH\n"
        "1;Nông Văn Bảo;15/09/2010;11A2;\n"
        "2;Nông Văn Bảo;15/09/2011;11A1;2020999999\n"
        "3;Tô Mới Đến;01/02/2010;11A1;\n",
        "utf-8",
    )
    plan = rosters.preview_roster(school.ctx, RosterFile(file), NEXT)
    assert [(row.action, row.known_by) for row in plan.rows] == [
        (Action.CHANGED, KnownBy.NAME_AND_BIRTH),
        (Action.NEW, None),
        (Action.NEW, None),
    ]
    assert [(each.before, each.after) for each in plan.rows[0].differences] == [("11A1", "11A2")]
    assert [each.full_name for each in plan.missing] == ["Vi Thị Ánh"]
