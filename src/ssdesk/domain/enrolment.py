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
    """What a list asks the office to do with a line (phương án); the last three are voluntary."""

    NEW = "TM"
    CONTINUED = "ON"
    CHANGED = "DC"
    STOPPED = "GH"
    PAID_ON = "DT"
    MADE_UP = "DB"
    REJOINED = "DL"


_NEXT: dict[EnrolmentState, frozenset[EnrolmentState]] = {
    EnrolmentState.DUE: frozenset(
        {EnrolmentState.PROMISED, EnrolmentState.PAID, EnrolmentState.ENDED}
    ),
    EnrolmentState.PROMISED: frozenset(
        {EnrolmentState.DUE, EnrolmentState.PAID, EnrolmentState.ENDED}
    ),
    EnrolmentState.PAID: frozenset(
        {
            EnrolmentState.DUE,
            EnrolmentState.PROMISED,
            EnrolmentState.SUBMITTED,
            EnrolmentState.ENDED,
        }
    ),
    EnrolmentState.SUBMITTED: frozenset(
        {EnrolmentState.PAID, EnrolmentState.ACCEPTED, EnrolmentState.RETURNED}
    ),
    EnrolmentState.RETURNED: frozenset(
        {
            EnrolmentState.DUE,
            EnrolmentState.PROMISED,
            EnrolmentState.PAID,
            EnrolmentState.SUBMITTED,
            EnrolmentState.ACCEPTED,
            EnrolmentState.ENDED,
        }
    ),
    EnrolmentState.ACCEPTED: frozenset(
        {EnrolmentState.SUBMITTED, EnrolmentState.RETURNED, EnrolmentState.ENDED}
    ),
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


def state_after_money(
    now: EnrolmentState, own_share: int, paid: int, *, promised: bool = False
) -> EnrolmentState:
    """Where an enrolment stands once money came in or went back (ruling 7).

    It is `paid` only when the whole own share is in, or nothing is to be paid; a pledge stays
    a pledge until then, and `promised` brings it back where a receipt was voided.
    """
    if now in {EnrolmentState.DUE, EnrolmentState.PROMISED} and paid >= own_share:
        return EnrolmentState.PAID
    if now in {EnrolmentState.PAID, EnrolmentState.RETURNED} and paid < own_share:
        return EnrolmentState.PROMISED if promised else EnrolmentState.DUE
    return now
