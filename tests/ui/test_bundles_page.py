"""Bundles by keyboard: cards exchanged, a list sent, its answer seen and taken in, rows mended."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ssdesk.domain.bundle import AnswerState
from ssdesk.domain.money import format_dong
from ssdesk.services import rollover
from ssdesk.services.bundles import answering, desk_cards, sending, taking
from ssdesk.services.bundles.answering import AnswerLine
from ssdesk.services.rollover import RolloverChoices
from ssdesk.ui.bench import Bench
from ssdesk.ui.pages.school.bundles.page import BundlesPage
from ssdesk.ui.pages.settings.settings_page import SettingsPage
from tests.services.collecting import OWN_SHARE
from tests.services.two_desks import Two
from tests.ui.conftest import RecordedMessages, picture, press

CTRL = Qt.KeyboardModifier.ControlModifier
Settle = Callable[[Bench], None]


@pytest.fixture
def sent(
    two: Two,
    bench: Bench,
    messages: RecordedMessages,
    show_page: Callable[[type[BundlesPage]], BundlesPage],
    settle: Settle,
) -> BundlesPage:
    """The page after Ctrl+Enter put the first bundle on the stick."""
    two.listed()
    page = show_page(BundlesPage)
    messages.answers.append(two.stick)
    press(page.grid, Qt.Key.Key_Return, CTRL)
    settle(bench)
    return page


def _answered(two: Two, **said: object) -> object:
    (file,) = two.stick.glob("HS*.ssdesk")
    case = two.taken(file).intake.id
    line = answering.case_lines(two.office, case)[0]
    return two.answered(case, AnswerLine(line.id, **said))  # type: ignore[arg-type]


def test_ctrl_enter_puts_a_bundle_on_the_stick(sent: BundlesPage, two: Two) -> None:
    (file,) = two.stick.glob("*.ssdesk")
    assert file.name == "HS0020A-1-0001-20260905.ssdesk"
    (row,) = sent.model.rows()
    assert (row.lines, row.waiting) == (3, 3)
    assert row.bundle.listed == 3 * OWN_SHARE
    picture(sent, "bundles")


def test_the_money_shown_is_that_of_the_lists(
    two: Two,
    bench: Bench,
    messages: RecordedMessages,
    show_page: Callable[[type[BundlesPage]], BundlesPage],
    settle: Settle,
) -> None:
    two.sent()
    two.listed()
    page = show_page(BundlesPage)
    toasts: list[str] = []
    page.toast_wanted.connect(lambda text, _: toasts.append(text))
    shown = " ".join(one.text() for one in page.findChildren(QLabel))
    assert f"{format_dong(3 * OWN_SHARE)} đ" in shown
    picture(page, "bundle_next")
    assert "Mẫu số 3 số 1, 05/09/2026" in shown
    assert "Tiền của 0 biên lai mới báo" in shown
    messages.answers.append(two.stick)
    press(page.grid, Qt.Key.Key_Return, CTRL)
    settle(bench)
    assert f"1 danh sách, 3 dòng, {format_dong(3 * OWN_SHARE)} đ" in toasts[-1]


def test_thousands_have_their_dot(sent: BundlesPage) -> None:
    (row,) = sent.model.rows()
    sent.model.set_rows([dataclasses.replace(row, lines=1763)])
    shown = [sent.model.index(0, n).data() for n in range(sent.model.columnCount())]
    assert {"1.763", "chờ 1.763 dòng"} <= set(shown)


def test_last_years_list_waits_until_it_is_ticked(
    two: Two,
    bench: Bench,
    show_page: Callable[[type[BundlesPage]], BundlesPage],
    settle: Settle,
) -> None:
    two.listed()
    ctx = two.school.ctx
    rollover.apply_rollover(ctx, rollover.preview_rollover(ctx, RolloverChoices()))
    bench.years.set_known(("2026-2027", "2027-2028"), bench.year_of_today)
    page = show_page(BundlesPage)
    assert page._board is not None
    assert page._board.coming is not None
    assert page._board.coming.lists == ()
    assert page._older.isVisible()
    assert "1 danh sách năm học 2026-2027" in page._older.text()
    picture(page, "bundle_older")
    page.take_focus()
    assert page.focusWidget() is page.table.button("make")
    page._older.click()
    settle(bench)
    assert [each.school_year for each in page._board.coming.lists] == ["2026-2027"]


def test_f6_writes_the_same_bundle_again(
    sent: BundlesPage,
    two: Two,
    bench: Bench,
    messages: RecordedMessages,
    settle: Settle,
) -> None:
    (file,) = two.stick.glob("*.ssdesk")
    content = file.read_bytes()
    file.unlink()
    messages.answers.append(two.stick)
    press(sent.grid, Qt.Key.Key_F6)
    settle(bench)
    assert file.read_bytes() == content
    assert len(sending.list_bundles(sent.ctx)) == 1


def test_an_answer_is_shown_before_it_is_taken_in(
    sent: BundlesPage,
    two: Two,
    bench: Bench,
    messages: RecordedMessages,
    settle: Settle,
) -> None:
    file = _answered(two, state=AnswerState.REFUSED, remedy="Sai ngày sinh")
    messages.answers.append(file)
    press(sent.grid, Qt.Key.Key_O, CTRL)
    settle(bench)
    shown = [(row.full_name, row.answer.remedy) for row in sent.seen_model.rows()]
    assert shown[0] == ("Vi Thị Ánh", "Sai ngày sinh")
    assert len(shown) == 3
    assert taking.list_intakes(sent.ctx) == ()
    picture(sent, "bundle_answer")
    boxes = [sent._seen.findChild(QLabel), sent._seen_sum, sent.seen_grid]
    assert boxes[0] is not None
    for above, below in itertools.pairwise(boxes):
        assert above.geometry().bottom() < below.geometry().top()
    press(sent.seen_grid, Qt.Key.Key_Return, CTRL)
    settle(bench)
    assert len(taking.list_intakes(sent.ctx)) == 1
    (mend,) = sent.mend_model.rows()
    assert (mend.full_name, mend.answer.remedy) == ("Vi Thị Ánh", "Sai ngày sinh")
    (row,) = sent.model.rows()
    assert (row.accepted, row.refused) == (2, 1)


def test_esc_leaves_the_file_untaken(
    sent: BundlesPage,
    two: Two,
    bench: Bench,
    messages: RecordedMessages,
    settle: Settle,
) -> None:
    messages.answers.append(_answered(two, state=AnswerState.ACCEPTED))
    press(sent.grid, Qt.Key.Key_O, CTRL)
    settle(bench)
    press(sent.seen_grid, Qt.Key.Key_Escape)
    assert not sent._seen.isVisible()
    assert sent.grid.isVisible()
    assert taking.list_intakes(sent.ctx) == ()


def test_enter_on_a_returned_row_opens_the_pupil(
    sent: BundlesPage,
    two: Two,
    bench: Bench,
    messages: RecordedMessages,
    settle: Settle,
) -> None:
    messages.answers.append(_answered(two, state=AnswerState.REFUSED, remedy="Sai tên"))
    press(sent.grid, Qt.Key.Key_O, CTRL)
    settle(bench)
    press(sent.seen_grid, Qt.Key.Key_Return, CTRL)
    settle(bench)
    wanted: list[tuple[str, object]] = []
    sent.page_wanted.connect(lambda page, argument: wanted.append((page, argument)))
    press(sent.mend_grid, Qt.Key.Key_Return)
    assert wanted == [("pupils", two.school.entries[0])]


def test_a_wrong_file_is_told_and_nothing_changes(
    sent: BundlesPage,
    two: Two,
    bench: Bench,
    messages: RecordedMessages,
    settle: Settle,
) -> None:
    strange = two.stick / "lạ.ssdesk"
    strange.write_bytes(b"no bundle")
    messages.answers.append(strange)
    press(sent.grid, Qt.Key.Key_O, CTRL)
    settle(bench)
    assert "không phải gói dữ liệu" in messages.told[-1]
    assert not sent._seen.isVisible()


def test_without_a_card_the_page_says_what_to_do(
    bench: Bench, show_page: Callable[[type[BundlesPage]], BundlesPage]
) -> None:
    page = show_page(BundlesPage)
    assert "thẻ bàn" in page._why.text()
    assert page.table is not None
    assert not page.table.button("make").isEnabled()


def test_a_card_is_accepted_only_with_its_words(
    two: Two,
    bench: Bench,
    messages: RecordedMessages,
    show_page: Callable[[type[SettingsPage]], SettingsPage],
    settle: Settle,
) -> None:
    renewed = desk_cards.renew_keys(two.office).shown
    file = two.stick / "02001.ssdesk-card"
    file.write_text(renewed.text, "utf-8")
    page = show_page(SettingsPage)
    page.open_at("desks")
    settle(bench)
    section = page.sections["desks"]
    picture(page, "desks")
    messages.answers += [file, {"words": "mot hai ba bon nam sau bay tam"}]
    press(section.grid, Qt.Key.Key_S, CTRL)
    settle(bench)
    assert "Tám từ" in messages.told[-1]
    messages.answers += [file, {"words": renewed.words.upper()}]
    press(section.grid, Qt.Key.Key_S, CTRL)
    settle(bench)
    (peer,) = section.model.rows()
    assert peer.card.sign_key == renewed.card.sign_key


def test_every_button_of_the_section_has_words(
    two: Two,
    show_page: Callable[[type[SettingsPage]], SettingsPage],
) -> None:
    page = show_page(SettingsPage)
    page.open_at("desks")
    for button in page.sections["desks"].findChildren(QPushButton):
        assert button.text()
