"""What a class is called by the office and who leads it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ssdesk.domain.names import clean_name, clean_text
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import roster

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class SaveClass:
    """A class's homeroom teacher and its code inside the unit (QĐ 595 guide to D03-TS)."""

    class_id: str
    homeroom_teacher: str
    sub_unit_code: str = ""


@dataclass(frozen=True, slots=True)
class ClassSaved:
    """The class was written."""

    class_id: str
    changes: Changes = field(default=Changes(frozenset({Kind.ROSTER})))


def save_class(ctx: Context, command: SaveClass) -> ClassSaved:
    """Writes who leads a class and its code.

    Raises:
        UserError: SUB_UNIT_CODE_MALFORMED, CLASS_UNKNOWN.
    """
    code = clean_text(command.sub_unit_code).upper()
    if len(code) > _LONGEST or not (code.isalnum() and code.isascii() or not code):
        raise UserError("SUB_UNIT_CODE_MALFORMED", value=code[:20])
    with ctx.store.write(ctx.account.login, ctx.clock.now()) as unit:
        teacher = clean_name(command.homeroom_teacher)
        if not roster.update_class(unit, command.class_id, teacher, code):
            raise UserError("CLASS_UNKNOWN")
        unit.audit("class_mended", command.class_id, {"homeroom_teacher": teacher, "code": code})
    return ClassSaved(command.class_id)
