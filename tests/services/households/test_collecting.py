"""Money of a household: both schemes on one receipt, instalments, voids."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from ssdesk.domain.dates import add_months
from ssdesk.domain.enrolment import ChangeType, EnrolmentState
from ssdesk.domain.household import Relation
from ssdesk.domain.person import BirthDate
from ssdesk.domain.receipt import BookKind, Tender
from ssdesk.domain.rulebook import SupportCategory
from ssdesk.domain.voluntary import Method
from ssdesk.errors import UserError
from ssdesk.services.cards import RecordCard, record_cards
from ssdesk.services.collectors import SaveCollector, save_collector
from ssdesk.services.context import Context
from ssdesk.services.covers import ELSEWHERE
from ssdesk.services.households.collecting import (
    Collected,
    CollectHousehold,
    collect,
    preview_collection,
)
from ssdesk.services.households.covers import SetMemberCover, set_member_cover
from ssdesk.services.households.planning import HealthItem, Item, RestItem, VoluntaryItem
from ssdesk.services.households.reading import MemberRow, get_household
from ssdesk.services.receipt_books import RegisterBook, register_book
from ssdesk.services.receipts import VoidReceipt, list_receipts, void_receipt
from ssdesk.services.verification import verify_desk
from ssdesk.storage import member_enrolments
from tests.services.households.conftest import founded, newcomer

OF_RANK = (1_366_200, 956_340, 819_720)


@dataclass
class Yard:
    """A household in front of a collector with a book."""

    ctx: Context
    household_id: str
    book_id: str
    collector_id: str

    @property
    def members(self) -> tuple[MemberRow, ...]:
        return get_household(self.ctx, self.household_id).members

    def pays(self, *items: Item, **more: object) -> Collected:
        command = CollectHousehold(
            self.household_id,
            items,
            self.book_id,
            self.collector_id,
            **more,  # type: ignore[arg-type]
        )
        return collect(self.ctx, command)

    def refuses(self, *items: Item, **more: object) -> str:
        with pytest.raises(UserError) as refused:
            self.pays(*items, **more)
        return refused.value.code


@pytest.fixture
def yard(agent: Context) -> Yard:
    household_id = founded(agent)
    book = RegisterBook(BookKind.PROGRAM_PRINTED, "BH26-HD", "01", 1, 50)
    collector = save_collector(agent, SaveCollector("NVT01", "Lò Văn Ón"))
    return Yard(agent, household_id, register_book(agent, book).book.id, collector.collector.id)


def test_a_family_pays_on_one_receipt(yard: Yard) -> None:
    items = [HealthItem(item.id) for item in yard.members]
    shown = preview_collection(yard.ctx, yard.household_id, items)
    done = yard.pays(*items)
    assert shown.amount == done.payment.receipt.amount == sum(OF_RANK)
    receipt = done.payment.receipt
    assert (receipt.payer_name, receipt.collector_name) == ("Hoàng Văn Páo", "Lò Văn Ón")
    assert receipt.payer_address == "số 12, Thôn Nà Chuông, Xã Hòa Đông"
    assert [line.amount for line in receipt.lines] == list(OF_RANK)
    assert [item.order for item in yard.members] == [1, 2, 3]
    assert [item.card_valid_to for item in yard.members] == [date(2027, 10, 4)] * 3
    kept = member_enrolments.of_household(yard.ctx.store.reader, yard.household_id)
    assert {item.state for item in kept} == {EnrolmentState.PAID}
    assert {item.change_type for item in kept} == {ChangeType.NEW}
    assert {item.collector_id for item in kept} == {yard.collector_id}
    assert verify_desk(yard.ctx) == ()


def test_who_joins_later_in_the_year_takes_the_next_order(yard: Yard) -> None:
    head, wife, child = yard.members
    yard.pays(HealthItem(wife.id))
    done = yard.pays(HealthItem(child.id), HealthItem(head.id))
    assert [line.enrolment.order for line in done.lines] == [2, 3]
    assert [line.amount for line in done.lines] == list(OF_RANK[1:])


def test_a_void_frees_the_order_and_the_card(yard: Yard) -> None:
    head, wife, _ = yard.members
    first = yard.pays(HealthItem(head.id))
    void_receipt(yard.ctx, VoidReceipt(first.payment.receipt_id, "thu nhầm người"))
    assert yard.members[0].card_valid_to is None
    done = yard.pays(HealthItem(wife.id))
    assert (done.lines[0].enrolment.order, done.lines[0].amount) == (1, OF_RANK[0])
    assert verify_desk(yard.ctx) == ()


def test_another_year_counts_its_orders_anew(yard: Yard) -> None:
    head, wife, _ = yard.members
    yard.pays(HealthItem(head.id, months=3))
    yard.ctx.clock.moment = yard.ctx.clock.now().replace(year=2027, month=1, day=3)  # type: ignore[attr-defined]
    done = yard.pays(HealthItem(wife.id), HealthItem(head.id))
    assert [line.enrolment.order for line in done.lines] == [1, 2]


def test_both_schemes_stand_on_one_receipt(yard: Yard) -> None:
    head, wife, _ = yard.members
    voluntary = VoluntaryItem(wife.id, 1_500_000, 12, SupportCategory.NEAR_POOR)
    done = yard.pays(HealthItem(head.id), voluntary)
    assert [line.amount for line in done.lines] == [OF_RANK[0], 2_376_000]
    assert [line.scheme for line in done.payment.receipt.lines] == ["HI", "VI"]
    (kept,) = [
        item
        for item in member_enrolments.of_household(yard.ctx.store.reader, yard.household_id)
        if item.terms is not None
    ]
    assert kept.terms is not None
    assert (kept.terms.income, kept.terms.supported_months) == (1_500_000, 12)
    assert kept.period.starts_on == date(2026, 9, 1)
    assert kept.period.ends_on == date(2027, 8, 31)
    assert kept.change_type is ChangeType.NEW
    # Voluntary insurance is no card and takes no order.
    assert (yard.members[1].card_valid_to, yard.members[1].order) == (None, None)


def test_voluntary_insurance_goes_on_where_it_ended(yard: Yard) -> None:
    wife = yard.members[1]
    yard.pays(VoluntaryItem(wife.id, 1_500_000, 3))
    done = yard.pays(VoluntaryItem(wife.id, 2_000_000, 6))
    item = done.lines[0].enrolment
    assert item.period.starts_on == date(2026, 12, 1)
    assert item.change_type is ChangeType.PAID_ON
    clash = VoluntaryItem(wife.id, 1_500_000, 1, starts_on=date(2027, 2, 1))
    assert yard.refuses(clash) == "VOLUNTARY_RUNS"


def test_the_meter_of_supported_months_runs_out(yard: Yard) -> None:
    wife = yard.members[1]
    with yard.ctx.store.write("van.thu", yard.ctx.clock.now()) as unit:
        unit.insert(
            "voluntary_participant",
            person_id=wife.person.id,
            category="other",
            income=1_500_000,
            months=12,
            supported_before=115,
        )
    first = yard.pays(VoluntaryItem(wife.id, 1_500_000, 12))
    assert first.lines[0].enrolment.premium.state_support == 5 * 66_000
    second = yard.pays(VoluntaryItem(wife.id, 1_500_000, 12))
    assert second.lines[0].enrolment.premium.state_support == 0


def test_missing_months_lie_before_the_payment(yard: Yard) -> None:
    wife = yard.members[1]
    done = yard.pays(VoluntaryItem(wife.id, 1_500_000, 10, method=Method.MISSING))
    item = done.lines[0].enrolment
    assert (item.period.starts_on, item.period.ends_on) == (date(2025, 11, 1), date(2026, 8, 31))
    assert item.change_type is ChangeType.MADE_UP


def test_a_child_is_too_young_for_voluntary_insurance(agent: Context, yard: Yard) -> None:
    almost = add_months(agent.clock.today(), -15 * 12 + 1)
    child = newcomer("Hoàng Thị Bé", Relation.HEAD)
    facts = type(child.facts)("Hoàng Thị Bé", BirthDate(almost))
    household_id = founded(agent, type(child)(facts, Relation.HEAD))
    (baby,) = get_household(agent, household_id).members
    there = Yard(agent, household_id, yard.book_id, yard.collector_id)
    assert there.refuses(VoluntaryItem(baby.id, 1_500_000, 12)) == "VOLUNTARY_TOO_YOUNG"


def test_an_instalment_waits_for_its_rest(yard: Yard) -> None:
    head = yard.members[0]
    first = yard.pays(HealthItem(head.id, amount=500_000))
    assert first.payment.receipt.lines[0].instalment
    assert yard.members[0].card_valid_to is None
    assert yard.members[0].order == 1
    assert yard.refuses(HealthItem(head.id)) == "MEMBER_HAS_REST"
    enrolment_id = first.lines[0].enrolment.id
    assert yard.refuses(RestItem(enrolment_id, 900_000)) == "AMOUNT_TOO_HIGH"
    done = yard.pays(RestItem(enrolment_id), tender=Tender.TRANSFER)
    assert done.payment.receipt.amount == OF_RANK[0] - 500_000
    assert yard.members[0].card_valid_to == date(2027, 10, 4)
    assert yard.refuses(RestItem(enrolment_id)) == "ENROLMENT_NOT_OPEN"


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ((), "NOTHING_TO_PAY"),
        ((HealthItem("nobody"),), "MEMBER_UNKNOWN"),
        ((RestItem("nothing"),), "ENROLMENT_UNKNOWN"),
    ],
)
def test_what_nobody_can_pay_is_refused(yard: Yard, items: tuple[Item, ...], code: str) -> None:
    assert yard.refuses(*items) == code
    today = yard.ctx.clock.today()
    assert list_receipts(yard.ctx, today, today) == ()


def test_money_of_tomorrow_and_of_nobody_is_refused(yard: Yard) -> None:
    item = HealthItem(yard.members[0].id)
    assert yard.refuses(item, paid_on=date(2026, 9, 6)) == "PAID_IN_FUTURE"
    yard.collector_id = "nobody"
    assert yard.refuses(item) == "COLLECTOR_UNKNOWN"


def test_who_is_covered_already_is_told_before_the_money(yard: Yard) -> None:
    head, wife, _ = yard.members
    set_member_cover(
        yard.ctx, SetMemberCover(wife.id, ELSEWHERE, "HN", evidence="thẻ", proven=True)
    )
    card = RecordCard(head.person.id, "GD4202012345678", "GD", date(2026, 1, 1), date(2026, 12, 31))
    record_cards(yard.ctx, (card,))
    items = [HealthItem(item.id) for item in yard.members]
    shown = preview_collection(yard.ctx, yard.household_id, items)
    told = [[problem.code for problem in line.warnings] for line in shown.lines]
    assert told == [["MEMBER_CARD_RUNS"], ["MEMBER_COVERED"], []]
    assert shown.lines[0].enrolment.period.starts_on == date(2027, 1, 1)
    assert shown.lines[0].enrolment.change_type is ChangeType.CONTINUED
