"""Makes a demo office: a desk with its own keys, for schools to send to."""

from __future__ import annotations

from pathlib import Path

from ssdesk.clock import Clock
from ssdesk.domain.desk import Account, DeskKind, DeskProfile, Role
from ssdesk.services.context import Context, Setup, create_desk
from ssdesk.services.demo.plan import PROVINCE

OFFICE_CODE = "02001"
_LOGIN = "demo"


def make_office(
    store: Path, password: str, clock: Clock, name: str = "", code: str = OFFICE_CODE
) -> Context:
    """A new office desk, open.

    Args:
        store: a new folder.
        password: of its only account, `demo`.
        clock: time and ids.
        name: of the office; empty for the one that demo schools belong to.
        code: of the office.

    Raises:
        UserError: FOLDER_NOT_EMPTY.
    """
    profile = DeskProfile(
        kind=DeskKind.OFFICE,
        office_name=name or "BHXH cơ sở Lạng Sơn",
        office_code=code,
        province_code=f"{PROVINCE:02}",
    )
    account = Account("", _LOGIN, "Lê Thị Hoa", Role.ADMINISTRATOR)
    ctx, _ = create_desk(store, profile, account, password, clock, Setup(demo=True))
    return ctx
