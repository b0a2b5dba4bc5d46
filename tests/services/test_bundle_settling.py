"""Two desks say different things of one record; a restored desk tells everything anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from ssdesk.domain.bundle import Outcome, Purpose
from ssdesk.domain.desk import DeskKind
from ssdesk.domain.records import PersonRecord, Sent
from ssdesk.errors import UserError
from ssdesk.exchange.bundle.bundle import seal_bundle
from ssdesk.services import backups, pupils
from ssdesk.services.bundles import desk_cards, settling, taking
from ssdesk.services.bundles.sending import find_peer, head_of, keep, write_bundle
from ssdesk.services.bundles.settling import FieldChoice, Settle
from ssdesk.services.context import Context
from ssdesk.services.pupils import SavePupil
from ssdesk.storage import desk as desks
from ssdesk.storage import inbox
from ssdesk.storage.queries.outgoing import outgoing
from tests.services.collecting import YEAR
from tests.services.two_desks import Two, introduce


@pytest.fixture
def other(two: Two, make_office: Callable[[str], Context]) -> Context:
    """A second desk that sends to the same office."""
    ctx = make_office("other")
    profile = replace(ctx.profile(), office_name="Tổ thu Hòa Đông", office_code="TC0001B")
    with ctx.store.write("can.bo", datetime(2026, 9, 6)) as unit:
        desks.write_profile(unit, profile)
    introduce(ctx, two.office)
    introduce(two.office, ctx)
    return ctx


def _first_person(two: Two) -> tuple[str, PersonRecord]:
    for each in outgoing(two.school.ctx.store.reader, YEAR):
        if isinstance(each.record, PersonRecord):
            return each.id, each.record
    raise AssertionError("nobody")


def _says(other: Context, stick: Path, record_id: str, record: PersonRecord | None) -> Path:
    keys = desk_cards.own_keys(other)[0]
    with other.store.write("can.bo", datetime(2026, 9, 7)) as unit:
        peer = find_peer(unit, "02001", DeskKind.OFFICE)
        head = head_of(other, unit, Purpose.SUBMISSION, peer.card.party, YEAR)
        rows = [Sent("person", record_id, head.version, record)]
        sent = keep(other, unit, seal_bundle(head, rows, {}, keys, peer.card.seal_key), ())
    return write_bundle(other, sent.id, stick)


def test_both_versions_are_kept_and_the_difference_is_shown(two: Two, other: Context) -> None:
    two.taken(two.sent())
    person_id, record = _first_person(two)
    file = _says(other, two.stick, person_id, replace(record, phone="0912345678", sex="M"))
    assert taking.preview_intake(two.office, file).lines[0].outcome is Outcome.CONFLICT
    two.taken(file)
    (found,) = settling.list_disputes(two.office)
    assert (found.name, found.settled) == (record.full_name, False)
    assert set(found.differing) == {"phone", "sex"} - ({"sex"} if record.sex == "M" else set())
    assert settling.values_of(found, "phone") == (record.phone, "0912345678") or (
        settling.values_of(found, "phone") == ("0912345678", record.phone)
    )


def test_field_by_field_with_a_reason_and_back_again(two: Two, other: Context) -> None:
    two.taken(two.sent())
    person_id, record = _first_person(two)
    changed = replace(record, phone="0912345678", address="Thôn 2")
    two.taken(_says(other, two.stick, person_id, changed))
    school, coop = (
        next(s.sender.desk_id for s in settling.list_disputes(two.office)[0].said if s.record == r)
        for r in (record, changed)
    )
    choice = (FieldChoice("phone", coop),)
    with pytest.raises(UserError, match="DISPUTE_FIELD_OPEN"):
        settling.settle(two.office, Settle("person", person_id, choice, "đã gọi điện"))
    with pytest.raises(UserError, match="REASON_MISSING"):
        settling.settle(two.office, Settle("person", person_id, choice, " ", rest=school))
    done = settling.settle(
        two.office, Settle("person", person_id, choice, "đã gọi điện", rest=school)
    )
    assert done.dispute.settled
    assert done.dispute.holds == replace(record, phone="0912345678")
    again = settling.undo_settlement(two.office, "person", person_id)
    assert not again.dispute.settled
    with pytest.raises(UserError, match="DISPUTE_NOT_SETTLED"):
        settling.undo_settlement(two.office, "person", person_id)


def test_a_new_word_of_a_sender_opens_the_dispute_again(two: Two, other: Context) -> None:
    two.taken(two.sent())
    person_id, record = _first_person(two)
    two.taken(_says(other, two.stick, person_id, replace(record, phone="0912345678")))
    side = settling.list_disputes(two.office)[0].said[0].sender.desk_id
    settling.settle(two.office, Settle("person", person_id, (), "theo sổ", rest=side))
    two.taken(_says(other, two.stick, person_id, replace(record, phone="0987654321")))
    (found,) = settling.list_disputes(two.office)
    assert not found.settled
    two.taken(_says(other, two.stick, person_id, record))
    assert settling.list_disputes(two.office) == ()
    with pytest.raises(UserError, match="DISPUTE_UNKNOWN"):
        settling.settle(two.office, Settle("person", person_id, (), "theo sổ", rest=side))


def test_whether_a_record_exists_can_be_in_dispute_too(two: Two, other: Context) -> None:
    two.taken(two.sent())
    person_id, record = _first_person(two)
    two.taken(_says(other, two.stick, person_id, None))
    (found,) = settling.list_disputes(two.office)
    gone = next(each.sender.desk_id for each in found.said if each.record is None)
    kept = next(each.sender.desk_id for each in found.said if each.record is not None)
    done = settling.settle(two.office, Settle("person", person_id, (), "đã chuyển", rest=gone))
    assert (done.dispute.settled, done.dispute.holds) == (True, None)
    done = settling.settle(two.office, Settle("person", person_id, (), "vẫn học", rest=kept))
    assert (done.dispute.settled, done.dispute.holds) == (True, record)


def test_what_was_lost_in_a_restore_is_withdrawn_at_the_office(two: Two, tmp_path: Path) -> None:
    ctx = two.school.ctx
    two.taken(two.sent())
    made = backups.back_up(ctx).made
    lost = SavePupil(pupils.PupilFacts("Lý Mới Đến"), class_name="10A1", joined_on=date(2026, 9, 7))
    pupils.save_pupils(ctx, YEAR, (lost,))
    later = two.sent()
    plan = backups.preview_restore(made.path, None, "mat-khau-123", ctx.clock)
    numbers = {book.book_id: book.last_in_backup for book in plan.books}
    restored = backups.apply_restore(plan, tmp_path / "restored", numbers, ctx.clock)
    again = replace(two, school=replace(two.school, ctx=restored))
    anew = again.sent()
    two.taken(later)
    before = {each.id: each for each in inbox.now(two.office.store.reader)}
    named = [
        (line.kind, line.name)
        for line in taking.preview_intake(two.office, anew).lines
        if line.outcome is Outcome.WITHDRAWN
    ]
    assert sorted(named) == [("person", "Lý Mới Đến"), ("roster_entry", "")]
    two.taken(anew)
    now = {each.id for each in inbox.now(two.office.store.reader)}
    assert len(before) - len(now) == 2
    for intake in taking.list_intakes(two.office)[:2]:
        taking.take_back_intake(two.office, intake.id, "thử thứ tự khác")
    two.taken(anew)
    assert {line.outcome for line in taking.preview_intake(two.office, later).lines} == {
        Outcome.OLDER
    }
    two.taken(later)
    assert {each.id for each in inbox.now(two.office.store.reader)} == now
    restored.close()
