"""A built school's sums hold: people, money, receipts, of any size and seed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.receipt import BookKind
from ssdesk.domain.school import SchoolYear
from ssdesk.errors import Cancelled
from ssdesk.services import cash_counts, enrolments, overview, pupils, receipt_books, receipts
from ssdesk.services.context import Context, open_desk
from ssdesk.services.demo.build import Built, build_school
from ssdesk.services.demo.plan import (
    CHU_VAN_AN_PUPILS,
    CHU_VAN_AN_SEED,
    DEMO_TODAY,
    Fate,
    plan_school,
)
from ssdesk.services.demo.school import make_school
from ssdesk.services.handovers import list_handovers
from ssdesk.services.remittances import list_remittances
from ssdesk.services.submissions import list_submissions
from tests.conftest import LOGIN, PASSWORD

YEAR = "2026-2027"


@dataclass(frozen=True, slots=True)
class School:
    ctx: Context
    clock: FixedClock
    built: Built


def _build(template: Path, folder: Path, pupils_wanted: int, seed: int) -> School:
    shutil.copytree(template, folder)
    clock = FixedClock(datetime(2025, 9, 1, 8, 0), seed=seed)
    ctx = open_desk(folder, LOGIN, PASSWORD, clock)
    plan = plan_school(pupils_wanted, seed, SchoolYear(YEAR))
    return School(ctx, clock, build_school(ctx, clock, plan))


@pytest.fixture(
    scope="module",
    params=[(1, 3), (2, 4), (9, 5), (150, 6), (CHU_VAN_AN_PUPILS, CHU_VAN_AN_SEED)],
    ids=lambda one: f"{one[0]} pupils, seed {one[1]}",
)
def school(
    request: pytest.FixtureRequest, desk_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[School]:
    built = _build(desk_template, tmp_path_factory.mktemp("demo") / "desk", *request.param)
    yield built
    built.ctx.close()


def test_every_pupil_stands_where_planned(school: School) -> None:
    count = overview.overview(school.ctx, YEAR).count
    plan = school.built.plan.counts
    assert school.clock.today() == DEMO_TODAY
    assert count.pupils == plan.pupils
    assert count.covered_elsewhere == plan.elsewhere
    assert count.paid == plan.paid
    assert count.signed_up == plan.instalment + plan.promised + plan.due
    assert count.left_over == plan.left_over
    assert count.unaccounted == 0


def test_chu_van_an_is_the_school_of_the_field_report(school: School) -> None:
    if school.built.plan.seed != CHU_VAN_AN_SEED:
        pytest.skip("another school")
    seen = overview.overview(school.ctx, YEAR)
    assert (seen.count.pupils, seen.count.covered_elsewhere) == (1024, 125)
    assert seen.count.paid + seen.count.signed_up == 896
    assert len(seen.left_over) == 3
    assert all(row.full_name for row in seen.left_over)


def test_every_dong_is_somewhere(school: School) -> None:
    paid = sum(
        item.paid
        for round_id in (school.built.last_round_id, school.built.round_id)
        for item in enrolments.list_enrolments(school.ctx, round_id)
    )
    issued = receipts.list_receipts(school.ctx, date(2025, 1, 1), DEMO_TODAY)
    valid = sum(item.data.amount for item in issued if item.voided_on is None)
    assert cash_counts.cash_position(school.ctx).total == paid == valid


def test_paid_means_paid_in_full_and_nobody_else(school: School) -> None:
    fates = {p.person.insurance_number: p.fate for p in school.built.plan.pupils}
    for row in pupils.list_pupils(school.ctx, YEAR):
        fate = fates[row.insurance_number or ""]
        if fate is Fate.PAID:
            assert row.state is CoverageState.PAID
            assert row.enrolment is not None
            assert row.enrolment.paid == row.enrolment.own_share
        elif fate is Fate.INSTALMENT:
            assert row.enrolment is not None
            assert 0 < row.enrolment.paid < row.enrolment.own_share
        else:
            assert row.enrolment is None or row.enrolment.paid == 0


def test_receipt_numbers_have_no_gap(school: School) -> None:
    for book in receipt_books.list_books(school.ctx):
        assert book.missing == 0


def test_each_page_has_something_to_show(school: School) -> None:
    if school.built.plan.counts.pupils < 100:
        pytest.skip("too small to have some of each")
    ctx = school.ctx
    books = receipt_books.list_books(ctx)
    assert {one.book.kind for one in books if one.used} == set(BookKind)
    issued = receipts.list_receipts(ctx, date(2025, 1, 1), DEMO_TODAY)
    assert any(item.voided_on for item in issued)
    assert any(len(item.data.lines) > 1 for item in issued)
    assert list_handovers(ctx)
    assert cash_counts.list_counts(ctx)
    assert len(list_remittances(ctx)) == 2
    assert [item.form for item in list_submissions(ctx)] == ["mau-so-3", "d03-ts"]
    assert all(item.complete for item in list_submissions(ctx))
    last = overview.overview(ctx, "2025-2026").count
    assert last.paid > last.signed_up


def test_the_same_seed_builds_the_same_store(desk_template: Path, tmp_path: Path) -> None:
    stores = []
    for name in ("a", "b"):
        made = _build(desk_template, tmp_path / name, 12, 8)
        stores.append(
            [
                tuple(tuple(row) for row in made.ctx.store.reader.rows(f"SELECT * FROM {table}"))
                for table in ("person", "roster_entry", "payment", "receipt", "remittance")
            ]
        )
        made.ctx.close()
    assert stores[0] == stores[1]


def test_stopped_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        make_school(tmp_path / "store", pupils=5, progress=stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(20, 40))
def test_any_seed_and_size_holds(desk_template: Path, tmp_path: Path, seed: int) -> None:
    made = _build(desk_template, tmp_path / "desk", seed * seed % 397 + 1, seed)
    try:
        test_every_pupil_stands_where_planned(made)
        test_every_dong_is_somewhere(made)
        test_paid_means_paid_in_full_and_nobody_else(made)
        test_receipt_numbers_have_no_gap(made)
    finally:
        made.ctx.close()
