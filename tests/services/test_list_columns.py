"""What a list must say to be accepted at once: renewals, cards on paper, proofs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ssdesk.clock import FixedClock
from ssdesk.domain.enrolment import ChangeType
from ssdesk.domain.forms import FilledForm, RowKind
from ssdesk.domain.person import BirthDate, Sex
from ssdesk.errors import UserError
from ssdesk.services import covers, enrolments, pupils, rosters, rounds, submissions
from ssdesk.services.context import Context
from ssdesk.services.enrolments import SignUp
from ssdesk.services.pupils import SavePupil
from ssdesk.services.rosters import PastedText
from ssdesk.services.submissions import ListRequest, MakeList
from tests.services.collecting import YEAR, Desk, collecting

TODAY = date(2026, 9, 5)


@pytest.fixture
def money(desk: Context) -> Desk:
    ready = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"))
    for place, entry_id in enumerate(ready.entries):
        facts = replace(
            pupils.facts_of(pupils.get_pupil(desk, entry_id)),
            birth_date=BirthDate(date(2010, 9, 15)),
            sex=Sex.FEMALE,
            personal_id=f"02031000000{place}",
        )
        pupils.save_pupils(desk, YEAR, (SavePupil(facts, entry_id=entry_id),))
    return ready


def _cells(form: FilledForm, name: str) -> dict[str, object]:
    """A column by its field, by the person's name."""
    at = [column.field for column in form.layout.leaves].index(name)
    return {str(row.cells[1]): row.cells[at] for row in form.rows if row.kind is RowKind.PERSON}


@pytest.mark.parametrize("form", ["mau-so-3", "vendor-d03"])
def test_a_card_on_paper_is_marked_in_its_own_column(money: Desk, form: str) -> None:
    money.pay(0)
    money.pay(1)
    enrolments.choose_card(money.ctx, money.owing[1], paper=True)
    shown = submissions.preview_list(money.ctx, ListRequest(TODAY, form)).form
    assert _cells(shown, "electronic_card") == {"Vi Thị Ánh": "x", "Nông Văn Bảo": ""}
    assert _cells(shown, "paper_card") == {"Vi Thị Ánh": "", "Nông Văn Bảo": "x"}
    enrolments.choose_card(money.ctx, money.owing[1], paper=False)
    again = submissions.preview_list(money.ctx, ListRequest(TODAY, form)).form
    assert set(_cells(again, "paper_card").values()) == {""}


def test_the_kind_of_card_stays_once_the_list_is_made(money: Desk) -> None:
    money.pay(0)
    enrolments.choose_card(money.ctx, money.owing[0], paper=True)
    submissions.make_list(money.ctx, MakeList(ListRequest(TODAY), waiting=True))
    with pytest.raises(UserError, match="ENROLMENT_LISTED"):
        enrolments.choose_card(money.ctx, money.owing[0], paper=False)


def test_the_proof_of_a_higher_benefit_stands_in_the_notes(money: Desk) -> None:
    cover = covers.SetCover(
        (money.entries[0],),
        covers.PART_SUPPORTED,
        "CN",
        evidence="GCN hộ cận nghèo số 12/2026",
        proven=True,
    )
    covers.set_cover(money.ctx, cover)
    enrolments.requote_round(money.ctx, money.round_id)
    money.pay(0)
    money.pay(1)
    shown = submissions.preview_list(money.ctx, ListRequest(TODAY)).form
    assert _cells(shown, "months_note") == {
        "Vi Thị Ánh": "12 tháng; GCN hộ cận nghèo số 12/2026",
        "Nông Văn Bảo": "12 tháng",
    }


def test_next_year_continues_what_was_paid_and_is_a_renewal(money: Desk, clock: FixedClock) -> None:
    """Without any card in the store: the year before was paid until 30 September."""
    money.pay(0)
    clock.moment = datetime(2027, 9, 6, 8, 0)
    next_year = "2027-2028"
    lines = [
        f"{row.full_name}\t15/9/2010\tNữ\t{row.personal_id}\t11A1"
        for row in pupils.list_pupils(money.ctx, YEAR)
    ]
    plan = rosters.preview_roster(money.ctx, PastedText("\n".join(lines)), next_year)
    rosters.apply_roster(money.ctx, plan)
    opened = rounds.open_round(
        money.ctx,
        rounds.OpenRound(
            next_year,
            "Đợt 1",
            date(2027, 9, 1),
            date(2028, 9, 30),
            date(2027, 9, 1),
            date(2027, 9, 30),
        ),
    )
    enrolments.sign_up(money.ctx, SignUp(opened.round.id))
    made = {
        item.premium.who: (item.change_type, item.period.starts_on)
        for item in enrolments.list_enrolments(money.ctx, opened.round.id)
    }
    assert made == {
        "Vi Thị Ánh": (ChangeType.CONTINUED, date(2027, 10, 1)),
        "Nông Văn Bảo": (ChangeType.NEW, date(2027, 9, 1)),
    }


def test_the_second_round_of_a_year_is_a_renewal_of_the_first(desk: Context) -> None:
    ready = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"))
    for place in (0, 1):
        item = ready.enrolment(place)
        term = enrolments.ChangeTerm(
            item.id, date(2026, 10, 1), date(2026, 12, 31), note="đóng 3 tháng"
        )
        enrolments.change_term(desk, term)
    ready.pay(0)
    second = rounds.open_round(
        desk,
        rounds.OpenRound(
            YEAR,
            "Đợt 2",
            date(2027, 1, 1),
            date(2027, 9, 30),
            date(2026, 12, 1),
            date(2026, 12, 31),
        ),
    )
    enrolments.sign_up(desk, SignUp(second.round.id))
    made = {
        item.premium.who: item.change_type
        for item in enrolments.list_enrolments(desk, second.round.id)
    }
    assert made == {"Vi Thị Ánh": ChangeType.CONTINUED, "Nông Văn Bảo": ChangeType.NEW}
