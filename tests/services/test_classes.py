"""Homeroom teachers and codes of classes."""

from __future__ import annotations

import pytest

from ssdesk.domain.pupil import PupilFacts
from ssdesk.errors import Conflict, UserError
from ssdesk.services.classes import SetClass, set_classes
from ssdesk.services.context import Context
from ssdesk.services.pupils import SavePupil, list_classes, save_pupils

YEAR = "2026-2027"


@pytest.fixture
def class_id(desk: Context) -> str:
    save_pupils(desk, YEAR, (SavePupil(PupilFacts("Vi Thị Ánh"), class_name="10A1"),))
    return list_classes(desk, YEAR)[0].id


def test_teacher_and_code_are_kept(desk: Context, class_id: str) -> None:
    set_classes(desk, (SetClass(class_id, "  Nông Thị  Hạnh ", "l10a1"),))
    row = list_classes(desk, YEAR)[0]
    assert (row.homeroom_teacher, row.sub_unit_code) == ("Nông Thị Hạnh", "L10A1")


def test_a_long_code_leaves_all_as_it_was(desk: Context, class_id: str) -> None:
    with pytest.raises(UserError, match="SUB_UNIT_CODE_LONG"):
        set_classes(desk, (SetClass(class_id, "A"), SetClass(class_id, "B", "1234567")))
    assert list_classes(desk, YEAR)[0].homeroom_teacher == ""


def test_an_unknown_class_is_a_conflict(desk: Context) -> None:
    with pytest.raises(Conflict):
        set_classes(desk, (SetClass("none", "A"),))
