"""Declarations to the office (Mẫu số 2): who needs one, what it says, that it was filed.

What is to be corrected follows from what stands on the lists that were sent and what the desk
knows now, so nobody has to remember it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ssdesk.assets import texts
from ssdesk.domain.coverage import PAID_STATES, SIGNED_UP_STATES
from ssdesk.domain.declaration import Declaration, FieldChange, Why
from ssdesk.domain.identifiers import is_hospital_code
from ssdesk.domain.person import BirthDate
from ssdesk.domain.roles import Act
from ssdesk.domain.submission import ListEntry
from ssdesk.errors import UserError
from ssdesk.rulepacks.declaration_layouts import load_declaration
from ssdesk.services import declaration_evidence, pupils
from ssdesk.services.bundles.answers_in import accepted_lines
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.hospitals import hospital_names, with_name
from ssdesk.services.made_lists import filed, last_told
from ssdesk.services.pupils import PupilRow
from ssdesk.services.whole_files import write_whole
from ssdesk.storage import corrections
from ssdesk.storage import submissions as lists
from ssdesk.storage.corrections import Correction
from ssdesk.storage.queries.pupils import pupils_of_lines
from ssdesk.storage.store import Reader

__all__ = [
    "FORM",
    "Correction",
    "CorrectionsFiled",
    "DeclarationRequest",
    "DeclarationsWritten",
    "NeedsDeclaration",
    "PupilCorrections",
    "changed_since_sent",
    "corrections_of",
    "declarations",
    "declarations_paper",
    "file_corrections",
    "hospital_codes",
    "list_corrections",
    "who_needs",
    "who_to_correct",
    "withdraw_corrections",
    "write_declarations",
]

FORM = "mau-so-2"
_CORRECTED = ("full_name", "birth_date", "sex", "personal_id", "registered_hospital")
_CHANGED = Changes(frozenset({Kind.SUBMISSION, Kind.PEOPLE}))


@dataclass(frozen=True, slots=True)
class NeedsDeclaration:
    """A pupil who needs a declaration, and why.

    Args:
        changes: as the office was last told and as it is; empty for a first-timer.
        evidence: papers noted to go along with the changes.
        hospital: the one registered, else the school's usual one.
    """

    entry_id: str
    person_id: str
    full_name: str
    class_name: str
    why: Why
    changes: tuple[FieldChange, ...]
    evidence: str = ""
    hospital: str = ""


@dataclass(frozen=True, slots=True)
class DeclarationRequest:
    """Whose declarations are wanted.

    Args:
        on: day of the declarations; decides whether the form holds (ruling 15).
        school_year: of the roster.
        entry_ids: only these lines of the roster; empty for all who need one.
        class_name: only this class, empty for all.
        person: only who has this id, personal id or insurance number; empty for all.
        why: only these, None for both.
        evidence: papers that go along with all the corrections; what was noted where empty.
    """

    on: date
    school_year: str
    entry_ids: tuple[str, ...] = ()
    class_name: str = ""
    person: str = ""
    why: Why | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class DeclarationsWritten:
    """How many people of each kind a file holds."""

    form_name: str
    file: str
    first_time: int
    corrections: int


@dataclass(frozen=True, slots=True)
class CorrectionsFiled:
    """How many facts of how many people were written down as filed."""

    people: int
    facts: int
    changes: Changes = field(default=_CHANGED)


@dataclass(frozen=True, slots=True)
class PupilCorrections:
    """What the office knows otherwise of a pupil, and what it was asked to correct, newest first.

    Args:
        open: not filed yet.
        accepted: ids of those filed that the office took.
    """

    open: tuple[FieldChange, ...]
    filed: tuple[Correction, ...]
    accepted: frozenset[str]


def who_needs(ctx: Context, request: DeclarationRequest) -> tuple[NeedsDeclaration, ...]:
    """Everybody who needs a declaration, by class and name.

    First-timers are signed up here without an insurance number; corrections are of people on a
    list that was sent, whose facts differ now and were not filed yet.
    """
    rows = pupils.list_pupils(ctx, request.school_year)
    changed = changed_since_sent(ctx.store.reader, rows)
    usual = ctx.profile().usual_hospital
    proofs = declaration_evidence.noted(ctx.store.reader)
    found = []
    for row in rows:
        changes = changed.get(row.entry_id, ())
        why = Why.CORRECTION if changes else Why.FIRST_TIME
        if changes or _joins_first(row):
            found.append(
                NeedsDeclaration(
                    row.entry_id,
                    row.person_id,
                    row.full_name,
                    row.class_name,
                    why,
                    changes,
                    proofs.get(row.person_id, "") if changes else "",
                    row.registered_hospital or usual,
                )
            )
    named = {row.entry_id for row in rows if request.person in _known_by(row)}
    return tuple(
        each
        for each in found
        if _wanted(each, request) and (not request.person or each.entry_id in named)
    )


def _known_by(row: PupilRow) -> tuple[str, ...]:
    return row.person_id, row.personal_id or "", row.insurance_number or ""


def changed_since_sent(
    reader: Reader, rows: Sequence[PupilRow]
) -> Mapping[str, tuple[FieldChange, ...]]:
    """What differs from the lists that were sent and was not filed yet, by line of the roster."""
    told, known = last_told(reader), filed(reader)
    found = {row.entry_id: _changes(row, told.get(row.person_id), known) for row in rows}
    return {entry_id: changes for entry_id, changes in found.items() if changes}


def who_changed(ctx: Context, everyone: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Those lines of the roster, each with its person, of which the office knows something else.

    Only pupils who stood on a list are read.
    """
    reader = ctx.store.reader
    told = last_told(reader)
    listed = [entry_id for entry_id, person_id in everyone if person_id in told]
    if not listed:
        return ()
    rows = pupils_of_lines(reader, listed, ctx.clock.today())
    known = filed(reader)
    return tuple(row.entry_id for row in rows if _changes(row, told.get(row.person_id), known))


