"""What a school writes down of a class: its homeroom teacher and its code at the office."""

from __future__ import annotations

from dataclasses import dataclass, field

from ssdesk.domain.names import clean_name, clean_text
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import roster

SUB_UNIT_LENGTH = 6


@dataclass(frozen=True, slots=True)
class SetClass:
    """Teacher and code of a class.

    Args:
        sub_unit_code: code of the class in the office's own numbering, at most 6 characters.
    """

    class_id: str
    homeroom_teacher: str = ""
    sub_unit_code: str = ""


@dataclass(frozen=True, slots=True)
class ClassesSaved:
    """Classes that changed."""

    class_ids: tuple[str, ...]
    changes: Changes = field(default=Changes(frozenset({Kind.ROSTER})))


def set_classes(ctx: Context, commands: tuple[SetClass, ...]) -> ClassesSaved:
    """Writes teachers and codes of classes, all of them or none.

    Raises:
        UserError: SUB_UNIT_CODE_LONG.
        Conflict: ROW_GONE where there is no such class.
    """
    with ctx.write(Act.KEEP_PUPILS) as unit:
        for command in commands:
            code = clean_text(command.sub_unit_code).upper()
            if len(code) > SUB_UNIT_LENGTH:
                raise UserError("SUB_UNIT_CODE_LONG", value=code[:20], most=SUB_UNIT_LENGTH)
            teacher = clean_name(command.homeroom_teacher)
            roster.set_class(unit, command.class_id, homeroom_teacher=teacher, sub_unit_code=code)
            unit.audit("class_mended", command.class_id, {"sub_unit_code": code})
    return ClassesSaved(tuple(command.class_id for command in commands))
