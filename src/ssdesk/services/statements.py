"""Parents' transfers: slips with a code, bank statements matched to them, the rest by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from ssdesk.domain.problems import Problem
from ssdesk.domain.receipt import Holder, Tender
from ssdesk.domain.roles import Act
from ssdesk.domain.slip import (
    POSTED_ALONE,
    MatchState,
    StatementLine,
    judge,
    slip_code,
    slips_in,
)
from ssdesk.errors import Conflict, UserError
from ssdesk.exchange.sheets import read_file
from ssdesk.exchange.statement import (
    Columns,
    HeadingSeen,
    StatementRead,
    columns_seen,
    read_statement,
    recall,
)
from ssdesk.services.cash_counts import open_day
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.payments import PaymentItem, RecordPayment, post
from ssdesk.storage import enrolments, handovers, imports, rounds, statements
from ssdesk.storage.statements import KeptLine, SlipOf
from ssdesk.storage.store import Reader, Unit

__all__ = [
    "Columns",
    "HeadingSeen",
    "KeptLine",
    "LineMatch",
    "LinesSettled",
    "SettleLine",
    "StatementPlan",
    "StatementTaken",
    "apply_statement",
    "list_lines",
    "preview_statement",
    "settle_lines",
    "slip_codes",
    "statement_columns",
]

_CHANGED = Changes(frozenset({Kind.PAYMENT, Kind.ENROLMENT, Kind.RECEIPT_BOOK, Kind.ROSTER}))


@dataclass(frozen=True, slots=True)
class LineMatch:
    """A line of a statement with the slip it names; `slip` is None where that is not one."""

    line: StatementLine
    state: MatchState
    slip: SlipOf | None


@dataclass(frozen=True, slots=True)
class StatementPlan:
    """A statement as it would be taken in; what is shown is what then happens.

    Args:
        problems: rows that could not be read: row, column, what is wrong. Nothing is taken in
            while there are any.
    """

    file: str
    sha256: str
    read: StatementRead
    matches: tuple[LineMatch, ...]
    counts: Mapping[MatchState, int]

    @property
    def problems(self) -> tuple[tuple[int, str, Problem], ...]:
        """Rows that could not be read."""
        return self.read.problems

    @property
    def amount_to_post(self) -> int:
        """What would be posted without anybody's judgement, dong."""
        return sum(each.line.amount for each in self.matches if each.state in POSTED_ALONE)


@dataclass(frozen=True, slots=True)
class StatementTaken:
    """What was posted, and how many lines wait for a person."""

    posted: int
    amount: int
    open: int
    changes: Changes = field(default=_CHANGED)


@dataclass(frozen=True, slots=True)
class SettleLine:
    """Say what the money of a line is.

    Args:
        items: the pupils who share it and how much each; empty where it is no pupil's money.
        reason: what the money is that no pupil owes, all of the line or the rest of it
            (ruling 8); empty where the shares are the whole line.
    """

    line_id: str
    items: tuple[PaymentItem, ...] = ()
    reason: str = ""
    payer_name: str = ""


@dataclass(frozen=True, slots=True)
class LinesSettled:
    """How many lines were explained, and the receipts made for them."""

    lines: int
    receipt_ids: tuple[str, ...]
    amount: int
    changes: Changes = field(default=_CHANGED)


def slip_codes(ctx: Context, enrolment_ids: tuple[str, ...]) -> dict[str, str]:
    """The code of each enrolment's payment slip; it is the same each time.

    Raises:
        UserError: NOT_ALLOWED.
    """
    known = statements.slip_numbers(ctx.store.reader)
    if any(each not in known for each in enrolment_ids):
        with ctx.write(Act.ENROL) as unit:
            statements.number_slips(unit, enrolment_ids)
            known = statements.slip_numbers(unit)
    return {each: slip_code(known[each]) for each in enrolment_ids}


def preview_statement(ctx: Context, file: Path, columns: Columns | None = None) -> StatementPlan:
    """What taking a statement in would do; nothing is stored.

    Args:
        ctx: the open desk.
        file: XLSX, XLS, ODS or CSV as the bank gives it out.
        columns: where the person says so; else as the last time for this bank, else proposed.

    Raises:
        BadFile: as any spreadsheet; STATEMENT_NO_COLUMNS.
    """
    source = read_file(file)
    reader = ctx.store.reader
    read = read_statement(source, columns or recall(source, partial(_known, reader)))
    matches = _matches(reader, read)
    return StatementPlan(
        source.file, source.sha256, read, matches, Counter(each.state for each in matches)
    )


def _known(reader: Reader, signature: str) -> Columns | None:
    kept = imports.known_mapping(reader, signature)
    return None if kept is None else msgspec.json.decode(kept, type=Columns)


def statement_columns(file: Path) -> tuple[HeadingSeen, ...]:
    """The columns of a statement, for a person to say which is which.

    Raises:
        BadFile: as any spreadsheet.
    """
    return columns_seen(read_file(file))


def _matches(reader: Reader, read: StatementRead) -> tuple[LineMatch, ...]:
    slips, seen = statements.slips(reader), set(statements.known_lines(reader))
    owed = {slip.number: slip.due for slip in slips.values()}
    found = []
    for line in read.lines:
        print_of = statements.fingerprint(line)
        numbers = slips_in(line.memo)
        slip = slips.get(numbers[0]) if len(numbers) == 1 else None
        if print_of in seen:
            state = MatchState.SEEN
        else:
            state = judge(line.amount, numbers, owed.get(slip.number) if slip else None)
        if slip is not None and state in POSTED_ALONE:
            owed[slip.number] -= line.amount
        seen.add(print_of)
        found.append(LineMatch(line, state, slip))
    return tuple(found)


