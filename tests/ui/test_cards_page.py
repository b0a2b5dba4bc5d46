"""The cards of the classes by keyboard: a list taken in, cards handed out, the list to sign."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from ssdesk.domain.pupil import PupilFacts
from ssdesk.services.card_handouts import Place, list_cards_of_year, place_of
from ssdesk.services.card_lists import Action as Does
from ssdesk.services.cards import RecordCard, record_cards
from ssdesk.services.context import Context
from ssdesk.services.enrolments import choose_card
from ssdesk.services.overview import TodoKind
from ssdesk.services.pupils import SavePupil, get_pupil, save_pupils
from ssdesk.services.rosters import Field
from ssdesk.ui.pages.school.cards.list_page import CardsInPage
from ssdesk.ui.pages.school.cards.page import CardsPage
from ssdesk.ui.pages.school.overview.page import OverviewPage
from tests.card_lists import d09_ts
from tests.services.collecting import YEAR, collecting
from tests.ui.conftest import Desk, RecordedMessages, RecordedPrinting, picture, press

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENDS = {"Vi Thị Ánh": "08/09/2026", "Nông Văn Bảo": "30/09/2026", "Lý Chi": "31/12/2026"}


@pytest.fixture
def numbers(desk: Context) -> dict[str, str]:
    """Two classes, everybody with an insurance number."""
    found = {name: f"012087880{place}" for place, name in enumerate((*ENDS, "Mã Dung"))}
    classes = {"Lý Chi": "11A1"}
    facts = (PupilFacts(name, insurance_number=number) for name, number in found.items())
    rows = (SavePupil(each, class_name=classes.get(each.full_name, "10A1")) for each in facts)
    save_pupils(desk, YEAR, tuple(rows))
    return found


@pytest.fixture
def file(numbers: dict[str, str], tmp_path: Path) -> Path:
    people = [(name, numbers[name], "", day) for name, day in ENDS.items()]
    return d09_ts(tmp_path / "D09-TS.xlsx", ("Đang tham gia", people))


@pytest.fixture
def school(file: Path, open_school: Callable[[], Desk]) -> Desk:
    return open_school()


def _cards(school: Desk) -> CardsPage:
    school.open("lists")
    school.key(Qt.Key.Key_F4)
    page = school.page()
    assert isinstance(page, CardsPage)
    return page


def _taken(school: Desk, messages: RecordedMessages, file: Path) -> CardsPage:
    page = _cards(school)
    messages.answers.append(file)
    school.key(Qt.Key.Key_O, CTRL)
    assert isinstance(school.page(), CardsInPage)
    school.key(Qt.Key.Key_Return, CTRL)
    assert school.page() is page
    return page


def _names(page: CardsPage) -> list[str]:
    return [row.full_name for row in page.model.rows()]


def test_a_list_is_seen_row_by_row_and_then_taken(
    school: Desk, messages: RecordedMessages, file: Path
) -> None:
    page = _cards(school)
    messages.answers.append(file)
    school.key(Qt.Key.Key_O, CTRL)
    coming = school.page()
    assert isinstance(coming, CardsInPage)
    assert [row.person.full_name for row in coming.model.rows() if row.person] == list(ENDS)
    assert "3 thẻ mới" in coming.subtitle()
    assert list_cards_of_year(school.bench.ctx, YEAR)[0].card is None
    picture(school.window, "cards_in")
    school.key(Qt.Key.Key_Return, CTRL)
    assert school.page() is page
    assert "3 trong 4 em" in page.subtitle()
    picture(school.window, "cards")


def test_cards_that_end_soon_by_their_days(
    school: Desk, messages: RecordedMessages, file: Path
) -> None:
    page = _taken(school, messages, file)
    shown = {}
    for key in ("soon30", "soon15", "soon5", "none", "ended"):
        page.side.choose(key)
        shown[key] = _names(page)
    assert shown == {
        "soon30": ["Vi Thị Ánh", "Nông Văn Bảo"],
        "soon15": ["Vi Thị Ánh"],
        "soon5": ["Vi Thị Ánh"],
        "none": ["Mã Dung"],
        "ended": [],
    }


def test_a_card_that_begins_later_leaves_the_running_one_in_force(
    desk: Context, open_school: Callable[[], Desk]
) -> None:
    money = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"))
    first, second = (get_pupil(desk, entry).person_id for entry in money.entries)
    coming = date(2026, 10, 1), date(2027, 9, 30)
    record_cards(
        desk,
        (
            RecordCard(first, "2090000001", "HS", date(2025, 10, 1), date(2026, 9, 30)),
            RecordCard(first, "2090000001", "HS", *coming),
            RecordCard(second, "2090000002", "HS", *coming),
        ),
    )
    page = _cards(open_school())
    column = [item.name for item in page.model.columns].index("left")
    shown = [page.model.index(line, column).data() for line in range(2)]
    assert shown == ["thẻ cũ đến 30/09", "chưa hiệu lực"]


def test_the_overview_leads_to_the_cards_that_wait(
    desk: Context, open_school: Callable[[], Desk]
) -> None:
    money = collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"))
    choose_card(desk, money.owing[0], paper=True)
    holders = [get_pupil(desk, entry).person_id for entry in money.entries]
    days = date(2026, 10, 1), date(2027, 9, 30)
    numbers = ("2090000001", "2090000002")
    cards = (RecordCard(*each, "HS", *days) for each in zip(holders, numbers, strict=True))
    record_cards(desk, tuple(cards))
    school = open_school()
    page = school.open("overview")
    assert isinstance(page, OverviewPage)
    school.tab_to(page.todos)
    keys = page.todos.keys()
    for _ in range(keys.index(TodoKind.CARD_HELD.value)):
        school.key(Qt.Key.Key_Down)
    school.key(Qt.Key.Key_Return)
    cards_page = school.page()
    assert isinstance(cards_page, CardsPage)
    assert _names(cards_page) == ["Vi Thị Ánh"]
    assert cards_page.side.value() == "held"


def test_a_class_is_handed_out_signed_for_and_taken_back(
    school: Desk, messages: RecordedMessages, printing: RecordedPrinting, file: Path
) -> None:
    page = _taken(school, messages, file)
    page.side.choose(page.model.rows()[0].class_id)
    page.grid.setFocus()
    school.key(Qt.Key.Key_A, CTRL)
    messages.answers.append({"to": "cô Hoàng Thu"})
    school.key(Qt.Key.Key_F4)
    assert [place_of(row) for row in page.model.rows()] == [
        Place.WITH_TEACHER,
        Place.WITH_TEACHER,
        Place.NONE,
    ]
    page.grid.go_to(page.model.rows()[0].entry_id)
    messages.answers.append({})
    school.key(Qt.Key.Key_Return, CTRL)
    first = page.model.rows()[0]
    assert first.to_pupil is not None
    assert first.to_pupil.to == first.full_name
    school.key(Qt.Key.Key_F8)
    ((title, pdf, _),) = printing.shown
    assert title == "Danh sách phát thẻ bảo hiểm y tế"
    assert pdf.startswith(b"%PDF")
    messages.answers.append(True)
    school.key(Qt.Key.Key_F4, SHIFT)
    assert place_of(page.model.rows()[0]) is Place.WITH_TEACHER


def test_the_list_to_sign_is_written_as_excel(
    school: Desk, messages: RecordedMessages, file: Path, tmp_path: Path
) -> None:
    _taken(school, messages, file)
    out = tmp_path / "phat-the.xlsx"
    messages.answers.append(out)
    school.key(Qt.Key.Key_F6)
    assert out.read_bytes().startswith(b"PK")


def test_rows_to_be_looked_at_stay_out_only_when_agreed(
    school: Desk, messages: RecordedMessages, numbers: dict[str, str], tmp_path: Path
) -> None:
    people = [
        ("Vi Thị Ánh", numbers["Vi Thị Ánh"], "", "31/12/2026"),
        ("Lý Chi", numbers["Lý Chi"], "", "hạn 31/02/2026"),
    ]
    bad = d09_ts(tmp_path / "loi.xlsx", ("Đang tham gia", people))
    _cards(school)
    messages.answers.append(bad)
    school.key(Qt.Key.Key_O, CTRL)
    page = school.page()
    assert isinstance(page, CardsInPage)
    (problem,) = page.problem_model.rows()
    assert (problem.column, problem.value) == ("L", "hạn 31/02/2026")
    page.problem_grid.setFocus()
    school.key(Qt.Key.Key_Return)
    current = page.grid.current_row()
    assert current is page.model.rows()[1]
    messages.answers.append(False)
    school.key(Qt.Key.Key_Return, CTRL)
    assert school.page() is page
    messages.answers.append(True)
    school.key(Qt.Key.Key_Return, CTRL)
    held = [row.full_name for row in list_cards_of_year(school.bench.ctx, YEAR) if row.card]
    assert held == ["Vi Thị Ánh"]


def test_a_list_taken_in_is_taken_back(
    school: Desk, messages: RecordedMessages, file: Path
) -> None:
    _taken(school, messages, file)
    school.window.show_page("cards_in")
    school.settle()
    page = school.page()
    assert isinstance(page, CardsInPage)
    messages.answers.append(True)
    button = page._empty.findChildren(QPushButton)[-1]
    school.tab_to(button)
    school.key(Qt.Key.Key_Space)
    assert "3 thẻ mới" in messages.asked[-1]
    assert all(row.card is None for row in list_cards_of_year(school.bench.ctx, YEAR))


def test_columns_that_nobody_knows_are_named_on_the_page(
    school: Desk, messages: RecordedMessages, numbers: dict[str, str], tmp_path: Path
) -> None:
    strange = tmp_path / "la.csv"
    strange.write_text(f"Ai;Mã;Khi nào\nLý Chi;{numbers['Lý Chi']};31/12/2026\n", "utf-8")
    _cards(school)
    messages.answers.append(strange)
    school.key(Qt.Key.Key_O, CTRL)
    page = school.page()
    assert isinstance(page, CardsInPage)
    assert "D09-TS" in page._note.text()
    (layout,) = page._mapping.layouts if page._mapping else ()
    picture(school.window, "cards_columns")
    for index, field in enumerate((Field.FULL_NAME, Field.INSURANCE_NUMBER, Field.CARD_TO)):
        page.chooser.choose(layout.signature, index, field)
        school.settle()
    assert [row.action for row in page.model.rows()] == [Does.NEW]
    assert page._note.text() == ""
    page.grid.setFocus()
    school.key(Qt.Key.Key_Return, CTRL)
    assert isinstance(school.page(), CardsPage)


def test_a_file_dropped_on_the_page_is_read(school: Desk, file: Path) -> None:
    school.window.show_page("cards_in")
    school.settle()
    page = school.page()
    assert isinstance(page, CardsInPage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    none = Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, button, none))
    school.settle()
    assert len(page.model.rows()) == len(ENDS)
    press(page.grid, Qt.Key.Key_Escape)
    school.settle()
    assert school.page() is page
    assert page.subtitle().startswith("D09-TS hằng tháng")
