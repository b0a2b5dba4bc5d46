"""The page that authors copy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt

from ssdesk.domain.person import BirthDate
from ssdesk.domain.pupil import PupilFacts
from ssdesk.services.context import Context
from ssdesk.services.pupils import SavePupil, save_pupils
from ssdesk.ui.bench import Bench
from ssdesk.ui.pages.example_page import ExamplePage
from tests.ui.conftest import picture, press


def _enter(desk: Context, *names: str) -> None:
    commands = tuple(
        SavePupil(PupilFacts(name, BirthDate(date(2010, 9, 15))), class_name="10A1")
        for name in names
    )
    save_pupils(desk, "2026-2027", commands)


def test_says_what_to_do_while_empty(
    bench: Bench, show_page: Callable[[type[ExamplePage]], ExamplePage]
) -> None:
    page = show_page(ExamplePage)
    assert page.header.subtitle.text() == "0 học sinh"
    assert not page.grid.isVisible()


def test_shows_pupils_in_vietnamese_order_and_follows_changes(
    bench: Bench,
    desk: Context,
    show_page: Callable[[type[ExamplePage]], ExamplePage],
    settle: Callable[[Bench], None],
) -> None:
    _enter(desk, "Nguyễn Văn Đạt", "Đàm Thị Ngọc Ánh")
    page = show_page(ExamplePage)
    picture(page, "example")
    bench.jobs.run(
        page,
        lambda: save_pupils(
            desk, "2026-2027", (SavePupil(PupilFacts("H'Hen Niê"), class_name="10A1"),)
        ),
    )
    settle(bench)
    assert [page.model.data(page.model.index(n, 0)) for n in range(3)] == [
        "Đàm Thị Ngọc Ánh",
        "Nguyễn Văn Đạt",
        "H'Hen Niê",
    ]
    page.grid.setFocus()
    press(page.grid, Qt.Key.Key_Down)
    press(page.grid, Qt.Key.Key_F9)
