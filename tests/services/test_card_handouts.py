"""Cards of the classes: which end soon, and in whose hands they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ssdesk.domain.pupil import PupilFacts
from ssdesk.errors import UserError
from ssdesk.services import card_handouts, card_lists, classes, enrolments
from ssdesk.services.card_handouts import HandOut, Place, PupilCard, Stage
from ssdesk.services.cards import RecordCard, record_cards
from ssdesk.services.classes import SetClass
from ssdesk.services.context import Context
from ssdesk.services.overview import TodoKind, overview
from ssdesk.services.pupils import SavePupil, get_pupil, save_pupils
from ssdesk.services.rosters import PastedText
from tests.services.collecting import YEAR, add_pupils, collecting

TODAY = date(2026, 9, 5)


def _give(ctx: Context, entry_id: str, ends: date) -> None:
    person_id = get_pupil(ctx, entry_id).person_id
    number = f"20900000{len(card_handouts.list_cards_of_year(ctx, YEAR)):02d}"
    card = RecordCard(person_id, number, "HS", ends - timedelta(days=364), ends)
    record_cards(ctx, (card,))


@pytest.fixture
def entries(desk: Context) -> tuple[str, ...]:
    """Two with a card, one without."""
    found = add_pupils(desk, ("Vi Thị Ánh", "Nông Văn Bảo", "Lý Chi"), "10A1")
    class_id = get_pupil(desk, found[0]).class_id
    classes.set_classes(desk, (SetClass(class_id, homeroom_teacher="Hoàng Thu"),))
    for entry_id in found[:2]:
        _give(desk, entry_id, date(2026, 12, 31))
    return found


def _rows(ctx: Context) -> dict[str, PupilCard]:
    return {row.full_name: row for row in card_handouts.list_cards_of_year(ctx, YEAR)}


def test_a_card_goes_to_the_teacher_and_then_to_the_pupil(
    desk: Context, entries: tuple[str, ...]
) -> None:
    done = card_handouts.hand_out(desk, HandOut(entries, Stage.TEACHER, YEAR))
    assert (done.cards, done.left_out) == (2, 1)
    row = _rows(desk)["Vi Thị Ánh"]
    assert card_handouts.place_of(row) is Place.WITH_TEACHER
    assert row.to_teacher == card_handouts.Handed(TODAY, "Hoàng Thu")
    mother = HandOut(entries[:1], Stage.PUPIL, YEAR, "mẹ: Vi Thị Lan", date(2026, 9, 4))
    card_handouts.hand_out(desk, mother)
    rows = _rows(desk)
    assert rows["Vi Thị Ánh"].to_pupil == card_handouts.Handed(date(2026, 9, 4), "mẹ: Vi Thị Lan")
    places = [card_handouts.place_of(row) for row in rows.values()]
    assert places == [Place.WITH_PUPIL, Place.WITH_TEACHER, Place.NONE]


def test_a_step_is_taken_once_and_taken_back(desk: Context, entries: tuple[str, ...]) -> None:
    card_handouts.hand_out(desk, HandOut(entries[:1], Stage.PUPIL, YEAR))
    with pytest.raises(UserError, match="CARDS_NONE_TO_HAND"):
        card_handouts.hand_out(desk, HandOut(entries[:1], Stage.PUPIL, YEAR))
    card_handouts.take_back_handout(desk, YEAR, entries[:1])
    assert card_handouts.place_of(_rows(desk)["Vi Thị Ánh"]) is Place.HELD
    card_handouts.hand_out(desk, HandOut(entries[:1], Stage.PUPIL, YEAR))
    assert card_handouts.place_of(_rows(desk)["Vi Thị Ánh"]) is Place.WITH_PUPIL


def test_a_day_to_come_is_refused(desk: Context, entries: tuple[str, ...]) -> None:
    later = HandOut(entries, Stage.PUPIL, YEAR, on=TODAY + timedelta(days=1))
    with pytest.raises(UserError, match="CARD_HANDED_LATER"):
        card_handouts.hand_out(desk, later)


def test_a_new_card_is_to_be_handed_out_again(desk: Context, entries: tuple[str, ...]) -> None:
    card_handouts.hand_out(desk, HandOut(entries[:1], Stage.PUPIL, YEAR))
    _give(desk, entries[0], date(2027, 12, 31))
    assert card_handouts.place_of(_rows(desk)["Vi Thị Ánh"]) is Place.HELD


def test_a_card_on_paper_waits_until_the_pupil_has_it(desk: Context) -> None:
    school = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"))
    first, second = school.entries
    enrolments.choose_card(desk, school.owing[0], paper=True)
    _give(desk, first, date(2026, 9, 30))
    assert card_handouts.paper_held(desk, YEAR) == ()
    _give(desk, first, date(2027, 9, 30))
    _give(desk, second, date(2027, 9, 30))
    assert card_handouts.paper_held(desk, YEAR) == (first,)
    assert [row.paper for row in card_handouts.list_cards_of_year(desk, YEAR)] == [True, False]
    card_handouts.hand_out(desk, HandOut((first,), Stage.TEACHER, YEAR))
    todo = next(each for each in overview(desk, YEAR).todos if each.kind is TodoKind.CARD_HELD)
    assert todo.entry_ids == (first,)
    card_handouts.hand_out(desk, HandOut((first,), Stage.PUPIL, YEAR))
    assert card_handouts.paper_held(desk, YEAR) == ()


@pytest.mark.parametrize(
    ("ends", "days", "soon"),
    [(5, 5, True), (6, 5, False), (0, 5, True), (-1, 30, False), (30, 30, True)],
)
def test_which_cards_end_soon(desk: Context, ends: int, days: int, soon: bool) -> None:
    (entry_id,) = add_pupils(desk, ("Vi Thị Ánh",), "10A1")
    _give(desk, entry_id, TODAY + timedelta(days=ends))
    (row,) = card_handouts.list_cards_of_year(desk, YEAR)
    assert card_handouts.ends_soon(row, TODAY, days) is soon


def test_a_card_handed_out_keeps_its_list_in(desk: Context, entries: tuple[str, ...]) -> None:
    lan = SavePupil(PupilFacts("Mã Lan", insurance_number="2090000099"), class_name="10A1")
    (lan_id,) = save_pupils(desk, YEAR, (lan,)).entry_ids
    text = "Họ tên\tMã số BHXH\tHạn thẻ\nMã Lan\t2090000099\t31/12/2026\n"
    plan = card_lists.preview_cards(desk, PastedText(text))
    batch_id = card_lists.apply_cards(desk, plan).batch_id
    assert batch_id is not None
    card_handouts.hand_out(desk, HandOut((lan_id,), Stage.PUPIL, YEAR))
    with pytest.raises(UserError, match="IMPORT_BUILT_ON"):
        card_lists.take_back(desk, batch_id)
