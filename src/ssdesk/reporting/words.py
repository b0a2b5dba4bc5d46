"""Words of reports by language, and what several reports say in the same way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ssdesk import assets
from ssdesk.domain.coverage import CoverageCount, CoverageState
from ssdesk.domain.figures import Series, Tone

Words = Mapping[str, Mapping[str, str]]

STATES = (
    (CoverageState.COVERED_ELSEWHERE, Tone.OTHER),
    (CoverageState.PAID, Tone.DONE),
    (CoverageState.SIGNED_UP, Tone.WAITING),
    (CoverageState.LEFT_OVER, Tone.ACT),
)


@cache
def words(language: str) -> Words:
    """The words by section; `language` is `vi` or `en`."""
    text = assets.path(f"texts/{language}.json").read_text(encoding="utf-8")
    return MappingProxyType(json.loads(text))


def state_series(language: str) -> tuple[Series, ...]:
    """The four states as series of a chart."""
    names = words(language)["states"]
    return tuple(Series(names[state.value], tone) for state, tone in STATES)


def state_values(count: CoverageCount) -> tuple[int, int, int, int]:
    """Counts in the order of `state_series`."""
    return count.covered_elsewhere, count.paid, count.signed_up, count.left_over


def per_cent(per_mille: int) -> str:
    """Tenths of a percent as `94,4%`."""
    return f"{per_mille // 10},{per_mille % 10}%"
