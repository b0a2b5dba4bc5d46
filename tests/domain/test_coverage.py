"""Where a pupil stands on a day, and how many stand where."""

from __future__ import annotations

from datetime import date

import pytest

from ssdesk.domain.coverage import (
    CoverageCount,
    CoverageState,
    CoverFact,
    count_coverage,
    coverage_state,
)
from ssdesk.domain.enrolment import EnrolmentState

ON = date(2026, 11, 20)
RUNS, OVER = date(2027, 9, 30), date(2026, 11, 19)
POOR = CoverFact("HN", proven=True, valid_to=None)
UNSEEN = CoverFact("HN", proven=False, valid_to=None)
ENDED = CoverFact("HN", proven=True, valid_to=OVER)
LAST_DAY = CoverFact("HN", proven=True, valid_to=ON)


@pytest.mark.parametrize(
    ("cover", "enrolment", "ends_on", "state"),
    [
        (None, None, None, CoverageState.LEFT_OVER),
        (POOR, None, None, CoverageState.COVERED_ELSEWHERE),
        (LAST_DAY, None, None, CoverageState.COVERED_ELSEWHERE),
        (UNSEEN, None, None, CoverageState.LEFT_OVER),
        (ENDED, None, None, CoverageState.LEFT_OVER),
        (None, EnrolmentState.DUE, RUNS, CoverageState.SIGNED_UP),
        (None, EnrolmentState.PROMISED, RUNS, CoverageState.SIGNED_UP),
        (UNSEEN, EnrolmentState.DUE, RUNS, CoverageState.SIGNED_UP),
        (POOR, EnrolmentState.DUE, RUNS, CoverageState.COVERED_ELSEWHERE),
        (POOR, EnrolmentState.PAID, RUNS, CoverageState.PAID),
        (None, EnrolmentState.RETURNED, RUNS, CoverageState.PAID),
        (None, EnrolmentState.ACCEPTED, ON, CoverageState.PAID),
        (None, EnrolmentState.PAID, OVER, CoverageState.LEFT_OVER),
        (None, EnrolmentState.DUE, OVER, CoverageState.LEFT_OVER),
        (None, EnrolmentState.ENDED, RUNS, CoverageState.LEFT_OVER),
    ],
)
def test_a_pupil_stands_in_one_state_a_day(
    cover: CoverFact | None,
    enrolment: EnrolmentState | None,
    ends_on: date | None,
    state: CoverageState,
) -> None:
    assert coverage_state(cover, enrolment, ends_on, ON) is state


def test_states_add_up_to_the_pupils_and_classes_to_the_school() -> None:
    one = count_coverage([CoverageState.PAID, CoverageState.PAID, CoverageState.LEFT_OVER])
    two = count_coverage([CoverageState.COVERED_ELSEWHERE, CoverageState.SIGNED_UP])
    school = one + two
    assert school == CoverageCount(5, covered_elsewhere=1, paid=2, signed_up=1, left_over=1)
    assert (school.insured, school.unaccounted, school.per_mille) == (3, 0, 600)


def test_entered_figures_may_leave_a_difference_that_is_shown() -> None:
    told = CoverageCount(1024, covered_elsewhere=125, paid=842, signed_up=54, left_over=0)
    assert told.unaccounted == 3
    assert told.per_mille == 944
    assert count_coverage([]).per_mille == 0
