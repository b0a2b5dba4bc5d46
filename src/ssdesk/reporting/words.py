"""What several reports say in the same way."""

from __future__ import annotations

from ssdesk.assets import texts
from ssdesk.domain.coverage import CoverageCount, CoverageState
from ssdesk.domain.figures import Series, Tone

STATES = (
    (CoverageState.COVERED_ELSEWHERE, Tone.OTHER),
    (CoverageState.PAID, Tone.DONE),
    (CoverageState.SIGNED_UP, Tone.WAITING),
    (CoverageState.LEFT_OVER, Tone.ACT),
)


def state_series(language: str) -> tuple[Series, ...]:
    """The four states as series of a chart."""
    names = texts(language)["states"]
    return tuple(Series(names[state.value], tone) for state, tone in STATES)


def state_values(count: CoverageCount) -> tuple[int, int, int, int]:
    """Counts in the order of `state_series`."""
    return count.covered_elsewhere, count.paid, count.signed_up, count.left_over


def per_cent(per_mille: int) -> str:
    """Tenths of a percent as `94,4%`."""
    return f"{per_mille // 10},{per_mille % 10}%"
