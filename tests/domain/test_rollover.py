"""Classes move up by their names; the last grade leaves."""

from __future__ import annotations

import pytest

from ssdesk.domain.rollover import class_moves, merged_classes, next_class_name
from ssdesk.domain.school import SchoolClass, SchoolYear

YEAR = SchoolYear("2026-2027")


@pytest.mark.parametrize(
    ("name", "last", "after"),
    [
        ("10A1", 12, "11A1"),
        ("9A", 12, "10A"),
        ("6/2", 9, "7/2"),
        ("Lớp 11 Toán", 12, "12 Toán"),
        ("06A1", 9, "7A1"),
        ("12A1", 12, ""),
        ("9B", 9, ""),
        ("5C", 5, ""),
        ("10 a 3", 12, "11 a 3"),
        ("Chồi 2", 5, None),
        ("Chưa xếp lớp", 12, None),
    ],
)
def test_the_name_of_the_class_above(name: str, last: int, after: str | None) -> None:
    assert next_class_name(name, last) == after


def _class(name: str, grade: int) -> SchoolClass:
    return SchoolClass(f"id-{name}", YEAR, name, grade)


def test_what_somebody_said_comes_before_the_guess() -> None:
    classes = (_class("10A1", 10), _class("12A1", 12), _class("Chồi 2", 0))
    moves = class_moves(classes, 12, {"Lớp 10a1": "11 Toán"})
    assert [(move.name, move.next_name, move.guessed) for move in moves] == [
        ("10A1", "11 Toán", False),
        ("12A1", "", False),
        ("Chồi 2", "Chồi 2", True),
    ]
    assert class_moves(classes, 12, {"Chồi 2": ""})[2].next_name == ""


def test_two_classes_that_would_become_one_are_named() -> None:
    classes = (_class("10A1", 10), _class("10A2", 10), _class("11A1", 11))
    moves = class_moves(classes, 12, {"10A2": "11 a1"})
    assert merged_classes(moves) == (("11A1", ("10A1", "10A2")),)
    assert merged_classes(class_moves(classes, 12, {})) == ()
