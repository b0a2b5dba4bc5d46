"""Pupils entered and mended, told apart by their personal id."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.person import BirthDate, Sex
from ssdesk.domain.pupil import PupilFacts
from ssdesk.errors import UserError
from ssdesk.services import pupils, transfers
from ssdesk.services.context import Context
from ssdesk.services.pupils import SavePupil
from tests.services.collecting import YEAR, add_pupils

ANH = PupilFacts(
    "Đàm Thị Ngọc Ánh",
    birth_date=BirthDate(date(2010, 9, 15)),
    sex=Sex.FEMALE,
    personal_id="020310000017",
    student_code="HS01",
)


def _enter(desk: Context, facts: PupilFacts = ANH, year: str = YEAR) -> str:
    saved = pupils.save_pupils(desk, year, (SavePupil(facts, class_name="10A1"),))
    return saved.entry_ids[0]


def _code(desk: Context, command: SavePupil) -> str:
    with pytest.raises(UserError) as refused:
        pupils.save_pupils(desk, YEAR, (command,))
    return refused.value.code


def test_what_was_typed_is_read_again(desk: Context) -> None:
    entry = _enter(desk, replace(ANH, address="Thôn Nà Pàn", note="học kỳ 2"))
    row = pupils.get_pupil(desk, entry)
    assert pupils.facts_of(row) == replace(ANH, address="Thôn Nà Pàn", note="học kỳ 2")
    assert (row.class_name, row.grade, row.joined_on) == ("10A1", 10, date(2026, 9, 5))
    assert row.state is CoverageState.LEFT_OVER


def test_a_mended_pupil_leaves_both_values_in_the_audit(desk: Context) -> None:
    entry = _enter(desk)
    mended = replace(ANH, birth_date=None, phone="0912345678", student_code="HS02")
    pupils.save_pupils(desk, YEAR, (SavePupil(mended, entry_id=entry),))
    assert pupils.facts_of(pupils.get_pupil(desk, entry)) == mended
    sql = "SELECT detail FROM audit_entry WHERE action = 'pupil_mended' AND subject = ?"
    assert json.loads(desk.store.reader.value(sql, (entry,))) == {
        "birth_date": "2010-09-15 -> ",
        "phone": " -> 0912345678",
        "student_code": "HS01 -> HS02",
    }


def test_nothing_changed_is_nothing_written(desk: Context) -> None:
    entry = _enter(desk)
    before = desk.store.reader.last_audit()
    pupils.save_pupils(desk, YEAR, (SavePupil(ANH, entry_id=entry),))
    assert desk.store.reader.last_audit() == before


def test_a_number_is_one_pupils_only(desk: Context) -> None:
    entry = _enter(desk)
    other = PupilFacts("Vi Thị Ánh", personal_id=ANH.personal_id)
    assert _code(desk, SavePupil(other, class_name="10A2")) == "PERSONAL_ID_TAKEN"
    # The pupil's own line is no other.
    assert pupils.check(desk, YEAR, SavePupil(ANH, entry_id=entry)) == ()


def test_all_are_saved_or_none(desk: Context) -> None:
    _enter(desk)
    good = SavePupil(PupilFacts("Y Khŏt"), class_name="10A1")
    with pytest.raises(UserError, match="CLASS_MISSING"):
        pupils.save_pupils(desk, YEAR, (good, SavePupil(PupilFacts("Nông Văn Bảo"))))
    assert [row.full_name for row in pupils.list_pupils(desk, YEAR)] == [ANH.full_name]


def test_a_pupil_whom_nobody_knows_is_refused(desk: Context) -> None:
    with pytest.raises(UserError, match="PUPIL_UNKNOWN"):
        pupils.get_pupil(desk, "nobody")
    assert _code(desk, SavePupil(PupilFacts("Ai Đó"), entry_id="nobody")) == "PUPIL_UNKNOWN"


def test_the_same_human_being_comes_back_next_year(desk: Context, clock: FixedClock) -> None:
    last = _enter(desk, year="2025-2026")
    now = _enter(desk, replace(ANH, phone="0912345678"))
    rows = [pupils.get_pupil(desk, entry) for entry in (last, now)]
    assert rows[0].person_id == rows[1].person_id
    assert rows[0].phone == "0912345678"


def test_one_state_is_listed_and_leavers_apart(desk: Context) -> None:
    stays, goes = add_pupils(desk, ("Nông Văn Bảo", "Vi Thị Chi"), "10A1")
    leaving = transfers.TransferOut(goes, date(2026, 9, 4), "theo gia đình")
    transfers.transfer_out(desk, leaving)
    left_over = pupils.list_pupils(desk, YEAR, state=CoverageState.LEFT_OVER)
    assert [row.entry_id for row in left_over] == [stays]
    assert pupils.list_pupils(desk, YEAR, state=CoverageState.PAID) == ()
    assert [row.entry_id for row in pupils.list_leavers(desk, YEAR)] == [goes]
    count = pupils.list_classes(desk, YEAR)[0].count
    assert count.left_over == 1


def test_an_override_silences_the_contradiction_only(desk: Context) -> None:
    wrong = replace(ANH, sex=Sex.MALE, personal_id="020310000017")
    entry = _enter(desk, wrong)
    found = pupils.problems_of(pupils.get_pupil(desk, entry), YEAR)
    assert "PERSONAL_ID_SEX" in {item.code for item in found}
    with pytest.raises(UserError, match="REASON_MISSING"):
        transfers.override_identity(desk, entry, "  ")
    transfers.override_identity(desk, entry, "đã xem thẻ căn cước")
    row = pupils.get_pupil(desk, entry)
    assert row.identity_override == "đã xem thẻ căn cước"
    assert "PERSONAL_ID_SEX" not in {item.code for item in pupils.problems_of(row, YEAR)}


def test_a_class_typed_in_another_spelling_is_the_class_already_there(desk: Context) -> None:
    first = _enter(desk)
    other = SavePupil(PupilFacts("Vi Văn Hùng"), class_name="lớp 10 a1")
    second = pupils.save_pupils(desk, YEAR, (other,)).entry_ids[0]
    assert [item.name for item in pupils.list_classes(desk, YEAR)] == ["10A1"]
    rows = [pupils.get_pupil(desk, entry) for entry in (first, second)]
    assert len({row.class_id for row in rows}) == 1


@pytest.mark.parametrize("name", ["31122026", "042", "12/5", "…"])
def test_a_number_is_no_name(desk: Context, name: str) -> None:
    facts = replace(ANH, full_name=name)
    assert _code(desk, SavePupil(facts, class_name="10A1")) == "NAME_WITHOUT_LETTERS"


def test_digits_inside_a_name_are_warned_of_and_kept(desk: Context) -> None:
    command = SavePupil(replace(ANH, full_name="Vi Văn 0912"), class_name="10A1")
    assert [item.code for item in pupils.check(desk, YEAR, command)] == ["NAME_WITH_DIGITS"]
    assert pupils.save_pupils(desk, YEAR, (command,)).entry_ids


@pytest.mark.parametrize("name", ["H'Hen Niê", "Ánh", "Y Khŏt", "Đàm Thị Ngọc Ánh", "Lò Ò"])
def test_letters_of_a_name_are_never_a_problem(desk: Context, name: str) -> None:
    command = SavePupil(replace(ANH, full_name=name), class_name="10A1")
    assert pupils.check(desk, YEAR, command) == ()
