"""Who leads a class and its code."""

from __future__ import annotations

import pytest

from ssdesk.errors import UserError
from ssdesk.services.classes import SaveClass, save_class
from ssdesk.services.pupils import list_classes
from tests.services.conftest import YEAR, School


def test_a_class_gets_its_teacher_and_code(school: School) -> None:
    first = list_classes(school.ctx, YEAR)[0]
    save_class(school.ctx, SaveClass(first.id, "nguyễn  thị lan", "10a1"))
    found = list_classes(school.ctx, YEAR)[0]
    assert found.homeroom_teacher == "nguyễn thị lan"
    assert found.sub_unit_code == "10A1"


@pytest.mark.parametrize(("code", "refusal"), [("1234567", "MALFORMED"), ("lớp1", "MALFORMED")])
def test_a_code_the_office_cannot_read_is_refused(school: School, code: str, refusal: str) -> None:
    first = list_classes(school.ctx, YEAR)[0]
    with pytest.raises(UserError, match=refusal):
        save_class(school.ctx, SaveClass(first.id, "Cô Lan", code))
    with pytest.raises(UserError, match="CLASS_UNKNOWN"):
        save_class(school.ctx, SaveClass("không có", "Cô Lan"))
