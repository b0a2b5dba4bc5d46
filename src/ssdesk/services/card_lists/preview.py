"""Reads a list of cards and plans what taking it in would do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ssdesk.domain import checks
from ssdesk.domain.checks import Severity
from ssdesk.domain.person import Person
from ssdesk.domain.problems import Problem
from ssdesk.domain.school import SchoolYear
from ssdesk.domain.stopping import StopState
from ssdesk.errors import Param
from ssdesk.exchange import roster_layout
from ssdesk.exchange.card_list import CardLine, read_card_list
from ssdesk.exchange.card_list_columns import for_cards
from ssdesk.exchange.columns import Field
from ssdesk.exchange.roster_layout import RosterMapping
from ssdesk.exchange.roster_line_cells import CellProblem
from ssdesk.exchange.sheets import Source
from ssdesk.services.card_lists.effects import Effect, effect_of, with_numbers
from ssdesk.services.card_lists.matching import KnownPeople, Match
from ssdesk.services.card_lists.plan import (
    Action,
    CardListPlan,
    Evidence,
    PlannedCard,
    Writes,
)
from ssdesk.services.context import Context
from ssdesk.services.progress import Progress, silent
from ssdesk.services.rosters.plan import Difference
from ssdesk.services.rosters.preview import RosterSource, open_source
from ssdesk.storage import cards, imports, stops
from ssdesk.storage.imports import ImportBatch
from ssdesk.storage.queries import pupils as queries
from ssdesk.storage.store import Reader

CARDS = "cards"
_PLACES = {
    "insurance_number": (Field.INSURANCE_NUMBER, Field.CARD_NUMBER),
    "personal_id": (Field.PERSONAL_ID,),
    "full_name": (Field.FULL_NAME, Field.FAMILY_NAME),
    "birth_date": (Field.BIRTH_DATE,),
}


def signature_of(layout: roster_layout.Layout) -> str:
    """The key under which the columns of such a list are kept, apart from a roster's."""
    return f"{CARDS}:{layout.signature}"


def preview_cards(
    ctx: Context,
    source: RosterSource,
    school_year: str = "",
    mapping: RosterMapping | None = None,
    progress: Progress = silent,
) -> CardListPlan:
    """What taking a list of cards in would do; nothing is stored.

    Args:
        source: XLSX, XLS, ODS or CSV as the office sends it, or pasted text.
        school_year: whose roster and round it is held against; the running one if empty.
        mapping: the columns as somebody chose them; None for the proposal.

    Raises:
        BadFile: as any spreadsheet; CARD_LIST_NO_COLUMNS, CARD_LIST_EMPTY.
    """
    today = ctx.clock.today()
    year = school_year or SchoolYear.containing(today).name
    read_source = open_source(source)
    reader = ctx.store.reader
    used = mapping or _proposed(reader, read_source)
    read = read_card_list(read_source, used, today)
    planner = _Planner(reader, year, used, today)
    rows = []
    for line, match in planner.matches(read.lines):
        rows.append(planner.plan(line, match))
        progress(len(rows), len(read.lines))
    return CardListPlan(
        source=read_source,
        school_year=year,
        mapping=used,
        rows=tuple(rows),
        healed=read.healed,
        stamp=imports.card_stamp(reader),
        taken_before=_taken_before(reader, read_source),
    )


def propose_columns(ctx: Context, source: RosterSource) -> RosterMapping:
    """What each column of a list seems to hold, remembered choices first.

    Raises:
        BadFile: the source cannot be read.
    """
    return _proposed(ctx.store.reader, open_source(source))


def _proposed(reader: Reader, source: Source) -> RosterMapping:
    return for_cards(
        roster_layout.propose(source, lambda key: imports.known_mapping(reader, f"{CARDS}:{key}"))
    )


def _taken_before(reader: Reader, source: Source) -> ImportBatch | None:
    for batch in imports.list_batches(reader, CARDS):
        if batch.sha256 == source.sha256 and batch.taken_back_at is None:
            return batch
    return None


