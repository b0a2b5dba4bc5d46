"""What every paper is: a title, a file name and a PDF."""

from __future__ import annotations

from dataclasses import dataclass, field

from ssdesk.domain.figures import FigureRow, Report
from ssdesk.domain.heading import Heading
from ssdesk.services.changes import Changes

Rows = tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF with its title; the file name never holds a person's name."""

    title: str
    file_name: str
    pdf: bytes
    changes: Changes = field(default=Changes())


def draw(report: Report, heading: Heading, language: str) -> Paper:
    """The paper of a report; the report's name is the file's."""
    # Imported here: reportlab is slow to load and the window must not wait for it.
    from ssdesk.documents.report_pages import report_pages

    pdf = report_pages(report, heading, language)
    return Paper(report.title, f"{report.name}.pdf", pdf)
