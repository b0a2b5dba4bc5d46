"""Members who are covered by another group, or pay here with its support."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain import checks
from ssdesk.domain.checks import Severity
from ssdesk.domain.identifiers import bare_number
from ssdesk.domain.names import clean_text
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.context import Context
from ssdesk.services.covers import check_cover
from ssdesk.services.households.members import MembersSaved, present
from ssdesk.storage import covers
from ssdesk.storage.covers import Cover


@dataclass(frozen=True, slots=True)
class SetMemberCover:
    """What is known of another group of a member.

    Args:
        kind: ELSEWHERE or PART_SUPPORTED of `services.covers`.
        proven: somebody of the desk has seen the evidence (ruling 6).
    """

    member_id: str
    kind: str
    group_code: str
    card_number: str = ""
    valid_to: date | None = None
    evidence: str = ""
    proven: bool = False


def set_member_cover(ctx: Context, command: SetMemberCover) -> MembersSaved:
    """Notes the other group of a member; an earlier note ends.

    Raises:
        UserError: the first problem that refuses, MEMBER_UNKNOWN, NOT_ALLOWED.
    """
    for problem in check_cover(ctx, command):
        if checks.severity(problem.code) is Severity.REFUSE:
            raise UserError(problem.code, **problem.params)
    with ctx.write(Act.KEEP_HOUSEHOLDS) as unit:
        present(unit, command.member_id)
        covers.end_of_member(unit, command.member_id, unit.at)
        item = Cover(
            id=ctx.clock.new_id(),
            entry_id="",
            member_id=command.member_id,
            kind=command.kind,
            group_code=command.group_code,
            card_number=bare_number(command.card_number),
            valid_to=command.valid_to,
            evidence=clean_text(command.evidence),
            proven=command.proven,
        )
        covers.insert(unit, item, unit.at)
        detail = {"kind": command.kind, "group_code": command.group_code}
        unit.audit("cover_set", command.member_id, detail)
    return MembersSaved((command.member_id,))


def end_member_cover(ctx: Context, member_id: str, reason: str) -> MembersSaved:
    """Ends the other cover of a member, who is then to pay here.

    Raises:
        UserError: REASON_MISSING, MEMBER_UNKNOWN, NOT_ALLOWED.
    """
    if not reason.strip():
        raise UserError("REASON_MISSING")
    with ctx.write(Act.KEEP_HOUSEHOLDS) as unit:
        present(unit, member_id)
        covers.end_of_member(unit, member_id, unit.at)
        unit.audit("cover_ended", member_id, {"reason": reason.strip()})
    return MembersSaved((member_id,))
