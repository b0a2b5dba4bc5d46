"""A school and an office exchange bundles; nothing else of either is shared."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from ssdesk.domain.bundle import AnswerState, MoneySum, Outcome, Version
from ssdesk.domain.desk import Role
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.errors import BadFile, Cancelled, Conflict, UserError
from ssdesk.exchange.bundle.parts import record_of
from ssdesk.services import declarations, pupils, submissions
from ssdesk.services.bundles import answering, answers_in, desk_cards, making, taking
from ssdesk.services.bundles.answering import AnswerLine
from ssdesk.services.bundles.batch import take_in
from ssdesk.services.bundles.making import MakeBundle
from ssdesk.services.cards import list_cards
from ssdesk.services.context import Context
from ssdesk.services.declarations import DeclarationRequest
from ssdesk.services.pupils import SavePupil
from ssdesk.storage import inbox
from tests.services.collecting import OWN_SHARE, YEAR
from tests.services.listed_school import NAMES
from tests.services.two_desks import Two, introduce


def _content(ctx: Context) -> list[tuple[str, str, str, str | None]]:
    """What an office knows, without when and in which order it learned it."""
    return [
        (each.kind, each.id, str(each.version), each.content)
        for each in inbox.now(ctx.store.reader)
    ]


def _rename(two: Two, place: int, name: str) -> None:
    ctx = two.school.ctx
    entry_id = two.school.entries[place]
    facts = replace(pupils.facts_of(pupils.get_pupil(ctx, entry_id)), full_name=name)
    pupils.save_pupils(ctx, YEAR, (SavePupil(facts, entry_id=entry_id),))


def _state(two: Two, place: int) -> EnrolmentState:
    return two.school.enrolment(place).state


def test_the_office_gets_the_list_the_people_and_the_money(two: Two) -> None:
    two.listed()
    done = two.taken(two.sent())
    assert done.counts[Outcome.NEW] == sum(done.counts.values())
    totals = done.intake.totals
    assert (totals.people, totals.enrolments, totals.receipts, totals.list_lines) == (3, 3, 3, 3)
    assert totals.money == (MoneySum("HI", "cash", 3 * OWN_SHARE),)
    lines = answering.case_lines(two.office, done.intake.id)
    assert [line.line.full_name for line in lines] == list(NAMES)


def test_what_the_officer_reads_is_what_was_signed(two: Two) -> None:
    list_id = two.listed()
    plan = taking.preview_intake(two.office, two.sent())
    assert set(plan.bundle.opened.documents) == {"mau-so-3-1.pdf", "mau-so-3-1.xlsx"}
    paper = plan.bundle.opened.documents["mau-so-3-1.pdf"]
    assert paper == submissions.submission_pdf(two.school.ctx, list_id)


def test_the_same_bundle_again_changes_nothing_and_says_so(two: Two) -> None:
    file = two.sent()
    two.taken(file)
    before = _content(two.office)
    again = two.taken(file)
    assert again.again
    assert _content(two.office) == before
    assert len(taking.list_intakes(two.office)) == 1
    assert taking.preview_intake(two.office, file).known == 1


def test_only_what_changed_goes_along_the_next_time(two: Two) -> None:
    two.sent()
    with pytest.raises(UserError, match="BUNDLE_NOTHING_NEW"):
        two.sent()
    _rename(two, 0, "Vi Thị Ngọc Ánh")
    preview = making.preview_bundle(two.school.ctx, MakeBundle())
    assert (preview.records, preview.totals.people) == (1, 1)


def test_changes_are_named_row_by_row(two: Two) -> None:
    two.taken(two.sent())
    _rename(two, 0, "Vi Thị Ngọc Ánh")
    newcomer = SavePupil(
        pupils.PupilFacts("Lý Mới Đến"), class_name="10A1", joined_on=date(2026, 9, 7)
    )
    pupils.save_pupils(two.school.ctx, YEAR, (newcomer,))
    plan = taking.preview_intake(two.office, two.sent())
    named = [(line.kind, line.name, line.outcome) for line in plan.lines]
    assert ("person", "Vi Thị Ngọc Ánh", Outcome.CHANGED) in named
    assert ("person", "Lý Mới Đến", Outcome.NEW) in named
    assert ("roster_entry", "", Outcome.NEW) in named
    assert len(named) == 3


def test_any_order_of_the_same_bundles_gives_one_store(
    two: Two, make_office: Callable[[str], Context]
) -> None:
    files = [two.sent()]
    _rename(two, 0, "Vi Thị Ngọc Ánh")
    two.listed()
    files.append(two.sent())
    _rename(two, 0, "Vi Thị Bảo Ánh")
    files.append(two.sent(whole=True))
    contents = []
    first = files[0].read_bytes()
    assert first
    for order in itertools.permutations(files):
        for intake in taking.list_intakes(two.office):
            if intake.taken_back_at is None:
                taking.take_back_intake(two.office, intake.id, "thử thứ tự khác")
        for file in order:
            two.taken(file)
        contents.append(_content(two.office))
    assert contents[0]
    assert all(content == contents[0] for content in contents)


def test_a_gap_is_named_until_it_is_filled(two: Two) -> None:
    first = two.sent()
    _rename(two, 0, "Vi Thị Ngọc Ánh")
    second = two.sent()
    _rename(two, 0, "Vi Thị Bảo Ánh")
    third = two.sent()
    assert two.taken(first).gaps == ()
    assert two.taken(third).gaps == (Version(1, 2),)
    assert taking.missing_bundles(two.office)[0][1] == (Version(1, 2),)
    assert two.taken(second).gaps == ()
    assert taking.missing_bundles(two.office) == ()
    names = [each.content for each in inbox.now(two.office.store.reader, kind="person")]
    assert any("Vi Thị Bảo Ánh" in (content or "") for content in names)


def test_taking_back_the_middle_one_leaves_the_others(two: Two) -> None:
    one = two.taken(two.sent())
    before = _content(two.office)
    _rename(two, 0, "Vi Thị Ngọc Ánh")
    two_done = two.taken(two.sent())
    taking.take_back_intake(two.office, two_done.intake.id, "nhầm tệp")
    assert _content(two.office) == before
    with pytest.raises(UserError, match="INTAKE_TAKEN_BACK"):
        taking.take_back_intake(two.office, two_done.intake.id, "nhầm tệp")
    assert one.intake.taken_back_at is None


def test_random_histories_of_intake_and_undo_agree_with_a_fresh_desk(two: Two) -> None:
    dice = random.Random(11)
    files = [two.sent()]
    for turn in range(4):
        _rename(two, turn % 3, f"Tên {'ABCDE'[turn]}")
        files.append(two.sent())
    cases: dict[Path, str] = {}
    for _ in range(60):
        file = dice.choice(files)
        if file in cases:
            taking.take_back_intake(two.office, cases.pop(file), "thử")
        else:
            cases[file] = two.taken(file).intake.id
        versions = {
            (each.kind, each.id): each.version for each in inbox.now(two.office.store.reader)
        }
        kept = {taking.preview_intake(two.office, each).manifest.version for each in cases}
        assert set(versions.values()) <= kept


def test_a_record_gone_at_the_sender_is_withdrawn(two: Two) -> None:
    saved = pupils.save_pupils(
        two.school.ctx,
        YEAR,
        (SavePupil(pupils.PupilFacts("Tạm Thời"), class_name="10A1", joined_on=date(2026, 9, 1)),),
    )
    two.taken(two.sent())
    entry_id = saved.entry_ids[0]
    with two.school.ctx.store.write("van.thu", datetime(2026, 9, 7)) as unit:
        unit.execute("DELETE FROM roster_entry WHERE id = ?", (entry_id,))
    plan = taking.preview_intake(two.office, two.sent())
    assert [(line.kind, line.outcome) for line in plan.lines if line.id == entry_id] == [
        ("roster_entry", Outcome.WITHDRAWN)
    ]
    taking.apply_intake(two.office, plan)
    gone = [each for each in inbox.now(two.office.store.reader) if each.id == entry_id]
    assert [each.content for each in gone] == [None]


def test_a_cloned_sender_is_a_named_conflict(
    two: Two, tmp_path: Path, make_office: Callable[[str], Context]
) -> None:
    two.taken(two.sent())
    with two.school.ctx.store.write("van.thu", datetime(2026, 9, 7)) as unit:
        unit.execute("DROP TRIGGER bundle_sent_no_delete")
        unit.execute("DELETE FROM bundle_sent")
    _rename(two, 0, "Vi Thị Ngọc Ánh")
    with pytest.raises(UserError) as refused:
        two.taken(two.sent())
    assert refused.value.code == "BUNDLE_FORKED"
    assert refused.value.params["number"] == 1


def test_a_preview_that_no_longer_holds_is_not_applied(two: Two) -> None:
    first = two.sent()
    _rename(two, 0, "Vi Thị Ngọc Ánh")
    plan = taking.preview_intake(two.office, two.sent())
    two.taken(first)
    with pytest.raises(Conflict, match="INTAKE_CHANGED"):
        taking.apply_intake(two.office, plan)


def test_an_unknown_desk_is_refused_and_its_file_kept_aside(
    two: Two, make_office: Callable[[str], Context]
) -> None:
    other = make_office("other")
    introduce(other, two.school.ctx)
    with pytest.raises(UserError, match="PEER_SEVERAL"):
        two.sent()
    desk_id = desk_cards.own_party(other).desk_id
    file = two.sent(addressee=desk_id)
    with pytest.raises(BadFile, match="BUNDLE_NOT_FOR_US"):
        two.taken(file)
    with pytest.raises(BadFile, match="BUNDLE_SENDER_UNKNOWN"):
        taking.preview_intake(other, file)
    kept = list((other.store.directory / "refused").iterdir())
    assert [each.read_bytes() for each in kept] == [file.read_bytes()]
    assert taking.list_intakes(other) == ()


def test_a_revoked_card_stops_its_bundles_until_a_new_one_is_accepted(two: Two) -> None:
    file = two.sent()
    school = desk_cards.own_party(two.school.ctx).desk_id
    with pytest.raises(UserError, match="REASON_MISSING"):
        desk_cards.revoke_card(two.office, school, "  ")
    desk_cards.revoke_card(two.office, school, "mất máy")
    with pytest.raises(UserError, match="PEER_REVOKED"):
        two.taken(file)
    renewed = desk_cards.renew_keys(two.school.ctx).shown
    read = desk_cards.read_card(two.office, renewed.text.encode(), "card")
    assert read.known_words
    assert read.known_words != read.words
    desk_cards.accept_card(two.office, read)
    with pytest.raises(BadFile, match="BUNDLE_SIGNATURE_WRONG"):
        two.taken(file)
    assert two.taken(two.sent(whole=True)).gaps == (Version(1, 1),)


def test_the_senders_own_bundle_is_not_taken_in_by_itself(two: Two) -> None:
    file = two.sent()
    with pytest.raises(UserError, match="BUNDLE_OWN"):
        taking.preview_intake(two.school.ctx, file)


def test_a_desk_does_not_accept_its_own_card(two: Two) -> None:
    shown = desk_cards.own_card(two.office)
    with pytest.raises(UserError, match="CARD_OWN"):
        desk_cards.read_card(two.office, shown.text.encode(), "card")


def test_answers_become_ticks_and_to_dos(two: Two) -> None:
    list_id = two.listed()
    case = two.taken(two.sent()).intake.id
    lines = answering.case_lines(two.office, case)
    file = two.answered(
        case,
        AnswerLine(lines[0].id, AnswerState.REFUSED, remedy="Sai ngày sinh, xem lại CCCD"),
        AnswerLine(
            lines[1].id,
            AnswerState.ACCEPTED,
            insurance_number="0123456789",
            card_number="0123456789",
            valid_from=date(2026, 10, 1),
            valid_to=date(2027, 9, 30),
        ),
    )
    two.answer_taken(file)
    assert [_state(two, place) for place in range(3)] == [
        EnrolmentState.RETURNED,
        EnrolmentState.ACCEPTED,
        EnrolmentState.ACCEPTED,
    ]
    told = answers_in.list_answers(two.school.ctx, list_id)
    assert (told[0].full_name, told[0].answer.remedy) == (NAMES[0], "Sai ngày sinh, xem lại CCCD")
    row = pupils.get_pupil(two.school.ctx, two.school.entries[1])
    assert pupils.facts_of(row).insurance_number == "0123456789"
    (card,) = list_cards(two.school.ctx, row.person_id)
    assert (card.number, card.valid_to) == ("0123456789", date(2027, 9, 30))


def test_a_mended_row_travels_in_the_next_list_and_supersedes(two: Two) -> None:
    first = two.listed()
    case = two.taken(two.sent()).intake.id
    line = answering.case_lines(two.office, case)[0]
    file = two.answered(case, AnswerLine(line.id, AnswerState.REFUSED, remedy="Sai tên"))
    two.answer_taken(file)
    _rename(two, 0, "Vi Thị Ngọc Ánh")
    two.listed()
    plan = taking.preview_intake(two.office, two.sent())
    assert plan.manifest.supersedes == (first,)
    assert plan.manifest.totals.list_lines == 1
    case = taking.apply_intake(two.office, plan).intake.id
    two.answer_taken(two.answered(case))
    assert _state(two, 0) is EnrolmentState.ACCEPTED


def test_an_answer_taken_back_leaves_no_trace(two: Two) -> None:
    two.listed()
    case = two.taken(two.sent()).intake.id
    line = answering.case_lines(two.office, case)[1]
    done = two.answer_taken(
        two.answered(case, AnswerLine(line.id, AnswerState.ACCEPTED, insurance_number="0123456789"))
    )
    taking.take_back_intake(two.school.ctx, done.intake.id, "trả lời nhầm")
    assert [_state(two, place) for place in range(3)] == [EnrolmentState.SUBMITTED] * 3
    row = pupils.get_pupil(two.school.ctx, two.school.entries[1])
    assert pupils.facts_of(row).insurance_number is None
    assert answers_in.list_answers(two.school.ctx) == ()


def test_an_answer_that_was_built_on_stays(two: Two) -> None:
    two.listed()
    case = two.taken(two.sent()).intake.id
    line = answering.case_lines(two.office, case)[1]
    done = two.answer_taken(
        two.answered(case, AnswerLine(line.id, AnswerState.ACCEPTED, insurance_number="0123456789"))
    )
    _rename(two, 1, "Nông Văn Bảo Anh")
    with pytest.raises(UserError) as refused:
        taking.take_back_intake(two.school.ctx, done.intake.id, "trả lời nhầm")
    assert refused.value.code == "INTAKE_BUILT_ON"
    assert "Nông Văn Bảo Anh" in str(refused.value.params["names"])
    assert _state(two, 1) is EnrolmentState.ACCEPTED


def test_the_office_may_change_its_mind(two: Two) -> None:
    two.listed()
    case = two.taken(two.sent()).intake.id
    line = answering.case_lines(two.office, case)[0]
    first = two.answered(case, AnswerLine(line.id, AnswerState.REFUSED, remedy="Sai tên"))
    second = two.answered(case, AnswerLine(line.id, AnswerState.ACCEPTED))
    two.answer_taken(second)
    assert _state(two, 0) is EnrolmentState.ACCEPTED
    two.answer_taken(first)
    assert _state(two, 0) is EnrolmentState.ACCEPTED


def test_an_answered_case_is_not_taken_back(two: Two) -> None:
    two.listed()
    case = two.taken(two.sent()).intake.id
    two.answered(case)
    with pytest.raises(UserError, match="INTAKE_ANSWERED"):
        taking.take_back_intake(two.office, case, "nhầm")
    with pytest.raises(UserError, match="ANSWER_NOTHING_NEW"):
        answering.make_answer(two.office, "HS0020A")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"state": AnswerState.REFUSED}, "ANSWER_REASON_MISSING"),
        ({"state": AnswerState.ACCEPTED, "card_number": "0123456789"}, "ANSWER_CARD_PERIOD"),
        ({"state": AnswerState.ACCEPTED, "insurance_number": "12"}, "INSURANCE_NUMBER_MALFORMED"),
        ({"state": AnswerState.ACCEPTED, "line_id": "x"}, "LINE_UNKNOWN"),
    ],
)
def test_a_wrong_answer_is_refused_and_nothing_kept(two: Two, answer, code: str) -> None:
    two.listed()
    case = two.taken(two.sent()).intake.id
    lines = answering.case_lines(two.office, case)
    good = AnswerLine(lines[1].id, AnswerState.ACCEPTED)
    with pytest.raises(UserError) as refused:
        answering.answer_lines(
            two.office, case, (good, AnswerLine(**{"line_id": lines[0].id, **answer}))
        )
    assert refused.value.code == code
    assert all(line.answer is None for line in answering.case_lines(two.office, case))


def test_a_reader_may_look_but_not_take_in(two: Two) -> None:
    file = two.sent()
    reader = replace(two.office, account=replace(two.office.account, role=Role.READER))
    plan = taking.preview_intake(reader, file)
    with pytest.raises(UserError, match="NOT_ALLOWED"):
        taking.apply_intake(reader, plan)
    assert taking.list_intakes(two.office) == ()


def test_a_refused_file_does_not_stop_those_after_it(two: Two) -> None:
    first = two.sent()
    _rename(two, 0, "Vi Thị Ngọc Ánh")
    second = two.sent()
    cut = two.stick / "0-cut.ssdesk"
    cut.write_bytes(second.read_bytes()[:400])
    steps: list[tuple[int, int]] = []
    done = take_in(two.office, [two.stick], lambda at, of: steps.append((at, of)))
    assert [each.intake.file_name for each in done.taken] == [first.name, second.name]
    assert [each.file for each in done.refused] == ["0-cut.ssdesk"]
    assert done.refused[0].problem.code.startswith("BUNDLE_")
    assert steps[0] == (0, 3)
    assert steps[-1] == (3, 3)


def test_a_batch_stopped_in_the_middle_keeps_what_is_whole(two: Two) -> None:
    two.sent()
    _rename(two, 0, "Vi Thị Ngọc Ánh")
    two.sent()

    def stop(done: int, _: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        take_in(two.office, [two.stick], stop)
    assert [each.version for each in taking.list_intakes(two.office)] == [Version(1, 1)]


def test_corrections_travel_and_are_withdrawn(two: Two) -> None:
    two.listed()
    two.taken(two.sent())
    _rename(two, 0, "Vi Thị Ngọc Ánh")
    asked = DeclarationRequest(date(2026, 9, 10), YEAR, evidence="giấy khai sinh")
    declarations.file_corrections(two.school.ctx, asked)
    done = two.taken(two.sent())
    said = [
        record_of(each.kind, each.content or "")
        for each in inbox.of_intake(two.office.store.reader, done.intake.id, "correction")
    ]
    assert [(each.new_value, each.evidence) for each in said] == [
        ("Vi Thị Ngọc Ánh", "giấy khai sinh")
    ]
    person_id = pupils.get_pupil(two.school.ctx, two.school.entries[0]).person_id
    with pytest.raises(UserError, match="CORRECTION_SENT") as refused:
        declarations.withdraw_corrections(two.school.ctx, person_id)
    assert refused.value.params["name"] == "Vi Thị Ngọc Ánh"
    (line,) = answering.case_lines(two.office, done.intake.id)
    refusal = AnswerLine(line.id, AnswerState.REFUSED, remedy="thiếu giấy khai sinh")
    two.answer_taken(two.answered(done.intake.id, refusal))
    plan = taking.preview_intake(two.office, two.sent())
    assert [(line.kind, line.outcome) for line in plan.lines] == [("correction", Outcome.WITHDRAWN)]
