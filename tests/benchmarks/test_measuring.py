"""The table of the benchmarks says what was measured; no time is asserted."""

from __future__ import annotations

import importlib

import pytest

from tests.benchmarks.__main__ import WORKS
from tests.benchmarks.measuring import Figure, exponent, p99, table


def test_growth_is_the_slope_between_sizes() -> None:
    assert exponent([(10, 1.0), (100, 10.0), (1_000, 100.0)]) == pytest.approx(1.0)
    assert exponent([(10, 2.0), (1_000, 2.0)]) == pytest.approx(0.0)
    assert exponent([(10, 2.0)]) is None


def test_one_call_in_a_hundred_is_slower() -> None:
    assert p99([float(number) for number in range(200)]) == 198.0
    assert p99([5.0]) == 5.0


def test_ratios_and_growth_stand_in_the_table() -> None:
    figures = [
        Figure("lists", 10, 0.002, limit=0.001, limit_name="bare", peer=0.02, peer_name="other"),
        Figure("lists", 1_000, 2.0, goal="≤ 3 x"),
    ]
    first, second = table(figures).splitlines()[2:]
    assert first == (
        "| lists | 10 | 2.00 ms | 1.00 ms (bare) | 2.00 |  | 20.00 ms (other) | 10.0 | 0 MB |  |"
    )
    assert second == "| lists | 1,000 | 2.00 s |  |  | ≤ 3 x |  |  | 0 MB | n^1.50 |"


@pytest.mark.parametrize("work", WORKS)
def test_every_work_grows_over_several_sizes(work: str) -> None:
    module = importlib.import_module(f"tests.benchmarks.{work}")
    assert len(module.SIZES) >= 3
    assert list(module.SIZES) == sorted(set(module.SIZES))
    assert callable(module.measure)
