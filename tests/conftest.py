"""Fixtures that every room's tests share: a clock that stands still and a real desk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings

from ssdesk.clock import FixedClock
from ssdesk.domain.desk import Account, Budget, DeskKind, DeskProfile, Role
from ssdesk.services.context import Context, Setup, create_desk, open_desk
from ssdesk.storage.keys import Strength
from tests.services.two_desks import make_office, two

__all__ = ["make_office", "two"]

# A busy machine is slow, not wrong; and the same examples come on every machine.
settings.register_profile("desk", deadline=None, derandomize=True)
settings.load_profile("desk")

LOGIN = "van.thu"
PASSWORD = "mat-khau-123"
# Guessing may be cheap here: hundreds of tests log in.
QUICK = Setup(strength=Strength(time=1, memory=8), ballast=0)
PROFILE = DeskProfile(
    kind=DeskKind.SCHOOL,
    school_name="Trường THPT Chu Văn An",
    school_code="HS0020A",
    address="Phường Đông Kinh, tỉnh Lạng Sơn",
    province_code="20",
    budget=Budget.LOCAL,
    first_grade=10,
    last_grade=12,
    office_name="BHXH cơ sở Lạng Sơn",
    office_code="02001",
    collector_name="Nông Thị Hạnh",
    collector_code="NVT020300001234",
    account_number="1234567890",
    account_name="BHXH tỉnh Lạng Sơn",
    bank_name="Agribank Lạng Sơn",
    usual_hospital="20001",
    principal_name="Hoàng Văn Thụ",
    preparer_name="Nông Thị Hạnh",
    cashier_name="Lương Thị Mai",
)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 9, 5, 8, 0))


@pytest.fixture(scope="session")
def desk_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("template") / "desk"
    clock = FixedClock(datetime(2026, 9, 1, 8, 0))
    account = Account("", LOGIN, "Nông Thị Hạnh", Role.ADMINISTRATOR)
    ctx, _ = create_desk(directory, PROFILE, account, PASSWORD, clock, QUICK)
    ctx.close()
    return directory


@pytest.fixture
def desk(desk_template: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Context]:
    directory = tmp_path / "desk"
    shutil.copytree(desk_template, directory)
    ctx = open_desk(directory, LOGIN, PASSWORD, clock)
    yield ctx
    ctx.close()
