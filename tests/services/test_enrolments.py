"""Signing up, own months, support by group, requoting, pledges and withdrawal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.desk import DeskProfile, Role
from ssdesk.domain.enrolment import ChangeType, EnrolmentState
from ssdesk.domain.pupil import PupilFacts
from ssdesk.errors import UserError
from ssdesk.services import cards, covers, enrolments, pupils, receipts
from ssdesk.services.context import Context
from ssdesk.services.enrolments import ChangeTerm, Enrolment, SignUp
from ssdesk.storage import desk as desk_rows
from tests.services.collecting import OWN_SHARE, YEAR, Desk, add_pupils, collecting, open_round


@pytest.fixture
def school(desk: Context) -> Desk:
    return collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), ("Hoàng Chi",))


def _sign_up(desk: Context, round_id: str) -> dict[str, Enrolment]:
    enrolments.sign_up(desk, SignUp(round_id))
    return {item.premium.who: item for item in enrolments.list_enrolments(desk, round_id)}


def _support(desk: Context, text: str) -> None:
    profile: DeskProfile = replace(desk.profile(), local_support=text)
    with desk.store.write("van.thu", desk.clock.now()) as unit:
        desk_rows.write_profile(unit, profile)


def test_months_follow_grade_entry_and_card(desk: Context) -> None:
    add_pupils(desk, ("A Mười",), "10A1")
    add_pupils(desk, ("B Mười hai",), "12A1")
    late = PupilFacts("C Vào muộn")
    pupils.save_pupils(
        desk,
        YEAR,
        (pupils.SavePupil(late, class_name="11A1", joined_on=date(2026, 11, 16)),),
    )
    (held,) = add_pupils(desk, ("D Còn thẻ",), "11A1")
    person = pupils.get_pupil(desk, held).person_id
    term = (date(2026, 1, 1), date(2026, 12, 31))
    cards.record_cards(desk, (cards.RecordCard(person, "2090000001", "HS", *term, "D09-TS"),))
    signed = _sign_up(desk, open_round(desk))
    assert {
        who: (item.period.starts_on, item.period.ends_on, item.months)
        for who, item in signed.items()
    } == {
        "A Mười": (date(2026, 10, 1), date(2027, 9, 30), 12),
        "B Mười hai": (date(2026, 10, 1), date(2027, 9, 30), 12),
        "C Vào muộn": (date(2026, 11, 1), date(2027, 9, 30), 11),
        "D Còn thẻ": (date(2027, 1, 1), date(2027, 9, 30), 9),
    }
    assert {who: item.change_type for who, item in signed.items()} == {
        "A Mười": ChangeType.NEW,
        "B Mười hai": ChangeType.NEW,
        "C Vào muộn": ChangeType.NEW,
        "D Còn thẻ": ChangeType.CONTINUED,
    }


@pytest.mark.parametrize(
    ("ended", "change_type"),
    [(date(2026, 7, 3), ChangeType.CONTINUED), (date(2026, 7, 2), ChangeType.NEW)],
)
def test_a_gap_of_more_than_ninety_days_starts_anew(
    desk: Context, ended: date, change_type: ChangeType
) -> None:
    (entry,) = add_pupils(desk, ("Vi Thị Ánh",), "10A1")
    person = pupils.get_pupil(desk, entry).person_id
    card = cards.RecordCard(person, "2090000001", "HS", date(2025, 1, 1), ended, "D09-TS")
    cards.record_cards(desk, (card,))
    assert _sign_up(desk, open_round(desk))["Vi Thị Ánh"].change_type is change_type


def test_a_card_that_lasts_leaves_nothing_to_pay(desk: Context) -> None:
    (entry,) = add_pupils(desk, ("Vi Thị Ánh",), "10A1")
    person = pupils.get_pupil(desk, entry).person_id
    term = (date(2026, 1, 1), date(2027, 12, 31))
    cards.record_cards(desk, (cards.RecordCard(person, "2090000001", "HS", *term, "D09-TS"),))
    done = enrolments.sign_up(desk, SignUp(open_round(desk)))
    assert [(item.full_name, item.code) for item in done.skipped] == [
        ("Vi Thị Ánh", "CARD_COVERS_ROUND")
    ]


def test_one_class_or_one_pupil_can_be_signed_up(school: Desk) -> None:
    ctx, other = school.ctx, open_round(school.ctx, "Đợt 2")
    one = enrolments.sign_up(ctx, SignUp(other, (school.entries[1],)))
    assert len(one.enrolment_ids) == 1
    rest = enrolments.sign_up(ctx, SignUp(other, class_id=school.class_id()))
    assert len(rest.enrolment_ids) == 1
    assert [item.code for item in rest.skipped] == ["ALREADY_SIGNED_UP"]


def test_signing_up_again_after_withdrawal_keeps_the_enrolment(school: Desk) -> None:
    enrolments.withdraw(school.ctx, school.owing[0], "gia đình xin thôi")
    assert school.enrolment(0).state is EnrolmentState.ENDED
    done = enrolments.sign_up(school.ctx, SignUp(school.round_id))
    assert done.enrolment_ids == (school.owing[0],)
    assert school.enrolment(0).state is EnrolmentState.DUE


def test_a_near_poor_pupil_pays_the_lower_share(school: Desk) -> None:
    covers.set_cover(
        school.ctx,
        covers.SetCover(
            (school.entries[0],), covers.PART_SUPPORTED, "CN", evidence="Sổ cận nghèo", proven=True
        ),
    )
    done = enrolments.requote_round(school.ctx, school.round_id)
    assert [(item.full_name, item.before, item.after) for item in done.changed] == [
        ("Vi Thị Ánh", OWN_SHARE, 409_860)
    ]
    school.pay(0)
    item = school.enrolment(0)
    assert (item.group_code, item.paid, item.state) == ("CN", 409_860, EnrolmentState.PAID)


def test_cover_found_after_signing_up_counts_at_the_payment(school: Desk) -> None:
    covers.set_cover(
        school.ctx,
        covers.SetCover(
            (school.entries[0],), covers.PART_SUPPORTED, "CN", evidence="Sổ cận nghèo", proven=True
        ),
    )
    school.pay(0)
    assert school.enrolment(0).paid == 409_860


def test_support_of_the_province_lowers_the_share(school: Desk) -> None:
    _support(school.ctx, "5%")
    enrolments.requote_round(school.ctx, school.round_id)
    assert school.enrolment(0).premium.own_share == 614_790
    _support(school.ctx, "10000")
    enrolments.requote_round(school.ctx, school.round_id)
    assert school.enrolment(0).premium.own_share == OWN_SHARE - 120_000


def test_who_owes_nothing_is_paid_and_owes_again_when_support_ends(school: Desk) -> None:
    _support(school.ctx, "50%")
    enrolments.requote_round(school.ctx, school.round_id)
    assert school.enrolment(0).state is EnrolmentState.PAID
    _support(school.ctx, "")
    enrolments.requote_round(school.ctx, school.round_id)
    assert school.enrolment(0).state is EnrolmentState.DUE
    assert school.enrolment(0).premium.own_share == OWN_SHARE


def test_a_fixed_amount_is_not_requoted(school: Desk) -> None:
    school.pay(0, 1_000)
    _support(school.ctx, "5%")
    done = enrolments.requote_round(school.ctx, school.round_id)
    assert [item.full_name for item in done.changed] == ["Nông Văn Bảo", "Hoàng Chi"]
    assert school.enrolment(0).premium.own_share == OWN_SHARE


def test_a_void_of_all_money_frees_the_amount(school: Desk) -> None:
    receipt = school.pay(0, 1_000)
    receipts.void_receipt(school.ctx, receipts.VoidReceipt(receipt, "nhầm em"))
    assert not school.enrolment(0).fixed
    changed = ChangeTerm(school.owing[0], date(2026, 10, 1), date(2026, 12, 31), "thẻ đến 31/12")
    assert enrolments.change_term(school.ctx, changed).enrolment.premium.own_share == 170_775


def test_help_of_others_is_taken_off_and_kept_at_the_payment(school: Desk) -> None:
    changed = ChangeTerm(
        school.owing[0], date(2026, 10, 1), date(2027, 9, 30), "Hội khuyến học giúp", 83_100
    )
    item = enrolments.change_term(school.ctx, changed).enrolment
    assert (item.premium.other_support, item.premium.own_share) == (83_100, 600_000)
    school.pay(0)
    assert school.enrolment(0).paid == 600_000


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "note", "code"),
    [
        (date(2026, 10, 1), date(2027, 9, 30), " ", "REASON_MISSING"),
        (date(2026, 10, 1), date(2026, 10, 15), "ghi", "ROUND_PERIOD_EMPTY"),
        (date(2026, 10, 1), date(2026, 9, 30), "ghi", "ROUND_PERIOD_EMPTY"),
    ],
)
def test_a_wrong_term_is_refused(
    school: Desk, starts_on: date, ends_on: date, note: str, code: str
) -> None:
    with pytest.raises(UserError, match=code):
        enrolments.change_term(school.ctx, ChangeTerm(school.owing[0], starts_on, ends_on, note))


def test_a_void_brings_the_pledge_back(school: Desk) -> None:
    enrolments.pledge(school.ctx, school.owing[0], date(2026, 9, 20))
    receipt = school.pay(0)
    receipts.void_receipt(school.ctx, receipts.VoidReceipt(receipt, "nhầm em"))
    item = school.enrolment(0)
    assert (item.state, item.promised_on) == (EnrolmentState.PROMISED, date(2026, 9, 20))
    enrolments.pledge(school.ctx, school.owing[0], None)
    assert school.enrolment(0).state is EnrolmentState.DUE


def test_who_has_paid_neither_pledges_nor_withdraws(school: Desk) -> None:
    school.pay(0)
    with pytest.raises(UserError, match="ENROLMENT_NOT_OPEN"):
        enrolments.pledge(school.ctx, school.owing[0], date(2026, 9, 20))
    with pytest.raises(UserError, match="PUPIL_HAS_PAID"):
        enrolments.withdraw(school.ctx, school.owing[0], "xin thôi")


def test_quote_of_another_day_changes_nothing(school: Desk, clock: FixedClock) -> None:
    clock.moment = datetime(2026, 9, 6, 8, 0)
    quote = enrolments.requote(school.ctx, school.owing[0], date(2026, 9, 6))
    assert quote.rule_date == date(2026, 9, 6)
    assert school.enrolment(0).rule_date == date(2026, 9, 5)


def test_the_quote_reads_back_with_workings_and_sources(school: Desk) -> None:
    line = school.enrolment(0).premium
    assert line.gross == line.state_support + line.own_share == 1_366_200
    assert sum(year.own_share for year in line.by_year) == OWN_SHARE
    assert line.workings
    assert line.sources


def test_a_reader_signs_nobody_up(school: Desk) -> None:
    account = replace(school.ctx.account, role=Role.READER)
    with pytest.raises(UserError, match="NOT_ALLOWED"):
        enrolments.sign_up(replace(school.ctx, account=account), SignUp(school.round_id))
