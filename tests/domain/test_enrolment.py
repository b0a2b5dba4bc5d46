"""Which state follows which, and what money does to it."""

from __future__ import annotations

import pytest

from ssdesk.domain.enrolment import EnrolmentState, state_after_money, step
from ssdesk.errors import UserError

S = EnrolmentState


@pytest.mark.parametrize(
    ("now", "own_share", "paid", "promised", "then"),
    [
        (S.DUE, 100, 99, False, S.DUE),
        (S.DUE, 100, 100, False, S.PAID),
        (S.PROMISED, 100, 50, True, S.PROMISED),
        (S.PROMISED, 100, 100, True, S.PAID),
        (S.PAID, 100, 0, False, S.DUE),
        (S.PAID, 100, 0, True, S.PROMISED),
        (S.RETURNED, 100, 0, False, S.DUE),
        (S.DUE, 0, 0, False, S.PAID),
        (S.SUBMITTED, 100, 0, False, S.SUBMITTED),
        (S.ENDED, 100, 100, False, S.ENDED),
    ],
)
def test_money_moves_the_state(now: S, own_share: int, paid: int, promised: bool, then: S) -> None:
    assert state_after_money(now, own_share, paid, promised=promised) is then


@pytest.mark.parametrize(
    ("now", "then"), [(S.DUE, S.SUBMITTED), (S.ACCEPTED, S.DUE), (S.ENDED, S.PAID)]
)
def test_a_step_that_skips_is_refused(now: S, then: S) -> None:
    with pytest.raises(UserError, match="ENROLMENT_STEP_REFUSED"):
        step(now, then)


@pytest.mark.parametrize("state", list(S))
def test_standing_still_is_no_step(state: S) -> None:
    assert step(state, state) is state
