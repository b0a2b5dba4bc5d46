"""A school from September to the next September in the real window, an office beside it.

Each step is done by keys; only the office, a store of its own, is played by its services.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ssdesk.clock import FixedClock
from ssdesk.domain.bundle import AnswerState
from ssdesk.domain.enrolment import EnrolmentState
from ssdesk.domain.stopping import StopState
from ssdesk.services import declarations, pupils, statements, year_close
from ssdesk.services.bundles import answering
from ssdesk.services.bundles.answering import AnswerLine
from ssdesk.services.cards import list_cards
from ssdesk.services.pupils import SavePupil
from ssdesk.services.stops import stop_of
from ssdesk.ui.pages.school.bundles.page import BundlesPage
from ssdesk.ui.pages.school.collection.page import CollectionPage
from ssdesk.ui.pages.school.lists.page import ListsPage
from ssdesk.ui.pages.school.pupils.page import PupilsPage
from tests.card_lists import d09_ts
from tests.services.collecting import YEAR
from tests.services.two_desks import Two
from tests.ui.conftest import Desk, RecordedMessages, RecordedPrinting, picture

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NEXT = "2027-2028"


@dataclass
class Year:
    """The window, both stores, and what stands in for dialogs and the printer."""

    school: Desk
    two: Two
    clock: FixedClock
    messages: RecordedMessages
    printing: RecordedPrinting

    def on(self, year: int, month: int, day: int) -> None:
        """Another day begins."""
        self.clock.moment = datetime(year, month, day, 8, 0)
        self.two.office.clock.moment = datetime(year, month, day, 9, 0)  # type: ignore[attr-defined]

    def says(self, *answers: object) -> None:
        """What the person answers next."""
        self.messages.answers += answers

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.school.key(key, modifier)
        assert not self.messages.told, self.messages.told

    def newest(self) -> Path:
        """The bundle that was written last."""
        return max(self.two.stick.glob("HS*.ssdesk"), key=lambda file: file.name)


@pytest.fixture
def year(
    two: Two,
    clock: FixedClock,
    open_school: Callable[[], Desk],
    messages: RecordedMessages,
    printing: RecordedPrinting,
) -> Year:
    return Year(open_school(), two, clock, messages, printing)


def test_from_september_to_the_next(year: Year, tmp_path: Path) -> None:
    _first_list_and_its_answer(year)
    _the_returned_pupil_goes_again(year)
    _a_correction(year)
    _the_offices_monthly_list(year, tmp_path / "d09.xlsx")
    _a_refund(year)
    _newcomers_in_a_second_and_a_third_round(year, tmp_path)
    _the_year_is_closed(year)
    _the_next_year_begins(year, tmp_path / "thang-tam.csv")


def _transferred(year: Year) -> None:
    year.school.open("money_on")
    year.says({})
    year.key(Qt.Key.Key_F9)
    year.says({"bank_reference": "FT1", "transferred_on": year.clock.today()})
    year.key(Qt.Key.Key_F6)


def _first_list_and_its_answer(year: Year) -> None:
    _transferred(year)
    year.school.open("lists")
    year.says(True)
    year.key(Qt.Key.Key_Return, CTRL)
    year.key(Qt.Key.Key_F7)
    year.says(str(year.two.stick))
    year.key(Qt.Key.Key_Return, CTRL)
    case = year.two.taken(year.newest()).intake.id
    line = answering.case_lines(year.two.office, case)[0]
    wrong = AnswerLine(line.id, AnswerState.REFUSED, remedy="sai ngày sinh")
    answer = year.two.answered(case, wrong)
    year.says(str(answer))
    year.key(Qt.Key.Key_O, CTRL)
    year.key(Qt.Key.Key_Return, CTRL)
    states = [year.two.school.enrolment(place).state for place in range(3)]
    assert states == [EnrolmentState.RETURNED, EnrolmentState.ACCEPTED, EnrolmentState.ACCEPTED]
    picture(year.school.window, "year_answered")


def _the_returned_pupil_goes_again(year: Year) -> None:
    entry_id = year.two.school.entries[0]
    facts = pupils.facts_of(pupils.get_pupil(year.two.school.ctx, entry_id))
    mended = replace(facts, full_name="Vi Thị Ngọc Ánh")
    pupils.save_pupils(year.two.school.ctx, YEAR, (SavePupil(mended, entry_id=entry_id),))
    year.on(2026, 9, 20)
    year.school.open("lists")
    year.says(True)
    year.key(Qt.Key.Key_Return, CTRL)
    page = year.school.page()
    assert isinstance(page, ListsPage)
    assert [row.people for row in page.model.rows()] == [1, 3]
    year.key(Qt.Key.Key_F7)
    year.says(str(year.two.stick))
    year.key(Qt.Key.Key_Return, CTRL)
    case = year.two.taken(year.newest()).intake.id
    year.says(str(year.two.answered(case)))
    year.key(Qt.Key.Key_O, CTRL)
    year.key(Qt.Key.Key_Return, CTRL)
    assert year.two.school.enrolment(0).state is EnrolmentState.ACCEPTED
    bundles = year.school.page()
    assert isinstance(bundles, BundlesPage)
    assert [(row.refused, row.waiting) for row in bundles.model.rows()] == [(0, 0), (0, 0)]


def _a_correction(year: Year) -> None:
    entry_id = year.two.school.entries[1]
    facts = pupils.facts_of(pupils.get_pupil(year.two.school.ctx, entry_id))
    moved = replace(facts, registered_hospital="20005")
    pupils.save_pupils(year.two.school.ctx, YEAR, (SavePupil(moved, entry_id=entry_id),))
    year.on(2026, 10, 2)
    year.school.open("lists")
    year.key(Qt.Key.Key_F3)
    year.says({"evidence": "đơn của phụ huynh"})
    year.key(Qt.Key.Key_F8)
    assert year.printing.shown[-1][2] == "mau-so-2-20261002.pdf"
    year.says({})
    year.key(Qt.Key.Key_F7)
    (kept,) = declarations.list_corrections(year.two.school.ctx)
    assert (kept.field, kept.new_value) == ("registered_hospital", "20005")
    assert kept.evidence == "đơn của phụ huynh"


def _the_offices_monthly_list(year: Year, file: Path) -> None:
    names = ("Vi Thị Ngọc Ánh", "Nông Văn Bảo", "Hoàng Chi")
    people = [
        (name, f"202012345{place}", "15/09/2010", "HS, từ 01/10/2026 đến 30/09/2027")
        for place, name in enumerate(names)
    ]
    d09_ts(file, ("Tăng", people))
    year.on(2026, 11, 5)
    year.school.open("lists")
    year.key(Qt.Key.Key_F4)
    year.says(str(file))
    year.key(Qt.Key.Key_O, CTRL)
    picture(year.school.window, "year_cards_in")
    year.key(Qt.Key.Key_Return, CTRL)
    numbers = [
        pupils.get_pupil(year.two.school.ctx, entry_id).insurance_number
        for entry_id in year.two.school.entries
    ]
    assert numbers == ["2020123450", "2020123451", "2020123452"]
    person_id = pupils.get_pupil(year.two.school.ctx, year.two.school.entries[0]).person_id
    assert list_cards(year.two.school.ctx, person_id)


def _a_refund(year: Year) -> None:
    year.on(2026, 12, 10)
    page = year.school.open("pupils")
    page.open_at(year.two.school.entries[2])
    year.school.settle()
    year.says(
        {
            "effective_on": date(2027, 3, 1),
            "evidence": "thẻ hộ nghèo",
            "account_holder": "Hoàng Văn Páo",
            "account_number": "8400205123456",
            "account_bank": "Agribank",
        }
    )
    year.key(Qt.Key.Key_F9, SHIFT)
    year.school.open("lists")
    year.says(True)
    year.key(Qt.Key.Key_Return, CTRL)
    year.key(Qt.Key.Key_F7)
    year.says(str(year.two.stick))
    year.key(Qt.Key.Key_Return, CTRL)
    case = year.two.taken(year.newest()).intake.id
    lines = answering.case_lines(year.two.office, case)
    assert [(each.line.full_name, each.line.change_type) for each in lines] == [
        ("Hoàng Chi", "GH"),
        ("Nông Văn Bảo", "DC"),  # October's correction travels with the next list
    ]
    year.says(str(year.two.answered(case)))
    year.key(Qt.Key.Key_O, CTRL)
    year.key(Qt.Key.Key_Return, CTRL)
    stop = stop_of(year.two.school.ctx, year.two.school.owing[2])
    assert stop is not None
    assert stop.state is StopState.REFUNDED
    picture(year.school.window, "year_refunded")


def _newcomers_in_a_second_and_a_third_round(year: Year, folder: Path) -> None:
    ctx = year.two.school.ctx
    for month, name in ((1, "Tô Mới Đến"), (4, "Lưu Đến Sau")):
        year.on(2027, month, 4)
        facts = pupils.PupilFacts(name, personal_id=f"02021000000{month}")
        joined = ctx.clock.today()
        pupils.save_pupils(ctx, YEAR, (SavePupil(facts, class_name="10A1", joined_on=joined),))
        year.school.open("collection")
        year.says({"name": f"Đợt tháng {month}"}, True)
        year.key(Qt.Key.Key_N, CTRL)
        year.key(Qt.Key.Key_F4)
        page = year.school.page()
        assert isinstance(page, CollectionPage)
        (row,) = [row for row in page.model.rows() if row.owes]
        assert row.pupil.full_name == name
        assert row.enrolment is not None
        code = statements.slip_codes(ctx, (row.enrolment.id,))[row.enrolment.id]
        _paid_by_transfer(year, folder / f"sao-ke-{month}.csv", code, row.owes)


def _paid_by_transfer(year: Year, file: Path, code: str, amount: int) -> None:
    today = year.clock.today()
    file.write_text(
        "Ngày giao dịch;Số tham chiếu;Nội dung;Ghi có\n"
        f"{today:%d/%m/%Y};FT{today:%m};CK {code} BHYT;{amount}\n",
        "utf-8",
    )
    year.school.open("money_on")
    year.key(Qt.Key.Key_B, CTRL)
    year.says(str(file))
    year.key(Qt.Key.Key_O, CTRL)
    year.key(Qt.Key.Key_Return, CTRL)
    assert statements.list_lines(year.two.school.ctx, only_open=True) == ()


def _the_year_is_closed(year: Year) -> None:
    year.on(2027, 6, 10)
    _transferred(year)
    year.school.open("reports")
    year.key(Qt.Key.Key_F9)
    year.says("hai em mới chờ cơ quan BHXH trả lời")
    year.key(Qt.Key.Key_Return, CTRL)
    assert year_close.read_close(year.two.school.ctx, YEAR).closed
    assert year.school.window.top.year.text() == "Năm học 2026-2027 · đã khóa"
    picture(year.school.window, "year_is_closed")


def _the_next_year_begins(year: Year, roster: Path) -> None:
    year.on(2027, 8, 5)
    year.school.open("pupils")
    year.key(Qt.Key.Key_N, CTRL | SHIFT)
    year.says(True)
    year.key(Qt.Key.Key_Return, CTRL)
    assert year.school.bench.school_year == NEXT
    roster.write_text(
        "STT;Họ và tên;Ngày sinh;Lớp;Mã số BHXH\n"
        "1;Vi Thị Ngọc Ánh;15/09/2010;11A1;2020123450\n"
        "2;Nông Văn Bảo;15/09/2010;11A2;2020123451\n"
        "3;Hoàng Chi;15/09/2010;12A1;2020123452\n"
        "4;Người Mới;02/03/2012;10A1;\n",
        "utf-8",
    )
    year.says(str(roster))
    year.key(Qt.Key.Key_O, CTRL)
    picture(year.school.window, "year_august_roster")
    year.key(Qt.Key.Key_Return, CTRL)
    page = year.school.page()
    assert isinstance(page, PupilsPage)
    found = {row.full_name: row.class_name for row in page.model.rows()}
    assert found["Nông Văn Bảo"] == "11A2"
    assert found["Người Mới"] == "10A1"
    assert len(found) == 6
    year.school.window.top.year_wanted.emit(YEAR)
    year.school.settle()
    old = year.school.open("pupils")
    assert isinstance(old, PupilsPage)
    assert {row.class_name for row in old.model.rows()} == {"10A1", "11A1"}
