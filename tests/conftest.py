"""Fixtures that every room's tests share: a clock that stands still and a real desk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.desk import Account, Budget, DeskKind, DeskProfile, Role
from ssdesk.rulepacks.loader import load_rule_book
from ssdesk.services.context import Context
from ssdesk.storage import desk as desk_rows
from ssdesk.storage.store import Store

KEY = bytes(range(32))
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
    store = Store.create(directory, KEY)
    with store.write("van.thu", clock.now()) as unit:
        desk_rows.write_desk(unit, clock.new_id(), DeskKind.SCHOOL, clock.now(), demo=False)
        desk_rows.write_profile(unit, PROFILE)
        unit.insert(
            "account",
            id="account-1",
            login="van.thu",
            full_name="Nông Thị Hạnh",
            role=Role.ADMINISTRATOR.value,
            created_at=clock.now().isoformat(),
        )
    store.close()
    return directory


@pytest.fixture
def desk(desk_template: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Context]:
    directory = tmp_path / "desk"
    shutil.copytree(desk_template, directory)
    store = Store.open(directory, KEY)
    account = Account("account-1", "van.thu", "Nông Thị Hạnh", Role.ADMINISTRATOR)
    yield Context(store, load_rule_book(), clock, account)
    store.close()
