"""What a benchmark measures, and how its figures become one table."""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

HEAD = (
    "| work | size | ours | raw limit | x limit | goal | peer | peer x ours | memory | growth |",
    "|---|---:|---:|---:|---:|---|---:|---:|---:|---|",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; times in seconds.

    Args:
        size: rows, people, payments: what the work grows with.
        limit: the least that the machine needs for it, None where nothing is comparable.
        peer: the same work done as a user would do it without the program.
        goal: what is asked for, in words.
        memory: most memory of the process, in megabytes.
    """

    work: str
    size: int
    ours: float
    limit: float | None = None
    limit_name: str = ""
    peer: float | None = None
    peer_name: str = ""
    goal: str = ""
    memory: int = 0


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of the processor that a work took, and what it gave."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def best(work: Callable[[], object], rounds: int = 3) -> float:
    """Seconds of the fastest of some rounds, by the clock on the wall."""
    return each(lambda _: work(), rounds)[0]


def each(work: Callable[[int], object], times: int) -> list[float]:
    """Sorted seconds of every call, by the clock on the wall."""
    taken = []
    for number in range(times):
        start = time.perf_counter()
        work(number)
        taken.append(time.perf_counter() - start)
    return sorted(taken)


def p99(taken: Sequence[float]) -> float:
    """The time that one call in a hundred is slower than."""
    return taken[min(int(len(taken) * 0.99), len(taken) - 1)]


def exponent(points: Sequence[tuple[int, float]]) -> float | None:
    """The b of time = a * size**b that fits best; None for fewer than two sizes."""
    logs = [(math.log(size), math.log(seconds)) for size, seconds in points if size and seconds]
    if len({x for x, _ in logs}) < 2:
        return None
    middle_x = sum(x for x, _ in logs) / len(logs)
    middle_y = sum(y for _, y in logs) / len(logs)
    above = sum((x - middle_x) * (y - middle_y) for x, y in logs)
    return above / sum((x - middle_x) ** 2 for x, _ in logs)


def table(figures: Sequence[Figure]) -> str:
    """All figures as Markdown; the growth of a work stands at its largest size."""
    points: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for figure in figures:
        points[figure.work].append((figure.size, figure.ours))
    lines = [*HEAD]
    for figure in figures:
        grown = exponent(points[figure.work])
        largest = figure.size == max(size for size, _ in points[figure.work])
        growth = f"n^{grown:.2f}" if largest and grown is not None else ""
        lines.append(_line(figure, growth))
    return "\n".join(lines) + "\n"


def _line(figure: Figure, growth: str) -> str:
    cells = [
        figure.work,
        f"{figure.size:,}",
        _seconds(figure.ours),
        _beside(figure.limit, figure.limit_name),
        f"{figure.ours / figure.limit:.2f}" if figure.limit else "",
        figure.goal,
        _beside(figure.peer, figure.peer_name),
        f"{figure.peer / figure.ours:.1f}" if figure.peer else "",
        f"{figure.memory} MB",
        growth,
    ]
    return f"| {' | '.join(cells)} |"


def _beside(seconds: float | None, name: str) -> str:
    return "" if seconds is None else f"{_seconds(seconds)} ({name})"


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"
