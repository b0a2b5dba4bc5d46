"""Another hospital of somebody already sent: a row of the next list (Mẫu số 3, guide point c)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ssdesk.domain.enrolment import ChangeType
from ssdesk.domain.submission import ListEntry
from ssdesk.services.context import Context
from ssdesk.services.declaration_evidence import forget, noted
from ssdesk.services.list_entries import entries_of
from ssdesk.services.made_lists import filed, last_told
from ssdesk.storage import corrections, submissions
from ssdesk.storage.corrections import Correction
from ssdesk.storage.store import Reader, Unit
from ssdesk.storage.submissions import Candidate

_FIELD = "registered_hospital"


def hospital_rows(
    ctx: Context,
    reader: Reader,
    sent: Iterable[Candidate],
    added: Iterable[ListEntry],
) -> tuple[ListEntry, ...]:
    """A row a person whose hospital the office knows otherwise, without money or months.

    Args:
        ctx: the desk.
        reader: what is read.
        sent: who could have one.
        added: who stands on the new list anyhow; their own rows name the hospital.
    """
    owners = submissions.people_of_enrolments(reader)
    told, corrected, proofs = last_told(reader), filed(reader), noted(reader)
    newest: dict[str, tuple[Candidate, str]] = {}
    for one in sent:
        person_id = owners.get(one.enrolment_id, "")
        entry = told.get(person_id)
        if entry is None:
            continue
        known = corrected.get((person_id, _FIELD), entry.registered_hospital)
        before = newest.get(person_id)
        if known != one.registered_hospital and (before is None or one.ends_on > before[0].ends_on):
            newest[person_id] = (one, known)
    entries = entries_of(ctx.rules, ctx.profile(), (one for one, _ in newest.values()), {})
    numbers = {number for one in added for number in (one.personal_id, one.insurance_number)}
    return tuple(
        _row(entry, known, proofs.get(owners[entry.enrolment_id], ""))
        for entry, (_, known) in zip(entries, newest.values(), strict=True)
        if not {entry.personal_id, entry.insurance_number} & (numbers - {""})
    )


def _row(entry: ListEntry, known: str, evidence: str) -> ListEntry:
    return replace(
        entry,
        change_type=ChangeType.CHANGED.value,
        months=0,
        gross=0,
        state_support=0,
        local_support=0,
        other_support=0,
        own_share=0,
        base_salary=0,
        paper_card=False,
        proof=evidence,
        old_hospital=known,
    )


def file_rows(
    ctx: Context, unit: Unit, rows: Iterable[ListEntry], list_date: date, form: str
) -> dict[str, str]:
    """Writes the rows of a list down as corrections filed; the correction of each enrolment.

    Args:
        ctx: the desk.
        unit: where it is written.
        rows: of another hospital.
        list_date: day of the list.
        form: name and number of the list that carries them.
    """
    owners = submissions.people_of_enrolments(unit)
    made = {}
    for row in rows:
        item = Correction(
            ctx.clock.new_id(),
            owners[row.enrolment_id],
            _FIELD,
            row.old_hospital or "",
            row.registered_hospital,
            f"{row.proof}; {form}" if row.proof else form,
            list_date,
        )
        corrections.insert(unit, item)
        made[row.enrolment_id] = item.id
    forget(unit, (owners[enrolment_id] for enrolment_id in made))
    return made
