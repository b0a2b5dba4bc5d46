"""What the first page asks for, the most urgent first."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.person import BirthDate, Precision, Sex
from ssdesk.domain.pupil import PupilFacts
from ssdesk.services import overview as overview_module
from ssdesk.services.cards import RecordCard, record_cards
from ssdesk.services.context import Context
from ssdesk.services.covers import SetCover, set_cover
from ssdesk.services.overview import TodoKind, overview
from ssdesk.services.pupils import SavePupil, get_pupil, list_pupils, problems_of, save_pupils
from ssdesk.services.transfers import override_identity
from tests.services.collecting import OWN_SHARE, YEAR, add_pupils, collecting, open_round


def test_who_has_paid_nothing_by_the_last_day_comes_first(desk: Context, clock: FixedClock) -> None:
    owing = collecting(desk, ("Đàm Thị Ngọc Ánh", "Hoàng Gia Bảo", "Vi Thị Diệp"))
    owing.pay(0)
    add_pupils(desk, ("Nông Thị Lụa",), "10A1")
    assert TodoKind.DUE not in {todo.kind for todo in overview(desk, YEAR).todos}
    clock.moment = datetime(2026, 9, 24, 8, 0)
    soon = overview(desk, YEAR).todos
    kinds = [todo.kind for todo in soon]
    assert kinds.index(TodoKind.LEFT_OVER) < kinds.index(TodoKind.DUE)
    assert kinds.index(TodoKind.DUE) < kinds.index(TodoKind.NOT_LISTED)
    clock.moment = datetime(2026, 9, 30, 8, 0)
    first = overview(desk, YEAR).todos[0]
    assert first.kind is TodoKind.DUE
    assert set(first.entry_ids) == set(owing.entries[1:])
    assert first.amount == 2 * OWN_SHARE


def test_a_card_of_another_group_that_ends_before_the_round(
    desk: Context, clock: FixedClock
) -> None:
    names = ("Vi Thị Ánh", "Hoàng Gia Bảo", "Lý Chi", "Mã Dung", "Nông Én")
    entries = add_pupils(desk, names, "10A1")
    open_round(desk)
    noted, told, forever, until_end, own = entries

    def cover(entry_id: str, ends: date | None) -> None:
        command = SetCover((entry_id,), "elsewhere", "DT", valid_to=ends, evidence="thẻ")
        set_cover(desk, command)

    cover(noted, date(2027, 3, 31))
    cover(forever, None)
    cover(until_end, date(2027, 9, 30))
    first, ends = date(2026, 1, 1), date(2026, 12, 31)
    numbers = {told: ("DT2200120878839", "DT"), own: ("HS4200120878838", "HS")}
    for entry_id, (number, group) in numbers.items():
        person_id = get_pupil(desk, entry_id).person_id
        record_cards(desk, (RecordCard(person_id, number, group, first, ends),))
    found = next(todo for todo in overview(desk, YEAR).todos if todo.kind is TodoKind.COVER_SHORT)
    assert set(found.entry_ids) == {noted, told}
    assert found.first_on == ends
    clock.moment = datetime(2027, 3, 10, 8, 0)
    kinds = {todo.kind for todo in overview(desk, YEAR).todos}
    assert TodoKind.COVER_SHORT not in kinds


def test_numbers_that_cannot_be_are_found_whoever_bears_them(desk: Context) -> None:
    born, year_only = BirthDate(date(2010, 5, 1)), BirthDate(date(2010, 1, 1), Precision.YEAR)
    facts = (
        PupilFacts("Vi Thị Ánh", born, Sex.FEMALE, "020310000001"),
        PupilFacts("Vi Văn Anh", born, Sex.MALE, "020310000002"),
        PupilFacts("Lý Chi", year_only, Sex.FEMALE, "020310000003"),
        PupilFacts("Mã Dung", BirthDate(date(2011, 5, 1)), Sex.FEMALE, "020310000004"),
        PupilFacts("Nông Én", None, None, "999310000005"),
        PupilFacts("Hoàng Giang", born, Sex.FEMALE, "020310000006"),
    )
    save_pupils(desk, YEAR, tuple(SavePupil(each, class_name="10A1") for each in facts))
    kept = next(row for row in list_pupils(desk, YEAR) if row.full_name == "Mã Dung")
    override_identity(desk, kept.entry_id, "Giấy khai sinh ghi 2011")
    with desk.store.write("bench", desk.clock.now()) as unit:
        unit.execute("UPDATE person SET personal_id = '20310000006' WHERE personal_id LIKE '%6'")
    wrong = {
        row.entry_id
        for row in list_pupils(desk, YEAR)
        if any(item.field == "personal_id" for item in problems_of(row, YEAR))
    }
    assert len(wrong) == 3
    todos = {todo.kind: todo for todo in overview(desk, YEAR).todos}
    assert set(todos[TodoKind.IDENTITY_PROBLEM].entry_ids) == wrong


def test_many_left_over_are_counted_and_the_first_classes_named(
    desk: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview_module, "LEFT_OVER_READ", 2)
    add_pupils(desk, ("Nông Thị Lụa", "Vi Văn Én"), "11A1")
    first = add_pupils(desk, ("Hoàng Chi", "Mã Dung"), "10A1")
    seen = overview(desk, YEAR)
    assert {row.entry_id for row in seen.left_over} == set(first)
    assert seen.count.left_over == seen.unexplained == 4
    todo = next(todo for todo in seen.todos if todo.kind is TodoKind.LEFT_OVER)
    assert len(todo.entry_ids) == 4
