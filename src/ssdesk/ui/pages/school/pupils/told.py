"""Pupils already sent to the office: what changed since, shown beside them and said on saving."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from ssdesk.services import declarations
from ssdesk.services.declarations import PupilCorrections
from ssdesk.services.pupils import PupilRow, PupilsSaved
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.pupils.panel import PupilPanel

_MANY = 200
"""More than that at once come from a file; the overview counts them."""


class ToldOffice(QObject):
    """Reads the corrections of the pupil in front, and says which saved ones need Mẫu số 2."""

    def __init__(self, page: Page, panel: PupilPanel) -> None:
        super().__init__(page)
        self._page, self._panel = page, panel
        self._entry_id = ""

    def follow(self, row: PupilRow) -> None:
        """The keyboard stands on another pupil."""
        self._entry_id = row.entry_id
        if row.enrolment is not None:
            work = partial(declarations.corrections_of, self._page.ctx, row)
            self._page.run(work, partial(self._on_read, row.entry_id))

    def _on_read(self, entry_id: str, found: PupilCorrections) -> None:
        if entry_id == self._entry_id:
            self._panel.show_corrections(found)

    def check(self, saved: PupilsSaved) -> None:
        """Says which of those just saved the office knows otherwise."""
        if len(saved.entry_ids) <= _MANY:
            work = partial(declarations.who_to_correct, self._page.ctx, saved.entry_ids)
            self._page.run(work, self._on_checked)

    def _on_checked(self, names: tuple[str, ...]) -> None:
        if names:
            who = names[0] if len(names) == 1 else self.tr("{n} em").format(n=len(names))
            text = self.tr("Đã lưu. {who} đã gửi cơ quan BHXH: cần Mẫu số 2 (Hồ sơ, F3)")
            self._page.toast(text.format(who=who), "waiting")
