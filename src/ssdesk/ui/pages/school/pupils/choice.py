"""Which pupils of the year the page shows: a class, a state, or some by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ssdesk.domain.coverage import CoverageState
from ssdesk.services.pupils import PupilRow

ALL = "*"


@dataclass(frozen=True, slots=True)
class Choice:
    """A class, and within it all or only some.

    Args:
        class_id: `ALL` for the whole school.
        only: pupils in one state, or these entries; None for all.
    """

    class_id: str = ALL
    only: CoverageState | frozenset[str] | None = None

    def in_class(self, rows: Sequence[PupilRow]) -> tuple[PupilRow, ...]:
        """The class whole."""
        if self.class_id == ALL:
            return tuple(rows)
        return tuple(row for row in rows if row.class_id == self.class_id)

    def of(self, rows: Sequence[PupilRow]) -> tuple[PupilRow, ...]:
        """What is shown."""
        found = self.in_class(rows)
        if isinstance(self.only, CoverageState):
            return tuple(row for row in found if row.state is self.only)
        if self.only is not None:
            return tuple(row for row in found if row.entry_id in self.only)
        return found
