"""Demo schools from the command line."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from ssdesk.cli.options import clock, json_option, password, today_option
from ssdesk.cli.output import StderrProgress, emit
from ssdesk.services.demo.job import STORE, do_job
from ssdesk.services.demo.office import OFFICE_CODE, make_office
from ssdesk.services.demo.plan import CHU_VAN_AN_PUPILS, CHU_VAN_AN_SEED
from ssdesk.services.demo.roster_file import write_roster
from ssdesk.services.demo.school import (
    DEMO_LOGIN,
    DEMO_PASSWORD,
    MadeSchool,
    check_empty,
    check_range,
    make_school,
)

MAX_SCHOOLS = 1000


@dataclass(frozen=True, slots=True)
class SchoolMade:
    """One made school as the command tells of it."""

    store: str
    roster: str
    login: str
    school: str
    school_year: str
    today: str
    pupils: int
    covered_elsewhere: int
    through_school: int
    paid: int
    signed_up: int
    left_over: int


@dataclass(frozen=True, slots=True)
class PaperMade:
    """One file of the job."""

    title: str
    file: str


def _told(made: MadeSchool, store: Path, roster: Path | None) -> SchoolMade:
    count = made.count()
    return SchoolMade(
        store=str(store),
        roster="" if roster is None else str(roster),
        login=DEMO_LOGIN,
        school=made.built.plan.school_name,
        school_year=made.built.plan.school_year.name,
        today=made.clock.today().isoformat(),
        pupils=count.pupils,
        covered_elsewhere=count.covered_elsewhere,
        through_school=count.paid + count.signed_up,
        paid=count.paid,
        signed_up=count.signed_up,
        left_over=count.left_over,
    )


def _lines(made: SchoolMade) -> list[str]:
    return [
        f"{made.school}, năm học {made.school_year}: {made.pupils} học sinh"
        f" = {made.covered_elsewhere} đã có thẻ khác + {made.through_school} qua trường"
        f" + {made.left_over} chưa rõ",
        f"  {made.store} (đăng nhập {made.login}, ngày {made.today})",
    ]


_PUPILS_HELP = "Pupils of the school."


@click.group()
def demo() -> None:
    """Demo schools: made-up people, real sums."""


@demo.command("school")
@click.option("--store", type=click.Path(path_type=Path), required=True, help="A new folder.")
@click.option("--pupils", type=int, default=CHU_VAN_AN_PUPILS, show_default=True, help=_PUPILS_HELP)
@click.option("--seed", type=int, default=CHU_VAN_AN_SEED, show_default=True, help="Which school.")
@json_option
def school_command(store: Path, pupils: int, seed: int, as_json: bool) -> None:
    """Make one school's store; login and password are `demo` unless SSDESK_PASSWORD is set."""
    made = make_school(
        store,
        pupils=pupils,
        seed=seed,
        password=password(usual=DEMO_PASSWORD),
        progress=StderrProgress("demo"),
    )
    with made:
        told = _told(made, store, None)
    emit(told, as_json, lambda: _lines(told))


@demo.command("schools")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A new folder.")
@click.option("--schools", type=int, required=True, help="How many schools.")
@click.option("--pupils", type=int, required=True, help="Pupils of each school.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of the first school.")
@json_option
def schools_command(out: Path, schools: int, pupils: int, seed: int, as_json: bool) -> None:
    """Make several schools, each with its roster and its store."""
    check_range("--schools", schools, 1, MAX_SCHOOLS)
    check_empty(out)
    progress = StderrProgress("schools")
    told = []
    with _whole(out):
        for number in range(schools):
            folder = out / f"school-{number + 1:04}"
            told.append(_make_one(folder, pupils, seed + number))
            progress(number + 1, schools)
    emit({"schools": told}, as_json, lambda: [line for one in told for line in _lines(one)])


@contextmanager
def _whole(out: Path) -> Iterator[None]:
    """Leave nothing in a folder that was empty, so that a stopped command can be given again."""
    try:
        yield
    except BaseException:
        shutil.rmtree(out, ignore_errors=True)
        raise


def _make_one(folder: Path, pupils: int, seed: int) -> SchoolMade:
    store, roster = folder / "store", folder / "roster.xlsx"
    made = make_school(store, pupils=pupils, seed=seed, password=password(usual=DEMO_PASSWORD))
    with made:
        write_roster(made.built.plan, roster)
        return _told(made, store, roster)


@demo.command("office")
@click.option("--store", type=click.Path(path_type=Path), required=True, help="A new folder.")
@click.option("--name", default="", help="Name of the office.")
@click.option("--code", default=OFFICE_CODE, show_default=True, help="Code of the office.")
@today_option
@json_option
def office_command(store: Path, name: str, code: str, today: date | None, as_json: bool) -> None:
    """Make an office's store, for schools to send bundles to; login and password `demo`."""
    check_empty(store)
    with closing(
        make_office(store, password(usual=DEMO_PASSWORD), clock(today), name, code)
    ) as ctx:
        told = {"store": str(store), "name": ctx.profile().office_name, "code": code}
    emit(told, as_json, lambda: [f"{told['name']} ({code}): {store}"])


@demo.command("job")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A new folder.")
@click.option("--pupils", type=int, default=CHU_VAN_AN_PUPILS, show_default=True, help=_PUPILS_HELP)
@click.option("--seed", type=int, default=CHU_VAN_AN_SEED, show_default=True, help="Which school.")
@json_option
def job_command(out: Path, pupils: int, seed: int, as_json: bool) -> None:
    """Do a school's whole job: roster, money, receipts, lists, reports; tell where they are."""
    done = do_job(
        out,
        pupils=pupils,
        seed=seed,
        password=password(usual=DEMO_PASSWORD),
        progress=StderrProgress("demo"),
    )
    with done.made:
        told = _told(done.made, out / STORE, done.papers[0].file)
    papers = tuple(PaperMade(paper.title, str(paper.file)) for paper in done.papers)
    emit(
        {"school": told, "papers": papers},
        as_json,
        lambda: [*_lines(told), *(f"  {paper.file}  ({paper.title})" for paper in papers)],
    )


commands: list[click.Command] = [demo]
