"""The narrow list beside a grid: filling it is no choice of the person."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ssdesk.ui.widgets.side_list import SideList, SideRow, elided
from tests.ui.conftest import press

CLASSES = [SideRow("*", "Tất cả"), SideRow("a", "10A1"), SideRow("b", "10A2")]


@pytest.fixture
def classes(qtbot: QtBot) -> Iterator[SideList]:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = SideList("LỚP", holder)
    made.set(CLASSES)
    holder.show()
    yield made
    holder.deleteLater()


def test_filling_tells_nobody_and_keeps_the_place(classes: SideList) -> None:
    told: list[str] = []
    classes.choose("b")
    classes.chosen.connect(told.append)
    classes.set([SideRow("*", "Tất cả"), SideRow("b", "10A2"), SideRow("c", "10A3")])
    assert classes.value() == "b"
    classes.set(CLASSES, "a")
    assert classes.value() == "a"
    assert told == []


def test_long_words_leave_the_value_alone(classes: SideList) -> None:
    metrics = classes.lines.fontMetrics()
    book = SideRow("x", "BH26-20/E/1 quyển điện tử", "còn 2000")
    classes.set([book])
    assert classes.width() > 138
    width = 160
    shown = elided(metrics, book, width)
    assert shown.startswith("BH26")
    assert shown.endswith("…")
    assert metrics.horizontalAdvance(shown) + metrics.horizontalAdvance(book.value) <= width
    assert elided(metrics, SideRow("a", "10A1", "39"), 120) == "10A1"


def test_the_arrows_choose(classes: SideList) -> None:
    told: list[str] = []
    classes.chosen.connect(told.append)
    press(classes.lines, Qt.Key.Key_Down)
    press(classes.lines, Qt.Key.Key_End)
    assert told == ["a", "b"]


def test_the_arrows_pass_over_a_heading(classes: SideList) -> None:
    classes.set([SideRow("", "LỚP"), *CLASSES[:2], SideRow("", "QUYỂN"), CLASSES[2]], "a")
    told: list[str] = []
    classes.chosen.connect(told.append)
    press(classes.lines, Qt.Key.Key_Down)
    assert classes.value() == "b"
    press(classes.lines, Qt.Key.Key_Up)
    assert classes.value() == "a"
    press(classes.lines, Qt.Key.Key_Home)
    assert classes.value() == "*"
    assert told == ["b", "a", "*"]
