"""A school's whole job without a window: from the roster to the papers it leaves behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ssdesk.services import (
    backups,
    cash_counts,
    handovers,
    papers,
    receipt_books,
    receipts,
    recovery,
    remittances,
    reports,
    submissions,
)
from ssdesk.services.demo.plan import CHU_VAN_AN_PUPILS, CHU_VAN_AN_SEED
from ssdesk.services.demo.school import DEMO_PASSWORD, MadeSchool, check_empty, make_school
from ssdesk.services.papers import Layout
from ssdesk.services.progress import Progress, silent
from ssdesk.services.reports import ReportRequest

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
        first = Paper("Danh sách học sinh đã nhận vào", roster)
        written = (first, *_papers(made, out))
    except BaseException:
        made.ctx.close()
        raise
    return JobDone(made, written)


def _papers(made: MadeSchool, out: Path) -> Iterator[Paper]:
    writers: tuple[Callable[[MadeSchool, Path], Iterator[Paper]], ...] = (
        _receipts,
        _money_on,
        _lists,
        _reports,
        _safety,
    )
    for write in writers:
        yield from write(made, out)


def _receipts(made: MadeSchool, out: Path) -> Iterator[Paper]:
    first = made.built.plan.school_year.starts_on
    found = receipts.list_receipts(made.ctx, first, made.clock.today())
    issued = sorted(found, key=lambda item: (item.book_id, item.number))
    if not issued:
        return
    last_day = max(item.issued_on for item in issued)
    todays = tuple(item.id for item in issued if item.issued_on == last_day)
    # Printed once: what is printed again would be marked as a copy.
    paper = papers.preview_receipts(made.ctx, todays, Layout.TWO_ON_A4).paper
    yield _keep(paper, out / f"2-bien-lai-{last_day}-2-phieu-tren-A4.pdf")
    paper = papers.print_receipts(made.ctx, todays, Layout.A5)
    yield _keep(paper, out / f"2-bien-lai-{last_day}-kho-A5.pdf")
    voided = tuple(item.id for item in issued if item.voided_on is not None)
    if voided:
        paper = papers.preview_receipts(made.ctx, voided, Layout.A5).paper
        yield _keep(paper, out / "2-bien-lai-da-huy.pdf")
    for use in receipt_books.list_books(made.ctx):
        if use.used:
            paper = papers.book_usage(made.ctx, use.book.id)
            yield _keep(paper, out / f"2-{_plain(use.book.serial)}-{paper.file_name}")


def _money_on(made: MadeSchool, out: Path) -> Iterator[Paper]:
    slips = handovers.list_handovers(made.ctx)
    if slips:
        paper = papers.handover_slip(made.ctx, slips[0].id)
        yield _keep(paper, out / f"3-{paper.file_name}")
    counts = cash_counts.list_counts(made.ctx)
    if counts:
        paper = papers.cash_count_sheet(made.ctx, counts[0].counted_on)
        yield _keep(paper, out / f"3-{paper.file_name}")
    for order in remittances.list_remittances(made.ctx):
        paper = papers.transfer_order(made.ctx, order.id)
        yield _keep(paper, out / f"3-{paper.file_name}")


def _keep(paper: papers.Paper, file: Path) -> Paper:
    file.write_bytes(paper.pdf)
    return Paper(paper.title, file)


def _plain(serial: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in serial)


def _lists(made: MadeSchool, out: Path) -> Iterator[Paper]:
    for row in submissions.list_submissions(made.ctx):
        for ending in ("pdf", "xlsx"):
            file = out / f"4-{row.form}-so-{row.number}-ngay-{row.list_date}.{ending}"
            submissions.export_submission(made.ctx, row.id, file)
            yield Paper(f"{row.form_name}, {row.people} người", file)


def _reports(made: MadeSchool, out: Path) -> Iterator[Paper]:
    for name in reports.REPORTS:
        for ending in ("pdf", "xlsx"):
            file = out / f"5-bao-cao-{name}.{ending}"
            done = reports.write_report(made.ctx, ReportRequest(name), file)
            yield Paper(done.title, file)


def _safety(made: MadeSchool, out: Path) -> Iterator[Paper]:
    sheet = out / "6-phieu-khoi-phuc.pdf"
    sheet.write_bytes(recovery.sheet(made.ctx, made.recovery_code))
    yield Paper("Phiếu khôi phục (của sổ trình diễn)", sheet)
    yield Paper("Bản sao lưu đã khôi phục thử", backups.back_up(made.ctx).made.path)
