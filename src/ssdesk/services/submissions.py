"""Lists to the office: what would be on one, making one, sending it out again as it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from ssdesk.documents.official_list import official_list_pdf
from ssdesk.domain.coverage import PAID_STATES
from ssdesk.domain.dates import format_date
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.forms import (
    FilledForm,
    FormLayout,
    form_on,
    right_form,
)
from ssdesk.domain.money import format_dong
from ssdesk.domain.problems import Problem
from ssdesk.domain.remittance import ThreeWayMatch
from ssdesk.domain.roles import Act
from ssdesk.domain.stopping import StopState
from ssdesk.domain.submission import ListEntry, fill
from ssdesk.errors import UserError
from ssdesk.rulepacks.form_layouts import load_forms
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.hospital_rows import file_rows, hospital_rows
from ssdesk.services.list_entries import (
    ListProblem,
    checked,
    entries_of,
    heading_of,
    match_entries,
    stopped_entries,
    unpaid_of,
)
from ssdesk.services.list_files import write_file
from ssdesk.services.made_lists import entries_of_list, freeze, made_list
from ssdesk.storage import closings, stops, submissions
from ssdesk.storage.store import Reader
from ssdesk.storage.submissions import Candidate, Line, Money

__all__ = [
    "ExportedForm",
    "FormChoice",
    "ListMade",
    "ListPreview",
    "ListProblem",
    "ListRequest",
    "MakeList",
    "SubmissionRow",
    "entries_of_list",
    "export_form",
    "export_submission",
    "list_forms",
    "list_submissions",
    "make_list",
    "match_of",
    "money_open",
    "preview_list",
    "preview_pdf",
    "submission_form",
    "submission_pdf",
]

_CHANGED = Changes(frozenset({Kind.SUBMISSION, Kind.ENROLMENT}))
_TO_LIST = (EnrolmentState.PAID, EnrolmentState.RETURNED)
_OWING = (EnrolmentState.DUE, EnrolmentState.PROMISED)
_TO_STOP = (StopState.OPEN, StopState.RETURNED)


@dataclass(frozen=True, slots=True)
class FormChoice:
    """A form that a list can go out on.

    Args:
        right: whether it is the one for the day asked about.
        confirmed: False where it was not compared with the original (ruling 15).
    """

    form: str
    name: str
    document: str
    right: bool
    confirmed: bool
    printed: bool


@dataclass(frozen=True, slots=True)
class ListRequest:
    """A list that is wanted.

    Args:
        list_date: decides the form (ruling 15).
        form: name of the form, empty for the right one.
        round: id or name of a round, empty for all of the school year.
        everybody: also those on an earlier list.
    """

    list_date: date
    form: str = ""
    round: str = ""
    everybody: bool = False


@dataclass(frozen=True, slots=True)
class ListPreview:
    """What a list would be.

    Args:
        problems: by person; who has a blocking one is left out.
        match: list, receipts and transfer of those on it (ruling 10).
        unpaid: signed up but not paid in full, so not on it (ruling 7).

    Rows of `Giảm` and of another hospital are among the entries, after the others; no money of
    theirs is in the match.
    """

    form: FilledForm
    entries: tuple[ListEntry, ...]
    problems: tuple[ListProblem, ...]
    match: ThreeWayMatch
    unpaid: tuple[ListProblem, ...] = ()

    @property
    def stopped(self) -> tuple[ListEntry, ...]:
        """The rows of `Giảm`."""
        return tuple(entry for entry in self.entries if entry.stopped)

    @property
    def moved(self) -> tuple[ListEntry, ...]:
        """The rows that only tell another hospital."""
        return tuple(entry for entry in self.entries if entry.moved)

    @property
    def people(self) -> int:
        """Who is added or stops; who only changes the hospital is not counted."""
        return len(self.entries) - len(self.moved)

    @property
    def refund(self) -> int:
        """What the office owes back to families, in dong."""
        return sum(entry.refund for entry in self.entries)

    @property
    def left_out(self) -> tuple[ListProblem, ...]:
        """The problems that keep people off the list."""
        return tuple(problem for problem in self.problems if problem.blocking)

    @property
    def complete(self) -> bool:
        """Whether list = receipts = transfer."""
        return self.match.agrees


@dataclass(frozen=True, slots=True)
class MakeList:
    """Make the list; `waiting` allows one whose money is not all transferred."""

    request: ListRequest
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """A list that was made; `complete` as it was then, `settled` as it is now.

    Args:
        people: its lines but those of another hospital; `stopped` of them stand under `Giảm`.
        own_share: of those who are added, in dong.
        moved: lines that only tell another hospital.
    """

    id: str
    form: str
    form_name: str
    number: int
    list_date: date
    people: int
    own_share: int
    complete: bool
    settled: bool
    posted_at: datetime
    posted_by: str
    stopped: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class ListMade:
    """The list as it now stands, and who was left out of it."""

    submission: SubmissionRow
    left_out: tuple[ListProblem, ...]
    changes: Changes = field(default=_CHANGED)


@dataclass(frozen=True, slots=True)
class ExportedForm:
    """A form written to a file without making a list; `own_share` in dong."""

    form: str
    form_name: str
    list_date: date
    file: str
    people: int
    own_share: int
    complete: bool
    confirmed: bool
    problems: tuple[ListProblem, ...]


def list_forms(on: date) -> tuple[FormChoice, ...]:
    """The forms that ship with the program, the right one for the day marked."""
    forms = load_forms()
    return tuple(
        FormChoice(
            layout.form,
            layout.name,
            layout.document,
            layout.printed and layout.valid_on(on),
            layout.confirmed,
            layout.printed,
        )
        for layout in forms
    )


def preview_list(ctx: Context, request: ListRequest) -> ListPreview:
    """What the list would be; nothing is stored.

    Raises:
        UserError: FORM_UNKNOWN, FORM_NOT_VALID_ON_DATE, FORM_UNKNOWN_ON_DATE, ROUND_UNKNOWN,
            LIST_EMPTY, LIST_YEAR_CLOSED.
    """
    return _preview(ctx, ctx.store.reader, request)


def _layout(request: ListRequest) -> FormLayout:
    forms = load_forms()
    if request.form:
        return form_on(forms, request.form, request.list_date)
    return right_form(forms, request.list_date)


def _rounds(reader: Reader, request: ListRequest) -> tuple[str, ...]:
    if not request.round:
        return submissions.rounds_on(reader, request.list_date)
    found = submissions.rounds_named(reader, request.round)
    if not found:
        raise UserError("ROUND_UNKNOWN")
    return found


def _preview(ctx: Context, reader: Reader, request: ListRequest) -> ListPreview:
    layout = _layout(request)
    states = PAID_STATES if request.everybody else _TO_LIST
    rounds = _rounds(reader, request)
    found = submissions.candidates(reader, rounds, states)
    if not request.everybody:
        _check_open(reader, found)
    money = submissions.money(reader)
    profile = ctx.profile()
    added, problems = checked(entries_of(ctx.rules, profile, found, money))
    stopped, wrong = checked(_stopped(ctx, reader, request, rounds, money))
    moved, unknown = checked(_moved(ctx, reader, request, rounds, added))
    entries, problems = (*added, *stopped, *moved), (*problems, *wrong, *unknown)
    if not entries and not problems:
        raise UserError("LIST_EMPTY", day=format_date(request.list_date))
    match = match_entries(entries, money)
    heading = heading_of(ctx.rules, profile, request.list_date, entries)
    heading = replace(heading, waiting=not match.agrees)
    owing = () if request.everybody else submissions.candidates(reader, rounds, _OWING)
    return ListPreview(
        fill(layout, heading, entries), entries, problems, match, unpaid_of(owing, money)
    )


def _check_open(reader: Reader, found: Iterable[Candidate]) -> None:
    years = closings.closed_years(reader, {each.round_id for each in found})
    if years:
        raise UserError("LIST_YEAR_CLOSED", year=", ".join(years))


def _stopped(
    ctx: Context,
    reader: Reader,
    request: ListRequest,
    rounds: tuple[str, ...],
    money: dict[str, Money],
) -> tuple[ListEntry, ...]:
    """Rows of `Giảm`, of every round unless one is named."""
    states = tuple(StopState) if request.everybody else _TO_STOP
    found = submissions.stopped(reader, states, rounds if request.round else None)
    by_enrolment = {row.stop.enrolment_id: row.stop for row in stops.every(reader, states)}
    return stopped_entries(entries_of(ctx.rules, ctx.profile(), found, money), by_enrolment)


def _moved(
    ctx: Context,
    reader: Reader,
    request: ListRequest,
    rounds: tuple[str, ...],
    added: tuple[ListEntry, ...],
) -> tuple[ListEntry, ...]:
    """Rows of another hospital, of every round unless one is named."""
    if request.everybody:
        return ()
    found = submissions.sent_with_hospital(
        reader, request.list_date, rounds if request.round else None
    )
    return hospital_rows(ctx, reader, found, added)


def make_list(ctx: Context, command: MakeList) -> ListMade:
    """Makes the list: freezes its lines, numbers it, moves its people on to `submitted`.

    Raises:
        UserError: as `preview_list`; LIST_NOBODY_READY where everybody has a problem;
            LIST_WAITING_NOT_CHOSEN where the money is not all there (ruling 10); NOT_ALLOWED.
    """
    request = replace(command.request, everybody=False)
    with ctx.write(Act.MAKE_LISTS) as unit:
        preview = _preview(ctx, unit, request)
        _check_ready(preview, command)
        layout = preview.form.layout
        number = submissions.next_number(unit, layout.form)
        heading = replace(preview.form.heading, number=number)
        rounds = _rounds(unit, request)
        item = submissions.Submission(
            id=ctx.clock.new_id(),
            round_id=rounds[0] if len(rounds) == 1 else None,
            form=layout.form,
            number=number,
            list_date=request.list_date,
            people=preview.people,
            own_share=preview.match.listed,
            complete=preview.complete,
            data=freeze(heading, preview.entries),
            posted_at=ctx.clock.now(),
            posted_by=ctx.account.login,
            stopped=len(preview.stopped),
            moved=len(preview.moved),
        )
        filed = file_rows(ctx, unit, preview.moved, item.list_date, f"{layout.code}, số {number}")
        lines = [
            Line(each.enrolment_id, each.stop_id, filed.get(each.enrolment_id, ""))
            for each in preview.entries
        ]
        submissions.insert(unit, item, lines)
        added = [each.enrolment_id for each in preview.entries if each.added]
        submissions.mark_submitted(unit, added)
        listed = [each.stop_id for each in preview.stopped]
        stops.set_state(unit, listed, StopState.LISTED)
        unit.audit(
            "list_made",
            item.id,
            {"form": item.form, "number": number, "people": item.people, "sum": item.own_share},
        )
    row = _row(item, layout.name, settled=item.complete)
    return ListMade(row, preview.left_out)


def _check_ready(preview: ListPreview, command: MakeList) -> None:
    layout = preview.form.layout
    if not layout.printed:
        right = right_form(load_forms(), command.request.list_date).name
        day = format_date(command.request.list_date)
        raise UserError("FORM_NOT_VALID_ON_DATE", form=layout.name, day=day, right=right)
    if not preview.entries:
        raise UserError("LIST_NOBODY_READY", people=len(preview.left_out))
    if not preview.complete and not command.waiting:
        raise UserError("LIST_WAITING_NOT_CHOSEN", people=len(preview.match.differences))


def list_submissions(ctx: Context) -> tuple[SubmissionRow, ...]:
    """Every list that was made, the newest first."""
    reader = ctx.store.reader
    names = {layout.form: layout.name for layout in load_forms()}
    money = submissions.money(reader)
    rows = []
    for item in submissions.every(reader):
        settled = item.complete or match_entries(entries_of_list(item), money).agrees
        rows.append(_row(item, names.get(item.form, item.form), settled=settled))
    return tuple(rows)


def _row(item: submissions.Submission, name: str, *, settled: bool) -> SubmissionRow:
    return SubmissionRow(
        item.id,
        item.form,
        name,
        item.number,
        item.list_date,
        item.people,
        item.own_share,
        item.complete,
        settled,
        item.posted_at,
        item.posted_by,
        item.stopped,
        item.moved,
    )


def match_of(ctx: Context, submission_id: str) -> ThreeWayMatch:
    """List, receipts and transfer of a list that was made, as they are now.

    Raises:
        UserError: SUBMISSION_UNKNOWN.
    """
    reader = ctx.store.reader
    item = _require(reader, submission_id)
    return match_entries(entries_of_list(item), submissions.money(reader))


def _require(reader: Reader, submission_id: str) -> submissions.Submission:
    item = submissions.get(reader, submission_id)
    if item is None:
        raise UserError("SUBMISSION_UNKNOWN")
    return item


def submission_form(ctx: Context, submission_id: str, form: str = "") -> FilledForm:
    """A list as it was made; on another form of its day, such as the vendor's sheet, if named.

    Raises:
        UserError: SUBMISSION_UNKNOWN, FORM_UNKNOWN, FORM_NOT_VALID_ON_DATE.
    """
    item = _require(ctx.store.reader, submission_id)
    layout = form_on(load_forms(), form or item.form, item.list_date)
    made = made_list(item)
    return fill(layout, made.heading, made.entries)


def submission_pdf(ctx: Context, submission_id: str) -> bytes:
    """The paper of a list that was made; asked again it is the same to the byte."""
    return official_list_pdf(submission_form(ctx, submission_id))


def preview_pdf(preview: ListPreview) -> bytes:
    """The paper that a list would be, without its number."""
    return official_list_pdf(preview.form)


def export_submission(ctx: Context, submission_id: str, file: Path, form: str = "") -> None:
    """Writes a list that was made; the ending of the name decides: .pdf or .xlsx.

    Raises:
        UserError: as `submission_form`; FORM_FILE_KIND for another ending.
        OSError: the file cannot be written.
    """
    write_file(submission_form(ctx, submission_id, form), file)


def export_form(ctx: Context, request: ListRequest, file: Path) -> ExportedForm:
    """Writes everybody who has paid through the school on a form; makes no list.

    Raises:
        UserError: as `preview_list`; LIST_NOBODY_READY, FORM_FILE_KIND.
        OSError: the file cannot be written.
    """
    preview = preview_list(ctx, replace(request, everybody=True))
    if not preview.entries:
        raise UserError("LIST_NOBODY_READY", people=len(preview.left_out))
    write_file(preview.form, file)
    layout = preview.form.layout
    return ExportedForm(
        layout.form,
        layout.name,
        request.list_date,
        file.name,
        len(preview.entries),
        preview.match.listed,
        preview.complete,
        layout.confirmed,
        preview.problems,
    )


def money_open(preview: ListPreview) -> Problem | None:
    """The sentence beside a list whose money is not all there; None where it is."""
    if preview.complete:
        return None
    match = preview.match
    return Problem(
        "",
        "LIST_MONEY_OPEN",
        {
            "listed": format_dong(match.listed),
            "received": format_dong(match.receipted),
            "transferred": format_dong(match.transferred),
            "people": len(match.differences),
        },
    )
