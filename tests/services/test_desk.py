"""What the desk says of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ssdesk.domain.desk import DeskKind, Role
from ssdesk.errors import UserError
from ssdesk.services import desk as desks
from ssdesk.services.changes import Kind
from ssdesk.services.context import Context
from tests.conftest import PROFILE

TODAY = date(2026, 9, 5)


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"school_name": ""}, "school_name", "SCHOOL_NAME_MISSING"),
        ({"province_code": "99"}, "province_code", "PROVINCE_UNKNOWN"),
        ({"province_code": ""}, "province_code", "PROVINCE_UNKNOWN"),
        ({"first_grade": 12, "last_grade": 10}, "last_grade", "GRADES_REVERSED"),
        ({"first_grade": 0}, "first_grade", "GRADES_OUT_OF_RANGE"),
        ({"last_grade": 13}, "first_grade", "GRADES_OUT_OF_RANGE"),
        ({"usual_hospital": "2000"}, "usual_hospital", "HOSPITAL_CODE_MALFORMED"),
        ({"local_support": "5 phần trăm"}, "local_support", "AMOUNT_UNREADABLE"),
        ({"local_support": "x%"}, "local_support", "PERCENT_UNREADABLE"),
        ({"backup_folder": "no/such/folder"}, "backup_folder", "FOLDER_MISSING"),
    ],
)
def test_each_fault_is_at_its_field(
    desk: Context, change: dict[str, Any], field: str, code: str
) -> None:
    wrong = replace(PROFILE, **change)
    found = desks.check_profile(wrong, desk.rules, TODAY)
    assert [(problem.field, problem.code) for problem in found] == [(field, code)]
    with pytest.raises(UserError) as refused:
        desks.save_profile(desk, wrong)
    assert refused.value.code == code
    assert desks.read_profile(desk) == PROFILE


@pytest.mark.parametrize("support", ["", "5%", "10000", "10.000", "2,5%"])
def test_local_support_as_people_write_it(desk: Context, support: str) -> None:
    profile = replace(PROFILE, local_support=support)
    assert desks.check_profile(profile, desk.rules, TODAY) == ()


def test_a_saved_profile_is_clean_and_audited(desk: Context, tmp_path: Path) -> None:
    wanted = replace(
        PROFILE,
        school_name="  Trường  THPT Ðồng Đăng ",
        backup_folder=str(tmp_path),
        kind=DeskKind.OFFICE,
    )
    saved = desks.save_profile(desk, wanted)
    assert saved.changes.touches(Kind.DESK)
    assert saved.profile.school_name == "Trường THPT Đồng Đăng"
    assert saved.profile.kind is DeskKind.SCHOOL, "a desk stays what it is"
    assert desks.read_profile(desk) == saved.profile
    last = desk.store.reader.one("SELECT * FROM audit_entry ORDER BY seq DESC LIMIT 1")
    assert last is not None
    assert last["action"] == "profile_changed"
    assert "Đồng Đăng" in last["detail"]
    commits = desk.store.commits
    desks.save_profile(desk, saved.profile)
    assert desk.store.commits == commits, "nothing changed, nothing written"


def test_only_an_administrator_changes_it(desk: Context) -> None:
    clerk = replace(desk, account=replace(desk.account, role=Role.CLERK))
    with pytest.raises(UserError) as refused:
        desks.save_profile(clerk, PROFILE)
    assert refused.value.code == "NOT_ALLOWED"


def test_provinces_of_a_day(desk: Context) -> None:
    codes = dict(desks.list_provinces(desk.rules, TODAY))
    assert "20" in codes
    assert desks.list_school_years(desk) == ()
    assert desks.read_desk(desk).epoch == 1
