"""Reads a roster, proposes its columns and plans what taking it in would do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ssdesk.domain import checks
from ssdesk.domain.checks import Severity
from ssdesk.domain.dates import format_date
from ssdesk.domain.person import Person
from ssdesk.domain.problems import Problem
from ssdesk.domain.school import SchoolYear, class_key, grade_of_class_name
from ssdesk.errors import UserError
from ssdesk.exchange import roster_layout, sheets
from ssdesk.exchange.columns import Field
from ssdesk.exchange.legacy_text import ColumnRead, columns_in_old_fonts, in_unicode
from ssdesk.exchange.roster import read_roster
from ssdesk.exchange.roster_layout import Layout, RosterMapping
from ssdesk.exchange.roster_line_cells import CellProblem
from ssdesk.exchange.roster_rows import RosterRow
from ssdesk.exchange.roster_twins import place_of
from ssdesk.exchange.sheets import Source
from ssdesk.services.context import Context
from ssdesk.services.progress import Progress, silent
from ssdesk.services.rosters.matching import KnownPupils, Match, as_known, differences, merged
from ssdesk.services.rosters.plan import (
    UNPLACED,
    Action,
    Difference,
    MissingPupil,
    PlannedRow,
    RosterPlan,
)
from ssdesk.storage import imports
from ssdesk.storage.roster import RosterEntry
from ssdesk.storage.store import Reader

_COLUMNS_OF = {
    "personal_id": (Field.PERSONAL_ID, Field.INSURANCE_NUMBER),
    "insurance_number": (Field.INSURANCE_NUMBER, Field.CARD_NUMBER),
    "school_class": (Field.SCHOOL_CLASS,),
    "full_name": (Field.FULL_NAME, Field.FAMILY_NAME),
}
_CARD_FIELDS = (Field.CARD_NUMBER, Field.CARD_TO)


@dataclass(frozen=True, slots=True)
class PastedText:
    """Text from the clipboard, and the class whose page it was pasted on."""

    text: str
    class_name: str = ""
    read_old_fonts: bool = False


@dataclass(frozen=True, slots=True)
class RosterFile:
    """A file, and the class of its rows where it names none.

    Args:
        read_old_fonts: somebody agreed that columns typed for old fonts are read as meant.
    """

    path: Path
    class_name: str = ""
    read_old_fonts: bool = False


RosterSource = PastedText | RosterFile


def open_source(source: RosterSource) -> Source:
    """Reads a file or pasted text into sheets.

    Raises:
        BadFile: it cannot be read; its code says why.
    """
    return _opened(source)[0]


def _opened(source: RosterSource) -> tuple[Source, tuple[ColumnRead, ...]]:
    if isinstance(source, PastedText):
        raw = sheets.read_pasted(source.text)
    else:
        raw = sheets.read_file(source.path)
    columns = columns_in_old_fonts(raw)
    return (in_unicode(raw, columns) if source.read_old_fonts else raw), columns


def propose_mapping(ctx: Context, source: RosterSource) -> RosterMapping:
    """What each column seems to hold, remembered choices first.

    Raises:
        BadFile: the source cannot be read.
    """
    return _proposed(ctx.store.reader, open_source(source))


def preview_roster(
    ctx: Context,
    source: RosterSource,
    school_year: str,
    mapping: RosterMapping | None = None,
    progress: Progress = silent,
    latecomers_on: date | None = None,
) -> RosterPlan:
    """Plans what taking in a roster would do; writes nothing.

    Args:
        mapping: the columns as confirmed, None for the proposal.
        latecomers_on: joining day of newcomers to classes that the store already has, where
            the source gives none; None for today.

    Raises:
        BadFile: the source cannot be read or holds no pupils.
        UserError: SCHOOL_YEAR_UNREADABLE, JOINED_OUTSIDE_YEAR.
    """
    try:
        year = SchoolYear(school_year)
    except ValueError:
        raise UserError("SCHOOL_YEAR_UNREADABLE", value=school_year[:40]) from None
    if latecomers_on and not year.starts_on <= latecomers_on <= year.ends_on:
        value = format_date(latecomers_on)
        raise UserError("JOINED_OUTSIDE_YEAR", value=value, year=year.name)
    read_source, old_fonts = _opened(source)
    reader = ctx.store.reader
    mapping = mapping or _proposed(reader, read_source)
    read = read_roster(read_source, mapping, year.starts_on, source.class_name, progress)
    planner = _Planner(ctx, reader, year, mapping)
    if latecomers_on:
        planner.latecomers_on = latecomers_on
    rows = tuple(planner.plan(row) for row in read.rows)
    found = (*read.problems, *planner.problems)
    order = {(row.sheet, row.row): at for at, row in enumerate(rows)}
    return RosterPlan(
        source=read_source,
        school_year=year.name,
        mapping=mapping,
        rows=rows,
        problems=tuple(sorted(found, key=lambda item: order[item.sheet, item.row])),
        healed=read.healed,
        missing=tuple(planner.missing(rows)),
        stamp=stamp_of(reader),
        old_fonts=old_fonts,
        latecomers=planner.latecomers,
        latecomers_on=planner.latecomers_on if planner.latecomers else None,
    )


def stamp_of(reader: Reader) -> tuple[int, ...]:
    """The state of the store's rosters; equal while nobody writes."""
    return imports.roster_stamp(reader)


def _proposed(reader: Reader, source: Source) -> RosterMapping:
    return roster_layout.propose(source, lambda key: imports.known_mapping(reader, key))


