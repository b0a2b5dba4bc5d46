"""A collection organisation with households of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.desk import Account, DeskKind, DeskProfile, Role
from ssdesk.domain.household import Relation
from ssdesk.domain.person import BirthDate, Sex
from ssdesk.domain.person_facts import PersonFacts
from ssdesk.services.context import Context, Setup, create_desk
from ssdesk.services.households.keeping import FoundHousehold, Place, found_household
from ssdesk.services.households.members import NewMember
from ssdesk.storage.keys import Strength

AGENT = DeskProfile(
    kind=DeskKind.AGENT,
    school_name="HTX Nông nghiệp Hòa Đông",
    school_code="BI0214M",
    province_code="20",
    office_name="BHXH cơ sở Lạng Sơn",
    office_code="02001",
)
PLACE = Place("Xã Hòa Đông", "Thôn Nà Chuông", "số 12", "0912 345 678")


@pytest.fixture
def agent(tmp_path: Path, clock: FixedClock) -> Iterator[Context]:
    account = Account("", "thu.quy", "Lương Thị Mai", Role.ADMINISTRATOR)
    quick = Setup(strength=Strength(time=1, memory=8), ballast=0)
    ctx, _ = create_desk(tmp_path / "agent", AGENT, account, "mat-khau-789", clock, quick)
    yield ctx
    ctx.close()


def newcomer(name: str, relation: Relation, number: str | None = None) -> NewMember:
    born = BirthDate(date(1980, 3, 2))
    return NewMember(PersonFacts(name, born, Sex.MALE, number), relation)


FAMILY = (
    newcomer("Hoàng Văn Páo", Relation.HEAD, "020080001234"),
    newcomer("Vi Thị Sen", Relation.WIFE),
    newcomer("Hoàng Văn Tú", Relation.CHILD),
)


def founded(ctx: Context, *members: NewMember, place: Place = PLACE) -> str:
    return found_household(ctx, FoundHousehold(place, members or FAMILY)).household_id
