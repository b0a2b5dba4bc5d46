"""Households of a collection organisation: founded, mended, split, merged, quoted."""

from __future__ import annotations

from datetime import date

import pytest

from ssdesk.domain.household import LeftReason, Relation
from ssdesk.domain.person import BirthDate, Sex
from ssdesk.domain.person_facts import PersonFacts
from ssdesk.errors import UserError
from ssdesk.services.cards import RecordCard, record_cards
from ssdesk.services.collectors import (
    SaveCollector,
    assign_hamlets,
    list_collectors,
    save_collector,
)
from ssdesk.services.context import Context
from ssdesk.services.covers import ELSEWHERE, PART_SUPPORTED
from ssdesk.services.households.covers import SetMemberCover, end_member_cover, set_member_cover
from ssdesk.services.households.keeping import (
    FoundHousehold,
    Place,
    found_household,
    move_household,
    walk,
)
from ssdesk.services.households.members import (
    MendMember,
    NewMember,
    check_member,
    choose_head,
    facts_of,
    join_household,
    leave_household,
    mend_member,
)
from ssdesk.services.households.quoting import (
    PayingMember,
    plan_common_end,
    quote_household,
    who_is_due,
)
from ssdesk.services.households.reading import get_household, list_hamlets, list_households
from ssdesk.services.households.splitting import (
    SplitHousehold,
    merge_households,
    split_household,
)
from tests.services.households.conftest import FAMILY, PLACE, founded, newcomer


def names(ctx: Context, household_id: str) -> list[tuple[str, Relation]]:
    view = get_household(ctx, household_id)
    return [(item.person.full_name, item.relation) for item in view.members]


def test_a_household_is_founded_with_its_members_in_order(agent: Context) -> None:
    household_id = founded(agent)
    (row,) = list_households(agent)
    assert (row.number, row.head, row.members) == (1, "Hoàng Văn Páo", 3)
    assert (row.hamlet, row.commune, row.phone) == (PLACE.hamlet, PLACE.commune, "0912345678")
    assert names(agent, household_id) == [
        ("Hoàng Văn Páo", Relation.HEAD),
        ("Vi Thị Sen", Relation.WIFE),
        ("Hoàng Văn Tú", Relation.CHILD),
    ]


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ((), "MEMBER_NONE"),
        ((FAMILY[1],), "HEAD_NEEDED"),
        ((FAMILY[0], newcomer("Vi Thị Sen", Relation.HEAD)), "HEAD_TAKEN"),
        ((newcomer("Hoàng Văn Páo", Relation.HEAD, "12345"),), "PERSONAL_ID_MALFORMED"),
    ],
)
def test_what_makes_no_household_is_refused_whole(
    agent: Context, members: tuple[NewMember, ...], code: str
) -> None:
    with pytest.raises(UserError) as refused:
        found_household(agent, FoundHousehold(PLACE, members))
    assert refused.value.code == code
    assert list_households(agent) == ()
    assert list_hamlets(agent) == ()


def test_a_household_needs_its_hamlet(agent: Context) -> None:
    with pytest.raises(UserError) as refused:
        founded(agent, place=Place("Xã Hòa Đông", " "))
    assert refused.value.code == "HAMLET_MISSING"


def test_nobody_belongs_to_two_households(agent: Context) -> None:
    founded(agent)
    again = newcomer("Hoàng Văn Páo", Relation.HEAD, "020080001234")
    (told,) = [item for item in check_member(agent, again.facts) if item.code == "MEMBER_ELSEWHERE"]
    assert told.params == {"name": "Hoàng Văn Páo", "number": 1, "head": "Hoàng Văn Páo"}
    with pytest.raises(UserError) as refused:
        founded(agent, again)
    assert refused.value.code == "MEMBER_ELSEWHERE"


def test_a_child_is_born_and_the_head_changes(agent: Context) -> None:
    household_id = founded(agent)
    baby = NewMember(
        PersonFacts("Hoàng Thị Bé", BirthDate(date(2026, 9, 1)), Sex.FEMALE),
        Relation.CHILD,
        joined_on=date(2026, 9, 1),
    )
    join_household(agent, household_id, (baby,))
    wife = get_household(agent, household_id).members[1]
    choose_head(agent, wife.id, former=Relation.HUSBAND)
    assert names(agent, household_id) == [
        ("Hoàng Văn Páo", Relation.HUSBAND),
        ("Vi Thị Sen", Relation.HEAD),
        ("Hoàng Văn Tú", Relation.CHILD),
        ("Hoàng Thị Bé", Relation.CHILD),
    ]


