"""Lists of cards come in: whose each row is, what it changes, and back out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ssdesk.domain import checks
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.person import BirthDate, Sex
from ssdesk.domain.pupil import PupilFacts
from ssdesk.errors import BadFile, Conflict, UserError
from ssdesk.services import card_lists, covers, pupils, submissions
from ssdesk.services.card_lists import Action, CardListPlan, Evidence
from ssdesk.services.cards import RecordCard, list_cards, record_cards
from ssdesk.services.context import Context
from ssdesk.services.covers import SetCover
from ssdesk.services.pupils import SavePupil
from ssdesk.services.rosters import Field, LeaveOut, PastedText, RosterFile
from ssdesk.services.submissions import ListRequest, MakeList
from tests.card_lists import d09_ts
from tests.services.collecting import YEAR
from tests.services.listed_school import listed_school

END = date(2026, 12, 31)
HEADINGS = "Họ và tên\tMã số BHXH\tCCCD\tNgày sinh\tHạn thẻ\n"
BORN = BirthDate(date(2010, 9, 15))


def _facts(name: str, **more: object) -> PupilFacts:
    return replace(PupilFacts(name, birth_date=BORN, sex=Sex.FEMALE), **more)  # type: ignore[arg-type]


@pytest.fixture
def school(desk: Context) -> Context:
    people = (
        _facts("Vi Thị Ánh", insurance_number="0120878837", personal_id="020310000017"),
        _facts("Nông Thị Bảo", personal_id="020310000018"),
        _facts("Lý Thị Chi"),
    )
    pupils.save_pupils(desk, YEAR, tuple(SavePupil(each, class_name="10A1") for each in people))
    return desk


def _plan(ctx: Context, *rows: str) -> CardListPlan:
    return card_lists.preview_cards(ctx, PastedText(HEADINGS + "\n".join(rows) + "\n"))


def _person(ctx: Context, name: str) -> pupils.PupilRow:
    return next(row for row in pupils.list_pupils(ctx, YEAR) if row.full_name == name)


def _ends(ctx: Context, name: str) -> list[date | None]:
    return [card.valid_to for card in list_cards(ctx, _person(ctx, name).person_id)]


def test_each_row_is_matched_with_its_evidence(school: Context) -> None:
    plan = _plan(
        school,
        "Vi Thị Ánh\t0120878837\t\t15/09/2010\t31/12/2026",
        "Nông Thị Bảo\t0120878838\t020310000018\t15/09/2010\t31/12/2026",
        "LÝ THỊ CHI\t0120878839\t\t15/9/2010\t31/12/2026",
        "Triệu Mùi\t0120878840\t\t01/02/2010\t31/12/2026",
    )
    found = [(row.action, row.evidence, row.class_name) for row in plan.rows]
    assert found == [
        (Action.NEW, Evidence.INSURANCE_NUMBER, "10A1"),
        (Action.NEW, Evidence.PERSONAL_ID, "10A1"),
        (Action.NEW, Evidence.NAME_AND_BIRTH, "10A1"),
        (Action.NOT_OURS, None, ""),
    ]
    assert plan.problems == ()
    told = [(each.field, each.before, each.after) for each in plan.rows[1].differences]
    assert told == [
        ("insurance_number", "", "0120878838"),
        ("card_number", "", "0120878838"),
        ("valid_to", "", "31/12/2026"),
    ]


def test_the_monthly_list_fills_in_numbers_and_cards_once(school: Context, tmp_path: Path) -> None:
    file = d09_ts(
        tmp_path / "d09.xlsx",
        (
            "Đang tham gia",
            [
                ("Vi Thị Ánh", 120878837, "15/09/2010", "31/12/2026"),
                ("Lý Thị Chi", "0120878839", "150910", "Hạn thẻ 31.12.2026"),
            ],
        ),
        ("Giảm", [("Nông Thị Bảo", "0120878838", "15/09/2010", "chuyển trường")]),
    )
    plan = card_lists.preview_cards(school, RosterFile(file))
    done = card_lists.apply_cards(school, plan)
    assert (done.new, done.changed, done.left_out) == (2, 0, 0)
    assert plan.rows[2].action is Action.STOPPED
    assert _ends(school, "Vi Thị Ánh") == _ends(school, "Lý Thị Chi") == [END]
    assert _person(school, "Lý Thị Chi").insurance_number == "0120878839"
    assert _person(school, "Lý Thị Chi").card_valid_to == END

    again = card_lists.preview_cards(school, RosterFile(file))
    assert again.taken_before is not None
    assert again.counts[Action.SAME] == 2
    assert card_lists.apply_cards(school, again).batch_id is None
    assert _ends(school, "Vi Thị Ánh") == [END]


def test_a_list_is_taken_back_whole(school: Context) -> None:
    known = RecordCard(
        _person(school, "Vi Thị Ánh").person_id, "0120878837", "HS", date(2026, 1, 1), END
    )
    record_cards(school, (known,))
    plan = _plan(
        school,
        "Vi Thị Ánh\t0120878837\t\t15/09/2010\t30/09/2026",
        "Lý Thị Chi\t0120878839\t\t15/09/2010\t31/12/2026",
    )
    done = card_lists.apply_cards(school, plan)
    assert _ends(school, "Vi Thị Ánh") == [date(2026, 9, 30)]
    assert done.batch_id is not None
    card_lists.take_back(school, done.batch_id)
    assert _ends(school, "Vi Thị Ánh") == [END]
    assert _ends(school, "Lý Thị Chi") == []
    assert _person(school, "Lý Thị Chi").insurance_number is None
    with pytest.raises(UserError, match="IMPORT_TAKEN_BACK"):
        card_lists.take_back(school, done.batch_id)


def test_what_a_later_list_changed_cannot_be_taken_back_beneath_it(school: Context) -> None:
    row = "Vi Thị Ánh\t0120878837\t\t15/09/2010\t{}"
    first = card_lists.apply_cards(school, _plan(school, row.format("31/12/2026")))
    second = card_lists.apply_cards(school, _plan(school, row.format("30/09/2026")))
    assert first.batch_id
    assert second.batch_id
    with pytest.raises(UserError, match="IMPORT_BUILT_ON"):
        card_lists.take_back(school, first.batch_id)
    card_lists.take_back(school, second.batch_id)
    card_lists.take_back(school, first.batch_id)
    assert _ends(school, "Vi Thị Ánh") == []


def test_next_years_card_is_another_card_and_another_end_is_a_correction(school: Context) -> None:
    row = "Vi Thị Ánh\t0120878837\t\t15/09/2010\t{}"
    for day in ("31/12/2026", "31/12/2027", "31/12/2026"):
        card_lists.apply_cards(school, _plan(school, row.format(day)))
    assert _ends(school, "Vi Thị Ánh") == [date(2027, 12, 31), END]
    (corrected,) = _plan(school, row.format("30/09/2027")).rows
    assert corrected.action is Action.CHANGED
    told = [(each.field, each.before, each.after) for each in corrected.differences]
    assert told == [("valid_to", "31/12/2027", "30/09/2027")]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("Mã Văn Hai\t0120878837\t\t01/01/2009\t31/12/2026", "NUMBER_OF_ANOTHER", "B"),
        (
            "Vi Thị Ánh\t0120878837\t020310000018\t15/09/2010\t31/12/2026",
            "CARD_ROW_TWO_PEOPLE",
            "B",
        ),
        ("Vi Thị Ánh\t0120878899\t\t15/09/2010\t31/12/2026", "CARD_ROW_OTHER_NUMBER", "B"),
        ("Lý Thị Chi\t\t\t15/09/2010\t31/12/2026", "CARD_ROW_NO_NUMBER", "B"),
        ("Vi Thị Ánh\t0120878837\t\t15/09/2010\t31/02/2026", "CARD_LIST_DAY_UNREADABLE", "E"),
    ],
)
def test_a_row_that_contradicts_keeps_the_whole_list_out(
    school: Context, row: str, code: str, column: str
) -> None:
    plan = _plan(school, "Nông Thị Bảo\t0120878838\t020310000018\t\t31/12/2026", row)
    (problem,) = plan.problems
    assert (problem.row, problem.column, problem.problem.code) == (3, column, code)
    with pytest.raises(UserError, match="IMPORT_HAS_PROBLEMS"):
        card_lists.apply_cards(school, plan)
    assert _ends(school, "Nông Thị Bảo") == []
    done = card_lists.apply_cards(school, plan, LeaveOut(refused=True))
    assert (done.new, done.left_out) == (1, 1)
    assert _ends(school, "Nông Thị Bảo") == [END]


def test_two_of_one_name_and_day_are_told_apart_by_their_class(school: Context) -> None:
    twin = SavePupil(_facts("Lý Thị Chi"), class_name="10A2")
    pupils.save_pupils(school, YEAR, (twin,))
    row = "Lý Thị Chi\t0120878839\t\t15/09/2010\t31/12/2026"
    assert [each.problem.code for each in _plan(school, row).problems] == ["CARD_ROW_SEVERAL"]
    text = (
        "Họ tên\tLớp\tMã số BHXH\tNgày sinh\tHạn thẻ\n"
        "Lý Thị Chi\t10a2\t0120878839\t15/9/2010\t31/12/26\n"
    )
    (found,) = card_lists.preview_cards(school, PastedText(text)).rows
    assert (found.evidence, found.class_name) == (Evidence.NAME_AND_BIRTH, "10A2")


def test_names_and_births_that_differ_are_shown_and_taken(school: Context) -> None:
    plan = _plan(
        school,
        "Vi Thị Vân\t0120878837\t\t15/09/2010\t31/12/2026",
        "Nông Thị Bảo\t0120878838\t020310000018\t16/09/2010\t31/12/2026",
    )
    codes = [each.problem.code for each in plan.problems]
    assert codes == ["CARD_ROW_NAME_DIFFERS", "CARD_ROW_BIRTH_DIFFERS"]
    assert card_lists.apply_cards(school, plan).new == 2
    assert _person(school, "Vi Thị Ánh").birth_date == BORN


def test_a_name_alone_takes_no_number_away(school: Context) -> None:
    row = "Lý Thị Chi\t0120878837\t\t\t31/12/2026"
    assert [each.problem.code for each in _plan(school, row).problems] == ["NUMBER_OF_ANOTHER"]
    shared = (
        "Lý Thị Chi\t0120878839\t\t15/09/2010\t31/12/2026",
        "Nông Thị Bảo\t0120878839\t020310000018\t\t31/12/2026",
    )
    plan = _plan(school, *shared)
    assert [each.problem.code for each in plan.problems] == ["NUMBER_OF_ANOTHER"]


def test_a_number_told_by_one_row_is_known_to_the_others(school: Context) -> None:
    rows = (
        "Nông Thị Bảo\t0120878838\t\t\t31/12/2026",
        "Nông Thị Bảo\t0120878838\t020310000018\t\t31/12/2026",
    )
    plan = _plan(school, *rows)
    assert [row.evidence for row in plan.rows] == [
        Evidence.INSURANCE_NUMBER,
        Evidence.PERSONAL_ID,
    ]


def test_columns_that_somebody_named_are_remembered(school: Context) -> None:
    text = "Ai\tSố\tKhi nào\nVi Thị Ánh\t0120878837\t31/12/2026\n"
    with pytest.raises(BadFile, match="CARD_LIST_NO_COLUMNS"):
        card_lists.preview_cards(school, PastedText(text))
    mapping = card_lists.propose_columns(school, PastedText(text))
    (layout,) = mapping.layouts
    for index, field in enumerate((Field.FULL_NAME, Field.INSURANCE_NUMBER, Field.CARD_TO)):
        mapping = mapping.with_field(layout.signature, index, field)
    plan = card_lists.preview_cards(school, PastedText(text), mapping=mapping)
    assert card_lists.apply_cards(school, plan).new == 1
    other = text.replace("0120878837", "0120878838").replace("Vi Thị Ánh", "Ai Đó")
    (row,) = card_lists.preview_cards(school, PastedText(other)).rows
    assert (row.action, row.line.valid_to) == (Action.NOT_OURS, END)


def test_two_rows_for_one_person_must_agree(school: Context) -> None:
    row = "Vi Thị Ánh\t0120878837\t\t15/09/2010\t{}"
    plan = _plan(school, row.format("31/12/2026"), row.format("31/12/2026"))
    assert plan.problems == ()
    plan = _plan(school, row.format("31/12/2026"), row.format("30/09/2026"))
    assert [each.problem.code for each in plan.problems] == ["CARD_ROW_TWICE"]


def test_a_card_proves_that_the_office_accepted(desk: Context) -> None:
    money = listed_school(desk)
    submissions.make_list(desk, MakeList(ListRequest(desk.clock.today()), waiting=True))
    row = "Vi Thị Ánh\t0120878837\t020310000000\t\t{}"
    plan = _plan(desk, row.format("30/09/2027"))
    assert plan.ticked == 1
    done = card_lists.apply_cards(desk, plan)
    assert done.ticked == 1
    assert money.enrolment(0).state is EnrolmentState.ACCEPTED
    assert done.batch_id is not None
    card_lists.take_back(desk, done.batch_id)
    assert money.enrolment(0).state is EnrolmentState.SUBMITTED
    assert _plan(desk, row.format("31/12/2026")).ticked == 0


def test_another_groups_card_moves_the_end_of_its_cover(school: Context) -> None:
    entry = _person(school, "Vi Thị Ánh").entry_id
    known = SetCover((entry,), "elsewhere", "DT", "DT2200120878837", END, "thẻ", proven=True)
    covers.set_cover(school, known)
    text = "Họ tên\tSố thẻ\tHạn thẻ\nVi Thị Ánh\tDT2200120878837\t31/03/2027\n"
    plan = card_lists.preview_cards(school, PastedText(text))
    done = card_lists.apply_cards(school, plan)
    cover = _person(school, "Vi Thị Ánh").cover
    assert cover is not None
    assert cover.valid_to == date(2027, 3, 31)
    assert done.batch_id is not None
    covers.end_cover(school, (entry,), "hết hạn")
    with pytest.raises(UserError, match="IMPORT_BUILT_ON"):
        card_lists.take_back(school, done.batch_id)


def test_a_plan_made_before_a_change_is_not_taken(school: Context) -> None:
    plan = _plan(school, "Vi Thị Ánh\t0120878837\t\t15/09/2010\t31/12/2026")
    card_lists.apply_cards(school, plan)
    with pytest.raises(Conflict, match="CARD_LIST_CHANGED"):
        card_lists.apply_cards(school, plan)


NOISE = st.text(max_size=12).filter(lambda text: not set(text) & {"\t", "\n", "\r"})


def _mostly(*cells: str) -> st.SearchStrategy[str]:
    return st.integers(0, 9).flatmap(lambda n: NOISE if n == 0 else st.sampled_from(cells))


ROWS = st.tuples(
    _mostly("Vi Thị Ánh", "Nông Thị Bảo", "Lý Thị Chi", "lý thị chi", "Mã Hai", "Giảm", "Tổng"),
    _mostly("0120878837", "120878838", "HS4200120878837", "DT2200120878839", "", "1,2E+11"),
    _mostly("020310000017", "20310000018", "020310000099", "", "#REF!"),
    _mostly("15/09/2010", "2010", "16.9.2010", "", "31/02/2010"),
    _mostly("31/12/2026", "30/09/2026 - 31/12/2027", "12/2026", "46023", "", "cuối năm", "311226"),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ROWS, min_size=1, max_size=6))
def test_any_list_is_planned_or_refused_and_taken_back_whole(
    school: Context, rows: list[tuple[str, ...]]
) -> None:
    before = [_state(school, name) for name in ("Vi Thị Ánh", "Nông Thị Bảo", "Lý Thị Chi")]
    try:
        plan = _plan(school, *("\t".join(row) for row in rows))
    except BadFile as refused:
        said = [(refused.code, refused.params)]
    else:
        said = [(each.problem.code, dict(each.problem.params)) for each in plan.problems]
        _take_and_take_back(school, plan, rows)
    assert all(checks.sentence(code, params) for code, params in said)
    after = [_state(school, name) for name in ("Vi Thị Ánh", "Nông Thị Bảo", "Lý Thị Chi")]
    assert after == before


def _take_and_take_back(ctx: Context, plan: CardListPlan, rows: list[tuple[str, ...]]) -> None:
    done = card_lists.apply_cards(ctx, plan, LeaveOut(refused=True))
    known = pupils.list_pupils(ctx, YEAR)
    for numbers in ([row.insurance_number for row in known], [row.personal_id for row in known]):
        given = [number for number in numbers if number]
        assert len(given) == len(set(given))
    again = _plan(ctx, *("\t".join(row) for row in rows))
    assert not again.counts[Action.NEW]
    assert not again.counts[Action.CHANGED]
    if done.batch_id:
        card_lists.take_back(ctx, done.batch_id)


def _state(ctx: Context, name: str) -> tuple[object, ...]:
    row = _person(ctx, name)
    cards = [
        (card.number, card.valid_from, card.valid_to) for card in list_cards(ctx, row.person_id)
    ]
    return row.insurance_number, row.personal_id, cards
