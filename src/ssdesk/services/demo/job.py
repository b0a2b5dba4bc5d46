"""A school's whole job without a window: from the roster to the papers it leaves behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ssdesk.services import backups, recovery, submissions
from ssdesk.services.demo.plan import CHU_VAN_AN_PUPILS, CHU_VAN_AN_SEED
from ssdesk.services.demo.school import DEMO_PASSWORD, MadeSchool, check_empty, make_school
from ssdesk.services.progress import Progress, silent

STORE = "so"


@dataclass(frozen=True, slots=True)
class Paper:
    """One file of the job and what it is, in Vietnamese."""

    title: str
    file: Path


@dataclass(frozen=True, slots=True)
class JobDone:
    """The school and every file that its job left, in the order of the work."""

    made: MadeSchool
    papers: tuple[Paper, ...]


def do_job(
    out: Path,
    *,
    pupils: int = CHU_VAN_AN_PUPILS,
    seed: int = CHU_VAN_AN_SEED,
    password: str = DEMO_PASSWORD,
    progress: Progress = silent,
) -> JobDone:
    """Make a demo school in a new or empty folder and write all its papers; the desk stays open.

    Raises:
        UserError: OPTION_OUT_OF_RANGE, FOLDER_NOT_EMPTY.
        OSError: a file cannot be written.
    """
    check_empty(out)
    out.mkdir(parents=True, exist_ok=True)
    roster = out / "1-danh-sach-hoc-sinh.xlsx"
    made = make_school(
        out / STORE,
        pupils=pupils,
        seed=seed,
        password=password,
        roster=roster,
        progress=progress,
    )
    try:
        papers = (Paper("Danh sách học sinh đã nhận vào", roster), *_papers(made, out))
    except BaseException:
        made.ctx.close()
        raise
    return JobDone(made, papers)


def _papers(made: MadeSchool, out: Path) -> Iterator[Paper]:
    writers: tuple[Callable[[MadeSchool, Path], Iterator[Paper]], ...] = (_lists, _safety)
    for write in writers:
        yield from write(made, out)


def _lists(made: MadeSchool, out: Path) -> Iterator[Paper]:
    for row in submissions.list_submissions(made.ctx):
        for ending in ("pdf", "xlsx"):
            file = out / f"4-{row.form}-so-{row.number}-ngay-{row.list_date}.{ending}"
            submissions.export_submission(made.ctx, row.id, file)
            yield Paper(f"{row.form_name}, {row.people} người", file)


def _safety(made: MadeSchool, out: Path) -> Iterator[Paper]:
    sheet = out / "6-phieu-khoi-phuc.pdf"
    sheet.write_bytes(recovery.sheet(made.ctx, made.recovery_code))
    yield Paper("Phiếu khôi phục (của sổ trình diễn)", sheet)
    yield Paper("Bản sao lưu đã khôi phục thử", backups.back_up(made.ctx).made.path)