def test_a_member_is_mended(agent: Context) -> None:
    household_id = founded(agent)
    child = get_household(agent, household_id).members[2]
    facts = PersonFacts("Hoàng Văn Tuấn", child.person.birth_date, Sex.MALE, "020080007777")
    mend_member(agent, MendMember(child.id, facts, Relation.SON_IN_LAW, away="Bắc Ninh"))
    after = get_household(agent, household_id).members[2]
    assert facts_of(after.person) == facts
    assert (after.relation, after.away) == (Relation.SON_IN_LAW, "Bắc Ninh")


def test_the_head_leaves_only_after_another_is_chosen(agent: Context) -> None:
    household_id = founded(agent)
    head, wife, _ = get_household(agent, household_id).members
    with pytest.raises(UserError) as refused:
        leave_household(agent, head.id, LeftReason.DIED)
    assert refused.value.code == "HEAD_NEEDED"
    choose_head(agent, wife.id)
    leave_household(agent, head.id, LeftReason.DIED, date(2026, 9, 4))
    assert [name for name, _ in names(agent, household_id)] == ["Vi Thị Sen", "Hoàng Văn Tú"]


def test_the_last_to_leave_ends_the_household(agent: Context) -> None:
    household_id = founded(agent, FAMILY[0])
    (head,) = get_household(agent, household_id).members
    with pytest.raises(UserError) as refused:
        leave_household(agent, head.id, LeftReason.MOVED, date(2026, 9, 6))
    assert refused.value.code == "MEMBER_LEFT_LATER"
    leave_household(agent, head.id, LeftReason.MOVED)
    assert list_households(agent) == ()
    with pytest.raises(UserError) as refused:
        join_household(agent, household_id, FAMILY[1:])
    assert refused.value.code == "HOUSEHOLD_ENDED"
    founded(agent)
    assert [row.number for row in list_households(agent)] == [2]


def test_a_couple_founds_its_own_household(agent: Context) -> None:
    household_id = founded(agent, *FAMILY, newcomer("Lò Thị Mây", Relation.DAUGHTER_IN_LAW))
    _, _, son, his_wife = get_household(agent, household_id).members
    made = split_household(
        agent,
        SplitHousehold(household_id, (son.id, his_wife.id), (Relation.HEAD, Relation.WIFE), PLACE),
    )
    assert made.number == 2
    assert names(agent, made.household_id) == [
        ("Hoàng Văn Tú", Relation.HEAD),
        ("Lò Thị Mây", Relation.WIFE),
    ]
    assert [name for name, _ in names(agent, household_id)] == ["Hoàng Văn Páo", "Vi Thị Sen"]


@pytest.mark.parametrize(
    ("places", "relations", "code"),
    [
        ((), (), "MEMBER_NONE"),
        ((0, 1, 2), (Relation.HEAD,), "SPLIT_TAKES_ALL"),
        ((2,), (Relation.CHILD,), "HEAD_NEEDED"),
        ((0,), (Relation.HEAD,), "HEAD_NEEDED"),
    ],
    ids=["nobody", "everybody", "no new head", "no head left"],
)
def test_a_split_that_cannot_be_changes_nothing(
    agent: Context, places: tuple[int, ...], relations: tuple[Relation, ...], code: str
) -> None:
    household_id = founded(agent)
    there = get_household(agent, household_id).members
    going = tuple(there[place].id for place in places)
    with pytest.raises(UserError) as refused:
        split_household(agent, SplitHousehold(household_id, going, relations, PLACE))
    assert refused.value.code == code
    assert get_household(agent, household_id).members == there
    assert len(list_households(agent)) == 1


def test_two_households_become_one(agent: Context) -> None:
    first = founded(agent)
    second = founded(agent, newcomer("Hoàng Văn Ích", Relation.HEAD))
    merge_households(agent, second, first, (Relation.FATHER,))
    assert names(agent, first)[-1] == ("Hoàng Văn Ích", Relation.FATHER)
    assert [row.id for row in list_households(agent)] == [first]
    with pytest.raises(UserError) as refused:
        merge_households(agent, first, first)
    assert refused.value.code == "HOUSEHOLD_SAME"