class _Planner:
    def __init__(
        self, reader: Reader, school_year: str, mapping: RosterMapping, today: date
    ) -> None:
        self._known = KnownPeople.load(reader)
        self._cards = cards.by_person(reader)
        self._pupils = {
            row.person_id: row for row in queries.pupils_of_year(reader, school_year, today)
        }
        self._waiting = {
            row.person_id: row.stop.id for row in stops.every(reader, (StopState.LISTED,))
        }
        self._layouts = {layout.sheet: layout for layout in mapping.layouts}
        self._today = today
        self._seen: dict[str, CardLine] = {}

    def matches(self, lines: Sequence[CardLine]) -> Iterator[tuple[CardLine, Match]]:
        """The rows with whose each is."""
        return zip(lines, self._known.find_all(lines, self._class_of), strict=True)

    def plan(self, line: CardLine, match: Match) -> PlannedCard:
        """What happens to one row."""
        problems = (*line.problems, *(self._at(line, each) for each in match.problems))
        if any(_refuses(each.problem) for each in problems):
            return self._row(line, Action.REFUSED, match, problems)
        if match.person is None:
            return self._row(line, Action.NOT_OURS, match, problems)
        twice = self._twice(line, match.person)
        if twice:
            return self._row(line, Action.REFUSED, match, (*problems, self._at(line, twice)))
        if line.stopped:
            return self._stopped(line, match, match.person, problems)
        if self._seen[match.person.id] is not line:
            return self._row(line, Action.SAME, match, problems)
        return self._changes(line, match, match.person, problems)

    def _stopped(
        self, line: CardLine, match: Match, person: Person, problems: tuple[CellProblem, ...]
    ) -> PlannedCard:
        """Settles a stop that waits, as an answer would; tells nothing new of anybody else."""
        stop_id = self._waiting.get(person.id, "")
        if not stop_id or match.problems or self._seen[person.id] is not line:
            return self._row(line, Action.STOPPED, match, problems)
        taken = Difference("stop", StopState.LISTED.value, StopState.REFUNDED.value)
        effect = Effect(Writes(settled=stop_id), (taken,))
        changes = (effect, person, effect.differences)
        return self._row(line, Action.CHANGED, match, problems, changes)

    def _changes(
        self, line: CardLine, match: Match, person: Person, problems: tuple[CellProblem, ...]
    ) -> PlannedCard:
        filled = person
        if not match.problems:
            trusted = match.evidence is Evidence.PERSONAL_ID
            filled = with_numbers(line, person, trusted=trusted)
        held = self._cards.get(person.id, ())
        pupil = self._pupils.get(person.id)
        effect = effect_of(line, filled, held, pupil, self._today)
        if effect.no_number:
            problem = Problem("insurance_number", "CARD_ROW_NO_NUMBER", {"name": person.full_name})
            return self._row(line, Action.REFUSED, match, (*problems, self._at(line, problem)))
        action = Action.CHANGED if held else Action.NEW
        differences = (*_numbers(person, filled), *effect.differences)
        if not differences:
            action = Action.SAME
        elif not effect.writes.new_card:
            action = Action.CHANGED
        return self._row(line, action, match, problems, (effect, filled, differences))

    def _row(
        self,
        line: CardLine,
        action: Action,
        match: Match,
        problems: tuple[CellProblem, ...],
        changes: tuple[Effect, Person, tuple[Difference, ...]] | None = None,
    ) -> PlannedCard:
        person = match.person
        pupil = self._pupils.get(person.id) if person else None
        effect, filled, differences = changes or (Effect(), person, ())
        writes = effect.writes
        if filled is not None and filled != person:
            writes = replace(writes, person=filled)
        return PlannedCard(
            line=line,
            action=action,
            person=person,
            evidence=match.evidence,
            entry_id=pupil.entry_id if pupil else "",
            class_name=pupil.class_name if pupil else line.class_name,
            differences=differences,
            problems=problems,
            writes=writes,
        )

    def _class_of(self, person: Person) -> str:
        pupil = self._pupils.get(person.id)
        return pupil.class_name if pupil else ""

    def _twice(self, line: CardLine, person: Person) -> Problem | None:
        """Why a second row for one person cannot come in; one that says the same can."""
        first = self._seen.setdefault(person.id, line)
        if first is line or _says(first) == _says(line):
            return None
        place = f"{first.sheet} {first.row}".strip()
        params: dict[str, Param] = {"name": person.full_name, "first": place}
        return Problem("full_name", "CARD_ROW_TWICE", params)

    def _at(self, line: CardLine, problem: Problem) -> CellProblem:
        value = str(problem.params.get("value", ""))
        return CellProblem(line.sheet, line.row, self._letter(line, problem), value, problem)

    def _letter(self, line: CardLine, problem: Problem) -> str:
        columns = self._layouts[line.sheet].columns
        for wanted in _PLACES.get(problem.field, ()):
            for column in columns:
                if column.field is wanted:
                    return column.letter
        return ""


def _refuses(problem: Problem) -> bool:
    return checks.severity(problem.code) is Severity.REFUSE


def _says(line: CardLine) -> tuple[object, ...]:
    numbers = (line.insurance_number, line.personal_id, line.card_number)
    return line.stopped, *numbers, line.valid_from, line.valid_to


def _numbers(before: Person, after: Person) -> tuple[Difference, ...]:
    return tuple(
        Difference(name, getattr(before, name) or "", getattr(after, name) or "")
        for name in ("insurance_number", "personal_id")
        if getattr(before, name) != getattr(after, name)
    )
