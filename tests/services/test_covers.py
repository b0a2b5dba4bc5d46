"""Pupils covered by another group are not asked to pay; only what is proven counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.errors import UserError
from ssdesk.services import covers, pupils
from ssdesk.services.context import Context
from ssdesk.services.covers import ELSEWHERE, PART_SUPPORTED, SetCover
from tests.services.collecting import Desk, add_pupils, collecting

NAMES = ("Nông Văn Bảo", "Vi Thị Chi")
POOR = SetCover((), ELSEWHERE, "HN", evidence="sổ hộ nghèo", proven=True)


def _state(desk: Context, entry: str) -> CoverageState:
    return pupils.get_pupil(desk, entry).state


def _refusal(desk: Context, command: SetCover) -> str:
    with pytest.raises(UserError) as refused:
        covers.set_cover(desk, command)
    return refused.value.code


@pytest.fixture
def school(desk: Context) -> Desk:
    return collecting(desk, NAMES)


def test_a_proven_cover_frees_from_paying(school: Desk) -> None:
    entry = school.entries[0]
    covers.set_cover(school.ctx, replace(POOR, entry_ids=(entry,)))
    assert _state(school.ctx, entry) is CoverageState.COVERED_ELSEWHERE
    assert school.enrolment(0).state is EnrolmentState.ENDED
    cover = pupils.get_pupil(school.ctx, entry).cover
    assert cover is not None
    assert (cover.group_code, cover.evidence, cover.proven) == ("HN", "sổ hộ nghèo", True)


def test_what_nobody_has_seen_frees_nobody(school: Desk) -> None:
    entry = school.entries[0]
    covers.set_cover(school.ctx, replace(POOR, entry_ids=(entry,), proven=False))
    assert _state(school.ctx, entry) is CoverageState.SIGNED_UP
    assert school.enrolment(0).state is EnrolmentState.DUE


def test_a_later_note_replaces_the_earlier_and_ends_with_a_reason(desk: Context) -> None:
    (entry,) = add_pupils(desk, NAMES[:1], "10A1")
    covers.set_cover(desk, replace(POOR, entry_ids=(entry,)))
    later = replace(POOR, entry_ids=(entry,), group_code="DT", valid_to=date(2026, 12, 31))
    covers.set_cover(desk, later)
    sql = "SELECT count(*) FROM cover WHERE ended_at IS NULL"
    assert desk.store.reader.value(sql) == 1
    with pytest.raises(UserError, match="REASON_MISSING"):
        covers.end_cover(desk, (entry,), " ")
    covers.end_cover(desk, (entry,), "thẻ hết hạn")
    assert pupils.get_pupil(desk, entry).cover is None
    assert _state(desk, entry) is CoverageState.LEFT_OVER


def test_who_has_paid_is_not_freed_behind_the_money(school: Desk) -> None:
    school.pay(0)
    command = replace(POOR, entry_ids=school.entries)
    assert _refusal(school.ctx, command) == "PUPIL_HAS_PAID"
    # Of the two nobody's cover was kept.
    assert pupils.get_pupil(school.ctx, school.entries[1]).cover is None
    # More support for somebody who pays here takes nothing back.
    covers.set_cover(school.ctx, replace(command, kind=PART_SUPPORTED))
    assert _state(school.ctx, school.entries[0]) is CoverageState.PAID


def test_a_claim_without_paper_or_pupil_is_refused(desk: Context) -> None:
    (entry,) = add_pupils(desk, NAMES[:1], "10A1")
    assert _refusal(desk, replace(POOR, entry_ids=(entry,), evidence="")) == "EVIDENCE_MISSING"
    assert _refusal(desk, replace(POOR, entry_ids=("nobody",))) == "PUPIL_UNKNOWN"


def test_each_fault_is_told_at_its_field(desk: Context) -> None:
    wrong = SetCover(("x",), ELSEWHERE, "QQ", valid_to=date(2026, 9, 4))
    found = {(item.field, item.code) for item in covers.check_cover(desk, wrong)}
    assert found == {
        ("group_code", "GROUP_NOT_LISTED"),
        ("proven", "COVER_NOT_PROVEN"),
        ("valid_to", "COVER_ENDED"),
    }
    assert covers.check_cover(desk, POOR) == ()


@pytest.mark.parametrize(
    ("number", "code"),
    [("CN3020000000017", "CARD_GROUP_DIFFERS"), ("CN30200", "CARD_NUMBER_MALFORMED")],
)
def test_a_card_of_another_group_is_refused(school: Desk, number: str, code: str) -> None:
    command = SetCover(school.entries[:1], ELSEWHERE, "BT", card_number=number, proven=True)
    assert _refusal(school.ctx, command) == code
    assert _state(school.ctx, school.entries[0]) is CoverageState.SIGNED_UP


@pytest.mark.parametrize("number", ["BT 2020 0000 00017", "2000000017", "bt2020000000017"])
def test_a_card_of_the_group_or_without_letters_is_noted(school: Desk, number: str) -> None:
    command = SetCover(school.entries[:1], ELSEWHERE, "BT", card_number=number, proven=True)
    covers.set_cover(school.ctx, command)
    cover = pupils.get_pupil(school.ctx, school.entries[0]).cover
    assert cover is not None
    assert cover.card_number == number.upper().replace(" ", "")