def test_a_household_moves_and_is_walked_in_order(agent: Context) -> None:
    first = founded(agent)
    second = founded(agent, newcomer("Hoàng Văn Ích", Relation.HEAD))
    third = founded(agent, newcomer("Lò Văn Ón", Relation.HEAD))
    (hamlet,) = list_hamlets(agent)
    walk(agent, hamlet.id, (third, first, second))
    assert [row.id for row in list_households(agent, hamlet.id)] == [third, first, second]
    move_household(agent, first, Place("Xã Hòa Đông", "Thôn Bản Mới", phone="0987654321"))
    assert [row.id for row in list_households(agent)] == [third, second, first]
    assert get_household(agent, first).row.phone == "0987654321"


def test_members_pay_by_their_order_and_continue_their_cards(agent: Context) -> None:
    household_id = founded(agent)
    head, wife, child = get_household(agent, household_id).members
    record_cards(
        agent,
        (
            RecordCard(
                head.person.id, "GD4202012345678", "GD", date(2025, 10, 1), date(2026, 9, 30)
            ),
        ),
    )
    set_member_cover(
        agent, SetMemberCover(child.id, ELSEWHERE, "HS", evidence="thẻ học sinh", proven=True)
    )
    view = get_household(agent, household_id)
    due = who_is_due(view.members, agent.clock.today())
    assert [item.person.full_name for item in due] == ["Hoàng Văn Páo", "Vi Thị Sen"]
    quote = quote_household(agent, household_id, [PayingMember(item.id) for item in due])
    assert [(item.order, item.premium.own_share) for item in quote.lines] == [
        (1, 1_366_200),
        (2, 956_340),
    ]
    assert quote.own_share == 2_322_540
    assert quote.lines[0].period.starts_on == date(2026, 10, 1)
    assert quote.lines[1].period.starts_on == date(2026, 10, 5)
    assert wife.card_valid_to is None


def test_a_near_poor_member_pays_with_support_and_takes_no_order(agent: Context) -> None:
    household_id = founded(agent)
    head, wife, _ = get_household(agent, household_id).members
    set_member_cover(
        agent, SetMemberCover(head.id, PART_SUPPORTED, "CN", evidence="QĐ 12", proven=True)
    )
    paying = [PayingMember(head.id), PayingMember(wife.id)]
    quote = quote_household(agent, household_id, paying)
    assert [item.order for item in quote.lines] == [None, 1]
    assert quote.lines[0].premium.own_share == 409_860
    end_member_cover(agent, head.id, "hết thời hạn quyết định")
    again = quote_household(agent, household_id, paying)
    assert [item.order for item in again.lines] == [1, 2]


def test_the_family_is_shown_how_its_cards_can_end_together(agent: Context) -> None:
    household_id = founded(agent)
    members = get_household(agent, household_id).members
    for item, ends in zip(members[:2], (date(2026, 9, 30), date(2026, 12, 31)), strict=True):
        number = f"GD420201234567{item.position}"
        card = RecordCard(item.person.id, number, "GD", date(2025, 10, 1), ends)
        record_cards(agent, (card,))
    plans = plan_common_end(agent, household_id, [item.id for item in members[:2]])
    (whole_year,) = [plan for plan in plans if plan.ends_on == date(2027, 9, 30)]
    assert [item.months for item in whole_year.quotes] == [12, 9]
    assert whole_year.own_share == 1_366_200 + 9 * 79_695


def test_collectors_walk_hamlets_of_their_own(agent: Context) -> None:
    founded(agent)
    saved = save_collector(agent, SaveCollector("NVT01", "Lò Văn Ón", "0912345678")).collector
    (hamlet,) = list_hamlets(agent)
    assign_hamlets(agent, saved.id, (hamlet.id,))
    assert list_hamlets(agent)[0].collector_id == saved.id
    with pytest.raises(UserError) as refused:
        save_collector(agent, SaveCollector("NVT01", "Vi Thị Sen"))
    assert refused.value.code == "COLLECTOR_CODE_TAKEN"
    with pytest.raises(UserError) as refused:
        assign_hamlets(agent, "nobody", (hamlet.id,))
    assert refused.value.code == "COLLECTOR_UNKNOWN"
    ended = SaveCollector("NVT01", "Lò Văn Ón", collector_id=saved.id, ended_on=date(2026, 9, 5))
    save_collector(agent, ended)
    assert list_collectors(agent)[0].ended_on == date(2026, 9, 5)
