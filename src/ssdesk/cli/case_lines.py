"""`bundle lines`, and the lines of `bundle show`: numbered as `bundle answer` takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from ssdesk.cli.desk_door import opened
from ssdesk.cli.options import json_option, store_options
from ssdesk.cli.output import emit
from ssdesk.domain.records import ListLineRecord
from ssdesk.services.bundles import answering, taking
from ssdesk.services.bundles.numbering import NumberedLine


@dataclass(frozen=True, slots=True)
class Line:
    """One line by its number.

    Args:
        list: the list it is of, empty for a correction.
        answer: what is said of it so far, empty for nothing.
    """

    number: int
    list: str
    position: int
    name: str
    class_name: str
    change_type: str
    own_share: int
    answer: str = ""


@dataclass(frozen=True, slots=True)
class _CaseLines:
    case: int
    lines: tuple[Line, ...]


def told(lines: Iterable[NumberedLine]) -> tuple[Line, ...]:
    """The lines of a bundle."""
    return tuple(_line(each.number, each.line) for each in lines)


def _line(number: int, line: ListLineRecord, answer: str = "") -> Line:
    return Line(
        number,
        line.list_id,
        line.position,
        line.full_name,
        line.class_name,
        line.change_type,
        line.own_share,
        answer,
    )


def sentences(lines: Iterable[Line]) -> Iterator[str]:
    """The lines as text: number, change, name and class."""
    for each in lines:
        said = f" [{each.answer}]" if each.answer else ""
        yield f"  {each.number}. {each.change_type} {each.name} {each.class_name}".rstrip() + said


@click.command("lines")
@click.option("--case", "number", type=int, required=True, help="Number of the case.")
@store_options
@json_option
def lines_command(
    number: int, store: Path, login: str | None, today: date | None, as_json: bool
) -> None:
    """List the lines of a case by the numbers that `bundle answer --refuse` takes.

    Numbers run over all lists of the case, from 1; corrections come after the lists.
    """
    with opened(store, login, today) as ctx:
        lines = answering.case_lines(ctx, taking.case_numbered(ctx, number))
    found = tuple(
        _line(each.number, each.line, each.answer.state.value if each.answer else "")
        for each in lines
    )
    emit(_CaseLines(number, found), as_json, lambda: sentences(found))


commands: list[click.Command] = [lines_command]
