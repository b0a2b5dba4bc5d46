"""Whatever a desk does in whatever order: ledger = receipts = where the cash is."""

from __future__ import annotations

from random import Random

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.receipt import BookKind
from ssdesk.services.context import Context
from tests.services.collecting import collecting, register_book
from tests.services.money_model import History

FAMILY = ("Vi", "Nông", "Hoàng", "Lý", "Bế", "Đàm", "Hà", "La", "Chu", "Mã")
GIVEN = ("Ánh", "Bảo", "Chi", "Dũng", "Giang", "Hạnh")


def _run(desk: Context, clock: FixedClock, seed: int, steps: int, every: int) -> History:
    names = tuple(f"{family} {given}" for given in GIVEN for family in FAMILY)
    school = collecting(desk, names[:30], names[30:])
    if steps > 400:
        book = register_book(desk, BookKind.PROGRAM_PRINTED, "LON/26", 1, 99_999)
        school = type(school)(
            desk, school.round_id, school.entries, school.owing, book, school.paper_id
        )
    history = History(school, clock, Random(seed))
    for number in range(1, steps + 1):
        history.step()
        if number % every == 0:
            history.check()
    history.check()
    history.check_people()
    return history


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_after_each_step_every_dong_is_somewhere(
    desk: Context, clock: FixedClock, seed: int
) -> None:
    history = _run(desk, clock, seed, steps=500, every=2)
    assert (
        min(history.done[name] for name in ("pay", "void", "give_back", "hand_over", "evening")) > 0
    )


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(100, 120))
def test_a_hundred_thousand_steps(desk: Context, clock: FixedClock, seed: int) -> None:
    # Twenty lives of a desk instead of one of forty years: each evening looks back on all of it.
    history = _run(desk, clock, seed, steps=5_000, every=250)
    assert history.done["remit"] > 5
