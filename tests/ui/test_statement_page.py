"""Bank statements by keys alone in the real window: taken in, explained, nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ssdesk.services import statements
from ssdesk.services.context import Context
from ssdesk.services.receipts import receipts_of_book
from ssdesk.ui.pages.school.statement.page import StatementPage
from ssdesk.ui.pages.school.statement.words import StatementRow
from tests.services import collecting as money
from tests.services.collecting import OWN_SHARE
from tests.ui.conftest import Desk, RecordedMessages, picture

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made(desk: Context) -> money.Desk:
    return money.collecting(desk, ("Vi Thị Ánh", "Nông Văn Bảo"), ("Hoàng Chi",))


@pytest.fixture
def school(made: money.Desk, open_school: Callable[[], Desk]) -> Desk:
    return open_school()


@pytest.fixture
def page(school: Desk) -> StatementPage:
    school.open("money_on")
    school.key(Qt.Key.Key_B, CTRL)
    found = school.page()
    assert isinstance(found, StatementPage)
    return found


@pytest.fixture
def file(made: money.Desk, tmp_path: Path) -> Path:
    codes = statements.slip_codes(made.ctx, made.owing)
    rows = (
        (f"MBVCB.8812 {codes[made.owing[0]]} Vi Thi Anh nop BHYT", OWN_SHARE),
        ("me chau Bao nop tien bhyt", OWN_SHARE),
        ("Hoang Chi 11A1", OWN_SHARE + 16_900),
        ("tien an ban tru thang 9", 500_000),
    )
    found = tmp_path / "sao-ke.csv"
    lines = [f"05/09/2026;FT{at};{memo};{amount}" for at, (memo, amount) in enumerate(rows)]
    heading = "Ngày giao dịch;Số tham chiếu;Nội dung;Ghi có"
    found.write_text("\n".join([heading, *lines]) + "\n", "utf-8")
    return found


def _open(school: Desk, messages: RecordedMessages, file: Path) -> None:
    messages.answers.append(str(file))
    school.key(Qt.Key.Key_O, CTRL)


def _type(page: StatementPage, memo: str, **cells: str) -> None:
    names = [column.name for column in page.model.columns]
    line = next(at for at, row in enumerate(page.model.rows()) if memo in row.memo)
    page.model.put_cells([(line, names.index(name), text) for name, text in cells.items()])


def test_an_empty_page_offers_the_first_statement(school: Desk, page: StatementPage) -> None:
    picture(school.window, "statement_empty")
    assert page._empty.isVisible()


def test_a_file_is_looked_at_then_taken_in(
    school: Desk, page: StatementPage, made: money.Desk, messages: RecordedMessages, file: Path
) -> None:
    _open(school, messages, file)
    picture(school.window, "statement_preview")
    assert receipts_of_book(made.ctx, made.book_id) == ()
    assert [page._words.chip(row).text for row in page.file_model.rows()] == [
        "đủ tiền",
        "không có mã",
        "không có mã",
        "không có mã",
    ]
    school.key(Qt.Key.Key_Return, CTRL)
    assert [row.amount for row in receipts_of_book(made.ctx, made.book_id)] == [OWN_SHARE]
    assert "3" in page.subtitle()
    picture(school.window, "statement_open_lines")


def test_esc_leaves_a_file_without_a_trace(
    school: Desk, page: StatementPage, made: money.Desk, messages: RecordedMessages, file: Path
) -> None:
    _open(school, messages, file)
    school.key(Qt.Key.Key_Escape)
    assert statements.list_lines(made.ctx) == ()
    assert page._empty.isVisible()


def test_the_rest_is_explained_by_typing_names(
    school: Desk, page: StatementPage, made: money.Desk, messages: RecordedMessages, file: Path
) -> None:
    _open(school, messages, file)
    school.key(Qt.Key.Key_Return, CTRL)
    _type(page, "Bao", pupil="bao")
    _type(page, "Chi", pupil="chi")
    _type(page, "ban tru", reason="tiền ăn bán trú")
    school.key(Qt.Key.Key_Return, CTRL)
    assert "16.900" in page._foot.text()
    assert made.enrolment(1).paid == 0
    _type(page, "Chi", reason="trả lại phụ huynh")
    picture(school.window, "statement_typed")
    school.key(Qt.Key.Key_Return, CTRL)
    assert [made.enrolment(place).paid for place in range(3)] == [OWN_SHARE] * 3
    assert statements.list_lines(made.ctx, only_open=True) == ()
    picture(school.window, "statement_done")


def test_names_that_nobody_or_several_bear_are_said_at_the_cell(
    school: Desk, page: StatementPage, made: money.Desk, messages: RecordedMessages, file: Path
) -> None:
    _open(school, messages, file)
    school.key(Qt.Key.Key_Return, CTRL)
    _type(page, "Bao", pupil="khong co")
    school.key(Qt.Key.Key_Return, CTRL)
    assert "khong co" in page._foot.text()
    assert made.enrolment(1).paid == 0


def test_a_bank_with_strange_headings_is_asked_about_once(
    school: Desk, page: StatementPage, made: money.Desk, messages: RecordedMessages, tmp_path: Path
) -> None:
    code = statements.slip_codes(made.ctx, made.owing)[made.owing[0]]
    strange = tmp_path / "la.csv"
    strange.write_text(f"x;y;z\n05/09/2026;{OWN_SHARE};{code}\n", "utf-8")
    messages.answers.append(str(strange))
    messages.answers.append({"booked_on": "0", "credit": "1", "memo": "2"})
    school.key(Qt.Key.Key_O, CTRL)
    assert page._plan is not None
    school.key(Qt.Key.Key_Return, CTRL)
    assert made.enrolment(0).paid == OWN_SHARE


def _write(page: StatementPage, school: Desk, text: str) -> None:
    for letter in text:
        QTest.keyClicks(school.focused(), letter)
        school.qtbot.wait(60)  # a hand's pace: faster keys are held to be a scanner's
    school.key(Qt.Key.Key_Return)


def test_a_statement_is_walked_by_keys_alone(
    school: Desk, page: StatementPage, made: money.Desk, messages: RecordedMessages, tmp_path: Path
) -> None:
    codes = statements.slip_codes(made.ctx, made.owing)
    swapped = codes[made.owing[0]][:-2] + codes[made.owing[0]][:-3:-1]
    rows = (
        (f"{swapped} nop bhyt", 300_000),
        ("Nong Van Bao 10A1 va Hoang Chi 11A1 bhyt", 2 * OWN_SHARE),
        ("Chuyen tien", OWN_SHARE - 300_000),
        ("tien ung ho", 500_000),
    )
    file = tmp_path / "sao-ke.csv"
    lines = [f"05/09/2026;G{at};{memo};{amount}" for at, (memo, amount) in enumerate(rows)]
    file.write_text("\n".join(["Ngày giao dịch;Số tham chiếu;Nội dung;Ghi có", *lines]), "utf-8")
    _open(school, messages, file)
    school.key(Qt.Key.Key_Return, CTRL)
    assert page.grid.hasFocus()
    walked = []
    for _ in rows:
        row = page.grid.current_row()
        assert isinstance(row, StatementRow)
        walked.append(row.memo)
        if row.memo == "Chuyen tien":
            page.grid.setCurrentIndex(page.model.index(page.grid.currentIndex().row(), 0))
            _write(page, school, "anh 10a1")
            assert "Vi Thị Ánh 10A1" in page._memo.text()
            school.key(Qt.Key.Key_F8)
        elif row.memo == "tien ung ho":
            assert "Có thể" not in page._memo.text()
            school.key(Qt.Key.Key_F8)
        else:
            assert "Có thể là" in page._memo.text()
            picture(school.window, "statement_guess")
            school.key(Qt.Key.Key_Return)
    assert len(set(walked)) == 4
    assert [made.enrolment(place).paid for place in range(3)] == [0, 0, 0]
    picture(school.window, "statement_walked")
    school.key(Qt.Key.Key_Return, CTRL)
    assert [made.enrolment(place).paid for place in range(3)] == [OWN_SHARE] * 3
    (left,) = statements.list_lines(made.ctx, only_open=True)
    assert left.line.memo == "tien ung ho"
