"""Lists to the office: who is on them, cells against another computation, money, history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from ssdesk.domain.desk import Role
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.forms import RowKind
from ssdesk.domain.person import BirthDate, Sex
from ssdesk.domain.pupil import PupilFacts
from ssdesk.errors import UserError
from ssdesk.services import desk as desk_settings
from ssdesk.services import pupils, remittances, submissions, transfers
from ssdesk.services.context import Context
from ssdesk.services.demo.school import MadeSchool, make_school
from ssdesk.services.pupils import SavePupil
from ssdesk.services.submissions import ListRequest, MakeList
from tests.services.collecting import YEAR, Desk, collecting

TODAY = date(2026, 9, 5)
REQUEST = ListRequest(TODAY)


@pytest.fixture
def money(desk: Context) -> Desk:
    ready = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), ("Hoàng Chi",))
    for place, entry_id in enumerate(ready.entries):
        row = pupils.get_pupil(desk, entry_id)
        facts = replace(
            pupils.facts_of(row),
            birth_date=BirthDate(date(2010, 9, 15)),
            sex=Sex.FEMALE,
            personal_id=f"02031000000{place}",
        )
        pupils.save_pupils(desk, YEAR, (SavePupil(facts, entry_id=entry_id),))
    return ready


def _remit(ctx: Context) -> None:
    remittances.order_remittance(ctx, remittances.OrderRemittance())


def _mend(ctx: Context, entry_id: str, **changed: object) -> None:
    facts: PupilFacts = replace(pupils.facts_of(pupils.get_pupil(ctx, entry_id)), **changed)  # type: ignore[arg-type]
    pupils.save_pupils(ctx, YEAR, (SavePupil(facts, entry_id=entry_id),))


def test_only_whole_payments_are_listed(money: Desk) -> None:
    with pytest.raises(UserError, match="LIST_EMPTY"):
        submissions.preview_list(money.ctx, REQUEST)
    money.pay(0)
    money.pay(1, 100_000)
    preview = submissions.preview_list(money.ctx, REQUEST)
    assert [entry.full_name for entry in preview.entries] == ["Vi Thị Ánh"]


def test_who_has_not_paid_in_full_is_named_with_what_is_due(money: Desk) -> None:
    money.pay(0)
    money.pay(1, 100_000)
    unpaid = submissions.preview_list(money.ctx, REQUEST).unpaid
    assert [(each.full_name, each.problem.code, each.problem.params["due"]) for each in unpaid] == [
        ("Nông Văn Bảo", "LIST_PART_PAID", "583.100"),
        ("Hoàng Chi", "LIST_NOT_PAID", "683.100"),
    ]
    made = submissions.make_list(money.ctx, MakeList(REQUEST, waiting=True))
    assert made.submission.people == 1


def test_the_lists_date_decides_the_form(money: Desk) -> None:
    money.pay(0)
    for day, form in ((date(2026, 4, 30), "d03-ts"), (date(2026, 5, 1), "mau-so-3")):
        preview = submissions.preview_list(money.ctx, ListRequest(day))
        assert preview.form.layout.form == form
    for day, form in ((date(2026, 5, 1), "d03-ts"), (date(2026, 4, 30), "mau-so-3")):
        with pytest.raises(UserError, match="FORM_NOT_VALID_ON_DATE"):
            submissions.make_list(money.ctx, MakeList(ListRequest(day, form), waiting=True))
    assert submissions.list_submissions(money.ctx) == ()


def test_a_list_is_complete_when_list_receipts_and_transfer_agree(money: Desk) -> None:
    money.pay(0)
    money.pay(2)
    with pytest.raises(UserError) as refused:
        submissions.make_list(money.ctx, MakeList(REQUEST))
    assert refused.value.code == "LIST_WAITING_NOT_CHOSEN"
    assert refused.value.params == {"people": 2}
    problem = submissions.money_open(submissions.preview_list(money.ctx, REQUEST))
    assert problem is not None
    assert problem.params["transferred"] == "0"
    _remit(money.ctx)
    assert submissions.money_open(submissions.preview_list(money.ctx, REQUEST)) is None
    made = submissions.make_list(money.ctx, MakeList(REQUEST, waiting=True)).submission
    assert made.complete
    assert (made.number, made.people, made.own_share) == (1, 2, 1_366_200)
    assert "Chờ thanh toán" not in _text(submissions.submission_pdf(money.ctx, made.id))


def test_a_waiting_list_is_settled_by_the_transfer_and_stays_as_printed(money: Desk) -> None:
    money.pay(0)
    made = submissions.make_list(money.ctx, MakeList(REQUEST, waiting=True)).submission
    assert not made.complete
    assert [line.full_name for line in submissions.match_of(money.ctx, made.id).differences] == [
        "Vi Thị Ánh"
    ]
    paper = submissions.submission_pdf(money.ctx, made.id)
    assert "(Chờ thanh toán)" in _text(paper)
    _remit(money.ctx)
    (row,) = submissions.list_submissions(money.ctx)
    assert (row.complete, row.settled) == (False, True)
    assert submissions.submission_pdf(money.ctx, made.id) == paper


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_listed_people_are_submitted_and_not_listed_again(money: Desk) -> None:
    money.pay(0)
    first = submissions.make_list(money.ctx, MakeList(REQUEST, waiting=True)).submission
    assert money.enrolment(0).state is EnrolmentState.SUBMITTED
    with pytest.raises(UserError, match="LIST_EMPTY"):
        submissions.make_list(money.ctx, MakeList(REQUEST, waiting=True))
    money.pay(1)
    second = submissions.make_list(money.ctx, MakeList(REQUEST, waiting=True)).submission
    assert (first.number, second.number) == (1, 2)
    assert [row.id for row in submissions.list_submissions(money.ctx)] == [second.id, first.id]


def test_a_refused_list_leaves_everything_as_it_was(money: Desk) -> None:
    money.pay(0)
    with pytest.raises(UserError):
        submissions.make_list(money.ctx, MakeList(REQUEST))
    assert money.enrolment(0).state is EnrolmentState.PAID
    assert submissions.list_submissions(money.ctx) == ()


def test_history_keeps_its_bytes_whatever_changes_later(money: Desk, tmp_path: Path) -> None:
    money.pay(0)
    made = submissions.make_list(money.ctx, MakeList(REQUEST, waiting=True)).submission
    files = [tmp_path / name for name in ("list.pdf", "list.xlsx", "vendor.xlsx")]
    forms = ["", "", "vendor-d03"]

    def written() -> list[bytes]:
        for file, form in zip(files, forms, strict=True):
            submissions.export_submission(money.ctx, made.id, file, form)
        return [file.read_bytes() for file in files]

    before = written()
    _mend(money.ctx, money.entries[0], full_name="Vi Thị Ảnh", registered_hospital="20014")
    profile = replace(money.ctx.profile(), school_name="Trường khác", principal_name="Người khác")
    desk_settings.save_profile(money.ctx, profile)
    assert written() == before
    assert sorted(file.name for file in tmp_path.glob("*.part")) == []


def test_who_contradicts_is_left_off_until_kept_with_a_reason(money: Desk) -> None:
    money.pay(0)
    money.pay(1)
    _mend(money.ctx, money.entries[0], sex=Sex.MALE)
    preview = submissions.preview_list(money.ctx, REQUEST)
    assert [entry.full_name for entry in preview.entries] == ["Nông Văn Bảo"]
    (problem,) = preview.left_out
    assert (problem.full_name, problem.class_name) == ("Vi Thị Ánh", "10A1")
    assert problem.problem.code == "PERSONAL_ID_SEX"
    made = submissions.make_list(money.ctx, MakeList(REQUEST, waiting=True))
    assert made.submission.people == 1
    assert [item.full_name for item in made.left_out] == ["Vi Thị Ánh"]
    assert money.enrolment(0).state is EnrolmentState.PAID
    transfers.override_identity(money.ctx, money.entries[0], "Giấy khai sinh số 12/2010")
    kept = submissions.make_list(money.ctx, MakeList(REQUEST, waiting=True))
    assert (kept.submission.people, kept.left_out) == (1, ())


def test_where_nobody_can_be_listed_that_is_said(money: Desk) -> None:
    money.pay(0)
    _mend(money.ctx, money.entries[0], personal_id=None)
    with pytest.raises(UserError) as refused:
        submissions.make_list(money.ctx, MakeList(REQUEST, waiting=True))
    assert (refused.value.code, refused.value.params) == ("LIST_NOBODY_READY", {"people": 1})


def test_a_number_of_two_people_keeps_both_off(money: Desk) -> None:
    for place in range(3):
        money.pay(place)
    for place in (0, 2):
        _mend(money.ctx, money.entries[place], insurance_number="2012345678")
    preview = submissions.preview_list(money.ctx, REQUEST)
    assert [entry.full_name for entry in preview.entries] == ["Nông Văn Bảo"]
    codes = {item.problem.code for item in preview.left_out}
    assert codes == {"LIST_NUMBER_TWICE"}
    assert {item.problem.params["other"] for item in preview.left_out} == {
        "Vi Thị Ánh (10A1)",
        "Hoàng Chi (11A1)",
    }


def test_the_desks_usual_hospital_stands_in(money: Desk) -> None:
    money.pay(0)
    (entry,) = submissions.preview_list(money.ctx, REQUEST).entries
    assert entry.registered_hospital == "20001"
    desk_settings.save_profile(money.ctx, replace(money.ctx.profile(), usual_hospital=""))
    preview = submissions.preview_list(money.ctx, REQUEST)
    assert [item.problem.code for item in preview.problems] == ["LIST_HOSPITAL_MISSING"]
    assert (len(preview.entries), preview.left_out) == (1, ())


@pytest.mark.parametrize(
    ("setting", "shown"), [("5%", 55), ("2,5%", 52.5), ("10000", 58.78), ("", 50)]
)
def test_local_support_is_in_column_10(
    desk: Context, tmp_path: Path, setting: str, shown: float
) -> None:
    desk_settings.save_profile(desk, replace(desk.profile(), local_support=setting))
    ready = collecting(desk, ("Vi Thị Ánh",))
    _mend(desk, ready.entries[0], insurance_number="2012345678")
    ready.pay(0)
    file = tmp_path / "list.xlsx"
    submissions.export_form(desk, REQUEST, file)
    rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    assert [row[11] for row in rows if row[1] == "Vi Thị Ánh"] == [shown]


def test_receipts_are_named_on_the_line(money: Desk) -> None:
    money.pay(0, 100_000)
    money.pay(0)
    (entry,) = submissions.preview_list(money.ctx, REQUEST).entries
    assert (entry.receipt_number, entry.receipt_date) == ("0000001, 0000002", TODAY)


def test_a_round_can_be_named(money: Desk) -> None:
    money.pay(0)
    for name in ("Đợt 1", money.round_id, YEAR):
        preview = submissions.preview_list(money.ctx, replace(REQUEST, round=name))
        assert len(preview.entries) == 1
    with pytest.raises(UserError, match="ROUND_UNKNOWN"):
        submissions.preview_list(money.ctx, replace(REQUEST, round="Đợt 9"))


def test_the_vendors_sheet_is_no_list_and_has_no_paper(money: Desk, tmp_path: Path) -> None:
    money.pay(0)
    with pytest.raises(UserError) as refused:
        submissions.make_list(money.ctx, MakeList(ListRequest(TODAY, "vendor-d03"), waiting=True))
    assert refused.value.params["right"] == "Mẫu số 3 (NĐ 188/2025/NĐ-CP)"
    with pytest.raises(UserError, match="FORM_FILE_KIND"):
        submissions.export_form(
            money.ctx, ListRequest(TODAY, "vendor-d03"), tmp_path / "vendor.pdf"
        )
    with pytest.raises(UserError, match="FORM_FILE_KIND"):
        submissions.export_form(money.ctx, REQUEST, tmp_path / "list.docx")
    assert list(tmp_path.glob("*.*")) == []


def test_a_list_that_is_not_there(money: Desk) -> None:
    with pytest.raises(UserError, match="SUBMISSION_UNKNOWN"):
        submissions.submission_pdf(money.ctx, "nowhere")


def test_a_reader_makes_no_list(money: Desk) -> None:
    money.pay(0)
    reader = replace(money.ctx, account=replace(money.ctx.account, role=Role.READER))
    with pytest.raises(UserError, match="NOT_ALLOWED"):
        submissions.make_list(reader, MakeList(REQUEST, waiting=True))


def test_forms_to_choose_from() -> None:
    right = {choice.form: choice.right for choice in submissions.list_forms(date(2026, 9, 5))}
    assert right == {"mau-so-3": True, "d03-ts": False, "vendor-d03": False}
    confirmed = {item.form: item.confirmed for item in submissions.list_forms(date(2026, 4, 1))}
    assert confirmed["d03-ts"] is False


@pytest.fixture(scope="module", params=[(61, 4711), (90, 20260905)])
def school(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MadeSchool]:
    pupils_wanted, seed = request.param
    made = make_school(tmp_path_factory.mktemp("made") / "desk", pupils=pupils_wanted, seed=seed)
    yield made
    made.ctx.close()


# NĐ 188/2025: half of a pupil's premium, seven tenths of a near-poor person's.
SUPPORT = {"HS": 50, "CN": 70, "DT": 70, "GB": 50}

FACTS = """
SELECT p.full_name, p.personal_id, p.insurance_number, n.group_code, n.starts_on, n.ends_on,
       n.rule_date, v.support_percent, n.gross, n.other_support, v.evidence