def corrections_of(ctx: Context, row: PupilRow) -> PupilCorrections:
    """The corrections of one pupil."""
    changed = changed_since_sent(ctx.store.reader, (row,))
    asked = list_corrections(ctx, row.person_id)
    taken = accepted_lines(ctx.store.reader) if asked else frozenset()
    accepted = frozenset(each.id for each in asked if taken & {each.id, each.line_id})
    return PupilCorrections(changed.get(row.entry_id, ()), asked, accepted)


def who_to_correct(ctx: Context, entry_ids: Sequence[str]) -> tuple[str, ...]:
    """Those of some lines of the roster whom the office knows otherwise, by name."""
    rows = {each: pupils.get_pupil(ctx, each) for each in entry_ids}
    changed = changed_since_sent(ctx.store.reader, tuple(rows.values()))
    return tuple(row.full_name for entry_id, row in rows.items() if entry_id in changed)


def _wanted(each: NeedsDeclaration, request: DeclarationRequest) -> bool:
    return (
        (not request.entry_ids or each.entry_id in request.entry_ids)
        and request.class_name in ("", each.class_name)
        and request.why in (None, each.why)
    )


def _joins_first(row: PupilRow) -> bool:
    states = PAID_STATES | SIGNED_UP_STATES
    enrolled = row.enrolment is not None and row.enrolment.state in states
    return enrolled and not row.insurance_number


def _changes(
    row: PupilRow,
    told: ListEntry | None,
    corrected: Mapping[tuple[str, str], str],
) -> tuple[FieldChange, ...]:
    if told is None:
        return ()
    before = {
        "full_name": told.full_name,
        "birth_date": _born(told.born),
        "sex": _sex(told.sex),
        "personal_id": told.personal_id,
        "registered_hospital": told.registered_hospital,
    }
    now = {
        "full_name": row.full_name,
        "birth_date": _born(row.birth_date),
        "sex": _sex(row.sex.value if row.sex else ""),
        "personal_id": row.personal_id or "",
        # An empty one stands for the school's usual hospital, whichever that is by now.
        "registered_hospital": row.registered_hospital,
    }
    known = {name: corrected.get((row.person_id, name), before[name]) for name in _CORRECTED}
    return tuple(
        FieldChange(name, known[name], now[name])
        for name in _CORRECTED
        if now[name] and now[name] != known[name]
    )


def _born(birth_date: BirthDate | None) -> str:
    return birth_date.display() if birth_date else ""


def _sex(code: str) -> str:
    return {"M": "nam", "F": "nữ"}.get(code, "")


def declarations(ctx: Context, request: DeclarationRequest) -> tuple[Declaration, ...]:
    """The declarations as they would be printed.

    Raises:
        UserError: FORM_NOT_VALID_ON_DATE, DECLARATION_NOBODY.
    """
    load_declaration().check_day(request.on)
    needs = who_needs(ctx, request)
    if not needs:
        raise UserError("DECLARATION_NOBODY")
    rows = {row.entry_id: row for row in pupils.list_pupils(ctx, request.school_year)}
    paper = lists.paper_cards(ctx.store.reader)
    found = []
    for each in needs:
        row = rows[each.entry_id]
        on_paper = row.enrolment is not None and row.enrolment.id in paper
        found.append(
            _declaration(ctx, row, each, request.evidence or each.evidence, on_paper=on_paper)
        )
    return tuple(found)