def apply_statement(ctx: Context, plan: StatementPlan, book_id: str) -> StatementTaken:
    """Posts a receipt for each clear line and keeps the others open: all of it or nothing.

    Raises:
        UserError: NOT_ALLOWED, STATEMENT_HAS_PROBLEMS, and as `record_payment`.
        Conflict: STATEMENT_CHANGED where money came in since the preview.
    """
    if plan.problems:
        row, column, _ = plan.problems[0]
        raise UserError("STATEMENT_HAS_PROBLEMS", file=plan.file, row=row, column=column)
    posted = amount = waiting = 0
    with ctx.write(Act.TAKE_MONEY) as unit:
        if _matches(unit, plan.read) != plan.matches:
            raise Conflict("STATEMENT_CHANGED")
        columns = msgspec.json.encode(plan.read.columns).decode()
        imports.remember_mapping(unit, plan.read.signature, columns, unit.at)
        statement_id = ctx.clock.new_id()
        statements.insert_statement(unit, statement_id, plan.file, plan.sha256)
        for match in plan.matches:
            if match.state is MatchState.SEEN:
                continue
            line_id = ctx.clock.new_id()
            statements.insert_line(unit, line_id, statement_id, match.line, match.state)
            if match.slip is None or match.state not in POSTED_ALONE:
                waiting += 1
                continue
            items = (PaymentItem(match.slip.enrolment_id, match.line.amount),)
            receipt_id = _post(ctx, unit, match.line, RecordPayment(items, book_id))
            statements.end_line(unit, line_id, receipt_id, "")
            posted, amount = posted + 1, amount + match.line.amount
        detail: dict[str, str | int] = {"file": plan.file, "posted": posted, "open": waiting}
        unit.audit("statement_taken_in", statement_id, detail)
    return StatementTaken(posted, amount, waiting)


def _post(ctx: Context, unit: Unit, line: StatementLine, command: RecordPayment) -> str:
    command = RecordPayment(
        command.items,
        command.book_id,
        Tender.TRANSFER,
        command.payer_name,
        _open_day(ctx, unit, line.booked_on, command.items),
        Holder.BANK,
    )
    return post(ctx, unit, command).receipt_id


def _open_day(ctx: Context, unit: Unit, booked_on: date, items: tuple[PaymentItem, ...]) -> date:
    """The bank's day, or the first that is open where that day is counted and closed."""
    first = enrolments.get(unit, items[0].enrolment_id)
    opens_on = rounds.opens_on(unit, first.round_id) if first else booked_on
    closed = handovers.is_closed(unit, booked_on)
    if closed or booked_on < opens_on:
        return open_day(unit, ctx.clock.today())
    return booked_on


def list_lines(ctx: Context, *, only_open: bool = False) -> tuple[KeptLine, ...]:
    """Lines that came in, the newest first; only those nobody has explained if asked."""
    return statements.lines(ctx.store.reader, only_open=only_open)


def settle_lines(ctx: Context, commands: Sequence[SettleLine], book_id: str) -> LinesSettled:
    """Posts lines for the pupils they are for, or says why they are nobody's: all or none.

    Raises:
        UserError: NOT_ALLOWED, REASON_MISSING, STATEMENT_LINE_UNKNOWN, STATEMENT_LINE_ENDED,
            STATEMENT_LINE_DIFFERS where the shares are not the line's amount and nothing
            explains the rest, and as `record_payment`.
    """
    receipt_ids, amount = [], 0
    with ctx.write(Act.TAKE_MONEY) as unit:
        for command in commands:
            receipt_id = _settle(ctx, unit, command, book_id)
            if receipt_id is not None:
                receipt_ids.append(receipt_id)
                amount += _shared(command)
    return LinesSettled(len(commands), tuple(receipt_ids), amount)


def _shared(command: SettleLine) -> int:
    return sum(item.amount or 0 for item in command.items)


def _settle(ctx: Context, unit: Unit, command: SettleLine, book_id: str) -> str | None:
    kept = _open_line(unit, command.line_id)
    reason, given = command.reason.strip(), _shared(command)
    if not command.items:
        if not reason:
            raise UserError("REASON_MISSING")
        receipt_id = None
    elif given > kept.line.amount or (given < kept.line.amount and not reason):
        raise UserError("STATEMENT_LINE_DIFFERS", amount=kept.line.amount, given=given)
    else:
        record = RecordPayment(command.items, book_id, payer_name=command.payer_name)
        receipt_id = _post(ctx, unit, kept.line, record)
    statements.end_line(unit, kept.id, receipt_id, reason if given < kept.line.amount else "")
    detail: dict[str, str | int] = {"receipt": receipt_id or "", "reason": reason}
    unit.audit("statement_line_settled", kept.id, detail)
    return receipt_id


def _open_line(unit: Unit, line_id: str) -> KeptLine:
    kept = statements.line(unit, line_id)
    if kept is None:
        raise UserError("STATEMENT_LINE_UNKNOWN")
    if not kept.open:
        raise UserError("STATEMENT_LINE_ENDED")
    return kept
