"""What a page works with: the desk's context and the window's long-lived hands."""

from __future__ import annotations

from dataclasses import dataclass, field

from ssdesk.domain.school import SchoolYear
from ssdesk.services.context import Context
from ssdesk.ui.jobs import JobRunner
from ssdesk.ui.messages import Messages
from ssdesk.ui.preferences import Preferences
from ssdesk.ui.printing import Printing
from ssdesk.ui.years import Years


@dataclass(frozen=True, slots=True)
class Bench:
    """Handed to each page by the composition root.

    Args:
        ctx: the open desk; to be used on the database thread only, except `ctx.clock`.
        jobs: runs services on the database thread.
        messages: the only opener of message boxes.
        preferences: language, appearance, remembered columns.
        printing: preview, print, save PDF files.
        years: which school year the window shows.
    """

    ctx: Context
    jobs: JobRunner
    messages: Messages
    preferences: Preferences
    printing: Printing
    years: Years = field(default_factory=Years)

    @property
    def school_year(self) -> str:
        """Name of the school year that is worked on, `2026-2027`."""
        return self.years.shown(self.year_of_today)

    @property
    def year_of_today(self) -> str:
        """Name of the school year of today."""
        return SchoolYear.containing(self.ctx.clock.today()).name
