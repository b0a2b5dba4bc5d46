"""What a bundle carries: the lists of its school year, older ones only when asked for."""

from __future__ import annotations

import pytest

from ssdesk.domain import checks
from ssdesk.errors import UserError
from ssdesk.services import rollover
from ssdesk.services.bundles import board, making, sending
from ssdesk.services.bundles.making import MakeBundle
from ssdesk.services.rollover import RolloverChoices
from tests.services.collecting import OWN_SHARE, YEAR
from tests.services.two_desks import Two

NEXT = "2027-2028"


def _rolled_over(two: Two) -> None:
    ctx = two.school.ctx
    rollover.apply_rollover(ctx, rollover.preview_rollover(ctx, RolloverChoices()))


def test_the_money_is_that_of_the_lists_also_where_the_receipts_went_before(two: Two) -> None:
    two.sent()
    two.listed()
    coming = making.preview_bundle(two.school.ctx, MakeBundle())
    assert (coming.totals.amount, coming.listed) == (0, 3 * OWN_SHARE)
    made = making.make_bundle(two.school.ctx, MakeBundle()).bundle
    assert (made.lists, made.listed, made.totals.amount) == (1, 3 * OWN_SHARE, 0)
    assert sending.list_bundles(two.school.ctx)[0] == made


def test_last_years_list_stays_back_unless_chosen(two: Two) -> None:
    list_id = two.listed()
    _rolled_over(two)
    coming = making.preview_bundle(two.school.ctx, MakeBundle())
    assert coming.lists == ()
    (older,) = coming.older
    assert (older.id, older.school_year, older.amount) == (list_id, YEAR, 3 * OWN_SHARE)
    assert making.make_bundle(two.school.ctx, MakeBundle()).bundle.lists == 0
    also = making.preview_bundle(two.school.ctx, MakeBundle(older=True))
    assert ([each.id for each in also.lists], also.older) == ([list_id], ())
    assert making.make_bundle(two.school.ctx, MakeBundle(older=True)).bundle.lists == 1


def test_a_list_goes_with_the_bundle_of_its_own_year(two: Two) -> None:
    list_id = two.listed()
    _rolled_over(two)
    coming = making.preview_bundle(two.school.ctx, MakeBundle(school_year=YEAR))
    assert [each.id for each in coming.lists] == [list_id]


def test_what_waits_is_seen_where_nothing_else_is_new(two: Two) -> None:
    two.listed()
    _rolled_over(two)
    two.sent()
    found = board.read_board(two.school.ctx, MakeBundle(school_year=NEXT))
    assert found.coming is None
    assert [each.school_year for each in found.older] == [YEAR]
    assert found.why_not is not None
    assert found.why_not.code == "BUNDLE_ONLY_OLDER"
    with pytest.raises(UserError, match="BUNDLE_ONLY_OLDER"):
        two.sent()


def test_nothing_new_is_not_told_as_if_the_office_had_answered(two: Two) -> None:
    two.sent()
    with pytest.raises(UserError) as refused:
        two.sent()
    sentence = checks.sentence(refused.value.code, refused.value.params, "vi")
    assert "đã nhận" not in sentence
    assert "BHXH cơ sở Lạng Sơn" in sentence
