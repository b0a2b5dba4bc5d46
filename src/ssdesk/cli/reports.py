"""`report`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from ssdesk.cli.desk_door import opened
from ssdesk.cli.options import DATE, IN_FILE, OUT_FILE, json_option, keep_input, store_options
from ssdesk.cli.output import emit, language
from ssdesk.domain.money import format_number
from ssdesk.services.reports import ReportRequest, ReportWritten, write_report


@click.command("report")
@click.argument("name")
@store_options
@click.option("--out", type=OUT_FILE, required=True, help=".pdf or .xlsx")
@click.option("--school-year", default="", help="Such as 2026-2027; the newest without it.")
@click.option("--from", "first", type=DATE, default=None, help="First day of the money report.")
@click.option("--to", "last", type=DATE, default=None, help="Last day of the money report.")
@click.option("--source", type=IN_FILE, default=None, help="household: the list to search.")
@json_option
def report(
    name: str,
    store: Path,
    login: str | None,
    today: date | None,
    out: Path,
    **rest: object,
) -> None:
    """Write report NAME: participation, money, left-over, still-owing, follow-up, card-handout,
    health-fund, duplicates, household or summary.

    Sums that do not hold are named with their difference; they are what the report is for, so
    the exit code stays 0.
    """
    first, last = rest["first"], rest["last"]
    request = ReportRequest(
        name,
        school_year=str(rest["school_year"]),
        first=first if isinstance(first, date) else None,
        last=last if isinstance(last, date) else None,
        language=language().value,
        source=source if isinstance(source := rest["source"], Path) else None,
    )
    if request.source is not None:
        keep_input(request.source, out, "--out")
    with opened(store, login, today) as ctx:
        done = write_report(ctx, request, out)
    emit(done, bool(rest["as_json"]), lambda: _lines(done))


def _lines(done: ReportWritten) -> Iterator[str]:
    yield f"{done.title} -> {done.file}"
    for label, difference in done.differences.items():
        yield f"{label}: chênh {format_number(difference)}"


commands: list[click.Command] = [report]
