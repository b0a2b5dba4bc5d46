"""Makes a demo school's store from nothing."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ssdesk.clock import FixedClock
from ssdesk.domain.coverage import CoverageCount
from ssdesk.domain.desk import Account, Budget, DeskKind, DeskProfile, Role
from ssdesk.errors import UserError
from ssdesk.services.context import Context, Setup, create_desk, open_desk
from ssdesk.services.demo.build import Built, build_school
from ssdesk.services.demo.plan import (
    CHU_VAN_AN_PUPILS,
    CHU_VAN_AN_SEED,
    DEMO_YEAR,
    MAX_PUPILS,
    MIN_PUPILS,
    PROVINCE,
    SchoolPlan,
    plan_school,
)
from ssdesk.services.overview import overview
from ssdesk.services.progress import Progress, silent
from ssdesk.storage.building import built_in_place

DEMO_LOGIN = "demo"
DEMO_PASSWORD = "demo"
MAX_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class MadeSchool:
    """A demo school's store, still open.

    Args:
        clock: the clock that the context runs on, standing on the demo's day.
        recovery_code: shown this once.
    """

    ctx: Context
    clock: FixedClock
    built: Built
    recovery_code: str

    def __enter__(self) -> MadeSchool:
        return self

    def __exit__(self, *_: object) -> None:
        self.ctx.close()

    def count(self) -> CoverageCount:
        """Where this year's pupils stand, counted from the store."""
        return overview(self.ctx, self.built.plan.school_year.name).count


def profile_of(plan: SchoolPlan) -> DeskProfile:
    """What the planned school says of itself at first start."""
    principal, preparer, cashier = plan.signatories
    return DeskProfile(
        kind=DeskKind.SCHOOL,
        school_name=plan.school_name,
        school_code=f"HS{PROVINCE:02}{plan.seed % 10_000:04}",
        address="Phường Đông Kinh, tỉnh Lạng Sơn",
        province_code=f"{PROVINCE:02}",
        budget=Budget.LOCAL,
        office_name="BHXH cơ sở Lạng Sơn",
        office_code=f"{PROVINCE:03}01",
        collector_name=preparer,
        collector_code=f"NVT{PROVINCE:03}300{plan.seed % 1_000_000:06}",
        account_number="9000000020",
        account_name="BHXH tỉnh Lạng Sơn",
        bank_name="Ngân hàng Trình diễn, chi nhánh Lạng Sơn",
        usual_hospital="20001",
        principal_name=principal,
        preparer_name=preparer,
        cashier_name=cashier,
    )


def make_school(
    directory: Path,
    *,
    pupils: int = CHU_VAN_AN_PUPILS,
    seed: int = CHU_VAN_AN_SEED,
    password: str = DEMO_PASSWORD,
    roster: Path | None = None,
    progress: Progress = silent,
) -> MadeSchool:
    """Make the store of a demo school in a new or empty folder.

    Args:
        directory: of the store.
        pupils: how many.
        seed: which school.
        password: of the one account, `DEMO_LOGIN`.
        roster: where the roster's XLSX is kept, None for nowhere.
        progress: told of the steps.

    Raises:
        UserError: OPTION_OUT_OF_RANGE, FOLDER_NOT_EMPTY.
    """
    check_range("--pupils", pupils, MIN_PUPILS, MAX_PUPILS)
    check_range("--seed", seed, 0, MAX_SEED)
    check_empty(directory)
    plan = plan_school(pupils, seed, DEMO_YEAR)
    clock = FixedClock(datetime(plan.school_year.first_year - 1, 9, 1, 8, 0), seed=seed)
    account = Account("", DEMO_LOGIN, plan.signatories[1], Role.ADMINISTRATOR)
    # A store that is there is a whole one: killed on the way, nothing is left to be opened.
    with built_in_place(directory) as work:
        ctx, code = create_desk(work, profile_of(plan), account, password, clock, Setup(demo=True))
        with closing(ctx):
            built = build_school(ctx, clock, plan, progress, roster=roster)
    return MadeSchool(open_desk(directory, DEMO_LOGIN, password, clock), clock, built, code)


def check_range(option: str, value: int, lowest: int, highest: int) -> None:
    """Refuse a number outside its limits.

    Raises:
        UserError: OPTION_OUT_OF_RANGE.
    """
    if not lowest <= value <= highest:
        raise UserError(
            "OPTION_OUT_OF_RANGE", option=option, value=value, lowest=lowest, highest=highest
        )


def check_empty(folder: Path) -> None:
    """Refuse a folder that holds anything.

    Raises:
        UserError: FOLDER_NOT_EMPTY.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError("FOLDER_NOT_EMPTY", folder=str(folder))
