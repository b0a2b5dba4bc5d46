"""The card a pupil already holds and the day it came to the school, as a roster's cells say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ssdesk.domain.dates import date_problem, is_possible, last_day_of_month, read_parts
from ssdesk.domain.identifiers import card_parts, check_card_number
from ssdesk.domain.problems import Problem
from ssdesk.domain.pupil import HeldCard
from ssdesk.domain.school import SchoolYear
from ssdesk.exchange.columns import Field
from ssdesk.exchange.columns_content import as_text
from ssdesk.exchange.roster_cells import EPOCH
from ssdesk.exchange.sheets import Cell

_OWN_GROUPS = frozenset({"HS", "SV", "TE"})
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050  # 2000 to 2099
_A_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class CardCells:
    """What a row says of a card.

    Args:
        number: without separators, of the column of cards or of insurance numbers.
        insurance_number: as read from the row, None where it has none.
        starts, ends: the cells as they stand.
    """

    number: str
    insurance_number: str | None
    starts: Cell = ""
    ends: Cell = ""


def read_card(
    cells: CardCells, year_starts_on: date
) -> tuple[HeldCard | None, tuple[tuple[Field, Problem], ...]]:
    """The card, and what is wrong with it at which field; no card without a good number."""
    found: list[tuple[Field, Problem]] = []
    number = cells.number
    if check_card_number(number, year_starts_on):
        return None, ()
    starts = _read(Field.CARD_FROM, cells.starts, found)
    ends = _read(Field.CARD_TO, cells.ends, found)
    days = _A_DAY.findall(as_text(cells.ends))
    if len(days) == 2:
        # One cell for both days: `01/01/2026 - 31/12/2026`.
        found = [item for item in found if item[0] is not Field.CARD_TO]
        starts = starts or _read(Field.CARD_TO, days[0], found)
        ends = _read(Field.CARD_TO, days[1], found)
    if starts and ends and ends < starts:
        found.append((Field.CARD_TO, Problem("valid_to", "CARD_PERIOD_EMPTY", {"value": number})))
        ends = None
    parts = card_parts(number)
    if parts.insurance_number and cells.insurance_number not in {None, parts.insurance_number}:
        params: dict[str, str | int] = {"value": number, "number": str(cells.insurance_number)}
        found.append((Field.CARD_NUMBER, Problem("card_number", "CARD_NUMBER_DIFFERS", params)))
    if parts.group_code not in {"", *_OWN_GROUPS} and (ends is None or ends >= year_starts_on):
        params = {"value": number, "group": parts.group_code}
        found.append((Field.CARD_NUMBER, Problem("card_number", "CARD_OF_OTHER_GROUP", params)))
    return HeldCard(number, starts, ends), tuple(found)


def read_joining_day(cell: Cell, year: SchoolYear) -> date | Problem | None:
    """The day a pupil came, not before the year begins; None where the cell is empty."""
    if as_text(cell) == "":
        return None
    day = day_of(cell, "joined_on")
    if isinstance(day, Problem):
        return day
    if day > year.ends_on:
        value = day.strftime("%d/%m/%Y")
        return Problem("joined_on", "JOINED_OUTSIDE_YEAR", {"value": value, "year": year.name})
    return max(day, year.starts_on)


def _read(field: Field, cell: Cell, found: list[tuple[Field, Problem]]) -> date | None:
    if as_text(cell) == "":
        return None
    day = day_of(cell, "valid_to" if field is Field.CARD_TO else "valid_from")
    if isinstance(day, Problem):
        value = str(day.params["value"])
        found.append((field, Problem(day.field, "CARD_DAY_UNREADABLE", {"value": value})))
        return None
    return day


def day_of(cell: Cell, name: str) -> date | Problem:
    """A day; a month alone, `12/2026`, is its first day, or its last where something ends."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = as_text(cell)
    if len(text) == 5 and text.isdecimal() and _FIRST_SERIAL <= int(text) <= _LAST_SERIAL:
        return EPOCH + timedelta(days=int(text))
    parts = read_parts(text)
    if parts is None or not parts.month or not is_possible(parts):
        return date_problem(name, text, parts)
    day = date(parts.year, parts.month, parts.day or 1)
    return last_day_of_month(day) if not parts.day and name == "valid_to" else day
