"""What one does with a single pupil of a round: a promise, own months, the kind of card, out."""

from __future__ import annotations

from functools import partial

from ssdesk.services import enrolments
from ssdesk.services.collecting import CollectRow
from ssdesk.services.enrolments import EnrolmentSaved
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.school.collection.forms import CollectionForms
from ssdesk.ui.pages.school.stopping.steps import Stopping


class OnePupilSteps(Page):
    """Steps for the pupil that the keyboard stands on; the page gives grid and forms."""

    grid: GridView
    _forms: CollectionForms
    _stopping: Stopping

    def _current(self) -> CollectRow | None:
        row = self.grid.current_row()
        return row if isinstance(row, CollectRow) else None

    def pledge(self) -> None:
        """F5: the day a family promised to pay by."""
        row = self._current()
        if row is None or row.enrolment is None or not row.owes:
            return
        answer = self._forms.pledge(row)
        if answer is not None:
            work = partial(enrolments.pledge, self.ctx, row.enrolment.id, answer.day)
            self.run(work, self._on_saved)

    def change_term(self) -> None:
        """F6: a pupil's own months."""
        row = self._current()
        if row is None or row.enrolment is None:
            return
        command = self._forms.term(row)
        if command is not None:
            self.run(partial(enrolments.change_term, self.ctx, command), self._on_saved)

    def choose_card(self) -> None:
        """F7: a card on paper, or again the electronic one."""
        row = self._current()
        if row is None or row.enrolment is None:
            return
        paper = not row.enrolment.paper_card
        work = partial(enrolments.choose_card, self.ctx, row.enrolment.id, paper=paper)
        self.run(work, self._on_card_chosen)

    def _on_card_chosen(self, saved: EnrolmentSaved) -> None:
        item = saved.enrolment
        words = (
            self.tr("{name} nhận thẻ giấy")
            if item.paper_card
            else self.tr("{name} nhận thẻ điện tử")
        )
        self.toast(words.format(name=item.premium.who))

    def stop_pupil(self) -> None:
        """Shift+F9: money back at school, or a stop that the office pays for."""
        row = self._current()
        if row is None:
            return
        newest = row.pupil.enrolment
        if row.enrolment is not None and (newest is None or newest.id != row.enrolment.id):
            self._stopping.start_with(row.enrolment)
        else:
            self._stopping.start(row.pupil)

    def withdraw(self) -> None:
        """Shift+F4: out of the round."""
        row = self._current()
        if row is None or row.enrolment is None:
            return
        text = self.tr("Thôi đăng ký {name}. Vì sao?").format(name=row.pupil.full_name)
        reason = self.bench.messages.ask_reason(self, self.tr("Thôi đăng ký"), text)
        if reason:
            work = partial(enrolments.withdraw, self.ctx, row.enrolment.id, reason)
            self.run(work, self._on_saved)

    def _on_saved(self, saved: EnrolmentSaved) -> None:
        self.toast(self.tr("Đã ghi cho {name}").format(name=saved.enrolment.premium.who))
