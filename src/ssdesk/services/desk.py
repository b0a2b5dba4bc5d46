"""What the desk says of itself: checked, read and changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path

from ssdesk.domain.desk import DeskKind, DeskProfile
from ssdesk.domain.money import parse_dong, parse_percent
from ssdesk.domain.problems import Problem
from ssdesk.domain.roles import Act
from ssdesk.domain.rulebook import RuleBook
from ssdesk.domain.school import SchoolYear
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import desk, roster
from ssdesk.storage.desk import Desk

__all__ = [
    "Desk",
    "ProfileSaved",
    "check_profile",
    "list_provinces",
    "list_school_years",
    "read_desk",
    "read_profile",
    "save_profile",
]

_CHANGED = Changes(frozenset({Kind.DESK}))
_ACCOUNT = re.compile(r"[0-9A-Za-z]{4,19}")
_HOSPITAL = re.compile(r"[0-9A-Z]{5}")


@dataclass(frozen=True, slots=True)
class ProfileSaved:
    """The profile as it now is."""

    profile: DeskProfile
    changes: Changes = field(default=_CHANGED)


def read_profile(ctx: Context) -> DeskProfile:
    """The profile as last saved."""
    return ctx.profile()


def read_desk(ctx: Context) -> Desk:
    """Which desk this is, since when, and whether it is a demo."""
    return desk.read_desk(ctx.store.reader)


def list_school_years(ctx: Context) -> tuple[SchoolYear, ...]:
    """School years that the desk knows, the newest first."""
    return tuple(map(SchoolYear, reversed(roster.school_years(ctx.store.reader))))


def newest_school_year(ctx: Context) -> str:
    """The last school year with a roster, else the one of today."""
    found = roster.newest_school_year(ctx.store.reader)
    return found or SchoolYear.containing(ctx.clock.today()).name


def list_provinces(rules: RuleBook, on: date) -> tuple[tuple[str, str], ...]:
    """Code and name of the provinces of a day, for a choice."""
    return tuple((place.code, place.name) for place in rules.provinces_on(on))


def check_profile(profile: DeskProfile, rules: RuleBook, on: date) -> tuple[Problem, ...]:
    """What is wrong with a profile, per field; the first start shows it at once."""
    found = []
    if profile.kind is DeskKind.SCHOOL and not profile.school_name:
        found.append(Problem("school_name", "SCHOOL_NAME_MISSING"))
    if not rules.province_name(profile.province_code, on):
        value = profile.province_code
        found.append(Problem("province_code", "PROVINCE_UNKNOWN", {"value": value}))
    return (*found, *_grade_problems(profile), *_other_problems(profile))


def _grade_problems(profile: DeskProfile) -> list[Problem]:
    first, last = profile.first_grade, profile.last_grade
    grades: dict[str, str | int] = {"first": first, "last": last}
    if first > last:
        return [Problem("last_grade", "GRADES_REVERSED", grades)]
    if not (1 <= first <= 12 and last <= 12):
        return [Problem("first_grade", "GRADES_OUT_OF_RANGE", grades)]
    return []


def _other_problems(profile: DeskProfile) -> list[Problem]:
    found = []
    hospital, support = profile.usual_hospital, profile.local_support
    if hospital and not _HOSPITAL.fullmatch(hospital):
        found.append(Problem("usual_hospital", "HOSPITAL_CODE_MALFORMED", {"value": hospital}))
    read = parse_percent(support) if support.endswith("%") else parse_dong(support or "0")
    if isinstance(read, Problem):
        found.append(Problem("local_support", read.code, read.params))
    account = profile.parent_account_number
    if account and not _ACCOUNT.fullmatch(account):
        found.append(Problem("parent_account_number", "TRANSFER_ACCOUNT", {"value": account}))
    folder = profile.backup_folder
    if folder and not Path(folder).is_dir():
        found.append(Problem("backup_folder", "FOLDER_MISSING", {"folder": folder}))
    return found


def save_profile(ctx: Context, profile: DeskProfile) -> ProfileSaved:
    """Changes what the desk says of itself; papers already issued stay as they were.

    Raises:
        UserError: NOT_ALLOWED, or the code of the first thing wrong with the profile.
    """
    ctx.require(Act.KEEP_DESK)
    cleaned = replace(profile.cleaned(), kind=ctx.profile().kind)
    for problem in check_profile(cleaned, ctx.rules, ctx.clock.today()):
        raise UserError(problem.code, **problem.params)
    before = ctx.profile()
    changed: dict[str, str | int] = {
        item.name: str(getattr(cleaned, item.name))
        for item in fields(cleaned)
        if getattr(cleaned, item.name) != getattr(before, item.name)
    }
    if changed:
        with ctx.write(Act.KEEP_DESK) as unit:
            desk.write_profile(unit, cleaned)
            unit.audit("profile_changed", "", changed)
    return ProfileSaved(cleaned)
