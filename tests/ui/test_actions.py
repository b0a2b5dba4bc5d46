"""What a role may not do cannot be pressed, and says why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from ssdesk.domain.desk import Role
from ssdesk.ui.bench import Bench
from ssdesk.ui.pages import PageEntry
from ssdesk.ui.pages.school import SCHOOL_PAGES
from ssdesk.ui.pages.school.receipts.page import ReceiptsPage


def _as(bench: Bench, role: Role) -> Bench:
    account = replace(bench.ctx.account, role=role)
    return replace(bench, ctx=replace(bench.ctx, account=account))


@pytest.fixture
def page_as(
    qtbot: QtBot, bench: Bench, settle: Callable[[Bench], None]
) -> Callable[[Role], ReceiptsPage]:
    def make(role: Role) -> ReceiptsPage:
        page = ReceiptsPage(_as(bench, role))
        qtbot.addWidget(page)
        page.show()
        page.enter()
        settle(bench)
        return page

    return make


def test_a_reader_presses_nothing_that_changes(
    page_as: Callable[[Role], ReceiptsPage],
) -> None:
    table = page_as(Role.READER).table
    assert table is not None
    for name in ("book", "stack", "void", "print", "close_book"):
        table.set_enabled(name, True)
        assert not table.is_enabled(name)
    assert "Thủ quỹ".lower() in table.button("book").toolTip()
    assert table.button("book").accessibleDescription() == table.button("book").toolTip()


def test_a_clerk_prints_but_takes_no_money(page_as: Callable[[Role], ReceiptsPage]) -> None:
    page = page_as(Role.CLERK)
    page.enable("print", True)
    page.enable("void", True)
    assert page.table is not None
    assert page.table.is_enabled("print")
    assert not page.table.is_enabled("void")
    assert page.table.button("print").toolTip() == ""


@pytest.mark.parametrize("entry", SCHOOL_PAGES, ids=lambda entry: entry.page.name)
def test_what_a_page_calls_changing_is_an_action_of_it(
    entry: PageEntry, bench: Bench, qtbot: QtBot
) -> None:
    page = entry.page(bench)
    qtbot.addWidget(page)
    changing = {name for names in page.changing.values() for name in names}
    assert changing <= {action.name for action in page.actions_of_page()}
