"""Made-up schools: consistent people, sums that hold, the same seed the same school."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from ssdesk.domain.identifiers import check_insurance_number, check_personal_id, check_phone
from ssdesk.domain.names import clean_name
from ssdesk.domain.school import SchoolYear, grade_of_class_name
from ssdesk.services.demo.plan import (
    CHU_VAN_AN_PUPILS,
    CHU_VAN_AN_SEED,
    Counts,
    SchoolPlan,
    class_names,
    plan_school,
)

YEAR = SchoolYear("2026-2027")
SIZES = [(1, 0), (2, 7), (3, 1), (7, 3), (40, 11), (123, 5), (500, 2), (1024, 9), (2000, 1)]


def _plan(pupils: int, seed: int) -> SchoolPlan:
    return plan_school(pupils, seed, YEAR)


@pytest.fixture(scope="module")
def chu_van_an() -> SchoolPlan:
    return _plan(CHU_VAN_AN_PUPILS, CHU_VAN_AN_SEED)


def test_chu_van_an_is_1024_of_125_and_896_and_3(chu_van_an: SchoolPlan) -> None:
    counts = chu_van_an.counts
    assert (counts.elsewhere, counts.through_school, counts.left_over) == (125, 896, 3)
    assert counts.pupils == len(chu_van_an.pupils) == 1024
    assert chu_van_an.school_name == "Trường THPT Chu Văn An"


@pytest.mark.parametrize(("pupils", "seed"), SIZES)
def test_sums_hold(pupils: int, seed: int) -> None:
    plan = _plan(pupils, seed)
    assert plan.counts.pupils == len(plan.pupils) == pupils
    told = Counter(pupil.fate.value for pupil in plan.pupils)
    assert all(told[name] == getattr(plan.counts, name) for name in Counts.__dataclass_fields__)
    assert min(getattr(plan.counts, name) for name in Counts.__dataclass_fields__) >= 0
    assert Counter(p.class_name for p in plan.pupils) == {
        name: size for name, _, size in class_names(pupils) if size
    }


@pytest.mark.parametrize(("pupils", "seed"), [(300, 1), (300, 2), (1024, CHU_VAN_AN_SEED)])
def test_numbers_agree_with_birth_sex_and_province(pupils: int, seed: int) -> None:
    plan = _plan(pupils, seed)
    everybody = [p.person for p in plan.pupils] + [person for person, _ in plan.graduates]
    for person in everybody:
        assert check_personal_id(person.personal_id, person.birth_date, person.sex) == ()
        assert check_phone(person.phone) == ()
        assert check_insurance_number(person.insurance_number) == ()
        assert clean_name(person.full_name) == person.full_name
        assert unicodedata.is_normalized("NFC", person.full_name)
    for numbers in (
        [person.personal_id for person in everybody],
        [person.insurance_number for person in everybody],
        [person.student_code for person in everybody],
    ):
        assert len(set(numbers)) == len(everybody)


def test_ages_and_last_years_class_follow_the_grade(chu_van_an: SchoolPlan) -> None:
    for pupil in chu_van_an.pupils:
        grade = grade_of_class_name(pupil.class_name)
        assert grade is not None
        assert 2026 - pupil.person.birth_date.year - grade in {5, 6}
        if pupil.last_class:
            assert grade_of_class_name(pupil.last_class) == grade - 1


def test_names_that_desks_must_take_are_among_them(chu_van_an: SchoolPlan) -> None:
    names = {pupil.person.full_name for pupil in chu_van_an.pupils}
    assert any("'" in name for name in names)
    assert {"Tày", "Nùng", "Kinh", "Dao"} <= {p.person.ethnicity for p in chu_van_an.pupils}


def test_same_seed_same_school_other_seed_another() -> None:
    assert _plan(60, 5) == _plan(60, 5)
    assert _plan(60, 5) != _plan(60, 6)
