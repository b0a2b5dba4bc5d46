"""Mẫu số 2 by keys alone in the real window: seen, printed, saved, filed, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ssdesk.services import declarations, pupils, submissions
from ssdesk.services.context import Context
from ssdesk.services.pupils import SavePupil
from ssdesk.services.submissions import ListRequest, MakeList
from ssdesk.ui.pages.school.declarations.page import DeclarationsPage
from tests import printed
from tests.services import collecting as money
from tests.services.collecting import YEAR
from tests.services.listed_school import listed_school
from tests.ui.conftest import Desk, RecordedMessages, RecordedPrinting, picture

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def made(desk: Context) -> money.Desk:
    school = listed_school(desk)
    submissions.make_list(desk, MakeList(ListRequest(date(2026, 9, 5)), waiting=True))
    facts = pupils.facts_of(pupils.get_pupil(desk, school.entries[0]))
    renamed = replace(facts, full_name="Vi Thị Ngọc Ánh", registered_hospital="20005")
    pupils.save_pupils(desk, YEAR, (SavePupil(renamed, entry_id=school.entries[0]),))
    return school


@pytest.fixture
def school(made: money.Desk, open_school: Callable[[], Desk]) -> Desk:
    return open_school()


@pytest.fixture
def page(school: Desk) -> DeclarationsPage:
    school.open("lists")
    school.key(Qt.Key.Key_F3)
    found = school.page()
    assert isinstance(found, DeclarationsPage)
    return found


def test_who_needs_one_stands_there_and_is_printed(
    school: Desk, page: DeclarationsPage, printing: RecordedPrinting, messages: RecordedMessages
) -> None:
    picture(school.window, "declarations")
    assert "2 em lần đầu" in page.subtitle()
    assert "20005" in page._changes.text()
    messages.answers.append({"evidence": "Giấy khai sinh", "hospital_20005": "TTYT Chi Lăng"})
    school.key(Qt.Key.Key_F8)
    ((_, pdf, name),) = printing.shown
    papers = printed.pages(pdf)
    assert (len(papers), name) == (3, "mau-so-2-20260905.pdf")
    assert ["Giấy khai sinh" in paper for paper in papers] == [True, False, False]
    assert "thành 20005 TTYT Chi Lăng" in papers[0]
    assert "20005 TTYT Chi Lăng" in page._changes.text()
    picture(school.window, "declarations_noted")
    messages.answers.append({})
    school.key(Qt.Key.Key_F7)
    (kept,) = {each.evidence for each in declarations.list_corrections(page.ctx)}
    assert kept == "Giấy khai sinh"


def test_evidence_is_noted_for_the_one_in_front(
    school: Desk, page: DeclarationsPage, messages: RecordedMessages
) -> None:
    messages.answers.append({"evidence": "CCCD"})
    school.key(Qt.Key.Key_F4)
    assert [row.evidence for row in page.model.rows()] == ["CCCD", "", ""]
    assert "Hồ sơ kèm theo: CCCD" in page._changes.text()


def test_a_hospitals_name_can_be_mended(
    school: Desk, page: DeclarationsPage, messages: RecordedMessages
) -> None:
    for name in ("TTYT Chi Lang", "TTYT Chi Lăng"):
        messages.answers.append({"hospital_20005": name})
        school.key(Qt.Key.Key_F4)
        assert f"20005 {name}" in page._changes.text()


def test_what_was_sent_lately_says_whose_it_is(
    school: Desk, page: DeclarationsPage, messages: RecordedMessages
) -> None:
    messages.answers.append({"evidence": ""})
    school.key(Qt.Key.Key_F7)
    shown = " ".join(each.text() for each in page._sent.findChildren(QLabel))
    assert "Vi Thị Ngọc Ánh, 05/09/2026" in shown
    assert "nơi khám 20005" in shown


def test_only_those_marked_are_saved(
    school: Desk, page: DeclarationsPage, messages: RecordedMessages, tmp_path: Path
) -> None:
    file = tmp_path / "m2.pdf"
    school.key(Qt.Key.Key_Down, SHIFT)
    messages.answers += [{"evidence": "CCCD"}, str(file)]
    school.key(Qt.Key.Key_F6)
    assert len(printed.pages(file.read_bytes())) == 2


def test_filed_corrections_are_done_and_can_be_taken_back(
    school: Desk, page: DeclarationsPage, made: money.Desk, messages: RecordedMessages
) -> None:
    messages.answers.append({"evidence": "Giấy khai sinh"})
    school.key(Qt.Key.Key_F7)
    kept = declarations.list_corrections(made.ctx)
    assert {(each.field, each.evidence) for each in kept} == {
        ("full_name", "Giấy khai sinh"),
        ("registered_hospital", "Giấy khai sinh"),
    }
    assert "0 em cần điều chỉnh" in page.subtitle()
    picture(school.window, "declarations_filed")
    messages.answers.append(True)
    school.key(Qt.Key.Key_F7, SHIFT)
    assert declarations.list_corrections(made.ctx) == ()
    assert "1 em cần điều chỉnh" in page.subtitle()


def test_the_overview_leads_here(school: Desk, made: money.Desk) -> None:
    overview = school.open("overview")
    overview._on_todo("correction")  # type: ignore[attr-defined]
    school.settle()
    assert isinstance(school.page(), DeclarationsPage)


def test_enter_opens_the_pupil(school: Desk, page: DeclarationsPage) -> None:
    school.key(Qt.Key.Key_Return)
    assert school.page().name == "pupils"


def test_nobody_needs_one(desk: Context, open_school: Callable[[], Desk]) -> None:
    school = open_school()
    school.window.show_page("declarations")
    school.settle()
    page = school.page()
    assert isinstance(page, DeclarationsPage)
    assert page._empty.isVisible()
    picture(school.window, "declarations_empty")
