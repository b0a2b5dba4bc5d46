"""The lines of a bundle in the order in which an office answers them, numbered over all lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ssdesk.domain.enrolment import ChangeType
from ssdesk.domain.records import CorrectionRecord, ListLineRecord, PersonRecord, Record


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """One line of a list, or one correction as a line of no list.

    Args:
        number: unique over all lists of the bundle, from 1.
        id: under which it travels.
    """

    number: int
    id: str
    line: ListLineRecord


def numbered(
    records: Iterable[tuple[str, Record | None]],
    person: Callable[[str], PersonRecord | None],
) -> tuple[NumberedLine, ...]:
    """Lines list by list, and after them what is to be corrected.

    Args:
        records: id and content of what the bundle tells; others than lines are passed over.
        person: who a person's id is.
    """
    given = list(records)
    lines = [(key, record) for key, record in given if isinstance(record, ListLineRecord)]
    lines.sort(key=lambda each: (each[1].list_id, each[1].position))
    asked = [(key, record) for key, record in given if isinstance(record, CorrectionRecord)]
    asked.sort(key=lambda each: each[0])
    lines += [
        (key, _asked(record, person(record.person_id), place))
        for place, (key, record) in enumerate(asked, start=len(lines) + 1)
    ]
    return tuple(NumberedLine(place, *each) for place, each in enumerate(lines, start=1))


def _asked(asked: CorrectionRecord, who: PersonRecord | None, position: int) -> ListLineRecord:
    """A correction as a line to answer: of no list, without cover or money."""
    return ListLineRecord(
        list_id="",
        position=position,
        enrolment_id="",
        full_name=who.full_name if who else "",
        birth_date=who.birth_date if who else "",
        sex=who.sex if who else "",
        personal_id=who.personal_id if who else "",
        insurance_number=who.insurance_number if who else "",
        registered_hospital=who.registered_hospital if who else "",
        class_name="",
        change_type=ChangeType.CHANGED.value,
        group_code="",
        starts_on=asked.filed_on,
        ends_on=asked.filed_on,
        months=0,
        gross=0,
        own_share=0,
    )
