"""What each role may change; nobody's role lets a command through that the table refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ssdesk.domain.desk import Role
from ssdesk.domain.receipt import BookKind
from ssdesk.domain.roles import ALLOWED, Act, may
from ssdesk.errors import Conflict, UserError
from ssdesk.services import (
    accounts,
    backups,
    cash_counts,
    classes,
    covers,
    drafts,
    enrolments,
    pupils,
    receipt_books,
    receipts,
    refunds,
    rounds,
    stops,
    transfers,
)
from ssdesk.services.bundles import desk_cards, taking
from ssdesk.services.cash_counts import CountCash
from ssdesk.services.classes import SetClass
from ssdesk.services.context import Context
from ssdesk.services.receipt_books import RegisterBook
from ssdesk.services.rounds import OpenRound
from ssdesk.services.transfers import MovePupils
from tests.conftest import PASSWORD

YEAR = "2026-2027"
DAY = date(2026, 9, 5)
BOOK = RegisterBook(BookKind.PRE_PRINTED, "AA/26", "01", 1, 50, received_on=DAY)
ROUND = OpenRound(YEAR, "Đợt 1", DAY, date(2027, 12, 31), DAY, DAY)

COMMANDS: list[tuple[Act, Callable[[Context], object]]] = [
    (Act.OWN_ACCOUNT, lambda ctx: drafts.save(ctx, "pupil", "", {"full_name": "Ánh"})),
    (Act.OWN_ACCOUNT, lambda ctx: drafts.discard(ctx, "pupil", "")),
    (Act.KEEP_PUPILS, lambda ctx: pupils.save_pupils(ctx, YEAR, ())),
    (Act.KEEP_PUPILS, lambda ctx: transfers.move_pupils(ctx, YEAR, MovePupils((), "10A1"))),
    (Act.KEEP_PUPILS, lambda ctx: covers.end_cover(ctx, ("nobody",), "hết hạn")),
    (Act.KEEP_PUPILS, lambda ctx: classes.set_classes(ctx, (SetClass("none"),))),
    (Act.ENROL, lambda ctx: rounds.open_round(ctx, ROUND)),
    (Act.ENROL, lambda ctx: enrolments.withdraw(ctx, "none", "chuyển trường")),
    (Act.ENROL, lambda ctx: stops.take_back_stop(ctx, "none", "ghi nhầm")),
    (Act.PRINT_RECEIPTS, lambda ctx: receipts.note_printed(ctx, ())),
    (Act.TAKE_MONEY, lambda ctx: receipt_books.register_book(ctx, BOOK)),
    (Act.TAKE_MONEY, lambda ctx: refunds.give_back(ctx, refunds.GiveBack("none", "có thẻ khác"))),
    (Act.TAKE_MONEY, lambda ctx: cash_counts.count_cash(ctx, CountCash(()))),
    (Act.MAKE_LISTS, lambda ctx: taking.take_back_intake(ctx, "none", "gửi nhầm")),
    (Act.KEEP_DESK, lambda ctx: accounts.disable_account(ctx, "none")),
    (Act.KEEP_DESK, lambda ctx: desk_cards.revoke_card(ctx, "none", "mất máy")),
]


def _as(desk: Context, role: Role) -> Context:
    return replace(desk, account=replace(desk.account, role=role))


def _refused(work: Callable[[], object]) -> bool:
    try:
        work()
    except UserError as error:
        return error.code == "NOT_ALLOWED"
    except Conflict:
        return False
    return False


@pytest.mark.parametrize("role", Role)
def test_each_role_does_what_the_table_says_and_no_more(desk: Context, role: Role) -> None:
    told = {(act, number) for number, (act, run) in enumerate(COMMANDS) if not may(role, act)}
    refused = set()
    for number, (act, run) in enumerate(COMMANDS):
        if _refused(lambda run=run: run(_as(desk, role))):
            refused.add((act, number))
    assert refused == told


def test_what_was_refused_left_no_trace(desk: Context) -> None:
    before = desk.store.reader.last_audit()
    reader = _as(desk, Role.READER)
    for act, run in COMMANDS:
        if not may(Role.READER, act):
            assert _refused(lambda run=run: run(reader))
    assert desk.store.reader.last_audit() == before


def test_anybody_may_change_the_own_password(desk: Context) -> None:
    accounts.change_password(_as(desk, Role.READER), PASSWORD, "mat-khau-moi")
    accounts.confirm_password(desk, "mat-khau-moi")


def test_a_reader_makes_no_store_of_a_backup(desk: Context, tmp_path: Path) -> None:
    accounts.change_account(desk, _second(desk), "Lý Thị Xem", Role.READER)
    made = backups.back_up(desk).made
    plan = backups.preview_restore(made.path, "xem", PASSWORD, desk.clock)
    with pytest.raises(UserError, match="NOT_ALLOWED"):
        backups.apply_restore(plan, tmp_path / "new", {}, desk.clock)
    assert not (tmp_path / "new").exists()


def _second(desk: Context) -> str:
    from tests.conftest import QUICK

    command = accounts.AddAccount("xem", "Lý Thị Xem", Role.CLERK, PASSWORD)
    return accounts.add_account(desk, command, QUICK.strength).account.id


def test_an_administrator_may_do_everything_and_a_reader_only_what_is_theirs() -> None:
    assert {act for act in Act if may(Role.ADMINISTRATOR, act)} == set(Act)
    assert {act for act in Act if may(Role.READER, act)} == {Act.OWN_ACCOUNT}
    assert set(ALLOWED) == set(Act)