class _Planner:
    def __init__(
        self, ctx: Context, reader: Reader, year: SchoolYear, mapping: RosterMapping
    ) -> None:
        with_cards = any(layout.has(*_CARD_FIELDS) for layout in mapping.layouts)
        self._known = KnownPupils.load(reader, year.name, with_cards=with_cards)
        self._year = year
        self.latecomers_on = min(max(ctx.clock.today(), year.starts_on), year.ends_on)
        self.latecomers = 0
        self._begun = {self._known.classes[item.class_id] for item in self._known.entries.values()}
        self._layouts = {layout.sheet: layout for layout in mapping.layouts}
        profile = ctx.profile()
        self._grades = (profile.first_grade, profile.last_grade)
        self._names = {class_key(name): name for name in self._known.classes.values()}
        self._classes: dict[str, str] = {}
        self._seen: dict[str, RosterRow] = {}
        self._seen_classes: set[str] = set()
        self.problems: list[CellProblem] = []

    def plan(self, row: RosterRow) -> PlannedRow:
        """What happens to one row."""
        class_name = self._class_name(row)
        match = self._known.find(row.facts, class_name)
        match = self._once(row, match)
        problems = row.problems
        if match.problem:
            problems = (*problems, self._report(row, match.problem))
        person = match.person
        entry = self._known.entries.get(person.id) if person else None
        if not class_name:
            class_name = self._known.class_of(person) if person and entry else UNPLACED
        facts = row.facts
        changes: tuple[Difference, ...] = ()
        if person:
            known = as_known(person, entry)
            facts = merged(known, row.facts, tuple(item.problem for item in problems))
            changes = self._changes(differences(known, facts), class_name, row, person)
        card = self._known.new_card(person, row.card)
        if card and person:
            before = self._known.cards.get(person.id)
            told = Difference("card", before[-1].display() if before else "", card.display())
            changes = (*changes, told)
        action = Action.CHANGED if changes else Action.SAME
        if entry is None:
            action = Action.NEW
        if any(checks.severity(item.problem.code) is Severity.REFUSE for item in problems):
            action = Action.REFUSED
        return PlannedRow(
            sheet=row.sheet,
            row=row.row,
            action=action,
            facts=facts,
            class_name=class_name,
            joined_on=self._joined_on(row, class_name, entry),
            person=person,
            entry=entry,
            differences=changes,
            problems=problems,
            card=card,
            known_by=match.by,
        )

    def _joined_on(self, row: RosterRow, class_name: str, entry: RosterEntry | None) -> date:
        """By the source; else the year's first day, or for a class already there, the latecomers'.

        What stands in the store stays unless the source says a day.
        """
        if row.joined_on or entry:
            return row.joined_on or (entry.joined_on if entry else self._year.starts_on)
        if class_name not in self._begun:
            return self._year.starts_on
        self.latecomers += 1
        return self.latecomers_on

    def _changes(
        self, found: tuple[Difference, ...], class_name: str, row: RosterRow, person: Person
    ) -> tuple[Difference, ...]:
        entry = self._known.entries.get(person.id)
        if entry is None:
            return found
        before = self._known.class_of(person)
        if before != class_name:
            found = (*found, Difference("school_class", before, class_name))
        if row.joined_on and row.joined_on != entry.joined_on:
            days = format_date(entry.joined_on), format_date(row.joined_on)
            found = (*found, Difference("joined_on", *days))
        if entry.left_on:
            found = (*found, Difference("left_on", format_date(entry.left_on), ""))
        return found

    def _class_name(self, row: RosterRow) -> str:
        """The class by the name the store already has for it."""
        name = self._classes.get(row.class_name)
        if name is None:
            name = self._names.setdefault(class_key(row.class_name), row.class_name)
            self._classes[row.class_name] = name
        if name and name not in self._seen_classes:
            self._seen_classes.add(name)
            first, last = self._grades
            grade = grade_of_class_name(name)
            outside = grade is None or not first <= grade <= last
            if outside and name not in self._known.classes.values() and name != UNPLACED:
                problem = Problem(
                    "school_class",
                    "CLASS_OUTSIDE_SCHOOL",
                    {"value": name, "first": first, "last": last},
                )
                self._report(row, problem)
        return name

    def _once(self, row: RosterRow, match: Match) -> Match:
        """Refuses a second row for a person whom another row already was."""
        if match.person is None:
            return match
        first = self._seen.setdefault(match.person.id, row)
        told = {"SAME_PUPIL_TWICE", "SAME_NUMBER_TWICE"}
        if first is row or any(item.problem.code in told for item in row.problems):
            return match
        problem = Problem(
            "full_name",
            "SAME_PUPIL_TWICE",
            {
                "value": row.facts.full_name,
                "name": first.facts.full_name,
                "first": place_of(first),
            },
        )
        return Match(match.person, problem, match.by)

    def _report(self, row: RosterRow, problem: Problem) -> CellProblem:
        column = _letter(self._layouts[row.sheet], _COLUMNS_OF.get(problem.field, ()))
        value = str(problem.params.get("value", ""))
        found = CellProblem(row.sheet, row.row, column, value, problem)
        self.problems.append(found)
        return found

    def missing(self, rows: tuple[PlannedRow, ...]) -> Iterator[MissingPupil]:
        """Pupils of the classes in the source whom it does not name."""
        present = {row.person.id for row in rows if row.person}
        classes = {row.class_name for row in rows}
        for person_id, entry in self._known.entries.items():
            name = self._known.classes[entry.class_id]
            if person_id not in present and entry.left_on is None and name in classes:
                yield MissingPupil(entry.id, self._known.names[person_id], name)


def _letter(layout: Layout, fields: tuple[Field, ...]) -> str:
    for field in fields:
        for column in layout.columns:
            if column.field is field:
                return column.letter
    return ""
