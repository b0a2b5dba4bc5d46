"""Cards that people hold are what the next card continues."""

from __future__ import annotations

from datetime import date

import pytest

from ssdesk.domain.pupil import PupilFacts
from ssdesk.errors import UserError
from ssdesk.services.cards import RecordCard, list_cards, record_cards
from ssdesk.services.context import Context
from ssdesk.services.pupils import SavePupil, list_pupils, save_pupils

YEAR = "2026-2027"


@pytest.fixture
def person_id(desk: Context) -> str:
    save_pupils(desk, YEAR, (SavePupil(PupilFacts("Vi Thị Ánh"), class_name="10A1"),))
    return list_pupils(desk, YEAR)[0].person_id


def _card(person_id: str, number: str = "2090000001", ends: int = 2026) -> RecordCard:
    return RecordCard(person_id, number, "HS", date(2024, 10, 1), date(ends, 9, 30), "D09-TS")


def test_recorded_card_is_listed_and_known_to_the_pupil(desk: Context, person_id: str) -> None:
    done = record_cards(desk, (_card(person_id, ends=2025), _card(person_id)))
    assert done.cards == 2
    assert [card.valid_to for card in list_cards(desk, person_id)] == [
        date(2026, 9, 30),
        date(2025, 9, 30),
    ]
    assert list_pupils(desk, YEAR)[0].card_valid_to == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("number", "ends", "code"),
    [
        ("12", 2026, "CARD_NUMBER_MALFORMED"),
        ("2090000001", 2023, "CARD_PERIOD_EMPTY"),
        ("CN3020000000017", 2026, "CARD_GROUP_DIFFERS"),
    ],
)
def test_a_wrong_card_leaves_all_out(
    desk: Context, person_id: str, number: str, ends: int, code: str
) -> None:
    with pytest.raises(UserError, match=code):
        record_cards(desk, (_card(person_id), _card(person_id, number, ends)))
    assert list_cards(desk, person_id) == ()
