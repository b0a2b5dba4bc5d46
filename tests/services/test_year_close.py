"""The end of a year: what is open is counted, a closed year takes nothing, and opens again."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ssdesk.domain.remittance import NoteCount
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services import covers, pupils, remittances, rollover, submissions, year_close
from ssdesk.services.cash_counts import CountCash, count_cash
from ssdesk.services.context import Context
from ssdesk.services.covers import ELSEWHERE, SetCover
from ssdesk.services.enrolments import SignUp, sign_up
from ssdesk.services.pupils import PupilFacts, SavePupil
from ssdesk.services.remittances import ConfirmRemittance, OrderRemittance
from ssdesk.services.transfers import MovePupils, move_pupils, set_left_over_reason
from ssdesk.services.year_close import OpenKind
from tests.services.collecting import OWN_SHARE, YEAR, Desk, add_pupils, collecting
from tests.services.two_desks import Two


def _open(ctx: Context) -> dict[OpenKind, tuple[int, int]]:
    return {
        item.kind: (item.count, item.amount) for item in year_close.read_close(ctx, YEAR).open_items
    }


@pytest.fixture
def school(desk: Context) -> Desk:
    made = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"))
    add_pupils(desk, ("Hoàng Chi",), "10A1")
    made.pay(0)
    return made


def test_what_is_open_is_counted(school: Desk) -> None:
    assert _open(school.ctx) == {
        OpenKind.LEFT_OVER: (1, 0),
        OpenKind.UNPAID: (1, OWN_SHARE),
        OpenKind.NOT_LISTED: (1, 0),
        OpenKind.MONEY_HELD: (1, OWN_SHARE),
    }
    rows = pupils.list_pupils(school.ctx, YEAR)
    left = next(row.entry_id for row in rows if row.full_name == "Hoàng Chi")
    set_left_over_reason(school.ctx, left, "đi làm ăn xa")
    order = remittances.order_remittance(school.ctx, OrderRemittance()).remittance
    assert OpenKind.LEFT_OVER not in _open(school.ctx)
    assert _open(school.ctx)[OpenKind.ORDER] == (1, OWN_SHARE)
    confirm = ConfirmRemittance(order.id, "FT1", date(2026, 9, 5))
    remittances.confirm_remittance(school.ctx, confirm)
    assert not {OpenKind.ORDER, OpenKind.MONEY_HELD} & set(_open(school.ctx))


def test_what_a_count_missed_is_open_until_a_count_agrees(school: Desk) -> None:
    ctx, tomorrow = school.ctx, datetime(2026, 9, 6, 8, 0)
    count_cash(ctx, CountCash((NoteCount(500_000, 1),), "thiếu tờ 100.000"))
    assert _open(ctx)[OpenKind.CASH_DIFFERENCE] == (1, OWN_SHARE - 500_000)
    ctx.clock.moment = tomorrow  # type: ignore[attr-defined]
    pieces = {500_000: 1, 100_000: 1, 50_000: 1, 20_000: 1, 10_000: 1, 2_000: 1, 1_000: 1}
    count_cash(ctx, CountCash(tuple(NoteCount(value, each) for value, each in pieces.items())))
    assert OpenKind.CASH_DIFFERENCE not in _open(ctx)


def test_answers_settle_what_was_sent(two: Two) -> None:
    two.listed()
    case = two.taken(two.sent()).intake.id
    assert _open(two.school.ctx)[OpenKind.UNANSWERED] == (3, 0)
    two.answer_taken(two.answered(case))
    assert OpenKind.UNANSWERED not in _open(two.school.ctx)


def test_a_year_with_something_open_wants_a_reason(school: Desk) -> None:
    with pytest.raises(UserError) as refused:
        year_close.close_year(school.ctx, YEAR)
    assert (refused.value.code, refused.value.params["count"]) == ("YEAR_HAS_OPEN", 4)
    done = year_close.close_year(school.ctx, YEAR, "gia đình chuyển đi")
    assert (done.year.closed, done.year.note) == (True, "gia đình chuyển đi")
    with pytest.raises(UserError, match="YEAR_CLOSED_ALREADY"):
        year_close.close_year(school.ctx, YEAR, "nữa")


def test_a_closed_year_takes_nothing_at_any_door(school: Desk) -> None:
    year_close.close_year(school.ctx, YEAR, "hết năm")
    newcomer = SavePupil(PupilFacts("Lý Mới"), class_name="10A1", joined_on=date(2026, 9, 5))
    cover = SetCover((school.entries[1],), ELSEWHERE, "HN", "", None, "thẻ", True)
    doors = (
        lambda: school.pay(1),
        lambda: sign_up(school.ctx, SignUp(school.round_id)),
        lambda: pupils.save_pupils(school.ctx, YEAR, (newcomer,)),
        lambda: move_pupils(school.ctx, YEAR, MovePupils((school.entries[0],), "10A2")),
        lambda: covers.set_cover(school.ctx, cover),
    )
    for door in doors:
        with pytest.raises(UserError, match="YEAR_CLOSED"):
            door()
    assert school.enrolment(1).paid == 0


def test_a_closed_year_takes_no_list(two: Two) -> None:
    ctx = two.school.ctx
    year_close.close_year(ctx, YEAR, "hết năm")
    with pytest.raises(UserError) as refused:
        two.listed()
    assert (refused.value.code, refused.value.params["year"]) == ("LIST_YEAR_CLOSED", YEAR)
    assert submissions.list_submissions(ctx) == ()
    year_close.reopen_year(ctx, YEAR, "một em nộp muộn")
    assert two.listed()


def test_the_store_itself_takes_no_list_of_a_closed_year(two: Two) -> None:
    ctx = two.school.ctx
    year_close.close_year(ctx, YEAR, "hết năm")
    line = "INSERT INTO submission_line (submission_id, position, enrolment_id) VALUES (?, 1, ?)"
    enrolment = two.school.enrolment(0).id
    with pytest.raises(UserError, match="YEAR_CLOSED"), ctx.write(Act.MAKE_LISTS) as unit:
        unit.execute(line, ("any", enrolment))


def test_the_next_year_goes_on_from_a_closed_one(school: Desk) -> None:
    year_close.close_year(school.ctx, YEAR, "hết năm")
    done = rollover.apply_rollover(school.ctx, rollover.preview_rollover(school.ctx))
    assert done.pupils == 3


def test_an_opened_year_takes_money_again(school: Desk) -> None:
    year_close.close_year(school.ctx, YEAR, "hết năm")
    with pytest.raises(UserError, match="REASON_MISSING"):
        year_close.reopen_year(school.ctx, YEAR, " ")
    done = year_close.reopen_year(school.ctx, YEAR, "một em nộp muộn")
    assert (done.year.closed, done.year.note) == (False, "một em nộp muộn")
    school.pay(1)
    with pytest.raises(UserError, match="YEAR_NOT_CLOSED"):
        year_close.reopen_year(school.ctx, YEAR, "nữa")


def test_an_unknown_year_is_refused(school: Desk) -> None:
    with pytest.raises(UserError, match="SCHOOL_YEAR_UNKNOWN"):
        year_close.read_close(school.ctx, "2020-2021")
