"""Pupils change class, leave and come back; nothing of theirs is deleted."""

from __future__ import annotations

from datetime import date

import pytest

from ssdesk.errors import Conflict, UserError
from ssdesk.services import pupils, transfers
from ssdesk.services.context import Context
from ssdesk.services.transfers import MovePupils, TransferOut
from tests.services.collecting import YEAR, Desk, collecting

LEFT = date(2026, 9, 4)


@pytest.fixture
def school(desk: Context) -> Desk:
    return collecting(desk, ("Nông Văn Bảo", "Vi Thị Chi"), ("Y Khŏt",))


def _refusal(school: Desk, command: TransferOut) -> str:
    with pytest.raises(UserError) as refused:
        transfers.transfer_out(school.ctx, command)
    return refused.value.code


def test_money_goes_along_to_the_other_class(school: Desk) -> None:
    school.pay(0)
    transfers.move_pupils(school.ctx, YEAR, MovePupils(school.entries[:2], "10A9", "tách lớp"))
    rows = [pupils.get_pupil(school.ctx, entry) for entry in school.entries[:2]]
    assert [(row.class_name, row.moved_note) for row in rows] == [("10A9", "tách lớp")] * 2
    assert rows[0].enrolment is not None
    assert rows[0].enrolment.paid == rows[0].enrolment.own_share > 0


def test_all_move_or_none(school: Desk) -> None:
    with pytest.raises(Conflict):
        transfers.move_pupils(school.ctx, YEAR, MovePupils((school.entries[0], "nobody"), "10A9"))
    assert pupils.get_pupil(school.ctx, school.entries[0]).class_name == "10A1"
    assert "10A9" not in {item.name for item in pupils.list_classes(school.ctx, YEAR)}


def test_a_leaver_is_off_the_roster_until_taken_back(school: Desk) -> None:
    entry = school.entries[0]
    transfers.transfer_out(school.ctx, TransferOut(entry, LEFT, " theo gia đình "))
    row = pupils.get_pupil(school.ctx, entry)
    assert (row.left_on, row.moved_note) == (LEFT, "theo gia đình")
    assert entry not in {item.entry_id for item in pupils.list_pupils(school.ctx, YEAR)}
    transfers.take_back_transfer(school.ctx, entry)
    assert pupils.get_pupil(school.ctx, entry).left_on is None
    assert entry in {item.entry_id for item in pupils.list_pupils(school.ctx, YEAR)}


def test_who_may_not_leave_yet(school: Desk) -> None:
    entry = school.entries[0]
    assert _refusal(school, TransferOut(entry, LEFT, " ")) == "REASON_MISSING"
    assert _refusal(school, TransferOut("nobody", LEFT, "x")) == "PUPIL_UNKNOWN"
    before = TransferOut(entry, date(2026, 8, 31), "x")
    assert _refusal(school, before) == "LEAVES_BEFORE_JOINING"
    school.pay(0, 1_000)
    assert _refusal(school, TransferOut(entry, LEFT, "x")) == "PUPIL_HAS_OPEN_MONEY"
    school.pay(0)
    transfers.transfer_out(school.ctx, TransferOut(entry, LEFT, "x"))


def test_why_a_pupil_is_left_over_is_kept_clean(school: Desk) -> None:
    transfers.set_left_over_reason(school.ctx, school.entries[0], " gia đình   chưa có tiền ")
    row = pupils.get_pupil(school.ctx, school.entries[0])
    assert row.left_over_reason == "gia đình chưa có tiền"
