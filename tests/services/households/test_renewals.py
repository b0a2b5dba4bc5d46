"""Whom to visit or call, in the order of the walk, and nobody twice."""

from __future__ import annotations

from datetime import date

import pytest

from ssdesk.domain.household import Relation
from ssdesk.domain.receipt import Scheme
from ssdesk.domain.renewal import Due, Outcome
from ssdesk.errors import UserError
from ssdesk.services.cards import RecordCard, record_cards
from ssdesk.services.context import Context
from ssdesk.services.covers import ELSEWHERE
from ssdesk.services.households.covers import SetMemberCover, set_member_cover
from ssdesk.services.households.keeping import Place
from ssdesk.services.households.planning import HealthItem, VoluntaryItem
from ssdesk.services.households.reading import get_household, list_hamlets
from ssdesk.services.renewals import (
    DueRow,
    NoteVisit,
    list_due,
    list_visits,
    note_visit,
    take_back_visit,
)
from tests.services.households.conftest import founded, newcomer
from tests.services.households.test_collecting import Yard, yard

__all__ = ["yard"]


def card_until(ctx: Context, household_id: str, place: int, ends_on: date) -> str:
    member = get_household(ctx, household_id).members[place]
    number = f"GD42020{member.position:08}"
    card = RecordCard(member.person.id, number, "GD", date(2025, 1, 1), ends_on)
    record_cards(ctx, (card,))
    return member.id


def names(rows: tuple[DueRow, ...]) -> list[tuple[str, Due]]:
    return [(item.row.full_name, item.due) for item in rows]


def test_who_is_due_stands_in_walking_order(agent: Context) -> None:
    far = founded(
        agent, newcomer("Lò Văn Ón", Relation.HEAD), place=Place("Xã Hòa Đông", "Thôn Bản Mới")
    )
    near = founded(agent)
    card_until(agent, near, 0, date(2026, 9, 8))
    card_until(agent, near, 1, date(2026, 8, 1))
    card_until(agent, near, 2, date(2027, 8, 1))
    card_until(agent, far, 0, date(2026, 10, 1))
    assert names(list_due(agent)) == [
        ("Lò Văn Ón", Due.IN_30),
        ("Hoàng Văn Páo", Due.IN_5),
        ("Vi Thị Sen", Due.LAPSED),
    ]
    walked = list_hamlets(agent)[1]
    assert len(list_due(agent, (walked.id,))) == 2
    row = list_due(agent, (walked.id,))[1].row
    assert (row.head, row.phone, row.hamlet) == ("Hoàng Văn Páo", "0912345678", "Thôn Nà Chuông")


def test_who_has_paid_or_is_covered_is_not_asked(yard: Yard) -> None:
    ctx, household_id = yard.ctx, yard.household_id
    head = card_until(ctx, household_id, 0, date(2026, 9, 8))
    wife = card_until(ctx, household_id, 1, date(2026, 9, 8))
    assert len(list_due(ctx)) == 2
    yard.pays(HealthItem(head))
    set_member_cover(ctx, SetMemberCover(wife, ELSEWHERE, "HN", evidence="thẻ", proven=True))
    assert list_due(ctx) == ()


def test_a_voluntary_method_is_due_by_its_deadline(yard: Yard) -> None:
    wife = yard.members[1]
    yard.pays(VoluntaryItem(wife.id, 1_500_000, 3))
    yard.ctx.clock.moment = yard.ctx.clock.now().replace(year=2027, month=2, day=10)  # type: ignore[attr-defined]
    (row,) = list_due(yard.ctx)
    assert (row.row.scheme, row.row.ends_on, row.by, row.due) == (
        Scheme.VOLUNTARY,
        date(2026, 11, 30),
        date(2027, 2, 28),
        Due.IN_30,
    )


def test_nobody_is_asked_twice_before_the_promised_day(agent: Context) -> None:
    household_id = founded(agent)
    ends_on = date(2026, 9, 8)
    member_id = card_until(agent, household_id, 0, ends_on)
    promise = NoteVisit(
        member_id, Scheme.HEALTH, ends_on, Outcome.PROMISED, date(2026, 9, 20), "bán lợn xong"
    )
    noted = note_visit(agent, promise)
    assert list_due(agent, ask_only=True) == ()
    (row,) = list_due(agent)
    assert row.row.visit == noted.visit
    agent.clock.moment = agent.clock.now().replace(day=21)  # type: ignore[attr-defined]
    assert len(list_due(agent, ask_only=True)) == 1
    note_visit(agent, NoteVisit(member_id, Scheme.HEALTH, ends_on, Outcome.REFUSED))
    assert list_due(agent, ask_only=True) == ()
    newest = list_visits(agent, member_id)[0]
    take_back_visit(agent, newest.id)
    assert len(list_due(agent, ask_only=True)) == 1
    assert [item.outcome for item in list_visits(agent, member_id)] == [Outcome.PROMISED]


def test_a_promise_has_a_day_to_come(agent: Context) -> None:
    household_id = founded(agent)
    ends_on = date(2026, 9, 8)
    member_id = card_until(agent, household_id, 0, ends_on)
    for day, code in ((None, "VISIT_PROMISE_MISSING"), (date(2026, 9, 4), "VISIT_PROMISE_PAST")):
        with pytest.raises(UserError) as refused:
            note_visit(agent, NoteVisit(member_id, Scheme.HEALTH, ends_on, Outcome.PROMISED, day))
        assert refused.value.code == code
    with pytest.raises(UserError) as refused:
        take_back_visit(agent, "nothing")
    assert refused.value.code == "VISIT_UNKNOWN"