def _declaration(
    ctx: Context,
    row: PupilRow,
    needs: NeedsDeclaration,
    evidence: str,
    *,
    on_paper: bool,
) -> Declaration:
    names = texts("vi")["declaration"]
    hospitals = hospital_names(ctx)
    said = tuple(
        names["change"].format(
            what=names[each.field],
            old=with_name(each.old, hospitals) or names["empty"],
            new=with_name(each.new, hospitals),
        )
        for each in needs.changes
    )
    return Declaration(
        person_id=row.person_id,
        class_name=row.class_name,
        why=needs.why,
        insurance_number=row.insurance_number or "",
        full_name=row.full_name,
        sex=_sex(row.sex.value if row.sex else ""),
        birth_date=_born(row.birth_date),
        ethnicity=row.ethnicity,
        personal_id=row.personal_id or "",
        phone=row.phone,
        registered_hospital=with_name(needs.hospital, hospitals),
        address=row.address if on_paper else "",
        changes=said,
        evidence=evidence if needs.changes else "",
        paper_card=on_paper,
    )


def hospital_codes(rows: Sequence[NeedsDeclaration]) -> tuple[str, ...]:
    """The codes of hospitals that the declarations of people name."""
    codes = {each.hospital for each in rows if each.why is Why.FIRST_TIME}
    for each in rows:
        for change in each.changes:
            if change.field == "registered_hospital":
                codes |= {change.old, change.new}
    return tuple(sorted(code for code in codes if is_hospital_code(code)))


def declarations_paper(ctx: Context, request: DeclarationRequest) -> bytes:
    """The declarations as PDF to sign, a page a person; raises as `declarations`."""
    # Imported here: reportlab is slow to load and the window must not wait for it.
    from ssdesk.documents.declaration import declarations_pdf

    said = declarations(ctx, request)
    return declarations_pdf(load_declaration(), said, "", request.on)


def write_declarations(
    ctx: Context, request: DeclarationRequest, file: Path
) -> DeclarationsWritten:
    """Writes declarations: .pdf to sign, or .xlsx with a row a person and the fields' numbers.

    Raises:
        UserError: FORM_FILE_KIND, and as `declarations`.
        OSError: the file cannot be written.
    """
    layout = load_declaration()
    said = declarations(ctx, request)
    ending = file.suffix.lower()
    if ending == ".pdf":
        write_whole(file, declarations_paper(ctx, request))
    elif ending == ".xlsx":
        from ssdesk.exchange.forms.declarations import write_declaration_sheet

        write_declaration_sheet(file, layout, said)
    else:
        raise UserError("FORM_FILE_KIND", form=layout.name, file=file.name, kinds=".pdf, .xlsx")
    first = sum(each.why is Why.FIRST_TIME for each in said)
    return DeclarationsWritten(layout.name, str(file), first, len(said) - first)


def file_corrections(ctx: Context, request: DeclarationRequest) -> CorrectionsFiled:
    """Writes down that the corrections were handed to the office; they are no to-do any more.

    Raises:
        UserError: NOT_ALLOWED, FORM_NOT_VALID_ON_DATE, DECLARATION_NOBODY.
    """
    load_declaration().check_day(request.on)
    with ctx.write(Act.MAKE_LISTS) as unit:
        needs = [each for each in who_needs(ctx, request) if each.changes]
        if not needs:
            raise UserError("DECLARATION_NOBODY")
        made = list(_corrections(ctx, needs, request))
        for item in made:
            corrections.insert(unit, item)
        declaration_evidence.forget(unit, (each.person_id for each in needs))
        for each in needs:
            unit.audit("corrections_filed", each.person_id, {"facts": len(each.changes)})
    return CorrectionsFiled(len(needs), len(made))


def _corrections(
    ctx: Context, needs: Sequence[NeedsDeclaration], request: DeclarationRequest
) -> Iterator[Correction]:
    for each in needs:
        for change in each.changes:
            yield Correction(
                ctx.clock.new_id(),
                each.person_id,
                change.field,
                change.old,
                change.new,
                request.evidence or each.evidence,
                request.on,
            )


def withdraw_corrections(ctx: Context, person_id: str) -> CorrectionsFiled:
    """Takes back that corrections of a person were filed; they are to-dos again.

    Raises:
        UserError: NOT_ALLOWED, CORRECTION_NONE; CORRECTION_SENT where a bundle carried them.
    """
    with ctx.write(Act.MAKE_LISTS) as unit:
        facts = corrections.withdraw(unit, person_id)
        if not facts:
            sent = [each for each in list_corrections(ctx, person_id) if each.sent]
            if sent:
                raise UserError("CORRECTION_SENT", name=sent[0].full_name)
            raise UserError("CORRECTION_NONE")
        unit.audit("corrections_withdrawn", person_id, {"facts": facts})
    return CorrectionsFiled(1, facts)


def list_corrections(ctx: Context, person_id: str = "") -> tuple[Correction, ...]:
    """What was filed, the newest first; of one person if named."""
    found = [
        each
        for each in corrections.every(ctx.store.reader)
        if person_id in ("", each.person_id) and not each.withdrawn
    ]
    return tuple(reversed(found))
