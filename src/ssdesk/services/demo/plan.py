"""What becomes of each made-up pupil, so that the school's sums hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from random import Random

from ssdesk.domain.names import sort_key
from ssdesk.domain.school import SchoolYear
from ssdesk.services.demo import words
from ssdesk.services.demo.people import MadeUpPerson, PeopleMaker

DEMO_TODAY = date(2026, 9, 22)
DEMO_YEAR = SchoolYear("2026-2027")
FIRST_GRADE, LAST_GRADE = 10, 12
MIN_PUPILS, MAX_PUPILS = 1, 20_000
CHU_VAN_AN_SEED, CHU_VAN_AN_PUPILS = 1024, 1024
PROVINCE = 20
_CLASS_SIZE = 43
_FULL_CLASS = 30
_AGE_OF_FIRST_GRADE = 15


class Fate(Enum):
    """Where a pupil stands at the end of the demo's days."""

    ELSEWHERE = "elsewhere"
    PAID = "paid"
    INSTALMENT = "instalment"
    PROMISED = "promised"
    DUE = "due"
    LEFT_OVER = "left_over"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pupils have which fate; they add up to the school."""

    elsewhere: int
    paid: int
    instalment: int
    promised: int
    due: int
    left_over: int

    @property
    def pupils(self) -> int:
        """Pupils of the school."""
        return self.elsewhere + self.through_school + self.left_over

    @property
    def through_school(self) -> int:
        """Pupils signed up through the school, paid or not."""
        return self.paid + self.instalment + self.promised + self.due

    def fates(self) -> list[Fate]:
        """One fate for each pupil, in no order."""
        return [fate for fate in Fate for _ in range(getattr(self, fate.value))]


@dataclass(frozen=True, slots=True)
class PlannedPupil:
    """A pupil of this year, with class, fate and last year's class.

    Args:
        last_class: class of the year before, empty for newcomers.
        other_group: group code and evidence where covered elsewhere.
        part_supported: pays here with the support of near-poor households.
        number_missing: the personal id is not known yet.
    """

    person: MadeUpPerson
    class_name: str
    last_class: str
    fate: Fate
    other_group: tuple[str, str] = ("", "")
    part_supported: bool = False
    number_missing: bool = False
    left_over_reason: str = ""


@dataclass(frozen=True, slots=True)
class SchoolPlan:
    """A school of two years before any of it is stored.

    Args:
        pupils: this year's pupils, in roster order.
        graduates: those who left after last year's grade 12, with their class.
        teachers: homeroom teacher by class of this year.
    """

    seed: int
    school_name: str
    school_year: SchoolYear
    counts: Counts
    pupils: tuple[PlannedPupil, ...]
    graduates: tuple[tuple[MadeUpPerson, str], ...]
    teachers: tuple[tuple[str, str], ...]
    signatories: tuple[str, str, str]


def plan_counts(random: Random, pupils: int, seed: int) -> Counts:
    """How a school divides; Chu Văn An is 125 + 896 + 3, others as their seed has it."""
    if (pupils, seed) == (CHU_VAN_AN_PUPILS, CHU_VAN_AN_SEED):
        return Counts(elsewhere=125, paid=842, instalment=9, promised=25, due=20, left_over=3)
    elsewhere = round(pupils * random.uniform(0.08, 0.18))
    left_over = min(pupils - elsewhere, round(pupils * random.uniform(0.0, 0.01)))
    through = pupils - elsewhere - left_over
    open_money = round(through * random.uniform(0.03, 0.15))
    instalment = round(open_money * 0.2)
    promised = round(open_money * 0.4)
    due = open_money - instalment - promised
    return Counts(elsewhere, through - open_money, instalment, promised, due, left_over)


def class_names(pupils: int, first_grade: int = FIRST_GRADE) -> list[tuple[str, int, int]]:
    """Classes with their grade and size, sizes adding up to the school."""
    grades = LAST_GRADE - first_grade + 1
    classes = max(grades, round(pupils / _CLASS_SIZE))
    named = [
        (f"{first_grade + number % grades}A{number // grades + 1}", first_grade + number % grades)
        for number in range(classes)
    ]
    named.sort(key=lambda item: (item[1], int(item[0].split("A")[1])))
    small, more = divmod(pupils, classes)
    sizes = [small + (1 if place < more else 0) for place in range(classes)]
    if small >= _FULL_CLASS:
        # Classes are never all alike: neighbours differ by a few, the sum stays.
        for place in range(0, classes - 1, 2):
            shift = place // 2 % 3
            sizes[place] += shift
            sizes[place + 1] -= shift
    return [(name, grade, size) for (name, grade), size in zip(named, sizes, strict=True)]


def plan_school(pupils: int, seed: int, school_year: SchoolYear) -> SchoolPlan:
    """The plan of one school; the same numbers give the same school."""
    random = Random(seed)
    maker = PeopleMaker(random, PROVINCE)
    counts = plan_counts(random, pupils, seed)
    fates = counts.fates()
    random.shuffle(fates)
    planned: list[PlannedPupil] = []
    names = class_names(pupils)
    for name, grade, size in names:
        year = school_year.first_year - _AGE_OF_FIRST_GRADE - (grade - FIRST_GRADE)
        members = [_pupil(random, maker, (name, grade, year), fates.pop()) for _ in range(size)]
        planned += sorted(members, key=lambda member: sort_key(member.person.full_name))
    return SchoolPlan(
        seed=seed,
        school_name=_school_name(pupils, seed),
        school_year=school_year,
        counts=counts,
        pupils=tuple(planned),
        graduates=_graduates(maker, names, school_year),
        teachers=tuple((name, maker.adult()) for name, _, _ in names),
        signatories=(maker.adult(), maker.adult(), maker.adult()),
    )


def _school_name(pupils: int, seed: int) -> str:
    if (pupils, seed) == (CHU_VAN_AN_PUPILS, CHU_VAN_AN_SEED):
        return "Trường THPT Chu Văn An"
    name = words.SCHOOL_NAMES[seed % len(words.SCHOOL_NAMES)]
    return f"{name} {seed}"


def _pupil(
    random: Random, maker: PeopleMaker, place: tuple[str, int, int], fate: Fate
) -> PlannedPupil:
    name, grade, birth_year = place
    newcomer = grade == FIRST_GRADE or random.random() < 0.015
    last = "" if newcomer else f"{grade - 1}{name[len(str(grade)) :]}"
    groups = [(code, evidence) for code, _, evidence in words.OTHER_GROUPS]
    weights = [weight for _, weight, _ in words.OTHER_GROUPS]
    other = random.choices(groups, weights=weights)[0] if fate is Fate.ELSEWHERE else ("", "")
    waits = fate in {Fate.DUE, Fate.LEFT_OVER}
    return PlannedPupil(
        person=maker.pupil(birth_year),
        class_name=name,
        last_class=last,
        fate=fate,
        other_group=other,
        part_supported=fate is Fate.PAID and random.random() < 0.02,
        number_missing=waits and random.random() < 0.4,
        left_over_reason=random.choice(words.LEFT_OVER_REASONS) if fate is Fate.LEFT_OVER else "",
    )


def _graduates(
    maker: PeopleMaker, names: list[tuple[str, int, int]], school_year: SchoolYear
) -> tuple[tuple[MadeUpPerson, str], ...]:
    birth_year = school_year.first_year - 1 - _AGE_OF_FIRST_GRADE - (LAST_GRADE - FIRST_GRADE)
    return tuple(
        (maker.pupil(birth_year), name)
        for name, grade, size in names
        if grade == LAST_GRADE
        for _ in range(size)
    )