FROM enrolment n JOIN person p ON p.id = n.person_id
JOIN collection_round r ON r.id = n.round_id
LEFT JOIN cover v ON v.roster_entry_id = n.roster_entry_id AND v.kind = 'part_supported'
WHERE r.school_year = ? AND n.state IN ('paid', 'submitted', 'accepted')
"""


@pytest.mark.parametrize(
    ("year", "day", "form"),
    [
        ("2026-2027", date(2026, 9, 22), "mau-so-3"),
        ("2025-2026", date(2026, 4, 20), "d03-ts"),
    ],
)
def test_each_pupils_cells_against_another_computation(
    school: MadeSchool, year: str, day: date, form: str, tmp_path: Path
) -> None:
    """From the bare rows of the store and the law's own figures, by hand."""
    rows = school.ctx.store.reader.rows(FACTS, (year,))
    file = tmp_path / "list.xlsx"
    done = submissions.export_form(school.ctx, ListRequest(day, form), file)
    assert done.people == len(rows) > 20
    sheet = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    shown = {(row[2], row[3]): row for row in sheet if isinstance(row[0], float) and row[0] >= 1}
    assert len(shown) == len(rows)
    for row in rows:
        cells = shown[row["insurance_number"] or "", row["personal_id"] or ""]
        starts, ends = (date.fromisoformat(row[name]) for name in ("starts_on", "ends_on"))
        months = (ends.year - starts.year) * 12 + ends.month - starts.month + 1
        base = 2_530_000 if row["rule_date"] >= "2026-07-01" else 2_340_000
        support = Fraction(row["support_percent"] or SUPPORT[row["group_code"]])
        start = f"{starts.month:02d}/{starts.year}"
        assert row["gross"] == round(base * 45 * months / 1000)
        assert cells[1] == row["full_name"]
        if form == "mau-so-3":
            assert cells[5] == base
            assert cells[10] == start
            assert cells[11] == float(support)
            proof = f"; {row['evidence']}" if row["evidence"] else ""
            assert cells[14] == f"{months} tháng{proof}"
            assert row["other_support"] == 0
        else:
            exact = Fraction(base * 45 * months, 1000)
            assert abs(cells[10] - exact * (100 - support) / 100) <= 1
            assert (cells[13], cells[14]) == (start, months)


def test_counts_of_the_list_are_the_overviews(school: MadeSchool) -> None:
    preview = submissions.preview_list(school.ctx, ListRequest(date(2026, 9, 22), everybody=True))
    assert len(preview.entries) == school.count().paid
    assert preview.left_out == ()
    people = sum(row.kind is RowKind.PERSON for row in preview.form.rows)
    assert people == preview.form.heading.people == len(preview.entries)
