"""What is done with pupils one by one or several at once: each asks, runs its service, tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from ssdesk.domain.scanned import ScannedCard
from ssdesk.services import classes, covers, pupils, transfers
from ssdesk.services.classes import ClassesSaved
from ssdesk.services.covers import CoversSaved
from ssdesk.services.pupils import ClassRow, PupilRow, PupilsSaved
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.pupils.forms import PupilForms


class PupilActs(QObject):
    """Acts on the pupils the page says are chosen.

    Signals:
        stored: a pupil was stored by the form (its entry).
        saved: what was stored, once told.
    """

    stored = Signal(str)
    saved = Signal(object)

    def __init__(self, page: Page, chosen: Callable[[], Sequence[PupilRow]]) -> None:
        super().__init__(page)
        self._page = page
        self._chosen = chosen
        self._forms = PupilForms(page)

    # One pupil ------------------------------------------------------------------------------

    def edit(
        self, row: PupilRow | None, class_name: str, scanned: ScannedCard | None = None
    ) -> None:
        """A pupil by form; None: a newcomer, from a scanned card where there is one."""
        command = self._forms.pupil(row, class_name, scanned)
        if command is not None:
            year = self._page.bench.school_year
            work = partial(pupils.save_pupils, self._page.ctx, year, (command,))
            self._page.run(work, partial(self._on_stored, command.facts.full_name))

    def _on_stored(self, name: str, saved: PupilsSaved) -> None:
        self.stored.emit(saved.entry_ids[0])
        self._page.toast(self.tr("Đã lưu {name}").format(name=name))
        self.saved.emit(saved)

    def transfer_out(self) -> None:
        """A pupil leaves the school."""
        rows = self._chosen()
        command = self._forms.leave(rows[0]) if rows else None
        if command is not None:
            self._page.run(
                partial(transfers.transfer_out, self._page.ctx, command),
                self._telling(self.tr("Đã ghi chuyển đi; em vẫn ở trong sổ năm học")),
            )

    def note_reason(self) -> None:
        """Why a pupil is not covered yet."""
        rows = self._chosen()
        if not rows:
            return
        text = self.tr("Vì sao {name} chưa tham gia?").format(name=rows[0].full_name)
        reason = self._ask_reason(self.tr("Lý do chưa tham gia"), text)
        if reason:
            entry_id = rows[0].entry_id
            self._page.run(
                partial(transfers.set_left_over_reason, self._page.ctx, entry_id, reason),
                self._telling(self.tr("Đã ghi lý do")),
            )

    def override_identity(self) -> None:
        """Keep a number that contradicts birth date or sex, with a reason."""
        rows = self._chosen()
        if not rows:
            return
        text = self.tr("Giữ số {number} của {name} dù trái ngày sinh hoặc giới tính. Căn cứ?")
        said = text.format(number=rows[0].personal_id or "", name=rows[0].full_name)
        reason = self._ask_reason(self.tr("Giữ số định danh"), said)
        if reason:
            entry_id = rows[0].entry_id
            self._page.run(
                partial(transfers.override_identity, self._page.ctx, entry_id, reason),
                self._telling(self.tr("Đã ghi lý do")),
            )

    # One or several -------------------------------------------------------------------------

    def set_cover(self) -> None:
        """Another group's card."""
        rows = self._chosen()
        command = self._forms.cover(rows) if rows else None
        if command is not None:
            self._page.run(partial(covers.set_cover, self._page.ctx, command), self._on_cover)

    def end_cover(self) -> None:
        """The other group's card was a mistake or is gone."""
        rows = [row for row in self._chosen() if row.cover is not None]
        if not rows:
            return
        text = self.tr("Bỏ thẻ khác của {count} em. Vì sao?").format(count=len(rows))
        reason = self._ask_reason(self.tr("Bỏ thẻ khác"), text)
        if reason:
            entry_ids = tuple(row.entry_id for row in rows)
            work = partial(covers.end_cover, self._page.ctx, entry_ids, reason)
            self._page.run(work, self._on_cover)

    def _on_cover(self, saved: CoversSaved) -> None:
        self._page.toast(self.tr("Đã ghi cho {count} em").format(count=len(saved.entry_ids)))

    def move(self, known: Sequence[ClassRow]) -> None:
        """Into another class."""
        rows = self._chosen()
        command = self._forms.move(rows, tuple(one.name for one in known)) if rows else None
        if command is not None:
            year = self._page.bench.school_year
            work = partial(transfers.move_pupils, self._page.ctx, year, command)
            self._page.run(work, self._on_moved)

    def _on_moved(self, saved: PupilsSaved) -> None:
        self._page.toast(self.tr("Đã chuyển lớp {count} em").format(count=len(saved.entry_ids)))

    # A class --------------------------------------------------------------------------------

    def mend_class(self, known: ClassRow) -> None:
        """Who leads a class, and its code."""
        command = self._forms.school_class(known)
        if command is not None:
            work = partial(classes.set_classes, self._page.ctx, (command,))
            self._page.run(work, self._on_class_saved)

    def _on_class_saved(self, _: ClassesSaved) -> None:
        self._page.toast(self.tr("Đã ghi thông tin lớp"))

    def _ask_reason(self, title: str, text: str) -> str | None:
        return self._page.bench.messages.ask_reason(self._page, title, text)

    def _telling(self, text: str) -> Callable[[PupilsSaved], None]:
        def tell(_: PupilsSaved) -> None:
            self._page.toast(text)

        return tell
