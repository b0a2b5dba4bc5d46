"""The states an enrolment goes through and which step follows which."""

from __future__ import annotations

from enum import Enum

from ssdesk.errors import UserError


class EnrolmentState(Enum):
    """Where an enrolment stands between signing up and the card's end."""

    DUE = "due"
    PROMISED = "promised"
    PAID = "paid"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    ENDED = "ended"


class ChangeType(Enum):
    """What a list asks the office to do with a line (phương án)."""

    NEW = "TM"
    CONTINUED = "ON"
    CHANGED = "DC"
    STOPPED = "GH"


_NEXT: dict[EnrolmentState, frozenset[EnrolmentState]] = {
    EnrolmentState.DUE: frozenset(
        {EnrolmentState.PROMISED, EnrolmentState.PAID, EnrolmentState.ENDED}
    ),
    EnrolmentState.PROMISED: frozenset(
        {EnrolmentState.DUE, EnrolmentState.PAID, EnrolmentState.ENDED}
    ),
    EnrolmentState.PAID: frozenset({EnrolmentState.DUE, EnrolmentState.SUBMITTED}),
    EnrolmentState.SUBMITTED: frozenset(
        {EnrolmentState.PAID, EnrolmentState.ACCEPTED, EnrolmentState.RETURNED}
    ),
    EnrolmentState.RETURNED: frozenset(
        {EnrolmentState.PAID, EnrolmentState.SUBMITTED, EnrolmentState.ENDED}
    ),
    EnrolmentState.ACCEPTED: frozenset({EnrolmentState.ENDED}),
    EnrolmentState.ENDED: frozenset({EnrolmentState.DUE}),
}


def step(now: EnrolmentState, then: EnrolmentState) -> EnrolmentState:
    """The next state, where the step is allowed.

    Raises:
        UserError: ENROLMENT_STEP_REFUSED.
    """
    if then is not now and then not in _NEXT[now]:
        raise UserError("ENROLMENT_STEP_REFUSED", state=now.value, wanted=then.value)
    return then


def state_after_money(now: EnrolmentState, own_share: int, paid: int) -> EnrolmentState:
    """Where an enrolment stands once money came in or went back (ruling 7).

    It is `paid` only when the whole own share is in; a pledge stays a pledge until then.
    """
    if now in {EnrolmentState.DUE, EnrolmentState.PROMISED} and paid >= own_share:
        return EnrolmentState.PAID
    if now is EnrolmentState.PAID and paid < own_share:
        return EnrolmentState.DUE
    return now
