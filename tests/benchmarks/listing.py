"""The roster's page: every pupil of a school year with cover, enrolment and money."""

from __future__ import annotations

from pathlib import Path

from ssdesk.services import pupils
from tests.benchmarks.desks import add_pupils, new_desk
from tests.benchmarks.measuring import Figure, best
from tests.services.collecting import YEAR

SIZES = (1_024, 20_000, 154_489)
_RAW = (
    "SELECT e.*, p.*, c.name AS class_name FROM roster_entry e JOIN person p ON p.id = e.person_id"
    " JOIN school_class c ON c.id = e.class_id WHERE e.school_year = ?"
    " ORDER BY c.sort_key, p.sort_key, e.id"
)


def measure(folder: Path, size: int) -> Figure:
    """All `size` pupils as rows, beside the bare join in the same order."""
    ctx = new_desk(folder)
    add_pupils(ctx, size)
    ours = best(lambda: pupils.list_pupils(ctx, YEAR))
    limit = best(lambda: ctx.store.reader.rows(_RAW, (YEAR,)))
    ctx.close()
    return Figure(
        "roster of a year listed",
        size,
        ours,
        limit=limit,
        limit_name="bare join",
        goal="linear",
    )
