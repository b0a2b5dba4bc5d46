"""From one school year to the next: classes move up, the last grade leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from ssdesk.domain.school import SchoolClass, class_key, clean_class_name, grade_of_class_name


class Step(Enum):
    """What becomes of a pupil at the turn of the year.

    UP: to the class above. STAY: the same grade again. LEAVE: the last grade is done.
    """

    UP = "up"
    STAY = "stay"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class ClassMove:
    """One class of the old year and what becomes of those who move up.

    Args:
        class_id, name, grade: of the old year.
        next_name: class of the new year, empty where its pupils leave the school.
        guessed: no grade stands in the name, so that it is kept until somebody says otherwise.
    """

    class_id: str
    name: str
    grade: int
    next_name: str
    guessed: bool = False


def next_class_name(name: str, last_grade: int) -> str | None:
    """`11A1` after `10A1`, `7/2` after `6/2`; empty after the last grade, None without a grade."""
    grade = grade_of_class_name(name)
    if grade is None:
        return None
    if grade >= last_grade:
        return ""
    clean = clean_class_name(name)
    return f"{grade + 1}{clean.lstrip('0')[len(str(grade)) :]}"


def class_moves(
    classes: Sequence[SchoolClass], last_grade: int, said: Mapping[str, str]
) -> tuple[ClassMove, ...]:
    """What becomes of each class.

    Args:
        classes: of the old year, in its order.
        last_grade: of the school.
        said: next name by the old one in any spelling, where somebody chose; empty: its pupils
            leave.
    """
    chosen = {class_key(name): next_name for name, next_name in said.items()}
    moves = []
    for each in classes:
        proposed = next_class_name(each.name, last_grade)
        key = class_key(each.name)
        usual = each.name if proposed is None else proposed
        next_name = clean_class_name(chosen.get(key, usual))
        guessed = proposed is None and key not in chosen
        moves.append(ClassMove(each.id, each.name, each.grade, next_name, guessed))
    return tuple(moves)


def merged_classes(moves: Sequence[ClassMove]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Classes of the new year that several old ones would become: its name, the old names."""
    found: dict[str, list[ClassMove]] = {}
    for move in moves:
        if move.next_name:
            found.setdefault(class_key(move.next_name), []).append(move)
    return tuple(
        (group[0].next_name, tuple(move.name for move in group))
        for group in found.values()
        if len(group) > 1
    )
