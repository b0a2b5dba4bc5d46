"""What a sender's desk sees of its bundles: what would go next, what went, what came back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ssdesk.domain.bundle import AnswerState, Outcome
from ssdesk.domain.records import AnswerRecord, line_place
from ssdesk.errors import UserError
from ssdesk.services.bundles.answers_in import AnswerRow, list_answers
from ssdesk.services.bundles.carrying import CarriedList
from ssdesk.services.bundles.making import (
    BundlePreview,
    MakeBundle,
    nothing_new,
    preview_bundle,
)
from ssdesk.services.bundles.sending import BundleRow, list_bundles
from ssdesk.services.bundles.taking import IntakePlan, IntakeRow, list_intakes
from ssdesk.services.context import Context
from ssdesk.storage import outbox, submissions


@dataclass(frozen=True, slots=True)
class SentRow:
    """A bundle with what became of the lines of its lists.

    Args:
        accepted: lines that the office took, or that were mended and sent again since.
        refused: lines that are still to mend.
    """

    bundle: BundleRow
    lines: int
    accepted: int
    refused: int

    @property
    def waiting(self) -> int:
        """Lines without an answer."""
        return self.lines - self.accepted - self.refused


@dataclass(frozen=True, slots=True)
class Board:
    """Everything at once.

    Args:
        coming: the next bundle, None where there is nothing to send; `why_not` says why.
        older: lists of earlier school years that wait and would not go along.
        to_mend: refused lines whose pupil was not sent again since.
    """

    coming: BundlePreview | None
    why_not: UserError | None
    sent: tuple[SentRow, ...]
    to_mend: tuple[AnswerRow, ...]
    intakes: tuple[IntakeRow, ...]
    older: tuple[CarriedList, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerSeen:
    """One answer of a bundle before it is taken in."""

    full_name: str
    class_name: str
    outcome: Outcome
    answer: AnswerRecord


def read_board(ctx: Context, command: MakeBundle) -> Board:
    """The board, with the next bundle as `command` would make it."""
    reader = ctx.store.reader
    answered = list_answers(ctx)
    people = {item.id: item.people for item in submissions.every(reader)}
    carried: dict[str, list[str]] = {}
    for list_id, bundle_id in outbox.bundles_of(reader).items():
        carried.setdefault(bundle_id, []).append(list_id)
    refused = tuple(
        row
        for row in answered
        if row.answer.state is AnswerState.REFUSED
        and submissions.is_newest_line(reader, *line_place(row.answer.line_id))
    )
    open_lines = {row.answer.line_id for row in refused}
    said = Counter((row.answer.list_id, row.answer.line_id in open_lines) for row in answered)
    sent = tuple(_sent(row, carried.get(row.id, []), people, said) for row in list_bundles(ctx))
    intakes = list_intakes(ctx)
    try:
        coming = preview_bundle(ctx, command)
    except UserError as error:
        return Board(None, error, sent, refused, intakes)
    if not coming.records:
        nothing = nothing_new(coming.addressee.name, coming.older)
        return Board(None, nothing, sent, refused, intakes, coming.older)
    return Board(coming, None, sent, refused, intakes, coming.older)


def _sent(
    row: BundleRow, lists: list[str], people: dict[str, int], said: Counter[tuple[str, bool]]
) -> SentRow:
    return SentRow(
        row,
        sum(people[each] for each in lists),
        sum(said[each, False] for each in lists),
        sum(said[each, True] for each in lists),
    )


def preview_answers(ctx: Context, plan: IntakePlan) -> tuple[AnswerSeen, ...]:
    """The answers of a bundle by name, refused ones first."""
    names = submissions.names_of_enrolments(ctx.store.reader)
    outcomes = {line.id: line.outcome for line in plan.lines if line.kind == "answer"}
    seen = []
    for each in plan.bundle.opened.records:
        if isinstance(each.record, AnswerRecord):
            _, name, room = names.get(each.record.enrolment_id, ("", "", ""))
            seen.append(AnswerSeen(name, room, outcomes[each.id], each.record))
    seen.sort(key=lambda one: one.answer.state is not AnswerState.REFUSED)
    return tuple(seen)
