"""Puts a planned school's people, cards and covers into the store, through the services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from ssdesk.clock import FixedClock
from ssdesk.domain.pupil import PupilFacts
from ssdesk.domain.school import grade_of_class_name
from ssdesk.services import cards, classes, covers, pupils, rosters, transfers
from ssdesk.services.context import Context
from ssdesk.services.demo.people import MadeUpPerson
from ssdesk.services.demo.plan import FIRST_GRADE, Fate, PlannedPupil, SchoolPlan
from ssdesk.services.demo.roster_file import write_roster
from ssdesk.services.rosters import RosterFile, RosterPlan

_LATER_CARD = 0.05
_HAS_OLD_CARD = 0.97


@dataclass(frozen=True, slots=True)
class Placed:
    """A planned pupil and the line of the roster made for it."""

    pupil: PlannedPupil
    entry_id: str
    person_id: str


def facts(person: MadeUpPerson, *, number_missing: bool = False) -> PupilFacts:
    """The pupil form of a made-up person."""
    return PupilFacts(
        full_name=person.full_name,
        birth_date=person.birth_date,
        sex=person.sex,
        personal_id=None if number_missing else person.personal_id,
        insurance_number=person.insurance_number,
        phone=person.phone,
        address=person.address,
        ethnicity=person.ethnicity,
        parent_name=person.parent_name,
        registered_hospital=person.registered_hospital,
        student_code=person.student_code,
    )


def enter_last_year(ctx: Context, clock: FixedClock, plan: SchoolPlan) -> list[str]:
    """Last year's roster: today's older pupils and those who left school.

    Returns:
        Lines of the roster of those who went through the school.
    """
    year = plan.school_year.before()
    clock.moment = datetime(year.first_year, 9, 5, 8, 0)
    through: list[bool] = []
    commands: list[pupils.SavePupil] = []
    known = [
        (facts(item.person, number_missing=item.number_missing), item.last_class, item.fate)
        for item in plan.pupils
        if item.last_class
    ]
    gone = [(facts(person), name, Fate.PAID) for person, name in plan.graduates]
    for form, class_name, fate in known + gone:
        grade = grade_of_class_name(class_name) or FIRST_GRADE
        joined = date(year.first_year - (grade - FIRST_GRADE), 9, 5)
        commands.append(pupils.SavePupil(form, class_name=class_name, joined_on=joined))
        through.append(fate is not Fate.ELSEWHERE)
    saved = pupils.save_pupils(ctx, year.name, tuple(commands))
    elsewhere = [i for i, here in zip(saved.entry_ids, through, strict=True) if not here]
    ends = date(year.first_year + 1, 12, 31)
    if elsewhere:
        covers.set_cover(
            ctx,
            covers.SetCover(
                tuple(elsewhere),
                covers.ELSEWHERE,
                group_code="DT",
                valid_to=ends,
                evidence="Danh sách của xã",
                proven=True,
            ),
        )
    return [i for i, here in zip(saved.entry_ids, through, strict=True) if here]


def enter_this_year(ctx: Context, plan: SchoolPlan, roster: Path | None = None) -> RosterPlan:
    """Takes this year's roster in from an XLSX, as the school's clerk would.

    Args:
        roster: where the XLSX is kept; None for a file that is thrown away.

    Returns:
        What the file held against the store.
    """
    with TemporaryDirectory() as scratch:
        file = roster or Path(scratch) / "danh-sach.xlsx"
        write_roster(plan, file)
        found = rosters.preview_roster(ctx, RosterFile(file), plan.school_year.name)
        rosters.apply_roster(ctx, found)
    return found


def name_teachers(ctx: Context, plan: SchoolPlan, school_year: str) -> None:
    """Writes the homeroom teachers to the classes of a year."""
    teachers = dict(plan.teachers)
    rows = pupils.list_classes(ctx, school_year)
    known = [row for row in rows if row.name in teachers]
    classes.set_classes(ctx, tuple(classes.SetClass(row.id, teachers[row.name]) for row in known))


def place_pupils(ctx: Context, plan: SchoolPlan) -> list[Placed]:
    """Finds the line of each planned pupil on this year's roster, by insurance number."""
    lines = {row.insurance_number: row for row in pupils.list_pupils(ctx, plan.school_year.name)}
    placed = []
    for pupil in plan.pupils:
        row = lines[pupil.person.insurance_number]
        placed.append(Placed(pupil, row.entry_id, row.person_id))
    return placed


def record_old_cards(ctx: Context, plan: SchoolPlan, placed: list[Placed]) -> None:
    """Cards that pupils already hold: most end on 30 September, some on 31 December."""
    random = Random(plan.seed + 1)
    year = plan.school_year.first_year
    commands = []
    for item in placed:
        if random.random() > _HAS_OLD_CARD:
            continue
        later = random.random() < _LATER_CARD
        ends = date(year, 12, 31) if later else date(year, 9, 30)
        starts = date(year, 1, 1) if later else date(year - 1, 10, 1)
        commands.append(
            cards.RecordCard(
                item.person_id,
                item.pupil.person.insurance_number,
                "HS",
                starts,
                ends,
                source="Thẻ năm trước",
            )
        )
    if commands:
        cards.record_cards(ctx, tuple(commands))


def note_covers(ctx: Context, plan: SchoolPlan, placed: list[Placed]) -> None:
    """Who is covered elsewhere, who pays with a higher support, who is left over and why."""
    year = plan.school_year.first_year
    groups: dict[tuple[str, str, date], list[str]] = {}
    for place, item in enumerate(placed):
        if item.pupil.fate is Fate.ELSEWHERE:
            # A few end within a month of the round's start: their desk is reminded of them.
            ends = date(year, 10, 15) if place % 29 == 0 else date(year + 1, 12, 31)
            groups.setdefault((*item.pupil.other_group, ends), []).append(item.entry_id)
        if item.pupil.left_over_reason:
            transfers.set_left_over_reason(ctx, item.entry_id, item.pupil.left_over_reason)
    for (group_code, evidence, ends), entry_ids in groups.items():
        covers.set_cover(
            ctx,
            covers.SetCover(
                tuple(entry_ids),
                covers.ELSEWHERE,
                group_code=group_code,
                valid_to=ends,
                evidence=evidence,
                proven=True,
            ),
        )
    near_poor = tuple(item.entry_id for item in placed if item.pupil.part_supported)
    if near_poor:
        covers.set_cover(
            ctx,
            covers.SetCover(
                near_poor,
                covers.PART_SUPPORTED,
                group_code="CN",
                evidence="Giấy chứng nhận hộ cận nghèo",
                proven=True,
            ),
        )
